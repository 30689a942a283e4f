"""A rich sample of what the engine tells: four accounts, nine positions of every level, alarms in every phase.

The figures are invented but agree with each other; ratios are fractions, times ms UTC, NOW_MS is "now".
"""

from __future__ import annotations

import math
import random
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from monitor.messages import (
    AccountStatus,
    AlertEvent,
    AlertState,
    Candles,
    LadderStep,
    PoolRisk,
    PositionRisk,
    PriceLadder,
    TotalEquity,
    Update,
)
from monitor.model import KeyFacts

NOW_MS = 1_795_351_931_000  # 2026-11-22 12:52:11 UTC
MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
VENUES = {"binanceusdm": "Binance USDⓈ-M", "bybit": "Bybit UTA", "okx": "OKX", "bitget": "Bitget"}


def account(account_id: str, venue: str, **changes: Any) -> AccountStatus:
    values: dict[str, Any] = {
        "account_id": account_id,
        "venue": venue,
        "venue_title": VENUES[venue],
        "account_mode": "single_currency",
        "position_mode": "one_way",
        "margin_modes": ("cross",),
        "settle": "USDT",
        "equity": 10_000.0,
        "unrealized_pnl": 0.0,
        "available": 5_000.0,
        "margin_ratio": 0.2,
        "margin_ratio_pool": "cross:USDT",
        "venue_ratio": 0.2,
        "venue_ratio_name": "Margin Ratio",
        "positions": 1,
        "level": 0,
        "feed": "live",
        "read_ms": NOW_MS - 400,
        "trouble": None,
        "advice": "",
        "latency_ms": 63,
        "clock_offset_ms": 12,
        "key": KeyFacts(rights="read-only"),
        "is_demo": False,
    }
    return AccountStatus(**{**values, **changes})


def position(symbol: str, side: str, account_id: str, **changes: Any) -> PositionRisk:
    """A position; distance, P&L and notional follow from the prices unless they are given."""
    values: dict[str, Any] = {
        "account_id": account_id,
        "venue": "binanceusdm",
        "symbol": symbol,
        "side": side,
        "margin_mode": "cross",
        "pool_id": "cross:USDT",
        "settle": symbol.split(":")[1],
        "contracts": 1.0,
        "size_base": 1.0,
        "entry_price": 100.0,
        "mark_price": 100.0,
        "tick_size": 0.01,
        "lot_size": 0.001,
        "leverage": 10.0,
        "effective_leverage": 4.16,
        "maintenance_margin": 120.0,
        "margin_ratio": 0.2,
        "liquidation_price": 80.0,
        "bankruptcy_price": None,
        "basis": "exact",
        "basis_reason": "",
        "stop_price": None,
        "stop_cover": 0.0,
        "stop_beyond": False,
        "funding_rate": 0.0001,
        "funding_interval_h": 8.0,
        "next_funding_ms": NOW_MS + 2 * HOUR_MS + 11 * MINUTE_MS,
        "adl_rank": 2.0,
        "rescue_distance": None,
        "rescue_add": None,
        "rescue_cut": None,
    }
    values |= changes
    return PositionRisk(**{**_derived(values), **values})


def _derived(values: dict[str, Any]) -> dict[str, Any]:
    sign = 1 if values["side"] == "long" else -1
    mark, size, liquidation = values["mark_price"], values["size_base"], values["liquidation_price"]
    notional = size * mark
    margin = notional / (values["leverage"] or 1.0)
    profit = sign * size * (mark - values["entry_price"])
    stop = values["stop_price"]
    return {
        "notional": notional,
        "unrealized_pnl": profit,
        "initial_margin": margin,
        "roe": profit / margin,
        "liquidation_distance": None if liquidation is None else sign * (mark - liquidation) / mark,
        "reported_liquidation_price": liquidation,
        "disagreement": None if liquidation is None else 0.00004,
        "max_loss": margin,
        "loss_to_liquidation": None if liquidation is None else size * abs(mark - liquidation),
        "stop_distance": None if stop is None else sign * (mark - stop) / mark,
        "funding_payment": -sign * notional * (values["funding_rate"] or 0.0),
    }


