"""Lines of the journal as CSV: raw values, times in UTC, unknown is empty. Nothing is rounded or hidden."""

from __future__ import annotations

import csv
import io
import math
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from monitor.messages import JournalLine

FIELDS = (
    "time_utc", "id", "level", "family", "kind", "reason", "told", "title", "text", "account_id", "position_key",
    "measure", "episode_utc", "step", "inputs_hash", "deliveries",
)  # fmt: skip


def as_csv(lines: Iterable[JournalLine]) -> str:
    """Return a line of names and a line per event; what a spreadsheet could take for a formula is quoted."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(FIELDS)
    for line in lines:
        event = line.event
        measure = event.measure
        known = measure is not None and math.isfinite(measure)
        deliveries = "; ".join(
            f"{one.channel} {one.state} {_utc(one.at_ms)}"
            + (f" seen {_utc(one.confirmed_ms)}" if one.confirmed_ms else "")
            for one in line.deliveries
        )
        writer.writerow(
            (
                _utc(event.at_ms), event.id, event.level, event.family, event.kind, event.reason, int(event.notify),
                _text(event.title), _text(event.text), _text(event.account_id), _text(event.position_key),
                repr(measure) if known else "", _utc(event.episode_ms), event.step, line.inputs_hash,
                _text(deliveries),
            )
        )  # fmt: skip
    return page.getvalue()


def write_csv(path: Path, lines: Iterable[JournalLine]) -> None:
    """Write the file whole or not at all.

    Raises:
        OSError: it could not be written; nothing of it is left behind.
    """
    new = path.with_name(path.name + ".new")
    try:
        new.write_text(as_csv(lines), encoding="utf-8-sig")  # Excel reads UTF-8 only with a mark
        os.replace(new, path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _utc(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds") if at_ms else ""


def _text(words: str) -> str:
    return f"'{words}" if words[:1] in "=+-@\t\r" and words else words
