"""Host names looked up in threads of their own: a name server that never answers holds up nothing else.

The loop's own threads are few and shared; a lookup sits in one until the system gives up (10 s to a minute), nobody
could use it meanwhile, and the end of the program would wait for it. These threads end with the process.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult

OWN_FAMILIES = socket.AI_ADDRCONFIG  # a computer without IPv6 asks for no IPv6 address: some routers never answer that


class HostNames(AbstractResolver):
    """Asks the system for addresses; whoever waits no longer leaves the thread to itself."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the addresses of a host.

        Raises:
            OSError: the system knows none.
        """
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[list[Any]] = loop.create_future()

        def settle(found: list[Any] | OSError) -> None:
            if answer.done():
                return
            if isinstance(found, OSError):
                answer.set_exception(found)
            else:
                answer.set_result(found)

        def look_up() -> None:
            found: list[Any] | OSError
            try:
                found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family, flags=OWN_FAMILIES)
            except OSError as error:
                found = error
            with contextlib.suppress(RuntimeError):  # the loop has closed
                loop.call_soon_threadsafe(settle, found)

        threading.Thread(target=look_up, name=f"looks up {host}", daemon=True).start()
        numeric = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
        return [
            ResolveResult(hostname=host, host=address[0], port=address[1], family=kind, proto=proto, flags=numeric)
            for kind, _, proto, _, address in await answer
        ]

    async def close(self) -> None:
        """Nothing is held."""
