"""One tick: tick(state, accounts, settings, now_ms) -> (state, Update, events). Pure: live, replay and tests call it.

`state` holds what one tick hands to the next: where every alarm stands, which positions are known, what is muted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from monitor.alerts import lifecycle
from monitor.alerts.data_readings import SLEPT_MS, slept_text
from monitor.alerts.lifecycle import Alarm, Told
from monitor.alerts.position_conditions import rules_changed
from monitor.alerts.rules import Reading
from monitor.alerts.wording import name_of, price, seconds
from monitor.funding_course import followed
from monitor.judge import Judge, event_of
from monitor.language import tr
from monitor.limits import lines_of, policy_for
from monitor.messages import (
    Acknowledge,
    AlertEvent,
    Focus,
    MuteAll,
    Shelve,
    Snooze,
    Update,
)
from monitor.model import Account, PositionKey
from monitor.presence import Gone, Known, as_last_seen, known_before, reconcile
from monitor.price_watch import Prices
from monitor.readings import take_readings
from monitor.risk.beyond import Beyond, measure_beyond
from monitor.risk.market import Market
from monitor.risk.report import RiskReport, assess
from monitor.risk.rows import PositionRisk
from monitor.settings import Settings
from monitor.spoken import said
from monitor.state import ONE_OFF, AlarmRecord, EngineState, Schedule
from monitor.update import make_update

NOTHING_KNOWN = Market()
NO_PRICES: Prices = {}
MUTE_LIMIT_MS = 10 * lifecycle.MINUTE_MS


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """The outcome of one tick."""

    state: EngineState
    accounts: tuple[Account, ...]  # with unconfirmed positions kept
    report: RiskReport
    beyond: Beyond
    market: Market  # what the report was made with
    prices: Prices
    rows: tuple[PositionRisk, ...]  # in the order of the report, those left out of it last
    deviations: Mapping[str, float]  # of each position's price in 15 minutes, where it is known
    update: Update
    events: tuple[AlertEvent, ...]
    slept: bool = False  # ticks stood still before this one: everything has to be read anew


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
    prices: Prices = NO_PRICES,
    shown: bool = True,
    heard: Mapping[str, int] | None = None,
) -> Tick:
    """Judge the accounts as they are known at `now_ms`.

    Args:
        conditions: what the engine knows beside the accounts, as that the window does not answer.
        accounts: the newest valid answer of each account, `trouble` set where the last attempt failed.
        demo_ids: accounts of the embedded exchange.
        market: volatilities and what else was read beside the accounts.
        prices: of symbols with a price alert and no position.
        shown: somebody looks; else the Update has no ladder, and nothing beyond the liquidation price.
        heard: the episode of each alarm that has got through to somebody; None: all have.
    """
    before = state
    state, accounts, gone = _reconcile_all(state, accounts)
    report, rows = assess_known(accounts, settings)
    beyond = measure_beyond(report.figures, market, now_ms, lines_of(settings))
    fresh = {account.id: _is_new(state, account) for account in accounts}
    taken = take_readings(rows, report, accounts, settings, state, now_ms, beyond=beyond, market=market, prices=prices)
    readings = (*taken.all, *conditions)
    judge = Judge(
        state.alarms,
        settings,
        now_ms,
        next_id=state.next_event_id,
        hushed=state.hushed,
        heard=heard,
        started_ms=state.started_ms,
    )
    slept = _tell_slept(judge, state, now_ms)
    _merge_legs(judge, before.legs, taken.legs)
    for reading in readings:
        judge.take(reading, is_new=fresh.get(reading.account_id, True))
    read = frozenset(account.id for account in accounts if account.read_ms is not None)
    judge.close_what_is_over(
        readings,
        read=read,
        watched=frozenset(account.id for account in accounts),
        unconfirmed=frozenset(row.key for row in rows if row.unconfirmed),
    )
    for end in gone:
        _tell_gone(judge, end, before)
    schedules = _tell_changed_rules(judge, state, [account for account in accounts if fresh[account.id]], rows)
    judge.tell_what_is_hushed_no_more()
    muted_until_ms = state.muted_until_ms
    if muted_until_ms is not None and now_ms >= muted_until_ms:
        judge.end_mute()
        muted_until_ms = None
    is_due = now_ms - state.funding_ms >= lifecycle.MINUTE_MS
    state = replace(
        state,
        alarms={key: record for key, record in judge.alarms.items() if record.alarm.phase != "normal"},
        seen_ms={account.id: account.read_ms for account in accounts if account.read_ms is not None},
        next_event_id=judge.next_id,
        seq=state.seq + 1,
        ticked_ms=now_ms,
        hushed=judge.hushed,
        schedules=schedules,
        legs=dict(taken.legs),
        funding=followed(state.funding, rows, now_ms) if is_due else state.funding,
        funding_ms=now_ms if is_due else state.funding_ms,
        muted_until_ms=muted_until_ms,
    )
    return Tick(
        state=state,
        accounts=accounts,
        report=report,
        beyond=beyond,
        market=market,
        prices=prices,
        rows=rows,
        deviations=taken.deviations,
        update=make_update(
            state,
            accounts,
            rows,
            taken.lines,
            report,
            beyond if shown else None,
            settings,
            now_ms,
            engine_pid,
            demo_ids,
            prices,
        ),
        events=tuple(judge.events),
        slept=slept,
    )


def apply(
    state: EngineState, command: Acknowledge | Snooze | MuteAll | Focus, settings: Settings, now_ms: int
) -> tuple[EngineState, tuple[AlertEvent, ...]]:
    """Carry out what the user did. Unknown keys are ignored: the alarm may have ended meanwhile."""
    if isinstance(command, Focus):
        return replace(state, focus=command.position_key), ()
    if isinstance(command, MuteAll):
        return replace(state, muted_until_ms=_mute_until(state, command.seconds, now_ms)), ()
    record = state.alarms.get(command.key)
    if record is None:
        return state, ()
    policy = policy_for(record.kind, settings)
    if isinstance(command, Acknowledge):
        alarm, effects = lifecycle.acknowledge(record.alarm, policy, now_ms)
        if record.kind in ONE_OFF and effects:
            alarm = Alarm()
    else:
        alarm, effects = lifecycle.snooze(record.alarm, policy, command.seconds * 1000, now_ms)
    record = msgspec.structs.replace(record, alarm=alarm)
    events = _events(record, effects, state.next_event_id, now_ms)
    alarms = {**state.alarms, record.key: record}
    if alarm.phase == "normal":
        del alarms[record.key]
    return replace(state, alarms=alarms, next_event_id=state.next_event_id + len(events)), events


def restore(
    records: tuple[AlarmRecord, ...],
    settings: Settings,
    now_ms: int,
    *,
    last_ms: int | None,
    next_event_id: int,
    accounts: tuple[Account, ...] = (),
) -> tuple[EngineState, tuple[AlertEvent, ...]]:
    """Take up the alarms of an engine that ended or was killed.

    Args:
        last_ms: the stored time of its last tick; a negative or absurd gap counts as unknown.
        accounts: as it recorded them last, of those that are watched still.
    """
    blind = None if last_ms is None or not 0 <= now_ms - last_ms <= 30 * 24 * lifecycle.HOUR_MS else now_ms - last_ms
    alarms: dict[str, AlarmRecord] = {}
    events = _gap(last_ms, blind, next_event_id, now_ms)
    for record in records:
        alarm, effects = lifecycle.restore(record.alarm, policy_for(record.kind, settings), now_ms, blind)
        record = msgspec.structs.replace(record, alarm=alarm)
        events += _events(record, effects, next_event_id + len(events), now_ms)
        alarms[record.key] = record
    state = EngineState(
        alarms=alarms,
        next_event_id=next_event_id + len(events),
        known={account.id: known_before(account, now_ms) for account in accounts},
        started_ms=now_ms,
        restarted_ms=now_ms if records or last_ms is not None else None,
    )
    return state, events


def note_shelf(
    state: EngineState, command: Shelve, until_ms: int, now_ms: int
) -> tuple[EngineState, tuple[AlertEvent, ...]]:
    """Write into the journal that an alarm or a position was put on the shelf, or taken down."""
    record = state.alarms.get(command.key)
    what = record.title if record is not None else command.key.replace("|", " · ")
    shelved = AlarmRecord(
        key=f"shelf|{command.key}",
        alarm=Alarm(),
        family="SYSTEM",
        kind="shelf",
        title=tr("Shelved: {what}", what=what) if command.seconds > 0 else tr("No longer shelved: {what}", what=what),
        text=tr("WARNING and DANGER are not told for {span}; CRITICAL is.", span=seconds((until_ms - now_ms) / 1000))
        if command.seconds > 0
        else "",
        account_id="" if record is None else record.account_id,
        position_key="" if record is None else record.position_key,
    )
    events = _events(shelved, (Told(notify=False, level=0, reason="shelved"),), state.next_event_id, now_ms)
    return replace(state, next_event_id=state.next_event_id + 1), events


def _gap(last_ms: int | None, blind_ms: int | None, next_id: int, now_ms: int) -> tuple[AlertEvent, ...]:
    """The line of the journal that says how long nobody watched."""
    if last_ms is None:
        return ()
    title = tr("Nobody watched for an unknown time: the clock was moved")
    if blind_ms is not None:
        title = tr("Nobody watched for {span}", span=seconds(blind_ms / 1000))
    record = AlarmRecord(
        key="gap|",
        alarm=Alarm(),
        family="SYSTEM",
        kind="gap",
        title=title,
        text=tr("The engine was not running."),
        account_id="",
        position_key="",
    )
    return (event_of(record, Told(notify=False, level=0, reason="gap"), next_id, now_ms),)


def _events(record: AlarmRecord, effects: tuple[Told, ...], next_id: int, now_ms: int) -> tuple[AlertEvent, ...]:
    return tuple(event_of(record, effect, next_id + number, now_ms) for number, effect in enumerate(effects))


def _mute_until(state: EngineState, wanted_s: int, now_ms: int) -> int | None:
    """The end of the user's silence. While one runs it can be shortened, not prolonged."""
    if wanted_s <= 0:
        return None
    until = now_ms + min(wanted_s * 1000, MUTE_LIMIT_MS)
    return until if state.muted_until_ms is None else min(until, state.muted_until_ms)


