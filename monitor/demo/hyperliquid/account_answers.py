"""Answers of Hyperliquid's face about an address: its positions, money, orders, fees.

Pure: state and marks in, plain dicts and lists out. Money is USDC, sizes are in coin, numbers are strings with at least
one decimal. `rawUsd` is what a position holds in money, the value of what was bought taken out (added for a short).

Source: Hyperliquid docs, "Info endpoint", "Perpetuals", read 2026-10.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitor.demo.account import Account
from monitor.demo.hyperliquid.contracts import Contract, five_digits
from monitor.demo.hyperliquid.rules import HyperliquidRules
from monitor.demo.margin import liquidation_prices
from monitor.demo.position import Order, Position
from monitor.demo.text import plain, price, short

Row = dict[str, object]
Marks = Mapping[str, float]
Contracts = Mapping[str, Contract]

SLIPPAGE = 0.08  # of a market order behind a trigger
LEAST_TRANSFER_MARGIN = 0.1  # of the value, however high the leverage
MAKER_FEE = 0.00015


def state(account: Account | None, marks: Marks, rules: HyperliquidRules, now_ms: int) -> Row:
    """Return clearinghouseState; an address that holds nothing gets zeros."""
    held = list(account.positions.values()) if account is not None else []
    found = liquidation_prices(account, marks) if account is not None else {}
    cross = [one for one in held if not one.isolated]
    wallet = account.wallet if account is not None else 0.0
    value = wallet + _profit(cross, marks)
    isolated = sum(one.isolated_wallet + one.pnl(marks[one.symbol]) for one in held if one.isolated)
    needed = sum(rules.requirement([one], marks[one.symbol]) for one in cross)
    return {
        "marginSummary": _summary(held, marks, rules, value + isolated),
        "crossMarginSummary": _summary(cross, marks, rules, value),
        "crossMaintenanceMarginUsed": amount(needed),
        "withdrawable": amount(withdrawable(wallet, cross, marks, rules)),
        "assetPositions": [
            {"type": "oneWay", "position": position_row(one, marks, rules, found[one.key])} for one in held
        ],
        "time": now_ms,
    }


def withdrawable(wallet: float, cross: Iterable[Position], marks: Marks, rules: HyperliquidRules) -> float:
    """Return what may be taken away: what is not initial margin, nor a tenth of the value [USDC]."""
    rows = list(cross)
    used = sum(rules.initial_margin(one, marks[one.symbol]) for one in rows)
    value = sum(abs(one.size) * marks[one.symbol] for one in rows)
    return max(0.0, wallet + _profit(rows, marks) - max(used, LEAST_TRANSFER_MARGIN * value))


def position_row(position: Position, marks: Marks, rules: HyperliquidRules, found: float | None) -> Row:
    """Return one position.

    Args:
        found: where its pool falls, by search; None where it cannot.
    """
    mark, contract = marks[position.symbol], rules.contracts[position.symbol]
    profit = position.pnl(mark)
    raw = position.isolated_wallet - position.size * position.entry
    used = position.isolated_wallet + profit if position.isolated else rules.initial_margin(position, mark)
    leverage: Row = {"type": "isolated" if position.isolated else "cross", "value": position.leverage}
    if position.isolated:
        leverage["rawUsd"] = amount(raw)
    return {
        "coin": contract.name,
        "szi": short(position.size, contract.symbol.step_digits, least=1),
        "leverage": leverage,
        "entryPx": trimmed(price(position.entry)),
        "positionValue": amount(abs(position.size) * mark),
        "unrealizedPnl": amount(profit),
        "returnOnEquity": amount(profit / (abs(position.size) * position.entry / position.leverage)),
        "liquidationPx": None if found is None else trimmed(price(found)),
        "marginUsed": amount(used),
        "maxLeverage": contract.leverage,
        "cumFunding": {"allTime": "0.0", "sinceOpen": "0.0", "sinceChange": "0.0"},
    }


def _summary(rows: Iterable[Position], marks: Marks, rules: HyperliquidRules, value: float) -> Row:
    held = list(rows)
    used = sum(
        one.isolated_wallet + one.pnl(marks[one.symbol])
        if one.isolated
        else rules.initial_margin(one, marks[one.symbol])
        for one in held
    )
    return {
        "accountValue": amount(value),
        "totalNtlPos": amount(sum(abs(one.size) * marks[one.symbol] for one in held)),
        "totalRawUsd": amount(value - sum(one.size * marks[one.symbol] for one in held)),
        "totalMarginUsed": amount(used),
    }


def _profit(rows: Iterable[Position], marks: Marks) -> float:
    return sum(one.pnl(marks[one.symbol]) for one in rows)


# ---------------------------------------------------------------- orders


def orders(account: Account | None, contracts: Contracts) -> list[Row]:
    """Return frontendOpenOrders, newest first."""
    rows = [order_row(one, contracts[one.symbol]) for one in account.orders.values()] if account is not None else []
    return rows[::-1]


def order_row(order: Order, contract: Contract) -> Row:
    """Return a limit order, or a trigger that closes at market; all triggers watch the mark."""
    limit = order.kind == "LIMIT"
    kind = {"LIMIT": "Limit", "STOP_MARKET": "Stop Market", "TAKE_PROFIT_MARKET": "Take Profit Market"}[order.kind]
    worst = 1.0 + SLIPPAGE if order.side == "BUY" else 1.0 - SLIPPAGE
    digits = contract.symbol.step_digits
    size = short(order.size or 0.0, digits, least=1)
    level = five_digits(order.level, digits)
    return {
        "coin": contract.name,
        "side": "B" if order.side == "BUY" else "A",
        "limitPx": level if limit else five_digits(order.level * worst, digits),
        "sz": size,
        "oid": order.id,
        "timestamp": order.created_ms,
        "triggerCondition": "N/A" if limit else f"Price {'above' if order.waits_for_rise else 'below'} {level}",
        "isTrigger": not limit,
        "triggerPx": "0.0" if limit else level,
        "children": [],
        "isPositionTpsl": order.size is None,
        "reduceOnly": order.reduce_only,
        "orderType": kind,
        "origSz": size,
        "tif": "Gtc" if limit else None,
        "cloid": None,
    }


def plain_orders(account: Account | None, contracts: Contracts) -> list[Row]:
    """Return openOrders: the same without what a front end needs."""
    names = ("coin", "side", "limitPx", "sz", "oid", "timestamp", "origSz", "reduceOnly")
    return [{name: row[name] for name in names} for row in orders(account, contracts)]


def fees(rules: HyperliquidRules) -> Row:
    """Return userFees."""
    return {
        "dailyUserVlm": [],
        "feeSchedule": {"cross": str(rules.taker_fee), "add": plain(MAKER_FEE, 5)},
        "userCrossRate": str(rules.taker_fee),
        "userAddRate": plain(MAKER_FEE, 5),
        "userSpotCrossRate": "0.0007",
        "userSpotAddRate": "0.0004",
        "activeReferralDiscount": "0.0",
        "trial": None,
        "feeTrialReward": "0.0",
        "nextTrialAvailableTimestamp": None,
        "stakingLink": None,
        "activeStakingDiscount": {"bpsOfMaxSupply": "0.0", "discount": "0.0"},
    }


def amount(value: float) -> str:
    """Return money: eight decimals at most, one at least."""
    return short(value, 8, least=1)


def trimmed(text: str) -> str:
    """Return a number without its trailing zeros, but for one."""
    whole, _, fraction = text.partition(".")
    return f"{whole}.{fraction.rstrip('0') or '0'}"
