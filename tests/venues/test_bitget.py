"""Bitget's classic and unified account through real ccxt over a real socket, and its answers one by one."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from monitor.errors import VenueDataError, VenueError
from monitor.margin.money import counted_in_usd
from monitor.model import Account, Position
from monitor.venues import bitget_answers as api
from monitor.venues import bitget_read as read
from tests.venues import bitget_face as face
from tests.venues.faces import KEYS
from tests.venues.served import GARBAGE, payload, reader_at, served

NONE_KNOWN: frozenset[Any] = frozenset()
BTC, LTC, COIN = "BTC/USDT:USDT", "LTC/USDT:USDT", "BTC/USD:BTC"
POSITIONS, ACCOUNTS = "/api/v2/mix/position/all-position", "/api/v2/mix/account/accounts"


async def _account(changes: dict[str, Any] | None = None, *, unified: bool = False) -> Account:
    answers = face.unified_answers() if unified else face.answers()
    async with served({**answers, **(changes or {})}) as server, reader_at(server, "bitget", KEYS) as reader:
        return await reader.read(NONE_KNOWN, 0)


def _held(account: Account) -> dict[str, Position]:
    return {one.symbol: one for one in account.positions}


def _ltc() -> read.Listing:
    rows = msgspec.convert(payload("bitget", "contracts-usdt-futures")["data"], list[api.RawContract])
    return next(one for one in read.read_listings({"USDT-FUTURES": rows}).values() if one.instrument.symbol == LTC)


def _with_row(number: int, **changes: Any) -> Any:
    """The positions, one of them changed; None removes a field."""

    def say(params: dict[str, Any]) -> Any:
        answer = face.positions(params)
        if params["productType"] == "USDT-FUTURES":
            row = answer["data"][number] | changes
            answer["data"][number] = {name: value for name, value in row.items() if value is not None}
        return answer

    return say


# ---------------------------------------------------------------- classic


async def test_the_positions_of_all_products_are_read() -> None:
    account = await _account()
    assert set(_held(account)) == {BTC, LTC, COIN}
    assert account.balance_agrees
    assert (account.account_mode, account.position_mode) == ("single_currency", "hedge")
    assert (account.taker_fee_rate, account.key.rights) == (0.0006, "unverified")


async def test_an_isolated_position_is_read_as_it_was_reported() -> None:
    btc = _held(await _account())[BTC]
    assert (btc.side, btc.contracts, btc.contract_size, btc.inverse) == ("long", 0.01, 1, False)
    assert (btc.margin_mode, btc.isolated_margin, btc.leverage) == ("isolated", 9.6695050093373343, 20)
    assert (btc.reported_liquidation_price, btc.reported_margin_ratio) == (24144.1124161806977798, 0.1082149545822005)
    assert (btc.tick_size, btc.lot_size, btc.reported_adl_rank) == (0.1, 0.001, 0.0009)
    assert (btc.funding_rate, btc.funding_interval_h, btc.opened_ms) == (0.000013, 8, 1_691_382_137_448)


async def test_a_real_cross_position_is_read_as_it_was_reported() -> None:
    ltc = _held(await _account())[LTC]
    assert (ltc.contracts, ltc.entry_price, ltc.mark_price) == (0.1, 72.66, 72.62)
    assert (ltc.margin_mode, ltc.isolated_margin, ltc.reported_initial_margin) == ("cross", None, 1.4532)
    assert (ltc.reported_liquidation_price, ltc.reported_unrealized_pnl) == (None, -0.004)


async def test_an_inverse_position_is_worth_its_size_at_entry_in_dollars() -> None:
    coin = _held(await _account())[COIN]
    assert (coin.side, coin.inverse, coin.settle) == ("short", True, "BTC")
    assert coin.contracts * coin.contract_size == pytest.approx(10_000)
    assert coin.reported_liquidation_price is None  # negative
    assert [(one.floor, one.rate) for one in coin.brackets] == [(0, 0.005)]


async def test_an_inverse_position_whose_pnl_contradicts_its_size_is_refused() -> None:
    answer = payload("bitget", "positions-coin")
    answer["data"][0]["unrealizedPL"] = "0.0000000526"
    changed = {POSITIONS: lambda params: answer if params["productType"] == "COIN-FUTURES" else face.EMPTY}
    with pytest.raises(VenueDataError, match="does not fit"):
        await _account(changed)


async def test_the_wallet_is_the_equity_without_pnl_and_isolated_margin() -> None:
    account = await _account()
    held = {one.currency: one for one in account.collateral}
    assert held["USDT"].wallet_balance == pytest.approx(1000.996 - 0.996 - 9.6695050093373343)
    assert held["BTC"].wallet_balance == pytest.approx(0.1)
    assert held["BTC"].index_price == pytest.approx(95_000, rel=1e-4)
    assert account.reported_equity == pytest.approx(11_000.996)


def _union(**changes: Any) -> dict[str, Any]:
    """A classic account in multi-assets mode: 10 BTC at an index of 60,000 beside its USDT."""
    answer = payload("bitget", "accounts-union")
    answer["data"][0] |= changes
    price = {**payload("bitget", "symbol-price")["data"][0], "symbol": "BTCUSDT", "indexPrice": "60000"}
    return {
        ACCOUNTS: lambda params: answer if params["productType"] == "USDT-FUTURES" else face.accounts(params),
        "/api/v2/mix/market/discount-rate": payload("bitget", "union-discounts"),
        "/api/v2/mix/market/symbol-price": {**payload("bitget", "symbol-price"), "data": [price]},
    }


async def test_the_coins_of_the_multi_assets_mode_count_less_the_more_they_are_worth() -> None:
    account = await _account(_union())
    held = {one.currency: one for one in account.collateral}
    assert account.account_mode == "multi_currency"
    assert (held["BTC"].wallet_balance, held["BTC"].index_price) == (10, 60_000)
    assert counted_in_usd(10, held["BTC"]) == pytest.approx(97_500 + 388_000 + 96_500)  # Bitget's own example
    assert held["USDT"].index_price == 1
    assert account.reported_equity == 583_000.996


async def test_beside_the_multi_assets_mode_a_coins_own_wallet_backs_nothing() -> None:
    alone = {
        POSITIONS: lambda params: face.EMPTY if params["productType"] == "COIN-FUTURES" else face.positions(params)
    }
    account = await _account({**_union(assetList=None), **alone})
    assert [one.currency for one in account.collateral] == ["USDT"]


async def test_a_coin_whose_discounts_or_index_are_not_told_is_worth_an_unknown_amount() -> None:
    for path in ("/api/v2/mix/market/discount-rate", "/api/v2/mix/market/symbol-price"):
        account = await _account({**_union(), path: {"code": "00000", "msg": "success", "data": []}})
        held = {one.currency: one for one in account.collateral}
        assert (held["BTC"].wallet_balance, held["BTC"].index_price, held["BTC"].haircut_tiers) == (10, None, ())


async def test_a_wallet_that_tells_no_pnl_is_reckoned_from_its_positions() -> None:
    wallet = payload("bitget", "fetchBalance-02")
    changed = {ACCOUNTS: lambda params: wallet if params["productType"] == "USDT-FUTURES" else face.accounts(params)}
    account = await _account(changed)
    assert {one.currency: one for one in account.collateral}["USDT"].wallet_balance == pytest.approx(
        10582.90265771 - 0.996 - 9.6695050093373343
    )


async def test_tiers_are_marginal() -> None:
    tiers = _held(await _account())[BTC].brackets
    assert [(one.floor, one.rate) for one in tiers] == [(0, 0.004), (50_000, 0.005)]
    assert [one.deduction for one in tiers] == pytest.approx([0, 50])


async def test_only_orders_that_close_this_side_at_a_loss_are_stops() -> None:
    stops = _held(await _account())[BTC].stops or ()
    assert [(one.trigger_price, one.trigger, one.contracts, one.limit_price) for one in stops] == [
        (24_700, "mark", 0.004, 24_650),
        (24_600, "last", None, None),
        (24_500, "mark", 0.004, 24_490),
    ]


async def test_orders_that_cannot_be_read_are_unknown() -> None:
    account = await _account({"/api/v2/mix/order/orders-plan-pending": face.EMPTY})
    assert {one.stops for one in account.positions} == {None}


@pytest.mark.parametrize("product", ["USDT-FUTURES", "COIN-FUTURES"])
async def test_positions_that_vanish_are_a_disagreement(product: str) -> None:
    def say(params: dict[str, Any]) -> Any:
        return face.EMPTY if params["productType"] == product else face.positions(params)

    assert not (await _account({POSITIONS: say})).balance_agrees


@pytest.mark.parametrize("number", [0, 1])
async def test_one_position_that_vanishes_is_a_disagreement(number: int) -> None:
    assert not (await _account({POSITIONS: _with_row(number, total="0")})).balance_agrees


async def test_an_account_without_any_wallet_is_not_flat() -> None:
    with pytest.raises(VenueDataError, match="accounts"):
        await _account({POSITIONS: face.EMPTY, ACCOUNTS: face.EMPTY})


@pytest.mark.parametrize("field", ["symbol", "holdSide", "marginMode", "total", "openPriceAvg", "markPrice"])
@pytest.mark.parametrize("number", [0, 1])
async def test_an_essential_field_of_a_position_is_never_guessed(number: int, field: str) -> None:
    with pytest.raises(VenueDataError, match=r"missing|is 'None'"):
        await _account({POSITIONS: _with_row(number, **{field: None})})


async def test_the_margin_of_an_isolated_position_is_never_guessed() -> None:
    with pytest.raises(VenueDataError, match="margin is missing"):
        await _account({POSITIONS: _with_row(0, marginSize=None)})


@pytest.mark.parametrize("field", ["marginCoin", "accountEquity", "usdtEquity"])
async def test_an_essential_field_of_a_wallet_is_never_guessed(field: str) -> None:
    wallet = payload("bitget", "accounts-usdt-futures")
    del wallet["data"][0][field]
    with pytest.raises(VenueDataError, match=field):
        await _account(
            {ACCOUNTS: lambda params: wallet if params["productType"][:4] == "USDT" else face.accounts(params)}
        )


@pytest.mark.parametrize("field", sorted(payload("bitget", "fetchPositions-03")["data"][0]))
def test_dropping_any_field_is_refused_or_unknown_and_never_another_number(field: str) -> None:
    raw = payload("bitget", "fetchPositions-03")["data"][0]
    contracts = msgspec.convert(payload("bitget", "contracts-usdt-futures")["data"], list[api.RawContract])
    listing = read.read_listings({"USDT-FUTURES": contracts})["BTCUSDT"]
    details = read.Details(brackets={}, stops=None, funding={}, ranks=(), taker_fee_rate=None)

    def position(row: dict[str, Any]) -> Position:
        return read.read_position(read.classic_row(msgspec.convert(row, api.RawPosition)), listing, details, 1)

    whole = position(raw)
    del raw[field]
    try:
        found = position(raw)
    except VenueDataError:
        return
    for name in Position.__slots__:
        assert getattr(found, name) in (None, getattr(whole, name)), name


async def test_a_liquidation_comes_with_the_venues_record() -> None:
    async with served({**face.answers(), POSITIONS: face.EMPTY}) as server, reader_at(server, "bitget", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        account = await reader.read(frozenset({("main", LTC, "long", "cross")}), 1_000)
    assert [(one.symbol, one.side, one.contracts, one.price) for one in account.liquidations] == [
        (LTC, "long", 0.1, 60.5)
    ]
    assert [(one.side, one.contracts, one.price) for one in account.deleveragings] == [("long", 0.3, 71)]
    (own,) = account.closings  # one opened, one was cancelled
    assert (own.side, own.contracts, own.price) == ("long", 0.1, 70)
    assert own.at_ms == pytest.approx(1_763_999_990_000, abs=60_000)  # by our clock
    assert own.by_stop  # orderSource pos_loss_market


@pytest.mark.parametrize(
    ("side", "words", "end"),
    [
        ("sell", "sell_single", ("Closing", "long")),
        ("buy", "buy_single", ("Closing", "short")),
        ("sell", "burst_sell_single", ("Liquidation", "long")),
        ("buy", "reduce_buy_single", ("Liquidation", "short")),
        ("buy", "offset_close_short", ("Liquidation", "short")),
        ("buy", "dte_sys_adl_buy_in_single_side_mode", ("Deleveraging", "short")),
        ("sell", "delivery_sell_single", None),
        ("buy", "open", None),
        ("buy", "", None),
    ],
)
def test_an_order_says_in_words_what_it_was(side: str, words: str, end: tuple[str, str] | None) -> None:
    order = api.RawPast(
        symbol="LTCUSDT", side=side, posSide="net", tradeSide=words, priceAvg="70", baseVolume="1", uTime="5"
    )
    found = read.read_past(order, _ltc())
    assert (None if found is None else (type(found).__name__, found.side)) == end


@pytest.mark.parametrize(
    ("values", "end"),
    [
        ({"execType": "normal", "side": "sell"}, ("Closing", "long")),
        ({"execType": "normal", "side": "sell", "posSide": "long"}, ("Closing", "long")),
        ({"execType": "normal", "side": "sell", "posSide": "short"}, None),  # opens
        ({"execType": "normal", "side": "sell", "posSide": "short", "holdMode": "one_way_mode"}, ("Closing", "long")),
        ({"execType": "adl", "side": "buy", "posSide": "short"}, ("Deleveraging", "short")),
        ({"execType": "delivery", "side": "buy"}, None),
        ({"execType": "offset", "side": "buy"}, None),
    ],
)
def test_a_unified_order_says_what_it_was(values: dict[str, str], end: tuple[str, str] | None) -> None:
    order = api.RawDone(symbol="LTCUSDT", avgPrice="70", cumExecQty="1", updatedTime="5", **values)
    found = read.read_done(order, _ltc())
    assert (None if found is None else (type(found).__name__, found.side)) == end


def test_an_own_order_without_its_price_is_no_record() -> None:
    order = api.RawPast(symbol="LTCUSDT", side="sell", tradeSide="close", baseVolume="1", uTime="5")
    with pytest.raises(VenueDataError, match="price"):
        read.read_past(order, _ltc())


async def test_candles_come_oldest_first() -> None:
    async with served(face.answers()) as server, reader_at(server, "bitget", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        assert (await reader.candles(BTC, "1h", 2))[0] == (1_764_000_000_000, 100, 101.2, 99.9, 101)


# ---------------------------------------------------------------- unified


async def test_a_unified_account_is_recognised_and_read() -> None:
    account = await _account(unified=True)
    btc = _held(account)[BTC]
    assert (account.account_mode, account.position_mode, account.key.rights) == (
        "multi_currency",
        "hedge",
        "read-only",
    )
    assert (btc.contracts, btc.entry_price, btc.mark_price, btc.leverage) == (119.2068, 108_674, 118_097, 3)
    assert (btc.reported_liquidation_price, btc.reported_initial_margin) == (43_099.9, 4701531.84941582)
    assert (account.reported_margin_ratio, account.reported_maintenance_margin) == (0.0371, 219_000)
    assert account.balance_agrees


async def test_a_real_unified_account_without_positions_is_flat_and_agrees() -> None:
    none = {**face.EMPTY, "data": {"list": []}}
    changed = {
        "/api/v3/account/assets": payload("bitget", "fetchBalance-01"),
        "/api/v3/position/current-position": none,
    }
    account = await _account(changed, unified=True)
    assert (account.positions, account.balance_agrees, account.reported_equity) == ((), True, 368444.3177744)
    assert {one.currency: one.wallet_balance for one in account.collateral}["SOL"] == 100


async def test_collateral_is_discounted_by_value_told_in_coins() -> None:
    btc = {one.currency: one for one in (await _account(unified=True)).collateral}["BTC"]
    assert (btc.wallet_balance, btc.index_price) == (16, pytest.approx(118_097))
    assert btc.haircut_tiers == ((0, 0.98), (pytest.approx(10), 0.95))


async def test_a_unified_positions_tiers_and_stops_are_read() -> None:
    btc = _held(await _account(unified=True))[BTC]
    assert [(one.trigger_price, one.trigger, one.contracts, one.limit_price) for one in btc.stops or ()] == [
        (90_000, "mark", None, 89_900)
    ]
    assert [(one.floor, one.rate) for one in btc.brackets[:3]] == [(0, 0.004), (150_000, 0.005), (900_000, 0.01)]
    assert btc.brackets[2].deduction == pytest.approx(150 + 4_500)


async def test_unified_positions_that_vanish_are_a_disagreement() -> None:
    none = {**face.EMPTY, "data": {"list": None}}
    account = await _account({"/api/v3/position/current-position": none}, unified=True)
    assert not account.balance_agrees


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("path", face.UNIFIED_ESSENTIAL)
async def test_garbage_of_the_unified_account_is_never_flat(path: str, kind: str) -> None:
    async with served(face.unified_answers()) as server, reader_at(server, "bitget", KEYS) as reader:
        server.garbage[path] = kind
        with pytest.raises(VenueError):
            await reader.read(NONE_KNOWN, 0)


async def test_unified_positions_without_their_list_are_no_answer() -> None:
    with pytest.raises(VenueDataError, match="list"):
        await _account({"/api/v3/position/current-position": {**face.EMPTY, "data": {}}}, unified=True)


async def test_a_unified_liquidation_comes_with_the_venues_record() -> None:
    async with served(face.unified_answers()) as server, reader_at(server, "bitget", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        account = await reader.read(frozenset({("main", LTC, "short", "cross")}), 1_000)
    assert [(one.side, one.contracts, one.price) for one in account.liquidations] == [("short", 5, 80.1)]
    assert [(one.side, one.contracts, one.price) for one in account.closings] == [("short", 4, 79.5)]


async def test_an_account_that_was_upgraded_is_recognised_at_the_next_read() -> None:
    async with served(face.answers()) as server, reader_at(server, "bitget", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        server.answers = face.unified_answers()
        with pytest.raises(api.UnifiedAccountError):
            await reader.read(NONE_KNOWN, 1_000)
        assert set(_held(await reader.read(NONE_KNOWN, 2_000))) == {BTC}
