"""Host names looked up in threads of their own: a name server that never answers holds up nothing else.

The loop's own threads are few and shared; a lookup sits in one until the system gives up (10 s to a minute), nobody
could use it meanwhile, and the end of the program would wait for it. These threads end with the process.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from aiohttp.abc import AbstractResolver, ResolveResult

JOINED_S = 5.0  # as long as one request waits
OWN_FAMILIES = socket.AI_ADDRCONFIG  # a computer without IPv6 asks for no IPv6 address: some routers never answer that

Asked = tuple[str, int, socket.AddressFamily]


@dataclass(frozen=True, slots=True)
class Lookup:
    """One that a thread sits in."""

    answer: asyncio.Future[list[Any]]
    began_s: float


_under_way: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[Asked, Lookup]] = WeakKeyDictionary()


class HostNames(AbstractResolver):
    """Asks the system for addresses; whoever waits no longer leaves the thread to itself.

    Who asks for the same within `JOINED_S` waits for the same answer, whichever account it is: a name server that never
    answers costs a thread every five seconds and host, until the system gives up. After that it is asked anew: the
    server may be back.
    """

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the addresses of a host.

        Raises:
            OSError: the system knows none.
        """
        loop = asyncio.get_running_loop()
        here = _under_way.setdefault(loop, {})
        asked = (host, port, family)
        lookup = here.get(asked)
        if lookup is None or loop.time() - lookup.began_s > JOINED_S:
            lookup = here[asked] = _look_up(loop, asked)
        numeric = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
        return [
            ResolveResult(hostname=host, host=address[0], port=address[1], family=kind, proto=proto, flags=numeric)
            for kind, _, proto, _, address in await asyncio.shield(lookup.answer)
        ]

    async def close(self) -> None:
        """Nothing is held."""


def _look_up(loop: asyncio.AbstractEventLoop, asked: Asked) -> Lookup:
    """Ask the system, in a thread of its own."""
    host, port, family = asked
    lookup = Lookup(loop.create_future(), loop.time())

    def settle(found: list[Any] | OSError) -> None:
        here = _under_way.get(loop, {})
        if here.get(asked) is lookup:
            del here[asked]
        if isinstance(found, OSError):
            lookup.answer.set_exception(found)
            lookup.answer.exception()  # seen, also where nobody waits any more
        else:
            lookup.answer.set_result(found)

    def ask() -> None:
        found: list[Any] | OSError
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family, flags=OWN_FAMILIES)
        except OSError as error:
            found = error
        try:
            loop.call_soon_threadsafe(settle, found)
        except RuntimeError:  # the loop has closed
            _under_way.pop(loop, None)

    threading.Thread(target=ask, name=f"looks up {host}", daemon=True).start()
    return lookup
