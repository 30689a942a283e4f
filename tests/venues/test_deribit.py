"""Deribit: the documented answers through real ccxt over real sockets, and every field that may be missing."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

from monitor.credentials import Secrets
from monitor.errors import KeyRejectedError, VenueDataError, VenueError
from monitor.model import Account
from monitor.risk.report import assess
from monitor.venues import deribit_answers as api
from monitor.venues import deribit_read as read
from tests.venues.served import GARBAGE, Served, payload, reader_at, served

KEYS = Secrets(api_key="k", secret="s")
V2 = "/api/v2/"


def of(name: str) -> Any:
    return payload("deribit", name)


def now(_: Any = None) -> Any:
    return {"jsonrpc": "2.0", "result": int(time.time() * 1000)}


def answers(**more: Any) -> dict[str, Any]:
    found = {
        "public/get_time": now,
        "public/get_instruments": of("get_instruments-01"),
        "public/ticker": of("ticker-01"),
        "public/get_tradingview_chart_data": of("get_tradingview_chart_data-01"),
        "private/get_account_summaries": of("get_account_summaries-01"),
        "private/get_positions": of("get_positions-01"),
        "private/get_open_orders": of("get_open_orders-01"),
        "private/get_user_trades_by_instrument": of("get_user_trades_by_instrument-01"),
    }
    return {V2 + name: answer for name, answer in (found | more).items()}


@pytest.fixture
async def server() -> AsyncIterator[Served]:
    async with served(answers()) as running:
        yield running


async def read_from(server: Served, known: Any = frozenset(), clock: Any = None) -> Account:
    async with reader_at(server, "deribit", KEYS, clock) as reader:
        return await reader.read(known, 1_000)


# ---------------------------------------------------------------- through real ccxt


async def test_the_documented_position_is_read_with_what_belongs_to_it(server: Served) -> None:
    account = await read_from(server)
    (position,) = account.positions
    assert (position.symbol, position.side, position.contracts) == ("BTC/USD:BTC", "long", 5)
    assert (position.contract_size, position.inverse, position.settle) == (10, True, "BTC")
    assert (position.margin_mode, position.leverage) == ("cross", 34)
    assert position.reported_liquidation_price == 1.74
    assert (position.reported_maintenance_margin, position.reported_initial_margin) == (0.000143783, 0.000197283)
    assert (position.funding_rate, position.funding_interval_h, position.next_funding_ms) == (0.0001, 8, None)
    assert [(stop.trigger_price, stop.trigger, stop.contracts, stop.limit_price) for stop in position.stops or ()] == [
        (7000, "mark", 5, None)
    ]
    assert (account.account_mode, account.position_mode, account.key.rights) == (
        "single_currency",
        "one_way",
        "unverified",
    )
    assert account.balance_agrees


async def test_all_currencies_are_asked_at_once(server: Served) -> None:
    await read_from(server)
    asked = dict(zip((what for _, what in server.requests), server.asked, strict=True))
    assert asked[V2 + "private/get_positions"] == {"currency": "any"}
    assert asked[V2 + "public/get_instruments"] == {"currency": "any", "kind": "future"}


async def test_value_profit_margin_and_equity_are_the_venues_own(server: Served) -> None:
    account = await read_from(server)
    report = assess((account,), rescue_distance=0.1)
    row, pool = report.positions[0], next(one for one in report.pool_rows if one.settle == "BTC")
    assert row.notional == pytest.approx(0.006687487, rel=1e-6)
    assert row.unrealized_pnl == pytest.approx(0.000032781, rel=1e-3)  # total_profit_loss
    assert row.maintenance_margin == pytest.approx(0.000143783, rel=1e-6)
    assert pool.equity == pytest.approx(0.0028)
    assert account.reported_margin_ratio == pytest.approx(0.000143783 / 0.0028)
    assert account.reported_equity == 0.0028


async def test_a_linear_short_is_counted_in_coins_and_a_closed_row_is_none() -> None:
    summaries = of("get_account_summaries-01")
    summaries["result"]["summaries"][1] |= {"equity": 5000.0, "margin_balance": 5000.0, "maintenance_margin": 122.1}
    summaries["result"]["summaries"][0] |= {"maintenance_margin": 0.0}
    more = {"private/get_positions": of("get_positions-02"), "private/get_account_summaries": summaries}
    async with served(answers(**more)) as server:
        account = await read_from(server)
    (position,) = account.positions
    assert (position.symbol, position.side) == ("BTC/USDC:USDC", "short")
    assert position.contracts * position.contract_size == pytest.approx(0.2)
    wallets = {held.currency: held.wallet_balance for held in account.collateral}
    assert wallets["USDC"] == pytest.approx(5000 + 0.2 * 1000)  # the loss taken back
    row = assess((account,), rescue_distance=0.1).positions[0]
    assert (row.notional, row.maintenance_margin) == (
        pytest.approx(12_200),
        pytest.approx(122.122),
    )  # 1 % + 0.005 % x 0.2


async def test_only_trades_in_which_our_side_was_liquidated_are_forced_closes() -> None:
    summaries = of("get_account_summaries-01")
    summaries["result"]["summaries"][0]["maintenance_margin"] = 0.0
    more = {"private/get_positions": {"result": []}, "private/get_account_summaries": summaries}
    known = frozenset({("main", "BTC/USD:BTC", "long", "cross")})
    async with served(answers(**more)) as server:
        account = await read_from(server, known)
    assert [(one.symbol, one.side, one.contracts, one.price) for one in account.liquidations] == [
        ("BTC/USD:BTC", "long", 5, 7001.5)
    ]
    assert [(one.side, one.contracts, one.price) for one in account.closings] == [
        ("long", 2, 7002.5),
        ("long", 1, 7003.5),
    ]
    assert account.balance_agrees


async def test_a_position_that_stays_open_smaller_brings_the_records_of_its_cut() -> None:
    smaller = of("get_positions-01")
    smaller["result"][0] |= {"size": 20.0, "size_currency": 0.002675}
    async with served(answers()) as server, reader_at(server, "deribit", KEYS) as reader:
        known = frozenset({("main", "BTC/USD:BTC", "long", "cross")})
        assert (await reader.read(known, 1_000)).liquidations == ()
        server.answers[V2 + "private/get_positions"] = smaller
        assert (await reader.read(known, 2_000)).liquidations == ()
        (record,) = (await reader.read(known, 3_000)).liquidations
    assert (record.side, record.contracts, record.price) == ("long", 5, 7001.5)


@pytest.mark.parametrize(("timeframe", "bars"), [("1h", 5), ("4h", 2)])
async def test_candles_are_read_and_joined_where_deribit_has_no_such_bar(
    server: Served, timeframe: str, bars: int
) -> None:
    async with reader_at(server, "deribit", KEYS) as reader:
        await reader.read(frozenset(), 1_000)
        found = await reader.candles("BTC/USD:BTC", timeframe, 10)
        assert len(found) == bars
        if timeframe == "4h":
            assert found[0] == (1554364800000, 4963.4, 4990.2, 4960.2, 4970.0)
        with pytest.raises(VenueDataError, match="not listed"):
            await reader.candles("NO/USD:NO", timeframe, 10)


async def test_requests_are_signed_with_deribits_time() -> None:
    an_hour_ahead = int(time.time() * 1000) + 3_600_000
    ahead = answers(**{"public/get_time": {"result": an_hour_ahead}})
    async with served(ahead) as server, reader_at(server, "deribit", KEYS) as reader:
        await reader.read(frozenset(), 1_000)
        signed = reader.client.exchange.sign("get_positions", ["private"], "GET", {})
    stamp = int(signed["headers"]["Authorization"].split("ts=")[1].split(",")[0])
    assert abs(stamp - an_hour_ahead) < 60_000


async def test_a_refused_key_is_said_so() -> None:
    refusal = {"jsonrpc": "2.0", "error": {"message": "unauthorized", "code": 13009}}
    async with served(answers(**{"private/get_positions": refusal})) as server:
        with pytest.raises(KeyRejectedError, match="13009"):
            await read_from(server)


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize(
    "path", ["", "private/get_account_summaries", "private/get_positions", "public/get_instruments"]
)
async def test_a_garbage_answer_is_never_flat(server: Served, path: str, kind: str) -> None:
    server.garbage[V2 + path if path else ""] = kind
    with pytest.raises(VenueError):
        await read_from(server)


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("path", ["private/get_open_orders", "public/ticker", "public/get_time"])
async def test_garbage_beside_the_positions_is_an_unknown_figure(server: Served, path: str, kind: str) -> None:
    server.garbage[V2 + path] = kind
    account = await read_from(server)
    if path.endswith("orders"):
        assert account.positions[0].stops is None
    if path.endswith("ticker"):
        assert account.positions[0].funding_rate is None
    if path.endswith("time"):
        assert account.clock_offset_ms is None


# ---------------------------------------------------------------- each essential field


def direct(positions: Any = None, summaries: Any = None, orders: Any = None) -> Account:
    return read.read_account(
        account_id="main",
        summaries=msgspec.convert((summaries or of("get_account_summaries-01"))["result"], api.RawSummaries).summaries,
        rows=msgspec.convert((positions or of("get_positions-01"))["result"], list[api.RawPosition]),
        instruments=read.read_instruments(msgspec.convert(of("get_instruments-01")["result"], list[api.RawInstrument])),
        details=read.Details(
            orders=None if orders is None else tuple(msgspec.convert(orders, list[api.RawOrder])), tickers=None
        ),
        marked_ms=0,
        read_ms=0,
    )


@pytest.mark.parametrize("how", ["missing", None])
@pytest.mark.parametrize(
    "field", ["instrument_name", "kind", "direction", "size", "size_currency", "average_price", "mark_price"]
)
def test_an_essential_field_of_a_position_is_never_guessed(field: str, how: Any) -> None:
    positions = of("get_positions-01")
    if how == "missing":
        del positions["result"][0][field]
    else:
        positions["result"][0][field] = how
    with pytest.raises(VenueDataError, match=field):
        direct(positions)


@pytest.mark.parametrize(
    "change",
    [
        {"size": 5.0},  # contracts instead of USD
        {"size": -50.0},
        {"direction": "sell"},
        {"direction": "zero"},
        {"size_currency": 50.0},
        {"instrument_name": "BTC-NEW"},
        {"mark_price": 0},
        {"average_price": -1},
    ],
)
def test_figures_that_contradict_each_other_are_refused(change: dict[str, Any]) -> None:
    positions = of("get_positions-01")
    positions["result"][0] |= change
    with pytest.raises(VenueDataError):
        direct(positions)


@pytest.mark.parametrize("field", ["currency", "margin_balance"])
def test_an_essential_field_of_the_account_is_never_guessed(field: str) -> None:
    summaries = of("get_account_summaries-01")
    del summaries["result"]["summaries"][0][field]
    with pytest.raises(VenueDataError, match=field):
        direct(summaries=summaries)


def test_a_currency_that_backs_a_position_must_be_listed() -> None:
    summaries = of("get_account_summaries-01")
    del summaries["result"]["summaries"][0]
    with pytest.raises(VenueDataError, match="BTC: a position settles in it"):
        direct(summaries=summaries)
    summaries["result"]["summaries"] = []
    with pytest.raises(VenueDataError, match="summaries is empty"):
        direct(summaries=summaries)


@pytest.mark.parametrize("field", ["contract_size", "instrument_type", "expiration_timestamp"])
def test_a_contracts_terms_are_never_guessed(field: str) -> None:
    rows = of("get_instruments-01")["result"]
    del rows[1][field]
    with pytest.raises(VenueDataError, match=f"BTC-27MAR26: {field}"):
        read.read_instruments(msgspec.convert(rows, list[api.RawInstrument]))


@pytest.mark.parametrize(
    "field", ["leverage", "estimated_liquidation_price", "maintenance_margin", "initial_margin", "floating_profit_loss"]
)
def test_what_is_not_essential_may_be_missing(field: str) -> None:
    positions = of("get_positions-01")
    del positions["result"][0][field]
    position = direct(positions).positions[0]
    assert position.contracts == 5
    if field == "maintenance_margin":
        assert position.brackets == ()


def test_a_dated_future_carries_its_expiry() -> None:
    positions = of("get_positions-01")
    positions["result"][0]["instrument_name"] = "BTC-27MAR26"
    assert direct(positions).positions[0].symbol == "BTC/USD:BTC-260327"


# ---------------------------------------------------------------- margin models


def with_model(**change: Any) -> Any:
    summaries = of("get_account_summaries-01")
    for summary in summaries["result"]["summaries"]:
        summary.update(change)
    return summaries


@pytest.mark.parametrize(
    ("change", "mode"),
    [
        ({"margin_model": "segregated_pm"}, "portfolio"),
        ({"margin_model": "cross_sm", "cross_collateral_enabled": True}, "multi_currency"),
        ({"margin_model": "cross_pm", "cross_collateral_enabled": True}, "portfolio"),
        ({"margin_model": None}, None),
        ({"margin_model": "something_new"}, None),
        ({"margin_model": None, "portfolio_margining_enabled": True}, "portfolio"),
    ],
)
def test_the_margin_model_is_the_accounts_mode(change: dict[str, Any], mode: str | None) -> None:
    assert direct(summaries=with_model(**change)).account_mode == mode


def test_with_cross_collateral_a_currencys_money_is_its_equity_and_the_total_is_in_dollars() -> None:
    summaries = with_model(margin_model="cross_sm", cross_collateral_enabled=True, margin_balance=99.0)
    summaries["result"]["summaries"][0] |= {"total_equity_usd": 21.0, "total_maintenance_margin_usd": 1.1}
    account = direct(summaries=summaries)
    assert {held.currency for held in account.collateral} == {"BTC"}
    assert account.collateral[0].wallet_balance < 0.0028
    assert (account.reported_equity, account.reported_maintenance_margin) == (21.0, 1.1)


def test_options_beside_the_futures_are_not_computed() -> None:
    positions = of("get_positions-01")
    option = {"instrument_name": "BTC-27MAR26-60000-C", "kind": "option", "direction": "sell", "size": -1.0}
    positions["result"].append(option)
    account = direct(positions)
    assert (account.account_mode, len(account.positions)) == ("portfolio", 1)


def test_margin_that_no_listed_position_needs_is_a_disagreement() -> None:
    assert not direct({"result": []}).balance_agrees
    assert direct().balance_agrees
    assert not direct({"result": []}, with_model(margin_model="cross_sm")).balance_agrees


def test_with_cross_collateral_the_margin_is_compared_in_dollars() -> None:
    summaries = with_model(margin_model="cross_sm", cross_collateral_enabled=True)
    told = summaries["result"]["summaries"][0]
    told["total_maintenance_margin_usd"] = 0.000143783 * 7466.79
    assert direct(summaries=summaries).balance_agrees
    told["total_maintenance_margin_usd"] *= 2
    assert not direct(summaries=summaries).balance_agrees


@pytest.mark.parametrize(
    "change",
    [
        {"instrument_name": "BTC-27MAR26"},
        {"direction": "buy"},
        {"reduce_only": False},
        {"order_type": "take_market"},
        {"order_type": "trailing_stop"},
        {"order_state": "open"},
        {"trigger_price": None},
        {"filled_amount": 50.0},
    ],
)
def test_this_order_is_no_stop_of_the_position(change: dict[str, Any]) -> None:
    order = of("get_open_orders-01")["result"][0]
    assert direct(orders=[{**order, **change}]).positions[0].stops == ()
