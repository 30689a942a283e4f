"""What one tick looks at: every reading of the accounts, the pools and the positions. Pure.

What explains others comes before them: the network before the accounts, an account before its marks.
"""

from __future__ import annotations

import math
from collections.abc import Container, Mapping
from dataclasses import dataclass

import numpy as np

from monitor.alerts import data_readings as data
from monitor.alerts.beyond_conditions import beyond_readings
from monitor.alerts.clocks import clock_readings
from monitor.alerts.keys import key_readings
from monitor.alerts.position_conditions import condition_readings, funding_jump_reading
from monitor.alerts.price_alerts import price_readings
from monitor.alerts.risk_readings import Rescue, alarm_lines, pool_reading, position_reading, shock_reading
from monitor.alerts.rules import Limits, Reading, level_of
from monitor.alerts.wording import name_of
from monitor.language import tr
from monitor.model import Account
from monitor.risk.beyond import Beyond
from monitor.risk.market import Market
from monitor.risk.relief import share_to_keep
from monitor.risk.report import RiskReport
from monitor.risk.rescue import margin_to_add, target_prices
from monitor.risk.rows import PoolRisk, PositionRisk
from monitor.settings import Settings
from monitor.tick.funding_course import rate_8h, usual
from monitor.tick.limits import age_limits, beyond_limits, limits_of
from monitor.tick.price_watch import Prices, watched
from monitor.tick.state import AlarmRecord, EngineState

QUARTER_HOUR = 0.25
VOLATILITY_LIMIT_MS = 6 * 3_600_000  # an older one is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """All readings of one tick, and what the rows show of them."""

    all: tuple[Reading, ...]
    lines: Mapping[str, tuple[float, float, float]]  # where the levels of each position begin, by its key
    legs: Mapping[str, str]  # position key -> that of the leg whose alarm speaks for both
    deviations: Mapping[str, float]  # of each position's price in 15 minutes, where it is known


def take_readings(
    rows: tuple[PositionRisk, ...],
    report: RiskReport,
    accounts: tuple[Account, ...],
    settings: Settings,
    state: EngineState,
    now_ms: int,
    *,
    beyond: Beyond,
    market: Market,
    prices: Prices,
    standing: Container[str] | None = None,
) -> Readings:
    """Look at everything once.

    Args:
        beyond: of the report.
        standing: keys whose readings bring their sentence whatever they say; None: those of the alarms that stand.
    """
    standing = state.alarms if standing is None else standing
    legs = _shared_legs(rows, state)
    deviations = _deviations(rows, market, now_ms)
    by_id = {account.id: account for account in accounts}
    of_positions, lines = _of_positions(rows, report, by_id, settings, now_ms, legs, deviations, standing)
    off = frozenset(settings.alerts.quiet_kinds)
    own = any(override.funding_8h for override in settings.alerts.overrides)
    conditions = [
        reading
        for row in rows
        if not row.unconfirmed
        for reading in condition_readings(
            row,
            funding_limit=limits_of(settings, row.account_id, row.symbol, row.side).funding
            if own
            else settings.alerts.funding_8h,
            off=off,
            standing=standing,
        )
    ]
    return Readings(
        all=(
            *_of_accounts(accounts, rows, settings, state, now_ms),
            *of_positions,
            *_of_pools(report, rows, settings, deviations),
            *conditions,
            *_of_funding(rows, settings, state, now_ms, standing),
            *beyond_readings(beyond, rows, beyond_limits(settings), standing),
            *_of_prices(settings, accounts, prices, now_ms),
        ),
        lines=lines,
        legs=legs,
        deviations=deviations,
    )


def _of_funding(
    rows: tuple[PositionRisk, ...], settings: Settings, state: EngineState, now_ms: int, standing: Container[str]
) -> list[Reading]:
    """The readings of rates that may have jumped; the course is looked at only where enough is paid."""
    alerts, readings = settings.alerts, []
    if "funding_jump" in alerts.quiet_kinds:
        return []
    least = 0.5 * alerts.funding_jump_day
    any_stands = standing is not state.alarms or any(key.startswith("funding_jump|") for key in state.alarms)
    for row in rows:
        if row.funding_rate is None or row.unconfirmed or (rate := rate_8h(row)) is None:
            continue
        sign = 3.0 if row.side == "long" else -3.0  # of 8 hours in a day, paid
        if sign * rate < least and not (any_stands and f"funding_jump|{row.key}" in standing):
            continue
        before = usual(state.funding, row.account_id, row.symbol, now_ms)
        readings.append(
            funding_jump_reading(
                row,
                sign * rate,
                None if before is None else sign * before,
                alerts.funding_jump_day,
                alerts.funding_jump_times,
            )
        )
    return readings


