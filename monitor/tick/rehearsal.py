"""What alarm rules would say: about the positions now, and how often they would have rung in the past. Pure.

The past is what was kept every half minute, figures every five minutes (past.py); a shorter dip is not in it, and
nobody answers in a rehearsal: only first tellings and rises count, no repeats. A figure that was not recorded is named:
its alarm did not ring 0 times.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from monitor.alerts import lifecycle
from monitor.alerts.figures_kept import judged
from monitor.alerts.lifecycle import Alarm, Policy
from monitor.alerts.position_conditions import SETTLED
from monitor.alerts.risk_readings import position_limits, shock_limits
from monitor.alerts.rules import FLOOR, Limits, Place, funding_jump_policy, funding_policy, level_of, ratio_policy
from monitor.alerts.wording import name_of, percent_down
from monitor.history.past import EVERY_MS, FIGURES_EVERY_MS, Past, PastPool, PastPosition
from monitor.language import tr
from monitor.messages import PreviewCount, PreviewLine
from monitor.settings import Settings
from monitor.spoken import said
from monitor.tick.funding_course import Course, is_long_enough, one_more, usual
from monitor.tick.limits import beyond_limits, limits_of
from monitor.tick.readings import take_readings
from monitor.tick.state import EngineState
from monitor.tick.tick import Tick

_GAP_MS = 3 * EVERY_MS
_FIGURES_GAP_MS = 3 * FIGURES_EVERY_MS


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
    counted_since: dict[str, int]  # ms of the first figure of each kind that would be told and is in the record
    not_recorded: tuple[str, ...]  # kinds that would be told and are not


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
    play = _Play(settings)
    first = last = None
    instants = 0
    for instant in past:
        first, last, instants = first or instant.at_ms, instant.at_ms, instants + 1
        play.take(instant)
    counts = [_count(key, levels) for key, levels in play.told.items()]
    counts.sort(key=lambda count: (-count.critical, -count.danger, -count.warning, count.key))
    return Rehearsal(
        counts=tuple(counts),
        since_ms=first,
        until_ms=last,
        instants=instants,
        counted_since=play.counted_since,
        not_recorded=tuple(kind for kind in play.wanted if kind not in play.counted_since),
    )


class _Play:
    """The alarms of one rehearsal."""

    def __init__(self, settings: Settings) -> None:
        quiet = settings.alerts.quiet_kinds
        self._settings = settings
        self._limits: dict[tuple[str, str, str], Limits] = {}
        self._figures: dict[str, float | None] = dict(beyond_limits(settings))  # None: a condition
        self._figures.update({kind: None for kind in SETTLED if kind not in quiet})
        self._funding = [kind for kind in ("funding", "funding_jump") if kind not in quiet]
        self._alarms: dict[str, Alarm] = {}
        self._held: frozenset[str] = frozenset()
        self._course: Course = {}
        self.wanted = (*self._figures, *self._funding)
        self.counted_since: dict[str, int] = {}
        self.told: dict[str, list[int]] = {}  # times at each level, by alarm key

    def take(self, instant: Past) -> None:
        """Judge one instant."""
        at_ms = instant.at_ms
        self._forget_what_ended(instant)
        for position in instant.positions:
            limits = self._of(position.account_id, position.symbol, position.side)
            key = f"liquidation_distance|{_key(position)}"
            if key in self._alarms or not _is_far(position, limits):
                self._step(key, *_of_position(position, limits), at_ms)
            if position.funding_8h is not None and self._funding:
                self._take_funding(position, position.funding_8h, limits, at_ms)
        if not instant.positions and "funding" in self._funding:
            self.counted_since.setdefault("funding", at_ms)
        for pool in instant.pools:
            for key, policy, measure in _of_pool(pool, self._of(pool.account_id)):
                self._step(key, policy, measure, at_ms)
        for kind, values in instant.figures.items():
            if kind in self._figures:
                self.counted_since.setdefault(kind, at_ms)
                for key, value in values.items():
                    self._step(f"{kind}|{key}", *judged(kind, value, self._figures[kind]), at_ms, _FIGURES_GAP_MS)

    def _take_funding(self, position: PastPosition, rate: float, limits: Limits, at_ms: int) -> None:
        alerts, where = self._settings.alerts, (position.account_id, position.symbol)
        paid, key = rate if position.side == "long" else -rate, _key(position)
        if "funding" in self._funding:
            self.counted_since.setdefault("funding", at_ms)
            if paid >= limits.funding or f"funding|{key}" in self._alarms:
                self._step(f"funding|{key}", funding_policy(limits.funding), -max(0.0, paid), at_ms)
        if "funding_jump" in self._funding and is_long_enough(self._course, *where, at_ms):
            self.counted_since.setdefault("funding_jump", at_ms)
            near = 3.0 * paid >= 0.5 * alerts.funding_jump_day or f"funding_jump|{key}" in self._alarms
            before = usual(self._course, *where, at_ms) if near else None
            if before is not None:
                lately = 3.0 * (before if position.side == "long" else -before)
                line = max(alerts.funding_jump_day, alerts.funding_jump_times * lately)
                self._step(f"funding_jump|{key}", funding_jump_policy(line), -3.0 * paid, at_ms)
        if due := one_more(self._course, *where, rate, at_ms):
            self._course = {**self._course, **due}

    def _forget_what_ended(self, instant: Past) -> None:
        """A position that is not there any more takes its alarms with it: what comes after is told anew."""
        held = frozenset(_key(position) for position in instant.positions)
        if ended := self._held - held:
            for key in [key for key in self._alarms if key.partition("|")[2] in ended]:
                del self._alarms[key]
        self._held = held

    def _of(self, account_id: str, symbol: str = "", side: str = "") -> Limits:
        where = (account_id, symbol, side)
        if where not in self._limits:
            self._limits[where] = limits_of(self._settings, *where)
        return self._limits[where]

    def _step(self, key: str, policy: Policy, measure: float | None, at_ms: int, gap_ms: int = _GAP_MS) -> None:
        alarm = self._alarms.get(key)
        if alarm is None and (measure is None or measure > policy.trip[1]):
            return
        alarm = alarm or Alarm()
        policy = replace(policy, max_gap=gap_ms, latch_from=9)
        if measure is None:
            alarm, effects = lifecycle.lost(alarm, policy, at_ms)
        else:
            alarm, effects = lifecycle.sample(alarm, policy, measure, at_ms)
        for effect in effects:
            if effect.notify and effect.reason in ("raised", "escalated", "raised without confirmation"):
                self.told.setdefault(key, [0, 0, 0, 0])[effect.level] += 1
        if alarm.phase == "normal":
            self._alarms.pop(key, None)
        else:
            self._alarms[key] = alarm


def _is_far(position: PastPosition, limits: Limits) -> bool:
    """Whether no measure of a position comes near its first line: most of a record is that, and costs nothing then."""
    ratio, far = position.isolated_ratio, 2.0 * max(limits.distance[0], FLOOR[1])
    return (
        position.distance is not None and position.distance > far and (ratio is None or ratio < 0.9 * limits.ratio[0])
    )


def _of_position(position: PastPosition, limits: Limits) -> tuple[Policy, float | None]:
    place = None
    if position.liquidation is not None:
        place = Place(
            mark=position.mark, entry=position.entry, liquidation=position.liquidation, deviation=position.deviation
        )
    return position_limits(limits, position.distance, place, position.isolated_ratio), position.distance


def _of_pool(pool: PastPool, limits: Limits) -> list[tuple[str, Policy, float | None]]:
    name = f"{pool.account_id}|{pool.pool_id}"
    ratio = None if pool.ratio is None else -pool.ratio
    found: list[tuple[str, Policy, float | None]] = [(f"margin_ratio|{name}", ratio_policy(*limits.ratio), ratio)]
    if pool.shock is not None:
        found.append((f"common_shock|{name}", shock_limits(limits, pool.shock, pool.deviation), pool.shock))
    return found


def _key(position: PastPosition) -> str:
    return f"{position.account_id}|{position.symbol}|{position.side}|{position.margin_mode}"


def _count(key: str, levels: list[int]) -> PreviewCount:
    kind, account_id, *rest = key.split("|")
    name = f"{name_of(rest[0])} {said(rest[1])} · {account_id}" if len(rest) == 3 else account_id
    return PreviewCount(key=key, kind=kind, name=name, warning=levels[1], danger=levels[2], critical=levels[3])


def _where(at: tuple[float, float, float] | None) -> str:
    if at is None:
        return ""
    return tr(
        "WARNING from {warning}, DANGER from {danger}, CRITICAL from {critical}.",
        warning=percent_down(at[0]),
        danger=percent_down(at[1]),
        critical=percent_down(at[2]),
    )
