"""RISK: what is looked at in a position, a pool and a common fall, and the sentence with the action in it.

Figures are rounded against the user's optimism: distances and room down, needs up. The worse of our figure and the
venue's is what rings.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from monitor.alerts.lifecycle import Policy
from monitor.alerts.rules import (
    Limits,
    Place,
    Reading,
    Three,
    distance_policy,
    level_of,
    position_policy,
    raised,
    ratio_policy,
)
from monitor.alerts.wording import amount_down, amount_up, cut_up, name_of, percent_down, percent_up, price, seconds
from monitor.language import tr
from monitor.risk.rows import PoolRisk, PositionRisk

FAR = 2.5  # times the WARNING line: no measure makes a position loud from here on


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """What brings a position back to a distance."""

    distance: float
    add: float  # [currency of the pool]
    cut: float | None  # [base]; None: cutting does not help


def position_reading(
    row: PositionRisk,
    limits: Limits,
    *,
    age_s: float | None,
    deviation: float | None = None,
    proof: str = "proven",
    isolated_ratio: float | None = None,
    rescue: Rescue | None = None,
    key: str = "",
    legs: str = "",
    stands: bool = True,
) -> Reading:
    """Return the distance reading of one position.

    Args:
        age_s: of the account's data; None: not known, or the position is not in its newest answer.
        deviation: standard deviation of its price in 15 minutes, fraction.
        isolated_ratio: the margin ratio of its own pool; None where it shares one.
        rescue: what to do; None: as the row says.
        key: of the position that this alarm stands under, where two legs share one liquidation price.
        legs: what is said in place of the side then.
        stands: there is an alarm already; without one a position that is far away is not looked at closely.
    """
    distance, liquidation, proof = _threat(row, proof)
    is_far = distance is not None and distance > FAR * limits.distance[0] and not _tight(isolated_ratio, limits)
    if is_far and distance is not None and not stands:
        return _quiet(row, _plain_policy(limits.distance), distance, proof, key or row.key)
    place = None
    if liquidation is not None:
        entry = row.entry_price if row.entry_price > 0 else None
        place = Place(mark=row.mark_price, entry=entry, liquidation=liquidation, deviation=deviation)
    return Reading(
        key=f"distance|{key or row.key}",
        family="RISK",
        kind="liquidation_distance",
        measure=distance,
        policy=position_limits(limits, distance, place, isolated_ratio),
        title=_title(row, distance, liquidation, legs),
        text=_text(row, liquidation, age_s, rescue),
        account_id=row.account_id,
        position_key=key or row.key,
        proof=proof,
    )


def position_limits(limits: Limits, distance: float | None, place: Place | None, ratio: float | None) -> Policy:
    """Return the limits of a position's distance.

    Args:
        place: None: no price that liquidates it is known.
        ratio: the margin ratio of its own pool; None where it shares one.
    """
    if place is None or distance is None:
        return _plain_policy(limits.distance)
    policy = position_policy(limits, place)
    return policy if ratio is None else _with_ratio(policy, distance, ratio, limits)


def shock_limits(limits: Limits, distance: float, deviation: float | None) -> Policy:
    """Return the limits of a common move. It has no entry: none of the way counts as gone."""
    if deviation is None:
        return _plain_policy(limits.distance)
    return position_policy(
        limits, Place(mark=1.0, entry=1.0, liquidation=max(1e-9, 1.0 - distance), deviation=deviation)
    )


def _quiet(row: PositionRisk, policy: Policy, distance: float, proof: str, key: str) -> Reading:
    return Reading(
        key=f"distance|{key}",
        family="RISK",
        kind="liquidation_distance",
        measure=distance,
        policy=policy,
        title="",
        text="",
        account_id=row.account_id,
        position_key=key,
        proof=proof,
    )


def _tight(ratio: float | None, limits: Limits) -> bool:
    return ratio is not None and ratio >= 0.9 * limits.ratio[0]


@cache
def _plain_policy(lines: Three) -> Policy:
    return distance_policy(*lines)


@cache
def _plain_ratio_policy(lines: Three) -> Policy:
    return ratio_policy(*lines)


def pool_reading(pool: PoolRisk, limits: Limits, *, told_ratio: float | None = None, proof: str = "proven") -> Reading:
    """Return the ratio reading of one cross pool.

    Args:
        told_ratio: the venue's own, 1 at liquidation; the worse one rings.
    """
    ratio = pool.margin_ratio
    worse = max((value for value in (ratio, told_ratio) if value is not None), default=None)
    text = ""
    if pool.headroom is not None and pool.maintenance_margin is not None and pool.equity is not None:
        text = tr(
            "Maintenance margin {maintenance_margin} against equity {equity} {settle}, {headroom} of "
            "room; at 100 % the exchange liquidates.",
            maintenance_margin=amount_up(pool.maintenance_margin),
            equity=amount_down(pool.equity),
            settle=pool.settle,
            headroom=amount_down(pool.headroom),
        )
        warning = limits.ratio[0]
        need = (pool.required or pool.maintenance_margin) / warning - pool.equity
        if need > 0:
            text += " " + tr(
                "Add {need} {settle} to come under {warning}.",
                need=amount_up(need),
                settle=pool.settle,
                warning=percent_up(warning),
            )
    if told_ratio is not None and ratio is not None and told_ratio > ratio * 1.02:
        text = tr("By the venue's figure; ours is {ratio}.", ratio=percent_up(ratio)) + " " + text
    return Reading(
        key=f"ratio|{pool.account_id}|{pool.pool_id}",
        family="RISK",
        kind="margin_ratio",
        measure=None if worse is None or ratio is None else -worse,
        policy=_plain_ratio_policy(limits.ratio),
        title=tr("{pool} · margin ratio {worse}", pool=_pool_name(pool), worse=percent_up(worse)),
        text=text,
        account_id=pool.account_id,
        proof=proof,
    )


def shock_reading(pool: PoolRisk, limits: Limits, *, deviation: float | None = None, proof: str = "proven") -> Reading:
    """Return the reading of all marks of a pool moving together: it is nearer than any single price says.

    Args:
        deviation: the largest of its symbols, in 15 minutes, fraction.
    """
    distance, word = math.inf if pool.common_shock_down is None else pool.common_shock_down, "fall"
    if pool.common_shock_up is not None and pool.common_shock_up < distance:
        distance, word = pool.common_shock_up, "rise"
    naive = pool.naive_down if word == "fall" else pool.naive_up
    text = tr("If every price moves together, {distance} is enough.", distance=percent_down(distance))
    if naive is not None and naive > distance:
        text += " " + tr("By itself the nearest one would have {naive}.", naive=percent_down(naive))
    if pool.headroom is not None:
        text += " " + tr(
            "{headroom} {settle} of room are left.", headroom=amount_down(pool.headroom), settle=pool.settle
        )
    return Reading(
        key=f"shock|{pool.account_id}|{pool.pool_id}",
        family="RISK",
        kind="common_shock",
        measure=None if pool.unknown or pool.margin_ratio is None else distance,
        policy=shock_limits(limits, distance, deviation),
        title=f"{_pool_name(pool)} · {_move(distance, word)}",
        text=text,
        account_id=pool.account_id,
        proof=proof,
    )


def _move(distance: float, word: str) -> str:
    if distance <= 0:
        return tr("PAST its liquidation")
    if word == "fall":
        return tr("a common fall of {distance} liquidates it", distance=percent_down(distance))
    return tr("a common rise of {distance} liquidates it", distance=percent_down(distance))


def alarm_lines(reading: Reading) -> tuple[float, float, float]:
    """Return the distances at which WARNING, DANGER and CRITICAL begin for this position now."""
    return reading.policy.trip[1], reading.policy.trip[2], reading.policy.trip[3]


def _threat(row: PositionRisk, proof: str) -> tuple[float | None, float | None, str]:
    """The distance that rings, the price it belongs to, and how far it may be believed."""
    told = row.reported_liquidation_price
    told_distance = None if told is None or told <= 0 else _told_distance(row, told)
    if row.unknown and (told_distance is None or row.unconfirmed):
        return None, None, proof
    if row.unknown:  # ours is unknown: the venue's may ring, it may not calm
        return told_distance, told, "unproven" if proof == "proven" else proof
    distance = math.inf if row.liquidation_distance is None else row.liquidation_distance
    if told_distance is not None and row.agreement == "disagrees" and told_distance < distance:
        return told_distance, told, proof
    return distance, row.liquidation_price, proof


def _told_distance(row: PositionRisk, told: float) -> float:
    """The distance by the venue's figure, < 0 where its price is passed."""
    ours = row.liquidation_price
    from_above = told > row.mark_price if ours is None else ours > row.mark_price
    return (told - row.mark_price if from_above else row.mark_price - told) / row.mark_price


