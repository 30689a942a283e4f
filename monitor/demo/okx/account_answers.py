"""Private answers of OKX's face about money and positions, from one account at one instant.

Pure: state and marks in, plain dicts and lists out. Sizes count contracts. An account is in futures mode (each currency
stands alone) or, where its spec says multi-assets, in multi-currency mode; its only currency is USDT, worth one dollar.
`cashBal` is the cross wallet, without profit and without isolated margin.

Source: OKX API v5, GET /account/balance and /account/positions, read 2026-10.
"""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

from monitor.demo.account import Account
from monitor.demo.margin import Pool, available, liquidation_prices, order_margin, pool_of
from monitor.demo.okx.contracts import Contract
from monitor.demo.okx.rules import OkxRules, printed_price
from monitor.demo.position import Position
from monitor.demo.text import money, plain, price, short

Row = dict[str, object]
Marks = Mapping[str, float]

ADL_STEPS = (0.0, 0.01, 0.05, 0.2, 0.5)  # of profit share times risk; the venue's rank depends on all other traders
_SILENT = (
    *("baseBal", "baseBorrowed", "baseInterest", "bizRefId", "bizRefType", "clSpotInUseAmt", "deltaBS", "deltaPA"),
    *("gammaBS", "gammaPA", "interest", "liab", "liabCcy", "maxSpotInUseAmt", "optVal", "pendingCloseOrdLiabVal"),
    *("posCcy", "quoteBal", "quoteBorrowed", "quoteInterest", "spotInUseAmt", "spotInUseCcy", "thetaBS", "thetaPA"),
    *("tradeId", "usdPx", "vegaBS", "vegaPA"),
)
_SILENT_MONEY = ("borrowFroz", "crossLiab", "interest", "isoLiab", "liab", "maxLoan", "notionalLever", "uplLiab")
_NO_MONEY = ("fixedBal", "rewardBal", "spotIsoBal", "stgyEq", "twap")
_FLAT = ("avgPx", "liqPx", "imr", "margin", "mgnRatio", "mmr", "upl", "notionalUsd", "lever", "markPx")


def positions(account: Account, marks: Marks, rules: OkxRules, now_ms: int) -> list[Row]:
    """Return the open positions."""
    found = liquidation_prices(account, marks)
    return [_row(account, one, found[one.key], marks, rules, now_ms) for one in account.positions.values()]


def _row(account: Account, position: Position, found: float | None, marks: Marks, rules: OkxRules, now_ms: int) -> Row:
    contract, mark = rules.contracts[position.symbol], marks[position.symbol]
    pool = pool_of(account, position)
    profit = position.pnl(mark)
    initial = rules.initial_margin(position, mark)
    liquidation = printed_price(position, found, contract.symbol.tick)
    row = _named(account, position, contract, now_ms) | {
        "pos": signed_count(account, position, contract),
        "availPos": short(contract.count(position.size), contract.digits),
        "avgPx": price(position.entry),
        "bePx": price(position.entry),
        "markPx": plain(mark, 8),
        "last": plain(mark, contract.symbol.price_digits),
        "idxPx": plain(mark, 8),
        "lever": str(position.leverage),
        "liqPx": "" if liquidation is None or liquidation <= 0 else price(liquidation),
        "imr": "" if position.isolated else short(initial, 8),
        "margin": money(position.isolated_wallet) if position.isolated else "",
        "mgnRatio": _ratio(pool, marks),
        "mmr": short(rules.maintenance(position, mark), 12),
        "notionalUsd": short(abs(position.size) * mark, 8),
        "upl": short(profit, 12),
        "uplRatio": short(profit / initial),
        "uplLastPx": short(profit, 12),
        "uplRatioLastPx": short(profit / initial),
        "adl": str(adl_rank(pool, position, marks)),
        "fee": "0",
        "fundingFee": "0",
        "liqPenalty": "0",
        "pnl": "0",
        "realizedPnl": "0",
        "closeOrderAlgo": [],
        "uTime": str(position.update_ms),
    }
    return row | dict.fromkeys(_SILENT, "")


def flat_row(account: Account, position: Position, contract: Contract, now_ms: int) -> Row:
    """Return how the streams tell of a position that is gone."""
    return dict.fromkeys(_FLAT, "") | _named(account, position, contract, now_ms) | {"pos": "0", "availPos": "0"}


