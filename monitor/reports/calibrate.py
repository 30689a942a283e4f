"""`marginwatch calibrate`: the touch model held against real hourly prices, as tables, JSON and the shipped curves."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import numpy as np

from monitor.errors import SnapshotError
from monitor.resources import resource
from monitor.risk import backtest
from monitor.risk.backtest import PriceHistory
from monitor.risk.calibration import HORIZONS_H, Calibration, Curve

TOLD_DECILES = ((24, 0.05), (24, 0.10))
SHIPPED = "btcusdt_1h.csv.gz"
SOURCE = "Binance spot BTCUSDT, hourly (gapless-crypto-data 2.15.1, MIT)"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the command tells."""

    calibration: Calibration
    distances: tuple[backtest.DistanceLine, ...]
    deciles: tuple[backtest.DecileLine, ...]
    held_out: tuple[tuple[int, int, int, float], ...]  # (hours, cells in the range, cells, mean width of the range)
    held_out_as_shipped: tuple[tuple[int, int, int, float], ...]  # the same, widened as the shipped curves are


def read_prices(path: Path | None) -> tuple[PriceHistory, str]:
    """Return a price history and its name: a CSV file, plain or gzipped, or the shipped one.

    The file has a header and the columns time (ISO, UTC), open, high, low, close; more columns are ignored.

    Raises:
        SnapshotError: it cannot be read, or a line does not hold five figures.
    """
    where = resource("prices", SHIPPED) if path is None else path
    try:
        raw = where.read_bytes()
        text = gzip.decompress(raw).decode() if raw[:2] == b"\x1f\x8b" else raw.decode()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise SnapshotError(f"{where}: the prices cannot be read ({error}).") from None
    lines = list(csv.reader(io.StringIO(text)))[1:]
    bars = np.array([_bar(line, where, number) for number, line in enumerate(lines, start=2)])
    if len(bars) < backtest.WARM_UP_H + 2 * max(HORIZONS_H):
        raise SnapshotError(f"{where}: {len(bars)} hours of prices are too few; at least half a year is needed.")
    if (np.diff(bars[:, 0]) <= 0).any():
        raise SnapshotError(f"{where}: the times do not rise from line to line.")
    return PriceHistory.of(bars), SOURCE if path is None else where.name


def _bar(line: list[str], path: Path, number: int) -> list[float]:
    try:
        opened = datetime.fromisoformat(line[0] if ":" in line[0] or "T" in line[0] else line[0] + ":00")
        prices = [float(cell) for cell in line[1:5]]
    except (ValueError, IndexError):
        raise SnapshotError(f"{path}, line {number}: expected time, open, high, low, close; got {line!r}.") from None
    if len(prices) != 4 or not all(0 < price < float("inf") for price in prices):
        raise SnapshotError(f"{path}, line {number}: four prices above 0 are needed; got {line!r}.")
    return [opened.replace(tzinfo=opened.tzinfo or UTC).timestamp() * 1000, *prices]


def report(history: PriceHistory, source: str) -> Report:
    """Hold the model against a price history; about three seconds for six years."""
    variances = backtest.known_variances(history)
    by_hours = {hours: backtest.windows(history, variances, hours) for hours in HORIZONS_H}
    made = backtest.calibrate(history, source)
    return Report(
        calibration=made,
        distances=tuple(line for hours in HORIZONS_H for line in backtest.by_distance(by_hours[hours])),
        deciles=tuple(
            line for hours, distance in TOLD_DECILES for line in backtest.by_decile(by_hours[hours], distance)
        ),
        held_out=tuple((hours, *backtest.hold_out(history, hours)) for hours in HORIZONS_H),
        held_out_as_shipped=tuple(
            (curve.hours, *backtest.hold_out(history, curve.hours, curve.widened)) for curve in made.curves
        ),
    )


def text(told: Report) -> str:
    """Return the report as tables for the terminal."""
    made = told.calibration
    parts = [
        f"Chance of touching a price, said and observed\n{made.source}, {made.first_day} to {made.last_day}\n"
        "ours: mixture of EWMA and 90 days, fat tails. GBM const: one volatility for all years, known in hindsight.\n"
        "GBM recent: EWMA alone, thin tails. Low and high: the range of nine of ten quarters, widened for others.\n"
        "Skill: 1 is perfect, 0 is the observed mean, below 0 is worse than that.",
        _table(
            "By distance below the price",
            ("within", "distance", "observed", "ours", "GBM const", "GBM recent", "skill", "GBM const", "windows"),
            [_distance(line) for line in told.distances],
        ),
        *(
            _table(
                f"By volatility: {distance:.0%} below within {_hours(hours)}",
                ("tenth", "volatility", "observed", "ours", "GBM const", "GBM recent"),
                [_decile(line) for line in told.deciles if (line.hours, line.distance) == (hours, distance)],
            )
            for hours, distance in TOLD_DECILES
        ),
        *(_curve(curve) for curve in made.curves),
        *(
            _table(
                "Ranges made in one half of the years, held against the other (tenths of volatility, 2 to 15 %);\n"
                + how,
                ("within", "in the range", "of cells", "mean width"),
                [(_hours(hours), str(inside), str(cells), _percent(width)) for hours, inside, cells, width in held],
            )
            for how, held in (
                (
                    "each widened by what its own half showed; flattering: the rule was chosen after a look at these",
                    told.held_out,
                ),
                (
                    "each widened as the range that is shown; flattering: both halves had a say",
                    told.held_out_as_shipped,
                ),
            )
        ),
    ]
    return "\n\n".join(parts)


def as_json(told: Report) -> bytes:
    """Return the report as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(told), indent=2)


def curves_json(told: Report) -> bytes:
    """Return the file that the program ships: resources/calibration/touch.json."""
    return msgspec.json.format(msgspec.json.encode(told.calibration), indent=1) + b"\n"


def _curve(curve: Curve) -> str:
    rows = zip(curve.predicted, curve.observed, curve.lowest, curve.highest, curve.windows, strict=True)
    return _table(
        f"Within {_hours(curve.hours)}: when the model said … (odds of the ends widened {curve.widened:g}-fold)",
        ("said", "happened", "low", "high", "windows"),
        [(*(_percent(share) for share in row[:4]), f"{row[4]:,}") for row in rows],
    )


def _distance(line: backtest.DistanceLine) -> tuple[str, ...]:
    shares = (line.observed, line.ours, line.constant_gbm, line.recent_gbm)
    skills = (line.skill, line.constant_skill)
    return (
        _hours(line.hours),
        f"{line.distance:.0%}",
        *(_percent(share) for share in shares),
        *(f"{skill:.3f}" for skill in skills),
        f"{line.windows:,}",
    )


def _decile(line: backtest.DecileLine) -> tuple[str, ...]:
    shares = (line.observed, line.ours, line.constant_gbm, line.recent_gbm)
    return (str(line.decile), f"{line.volatility:.0%}", *(_percent(share) for share in shares))


def _percent(share: float) -> str:
    return f"{share:.4%}" if share < 0.001 else f"{share:.2%}"


def _hours(hours: int) -> str:
    return f"{hours} h" if hours <= 24 else f"{hours // 24} d"


def _table(title: str, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in (head, *rows)]
    return "\n".join([title, *lines])