def _with_ratio(policy: Policy, distance: float, ratio: float, limits: Limits) -> Policy:
    """An isolated position is as loud as its margin ratio at least."""
    by_ratio = _plain_ratio_policy(limits.ratio)
    clear = (math.inf, *(math.nextafter(limit, -math.inf) for limit in by_ratio.clear[1:]))
    held = level_of((clear[0], clear[1], clear[2], clear[3]), -ratio)
    return raised(policy, distance, tripped=level_of(by_ratio.trip, -ratio), held=held)


def _title(row: PositionRisk, distance: float | None, liquidation: float | None, legs: str) -> str:
    start = f"{name_of(row.symbol)} {legs or row.side} · {row.account_id} · "
    if distance is None:
        return start + tr("liquidation price unknown")
    if math.isinf(distance):
        return start + tr("no price can liquidate it")
    if distance <= 0:
        return start + tr("PAST its liquidation price")
    return start + tr(
        "{distance} to liquidation {price}", distance=percent_down(distance), price=_price(liquidation, row)
    )


def _text(row: PositionRisk, liquidation: float | None, age_s: float | None, rescue: Rescue | None) -> str:
    parts = []
    if liquidation is not None:
        mark = _price(row.mark_price, row)
        parts.append(
            tr("Mark {mark}.", mark=mark)
            if age_s is None
            else tr("Mark {mark}, {age} old.", mark=mark, age=seconds(age_s))
        )
        if liquidation != row.liquidation_price:
            ours = tr("unknown") if row.liquidation_price is None else _price(row.liquidation_price, row)
            parts.append(tr("The venue's liquidation price; ours is {ours}.", ours=ours))
    if rescue is None and row.rescue_distance is not None and row.rescue_add:
        rescue = Rescue(distance=row.rescue_distance, add=row.rescue_add, cut=row.rescue_cut)
    if rescue is not None and rescue.add > 0:
        parts.append(_action(row, rescue))
    if row.stop_beyond:
        parts.append(tr("A stop lies beyond the liquidation price: it will never fill."))
    elif row.stop_cover == 0:
        parts.append(tr("No stop order covers it."))
    if row.unknown:
        parts.append(row.unknown[:1].upper() + row.unknown[1:] + ".")
    return " ".join(parts)


def _action(row: PositionRisk, rescue: Rescue) -> str:
    money, aim = f"{amount_up(rescue.add)} {row.settle}", percent_up(rescue.distance)
    if not rescue.cut:
        return tr("Add {money} to reach {aim}.", money=money, aim=aim)
    size = cut_up(row, rescue.cut)
    return tr("Add {money} or cut {size} to reach {aim}.", money=money, size=size, aim=aim)


def _pool_name(pool: PoolRisk) -> str:
    return f"{pool.account_id} {pool.settle}" if pool.pool_id.startswith("cross:") else pool.account_id


def _price(value: float | None, row: PositionRisk) -> str:
    return "—" if value is None else price(value, row.tick_size)
