"""assess(accounts) -> RiskReport: Snapshot to Book, margin, pools, every measure, in that order.

The measures are columns (figures.py); rows for display are built when they are first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from monitor.book import Book, FloatArray
from monitor.margin import (
    binance,
    binance_coinm,
    bingx,
    bitget,
    bybit,
    deribit,
    dydx,
    gate,
    generic,
    htx,
    hyperliquid,
    kraken,
    kucoin,
    mexc,
    okx,
    phemex,
)
from monitor.margin.layout import lay_out
from monitor.margin.pools import LiquidationPrices, gather, liquidation_prices
from monitor.margin.rules import VenueModel
from monitor.margin.values import Pools
from monitor.model import Account, Position
from monitor.risk.figures import Figures, measure
from monitor.risk.report_rows import pool_rows, position_rows
from monitor.risk.rows import PoolRisk, PositionRisk, PriceLadder
from monitor.risk.stress import price_ladder

MODELS: dict[str, VenueModel] = {
    "binance": binance,
    "binanceusdm": binance,
    "binancecoinm": binance_coinm,
    "bingx": bingx,
    "bitget": bitget,
    "bybit": bybit,
    "deribit": deribit,
    "dydx": dydx,
    "gate": gate,
    "gateio": gate,
    "htx": htx,
    "huobi": htx,
    "hyperliquid": hyperliquid,
    "krakenfutures": kraken,
    "kucoin": kucoin,
    "kucoinfutures": kucoin,
    "mexc": mexc,
    "okx": okx,
    "phemex": phemex,
}


@dataclass(frozen=True, kw_only=True)
class RiskReport:
    """Every measure of one instant."""

    figures: Figures
    compared: LiquidationPrices  # at the marks that the venues' own figures belong to: only these compare with them
    compared_root: FloatArray  # (n,) the nearer of them
    rescue_distance: float

    @property
    def book(self) -> Book:
        """The positions as columns."""
        return self.figures.book

    @property
    def pools(self) -> Pools:
        """Who shares equity with whom."""
        return self.figures.pools

    @property
    def prices(self) -> LiquidationPrices:
        """The unrounded liquidation prices."""
        return self.figures.prices

    @cached_property
    def positions(self) -> tuple[PositionRisk, ...]:
        """Rows for display, in the order of the book."""
        return position_rows(self.figures, self.compared, self.compared_root, self.rescue_distance)

    @cached_property
    def pool_rows(self) -> tuple[PoolRisk, ...]:
        """Rows for display, one per pool."""
        return pool_rows(self.figures)

    def ladder(self, position_key: str) -> PriceLadder | None:
        """Return the price ladder of one position, None where it is not in the report or not computable."""
        for row, position in enumerate(self.positions):
            if position.key == position_key and not position.unknown:
                return price_ladder(self.book, self.pools, self.prices, row, position_key)
        return None


def model_of(venue: str) -> VenueModel:
    """Return the margin model of a venue, the generic one where none is built in."""
    return MODELS.get(venue, generic)


def assess(accounts: tuple[Account, ...], *, rescue_distance: float, at_ms: int | None = None) -> RiskReport:
    """Judge every position and pool.

    Args:
        accounts: as read; the figures of an account that could not be read are its last ones.
        rescue_distance: the distance (fraction) that the rescue figures restore.
        at_ms: when the accounts were read, where a venue's rules changed over time; None: each account's own `read_ms`.
    """
    book = Book.of(accounts)
    layout = lay_out(book, MODELS, generic, at_ms)
    figures = measure(book, layout, rescue_distance)
    compared, compared_root = figures.prices, figures.root
    if any(position.reported_mark_price is not None for position in book.positions):
        then = book.at(np.array([_reported_mark(position) for position in book.positions], dtype=np.float64))
        compared = liquidation_prices(then, gather(then, MODELS, generic, at_ms))
        compared_root = compared.nearest(then.mark)
    return RiskReport(figures=figures, compared=compared, compared_root=compared_root, rescue_distance=rescue_distance)


def _reported_mark(position: Position) -> float:
    """The mark at which the venue computed what it reported."""
    return position.mark_price if position.reported_mark_price is None else position.reported_mark_price
