"""One tick: tick(state, accounts, settings, now_ms) -> (state, Update, events). Pure: live, replay and tests call it.

`state` holds what one tick hands to the next: where every alarm stands, which positions are known, what is muted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from monitor.alerts import lifecycle, rules
from monitor.alerts.keys import key_readings
from monitor.alerts.lifecycle import Alarm, Told
from monitor.alerts.rules import Reading
from monitor.alerts.wording import price
from monitor.limits import policy_for
from monitor.messages import (
    Acknowledge,
    AlertEvent,
    Focus,
    MuteAll,
    Snooze,
    Update,
)
from monitor.model import Account, PositionKey
from monitor.presence import Gone, Known, reconcile
from monitor.risk.market import Market
from monitor.risk.report import RiskReport, assess
from monitor.risk.rows import PositionRisk
from monitor.settings import Settings
from monitor.state import ONE_OFF, AlarmRecord, EngineState
from monitor.update import make_update

NOTHING_KNOWN = Market()
MUTE_LIMIT_MS = 10 * lifecycle.MINUTE_MS


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """The outcome of one tick."""

    state: EngineState
    accounts: tuple[Account, ...]  # with unconfirmed positions kept
    report: RiskReport
    market: Market  # what the report was made with
    update: Update
    events: tuple[AlertEvent, ...]


def tick(
    state: EngineState,
    accounts: tuple[Account, ...],
    settings: Settings,
    now_ms: int,
    *,
    engine_pid: int = 0,
    demo_ids: frozenset[str] = frozenset(),
    conditions: tuple[Reading, ...] = (),
    market: Market = NOTHING_KNOWN,
) -> Tick:
    """Judge the accounts as they are known at `now_ms`.

    Args:
        conditions: what the engine knows beside the accounts, as that the window does not answer.
        accounts: the newest valid answer of each account, `trouble` set where the last attempt failed.
        demo_ids: accounts of the embedded exchange.
        market: volatilities and what else was read beside the accounts.
    """
    told = _Told(state.next_event_id, now_ms)
    state, accounts, gone = _reconcile_all(state, accounts)
    report, rows = _assess(accounts, settings)
    fresh = {account.id: _is_new(state, account) for account in accounts}
    readings = [*_readings(rows, report, accounts, settings, state, now_ms), *conditions]
    alarms = dict(state.alarms)
    for reading in readings:
        _judge(alarms, reading, fresh.get(reading.account_id, True), now_ms, told)
    _close_what_is_over(alarms, readings, accounts, settings, now_ms, told)
    for end in gone:
        _tell_gone(alarms, end, now_ms, told)
    alarms = {key: record for key, record in alarms.items() if record.alarm.phase != "normal"}
    state = replace(
        state,
        alarms=alarms,
        seen_ms={account.id: account.read_ms for account in accounts if account.read_ms is not None},
        next_event_id=told.next_id,
        seq=state.seq + 1,
    )
    return Tick(
        state=state,
        accounts=accounts,
        report=report,
        market=market,
        update=make_update(state, accounts, rows, report, settings, now_ms, engine_pid, demo_ids),
        events=tuple(told.events),
    )


def apply(
    state: EngineState, command: Acknowledge | Snooze | MuteAll | Focus, settings: Settings, now_ms: int
) -> tuple[EngineState, tuple[AlertEvent, ...]]:
    """Carry out what the user did. Unknown keys are ignored: the alarm may have ended meanwhile."""
    if isinstance(command, Focus):
        return replace(state, focus=command.position_key), ()
    if isinstance(command, MuteAll):
        until = now_ms + min(command.seconds * 1000, MUTE_LIMIT_MS) if command.seconds > 0 else None
        return replace(state, muted_until_ms=until), ()
    record = state.alarms.get(command.key)
    if record is None:
        return state, ()
    told = _Told(state.next_event_id, now_ms)
    policy = policy_for(record.kind, settings)
    if isinstance(command, Acknowledge):
        alarm, effects = lifecycle.acknowledge(record.alarm, policy, now_ms)
        if record.kind in ONE_OFF and effects:
            alarm = Alarm()
    else:
        alarm, effects = lifecycle.snooze(record.alarm, policy, command.seconds * 1000, now_ms)
    record = msgspec.structs.replace(record, alarm=alarm)
    told.all(record, effects)
    alarms = {**state.alarms, record.key: record}
    if alarm.phase == "normal":
        del alarms[record.key]
    return replace(state, alarms=alarms, next_event_id=told.next_id), tuple(told.events)


def restore(
    records: tuple[AlarmRecord, ...], settings: Settings, now_ms: int, *, last_ms: int | None, next_event_id: int
) -> tuple[EngineState, tuple[AlertEvent, ...]]:
    """Take up the alarms of an engine that ended or was killed.

    Args:
        last_ms: the stored time of its last tick; a negative or absurd gap counts as unknown.
    """
    blind = None if last_ms is None or not 0 <= now_ms - last_ms <= 30 * 24 * lifecycle.HOUR_MS else now_ms - last_ms
    told = _Told(next_event_id, now_ms)
    alarms = {}
    for record in records:
        alarm, effects = lifecycle.restore(record.alarm, policy_for(record.kind, settings), now_ms, blind)
        record = msgspec.structs.replace(record, alarm=alarm)
        told.all(record, effects)
        alarms[record.key] = record
    state = EngineState(
        alarms=alarms,
        next_event_id=told.next_id,
        started_ms=now_ms,
        restarted_ms=now_ms if records or last_ms is not None else None,
    )
    return state, tuple(told.events)


class _Told:
    """Collects the events of one tick and numbers them."""

    def __init__(self, next_id: int, now_ms: int) -> None:
        self.next_id = next_id
        self.now_ms = now_ms
        self.events: list[AlertEvent] = []

    def all(self, record: AlarmRecord, effects: tuple[Told, ...]) -> None:
        for effect in effects:
            self.one(record, effect)

    def one(self, record: AlarmRecord, effect: Told) -> None:
        self.events.append(
            AlertEvent(
                id=self.next_id,
                at_ms=self.now_ms,
                key=record.key,
                family=record.family,
                kind=record.kind,
                level=effect.level,
                reason=effect.reason,
                notify=effect.notify,
                title=record.title,
                text=record.text,
                account_id=record.account_id,
                position_key=record.position_key,
                episode_ms=record.alarm.since_ms,
                measure=record.alarm.measure,
            )
        )
        self.next_id += 1


def _is_new(state: EngineState, account: Account) -> bool:
    return account.read_ms is not None and account.trouble is None and account.read_ms != state.seen_ms.get(account.id)


def _reconcile_all(
    state: EngineState, accounts: tuple[Account, ...]
) -> tuple[EngineState, tuple[Account, ...], tuple[Gone, ...]]:
    known: dict[str, dict[PositionKey, Known]] = {}
    merged: list[Account] = []
    gone: list[Gone] = []
    for account in accounts:
        if account.read_ms is None:
            merged.append(account)
            known[account.id] = state.known.get(account.id, {})
            continue
        kept, known[account.id], ended = reconcile(
            state.known.get(account.id, {}), account, is_new=_is_new(state, account)
        )
        merged.append(kept)
        gone.extend(ended)
    return replace(state, known=known), tuple(merged), tuple(gone)


def _assess(accounts: tuple[Account, ...], settings: Settings) -> tuple[RiskReport, tuple[PositionRisk, ...]]:
    """Return the report and all rows to show.

    A position that has vanished while the account's totals agree is left out of its pool: the wallet holds its result
    already, and to count its last profit or loss once more would make the others look liquidated. Its own risk is
    unknown until it is proven gone. Where the totals disagree it still counts.
    """
    distance = settings.alerts.rescue_distance
    left_out = [
        replace(account, positions=(position,))
        for account in accounts
        if account.balance_agrees
        for position in account.positions
        if position.unconfirmed
    ]
    if not left_out:
        report = assess(accounts, rescue_distance=distance)
        return report, report.positions
    kept = tuple(
        replace(account, positions=tuple(one for one in account.positions if not one.unconfirmed))
        if account.balance_agrees
        else account
        for account in accounts
    )
    report = assess(kept, rescue_distance=distance)
    unproven = [_unproven(assess((one,), rescue_distance=distance).positions[0]) for one in left_out]
    return report, (*report.positions, *unproven)


def _unproven(row: PositionRisk) -> PositionRisk:
    """The row of a vanished position: what it was, nothing of what it risks."""
    return msgspec.structs.replace(
        row,
        liquidation_price=None,
        liquidation_distance=None,
        margin_ratio=None,
        disagreement=None,
        effective_leverage=None,
        max_loss=None,
        loss_to_liquidation=None,
        rescue_add=None,
        rescue_cut=None,
        stop_beyond=False,
        stop_cover=None,
        unknown="it is missing from the venue's newest answer, and not yet proven closed",
    )


def _readings(
    rows: tuple[PositionRisk, ...],
    report: RiskReport,
    accounts: tuple[Account, ...],
    settings: Settings,
    state: EngineState,
    now_ms: int,
) -> list[Reading]:
    distance, ratio = policy_for("liquidation_distance", settings), policy_for("margin_ratio", settings)
    ages = {account.id: None if account.read_ms is None else (now_ms - account.read_ms) / 1000 for account in accounts}
    by_id = {account.id: account for account in accounts}
    unsure = {row.account_id for row in rows if row.unconfirmed}
    readings = [
        rules.position_reading(
            row, distance, None if row.unconfirmed else ages[row.account_id], _proof(row, by_id[row.account_id])
        )
        for row in rows
    ]
    readings += [
        rules.pool_reading(pool, ratio, "unproven" if pool.account_id in unsure else "proven")
        for pool in report.pool_rows
        if pool.positions and pool.pool_id.startswith("cross:")
    ]
    agreed = {config.id for config in settings.accounts if config.trade_agreed_ms}
    for account in accounts:
        at_risk = any(
            record.alarm.level >= 2 and record.family == "RISK" and record.account_id == account.id
            for record in state.alarms.values()
        )
        policy = rules.age_policy(settings.poll.calm_s, at_risk=at_risk)
        readings.append(rules.age_reading(account, policy, now_ms, state.started_ms))
        readings += _suspicions(account, state)
        readings.append(rules.clock_reading(account))
        readings += key_readings(account, agreed=account.id in agreed, now_ms=now_ms)
    return readings


def _proof(row: PositionRisk, account: Account) -> str:
    """How far a position's measure may be believed."""
    if not row.unconfirmed:
        return "proven"
    return "closing" if account.balance_agrees else "unproven"


