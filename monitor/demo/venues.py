"""The venues of the demo exchange: by which rules each keeps its accounts. faces.py says how each speaks."""

from __future__ import annotations

from collections.abc import Callable

from monitor.demo.binance import rules as binance
from monitor.demo.market import Market
from monitor.demo.rules import Rules

RULES: dict[str, Callable[[Market], Rules]] = {"binanceusdm": binance.rules}
