"""Kraken Futures: all accounts of a key through real ccxt over real sockets, and every field that may be missing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from monitor.credentials import Secrets
from monitor.errors import KeyRejectedError, VenueDataError, VenueError
from monitor.model import Account
from monitor.venues import krakenfutures_answers as api
from monitor.venues import krakenfutures_read as read
from tests.venues.served import GARBAGE, Served, payload, reader_at, served

KEYS = Secrets(api_key="k", secret="c2VjcmV0")
V3 = "/derivatives/api/v3/"


def of(name: str) -> Any:
    return payload("krakenfutures", name)


def answers(**more: Any) -> dict[str, Any]:
    found = {
        "instruments/status": of("status-01"),
        "instruments": of("instruments-01"),
        "tickers/PF_LTCUSD": of("ticker-01"),
        "accounts": of("accounts-01"),
        "openpositions": of("fetchPositions-01"),
        "openorders": of("openorders-01"),
        "leveragepreferences": of("leveragepreferences-01"),
        "unwindqueue": of("unwindqueue-01"),
        "fills": of("fills-01"),
        **more,
    }
    charts = {"/api/charts/v1/trade/PF_LTCUSD/15m": of("candles-01")}
    return {V3 + name: answer for name, answer in found.items()} | charts


@pytest.fixture
async def server() -> AsyncIterator[Served]:
    async with served(answers()) as running:
        yield running


async def read_from(server: Served, known: Any = frozenset()) -> Account:
    async with reader_at(server, "krakenfutures", KEYS) as reader:
        return await reader.read(known, 1_000)


# ---------------------------------------------------------------- through real ccxt


async def test_a_real_linear_position_is_read_with_what_belongs_to_it(server: Served) -> None:
    account = await read_from(server)
    (position,) = account.positions
    assert (position.symbol, position.side, position.contracts) == ("LTC/USD:USD", "long", 0.1)
    assert (position.entry_price, position.mark_price) == (68.54, 68.6)
    assert (position.contract_size, position.inverse, position.settle) == (1, False, "USD")
    assert (position.margin_mode, position.leverage, position.reported_adl_rank) == ("cross", None, 80)
    assert position.funding_rate == pytest.approx(0.000343 / 68.6)
    assert [(tier.floor, tier.rate) for tier in position.brackets] == [(0, 0.01), (15000, 0.02)]
    assert (position.bracket_unit, position.bracket_scheme, position.lot_size) == ("base", "whole_position", 0.01)
    assert [(stop.trigger_price, stop.trigger, stop.contracts) for stop in position.stops or ()] == [
        (61.5, "mark", 0.1)
    ]
    assert {method for method, _ in server.requests} == {"GET"}


async def test_every_currency_counts_after_its_haircut(server: Served) -> None:
    account = await read_from(server)
    held = {one.currency: one for one in account.collateral}
    assert held.keys() == {"BTC", "USD"}
    assert held["BTC"].index_price == pytest.approx(40_000)
    assert held["BTC"].haircut_tiers == ((0.0, pytest.approx(0.975)),)
    assert held["USD"].wallet_balance == pytest.approx(5.0 - 0.0019)  # with the funding that is not settled yet
    pnl = 0.1 * (68.6 - 68.54)
    equity = held["BTC"].wallet_balance * 40_000 * 0.975 + held["USD"].wallet_balance + pnl
    assert equity == pytest.approx(account.reported_equity)


async def test_the_ratio_is_margin_over_equity_of_the_account_that_backs_the_position(server: Served) -> None:
    account = await read_from(server)
    assert account.reported_margin_ratio == pytest.approx(0.0686 / 8.9041)
    assert (account.account_mode, account.position_mode) == ("multi_currency", "one_way")
    assert (account.key.rights, account.taker_fee_rate, account.balance_agrees) == ("unverified", None, True)


async def test_more_contracts_than_are_asked_one_by_one_are_asked_at_once() -> None:
    names = [f"PF_A{letter}USD" for letter in "ABCDEFGHI"]
    listed = of("instruments-01")
    listed["instruments"] += [{**listed["instruments"][2], "symbol": name} for name in names]
    rows = {
        "result": "success",
        "openPositions": [{**of("fetchPositions-01")["openPositions"][0], "symbol": name} for name in names],
    }
    tickers = {"result": "success", "tickers": [{"symbol": name, "markPrice": 68.0} for name in names]}
    async with served(answers(instruments=listed, openpositions=rows, tickers=tickers)) as server:
        assert len((await read_from(server)).positions) == 9
        assert [what for _, what in server.requests].count(V3 + "tickers") == 1


async def test_a_forced_close_is_told_apart_from_a_trade() -> None:
    known = frozenset({("main", "LTC/USD:USD", "long", "cross")})
    async with served(answers(openpositions={"result": "success", "openPositions": []})) as server:
        account = await read_from(server, known)
    assert [(one.symbol, one.side, one.price) for one in account.liquidations] == [("LTC/USD:USD", "long", 61.25)]
    assert [(one.side, one.contracts, one.price) for one in account.closings] == [("long", 0.2, 62.25)]
    assert [(one.side, one.contracts, one.price) for one in account.deleveragings] == [("long", 0.3, 63.25)]
    assert not account.balance_agrees  # flex still needs margin: the position may only be missing from the list


async def test_trades_are_asked_for_once_when_many_positions_vanish() -> None:
    known = frozenset(("main", symbol, "long", "cross") for symbol in ("LTC/USD:USD", "BTC/USD:USD"))
    async with served(answers(openpositions={"result": "success", "openPositions": []})) as server:
        await read_from(server, known)
        assert [what for _, what in server.requests].count(V3 + "fills") == 1


async def test_candles_are_read(server: Served) -> None:
    async with reader_at(server, "krakenfutures", KEYS) as reader:
        await reader.read(frozenset(), 1_000)
        assert await reader.candles("LTC/USD:USD", "15m", 2) == [(1645198500000, 309.15, 309.2, 308.7, 308.85)]
        with pytest.raises(VenueDataError, match="not listed"):
            await reader.candles("NO/USD:USD", "15m", 2)


async def test_a_refused_key_is_said_so() -> None:
    refusal = {"result": "error", "error": "authenticationError", "serverTime": "2026-02-08T17:33:58.322Z"}
    right_time = {"serverTime": datetime.now(UTC).isoformat()}
    async with served(answers(accounts=refusal, **{"instruments/status": right_time})) as server:
        with pytest.raises(KeyRejectedError):
            await read_from(server)


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("path", ["", "accounts", "openpositions", "instruments", "tickers/PF_LTCUSD"])
async def test_a_garbage_answer_is_never_flat(server: Served, path: str, kind: str) -> None:
    server.garbage[V3 + path if path else ""] = kind
    with pytest.raises(VenueError):
        await read_from(server)


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("path", ["openorders", "leveragepreferences", "unwindqueue", "instruments/status"])
async def test_garbage_beside_the_positions_is_an_unknown_figure(server: Served, path: str, kind: str) -> None:
    server.garbage[V3 + path] = kind
    account = await read_from(server)
    if path == "openorders":
        assert account.positions[0].stops is None
    if path == "unwindqueue":
        assert account.positions[0].reported_adl_rank is None
    if path == "instruments/status":
        assert account.clock_offset_ms is None


# ---------------------------------------------------------------- inverse and isolated


def direct(accounts: Any = None, rows: Any = None, marks: Any = None) -> Account:
    raw = msgspec.convert(accounts or of("accounts-01"), api.RawAccounts)
    tickers = marks or {"PF_LTCUSD": 68.6, "PI_XBTUSD": 9400.0, "FI_XBTUSD_201225": 9410.0, "PF_DEFIUSD": 571.0}
    return read.read_account(
        account_id="main",
        accounts=raw.accounts,
        rows=msgspec.convert(rows or of("fetchPositions-01"), api.RawPositions).openPositions,
        contracts=read.read_contracts(msgspec.convert(of("instruments-01"), api.RawInstruments)),
        tickers={name: api.RawTicker(symbol=name, markPrice=mark, fundingRate=1e-9) for name, mark in tickers.items()},
        details=read.Details(orders=None, leverages=None, places=None),
        marked_ms=7_200_001,
        read_ms=0,
    )


def with_both() -> Any:
    accounts = of("fetchBalance-01")
    accounts["accounts"]["fi_xbtusd"]["balances"] = {"FI_XBTUSD_201225": 20000, "PI_XBTUSD": -10000, "xbt": 141.3}
    return accounts


def test_inverse_contracts_are_backed_by_the_coin_of_their_own_account() -> None:
    account = direct(with_both(), of("fetchPositions-02"))
    perpetual, dated, isolated = account.positions
    assert (perpetual.symbol, perpetual.side, perpetual.contracts) == ("BTC/USD:BTC", "short", 10000)
    assert dated.symbol == "BTC/USD:BTC-201225"
    assert {perpetual.settle, dated.settle} == {"BTC@fi_xbtusd"}
    assert (perpetual.inverse, perpetual.contract_size, perpetual.bracket_unit) == (True, 1, "contracts")
    coin = next(held for held in account.collateral if held.currency == "BTC@fi_xbtusd")
    assert (coin.wallet_balance, coin.haircut_tiers) == (141.3, ((0.0, 0.0),))  # nothing of it counts for flex
    assert perpetual.funding_rate == pytest.approx(1e-9 * 9400)
    assert (dated.funding_rate, dated.next_funding_ms, perpetual.next_funding_ms) == (None, None, 10_800_000)
    assert (isolated.margin_mode, isolated.leverage, isolated.isolated_margin) == ("isolated", 5, None)
    assert (account.reported_equity, account.reported_margin_ratio) == (None, None)  # coin and dollars: no total
    accounts = with_both()
    accounts["accounts"]["flex"]["pnl"] = 571.0 - 570.0
    assert direct(accounts, of("fetchPositions-02")).balance_agrees


def test_an_idle_coin_is_not_taken_for_what_backs_the_linear_positions() -> None:
    accounts = of("accounts-01")
    accounts["accounts"]["fi_xbtusd"]["balances"] = {"xbt": "2.0"}
    assert {held.currency for held in direct(accounts).collateral} == {"BTC", "USD"}
    accounts["accounts"]["flex"]["maintenanceMargin"] = "0.0"
    idle = direct(accounts, {"openPositions": []})
    assert {held.currency for held in idle.collateral} == {"BTC", "USD", "BTC@fi_xbtusd"}


def test_a_contract_that_only_the_coins_account_holds_is_a_disagreement() -> None:
    rows = of("fetchPositions-02")
    del rows["openPositions"][1]
    assert not direct(with_both(), rows).balance_agrees


def test_margin_that_no_listed_position_needs_is_a_disagreement() -> None:
    assert not direct(rows={"openPositions": []}).balance_agrees
    inverse = with_both()
    inverse["accounts"]["fi_xbtusd"]["balances"] = {"xbt": 141.3}
    assert not direct(inverse, {"openPositions": []}).balance_agrees


def test_one_of_two_linear_positions_that_vanishes_is_missed_by_the_profit() -> None:
    accounts, rows = of("accounts-01"), of("fetchPositions-01")
    rows["openPositions"].append({"side": "short", "symbol": "PF_XBTUSD", "price": 40000, "size": 0.01})
    accounts["accounts"]["flex"]["pnl"] = 0.006 - 0.01 * 500
    marks = {"PF_LTCUSD": 68.6, "PF_XBTUSD": 40500.0}
    assert direct(accounts, rows, marks).balance_agrees
    del rows["openPositions"][1]
    assert not direct(accounts, rows, marks).balance_agrees


def test_a_mark_that_is_a_moment_younger_is_no_disagreement() -> None:
    assert direct(marks={"PF_LTCUSD": 68.9}).balance_agrees


# ---------------------------------------------------------------- each essential field


@pytest.mark.parametrize("how", ["missing", None, "", "--", "NaN"])
@pytest.mark.parametrize("field", ["symbol", "side", "price", "size"])
def test_an_essential_field_of_a_position_is_never_guessed(field: str, how: Any) -> None:
    rows = of("fetchPositions-01")
    if how == "missing":
        del rows["openPositions"][0][field]
    else:
        rows["openPositions"][0][field] = how
    with pytest.raises(VenueDataError, match="not among" if field == "symbol" and how in ("--", "NaN") else field):
        direct(rows=rows)


@pytest.mark.parametrize("mark", [None, "", "0", "-1", "NaN"])
def test_a_mark_is_never_guessed(mark: Any) -> None:
    with pytest.raises(VenueDataError, match="markPrice"):
        direct(marks={"PF_LTCUSD": mark})
    with pytest.raises(VenueDataError, match="markPrice is missing"):
        direct(marks={"PF_XBTUSD": 1.0})


@pytest.mark.parametrize("field", ["currencies", "marginEquity"])
def test_an_essential_field_of_the_account_is_never_guessed(field: str) -> None:
    accounts = of("accounts-01")
    del accounts["accounts"]["flex"][field]
    with pytest.raises(VenueDataError, match=field):
        direct(accounts)


def test_the_quantity_of_a_currency_is_never_guessed() -> None:
    accounts = of("accounts-01")
    del accounts["accounts"]["flex"]["currencies"]["XBT"]["quantity"]
    with pytest.raises(VenueDataError, match="XBT: quantity is missing"):
        direct(accounts)


def test_a_coin_account_that_is_not_told_is_refused() -> None:
    for change in ("balances", "account"):
        accounts = with_both()
        if change == "balances":
            del accounts["accounts"]["fi_xbtusd"]["balances"]["xbt"]
        else:
            del accounts["accounts"]["fi_xbtusd"]
        with pytest.raises(VenueDataError, match="fi_xbtusd"):
            direct(accounts, of("fetchPositions-02"))


def test_a_contracts_size_is_never_guessed() -> None:
    listed = of("instruments-01")
    del listed["instruments"][0]["contractSize"]
    with pytest.raises(VenueDataError, match="PI_XBTUSD: contractSize is missing"):
        read.read_contracts(msgspec.convert(listed, api.RawInstruments))


@pytest.mark.parametrize(
    "change", [{"symbol": "PF_LTCEUR"}, {"symbol": "LTCUSD"}, {"symbol": "PF_USD"}, {"type": "futures_vanilla"}]
)
def test_a_contract_that_is_not_understood_is_refused_when_it_is_held(change: dict[str, Any]) -> None:
    listed = of("instruments-01")
    listed["instruments"][2] |= change
    contracts = read.read_contracts(msgspec.convert(listed, api.RawInstruments))
    row = api.RawPosition(symbol=listed["instruments"][2]["symbol"], side="long", price=1.0, size=1.0)
    with pytest.raises(VenueDataError, match="not among the listed"):
        read.contract_of(row, contracts)


def test_a_step_that_is_not_understood_makes_the_schedule_unknown() -> None:
    listed = of("instruments-01")
    del listed["instruments"][2]["marginLevels"][1]["numNonContractUnits"]
    assert read.read_contracts(msgspec.convert(listed, api.RawInstruments))["PF_LTCUSD"].brackets == ()


@pytest.mark.parametrize("field", ["unrealizedFunding", "fillTime"])
def test_what_is_not_essential_may_be_missing(field: str) -> None:
    rows = of("fetchPositions-01")
    del rows["openPositions"][0][field]
    assert direct(rows=rows).positions[0].contracts == 0.1


@pytest.mark.parametrize(
    "change",
    [
        {"symbol": "PF_XBTUSD"},
        {"side": "buy"},
        {"reduceOnly": False},
        {"orderType": "take_profit"},
        {"stopPrice": None},
    ],
)
def test_this_order_is_no_stop_of_the_position(change: dict[str, Any]) -> None:
    orders = msgspec.convert([{**of("openorders-01")["openOrders"][0], **change}], list[api.RawOrder])
    assert read.read_stops(tuple(orders), "PF_LTCUSD", "long") == ()


def test_a_real_limit_order_is_no_stop() -> None:
    orders = msgspec.convert(of("fetchOpenOrders-01"), api.RawOrders).openOrders
    assert read.read_stops(tuple(orders), "PF_LTCUSD", "short") == ()
