"""The largest leverage whose isolated liquidation price is touched no more often than one accepts.

The margin behind the position is its initial margin; requirement and fee are fractions of the value.
"""

from __future__ import annotations

import numpy as np

from monitor.book import FloatArray
from monitor.risk.distributions import ndtri, stdtrit
from monitor.risk.touch import DAY_YEARS, DOF


def largest_leverage(
    chance: float,
    *,
    volatility: FloatArray,
    days: float,
    maintenance_rate: FloatArray,
    fee_rate: FloatArray,
    direction: FloatArray,
    gaussian: bool = False,
) -> FloatArray:
    """Return the leverage at which the price touches its liquidation within `days` with `chance`.

    Args:
        volatility: (n,) annual. direction: (n,) +1 long, -1 short. gaussian: thin tails, as the published values have;
            the advice is given with the mixture, which is met more often far out.

    NaN where the volatility is unknown. Source: the project's risk maths, section 11, from 2 Phi(-z) = chance.
    """
    if gaussian:
        quantile = -float(ndtri(0.5 * chance))
    else:
        quantile = -float(stdtrit(DOF, 0.5 * chance)) * float(np.sqrt((DOF - 2.0) / DOF))
    move = np.exp(-direction * volatility * np.sqrt(days * DAY_YEARS) * quantile)
    leverage: FloatArray = 1.0 / (direction * (1.0 - (1.0 - direction * (maintenance_rate + fee_rate)) * move))
    return leverage
