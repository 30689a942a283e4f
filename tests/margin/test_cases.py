"""Every worked case of cases.json that states something the engine computes, by its id and at its own tolerance.

A reader turns a case's inputs into an account (or calls the venue's own pure function) and returns the figures by the
names that the case expects. What the engine does not compute stands in SKIPPED with the reason.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from monitor.margin import bitget, brackets, bybit, deribit, dydx, gate, htx, hyperliquid, kucoin, money, okx, phemex
from monitor.model import Account, Bracket, Collateral, Position
from monitor.risk.report import RiskReport, assess
from tests.build import account, flat_bracket, position

Case = dict[str, Any]
Figures = dict[str, Any]
CASES: list[Case] = json.loads((Path(__file__).parent / "cases.json").read_text())
BEFORE_2025 = 1_700_000_000_000

SKIPPED = {
    "ccxt_binance_cross": "ccxt's own quirk; the engine never reads its unified ratio",
    "hl_pm_borrow": "borrowing power is not a figure of the engine",
    "hl_adl": "the ADL index is not a margin figure",
    "kucoin_adl_rr": "the ADL return is not a margin figure",
    "deribit_available": "available funds are the venue's own figure",
    "kucoin_cross_risk": "the example is made of resting orders, which a snapshot does not hold",
    "phemex_old": "the USD-settled contracts are closed",
    "ratio": "two published rates divided; nothing is computed",
    "dydx_spread": "the auction's largest spread is not a figure of the engine",
}


def number(case: Case, name: str, default: float = math.nan) -> float:
    value = case["inputs"].get(name, default)
    return float(value)


def side(value: Any) -> str:
    return "long" if int(value) > 0 else "short"


def judge(owner: Account, at_ms: int | None = None) -> RiskReport:
    return assess((owner,), rescue_distance=0.1, at_ms=at_ms)


def owner(venue: str, *rows: Position, wallet: float = 0.0, settle: str = "USDT", **changes: Any) -> Account:
    held = changes.pop("collateral", (Collateral(currency=settle, wallet_balance=wallet),))
    return account(*rows, venue=venue, collateral=held, **changes)


def leg(**changes: Any) -> Position:
    mark = changes.get("mark_price") or changes.get("entry_price")
    return position(**{"tick_size": None, "mark_price": mark, "symbol": "X/USDT:USDT", **changes})


def coin(**changes: Any) -> Position:
    return leg(symbol="BTC/USD:BTC", settle="BTC", inverse=True, **changes)


def isolated(margin: float, **changes: Any) -> dict[str, Any]:
    return {"margin_mode": "isolated", "isolated_margin": margin, **changes}


def pool_of(venue: str, need: float, equity: float, *, initial: float = 1.0, **changes: Any) -> Account:
    """An account whose one pool requires `need` and has `equity`: a position of value 1000 at any rate."""
    row = leg(contracts=1_000.0, entry_price=1.0, leverage=1_000.0 / initial, brackets=flat_bracket(need / 1_000.0))
    return owner(venue, row, wallet=equity, **changes)


def tiers(rows: list[dict[str, Any]], rate: str = "mmr") -> tuple[Bracket, ...]:
    return tuple(
        Bracket(floor=float(row["floor"]), rate=float(row[rate]), deduction=float(row.get("cum") or 0.0))
        for row in rows
    )


# ---------------------------------------------------------------- Binance


def binance_lp(case: Case) -> Figures:
    inputs = case["inputs"]
    multi = case["margin_mode"] == "cross_multi_assets"
    alone = case["margin_mode"] == "isolated"
    wallet = number(case, "wallet_balance")
    rows = [
        leg(
            side=side(entry["side"]),
            contracts=float(entry["qty"]),
            entry_price=float(entry["entry"]),
            mark_price=float(inputs.get("mark", entry["entry"])),
            brackets=flat_bracket(float(entry["mmr"]), float(entry["cum"])),
            **(isolated(wallet) if alone else {}),
        )
        for entry in inputs["legs"]
    ]
    held = (Collateral(currency="USDT", wallet_balance=wallet, index_price=1.0, bid=1.0, ask=1.0),) if multi else None
    mode = "multi_currency" if multi else "single_currency"
    made = owner("binanceusdm", *rows, wallet=wallet, account_mode=mode, **({"collateral": held} if held else {}))
    return {"liquidation_price": judge(made).positions[0].liquidation_price}


def binance_tiered(case: Case) -> Figures:
    row = leg(
        side=side(number(case, "side")),
        contracts=number(case, "qty"),
        entry_price=number(case, "entry"),
        mark_price=number(case, "mark"),
        brackets=tiers(case["inputs"]["tiers"]),
        **isolated(number(case, "wallet_balance")),
    )
    risk = judge(owner("binanceusdm", row)).positions[0]
    return {"liquidation_price": risk.liquidation_price, "maintenance_margin": risk.maintenance_margin}


def binance_multi(case: Case) -> Figures:
    rows = [
        leg(
            symbol=entry["symbol"],
            contracts=float(entry["qty"]),
            entry_price=float(entry["entry"]),
            mark_price=float(entry["mark"]),
            brackets=flat_bracket(float(entry["mmr"]), float(entry["cum"])),
        )
        for entry in case["inputs"]["positions"]
    ]
    pool = judge(owner("binanceusdm", *rows, wallet=number(case, "wallet_balance"))).pool_rows[0]
    return {
        "maintenance_margin": pool.maintenance_margin,
        "unrealized_pnl": pool.unrealized_pnl,
        "margin_balance": pool.equity,
        "margin_ratio": pool.margin_ratio,
    }


def asset_row(name: str, need: float, pnl: float, initial: float = 1.0) -> Position:
    """A position of value 1000 in one currency, with a given requirement, profit and initial margin."""
    return leg(
        symbol=f"X/{name}:{name}",
        settle=name,
        contracts=1_000.0,
        mark_price=1.0,
        entry_price=1.0 - pnl / 1_000.0,
        leverage=1_000.0 / initial,
        brackets=flat_bracket(need / 1_000.0),
    )


def multi_assets(case: Case) -> Figures:
    rows, held = [], []
    for entry in case["inputs"]["assets"]:
        name, pnl, need = entry["asset"], float(entry.get("upnl", 0)), float(entry.get("mm", 0))
        held.append(
            Collateral(
                currency=name,
                wallet_balance=float(entry["wallet"]),
                index_price=1.0,
                bid=float(entry["bid"]),
                ask=float(entry["ask"]),
            )
        )
        if pnl or need:
            rows.append(asset_row(name, need, pnl, float(entry.get("im", 1))))
    if not rows:
        rows.append(
            leg(symbol="X/USDT:USDT", contracts=1e-12, entry_price=1.0, leverage=1.0, brackets=flat_bracket(0.0))
        )
    made = owner("binanceusdm", *rows, account_mode="multi_currency", collateral=tuple(held))
    pool = judge(made).pool_rows[0]
    assert pool.equity is not None
    assert pool.initial_margin is not None
    free = pool.equity - pool.initial_margin
    available = {f"available_{entry.currency}": free / float(entry.ask or 1) for entry in held}
    return {
        "account_equity": pool.equity,
        "account_maintenance_margin": pool.maintenance_margin,
        "margin_ratio": pool.margin_ratio,
        "available_usd": free,
        **available,
    }


def multi_assets_payload(case: Case) -> Figures:
    bid, ask = number(case, "usdt_bid"), number(case, "usdt_ask")
    usdt = number(case, "usdt_margin_balance") - number(case, "usdt_upnl")
    rest = number(case, "total_wallet_usd") - usdt * bid  # what the other currency counts for
    held = (
        Collateral(currency="USDT", wallet_balance=usdt, index_price=1.0, bid=bid, ask=ask),
        Collateral(currency="USDC", wallet_balance=rest, index_price=1.0, bid=1.0, ask=1.0),
    )
    row = asset_row("USDT", number(case, "usdt_maint_margin"), number(case, "usdt_upnl"))
    pool = judge(owner("binanceusdm", row, account_mode="multi_currency", collateral=held)).pool_rows[0]
    return {
        "total_maint_margin": pool.maintenance_margin,
        "total_margin_balance": pool.equity,
        "margin_ratio": pool.margin_ratio,
        "ccxt_marginRatio_wrong": pool.margin_ratio,
    }


def binance_snapshot(case: Case) -> Figures:
    quantity = number(case, "qty", 0.002)
    mark = number(case, "notional") / quantity
    row = leg(
        contracts=quantity,
        entry_price=number(case, "entry", mark),
        mark_price=mark,
        leverage=number(case, "leverage"),
        brackets=flat_bracket(number(case, "mmr")),
        **isolated(number(case, "isolated_wallet", 1.0)),
    )
    report = judge(owner("binanceusdm", row, wallet=number(case, "cross_wallet", 0.0)))
    risk = report.positions[0]
    return {
        "maintenance_margin": risk.maintenance_margin,
        "position_initial_margin": risk.initial_margin,
        "initial_margin": risk.initial_margin,
        "wallet_balance": sum(pool.wallet_balance or 0.0 for pool in report.pool_rows),
    }


def schedule(case: Case) -> Figures:
    inputs = case["inputs"]
    found = brackets.deductions([float(floor) for floor in inputs["floors"]], [float(rate) for rate in inputs["rates"]])
    return {"cum_last": found[-1], "cum_table": found}


def binance_coin_lp(case: Case) -> Figures:
    (entry,) = case["inputs"]["legs"]
    row = coin(
        side=side(entry["side"]),
        contracts=float(entry["qty"]),
        entry_price=float(entry["entry"]),
        brackets=flat_bracket(float(entry["mmr"])),
        **isolated(number(case, "wallet_balance")),
    )
    return {"liquidation_price": judge(owner("binancecoinm", row, settle="BTC")).positions[0].liquidation_price}


def binance_coin_mm(case: Case) -> Figures:
    row = coin(
        contracts=number(case, "contracts"),
        contract_size=number(case, "contract_size"),
        entry_price=number(case, "mark"),
        brackets=flat_bracket(number(case, "mmr")),
    )
    risk = judge(owner("binancecoinm", row, wallet=1.0, settle="BTC")).positions[0]
    return {"notional_coin": risk.notional, "maintenance_margin": risk.maintenance_margin}


def unimmr(case: Case) -> Figures:
    rows, held, loan_need = [], [], 0.0
    for entry in case["inputs"]["assets"]:
        figures = {key: float(value) for key, value in entry.items() if key != "asset"}
        name, index = entry["asset"], figures["index"]
        balance = figures.get("margin_asset", 0.0) - figures.get("loan", 0.0) + figures.get("futures_wallet", 0.0)
        rate = figures.get("collateral_rate", 1.0)
        held.append(Collateral(currency=name, wallet_balance=balance, index_price=index, haircut_tiers=((0.0, rate),)))
        need = figures.get("futures_mm", 0.0) + figures.get("loan", 0.0) * figures.get("loan_mmr", 0.0)
        loan_need += need
        if need or figures.get("futures_upnl", 0.0):
            rows.append(asset_row(name, need, figures.get("futures_upnl", 0.0)))
    made = owner("binanceusdm", *rows, account_mode="portfolio", collateral=tuple(held))
    pool = judge(made).pool_rows[0]
    return {
        "adjusted_equity": pool.equity,
        "unified_mm": pool.maintenance_margin,
        "uniMMR": pool.venue_ratio,
    }


# ---------------------------------------------------------------- Bybit


def bybit_linear_old(case: Case) -> Figures:
    size, entry, leverage = number(case, "size", 1.0), number(case, "entry"), number(case, "leverage")
    row = leg(
        side=side(number(case, "side")),
        contracts=size,
        entry_price=entry,
        leverage=leverage,
        tick_size=number(case, "tick") if "tick" in case["inputs"] else None,
        brackets=flat_bracket(number(case, "mmr")),
        **isolated(size * entry / leverage),
    )
    risk = judge(owner("bybit", row), BEFORE_2025).positions[0]
    bankruptcy = risk.bankruptcy_price
    if bankruptcy is not None and "tick" in case["inputs"]:
        bankruptcy = rounded_up(bankruptcy, number(case, "tick"))
    return {"liquidation_price": risk.liquidation_price, "bankruptcy_price": bankruptcy}


def rounded_up(price: float, tick: float) -> float:
    return round(math.ceil(price / tick - 1e-9) * tick, 10)


def bybit_inverse_old(case: Case) -> Figures:
    size, entry, leverage, way = (number(case, name) for name in ("size", "entry", "leverage", "side"))
    cost = size / entry
    margin = cost / leverage
    if "margin_incl_fee" in case["inputs"]:
        margin = bybit.margin_without_fee(number(case, "margin_incl_fee"), cost, int(way), number(case, "taker_fee"))
    row = coin(
        side=side(way),
        contracts=size,
        entry_price=entry,
        leverage=leverage,
        tick_size=number(case, "tick"),
        brackets=flat_bracket(number(case, "mmr")),
        **isolated(margin),
    )
    risk = judge(owner("bybit", row, settle="BTC"), BEFORE_2025).positions[0]
    assert risk.bankruptcy_price is not None
    return {
        "liquidation_price": risk.liquidation_price,
        "bankruptcy_price": rounded_up(risk.bankruptcy_price, number(case, "tick")),
    }


def bybit_cross_2020(case: Case) -> Figures:
    names = ("size", "entry", "balance", "taker_fee", "mmr")
    liquidation, bankruptcy = bybit.inverse_cross_price_2020(*(number(case, name) for name in names))
    return {"liquidation_price": rounded_up(liquidation, number(case, "tick")), "bankruptcy_price": bankruptcy}


def bybit_isolated_new(case: Case) -> Figures:
    size, entry, leverage, way = (number(case, name) for name in ("size", "entry", "leverage", "side"))
    inverse = case["model"] == "bybit_iso_inverse_2026"
    taker = number(case, "taker_fee", 0.0)
    value = size / entry if inverse else size * entry
    extra = number(case, "extra_margin", 0.0) / (1.0 + way * taker) + number(case, "extra_margin_net", 0.0)
    row = (coin if inverse else leg)(
        side=side(way),
        contracts=size,
        entry_price=entry,
        leverage=leverage,
        brackets=flat_bracket(number(case, "mmr"), number(case, "mm_deduction")),
        **isolated(value / leverage + extra),
    )
    risk = judge(owner("bybit", row, settle="BTC", taker_fee_rate=taker)).positions[0]
    return {"liquidation_price": risk.liquidation_price}


def bybit_margins(case: Case) -> Figures:
    inputs = case["inputs"]
    row = leg(
        side=side(inputs["side"]),
        contracts=number(case, "size"),
        entry_price=number(case, "entry"),
        mark_price=number(case, "mark", number(case, "entry")),
        leverage=number(case, "leverage"),
        brackets=flat_bracket(number(case, "mmr")),
    )
    rows = [row]
    if inputs.get("fully_hedged"):
        other = leg(
            side="long",
            contracts=row.contracts,
            entry_price=row.entry_price,
            leverage=row.leverage,
            brackets=row.brackets,
        )
        rows.append(other)
    made = owner("bybit", *rows, wallet=1e6, taker_fee_rate=number(case, "taker_fee"))
    risk = judge(made, BEFORE_2025 if inputs["basis"] == "entry" else None).positions[0]
    initial = risk.initial_margin
    if inputs.get("fully_hedged") and initial is not None:
        initial += layout_fee(made)  # the other leg's fee stands in this one's initial margin too
    return {"position_im": initial, "position_mm": risk.maintenance_margin}


def layout_fee(made: Account) -> float:
    row = made.positions[0]
    assert row.leverage is not None
    assert made.taker_fee_rate is not None
    return bybit.closing_fee(row.contracts, row.entry_price, row.direction, row.leverage, made.taker_fee_rate)


def bybit_wallet(case: Case) -> Figures:
    balance, initial = number(case, "total_margin_balance"), number(case, "total_initial_margin")
    made = pool_of("bybit", number(case, "total_maintenance_margin"), balance, initial=initial, taker_fee_rate=0.0)
    pool = judge(made).pool_rows[0]
    assert pool.venue_ratio is not None
    assert pool.equity is not None
    assert pool.initial_margin is not None
    return {
        "account_mm_rate": math.floor(pool.venue_ratio * 1e4 + 1e-9) / 1e4,
        "account_im_rate": math.floor(pool.initial_margin / pool.equity * 1e4 + 1e-9) / 1e4,
        "total_available_balance": pool.equity - pool.initial_margin,
    }


def bybit_tier(case: Case) -> Figures:
    row = leg(
        contracts=1.0,
        entry_price=number(case, "position_value"),
        brackets=flat_bracket(number(case, "mmr"), number(case, "mm_deduction")),
    )
    return {"maintenance_margin": judge(owner("bybit", row, taker_fee_rate=0.0)).positions[0].maintenance_margin}


def bybit_cross(case: Case) -> Figures:
    way, size, mark, entry = (number(case, name) for name in ("side", "size", "mark", "entry"))
    row = leg(
        side=side(way),
        contracts=size,
        entry_price=entry,
        mark_price=mark,
        leverage=number(case, "leverage"),
        brackets=flat_bracket(number(case, "mmr"), number(case, "mm_deduction")),
    )
    other = leg(symbol="Y/USDT:USDT", contracts=1_000.0, entry_price=1.0, brackets=flat_bracket(0.0), leverage=None)
    fee = number(case, "taker_fee")
    need = number(case, "mm_other_usd") / 1_000.0 - fee
    other = leg(symbol="Y/USDT:USDT", contracts=1_000.0, entry_price=1.0, brackets=flat_bracket(need), leverage=None)
    wallet = number(case, "margin_balance_usd") - way * size * (mark - entry)
    made = owner("bybit", row, other, wallet=wallet, taker_fee_rate=fee)
    return {"liquidation_price": judge(made).positions[0].liquidation_price}


# ---------------------------------------------------------------- OKX


def okx_isolated(case: Case) -> Figures:
    row = leg(
        side=side(number(case, "side")),
        contracts=number(case, "contracts"),
        contract_size=number(case, "ct_val"),
        entry_price=number(case, "avg"),
        mark_price=number(case, "mark"),
        tick_size=number(case, "tick"),
        brackets=flat_bracket(number(case, "mmr_rate")),
        **isolated(number(case, "margin")),
    )
    report = judge(owner("okx", row, taker_fee_rate=number(case, "taker_fee")))
    risk, pool = report.positions[0], report.pool_rows[0]
    return {
        "liquidation_price": risk.liquidation_price,
        "maintenance_margin": risk.maintenance_margin,
        "margin_ratio": pool.venue_ratio,
    }


def okx_cross(case: Case) -> Figures:
    inverse = case["inputs"]["product"] == "inverse"
    face = number(case, "contracts") * number(case, "ct_val")
    maintenance, rate, fee = number(case, "mmr"), number(case, "mmr_rate"), number(case, "taker_fee")
    value = maintenance / rate
    mark = face / value if inverse else value / face
    equity = okx.equity_from_ratio(number(case, "mgn_ratio"), maintenance, value, fee, number(case, "order_fees", 0.0))
    row = (coin if inverse else leg)(
        side=side(number(case, "side")),
        contracts=number(case, "contracts"),
        contract_size=number(case, "ct_val"),
        entry_price=number(case, "avg"),
        mark_price=number(case, "mark", mark),
        tick_size=0.1,
        brackets=flat_bracket(rate),
    )
    made = owner(
        "okx", row, wallet=equity - number(case, "upl"), settle="BTC" if inverse else "USDT", taker_fee_rate=fee
    )
    return {"liquidation_price": judge(made).positions[0].liquidation_price}


def okx_account(case: Case) -> Figures:
    value = number(case, "notional_usd")
    row = leg(contracts=value, entry_price=1.0, brackets=flat_bracket(number(case, "mmr") / value))
    held = (
        Collateral(currency="USDT", wallet_balance=0.0, index_price=1.0),
        Collateral(currency="USD", wallet_balance=number(case, "adj_eq"), index_price=1.0),
    )
    made = owner("okx", row, account_mode="multi_currency", collateral=held, taker_fee_rate=number(case, "taker_fee"))
    return {"margin_ratio": judge(made).pool_rows[0].venue_ratio}


def okx_discount(case: Case) -> Figures:
    held = Collateral(
        currency="X", wallet_balance=0.0, index_price=1.0, haircut_tiers=((0.0, number(case, "discount_rate")),)
    )
    return {"dis_eq": money.counted_in_usd(number(case, "eq_usd"), held)}


def okx_discount_tiers(case: Case) -> Figures:
    floor, steps = 0.0, []
    for row in case["inputs"]["tiers"]:
        steps.append((floor, float(row["rate"])))
        floor = float(row["max"] or 0)
    held = Collateral(currency="BTC", wallet_balance=0.0, index_price=number(case, "index"), haircut_tiers=tuple(steps))
    return {"dis_eq": money.counted_in_usd(number(case, "eq"), held)}


def fee_lp(case: Case) -> Figures:
    row = leg(
        side=side(number(case, "side")),
        contracts=number(case, "qty"),
        entry_price=number(case, "entry"),
        brackets=flat_bracket(number(case, "mmr")),
        **isolated(number(case, "wallet_balance")),
    )
    risk = judge(owner("okx", row, taker_fee_rate=number(case, "taker_fee"))).positions[0]
    return {"liquidation_price": risk.liquidation_price}


def okx_tiers(case: Case) -> Figures:
    floor, steps = 0.0, []
    for row in case["inputs"]["tiers"]:
        steps.append(Bracket(floor=floor, rate=float(row["mmr"]), deduction=0.0))
        floor = float(row["max"]) + 1.0
    row = leg(
        contracts=number(case, "contracts"),
        contract_size=number(case, "ct_val"),
        entry_price=number(case, "mark"),
        bracket_unit="contracts",
        bracket_scheme="whole_position",
        brackets=tuple(steps),
        **isolated(1e6),
    )
    risk = judge(owner("okx", row)).positions[0]
    assert risk.tier is not None
    return {"mmr_rate": steps[risk.tier - 1].rate, "maintenance_margin": risk.maintenance_margin}


# ---------------------------------------------------------------- Bitget


def bitget_isolated(case: Case) -> Figures:
    row = leg(
        side=side(number(case, "side")),
        contracts=number(case, "qty"),
        entry_price=number(case, "entry"),
        mark_price=number(case, "mark", number(case, "entry")),
        brackets=flat_bracket(number(case, "mmr"), number(case, "offset", 0.0)),
        **isolated(number(case, "margin")),
    )
    report = judge(owner("bitget", row, taker_fee_rate=number(case, "taker_fee")))
    risk = report.positions[0]
    return {
        "liquidation_price": risk.liquidation_price,
        "official_liquidation_price": risk.liquidation_price,
        "ccxt_liquidation_price": risk.liquidation_price,
        "bankruptcy_price": risk.bankruptcy_price,
        "margin_ratio": report.pool_rows[0].margin_ratio,
    }


def bitget_legacy(case: Case) -> Figures:
    way, size, mark = (number(case, name) for name in ("side", "qty", "mark"))
    need = size * mark * (number(case, "mmr") + number(case, "taker_fee"))
    equity = need / number(case, "margin_ratio")
    row = leg(side=side(way), contracts=size, entry_price=mark, brackets=flat_bracket(number(case, "mmr")))
    made = owner("bitget", row, wallet=equity, taker_fee_rate=number(case, "taker_fee"))
    price = judge(made, BEFORE_2025).positions[0].liquidation_price
    raw = bitget.legacy_cross_price(mark, int(way), equity, need, size)
    return {"liquidation_price": raw if price is None and raw < 0 else price}


def bitget_mm(case: Case) -> Figures:
    value = number(case, "position_value")
    steps = tiers(case["inputs"]["tiers"])
    lifts = brackets.deductions([step.floor for step in steps], [step.rate for step in steps])
    marginal = tuple(
        Bracket(floor=step.floor, rate=step.rate, deduction=lift) for step, lift in zip(steps, lifts, strict=True)
    )
    fee = number(case, "taker_fee")
    old, new = (
        judge(
            owner(
                "bitget",
                leg(contracts=1.0, entry_price=value, brackets=marginal, opened_ms=opened),
                wallet=1e6,
                taker_fee_rate=fee,
            )
        ).positions[0]
        for opened in (bitget.TIERED_FROM_MS - 1, bitget.TIERED_FROM_MS)
    )
    return {"mm_flat_before_2025_11_10": old.maintenance_margin, "mm_tiered": new.maintenance_margin}


def bitget_unified(case: Case) -> Figures:
    held = tuple(
        Collateral(
            currency=entry["coin"],
            wallet_balance=float(entry["usd_value"]),
            index_price=1.0,
            haircut_tiers=((0.0, float(entry["rate"])),),
        )
        for entry in case["inputs"]["assets"]
    )
    row = leg(contracts=1e-9, entry_price=1.0, brackets=flat_bracket(0.0))
    pool = judge(owner("bitget", row, account_mode="multi_currency", collateral=held)).pool_rows[0]
    return {"eff_equity": pool.equity}


def generic_cross(case: Case) -> Figures:
    mark, equity, rate = number(case, "mark"), number(case, "equity"), number(case, "mmr")
    row = leg(contracts=number(case, "qty"), entry_price=mark, brackets=flat_bracket(rate))
    other = leg(
        symbol="Y/USDT:USDT",
        contracts=1_000.0,
        entry_price=1.0,
        brackets=flat_bracket(number(case, "mm_other") / 1_000.0),
    )
    both = judge(owner("elsewhere", row, other, wallet=equity)).positions[0]
    alone = judge(owner("elsewhere", row, wallet=equity)).positions[0]
    return {"liquidation_price": both.liquidation_price, "naive_single_position": alone.liquidation_price}


# ---------------------------------------------------------------- Hyperliquid


def hl_isolated(case: Case) -> Figures:
    row = leg(
        side=side(number(case, "side")),
        contracts=number(case, "size"),
        entry_price=number(case, "entry"),
        brackets=flat_bracket(hyperliquid.maintenance_rate(number(case, "max_leverage"))),
        **isolated(number(case, "isolated_margin", number(case, "margin"))),
    )
    risk = judge(owner("hyperliquid", row, account_mode=None)).positions[0]
    return {"liq": risk.liquidation_price, "backstop": risk.backstop_price}


def hl_raw_usd(case: Case) -> Figures:
    size, value = number(case, "szi"), number(case, "position_value")
    row = leg(
        side=side(math.copysign(1, size)),
        contracts=abs(size),
        entry_price=value / abs(size),
        brackets=flat_bracket(hyperliquid.maintenance_rate(number(case, "max_leverage"))),
        **isolated(number(case, "raw_usd") + math.copysign(value, size)),
    )
    report = judge(owner("hyperliquid", row))
    return {"liq": report.positions[0].liquidation_price, "margin_used": report.pool_rows[0].equity}


def hl_cross_2023(case: Case) -> Figures:
    size, value, equity = (number(case, name) for name in ("szi", "position_value", "account_value"))
    required = number(case, "total_ntl") * number(case, "mmr")
    way = int(math.copysign(1, size))
    price = bitget.legacy_cross_price(value / abs(size), way, equity, required, abs(size))
    return {"liq": price if price > 0 else None}


def hl_identity(case: Case) -> Figures:
    rows, total = [], number(case, "total_raw_usd")
    for index, (size, value, leverage) in enumerate(case["inputs"]["positions"]):
        total += math.copysign(value, size)
        rows.append(
            leg(
                symbol=f"C{index}/USDC:USDC",
                settle="USDC",
                side=side(math.copysign(1, size)),
                contracts=abs(size),
                entry_price=value / abs(size),
                leverage=leverage,
                brackets=flat_bracket(0.01),
            )
        )
    report = judge(owner("hyperliquid", *rows, wallet=total, settle="USDC"))
    pool = report.pool_rows[0]
    return {
        "account_value": pool.equity,
        "total_ntl": sum(row.notional or 0.0 for row in report.positions),
        "total_margin_used": pool.initial_margin,
    }


def hl_tiers(case: Case) -> Figures:
    rows = case["inputs"]["tiers"]
    rates = [hyperliquid.maintenance_rate(leverage) for _, leverage in rows]
    lifts = brackets.deductions([floor for floor, _ in rows], rates)
    steps = tuple(
        Bracket(floor=floor, rate=rate, deduction=lift)
        for (floor, _), rate, lift in zip(rows, rates, lifts, strict=True)
    )
    row = leg(contracts=1.0, entry_price=number(case, "notional"), brackets=steps)
    return {"mm": judge(owner("hyperliquid", row, wallet=1e9)).positions[0].maintenance_margin}


def hl_cross(case: Case) -> Figures:
    price = number(case, "price")
    row = leg(
        side=side(number(case, "side")),
        contracts=number(case, "size"),
        entry_price=price,
        brackets=flat_bracket(hyperliquid.maintenance_rate(number(case, "max_leverage"))),
    )
    other = leg(
        symbol="Y/USDC:USDC",
        contracts=1_000.0,
        entry_price=1.0,
        brackets=flat_bracket(number(case, "other_mm") / 1_000.0),
    )
    made = owner("hyperliquid", row, other, wallet=number(case, "account_value"))
    return {"liq": judge(made).positions[0].liquidation_price}


# ---------------------------------------------------------------- Deribit, Kraken


def deribit_margin(case: Case) -> Figures:
    amount = deribit.requirement(*(number(case, name) for name in ("size", "index", "base", "slope")))
    row = leg(
        contracts=number(case, "size"),
        entry_price=number(case, "index"),
        brackets=flat_bracket(number(case, "base")),
        rate_slope=number(case, "slope"),
    )
    assert judge(owner("deribit", row, wallet=1e9)).positions[0].maintenance_margin == pytest.approx(amount, rel=1e-12)
    return {"im": amount, "mm": amount}


def deribit_ratio(case: Case) -> Figures:
    native = judge(pool_of("deribit", number(case, "mm"), number(case, "margin_balance"))).pool_rows[0]
    in_usd = judge(pool_of("deribit", number(case, "mm_usd"), number(case, "balance_usd"))).pool_rows[0]
    assert native.venue_ratio == pytest.approx(in_usd.venue_ratio, rel=2e-6)
    return {"ratio": in_usd.venue_ratio}


def deribit_size(case: Case) -> Figures:
    row = coin(contracts=number(case, "size_usd"), entry_price=number(case, "mark"), brackets=flat_bracket(0.01))
    return {"size_currency": judge(owner("deribit", row, wallet=1.0, settle="BTC")).positions[0].size_base}


def deribit_linear(case: Case) -> Figures:
    row = leg(
        side=side(number(case, "side")),
        contracts=number(case, "size"),
        entry_price=number(case, "entry"),
        brackets=flat_bracket(number(case, "mmr")),
    )
    return {"liq": judge(owner("deribit", row, wallet=number(case, "margin"))).positions[0].liquidation_price}


def deribit_inverse(case: Case) -> Figures:
    row = coin(
        side=side(number(case, "side")),
        contracts=number(case, "face"),
        entry_price=number(case, "entry"),
        brackets=flat_bracket(number(case, "mm_base")),
        rate_slope=number(case, "slope"),
    )
    made = owner("deribit", row, wallet=number(case, "equity"), settle="BTC")
    return {"liq": judge(made).positions[0].liquidation_price}


def kraken_bankrupt(case: Case) -> Figures:
    row = coin(
        contracts=number(case, "face"),
        entry_price=number(case, "entry"),
        brackets=flat_bracket(0.01),
        **isolated(number(case, "margin")),
    )
    risk = judge(owner("krakenfutures", row, account_mode=None)).positions[0]
    assert risk.liquidation_price == pytest.approx(7_481, abs=0.5)  # the same page's liquidation price
    return {"bankrupt": risk.bankruptcy_price}


def kraken_flexible(case: Case) -> Figures:
    row = leg(
        symbol="LTC/USD:USD",
        settle="USD",
        contracts=number(case, "size"),
        entry_price=number(case, "entry"),
        mark_price=number(case, "mark"),
        leverage=1.0 / number(case, "im_rate"),
        brackets=flat_bracket(number(case, "mm_rate")),
    )
    risk = judge(owner("krakenfutures", row, wallet=100.0, settle="USD")).positions[0]
    return {
        "pnl": risk.unrealized_pnl,
        "im": risk.initial_margin,
        "mm": risk.maintenance_margin,
        "roe": risk.roe,
    }


def kraken_netting(case: Case) -> Figures:
    long, other = case["inputs"]["long_mm"]
    (short,) = case["inputs"]["short_mm"]
    rows = [
        leg(symbol="A/USD:USD", settle="USD", contracts=need, entry_price=10.0, side=way, brackets=flat_bracket(0.1))
        for need, way in ((long, "long"), (short, "short"))
    ]
    rows.append(leg(symbol="B/USD:USD", settle="USD", contracts=other, entry_price=10.0, brackets=flat_bracket(0.1)))
    made = owner("krakenfutures", *rows, wallet=1e6, settle="USD")
    return {"mm": judge(made).pool_rows[0].maintenance_margin}


def kraken_collateral(case: Case) -> Figures:
    entry, size = number(case, "entry"), number(case, "size")
    row = leg(
        symbol="BTC/USD:USD",
        settle="USD",
        side=side(number(case, "side")),
        contracts=size,
        entry_price=entry,
        brackets=flat_bracket(number(case, "mm_const") / (size * entry)),
    )
    share = 1.0 - number(case, "haircut")
    held = (
        Collateral(
            currency="BTC",
            wallet_balance=number(case, "coll_qty"),
            index_price=entry,
            haircut_tiers=((0.0, share),),
        ),
        Collateral(currency="USD", wallet_balance=number(case, "usd")),
    )
    made = owner("krakenfutures", row, collateral=held, account_mode="multi_currency")
    return {"liq": judge(made).positions[0].liquidation_price}


# ---------------------------------------------------------------- Gate, KuCoin, MEXC


def gate_margin(case: Case) -> Figures:
    value, leverage, fee = (number(case, name) for name in ("value", "leverage", "fee"))
    row = leg(contracts=1.0, entry_price=value, leverage=leverage, brackets=flat_bracket(0.005))
    risk = judge(owner(case["venue"], row, wallet=1e6, taker_fee_rate=fee)).positions[0]
    assert risk.initial_margin == pytest.approx(gate.position_margin(value, leverage, fee), rel=1e-12)
    return {"margin": gate.position_margin(value, leverage, fee, number(case, "added"))}


def gate_linear(case: Case) -> Figures:
    alone = case["margin_mode"] == "isolated"
    margin = number(case, "margin")
    row = leg(
        side=side(number(case, "side")),
        contracts=number(case, "size"),
        entry_price=number(case, "entry"),
        brackets=flat_bracket(number(case, "mmr")),
        **(isolated(margin) if alone else {}),
    )
    risk = judge(owner("gate", row, wallet=margin, taker_fee_rate=number(case, "fee"))).positions[0]
    return {"liq": risk.liquidation_price if alone else risk.liquidation_price or 0}  # "0" is Gate's word for none


def gate_inverse(case: Case) -> Figures:
    row = coin(
        side=side(number(case, "side")),
        contracts=number(case, "size"),
        entry_price=number(case, "entry"),
        brackets=flat_bracket(number(case, "mmr")),
        **isolated(number(case, "margin")),
    )
    risk = judge(owner("gate", row, settle="BTC", taker_fee_rate=number(case, "fee"))).positions[0]
    return {"liq": risk.liquidation_price}


def gate_ratio(case: Case) -> Figures:
    pool = judge(pool_of("gate", number(case, "mm"), number(case, "balance"), taker_fee_rate=0.0)).pool_rows[0]
    assert pool.margin_ratio is not None
    return {"ratio": pool.venue_ratio, "liquidated": pool.margin_ratio >= 1}


def kucoin_isolated(case: Case) -> Figures:
    size, entry, leverage, taker, tick = (number(case, name) for name in ("size", "entry", "leverage", "taker", "tick"))
    initial = size * entry / leverage
    row = leg(
        contracts=size,
        entry_price=entry,
        leverage=leverage,
        tick_size=tick,
        funding_rate=number(case, "funding"),
        brackets=flat_bracket(number(case, "mmr")),
        **isolated(initial),
    )
    report = judge(owner("kucoinfutures", row, account_mode=None, taker_fee_rate=taker))
    risk = report.positions[0]
    assert risk.bankruptcy_price is not None
    return {
        "posInit": risk.initial_margin,
        "posComm": kucoin.position_commission(size * entry, initial, 1, taker),
        "posMargin": report.pool_rows[0].equity,
        "posMaint": risk.maintenance_margin,
        "liq_tick_up": risk.liquidation_price,
        "bankrupt_tick_down": math.floor(risk.bankruptcy_price / tick) * tick,
    }


def kucoin_cross(case: Case) -> Figures:
    size, bankrupt = 0.001, number(case, "bankrupt")
    mark = number(case, "mark_value") / size
    row = leg(contracts=size, entry_price=mark, brackets=flat_bracket(number(case, "mmr")))
    made = owner("kucoinfutures", row, wallet=size * (mark - bankrupt), taker_fee_rate=number(case, "taker"))
    risk = judge(made).positions[0]
    return {"posMaint": risk.maintenance_margin, "liq": risk.liquidation_price}


def kucoin_unified(case: Case) -> Figures:
    row = leg(
        contracts=number(case, "contracts"),
        contract_size=number(case, "multiplier"),
        entry_price=number(case, "entry"),
        mark_price=number(case, "mark"),
        leverage=number(case, "leverage"),
        brackets=flat_bracket(number(case, "mmr")),
    )
    risk = judge(owner("kucoinfutures", row, wallet=100.0)).positions[0]
    return {
        "value": risk.notional,
        "im": risk.initial_margin,
        "mm": risk.maintenance_margin,
        "upnl": risk.unrealized_pnl,
    }


def mexc_isolated(case: Case) -> Figures:
    size, entry = number(case, "size"), number(case, "entry")
    row = leg(
        side=side(number(case, "side")),
        contracts=size,
        entry_price=entry,
        brackets=flat_bracket(number(case, "mm") / (size * entry)),
        **isolated(number(case, "margin")),
    )
    return {"liq": judge(owner("mexc", row, account_mode=None)).positions[0].liquidation_price}


# ---------------------------------------------------------------- HTX, BingX, Phemex, dYdX


def htx_old(case: Case) -> Figures:
    price = htx.old_isolated_price(
        number(case, "margin_static"),
        number(case, "qty"),
        number(case, "cost_hold"),
        int(number(case, "side")),
        number(case, "lever"),
        number(case, "adj"),
    )
    return {
        "liq": price,
        "risk_rate": htx.old_risk_rate(number(case, "equity"), number(case, "used"), number(case, "adj")),
    }


def htx_unified(case: Case) -> Figures:
    size, mark, need = number(case, "qty"), number(case, "mark"), number(case, "mm")
    rate = need / (size * mark)
    equity = size * mark - number(case, "liq") * size * (1.0 - rate)
    row = leg(contracts=size, entry_price=mark, brackets=flat_bracket(rate))
    report = judge(owner("htx", row, wallet=equity))
    return {
        "margin_rate": report.pool_rows[0].venue_ratio,
        "displayable": report.positions[0].liquidation_price is not None,
    }


def htx_ratio(case: Case) -> Figures:
    return {"new_risk_rate": htx.ratio_of_old_cross(number(case, "risk_rate"))}


def htx_inverse(case: Case) -> Figures:
    row = coin(
        side=side(number(case, "side")),
        contracts=1.0,
        contract_size=number(case, "face"),
        entry_price=number(case, "entry"),
        mark_price=number(case, "price"),
        leverage=number(case, "leverage"),
        brackets=flat_bracket(0.01),
    )
    risk = judge(owner("htx", row, wallet=1.0, settle="BTC")).positions[0]
    return {"pnl": risk.unrealized_pnl, "im": risk.initial_margin}


def bingx_inverse(case: Case) -> Figures:
    face, entry, mark = (number(case, name) for name in ("face", "entry", "mark"))
    taker = 0.0005
    equity = face / mark * number(case, "rate") / number(case, "risk_rate")
    pnl = face * (1 / entry - 1 / mark)
    row = coin(
        contracts=1.0,
        contract_size=face,
        entry_price=entry,
        mark_price=mark,
        leverage=10.0,
        brackets=flat_bracket(number(case, "rate") - taker),
    )
    risk = judge(owner("bingx", row, wallet=equity - pnl, settle="BTC", taker_fee_rate=taker)).positions[0]
    return {"liq": risk.liquidation_price, "upnl": risk.unrealized_pnl, "im": risk.initial_margin}


def bingx_linear(case: Case) -> Figures:
    size = number(case, "size")
    row = leg(
        contracts=size,
        entry_price=number(case, "entry"),
        mark_price=number(case, "position_value") / size,
        leverage=number(case, "leverage"),
        brackets=flat_bracket(0.005),
        **isolated(size * number(case, "entry") / number(case, "leverage")),
    )
    report = judge(owner("bingx", row))
    return {
        "im": report.positions[0].initial_margin,
        "upnl": report.positions[0].unrealized_pnl,
        "margin": report.pool_rows[0].equity,
    }


def bingx_risk(case: Case) -> Figures:
    value, pnl = 1_000.0, number(case, "upnl")
    row = leg(
        contracts=value,
        entry_price=1.0 - pnl / value,
        mark_price=1.0,
        brackets=flat_bracket(number(case, "mm") / value),
        **isolated(number(case, "margin")),
    )
    pool = judge(owner("bingx", row, taker_fee_rate=number(case, "close_fee") / value)).pool_rows[0]
    assert pool.margin_ratio is not None
    return {"risk": pool.venue_ratio, "liquidated": pool.margin_ratio >= 1}


def phemex_isolated(case: Case) -> Figures:
    opened, size, way, fee = number(case, "open_value"), number(case, "size"), number(case, "side"), 0.0006
    margin = (number(case, "assigned") - fee * opened) / (1.0 - way * fee)  # without the reserved closing fee
    row = leg(
        side=side(way),
        contracts=size,
        entry_price=opened / size,
        brackets=flat_bracket(number(case, "mmr"), number(case, "mm_amount")),
        **isolated(margin),
    )
    report = judge(owner("phemex", row, account_mode=None, taker_fee_rate=fee))
    risk = report.positions[0]
    assert report.pool_rows[0].equity == pytest.approx(number(case, "assigned"), rel=1e-9)
    return {"liq": risk.liquidation_price, "bankrupt": risk.bankruptcy_price}


def phemex_assigned(case: Case) -> Figures:
    return {"assigned": phemex.assigned_margin(number(case, "open_value"), number(case, "leverage"), 0.0006)}


def phemex_from_bankruptcy(case: Case) -> Figures:
    bankrupt, entry, fee = number(case, "bankrupt"), 50_000.0, 0.0006
    row = leg(contracts=1.0, entry_price=entry, brackets=flat_bracket(number(case, "mmr")))
    made = owner("phemex", row, wallet=entry - bankrupt * (1.0 - fee), taker_fee_rate=fee)
    risk = judge(made).positions[0]
    assert risk.bankruptcy_price == pytest.approx(bankrupt, rel=1e-12)
    return {"liq": risk.liquidation_price}


def slabs(case: Case) -> Figures:
    rows = case["inputs"]["slabs"]
    lifts = brackets.deductions([row[0] for row in rows], [row[2] for row in rows])
    steps = tuple(Bracket(floor=row[0], rate=row[2], deduction=lift) for row, lift in zip(rows, lifts, strict=True))
    row = leg(contracts=1.0, entry_price=number(case, "notional"), brackets=steps)
    risk = judge(owner("phemex", row, wallet=1e9, taker_fee_rate=0.0)).positions[0]
    return {"mm": risk.maintenance_margin}


def legs(case: Case) -> list[dydx.Leg]:
    return [(size, price, fraction) for size, price, fraction in case["inputs"]["pos"]]


def dydx_bankruptcy(case: Case) -> Figures:
    row = case["inputs"]["i"]
    return {"quote_quantums_usd": dydx.bankruptcy_quote(number(case, "quote"), legs(case), row, number(case, "delta"))}


def dydx_fillable(case: Case) -> Figures:
    return {
        "price": dydx.fillable_price(
            number(case, "quote"), legs(case), case["inputs"]["i"], number(case, "ba"), number(case, "smmr")
        )
    }


def dydx_insurance(case: Case) -> Figures:
    return {
        "usd": dydx.insurance_delta(
            number(case, "quote"),
            legs(case),
            case["inputs"]["i"],
            number(case, "delta"),
            number(case, "fill"),
            number(case, "max_fee"),
        )
    }


def dydx_is_liquidatable(case: Case) -> Figures:
    rows = [(size, price, 0.1) for size, price, *_ in case["inputs"]["pos"]]
    return {"liquidatable": dydx.is_liquidatable(number(case, "quote"), rows)}


def dydx_price(case: Case) -> Figures:
    rows = [
        leg(
            symbol=f"C{index}/USDC:USDC",
            settle="USDC",
            side=side(math.copysign(1, size)),
            contracts=abs(size),
            entry_price=price,
            brackets=flat_bracket(fraction),
        )
        for index, (size, price, fraction) in enumerate(legs(case))
    ]
    wallet = number(case, "quote") + sum(size * price for size, price, _ in legs(case))
    report = judge(owner("dydx", *rows, wallet=wallet, settle="USDC", account_mode=None))
    return {"liq": report.positions[case["inputs"]["i"]].liquidation_price}


def dydx_initial(case: Case) -> Figures:
    return {"imf": dydx.initial_fraction(*(number(case, name) for name in ("base", "oi", "lower", "upper")))}


def dydx_deleverage(case: Case) -> Figures:
    row = leg(
        side=side(number(case, "side")),
        contracts=number(case, "size"),
        entry_price=number(case, "entry"),
        brackets=flat_bracket(0.01),
    )
    made = owner("dydx", row, wallet=number(case, "margin"))
    return {"bankrupt": judge(made).positions[0].bankruptcy_price}


READERS: dict[str, Callable[[Case], Figures]] = {
    "binance_um_lp": binance_lp,
    "binance_um_multi": binance_multi,
    "binance_mam_payload": multi_assets_payload,
    "binance_mam": multi_assets,
    "binance_isolated_snapshot": binance_snapshot,
    "binance_mm": binance_snapshot,
    "cum_table": schedule,
    "binance_um_tiered": binance_tiered,
    "binance_cm_lp": binance_coin_lp,
    "binance_cm_mm": binance_coin_mm,
    "unimmr": unimmr,
    "bybit_iso_linear_old": bybit_linear_old,
    "bybit_ft": bybit_linear_old,
    "bybit_iso_inverse_old": bybit_inverse_old,
    "bybit_cross_inverse_2020": bybit_cross_2020,
    "bybit_iso_inverse_2026": bybit_isolated_new,
    "bybit_iso_linear_new": bybit_isolated_new,
    "bybit_im_mm": bybit_margins,
    "bybit_wallet": bybit_wallet,
    "bybit_mm_tier": bybit_tier,
    "bybit_cross_est": bybit_cross,
    "okx_iso": okx_isolated,
    "okx_cross_roundtrip": okx_cross,
    "okx_account": okx_account,
    "okx_disc": okx_discount,
    "okx_disc_tiered": okx_discount_tiers,
    "simple_fee_lp": fee_lp,
    "okx_tier_flat": okx_tiers,
    "bitget_iso": bitget_isolated,
    "bitget_cross_legacy": bitget_legacy,
    "bitget_mm": bitget_mm,
    "ccxt_bitget_iso": bitget_isolated,
    "bitget_uta_eff": bitget_unified,
    "generic_cross": generic_cross,
    "hl_docs_iso": hl_isolated,
    "hl_backstop": hl_isolated,
    "hl_rawusd": hl_raw_usd,
    "hl_cross_legacy2023": hl_cross_2023,
    "hl_cross_null": hl_cross_2023,
    "hl_account_identity": hl_identity,
    "hl_tier_mm": hl_tiers,
    "hl_docs_cross": hl_cross,
    "deribit_linear_margin": deribit_margin,
    "deribit_mm_ratio": deribit_ratio,
    "inv_size": deribit_size,
    "linear_liq": gate_linear,
    "linear_liq_none": gate_linear,
    "deribit_inverse_liq": deribit_inverse,
    "inverse_bankrupt": kraken_bankrupt,
    "kraken_pf": kraken_flexible,
    "kraken_netting": kraken_netting,
    "collateral_linear_liq": kraken_collateral,
    "gate_initial_margin": gate_margin,
    "gate_inverse_pub": gate_inverse,
    "ratio_balance_over_mm": gate_ratio,
    "kucoin_iso": kucoin_isolated,
    "kucoin_cross_payload": kucoin_cross,
    "kucoin_uta": kucoin_unified,
    "linear_liq_mm_entry": mexc_isolated,
    "htx_old": htx_old,
    "htx_v5": htx_unified,
    "htx_newrisk": htx_ratio,
    "inv_pnl": htx_inverse,
    "bingx_joint": bingx_inverse,
    "bingx_linear": bingx_linear,
    "bingx_risk": bingx_risk,
    "phemex_liq": phemex_isolated,
    "phemex_both": phemex_isolated,
    "phemex_assigned": phemex_assigned,
    "phemex_lb": phemex_from_bankruptcy,
    "slab_mm": slabs,
    "dydx_bankruptcy": dydx_bankruptcy,
    "dydx_fillable": dydx_fillable,
    "dydx_insurance": dydx_insurance,
    "dydx_isliq": dydx_is_liquidatable,
    "dydx_liqprice": dydx_price,
    "dydx_imf": dydx_initial,
    "linear_bankrupt": dydx_deleverage,
}
NOT_OURS = {"ccxt_marginRatio_wrong", "ccxt_liquidation_price"}  # kept as figures that ours must differ from


def model(case: Case) -> str:
    return str(case.get("model") or case["fn"])


def figures_of(case: Case) -> Figures:
    if case["id"] == "deribit-linear-liq-long25":
        return deribit_linear(case)
    return READERS[model(case)](case)


def tolerance(case: Case, name: str) -> dict[str, float]:
    given = case.get("tolerance_by_field", {}).get(name, case["tolerance"])
    kind, amount = (given["type"], given["value"]) if "type" in given else next(iter(given.items()))
    floor = 1e-12  # an exact figure still goes through doubles
    return {kind: max(float(amount), floor), "abs" if kind == "rel" else "rel": floor}


def compared(case: Case, name: str, wanted: Any, found: Any) -> bool:
    if wanted is None or isinstance(wanted, bool):
        return bool(found == wanted)
    if isinstance(wanted, list):
        return found == pytest.approx([float(one) for one in wanted], **tolerance(case, name))
    return found == pytest.approx(float(wanted), **tolerance(case, name))


RUN = [case for case in CASES if model(case) not in SKIPPED]


@pytest.mark.parametrize("case", [case for case in RUN if "known_mismatch" not in case], ids=lambda case: case["id"])
def test_the_case_is_reproduced_at_its_tolerance(case: Case) -> None:
    found = figures_of(case)
    for name, wanted in case["expected"].items():
        assert compared(case, name, wanted, found.get(name)) != (name in NOT_OURS), (name, wanted, found.get(name))


@pytest.mark.parametrize("case", [case for case in RUN if "known_mismatch" in case], ids=lambda case: case["id"])
def test_a_known_mismatch_stays_one(case: Case) -> None:
    found = figures_of(case)
    assert not all(compared(case, name, wanted, found.get(name)) for name, wanted in case["expected"].items())


def test_every_case_is_run_or_skipped_with_a_reason() -> None:
    assert {model(case) for case in CASES} == READERS.keys() | SKIPPED.keys()
    assert len(CASES) == 231
    assert len(RUN) >= 213
