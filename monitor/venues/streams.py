"""The venue's streams, through the guard: hints that ask for a poll, and marks between polls.

A stream is never the truth: after a reconnect nothing is replayed, and ccxt notices a dead peer only after minutes. So
each stream has a watchdog of its own; pongs do not count as data. Nothing raises into the engine. What the streams are
called and say is each venue's own (NAME_streams.py).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from monitor.errors import MarginwatchError, NetworkError
from monitor.language import tr
from monitor.venues.fetch import ACCOUNT, MARKS, AccountReader
from monitor.venues.venue import Marks, Streams

log = logging.getLogger(__name__)

SILENT_FACTOR = 1.0  # of what each venue's marks may be silent for; tests are less patient
QUIET_S = 3.0  # marks that stay away so long ask for a poll, once: perhaps nobody is there any more
ACCOUNT_SILENT_S = 30 * 60.0  # events may be rare; a quiet stream is dialled anew, to be sure that it lives
KEEP_ALIVE_S = 25 * 60.0
CONNECT_S = 10.0
SIGN_IN_S = 10.0
BACK_OFF_S = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
LASTED_S = 12.0  # a stream that lived so long is dialled again soon
LOOK_S = 0.5
BATCH_S = 0.1
TOPIC = "stream"
CONNECTING, LIVE = "connecting", "live"  # states of a stream; any other is what is wrong with it


async def hints(reader: AccountReader, on_event: Callable[[], None], on_marks: Callable[[Marks], None]) -> None:
    """Follow the account's and the market's streams until cancelled.

    Args:
        on_event: called when something happened that a poll should read.
        on_marks: called with {symbol: (price, venue ms)}, at most ten times a second and address.
    """
    streams = reader.reading.streams
    if streams is None:
        await asyncio.Event().wait()
        return
    router = _Router()
    lived: set[str] = set()
    reader.client.exchange.handle_message = router.take
    await asyncio.gather(
        *(
            _keep_up(name, reader, partial(_marks, name, reader, streams, router, url, on_event, on_marks))
            for name, url in zip(_names(MARKS, len(streams.mark_urls)), streams.mark_urls, strict=True)
        ),
        *(
            _keep_up(name, reader, partial(_events, name, number, reader, streams, router, on_event, lived))
            for number, name in enumerate(_names(ACCOUNT, streams.account_sockets))
        ),
    )


def _names(kind: str, count: int) -> list[str]:
    return [kind if number == 0 else f"{kind} {number + 1}" for number in range(count)]


class _Router:
    """Hands each message to whoever follows its address; ccxt's own parsing needs markets that are not loaded."""

    def __init__(self) -> None:
        self.followers: dict[str, Callable[[Any], None]] = {}

    def take(self, client: Any, message: Any) -> None:
        """Called by ccxt for every message; any of them shows that the peer lives, as pongs are worded differently."""
        client.lastPong = client.last_message_at
        follower = self.followers.get(client.url)
        if follower is None:
            return
        try:
            follower(message)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            log.info("a message of a stream was not understood (%s)", type(error).__name__)  # ccxt would stop listening


async def _keep_up(name: str, reader: AccountReader, follow: Callable[[], Any]) -> None:
    """Follow a stream for ever: dial again, more slowly each time it fails soon."""
    loop = asyncio.get_running_loop()
    failures = 0
    while True:
        reader.streams[name] = CONNECTING
        began = loop.time()
        try:
            await follow()
            reason = "dialled anew"
        except MarginwatchError as error:
            reason = str(error)
        except Exception as error:  # a bulkhead: whatever ccxt raises, a stream is only a hint
            reason = tr("the stream broke ({kind})", kind=type(error).__name__)
        reader.streams[name] = reason
        log.info("%s: stream %s: %s", reader.client.config.id, name, reason)
        failures = 0 if loop.time() - began > LASTED_S else failures + 1
        await asyncio.sleep(BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)])


async def _marks(
    name: str,
    reader: AccountReader,
    streams: Streams,
    router: _Router,
    url: str,
    on_event: Callable[[], None],
    on_marks: Callable[[Marks], None],
) -> None:
    """Follow the marks of the held symbols at one address until the stream ends or falls silent."""
    while not streams.mark_topics(url):
        reader.streams[name] = LIVE  # nothing is held: nothing to hear
        await asyncio.sleep(LOOK_S)
    reader.streams[name] = CONNECTING
    waiting: Marks = {}

    def deliver() -> None:
        marks = dict(waiting)
        waiting.clear()
        on_marks(marks)

    def take(message: Any) -> bool:
        marks = streams.read_marks(message)
        if marks and not waiting:
            asyncio.get_running_loop().call_later(BATCH_S, deliver)
        waiting.update(marks)
        return bool(marks)

    address = await streams.dial(url)
    topics = streams.mark_topics(url)
    async with _Socket(reader, router, address, take) as socket:
        await socket.send(streams.subscription(sorted(topics), on=True))
        while await socket.lives(streams.silent_s * SILENT_FACTOR):
            if socket.heard:
                reader.streams[name] = LIVE
            if socket.falls_quiet():
                on_event()
            wanted = streams.mark_topics(url)
            for on, changed in ((True, wanted - topics), (False, topics - wanted)):
                if changed:
                    await socket.send(streams.subscription(sorted(changed), on=on))
            topics = wanted
            if not topics:
                return


