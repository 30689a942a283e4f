"""Host names are looked up in threads that hold up nothing."""

from __future__ import annotations

import asyncio
import socket
import threading

import pytest

from monitor.host_names import HostNames


def test_a_lookup_that_hangs_holds_up_neither_the_caller_nor_the_end_of_the_loop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    release, ended = threading.Event(), threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        release.wait(30)
        ended.set()
        return []

    async def ask() -> None:
        async with asyncio.timeout(0.05):
            await HostNames().resolve("example.org")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with pytest.raises(TimeoutError):
        asyncio.run(ask())
    assert not ended.is_set()
    release.set()
    assert ended.wait(10)


async def test_many_accounts_at_a_host_that_is_never_found_cost_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    release, asked = threading.Event(), []

    def hang(host: str, *_: object, **__: object) -> list[object]:
        asked.append(host)
        release.wait(30)
        raise socket.gaierror("no answer")

    async def ask(host: str) -> None:
        async with asyncio.timeout(0.05):
            await HostNames().resolve(host)

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    for _ in range(3):
        ends = await asyncio.gather(*(ask(host) for host in ("a", "b") * 10), return_exceptions=True)
        assert {type(end) for end in ends} == {TimeoutError}
    assert sorted(asked) == ["a", "b"]
    waiting = asyncio.create_task(HostNames().resolve("a"))
    await asyncio.sleep(0)
    release.set()
    with pytest.raises(OSError, match="no answer"):
        await waiting
    with pytest.raises(OSError, match="no answer"):
        await HostNames().resolve("a")  # asked anew
    assert asked.count("a") == 2


async def test_a_name_that_is_known_and_one_that_is_not() -> None:
    addresses = {found["host"] for found in await HostNames().resolve("localhost", 80, socket.AF_UNSPEC)}
    assert addresses & {"127.0.0.1", "::1"}
    with pytest.raises(OSError, match=r".+"):
        await HostNames().resolve("there-is-none.invalid")
