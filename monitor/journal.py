"""What was told to whom: rows of the journal beside the events. Times in ms UTC."""

from __future__ import annotations

from typing import Literal

import msgspec

from monitor.messages import AlertEvent

DeliveryState = Literal["queued", "delivered", "withdrawn", "failed"]


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """One event on its way through one channel.

    (key, episode_ms, level, step, channel) is unique: the same telling is never queued twice.
    """

    key: str  # of the alarm
    episode_ms: int
    level: int
    step: int  # how often this alarm was told at this level in this episode, from 1
    channel: str
    event_id: int
    queued_ms: int
    state: DeliveryState = "queued"  # withdrawn: acknowledged or over before it got through
    at_ms: int = 0  # of the last change of state
    attempts: int = 0
    detail: str = ""  # one sentence
    receipt: str = ""  # the channel's own number for it, where it gives one
    confirmed_ms: int | None = None  # somebody has seen it, as far as the channel can tell


class Chase(msgspec.Struct, frozen=True, kw_only=True):
    """How far an alarm that nobody has acknowledged has been carried; stored across restarts."""

    key: str
    episode_ms: int
    level: int
    since_ms: int  # told for the first time, or again after its quiet time was over
    step: int
    reached: tuple[str, ...] = ()  # remote channels, since then


class JournalLine(msgspec.Struct, frozen=True, kw_only=True):
    """One event with all that belongs to it."""

    event: AlertEvent
    inputs_hash: str  # of what was read at that tick (first 16 hex digits of its SHA-256), "" where unknown
    deliveries: tuple[Delivery, ...] = ()