def positions() -> tuple[PositionRisk, ...]:
    """Nine positions, nearest to liquidation first."""
    rows = (
        position(
            "SOL/USDT:USDT", "short", "Main", level=3, contracts=4200.0, size_base=4200.0, entry_price=176.84,
            mark_price=182.46, liquidation_price=188.12, leverage=20.0, margin_ratio=0.71, funding_rate=0.000213,
            rescue_distance=0.10, rescue_add=51_290.0, rescue_cut=1_312.4, max_loss=184_213.0,
        ),
        position(
            "PEPE/USDT:USDT", "long", "Alts", venue="bitget", level=2, contracts=1.84e9, size_base=1.84e9,
            entry_price=0.00001214, mark_price=0.00001166, liquidation_price=0.00001092, tick_size=1e-8,
            stop_price=0.00001120, stop_cover=1.0, margin_mode="isolated", pool_id="isolated:PEPE/USDT:USDT:long",
            funding_rate=-0.000112, rescue_distance=0.10, rescue_add=803.0, rescue_cut=6.9e8, lot_size=1000.0,
        ),
        position(
            "ETH/USDT:USDT", "long", "Main", level=1, contracts=118.4, size_base=118.4, entry_price=3512.40,
            mark_price=3468.15, liquidation_price=3163.90, stop_price=3290.0, stop_cover=1.0, leverage=15.0,
            margin_ratio=0.71, disagreement=0.0023, reported_liquidation_price=3155.9, funding_rate=0.000087,
            rescue_distance=0.10, rescue_add=5_052.0, rescue_cut=14.58,
        ),
        position(
            "DOGE/USDT:USDT", "long", "Alts", venue="bitget", level=1, contracts=92_000.0, size_base=92_000.0,
            entry_price=0.21410, mark_price=0.20288, liquidation_price=0.17904, tick_size=0.00001, leverage=8.0,
            margin_mode="isolated", pool_id="isolated:DOGE/USDT:USDT:long", stop_price=0.1700, stop_beyond=True,
        ),
        position(
            "AVAX/USDT:USDT", "short", "Swing", venue="bybit", contracts=2150.0, size_base=2150.0, entry_price=41.220,
            mark_price=39.874, liquidation_price=46.310, tick_size=0.001, stop_price=42.9, stop_cover=1.0, leverage=6.0,
            next_funding_ms=NOW_MS + 6 * HOUR_MS + 11 * MINUTE_MS,
        ),
        position(
            "BTC/USDT:USDT", "long", "Main", contracts=3.25, size_base=3.25, entry_price=66120.5, mark_price=67014.2,
            liquidation_price=54980.0, tick_size=0.1, stop_price=63800.0, stop_cover=0.5, margin_ratio=0.71,
        ),
        position(
            "LINK/USDT:USDT", "long", "Swing", venue="bybit", contracts=3100.0, size_base=3100.0, entry_price=17.842,
            mark_price=18.016, liquidation_price=14.610, tick_size=0.001, stop_price=16.9, stop_cover=1.0, leverage=5.0,
            unconfirmed=True,
        ),
        position(
            "BTC/USD:BTC", "short", "Basis", venue="okx", contracts=5361.0, size_base=8.0, entry_price=67240.0,
            mark_price=67022.5, liquidation_price=88140.0, tick_size=0.1, leverage=3.0, notional=8.0,
            unrealized_pnl=0.0259, initial_margin=2.667, roe=0.0097, funding_payment=0.0008, basis="estimate",
            basis_reason="portfolio margin is estimated from the venue's own figure", max_loss=3.9,
        ),
        position(
            "XRP/USDT:USDT", "long", "Basis", venue="okx", contracts=61_000.0, size_base=61_000.0, entry_price=0.5824,
            mark_price=0.5911, liquidation_price=None, tick_size=0.0001, leverage=4.0, stop_cover=None,
            unknown="the venue sent no leverage brackets for XRP/USDT:USDT", margin_ratio=None,
        ),
    )  # fmt: skip
    return rows


