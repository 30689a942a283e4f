"""stress_report(figures) -> StressReport: shocks, crashes and legs across accounts, put into rows.

A tenth of a second for 200 positions: it runs beside the engine's loop, when it is asked for.
"""

from __future__ import annotations

import math

import numpy as np

from monitor.book import BoolArray, FloatArray
from monitor.language import tr
from monitor.risk.across import CoinAcross, across_accounts
from monitor.risk.crash import Replay, replay_crash
from monitor.risk.crash_paths import crashes
from monitor.risk.figures import Figures
from monitor.risk.rows import EQUITY_GONE
from monitor.risk.shocks import MOVES, Shocked, heat_map, largest_coins, shock_ladder
from monitor.risk.stress_rows import (
    AcrossLeg,
    AcrossRow,
    CrashAccount,
    CrashDeath,
    CrashRow,
    HeatMap,
    ShockLine,
    StressReport,
)

PATH_POINTS = 120


def stress_report(figures: Figures, at_ms: int) -> StressReport:
    """Lay every shock and crash over the book of `figures`."""
    book, layout = figures.book, figures.pools.layout
    coins = largest_coins(book, layout)
    ladder, by_coin = shock_ladder(book, layout), heat_map(book, layout, coins)
    groups = _groups(figures)
    return StressReport(
        at_ms=at_ms,
        moves=MOVES,
        ladder=tuple(_shock_line(name, ladder, pools) for name, pools in groups),
        heat=tuple(
            HeatMap(
                account_id=name,
                coins=coins,
                change=tuple(_changes(shocked, pools) for shocked in by_coin),
                liquidated=tuple(_counts(shocked, pools) for shocked in by_coin),
            )
            for name, pools in groups
        ),
        crashes=tuple(_crash_row(figures, replay_crash(book, layout, crash)) for crash in crashes()),
        across=tuple(_across_row(figures, one) for one in across_accounts(book, figures.pools)),
        left_out=_left_out(figures, ladder.known),
    )


def _groups(figures: Figures) -> tuple[tuple[str, BoolArray], ...]:
    """All pools together, then those of each account."""
    account = figures.pools.layout.account
    single = tuple((one.id, account == number) for number, one in enumerate(figures.book.accounts))
    return (("", np.ones(len(account), dtype=bool)), *single)


def _left_out(figures: Figures, known: BoolArray) -> tuple[str, ...]:
    layout = figures.pools.layout
    return tuple(
        tr(
            "{account}, {pool}: left out of the sums; {why}",
            account=figures.book.accounts[int(layout.account[pool])].id,
            pool=layout.ids[pool],
            why=layout.terms[pool].reason if not layout.terms[pool].computable else _why(figures, pool),
        )
        for pool in np.flatnonzero(~known).tolist()
    )


def _why(figures: Figures, pool: int) -> str:
    if math.isnan(float(figures.pools.health[pool])):
        return tr("a wallet balance, mark, index price or tier of it is not known.")
    return tr("no price of {settle} is known.", settle=figures.pools.settle[pool])


def _shock_line(name: str, shocked: Shocked, pools: BoolArray) -> ShockLine:
    known = pools & shocked.known
    worst = shocked.ratio[:, known].max(axis=1) if known.any() else np.full(len(shocked.ratio), np.nan)
    return ShockLine(
        account_id=name,
        change=_changes(shocked, pools),
        liquidated=_counts(shocked, pools),
        worst_ratio=tuple(_known(min(float(ratio), EQUITY_GONE)) for ratio in worst.tolist()),
    )


def _changes(shocked: Shocked, pools: BoolArray) -> tuple[float | None, ...]:
    known = pools & shocked.known
    if not known.any():
        return (None,) * len(shocked.change)
    return tuple(float(change) for change in shocked.change[:, known].sum(axis=1))


def _counts(shocked: Shocked, pools: BoolArray) -> tuple[int, ...]:
    return tuple(int(count) for count in shocked.liquidated[:, pools & shocked.known].sum(axis=1))


def _crash_row(figures: Figures, replay: Replay) -> CrashRow:
    crash = replay.crash
    low = int(crash.factor.argmin())
    shown = np.unique([*np.linspace(0, len(crash.hours) - 1, PATH_POINTS).astype(np.int64).tolist(), low])
    return CrashRow(
        id=crash.id,
        title=crash.title,
        synthetic=crash.synthetic,
        source=crash.source,
        fall=crash.fall,
        fall_hours=float(crash.hours[low]),
        hours=float(crash.hours[-1]),
        depth=crash.depth,
        loss=replay.loss,
        shortfall=replay.total_shortfall,
        deaths=_deaths(figures, replay),
        accounts=tuple(_crash_account(name, replay, pools) for name, pools in _groups(figures)[1:]),
        path_hours=_numbers(crash.hours[shown]),
        path_equity=_numbers(replay.equity[shown]),
        path_btc=_numbers(crash.factor[shown]),
    )


def _deaths(figures: Figures, replay: Replay) -> tuple[CrashDeath, ...]:
    book, layout, crash = figures.book, figures.pools.layout, replay.crash
    dead = np.flatnonzero(replay.died >= 0)
    return tuple(
        CrashDeath(
            account_id=book.accounts[int(layout.account[pool])].id,
            pool_id=layout.ids[pool],
            symbol=book.positions[int(replay.hit[pool])].symbol,
            side=book.positions[int(replay.hit[pool])].side,
            hours=float(crash.hours[replay.died[pool]]),
            btc_move=float(crash.factor[replay.died[pool]]) - 1.0,
            loss=float(replay.before[pool]),
            shortfall=float(replay.shortfall[pool]),
            held_to_end=float(replay.held[pool]),
        )
        for pool in dead[np.argsort(replay.died[dead], kind="stable")]
    )


def _crash_account(name: str, replay: Replay, pools: BoolArray) -> CrashAccount:
    known = pools & replay.known
    dead = known & (replay.died >= 0)
    return CrashAccount(
        account_id=name,
        loss=float((replay.before - replay.after)[known].sum()) if known.any() else None,
        shortfall=float(replay.shortfall[known].sum()) if known.any() else None,
        first_death_h=float(replay.crash.hours[replay.died[dead].min()]) if dead.any() else None,
    )


def _across_row(figures: Figures, one: CoinAcross) -> AcrossRow:
    layout = figures.pools.layout
    return AcrossRow(
        coin=one.coin,
        delta=one.delta,
        gross=one.gross,
        legs=tuple(
            AcrossLeg(
                account_id=figures.book.accounts[int(layout.account[leg.pool])].id,
                pool_id=layout.ids[leg.pool],
                delta=leg.delta,
                death_move=leg.death,
                transfer=leg.transfer,
            )
            for leg in one.legs
        ),
        equal_move=one.equal_move,
        reason=one.reason,
    )


def _numbers(values: FloatArray) -> tuple[float, ...]:
    return tuple(float(f"{value:.7g}") for value in values)


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None