def _suspicions(account: Account, state: EngineState) -> list[Reading]:
    """Positions that the venue's answer left out without proof."""
    missing = [entry for entry in state.known.get(account.id, {}).values() if entry.missed_at_all >= 3]
    names = ", ".join(sorted({entry.position.symbol for entry in missing}))
    return [
        rules.condition_reading(
            "suspect",
            "DATA",
            account.id,
            2 if missing else 0,
            f"{account.id}: {len(missing)} position{'s' if len(missing) > 1 else ''} missing without proof",
            f"{names}: not in the venue's answer, but nothing proves that it is closed. It stays, marked.",
        )
    ]


def _judge(alarms: dict[str, AlarmRecord], reading: Reading, is_new: bool, now_ms: int, told: _Told) -> None:
    """Feed one reading to its alarm."""
    old = alarms.get(reading.key)
    alarm = old.alarm if old is not None else Alarm()
    always_known = reading.family != "RISK"
    if reading.proof == "closing":
        alarm, effects = lifecycle.hold(alarm, reading.policy, now_ms)
    elif reading.proof == "unproven" and reading.measure is not None:
        alarm, effects = lifecycle.only_worse(alarm, reading.policy, reading.measure, now_ms)
    elif reading.measure is None:
        alarm, effects = lifecycle.lost(alarm, reading.policy, now_ms)
    elif is_new or always_known:
        alarm, effects = lifecycle.sample(alarm, reading.policy, reading.measure, now_ms)
    else:
        alarm, effects = lifecycle.elapse(alarm, reading.policy, now_ms)
    if alarm.phase == "normal" and old is None and not effects:
        return
    record = AlarmRecord(
        key=reading.key,
        alarm=alarm,
        family=reading.family,
        kind=reading.kind,
        title=reading.title if alarm.phase != "returned" or old is None else old.title,
        text=reading.text if alarm.phase != "returned" or old is None else old.text,
        account_id=reading.account_id,
        position_key=reading.position_key,
    )
    alarms[reading.key] = record
    told.all(record, effects)


