"""Private answers of the Bybit face about what an account holds: positions, wallet, modes, rights.

Pure: state and marks in, v5's dicts and lists out. `liqPrice` is found by search (margin.py) and rounded to the tick
towards the earlier liquidation, as Bybit does; rates are cut to 4 decimals. In isolated margin mode the account-wide
figures are "".
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor

from monitor.demo import margin
from monitor.demo.account import Account
from monitor.demo.bybit.market_answers import highest_price, risk_limit_of
from monitor.demo.position import Position
from monitor.demo.symbols import Symbol
from monitor.demo.text import money, plain, price

Row = dict[str, object]
Marks = Mapping[str, float]

INDEX = {"BOTH": 0, "LONG": 1, "SHORT": 2}  # positionIdx
ADL_STEPS = (0.0, 0.02, 0.1, 0.5)  # of profit share times rate; Bybit's real ranks depend on all other traders
ACCOUNT_WIDE = (
    "totalWalletBalance",
    "totalMarginBalance",
    "totalPerpUPL",
    "totalInitialMargin",
    "totalMaintenanceMargin",
    "totalAvailableBalance",
    "accountIMRate",
    "accountMMRate",
)
_HAIR = 1e-6  # of a tick: a price that lies on a tick stays on it


def is_isolated(account: Account) -> bool:
    """Tell whether the account is in isolated margin mode."""
    held = account.positions.values()
    return any(one.isolated for one in held) or any(one.margin_mode == "isolated" for one in account.spec.positions)


# ---------------------------------------------------------------- positions


def positions(account: Account, marks: Marks, symbol: str | None) -> list[Row]:
    """Return the open positions; of a symbol that was named also its flat row."""
    searched = margin.liquidation_prices(account, marks)
    required = maintenance(account, marks)
    rows = [
        position_row(account, position, marks, required[position.key], searched[position.key])
        for position in account.positions.values()
        if symbol in (None, position.symbol)
    ]
    return rows if rows or symbol is None else [flat_row(account, symbol)]


def maintenance(account: Account, marks: Marks) -> dict[tuple[str, str], float]:
    """Return each position's part of its pool's requirement, by its key.

    The larger leg of a hedge carries the margin of what is open on balance, each leg its own fee; equal legs carry
    half of all each.
    """
    found: dict[tuple[str, str], float] = {}
    for pool in margin.pools(account):
        for symbol, legs in pool.legs().items():
            whole = pool.rules.requirement(legs, marks[symbol])
            smaller = sorted(legs, key=lambda leg: abs(leg.size))[: len(legs) - 1]
            for leg in smaller:
                nothing = pool.rules.requirement((leg,), 0.0)  # its fee alone
                equal = any(abs(other.size) == abs(leg.size) for other in legs if other is not leg)
                found[leg.key] = whole / 2 if equal else nothing
                whole -= found[leg.key]
            largest = next(leg for leg in legs if leg not in smaller)
            found[largest.key] = whole
    return found


def position_row(account: Account, position: Position, marks: Marks, required: float, liquidation: float | None) -> Row:
    """Return a row of position/list."""
    contract = account.rules.symbols[position.symbol]
    mark = marks[position.symbol]
    value = abs(position.size) * position.entry
    initial = account.rules.initial_margin(position, mark)
    risk_id, risk_limit = risk_limit_of(contract, abs(position.size) * mark)
    stamp = str(position.update_ms)
    return {
        "positionIdx": INDEX[position.position_side],
        "riskId": risk_id,
        "riskLimitValue": risk_limit,
        "symbol": position.symbol,
        "side": "Buy" if position.size > 0 else "Sell",
        "size": plain(abs(position.size), contract.step_digits),
        "avgPrice": price(position.entry),
        "positionValue": money(value),
        "tradeMode": 0,
        "positionStatus": "Normal",
        "autoAddMargin": 0,
        "adlRankIndicator": adl_rank(account, position, marks),
        "leverage": str(position.leverage),
        "positionBalance": money(position.isolated_wallet if position.isolated else initial),
        "markPrice": plain(mark, 8),
        "liqPrice": liquidation_text(contract, position, liquidation),
        "bustPrice": "",
        "positionMM": money(required),
        "positionIM": money(initial),
        "positionMMByMp": money(required),
        "positionIMByMp": money(initial),
        "tpslMode": "Full",
        "takeProfit": "",
        "stopLoss": "",
        "trailingStop": "0",
        "unrealisedPnl": money(position.pnl(mark)),
        "curRealisedPnl": "0",
        "cumRealisedPnl": "0",
        "seq": position.update_ms,
        "isReduceOnly": False,
        "mmrSysUpdatedTime": "",
        "leverageSysUpdatedTime": "",
        "sessionAvgPrice": "",
        "createdTime": stamp,
        "updatedTime": stamp,
    }


def liquidation_text(contract: Symbol, position: Position, liquidation: float | None) -> str:
    """Return the liquidation price on the tick at which it comes first; "" outside the contract's price band."""
    if liquidation is None or not contract.tick < liquidation < highest_price(contract):
        return ""
    ticks = liquidation / contract.tick
    rounded = ceil(ticks - _HAIR) if position.size > 0 else floor(ticks + _HAIR)
    return plain(rounded * contract.tick, contract.price_digits)


