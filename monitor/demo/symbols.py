"""The contracts of the demo exchange: how each coin follows BTC, its steps, and its leverage brackets.

Ten coins with real brackets; more are invented on request (SYN011USDT, …), with an invented schedule. Every coin but
BTC is synthetic: log return = beta times BTC's log return + noise of its own.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from typing import overload

import numpy as np

from monitor.demo.bridge import FloatArray
from monitor.demo.scenario import Scenario
from monitor.resources import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Marginal maintenance tiers: requirement = notional * rate - deduction, by the tier the notional lies in."""

    floors: tuple[float, ...]  # [quote], ascending, first 0
    caps: tuple[float, ...]
    rates: tuple[float, ...]
    leverages: tuple[int, ...]  # largest allowed in the tier
    deductions: tuple[float, ...]  # Binance: "maintenance amount" or `cum`

    @overload
    def requirement(self, notional: float) -> float: ...
    @overload
    def requirement(self, notional: FloatArray) -> FloatArray: ...
    def requirement(self, notional: float | FloatArray) -> float | FloatArray:
        """Return the maintenance margin of a position of this absolute value, or of each of these values [quote]."""
        if isinstance(notional, np.ndarray):
            tiers = np.searchsorted(self.floors, notional, side="right") - 1
            margins: FloatArray = notional * np.take(self.rates, tiers) - np.take(self.deductions, tiers)
            return margins
        tier = bisect_right(self.floors, notional) - 1
        return notional * self.rates[tier] - self.deductions[tier]


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """One perpetual contract, margined in USDT."""

    name: str  # "BTCUSDT"
    base: str
    index: int  # position in the exchange's list, part of the noise seed
    start_price: float | None  # None: the scenario's own bars say so (BTC)
    beta: float
    noise: float  # standard deviation of one hour's own log return
    price_digits: int
    step_digits: int
    depth: float  # resting value within 1 % of the price [USDT]
    schedule: Schedule

    @property
    def tick(self) -> float:
        """The smallest price step [USDT]."""
        return float(10.0**-self.price_digits)

    @property
    def step(self) -> float:
        """The smallest size step [base]."""
        return float(10.0**-self.step_digits)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coin:
    beta: float
    noise: float
    price_digits: int
    step_digits: int
    depth: float


# Digits as Binance lists or listed them; betas and noise are judgement (worst days of scenarios.md, section B).
_COINS: dict[str, _Coin] = {
    "BTC": _Coin(beta=1.0, noise=0.0, price_digits=2, step_digits=3, depth=8e6),
    "ETH": _Coin(beta=1.12, noise=0.0030, price_digits=2, step_digits=3, depth=5e6),
    "SOL": _Coin(beta=1.30, noise=0.0060, price_digits=4, step_digits=0, depth=1.5e6),
    "DOGE": _Coin(beta=1.25, noise=0.0060, price_digits=6, step_digits=0, depth=8e5),
    "XRP": _Coin(beta=1.10, noise=0.0045, price_digits=4, step_digits=1, depth=1.2e6),
    "LINK": _Coin(beta=1.30, noise=0.0055, price_digits=3, step_digits=2, depth=7e5),
    "AVAX": _Coin(beta=1.35, noise=0.0060, price_digits=3, step_digits=0, depth=6e5),
    "BNB": _Coin(beta=1.05, noise=0.0035, price_digits=3, step_digits=2, depth=2e6),
    "ADA": _Coin(beta=1.20, noise=0.0050, price_digits=5, step_digits=0, depth=9e5),
    "LTC": _Coin(beta=1.15, noise=0.0045, price_digits=2, step_digits=3, depth=8e5),
}

# Invented, for invented symbols: floor, cap, rate, leverage.
_INVENTED = ((0.0, 10e3, 0.01, 50), (10e3, 50e3, 0.02, 25), (50e3, 250e3, 0.05, 10), (250e3, 5e6, 0.1, 5))


def load_symbols(scenario: Scenario, count: int) -> tuple[Symbol, ...]:
    """Return the first `count` contracts, BTC first, at the scenario's prices.

    Raises:
        ValueError: fewer than one or more than 500 were asked for.
    """
    if not 1 <= count <= 500:
        raise ValueError(f"The demo exchange lists 1 to 500 symbols, not {count}.")
    schedules = load_schedules()
    real = [
        Symbol(
            name=f"{base}USDT",
            base=base,
            index=index,
            start_price=None if base == "BTC" else scenario.prices[base],
            beta=coin.beta,
            noise=coin.noise,
            price_digits=coin.price_digits,
            step_digits=coin.step_digits,
            depth=coin.depth,
            schedule=schedules[f"{base}USDT"],
        )
        for index, (base, coin) in enumerate(_COINS.items())
    ]
    return tuple(real[:count] + [_invented(index) for index in range(len(real), count)])


def load_schedules() -> dict[str, Schedule]:
    """Return the real brackets, by symbol. Source: see the file's own `source` line."""
    content = json.loads(resource("brackets", "binance_usdm.json").read_text(encoding="utf-8"))
    return {name: schedule(rows) for name, rows in content["brackets"].items()}


def schedule(rows: list[list[float]]) -> Schedule:
    """Return a schedule from rows of floor, cap, rate, leverage, deduction."""
    floors, caps, rates, leverages, deductions = zip(*rows, strict=True)
    return Schedule(
        floors=tuple(floors),
        caps=tuple(caps),
        rates=tuple(rates),
        leverages=tuple(int(leverage) for leverage in leverages),
        deductions=tuple(deductions),
    )


def _invented(index: int) -> Symbol:
    rng = np.random.default_rng([17, index])
    price = float(10 ** rng.uniform(-2, 2.5))
    rows: list[list[float]] = []
    deduction, before = 0.0, 0.0
    for floor, cap, rate, leverage in _INVENTED:
        deduction += floor * (rate - before) if rows else 0.0
        rows.append([floor, cap, rate, leverage, deduction])
        before = rate
    base = f"SYN{index + 1:03d}"
    return Symbol(
        name=f"{base}USDT",
        base=base,
        index=index,
        start_price=round(price, 4),
        beta=float(rng.uniform(0.8, 1.6)),
        noise=float(rng.uniform(0.004, 0.008)),
        price_digits=5 if price < 1 else 4,
        step_digits=1,
        depth=float(rng.uniform(1e5, 6e5)),
        schedule=schedule(rows),
    )
