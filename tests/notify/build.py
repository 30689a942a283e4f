"""Builders of events and alarms for the tests of telling: only what matters is named."""

from __future__ import annotations

from typing import Any

from monitor.alerts.lifecycle import Alarm
from monitor.journal import Delivery
from monitor.messages import AlertEvent
from monitor.tick.state import AlarmRecord


def event(key: str = "a", level: int = 3, at_s: float = 0, **changes: Any) -> AlertEvent:
    values: dict[str, Any] = {
        "id": 1,
        "at_ms": int(at_s * 1000),
        "key": key,
        "family": "RISK",
        "kind": "liquidation_distance",
        "level": level,
        "reason": "raised",
        "notify": True,
        "title": f"{key} is near",
        "text": "Add 5 USDT.",
        "account_id": "Main",
        "position_key": "",
        "episode_ms": 1,
    }
    return AlertEvent(**{**values, **changes})


def record(key: str = "a", level: int = 3, phase: str = "active", **changes: Any) -> AlarmRecord:
    values: dict[str, Any] = {
        "key": key,
        "alarm": Alarm(phase=phase, level=level, peak=level, since_ms=1, episode=1),  # type: ignore[arg-type]
        "family": "RISK",
        "kind": "liquidation_distance",
        "title": f"{key} is near",
        "text": "",
        "account_id": "Main",
        "position_key": "",
    }
    return AlarmRecord(**{**values, **changes})


def delivery(key: str = "a", level: int = 3, channel: str = "phone", **changes: Any) -> Delivery:
    values: dict[str, Any] = {
        "key": key,
        "episode_ms": 1,
        "level": level,
        "step": 1,
        "channel": channel,
        "event_id": 1,
        "queued_ms": 0,
    }
    return Delivery(**{**values, **changes})
