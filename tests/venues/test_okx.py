"""OKX through real ccxt over a real socket, and its answers one by one."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from monitor.errors import KeyRejectedError, VenueDataError
from monitor.model import Account, Position
from monitor.venues import okx_answers as api
from monitor.venues import okx_read as read
from tests.venues import okx_face as face
from tests.venues.faces import KEYS
from tests.venues.served import payload, reader_at, served

NONE_KNOWN: frozenset[Any] = frozenset()
LTC, BTC = ("LTC/USDT:USDT", "cross"), ("BTC/USD:BTC", "isolated")


async def _account(**changes: Any) -> Account:
    async with served({**face.answers(), **changes}) as server, reader_at(server, "okx", KEYS) as reader:
        return await reader.read(NONE_KNOWN, 0)


def _held(account: Account) -> dict[tuple[str, str], Position]:
    return {(one.symbol, one.margin_mode): one for one in account.positions}


async def test_one_symbol_can_be_held_in_cross_and_isolated_at_once() -> None:
    account = await _account()
    assert set(_held(account)) == {LTC, BTC, ("BTC/USD:BTC", "cross")}
    assert account.balance_agrees
    assert (account.account_mode, account.position_mode) == ("single_currency", "hedge")
    assert (account.taker_fee_rate, account.key.rights) == (0.0005, "read-only")


async def test_a_real_cross_position_is_read_as_it_was_reported() -> None:
    ltc = _held(await _account())[LTC]
    assert (ltc.side, ltc.contracts, ltc.contract_size, ltc.inverse) == ("long", 2, 0.001, False)
    assert (ltc.entry_price, ltc.mark_price, ltc.leverage, ltc.isolated_margin) == (82.675, 101.33, 10, None)
    assert ltc.reported_liquidation_price is None
    assert (ltc.reported_maintenance_margin, ltc.reported_initial_margin) == (0.00131729, 0.020266)
    assert (ltc.reported_margin_ratio, ltc.reported_adl_rank) == (44059567.05069113, 1)
    assert (ltc.funding_rate, ltc.funding_interval_h) == (0.0001875391284828, 8)
    assert ltc.next_funding_ms == 1_764_028_800_000


async def test_a_real_isolated_inverse_position_is_read_as_it_was_reported() -> None:
    btc = _held(await _account())[BTC]
    assert (btc.contracts, btc.contract_size, btc.inverse, btc.settle) == (1, 100, True, "BTC")
    assert btc.isolated_margin == 0.0003611412062116  # without PnL
    assert btc.reported_liquidation_price == 69536.6125000014
    assert btc.reported_initial_margin is None


def test_a_real_dated_future_carries_its_expiry() -> None:
    rows = msgspec.convert(payload("okx", "fetchPositions-03")["data"], list[api.RawPosition])
    listings = read.read_listings(
        msgspec.convert(payload("okx", "instruments-futures")["data"], list[api.RawInstrument])
    )
    details = read.Details(config=None, brackets={}, orders=None, funding={}, haircuts=None, taker_fee_rate=None)
    eth = read.read_position(rows[0], read.listed(rows[0], listings), details, 1)
    assert (eth.symbol, eth.contract_size, eth.isolated_margin) == ("ETH/USD:ETH-210430", 10, 0.0003896645377994)


async def test_the_wallet_of_each_currency_is_its_cash_without_pnl_and_isolated_margin() -> None:
    account = await _account()
    held = {one.currency: one for one in account.collateral}
    assert (held["USDT"].wallet_balance, held["BTC"].wallet_balance) == (1000, 0.001365)
    assert held["BTC"].index_price == pytest.approx(90_969.3, rel=1e-4)
    assert held["BTC"].haircut_tiers == ()  # in this mode each currency stands alone
    assert account.reported_equity == 1156.85
    assert account.reported_margin_ratio is None  # one for each currency
    assert account.reported_maintenance_margin == pytest.approx(0.00131729 + 0.000004345115113 * 90_969, rel=1e-3)


async def test_a_real_multi_currency_account_has_one_ratio_and_discounted_collateral() -> None:
    config = payload("okx", "fetchAccountConfig-01")
    config["data"][0]["perm"] = "read_only"
    changes = {
        "/api/v5/account/balance": payload("okx", "fetchBalance-01"),
        "/api/v5/account/config": config,
        "/api/v5/account/positions": face.EMPTY,
    }
    account = await _account(**changes)
    assert (account.account_mode, account.position_mode) == ("multi_currency", "one_way")
    assert (account.reported_equity, account.reported_margin_ratio) == (55415.624719833286, 143682.59776662575)
    assert [(one.currency, one.haircut_tiers) for one in account.collateral] == [("USDT", ((0, 1),))]
    assert not account.balance_agrees  # there is PnL, and no position


def test_what_is_free_is_added_up_where_it_is_told_by_currency() -> None:
    coins = [
        api.RawDetail(ccy="USDT", eq="200", eqUsd="198", availEq="100"),
        api.RawDetail(ccy="BTC", eq="0", eqUsd="0", availEq="0"),
    ]
    assert read.free_money(api.RawBalance(details=coins, availEq="")) == pytest.approx(99.0)


def test_what_is_free_is_unknown_where_one_currency_does_not_tell_it() -> None:
    coins = [
        api.RawDetail(ccy="USDT", eq="200", eqUsd="198", availEq="100"),
        api.RawDetail(ccy="BTC", eq="1", eqUsd="60000"),
    ]
    assert read.free_money(api.RawBalance(details=coins, availEq="")) is None


def test_discounts_step_by_quantity() -> None:
    rows = msgspec.convert(payload("okx", "discounts")["data"], list[api.RawDiscount])
    assert read.read_haircuts(rows) == {"BTC": ((0, 0.98), (20, 0.975)), "USDT": ((0, 1),)}


async def test_tiers_count_contracts_and_apply_to_the_whole_position() -> None:
    ltc = _held(await _account())[LTC]
    assert (ltc.bracket_unit, ltc.bracket_scheme) == ("contracts", "whole_position")
    assert [(one.floor, one.rate, one.deduction) for one in ltc.brackets] == [
        (0, 0.0065, 0),
        (20_001, 0.015, 0),
        (40_001, 0.02, 0),
    ]


async def test_stops_of_all_kinds_are_read_nearest_first() -> None:
    stops = _held(await _account())[LTC].stops or ()
    assert [(one.trigger_price, one.trigger, one.contracts, one.limit_price) for one in stops] == [
        (95, "index", 1, 94.5),
        (90, "mark", 1, None),
        (85, "last", None, None),
    ]


def test_a_real_order_that_does_not_only_close_is_no_stop() -> None:
    orders = msgspec.convert(payload("okx", "fetchOpenOrders-02")["data"], list[api.RawAlgoOrder])
    row = api.RawPosition(instId="LTC-USDT-SWAP", posSide="net", pos="-1", markPx="90")
    assert read.read_stops(orders, row, "short") == ()
    closing = [msgspec.structs.replace(orders[0], reduceOnly="true")]
    assert [one.trigger_price for one in read.read_stops(closing, row, "short")] == [100]


async def test_net_mode_signs_the_size() -> None:
    answer = face.positions()
    answer["data"][0] |= {"posSide": "net", "pos": "-2"}
    ltc = _held(await _account(**{"/api/v5/account/positions": answer}))[LTC]
    assert (ltc.side, ltc.contracts) == ("short", 2)


@pytest.mark.parametrize("gone", [0, 1, 2])
async def test_one_position_that_vanishes_is_a_disagreement(gone: int) -> None:
    answer = face.positions()
    del answer["data"][gone]
    assert not (await _account(**{"/api/v5/account/positions": answer})).balance_agrees


async def test_pnl_without_any_position_is_a_disagreement() -> None:
    balance = payload("okx", "fetchBalance-01")
    balance["data"][0] |= {"mmr": "0", "imr": "0"}
    changes = {"/api/v5/account/balance": balance, "/api/v5/account/positions": face.EMPTY}
    assert not (await _account(**changes)).balance_agrees


async def test_a_requirement_of_resting_orders_is_no_disagreement() -> None:
    balance = payload("okx", "balance")
    balance["data"][0]["details"][0] |= {"mmr": "5", "ordFrozen": "10"}
    assert (await _account(**{"/api/v5/account/balance": balance})).balance_agrees


async def test_what_is_no_contract_is_not_shown_and_explains_the_balance() -> None:
    answer = face.positions()
    answer["data"][0] |= {"instType": "MARGIN", "instId": "LTC-USDT"}
    account = await _account(**{"/api/v5/account/positions": answer})
    assert {one.symbol for one in account.positions} == {"BTC/USD:BTC"}
    assert account.balance_agrees


@pytest.mark.parametrize("field", ["instId", "instType", "pos", "posSide", "mgnMode", "avgPx", "markPx"])
async def test_an_essential_field_of_a_position_is_never_guessed(field: str) -> None:
    answer = face.positions()
    del answer["data"][0][field]
    with pytest.raises(VenueDataError, match=field):
        await _account(**{"/api/v5/account/positions": answer})


async def test_the_margin_of_an_isolated_position_is_never_guessed() -> None:
    answer = face.positions()
    answer["data"][2]["margin"] = ""
    with pytest.raises(VenueDataError, match="margin is missing"):
        await _account(**{"/api/v5/account/positions": answer})


@pytest.mark.parametrize("field", ["ccy", "cashBal"])
async def test_an_essential_field_of_a_wallet_is_never_guessed(field: str) -> None:
    balance = payload("okx", "balance")
    del balance["data"][0]["details"][0][field]
    with pytest.raises(VenueDataError, match=field):
        await _account(**{"/api/v5/account/balance": balance})


@pytest.mark.parametrize("field", ["details", "totalEq"])
async def test_an_essential_field_of_the_account_is_never_guessed(field: str) -> None:
    balance = payload("okx", "balance")
    del balance["data"][0][field]
    with pytest.raises(VenueDataError, match=field):
        await _account(**{"/api/v5/account/balance": balance})


@pytest.mark.parametrize("field", sorted(payload("okx", "fetchPosition-03")["data"][0]))
def test_dropping_any_field_is_refused_or_unknown_and_never_another_number(field: str) -> None:
    row = payload("okx", "fetchPosition-03")["data"][0]
    listings = read.read_listings(msgspec.convert(payload("okx", "instruments-swap")["data"], list[api.RawInstrument]))
    details = read.Details(config=None, brackets={}, orders=None, funding={}, haircuts=None, taker_fee_rate=None)

    def position(raw: dict[str, Any]) -> Position:
        return read.read_position(msgspec.convert(raw, api.RawPosition), listings["BTC-USD-SWAP"], details, 1)

    whole = position(row)
    del row[field]
    try:
        found = position(row)
    except VenueDataError:
        return
    for name in Position.__slots__:
        assert getattr(found, name) in (None, getattr(whole, name)), name


async def test_modes_that_cannot_be_read_are_unknown() -> None:
    account = await _account(**{"/api/v5/account/config": face.EMPTY})
    assert (account.account_mode, account.position_mode, account.key.rights) == (None, None, "unverified")


async def test_a_liquidation_comes_with_the_venues_record() -> None:
    async with served(face.answers()) as server, reader_at(server, "okx", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        account = await reader.read(frozenset({("main", "ADA/USDT:USDT", "long", "isolated")}), 1_000)
    assert [(one.symbol, one.side, one.contracts, one.price) for one in account.liquidations] == [
        ("ADA/USDT:USDT", "long", 40, 0.31)
    ]
    assert [(one.side, one.contracts, one.price) for one in account.deleveragings] == [("long", 12, 0.36)]


async def test_candles_come_oldest_first() -> None:
    async with served(face.answers()) as server, reader_at(server, "okx", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        bars = await reader.candles("LTC/USDT:USDT", "1h", 2)
    assert bars[0] == (1_764_000_000_000, 100, 101.2, 99.9, 101)


async def test_a_real_key_that_may_withdraw_is_not_used() -> None:
    with pytest.raises(KeyRejectedError, match="may withdraw"):
        await _account(**{"/api/v5/account/config": payload("okx", "fetchAccounts-01")})
