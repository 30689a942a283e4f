"""Hyperliquid: real accounts through real ccxt over real sockets, and every field that may be missing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.errors import KeyRejectedError, ReadOnlyViolationError, VenueDataError, VenueError
from monitor.model import Account
from monitor.risk.report import assess
from monitor.settings import AccountConfig
from monitor.venues import hyperliquid_answers as api
from monitor.venues import hyperliquid_read as read
from monitor.venues.account_check import check_account
from monitor.venues.fetch import AccountReader
from tests.venues.served import GARBAGE, Served, payload, reader_at, served

ADDRESS = "0x" + "1" * 40
WHO = Secrets(api_key=ADDRESS, secret="")
EMPTY = {**payload("hyperliquid", "fetchBalance-01"), "marginSummary": {"accountValue": "0.0", "totalNtlPos": "0.0"}}
TOKENS = {0: "USDC"}


def of(name: str) -> Any:
    return payload("hyperliquid", name)


def answers(state: Any, elsewhere: Any = EMPTY, meta: Any = None, **more: Any) -> dict[str, Any]:
    main = meta or of("metaAndAssetCtxs-01")
    found = {
        "exchangeStatus": of("exchangeStatus-01"),
        "perpDexs": of("perpDexs-01"),
        "spotMeta": of("spotMeta-01"),
        "userFees": of("userFees-01"),
        "userAbstraction": of("userAbstraction-01"),
        "userRole": of("userRole-01"),
        "frontendOpenOrders": [],
        "userFillsByTime": of("userFillsByTime-01"),
        "candleSnapshot": of("candleSnapshot-01"),
        "clearinghouseState": lambda asked: elsewhere if asked.get("dex") else state,
        "metaAndAssetCtxs": lambda asked: of("metaAndAssetCtxs-02") if asked.get("dex") else main,
        **more,
    }
    return {f"/info {kind}": answer for kind, answer in found.items()}


def meta_2023() -> Any:
    """The universe as it was recorded; markets were not recorded with it."""
    universe = of("fetchMarkets-01")
    return [universe, [{} for _ in universe["universe"]]]


@pytest.fixture
async def server() -> AsyncIterator[Served]:
    async with served(answers(of("fetchPositions-03"))) as running:
        yield running


async def account_of(state: Any, **more: Any) -> Account:
    async with served(answers(state, **more)) as server, reader_at(server, "hyperliquid", WHO) as reader:
        return await reader.read(frozenset(), 1_000)


# ---------------------------------------------------------------- twelve real cross positions


async def test_a_recorded_account_goes_through_the_whole_chain() -> None:
    """Until 2023 Hyperliquid's price left out the divisor 1 - rate * side; put back, ours is its own to 8 digits."""
    account = await account_of(of("fetchPositions-05"), meta=meta_2023())
    assert len(account.positions) == 12
    assert {position.margin_mode for position in account.positions} == {"cross"}
    report = assess((account,), rescue_distance=0.1)
    told = 0
    for ours, position in zip(report.positions, account.positions, strict=True):
        theirs, mark = position.reported_liquidation_price, position.mark_price
        if theirs is None:
            assert position.side == "long"
            assert ours.liquidation_price is None
            continue
        assert ours.liquidation_price is not None
        legacy = mark + (ours.liquidation_price - mark) * (1 - 0.01 * position.direction)
        assert legacy == pytest.approx(theirs, rel=1e-7)
        told += 1
    assert told == 5


async def test_its_equity_is_the_venues_own() -> None:
    account = await account_of(of("fetchPositions-05"), meta=meta_2023())
    pool = next(row for row in assess((account,), rescue_distance=0.1).pool_rows if row.pool_id == "cross:USDC")
    assert pool.equity == pytest.approx(1182.312496, rel=1e-9)
    assert pool.maintenance_margin == pytest.approx(3434.815334 * 0.01, rel=1e-9)
    assert account.balance_agrees


