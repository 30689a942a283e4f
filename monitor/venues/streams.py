"""The venue's streams, through the guard: hints that ask for a poll, and marks between polls.

A stream is never the truth: after a reconnect nothing is replayed, and ccxt notices a dead peer only after minutes. So
each stream has a watchdog of its own; pongs do not count as data. Nothing raises into the engine.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any

from monitor.errors import MarginwatchError
from monitor.venues.fetch import AccountReader
from monitor.venues.venue import Marks

log = logging.getLogger(__name__)

MARKS_SILENT_S = 6.0  # marks come once a second
ACCOUNT_SILENT_S = 30 * 60.0  # events may be rare; a quiet stream is dialled anew, to be sure that it lives
LISTEN_KEY_RENEW_S = 25 * 60.0
BACK_OFF_S = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
LOOK_S = 0.5
BATCH_S = 0.1
TOPIC = "stream"


async def hints(reader: AccountReader, on_event: Callable[[], None], on_marks: Callable[[Marks], None]) -> None:
    """Follow the account's and the market's streams until cancelled.

    Args:
        on_event: called when something happened that a poll should read.
        on_marks: called with {symbol: (price, venue ms)}, at most ten times a second.
    """
    if not reader.venue.STREAMED:
        await asyncio.Event().wait()
    router = _Router()
    reader.client.exchange.handle_message = router.take
    await asyncio.gather(
        _keep_up("marks", reader, lambda: _marks(reader, router, on_marks)),
        _keep_up("account", reader, lambda: _events(reader, router, on_event)),
    )


class _Router:
    """Hands each message to whoever follows its address; ccxt's own parsing needs markets that are not loaded."""

    def __init__(self) -> None:
        self.followers: dict[str, Callable[[Any], None]] = {}

    def take(self, client: Any, message: Any) -> None:
        """Called by ccxt for every message."""
        follower = self.followers.get(client.url)
        if follower is not None:
            follower(message)


async def _keep_up(name: str, reader: AccountReader, follow: Callable[[], Any]) -> None:
    """Follow a stream for ever: dial again, more slowly each time it fails soon."""
    loop = asyncio.get_running_loop()
    failures = 0
    while True:
        reader.streams[name] = "connecting"
        began = loop.time()
        try:
            await follow()
            reason = "dialled anew"
        except MarginwatchError as error:
            reason = str(error)
        except Exception as error:  # a bulkhead: whatever ccxt raises, a stream is only a hint
            reason = f"the stream broke ({type(error).__name__})"
        reader.streams[name] = reason
        log.info("%s: stream %s: %s", reader.client.config.id, name, reason)
        failures = 0 if loop.time() - began > MARKS_SILENT_S * 2 else failures + 1
        await asyncio.sleep(BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)])


async def _marks(reader: AccountReader, router: _Router, on_marks: Callable[[Marks], None]) -> None:
    """Follow the marks of the held symbols until the stream ends or falls silent."""
    while not reader.reading.mark_topics():
        reader.streams["marks"] = "live"  # nothing is held: nothing to hear
        await asyncio.sleep(LOOK_S)
    exchange, reading = reader.client.exchange, reader.reading
    waiting: Marks = {}

    def deliver() -> None:
        marks = dict(waiting)
        waiting.clear()
        on_marks(marks)

    def take(message: Any) -> bool:
        marks = reading.read_marks(message)
        if marks and not waiting:
            asyncio.get_running_loop().call_later(BATCH_S, deliver)
        waiting.update(marks)
        return bool(marks)

    url = reader.venue.market_stream_url(exchange)
    topics = reading.mark_topics()
    number = 1
    async with _Socket(
        reader, router, url, take, reader.venue.subscription(sorted(topics), on=True, number=1)
    ) as socket:
        while await socket.lives(MARKS_SILENT_S):
            if socket.heard:
                reader.streams["marks"] = "live"
            wanted = reading.mark_topics()
            for on, changed in ((True, wanted - topics), (False, topics - wanted)):
                if changed:
                    number += 1
                    await socket.send(reader.venue.subscription(sorted(changed), on=on, number=number))
            topics = wanted
            if not topics:
                return


async def _events(reader: AccountReader, router: _Router, on_event: Callable[[], None]) -> None:
    """Follow the account's own events until the stream ends, its key runs out, or it is quiet for very long."""
    exchange, loop = reader.client.exchange, asyncio.get_running_loop()
    expired = False

    def take(message: Any) -> bool:
        nonlocal expired
        asks = reader.reading.take_event(message)
        expired = expired or asks == "new key"
        if asks:
            on_event()
        return bool(asks)

    url = reader.venue.account_stream_url(exchange, await reader.venue.listen_key(reader.client))
    async with _Socket(reader, router, url, take, None) as socket:
        renew_at = loop.time() + LISTEN_KEY_RENEW_S
        while await socket.lives(ACCOUNT_SILENT_S) and not expired:
            if socket.connected:
                reader.streams["account"] = "live"
            if loop.time() >= renew_at:
                await reader.venue.keep_listen_key(reader.client)
                renew_at = loop.time() + LISTEN_KEY_RENEW_S
        on_event()  # what happened while nobody listened is read by a poll


class _Socket:
    """One guarded WebSocket of ccxt's, followed raw."""

    def __init__(
        self, reader: AccountReader, router: _Router, url: str, take: Callable[[Any], bool], hello: Any
    ) -> None:
        self._exchange = reader.client.exchange
        self._router = router
        self._url = url
        self._take = take
        self._hello = hello
        self._loop = asyncio.get_running_loop()
        self._heard_s = self._loop.time()
        self.heard = False  # data has come

    async def __aenter__(self) -> _Socket:
        self._router.followers[self._url] = self._message
        self._end = self._exchange.watch(self._url, TOPIC, self._hello, TOPIC)
        self._client = self._exchange.client(self._url)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._router.followers.pop(self._url, None)
        self._exchange.clients.pop(self._url, None)
        await self._client.close()
        for future in (self._end, self._client.connected):
            future.cancel()
            with contextlib.suppress(BaseException):
                future.exception()

    @property
    def connected(self) -> bool:
        """Whether the connection stands."""
        return bool(self._client.isConnected) and not self._client.closed()

    async def lives(self, silent_s: float) -> bool:
        """Wait a moment; return False when no data has come for `silent_s`, raise when the stream has ended."""
        await asyncio.wait({self._end}, timeout=LOOK_S)
        if self._end.done():
            self._end.result()
            return False
        return self._loop.time() - self._heard_s < silent_s

    async def send(self, frame: Any) -> None:
        """Send a subscription."""
        await self._client.send(frame)

    def _message(self, message: Any) -> None:
        if self._take(message):
            self.heard = True
            self._heard_s = self._loop.time()
