"""Add, edit, remove and test accounts: settings and secrets change together or not at all."""

from __future__ import annotations

from pathlib import Path

import msgspec

from monitor import settings as settings_file
from monitor.clock import Clock
from monitor.credentials import Secrets, forget, keep, recall
from monitor.errors import CredentialsError, SettingsError
from monitor.messages import CheckLine
from monitor.settings import AccountConfig, Settings


async def save(path: Path, settings: Settings, config: AccountConfig, secrets: Secrets | None) -> Settings:
    """Store an account and, where given, its secret; return the new settings.

    Args:
        secrets: None keeps what the keyring holds.

    Raises:
        SettingsError, CredentialsError: nothing was changed.
    """
    config = msgspec.structs.replace(config, id=config.id.strip())
    others = tuple(account for account in settings.accounts if account.id != config.id)
    changed = msgspec.structs.replace(settings, accounts=(*others, config))
    settings_file.check(changed)
    if secrets is not None:
        await keep(config.id, secrets)
    elif all(account.id != config.id for account in settings.accounts):
        raise SettingsError(f"{config.id}: a new account needs its key and secret.")
    settings_file.save(path, changed)
    return changed


async def remove(path: Path, settings: Settings, account_id: str) -> Settings:
    """Forget an account and its secret; return the new settings.

    Raises:
        SettingsError: there is no such account. CredentialsError: the keyring refused; the account stays.
    """
    if all(account.id != account_id for account in settings.accounts):
        raise SettingsError(f"There is no account {account_id!r}.")
    await forget(account_id)
    changed = msgspec.structs.replace(
        settings, accounts=tuple(account for account in settings.accounts if account.id != account_id)
    )
    settings_file.save(path, changed)
    return changed


async def test(config: AccountConfig, secrets: Secrets | None, clock: Clock) -> tuple[CheckLine, ...]:
    """Read the account once and say what could be read; the stored secret is used where none is given."""
    from monitor.venues.accounts import check_account  # loads ccxt

    if secrets is None:
        secrets = await recall(config.id)
        if secrets is None:
            raise CredentialsError(f"{config.id}: the keyring holds no key for this account.")
    return await check_account(config, secrets, clock)
