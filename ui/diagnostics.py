"""What helps to find a fault, as texts that a user can read before he gives them away. Knows no widget.

No key, no address of a channel, no amount of money: secrets are masked by value and by pattern, people's addresses,
passwords in proxies and the user's folder by their form.
"""

from __future__ import annotations

import platform
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from monitor.messages import AlertEvent, SettingsChanged, Update
from monitor.redact import MASK, redact
from ui import format as fmt
from ui.about import about_text
from ui.view import View

LINES = 300  # of each log
EVENTS = 200
READ_BYTES = 200_000
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_LOGIN = re.compile(r"(?<=://)[^/\s@]+@")
_PRIVATE = ("user", "sender", "to", "server", "proxy", "host", "base_url", "ws_base_url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of the bundle."""

    name: str
    text: str


def parts_of(
    settings: SettingsChanged | None,
    update: Update | None,
    events: Iterable[AlertEvent],
    folders: tuple[tuple[str, Path], ...],
) -> tuple[Part, ...]:
    """Return the files, masked.

    Args:
        events: lines of the journal, oldest first.
        folders: what lies where; logs are taken from them.
    """
    about = about_text(tuple((what, str(where)) for what, where in folders)).split("-" * 60)[0]
    versions = f"{about}\nPython {platform.python_version()}\n{platform.platform()}\n"
    logs = sorted({path for _what, folder in folders for path in folder.glob("*.log")})
    found = [
        ("versions.txt", versions),
        ("settings.json", _settings_text(settings)),
        ("state.txt", _state_text(update)),
        ("journal.txt", _journal_text(events)),
        *((path.name, _tail(path)) for path in logs),
    ]
    return tuple(Part(name=name, text=mask(text)) for name, text in found)


def mask(text: str) -> str:
    """Take out what is nobody's business."""
    text = redact(text).replace(str(Path.home()), "~")
    return _MAIL.sub(MASK, _LOGIN.sub(f"{MASK}@", text))


def save(path: Path, parts: Iterable[Part]) -> None:
    """Write the bundle whole or not at all.

    Raises:
        OSError: it could not be written; nothing of it is left behind.
    """
    new = path.with_name(path.name + ".new")
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as bundle:
            for part in parts:
                bundle.writestr(part.name, part.text)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _settings_text(settings: SettingsChanged | None) -> str:
    if settings is None:
        return "The engine has not told its settings.\n"
    return msgspec.json.format(msgspec.json.encode(_without_private(msgspec.to_builtins(settings))), indent=2).decode()


def _without_private(value: object) -> object:
    if isinstance(value, dict):
        return {name: MASK if name in _PRIVATE and held else _without_private(held) for name, held in value.items()}
    return [_without_private(one) for one in value] if isinstance(value, list | tuple) else value


def _state_text(update: Update | None) -> str:
    if update is None:
        return "The engine has said nothing yet.\n"
    lines = [f"{fmt.utc(update.now_ms)}, engine since {fmt.utc(update.started_ms)}, {len(update.positions)} positions"]
    lines += [
        f"{one.account_id}: {one.venue} {one.account_mode or ''} {one.feed}, latency {one.latency_ms} ms, "
        f"clock {one.clock_offset_ms} ms, key {one.key.rights}, {one.trouble or 'no trouble'}"
        for one in update.accounts
    ]
    lines += [f"{one.symbol} {one.side}: {one.basis}, {one.agreement}, {one.unknown}" for one in update.positions]
    return "\n".join((*lines, *update.notes)) + "\n"


def _journal_text(events: Iterable[AlertEvent]) -> str:
    hidden = View(hide_amounts=True)
    return "".join(
        f"{fmt.utc(one.at_ms)} {one.level} {one.reason}: {hidden.sentence(one.title)} {hidden.sentence(one.text)}\n"
        for one in list(events)[-EVENTS:]
    )


def _tail(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - READ_BYTES))
            text = file.read().decode("utf-8", errors="replace")
    except OSError as error:
        return f"It cannot be read ({error.strerror}).\n"
    return "\n".join(text.splitlines()[-LINES:]) + "\n"
