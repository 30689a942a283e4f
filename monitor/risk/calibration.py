"""What really happened when the model said so much: the curves that turn one computed chance into an honest range.

The curves are made by `marginwatch calibrate` from real hourly prices (backtest.py) and shipped with the program.
"""

from __future__ import annotations

from functools import cache, cached_property

import msgspec
import numpy as np

from monitor.book import FloatArray
from monitor.resources import resource

HORIZONS_H = (1, 8, 24, 168)


class Curve(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What happened when the model said `predicted`, for one horizon; rising throughout."""

    hours: int
    predicted: tuple[float, ...]
    observed: tuple[float, ...]
    lowest: tuple[float, ...]  # its range, made to hold in nine of ten cells of unseen years: the low end
    highest: tuple[float, ...]
    windows: tuple[int, ...]
    widened: float = 1.0  # factor of the odds by which both ends were moved outwards, to hold in unseen years

    @cached_property
    def said(self) -> FloatArray:
        """The chances that the model said, from 0 to 1; the columns below stand at these."""
        return _to_the_ends(self.predicted)

    @cached_property
    def happened(self) -> FloatArray:
        """What happened on the whole."""
        return _to_the_ends(self.observed)

    @cached_property
    def low_end(self) -> FloatArray:
        """The low end of the range."""
        return _to_the_ends(self.lowest)

    @cached_property
    def high_end(self) -> FloatArray:
        """The high end of the range."""
        return _to_the_ends(self.highest)

    def applied(self, chance: FloatArray, shares: FloatArray) -> FloatArray:
        """Return what `shares` (`happened`, `low_end` or `high_end`) tell for each chance; NaN stays NaN."""
        told: FloatArray = np.interp(chance, self.said, shares)
        return told


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """The curves, and where they come from."""

    source: str
    first_day: str  # ISO
    last_day: str
    curves: tuple[Curve, ...]  # one for each of HORIZONS_H


def _to_the_ends(shares: tuple[float, ...]) -> FloatArray:
    """What never happens and what always does, on either side."""
    return np.array((0.0, *shares, 1.0))


@cache
def shipped() -> Calibration:
    """Return the calibration that comes with the program."""
    return msgspec.json.decode(resource("calibration", "touch.json").read_bytes(), type=Calibration)
