"""The outbox: what has been decided to be told, carried through each channel until it is there. At least once.

One worker per channel, so that a slow one holds back no other. A failed sending is tried again after 1, 2, 4, 8 … 30 s
until it is delivered, acknowledged or over. What waits together goes together: more than three messages become one that
names them all. What happened is noted after the sending, so a crash between the two costs one duplicate, never a miss.
Times in ms UTC, spans in seconds.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

import msgspec

from monitor.clock import Clock
from monitor.journal import Delivery, DeliveryState
from monitor.language import tr
from monitor.messages import AlertEvent
from monitor.notify.channel import DEADLINE_S, Acknowledged, Channel, DeliveryResult, Outgoing

log = logging.getLogger(__name__)

LONGEST_PAUSE_S = 30.0
ALONE = 3  # messages that are sent one by one; more of them are sent as one
NAMED = 40  # titles in such a message
RECEIPT_EVERY_S = 6.0  # Pushover allows one question each 5 s
RECEIPT_FOR_MS = 3 * 3_600_000
DOWN_AFTER_MS = 60_000

Noted = Callable[[tuple[Delivery, ...]], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How a channel has been doing."""

    failing_ms: int | None = None  # since when every sending has failed
    sent_ms: int | None = None  # the last that went through
    detail: str = ""  # how the last one went

    def is_down(self, now_ms: int) -> bool:
        """Whether it has failed for a minute: an alarm of its own."""
        return self.failing_ms is not None and now_ms - self.failing_ms >= DOWN_AFTER_MS


@dataclass(slots=True)
class _Line:
    """One channel with what waits for it."""

    channel: Channel
    waiting: dict[tuple[str, int, int, int], tuple[Delivery, AlertEvent]] = field(default_factory=dict)
    awaiting: dict[str, list[Delivery]] = field(default_factory=dict)  # receipt: deliveries nobody has seen yet
    news: asyncio.Event = field(default_factory=asyncio.Event)
    health: Health = field(default_factory=Health)
    missed: int = 0  # alarms that were over before they got through, since it failed
    tasks: list[asyncio.Task[None]] = field(default_factory=list)


