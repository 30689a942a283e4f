"""The figures beyond the liquidation price that can be told: each a column of values, and its sentence with what to do.

A column holds one value per position, pool or account; NaN is unknown. Amounts needed are rounded up, room down.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from monitor.alerts.wording import amount_up, cut_up, days_down, percent_down, percent_up, price, times_up
from monitor.book import BoolArray, FloatArray
from monitor.language import tr
from monitor.risk.beyond import Beyond
from monitor.risk.calibration import HORIZONS_H
from monitor.risk.depth import CRISIS_DEPTHS
from monitor.risk.dollars import Dollars
from monitor.risk.gap import JUMPS
from monitor.risk.protection import kind_of, protection_of
from monitor.risk.rows import PositionRisk

DAY = HORIZONS_H.index(24)
THIN = 1 + CRISIS_DEPTHS.index(0.1)
YOU_OWE = ("may claim", "not found")  # what the venue says of a loss beyond the margin, where it may be yours


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What one alarm is about."""

    key: str  # of a position, of account|pool, of an account
    name: str
    account_id: str
    number: int  # its column
    row: PositionRisk | None = None


Say = Callable[[Beyond, Subject, float, float], tuple[str, str]]
"""Title and text from (beyond, subject, value, limit)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One kind of alarm."""

    about: str  # "position", "pool", "account"
    column: Callable[[Beyond], FloatArray]  # one value per subject, NaN unknown
    say: Say
    falling: bool = False  # the smaller the worse


# ---------------------------------------------------------------- what can be lost


def _max_loss(beyond: Beyond) -> FloatArray:
    """(m,) what was put into the pool, over the equity of its account."""
    layout = beyond.figures.pools.layout
    equity = np.full(layout.size, np.nan)
    equity[layout.of] = beyond.equity
    return beyond.figures.pools.wallet / np.where(equity > 0, equity, np.nan)


def _say_max_loss(beyond: Beyond, one: Subject, value: float, limit: float) -> tuple[str, str]:
    pools = beyond.figures.pools
    amount = f"{amount_up(float(pools.wallet[one.number]))} {pools.layout.settle[one.number]}"
    title = tr(
        "{name} · up to {amount} can be lost: {share} of the account",
        name=one.name,
        amount=amount,
        share=percent_up(value),
    )
    if one.row is not None and one.row.margin_mode == "isolated":
        return title, tr("Your line is {line}. Hold less of it, with less margin behind it.", line=percent_up(limit))
    return title, tr(
        "Your line is {line}. Move what is not needed as margin elsewhere, or trade isolated: a cross pool can lose "
        "all of its wallet.",
        line=percent_up(limit),
    )


def _gap_debt(beyond: Beyond) -> FloatArray:
    """(n,) the jump through liquidation that uses up the margin, where what is missing then may be the user's."""
    figures, book = beyond.figures, beyond.figures.book
    owes = [
        (
            _owes(account.venue, kind_of(account.account_mode, isolated=False)),
            _owes(account.venue, kind_of(account.account_mode, isolated=True)),
        )
        for account in book.accounts
    ]
    isolated = figures.pools.layout.isolated.tolist()
    mine = [owes[owner][alone] for owner, alone in zip(book.account.tolist(), isolated, strict=True)]
    jump = np.abs(figures.bankruptcy / figures.root - 1.0)
    return np.where(np.array(mine, dtype=bool) & ~_is_safe(beyond), jump, np.inf)


def _is_safe(beyond: Beyond) -> BoolArray:
    """(n,) whether it is known that no price of the symbol alone liquidates."""
    figures = beyond.figures
    safe: BoolArray = np.isnan(figures.root) & np.isfinite(figures.health)
    return safe


def _owes(venue: str, kind: str) -> bool:
    return protection_of(venue, kind).status in YOU_OWE  # type: ignore[arg-type]


