"""Every fault does what it says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from monitor.demo import control
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, PositionSpec
from tests.demo.build import ask, isolated_long, world_of

RISK = "/fapi/v3/positionRisk"


@pytest.fixture
async def server() -> AsyncIterator[DemoServer]:
    positions = (isolated_long(), PositionSpec(symbol="ETHUSDT", side="long", size=1.0))
    accounts = [AccountSpec(label=label, wallet=5000.0, positions=positions) for label in ("A", "B")]
    async with serve(world_of(*accounts, live=True)) as running:
        yield running


async def inject(server: DemoServer, kind: Any, **more: Any) -> None:
    assert await server.obey(control.InjectFault(kind=kind, **more)) == control.Ok()


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("empty", ""), ("object", {}), ("array", []), ("null", None), ("envelope", {"code": 200, "msg": "success"})],
)
async def test_garbage_comes_with_status_200(server: DemoServer, kind: str, wanted: object) -> None:
    await inject(server, kind, path=RISK)
    status, _, body = await ask(server.info(), RISK)
    assert (status, body) == (200, wanted)


async def test_a_login_page_comes_as_html(server: DemoServer) -> None:
    await inject(server, "html")
    status, headers, body = await ask(server.info(), RISK)
    assert (status, headers["Content-Type"].split(";")[0], body[:9]) == (200, "text/html", "<!DOCTYPE")


async def test_truncated_json_looks_whole_to_http(server: DemoServer) -> None:
    await inject(server, "truncated_json", path=RISK)
    with pytest.raises(ValueError, match=r"Unterminated|delimiter|Expecting"):
        await ask(server.info(), RISK)


@pytest.mark.parametrize(
    ("kind", "error"),
    [("truncated_body", aiohttp.ClientPayloadError), ("close", aiohttp.ServerDisconnectedError)],
)
async def test_a_connection_ends_early(server: DemoServer, kind: str, error: type[Exception]) -> None:
    await inject(server, kind, path=RISK)
    with pytest.raises(error):
        await ask(server.info(), RISK)


@pytest.mark.parametrize("kind", ["silence", "drip"])
async def test_no_whole_answer_comes_in_time(server: DemoServer, kind: str) -> None:
    await inject(server, kind, path=RISK)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(ask(server.info(), RISK), 1.0)


async def test_a_redirect_names_its_target(server: DemoServer) -> None:
    await inject(server, "redirect", url="http://127.0.0.1:9/elsewhere")
    status, headers, _ = await ask(server.info(), RISK)
    assert (status, headers["Location"]) == (307, "http://127.0.0.1:9/elsewhere")


@pytest.mark.parametrize("status", [403, 418, 429, 500, 503])
async def test_a_status_comes_with_its_retry_after(server: DemoServer, status: int) -> None:
    await inject(server, "status", status=status, retry_after_s=7)
    told, headers, _ = await ask(server.info(), RISK)
    assert (told, headers["Retry-After"]) == (status, "7")


async def test_a_count_ends_a_fault(server: DemoServer) -> None:
    await inject(server, "status", status=503, count=2)
    assert [(await ask(server.info(), RISK))[0] for _ in range(3)] == [503, 503, 200]


async def test_a_fault_hits_only_its_path_and_account(server: DemoServer) -> None:
    await inject(server, "status", status=503, path=RISK, account="A")
    assert (await ask(server.info(), RISK, "A"))[0] == 503
    assert (await ask(server.info(), RISK, "B"))[0] == 200
    assert (await ask(server.info(), "/fapi/v3/account", "A"))[0] == 200


async def test_positions_vanish_while_the_balance_still_holds_their_margin(server: DemoServer) -> None:
    await inject(server, "vanish", path=RISK, symbols=("ETHUSDT",))
    assert [row["symbol"] for row in (await ask(server.info(), RISK))[2]] == ["BTCUSDT"]
    account = (await ask(server.info(), "/fapi/v3/account"))[2]
    assert len(account["positions"]) == 2


async def test_all_positions_vanish(server: DemoServer) -> None:
    await inject(server, "vanish_all", path=RISK)
    assert (await ask(server.info(), RISK))[2] == []
    assert float((await ask(server.info(), "/fapi/v3/account"))[2]["totalMaintMargin"]) > 0


async def test_a_skewed_clock_shows_in_the_time_and_in_refused_timestamps(server: DemoServer) -> None:
    before = (await ask(server.info(), "/fapi/v1/time"))[2]["serverTime"]
    await inject(server, "clock_skew", skew_ms=60_000)
    assert (await ask(server.info(), "/fapi/v1/time"))[2]["serverTime"] >= before + 60_000
    assert (await ask(server.info(), RISK))[2]["code"] == -1021


async def test_clearing_ends_them_all(server: DemoServer) -> None:
    await inject(server, "clock_skew", skew_ms=60_000)
    await inject(server, "empty")
    await server.obey(control.ClearFaults())
    assert len((await ask(server.info(), RISK))[2]) == 2
