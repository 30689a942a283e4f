"""What the engine really tells of two accounts, everything beyond the liquidation price included: nothing is invented.

One position has all that can be known, one has no order book, no volatility and orders that were not read.
"""

from __future__ import annotations

from functools import cache

from monitor.messages import PlannedTrade, PlanTrade, StressReport, Update
from monitor.model import Account, InsuranceFund, OrderBook, Stop
from monitor.risk.depth import Depth
from monitor.risk.market import Market
from monitor.risk.report import assess
from monitor.risk.stress_report import stress_report
from monitor.risk.volatility import Volatilities, Volatility
from monitor.settings import Settings
from monitor.tick.state import EngineState
from monitor.tick.tick import tick
from monitor.whatif.planning import answer_plan
from tests.build import account, flat_bracket, isolated, position
from tests.ui.sample import NOW_MS

BTC, SOL = "BTC/USDT:USDT", "SOL/USDT:USDT"


def _volatility(annual: float) -> Volatility:
    return Volatility(annual=annual, fast=annual, slow=annual, hours=300, days=90, at_ms=NOW_MS - 60_000)


def _book(mid: float, size: float) -> OrderBook:
    steps = range(1, 9)
    return OrderBook(
        bids=tuple((mid * (1 - 0.0006 * step), size * step) for step in steps),
        asks=tuple((mid * (1 + 0.0006 * step), size * step) for step in steps),
        at_ms=NOW_MS - 3_000,
    )


MARKET = Market(
    volatilities=Volatilities(known={("binanceusdm", BTC): _volatility(0.55), ("binanceusdm", SOL): _volatility(0.95)}),
    depths={
        ("binanceusdm", BTC): Depth.of(_book(50_000.0, 0.6)),
        ("binanceusdm", SOL): Depth.of(_book(182.46, 60.0)),
    },
    funds={"binanceusdm": (InsuranceFund(balance=1.1e9, currency="USDT", at_ms=NOW_MS, week_ago=1.02e9),)},
)


@cache
def accounts() -> tuple[Account, ...]:
    """Main: a SOL short and a BTC long share a wallet, an isolated BTC short beside them. Hedge: BTC short at Bybit."""
    funding = {"funding_rate": -3e-4, "funding_interval_h": 8.0, "next_funding_ms": NOW_MS + 3_600_000}
    sol = position(
        symbol=SOL,
        side="short",
        contracts=2_400.0,
        entry_price=171.2,
        mark_price=182.46,
        tick_size=0.01,
        lot_size=0.1,
        brackets=flat_bracket(0.01),
        stops=(Stop(trigger_price=189.0, trigger="last", contracts=1_000.0, limit_price=190.0),),
        reported_adl_rank=4.0,
        liquidation_fee_rate=0.0125,
        **funding,
    )
    long = position(contracts=1.2, entry_price=48_500.0, stops=(), reported_adl_rank=2.0, **funding)
    alone = isolated(2_600.0, side="short", contracts=0.5, leverage=10.0, stops=())
    hedge = position(side="short", contracts=3.0, leverage=20.0, brackets=flat_bracket(0.005))
    return (
        account(sol, long, alone, wallet=82_000.0, id="Main", read_ms=NOW_MS - 400, position_mode="hedge"),
        account(hedge, wallet=9_000.0, id="Hedge", venue="bybit", read_ms=NOW_MS - 700),
    )


@cache
def update() -> Update:
    """What the first tick tells of them."""
    return tick(EngineState(started_ms=NOW_MS - 3_600_000), accounts(), Settings(), NOW_MS, market=MARKET).update


@cache
def stress() -> StressReport:
    """Shocks and crashes laid over them, and over a long at a third venue that no crash leaves alive."""
    long = account(position(contracts=2.0, leverage=10.0), wallet=14_000.0, id="Trend", venue="okx")
    return stress_report(assess((*accounts(), long), rescue_distance=0.1).figures, NOW_MS - 5_000)


def planned(asked: PlanTrade) -> PlannedTrade:
    """The engine's answer to a trade that is asked about."""
    return answer_plan(asked, accounts(), MARKET, Settings(), NOW_MS)
