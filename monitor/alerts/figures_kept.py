"""The figures that are kept now and then so that their alarms can be tried on the past, and how each is judged.

By kind, then by what it is about: the key of a position, account|pool, an account. What is unknown is left out.
"""

from __future__ import annotations

import math

import numpy as np

from monitor.alerts.beyond_conditions import policy_of, subject_of
from monitor.alerts.beyond_figures import FIGURES
from monitor.alerts.lifecycle import Policy
from monitor.alerts.position_conditions import SETTLED, severities
from monitor.risk.beyond import Beyond
from monitor.risk.rows import PositionRisk


def figures_kept(beyond: Beyond, rows: tuple[PositionRisk, ...]) -> dict[str, dict[str, float]]:
    """Return all figures that can be told, whether they are or not, and of each condition how severe it is."""
    found: dict[str, dict[str, float]] = {}
    for kind, figure in FIGURES.items():
        with np.errstate(all="ignore"):  # NaN is unknown, and passes through
            values = figure.column(beyond).tolist()
        subjects = ((subject_of(kind, beyond, rows, number), value) for number, value in enumerate(values))
        found[kind] = {one.key: value for one, value in subjects if one is not None and not math.isnan(value)}
    for kind in SETTLED:
        found[kind] = {}
    for row in rows:
        if not row.unconfirmed:
            for kind, severity in severities(row).items():
                found[kind][row.key] = float(severity)
    return found


def judged(kind: str, value: float, limit: float | None) -> tuple[Policy, float]:
    """Return the limits and the measure of a kept figure.

    Args:
        limit: of a figure; None: it is a condition.
    """
    if limit is None:
        return SETTLED[kind], -value
    return policy_of(kind, limit), value if FIGURES[kind].falling else -value
