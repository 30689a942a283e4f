"""What was told to whom, and how well the alarms work: rows of the journal beside the events. Times in ms UTC."""

from __future__ import annotations

from typing import Literal

import msgspec

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


class Contributor(msgspec.Struct, frozen=True, kw_only=True):
    """An alarm that came often."""

    key: str
    title: str  # as last told
    count: int
    share: float  # of all alarms


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """An alarm that has not ended."""

    key: str
    title: str
    since_ms: int
    level: int


class Kpi(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of a span of the journal."""

    since_ms: int
    until_ms: int
    alarms: int  # new ones: raised or grown worse; repeats are not counted
    notifications: int  # all that was told, repeats too
    per_ten_minutes: float  # mean
    worst_ten_minutes: int
    worst_at_ms: int | None
    flood_share: float  # of the ten-minute slots with more than ten alarms
    levels: tuple[int, int, int]  # WARNING, DANGER, CRITICAL
    contributors: tuple[Contributor, ...]  # the ten that came most often
    chattering: tuple[Contributor, ...]  # three times within a minute; share: of its own alarms that did so
    standing: tuple[Standing, ...]  # for more than a day, oldest first
    slots: tuple[int, ...]  # new alarms in each ten minutes from since_ms on, at most MOST_SLOTS of them, newest last
    median_acknowledge_s: float | None  # from the alarm to its acknowledgement; None: none was acknowledged

    @property
    def mix(self) -> tuple[float, float, float] | None:
        """Shares of the levels, None without alarms."""
        return tuple(count / self.alarms for count in self.levels) if self.alarms else None  # type: ignore[return-value]
