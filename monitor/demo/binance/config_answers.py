"""Private answers about modes, rights and tiers: how the account is set up, and what its key may do.

Pure: state in, plain dicts and lists out, as Binance USDⓈ-M writes them.
"""

from __future__ import annotations

from collections.abc import Mapping

from monitor.demo.account import Account
from monitor.demo.symbols import Symbol

Row = dict[str, object]
Symbols = Mapping[str, Symbol]


def max_notional(symbol: Symbol, leverage: int) -> str:
    """Return the largest notional that a leverage allows, as text [quote]."""
    allowed = [
        cap for cap, most in zip(symbol.schedule.caps, symbol.schedule.leverages, strict=True) if most >= leverage
    ]
    return str(int(max(allowed, default=symbol.schedule.caps[0])))


def account_config(account: Account) -> Row:
    """Return the account's modes and rights."""
    return {
        "feeTier": 0,
        "canTrade": account.spec.can_trade,
        "canDeposit": True,
        "canWithdraw": account.spec.can_withdraw,
        "dualSidePosition": account.is_hedged,
        "updateTime": 0,
        "multiAssetsMargin": account.spec.multi_assets,
        "tradeGroupId": -1,
    }


def symbol_config(account: Account, symbols: Symbols, symbol: str | None) -> list[Row]:
    """Return margin mode and leverage per symbol."""
    return [
        {
            "symbol": name,
            "marginType": "ISOLATED" if name in account.isolated_symbols else "CROSSED",
            "isAutoAddMargin": False,
            "leverage": account.leverages.get(name, 20),
            "maxNotionalValue": max_notional(contract, account.leverages.get(name, 20)),
        }
        for name, contract in symbols.items()
        if symbol in (None, name)
    ]


def api_restrictions(account: Account) -> Row:
    """Return what the account's key may do; the demo's keys only read."""
    return {
        "ipRestrict": False,
        "createTime": 1_577_836_800_000,
        "enableReading": True,
        "enableWithdrawals": account.spec.can_withdraw,
        "enableInternalTransfer": False,
        "enableMargin": False,
        "enableFutures": account.spec.can_trade,
        "permitsUniversalTransfer": False,
        "enableVanillaOptions": False,
        "enableFixApiTrade": False,
        "enableFixReadOnly": False,
        "enableSpotAndMarginTrading": False,
        "enablePortfolioMarginTrading": False,
    }


def leverage_brackets(symbols: Symbols, symbol: str | None) -> list[Row]:
    """Return the maintenance tiers per symbol."""
    return [
        {"symbol": name, "notionalCoef": 1.0, "brackets": _brackets(contract)}
        for name, contract in symbols.items()
        if symbol in (None, name)
    ]


def _brackets(contract: Symbol) -> list[Row]:
    schedule = contract.schedule
    columns = zip(schedule.floors, schedule.caps, schedule.rates, schedule.leverages, schedule.deductions, strict=True)
    return [
        {
            "bracket": number,
            "initialLeverage": leverage,
            "notionalCap": int(cap),
            "notionalFloor": int(floor),
            "maintMarginRatio": rate,
            "cum": deduction,
        }
        for number, (floor, cap, rate, leverage, deduction) in enumerate(columns, start=1)
    ]
