"""What can be lost, at most: of a position when it is liquidated, of a pool, and of all money at one exchange.

Money that is not needed as margin is exposed for nothing: to a liquidation of the whole pool, and to the exchange.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import FloatArray
from monitor.margin.pools import health_at, required_at
from monitor.risk.figures import Figures
from monitor.risk.moved import health_after
from monitor.risk.rescue import target_prices


@dataclass(frozen=True, slots=True, kw_only=True)
class Liquidations:
    """What a liquidation at its own price takes (n,); NaN where no price liquidates or where it is not known."""

    loss: FloatArray  # of the position from today's mark to its liquidation price [settle]
    remaining: FloatArray  # the requirement there: margin that is left when the order is sent [settle]
    value: FloatArray  # of the position there [settle]


def liquidations(figures: Figures) -> Liquidations:
    """Return what is lost and what is left when each position is liquidated at its own price."""
    book, pools = figures.book, figures.pools
    x = book.variable(figures.root)
    worth = book.face * x
    return Liquidations(
        loss=-book.equity_1 * (x - book.variable(book.mark)),
        remaining=required_at(book, pools, np.arange(len(worth)), worth),
        value=worth,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spare:
    """Money of m pools, in their own currency; NaN unknown."""

    equity: FloatArray
    initial: FloatArray  # what the venue ties up for the open positions
    not_needed: FloatArray  # what may leave while every position, and the pool, keeps the distance


def spare(figures: Figures, distance: float) -> Spare:
    """Return what is not needed as margin.

    It may leave while each liquidation price stays `distance` (fraction) away, while the pool survives a fall and a
    rise of all marks by `distance`, and while the initial margin stays covered. Unrealised profit does not count.
    """
    book, pools = figures.book, figures.pools
    layout = pools.layout
    owe = 1.0 if layout.plain else pools.assets.owe[layout.asset]
    initial = layout.groups.sum(figures.initial * owe)
    free = np.minimum(pools.equity, pools.wallet) - initial
    room = health_at(book, pools, target_prices(book, figures.prices, figures.root, distance))
    least, worth = layout.groups.least(room), np.ones(layout.size)
    worth[layout.of] = layout.margin_worth
    for move in (-distance, distance):
        least = np.minimum(least, health_after(book, pools, np.maximum(1.0 + layout.beta * move, 1e-9), 1.0 + move))
    least = least / worth
    return Spare(equity=pools.equity, initial=initial, not_needed=np.maximum(0.0, np.minimum(free, least)))
