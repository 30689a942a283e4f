"""The demo market's coins as OKX lists them: contract sizes, lots, and position tiers by contracts.

A size in contracts is base / `value`. A tier's rate applies to the whole position (a cliff at each step). Contract
values are OKX's own; the tiers are invented: the rates of the market's schedule, at the counts that its bounds were
worth when the scenario began.

Source: OKX API v5, GET /public/instruments and /public/position-tiers, read 2026-10.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from math import floor, log10

from monitor.demo.market import Market
from monitor.demo.symbols import Symbol

# Base units of one contract, as exponents of ten; decimals of the smallest step in contracts.
_LISTED = {
    "BTC": (-2, 2),
    "ETH": (-1, 2),
    "SOL": (0, 2),
    "DOGE": (3, 2),
    "XRP": (2, 2),
    "LINK": (0, 1),
    "AVAX": (0, 1),
    "BNB": (-2, 0),
    "ADA": (2, 1),
    "LTC": (0, 1),
}
_PRICE_DIGITS = {"BTC": 1}  # where they are not the market's own
USUAL_VALUE = 50.0  # what a contract of an invented coin is worth, roughly [USDT]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A step of the maintenance schedule."""

    number: int  # from 1
    least: float  # contracts
    most: float  # contracts
    rate: float
    leverage: int  # largest allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """One perpetual, margined in USDT."""

    symbol: Symbol  # with OKX's steps; its schedule is the market's, OKX's own are the tiers
    exponent: int  # one contract is 10 ** exponent base units
    digits: int  # decimals of a size in contracts
    tiers: tuple[Tier, ...]

    @property
    def family(self) -> str:
        """OKX's instFamily and uly: "BTC-USDT"."""
        return f"{self.symbol.base}-USDT"

    @property
    def name(self) -> str:
        """OKX's instId: "BTC-USDT-SWAP"."""
        return f"{self.family}-SWAP"

    @property
    def value(self) -> float:
        """Base units of one contract: OKX's ctVal."""
        return float(10.0**self.exponent)

    @property
    def value_text(self) -> str:
        """The contract value as OKX writes it: "0.01"."""
        return decimal(self.exponent)

    @property
    def lot_text(self) -> str:
        """The smallest step of a size, in contracts."""
        return decimal(-self.digits)

    def count(self, size: float) -> float:
        """Return a size in base units as contracts, > 0."""
        return round(abs(size) / self.value, self.digits)

    def tier(self, size: float) -> Tier:
        """Return the tier of a position; beyond the last step the last one goes on."""
        found = bisect_left([tier.most for tier in self.tiers], self.count(size))
        return self.tiers[min(found, len(self.tiers) - 1)]


def decimal(exponent: int) -> str:
    """Return a power of ten without an exponent: "0.01", "1000"."""
    return f"{10.0**exponent:.{max(0, -exponent)}f}"


def contracts_of(market: Market) -> dict[str, Contract]:
    """Return the contract of each symbol, by the world's own name ("BTCUSDT")."""
    prices = market.marks(market.start_ms).tolist()
    return {symbol.name: _contract(symbol, price) for symbol, price in zip(market.symbols, prices, strict=True)}


def _contract(symbol: Symbol, start_price: float) -> Contract:
    exponent, digits = _LISTED.get(symbol.base) or (round(log10(USUAL_VALUE / start_price)), 1)
    worth = start_price * 10.0**exponent
    step = 10.0**-digits
    tiers: list[Tier] = []
    schedule = symbol.schedule
    for number, (cap, rate, leverage) in enumerate(
        zip(schedule.caps, schedule.rates, schedule.leverages, strict=True), start=1
    ):
        least = round(tiers[-1].most + step, digits) if tiers else 0.0
        most = max(_two_digits(cap / worth), least)
        tiers.append(Tier(number=number, least=least, most=round(most, digits), rate=rate, leverage=leverage))
    price_digits = _PRICE_DIGITS.get(symbol.base, symbol.price_digits)
    listed = replace(symbol, price_digits=price_digits, step_digits=digits - exponent)
    return Contract(symbol=listed, exponent=exponent, digits=digits, tiers=tuple(tiers))


def _two_digits(value: float) -> float:
    """Round to two digits, as schedules are."""
    return round(value, 1 - floor(log10(value)))


def market_name(name: str) -> str:
    """Return the market's own name of a contract: "BTC-USDT-SWAP" is "BTCUSDT"."""
    return name.removesuffix("-SWAP").replace("-", "")
