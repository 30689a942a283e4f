"""Bybit through real ccxt over a real socket, and its answers one by one."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from monitor.credentials import Secrets
from monitor.errors import KeyRejectedError, VenueDataError
from monitor.model import Account, Position
from monitor.venues import bybit_answers as api
from monitor.venues import bybit_read as read
from tests.venues import bybit_face as face
from tests.venues.served import payload, reader_at, served

KEYS = Secrets(api_key="key-of-a-test", secret="secret-of-a-test")
NONE_KNOWN: frozenset[Any] = frozenset()


async def _account(**changes: Any) -> Account:
    async with served({**face.answers(), **changes}) as server, reader_at(server, "bybit", KEYS) as reader:
        return await reader.read(NONE_KNOWN, 0)


def _by_symbol(account: Account) -> dict[str, Position]:
    return {position.symbol: position for position in account.positions}


async def test_the_positions_of_all_settlement_currencies_are_read() -> None:
    account = await _account()
    assert {(one.symbol, one.side) for one in account.positions} == {
        ("LTC/USDT:USDT", "long"),
        ("BTC/USDC:USDC", "long"),
        ("BTC/USD:BTC", "short"),
    }
    assert account.balance_agrees
    assert (account.account_mode, account.position_mode) == ("multi_currency", "one_way")
    assert (account.taker_fee_rate, account.key.rights) == (0.00055, "read-only")


async def test_a_real_position_is_read_as_it_was_reported() -> None:
    ltc = _by_symbol(await _account())["LTC/USDT:USDT"]
    assert (ltc.contracts, ltc.contract_size, ltc.inverse) == (1.2, 1.0, False)
    assert (ltc.entry_price, ltc.mark_price, ltc.leverage) == (64.59947917, 71.1, 6)
    assert (ltc.reported_liquidation_price, ltc.reported_bankruptcy_price) == (None, None)
    assert (ltc.reported_maintenance_margin, ltc.reported_initial_margin) == (0.81072399, 12.95542633)
    assert (ltc.reported_unrealized_pnl, ltc.reported_adl_rank) == (7.800625, 2)
    assert (ltc.funding_rate, ltc.funding_interval_h, ltc.tick_size, ltc.lot_size) == (0.0001, 8, 0.01, 0.1)


async def test_an_inverse_position_counts_in_dollars_and_settles_in_coin() -> None:
    short = _by_symbol(await _account())["BTC/USD:BTC"]
    assert (short.contracts, short.contract_size, short.inverse, short.settle) == (300, 1.0, True, "BTC")
    assert short.reported_bankruptcy_price is None  # 999999.00 is the end of the price band


async def test_a_usdc_position_is_reckoned_from_its_session_price() -> None:
    usdc = _by_symbol(await _account())["BTC/USDC:USDC"]
    assert usdc.entry_price == 30_000
    assert usdc.reported_liquidation_price is None  # the lowest price of the band
    assert usdc.reported_adl_rank is None


async def test_the_account_is_told_as_bybit_tells_it() -> None:
    account = await _account()
    assert (account.reported_margin_ratio, account.reported_equity) == (0.0005, 4000.25)
    assert (account.reported_maintenance_margin, account.reported_available) == (2.02, 3973.35)
    held = {one.currency: one for one in account.collateral}
    assert held["BTC"].index_price == pytest.approx(28_224.5)
    assert held["BTC"].haircut_tiers == ((0, 0.95), (1000, 0.9))
    assert held["ADA"].haircut_tiers == ((0, 0),)  # the user has switched it off
    assert held["USDT"].wallet_balance == 1000


async def test_only_orders_that_close_at_a_loss_are_stops() -> None:
    stops = _by_symbol(await _account())["LTC/USDT:USDT"].stops or ()
    assert [(one.trigger_price, one.trigger, one.contracts, one.limit_price) for one in stops] == [
        (65, "last", 0.4, 64.5),
        (60, "mark", 1.2, None),
    ]


async def test_orders_that_cannot_be_read_are_unknown() -> None:
    account = await _account(**{"/v5/order/realtime": {"retCode": 10016, "retMsg": "x", "result": {}}})
    assert {one.stops for one in account.positions} == {None}


async def test_tiers_are_marginal_with_their_deductions() -> None:
    ltc = _by_symbol(await _account())["LTC/USDT:USDT"]
    assert (ltc.bracket_unit, ltc.bracket_scheme) == ("notional", "marginal")
    assert [(one.floor, one.rate) for one in ltc.brackets] == [(0, 0.01), (200_000, 0.015), (400_000, 0.025)]
    assert [one.deduction for one in ltc.brackets] == pytest.approx([0, 1_000, 5_000])


def test_rates_in_percent_are_recognised_by_their_leverage() -> None:
    tiers = msgspec.convert(payload("bybit", "fetchLeverageTiers-01")["result"]["list"], list[api.RawTier])
    assert [(one.floor, one.rate) for one in read.read_brackets(tiers)] == [(0, 0.005)]


async def test_a_second_page_of_positions_is_read() -> None:
    row = payload("bybit", "fetchPositions-01")["result"]["list"][0]

    def pages(params: dict[str, Any]) -> Any:
        if params.get("settleCoin") != "USDT":
            return face.EMPTY
        first = {**face.EMPTY, "result": {"list": [{**row, "size": "0", "side": ""}] * 200, "nextPageCursor": "a%3Ab"}}
        second = {**face.EMPTY, "result": {"list": [row], "nextPageCursor": ""}}
        return second if params.get("cursor") == "a:b" else first

    account = await _account(**{"/v5/position/list": pages})
    assert [one.contracts for one in account.positions] == [1.2]


async def test_positions_that_vanish_while_their_margin_stays_are_a_disagreement() -> None:
    assert not (await _account(**{"/v5/position/list": face.EMPTY})).balance_agrees


async def test_a_real_wallet_with_margin_and_no_positions_is_a_disagreement() -> None:
    empty = {"/v5/position/list": face.EMPTY, "/v5/account/wallet-balance": payload("bybit", "fetchBalance-01")}
    account = await _account(**empty)
    assert account.reported_equity == 90042.2788482
    assert not account.balance_agrees


async def test_an_account_without_positions_is_flat_and_agrees() -> None:
    empty = {"/v5/position/list": face.EMPTY, "/v5/account/wallet-balance": payload("bybit", "fetchBalance-02")}
    account = await _account(**empty)
    assert (account.positions, account.balance_agrees, account.position_mode) == ((), True, None)


async def test_isolated_margin_is_what_is_assigned_and_unknown_where_it_is_not_told() -> None:
    info = payload("bybit", "account-info")
    info["result"]["marginMode"] = "ISOLATED_MARGIN"
    held = _by_symbol(await _account(**{"/v5/account/info": info}))
    assert {one.margin_mode for one in held.values()} == {"isolated"}
    fee = 1.2 * 64.59947917 * (1 - 1 / 6) * 0.00055
    assert held["LTC/USDT:USDT"].isolated_margin == pytest.approx(11.699649 - fee, abs=1e-9)
    assert held["BTC/USDC:USDC"].isolated_margin is None


@pytest.mark.parametrize(("status", "words"), [(1, "classic"), (4, "1.0")])
async def test_accounts_that_cannot_be_read_whole_are_refused(status: int, words: str) -> None:
    info = payload("bybit", "account-info")
    info["result"]["unifiedMarginStatus"] = status
    with pytest.raises(VenueDataError, match=words):
        await _account(**{"/v5/account/info": info})


@pytest.mark.parametrize("field", ["symbol", "side", "size", "avgPrice", "markPrice"])
async def test_an_essential_field_of_a_position_is_never_guessed(field: str) -> None:
    answer = payload("bybit", "fetchPositions-01")
    del answer["result"]["list"][0][field]
    linear = {"/v5/position/list": lambda params: answer if params.get("settleCoin") == "USDT" else face.EMPTY}
    with pytest.raises(VenueDataError, match=field):
        await _account(**linear)


@pytest.mark.parametrize("field", ["coin", "walletBalance"])
async def test_an_essential_field_of_a_wallet_is_never_guessed(field: str) -> None:
    answer = payload("bybit", "wallet")
    del answer["result"]["list"][0]["coin"][0][field]
    with pytest.raises(VenueDataError, match=field):
        await _account(**{"/v5/account/wallet-balance": answer})


@pytest.mark.parametrize("field", sorted(payload("bybit", "fetchPositions-01")["result"]["list"][0]))
def test_dropping_any_field_is_refused_or_unknown_and_never_another_number(field: str) -> None:
    row = payload("bybit", "fetchPositions-01")["result"]["list"][0]
    listings = read.read_listings(
        msgspec.convert(payload("bybit", "instruments-linear")["result"]["list"], list[api.RawInstrument])
    )
    info = api.RawAccountInfo(marginMode="REGULAR_MARGIN", unifiedMarginStatus=6)
    details = read.Details(info=info, brackets={}, orders=None, tickers={}, haircuts=None, taker_fee_rate=None)

    def position(raw: dict[str, Any]) -> Position:
        return read.read_position(msgspec.convert(raw, api.RawPosition), listings["LTCUSDT"], details, 1)

    whole = position(row)
    del row[field]
    try:
        found = position(row)
    except VenueDataError:
        return
    for name in Position.__slots__:
        assert getattr(found, name) in (None, getattr(whole, name)), name


async def test_a_liquidation_comes_with_the_venues_record() -> None:
    async with served(face.answers()) as server, reader_at(server, "bybit", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        account = await reader.read(frozenset({("main", "BTC/USDT:USDT", "long", "cross")}), 1_000)
    assert [(one.symbol, one.side, one.contracts, one.price) for one in account.liquidations] == [
        ("BTC/USDT:USDT", "long", 0.25, 60000.5)
    ]
    assert [(one.side, one.contracts, one.price) for one in account.deleveragings] == [("long", 0.5, 61000.5)]


async def test_candles_come_oldest_first() -> None:
    async with served(face.answers()) as server, reader_at(server, "bybit", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        assert await reader.candles("LTC/USDT:USDT", "1h", 2) == [
            (1_764_000_000_000, 70, 71.2, 69.9, 71),
            (1_764_003_600_000, 71, 72, 70, 71.5),
        ]


async def test_a_key_that_may_withdraw_is_not_used() -> None:
    key = payload("bybit", "key")
    key["result"]["permissions"]["Wallet"] = ["Withdraw"]
    with pytest.raises(KeyRejectedError, match="may withdraw"):
        await _account(**{"/v5/user/query-api": key})
