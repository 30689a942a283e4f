"""`marginwatch channels`, `notify test` and `selftest`: how you are told. Secrets are typed unseen, never arguments."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.commands.console import add_command, add_group, print_checks, stored_settings
from monitor.commands.typed import whole
from monitor.errors import MarginwatchError

if TYPE_CHECKING:
    from monitor.commands.console import Commands
    from monitor.settings import ChannelConfig

KINDS = ("webhook", "ntfy", "telegram", "email", "pushover", "apprise")


def add_commands(commands: Commands) -> None:
    """Add the commands to the program's."""
    channels = add_command(commands, "channels", "ways to reach you away from the screen: add, list, remove")
    _add_channel_commands(add_group(channels))
    notify = add_command(commands, "notify", "test a channel")
    test = add_command(add_group(notify), "test", "send one message marked TEST through a channel, or through all")
    test.add_argument("channel", nargs="?", help="its name (default: all)")
    test.set_defaults(run=_test)
    self_test = add_command(commands, "selftest", "send a CRITICAL position, marked TEST, through the alarm chain")
    self_test.set_defaults(run=_self_test)


def _add_channel_commands(commands: Commands) -> None:
    add = add_command(commands, "add", "add a channel, or store new secrets for it")
    add.add_argument("kind", choices=KINDS, help="webhook, ntfy, telegram, email, pushover or apprise", metavar="KIND")
    add.add_argument("name", nargs="?", help="your name for it (default: the kind)")
    add.add_argument("--server", default="", help="own server (ntfy), or host of the mail server")
    add.add_argument("--port", type=whole(65_535), default=0, help="of the mail server (default: the usual one)")
    add.add_argument("--security", choices=("starttls", "tls", "none"), default="starttls", help="of the mail server")
    add.add_argument("--user", default="", help="your name at the mail server")
    add.add_argument("--from", dest="sender", default="", help="e-mail address")
    add.add_argument("--to", default="", help="e-mail address, or the number of the Telegram chat")
    add.add_argument("--proxy", default="", help="http://… (default: what the system says)")
    add.add_argument("--after", type=float, metavar="S", help="seconds that a CRITICAL alarm waits before it goes here")
    add.add_argument("--critical-only", action="store_true", help="CRITICAL alarms only, no DANGER")
    add.set_defaults(run=_add)
    add_command(commands, "list", "list channels in their turn; secrets are never shown").set_defaults(run=_list)
    remove = add_command(commands, "remove", "forget a channel and its secrets")
    remove.add_argument("name", help="its name")
    remove.set_defaults(run=_remove)
    dead_man = add_command(commands, "dead-man", "let an outside service notice when Marginwatch itself has stopped")
    dead_man.add_argument("--off", action="store_true", help="no more")
    dead_man.set_defaults(run=_dead_man)


def _add(options: argparse.Namespace) -> int:
    import asyncio

    from monitor import channel_list
    from monitor.settings import ChannelConfig

    path, settings = stored_settings()
    name = options.name or options.kind
    config = ChannelConfig(
        name=name,
        kind=options.kind,
        server=options.server,
        port=options.port,
        security=options.security,
        user=options.user,
        sender=options.sender,
        to=options.to,
        proxy=options.proxy,
        after_s=options.after,
        least_level=3 if options.critical_only else 2,
    )
    config, secrets = _ask(config)
    asyncio.run(channel_list.save(path, settings, config, secrets))
    print(f"{name} is saved; its secrets lie in the system's keyring. `marginwatch notify test {name}` tries it.")
    print("A Marginwatch that is running uses it from now on.")
    return 0


def _ask(config: ChannelConfig) -> tuple[ChannelConfig, dict[str, str]]:
    """Ask for what a channel of this kind needs and was not given; nothing secret is shown while it is typed."""
    import msgspec

    from monitor.notify.channels import KINDS as MODULES

    module = MODULES[config.kind]
    for field, question in module.FIELDS:
        if not getattr(config, field):
            config = msgspec.structs.replace(config, **{field: input(f"{question}: ").strip()})
    secrets = {name: getpass.getpass(f"{question} (not shown): ").strip() for name, question, _ in module.SECRETS}
    return config, secrets


def _list(_options: argparse.Namespace) -> int:
    from monitor.notify.routing import in_turn

    _, settings = stored_settings()
    if not settings.channels:
        print("No channels yet: alarms stay on this computer. `marginwatch channels add ntfy` adds one.")
    enabled = [channel for channel in settings.channels if channel.enabled]
    routes = in_turn((channel.name, channel.after_s, channel.least_level) for channel in enabled)
    turns = {route.channel: route for route in routes}
    for channel in settings.channels:
        route = turns.get(channel.name)
        if route is None:
            when = "switched off"
        else:
            when = "CRITICAL at once" if route.after_s == 0 else f"CRITICAL after {route.after_s:g} s"
            when += "" if route.least_level == 3 else f", DANGER after {route.after_s + 60:g} s"
        print(f"{channel.name:20} {channel.kind:10} {when}")
    if settings.watchdog.dead_man:
        print("An outside service is told that all is well; it calls when that stops.")
    return 0


def _remove(options: argparse.Namespace) -> int:
    import asyncio

    from monitor import channel_list

    path, settings = stored_settings()
    asyncio.run(channel_list.remove(path, settings, options.name))
    print(f"{options.name} is removed, with its secrets.")
    return 0


def _dead_man(options: argparse.Namespace) -> int:
    import asyncio

    from monitor import channel_list
    from monitor.notify.web import check_address

    path, settings = stored_settings()
    if options.off:
        asyncio.run(channel_list.watch_from_outside(path, settings, ""))
        print("No outside service is told any more.")
        return 0
    print("Make a check at healthchecks.io or a service like it: period 1 minute, grace 2 minutes.")
    url = getpass.getpass("Its ping address (not shown): ").strip()
    check_address(url)
    asyncio.run(channel_list.watch_from_outside(path, settings, url))
    print("Kept in the system's keyring. It is pinged once a minute while all is well.")
    return 0


def _test(options: argparse.Namespace) -> int:
    import asyncio

    from monitor import channel_list
    from monitor.clock import SystemClock
    from monitor.credentials import recall_channel

    _, settings = stored_settings()
    chosen = [channel_list.find(settings, options.channel)] if options.channel else list(settings.channels)
    if not chosen:
        raise MarginwatchError("There is no channel yet; `marginwatch channels add ntfy` adds one.")

    async def all_at_once() -> list[bool]:
        now_ms = SystemClock().now_ms()
        results = await asyncio.gather(*(channel_list.test(config, now_ms, recall_channel) for config in chosen))
        for config, result in zip(chosen, results, strict=True):
            print(f"{'ok ' if result.ok else 'NO '} {config.name}: {result.detail}")
        return [result.ok for result in results]

    return 0 if all(asyncio.run(all_at_once())) else 1


def _self_test(_options: argparse.Namespace) -> int:
    """Run the chain in this process, on a database of its own; a running Marginwatch is not disturbed."""
    import asyncio
    import tempfile

    from monitor.clock import SystemClock
    from monitor.credentials import recall_channel
    from monitor.notify.self_test import alone

    _, settings = stored_settings()
    with tempfile.TemporaryDirectory() as folder:
        result = asyncio.run(alone(settings, Path(folder), SystemClock(), recall_channel))
    print_checks(result.lines)
    return 0 if result.ok else 1