def accounts() -> tuple[AccountStatus, ...]:
    return (
        account(
            "Main", "binanceusdm", equity=184_213.42, unrealized_pnl=-25_938.7, margin_ratio=0.71, available=22_410.0,
            positions=3, level=3, latency_ms=41,
        ),
        account(
            "Swing", "bybit", equity=92_480.10, unrealized_pnl=3_433.3, margin_ratio=0.38, available=41_200.0,
            positions=2, position_mode="hedge", read_ms=NOW_MS - 900, latency_ms=88, feed="suspect", level=2,
        ),
        account(
            "Basis", "okx", equity=251_904.77, unrealized_pnl=2_270.7, margin_ratio=0.19, available=160_333.0,
            positions=2, account_mode="portfolio", read_ms=NOW_MS - 600, key=KeyFacts(rights="can trade"),
        ),
        account(
            "Alts", "bitget", equity=31_077.55, unrealized_pnl=-1_915.4, margin_ratio=0.54, available=4_120.0,
            positions=2, margin_modes=("isolated",), margin_ratio_pool="isolated:PEPE/USDT:USDT:long", level=2,
            read_ms=NOW_MS - 1_100, latency_ms=212,
        ),
    )  # fmt: skip


def pools() -> tuple[PoolRisk, ...]:
    def pool(account_id: str, pool_id: str, ratio: float, equity: float, level: int = 0) -> PoolRisk:
        return PoolRisk(
            account_id=account_id,
            pool_id=pool_id,
            settle="USDT",
            wallet_balance=equity,
            equity=equity,
            unrealized_pnl=0.0,
            initial_margin=equity * ratio * 1.5,
            maintenance_margin=equity * ratio,
            margin_ratio=ratio,
            headroom=equity * (1 - ratio),
            venue_ratio=ratio,
            venue_ratio_name="Margin Ratio",
            common_shock_down=0.091,
            common_shock_up=0.034,
            positions=2,
            level=level,
        )

    return (
        pool("Main", "cross:USDT", 0.71, 184_213.42, 2),
        pool("Swing", "cross:USDT", 0.38, 92_480.10),
        pool("Basis", "cross:USDT", 0.19, 251_904.77),
        pool("Alts", "isolated:PEPE/USDT:USDT:long", 0.54, 1_077.55),
    )


def alert(key: str, level: int, title: str, text: str, ago_ms: int, **changes: Any) -> AlertState:
    values: dict[str, Any] = {
        "key": key,
        "family": "RISK",
        "kind": "liquidation_distance",
        "phase": "active",
        "level": level,
        "peak": level,
        "since_ms": NOW_MS - ago_ms,
        "told_ms": NOW_MS - ago_ms,
        "quiet_until_ms": None,
        "snoozes_left": 3,
        "title": title,
        "text": text,
        "account_id": "Main",
        "position_key": "",
        "data_is_good": True,
    }
    return AlertState(**{**values, **changes})


def alerts() -> tuple[AlertState, ...]:
    sol = "Main|SOL/USDT:USDT|short|cross"
    return (
        alert(
            f"distance|{sol}", 3, "SOL/USDT short is 3.1 % from liquidation",
            "Liquidation 188.12, mark 182.46, 0.4 s old. Add 51,290 USDT or cut 1,312.400 SOL to reach 10 %. "
            "No stop order covers it.", 4_000, position_key=sol,
        ),
        alert(
            "ratio|Main|cross:USDT", 2, "Margin ratio 71 % on Main",
            "Maintenance margin 130,792 against equity 184,213 USDT, 53,421 of room. "
            "Adding 77,370 USDT brings it under 50 %.",
            31_000, kind="margin_ratio",
        ),
        alert(
            "distance|Alts|PEPE/USDT:USDT|long|isolated", 2, "PEPE/USDT long is 6.3 % from liquidation",
            "Liquidation 0.00001092, mark 0.00001166, 1.1 s old. Add 803 USDT to reach 10 %.", 9 * MINUTE_MS,
            phase="acknowledged", quiet_until_ms=NOW_MS + 21 * MINUTE_MS + 14_000, account_id="Alts",
            position_key="Alts|PEPE/USDT:USDT|long|isolated",
        ),
        alert(
            "suspect|Swing", 2, "Swing: 1 position missing without proof",
            "LINK/USDT:USDT: not in the venue's answer, but nothing proves that it is closed. It stays, marked.",
            48_000, family="DATA", kind="suspect", account_id="Swing", phase="snoozed",
            quiet_until_ms=NOW_MS + 4 * MINUTE_MS + 5_000,
        ),
        alert(
            "distance|Basis|ADA/USDT:USDT|long|cross", 0, "ADA/USDT long was 7.4 % from liquidation",
            "It has recovered.", 40 * MINUTE_MS, peak=2, phase="returned", account_id="Basis",
        ),
    )  # fmt: skip


