"""The venues of the demo exchange: by which rules each keeps its accounts. faces.py says how each speaks."""

from __future__ import annotations

from collections.abc import Callable

from monitor.demo.binance import rules as binance
from monitor.demo.bybit import rules as bybit
from monitor.demo.hyperliquid import rules as hyperliquid
from monitor.demo.market import Market
from monitor.demo.okx import rules as okx
from monitor.demo.rules import Rules

RULES: dict[str, Callable[[Market], Rules]] = {
    "binanceusdm": binance.rules,
    "bybit": bybit.rules,
    "okx": okx.rules,
    "hyperliquid": hyperliquid.rules,
}
