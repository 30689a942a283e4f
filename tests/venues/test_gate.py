"""Gate through real ccxt over a real socket, and its answers one by one."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from monitor.errors import VenueDataError, VenueError
from monitor.model import Account, Position
from monitor.risk.report import assess
from monitor.venues import gate_answers as api
from monitor.venues import gate_read as read
from tests.venues import gate_face as face
from tests.venues.faces import KEYS
from tests.venues.served import GARBAGE, payload, reader_at, served

NONE_KNOWN: frozenset[Any] = frozenset()
LTC, BTC, COIN = "LTC/USDT:USDT", "BTC/USDT:USDT", "BTC/USD:BTC"
POSITIONS, ACCOUNT = "/api/v4/futures/usdt/positions", "/api/v4/futures/usdt/accounts"
DISCOUNTS = "/api/v4/unified/currency_discount_tiers"


async def _account(changes: dict[str, Any] | None = None) -> Account:
    async with served({**face.answers(), **(changes or {})}) as server, reader_at(server, "gate", KEYS) as reader:
        return await reader.read(NONE_KNOWN, 0)


def _held(account: Account) -> dict[str, Position]:
    return {one.symbol: one for one in account.positions}


def _details(**changes: Any) -> read.Details:
    return read.Details(**{"brackets": {}, "orders": None, "contracts": {}, "taker_fee_rate": None, **changes})


def _listings() -> dict[str, read.Listing]:
    return read.read_listings({"usdt": msgspec.convert(payload("gate", "contracts-usdt"), list[api.RawContract])})


def _position(row: dict[str, Any]) -> Position:
    raw = msgspec.convert(row, api.RawPosition)
    return read.read_position(raw, _listings()[raw.contract or ""], _details(), "marginal", 1)


async def test_the_positions_of_all_settlement_currencies_are_read() -> None:
    account = await _account()
    assert {(one.symbol, one.side) for one in account.positions} == {(LTC, "long"), (BTC, "short"), (COIN, "long")}
    assert account.balance_agrees
    assert (account.account_mode, account.position_mode) == ("single_currency", "one_way")
    assert (account.taker_fee_rate, account.key.rights) == (0.0005, "read-only")


async def test_a_real_isolated_position_is_read_as_it_was_reported() -> None:
    ltc = _held(await _account())[LTC]
    assert (ltc.contracts, ltc.contract_size, ltc.inverse, ltc.settle) == (1, 0.1, False, "USDT")
    assert (ltc.entry_price, ltc.mark_price, ltc.leverage) == (74.35, 74.43, 5)
    assert (ltc.margin_mode, ltc.isolated_margin) == ("isolated", 1.49257625)
    assert (ltc.reported_liquidation_price, ltc.reported_adl_rank) == (60.07, 5)
    assert (ltc.reported_maintenance_margin, ltc.reported_initial_margin) == (None, None)  # "0": not told
    assert (ltc.funding_rate, ltc.funding_interval_h, ltc.next_funding_ms) == (0.0001, 8, 1_764_028_800_000)
    assert ltc.opened_ms == 1_705_052_585_000


async def test_a_cross_position_has_the_leverage_of_its_limit_and_no_price_of_nines() -> None:
    btc = _held(await _account())[BTC]
    assert (btc.side, btc.contracts, btc.margin_mode, btc.leverage) == ("short", 100, "cross", 10)
    assert (btc.isolated_margin, btc.reported_liquidation_price) == (None, None)
    assert btc.reported_maintenance_margin == 5.1


async def test_an_inverse_contract_is_one_dollar() -> None:
    coin = _held(await _account())[COIN]
    assert (coin.contracts, coin.contract_size, coin.inverse, coin.settle) == (500, 1, True, "BTC")
    assert coin.reported_liquidation_price == 45_000.5


async def test_the_wallet_is_the_total_without_isolated_margin() -> None:
    account = await _account()
    assert {one.currency: one.wallet_balance for one in account.collateral} == {
        "USDT": pytest.approx(1000 - 1.49257625),
        "BTC": 0.01,
    }
    assert account.reported_equity == pytest.approx(1010.008 + 0.01006384 * 89_025.82)
    assert account.reported_margin_ratio is None  # one for each currency


async def test_tiers_are_marginal_unless_the_account_has_them_switched_off() -> None:
    tiers = _held(await _account())[LTC].brackets
    assert [(one.floor, one.rate) for one in tiers] == [(0, 0.01), (500_000, 0.02), (1_000_000, 0.03)]
    assert [one.deduction for one in tiers] == pytest.approx([0, 5_000, 15_000])
    whole = payload("gate", "account-usdt") | {"enable_tiered_mm": False}
    position = _held(await _account({ACCOUNT: whole}))[LTC]
    assert (position.bracket_scheme, position.brackets[1].deduction) == ("whole_position", 0)


def test_a_tier_that_is_sent_twice_counts_once() -> None:
    tiers = msgspec.convert(payload("gate", "fetchLeverageTiers-01"), list[api.RawTier])
    assert [(one.floor, one.rate) for one in read.read_brackets(tiers)] == [(0, 0.01), (500_000, 0.02)]


async def test_only_orders_that_close_at_a_loss_are_stops() -> None:
    held = _held(await _account())
    assert [(one.trigger_price, one.trigger, one.contracts, one.limit_price) for one in held[LTC].stops or ()] == [
        (68, "last", 1, 67.5),
        (66, "index", 1, None),
        (65, "mark", None, None),
    ]
    assert [one.trigger_price for one in held[BTC].stops or ()] == [95_000]


def test_a_real_order_that_opens_is_no_stop() -> None:
    orders = msgspec.convert(payload("gate", "fetchOpenOrders-01"), list[api.RawOrder])
    row = api.RawPosition(contract="BTC_USDT", size="5")
    assert read.read_stops(orders, row, "long") == ()
    closing = msgspec.structs.replace(orders[0], order_type="close-long-position")
    assert [one.trigger_price for one in read.read_stops([closing], row, "long")] == [67203.5]


async def test_orders_that_cannot_be_read_are_unknown() -> None:
    account = await _account({"/api/v4/futures/usdt/price_orders": {"label": "SERVER_ERROR", "message": "x"}})
    assert {one.stops for one in account.positions} == {None}


async def test_a_currency_that_was_never_used_is_no_trouble() -> None:
    none = payload("gate", "no-wallet")
    account = await _account({"/api/v4/futures/btc/accounts": none, "/api/v4/futures/btc/positions": none})
    assert set(_held(account)) == {LTC, BTC}
    assert (account.reported_margin_ratio, account.reported_maintenance_margin) == (197.6, 5.2)


async def test_a_user_without_any_wallet_is_not_flat() -> None:
    none = payload("gate", "no-wallet")
    paths = [f"/api/v4/futures/{settle}/{what}" for settle in ("usdt", "btc") for what in ("accounts", "positions")]
    with pytest.raises(VenueDataError, match="no futures account"):
        await _account(dict.fromkeys(paths, none))


async def test_an_open_delivery_contract_is_never_left_out() -> None:
    row = {"contract": "BTC_USDT_20261225", "size": "1"}
    with pytest.raises(VenueDataError, match="delivery contract is open"):
        await _account({"/api/v4/delivery/usdt/positions": [row]})


async def test_a_quanto_position_is_refused() -> None:
    row = payload("gate", "positions-btc")[0] | {"contract": "ETH_USD"}
    with pytest.raises(VenueDataError, match="ETH_USD"):
        await _account({"/api/v4/futures/btc/positions": [row]})


async def test_a_second_page_of_positions_is_read() -> None:
    flat = payload("gate", "fetchPositions-01")[0] | {"size": "0"}

    def pages(params: dict[str, Any]) -> Any:
        return [flat] * 100 if params["offset"] == "0" else face.usdt_positions()

    assert set(_held(await _account({POSITIONS: pages}))) == {LTC, BTC, COIN}


@pytest.mark.parametrize("gone", [0, 1])
async def test_one_position_that_vanishes_is_a_disagreement(gone: int) -> None:
    rows = face.usdt_positions()
    del rows[gone]
    assert not (await _account({POSITIONS: rows})).balance_agrees


async def test_a_wallet_without_positions_is_flat_and_agrees() -> None:
    none = payload("gate", "no-wallet")
    wallet = payload("gate", "fetchBalance-01") | {"unrealised_pnl": "0"}
    changed = {POSITIONS: [], ACCOUNT: wallet}
    changed |= {"/api/v4/futures/btc/accounts": none, "/api/v4/futures/btc/positions": none}
    account = await _account(changed)
    assert (account.positions, account.balance_agrees, account.account_mode) == ((), True, None)


@pytest.mark.parametrize("field", ["contract", "size", "leverage", "entry_price", "mark_price", "margin"])
async def test_an_essential_field_of_a_position_is_never_guessed(field: str) -> None:
    rows = face.usdt_positions()
    del rows[0][field]
    with pytest.raises(VenueDataError, match=f"{field} is missing"):
        await _account({POSITIONS: rows})


@pytest.mark.parametrize("field", ["currency", "total"])
async def test_an_essential_field_of_a_wallet_is_never_guessed(field: str) -> None:
    wallet = payload("gate", "account-usdt")
    del wallet[field]
    with pytest.raises(VenueDataError, match=f"{field} is missing"):
        await _account({ACCOUNT: wallet})


def test_a_sample_without_margin_mode_and_leverage_is_refused() -> None:
    with pytest.raises(VenueDataError, match="leverage is missing"):
        _position(payload("gate", "fetchPositions-02")[0])


def test_a_side_that_contradicts_the_size_is_refused() -> None:
    with pytest.raises(VenueDataError, match="dual_short"):
        _position(payload("gate", "fetchPositions-01")[0] | {"mode": "dual_short"})


@pytest.mark.parametrize("field", sorted(payload("gate", "fetchPositions-01")[0]))
def test_dropping_any_field_is_refused_or_unknown_and_never_another_number(field: str) -> None:
    row = payload("gate", "fetchPositions-01")[0]
    whole = _position(row)
    del row[field]
    try:
        found = _position(row) if "contract" in row else None
    except VenueDataError:
        return
    for name in Position.__slots__:
        assert found is None or getattr(found, name) in (None, getattr(whole, name)), name


# ---------------------------------------------------------------- unified


def unified(mode: int = 1) -> dict[str, Any]:
    return {
        ACCOUNT: payload("gate", "account-usdt") | {"margin_mode": mode, "total": "0"},
        "/api/v4/unified/accounts": payload("gate", "unified"),
        DISCOUNTS: payload("gate", "discount-tiers"),
    }


@pytest.mark.parametrize(("mode", "word"), [(1, "multi_currency"), (2, "portfolio"), (3, "single_currency")])
async def test_a_unified_account_stands_behind_the_futures(mode: int, word: str) -> None:
    account = await _account(unified(mode))
    assert account.account_mode == word
    assert {one.currency: one.wallet_balance for one in account.collateral} == {
        "USDT": pytest.approx(1000 - 1.49257625),
        "BTC": pytest.approx(0.01),
    }
    assert (account.reported_equity, account.reported_maintenance_margin) == (1905.9, 7.8)
    assert (account.reported_margin_ratio, account.reported_available) == (241.1, 1739.8)


async def test_each_currency_of_a_unified_account_counts_after_its_discount() -> None:
    """The coins' prices are the indices of Gate's own USDT contracts."""
    account = await _account(unified())
    counted = {one.currency: (one.index_price, one.haircut_tiers) for one in account.collateral}
    index = float(next(one for one in payload("gate", "contracts-usdt") if one["name"] == "BTC_USDT")["index_price"])
    assert counted == {"USDT": (1, ((0, 1),)), "BTC": (index, ((0, 0.98), (1000, 0.95)))}
    report = assess((account,), rescue_distance=0.1)
    pool = next(one for one in report.pool_rows if one.pool_id.startswith("cross"))
    pnl = sum(
        row.unrealized_pnl or 0 for row in report.positions if row.margin_mode == "cross" and row.settle == "USDT"
    )
    usdt = next(one.wallet_balance for one in account.collateral if one.currency == "USDT")
    assert pool.equity == pytest.approx(usdt + pnl + 0.98 * index * 0.01006384, rel=1e-3)


async def test_a_list_of_discounts_in_a_list_is_understood_too() -> None:
    found = await _account(unified() | {DISCOUNTS: [payload("gate", "discount-tiers")]})
    assert [len(one.haircut_tiers) for one in found.collateral] == [1, 2]


@pytest.mark.parametrize("answer", [{"label": "SERVER_ERROR", "message": "x"}, [{"currency": 7}], "ok"])
async def test_without_discounts_no_worth_of_a_coin_is_made_up(answer: Any) -> None:
    account = await _account(unified() | {DISCOUNTS: answer})
    assert {(one.index_price, one.haircut_tiers) for one in account.collateral} == {(None, ())}
    assert all(row.unknown for row in assess((account,), rescue_distance=0.1).positions if row.margin_mode == "cross")


async def test_a_currency_without_a_tier_counts_for_nothing() -> None:
    account = await _account(unified() | {DISCOUNTS: payload("gate", "discount-tiers")[:1]})
    assert account.collateral[1].haircut_tiers == ((0, 0),)


@pytest.mark.parametrize("kind", GARBAGE)
async def test_garbage_of_the_unified_account_is_never_flat(kind: str) -> None:
    answers = {**face.answers(), **unified()}
    async with served(answers) as server, reader_at(server, "gate", KEYS) as reader:
        server.garbage["/api/v4/unified/accounts"] = kind
        with pytest.raises(VenueError):
            await reader.read(NONE_KNOWN, 0)


# ---------------------------------------------------------------- records, candles, keys


async def test_a_liquidation_comes_with_the_venues_record() -> None:
    async with served(face.answers()) as server, reader_at(server, "gate", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        account = await reader.read(frozenset({("main", "ETH/USDT:USDT", "short", "cross")}), 1_000)
    assert [(one.symbol, one.side, one.contracts, one.price) for one in account.liquidations] == [
        ("ETH/USDT:USDT", "short", 50, 3105.5)
    ]
    assert [(one.side, one.contracts, one.price) for one in account.closings] == [
        ("short", 20, 3000.5),
        ("short", 30, 3010.5),  # the rest of it opened a long
    ]
    assert account.closings[0].at_ms == pytest.approx(1_763_999_990_123, abs=60_000)  # by our clock
    assert [(one.side, one.contracts, one.price) for one in account.deleveragings] == [("short", 6, 2990)]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("t-liq-mine", False),
        ("api", False),
        ("", False),
        ("liq-123", True),
        ("hedge-liq-1", True),
        ("pm_liquidate", True),
        ("liquidation", True),
        ("insurance", True),
        ("clear", True),
    ],
)
def test_gates_own_orders_are_known_by_their_reserved_texts(text: str, own: bool) -> None:
    assert read.is_gates_own(text) is own


@pytest.mark.parametrize(
    "trades", [[{"contract": 1}], {"label": "X"}, [{"contract": "ETH_USDT", "close_size": 1}], None]
)
async def test_own_trades_that_cannot_be_read_leave_a_question_and_fail_nothing(trades: Any) -> None:
    answers = {**face.answers(), "/api/v4/futures/usdt/my_trades": trades}
    async with served(answers) as server, reader_at(server, "gate", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        account = await reader.read(frozenset({("main", "ETH/USDT:USDT", "short", "cross")}), 1_000)
    assert (len(account.liquidations), account.closings) == (1, ())


async def test_candles_come_oldest_first_in_milliseconds() -> None:
    async with served(face.answers()) as server, reader_at(server, "gate", KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        assert (await reader.candles(LTC, "1h", 2))[0] == (1_764_000_000_000, 100, 101.2, 99.9, 101)