def _is_new(state: EngineState, account: Account) -> bool:
    return account.read_ms is not None and account.trouble is None and account.read_ms != state.seen_ms.get(account.id)


def _reconcile_all(
    state: EngineState, accounts: tuple[Account, ...]
) -> tuple[EngineState, tuple[Account, ...], tuple[Gone, ...]]:
    known: dict[str, dict[PositionKey, Known]] = {}
    disagreeing: dict[str, int] = {}
    merged: list[Account] = []
    gone: list[Gone] = []
    for account in accounts:
        if account.read_ms is None:
            known[account.id] = state.known.get(account.id, {})
            merged.append(as_last_seen(account, known[account.id]))
            continue
        is_new = _is_new(state, account)
        kept, known[account.id], ended = reconcile(state.known.get(account.id, {}), account, is_new=is_new)
        before = state.disagreeing.get(account.id, 0)
        disagreeing[account.id] = 0 if account.balance_agrees else before + is_new
        merged.append(kept)
        gone.extend(ended)
    return replace(state, known=known, disagreeing=disagreeing), tuple(merged), tuple(gone)


def assess_known(accounts: tuple[Account, ...], settings: Settings) -> tuple[RiskReport, tuple[PositionRisk, ...]]:
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
    unproven = [_unproven(assess((one,), rescue_distance=distance).positions[0], one) for one in left_out]
    return report, (*report.positions, *unproven)


