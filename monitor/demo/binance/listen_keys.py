"""Binance's listen keys: each opens one account's user data stream for an hour."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from monitor.demo.world import World

LIFE_MS = 60 * 60 * 1000
LENGTH = 64


@dataclass(slots=True, kw_only=True)
class ListenKey:
    """A key to one account's user stream."""

    label: str
    expires_ms: int  # wall


class ListenKeys:
    """The keys that have been handed out."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._keys: dict[str, ListenKey] = {}

    def create_key(self, label: str) -> dict[str, str]:
        """Return the account's listen key, its life renewed; a new one where there is none."""
        until = self._world.now_ms() + LIFE_MS
        for key, entry in self._keys.items():
            if entry.label == label and self.label_of(key):
                entry.expires_ms = until
                return {"listenKey": key}
        key = secrets.token_hex(LENGTH // 2)
        self._keys[key] = ListenKey(label=label, expires_ms=until)
        return {"listenKey": key}

    def keep_key(self, label: str) -> dict[str, str] | None:
        """Renew the life of the account's listen key; None where it has none."""
        if not any(entry.label == label and self.label_of(key) for key, entry in self._keys.items()):
            return None
        return self.create_key(label)

    def drop_key(self, label: str) -> dict[str, str]:
        """End the account's listen key."""
        self._keys = {key: entry for key, entry in self._keys.items() if entry.label != label}
        return {}

    def label_of(self, key: str) -> str | None:
        """Return the account behind a key; None where it is unknown or has expired."""
        entry = self._keys.get(key)
        return entry.label if entry is not None and entry.expires_ms > self._world.now_ms() else None

    def expire(self) -> None:
        """End all keys."""
        self._keys.clear()