def _of_positions(
    rows: tuple[PositionRisk, ...],
    report: RiskReport,
    accounts: Mapping[str, Account],
    settings: Settings,
    now_ms: int,
    legs: Mapping[str, str],
    deviations: Mapping[str, float],
    standing: Container[str],
) -> tuple[list[Reading], dict[str, tuple[float, float, float]]]:
    readings: list[Reading] = []
    lines: dict[str, tuple[float, float, float]] = {}
    resolved: dict[tuple[str, str, str], Limits] = {}  # once where nothing is overridden
    further: dict[int, tuple[int, float]] = {}  # row of the report -> (place among the readings, distance to reach)

    def look(number: int, rescue: Rescue | None = None) -> tuple[Reading, Limits]:
        row = rows[number]
        where = (row.account_id, row.symbol, row.side) if settings.alerts.overrides else ("", "", "")
        if where not in resolved:
            resolved[where] = limits_of(settings, *where)
        account, leg, limits = accounts[row.account_id], legs.get(row.key, ""), resolved[where]
        stands = f"distance|{leg or row.key}" in standing
        return _of_position(row, account, limits, now_ms, deviations.get(row.key), leg, rescue, stands), limits

    for number, row in enumerate(rows):
        reading, limits = look(number)
        lines[row.key] = alarm_lines(reading)
        if _speaks_for(row, legs):
            target = _further(reading, row, limits)
            if target is not None and number < len(report.book.positions):
                further[number] = (len(readings), target)
            readings.append(reading)
        if row.unknown or f"unknown|{row.key}" in standing:
            readings.append(_unknown(row))
    for number, rescue in _rescues(report, {number: target for number, (_, target) in further.items()}).items():
        readings[further[number][0]], _ = look(number, rescue)
    return readings, lines


def _of_position(
    row: PositionRisk,
    account: Account,
    limits: Limits,
    now_ms: int,
    deviation: float | None,
    leg: str,
    rescue: Rescue | None,
    stands: bool,
) -> Reading:
    read_ms = account.read_ms
    return position_reading(
        row,
        limits,
        age_s=None if row.unconfirmed or read_ms is None else (now_ms - read_ms) / 1000,
        deviation=deviation,
        proof=_proof(row, account),
        isolated_ratio=row.margin_ratio if row.margin_mode == "isolated" else None,
        rescue=rescue,
        key=leg,
        legs=tr("long and short") if leg else "",
        stands=stands,
    )


def _speaks_for(row: PositionRisk, legs: Mapping[str, str]) -> bool:
    """Whether this row's reading is told: of two legs it is the threatened one."""
    if row.key not in legs:
        return True
    below = row.liquidation_price is not None and row.liquidation_price < row.mark_price
    return (row.side == "long") == below


def _further(reading: Reading, row: PositionRisk, limits: Limits) -> float | None:
    """The distance to reach where the row does not say how: it is reached already and a level is held all the same,
    or what to cut is known only once the tiers are walked.
    """
    distance = row.liquidation_distance
    if reading.measure is None or distance is None or not 0.0 < distance < 0.9:
        return None
    if (row.rescue_add and row.rescue_cut) or level_of(reading.policy.trip, reading.measure) == 0:
        return None
    if row.rescue_add:
        return row.rescue_distance
    lines = (limits.distance[1], limits.distance[0], limits.distance[0] * 17 / 15, reading.policy.clear[1])
    return min((line for line in lines if distance < line < 0.95), default=None)


def _rescues(report: RiskReport, wanted: Mapping[int, float]) -> dict[int, Rescue]:
    """What brings these rows of the report to these distances; one pass for all."""
    if not wanted:
        return {}
    book, pools = report.book, report.pools
    distances = np.full(len(book.positions), report.rescue_distance)
    for row, distance in wanted.items():
        distances[row] = distance
    targets = target_prices(book, report.prices, report.figures.root, distances)
    with np.errstate(all="ignore"):  # NaN is unknown, and passes through
        add, keep = margin_to_add(book, pools, targets), share_to_keep(book, pools, targets)
    face = np.where(book.inverse, book.face / book.mark, book.face)
    cut = face * (1.0 - keep)
    return {
        row: Rescue(distance=distance, add=float(add[row]), cut=None if math.isnan(cut[row]) else float(cut[row]))
        for row, distance in wanted.items()
        if math.isfinite(add[row])
    }


def _of_pools(
    report: RiskReport, rows: tuple[PositionRisk, ...], settings: Settings, deviations: Mapping[str, float]
) -> list[Reading]:
    unsure = {row.account_id for row in rows if row.unconfirmed}
    members: dict[tuple[str, str], list[PositionRisk]] = {}
    for row in rows:
        members.setdefault((row.account_id, row.pool_id), []).append(row)
    readings = []
    for pool in report.pool_rows:
        if not pool.positions or not pool.pool_id.startswith("cross:"):
            continue
        limits, proof = limits_of(settings, pool.account_id), "unproven" if pool.account_id in unsure else "proven"
        readings.append(pool_reading(pool, limits, told_ratio=pool.told_ratio, proof=proof))
        mine = members.get((pool.account_id, pool.pool_id), [])
        if len({row.symbol for row in mine}) > 1:
            readings.append(_shock(pool, mine, limits, deviations, proof))
    return readings


