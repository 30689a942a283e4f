"""Random price histories with faults through the whole tick, and an oracle that says which alarms had to be told.

The exchange is two isolated positions whose liquidation prices are known in closed form. The oracle takes the limits
from the guide and shares no code with the program.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from monitor.messages import AlertEvent
from monitor.model import Account
from monitor.risk.market import Market
from monitor.risk.volatility import Volatilities, Volatility
from monitor.settings import Settings
from monitor.tick.state import EngineState
from monitor.tick.tick import tick
from tests.build import account, flat_bracket, isolated

START = 1_700_000_000_000
SIZE, ENTRY = 0.2, 50_000.0
LONG, SHORT = "BTC/USDT:USDT", "ETH/USDT:USDT"
QUARTER_HOURS_A_YEAR = 4 * 24 * 365


@dataclass(frozen=True, slots=True)
class Terms:
    """What a history is about."""

    margin: float  # of each position
    rate: float  # maintenance
    deviation: float | None  # of the price in 15 minutes; None: not known


@dataclass(frozen=True, slots=True)
class Moment:
    """What one second brings."""

    second: int
    long_mark: float
    short_mark: float
    fault: str  # "", "silent", "missing": the long is left out of the answer


def history(seed: int, seconds: int) -> tuple[Terms, list[Moment]]:
    """Return the terms and the moments of one history."""
    draw = random.Random(seed)
    margin, rate = draw.choice([(250.0, 0.005), (1_000.0, 0.005), (1_000.0, 0.05), (4_000.0, 0.1)])
    terms = Terms(margin, rate, draw.choice([None, 0.0001, 0.002, 0.01, 0.03]))
    step = draw.choice([0.0005, 0.003, 0.01])
    drift = draw.choice([-1.0, -0.3, 0.0, 0.3])
    long_mark, short_mark = ENTRY * draw.uniform(0.93, 1.15), ENTRY * draw.uniform(0.9, 1.07)
    moments, fault, left = [], "", 0
    for second in range(seconds):
        long_mark *= 1.0 + step * (draw.gauss(0, 1) + drift)
        short_mark *= 1.0 + step * (draw.gauss(0, 1) - drift)
        if left == 0:
            fault = draw.choices(["", "silent", "missing"], [0.8, 0.12, 0.08])[0]
            left = draw.choice([1, 2, 4, 18, 65]) if fault else draw.choice([1, 5, 20])
        left -= 1
        moments.append(Moment(second, max(1.0, long_mark), max(1.0, short_mark), fault))
    return terms, moments


# ---------------------------------------------------------------- the oracle


def demanded(terms: Terms, moments: list[Moment]) -> Iterator[tuple[int, str, int]]:
    """Say what has to be told at the latest: (second, key, level)."""
    seen, missed, warned = -1, 0, {LONG: None, SHORT: None}
    for now in moments:
        if now.fault == "silent":
            age = now.second - seen if seen >= 0 else now.second
            yield from (
                (now.second, "stale|main", level) for level, after in ((1, 15), (2, 60), (3, 120)) if age > after
            )
            warned = {LONG: None, SHORT: None}
            continue
        seen, missed = now.second, missed + 1 if now.fault == "missing" else 0
        if missed >= 3:
            yield now.second, "suspect|main", 2
        for symbol, side, mark in ((LONG, 1, now.long_mark), (SHORT, -1, now.short_mark)):
            if now.fault == "missing" and symbol == LONG:
                continue
            level = danger(side, mark, terms)
            since = warned[symbol] = None if level == 0 else now.second if warned[symbol] is None else warned[symbol]
            if level > 1 or (since is not None and now.second - since >= 5):
                yield now.second, f"distance|main|{symbol}|{'long' if side > 0 else 'short'}|isolated", level


def danger(side: int, mark: float, terms: Terms) -> int:
    """The level by the rule max(ratio, min(distance, max(volatility, way)), 1 %); half of the way is a WARNING."""
    end = (ENTRY * SIZE - side * terms.margin) / (SIZE * (1 - side * terms.rate))
    distance = side * (mark - end) / mark
    equity = terms.margin + side * SIZE * (mark - ENTRY)
    ratio = math.inf if equity <= 0 else terms.rate * SIZE * mark / equity
    gone = side * (ENTRY - mark) / (side * (ENTRY - end))
    near = sum(distance < line for line in (0.15, 0.08, 0.04))
    chance = 3 if terms.deviation is None else sum(distance < line * terms.deviation for line in (6.0, 3.5, 2.0))
    way = sum(gone > line for line in (0.5, 0.7, 0.85))
    tight = sum(ratio > line for line in (0.5, 0.7, 0.85))
    return max(tight, min(near, max(chance, way)), 3 * (distance < 0.01), int(gone > 0.5 and distance < 0.3))


# ---------------------------------------------------------------- the program


def missing(seed: int, seconds: int = 60) -> list[tuple[int, str, int]]:
    """Return what had to be told in one history and was not."""
    terms, moments = history(seed, seconds)
    heard: list[tuple[int, AlertEvent]] = []
    state = EngineState(started_ms=START)
    market = _market(terms.deviation)
    newest = replace(_answer(terms, moments[0]), read_ms=None, positions=(), collateral=())
    for now in moments:
        at_ms = START + now.second * 1_000
        newest = replace(newest, trouble="no answer") if now.fault == "silent" else _answer(terms, now)
        outcome = tick(state, (newest,), Settings(), at_ms, market=market)
        state = outcome.state
        heard += [(now.second, event) for event in outcome.events]
    return [demand for demand in demanded(terms, moments) if not _was_told(demand, heard)]


def _was_told(demand: tuple[int, str, int], heard: list[tuple[int, AlertEvent]]) -> bool:
    """Whether the level, or a higher one, had been told by then, and its alarm has not ended since."""
    at, key, level = demand
    told = 0
    for second, event in heard:
        if event.key == key and second <= at:
            if event.notify:
                told = max(told, event.level)
            elif event.reason.startswith(("cleared", "closed")):
                told = 0
            elif event.reason == "improved":
                told = min(told, event.level)
    return told >= level


def _answer(terms: Terms, now: Moment) -> Account:
    bracket = flat_bracket(terms.rate)
    held = [
        isolated(
            terms.margin,
            symbol=SHORT,
            side="short",
            contracts=SIZE,
            entry_price=ENTRY,
            brackets=bracket,
            mark_price=now.short_mark,
        )
    ]
    if now.fault != "missing":
        held.append(
            isolated(
                terms.margin, symbol=LONG, contracts=SIZE, entry_price=ENTRY, brackets=bracket, mark_price=now.long_mark
            )
        )
    return account(*held, read_ms=START + now.second * 1_000, balance_agrees=now.fault != "missing")


def _market(deviation: float | None) -> Market:
    if deviation is None:
        return Market()
    annual = deviation * math.sqrt(QUARTER_HOURS_A_YEAR)
    one = Volatility(annual=annual, fast=annual, slow=None, hours=300, days=0, at_ms=START)
    return Market(volatilities=Volatilities(known={("binanceusdm", symbol): one for symbol in (LONG, SHORT)}))
