"""The market of the demo exchange: its clock and, at any market second, the price of every symbol.

Market time is ms UTC of the scenario and runs at its own speed; wall time is asked of an injected clock. The traded
price, the mark and the index differ by a tiny premium at most. A mark is rounded to 8 decimals before anything is
computed from it, so an answer's own figures reproduce its liquidation prices.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from monitor.demo.bridge import SECONDS, BarSeries, FloatArray, noise_bridge
from monitor.demo.scenario import HOUR_MS, Scenario, load_bars
from monitor.demo.symbols import Symbol, load_symbols

MARK_DIGITS = 8
FUNDING_MS = 8 * HOUR_MS
MAX_CACHED_PATHS = 96
_NOISE_HOURS = 2048  # a coin's own hourly returns repeat after this many hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """From a market second on, a symbol's price is shifted or held, because a test or the user asked for it."""

    from_ms: int
    factor: float
    held: float | None  # [USDT]; None: the price goes on moving


class Market:
    """Prices of all symbols at any market time, computed hour by hour when they are asked for."""

    def __init__(self, scenario: Scenario, *, seed: int = 1, symbols: int = 10) -> None:
        self.scenario = scenario
        self.seed = seed
        self.symbols = load_symbols(scenario, symbols)
        self.by_name = {symbol.name: symbol for symbol in self.symbols}
        self.start_ms = scenario.start_ms
        self.now_ms = scenario.start_ms
        self.insurance_fund = 5e6  # [USDT]
        self._series = BarSeries(
            load_bars(scenario),
            seed=seed,
            first_hour=scenario.start_ms // HOUR_MS - 14 * 24,
            calm_price=scenario.calm_price,
        )
        self._paths: OrderedDict[tuple[int, int], FloatArray] = OrderedDict()
        self._blocks: OrderedDict[int, FloatArray] = OrderedDict()
        self._returns: dict[int, FloatArray] = {}
        self._overrides: dict[int, list[Override]] = {}
        self._base: dict[int, float] = {}

    # ------------------------------------------------------------ prices

    @cached_property
    def start_price(self) -> float:
        """BTC's price at the scenario's start [USDT]."""
        hour, second = _split(self.start_ms)
        return float(self._series.path(hour)[second])

    def marks(self, at_ms: int | None = None) -> FloatArray:
        """Return the mark of every symbol (n,) at a market time, now by default [USDT]."""
        moment = self.now_ms if at_ms is None else at_ms
        marks: FloatArray = self.marks_between(moment, moment)[0]
        return marks

    def marks_between(self, first_ms: int, last_ms: int) -> FloatArray:
        """Return the marks (k, n) of each market second from the first to the last, which lie in one hour."""
        hour, first = _split(first_ms)
        last = _split(last_ms)[1]
        prices = self._block(hour)[:, first : last + 1].T
        if self._overrides:
            prices = prices.copy()
            for index in self._overrides:
                prices[:, index] = self._overridden(index, hour, prices[:, index], first)
        marks: FloatArray = np.round(prices, MARK_DIGITS)
        return marks

    def mark(self, name: str) -> float:
        """Return one symbol's mark now [USDT]."""
        return float(self.marks()[self.by_name[name].index])

    def path(self, index: int, hour: int) -> FloatArray:
        """Return a symbol's prices (3600,) in an hour, with what was overridden."""
        return self._overridden(index, hour, self._raw_path(index, hour), 0)

    def set_price(self, name: str, price: float, *, hold: bool) -> None:
        """Move a symbol's price to `price` from this market second on; `hold` keeps it there."""
        index = self.by_name[name].index
        hour, second = _split(self.now_ms)
        factor = price / float(self._raw_path(index, hour)[second])
        entry = Override(from_ms=self.now_ms // 1000 * 1000, factor=factor, held=price if hold else None)
        self._overrides.setdefault(index, []).append(entry)

    @property
    def first_hour(self) -> int:
        """The first hour that has prices, counted since 1970."""
        return self._series.first_hour

    def _overridden(self, index: int, hour: int, prices: FloatArray, first: int) -> FloatArray:
        entries = self._overrides.get(index, ())
        if not entries:
            return prices
        result = prices.copy()
        times = hour * HOUR_MS + (np.arange(len(prices)) + first) * 1000
        for entry in entries:
            after = times >= entry.from_ms
            result[after] = prices[after] * entry.factor if entry.held is None else entry.held
        return result

    def _block(self, hour: int) -> FloatArray:
        """All symbols' raw prices (n, 3600) in an hour; the last two hours are kept."""
        block = self._blocks.get(hour)
        if block is None:
            block = np.stack([self._raw_path(index, hour) for index in range(len(self.symbols))])
            self._blocks[hour] = block
            if len(self._blocks) > 2:
                self._blocks.popitem(last=False)
        return block

    def _raw_path(self, index: int, hour: int) -> FloatArray:
        key = (index, hour)
        path = self._paths.get(key)
        if path is None:
            path = self._compute_path(self.symbols[index], hour)
            self._paths[key] = path
            if len(self._paths) > MAX_CACHED_PATHS:
                self._paths.popitem(last=False)
        return path

    def _compute_path(self, symbol: Symbol, hour: int) -> FloatArray:
        bitcoin = self._series.path(hour) if symbol.index == 0 else self._raw_path(0, hour)
        if symbol.start_price is None:
            return bitcoin
        if symbol.index not in self._base:
            start_hour, second = _split(self.start_ms)
            self._base[symbol.index] = float(self._noise(symbol, start_hour)[second])
        noise = self._noise(symbol, hour) - self._base[symbol.index]
        price: FloatArray = symbol.start_price * (bitcoin / self.start_price) ** symbol.beta * np.exp(noise)
        return price

    def _noise(self, symbol: Symbol, hour: int) -> FloatArray:
        """The coin's own log price (3600,) in an hour, continuous from hour to hour."""
        levels = self._returns.get(symbol.index)
        if levels is None:
            rng = np.random.default_rng([self.seed, 3, symbol.index])
            steps = rng.standard_normal(_NOISE_HOURS) * symbol.noise
            levels = np.concatenate([[0.0], np.cumsum(steps - steps.mean())])  # ends where it began: it may repeat
            self._returns[symbol.index] = levels
        slot = hour % _NOISE_HOURS
        rng = np.random.default_rng([self.seed, 4, symbol.index, hour])
        return float(levels[slot]) + noise_bridge(float(levels[slot + 1] - levels[slot]), symbol.noise, rng)

    # ------------------------------------------------------------ funding and premium

    def premium(self, index: int) -> float:
        """Return how far the index lies from the mark, a fraction of less than two basis points."""
        phase = self.now_ms / 1000 / 900 + index
        return float(1e-4 * np.sin(phase) + 5e-5 * np.sin(2.7 * phase))

    def funding_rate(self, index: int) -> float:
        """Return the rate that the running interval will settle; longs pay when it is positive."""
        interval = self.now_ms // FUNDING_MS
        rng = np.random.default_rng([self.seed, 5, index, interval])
        return round(float(np.clip(1e-4 + rng.normal(0, 6e-5), -7.5e-4, 7.5e-4)), 8)

    def next_funding_ms(self) -> int:
        """Return the market time of the next settlement."""
        return (self.now_ms // FUNDING_MS + 1) * FUNDING_MS


def _split(at_ms: int) -> tuple[int, int]:
    """The hour since 1970 and the second in it."""
    hour, rest = divmod(at_ms, HOUR_MS)
    return hour, min(rest // 1000, SECONDS - 1)
