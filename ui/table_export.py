"""Positions as text for other programs: raw values, full precision, unknown is empty. Nothing is rounded or hidden."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from monitor.messages import PositionRisk
from ui.risk_fields import RISK_FIELDS, risk_values

FIELDS = (
    "account_id",
    "venue",
    "symbol",
    "side",
    "margin_mode",
    "settle",
    "contracts",
    "size_base",
    "notional",
    "leverage",
    "effective_leverage",
    "entry_price",
    "mark_price",
    "liquidation_price",
    "liquidation_distance",
    "reported_liquidation_price",
    "basis",
    "bankruptcy_price",
    "margin_ratio",
    "initial_margin",
    "maintenance_margin",
    "unrealized_pnl",
    "max_loss",
    "loss_to_liquidation",
    "stop_price",
    "stop_cover",
    "funding_rate",
    "rescue_add",
    "rescue_cut",
    "level",
    "unknown",
)
TIME = "time_utc"


def as_text(rows: Iterable[PositionRisk], now_ms: int, *, separator: str) -> str:
    """Return a line of names and a line per position; cells of a spreadsheet that could be formulas are quoted.

    Args:
        now_ms: when the figures held.
        separator: between the cells: a tab for the clipboard, a comma for a file.
    """
    when = datetime.fromtimestamp(now_ms / 1000, UTC).isoformat(timespec="milliseconds")
    page = io.StringIO()
    writer = csv.writer(page, delimiter=separator, lineterminator="\n")
    writer.writerow((TIME, *FIELDS, *RISK_FIELDS))
    for row in rows:
        values = (*(getattr(row, name) for name in FIELDS), *risk_values(row))
        writer.writerow((when, *map(_cell, values)))
    return page.getvalue()


def write_csv(path: Path, rows: Iterable[PositionRisk], now_ms: int) -> None:
    """Write the file whole or not at all.

    Raises:
        OSError: it could not be written; nothing of it is left behind.
    """
    new = path.with_name(path.name + ".new")
    try:
        new.write_text(as_text(rows, now_ms, separator=","), encoding="utf-8-sig")  # Excel reads UTF-8 only with a mark
        os.replace(new, path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value)
    text = str(value)
    # a venue's word that begins like a formula stays a word in a spreadsheet
    return f"'{text}" if text.startswith(tuple("=+-@\t\r")) and not isinstance(value, int) else text
