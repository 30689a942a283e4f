"""Readings to their alarms, and what is told of it. Pure.

An alarm that lies on a shelf, or that another one explains, goes through its life all the same: it is only not told,
and as soon as the shelf ends or the explanation is over it is told after all.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from monitor.alerts import lifecycle
from monitor.alerts.lifecycle import Alarm, Told
from monitor.alerts.rules import Reading
from monitor.messages import AlertEvent
from monitor.settings import Settings
from monitor.tick.limits import policy_for, shelf_of
from monitor.tick.state import ONE_OFF, AlarmRecord

SHELVED = "shelved"
HEARD_WITHIN_MS = 10_000  # so long an alarm may explain others before it has got through itself


class Judge:
    """The alarms of one tick while they are judged, and the events that come of it, numbered.

    Args:
        heard: the episode of each alarm that has got through to somebody; None: all have.
        started_ms: when the engine began: what it took over has not been heard of it yet.
    """

    def __init__(
        self,
        alarms: Mapping[str, AlarmRecord],
        settings: Settings,
        now_ms: int,
        *,
        next_id: int,
        hushed: Mapping[str, str],
        heard: Mapping[str, int] | None = None,
        started_ms: int = 0,
    ) -> None:
        self.alarms = dict(alarms)
        self.events: list[AlertEvent] = []
        self.next_id = next_id
        self.hushed: dict[str, str] = {}  # key -> SHELVED, or the key of the alarm that explains it
        self._was_hushed = hushed
        self._settings = settings
        self._now_ms = now_ms
        self._heard = heard
        self._started_ms = started_ms

    def take(self, reading: Reading, *, is_new: bool) -> None:
        """Feed one reading to its alarm."""
        old = self.alarms.get(reading.key)
        if old is None and (reading.measure is None or reading.measure > reading.policy.trip[1]):
            return  # nothing stands, and nothing is reached
        alarm = old.alarm if old is not None else Alarm()
        alarm, effects = self._step(alarm, reading, is_new)
        if alarm.phase == "normal" and old is None and not effects:
            return
        keeps = alarm.phase == "returned" or reading.proof == "closing"  # nothing newer is known than what was said
        record = AlarmRecord(
            key=reading.key,
            alarm=alarm,
            family=reading.family,
            kind=reading.kind,
            title=old.title if keeps and old is not None else reading.title,
            text=old.text if keeps and old is not None else reading.text,
            account_id=reading.account_id,
            position_key=reading.position_key,
        )
        self._keep(record, effects, explained_by=reading.explained_by)

    def raise_one_off(
        self,
        kind: str,
        key: str,
        level: int,
        title: str,
        text: str,
        *,
        account_id: str = "",
        position_key: str = "",
        family: str = "RISK",
    ) -> None:
        """Tell what has happened and cannot unhappen; it stands until it is acknowledged."""
        old = self.alarms.get(key)
        episode = 1 if old is None else old.alarm.episode + 1
        now = self._now_ms
        alarm = Alarm(
            phase="active",
            level=level,
            peak=level,
            since_ms=now,
            told_ms=now,
            episode=episode,
            last_good=now,
            step=1,
        )
        record = AlarmRecord(
            key=key,
            alarm=alarm,
            family=family,
            kind=kind,
            title=title,
            text=text,
            account_id=account_id,
            position_key=position_key,
        )
        self._keep(record, (Told(notify=True, level=level, reason="raised", step=1),))

    def note(self, kind: str, title: str, text: str, *, account_id: str = "", position_key: str = "") -> None:
        """Write a line of the journal that is no alarm."""
        record = AlarmRecord(
            key=f"{kind}|{position_key or account_id}",
            alarm=Alarm(),
            family="RISK" if position_key else "SYSTEM",
            kind=kind,
            title=title,
            text=text,
            account_id=account_id,
            position_key=position_key,
        )
        self._say(record, Told(notify=False, level=0, reason=kind))

    def close_what_is_over(
        self,
        readings: tuple[Reading, ...],
        *,
        read: frozenset[str],
        watched: frozenset[str],
        unconfirmed: frozenset[str],
    ) -> None:
        """Alarms without a reading: of a position that is proven gone, or of an account not read yet since the start.

        Args:
            read: accounts that have been read at all. watched: all accounts.
            unconfirmed: keys of positions that are missing and not proven gone: nothing of theirs ends.
        """
        present = {reading.key for reading in readings}
        for key in [key for key in self.alarms if key not in present]:
            record = self.alarms[key]
            policy = policy_for(record.kind, self._settings)
            is_unread = record.account_id in watched and record.account_id not in read
            if record.kind == "price" and record.alarm.phase == "acknowledged":
                alarm, effects = lifecycle.close(record.alarm, policy)
            elif record.position_key in unconfirmed:
                alarm, effects = lifecycle.hold(record.alarm, policy, self._now_ms)
            elif record.kind in (*ONE_OFF, "price") or is_unread:
                alarm, effects = lifecycle.elapse(record.alarm, policy, self._now_ms)
            else:
                alarm, effects = lifecycle.close(record.alarm, policy)
            self._keep(msgspec.structs.replace(record, alarm=alarm), effects)

    def tell_what_is_hushed_no_more(self) -> None:
        """What nobody heard while it was shelved or explained by another alarm, and still stands."""
        for key, cause in self._was_hushed.items():
            record = self.alarms.get(key)
            if record is None or key in self.hushed or record.alarm.told_ms == self._now_ms:
                continue
            if record.alarm.calm_since is None:  # else it is on its way out: nothing stands any more
                reason = "no longer shelved" if cause == SHELVED else "stands by itself now"
                self._remind(record, reason)

    def end_mute(self) -> None:
        """The user's silence is over: every CRITICAL that nobody has answered is heard at once."""
        for record in list(self.alarms.values()):
            if record.alarm.level == 3 and record.alarm.told_ms != self._now_ms:
                self._remind(record, "mute over")

    def drop(self, key: str) -> None:
        """Forget an alarm that another one has taken the place of."""
        self.alarms.pop(key, None)

    def _step(self, alarm: Alarm, reading: Reading, is_new: bool) -> lifecycle.Step:
        policy, now = reading.policy, self._now_ms
        if reading.is_new is not None or reading.family != "RISK":
            is_new = reading.is_new is not False
        if reading.proof == "closing":
            return lifecycle.hold(alarm, policy, now)
        if reading.measure is None:
            return lifecycle.lost(alarm, policy, now)
        if reading.proof == "unproven":
            return lifecycle.only_worse(alarm, policy, reading.measure, now)
        if is_new:
            return lifecycle.sample(alarm, policy, reading.measure, now)
        if reading.family == "RISK" and reading.is_new is None:
            return lifecycle.rise(alarm, policy, reading.measure, now)
        return lifecycle.elapse(alarm, policy, now)

    def _remind(self, record: AlarmRecord, reason: str) -> None:
        alarm, effects = lifecycle.remind(record.alarm, self._now_ms, reason)
        self._keep(msgspec.structs.replace(record, alarm=alarm), effects)

    def _keep(self, record: AlarmRecord, effects: tuple[Told, ...], explained_by: str = "") -> None:
        self.alarms[record.key] = record
        cause = self._cause(record, explained_by)
        if cause:
            self.hushed[record.key] = cause
        for effect in effects:
            self._say(record, _hushed(effect, cause) if cause else effect)

    def _cause(self, record: AlarmRecord, explained_by: str) -> str:
        """Why an alarm is not told: RISK is explained away by nothing, CRITICAL lies on no shelf."""
        if not record.alarm.active:
            return ""
        other = self.alarms.get(explained_by)
        if other is not None and record.family != "RISK" and self._explains(other):
            return other.key if other.alarm.level >= record.alarm.level else ""
        if record.alarm.level < 3 and shelf_of(self._settings, record.key, record.position_key, self._now_ms):
            return SHELVED
        return ""

    def _explains(self, other: AlarmRecord) -> bool:
        """Whether an alarm may stand for others: it is up, and somebody has heard it or is about to."""
        alarm = other.alarm
        if not alarm.active or alarm.told_ms is None:
            return False
        if self._heard is None or self._heard.get(other.key) == alarm.since_ms or alarm.phase != "active":
            return True  # heard, or answered even
        if self.hushed.get(other.key, SHELVED) != SHELVED:
            return True  # what explains it explains the others too
        return self._now_ms - max(alarm.since_ms, self._started_ms) < HEARD_WITHIN_MS

    def _say(self, record: AlarmRecord, effect: Told) -> None:
        self.events.append(event_of(record, effect, self.next_id, self._now_ms))
        self.next_id += 1


def event_of(record: AlarmRecord, effect: Told, number: int, now_ms: int) -> AlertEvent:
    """Return one line of the journal."""
    return AlertEvent(
        id=number,
        at_ms=now_ms,
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
        step=effect.step,
        urged=effect.urged,
    )


def events_of(record: AlarmRecord, effects: tuple[Told, ...], next_id: int, now_ms: int) -> tuple[AlertEvent, ...]:
    """Return one line of the journal for each effect, numbered from `next_id`."""
    return tuple(event_of(record, effect, next_id + number, now_ms) for number, effect in enumerate(effects))


def _hushed(effect: Told, cause: str) -> Told:
    why = "shelved" if cause == SHELVED else f"explained by {cause.strip('|')}"
    reason = f"{effect.reason}, {why}" if effect.notify else effect.reason
    return msgspec.structs.replace(effect, notify=False, reason=reason)