def _unproven(row: PositionRisk, account: Account) -> PositionRisk:
    """The row of a position that the newest answer leaves out, or that has not been read since the start: what it was,
    nothing of what it risks."""
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
        unknown=tr("its account has not been read since the start: this is how it was last seen")
        if account.read_ms is None
        else tr("it is missing from the venue's newest answer, and not yet proven closed"),
    )


def _tell_slept(judge: Judge, state: EngineState, now_ms: int) -> bool:
    """Whether nothing was watched since the last tick: a suspend, or a standstill of our own."""
    if state.ticked_ms is None or now_ms - state.ticked_ms <= SLEPT_MS:
        return False
    title, text = slept_text(now_ms - state.ticked_ms)
    if any(state.known.values()):
        judge.raise_one_off("slept", "slept|", 2, title, text, family="SYSTEM")
    else:
        judge.note("slept", title, text)
    return True


def _merge_legs(judge: Judge, before: Mapping[str, str], legs: Mapping[str, str]) -> None:
    """Where two legs have come to share one liquidation price, the alarm of the quieter one ends in the other's."""
    for leg, speaker in legs.items():
        if leg != speaker and before.get(leg) != speaker:
            judge.drop(f"distance|{leg}")


def _tell_changed_rules(
    judge: Judge, state: EngineState, answered: list[Account], rows: tuple[PositionRisk, ...]
) -> dict[str, dict[str, Schedule]]:
    """Say where a venue has changed the maintenance schedule under an open position; return the schedules.

    Args:
        answered: accounts with a new answer.
    """
    schedules = dict(state.schedules)
    for account in answered:
        before, schedules[account.id] = schedules.get(account.id, {}), {}
        for position in account.positions:
            key = "|".join(account.key_of(position))
            old = before.get(key)
            schedules[account.id][key] = Schedule(brackets=position.brackets, leverage=position.leverage)
            if old is None or old.brackets is position.brackets or not old.brackets or not position.brackets:
                continue
            row = next((row for row in rows if row.key == key), None)
            if old.brackets != position.brackets and old.leverage == position.leverage and row is not None:
                title, text = rules_changed(row, old.brackets, position.brackets)
                judge.raise_one_off(
                    "rules_changed", f"rules|{key}", 1, title, text, account_id=account.id, position_key=key
                )
    return schedules