def flat_row(account: Account, symbol: str) -> Row:
    """Return the row of a symbol without a position."""
    contract = account.rules.symbols[symbol]
    risk_id, risk_limit = risk_limit_of(contract, 0.0)
    empty = ("avgPrice", "positionValue", "positionBalance", "markPrice", "liqPrice", "bustPrice", "positionMM")
    return {
        **dict.fromkeys((*empty, "positionIM", "unrealisedPnl", "createdTime", "updatedTime", "side"), ""),
        "positionIdx": 0,
        "riskId": risk_id,
        "riskLimitValue": risk_limit,
        "symbol": symbol,
        "size": "0",
        "tradeMode": 0,
        "positionStatus": "",
        "autoAddMargin": 0,
        "adlRankIndicator": 0,
        "leverage": str(account.leverages.get(symbol, 10)),
        "tpslMode": "Full",
        "seq": -1,
        "isReduceOnly": False,
    }


def adl_rank(account: Account, position: Position, marks: Marks) -> int:
    """Return 1 (last in the queue) to 5 (first), in fixed steps of profit share times rate."""
    pool = margin.pool_of(account, position)
    gained = max(0.0, position.pnl(marks[position.symbol])) / max(1.0, pool.wallet)
    balance = pool.balance(marks)
    rate = pool.requirement(marks) / balance if balance > 0 else 1.0
    return 1 + sum(gained * rate > step for step in ADL_STEPS)


# ---------------------------------------------------------------- wallet


def wallet(account: Account, marks: Marks) -> Row:
    """Return the unified account of wallet-balance: totals in USD, and its one coin, which is worth a dollar."""
    held = list(account.positions.values())
    gained = sum(position.pnl(marks[position.symbol]) for position in held)
    initial = sum(account.rules.initial_margin(position, marks[position.symbol]) for position in held)
    required = sum(maintenance(account, marks).values())
    balance = account.wallet_balance()
    return {
        "accountType": "UNIFIED",
        "accountLTV": "",
        "totalEquity": money(balance + gained),
        **_account_wide(account, balance, gained, initial, required, margin.available(account, marks)),
        "coin": [_coin(account, balance, gained, initial, required)],
    }


def _account_wide(account: Account, balance: float, gained: float, initial: float, required: float, free: float) -> Row:
    if is_isolated(account):
        return dict.fromkeys(ACCOUNT_WIDE, "")
    total = balance + gained
    resting = margin.order_margin(account)
    figures = [money(figure) for figure in (balance, total, gained, initial + resting, required, free)]
    return dict(zip(ACCOUNT_WIDE, [*figures, rate(initial + resting, total), rate(required, total)], strict=True))


def rate(part: float, whole: float) -> str:
    """Return a rate, cut to 4 decimals as Bybit does; where nothing is left it is as high as Bybit prints it."""
    return "9999.9999" if whole <= 0 < part else f"{floor(part / whole * 1e4) / 1e4 if part else 0.0:.4f}"


def _coin(account: Account, balance: float, gained: float, initial: float, required: float) -> Row:
    return {
        "coin": "USDT",
        "equity": money(balance + gained),
        "usdValue": money(balance + gained),
        "walletBalance": money(balance),
        "unrealisedPnl": money(gained),
        "cumRealisedPnl": "0",
        "totalOrderIM": money(margin.order_margin(account)),
        "totalPositionIM": money(initial),
        "totalPositionMM": money(required),
        "locked": "0",
        "borrowAmount": "0",
        "accruedInterest": "0",
        "bonus": "0",
        "spotHedgingQty": "0",
        "availableToWithdraw": "",
        "availableToBorrow": "",
        "marginCollateral": True,
        "collateralSwitch": True,
    }


# ---------------------------------------------------------------- modes and rights


def account_info(account: Account) -> Row:
    """Return the account's modes."""
    return {
        "marginMode": "ISOLATED_MARGIN" if is_isolated(account) else "REGULAR_MARGIN",
        "updatedTime": str(account.updated_ms),
        "unifiedMarginStatus": 6,
        "dcpStatus": "OFF",
        "timeWindow": 10,
        "smpGroup": 0,
        "isMasterTrader": False,
        "spotHedgingStatus": "OFF",
    }


def fee_rates(account: Account, symbol: str | None) -> list[Row]:
    """Return the fees per symbol."""
    fee = f"{account.rules.taker_fee:.5f}"
    names = account.rules.symbols if symbol is None else [symbol]
    return [{"symbol": name, "takerFeeRate": fee, "makerFeeRate": "0.0002"} for name in names]


def api_key(account: Account) -> Row:
    """Return what the account's key may do; the demo's keys only read."""
    nothing: dict[str, list[str]] = {"Spot": [], "Options": [], "CopyTrading": [], "BlockTrade": [], "Exchange": []}
    trades = account.spec.can_trade
    return {
        "id": "13770661",
        "note": "demo",
        "apiKey": account.keys.api_key,
        "readOnly": 0 if trades or account.spec.can_withdraw else 1,
        "secret": "",
        "permissions": {
            **nothing,
            "ContractTrade": ["Order", "Position"],
            "Derivatives": ["DerivativesTrade"],
            "Wallet": ["Withdraw"] if account.spec.can_withdraw else [],
        },
        "ips": ["*"],
        "type": 1,
        "deadlineDay": 83,
        "expiredAt": "2036-12-15T03:21:05Z",
        "createdAt": "2020-01-01T00:00:00Z",
        "unified": 0,
        "uta": 1,
        "userID": 24_600_000,
        "inviterID": 0,
        "isMaster": True,
    }
