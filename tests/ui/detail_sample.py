"""What the engine answers to the detail's questions, in the terms of the sample: a what-if, a timeline, a working."""

from __future__ import annotations

import math
import random

from msgspec.structs import replace

from monitor.messages import (
    AlertEvent,
    AnyEdit,
    ChangePosition,
    Explanation,
    MoveMoney,
    MovePrice,
    PastPoint,
    PoolRisk,
    PositionRisk,
    StopRow,
    Timeline,
    Update,
    WhatIfPool,
    WhatIfResult,
    WhatIfRow,
)
from monitor.risk.beyond import Lines, measure_beyond
from monitor.risk.beyond_positions import position_beyond
from monitor.risk.market import Market
from monitor.risk.report import assess
from tests.build import account, position
from tests.ui.sample import HOUR_MS, MINUTE_MS, NOW_MS, pools, positions, update

STOPS = StopRow(
    covered=2_900.0, uncovered=1_300.0, surplus=0.0, beyond=400.0, wrong_side=0.0, wrong_basis=900.0, can_gap=600.0,
    crosses=0.0, nearest=185.2, loss=24_800.0, loss_from_mark=8_140.0, loss_of_margin=0.24, loss_of_equity=0.135,
    line=0.2, over_line=True, slippage=0.005, slippage_assumed=True,
    warnings=(
        "1,300 of 4,200 contracts have no stop before liquidation",
        "stops of 400 contracts lie beyond the liquidation price: they never fill",
        "stops of 900 contracts do not wait for the mark price, by which the venue liquidates",
        "stop-limits of 600 contracts stay unfilled when the price jumps over their limit",
        "the loss at the stops is more than 20% of the margin",
    ),
)  # fmt: skip


def edits() -> tuple[AnyEdit, ...]:
    """Half of the nearest position closed, money added, one price moved, then all."""
    first = positions()[0]
    return (
        ChangePosition(
            account_id="Main", symbol=first.symbol, side="short", margin_mode="cross", size=2_000.0, leverage=10.0
        ),
        MoveMoney(account_id="Main", currency="USDT", amount=20_000.0),
        MovePrice(coin="SOL", move=0.02),
        MovePrice(coin="", move=-0.05),
    )  # fmt: skip


def what_if(request_id: int = 1) -> WhatIfResult:
    """An answer with every kind of row: changed, closed, new, unknown, as it is."""
    main = [row for row in positions() if row.account_id == "Main"]
    pool = pools()[0]
    then = (_supposed(main[0], 199.61, 2_000.0), _supposed(main[1], 3_020.4, 118.4), None)
    new = replace(main[2], side="short", unrealized_pnl=0.0, liquidation_price=None, unknown="its tiers are not known")
    return WhatIfResult(
        request_id=request_id,
        at_ms=NOW_MS - 300,
        positions=(
            *(WhatIfRow(now=row, then=after) for row, after in zip(main, then, strict=True)),
            WhatIfRow(now=None, then=replace(new, liquidation_distance=None)),
        ),
        pools=(
            WhatIfPool(now=pool, then=_pool(pool, 0.48, 176_404.0)),
            WhatIfPool(now=pools()[1], then=_pool(pools()[1], 0.93, 81_200.0)),
        ),
        notes=("Swing: the initial margin would be above the equity; the venue would refuse that.",),
    )


def _supposed(row: PositionRisk, liquidation: float, size: float) -> PositionRisk:
    sign = 1 if row.side == "long" else -1
    mark = row.mark_price * (1.02 if row.side == "short" else 0.95)
    return replace(
        row, mark_price=mark, size_base=size, liquidation_price=liquidation, liquidation_root=liquidation,
        liquidation_distance=sign * (mark - liquidation) / mark, unrealized_pnl=sign * size * (mark - row.entry_price),
        level=0,
    )  # fmt: skip


def _pool(pool: PoolRisk, ratio: float, equity: float) -> PoolRisk:
    return replace(pool, margin_ratio=ratio, equity=equity, headroom=equity * (1 - ratio), unrealized_pnl=-14_020.0)


