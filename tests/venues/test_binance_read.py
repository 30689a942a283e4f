"""Real Binance answers become our nouns; what is essential and missing is refused by name."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.errors import VenueDataError
from monitor.model import Account, Instrument, Position
from monitor.venues import binance_answers as api
from monitor.venues import binance_read as read

PAYLOADS = Path(__file__).resolve().parents[1] / "payloads" / "binance"
FILTERS = [{"filterType": "PRICE_FILTER", "tickSize": "0.10"}, {"filterType": "LOT_SIZE", "stepSize": "0.001"}]
NOW_MS = 1_722_161_170_000


def payload(name: str) -> Any:
    return copy.deepcopy(json.loads((PAYLOADS / f"{name}.json").read_text())["httpResponse"])


def listed(symbol: str = "BTCUSDT", base: str = "BTC", **more: Any) -> dict[str, Instrument]:
    raw = {"symbol": symbol, "baseAsset": base, "quoteAsset": "USDT", "marginAsset": "USDT", "filters": FILTERS, **more}
    return read.read_instruments(msgspec.convert({"symbols": [raw]}, api.RawExchangeInfo))


def details(**changes: Any) -> read.Details:
    values: dict[str, Any] = {
        "brackets": {},
        "leverages": {},
        "modes": msgspec.convert(payload("fetchAccountConfig-01"), api.RawAccountConfig),
        "orders": None,
        "fundings": {},
        "funding_hours": None,
        "taker_fee_rate": None,
    }
    return read.Details(**{**values, **changes})


def account_of(raw: Any, rows: Any, **changes: Any) -> Account:
    return read.read_account(
        account_id="main",
        account=msgspec.convert(raw, api.RawAccount),
        held=read.open_rows(msgspec.convert(rows, list[api.RawPosition])),
        instruments=listed(),
        details=details(**changes),
        marked_ms=NOW_MS,
        read_ms=NOW_MS,
    )


def position_of(row: dict[str, Any], **changes: Any) -> Position:
    return read.read_position(msgspec.convert(row, api.RawPosition), listed()["BTCUSDT"], details(**changes), NOW_MS)


def test_a_real_cross_position_is_read_as_it_was_reported() -> None:
    position = account_of(payload("fetchPositions-03"), payload("fetchPositions-01")).positions[0]
    assert (position.symbol, position.side, position.contracts) == ("BTC/USDT:USDT", "long", 0.009)
    assert (position.entry_price, position.mark_price) == (67445.9, 67502.68519858)
    assert (position.margin_mode, position.isolated_margin) == ("cross", None)
    assert position.reported_liquidation_price == 64846.98753790
    assert position.reported_maintenance_margin == 2.43009666
    assert position.reported_initial_margin == 7.59405208
    assert position.reported_adl_rank == 2


def test_the_wallet_is_the_cross_wallet_without_unrealised_pnl() -> None:
    account = account_of(payload("fetchPositions-03"), payload("fetchPositions-01"))
    assert {held.currency: held.wallet_balance for held in account.collateral} == {"USDT": 3.72964781, "USDC": 22.0}
    assert account.reported_equity == 26.26840422


def test_an_empty_account_is_flat_and_agrees() -> None:
    account = account_of(payload("fetchBalance-01"), [])
    assert account.positions == ()
    assert account.balance_agrees


@pytest.mark.parametrize("field", ["positionAmt", "entryPrice", "markPrice", "isolatedWallet"])
@pytest.mark.parametrize("how", ["missing", "null", "empty", "words", "nan"])
def test_an_essential_field_of_a_position_is_never_guessed(field: str, how: str) -> None:
    rows = payload("fetchPositions-01")
    if how == "missing":
        del rows[0][field]
    else:
        rows[0][field] = {"null": None, "empty": "", "words": "--", "nan": "NaN"}[how]
    with pytest.raises(VenueDataError, match=f"BTC.*: {field} is"):
        account_of(payload("fetchPositions-03"), rows)


def test_the_refusal_names_subject_field_and_value() -> None:
    row = payload("fetchPositions-01")[0]
    del row["entryPrice"]
    with pytest.raises(VenueDataError, match=r"^BTC/USDT:USDT: entryPrice is missing$"):
        position_of(row)


@pytest.mark.parametrize("field", ["assets", "positions", "totalMarginBalance", "totalMaintMargin"])
def test_an_essential_field_of_the_account_is_never_guessed(field: str) -> None:
    raw = payload("fetchPositions-03")
    del raw[field]
    with pytest.raises(VenueDataError, match=f"account: {field} is missing"):
        account_of(raw, payload("fetchPositions-01"))


@pytest.mark.parametrize("field", ["asset", "crossWalletBalance"])
def test_an_essential_field_of_a_wallet_is_never_guessed(field: str) -> None:
    raw = payload("fetchPositions-03")
    del raw["assets"][4][field]
    with pytest.raises(VenueDataError, match=f"{field} is missing"):
        account_of(raw, payload("fetchPositions-01"))


def test_a_position_without_a_symbol_is_refused() -> None:
    rows = payload("fetchPositions-01")
    del rows[0]["symbol"]
    with pytest.raises(VenueDataError, match="symbol is missing"):
        account_of(payload("fetchPositions-03"), rows)


def test_a_position_of_an_unlisted_symbol_is_never_left_out() -> None:
    rows = payload("fetchPositions-01")
    rows[0]["symbol"] = "NEWUSDT"
    with pytest.raises(VenueDataError, match="NEWUSDT: not among the listed"):
        account_of(payload("fetchPositions-03"), rows)


@pytest.mark.parametrize("word", ["0", "", "--", "-120.5", "0.00000000", None])
def test_these_liquidation_prices_mean_none(word: str | None) -> None:
    assert position_of({**payload("fetchPositions-01")[0], "liquidationPrice": word}).reported_liquidation_price is None


@pytest.mark.parametrize(
    "field", ["liquidationPrice", "maintMargin", "positionInitialMargin", "unRealizedProfit", "adl", "initialMargin"]
)
def test_what_is_not_essential_may_be_missing(field: str) -> None:
    row = payload("fetchPositions-01")[0]
    del row[field]
    assert position_of(row).contracts == 0.009


def test_isolated_margin_is_the_wallet_and_not_the_figure_that_holds_the_pnl() -> None:
    row = {**payload("fetchPositions-01")[0], "isolatedWallet": "12.5", "isolatedMargin": "13.01"}
    position = position_of(row)
    assert (position.margin_mode, position.isolated_margin) == ("isolated", 12.5)


def test_a_negative_size_is_a_short() -> None:
    position = position_of({**payload("fetchPositions-01")[0], "positionAmt": "-0.009"})
    assert (position.side, position.contracts) == ("short", 0.009)


def test_hedge_mode_names_the_side_whatever_the_sign() -> None:
    rows = msgspec.convert(payload("fetchPositions-06"), list[api.RawPosition])
    assert [read.side_of(row) for row in rows] == ["long", "short"]
    assert len(read.open_rows(rows)) == 1


def test_leverage_comes_from_the_symbol_configuration() -> None:
    row = msgspec.convert(payload("fetchMarginMode-01")[0], api.RawSymbolConfig)
    assert position_of(payload("fetchPositions-01")[0], leverages=read.read_leverages([row])).leverage == 20
    assert position_of(payload("fetchPositions-01")[0]).leverage is None


def test_modes_are_unknown_rather_than_assumed() -> None:
    known = account_of(payload("fetchPositions-03"), payload("fetchPositions-01"))
    assert (known.position_mode, known.account_mode) == ("hedge", "single_currency")
    unknown = account_of(payload("fetchPositions-03"), payload("fetchPositions-01"), modes=None)
    assert (unknown.position_mode, unknown.account_mode) == (None, None)


def test_the_deduction_of_a_tier_is_cum() -> None:
    raw = payload("fetchLeverageTiers-01")
    raw[0]["brackets"].insert(0, {"notionalFloor": 10000, "maintMarginRatio": 0.01, "cum": 35.0})
    tiers = read.read_brackets(msgspec.convert(raw, list[api.RawBrackets]))["ETHUSDT"]
    assert [(tier.floor, tier.rate, tier.deduction) for tier in tiers] == [(0, 0.0065, 0), (10000, 0.01, 35.0)]


def test_a_dated_contract_carries_its_expiry() -> None:
    dated = listed("BTCUSDT_261225", deliveryDate=1_798_185_600_000)
    assert dated["BTCUSDT_261225"].symbol == "BTC/USDT:USDT-261225"


# ---------------------------------------------------------------- does the balance agree


def test_a_position_that_only_the_account_lists_is_a_disagreement() -> None:
    assert not account_of(payload("fetchPositions-03"), []).balance_agrees


def test_margin_that_no_listed_position_needs_is_a_disagreement() -> None:
    raw = payload("fetchPositions-03")
    raw["positions"] = []
    assert not account_of(raw, []).balance_agrees


def test_a_real_account_agrees_with_its_position() -> None:
    assert account_of(payload("fetchPositions-03"), payload("fetchPositions-01")).balance_agrees


# ---------------------------------------------------------------- stops

ALGO = {
    "symbol": "BTCUSDT",
    "side": "SELL",
    "orderType": "STOP_MARKET",
    "triggerPrice": "60000",
    "price": "0",
    "quantity": "0.005",
    "reduceOnly": True,
    "workingType": "MARK_PRICE",
}
PLAIN = {
    "symbol": "BTCUSDT",
    "side": "SELL",
    "type": "STOP",
    "stopPrice": "61000",
    "price": "60900",
    "origQty": "0.009",
    "executedQty": "0.002",
    "reduceOnly": True,
}


def stops(algo: list[dict[str, Any]] = [], plain: list[dict[str, Any]] = [], **row: Any) -> Any:  # noqa: B006
    orders = read.Orders(
        algo=tuple(msgspec.convert(algo, list[api.RawAlgoOrder])),
        plain=tuple(msgspec.convert(plain, list[api.RawOrder])),
    )
    return position_of({**payload("fetchPositions-01")[0], **row}, orders=orders).stops


def test_stops_are_read_from_both_lists_nearest_first() -> None:
    first, second = stops([ALGO], [PLAIN])
    assert (first.trigger_price, first.trigger, first.limit_price) == (61000, "last", 60900)
    assert first.contracts == pytest.approx(0.007)
    assert (second.trigger_price, second.trigger, second.contracts) == (60000, "mark", 0.005)
    assert second.limit_price is None


def test_a_stop_that_closes_everything_has_no_size() -> None:
    assert stops([{**ALGO, "quantity": None, "closePosition": True, "reduceOnly": False}])[0].contracts is None


@pytest.mark.parametrize(
    "change",
    [
        {"orderType": "TAKE_PROFIT_MARKET"},
        {"side": "BUY"},
        {"reduceOnly": False},
        {"symbol": "ETHUSDT"},
        {"algoStatus": "CANCELED"},
        {"triggerPrice": "0"},
        {"positionSide": "LONG"},
    ],
)
def test_this_order_is_no_stop_of_the_position(change: dict[str, Any]) -> None:
    assert stops([{**ALGO, **change}]) == ()


def test_in_hedge_mode_a_stop_belongs_to_its_side() -> None:
    order = {**ALGO, "positionSide": "LONG", "reduceOnly": False}
    assert len(stops([order], positionSide="LONG")) == 1
    assert stops([order], positionSide="SHORT", positionAmt="-0.009") == ()


def test_a_real_limit_order_is_no_stop() -> None:
    assert stops(plain=payload("fetchOpenOrders-01")) == ()


def test_orders_that_were_not_read_are_not_no_orders() -> None:
    assert position_of(payload("fetchPositions-01")[0]).stops is None


# ---------------------------------------------------------------- nonsense


NONSENSE = st.one_of(
    st.none(), st.just(""), st.text(max_size=6), st.floats(), st.integers(-2, 2).map(str), st.just("1e308")
)


@given(field=st.sampled_from(sorted(payload("fetchPositions-01")[0])), value=NONSENSE)
def test_nonsense_in_any_field_is_refused_or_harmless(field: str, value: Any) -> None:
    row = {**payload("fetchPositions-01")[0], field: value}
    try:
        account = account_of(payload("fetchPositions-03"), [row])
    except (VenueDataError, msgspec.ValidationError):
        return
    assert all(position.entry_price > 0 and position.mark_price > 0 for position in account.positions)
    assert account.positions or not account.balance_agrees
