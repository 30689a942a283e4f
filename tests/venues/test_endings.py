"""How a position ended, by the venue's own records: through real ccxt, against the embedded exchange."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.demo.book import demo_book
from monitor.demo.control import ClosePosition
from monitor.demo.market import Market
from monitor.demo.scenario import find_scenario
from monitor.demo.server import DemoServer, serve
from monitor.demo.world import World
from monitor.messages import AlertEvent
from monitor.model import Account, Closing, Position
from monitor.settings import AccountConfig
from monitor.venues.binance_answers import RawDoneOrder
from monitor.venues.binance_read import read_closing, read_forced
from monitor.venues.bybit_answers import RawExecution
from monitor.venues.bybit_read import read_ending as read_bybit
from monitor.venues.fetch import AccountReader
from monitor.venues.hyperliquid_answers import RawFill, RawForced
from monitor.venues.hyperliquid_read import read_ending as read_hyperliquid
from monitor.venues.okx_answers import RawClosed
from monitor.venues.okx_read import read_ending as read_okx
from tests.engine_bench import running

VENUES = ("binanceusdm", "bybit", "okx", "hyperliquid")


@contextlib.asynccontextmanager
async def account_at(venue: str) -> AsyncIterator[tuple[DemoServer, AccountReader]]:
    """An account of the embedded exchange, and what reads it."""
    market = Market(find_scenario("calm"), seed=1)
    async with serve(World(market, demo_book(market))) as server:
        account = next(one for one in server.info().accounts if one.venue == venue)
        config = AccountConfig(
            id=account.label, venue=venue, base_url=account.base_url, ws_base_url=account.ws_base_url
        )
        secrets = Secrets(api_key=account.api_key, secret=account.secret, passphrase=account.passphrase)
        reader = await AccountReader.open(config, secrets, SystemClock())
        yield server, reader
        await reader.close()


async def close(server: DemoServer, account: Account, position: Position) -> None:
    name = f"{position.symbol.split('/', 1)[0]}USDT"
    await server.obey(ClosePosition(account=account.id, symbol=name, side=position.side))


@pytest.mark.parametrize("venue", VENUES)
async def test_the_venue_names_the_order_that_closed_a_position(venue: str) -> None:
    async with account_at(venue) as (server, reader):
        before = await reader.read(frozenset(), 0)
        held = before.positions[0]
        await close(server, before, held)
        after = await reader.read(frozenset(before.key_of(one) for one in before.positions), 1_000)
    assert after.liquidations == ()
    (record,) = after.closings
    assert (record.symbol, record.side) == (held.symbol, held.side)
    assert record.contracts == pytest.approx(held.contracts)
    assert record.price == pytest.approx(held.mark_price, rel=0.01)


@pytest.mark.parametrize(
    ("venue", "paths", "most"),
    [
        ("binanceusdm", ("/fapi/v1/forceOrders",), 1),
        ("bybit", ("/v5/execution/list",), 3),
        ("okx", ("/api/v5/account/positions-history",), 1),
        ("hyperliquid", ("userFillsByTime",), 1),
    ],
)
async def test_many_positions_that_vanish_at_once_are_asked_about_together(
    venue: str, paths: tuple[str, ...], most: int
) -> None:
    async with account_at(venue) as (server, reader):
        before = await reader.read(frozenset(), 0)
        for held in before.positions:
            await close(server, before, held)
        after = await reader.read(frozenset(before.key_of(one) for one in before.positions), 1_000)
        asked = [entry.path for entry in server.log.entries if any(path in entry.path for path in paths)]
    assert len(before.positions) >= 2
    assert {(one.symbol, one.side) for one in after.closings} == {(one.symbol, one.side) for one in before.positions}
    assert 1 <= len(asked) <= most


async def test_positions_closed_by_hand_are_told_as_closed_by_your_order_and_not_asked_about(tmp_path: Path) -> None:
    async with running(tmp_path) as bench:
        await bench.until(bench.all_read)
        rows = {row.venue: row for row in bench.update.positions if row.margin_mode == "isolated" or row.level}
        assert set(rows) <= set(VENUES)
        for row in rows.values():
            name = f"{row.symbol.split('/', 1)[0]}USDT"
            await bench.server.obey(ClosePosition(account=row.account_id, symbol=name, side=row.side))  # type: ignore[arg-type]

        def told() -> dict[str, AlertEvent]:
            return {event.position_key: event for event in bench.events if event.kind in ("closed", "gone")}

        await bench.until(lambda: {row.key for row in rows.values()} <= told().keys())
        assert all("closed by your order at" in told()[row.key].title for row in rows.values())


def test_an_order_of_binances_own_or_one_that_opens_closes_nothing() -> None:
    def side_of(**values: object) -> str | None:
        order = RawDoneOrder(symbol="BTCUSDT", **{"executedQty": "1", "avgPrice": "9", "updateTime": 5, **values})  # type: ignore[arg-type]
        found = read_closing(order, {})
        return None if found is None else found.side

    assert side_of(side="SELL") == "long"
    assert side_of(side="BUY") == "short"
    assert side_of(side="SELL", positionSide="LONG") == "long"
    assert side_of(side="SELL", positionSide="SHORT") is None
    assert side_of(side="SELL", executedQty="0") is None
    for name in ("autoclose-1", "adl_autoclose", "settlement_autoclose-2"):
        assert side_of(side="SELL", clientOrderId=name) is None


def test_binances_forced_orders_say_whether_they_are_liquidations_or_auto_deleveraging() -> None:
    def kind_of(name: str) -> str:
        order = RawDoneOrder(symbol="X", side="BUY", clientOrderId=name, executedQty="1", avgPrice="9", time=5)
        return type(read_forced(order, {})).__name__

    assert kind_of("autoclose-1596107620040000020") == "Liquidation"
    assert kind_of("adl_autoclose") == "Deleveraging"


def test_a_stop_that_closed_is_told_from_another_order_where_the_venue_says_so() -> None:
    def by_stop_at_binance(kind: str) -> bool:
        order = RawDoneOrder(symbol="X", side="SELL", origType=kind, executedQty="1", avgPrice="9", updateTime=5)
        found = read_closing(order, {})
        return found is not None and found.by_stop

    def by_stop_at_bybit(created_by: str) -> bool:
        trade = RawExecution(
            symbol="X", side="Sell", execType="Trade", execPrice="9", execTime="5", closedSize="1",
            createType=created_by,
        )  # fmt: skip
        found = read_bybit(trade, {})
        return isinstance(found, Closing) and found.by_stop

    assert [by_stop_at_binance(kind) for kind in ("STOP_MARKET", "TRAILING_STOP_MARKET")] == [True, True]
    assert [by_stop_at_binance(kind) for kind in ("MARKET", "TAKE_PROFIT_MARKET", "")] == [False, False, False]
    assert [by_stop_at_bybit(word) for word in ("CreateByStopLoss", "CreateByTrailingStop")] == [True, True]
    assert [by_stop_at_bybit(word) for word in ("CreateByUser", "CreateByTakeProfit", "")] == [False, False, False]


def test_only_a_trade_that_closed_at_bybit_is_an_end() -> None:
    def kind_of(kind: str, closed: str, created_by: str = "CreateByUser") -> str | None:
        trade = RawExecution(
            symbol="X", side="Sell", execType=kind, execQty="2", execPrice="9", execTime="5", closedSize=closed,
            createType=created_by,
        )  # fmt: skip
        found = read_bybit(trade, {})
        return None if found is None else type(found).__name__

    assert kind_of("Trade", "1") == "Closing"
    assert kind_of("Trade", "0") is None
    assert kind_of("Trade", "1", "CreateByStopLoss") == "Closing"
    assert kind_of("Trade", "1", "CreateByLiq") == "Liquidation"  # stepwise
    assert kind_of("Trade", "1", "CreateBySettle") is None
    assert kind_of("BustTrade", "") == "Liquidation"
    assert kind_of("AdlTrade", "2", "CreateByAdl_PassThrough") == "Deleveraging"
    assert kind_of("Funding", "2") is None


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("1", None),
        ("2", "Closing"),
        ("3", "Liquidation"),
        ("4", "Liquidation"),
        ("5", "Deleveraging"),
        ("6", "Deleveraging"),
        ("", None),
    ],
)
def test_okx_says_how_a_position_was_closed_last(kind: str, name: str | None) -> None:
    row = RawClosed(instId="X", direction="long", type=kind, closeTotalPos="1", closeAvgPx="9", uTime="5")
    found = read_okx(row, {})
    assert (None if found is None else type(found).__name__) == name


@pytest.mark.parametrize(
    ("words", "closed"), [("Close Long", 2.0), ("Long > Short", 1.5), ("Open Short", None), ("Buy", None)]
)
def test_a_trade_at_hyperliquid_closes_what_its_words_say(words: str, closed: float | None) -> None:
    fill = RawFill(coin="X", side="A", px="9", sz="2", time=5, dir=words, startPosition="1.5")
    found = read_hyperliquid(fill, "X", "0x1")
    assert (None if found is None else found.contracts) == closed


@pytest.mark.parametrize(
    ("words", "user", "name"),
    [
        ("Auto-Deleveraging", None, "Deleveraging"),
        ("Auto-Deleveraging", "0x2", "Deleveraging"),  # with the record of whom it covers
        ("Liquidated Isolated Long", None, "Liquidation"),
        ("Close Long", "0x1", "Liquidation"),
        ("Close Long", "0x2", "Closing"),  # the other side of somebody's liquidation
    ],
)
def test_a_forced_trade_at_hyperliquid_is_a_liquidation_of_this_account_or_auto_deleveraging(
    words: str, user: str | None, name: str
) -> None:
    forced = None if user is None else RawForced(liquidatedUser=user)
    fill = RawFill(coin="X", side="A", px="9", sz="2", time=5, dir=words, startPosition="2", liquidation=forced)
    assert type(read_hyperliquid(fill, "X", "0x1")).__name__ == name
