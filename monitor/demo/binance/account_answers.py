"""Private answers of the demo exchange: the JSON bodies of Binance USDⓈ-M, from one account at one instant.

Pure: state and marks in, plain dicts and lists out. `liquidationPrice` is found by search (margin.py) and printed with
as many digits as 1e-9 of it needs; "0" where there is none.
"""

from __future__ import annotations

from collections.abc import Mapping

from monitor.demo import margin
from monitor.demo.account import Account
from monitor.demo.binance.config_answers import account_config, max_notional
from monitor.demo.position import Position
from monitor.demo.symbols import Symbol
from monitor.demo.text import money, plain, price

Row = dict[str, object]
Marks = Mapping[str, float]
Symbols = Mapping[str, Symbol]

ADL_STEPS = (0.0, 0.02, 0.1, 0.5)  # of the venue's ranking figure; its real quantiles depend on all other traders


# ---------------------------------------------------------------- positions


def position_risk(
    account: Account, marks: Marks, symbols: Symbols, *, version: int, symbol: str | None = None
) -> list[Row]:
    """Return positionRisk: v3 tells open positions, v2 also a flat row per other symbol."""
    searched = margin.liquidation_prices(account, marks)
    rows = [
        _risk_row(account, position, searched[position.key], marks, symbols, version)
        for position in account.positions.values()
        if symbol in (None, position.symbol)
    ]
    if version == 2:
        held = {position.symbol for position in account.positions.values()}
        names = [name for name in symbols if name not in held and symbol in (None, name)]
        rows += [_flat_row(account, name, marks, symbols) for name in names]
    return rows


def _risk_row(
    account: Account, position: Position, liquidation: float | None, marks: Marks, symbols: Symbols, version: int
) -> Row:
    mark = marks[position.symbol]
    pnl = position.pnl(mark)
    initial = money(account.rules.initial_margin(position, mark))
    row: Row = {
        "symbol": position.symbol,
        "positionSide": position.position_side,
        "positionAmt": plain(position.size, symbols[position.symbol].step_digits),
        "entryPrice": price(position.entry),
        "breakEvenPrice": price(position.entry),
        "markPrice": plain(mark, 8),
        "unRealizedProfit": money(pnl),
        "liquidationPrice": price(liquidation),
        "isolatedMargin": money(position.isolated_wallet + pnl) if position.isolated else "0",
        "notional": money(position.size * mark),
        "marginAsset": "USDT",
        "isolatedWallet": money(position.isolated_wallet) if position.isolated else "0",
        "initialMargin": initial,
        "maintMargin": money(account.rules.requirement((position,), mark)),
        "positionInitialMargin": initial,
        "openOrderInitialMargin": "0",
        "adl": adl_rank(account, position, marks),
        "bidNotional": "0",
        "askNotional": "0",
        "updateTime": position.update_ms,
    }
    return row if version == 3 else row | _v2_extra(account, position.symbol, position.leverage, symbols)


def _v2_extra(account: Account, symbol: str, leverage: int, symbols: Symbols) -> Row:
    return {
        "leverage": str(leverage),
        "maxNotionalValue": max_notional(symbols[symbol], leverage),
        "marginType": "isolated" if symbol in account.isolated_symbols else "cross",
        "isAutoAddMargin": "false",
    }


def _flat_row(account: Account, symbol: str, marks: Marks, symbols: Symbols) -> Row:
    zero = "0"
    row: Row = {
        "symbol": symbol,
        "positionSide": "BOTH",
        "positionAmt": plain(0.0, symbols[symbol].step_digits),
        "entryPrice": "0.0",
        "breakEvenPrice": "0.0",
        "markPrice": plain(marks[symbol], 8),
        "unRealizedProfit": "0.00000000",
        "liquidationPrice": zero,
        "isolatedMargin": "0.00000000",
        "notional": zero,
        "isolatedWallet": zero,
        "updateTime": 0,
    }
    return row | _v2_extra(account, symbol, account.leverages.get(symbol, 20), symbols)


def adl_rank(account: Account, position: Position, marks: Marks) -> int:
    """Return 0 (last in the queue) to 4 (first): profit share times margin ratio, in fixed steps.

    Source: dev.binance.vision 17801: PnL% = max(0, uPnL) / max(1, wallet), times maintenance over margin balance.
    """
    pool = margin.pool_of(account, position)
    gained = max(0.0, position.pnl(marks[position.symbol])) / max(1.0, pool.wallet)
    balance = pool.balance(marks)
    ratio = pool.requirement(marks) / balance if balance > 0 else 1.0
    return sum(gained * ratio > step for step in ADL_STEPS)


