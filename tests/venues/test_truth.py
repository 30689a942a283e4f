"""After every trouble with a venue's streams and answers the account that is watched is the exchange's truth again.

The time that it took is printed (pytest -s); what is asserted is that it happens, and that nothing false stays.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from collections.abc import AsyncIterator

import pytest

from monitor.clock import SystemClock
from monitor.demo.control import (
    ClearFaults,
    ClosePosition,
    Deposit,
    ExpireListenKeys,
    OpenPosition,
    Reduce,
)
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, PositionSpec
from monitor.demo.truth import truth
from monitor.feeds.watch_account import AccountWatch
from monitor.venues import streams
from tests.demo.build import world_of
from tests.venues.listening import live, until
from tests.venues.loopback import config_of, fault, secrets_of

VENUES = ("binanceusdm", "bybit", "okx", "hyperliquid")
AT_RISK_S = 0.5


class Watched:
    """A watched account, and what its exchange knows of it."""

    def __init__(self, server: DemoServer, watch: AccountWatch) -> None:
        self.server = server
        self.watch = watch
        self.cadence_s = AT_RISK_S

    def ours(self) -> dict[tuple[str, str], tuple[float, float]]:
        """{(base, side): (size, entry)} as the account was last read."""
        return {
            (one.symbol.partition("/")[0], one.side): (round(one.contracts * one.contract_size, 9), one.entry_price)
            for one in self.watch.account.positions
        }

    def theirs(self) -> dict[tuple[str, str], tuple[float, float]]:
        known = truth(self.server.world)
        return {
            (one.symbol.removesuffix("USDT"), one.side): (round(one.size, 9), one.entry)
            for one in known.positions
            if one.account == "A"
        }

    def agrees(self) -> bool:
        """Whether our figures are the exchange's: what is held, at which entry, and the wallet behind it."""
        ours, theirs, account = self.ours(), self.theirs(), self.watch.account
        wallet = sum(one.wallet_balance for one in account.collateral)
        wallet += sum(one.isolated_margin or 0.0 for one in account.positions)
        return (
            account.trouble is None
            and ours.keys() == theirs.keys()
            and all(ours[key] == pytest.approx(theirs[key], rel=1e-7) for key in ours)
            and wallet == pytest.approx(truth(self.server.world).wallets["A"], abs=0.02)
        )

    async def rarely_polled(self) -> None:
        """Only hints make it read again in time."""
        self.cadence_s, read_ms = 1_000.0, self.watch.account.read_ms
        await until(lambda: self.watch.account.read_ms != read_ms)

    async def comes_true(self, what: str) -> None:
        began = time.perf_counter()
        await until(self.agrees)
        took_s = time.perf_counter() - began
        sys.stdout.write(f"{self.watch.config.venue:>12}: {what}: the truth after {took_s:.2f} s\n")


@pytest.fixture(params=VENUES)
async def watched(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Watched]:
    monkeypatch.setattr(streams, "BACK_OFF_S", (0.1, 0.2, 0.5))
    monkeypatch.setattr(streams, "LOOK_S", 0.05)
    monkeypatch.setattr(streams, "QUIET_S", 1.5)
    positions = (
        PositionSpec(symbol="BTCUSDT", side="long", size=5.0, leverage=10),
        PositionSpec(symbol="ETHUSDT", side="short", size=40.0, leverage=10),
    )
    world = world_of(AccountSpec(label="A", venue=str(request.param), wallet=400_000.0, positions=positions), live=True)
    async with serve(world) as server:
        watch = AccountWatch(
            config_of(server, "A"),
            secrets_of(server, "A"),
            SystemClock(),
            cadence_s=lambda: bench.cadence_s,
            known=lambda: frozenset(watch.account.key_of(one) for one in watch.account.positions),
            changed=lambda: None,
        )
        bench = Watched(server, watch)
        task = asyncio.create_task(watch.run())
        try:
            await until(lambda: watch.reader is not None and live(watch.reader)())
            await until(bench.agrees)
            yield bench
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def test_a_burst_of_300_changes(watched: Watched) -> None:
    await watched.rarely_polled()
    for number in range(300):
        if number % 2:
            await watched.server.obey(OpenPosition(account="A", symbol="BTCUSDT", side="long", size=0.01))
        else:
            await watched.server.obey(Reduce(account="A", symbol="ETHUSDT", side="short", fraction=0.01))
    await watched.comes_true("300 changes at once")


async def test_a_flip_leaves_no_ghost(watched: Watched) -> None:
    await watched.rarely_polled()
    await watched.server.obey(ClosePosition(account="A", symbol="BTCUSDT", side="long"))
    await watched.server.obey(OpenPosition(account="A", symbol="BTCUSDT", side="short", size=3.0, leverage=10))
    await watched.comes_true("a flip")
    assert ("BTC", "long") not in watched.ours()


async def test_a_reconnect_after_changes_that_no_stream_told(watched: Watched) -> None:
    await fault(watched.server, kind="status", status=503)  # while nothing answers …
    await fault(watched.server, kind="ws_abort")
    await watched.server.obey(Reduce(account="A", symbol="ETHUSDT", side="short", fraction=0.25))
    await watched.server.obey(Deposit(account="A", amount=1_234.5))
    await until(lambda: watched.watch.account.trouble is not None)
    assert not watched.agrees()  # … the old figures stay, and say so
    await watched.server.obey(ClearFaults())
    await watched.comes_true("a reconnect")


async def test_a_dead_peer_is_missed_before_the_next_poll_of_a_calm_account(watched: Watched) -> None:
    await watched.rarely_polled()
    await fault(watched.server, kind="ws_pong_only")
    await watched.server.obey(Reduce(account="A", symbol="BTCUSDT", side="long", fraction=0.5))
    await watched.comes_true("a dead peer, calm")


async def test_keys_of_streams_that_run_out(watched: Watched) -> None:
    await watched.rarely_polled()
    await watched.server.obey(ExpireListenKeys())
    await watched.server.obey(OpenPosition(account="A", symbol="SOLUSDT", side="long", size=10.0, leverage=5))
    await watched.comes_true("listen keys run out")
    assert watched.watch.reader is not None
    await until(live(watched.watch.reader))
    await watched.server.obey(ClosePosition(account="A", symbol="SOLUSDT", side="long"))
    await watched.comes_true("and a close after that")
