"""Lines of the journal and figures for tests and pictures; the newest line is at sample.NOW_MS."""

from __future__ import annotations

from monitor.journal import Contributor, Delivery, Kpi, Standing
from monitor.messages import AlertEvent, AskJournal, JournalLine, JournalPage
from tests.ui.sample import HOUR_MS, MINUTE_MS, NOW_MS

SOL = "Main|SOL/USDT:USDT|short|cross"
_KINDS = (
    ("liquidation_distance", "RISK", "SOL/USDT short is 3.1 % from liquidation", 3, "raised", 0.031, SOL),
    ("margin_ratio", "RISK", "Margin ratio 71 % on Main", 2, "escalated", -0.71, ""),
    ("stale", "DATA", "Swing: no valid answer for 47 s", 1, "raised", -47.0, ""),
    ("liquidation_distance", "RISK", "PEPE/USDT long is 6.3 % from liquidation", 2, "acknowledged", 0.063, ""),
    ("channel_down", "SYSTEM", "The channel phone fails", 2, "cleared", None, ""),
)


def delivery(event_id: int, channel: str, at_ms: int, **changes: object) -> Delivery:
    values: dict[str, object] = {
        "key": "k", "episode_ms": at_ms, "level": 3, "step": 1, "channel": channel, "event_id": event_id,
        "queued_ms": at_ms, "state": "delivered", "at_ms": at_ms + 140, "attempts": 1,
        "detail": "Shown by the window." if channel == "window" else "Taken by Pushover.",
    }  # fmt: skip
    return Delivery(**(values | changes))  # type: ignore[arg-type]


def line(number: int, newest: int) -> JournalLine:
    """The line of a number; each is a minute older than the one after it."""
    kind, family, title, level, reason, measure, position = _KINDS[number % len(_KINDS)]
    at_ms = NOW_MS - (newest - number) * MINUTE_MS
    notify = reason in ("raised", "escalated")
    told = (delivery(number, "window", at_ms),) if notify else ()
    if notify and level == 3:
        told += (delivery(number, "phone", at_ms, receipt="r8f2", confirmed_ms=at_ms + 9_000),)
    if notify and level == 2:
        told += (delivery(number, "phone", at_ms, state="queued", attempts=3, detail="The server refused (503)."),)
    event = AlertEvent(
        id=number, at_ms=at_ms, key=f"{kind}|{number % 7}", family=family, kind=kind, level=level, reason=reason,
        notify=notify, title=title, text="Liquidation 188.12, mark 182.46. Add 51,290 USDT to reach 10 %.",
        account_id="Swing" if kind == "stale" else "Main", position_key=position, episode_ms=at_ms - MINUTE_MS,
        measure=measure, step=1,
    )  # fmt: skip
    return JournalLine(event=event, inputs_hash="9f27c1d04be35a68" if number % 2 else "", deliveries=told)


def page(wanted: AskJournal, newest: int) -> JournalPage:
    """Answer like an engine whose journal has so many lines."""
    before = newest + 1 if wanted.before_id is None else wanted.before_id
    numbers = range(before - 1, max(0, before - 1 - wanted.limit), -1)
    lines = tuple(line(number, newest) for number in numbers)
    oldest = lines[-1].event.id if lines else 1
    return JournalPage(request_id=wanted.request_id, lines=lines, next_id=oldest if oldest > 1 else None)


def kpi() -> Kpi:
    slots = tuple(14 if slot == 100 else 3 if slot % 17 == 0 else 1 if slot % 5 == 0 else 0 for slot in range(144))
    most = (("SOL/USDT short is near liquidation", 31), ("Margin ratio on Main", 12), ("Swing: old data", 6))
    return Kpi(
        since_ms=NOW_MS - 24 * HOUR_MS, until_ms=NOW_MS, alarms=sum(slots), notifications=118,
        per_ten_minutes=sum(slots) / 144, worst_ten_minutes=14, worst_at_ms=NOW_MS - 7 * HOUR_MS,
        flood_share=1 / 144, levels=(41, 12, 10),
        contributors=tuple(Contributor(key=title, title=title, count=n, share=n / 63) for title, n in most),
        chattering=(Contributor(key="c", title="SOL/USDT short is near liquidation", count=31, share=0.2),),
        standing=(Standing(key="s", title="No stop for DOGE/USDT long", since_ms=NOW_MS - 30 * HOUR_MS, level=1),),
        slots=slots, median_acknowledge_s=41.0,
    )  # fmt: skip
