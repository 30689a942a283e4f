"""When the next thing is due on an account: the first market second at which an order is hit or a pool falls.

Arrays are (k,) along the seconds of one step, so that a step of many seconds costs little more than one of a few.
"""

from __future__ import annotations

import numpy as np

from monitor.demo import margin
from monitor.demo.account import Account
from monitor.demo.bridge import FloatArray

EARLY = 1e-6  # a hair early at most [USDT]: the account is then judged by the exact rule


def first_due(account: Account, prices: FloatArray) -> int | None:
    """Return the first row of `prices` (k, n) at which an order is hit or a pool falls to its requirement."""
    if not account.positions and not account.orders:
        return None
    symbols = account.rules.symbols
    due = np.zeros(len(prices), dtype=bool)
    for order in account.orders.values():
        column = prices[:, symbols[order.symbol].index]
        due |= (column >= order.level) if order.waits_for_rise else (column <= order.level)
    for pool in margin.pools(account):
        left = np.full(len(prices), pool.wallet)
        for symbol, legs in pool.legs().items():
            left += margin.headroom(pool.rules, legs, prices[:, symbols[symbol].index])
        due |= left <= EARLY
    found = int(np.argmax(due))
    return found if due[found] else None
