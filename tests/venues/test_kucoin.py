"""KuCoin futures through real ccxt over a real socket, and its answers one by one."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from monitor.errors import KeyRejectedError, VenueDataError
from monitor.model import Account, Position
from monitor.venues import kucoin_answers as api
from monitor.venues import kucoin_read as read
from tests.venues import kucoin_face as face
from tests.venues.faces import KEYS
from tests.venues.served import payload, reader_at, served

NONE_KNOWN: frozenset[Any] = frozenset()
BTC, LTC, COIN = "BTC/USDT:USDT", "LTC/USDT:USDT", "BTC/USD:BTC"
POSITIONS, OVERVIEW = "/api/v1/positions", "/api/v1/account-overview"


def say(name: str) -> Any:
    return payload("kucoinfutures", name)


async def _account(changes: dict[str, Any] | None = None) -> Account:
    answers = {**face.answers(), **(changes or {})}
    async with served(answers) as server, reader_at(server, "kucoinfutures", KEYS) as reader:
        return await reader.read(NONE_KNOWN, 0)


def _held(account: Account) -> dict[str, Position]:
    return {one.symbol: one for one in account.positions}


def _position(row: dict[str, Any]) -> Position:
    listings = read.read_listings(msgspec.convert(say("contracts")["data"], list[api.RawContract]))
    details = read.Details(contracts={}, orders=None, position_mode=None, taker_fee_rate=None)
    raw = msgspec.convert(row, api.RawPosition)
    return read.read_position(raw, listings[raw.symbol or ""], details, 1)


def _ltc() -> read.Listing:
    listings = read.read_listings(msgspec.convert(say("contracts")["data"], list[api.RawContract]))
    return next(one for one in listings.values() if one.instrument.symbol == LTC)


async def test_the_positions_of_all_wallets_are_read() -> None:
    account = await _account()
    assert {(one.symbol, one.side) for one in account.positions} == {(BTC, "long"), (LTC, "long"), (COIN, "short")}
    assert account.balance_agrees
    assert (account.account_mode, account.position_mode) == ("single_currency", "one_way")
    assert (account.taker_fee_rate, account.key.rights) == (0.0006, "read-only")


async def test_an_isolated_position_is_read_without_its_reserved_fee() -> None:
    btc = _held(await _account())[BTC]
    assert (btc.contracts, btc.contract_size, btc.inverse) == (1, 0.001, False)
    assert (btc.margin_mode, btc.leverage) == ("isolated", 5)
    assert btc.isolated_margin == pytest.approx(8.0016)
    assert (btc.reported_liquidation_price, btc.reported_bankruptcy_price) == (32_211, 32_006)
    assert (btc.reported_maintenance_margin, btc.reported_initial_margin) == (0.23284656, 8.0016)
    assert (btc.reported_adl_rank, btc.reported_unrealized_pnl) == (0.35, 0.00693)
    assert (btc.funding_rate, btc.funding_interval_h, btc.next_funding_ms) == (0.000052, 8, 1_764_028_800_000)


async def test_a_cross_position_has_its_own_continuous_rate_and_no_price_of_zero() -> None:
    ltc = _held(await _account())[LTC]
    assert (ltc.margin_mode, ltc.isolated_margin, ltc.leverage) == ("cross", None, 20)
    assert [(one.floor, one.rate, one.deduction) for one in ltc.brackets] == [(0, 0.0060000133, 0)]
    assert ltc.reported_liquidation_price is None


async def test_an_inverse_contract_is_one_dollar_and_xbt_is_btc() -> None:
    coin = _held(await _account())[COIN]
    assert (coin.side, coin.contracts, coin.contract_size, coin.inverse, coin.settle) == ("short", 900, 1, True, "BTC")


def test_a_dated_future_carries_its_expiry() -> None:
    listings = read.read_listings(msgspec.convert(say("contracts")["data"], list[api.RawContract]))
    assert listings["XBTMZ26"].instrument.symbol == "BTC/USD:BTC-261225"


async def test_the_wallet_is_the_equity_without_pnl_and_isolated_margin() -> None:
    account = await _account()
    held = {one.currency: one for one in account.collateral}
    assert held["USDT"].wallet_balance == pytest.approx(100 - 8.03040576)
    assert (held["BTC"].wallet_balance, held["BTC"].index_price) == (pytest.approx(0.03), 90_000.5)
    assert account.reported_equity == pytest.approx(101.00693 + 0.0301 * 90_000.5)
    assert account.reported_margin_ratio is None  # one for each wallet


async def test_the_risk_rate_is_told_where_one_wallet_is_in_use() -> None:
    rows = face.positions()
    del rows["data"][1]
    empty = say("fetchBalance-01") | {}
    empty["data"] = {name: 0 if isinstance(value, float) else value for name, value in empty["data"].items()}

    def overview(params: dict[str, Any]) -> Any:
        return empty if params["currency"] == "XBT" else face.overview(params)

    account = await _account({POSITIONS: rows, OVERVIEW: overview})
    assert (account.reported_margin_ratio, account.reported_available) == (0.0065, 86.9)


async def test_only_orders_that_close_at_a_loss_are_stops() -> None:
    stops = _held(await _account())[BTC].stops or ()
    assert [(one.trigger_price, one.trigger, one.contracts, one.limit_price) for one in stops] == [
        (39_000, "last", None, None),
        (38_000, "mark", 1, None),
        (37_500, "index", 1, 37_400),
    ]


def test_a_real_limit_order_is_no_stop() -> None:
    orders = msgspec.convert(say("fetchOpenOrders-01")["data"]["items"], list[api.RawOrder])
    assert read.read_stops(orders, api.RawPosition(symbol="LTCUSDTM", currentQty=-1), "short") == ()


async def test_orders_that_cannot_be_read_are_unknown() -> None:
    account = await _account({"/api/v1/stopOrders": {"code": "500000", "msg": "x"}})
    assert {one.stops for one in account.positions} == {None}


def test_hedge_mode_names_the_side() -> None:
    row = say("positions-cross")["data"][1]
    assert _position(row | {"positionSide": "SHORT", "currentQty": 10}).side == "short"
    assert _position(row | {"currentQty": -10}).side == "short"


async def test_a_unified_account_is_refused_and_not_read_as_flat() -> None:
    mode = say("account-mode")
    mode["data"]["selfAccountMode"] = "UNIFIED"
    with pytest.raises(VenueDataError, match="unified account"):
        await _account({"/api/ua/v1/account/mode": mode, POSITIONS: {"code": "200000", "data": []}})


@pytest.mark.parametrize("gone", [0, 1, 2])
async def test_one_position_that_vanishes_is_a_disagreement(gone: int) -> None:
    rows = face.positions()
    del rows["data"][gone]
    assert not (await _account({POSITIONS: rows})).balance_agrees


async def test_wallets_without_positions_are_flat_and_agree() -> None:
    def overview(params: dict[str, Any]) -> Any:
        answer = say("fetchBalance-01")
        answer["data"]["currency"] = params["currency"]
        return answer

    account = await _account({POSITIONS: {"code": "200000", "data": []}, OVERVIEW: overview})
    assert (account.positions, account.balance_agrees) == ((), True)


async def test_a_wallet_of_another_currency_than_asked_is_refused() -> None:
    with pytest.raises(VenueDataError, match="XBT: currency is 'USDT'"):
        await _account({OVERVIEW: say("overview-usdt")})


async def test_wallets_that_are_empty_are_not_asked_for_each_time() -> None:
    rows = {"code": "200000", "data": [say("positions-cross")["data"][1]]}

    def overview(params: dict[str, Any]) -> Any:
        answer = face.overview(params)
        if params["currency"] == "XBT":
            answer["data"] |= {"accountEquity": 0, "unrealisedPNL": 0, "positionMargin": 0}
        return answer

    answers = {**face.answers(), POSITIONS: rows, OVERVIEW: overview}
    async with served(answers) as server, reader_at(server, "kucoinfutures", KEYS) as reader:
        for second in range(3):
            account = await reader.read(NONE_KNOWN, second * 1_000)
    assert sorted(one["currency"] for one in server.asked if one.keys() == {"currency"}) == ["USDT"] * 3 + ["XBT"]
    assert len(account.positions) == 1


@pytest.mark.parametrize("field", ["symbol", "currentQty", "crossMode", "avgEntryPrice", "markPrice", "posMargin"])
async def test_an_essential_field_of_a_position_is_never_guessed(field: str) -> None:
    rows = face.positions()
    del rows["data"][0][field]
    with pytest.raises(VenueDataError, match=f"{field} is missing"):
        await _account({POSITIONS: rows})


def test_the_margin_is_unknown_where_the_reserved_fee_is_not_told() -> None:
    row = say("fetchPositions-01")["data"][0]
    del row["posComm"]
    assert _position(row).isolated_margin is None


@pytest.mark.parametrize("field", ["accountEquity", "unrealisedPNL"])
async def test_an_essential_field_of_a_wallet_is_never_guessed(field: str) -> None:
    def overview(params: dict[str, Any]) -> Any:
        answer = face.overview(params)
        del answer["data"][field]
        return answer

    with pytest.raises(VenueDataError, match=f"{field} is missing"):
        await _account({OVERVIEW: overview})


@pytest.mark.parametrize("field", sorted(say("fetchPositions-01")["data"][0]))
def test_dropping_any_field_is_refused_or_unknown_and_never_another_number(field: str) -> None:
    row = say("fetchPositions-01")["data"][0]
    whole = _position(row)
    del row[field]
    try:
        found = _position(row) if "symbol" in row else None
    except VenueDataError:
        return
    for name in Position.__slots__:
        assert found is None or getattr(found, name) in (None, (), getattr(whole, name)), name


async def test_a_liquidation_comes_with_the_venues_record() -> None:
    rows = face.positions()
    del rows["data"][2]
    answers = {**face.answers(), POSITIONS: rows}
    async with served(answers) as server, reader_at(server, "kucoinfutures", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        account = await reader.read(frozenset({("main", LTC, "long", "cross")}), 1_000)
    assert [(one.symbol, one.side, one.contracts, one.price) for one in account.liquidations] == [
        (LTC, "long", 3, 61.5)
    ]
    assert [(one.side, one.contracts, one.price) for one in account.deleveragings] == [("long", 2, 72)]
    (own,) = account.closings  # one opened, one was a settlement
    assert (own.side, own.contracts, own.price) == ("long", 1, 70)
    assert own.at_ms == pytest.approx(1_763_999_990_000, abs=60_000)  # of the trade, not of its order; by our clock


@pytest.mark.parametrize(
    ("values", "closes"),
    [
        ({"side": "sell", "openFeePay": "0", "closeFeePay": "0.1"}, True),
        ({"side": "sell", "openFeePay": "0.1", "closeFeePay": "0"}, False),
        ({"side": "sell", "openFeePay": "0.1", "closeFeePay": "0.1"}, True),  # it turned
        ({"side": "sell"}, True),  # without fees there is no telling: what it sold was held
        ({"side": "sell", "positionSide": "LONG", "openFeePay": "0.1"}, True),
        ({"side": "sell", "positionSide": "SHORT"}, False),
        ({"side": "sell", "positionSide": "BOTH", "closeFeePay": "0.1"}, True),
    ],
)
def test_a_trade_that_only_opened_closed_nothing(values: dict[str, str], closes: bool) -> None:
    fill = api.RawFill(symbol="LTCUSDTM", tradeType="trade", size=1, price="70", createdAt=5, **values)
    assert (read.read_ending(fill, _ltc()) is not None) == closes


async def test_candles_come_oldest_first() -> None:
    async with served(face.answers()) as server, reader_at(server, "kucoinfutures", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        assert (await reader.candles(LTC, "1h", 2))[0] == (1_764_000_000_000, 100, 101.2, 99.9, 101)


async def test_a_key_that_may_withdraw_is_not_used() -> None:
    key = say("key")
    key["data"]["permission"] = "General,Futures,Withdrawal"
    with pytest.raises(KeyRejectedError, match="may withdraw"):
        await _account({"/api/v1/user/api-key": key})
