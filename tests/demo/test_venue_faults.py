"""OKX's and Hyperliquid's faces misbehave, and the product reads no garbage as flat, misses no hidden position."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from monitor.credentials import Secrets
from monitor.demo import control
from monitor.demo.faults import GARBAGE
from monitor.demo.server import DemoServer, serve
from monitor.errors import KeyRejectedError, RateLimitError, VenueError
from monitor.model import Account, PositionKey
from tests.demo.build import world_of
from tests.demo.venue_accounts import HYPERLIQUID, OKX
from tests.venues.loopback import SkewedClock, reader_of, secrets_of

BOOK = {spec.label: spec for spec in (*OKX, *HYPERLIQUID)}
STATES = {"Cross": "/api/v5/account/positions", "Pool": "/info/clearinghouseState"}
NONE_KNOWN: frozenset[PositionKey] = frozenset()


@pytest.fixture
async def server() -> AsyncIterator[DemoServer]:
    world = world_of(BOOK["Cross"], BOOK["Pool"], live=True)
    world.paused = True
    async with serve(world, limits=False) as running:
        yield running


async def read_twice(server: DemoServer, label: str, fault: control.InjectFault) -> tuple[Account, Account]:
    """Read once, then once more with the fault in force."""
    clock = SkewedClock()
    async with reader_of(server, label, clock=clock) as reader:
        before = await reader.read(NONE_KNOWN, clock.now_ms())
        known = frozenset(before.key_of(position) for position in before.positions)
        await server.obey(fault)
        return before, await reader.read(known, clock.now_ms() + 1_000)


@pytest.mark.parametrize("kind", [*GARBAGE, "truncated_json"])
@pytest.mark.parametrize("label", STATES)
async def test_garbage_is_never_flat(server: DemoServer, label: str, kind: Any) -> None:
    with pytest.raises(VenueError):
        await read_twice(server, label, control.InjectFault(kind=kind, path=STATES[label]))


@pytest.mark.parametrize("kind", ["vanish", "vanish_all"])
@pytest.mark.parametrize("label", STATES)
async def test_hidden_positions_do_not_agree_with_the_balance(server: DemoServer, label: str, kind: Any) -> None:
    before, after = await read_twice(server, label, control.InjectFault(kind=kind, path=STATES[label]))
    assert before.balance_agrees
    assert len(after.positions) < len(before.positions)
    assert not after.balance_agrees


@pytest.mark.parametrize("label", STATES)
async def test_too_many_requests_are_told_as_such(server: DemoServer, label: str) -> None:
    with pytest.raises(RateLimitError):
        await read_twice(server, label, control.InjectFault(kind="status", status=429, path=STATES[label]))


@pytest.mark.parametrize("label", STATES)
async def test_a_fault_of_one_venue_does_not_touch_the_other(server: DemoServer, label: str) -> None:
    other = {"Cross": "hyperliquid", "Pool": "okx"}[label]
    _, after = await read_twice(server, label, control.InjectFault(kind="html", venue=other))
    assert len(after.positions) == 3


async def test_a_clock_that_jumps_is_measured_anew(server: DemoServer) -> None:
    _, after = await read_twice(server, "Cross", control.InjectFault(kind="clock_skew", skew_ms=-60_000))
    assert after.clock_offset_ms == pytest.approx(-60_000, abs=5_000)


@pytest.mark.parametrize("changed", [{"secret": "x"}, {"passphrase": "x"}])
async def test_a_key_that_is_wrong_is_blamed(server: DemoServer, changed: dict[str, str]) -> None:
    true = secrets_of(server, "Cross")
    parts = {"api_key": true.api_key, "secret": true.secret, "passphrase": true.passphrase} | changed
    async with reader_of(server, "Cross", secrets=Secrets(**parts)) as reader:
        with pytest.raises(KeyRejectedError):
            await reader.read(NONE_KNOWN, reader.client.clock.now_ms())
