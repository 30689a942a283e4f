"""`marginwatch accounts`: add, list, test and remove accounts. Secrets are typed unseen, never given as arguments."""

from __future__ import annotations

import argparse
import getpass
from typing import TYPE_CHECKING

from monitor.commands.console import add_command, add_group, print_checks, stored_settings
from monitor.errors import ConsentError, MarginwatchError

if TYPE_CHECKING:
    from monitor.commands.console import Commands
    from monitor.credentials import Secrets
    from monitor.venue_labels import VenueLabel


def add_commands(commands: Commands) -> None:
    """Add the command to the program's."""
    commands = add_group(add_command(commands, "accounts", "add, list, test and remove accounts"))
    add = add_command(commands, "add", "add an account, or store a new key for it")
    add.add_argument("label", nargs="?", help="your name for it")
    add.add_argument("--venue", default="binanceusdm", help="ccxt id (default binanceusdm; a wrong one lists all)")
    add.add_argument("--testnet", action="store_true", help="the venue's test network")
    add.add_argument("--host", default="", help="regional host of the venue")
    add.add_argument("--proxy", default="", help="http://… or socks5://… for this account")
    add.set_defaults(run=_add)
    add_command(commands, "list", "list accounts; secrets are never shown").set_defaults(run=_list)
    for name, run, text in (
        ("test", _test, "read it once and say what could be read"),
        ("remove", _remove, "forget it and its key"),
    ):
        command = add_command(commands, name, text)
        command.add_argument("label", help="your name for it")
        command.set_defaults(run=run)


def _add(options: argparse.Namespace) -> int:
    import asyncio

    from monitor import account_list
    from monitor.clock import SystemClock
    from monitor.settings import AccountConfig
    from monitor.venue_labels import LABELS

    venue = LABELS.get(options.venue)
    if venue is None:
        raise MarginwatchError(f"{options.venue} is not supported; known: {', '.join(LABELS)}.")
    label = options.label or input("Your name for this account: ").strip()
    if not label:
        raise MarginwatchError("An account needs a name.")
    path, settings = stored_settings()
    secrets, clock = _ask_for_secrets(venue), SystemClock()
    config = AccountConfig(
        id=label,
        venue=options.venue,
        testnet=options.testnet,
        host=options.host,
        proxy=options.proxy,
        created_ms=clock.now_ms(),
    )
    try:
        _, lines = asyncio.run(account_list.save(path, settings, config, secrets, clock))
    except ConsentError as error:
        print(error)
        typed = input(f"Type {label} to use it all the same, or Enter to stop: ")
        saving = account_list.save(path, settings, config, secrets, clock, consent=typed)
        _, lines = asyncio.run(saving)
    print_checks(lines)
    print(f"{label} is saved; its key lies in the system's keyring. `marginwatch accounts test {label}` reads it once.")
    return 0


def _ask_for_secrets(venue: VenueLabel) -> Secrets:
    """Ask for what this venue needs; nothing typed is shown but an address."""
    from monitor.credentials import Secrets

    if venue.needs == "address":
        address = input(f"The account's public address at {venue.title} (never a private key): ").strip()
        if not address:
            raise MarginwatchError("The address is needed; nothing was stored.")
        return Secrets(api_key=address, secret="")
    print("Make a key at the exchange that may only READ: no trading, no withdrawal, bound to your IP.")
    api_key = getpass.getpass("API key (not shown): ").strip()
    secret = getpass.getpass("Secret (not shown): ").strip()
    passphrase = None
    if venue.needs == "key and passphrase":
        passphrase = getpass.getpass("Passphrase of the key (not shown): ").strip()
    if not api_key or not secret or passphrase == "":
        raise MarginwatchError("All of them are needed; nothing was stored.")
    return Secrets(api_key=api_key, secret=secret, passphrase=passphrase)


def _list(_options: argparse.Namespace) -> int:
    from monitor import key_words
    from monitor.clock import SystemClock

    (_, settings), now_ms = stored_settings(), SystemClock().now_ms()
    if not settings.accounts:
        print("No accounts yet. `marginwatch accounts add` adds one.")
    for account in settings.accounts:
        extras = [word for word, on in (("testnet", account.testnet), (account.host, account.host)) if on]
        state = "" if account.enabled else " (switched off)"
        key = key_words.summary(account.key, now_ms, account.trade_agreed_ms)
        print(f"{account.id:20} {account.venue:14} {' '.join((*extras, key))}{state}")
    return 0


def _test(options: argparse.Namespace) -> int:
    import asyncio

    from monitor import account_list
    from monitor.clock import SystemClock

    _, settings = stored_settings()
    config = next((account for account in settings.accounts if account.id == options.label), None)
    if config is None:
        raise MarginwatchError(f"There is no account {options.label!r}; `marginwatch accounts list` shows them.")
    checks = asyncio.run(account_list.test(config, None, SystemClock()))
    print_checks(checks)
    return 0 if all(check.ok is not False for check in checks) else 1


def _remove(options: argparse.Namespace) -> int:
    import asyncio

    from monitor import account_list

    path, settings = stored_settings()
    asyncio.run(account_list.remove(path, settings, options.label))
    print(f"{options.label} is removed, with its key.")
    return 0