def _close_what_is_over(
    alarms: dict[str, AlarmRecord],
    readings: list[Reading],
    accounts: tuple[Account, ...],
    settings: Settings,
    now_ms: int,
    told: _Told,
) -> None:
    """Alarms without a reading: of a position that is proven gone, or of an account not read yet since the start."""
    present = {reading.key for reading in readings}
    read = {account.id for account in accounts if account.read_ms is not None}
    watched = {account.id for account in accounts}
    for key in [key for key in alarms if key not in present]:
        record = alarms[key]
        policy = policy_for(record.kind, settings)
        if record.kind in ONE_OFF or (record.account_id in watched and record.account_id not in read):
            alarm, effects = lifecycle.elapse(record.alarm, policy, now_ms)
        else:
            alarm, effects = lifecycle.close(record.alarm, policy)
        alarms[key] = msgspec.structs.replace(record, alarm=alarm)
        told.all(alarms[key], effects)


def _tell_gone(alarms: dict[str, AlarmRecord], end: Gone, now_ms: int, told: _Told) -> None:
    account_id, symbol, side, mode = end.key
    position_key = "|".join(end.key)
    base = symbol.split(":", 1)[0]
    record = end.liquidation
    if record is None:
        told.one(
            AlarmRecord(
                key=f"closed|{position_key}",
                alarm=Alarm(),
                family="RISK",
                kind="closed",
                title=f"{base} {side} is closed",
                text=f"The venue's answers agree that the {mode} position on {account_id} is no longer there.",
                account_id=account_id,
                position_key=position_key,
            ),
            Told(notify=False, level=0, reason="closed"),
        )
        return
    key = f"liquidated|{position_key}|{record.at_ms}"
    tick_size = end.position.tick_size
    alarms.pop(f"distance|{position_key}", None)  # what follows replaces its alarm
    alarms[key] = AlarmRecord(
        key=key,
        alarm=Alarm(phase="active", level=3, peak=3, since_ms=now_ms, told_ms=now_ms, episode=1, last_good=now_ms),
        family="RISK",
        kind="liquidated",
        title=f"{base} {side} was LIQUIDATED by the exchange",
        text=(
            f"{record.contracts:,.12g} contracts closed by force at {price(record.price, tick_size)} on {account_id}. "
            f"Check what is left in the account."
        ),
        account_id=account_id,
        position_key=position_key,
    )
    told.one(alarms[key], Told(notify=True, level=3, reason="liquidated"))