def _say_gap_debt(beyond: Beyond, one: Subject, value: float, limit: float) -> tuple[str, str]:
    if not math.isfinite(value):
        return tr("{name} · no jump leaves you a debt", name=one.name), ""
    step = next((number for number, jump in enumerate(JUMPS) if jump >= limit * (1.0 - 1e-9)), len(JUMPS) - 1)
    layout = beyond.figures.pools.layout
    missing = f"{amount_up(float(beyond.gaps.shortfall[step, one.number]))} {layout.settle[layout.of[one.number]]}"
    title = tr("{name} · a jump through liquidation may leave you a debt", name=one.name)
    text = tr(
        "{gap} past the liquidation price the margin is gone; after a jump of {jump} {missing} are missing, and the "
        "venue does not say that it bears them. Hold less, or set a stop well before liquidation.",
        gap=percent_down(value),
        jump=percent_down(JUMPS[step]),
        missing=missing,
    )
    return title, text


def _exposed(beyond: Beyond) -> FloatArray:
    """(a,) money of each account that is not needed as margin [USD]; where a part is unknown, NaN or what is known."""
    book, layout = beyond.figures.book, beyond.figures.pools.layout
    worth = Dollars.of(book, layout).worth(beyond.spare.not_needed, book.mark)
    nothing = beyond.spare.not_needed == 0.0
    known = np.where(nothing, 0.0, worth)
    owner = np.asarray(layout.account, dtype=np.int64)
    total = np.bincount(owner, weights=np.nan_to_num(known), minlength=len(book.accounts)).astype(np.float64)
    unsure = np.bincount(owner, weights=np.isnan(known), minlength=len(book.accounts)) > 0
    return np.where(unsure & (total <= 0.0), np.nan, total)


def _say_exposed(beyond: Beyond, one: Subject, value: float, limit: float) -> tuple[str, str]:
    title = tr("{name} · about {amount} USD lie there for nothing", name=one.name, amount=amount_up(value))
    text = tr(
        "They are not needed as margin: without them every position still keeps {distance}. Kept elsewhere they cannot "
        "be lost in a liquidation, or with the exchange.",
        distance=percent_down(beyond.lines.kept_distance),
    )
    return title, text


# ---------------------------------------------------------------- time and chance


def _funding_drift(beyond: Beyond) -> FloatArray:
    """(n,) days until funding alone carries liquidation to the WARNING line; inf where it is there: that one rings."""
    days = beyond.funding.line_days[0]
    return np.where(_is_safe(beyond) | (days <= 0.0), np.inf, days)


def _say_funding_drift(beyond: Beyond, one: Subject, value: float, limit: float) -> tuple[str, str]:
    if not math.isfinite(value):
        return tr("{name} · funding does not bring liquidation nearer now", name=one.name), ""
    layout = beyond.figures.pools.layout
    pool = layout.of[one.number]
    paid = f"{amount_up(-float(beyond.funding.pool_per_day[pool]))} {layout.settle[pool]}"
    line = percent_down(beyond.funding.lines[0])
    title = tr(
        "{name} · funding alone brings liquidation to {line} within {days}",
        name=one.name,
        line=line,
        days=days_down(value),
    )
    text = tr("It takes {paid} a day at today's rates, though no price moves. Add margin, or hold less.", paid=paid)
    return title, text


def _touch_chance(beyond: Beyond) -> FloatArray:
    """(m,) chance of liquidation within a day; of a pool with several positions the joint one, if it is larger."""
    layout = beyond.figures.pools.layout
    single, joint = beyond.chances.middle[DAY], beyond.joint.middle[DAY]
    worst = np.full(layout.size, -np.inf)
    np.fmax.at(worst, layout.of, single)
    several = np.bincount(layout.of, minlength=layout.size) > 1
    found = np.where(several, np.fmax(worst, joint), worst)
    return np.where(np.isfinite(found), found, np.nan)


