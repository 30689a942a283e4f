"""What really happened when the model said so much: the curves that turn one computed chance into an honest range.

The curves are made by `marginwatch calibrate` from real hourly prices (backtest.py) and shipped with the program.
"""

from __future__ import annotations

from functools import cache

import msgspec
import numpy as np

from monitor.book import FloatArray
from monitor.resources import resource

HORIZONS_H = (1, 8, 24, 168)


class Curve(msgspec.Struct, frozen=True, kw_only=True):
    """What happened when the model said `predicted`, for one horizon; rising throughout."""

    hours: int
    predicted: tuple[float, ...]
    observed: tuple[float, ...]
    lowest: tuple[float, ...]  # the range that held in nine of ten calendar quarters: its low end
    highest: tuple[float, ...]
    windows: tuple[int, ...]

    def applied(self, chance: FloatArray, shares: tuple[float, ...]) -> FloatArray:
        """Return what `shares` (observed, lowest or highest) tell for each chance; NaN stays NaN."""
        told: FloatArray = np.interp(chance, (0.0, *self.predicted, 1.0), (0.0, *shares, 1.0))
        return told


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """The curves, and where they come from."""

    source: str
    first_day: str  # ISO
    last_day: str
    curves: tuple[Curve, ...]  # one for each of HORIZONS_H


@cache
def shipped() -> Calibration:
    """Return the calibration that comes with the program."""
    return msgspec.json.decode(resource("calibration", "touch.json").read_bytes(), type=Calibration)
