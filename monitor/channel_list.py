"""Add, remove and test notification channels: settings and secrets change together or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from monitor import dead_man
from monitor import settings as settings_file
from monitor.credentials import ChannelSecrets, forget_channel, keep_channel, recall_channel
from monitor.errors import SettingsError
from monitor.notify.channel import DeliveryResult, Outgoing
from monitor.notify.channels import RemoteChannel, missing_secrets
from monitor.settings import ChannelConfig, Settings, WatchdogSettings


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
    settings_file.check(changed)
    if secrets is not None:
        if missing := missing_secrets(config.kind, ChannelSecrets(secrets)):
            raise SettingsError(f"{config.name}: {' and '.join(missing)} is needed; nothing was stored.")
        await keep_channel(config.name, {name: value for name, value in secrets.items() if value})
    elif config.name not in names:
        raise SettingsError(f"{config.name}: a new channel needs its tokens or address.")
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
        known = ", ".join(channel.name for channel in settings.channels) or "none yet"
        raise SettingsError(f"There is no channel {name!r}; known: {known}.")
    return found


async def test(config: ChannelConfig, now_ms: int) -> DeliveryResult:
    """Send one message marked TEST through a channel of the settings and say how it went."""
    channel = RemoteChannel(config, recall_channel)
    try:
        return await channel.send(test_message(now_ms))
    finally:
        await channel.close()


def test_message(now_ms: int) -> Outgoing:
    """Return the message of a test: it rings nowhere as an emergency."""
    return Outgoing(
        keys=(),
        level=2,
        title="TEST: Marginwatch reaches you here",
        text="Nothing is wrong. This is how an alarm arrives.",
        at_ms=now_ms,
        is_system=True,
        is_test=True,
    )