def _say_touch_chance(beyond: Beyond, one: Subject, value: float, limit: float) -> tuple[str, str]:
    if one.row is not None:
        number = int(np.flatnonzero(beyond.figures.pools.layout.of == one.number)[0])
        low, high = beyond.chances.low[DAY, number], beyond.chances.high[DAY, number]
    else:
        low, high = beyond.joint.low[DAY, one.number], beyond.joint.high[DAY, one.number]
    title = tr(
        "{name} · liquidated within 24 h in {low} to {high} of such cases",
        name=one.name,
        low=percent_down(float(np.fmin(low, value))),
        high=percent_up(float(np.fmax(high, value))),
    )
    told = tr(
        "At this distance and volatility real prices went that far so often; your line is {line}.",
        line=percent_up(limit),
    )
    action = tr("Add margin, or hold less.") if one.row is None else _rescue(one.row)
    return title, f"{told} {action}"


def _rescue(row: PositionRisk) -> str:
    if not row.rescue_add or row.rescue_distance is None:
        return tr("Add margin, or hold less.")
    amount, aim = f"{amount_up(row.rescue_add)} {row.settle}", percent_up(row.rescue_distance)
    if not row.rescue_cut:
        return tr("Add {amount} to reach {aim}.", amount=amount, aim=aim)
    size = cut_up(row, row.rescue_cut)
    return tr("Add {amount} or cut {size} to reach {aim}.", amount=amount, size=size, aim=aim)


# ---------------------------------------------------------------- the way out


def _exit_cost(beyond: Beyond) -> FloatArray:
    """(n,) slippage and fee of closing it at once, over its margin."""
    return np.maximum(_exit_money(beyond), 0.0) / np.where(beyond.margin > 0, beyond.margin, np.nan)


def _exit_money(beyond: Beyond) -> FloatArray:
    """(n,) slippage and fee [settle]; of a book that does not hold all of it never less than with what is assumed."""
    found, figures = beyond.exits, beyond.figures
    least = figures.notional * (beyond.slippage + figures.pools.layout.taker)
    return np.where(found.unfilled[0] > 0, np.fmax(found.cost + found.fee, least), found.cost + found.fee)


def _say_exit_cost(beyond: Beyond, one: Subject, value: float, limit: float) -> tuple[str, str]:
    found, row = beyond.exits, one.row
    amount = f"{amount_up(float(_exit_money(beyond)[one.number]))} {'' if row is None else row.settle}"
    title = tr("{name} · closing it at once costs {share} of its margin", name=one.name, share=percent_up(value))
    text = tr("By the visible order book: {amount}, slippage and fee. Close in parts, or earlier.", amount=amount)
    if found.unfilled[0, one.number] > 0:
        text += " " + tr(
            "The book does not even hold all of it: {slippage:.2f} % slippage is reckoned with, and it may be more.",
            slippage=float(beyond.slippage[one.number]) * 100,
        )
    return title, text


def _exit_unfilled(beyond: Beyond) -> FloatArray:
    """(n,) share of the size that a tenth of today's book does not hold."""
    held = np.array([position.contracts for position in beyond.figures.book.positions], dtype=np.float64)
    share: FloatArray = beyond.exits.unfilled[THIN] / held
    return share


def _say_exit_unfilled(beyond: Beyond, one: Subject, value: float, limit: float) -> tuple[str, str]:
    title = tr("{name} · a thin book would leave {share} of it open", name=one.name, share=percent_up(value))
    text = tr(
        "In a crash a tenth of today's order book may be left. Your line is {line}. Hold less, or close in parts while "
        "the book is deep.",
        line=percent_up(limit),
    )
    return title, text


# ---------------------------------------------------------------- how large it is


def _leverage(beyond: Beyond) -> FloatArray:
    """(n,) value over the equity behind it."""
    figures, layout = beyond.figures, beyond.figures.pools.layout
    owe = 1.0 if layout.plain else figures.pools.assets.owe[layout.asset]
    equity = figures.pools.equity[layout.of]
    return figures.notional * owe / np.where(equity > 0, equity, np.nan)


