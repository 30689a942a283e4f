"""What one alarm looks at, and from where it speaks: readings, and the limits of each kind of measure.

Families: RISK (a position's distance, a pool's ratio), DATA (how old, how plausible), SYSTEM (key, clock). Measures are
LOWER IS WORSE; ratios, ages and conditions are fed negated. Limits are indexed by level 0..3.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from monitor.alerts.lifecycle import HOUR_MS, NEVER_MS, Policy

LEVEL_NAMES = ("OK", "WARNING", "DANGER", "CRITICAL")

Three = tuple[float, float, float]
"""WARNING, DANGER, CRITICAL."""

FLOOR = (0.01, 0.0125)  # distance at which all is CRITICAL whatever the other measures say, and where that ends
_DISTANCE_CLEAR = (17 / 15, 9.5 / 8, 5 / 4)
_RATIO_CLEAR = (45 / 50, 64 / 70, 78 / 85)
_MULTIPLE_CLEAR = (7 / 6, 4 / 3.5, 2.3 / 2)

_CONDITION = Policy(
    trip=(math.inf, -1.0, -2.0, -3.0), clear=(math.inf, -0.5, -1.5, -2.5), on_delay=(0, 0, 0, 0), off_delay=(0, 0, 0, 0)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One measure of one alarm at one instant."""

    key: str
    family: str
    kind: str
    measure: float | None  # None: unknown, so nothing may improve
    proof: str = "proven"  # "unproven": may only raise; "closing": nothing is judged until it is proven gone
    policy: Policy
    title: str
    text: str
    account_id: str
    position_key: str = ""
    is_new: bool | None = None  # the measure has not been judged before; None: as its account's answer
    explained_by: str = ""  # key of the alarm that is told in its place while that one is up


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the user chose for one position or pool; fractions, multiples of one standard deviation."""

    distance: Three
    ratio: Three
    multiples: Three  # liquidation distance over the price's standard deviation in 15 minutes
    way: Three  # share of the way from entry to liquidation that is gone
    combined: bool = True  # a distance speaks only as loud as the multiples or the way confirm
    funding: float = 0.001  # paid in 8 hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a position stands between its entry and its liquidation."""

    mark: float
    entry: float | None
    liquidation: float
    deviation: float | None  # standard deviation of the price in 15 minutes, fraction; None: not known


def condition_policy() -> Policy:
    """Return the limits of something that is so or is not."""
    return _CONDITION


def settled_policy(seconds: float) -> Policy:
    """Return the limits of something that is so or is not, told only when it has been seen to be so for a while."""
    wait = int(seconds * 1000)
    return replace(_CONDITION, on_delay=(0, wait, 0, 0), off_delay=(0, 5_000, 5_000, 5_000), fails_open=False)