def detail_update() -> Update:
    """The sample with the stop audit of the nearest position."""
    first, *rest = positions()
    report = assess((account(position()),), rescue_distance=0.1)
    beyond = position_beyond(measure_beyond(report.figures, Market(), NOW_MS, Lines()), 0)
    return update(positions=(replace(first, beyond=replace(beyond, key=first.key, stops=STOPS)), *rest))


def timeline(request_id: int = 1, hours: int = 6) -> Timeline:
    """Six hours with a gap in which nothing was recorded."""
    first, noise = positions()[0], random.Random(5)
    points, distance, count = [], 0.12, 480
    for number in range(count):
        distance += noise.gauss(-0.00019, 0.0014)
        at = NOW_MS - hours * HOUR_MS + number * hours * HOUR_MS // count
        if 170 < number < 215:
            continue
        shown = max(0.012, distance + 0.01 * math.sin(number / 40))
        points.append(PastPoint(at, first.mark_price, first.liquidation_price, shown, min(1.0, 0.086 / (shown + 0.09))))
    return Timeline(
        request_id=request_id,
        position_key=first.key,
        since_ms=NOW_MS - hours * HOUR_MS,
        until_ms=NOW_MS,
        every_ms=hours * HOUR_MS // count,
        points=tuple(points),
        events=tuple(_told(first)),
    )


def _told(row: PositionRisk) -> list[AlertEvent]:
    lines = (
        (300, 1, "raise", "SOL/USDT short is 9.8 % from liquidation"),
        (212, 0, "clear", "SOL/USDT short is 11.2 % from liquidation again"),
        (150, 2, "escalate", "SOL/USDT short is 4.9 % from liquidation"),
        (149, 0, "acknowledged", "Acknowledged: SOL/USDT short is 4.9 % from liquidation"),
        (8, 3, "escalate", "SOL/USDT short is 3.1 % from liquidation"),
    )
    return [
        AlertEvent(
            id=number, at_ms=NOW_MS - ago * MINUTE_MS, key=f"distance|{row.key}", family="RISK",
            kind="liquidation_distance", level=level, reason=reason, notify=level > 0, title=title,
            text="Liquidation 188.12, mark 182.46. Add 51,290 USDT or cut 1,312.400 SOL to reach 10 %.",
            account_id=row.account_id, position_key=row.key,
        )
        for number, (ago, level, reason, title) in enumerate(lines)
    ]  # fmt: skip


def explanation(request_id: int = 1) -> Explanation:
    """A working as the engine writes it."""
    text = """SOL/USDT:USDT short cross
  basis: exact.
  source: Binance FAQ 4868b2f1aa6c4d08af973328462bb0bd (2025-02-06)
  size 4,200 SOL = 4,200 contracts x 1
  value 766,332 USDT = 4,200 x 182.46 (mark)
  unrealised PnL -23,604 USDT = 4,200 x (176.84 - 182.46)
  initial margin 38,316.6 USDT
  maintenance margin 11,244.98 USDT
  tiers by notional, marginal: 5 of 9 now, 5 at liquidation
    tier 5: from 600,000, rate 2.5 %, deduction 7,890  <- now and at liquidation
  at price p: equity   207,817.42 - 4,200 x (p - 176.84)
              required 119,547.02 (other positions) + 0.025 x 4,200 x p - 7,890
  equal at p = 828,955.4 / 4,305 = 188.1232
  check: equity 160,428.8 = required 160,428.8
  liquidation price 188.1232, shown as 188.12 (down to the tick)
  distance 3.103 % = |182.46 - 188.1232| / 182.46

Pool cross:USDT
  equity 184,213.42 USDT = wallet 210,152.12 + unrealised PnL -25,938.7
  required 130,791.53 USDT; maintenance margin 130,791.53
  margin ratio 71 % = required / equity; liquidation at 100 %
  headroom 53,421.89 USDT"""
    return Explanation(request_id=request_id, position_key=positions()[0].key, at_ms=NOW_MS - 14_000, text=text)
