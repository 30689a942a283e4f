"""What an engine takes up from one that ended or was killed: alarms, and the positions that were known. Pure."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from monitor.alerts import lifecycle
from monitor.alerts.lifecycle import Alarm, Told
from monitor.alerts.wording import seconds
from monitor.language import tr
from monitor.messages import AlertEvent
from monitor.model import Account
from monitor.settings import Settings
from monitor.tick.judge import event_of, events_of
from monitor.tick.limits import policy_for
from monitor.tick.presence import known_before
from monitor.tick.state import AlarmRecord, EngineState


def restore(
    records: tuple[AlarmRecord, ...],
    settings: Settings,
    now_ms: int,
    *,
    last_ms: int | None,
    next_event_id: int,
    accounts: tuple[Account, ...] = (),
    watched_ms: int | None = None,
) -> tuple[EngineState, tuple[AlertEvent, ...]]:
    """Take up the alarms of an engine that ended or was killed.

    Args:
        last_ms: the stored time of its last tick; a negative or absurd gap counts as unknown.
        accounts: as it recorded them last, of those that are watched still.
        watched_ms: since when we watch; None: from now on.
    """
    until_ms = now_ms if watched_ms is None else watched_ms
    known_gap = last_ms is not None and 0 <= until_ms - last_ms <= 30 * 24 * lifecycle.HOUR_MS
    blind = until_ms - last_ms if last_ms is not None and known_gap else None
    alarms: dict[str, AlarmRecord] = {}
    events = _gap(last_ms, blind, next_event_id, now_ms)
    for record in records:
        alarm, effects = lifecycle.restore(record.alarm, policy_for(record.kind, settings), now_ms, blind)
        record = msgspec.structs.replace(record, alarm=alarm)
        events += events_of(record, effects, next_event_id + len(events), now_ms)
        alarms[record.key] = record
    state = EngineState(
        alarms=alarms,
        next_event_id=next_event_id + len(events),
        known={account.id: known_before(account, now_ms) for account in accounts},
        started_ms=now_ms,
        restarted_ms=now_ms if records or last_ms is not None else None,
    )
    return state, events


def take_up_late(
    state: EngineState,
    records: tuple[AlarmRecord, ...],
    settings: Settings,
    now_ms: int,
    *,
    last_ms: int | None,
    next_event_id: int,
    accounts: tuple[Account, ...] = (),
) -> tuple[EngineState, tuple[AlertEvent, ...]]:
    """Take up what the last engine left where it could be read only while this one guarded already.

    Of an alarm that both know the worse counts, and of equals the one that was answered or, failing that, the newer.
    """
    before, events = restore(
        records,
        settings,
        now_ms,
        last_ms=last_ms,
        next_event_id=max(state.next_event_id, next_event_id),
        accounts=accounts,
        watched_ms=state.started_ms,
    )
    alarms = dict(before.alarms)
    for key, record in state.alarms.items():
        alarms[key] = _merged(alarms[key], record) if key in alarms else record
    known = {
        name: {**before.known.get(name, {}), **state.known.get(name, {})} for name in {**before.known, **state.known}
    }
    merged = replace(
        state, alarms=alarms, known=known, next_event_id=before.next_event_id, restarted_ms=state.started_ms
    )
    stand = {key for key, record in before.alarms.items() if alarms[key] is record}
    return merged, tuple(event for event in events if event.key in stand or event.key not in before.alarms)


def _merged(old: AlarmRecord, new: AlarmRecord) -> AlarmRecord:
    """Return what counts of one alarm as it was left and as it has been raised since."""
    left, since = old.alarm, new.alarm
    if not since.active:
        return old if left.active or since.phase == "pending" or left.peak > since.peak else new
    answered = left.phase in ("acknowledged", "snoozed") and since.phase == "active"
    if left.active and (left.level > since.level or (left.level == since.level and answered)):
        return old
    return msgspec.structs.replace(new, alarm=msgspec.structs.replace(since, peak=max(left.peak, since.peak)))


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
