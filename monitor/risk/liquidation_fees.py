"""What a venue takes for a liquidation, on top of the loss: its rate of the liquidated value, or all that is left.

A dated table of what was read. Where the venue itself tells the rate of a contract (Binance, Deribit), that one counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from monitor.language import tr
from monitor.model import Position
from monitor.risk.protection import family_of

NOT_READ = tr("the venue's liquidation fee for this contract has not been read")
KEEPS_ALL = tr("the venue settles at the bankruptcy price and keeps what a better fill leaves")

Way = Literal["taker", "none", "keeps all", "most", "not told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """How one venue charges."""

    way: Way  # "keeps all": settled at the bankruptcy price, whatever the fill; "most": the told rate is an upper end
    source: str


PRACTICES: dict[str, Practice] = {
    "binance": Practice(way="not told", source="Binance exchangeInfo, liquidationFee of each contract"),
    "bybit": Practice(way="keeps all", source="Bybit help 000001098, Liquidation Process, 2024-01-24"),
    "okx": Practice(way="taker", source="OKX Learn, When would my order be liquidated, 2025; margin pages: taker rate"),
    "bitget": Practice(way="keeps all", source="Bitget support 360058878652, Risk Margin, 2021-04-01"),
    "hyperliquid": Practice(way="none", source="Hyperliquid docs, Liquidations: no clearance fee, 2026-10"),
    "gate": Practice(way="keeps all", source="Gate help 22081, Insurance Fund, read 2026-11"),
    "kucoin": Practice(way="keeps all", source="KuCoin support 26686139092889, Insurance Fund, 2025-12-31"),
    "kraken": Practice(way="not told", source="Kraken support 360022835671, Equity Protection Process, 2026-03-17"),
    "deribit": Practice(way="most", source="Deribit get_instruments, max_liquidation_commission, read 2026-11"),
    "mexc": Practice(way="taker", source="MEXC margin pages: taker rate, read 2026-10"),
    "phemex": Practice(way="taker", source="Phemex margin pages: taker rate, read 2026-10"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LiquidationFee:
    """What is known for one position."""

    rate: float | None  # of the liquidated value
    keeps_all: bool = False
    source: str = ""
    reason: str = ""  # why the rate is not known, or what it does not say


def fee_of(venue: str, position: Position, taker: float) -> LiquidationFee:
    """Return what a liquidation of a position costs.

    Args:
        taker: the account's taker fee rate.
    """
    return _fee(family_of(venue), position.liquidation_fee_rate, taker)


@lru_cache(maxsize=1_000)
def _fee(family: str, told: float | None, taker: float) -> LiquidationFee:
    practice = PRACTICES.get(family, Practice(way="not told", source=""))
    if told is not None:
        most = tr("the venue names this rate as the most that it charges") if practice.way == "most" else ""
        return LiquidationFee(rate=told, source=practice.source, reason=most)
    if practice.way == "none":
        return LiquidationFee(rate=0.0, source=practice.source)
    if practice.way == "taker":
        return LiquidationFee(rate=taker, source=practice.source)
    if practice.way == "keeps all":
        return LiquidationFee(rate=None, keeps_all=True, source=practice.source, reason=KEEPS_ALL)
    if family == "kraken":
        why = tr("Kraken leaves you what a better fill leaves; the fee of its partial liquidations is not published")
        return LiquidationFee(rate=None, source=practice.source, reason=why)
    return LiquidationFee(rate=None, source=practice.source, reason=NOT_READ)
