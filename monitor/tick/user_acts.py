"""What the user does with alarms: acknowledge, snooze, silence, look at, shelve. Pure."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from monitor.alerts import lifecycle
from monitor.alerts.lifecycle import Alarm, Told
from monitor.alerts.wording import seconds
from monitor.language import tr
from monitor.messages import Acknowledge, AlertEvent, Focus, MuteAll, Shelve, Snooze
from monitor.settings import Settings
from monitor.tick.judge import events_of
from monitor.tick.limits import policy_for
from monitor.tick.state import ONE_OFF, AlarmRecord, EngineState

MUTE_LIMIT_MS = 10 * lifecycle.MINUTE_MS


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
    events = events_of(record, effects, state.next_event_id, now_ms)
    alarms = {**state.alarms, record.key: record}
    if alarm.phase == "normal":
        del alarms[record.key]
    return replace(state, alarms=alarms, next_event_id=state.next_event_id + len(events)), events


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
    events = events_of(shelved, (Told(notify=False, level=0, reason="shelved"),), state.next_event_id, now_ms)
    return replace(state, next_event_id=state.next_event_id + 1), events


def _mute_until(state: EngineState, wanted_s: int, now_ms: int) -> int | None:
    """The end of the user's silence. While one runs it can be shortened, not prolonged."""
    if wanted_s <= 0:
        return None
    until = now_ms + min(wanted_s * 1000, MUTE_LIMIT_MS)
    return until if state.muted_until_ms is None else min(until, state.muted_until_ms)
