"""The file of the settings: JSON in the user's config folder, read and written whole.

A damaged file is set aside beside itself, never overwritten, and one sentence says so.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import msgspec

from monitor.errors import SettingsError
from monitor.language import tr
from monitor.settings import Settings, check


def load(path: Path) -> tuple[Settings, str]:
    """Return the settings and a note for the user ("" when all is well).

    A missing file gives the defaults. A damaged one is renamed to `<name>.damaged-N`, and the note says so.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), tr(
            "The settings file cannot be read ({error}); the defaults are in use.", error=error.strerror
        )
    try:
        settings = msgspec.json.decode(raw, type=Settings)
        check(settings)
    except (msgspec.DecodeError, SettingsError, UnicodeDecodeError) as error:
        kept = set_aside(path)
        return (
            Settings(),
            tr(
                "The settings file was damaged ({error}); it was kept as {name}, defaults are in use.",
                error=error,
                name=kept.name,
            ),
        )
    return settings, ""


def peek(path: Path) -> Settings:
    """Return the settings of a file that another program may have written; nothing is set aside.

    Raises:
        SettingsError: it cannot be read or understood.
    """
    try:
        settings = msgspec.json.decode(path.read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            tr("The settings file cannot be used ({error}); the settings stay as they are.", error=error)
        ) from None
    check(settings)
    return settings


def venues(path: Path) -> tuple[str, ...]:
    """Return the venues of the accounts in a settings file, () where it cannot be read; nothing is set aside."""
    try:
        accounts = peek(path).accounts
    except SettingsError:
        return ()
    return tuple(sorted({account.venue for account in accounts if account.enabled}))


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
        raise SettingsError(tr("The settings could not be saved ({error}).", error=error.strerror)) from None


def set_aside(path: Path) -> Path:
    """Rename a damaged file to the first free `<name>.damaged-N` and return the new path."""
    for number in range(1, 1000):
        kept = path.with_name(f"{path.name}.damaged-{number}")
        if not kept.exists():
            path.rename(kept)
            return kept
    raise SettingsError(tr("There are 999 damaged copies of {name}; please remove some.", name=path.name))
