"""Venues without a reader of their own: real accounts through ccxt's unified methods, and what is not believed."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.errors import VenueDataError, VenueError
from monitor.model import Account
from monitor.risk.report import assess
from monitor.settings import AccountConfig
from monitor.venues import VENUES, generic
from monitor.venues import generic_read as read
from monitor.venues.account_check import check_account
from monitor.venues.fetch import AccountReader
from monitor.venues.generic_reads import READS
from tests.venues.served import GARBAGE, Served, payload, reader_at, served

KEYS = Secrets(api_key="k", secret="s")
PHEMEX_POSITIONS = "/g-accounts/accountPositions"


def phemex(**more: Any) -> dict[str, Any]:
    inverse = lambda asked: {**payload("phemex", "accountPositions-01")}  # noqa: E731
    found = {
        "/public/products": payload("phemex", "products-v2-01"),
        "/v1/exchange/public/products": {"code": 0, "msg": "", "data": []},
        PHEMEX_POSITIONS: payload("phemex", "fetchPositions-01"),
        "/accounts/accountPositions": inverse,
        "/exchange/public/md/v2/kline/last": {
            "code": 0,
            "msg": "OK",
            "data": {"total": -1, "rows": [[1592467200, 300, "9376", "9390", "9381", "9400", "9380", "99", "9"]]},
        },
    }
    return {**found, **more}


def bingx() -> dict[str, Any]:
    empty = {"code": 0, "msg": "", "data": []}
    return {
        "/openApi/swap/v2/quote/contracts": payload("bingx", "contracts-01"),
        "/openApi/cswap/v1/market/contracts": empty,
        "/openApi/spot/v1/common/symbols": {"code": 0, "msg": "", "data": {"symbols": []}},
        "/openApi/swap/v2/server/time": {"code": 0, "msg": "", "data": {"serverTime": 1700000000000}},
        "/openApi/swap/v2/user/positions": payload("bingx", "fetchPositions-01"),
        "/openApi/cswap/v1/user/positions": empty,
        "/openApi/swap/v3/user/balance": payload("bingx", "fetchBalance-01"),
        "/openApi/cswap/v1/user/balance": empty,
        "/openApi/swap/v2/quote/ticker": payload("bingx", "ticker-01"),
        "/openApi/swap/v2/quote/premiumIndex": empty,
    }


@pytest.fixture
async def server() -> AsyncIterator[Served]:
    async with served(phemex()) as running:
        yield running


async def read_from(server: Served, venue: str = "phemex") -> Account:
    async with reader_at(server, venue, KEYS) as reader:
        return await reader.read(frozenset(), 1_000)


# ---------------------------------------------------------------- through real ccxt


async def test_a_real_account_is_read_with_its_flat_rows_left_out(server: Served) -> None:
    account = await read_from(server)
    by_symbol = {position.symbol: position for position in account.positions}
    raw = payload("phemex", "fetchPositions-01")["data"]["positions"]
    assert len(account.positions) == sum(float(row["size"]) != 0 for row in raw)
    litecoin = by_symbol["LTC/USDT:USDT"]
    assert (litecoin.side, litecoin.contracts, litecoin.contract_size) == ("long", 0.2, 1)
    assert (litecoin.entry_price, litecoin.mark_price, litecoin.leverage) == (71.135, 65.515624875, 4)
    assert {held.currency: held.wallet_balance for held in account.collateral} == {"USDT": 224.431891892508}


async def test_all_parts_of_the_account_are_asked_for(server: Served) -> None:
    await read_from(server)
    asked = [request.get("currency") for request in server.asked if "currency" in request]
    assert {"USDT", "USD", "BTC"} <= set(asked)
    assert {method for method, _ in server.requests} == {"GET"}


async def test_nothing_is_recomputed_and_what_is_not_told_is_none(server: Served) -> None:
    account = await read_from(server)
    assert (account.account_mode, account.key.rights) == ("portfolio", "unverified")
    for position, row in zip(account.positions, assess((account,), rescue_distance=0.1).positions, strict=True):
        assert (position.brackets, position.stops, position.reported_adl_rank) == ((), None, None)
        assert row.liquidation_price == position.reported_liquidation_price
        assert row.rescue_add is None


async def test_a_mark_that_the_position_lacks_is_asked_for() -> None:
    async with served(bingx()) as server:
        (position,) = (await read_from(server, "bingx")).positions
    assert (position.symbol, position.side, position.margin_mode) == ("BNB/USDT:USDT", "short", "isolated")
    assert position.mark_price == 246.75
    assert position.reported_liquidation_price == pytest.approx(294.16914617776246)


def htx() -> dict[str, Any]:
    ok: dict[str, Any] = {"status": "ok", "data": [], "ts": 1}
    spot = {"base-currency": "btc", "quote-currency": "usdt", "price-precision": 2, "amount-precision": 6}
    spot |= {"symbol": "btcusdt", "state": "online", "symbol-partition": "main", "value-precision": 8}
    inverse = {
        "symbol": "BTC",
        "contract_size": 100,
        "price_tick": 0.1,
        "contract_status": 1,
        "create_date": "20200325",
    }
    dated = {"contract_code": "BTC261225", "contract_type": "quarter", "delivery_date": "20261225"}
    return {
        "/v1/common/symbols": {**ok, "data": [spot]},
        "/linear-swap-api/v1/swap_contract_info": payload("htx", "swap_contract_info-01"),
        "/swap-api/v1/swap_contract_info": {**ok, "data": [{**inverse, "contract_code": "BTC-USD"}]},
        "/api/v1/contract_contract_info": {**ok, "data": [{**inverse, **dated, "delivery_time": "1798185600000"}]},
        "/api/v1/timestamp": {**ok, "ts": 1780905957145},
        "/v5/trade/position/opens": payload("htx", "fetchPosition-01"),
        "/swap-api/v1/swap_position_info": ok,
        "/api/v1/contract_position_info": ok,
        "/v5/account/balance": payload("htx", "fetchBalance-01"),
        "/swap-api/v1/swap_account_info": ok,
        "/api/v1/contract_account_info": ok,
    }


async def test_a_real_cross_long_whose_liquidation_price_is_negative_has_none() -> None:
    async with served(htx()) as server:
        account = await read_from(server, "htx")
    (position,) = account.positions
    assert (position.symbol, position.contracts, position.contract_size) == ("BTC/USDT:USDT", 1, 0.001)
    assert (position.entry_price, position.mark_price) == (63204.5, 63134)
    assert position.reported_liquidation_price is None
    assert {held.currency: held.wallet_balance for held in account.collateral} == {
        "USDT": pytest.approx(162.523160998562)
    }
    asked = [what for _, what in server.requests if "account" in what or "position" in what]
    assert len(asked) == len(set(asked)) == 6


async def test_an_address_is_read_and_the_mark_follows_from_the_profit() -> None:
    address = "dydx1" + "q" * 38
    answers = {
        "/v4/perpetualMarkets": payload("dydx", "perpetualMarkets-01"),
        "/v4/perpetualPositions": payload("dydx", "perpetualPositions-01"),
        f"/v4/addresses/{address}/subaccountNumber/0": payload("dydx", "subaccount-01"),
        "/v4/time": {"iso": "2025-07-14T07:53:55.631Z", "epoch": 1752479635.631},
    }
    async with served(answers) as server, reader_at(server, "dydx", Secrets(api_key=address, secret="")) as reader:
        account = await reader.read(frozenset(), 1_000)
    (position,) = account.positions
    assert (position.side, position.contracts) == ("short", 0.407)
    assert position.mark_price == pytest.approx(118692.048409 + 57.266817 / 0.407)
    assert account.key.rights == "address only"


async def test_mexc_is_read_with_a_price_that_stands_in_for_the_mark() -> None:
    answers = {
        "/api/v1/contract/detail": payload("mexc", "detail-01"),
        "/api/v3/exchangeInfo": {"timezone": "CST", "serverTime": 1, "symbols": []},
        "/api/v1/contract/ping": {"success": True, "code": 0, "data": 1587442022003},
        "/api/v1/private/position/open_positions": payload("mexc", "open_positions-01"),
        "/api/v1/private/account/assets": payload("mexc", "assets-01"),
        "/api/v1/contract/ticker": payload("mexc", "ticker-01"),
    }
    async with served(answers) as server:
        (position,) = (await read_from(server, "mexc")).positions
    assert (position.contracts, position.contract_size, position.mark_price) == (7, 0.0001, 30410.5)
    assert position.reported_liquidation_price == 27200.1


def test_a_wallet_that_is_told_twice_is_counted_once() -> None:
    first, second = {"total": {"USDT": 10.0}}, {"total": {"BTC": 1.0, "USDT": 0.0}}
    account = read.read_account(
        account_id="a",
        venue="x",
        positions=[],
        balances=[first, dict(first), second],
        read_ms=0,
        latency_ms=None,
        clock_offset_ms=None,
    )
    assert {held.currency: held.wallet_balance for held in account.collateral} == {"USDT": 10, "BTC": 1}


async def test_a_venue_whose_time_is_not_understood_is_read_all_the_same() -> None:
    async with served({**bingx(), "/openApi/swap/v2/server/time": {"code": 0, "data": {}}}) as server:
        assert (await read_from(server, "bingx")).clock_offset_ms is None


async def test_candles_are_read(server: Served) -> None:
    async with reader_at(server, "phemex", KEYS) as reader:
        await reader.read(frozenset(), 1_000)
        bars = await reader.candles("LTC/USDT:USDT", "15m", 3)
        assert len(bars) == 1
        with pytest.raises(VenueDataError, match="not listed"):
            await reader.candles("NO/USDT:USDT", "15m", 3)


async def test_a_venue_that_does_not_tell_its_time_can_be_tested_all_the_same(server: Served) -> None:
    config = AccountConfig(
        id="main", venue="phemex", base_url=server.base_url, ws_base_url=server.base_url.replace("http", "ws")
    )
    lines = {line.what: line.ok for line in await check_account(config, KEYS, SystemClock())}
    assert (lines["Clock"], lines["Key accepted"], lines["Rights of the key"]) == (None, True, None)


# ---------------------------------------------------------------- never flat by mistake


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("path", ["", PHEMEX_POSITIONS, "/accounts/accountPositions", "/public/products"])
async def test_a_garbage_answer_is_never_flat(server: Served, path: str, kind: str) -> None:
    """Here ccxt itself makes [] of most of these answers."""
    server.garbage[path] = kind
    with pytest.raises(VenueError):
        await read_from(server)


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("path", ["user/positions", "user/balance", "quote/contracts"])
async def test_a_garbage_answer_is_never_flat_at_another_venue(path: str, kind: str) -> None:
    answers = bingx()
    async with served(answers) as server:
        for full in [full for full in answers if full.endswith(path) and "cswap" not in full]:
            server.garbage[full] = kind
        with pytest.raises(VenueError):
            await read_from(server, "bingx")


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("venue", sorted(set(generic.VENUES) - {"dydx"}))
async def test_where_everything_is_garbage_no_venue_is_read(venue: str, kind: str) -> None:
    async with served({}) as server:
        server.anything = True
        server.garbage[""] = kind
        secret = "Y2FuYXJ5LXNlY3JldC1jYW5hcnktc2VjcmV0LTAwMDE="
        async with reader_at(server, venue, Secrets(api_key="k", secret=secret, passphrase="p")) as reader:
            with pytest.raises(VenueError):
                await reader.read(frozenset(), 1_000)


async def test_a_position_in_a_contract_that_is_not_listed_is_never_left_out() -> None:
    positions = payload("phemex", "fetchPositions-01")
    positions["data"]["positions"][0]["symbol"] = "NEWUSDT"
    async with served(phemex(**{PHEMEX_POSITIONS: positions})) as server:
        with pytest.raises(VenueDataError, match="NEWUSDT"):
            await read_from(server)


@pytest.mark.parametrize("field", ["side", "size", "avgEntryPriceRp", "symbol"])
async def test_an_essential_field_of_a_real_position_is_never_guessed(field: str) -> None:
    positions = payload("phemex", "fetchPositions-01")
    row = positions["data"]["positions"][0]
    for name in (field, "avgEntryPrice") if field == "avgEntryPriceRp" else (field,):
        row.pop(name, None)
    async with served(phemex(**{PHEMEX_POSITIONS: positions})) as server:
        with pytest.raises(VenueError):
            await read_from(server)


ROW: dict[str, Any] = {
    "symbol": "BTC/USDT:USDT",
    "side": "long",
    "contracts": 2.0,
    "entryPrice": 100.0,
    "markPrice": 90.0,
    "contractSize": 0.2649,
    "info": {"qty": "2", "entry": "100.0"},
}
MARKET = {"contract": True, "settle": "USDT", "contractSize": 0.1, "inverse": False, "precision": {}}


def test_a_contracts_size_is_the_markets_not_what_ccxt_guessed() -> None:
    assert read.read_position(ROW, MARKET, None, None, 0).contract_size == 0.1


@pytest.mark.parametrize(
    ("row", "market"),
    [
        ({"side": None}, {}),
        ({"contracts": None}, {}),
        ({"entryPrice": None}, {}),
        ({"entryPrice": 0}, {}),
        ({"markPrice": None}, {}),
        ({}, {"contractSize": None}),
        ({}, {"contract": False}),
        ({}, {"settle": None}),
    ],
)
def test_an_essential_field_is_never_guessed(row: dict[str, Any], market: dict[str, Any]) -> None:
    with pytest.raises(VenueDataError, match="BTC/USDT:USDT"):
        read.read_position({**ROW, **row}, {**MARKET, **market}, None, None, 0)


def test_a_figure_that_ccxt_computed_is_refused() -> None:
    for computed in ({"contracts": 2.1}, {"entryPrice": 101.0}):
        with pytest.raises(VenueDataError, match="not what the venue told"):
            read.read_position({**ROW, **computed}, MARKET, None, None, 0)


@pytest.mark.parametrize("field", ["notional", "unrealizedPnl", "liquidationPrice"])
def test_a_size_of_zero_that_is_worth_something_is_refused(field: str) -> None:
    assert read.open_rows([{**ROW, "contracts": 0}]) == []
    with pytest.raises(VenueDataError, match="contracts is 0"):
        read.open_rows([{**ROW, "contracts": 0, field: 14.2}])


def test_a_size_may_be_told_in_coins_and_a_short_with_a_sign() -> None:
    for told in ("0.2", "-2", "20"):
        row = {**ROW, "info": {"qty": told, "entry": "100"}}
        assert read.read_position(row, MARKET, None, None, 0).contracts == 2


@pytest.mark.parametrize("value", [0, -110163.84, None, ""])
def test_these_liquidation_prices_mean_none(value: Any) -> None:
    assert (
        read.read_position({**ROW, "liquidationPrice": value}, MARKET, None, None, 0).reported_liquidation_price is None
    )


@pytest.mark.parametrize("body", ["{}", "[]", '"ok"', '{"code":200,"msg":"success"}'])
def test_an_answer_without_a_list_is_not_believed_to_say_none(body: str) -> None:
    with pytest.raises(VenueDataError):
        read.believe([], [body], is_list=False, venue="x")
    read.believe([], [json.dumps({"data": []})], is_list=False, venue="x")


def test_margin_in_use_without_a_position_is_a_disagreement() -> None:
    balance = {"total": {"USDT": 10.0}, "used": {"USDT": 2.0}}
    account = read.read_account(
        account_id="a", venue="mexc", positions=[], balances=[balance], read_ms=0, latency_ms=None, clock_offset_ms=None
    )
    assert not account.balance_agrees


# ---------------------------------------------------------------- which venues, which questions


def test_every_venue_says_that_it_is_derived() -> None:
    assert set(generic.VENUES) == set(READS) <= set(VENUES)
    assert all(venue.TITLE.endswith("(derived)") for venue in generic.VENUES.values())


def test_what_is_asked_by_another_method_than_get_is_a_read_by_its_name() -> None:
    asked = {path for endpoints in READS.values() for _, method, path in endpoints if method != "GET"}
    words = ("order", "transfer", "withdraw", "leverage", "cancel", "create", "close", "set", "borrow", "repay")
    assert asked
    assert not [path for path in asked if any(word in path.lower() for word in words)]
    assert all(any(word in path for word in ("position", "balance", "wallet", "account", "klines")) for path in asked)


async def test_an_address_venue_takes_no_key() -> None:
    config = AccountConfig(id="main", venue="dydx")
    for api_key, secret in (("k", "s"), ("dydx1" + "q" * 38, "s"), ("twelve secret words", "")):
        with pytest.raises(VenueError, match="address"):
            await AccountReader.open(config, Secrets(api_key=api_key, secret=secret), SystemClock())
