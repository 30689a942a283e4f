"""Scenarios: which real (or synthetic) stretch of BTC history the demo exchange plays.

Times are ms UTC of market time. Only the hourly BTC bars are real; everything between and beside them is synthetic.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import UTC, datetime

from monitor.resources import resource

HOUR_MS = 3_600_000

_REAL = (
    "Real hourly BTCUSDT bars of Binance spot (gapless-crypto-data 2.15.1, MIT); seconds and other coins are synthetic."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One hour of BTC [USDT]."""

    open_ms: int
    open: float
    high: float
    low: float
    close: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A stretch of market history and what other coins cost at its start."""

    id: str
    title: str
    source: str  # one sentence: what is real and what is not
    start_ms: int  # market time at which the demo begins
    synthetic: bool  # True: not even the BTC bars are real
    fall: float  # how far BTC falls from the start to the low that the demo is about, fraction
    speed: float = 30.0  # market seconds per wall second
    calm_price: float | None = None  # BTC price two weeks before a synthetic start [USDT]
    prices: dict[str, float]  # what the other coins cost about then, by base asset [USDT]


def _utc(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


SCENARIOS: dict[str, Scenario] = {
    "covid": Scenario(
        id="covid",
        title="12 March 2020 · COVID crash",
        source=_REAL,
        start_ms=_utc("2020-03-12 09:34"),
        synthetic=False,
        fall=0.245,
        prices={
            "ETH": 189.0,
            "SOL": 0.95,
            "DOGE": 0.0022,
            "XRP": 0.199,
            "LINK": 3.70,
            "AVAX": 4.10,
            "BNB": 16.4,
            "ADA": 0.0402,
            "LTC": 46.5,
        },
    ),
    "may21": Scenario(
        id="may21",
        title="19 May 2021 · China ban crash",
        source=_REAL,
        start_ms=_utc("2021-05-19 11:00"),
        synthetic=False,
        fall=0.24,
        prices={
            "ETH": 2950.0,
            "SOL": 47.5,
            "DOGE": 0.415,
            "XRP": 1.38,
            "LINK": 36.5,
            "AVAX": 30.4,
            "BNB": 438.0,
            "ADA": 1.74,
            "LTC": 268.0,
        },
    ),
    "luna": Scenario(
        id="luna",
        title="11 May 2022 · LUNA collapse",
        source=_REAL,
        start_ms=_utc("2022-05-11 11:40"),
        synthetic=False,
        fall=0.118,
        speed=60.0,
        prices={
            "ETH": 2370.0,
            "SOL": 64.0,
            "DOGE": 0.102,
            "XRP": 0.505,
            "LINK": 8.9,
            "AVAX": 42.0,
            "BNB": 311.0,
            "ADA": 0.64,
            "LTC": 81.0,
        },
    ),
    "ftx": Scenario(
        id="ftx",
        title="8 November 2022 · FTX run",
        source=_REAL,
        start_ms=_utc("2022-11-08 16:48"),
        synthetic=False,
        fall=0.155,
        prices={
            "ETH": 1540.0,
            "SOL": 29.5,
            "DOGE": 0.108,
            "XRP": 0.455,
            "LINK": 8.3,
            "AVAX": 17.6,
            "BNB": 352.0,
            "ADA": 0.395,
            "LTC": 67.0,
        },
    ),
    "calm": Scenario(
        id="calm",
        title="Calm market · synthetic",
        source="Synthetic from the first second to the last: a quiet random walk, no real prices.",
        start_ms=_utc("2023-08-07 12:10"),
        synthetic=True,
        fall=0.24,
        calm_price=29_050.0,
        prices={
            "ETH": 1830.0,
            "SOL": 23.1,
            "DOGE": 0.0745,
            "XRP": 0.622,
            "LINK": 7.15,
            "AVAX": 12.6,
            "BNB": 242.0,
            "ADA": 0.292,
            "LTC": 82.5,
        },
    ),
}


def find_scenario(scenario_id: str) -> Scenario:
    """Return a scenario by its id.

    Raises:
        ValueError: there is none; the sentence names those that are.
    """
    try:
        return SCENARIOS[scenario_id]
    except KeyError:
        known = ", ".join(SCENARIOS)
        raise ValueError(f'There is no scenario "{scenario_id}"; known are {known}.') from None


def load_bars(scenario: Scenario) -> tuple[Bar, ...]:
    """Return the scenario's real hourly bars, oldest first; none for a synthetic one."""
    if scenario.synthetic:
        return ()
    with resource("crash_paths", f"{scenario.id}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Bar(
                open_ms=_utc(row["time_utc"] + ":00"),
                open=float(row["open"]),
                high=float(row["high"]),
                low=float(row["low"]),
                close=float(row["close"]),
            )
            for row in csv.DictReader(file)
        )
