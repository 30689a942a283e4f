"""How each venue of the demo exchange speaks. venues.py says by which rules it keeps its accounts."""

from __future__ import annotations

from typing import Protocol

from monitor.demo.binance.face import BinanceFace
from monitor.demo.bybit.face import BybitFace
from monitor.demo.face import Face
from monitor.demo.hyperliquid.face import HyperliquidFace
from monitor.demo.okx.face import OkxFace
from monitor.demo.world import World


class FaceMaker(Protocol):
    """What makes a face over a world."""

    def __call__(self, world: World, *, limits: bool) -> Face: ...


FACES: dict[str, FaceMaker] = {
    "binanceusdm": BinanceFace,
    "bybit": BybitFace,
    "okx": OkxFace,
    "hyperliquid": HyperliquidFace,
}
