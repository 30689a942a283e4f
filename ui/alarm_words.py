"""Kinds of alarms, their values and their deliveries in words."""

from __future__ import annotations

import math

from monitor.language import tr
from monitor.messages import AlertEvent, Delivery, JournalLine
from monitor.settings import BEYOND_KINDS
from ui import format as fmt
from ui.engine_words import channel_name

KIND_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        tr("Liquidation and margin"),
        ("liquidation_distance", "margin_ratio", "common_shock", "liquidated", "deleveraged", "cut", "gone"),
    ),
    (tr("Stops, funding, ADL"), ("no_stop", "stop_beyond", "funding", "funding_jump", "adl", "rules_changed")),
    (
        tr("Data"),
        (
            "stale", "stale_mark", "suspect", "stream_suspect", "unknown", "divergence", "price_blind", "network",
            "clock",
        ),
    ),
    (tr("Price alerts"), ("price",)),
    (tr("API keys"), ("key_can_trade", "key_expiring")),
    (tr("Other figures"), BEYOND_KINDS),
    (
        tr("Marginwatch itself"),
        (
            "channel_down", "disk", "window", "engine_silent", "selftest", "selftest_failed", "slept", "gap", "flood",
            "shelf", "stopped", "test",
        ),
    ),
)  # fmt: skip
_MARKS = {"queued": "…", "delivered": "✓", "failed": "✕", "withdrawn": "–"}
_STATES = {
    "queued": tr("on its way"),
    "delivered": tr("delivered"),
    "failed": tr("failed"),
    "withdrawn": tr("withdrawn: acknowledged or over before it got through"),
}


def value(event: AlertEvent) -> str:
    """Return what was judged, as it is called on screen; "" where it is not a figure."""
    measure = event.measure
    if measure is None or not math.isfinite(measure):
        return ""
    if event.kind in ("liquidation_distance", "common_shock"):
        return fmt.room(measure)
    if event.kind == "margin_ratio":
        return fmt.used(-measure)
    if event.kind in ("stale", "stale_mark", "network"):
        return fmt.age(-measure * 1000)
    if event.kind in ("divergence", "funding", "funding_jump"):
        return fmt.difference(-measure)
    if event.kind in ("max_loss", "exit_cost", "exit_unfilled", "stop_loss", "margin_share", "touch_chance"):
        return fmt.used(-measure)
    if event.kind == "leverage":
        return fmt.leverage(-measure)
    return ""


def told_to(line: JournalLine) -> str:
    """Return the channels that an event went through, each with how far it came: "window ✓ · phone ✓ seen"."""
    return " · ".join(
        f"{channel_name(one.channel)} {_MARKS[one.state]}" + (tr(" seen") if one.confirmed_ms is not None else "")
        for one in line.deliveries
    )


def delivery_sentence(one: Delivery) -> str:
    """Return all that is known of one delivery."""
    words = f"{channel_name(one.channel)}: {_STATES[one.state]}"
    if one.at_ms and one.state != "queued":
        words += f" {fmt.clock(one.at_ms)}"
    if one.attempts > 1:
        words += tr(", {attempts} attempts", attempts=one.attempts)
    if one.detail:
        words += f". {one.detail.rstrip('.')}"
    if one.receipt:
        words += tr(". Receipt {receipt}", receipt=one.receipt)
    if one.confirmed_ms is not None:
        words += tr(". Seen {time}", time=fmt.clock(one.confirmed_ms))
    return f"{words}."