def _say_leverage(beyond: Beyond, one: Subject, value: float, limit: float) -> tuple[str, str]:
    layout, row = beyond.figures.pools.layout, one.row
    pool = layout.of[one.number]
    need = float(beyond.figures.pools.equity[pool]) * (value / limit - 1.0)
    title = tr("{name} · its effective leverage is {leverage}", name=one.name, leverage=times_up(value))
    if need <= 0.0 or row is None:
        return title, ""
    amount = f"{amount_up(need)} {layout.settle[pool]}"
    share = 1.0 - limit / value
    if not row.size_base or row.margin_mode == "isolated":  # an isolated margin leaves with the size
        return title, tr("Add {amount} to come under your line, {line}.", amount=amount, line=times_up(limit))
    size = cut_up(row, row.size_base * share)
    return title, tr(
        "Add {amount} or cut {size} to come under your line, {line}.", amount=amount, size=size, line=times_up(limit)
    )


def _stop_loss(beyond: Beyond) -> FloatArray:
    """(n,) loss at the counted stops, from entry, over the margin; NaN where they were not read."""
    covered = np.where(
        beyond.stops.covered > 0, beyond.stops.loss, np.where(np.isnan(beyond.stops.covered), np.nan, 0.0)
    )
    return covered / np.where(beyond.margin > 0, beyond.margin, np.nan)


def _say_stop_loss(beyond: Beyond, one: Subject, value: float, limit: float) -> tuple[str, str]:
    settle = "" if one.row is None else one.row.settle
    nearest = float(beyond.stops.nearest[one.number])
    title = tr("{name} · its stops lose {share} of its margin", name=one.name, share=percent_up(value))
    text = tr(
        "{loss} from the entry, slippage included; your line is {line}. Move the stops nearer (the first one is at "
        "{stop}), or hold less.",
        loss=f"{amount_up(float(beyond.stops.loss[one.number]))} {settle}",
        line=percent_up(limit),
        stop="—" if math.isnan(nearest) else price(nearest, None if one.row is None else one.row.tick_size),
    )
    return title, text


def _margin_share(beyond: Beyond) -> FloatArray:
    """(n,) margin behind the position over the equity of its account."""
    layout = beyond.figures.pools.layout
    owe = 1.0 if layout.plain else beyond.figures.pools.assets.owe[layout.asset]
    return beyond.margin * owe / np.where(beyond.equity > 0, beyond.equity, np.nan)


def _say_margin_share(beyond: Beyond, one: Subject, value: float, limit: float) -> tuple[str, str]:
    settle = "" if one.row is None else one.row.settle
    title = tr("{name} · its margin is {share} of the account", name=one.name, share=percent_up(value))
    text = tr(
        "{margin} stand behind this one trade; your line is {line}. Hold less, so that one mistake stays small.",
        margin=f"{amount_up(float(beyond.margin[one.number]))} {settle}",
        line=percent_up(limit),
    )
    return title, text


FIGURES: dict[str, Figure] = {
    "max_loss": Figure(about="pool", column=_max_loss, say=_say_max_loss),
    "gap_debt": Figure(about="position", column=_gap_debt, say=_say_gap_debt, falling=True),
    "exposed_money": Figure(about="account", column=_exposed, say=_say_exposed),
    "funding_drift": Figure(about="position", column=_funding_drift, say=_say_funding_drift, falling=True),
    "touch_chance": Figure(about="pool", column=_touch_chance, say=_say_touch_chance),
    "exit_cost": Figure(about="position", column=_exit_cost, say=_say_exit_cost),
    "exit_unfilled": Figure(about="position", column=_exit_unfilled, say=_say_exit_unfilled),
    "leverage": Figure(about="position", column=_leverage, say=_say_leverage),
    "stop_loss": Figure(about="position", column=_stop_loss, say=_say_stop_loss),
    "margin_share": Figure(about="position", column=_margin_share, say=_say_margin_share),
}
