"""Binance COIN-M: a real position through real ccxt over real sockets, and every field that may be missing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

from monitor.credentials import Secrets
from monitor.errors import KeyRejectedError, VenueDataError, VenueError
from monitor.model import Account
from monitor.risk.report import assess
from monitor.venues import binance_answers as shared
from monitor.venues import binance_coinm_answers as api
from monitor.venues import binance_coinm_read as read
from tests.venues.served import GARBAGE, Served, payload, reader_at, served

KEYS = Secrets(api_key="k", secret="s")
READ_ONLY_KEY = {
    "enableReading": True,
    "enableFutures": False,
    "enableSpotAndMarginTrading": False,
    "enableWithdrawals": False,
    "enableInternalTransfer": False,
    "permitsUniversalTransfer": False,
}
NOW_MS = 1_722_105_622_903


def of(name: str) -> Any:
    return payload("binancecoinm", name)


def answers(**more: Any) -> dict[str, Any]:
    found = {
        "/dapi/v1/time": {"serverTime": NOW_MS},
        "/dapi/v1/exchangeInfo": of("exchangeInfo-01"),
        "/dapi/v1/premiumIndex": of("premiumIndex-01"),
        "/dapi/v1/fundingInfo": [],
        "/dapi/v1/klines": [[NOW_MS, "1.0", "3.0", "0.5", "2.0", "7"]],
        "/dapi/v1/account": of("account-01"),
        "/dapi/v1/positionRisk": of("fetchPositions-04"),
        "/dapi/v2/leverageBracket": of("fetchLeverageTiers-02"),
        "/dapi/v1/positionSide/dual": {"dualSidePosition": False},
        "/dapi/v1/adlQuantile": of("adlQuantile-01"),
        "/dapi/v1/commissionRate": {"symbol": "BTCUSD_PERP", "takerCommissionRate": "0.0005"},
        "/dapi/v1/openOrders": [],
        "/dapi/v1/openAlgoOrders": of("openAlgoOrders-01"),
        "/dapi/v1/forceOrders": of("forceOrders-01"),
        "/dapi/v1/allOrders": of("allOrders-01"),
        "/sapi/v1/account/apiRestrictions": READ_ONLY_KEY,
    }
    return {**found, **{path.replace("__", "/"): answer for path, answer in more.items()}}


@pytest.fixture
async def server() -> AsyncIterator[Served]:
    async with served(answers()) as running:
        yield running


async def read_from(server: Served, known: Any = frozenset()) -> Account:
    async with reader_at(server, "binancecoinm", KEYS) as reader:
        return await reader.read(known, 1_000)


# ---------------------------------------------------------------- through real ccxt


async def test_a_real_inverse_short_is_read_with_all_that_belongs_to_it(server: Served) -> None:
    account = await read_from(server)
    (position,) = account.positions
    assert (position.symbol, position.side, position.contracts) == ("BTC/USD:BTC", "short", 3)
    assert (position.contract_size, position.inverse, position.settle) == (100, True, "BTC")
    assert (position.leverage, position.margin_mode, position.isolated_margin) == (20, "cross", None)
    assert position.reported_liquidation_price == 72491.16879818
    assert (position.reported_maintenance_margin, position.reported_initial_margin) == (0.00001759, 0.00021983)
    assert (position.reported_adl_rank, position.funding_rate, position.funding_interval_h) == (3, 0.0001, 8)
    assert [(stop.trigger_price, stop.contracts, stop.trigger) for stop in position.stops or ()] == [(70000, 3, "mark")]
    assert (account.account_mode, account.position_mode) == ("single_currency", "one_way")
    assert (account.taker_fee_rate, account.key.rights, account.balance_agrees) == (0.0005, "read-only", True)
    assert account.reported_margin_ratio == pytest.approx(0.00001759 / 0.00304318)
    assert {method for method, _ in server.requests} == {"GET"}


async def test_value_and_profit_of_a_contract_are_the_venues_own(server: Served) -> None:
    """notionalValue -0.00439662 and unRealizedProfit 0.00004318 as recorded: 3 contracts of 100 USD."""
    row = assess((await read_from(server),), rescue_distance=0.1).positions[0]
    assert row.notional == pytest.approx(0.00439662, abs=1e-8)
    assert row.unrealized_pnl == pytest.approx(0.00004318, abs=1e-8)


async def test_the_liquidation_price_follows_from_the_coins_wallet() -> None:
    """The wallet that Binance's own price implies, put in, gives that price back to 8 digits."""
    face, rate, price = 300.0, 0.004, 72491.16879818
    account = of("account-01")
    wallet = face / price * (rate - 1) + face / 68911.00000037
    account["assets"][0]["crossWalletBalance"] = f"{wallet:.14f}"
    async with served(answers(**{"/dapi/v1/account": account})) as server:
        row = assess((await read_from(server),), rescue_distance=0.1).positions[0]
    assert row.liquidation_price == pytest.approx(price, rel=1e-8)