class Outbox:
    """Carries deliveries through the channels.

    Args:
        note: stores how deliveries stand; awaited after each change.
        acknowledged: called with an alarm's key when a service says that somebody acknowledged it.
    """

    def __init__(self, clock: Clock, note: Noted, acknowledged: Acknowledged) -> None:
        self._clock = clock
        self._note = note
        self._acknowledged = acknowledged
        self._lines: dict[str, _Line] = {}
        self._withdrawals: set[asyncio.Task[None]] = set()

    async def use(self, channels: dict[str, Channel]) -> None:
        """Work with these channels from now on; one that stays the same keeps what waits for it."""
        for name in [name for name, line in self._lines.items() if channels.get(name) is not line.channel]:
            old = self._lines.pop(name)
            await _end(old)
            if name in channels:
                self._lines[name] = self._begin(name, channels[name], old)
        for name, channel in channels.items():
            if name not in self._lines:
                self._lines[name] = self._begin(name, channel, None)

    def put(self, items: Iterable[tuple[Delivery, AlertEvent]]) -> None:
        """Queue deliveries, with the event that each of them tells."""
        for delivery, event in items:
            line = self._lines.get(delivery.channel)
            if line is None:
                self._later(self._note((_moved(delivery, "failed", self._clock, tr("This channel was removed.")),)))
                continue
            line.waiting[delivery.key, delivery.episode_ms, delivery.level, delivery.step] = (delivery, event)
            line.news.set()

    def settle(self, keys: frozenset[str], why: str) -> None:
        """These alarms are acknowledged or over: what has not gone out need not, and services stop asking."""
        for line in self._lines.values():
            gone = [place for place in line.waiting if place[0] in keys]
            moved = [_moved(line.waiting.pop(place)[0], "withdrawn", self._clock, why) for place in gone]
            if line.health.failing_ms is not None:
                line.missed += len(moved)
            for receipt in [receipt for receipt, told in line.awaiting.items() if {one.key for one in told} <= keys]:
                del line.awaiting[receipt]
                self._later(line.channel.withdraw(receipt))
            if moved:
                self._later(self._note(tuple(moved)))

    def await_receipts(self, deliveries: Iterable[Delivery]) -> None:
        """Go on asking for these, sent by an engine that has ended."""
        for delivery in deliveries:
            line = self._lines.get(delivery.channel)
            if line is not None:
                line.awaiting.setdefault(delivery.receipt, []).append(delivery)

    @property
    def health(self) -> dict[str, Health]:
        """How each channel has been doing."""
        return {name: line.health for name, line in self._lines.items()}

    def waiting(self) -> tuple[Delivery, ...]:
        """Return what has not gone through yet, oldest first."""
        found = [delivery for line in self._lines.values() for delivery, _ in line.waiting.values()]
        return tuple(sorted(found, key=lambda delivery: delivery.queued_ms))

    async def close(self) -> None:
        """Stop; what waits stays queued in the database."""
        for line in self._lines.values():
            await _end(line)
        for task in self._withdrawals:
            task.cancel()
        await asyncio.gather(*self._withdrawals, return_exceptions=True)
        self._lines.clear()

    # ------------------------------------------------------------------ inside

    def _begin(self, name: str, channel: Channel, old: _Line | None) -> _Line:
        line = _Line(channel=channel) if old is None else _Line(channel=channel, waiting=old.waiting)
        line.tasks = [
            asyncio.create_task(self._carry(name, line), name=f"to {name}"),
            asyncio.create_task(self._ask_for_receipts(line), name=f"receipts of {name}"),
        ]
        line.news.set()
        return line

    async def _carry(self, name: str, line: _Line) -> None:
        """Send what waits, for ever; a failure pauses this channel only."""
        failures = 0
        while True:
            if not line.waiting and line.health.failing_ms is None:
                await line.news.wait()
            line.news.clear()
            result = await self._send_some(name, line)
            if result.ok or not result.can_retry:
                failures = 0
                continue
            failures += 1
            await _pause(line.news, result.retry_after_s, failures)

    async def _send_some(self, name: str, line: _Line) -> DeliveryResult:
        """Send the next message; where nothing waits, prove that a failed channel works again."""
        items = list(line.waiting.items())
        if len(items) <= ALONE:
            items = items[:1]
        if items:
            message = compose([event for _, (_, event) in items])
        elif line.health.failing_ms is not None:
            message = _back_again(line.missed, self._clock.now_ms())
        else:
            return DeliveryResult(ok=True, detail="")
        result = await _send(line.channel, message)
        now_ms = self._clock.now_ms()
        told: list[Delivery] = []
        for place, (delivery, event) in items:
            state: DeliveryState = "delivered" if result.ok else "queued" if result.can_retry else "failed"
            moved = msgspec.structs.replace(
                delivery,
                state=state,
                at_ms=now_ms,
                attempts=delivery.attempts + 1,
                detail=result.detail,
                receipt=result.receipt,
            )
            if place not in line.waiting and not result.ok:
                continue  # settled while it was on its way
            told.append(moved)
            if state == "queued":
                line.waiting[place] = (moved, event)
            else:
                line.waiting.pop(place, None)
        was, line.health = line.health, _health_after(line.health, result, now_ms)
        if result.ok:
            line.missed = 0
            if result.receipt:
                line.awaiting[result.receipt] = told
        if not result.ok and result.detail != was.detail:  # an alarm repeats for hours; the same reason is said once
            log.info("%s: %s", name, result.detail)
        await self._note(tuple(told))
        return result

    async def _ask_for_receipts(self, line: _Line) -> None:
        """Ask the service whether somebody has acknowledged, until somebody has or it is too late."""
        while True:
            await asyncio.sleep(RECEIPT_EVERY_S)
            for receipt, told in list(line.awaiting.items()):
                seen_ms = await line.channel.seen(receipt)
                now_ms = self._clock.now_ms()
                if seen_ms is not None and receipt in line.awaiting:
                    del line.awaiting[receipt]
                    await self._note(tuple(msgspec.structs.replace(one, confirmed_ms=seen_ms) for one in told))
                    for key in dict.fromkeys(one.key for one in told):
                        self._acknowledged(key)
                elif now_ms - told[0].queued_ms > RECEIPT_FOR_MS:
                    line.awaiting.pop(receipt, None)
                await asyncio.sleep(RECEIPT_EVERY_S)

    def _later(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._withdrawals.add(task)
        task.add_done_callback(self._withdrawals.discard)


async def _pause(news: asyncio.Event, asked_s: float | None, failures: int) -> None:
    """Wait before the next attempt: as long as the service asks, or ever longer; new alarms cut our own pause short."""
    if asked_s is not None:
        await asyncio.sleep(min(asked_s, 10 * LONGEST_PAUSE_S))
        return
    await asyncio.sleep(1.0)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(min(LONGEST_PAUSE_S, 2.0 ** (failures - 1)) - 1.0):
            await news.wait()


def compose(events: list[AlertEvent]) -> Outgoing:
    """Return one message for one event, or for several that wait together: the worst first, each named."""
    ordered = sorted(events, key=lambda event: (-event.level, event.id))
    worst = ordered[0]
    if len(ordered) == 1:
        title, text = worst.title, worst.text
        if worst.reason.startswith("not acknowledged"):
            waited = worst.reason.removeprefix("not acknowledged for ").removesuffix(" s")
            text = f"{text} ({tr('Not acknowledged for {seconds} s.', seconds=waited)})".strip()
    else:
        title = tr("{count} alarms", count=len(ordered))
        lines = [f"{event.title}" for event in ordered[:NAMED]]
        text = "\n".join(lines + ([tr("and {count} more", count=len(ordered) - NAMED)] if len(ordered) > NAMED else []))
    return Outgoing(
        keys=tuple(dict.fromkeys(event.key for event in ordered)),
        level=worst.level,
        title=title,
        text=text,
        at_ms=worst.at_ms,
        event_ids=tuple(event.id for event in ordered),
        is_system=all(event.family == "SYSTEM" for event in ordered),
        is_test=all(event.kind == "selftest" for event in ordered),
    )


def _back_again(missed: int, now_ms: int) -> Outgoing:
    text = tr("This channel had failed.")
    if missed:
        text += " " + tr("{count} alarms were over before they got through; see the journal.", count=missed)
    return Outgoing(
        keys=(),
        level=0,
        title=tr("Marginwatch reaches you again"),
        text=text,
        at_ms=now_ms,
        is_system=True,
    )


async def _send(channel: Channel, message: Outgoing) -> DeliveryResult:
    """Send within the deadline; whatever goes wrong is an answer."""
    try:
        async with asyncio.timeout(DEADLINE_S + 1):
            return await channel.send(message)
    except TimeoutError:
        return DeliveryResult(ok=False, detail=tr("No answer within {deadline_s:.0f} s.", deadline_s=DEADLINE_S))
    except Exception as error:  # the bulkhead: one channel's surprise must not stop the others
        log.exception("a channel failed")
        return DeliveryResult(ok=False, detail=tr("Unexpected {kind}; see the log.", kind=type(error).__name__))


def _health_after(health: Health, result: DeliveryResult, now_ms: int) -> Health:
    if result.ok:
        return Health(sent_ms=now_ms, detail=result.detail)
    if not result.can_retry:
        return Health(sent_ms=health.sent_ms, detail=result.detail)
    return Health(
        failing_ms=health.failing_ms if health.failing_ms is not None else now_ms,
        sent_ms=health.sent_ms,
        detail=result.detail,
    )


def _moved(delivery: Delivery, state: DeliveryState, clock: Clock, detail: str) -> Delivery:
    return msgspec.structs.replace(delivery, state=state, at_ms=clock.now_ms(), detail=detail)


async def _end(line: _Line) -> None:
    for task in line.tasks:
        task.cancel()
    for task in line.tasks:
        with contextlib.suppress(asyncio.CancelledError):
            await task
    await line.channel.close()