async def _events(
    name: str,
    number: int,
    reader: AccountReader,
    streams: Streams,
    router: _Router,
    on_event: Callable[[], None],
    lived: set[str],
) -> None:
    """Follow the account's own events until the stream ends, its key runs out, or it is quiet for very long.

    Args:
        lived: names of the streams that were live before: when one is again, a poll reads what was missed.
    """
    while (url := await streams.account_url(number)) is None:
        reader.streams[name] = LIVE  # nothing to hear there
        await asyncio.sleep(LOOK_S)
    reader.streams[name] = CONNECTING
    loop = asyncio.get_running_loop()
    said: set[str] = set()

    def take(message: Any) -> bool:
        asks = streams.take_event(message)
        if asks in ("poll", "new key"):
            reader.untold.told(loop.time())
            on_event()
        said.add(asks)
        return bool(asks)

    awaited = streams.signs_in
    async with _Socket(reader, router, url, take) as socket:
        await socket.send(streams.account_frames())
        sent_at = kept_at = loop.time()
        while await socket.lives(ACCOUNT_SILENT_S) and "new key" not in said:
            if reader.untold.is_doubted(sent_at, loop.time()):
                on_event()  # the poll carries the doubt to where it is told
                raise NetworkError(
                    tr(
                        "The account's own stream did not tell that {symbol} changed; it is dialled anew.",
                        symbol=reader.untold.doubt,
                    )
                )
            if "refused" in said:
                raise NetworkError(tr("The venue refuses the account's own stream; the account is polled."))
            if awaited and "signed in" in said:
                await socket.send(streams.signed_in_frames())
                awaited = False
            if not awaited and reader.streams[name] != LIVE:
                reader.streams[name] = LIVE
                reader.untold.is_live(loop.time())
                if name in lived:
                    on_event()
                lived.add(name)
            elif awaited and loop.time() - sent_at > SIGN_IN_S:
                raise NetworkError(tr("The account's own stream does not answer the sign-in."))
            if loop.time() - kept_at >= KEEP_ALIVE_S:
                await streams.keep_alive()
                kept_at = loop.time()


class _Socket:
    """One guarded WebSocket of ccxt's, followed raw."""

    def __init__(self, reader: AccountReader, router: _Router, url: str, take: Callable[[Any], bool]) -> None:
        self._exchange = reader.client.exchange
        self._router = router
        self._url = url
        self._take = take
        self._loop = asyncio.get_running_loop()
        self._heard_s = self._loop.time()
        self.heard = False  # data has come
        self._quiet = False  # and then stayed away

    async def __aenter__(self) -> _Socket:
        self._router.followers[self._url] = self._message
        self._end = self._exchange.watch(self._url, TOPIC, None, TOPIC)
        self._client = self._exchange.client(self._url)
        try:
            await self._connected()
        except BaseException:
            await self.__aexit__()
            raise
        self._heard_s = self._loop.time()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._router.followers.pop(self._url, None)
        self._exchange.clients.pop(self._url, None)
        await self._client.close()
        for future in (self._end, self._client.connected):
            future.cancel()
            with contextlib.suppress(BaseException):
                future.exception()

    async def _connected(self) -> None:
        """Wait until the connection stands.

        Raises:
            NetworkError: it does not, in time. ccxt's errors: it was refused.
        """
        await asyncio.wait({self._end, self._client.connected}, timeout=CONNECT_S, return_when=asyncio.FIRST_COMPLETED)
        if self._end.done():
            self._end.result()
        if not self._client.connected.done():
            raise NetworkError(tr("The stream's address does not answer."))

    async def lives(self, silent_s: float) -> bool:
        """Wait a moment; return False when no data has come for `silent_s`, raise when the stream has ended."""
        await asyncio.wait({self._end}, timeout=LOOK_S)
        if self._end.done():
            self._end.result()
            return False
        return self._loop.time() - self._heard_s < silent_s

    def falls_quiet(self) -> bool:
        """Whether data has just stayed away for too long; True once in each silence."""
        quiet = self._loop.time() - self._heard_s > QUIET_S
        falls, self._quiet = quiet and not self._quiet, quiet
        return falls

    async def send(self, frames: Sequence[Any]) -> None:
        """Send frames, one after another."""
        for frame in frames:
            await self._client.send(frame)

    def _message(self, message: Any) -> None:
        if self._take(message):
            self.heard = True
            self._heard_s = self._loop.time()