async def test_twelve_positions_of_which_one_is_left_out_disagree_with_the_total() -> None:
    state = of("fetchPositions-05")
    del state["assetPositions"][3]
    assert not (await account_of(state, meta=meta_2023())).balance_agrees


# ---------------------------------------------------------------- other real accounts


async def test_a_short_and_a_long_in_cross_are_read_as_reported(server: Served) -> None:
    async with reader_at(server, "hyperliquid", WHO) as reader:
        account = await reader.read(frozenset(), 1_000)
    short, long = account.positions
    assert (short.symbol, short.side, short.contracts) == ("SOL/USDC:USDC", "short", 0.5)
    assert (short.mark_price, short.entry_price) == (137.96, 138.76)
    assert short.reported_liquidation_price == 22881.19788911
    assert long.reported_liquidation_price is None
    assert (account.reported_equity, account.reported_maintenance_margin) == (11524.216934, 38.8818)
    assert account.reported_margin_ratio == pytest.approx(38.8818 / 11524.216934)
    assert (account.key.rights, account.position_mode, account.account_mode) == (
        "address only",
        "one_way",
        "single_currency",
    )
    assert account.taker_fee_rate == 0.00045
    assert {method for method, _ in server.requests} == {"POST"}
    assert {what.split()[0] for _, what in server.requests} == {"/info"}


async def test_a_positions_margin_of_its_own_is_what_was_put_in() -> None:
    position = (await account_of(of("fetchPositions-04"))).positions[0]
    assert position.margin_mode == "isolated"
    assert position.isolated_margin == pytest.approx(211.144417 - 4 * 47.9932)
    pnl = -4 * (position.mark_price - position.entry_price)
    assert position.isolated_margin + pnl == pytest.approx(18.564417)  # marginUsed holds the PnL
    row = assess((await account_of(of("fetchPositions-04")),), rescue_distance=0.1).positions[0]
    assert row.liquidation_price == pytest.approx(50.2724802381, rel=1e-9)


async def test_a_builders_exchange_is_read_and_its_money_backs_nothing_else() -> None:
    account = await account_of(EMPTY, elsewhere=of("fetchPositions-01"))
    (position,) = account.positions
    assert position.symbol == "FLX-CRCL/USDC:USDC"
    assert position.reported_liquidation_price == 64.2010892308
    assert {held.currency for held in account.collateral} == {"USDC", "USDC@flx"}
    row = assess((account,), rescue_distance=0.1).positions[0]
    assert row.liquidation_price == pytest.approx(64.2010892308, rel=1e-9)


async def test_a_cross_position_at_a_builders_exchange_is_backed_by_its_money_alone() -> None:
    state = of("fetchPositions-01")
    state["assetPositions"][0]["position"]["leverage"] = {"type": "cross", "value": "3"}
    account = await account_of(of("fetchPositions-03"), elsewhere=state)
    assert {position.settle for position in account.positions} == {"USDC", "USDC@flx"}
    pools = {pool.pool_id: pool for pool in assess((account,), rescue_distance=0.1).pool_rows}
    assert pools["cross:USDC@flx"].equity == pytest.approx(3.429999)
    assert pools["cross:USDC"].equity == pytest.approx(11524.216934)


async def test_an_exchange_where_nothing_is_held_is_not_asked_at_every_read() -> None:
    async with served(answers(of("fetchPositions-03"))) as server, reader_at(server, "hyperliquid", WHO) as reader:
        for second in range(5):
            await reader.read(frozenset(), second * 1_000)
        states = [one for one in server.asked if one.get("type") == "clearinghouseState"]
    assert [one.get("dex") for one in states].count("flx") == 1
    assert len(states) == 7


async def test_a_minute_of_reading_every_second_costs_a_quarter_of_the_budget(server: Served) -> None:
    async with reader_at(server, "hyperliquid", WHO) as reader:
        await reader.read(frozenset(), 0)  # the first read of the day costs more
        server.asked.clear()
        for second in range(1, 61):
            await reader.read(frozenset(), second * 1_000)
    weight = sum(api.LIMITS.weight("info", asked) for asked in server.asked)
    assert api.LIMITS.address is not None
    assert weight <= api.LIMITS.address.amount / 4