async def test_a_forced_close_is_found_for_a_position_that_is_gone() -> None:
    gone = {**of("account-01"), "positions": []}
    gone["assets"][0]["maintMargin"] = "0"
    known = frozenset({("main", "BTC/USD:BTC", "short", "cross")})
    async with served(answers(**{"/dapi/v1/account": gone, "/dapi/v1/positionRisk": []})) as server:
        account = await read_from(server, known)
    assert [(one.side, one.contracts, one.price) for one in account.deleveragings] == [("short", 1, 71010.5)]
    (record,) = account.liquidations
    assert (record.symbol, record.side, record.contracts, record.price) == ("BTC/USD:BTC", "short", 3, 72410.1)
    own = [(one.side, one.contracts, one.price) for one in account.closings]  # the venue's own order is not among them
    assert own == [("short", 2, 72300.5), ("long", 1, 72300.5)]


async def test_own_orders_that_cannot_be_read_leave_a_question_and_fail_nothing() -> None:
    gone = {**of("account-01"), "positions": []}
    gone["assets"][0]["maintMargin"] = "0"
    known = frozenset({("main", "BTC/USD:BTC", "short", "cross")})
    broken = {"/dapi/v1/account": gone, "/dapi/v1/positionRisk": [], "/dapi/v1/allOrders": [{"symbol": 1}]}
    async with served(answers(**broken)) as server:
        account = await read_from(server, known)
    assert (len(account.liquidations), account.closings) == (1, ())


async def test_a_key_that_may_withdraw_is_not_used() -> None:
    rights = {"enableReading": True, "enableWithdrawals": True}
    async with served(answers(**{"/sapi/v1/account/apiRestrictions": rights})) as server:
        with pytest.raises(KeyRejectedError, match="withdraw"):
            await read_from(server)


async def test_candles_are_read(server: Served) -> None:
    async with reader_at(server, "binancecoinm", KEYS) as reader:
        await reader.read(frozenset(), 1_000)
        assert await reader.candles("BTC/USD:BTC", "1h", 1) == [(NOW_MS, 1.0, 3.0, 0.5, 2.0)]
        with pytest.raises(VenueDataError, match="not listed"):
            await reader.candles("NO/USD:NO", "1h", 1)


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("path", ["", "/dapi/v1/account", "/dapi/v1/positionRisk", "/dapi/v1/exchangeInfo"])
async def test_a_garbage_answer_is_never_flat(server: Served, path: str, kind: str) -> None:
    server.garbage[path] = kind
    try:
        account = await read_from(server)
    except VenueError:
        return
    assert (path, kind) == ("/dapi/v1/positionRisk", "array")  # a legal answer by itself: the balance tells
    assert not account.balance_agrees


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("path", ["openOrders", "openAlgoOrders", "leverageBracket", "adlQuantile", "commissionRate"])
async def test_garbage_beside_the_positions_is_an_unknown_figure(server: Served, path: str, kind: str) -> None:
    server.garbage["/dapi/v2/leverageBracket" if path == "leverageBracket" else f"/dapi/v1/{path}"] = kind
    position = (await read_from(server)).positions[0]
    if path == "leverageBracket":
        assert position.brackets == ()
    if path == "openOrders" and kind != "array":
        assert position.stops is None
    if path == "adlQuantile":
        assert position.reported_adl_rank is None


# ---------------------------------------------------------------- each essential field


