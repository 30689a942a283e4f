"""What polling costs, ours beside ccxt's unified call: CPU, memory, request weight, and one account that hangs.

Run: .venv/bin/python tests/benchmarks/bench_polling.py
Ours reads the whole account (wallets, modes, tiers, orders in their own time); ccxt's `fetch_positions` the positions
alone. The exchange is a process of its own. A second of polling is one read of each account; nobody waits in between.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.settings import AccountConfig
from monitor.venues import VENUES, lite
from monitor.venues.client import _redirect
from monitor.venues.fetch import AccountReader
from monitor.venues.pace import Limits, Pace
from tests.venues import test_binance_coinm, test_deribit, test_hyperliquid, test_krakenfutures
from tests.venues.faces import FACES, KEYS
from tests.venues.served import Answer, reader_at, served

SECONDS = 30
NONE_KNOWN: frozenset[tuple[str, str, str, str]] = frozenset()


@contextlib.contextmanager
def exchange(positions: int) -> Iterator[str]:
    file = Path(__file__).with_name("many_positions.py")
    process = subprocess.Popen(
        [sys.executable, str(file), str(positions)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.terminate()
        process.wait()


def resident_mb() -> float:
    """Memory of this process, where the system tells."""
    with contextlib.suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
    return float("nan")


@contextlib.asynccontextmanager
async def ours(url: str, label: str, key: str = "k") -> AsyncIterator[AccountReader]:
    ws = url.replace("http", "ws")
    config = AccountConfig(id=label, venue="binanceusdm", base_url=url, ws_base_url=ws)
    reader = await AccountReader.open(config, Secrets(api_key=key, secret="s"), SystemClock())
    reader.client.pace = unhurried("binanceusdm")
    try:
        yield reader
    finally:
        await reader.close()


def unhurried(venue: str) -> Pace:
    """A pace that weighs requests and holds none back."""
    limits, pace = VENUES[venue].LIMITS, Pace("unhurried")
    pace.know(Limits(weights=limits.weights, otherwise=limits.otherwise))
    return pace


@contextlib.asynccontextmanager
async def unified(url: str) -> AsyncIterator[Any]:
    settings = {"apiKey": "k", "secret": "s", "enableRateLimit": False, "asyncio_loop": asyncio.get_running_loop()}
    found = lite.load("binanceusdm")(settings)
    _redirect(found, url, url.replace("http", "ws"))
    found.ssl_context, found.timeout_on_exit = True, 0
    found.has["fetchCurrencies"] = False
    try:
        yield found
    finally:
        await found.close()


async def polling_cost(url: str, accounts: int, kind: str) -> tuple[float, float, float]:
    """(CPU ms of one second of polling, of the best of five stretches; median wall ms; MB that the accounts took)."""
    gc.collect()
    gc.freeze()  # as the engine does
    before = resident_mb()
    async with contextlib.AsyncExitStack() as stack:
        if kind == "ours":
            readers = [await stack.enter_async_context(ours(url, f"a{number}")) for number in range(accounts)]

            async def second(number: int) -> None:
                await asyncio.gather(*(reader.read(NONE_KNOWN, number * 1_000) for reader in readers))
        else:
            clients = [await stack.enter_async_context(unified(url)) for _ in range(accounts)]

            async def second(number: int) -> None:
                await asyncio.gather(*(client.fetch_positions() for client in clients))

        await second(0)
        await second(1)
        costs, walls = [], []
        for stretch in range(5):
            began = time.process_time()
            for number in range(SECONDS // 5):
                at = time.perf_counter()
                await second(2 + stretch * (SECONDS // 5) + number)
                walls.append((time.perf_counter() - at) * 1_000)
            costs.append((time.process_time() - began) / (SECONDS // 5) * 1_000)
        gc.collect()
        return min(costs), statistics.median(walls), resident_mb() - before


async def compare() -> None:
    print(f"{'positions':>9} {'accounts':>8} | {'ours':>22} | {'unified':>22} | ratio of CPU")
    print(f"{'':>9} {'':>8} | {'CPU ms/s':>8} {'core':>6} {'MB':>6} | {'CPU ms/s':>8} {'core':>6} {'MB':>6} |")
    for positions in (50, 500):
        with exchange(positions) as url:
            for accounts in (1, 4, 10):
                mine = await polling_cost(url, accounts, "ours")
                theirs = await polling_cost(url, accounts, "unified")
                print(
                    f"{positions:>9} {accounts:>8} | {mine[0]:>8.1f} {mine[0] / 1_000:>6.1%} {mine[2]:>6.1f} | "
                    f"{theirs[0]:>8.1f} {theirs[0] / 1_000:>6.1%} {theirs[2]:>6.1f} | {theirs[0] / mine[0]:.1f} x less"
                )


def faces() -> dict[str, tuple[dict[str, Answer], Secrets]]:
    """The venues as recorded and documented answers, and who asks."""
    recorded = test_hyperliquid.answers(test_hyperliquid.of("fetchPositions-03"))
    return {
        "binancecoinm": (test_binance_coinm.answers(), test_binance_coinm.KEYS),
        "deribit": (test_deribit.answers(), test_deribit.KEYS),
        "hyperliquid": (recorded, test_hyperliquid.WHO),
        "krakenfutures": (test_krakenfutures.answers(), test_krakenfutures.KEYS),
        **{venue: (face.answers(), KEYS) for venue, face in FACES.items()},
    }


async def weights() -> None:
    print("\nrequest weight of a minute of one account, read each second (calm: each fifth); what its venue allows")
    with exchange(5) as url:
        async with ours(url, "a") as reader:
            await weigh("binanceusdm", reader)
    for venue, (answers, who) in faces().items():
        async with served(answers) as server, reader_at(server, venue, who) as reader:
            reader.client.pace = unhurried(venue)
            await weigh(venue, reader)


async def weigh(venue: str, reader: AccountReader) -> None:
    await reader.read(NONE_KNOWN, 0)
    pace, minutes = reader.client.pace, []
    for start, step in ((60, 1), (120, 5)):
        before, asked = pace.weight, pace.asked
        for second in range(start, start + 60, step):
            await reader.read(NONE_KNOWN, second * 1_000)
        minutes.append((pace.weight - before, pace.asked - asked))
    limits = VENUES[venue].LIMITS
    allowed = limits.address or limits.account
    share = f"{minutes[0][0] / (allowed.amount * 60 / allowed.per_s):.0%} of what is allowed" if allowed else "by path"
    held = len(reader.reading.held)
    print(
        f"{venue:>14}: {minutes[0][0]:>6.0f} ({minutes[1][0]:>4.0f}) weight, {minutes[0][1]:>4} ({minutes[1][1]:>3}) "
        f"requests, {held} contracts held; {share}"
    )


async def latency(url: str, hanging: bool) -> float:
    """Median wall ms of the reads of three accounts, with or without a fourth that hangs."""
    async with contextlib.AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(ours(url, f"a{number}")) for number in range(3)]
        for reader in readers:
            await reader.read(NONE_KNOWN, 0)
        stuck: asyncio.Task[Any] | None = None
        if hanging:
            silent = await stack.enter_async_context(ours(url, "hanging", "hang"))
            stuck = asyncio.create_task(_again(silent))
        walls = []
        for second in range(1, 61):
            for reader in readers:
                at = time.perf_counter()
                await reader.read(NONE_KNOWN, second * 1_000)
                walls.append((time.perf_counter() - at) * 1_000)
        if stuck is not None:
            stuck.cancel()
            await asyncio.gather(stuck, return_exceptions=True)
        return statistics.median(walls)


async def _again(reader: AccountReader) -> None:
    while True:
        with contextlib.suppress(Exception):
            await reader.read(NONE_KNOWN, 0)


async def hang() -> None:
    with exchange(50) as url:
        pairs = [(await latency(url, False), await latency(url, True)) for _ in range(5)]
    ratios = sorted(with_one / alone for alone, with_one in pairs)
    alone, with_one = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
    print(f"\none account hangs: the others' reads take {with_one:.1f} ms instead of {alone:.1f} ms", end="")
    print(f" (x {ratios[len(ratios) // 2]:.2f}, median of five pairs)")


async def main() -> None:
    await compare()
    await weights()
    await hang()


if __name__ == "__main__":
    asyncio.run(main())
