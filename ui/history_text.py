"""The history as text for other programs: raw values, full precision, unknown is empty, "inf" is none reachable."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from monitor.messages import AccountSeries, EndedPosition

SERIES_FIELDS = ("time_utc", "account_id", "settle", "equity", "margin_ratio", "nearest_distance")
ENDED_FIELDS = (
    "time_utc", "account_id", "symbol", "side", "margin_mode", "how", "first_seen_utc", "size_base", "entry_price",
    "last_mark", "last_pnl", "settle", "text",
)  # fmt: skip


def series_text(accounts: Iterable[AccountSeries]) -> str:
    """Return a line per account and time."""
    return _text(
        SERIES_FIELDS,
        (
            (_time(point.at_ms), line.account_id, line.settle, point.equity, point.ratio, point.distance)
            for line in accounts
            for point in line.points
        ),
    )


def ended_text(ended: Iterable[EndedPosition]) -> str:
    """Return a line per position."""
    return _text(
        ENDED_FIELDS,
        (
            (
                _time(one.at_ms), one.account_id, one.symbol, one.side, one.margin_mode, one.how,
                _time(one.first_seen_ms), one.size_base, one.entry_price, one.last_mark, one.last_pnl, one.settle,
                one.text,
            )
            for one in ended
        ),
    )  # fmt: skip


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises:
        OSError: it could not be written; nothing of it is left behind.
    """
    new = path.with_name(path.name + ".new")
    try:
        new.write_text(text, encoding="utf-8-sig")  # Excel reads UTF-8 only with a mark
        os.replace(new, path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _text(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return page.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value)
    text = str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text  # a word stays a word


def _time(at_ms: int | None) -> str:
    return "" if at_ms is None else datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="seconds")
