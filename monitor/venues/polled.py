"""What a venue answers where nothing is streamed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from monitor.errors import VenueError
from monitor.venues.venue import Client, Marks


async def listen_key(client: Client) -> str:
    """Refuse: there is no stream."""
    raise VenueError(f"{client.config.venue} is polled.")


async def keep_listen_key(client: Client) -> None:
    """Do nothing: there is no stream."""


def market_stream_url(exchange: Any) -> str:
    """Return no address: there is no stream."""
    return ""


def account_stream_url(exchange: Any, listen_key: str) -> str:
    """Return no address: there is no stream."""
    return ""


def subscription(topics: Sequence[str], *, on: bool, number: int) -> dict[str, Any]:
    """Return a frame that says nothing: there is no stream."""
    return {}


class Polled:
    """The part of a Reading that answers for streams, where there are none."""

    def mark_topics(self) -> frozenset[str]:
        """Return no topics."""
        return frozenset()

    def read_marks(self, message: Any) -> Marks:
        """Return no marks."""
        return {}

    def take_event(self, message: Any) -> str:
        """Return that nothing is asked for."""
        return ""
