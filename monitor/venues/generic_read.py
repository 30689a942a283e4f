"""How ccxt's unified structures become our nouns, for venues without a reader of their own. Pure.

ccxt derives figures that a venue does not tell, and their meaning differs from venue to venue. So little is taken:
what is essential must be there, `reported_*` is what ccxt says the venue says, and the account's mode is "portfolio":
nothing is recomputed from a wallet of which it is not known whether it holds the profit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import Account, Collateral, Position, PositionDraft, sealed
from monitor.venues.read import CANDLE_PRICE, OPEN_TIME, above_zero, number, number_or_none, price_or_none
from monitor.venues.venue import Candle

Row = Mapping[str, Any]
"""One of ccxt's unified structures."""

HOUR_S = {"1h": 1.0, "2h": 2.0, "4h": 4.0, "8h": 8.0}


def believe(rows: Sequence[Row], bodies: Sequence[str], *, is_list: bool, venue: str, what: str = "positions") -> None:
    """Refuse "there are none" unless the answer itself says so: ccxt makes [] of anything that it does not understand.

    Args:
        bodies: what the venue sent for the call.
        is_list: whether the venue answers with a list itself.

    Raises:
        VenueDataError: the answer has another shape, or holds no list of positions.
    """
    answers = [msgspec.json.decode(body) for body in bodies]
    if not answers:
        raise VenueDataError(tr("{venue}: nothing was answered about {what}", venue=venue, what=what))
    for answer in answers:
        if isinstance(answer, list) != is_list:
            raise VenueDataError(
                tr("{venue}: the answer about {what} is a {kind}", venue=venue, what=what, kind=type(answer).__name__)
            )
        if not rows and not _holds_list(answer):
            raise VenueDataError(tr("{venue}: the answer about {what} holds no list", venue=venue, what=what))


def _holds_list(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_holds_list(inner) for inner in value.values())
    return isinstance(value, list)