async def test_a_unified_accounts_money_is_elsewhere_so_its_value_is_not_told() -> None:
    account = await account_of(of("fetchPositions-03"), userAbstraction="unifiedAccount")
    assert (account.account_mode, account.reported_equity, account.reported_margin_ratio) == ("portfolio", None, None)


async def test_a_mode_that_is_not_known_stays_unknown() -> None:
    assert (await account_of(of("fetchPositions-03"), userAbstraction="somethingNew")).account_mode is None


async def test_candles_are_read(server: Served) -> None:
    async with reader_at(server, "hyperliquid", WHO) as reader:
        await reader.read(frozenset(), 1_000)
        bars = await reader.candles("SOL/USDC:USDC", "15m", 3)
        assert bars == [(1681923600000, 29295.0, 29309.0, 29250.0, 29258.0)]
        assert server.asked[-1]["req"]["coin"] == "SOL"
        with pytest.raises(VenueDataError, match="not listed"):
            await reader.candles("NO/USDC:USDC", "15m", 3)


async def test_only_this_accounts_own_forced_closes_are_records() -> None:
    known = frozenset({("main", "BTC/USDC:USDC", "long", "cross"), ("main", "ETH/USDC:USDC", "short", "cross")})
    async with served(answers(EMPTY)) as server, reader_at(server, "hyperliquid", WHO) as reader:
        account = await reader.read(known, 1_000)
    assert {(one.symbol, one.side, one.contracts, one.price) for one in account.liquidations} == {
        ("BTC/USDC:USDC", "long", 0.5, 99000.0)
    }
    assert [(one.symbol, one.side, one.contracts, one.price) for one in account.deleveragings] == [
        ("ETH/USDC:USDC", "short", 1.0, 2000.0)
    ]


# ---------------------------------------------------------------- who may be asked for


@pytest.mark.parametrize(
    ("key", "secret"),
    [("0x" + "2" * 64, ""), ("2" * 64, ""), (ADDRESS, "0x" + "2" * 64), ("", ""), (ADDRESS + "\n0", "")],
)
async def test_only_an_address_is_taken_and_nothing_secret_is_repeated(key: str, secret: str) -> None:
    config = AccountConfig(id="main", venue="hyperliquid")
    with pytest.raises(VenueError) as caught:
        await AccountReader.open(config, Secrets(api_key=key, secret=secret), SystemClock())
    assert "2" * 64 not in str(caught.value)


async def test_an_api_wallets_address_is_told_apart_from_an_empty_account() -> None:
    with pytest.raises(KeyRejectedError, match="API wallet"):
        await account_of(EMPTY, userRole={"role": "agent"})


async def test_a_question_that_is_not_on_the_list_is_refused_before_it_is_sent(server: Served) -> None:
    async with reader_at(server, "hyperliquid", WHO) as reader:
        with pytest.raises(ReadOnlyViolationError, match="of type 'order'"):
            await reader.client.exchange.public_post_info({"type": "order"})
        with pytest.raises(ReadOnlyViolationError, match="exchange"):
            await reader.client.exchange.private_post_exchange({"type": "order"})
    assert server.requests == []


async def test_the_test_button_says_that_there_is_no_key(server: Served) -> None:
    config = AccountConfig(
        id="main", venue="hyperliquid", base_url=server.base_url, ws_base_url=server.base_url.replace("http", "ws")
    )
    rights = next(line for line in await check_account(config, WHO, SystemClock()) if line.what == "Rights of the key")
    assert (rights.ok, rights.detail) == (True, "there is none: an address can only be looked at")