def _tell_gone(judge: Judge, end: Gone, before: EngineState) -> None:
    """A position is proven gone: liquidated by the venue's record, perhaps liquidated, or closed."""
    account_id, symbol, side, mode = end.key
    position_key = "|".join(end.key)
    name, record = f"{name_of(symbol)} {side} · {account_id} ·", end.liquidation
    if record is not None:
        judge.drop(f"distance|{position_key}")  # what follows replaces its alarm
        judge.raise_one_off(
            "liquidated",
            f"liquidated|{position_key}|{record.at_ms}",
            3,
            tr("{name} LIQUIDATED by the exchange", name=name),
            tr(
                "{contracts:,.12g} contracts closed by force at {price}. Check what is left in the account.",
                contracts=record.contracts,
                price=price(record.price, end.position.tick_size),
            ),
            account_id=account_id,
            position_key=position_key,
        )
        return
    if end.closing is not None:
        at = price(end.closing.price, end.position.tick_size)
        title = tr("{name} closed by your order at {price}", name=name, price=at)
        text = tr(
            "The venue's records name the order; {contracts} contracts.", contracts=f"{end.closing.contracts:,.12g}"
        )
        judge.note("closed", title, text, account_id=account_id, position_key=position_key)
        return
    if end.lost_margin or _was_critical(before, position_key):
        judge.drop(f"distance|{position_key}")
        text = tr(
            "The venue's answers agree that it is no longer there, and it was CRITICAL when it was last seen. "
            "Look at the venue's order history."
        )
        if end.lost_margin:
            text = tr(
                "The venue's answers agree that it is no longer there, and its margin did not come back. "
                "Look at the venue's order history."
            )
        judge.raise_one_off(
            "gone",
            f"gone|{position_key}",
            3,
            tr("{name} gone: closed, or LIQUIDATED?", name=name),
            text,
            account_id=account_id,
            position_key=position_key,
        )
        return
    text = tr(
        "The venue's answers agree that the {mode} position on {account_id} is no longer there.",
        mode=said(mode),
        account_id=account_id,
    )
    judge.note("closed", tr("{name} closed", name=name), text, account_id=account_id, position_key=position_key)


def _was_critical(state: EngineState, position_key: str) -> bool:
    """Whether its own distance was CRITICAL, or that of the leg which spoke for it."""
    record = state.alarms.get(f"distance|{state.legs.get(position_key, position_key)}")
    return record is not None and record.alarm.active and record.alarm.level == 3