def adl_quantile(account: Account, marks: Marks, symbol: str | None) -> list[Row]:
    """Return adlQuantile: per symbol the rank of each side; hedged cross positions carry a HEDGE marker."""
    rows: dict[str, dict[str, int]] = {}
    for position in account.positions.values():
        if symbol in (None, position.symbol):
            sides = rows.setdefault(position.symbol, {})
            sides[position.position_side] = adl_rank(account, position, marks)
    for name, sides in rows.items():
        if "BOTH" not in sides and name not in account.isolated_symbols:
            both = max(sides.values())
            rows[name] = {"LONG": both, "SHORT": both, "HEDGE": 0}
    return [{"symbol": name, "adlQuantile": sides} for name, sides in rows.items()]


# ---------------------------------------------------------------- balances


def account(account: Account, marks: Marks, symbols: Symbols, *, version: int) -> Row:
    """Return account information: totals, the USDT asset and the open positions."""
    totals = _totals(account, marks)
    body: Row = {
        "totalInitialMargin": totals["initialMargin"],
        "totalMaintMargin": totals["maintMargin"],
        "totalWalletBalance": totals["walletBalance"],
        "totalUnrealizedProfit": totals["unrealizedProfit"],
        "totalMarginBalance": totals["marginBalance"],
        "totalPositionInitialMargin": totals["positionInitialMargin"],
        "totalOpenOrderInitialMargin": totals["openOrderInitialMargin"],
        "totalCrossWalletBalance": totals["crossWalletBalance"],
        "totalCrossUnPnl": totals["crossUnPnl"],
        "availableBalance": totals["availableBalance"],
        "maxWithdrawAmount": totals["maxWithdrawAmount"],
        "assets": [{"asset": "USDT", **totals, "updateTime": account.updated_ms}],
        "positions": [
            _account_row(account, position, marks, symbols, version) for position in account.positions.values()
        ],
    }
    if version == 2:
        body = account_config(account) | body
    return body


def _totals(account: Account, marks: Marks) -> dict[str, str]:
    held = list(account.positions.values())
    gained = sum(position.pnl(marks[position.symbol]) for position in held)
    cross_gained = sum(position.pnl(marks[position.symbol]) for position in account.cross())
    initial = sum(account.rules.initial_margin(position, marks[position.symbol]) for position in held)
    required = sum(account.rules.requirement((position,), marks[position.symbol]) for position in held)
    resting = margin.order_margin(account)
    wallet = account.wallet_balance()
    free = money(margin.available(account, marks))
    return {
        "walletBalance": money(wallet),
        "unrealizedProfit": money(gained),
        "marginBalance": money(wallet + gained),
        "maintMargin": money(required),
        "initialMargin": money(initial + resting),
        "positionInitialMargin": money(initial),
        "openOrderInitialMargin": money(resting),
        "crossWalletBalance": money(account.wallet),
        "crossUnPnl": money(cross_gained),
        "availableBalance": free,
        "maxWithdrawAmount": free,
    }


def _account_row(account: Account, position: Position, marks: Marks, symbols: Symbols, version: int) -> Row:
    mark = marks[position.symbol]
    initial = money(account.rules.initial_margin(position, mark))
    row: Row = {
        "symbol": position.symbol,
        "positionSide": position.position_side,
        "positionAmt": plain(position.size, symbols[position.symbol].step_digits),
        "unrealizedProfit": money(position.pnl(mark)),
        "isolatedMargin": money(position.isolated_wallet + position.pnl(mark)) if position.isolated else "0",
        "notional": money(position.size * mark),
        "isolatedWallet": money(position.isolated_wallet) if position.isolated else "0",
        "initialMargin": initial,
        "maintMargin": money(account.rules.requirement((position,), mark)),
        "updateTime": position.update_ms,
    }
    if version == 2:
        row |= {
            "positionInitialMargin": initial,
            "openOrderInitialMargin": "0",
            "leverage": str(position.leverage),
            "isolated": position.isolated,
            "entryPrice": price(position.entry),
            "breakEvenPrice": price(position.entry),
            "maxNotional": max_notional(symbols[position.symbol], position.leverage),
            "bidNotional": "0",
            "askNotional": "0",
        }
    return row


def balance(account: Account, marks: Marks) -> list[Row]:
    """Return the futures balance, one row per asset."""
    totals = _totals(account, marks)
    kept = ("crossWalletBalance", "crossUnPnl", "availableBalance", "maxWithdrawAmount")
    row: Row = {"accountAlias": "DEMO", "asset": "USDT", "balance": totals["walletBalance"]}
    row |= {name: totals[name] for name in kept}
    return [row | {"marginAvailable": True, "updateTime": account.updated_ms}]