def price_policy() -> Policy:
    """Return the limits of a price alert: told once, silent until the price has turned back by 0.2 %."""
    return Policy(
        trip=(math.inf, 0.0, -math.inf, -math.inf),
        clear=(math.inf, 0.002, -math.inf, -math.inf),
        on_delay=(0, 0, 0, 0),
        off_delay=(0, 0, 0, 0),
        acknowledged=(0, NEVER_MS // 2, HOUR_MS, 0),
        worsening=1e9,
        latch_from=1,
    )


def distance_policy(warning: float, danger: float, critical: float) -> Policy:
    """Return the limits of a liquidation distance (fractions); deadband 13, 19 and 25 % of the trip value."""
    trips = (warning, danger, critical)
    return Policy(trip=_four(trips), clear=_four(_times(trips, _DISTANCE_CLEAR)))


def ratio_policy(warning: float, danger: float, critical: float) -> Policy:
    """Return the limits of a margin ratio, negated; deadband 8 to 10 % of the trip value."""
    trips = (-warning, -danger, -critical)
    return Policy(trip=_four(trips), clear=_four(_times(trips, _RATIO_CLEAR)))


def disagreement_policy() -> Policy:
    """Return the limits of the gap between our liquidation price and the venue's, negated fraction of the mark."""
    return Policy(trip=_four((-0.015, -0.03, -math.inf)), clear=_four((-0.012, -0.025, -math.inf)))


def funding_policy(limit: float) -> Policy:
    """Return the limits of the funding that is paid in 8 hours, negated fraction; DANGER at five times the limit."""
    return Policy(
        trip=_four((-limit, -5 * limit, -math.inf)),
        clear=_four((-0.8 * limit, -4 * limit, -math.inf)),
        acknowledged=(0, 24 * HOUR_MS, 8 * HOUR_MS, 0),
        worsening=0.5,
    )


def funding_jump_policy(limit: float) -> Policy:
    """Return the limits of the funding that is paid in a day, negated fraction, where it has jumped."""
    return Policy(
        trip=_four((-limit, -math.inf, -math.inf)),
        clear=_four((-0.8 * limit, -math.inf, -math.inf)),
        acknowledged=(0, 24 * HOUR_MS, 0, 0),
        worsening=0.5,
    )


def age_policy(
    poll_s: float, *, risk_level: int = 0, flat: bool = False, danger_s: float = 60.0, critical_s: float = 120.0
) -> Policy:
    """Return the limits of the age of what is known, in negated seconds; good data ends the alarm after 3 s.

    Args:
        risk_level: the worst risk alarm that rests on this data: from WARNING on blindness counts one level more, from
            DANGER on it is CRITICAL within 30 s.
        flat: no position was open when it was last seen.
    """
    first = max(3 * poll_s, 15.0)
    danger, critical = max(danger_s, first), max(critical_s, danger_s, first)
    if flat:
        ages = (max(first, 120.0), math.inf, math.inf)
    elif risk_level == 0:
        ages = (first, danger, critical)
    else:
        ages = (first, first, min(danger, max(30.0, first)) if risk_level > 1 else danger)
    trips = (-ages[0], -ages[1], -ages[2])
    return Policy(
        trip=_four(trips),
        clear=_four(_times(trips, (0.8, 0.8, 0.8))),
        on_delay=(0, 0, 0, 0),
        off_delay=(0, 3_000, 3_000, 3_000),
        worsening=1.0,
        latch_from=3,
    )


def position_policy(limits: Limits, place: Place) -> Policy:
    """Return the limits of one position's distance, all measures of it combined.

    With the volatility, the entry and the liquidation price given, each measure is a threshold on the distance, so the
    level max(min(distance, max(multiples, way)), floor) is one as well, and the deadbands combine in the same way. An
    unknown volatility or way confirms everything: it never makes an alarm quieter. Half of the way gone is a WARNING
    wherever the distance is below twice the user's line: a position that loses slowly is not ignored.
    """
    trips = _combined(limits.distance, limits.multiples, limits.way, limits, place, FLOOR[0])
    clear = _combined(
        _times(limits.distance, _DISTANCE_CLEAR),
        _times(limits.multiples, _MULTIPLE_CLEAR),
        _times(limits.way, _RATIO_CLEAR),
        limits,
        place,
        FLOOR[1],
    )
    return Policy(trip=_four(trips), clear=_four(clear))


def raised(policy: Policy, measure: float, *, tripped: int, held: int) -> Policy:
    """Return limits under which the measure has at least the level of another measure of the same thing.

    Args:
        tripped: the level which that one has reached. held: the level which it has not yet left.
    """
    if not held:
        return policy
    trip = tuple(max(limit, measure) if 0 < level <= tripped else limit for level, limit in enumerate(policy.trip))
    above = math.nextafter(measure, math.inf)
    clear = tuple(max(limit, above) if 0 < level <= held else limit for level, limit in enumerate(policy.clear))
    return replace(policy, trip=(trip[0], trip[1], trip[2], trip[3]), clear=(clear[0], clear[1], clear[2], clear[3]))


def level_of(limits: tuple[float, float, float, float], measure: float) -> int:
    """Return the highest level whose limit the measure is at or below."""
    return max((level for level in (1, 2, 3) if measure <= limits[level]), default=0)


def condition_reading(
    kind: str,
    family: str,
    account_id: str,
    severity: int,
    title: str,
    text: str,
    *,
    about: str = "",
    position_key: str = "",
    policy: Policy = _CONDITION,
) -> Reading:
    """Return the reading of something that is so or is not: severity 0 is not so, 1 to 3 the level.

    Args:
        about: what the alarm is named after; the account where empty.
    """
    return Reading(
        key=f"{kind}|{about or account_id}",
        family=family,
        kind=kind,
        measure=-float(severity),
        policy=policy,
        title=title,
        text=text,
        account_id=account_id,
        position_key=position_key,
    )


def _combined(distance: Three, multiples: Three, way: Three, limits: Limits, place: Place, floor: float) -> Three:
    """Distances at which the three levels begin (or end) when all measures are put together."""
    least = (floor, floor, floor)
    if not limits.combined:
        return _highest(distance, least)
    by_way = _way_as_distance(way, place)
    by_chance = (math.inf,) * 3 if place.deviation is None else _times(multiples, (place.deviation,) * 3)
    confirmed = _highest(by_chance, by_way)
    warning, danger, critical = _highest(
        (min(distance[0], confirmed[0]), min(distance[1], confirmed[1]), min(distance[2], confirmed[2])), least
    )
    half_gone = min(by_way[0], 2.0 * distance[0])
    return max(warning, half_gone) if math.isfinite(by_way[0]) else warning, danger, critical


def _way_as_distance(way: Three, place: Place) -> Three:
    """The distances at which these shares of the way from entry to liquidation are gone; inf: no way to measure."""
    if place.entry is None:
        return (math.inf,) * 3
    liquidation = place.liquidation
    toward = 1.0 if liquidation < place.mark else -1.0
    length = toward * (place.entry - liquidation)
    if length <= 0.0:  # it was opened beyond what is its liquidation price now
        return (math.inf,) * 3
    first, second, third = (
        (1.0 - share) * length / (place.entry - toward * share * length) if share < 1.0 else 0.0 for share in way
    )
    return first, second, third


def _highest(one: Three, other: Three) -> Three:
    return max(one[0], other[0]), max(one[1], other[1]), max(one[2], other[2])


def _times(values: Three, factors: Three) -> Three:
    return values[0] * factors[0], values[1] * factors[1], values[2] * factors[2]


def _four(three: Three) -> tuple[float, float, float, float]:
    return (math.inf, *three)
