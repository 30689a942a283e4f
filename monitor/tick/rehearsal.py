"""What alarm rules would say: about the positions now, and how often they would have rung in the past. Pure.

The past is what was kept every half minute (past.py); a shorter dip is not in it, and nobody answers in a rehearsal:
only first tellings and rises count, no repeats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from monitor.alerts import lifecycle
from monitor.alerts.lifecycle import Alarm, Policy
from monitor.alerts.risk_readings import position_limits, shock_limits
from monitor.alerts.rules import Limits, Place, level_of, ratio_policy
from monitor.alerts.wording import name_of, percent_down
from monitor.history.past import EVERY_MS, Past, PastPool, PastPosition
from monitor.language import tr
from monitor.messages import PreviewCount, PreviewLine
from monitor.settings import Settings
from monitor.tick.limits import limits_of
from monitor.tick.readings import take_readings
from monitor.tick.state import EngineState
from monitor.tick.tick import Tick

_LimitsOf = Callable[[str, str, str], Limits]
_GAP_MS = 3 * EVERY_MS


class _Everything:
    """Contains every key: each reading brings its sentence."""

    def __contains__(self, key: object) -> bool:
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """How often rules would have rung."""

    counts: tuple[PreviewCount, ...]  # those that ring most first
    since_ms: int | None  # None: nothing is kept yet
    until_ms: int | None
    instants: int


def say_now(last: Tick, settings: Settings, now_ms: int) -> tuple[PreviewLine, ...]:
    """Return what the rules say about everything as it is now, worst first; every position has a line.

    Args:
        last: the newest tick.
    """
    taken = take_readings(
        last.rows,
        last.report,
        last.accounts,
        settings,
        EngineState(known=last.state.known, started_ms=last.state.started_ms),
        now_ms,
        beyond=last.beyond,
        market=last.market,
        prices=last.prices,
        standing=_Everything(),
    )
    lines = []
    for reading in taken.all:
        level = 0 if reading.measure is None else level_of(reading.policy.trip, reading.measure)
        if level or reading.kind == "liquidation_distance":
            at = taken.lines.get(reading.position_key) if reading.kind == "liquidation_distance" else None
            lines.append(
                PreviewLine(
                    key=reading.key,
                    kind=reading.kind,
                    level=level,
                    title=reading.title,
                    text=reading.text if level else _where(at),
                    account_id=reading.account_id,
                    position_key=reading.position_key,
                    begins_at=at,
                )
            )
    return tuple(sorted(lines, key=lambda line: (-line.level, line.key)))


def rehearse(past: Iterable[Past], settings: Settings) -> Rehearsal:
    """Return how often the rules would have rung.

    Args:
        past: oldest first.
    """
    limits: dict[tuple[str, str, str], Limits] = {}
    alarms: dict[str, Alarm] = {}
    told: dict[str, list[int]] = {}
    first = last = None
    instants = 0

    def of(account_id: str, symbol: str = "", side: str = "") -> Limits:
        where = (account_id, symbol, side)
        if where not in limits:
            limits[where] = limits_of(settings, *where)
        return limits[where]

    for instant in past:
        first, last, instants = first or instant.at_ms, instant.at_ms, instants + 1
        for position in instant.positions:
            _step(alarms, told, _key(position), *_of_position(position, of), instant.at_ms)
        for pool in instant.pools:
            for key, policy, measure in _of_pool(pool, of(pool.account_id)):
                _step(alarms, told, key, policy, measure, instant.at_ms)
    counts = [_count(key, levels) for key, levels in told.items()]
    counts.sort(key=lambda count: (-count.critical, -count.danger, -count.warning, count.key))
    return Rehearsal(counts=tuple(counts), since_ms=first, until_ms=last, instants=instants)


def _step(
    alarms: dict[str, Alarm], told: dict[str, list[int]], key: str, policy: Policy, measure: float | None, at_ms: int
) -> None:
    alarm = alarms.get(key)
    if alarm is None and (measure is None or measure > policy.trip[1]):
        return
    alarm = alarm or Alarm()
    policy = replace(policy, max_gap=_GAP_MS, latch_from=9)
    if measure is None:
        alarm, effects = lifecycle.lost(alarm, policy, at_ms)
    else:
        alarm, effects = lifecycle.sample(alarm, policy, measure, at_ms)
    for effect in effects:
        if effect.notify and effect.reason in ("raised", "escalated", "raised without confirmation"):
            told.setdefault(key, [0, 0, 0, 0])[effect.level] += 1
    if alarm.phase == "normal":
        alarms.pop(key, None)
    else:
        alarms[key] = alarm


def _of_position(position: PastPosition, of: _LimitsOf) -> tuple[Policy, float | None]:
    limits = of(position.account_id, position.symbol, position.side)
    place = None
    if position.liquidation is not None:
        place = Place(
            mark=position.mark, entry=position.entry, liquidation=position.liquidation, deviation=position.deviation
        )
    return position_limits(limits, position.distance, place, position.isolated_ratio), position.distance


def _of_pool(pool: PastPool, limits: Limits) -> list[tuple[str, Policy, float | None]]:
    name = f"{pool.account_id}|{pool.pool_id}"
    ratio = None if pool.ratio is None else -pool.ratio
    found: list[tuple[str, Policy, float | None]] = [(f"ratio|{name}", ratio_policy(*limits.ratio), ratio)]
    if pool.shock is not None:
        found.append((f"shock|{name}", shock_limits(limits, pool.shock, pool.deviation), pool.shock))
    return found


def _key(position: PastPosition) -> str:
    return f"distance|{position.account_id}|{position.symbol}|{position.side}|{position.margin_mode}"


def _count(key: str, levels: list[int]) -> PreviewCount:
    kind, account_id, *rest = key.split("|")
    name = f"{name_of(rest[0])} {rest[1]} · {account_id}" if kind == "distance" else account_id
    what = {"distance": "", "ratio": f" · {tr('margin ratio')}", "shock": f" · {tr('common move')}"}[kind]
    return PreviewCount(key=key, name=name + what, warning=levels[1], danger=levels[2], critical=levels[3])


def _where(at: tuple[float, float, float] | None) -> str:
    if at is None:
        return ""
    return tr(
        "WARNING from {warning}, DANGER from {danger}, CRITICAL from {critical}.",
        warning=percent_down(at[0]),
        danger=percent_down(at[1]),
        critical=percent_down(at[2]),
    )