def _named(account: Account, position: Position, contract: Contract, now_ms: int) -> Row:
    identifier = crc32(f"{account.label}:{position.symbol}:{position.position_side}".encode())
    return {
        "instId": contract.name,
        "instType": "SWAP",
        "mgnMode": "isolated" if position.isolated else "cross",
        "posId": str(identifier + 10**15),
        "posSide": side_name(account, position.position_side),
        "ccy": "USDT",
        "cTime": str(position.update_ms),
        "uTime": str(now_ms),
        "pTime": str(now_ms),
    }


def side_name(account: Account, position_side: str) -> str:
    """Return posSide: "net" in net mode, else "long" or "short"."""
    return position_side.lower() if account.is_hedged else "net"


def signed_count(account: Account, position: Position, contract: Contract) -> str:
    """Return `pos`: contracts, negative for a short in net mode only."""
    count = contract.count(position.size)
    return short(-count if position.size < 0 and not account.is_hedged else count, contract.digits)


def adl_rank(pool: Pool, position: Position, marks: Marks) -> int:
    """Return 0 (last in the queue) to 5 (first): profit share times risk, in fixed steps."""
    balance = max(1.0, pool.balance(marks))
    gained = max(0.0, position.pnl(marks[position.symbol])) / balance
    return sum(gained * pool.requirement(marks) / balance > step for step in ADL_STEPS)


def balance(account: Account, marks: Marks, rules: OkxRules, now_ms: int) -> Row:
    """Return the account's money."""
    detail = _detail(account, marks, rules, now_ms)
    value = sum(abs(one.size) * marks[one.symbol] for one in account.cross())
    of_all = {  # in multi-currency mode only
        "adjEq": detail["disEq"],
        "availEq": detail["availEq"],
        "borrowFroz": "0",
        "imr": detail["imr"] or "0",
        "mgnRatio": detail["mgnRatio"],
        "mmr": detail["mmr"] or "0",
        "notionalUsd": short(value, 8),
        "ordFroz": detail["ordFrozen"],
        "upl": detail["upl"],
    }
    row: Row = {
        "isoEq": detail["isoEq"],
        "totalEq": detail["eqUsd"],
        "uTime": detail["uTime"],
        "details": [detail],
    }
    return row | (of_all if account.spec.multi_assets else dict.fromkeys(of_all, ""))


def _detail(account: Account, marks: Marks, rules: OkxRules, now_ms: int) -> Row:
    """The account's USDT."""
    cross = account.cross()
    isolated = [one for one in account.positions.values() if one.isolated]
    profit = sum(one.pnl(marks[one.symbol]) for one in cross)
    own = sum(one.isolated_wallet + one.pnl(marks[one.symbol]) for one in isolated)
    used = sum(rules.initial_margin(one, marks[one.symbol]) for one in cross)
    frozen = order_margin(account)
    free = short(available(account, marks), 8)
    equity = short(account.wallet + profit + own, 8)
    needed = sum(rules.maintenance(one, marks[one.symbol]) for one in cross)
    row: Row = {
        "ccy": "USDT",
        "cashBal": money(account.wallet),
        "eq": equity,
        "eqUsd": equity,
        "disEq": short(account.wallet + profit, 8),
        "isoEq": short(own, 8),
        "isoUpl": short(sum(one.pnl(marks[one.symbol]) for one in isolated), 8),
        "upl": short(profit, 8),
        "availBal": free,
        "availEq": free,
        "frozenBal": short(used + frozen + own, 8),
        "ordFrozen": short(frozen, 8),
        "imr": short(used + frozen, 8) if cross else "",
        "mmr": short(needed, 12) if cross else "",
        "mgnRatio": _ratio(pool_of(account, cross[0]), marks) if cross else "",
        "collateralEnabled": True,
        "uTime": str(account.updated_ms or now_ms),
    }
    return row | dict.fromkeys(_SILENT_MONEY, "") | dict.fromkeys(_NO_MONEY, "0")


def _ratio(pool: Pool, marks: Marks) -> str:
    """mgnRatio: equity over maintenance margin and liquidation fee; 1 is where the pool falls."""
    return short(pool.balance(marks) / pool.requirement(marks), 14)
