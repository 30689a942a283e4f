"""Private answers of OKX's face about modes, rights, fees and leverage.

Source: OKX API v5, GET /account/config, /account/trade-fee, /account/leverage-info, read 2026-10.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zlib import crc32

from monitor.demo.account import Account
from monitor.demo.okx.contracts import Contract
from monitor.demo.okx.rules import OkxRules

Row = dict[str, object]

MAKER_FEE = 0.0002


def config(account: Account) -> Row:
    """Return the account's modes, and what its key may do."""
    rights = ["read_only"]
    if account.spec.can_trade:
        rights.append("trade")
    if account.spec.can_withdraw:
        rights.append("withdraw")
    number = str(crc32(account.label.encode()) + 10**17)
    return {
        "acctLv": "3" if account.spec.multi_assets else "2",
        "autoLoan": False,
        "ctIsoMode": "automatic",
        "enableSpotBorrow": False,
        "greeksType": "PA",
        "ip": "",
        "kycLv": "2",
        "label": account.label,
        "level": "Lv1",
        "levelTmp": "",
        "liquidationGear": "-1",
        "mainUid": number,
        "mgnIsoMode": "automatic",
        "opAuth": "0",
        "perm": ",".join(rights),
        "posMode": "long_short_mode" if account.is_hedged else "net_mode",
        "roleType": "0",
        "spotOffsetType": "",
        "stgyType": "0",
        "type": "0",
        "uid": number,
    }


def trade_fee(rules: OkxRules, kind: str, now_ms: int) -> Row:
    """Return the fees; what the account pays has a minus."""
    return {
        "category": "1",
        "delivery": "",
        "exercise": "",
        "instType": kind,
        "level": "Lv1",
        "maker": str(-MAKER_FEE),
        "makerU": str(-MAKER_FEE),
        "makerUSDC": "",
        "taker": str(-rules.taker_fee),
        "takerU": str(-rules.taker_fee),
        "takerUSDC": "",
        "ts": str(now_ms),
        "fiat": [],
    }


def leverage_info(account: Account, contract: Contract, mode: str) -> list[Row]:
    """Return the chosen leverage of a contract, per side where sides are held apart in isolated mode."""
    sides = ("long", "short") if account.is_hedged and mode == "isolated" else ("net",)
    leverage = str(account.leverages.get(contract.symbol.name, 20))
    return [{"instId": contract.name, "ccy": "", "mgnMode": mode, "posSide": side, "lever": leverage} for side in sides]


def tiers(contracts: Iterable[Contract], family: str) -> list[Row]:
    """Return the position tiers of a family, by contracts."""
    return [
        {
            "baseMaxLoan": "",
            "imr": f"{1 / tier.leverage:.6g}",
            "instFamily": contract.family,
            "instId": "",
            "maxLever": str(tier.leverage),
            "maxSz": f"{tier.most:.{contract.digits}f}",
            "minSz": f"{tier.least:.{contract.digits}f}",
            "mmr": f"{tier.rate:.10g}",
            "optMgnFactor": "0",
            "quoteMaxLoan": "",
            "quoteCcy": "",
            "tier": str(tier.number),
            "uly": contract.family,
        }
        for contract in contracts
        if contract.family == family
        for tier in contract.tiers
    ]


def by_family(contracts: Mapping[str, Contract]) -> dict[str, Contract]:
    """Return the contracts by OKX's family name."""
    return {contract.family: contract for contract in contracts.values()}
