"""The optional `markets` of a snapshot file: what is known of contracts beside the accounts.

Order books, volatilities and insurance funds, so that a file can carry all that a report is made of.
"""

from __future__ import annotations

import msgspec

from monitor.errors import SnapshotError
from monitor.model import InsuranceFund, MarketData, OrderBook
from monitor.snapshot.snapshot_numbers import Number, maybe_moment, moment, not_negative, positive, step, text

MOST_VOLATILITY = 10.0  # beyond it is percent, mostly


class _Row(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Any object of the file."""


class BookRow(_Row):
    """An order book, best price first: [price, contracts]."""

    bids: list[tuple[Number, Number]]
    asks: list[tuple[Number, Number]]
    at_ms: int
    daily_volume: Number | None = None


class FundRow(_Row):
    """An insurance fund."""

    balance: Number
    currency: str
    at_ms: int
    week_ago: Number | None = None
    earlier: Number | None = None
    earlier_ms: int | None = None


class MarketRow(_Row):
    """One contract at one venue."""

    venue: str
    symbol: str
    volatility: Number | None = None
    volatility_ms: int | None = None
    order_book: BookRow | None = None
    insurance_fund: FundRow | None = None


def markets_of(rows: list[MarketRow], path: str) -> tuple[MarketData, ...]:
    """Return the markets of a file; raises SnapshotError naming the path."""
    seen: set[tuple[str, str]] = set()
    for index, row in enumerate(rows):
        key = (row.venue, row.symbol)
        if key in seen:
            one = "Expected each venue and symbol once"
            raise SnapshotError(f"{one}, got {' '.join(key)!r} again - at `{path}[{index}]`")
        seen.add(key)
    return tuple(_market(row, f"{path}[{index}]") for index, row in enumerate(rows))


def rows_of(markets: tuple[MarketData, ...]) -> list[MarketRow]:
    """Return the markets in the file's form."""
    return [
        MarketRow(
            venue=one.venue,
            symbol=one.symbol,
            volatility=_text(one.volatility),
            volatility_ms=one.volatility_ms,
            order_book=None if one.order_book is None else _book_row(one.order_book),
            insurance_fund=None if one.insurance_fund is None else _fund_row(one.insurance_fund),
        )
        for one in markets
    ]


def _market(row: MarketRow, path: str) -> MarketData:
    book, fund = row.order_book, row.insurance_fund
    return MarketData(
        venue=text(row.venue, f"{path}.venue"),
        symbol=text(row.symbol, f"{path}.symbol"),
        volatility=_volatility(row.volatility, f"{path}.volatility"),
        volatility_ms=maybe_moment(row.volatility_ms, f"{path}.volatility_ms"),
        order_book=None if book is None else _book(book, f"{path}.order_book"),
        insurance_fund=None
        if fund is None
        else InsuranceFund(
            balance=not_negative(fund.balance, f"{path}.insurance_fund.balance"),
            currency=text(fund.currency, f"{path}.insurance_fund.currency"),
            at_ms=moment(fund.at_ms, f"{path}.insurance_fund.at_ms"),
            week_ago=step(fund.week_ago, f"{path}.insurance_fund.week_ago"),
            earlier=step(fund.earlier, f"{path}.insurance_fund.earlier"),
            earlier_ms=maybe_moment(fund.earlier_ms, f"{path}.insurance_fund.earlier_ms"),
        ),
    )


def _volatility(value: Number | None, path: str) -> float | None:
    found = step(value, path)
    if found is not None and found > MOST_VOLATILITY:
        raise SnapshotError(
            f"Expected a fraction of the price in a year up to {MOST_VOLATILITY:g} (0.6 is 60%), got {value!r}"
            f" - at `{path}`"
        )
    return found


def _book(row: BookRow, path: str) -> OrderBook:
    bids, asks = _levels(row.bids, f"{path}.bids", falling=True), _levels(row.asks, f"{path}.asks", falling=False)
    if bids and asks and bids[0][0] > asks[0][0]:
        raise SnapshotError(
            f"Expected at most the best ask {asks[0][0]!r}, got {bids[0][0]!r}: the book is crossed - at `{path}.bids`"
        )
    return OrderBook(
        bids=bids,
        asks=asks,
        at_ms=moment(row.at_ms, f"{path}.at_ms"),
        daily_volume=step(row.daily_volume, f"{path}.daily_volume"),
    )


def _levels(rows: list[tuple[Number, Number]], path: str, *, falling: bool) -> tuple[tuple[float, float], ...]:
    found = [
        (positive(price, f"{path}[{index}][0]"), positive(size, f"{path}[{index}][1]"))
        for index, (price, size) in enumerate(rows)
    ]
    return tuple(sorted(found, reverse=falling))


def _book_row(book: OrderBook) -> BookRow:
    return BookRow(
        bids=[(repr(price), repr(size)) for price, size in book.bids],
        asks=[(repr(price), repr(size)) for price, size in book.asks],
        at_ms=book.at_ms,
        daily_volume=_text(book.daily_volume),
    )


def _fund_row(fund: InsuranceFund) -> FundRow:
    return FundRow(
        balance=repr(fund.balance),
        currency=fund.currency,
        at_ms=fund.at_ms,
        week_ago=_text(fund.week_ago),
        earlier=_text(fund.earlier),
        earlier_ms=fund.earlier_ms,
    )


def _text(value: float | None) -> str | None:
    return None if value is None else repr(value)