# ---------------------------------------------------------------- never flat by mistake


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize(
    "what", ["", "/info clearinghouseState", "/info metaAndAssetCtxs", "/info perpDexs", "/info spotMeta"]
)
async def test_a_garbage_answer_is_never_flat(server: Served, what: str, kind: str) -> None:
    server.garbage[what] = kind
    async with reader_at(server, "hyperliquid", WHO) as reader:
        with pytest.raises(VenueError):
            await reader.read(frozenset(), 1_000)


@pytest.mark.parametrize("kind", GARBAGE)
async def test_garbage_after_good_answers_is_never_flat(server: Served, kind: str) -> None:
    async with reader_at(server, "hyperliquid", WHO) as reader:
        await reader.read(frozenset(), 1_000)
        server.garbage["/info clearinghouseState"] = kind
        with pytest.raises(VenueError):
            await reader.read(frozenset(), 2_000)


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("what", ["frontendOpenOrders", "userFees", "userAbstraction", "userRole"])
async def test_garbage_beside_the_positions_is_an_unknown_figure(server: Served, what: str, kind: str) -> None:
    server.garbage[f"/info {what}"] = kind
    async with reader_at(server, "hyperliquid", WHO) as reader:
        account = await reader.read(frozenset(), 1_000)
    assert len(account.positions) == 2
    if what == "userFees":
        assert account.taker_fee_rate is None
    if what == "frontendOpenOrders" and kind != "array":  # [] is a legal answer: no orders
        assert account.positions[0].stops is None


# ---------------------------------------------------------------- each essential field


def direct(state: Any, meta: Any = None, mode: str | None = "default", orders: Any = ()) -> Account:
    market = read.read_market(msgspec.convert(meta or of("metaAndAssetCtxs-01"), api.Meta), read.MAIN, TOKENS)
    return read.read_account(
        account_id="main",
        states={read.MAIN: msgspec.convert(state, api.RawState)},
        markets={read.MAIN: market},
        details=read.Details(
            orders=tuple(msgspec.convert(list(orders), list[api.RawOrder])), taker_fee_rate=None, mode=mode
        ),
        marked_ms=1_764_350_959_056,
        read_ms=0,
    )


@pytest.mark.parametrize("name", ["fetchPositions-03", "fetchPositions-04"])
@pytest.mark.parametrize("how", ["missing", None, "", "--", "NaN"])
@pytest.mark.parametrize("field", ["coin", "szi", "entryPx", "positionValue"])
def test_an_essential_field_of_a_position_is_never_guessed(name: str, field: str, how: Any) -> None:
    state = of(name)
    position = state["assetPositions"][0]["position"]
    if how == "missing":
        del position[field]
    else:
        position[field] = how
    with pytest.raises(
        VenueDataError, match="not among the listed" if field == "coin" and how in ("--", "NaN") else field
    ):
        direct(state)


@pytest.mark.parametrize("change", [None, {}, {"type": "strange"}, {"type": "isolated", "value": 10}])
def test_how_a_position_is_margined_is_never_guessed(change: Any) -> None:
    state = of("fetchPositions-04")
    state["assetPositions"][0]["position"]["leverage"] = change
    with pytest.raises(VenueDataError, match="leverage"):
        direct(state)


@pytest.mark.parametrize("field", ["assetPositions", "marginSummary", "crossMarginSummary"])
def test_an_essential_field_of_the_account_is_never_guessed(field: str) -> None:
    state = of("fetchPositions-03")
    del state[field]
    with pytest.raises(VenueDataError, match="is missing"):
        direct(state)


@pytest.mark.parametrize("field", ["accountValue", "totalNtlPos"])
def test_an_essential_total_is_never_guessed(field: str) -> None:
    state = of("fetchPositions-03")
    del state["marginSummary"][field]
    with pytest.raises(VenueDataError, match=f"marginSummary.{field} is missing"):
        direct(state)