def ladder(row: PositionRisk) -> PriceLadder:
    """The ladder of a position, its liquidation price at its place."""
    sign = 1 if row.side == "long" else -1
    moves = [0.10, 0.05, 0.02, 0.01, 0.0, -0.01, -0.02, -0.05, -0.10]
    liquidation = None if row.liquidation_price is None else row.liquidation_price / row.mark_price - 1
    steps = []
    for move in sorted([*moves, *([] if liquidation is None else [liquidation])], reverse=True):
        beyond = liquidation is not None and sign * (move - liquidation) < -1e-12
        here = move == liquidation
        ratio = None if beyond else min(1.0, max(0.05, 0.71 - sign * move * (0.29 / (row.liquidation_distance or 0.1))))
        steps.append(
            LadderStep(
                move=move,
                price=row.mark_price * (1 + move),
                pnl_change=sign * (row.size_base or 0.0) * row.mark_price * move,
                margin_ratio=ratio,
                liquidated=beyond or here,
                is_liquidation=here,
            )
        )
    return PriceLadder(position_key=row.key, steps=tuple(steps))


def update(**changes: Any) -> Update:
    """The whole sample."""
    rows = positions()
    values: dict[str, Any] = {
        "seq": 1,
        "now_ms": NOW_MS,
        "engine_pid": 4242,
        "started_ms": NOW_MS - 3 * HOUR_MS,
        "accounts": accounts(),
        "positions": rows,
        "pools": pools(),
        "alerts": alerts(),
        "ladder": ladder(rows[0]),
        "muted_until_ms": None,
        "restarted_ms": None,
        "total": TotalEquity(amount=529_675.2, currency="USD"),
    }
    return Update(**{**values, **changes})


def blind_update() -> Update:
    """The account of the nearest position has sent nothing valid for 47 s."""
    main, *others = accounts()
    main = replace(
        main, feed="stale", read_ms=NOW_MS - 47_000, trouble="The venue did not answer within 8 s.",
        advice="Check the network.",
    )  # fmt: skip
    stale = alert(
        "stale|Main", 3, "Main: no fresh data for 47 s",
        "The venue did not answer within 8 s. Check the network. Its risk figures are the last ones known.",
        17_000, family="DATA", kind="stale",
    )  # fmt: skip
    told = tuple(replace(known, data_is_good=known.account_id != "Main") for known in alerts())
    return update(
        accounts=(main, *others),
        alerts=(stale, *told),
        total=TotalEquity(amount=None, currency="USD", missing=("Main is not seen now",)),
    )


def connecting_update() -> Update:
    """The engine runs, but no account has answered yet."""
    silent = {
        "feed": "connecting",
        "read_ms": None,
        "latency_ms": None,
        "clock_offset_ms": None,
        "key": KeyFacts(rights="unverified"),
    }
    nothing = {"equity": None, "unrealized_pnl": None, "available": None, "margin_ratio": None, "positions": 0}
    waiting = tuple(replace(known, **silent, **nothing, margin_modes=(), level=0) for known in accounts())
    unknown = TotalEquity(
        amount=None, currency="USD", missing=tuple(f"{one.account_id} is not seen" for one in waiting)
    )
    return update(accounts=waiting, positions=(), pools=(), alerts=(), ladder=None, total=unknown)


def flat_update() -> Update:
    """Accounts are read and hold no position."""
    flat = tuple(
        replace(
            known, positions=0, margin_ratio=0.0, level=0, feed="live", unrealized_pnl=0.0, margin_modes=(),
            read_ms=NOW_MS - 3_000,
        )
        for known in accounts()[:3]
    )  # fmt: skip
    return update(accounts=flat, positions=(), pools=(), alerts=(), ladder=None)


def empty_update() -> Update:
    """No account has been added yet."""
    return update(accounts=(), positions=(), pools=(), alerts=(), ladder=None)


def demo_update() -> Update:
    """Two accounts of the embedded exchange."""
    rows = tuple(row for row in positions() if row.account_id in ("Main", "Swing"))
    demo = tuple(replace(known, is_demo=True) for known in accounts()[:2])
    return update(accounts=demo, positions=rows, ladder=ladder(rows[0]))