def open_rows(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that are positions.

    Raises:
        VenueDataError: a row without symbol or size, or one of size zero that is worth something.
    """
    found = []
    for row in rows:
        symbol = row.get("symbol")
        if not symbol:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="positions", field="symbol"))
        if number(row.get("contracts"), str(symbol), "contracts") != 0:
            found.append(row)
        elif any(number_or_none(row.get(field)) for field in ("notional", "unrealizedPnl", "liquidationPrice")):
            raise VenueDataError(tr("{symbol}: contracts is 0, and the position is worth something", symbol=symbol))
    return found


def told(row: Row, field: str, scale: float) -> float:
    """Return a figure that the venue itself told: ccxt computes sizes and prices that are missing from other fields.

    Args:
        scale: the contract's size; sizes may be told in coins.

    Raises:
        VenueDataError: it is missing, not above zero, or nowhere in what the venue sent.
    """
    symbol = str(row["symbol"])
    size = row.get(field)
    found = above_zero(abs(size) if isinstance(size, int | float) else size, symbol, field)
    for value in _numbers(row.get("info")):
        if any(math.isclose(abs(value), one, rel_tol=1e-9) for one in (found, found * scale, found / scale)):
            return found
    raise VenueDataError(
        tr("{symbol}: {field} {found:g} is not what the venue told", symbol=symbol, field=field, found=found)
    )


def _numbers(value: Any) -> Iterator[float]:
    """All numbers in what a venue sent."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _numbers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _numbers(inner)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        found = number_or_none(value)
        if found is not None:
            yield found


def read_position(row: Row, market: Row, mark: float | None, funding: Row | None, marked_ms: int) -> Position:
    """Return one open position.

    Args:
        mark: a price to stand in where the position itself has none.

    Raises:
        VenueDataError: "BTC/USDT:USDT: entryPrice is missing", and its kind.
    """
    symbol = str(row["symbol"])
    side, mode = row.get("side"), row.get("marginMode")
    if side not in ("long", "short"):
        raise VenueDataError(tr("{subject}: {field} is {value!r}", subject=symbol, field="side", value=side))
    if not market.get("contract") or not market.get("settle"):
        raise VenueDataError(tr("{symbol}: it is no contract", symbol=symbol))
    size = above_zero(market.get("contractSize"), symbol, "contractSize")  # ccxt guesses a row's own
    isolated = mode == "isolated"
    own_mark = price_or_none(row.get("markPrice"))
    precision = market.get("precision") or {}
    draft = PositionDraft(
        symbol=symbol,
        side="long" if side == "long" else "short",
        contracts=told(row, "contracts", size),
        contract_size=size,
        inverse=bool(market.get("inverse")),
        settle=str(market["settle"]),
        entry_price=told(row, "entryPrice", 1.0),
        mark_price=above_zero(mark if own_mark is None else own_mark, symbol, "markPrice"),
        margin_mode="isolated" if isolated else "cross",  # many do not tell; nothing is computed from it
        isolated_margin=price_or_none(row.get("collateral")) if isolated else None,
        leverage=price_or_none(row.get("leverage")),
        tick_size=price_or_none(precision.get("price")),
        lot_size=price_or_none(precision.get("amount")),
        bracket_unit="notional",
        bracket_scheme="whole_position",
        brackets=(),  # whether a venue's tiers are marginal is not known
        stops=None,  # see generic_stops.py
        funding_rate=None if funding is None else number_or_none(funding.get("fundingRate")),
        funding_interval_h=None if funding is None else HOUR_S.get(str(funding.get("interval"))),
        next_funding_ms=None if funding is None else _instant(funding.get("fundingTimestamp")),
        mark_ms=marked_ms,
        reported_liquidation_price=price_or_none(row.get("liquidationPrice")),
        reported_maintenance_margin=price_or_none(row.get("maintenanceMargin")),
        reported_initial_margin=price_or_none(row.get("initialMargin")),
        reported_unrealized_pnl=number_or_none(row.get("unrealizedPnl")),
        reported_adl_rank=None,
    )
    return sealed(draft)


def implied_mark(row: Row, market: Row) -> float | None:
    """Return the price at which a linear position's unrealised PnL would be what the venue told; None for inverse."""
    pnl, entry = number_or_none(row.get("unrealizedPnl")), price_or_none(row.get("entryPrice"))
    contracts, size = number_or_none(row.get("contracts")), price_or_none(market.get("contractSize"))
    if market.get("inverse") or pnl is None or entry is None or not contracts or size is None:
        return None
    return price_or_none(entry + (1 if row.get("side") == "long" else -1) * pnl / (abs(contracts) * size))


def _instant(value: Any) -> int | None:
    found = price_or_none(value)
    return None if found is None else int(found)


def read_account(
    *,
    account_id: str,
    venue: str,
    positions: Sequence[Position],
    balances: Sequence[Row],
    read_ms: int,
    latency_ms: int | None,
    clock_offset_ms: int | None,
) -> Account:
    """Return the account.

    Args:
        balances: unified balances of the contract wallets; together they must tell at least one currency.

    Raises:
        VenueDataError: no balance was told.
    """
    wallets = different(balances)
    totals: dict[str, float] = {}
    for wallet in wallets:
        for currency, total in amounts(wallet, "total").items():
            totals[currency] = totals.get(currency, 0.0) + total
    used = sum(sum(amounts(wallet, "used").values()) for wallet in wallets)
    told_free = any(amounts(wallet, "free") for wallet in wallets)
    if not totals and not told_free:  # dYdX tells only what is free
        raise VenueDataError(tr("{venue}: the balance holds no currency", venue=venue))
    hedged = {(position.symbol, position.side) for position in positions}
    both = len({symbol for symbol, _ in hedged}) < len(hedged)
    return Account(
        id=account_id,
        venue=venue,
        account_mode="portfolio",  # see above: nothing is recomputed
        position_mode="hedge" if both else None,  # one side alone tells nothing
        taker_fee_rate=None,
        collateral=tuple(
            Collateral(currency=currency, wallet_balance=total) for currency, total in totals.items() if total
        ),
        positions=tuple(positions),
        read_ms=read_ms,
        balance_agrees=bool(positions) or used <= 0,  # margin in use and no position: there may be one
        latency_ms=latency_ms,
        clock_offset_ms=clock_offset_ms,
    )


def amounts(balance: Row, kind: str) -> dict[str, float]:
    """The amounts of a kind ("total", "used", "free") that are known."""
    found = {currency: number_or_none(value) for currency, value in (balance.get(kind) or {}).items()}
    return {currency: value for currency, value in found.items() if value is not None}


def different(balances: Sequence[Row]) -> list[Row]:
    """Return balances without those that tell the same wallet again, where ccxt ignores which one is asked for."""
    found: list[Row] = []
    for balance in balances:
        totals = {currency: total for currency, total in amounts(balance, "total").items() if total}
        if not totals or totals not in [
            {currency: total for currency, total in amounts(one, "total").items() if total} for one in found
        ]:
            found.append(balance)
    return found


def read_candle(row: Sequence[Any], symbol: str) -> Candle:
    """Return a price bar.

    Raises:
        VenueDataError: it is cut short or holds no numbers.
    """
    if len(row) < 5:
        raise VenueDataError(tr("{symbol}: a candle has {count} fields", symbol=symbol, count=len(row)))
    first, high, low, last = (above_zero(value, symbol, CANDLE_PRICE) for value in row[1:5])
    return int(above_zero(row[0], symbol, OPEN_TIME)), first, high, low, last
