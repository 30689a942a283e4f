"""Insurance funds: the documented answers through real ccxt, and what is no fund."""

from __future__ import annotations

from typing import Any

import pytest

from monitor.errors import VenueDataError, VenueError
from monitor.venues import funds
from tests.venues import test_deribit, test_hyperliquid
from tests.venues.faces import FACES, KEYS
from tests.venues.served import payload, reader_at, served

DAY = 86_400
GATE = [{"t": 1_764_000_000 - day * DAY, "b": 100.0 - day} for day in range(8)]
BYBIT = {"retCode": 0, "result": {"updatedTime": "1", "list": []}, "time": 1}
POOLS = [{"coin": "USDT", "symbols": "A", "balance": "5.5"}, {"coin": "USDT", "symbols": "B", "balance": "1"}]
NO_RESERVE = {"code": "00000", "msg": "success", "data": {"list": None}}
VENUES: dict[str, tuple[str, Any, list[tuple[str, float, float | None]]]] = {
    "bybit": (
        "/v5/market/insurance",
        {**BYBIT, "result": {"updatedTime": "1", "list": POOLS}},
        [("USDT", 6.5, None)],
    ),
    "okx": ("/api/v5/public/insurance-fund", {"code": "0", "data": [{"total": "9.5"}]}, [("USD", 9.5, None)]),
    "gate": ("/api/v4/futures/usdt/insurance", GATE, [("USDT", 100.0, 93.0)]),
    "bitget": (
        "/api/v3/market/risk-reserve-all",
        lambda asked: payload("bitget", "risk-reserve-all") if asked["category"] == "USDT-FUTURES" else NO_RESERVE,
        [("USDT", 501_250.5, None)],
    ),
}


async def funds_from(venue: str, answer: Any) -> Any:
    what, _, _ = VENUES[venue]
    async with served({**FACES[venue].answers(), what: answer}) as server, reader_at(server, venue, KEYS) as reader:
        await reader.read(frozenset(), 0)
        return await reader.insurance_funds()


@pytest.mark.parametrize("venue", VENUES)
async def test_the_documented_fund_is_read(venue: str) -> None:
    _, answer, expected = VENUES[venue]
    found = await funds_from(venue, answer)
    assert [(one.currency, one.balance, one.week_ago) for one in found if one.currency != "BTC"] == expected


@pytest.mark.parametrize("venue", VENUES)
async def test_an_empty_answer_is_no_empty_fund(venue: str) -> None:
    empty = {"bybit": BYBIT, "okx": {"code": "0", "data": []}, "gate": [], "bitget": NO_RESERVE}[venue]
    with pytest.raises(VenueError):
        await funds_from(venue, empty)


async def test_hyperliquids_fund_is_the_vault_that_takes_over() -> None:
    answers = test_hyperliquid.answers(test_hyperliquid.of("fetchPositions-03"))
    answers["/info vaultDetails"] = payload("hyperliquid", "vaultDetails-01")
    async with served(answers) as server, reader_at(server, "hyperliquid", test_hyperliquid.WHO) as reader:
        (found,) = await reader.insurance_funds()
        asked = server.asked[-1]
    assert (found.balance, found.currency, found.week_ago) == (331_000_000.5, "USDC", 300_000_000.0)
    assert asked["vaultAddress"] == "0xdfc24b077bc1425ad1dea75bcb6f8158e10df303"


def test_a_vault_without_history_is_no_empty_fund() -> None:
    with pytest.raises(VenueDataError, match="empty"):
        funds.hyperliquid_vault(funds.RawVault(portfolio=[]), 0)


async def test_a_venue_that_publishes_none_says_so() -> None:
    async with served(test_deribit.answers()) as server, reader_at(server, "deribit", KEYS) as reader:
        with pytest.raises(VenueDataError, match="insurance fund"):
            await reader.insurance_funds()


def test_binances_pools_are_added_up_by_currency() -> None:
    pools = [
        funds.RawFundPool(assets=[funds.RawFundAsset(asset="USDT", marginBalance="10")]),
        funds.RawFundPool(
            assets=[
                funds.RawFundAsset(asset="USDT", marginBalance="5"),
                funds.RawFundAsset(asset="BTC", marginBalance="2"),
            ]
        ),
    ]
    assert [(one.currency, one.balance) for one in funds.binance_funds(pools, 0)] == [("USDT", 15.0), ("BTC", 2.0)]


def test_a_short_history_knows_no_week() -> None:
    found = funds.gate_fund([funds.RawGateFund(t=1_764_000_000, b="3")], "USDT", 0)
    assert found.week_ago is None
