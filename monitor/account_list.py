"""Add, edit, remove and test accounts: settings and secrets change together or not at all.

A key is asked about before it is stored: one that may withdraw or transfer is refused, one that can trade needs the
account's name, typed. Whoever changes the file reads it anew first: another process may have changed it meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from monitor import settings_file
from monitor.clock import Clock
from monitor.credentials import Secrets, forget, keep, recall
from monitor.errors import ConsentError, CredentialsError, KeyRejectedError, SettingsError
from monitor.language import tr
from monitor.messages import CheckLine
from monitor.model import KeyFacts
from monitor.settings import AccountConfig, Settings, check


async def save(
    path: Path, settings: Settings, config: AccountConfig, secrets: Secrets | None, clock: Clock, *, consent: str = ""
) -> tuple[Settings, tuple[CheckLine, ...]]:
    """Store an account and, where given, its secret; return the new settings and what is known of the new key.

    Args:
        secrets: None keeps what the keyring holds.
        consent: the account's name, where the user typed it to use a key that can trade.

    Raises:
        ConsentError: the key can trade, and the consent does not say the account's name.
        KeyRejectedError: it may withdraw or transfer. VenueError: host, proxy or address are not what they must be.
        SettingsError, CredentialsError: nothing was changed, as with the others.
    """
    settings = _newest(path, settings)
    config = msgspec.structs.replace(config, id=config.id.strip())
    stored = next((account for account in settings.accounts if account.id == config.id), None)
    _put(settings, config)
    if secrets is None:
        if stored is None:
            raise SettingsError(tr("{account}: a new account needs its key and secret.", account=config.id))
        config = msgspec.structs.replace(config, key=stored.key, trade_agreed_ms=stored.trade_agreed_ms)
        lines: tuple[CheckLine, ...] = ()
    else:
        await recall(config.id)  # a keyring that does not answer is told before the key is used
        config, lines = await _with_facts(config, secrets, clock)
    if consent.strip() == config.id:
        config = msgspec.structs.replace(config, trade_agreed_ms=clock.now_ms())
    if secrets is not None:
        _judge(config)
        await keep(config.id, secrets)
    changed = _put(settings, config)
    settings_file.save(path, changed)
    return changed, lines


async def remove(path: Path, settings: Settings, account_id: str) -> Settings:
    """Forget an account and its secret; return the new settings.

    Raises:
        SettingsError: there is no such account. CredentialsError: the keyring refused; the account stays.
    """
    settings = _newest(path, settings)
    if all(account.id != account_id for account in settings.accounts):
        raise SettingsError(tr("There is no account {account_id!r}.", account_id=account_id))
    await forget(account_id)
    changed = msgspec.structs.replace(
        settings, accounts=tuple(account for account in settings.accounts if account.id != account_id)
    )
    settings_file.save(path, changed)
    return changed


def store_keys(path: Path, settings: Settings, found: Mapping[str, KeyFacts]) -> None:
    """Remember on disk what the venues said of these accounts' keys.

    Raises:
        SettingsError: the disk refuses.
    """
    settings_file.save(path, with_keys(_newest(path, settings), found))


def with_keys(settings: Settings, found: Mapping[str, KeyFacts]) -> Settings:
    """Return the settings with what the venues said of these accounts' keys."""
    accounts = tuple(
        msgspec.structs.replace(account, key=found[account.id]) if account.id in found else account
        for account in settings.accounts
    )
    return msgspec.structs.replace(settings, accounts=accounts)


async def test(config: AccountConfig, secrets: Secrets | None, clock: Clock) -> tuple[CheckLine, ...]:
    """Read the account once and say what could be read; the stored secret is used where none is given."""
    from monitor.venues.account_check import check_account  # loads ccxt

    if secrets is None:
        secrets = await recall(config.id)
        if secrets is None:
            raise CredentialsError(tr("{account}: the keyring holds no key for this account.", account=config.id))
    return await check_account(config, secrets, clock)


def _put(settings: Settings, config: AccountConfig) -> Settings:
    """The settings with this account, in its place or at the end; raises SettingsError where it is not allowed."""
    known = any(account.id == config.id for account in settings.accounts)
    accounts = tuple(config if account.id == config.id else account for account in settings.accounts)
    changed = msgspec.structs.replace(settings, accounts=accounts if known else (*accounts, config))
    check(changed)
    return changed


def _newest(path: Path, settings: Settings) -> Settings:
    """The settings as they are on disk now; ours where there is no file, or a damaged one."""
    if not path.exists():
        return settings
    on_disk, damage = settings_file.load(path)
    return settings if damage else on_disk


async def _with_facts(
    config: AccountConfig, secrets: Secrets, clock: Clock
) -> tuple[AccountConfig, tuple[CheckLine, ...]]:
    """The account with what the venue says of its new key; what was agreed to for an old key does not count."""
    from monitor.venues.account_check import ask_key, key_lines  # loads ccxt

    config = msgspec.structs.replace(config, key=None, trade_agreed_ms=0)
    facts = await ask_key(config, secrets, clock)
    return msgspec.structs.replace(config, key=facts), key_lines(facts, clock.now_ms())


def _judge(config: AccountConfig) -> None:
    """Refuse a new key that may do too much."""
    facts = config.key or KeyFacts()
    words = f" ({', '.join(facts.beyond)})" if facts.beyond else ""
    if facts.rights == "can withdraw":
        raise KeyRejectedError(
            tr(
                "{account}: this key may withdraw or transfer money{words}; it was not stored.",
                account=config.id,
                words=words,
            ),
            advice=tr("Switch that right off at the venue, or make a key that may only read."),
        )
    if facts.rights == "can trade" and not config.trade_agreed_ms:
        raise ConsentError(
            tr(
                "{account}: this key can trade{words}; it was not stored. Better make one that may only "
                "read; to use it all the same, type the account's name.",
                account=config.id,
                words=words,
            )
        )