def direct(account: Any = None, rows: Any = None, **changes: Any) -> Account:
    values: dict[str, Any] = {
        "brackets": {},
        "hedge": None,
        "orders": None,
        "premium": {},
        "funding_hours": {},
        "taker_fee_rate": None,
        "adl": {},
    }
    return read.read_account(
        account_id="main",
        account=msgspec.convert(account or of("account-01"), shared.RawAccount),
        rows=msgspec.convert(rows or of("fetchPositions-04"), list[shared.RawPosition]),
        instruments=read.read_instruments(msgspec.convert(of("exchangeInfo-01"), api.RawExchangeInfo)),
        details=read.Details(**{**values, **changes}),
        marked_ms=NOW_MS,
        read_ms=NOW_MS,
    )


@pytest.mark.parametrize("how", ["missing", None, "", "--", "NaN"])
@pytest.mark.parametrize("field", ["positionAmt", "entryPrice", "markPrice", "marginType"])
def test_an_essential_field_of_a_position_is_never_guessed(field: str, how: Any) -> None:
    rows = of("fetchPositions-04")
    if how == "missing":
        del rows[0][field]
    else:
        rows[0][field] = how
    with pytest.raises(VenueDataError, match=f"BTC.*: {field} is"):
        direct(rows=rows)


def test_the_margin_of_an_isolated_position_is_never_guessed() -> None:
    rows = of("fetchPositions-04")
    rows[0] |= {"marginType": "isolated", "isolatedWallet": "0.0005"}
    assert direct(rows=rows).positions[0].isolated_margin == 0.0005
    del rows[0]["isolatedWallet"]
    with pytest.raises(VenueDataError, match="isolatedWallet is missing"):
        direct(rows=rows)


@pytest.mark.parametrize("field", ["assets", "positions"])
def test_an_essential_list_of_the_account_is_never_guessed(field: str) -> None:
    account = of("account-01")
    del account[field]
    with pytest.raises(VenueDataError, match=f"account: {field} is missing"):
        direct(account)


@pytest.mark.parametrize("field", ["asset", "crossWalletBalance"])
def test_an_essential_field_of_a_wallet_is_never_guessed(field: str) -> None:
    account = of("account-01")
    del account["assets"][0][field]
    with pytest.raises(VenueDataError, match=f"{field} is missing"):
        direct(account)


def test_a_contracts_size_is_never_guessed() -> None:
    info = of("exchangeInfo-01")
    del info["symbols"][0]["contractSize"]
    with pytest.raises(VenueDataError, match="BTCUSD_PERP: contractSize is missing"):
        read.read_instruments(msgspec.convert(info, api.RawExchangeInfo))


def test_a_wallet_that_is_not_listed_is_refused() -> None:
    account = of("account-01")
    del account["assets"][0]
    with pytest.raises(VenueDataError, match="BTC: a position settles in it"):
        direct(account)


def test_a_position_that_only_the_account_lists_is_a_disagreement() -> None:
    assert not direct(rows=[of("fetchPositions-04")[1]]).balance_agrees


@pytest.mark.parametrize("field", ["liquidationPrice", "leverage", "unRealizedProfit", "notionalValue"])
def test_what_is_not_essential_may_be_missing(field: str) -> None:
    rows = of("fetchPositions-04")
    del rows[0][field]
    assert direct(rows=rows).positions[0].contracts == 3


def test_a_dated_contract_in_hedge_mode_is_read() -> None:
    account = of("fetchBalance-04")
    (position,) = direct(account, rows=of("fetchPositions-05"), hedge=True).positions
    assert (position.symbol, position.side, position.contracts) == ("BTC/USD:BTC-201225", "long", 1)
    assert (position.funding_rate, position.funding_interval_h) == (None, None)


def test_a_real_flat_account_is_flat_and_agrees() -> None:
    account = direct(of("fetchMarginMode-02"), rows=[of("fetchPositions-04")[1]])
    assert account.positions == ()
    assert account.balance_agrees


def test_a_tier_without_lower_edge_is_refused() -> None:
    raw = of("fetchLeverageTiers-02")
    assert read.read_brackets(msgspec.convert(raw, list[api.RawBrackets]))["BTCUSD_PERP"][0].rate == 0.004
    del raw[0]["brackets"][0]["qtylFloor"]
    with pytest.raises(VenueDataError, match="qtyFloor is missing"):
        read.read_brackets(msgspec.convert(raw, list[api.RawBrackets]))
