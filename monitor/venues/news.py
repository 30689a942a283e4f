"""What a stream has said so far: some tell their whole state again and again, and only what is new asks for a poll."""

from __future__ import annotations

from collections.abc import Mapping

_NOTHING = object()


class News:
    """Remembers what each feed said of each thing."""

    def __init__(self) -> None:
        self._said: dict[str, dict[str, object]] = {}

    def in_feed(self, feed: str, state: Mapping[str, object]) -> bool:
        """Take in what a feed says; return whether any of it is new.

        The first message of a feed says what the poll knows. What a message leaves out has not changed.
        """
        known = self._said.get(feed)
        self._said[feed] = {**(known or {}), **state}
        return known is not None and any(known.get(name, _NOTHING) != value for name, value in state.items())
