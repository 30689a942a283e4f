"""Builders of rows for tests: sensible defaults, only what matters is named."""

from __future__ import annotations

from typing import Any

from monitor.model import Account, Bracket, Collateral, Position

# Binance BTCUSDT, leverage brackets as published; the maintenance amounts follow from floors and rates.
BTC_BRACKETS = tuple(
    Bracket(floor=floor, rate=rate, deduction=deduction)
    for floor, rate, deduction in (
        (0.0, 0.004, 0.0),
        (50_000.0, 0.005, 50.0),
        (600_000.0, 0.0065, 950.0),
        (3_000_000.0, 0.01, 11_450.0),
        (12_000_000.0, 0.02, 131_450.0),
        (70_000_000.0, 0.025, 481_450.0),
    )
)


def flat_bracket(rate: float, deduction: float = 0.0) -> tuple[Bracket, ...]:
    return (Bracket(floor=0.0, rate=rate, deduction=deduction),)


def position(**changes: Any) -> Position:
    values: dict[str, Any] = {
        "symbol": "BTC/USDT:USDT",
        "side": "long",
        "contracts": 1.0,
        "contract_size": 1.0,
        "inverse": False,
        "settle": "USDT",
        "entry_price": 50_000.0,
        "mark_price": 50_000.0,
        "margin_mode": "cross",
        "isolated_margin": None,
        "leverage": 10.0,
        "tick_size": 0.1,
        "bracket_unit": "notional",
        "bracket_scheme": "marginal",
        "brackets": BTC_BRACKETS,
        "lot_size": 0.001,
    }
    return Position(**{**values, **changes})


def isolated(margin: float, **changes: Any) -> Position:
    return position(margin_mode="isolated", isolated_margin=margin, **changes)


def account(*positions: Position, wallet: float = 10_000.0, **changes: Any) -> Account:
    values: dict[str, Any] = {
        "id": "main",
        "venue": "binanceusdm",
        "account_mode": "single_currency",
        "position_mode": "one_way",
        "taker_fee_rate": 0.0005,
        "collateral": (Collateral(currency="USDT", wallet_balance=wallet),),
        "positions": tuple(positions),
        "read_ms": 1_000,
    }
    return Account(**{**values, **changes})
