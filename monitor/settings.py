"""Every setting, declared once: its type, default, bounds. The file is JSON in the user's config folder.

No secret is ever in here. A damaged file is set aside beside itself, never overwritten, and one sentence says so.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from monitor.errors import SettingsError
from monitor.model import KeyFacts

Fraction = Annotated[float, Meta(gt=0, lt=1)]
Seconds = Annotated[float, Meta(ge=0, le=86_400)]


class AccountConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An account to watch; its secret lies in the OS keyring under its id."""

    id: Annotated[str, Meta(min_length=1, max_length=40)]  # the user's label, unique
    venue: str  # ccxt id
    testnet: bool = False
    host: str = ""  # regional host, "" for the venue's default
    proxy: str = ""  # http(s):// or socks5:// URL, "" for none
    enabled: bool = True
    base_url: str = ""  # loopback only: the embedded exchange
    ws_base_url: str = ""
    created_ms: int = 0
    key: KeyFacts | None = None  # what the venue last said of the key
    trade_agreed_ms: int = 0  # when the user agreed, in typed words, to a key that can trade; 0: never


class Thresholds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The three trip values of one measure and the deadband by which a level is left again."""

    warning: Fraction
    danger: Fraction
    critical: Fraction


class AlertSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When to warn. CRITICAL can be moved but never switched off (floors: distance >= 1 %, ratio <= 95 %)."""

    liquidation_distance: Thresholds = Thresholds(warning=0.15, danger=0.08, critical=0.04)
    margin_ratio: Thresholds = Thresholds(warning=0.50, danger=0.70, critical=0.85)
    rescue_distance: Fraction = 0.10  # "add … or cut … to reach" this distance
    sounds: bool = True
    desktop_notifications: bool = True


class PollSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often an account is read."""

    at_risk_s: Annotated[float, Meta(ge=0.2, le=60)] = 1.0  # any alarm, or the window is visible
    calm_s: Annotated[float, Meta(ge=1, le=60)] = 5.0


ChannelKind = Literal["webhook", "ntfy", "telegram", "email", "pushover", "apprise"]


class ChannelConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way to reach the user away from the screen; its tokens and addresses lie in the OS keyring under its name."""

    name: Annotated[str, Meta(min_length=1, max_length=40)]  # the user's label, unique
    kind: ChannelKind
    enabled: bool = True
    after_s: Annotated[float, Meta(ge=0, le=3_600)] | None = None  # wait of an unacknowledged CRITICAL; None: its turn
    least_level: Annotated[int, Meta(ge=2, le=3)] = 2  # 2 DANGER, 3 CRITICAL
    server: str = ""  # ntfy, telegram, pushover: "" for the public one; e-mail: host of the mail server
    port: Annotated[int, Meta(ge=0, le=65_535)] = 0  # of the mail server, 0 for the usual one
    security: Literal["starttls", "tls", "none"] = "starttls"  # of the mail server
    user: str = ""  # of the mail server, "" where it asks for none
    sender: str = ""  # e-mail address
    to: str = ""  # e-mail address; Telegram: the chat's number
    proxy: str = ""  # http:// URL; "" takes what the system says


class WatchdogSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who notices when the program itself has stopped."""

    dead_man: bool = False  # ping an outside service while all is well; its address lies in the keyring
    daily_self_test: bool = True  # only where there is a remote channel


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of it."""

    version: Annotated[int, Meta(ge=1, le=1)] = 1
    accounts: tuple[AccountConfig, ...] = ()
    alerts: AlertSettings = AlertSettings()
    poll: PollSettings = PollSettings()
    channels: tuple[ChannelConfig, ...] = ()  # in the order of their turn
    watchdog: WatchdogSettings = WatchdogSettings()


def check(settings: Settings) -> None:
    """Raise SettingsError where values contradict each other or cross a floor."""
    distance, ratio = settings.alerts.liquidation_distance, settings.alerts.margin_ratio
    if not distance.warning > distance.danger > distance.critical >= 0.01:
        raise SettingsError(
            "liquidation_distance: warning > danger > critical >= 1 % is needed, "
            f"got {distance.warning:g}, {distance.danger:g}, {distance.critical:g}"
        )
    if not ratio.warning < ratio.danger < ratio.critical <= 0.95:
        raise SettingsError(
            "margin_ratio: warning < danger < critical <= 95 % is needed, "
            f"got {ratio.warning:g}, {ratio.danger:g}, {ratio.critical:g}"
        )
    for account in settings.accounts:
        if account.id != account.id.strip() or not account.id or len(account.id) > 40:
            raise SettingsError(f"account label {account.id[:50]!r}: 1 to 40 characters, no space at either end")
        if "|" in account.id or not account.id.isprintable():
            raise SettingsError(f"account label {account.id!r}: no line breaks and no |")
    _check_channels(settings.channels)
    labels = [account.id for account in settings.accounts]
    if twice := {label for label in labels if labels.count(label) > 1}:
        raise SettingsError(f"account label {min(twice)!r} is used twice")


def _check_channels(channels: tuple[ChannelConfig, ...]) -> None:
    names = [channel.name for channel in channels]
    for channel in channels:
        name = channel.name
        if name != name.strip() or "|" in name or not name.isprintable() or name in ("desktop", "window"):
            raise SettingsError(f"channel name {name!r}: no line breaks, no |, no space at either end, not a local one")
        if names.count(name) > 1:
            raise SettingsError(f"channel name {name!r} is used twice")


def load(path: Path) -> tuple[Settings, str]:
    """Return the settings and a note for the user ("" when all is well).

    A missing file gives the defaults. A damaged one is renamed to `<name>.damaged-N`, and the note says so.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), f"The settings file cannot be read ({error.strerror}); the defaults are in use."
    try:
        settings = msgspec.json.decode(raw, type=Settings)
        check(settings)
    except (msgspec.DecodeError, SettingsError, UnicodeDecodeError) as error:
        kept = set_aside(path)
        return (
            Settings(),
            f"The settings file was damaged ({error}); it was kept as {kept.name}, defaults are in use.",
        )
    return settings, ""


def save(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all.

    Raises:
        SettingsError: the values are not allowed, or the disk refuses.
    """
    check(settings)
    new = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(new, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(msgspec.json.format(msgspec.json.encode(settings), indent=2))
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        raise SettingsError(f"The settings could not be saved ({error.strerror}).") from None


def set_aside(path: Path) -> Path:
    """Rename a damaged file to the first free `<name>.damaged-N` and return the new path."""
    for number in range(1, 1000):
        kept = path.with_name(f"{path.name}.damaged-{number}")
        if not kept.exists():
            path.rename(kept)
            return kept
    raise SettingsError(f"There are 999 damaged copies of {path.name}; please remove some.")
