"""Add, remove and test notification channels: settings and secrets change together or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from monitor import settings_file
from monitor.credentials import ChannelSecrets, forget_channel, keep_channel, recall_channel
from monitor.errors import MarginwatchError, SettingsError
from monitor.language import tr
from monitor.messages import ArrangeChannels, ChangeWatchdog, ChannelResult, RemoveChannel, SaveChannel, TestChannel
from monitor.notify import dead_man
from monitor.notify.channel import DeliveryResult, Outgoing
from monitor.notify.channels import Recall, RemoteChannel, missing_secrets
from monitor.notify.web import check_address
from monitor.settings import ChannelConfig, Settings, WatchdogSettings, check

Command = SaveChannel | TestChannel | RemoveChannel | ArrangeChannels | ChangeWatchdog


async def carry_out(command: Command, path: Path, settings: Settings, now_ms: int) -> tuple[Settings, ChannelResult]:
    """Do what the window asks; return the new settings and the answer. Nothing is changed where it is not ok."""
    name = (
        command.config.name
        if isinstance(command, SaveChannel | TestChannel)
        else command.name
        if isinstance(command, RemoveChannel)
        else ""
    )
    try:
        settings, ok, message = await _done(command, path, settings, now_ms)
    except MarginwatchError as error:
        ok, message = False, str(error)
    return settings, ChannelResult(request_id=command.request_id, name=name, ok=ok, message=message)


async def _done(command: Command, path: Path, settings: Settings, now_ms: int) -> tuple[Settings, bool, str]:
    match command:
        case SaveChannel():
            settings = await save(path, settings, command.config, command.secrets)
            return settings, True, tr("{name} is saved. Send a test through it now.", name=command.config.name)
        case TestChannel():
            result = await test(command.config, now_ms, _given(command.secrets))
            return settings, result.ok, result.detail
        case RemoveChannel():
            settings = await remove(path, settings, command.name)
            return settings, True, tr("{name} is removed, with its secrets.", name=command.name)
        case ArrangeChannels():
            return arrange(path, settings, command), True, tr("The order is saved.")
        case ChangeWatchdog():
            if command.url:
                check_address(command.url)
            if command.url is not None:
                settings = await watch_from_outside(path, settings, command.url)
            watchdog = msgspec.structs.replace(settings.watchdog, daily_self_test=command.daily_self_test)
            settings = msgspec.structs.replace(settings, watchdog=watchdog)
            settings_file.save(path, settings)
            return settings, True, "Saved."


def _given(secrets: Mapping[str, str] | None) -> Recall:
    """Secrets that were typed, or those of the keyring."""
    if secrets is None:
        return recall_channel

    async def typed(_name: str) -> ChannelSecrets | None:
        return ChannelSecrets(secrets)

    return typed


def arrange(path: Path, settings: Settings, wanted: ArrangeChannels) -> Settings:
    """Bring the channels into another order, and switch them on and off; return the new settings.

    Raises:
        SettingsError: the channels are not those that are wanted any more.
    """
    by_name = {channel.name: channel for channel in settings.channels}
    if sorted(by_name) != sorted(wanted.names):
        raise SettingsError(tr("The channels have changed meanwhile; look at the list and try again."))
    channels = tuple(msgspec.structs.replace(by_name[name], enabled=name in wanted.enabled) for name in wanted.names)
    changed = msgspec.structs.replace(settings, channels=channels)
    settings_file.save(path, changed)
    return changed


async def save(path: Path, settings: Settings, config: ChannelConfig, secrets: Mapping[str, str] | None) -> Settings:
    """Store a channel and, where given, its secrets; one of the same name is replaced. Return the new settings.

    Args:
        secrets: None keeps what the keyring holds.

    Raises:
        SettingsError, CredentialsError: nothing was changed.
    """
    names = [channel.name for channel in settings.channels]
    channels = tuple(config if channel.name == config.name else channel for channel in settings.channels)
    if config.name not in names:
        channels = (*channels, config)
    changed = msgspec.structs.replace(settings, channels=channels)
    check(changed)
    if secrets is not None:
        if missing := missing_secrets(config.kind, ChannelSecrets(secrets)):
            raise SettingsError(
                tr(
                    "{name}: {names} is needed; nothing was stored.",
                    name=config.name,
                    names=f" {tr('and')} ".join(missing),
                )
            )
        await keep_channel(config.name, {name: value for name, value in secrets.items() if value})
    elif config.name not in names:
        raise SettingsError(tr("{name}: a new channel needs its tokens or address.", name=config.name))
    settings_file.save(path, changed)
    return changed


async def remove(path: Path, settings: Settings, name: str) -> Settings:
    """Forget a channel and its secrets; return the new settings.

    Raises:
        SettingsError: there is no such channel. CredentialsError: the keyring refused; the channel stays.
    """
    find(settings, name)
    await forget_channel(name)
    kept = tuple(channel for channel in settings.channels if channel.name != name)
    changed = msgspec.structs.replace(settings, channels=kept)
    settings_file.save(path, changed)
    return changed


async def watch_from_outside(path: Path, settings: Settings, url: str) -> Settings:
    """Keep the address of the outside watchdog, or forget it where it is empty; return the new settings.

    Raises:
        SettingsError, CredentialsError: nothing was changed.
    """
    if url:
        await keep_channel(dead_man.NAME, {"url": url})
    else:
        await forget_channel(dead_man.NAME)
    watchdog: WatchdogSettings = msgspec.structs.replace(settings.watchdog, dead_man=bool(url))
    changed = msgspec.structs.replace(settings, watchdog=watchdog)
    settings_file.save(path, changed)
    return changed


def find(settings: Settings, name: str) -> ChannelConfig:
    """Return a channel by its name.

    Raises:
        SettingsError: there is none; the known ones are named.
    """
    found = next((channel for channel in settings.channels if channel.name == name), None)
    if found is None:
        known = ", ".join(channel.name for channel in settings.channels) or tr("none yet")
        raise SettingsError(tr("There is no channel {name!r}; known: {known}.", name=name, known=known))
    return found


async def test(config: ChannelConfig, now_ms: int, recall: Recall) -> DeliveryResult:
    """Send one message marked TEST through a channel and say how it went."""
    channel = RemoteChannel(config, recall)
    try:
        return await channel.send(test_message(now_ms))
    finally:
        await channel.close()


def test_message(now_ms: int) -> Outgoing:
    """Return the message of a test: it rings nowhere as an emergency."""
    return Outgoing(
        keys=(),
        level=2,
        title=tr("TEST: Marginwatch reaches you here"),
        text=tr("Nothing is wrong. This is how an alarm arrives."),
        at_ms=now_ms,
        is_system=True,
        is_test=True,
    )