def many_update(count: int = 50) -> Update:
    """So many positions, for benchmarks."""
    known = positions()
    rows = tuple(replace(known[i % 9], symbol=f"C{i:02d}/USDT:USDT") for i in range(count))
    return update(positions=tuple(sorted(rows, key=lambda row: row.liquidation_distance or math.inf)))


def flood_update(count: int = 40) -> Update:
    """A crash: two of three positions are CRITICAL or DANGER, and all of that waits to be acknowledged."""
    rows = tuple(
        replace(row, level=3 if place < count // 2 else 2 if place < count * 2 // 3 else row.level)
        for place, row in enumerate(many_update(count).positions)
    )
    told = tuple(
        alert(
            f"distance|{row.key}", row.level, f"{row.symbol.split(':')[0]} {row.side} is near liquidation",
            "Add 51,290 USDT or cut 1,312.400 to reach 10 %. No stop order covers it.", 4_000 + 900 * place,
            account_id=row.account_id, position_key=row.key,
        )
        for place, row in enumerate(rows)
        if row.level > 1
    )  # fmt: skip
    hit = tuple(replace(known, level=3, margin_ratio=0.94, positions=count // 4) for known in accounts())
    filled = tuple(replace(pool, margin_ratio=0.94, level=3) for pool in pools())
    return update(accounts=hit, positions=rows, pools=filled, alerts=(*told, *alerts()))


def events() -> tuple[AlertEvent, ...]:
    """Lines of the journal, oldest first."""
    lines = (
        (1, 21 * MINUTE_MS + 27_000, 0, "restored", "SYSTEM", "Swing is read again",
         "Blind for 1.8 s; 2 positions unchanged."),
        (2, 20 * MINUTE_MS, 0, "closed", "RISK", "ADA/USDT long is closed", "The venue's answers agree."),
        (3, 12 * MINUTE_MS, 3, "liquidated", "RISK", "WIF/USDT long was LIQUIDATED by the exchange",
         "12,400 contracts closed by force at 1.9420 on Alts. Check what is left in the account."),
    )  # fmt: skip
    return tuple(
        AlertEvent(
            id=number, at_ms=NOW_MS - ago, key=f"event|{number}", family=family, kind=reason, level=level,
            reason=reason, notify=level > 0, title=title, text=text, account_id="Alts",
            position_key="Alts|WIF/USDT:USDT|long|isolated",
        )
        for number, ago, level, reason, family, title, text in lines
    )  # fmt: skip


def candles(row: PositionRisk, count: int = 132, timeframe: str = "15m") -> Candles:
    """A seeded walk that ends at the mark price."""
    noise = random.Random(11)
    step_ms = {"1m": MINUTE_MS, "15m": 15 * MINUTE_MS, "1h": HOUR_MS, "4h": 4 * HOUR_MS, "1d": 24 * HOUR_MS}[timeframe]
    walk = [0.0]
    for _ in range(count):
        walk.append(walk[-1] * 0.985 + noise.gauss(0.0004, 0.0031))
    closes = [row.mark_price * (1 + value - walk[-1]) for value in walk]
    bars = []
    for before, close in pairwise(closes):
        wick = row.mark_price * 0.0018
        bars.append(
            (
                before,
                max(before, close) + abs(noise.gauss(0, wick)),
                min(before, close) - abs(noise.gauss(0, wick)),
                close,
            )
        )
    last_open = NOW_MS // step_ms * step_ms
    return Candles(
        symbol=row.symbol,
        account_id=row.account_id,
        timeframe=timeframe,
        synthetic=False,
        open_ms=tuple(last_open - (count - 1 - index) * step_ms for index in range(count)),
        open=tuple(bar[0] for bar in bars),
        high=tuple(bar[1] for bar in bars),
        low=tuple(bar[2] for bar in bars),
        close=tuple(bar[3] for bar in bars),
    )


def states() -> dict[str, Update | None]:
    """Return what the main window is shown in beside the usual: each state that has a look of its own."""
    return {
        "starting": None,
        "connecting": connecting_update(),
        "blind": blind_update(),
        "flat": flat_update(),
        "empty": empty_update(),
        "demo": demo_update(),
    }