def _shock(
    pool: PoolRisk, rows: list[PositionRisk], limits: Limits, deviations: Mapping[str, float], proof: str
) -> Reading:
    known = [deviations[row.key] for row in rows if row.key in deviations]
    return shock_reading(pool, limits, deviation=max(known) if len(known) == len(rows) else None, proof=proof)


def _of_accounts(
    accounts: tuple[Account, ...],
    rows: tuple[PositionRisk, ...],
    settings: Settings,
    state: EngineState,
    now_ms: int,
) -> list[Reading]:
    risks = {account.id: _risk_level(account.id, state.alarms) for account in accounts}
    flat = {account.id: account.read_ms is not None and not account.positions for account in accounts}
    agreed = {config.id for config in settings.accounts if config.trade_agreed_ms}
    readings = []
    if accounts:
        all_flat = all(flat.values())
        policy = age_limits(settings, risk_level=max(risks.values()), flat=all_flat)
        readings.append(data.network_reading(accounts, policy, now_ms, state.started_ms))
        readings += clock_readings(accounts)
    for account in accounts:
        policy = age_limits(settings, risk_level=risks[account.id], flat=flat[account.id])
        readings.append(data.age_reading(account, policy, now_ms, state.started_ms))
        readings.append(data.marks_reading(account, policy, now_ms))
        missing = [
            entry for entry in state.known.get(account.id, {}).values() if entry.missed_at_all >= data.MISSING_AFTER
        ]
        disagreeing = state.disagreeing.get(account.id, 0)
        symbols = tuple(entry.position.symbol for entry in missing)
        readings.append(data.suspect_reading(account, symbols, disagreeing=disagreeing))
        readings.append(data.stream_reading(account))
        readings += key_readings(account, agreed=account.id in agreed, now_ms=now_ms)
    return readings


def _of_prices(settings: Settings, accounts: tuple[Account, ...], prices: Prices, now_ms: int) -> list[Reading]:
    return [
        reading
        for alert in watched(settings.alerts.price_alerts, accounts, prices, now_ms)
        for reading in price_readings(alert)
    ]


def _unknown(row: PositionRisk) -> Reading:
    name = f"{name_of(row.symbol)} {row.side}"
    why = "" if row.unconfirmed else row.unknown
    return data.unknown_reading(row.account_id, row.key, name, why, told=bool(row.reported_liquidation_price))


def _risk_level(account_id: str, alarms: Mapping[str, AlarmRecord]) -> int:
    return max(
        (
            record.alarm.level
            for record in alarms.values()
            if record.account_id == account_id and record.family == "RISK" and record.alarm.active
        ),
        default=0,
    )


def _proof(row: PositionRisk, account: Account) -> str:
    """How far a position's measure may be believed."""
    if not row.unconfirmed:
        return "proven"
    return "closing" if account.balance_agrees else "unproven"


def _deviations(rows: tuple[PositionRisk, ...], market: Market, now_ms: int) -> dict[str, float]:
    """The standard deviation of each position's price in 15 minutes, where it is known and not old."""
    found: dict[str, float] = {}
    if not market.volatilities.known:
        return found
    for row in rows:
        volatility = market.volatilities.known.get((row.venue, row.symbol))
        if volatility is not None and volatility.age_ms(now_ms) <= VOLATILITY_LIMIT_MS:
            found[row.key] = volatility.over(QUARTER_HOUR)
    return found


def _shared_legs(rows: tuple[PositionRisk, ...], state: EngineState) -> dict[str, str]:
    """Long and short of one symbol in one pool have one liquidation price: one alarm for both.

    It stands under the key of the leg that has one already, else under that of the long. Of legs that are not confirmed
    no price is known: they stay together where one of them alone has an alarm.
    """
    pairs: dict[tuple[str, str, str], list[PositionRisk]] = {}
    for row in rows:
        if row.margin_mode == "cross" and (row.unconfirmed or row.liquidation_price is not None):
            pairs.setdefault((row.account_id, row.pool_id, row.symbol), []).append(row)
    legs = {}
    for pair in pairs.values():
        if len(pair) != 2 or pair[0].liquidation_price != pair[1].liquidation_price:
            continue
        if pair[0].liquidation_price is None and sum(_level(row.key, state) > 0 for row in pair) != 1:
            continue
        pair.sort(key=lambda row: (-_level(row.key, state), row.side))
        legs.update({row.key: pair[0].key for row in pair})
    return legs


def _level(position_key: str, state: EngineState) -> int:
    record = state.alarms.get(f"distance|{position_key}")
    return record.alarm.level if record is not None and record.alarm.active else 0