@pytest.mark.parametrize("field", ["liquidationPx", "unrealizedPnl", "marginUsed", "returnOnEquity", "maxLeverage"])
def test_what_is_not_essential_may_be_missing(field: str) -> None:
    state = of("fetchPositions-03")
    del state["assetPositions"][0]["position"][field]
    assert direct(state).positions[0].contracts == 0.5


@pytest.mark.parametrize("word", ["0", "0.0", "", "-12.5", None])
def test_these_liquidation_prices_mean_none(word: str | None) -> None:
    state = of("fetchPositions-03")
    state["assetPositions"][0]["position"]["liquidationPx"] = word
    assert direct(state).positions[0].reported_liquidation_price is None


def test_what_the_venue_does_not_tell_is_none() -> None:
    state = of("fetchPositions-05")
    account = direct(state, meta=meta_2023())
    assert account.reported_maintenance_margin is None
    assert account.reported_margin_ratio is None
    assert {position.reported_adl_rank for position in account.positions} == {None}


# ---------------------------------------------------------------- tiers, steps, stops


def test_tiers_are_continuous_and_half_of_the_initial_rate() -> None:
    first, second = direct(of("fetchPositions-03")).positions[1].brackets
    assert (first.rate, first.deduction) == (0.02, 0)
    assert (second.floor, second.rate) == (100e6, pytest.approx(1 / 30))
    assert second.floor * second.rate - second.deduction == pytest.approx(second.floor * first.rate)


def test_a_small_table_number_is_a_single_tier_with_that_leverage() -> None:
    assert [(tier.floor, tier.rate) for tier in direct(of("fetchPositions-03")).positions[0].brackets] == [(0, 0.025)]


def test_a_table_that_is_not_told_is_no_table() -> None:
    market = read.read_market(msgspec.convert(of("metaAndAssetCtxs-01"), api.Meta), read.MAIN, TOKENS)
    assert market.brackets["ODD"] == ()


def test_contracts_and_markets_of_different_length_are_refused() -> None:
    meta = of("metaAndAssetCtxs-01")
    meta[1].pop()
    with pytest.raises(VenueDataError, match="5 contracts and 4 markets"):
        direct(of("fetchPositions-03"), meta=meta)


@pytest.mark.parametrize(("price", "step"), [(137.96, 0.01), (0.6898, 0.0001), (99000.0, 1.0)])
def test_a_price_has_five_digits(price: float, step: float) -> None:
    state = of("fetchPositions-03")
    state["assetPositions"][0]["position"]["positionValue"] = str(price * 0.5)
    assert direct(state).positions[0].tick_size == pytest.approx(step)


def order(**changes: Any) -> dict[str, Any]:
    real = of("fetchOpenOrders-01")[1]  # a recorded stop of a long in INJ
    return {**real, "coin": "ETH", **changes}


def test_a_recorded_stop_belongs_to_the_long() -> None:
    (stop,) = direct(of("fetchPositions-03"), orders=[order()]).positions[1].stops or ()
    assert (stop.trigger_price, stop.trigger, stop.contracts, stop.limit_price) == (9.995, "mark", 12.5, None)


def test_a_stop_of_the_whole_position_has_no_size() -> None:
    (stop,) = direct(of("fetchPositions-03"), orders=[order(sz="0.0", isPositionTpsl=True)]).positions[1].stops or ()
    assert stop.contracts is None


@pytest.mark.parametrize(
    "change",
    [
        {"coin": "SOL"},
        {"side": "B"},
        {"reduceOnly": False},
        {"isTrigger": False},
        {"orderType": "Take Profit Market"},
        {"triggerPx": "0.0"},
    ],
)
def test_this_order_is_no_stop_of_the_long(change: dict[str, Any]) -> None:
    assert direct(of("fetchPositions-03"), orders=[order(**change)]).positions[1].stops == ()


def test_a_stop_that_waits_for_its_parent_is_not_counted() -> None:
    parent = {**of("fetchOpenOrders-01")[2], "coin": "ETH"}
    assert direct(of("fetchPositions-03"), orders=[parent]).positions[1].stops == ()
