"""A report as text: the short table, and the long one that a trader can check by hand.

Percent appears here only because this is a screen; numbers inside formulas are printed in full.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from monitor.margin.rules import Rules
from monitor.model import Position
from monitor.risk.figures import Figures
from monitor.risk.report import RiskReport
from monitor.risk.rows import PoolRisk, PositionRisk

RESCUE_DISTANCE = 0.10  # fraction that the rescue figures restore
HEAD = ("position", "side", "notional", "liquidation", "distance", "ratio", "basis")


def table(report: RiskReport) -> str:
    """Return one line per position, and one per pool."""
    lines = []
    for account in report.book.accounts:
        lines.append(f"{account.id} ({account.venue})")
        rows = [row for row in report.positions if row.account_id == account.id]
        cells = [HEAD, *(_cells(row) for row in rows)] if rows else []
        widths = [max(len(line[column]) for line in cells) for column in range(len(HEAD))] if cells else []
        lines += [
            "  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in cells
        ]
        lines += [f"  {_pool_line(pool)}" for pool in report.pool_rows if pool.account_id == account.id]
    return "\n".join(lines)


def text(report: RiskReport) -> str:
    """Return, per pool and per position, the formula with the numbers put in, the tier walk, the basis and the source."""
    lines: list[str] = []
    for account in report.book.accounts:
        lines += [f"Account {account.id} on {account.venue}", ""]
        for pool in report.pool_rows:
            if pool.account_id == account.id:
                lines += [*_explain_pool(report, pool), ""]
        for row, position in enumerate(report.positions):
            if position.account_id == account.id:
                lines += [*_explain_position(report.figures, row, position), ""]
    return "\n".join(lines).rstrip()


def number(value: float | None, digits: int = 10) -> str:
    """Return a number in full, without an exponent; "none" where there is none."""
    if value is None or not math.isfinite(value):
        return "none"
    rounded = f"{value:,.{max(2, digits - max(1, int(math.log10(abs(value)) + 1) if value else 1))}f}"
    return rounded.rstrip("0").rstrip(".") if "." in rounded else rounded


def percent(value: float | None) -> str:
    """Return a fraction as percent."""
    return "none" if value is None or not math.isfinite(value) else f"{value * 100:.4g} %"


def _cells(row: PositionRisk) -> tuple[str, ...]:
    if row.unknown and row.liquidation_price is None:
        return (row.symbol, row.side, number(row.notional, 8), "unknown", "", "", row.basis)
    ratio = percent(row.margin_ratio)
    return (
        row.symbol,
        row.side,
        number(row.notional, 8),
        number(row.liquidation_price),
        percent(row.liquidation_distance),
        ratio,
        row.basis,
    )


def _pool_line(pool: PoolRisk) -> str:
    if pool.unknown:
        return f"{pool.pool_id}: unknown: {pool.unknown}"
    shock = f"all marks together: down {percent(pool.common_shock_down)}, up {percent(pool.common_shock_up)}"
    return (
        f"{pool.pool_id}: equity {number(pool.equity)} {pool.settle}, required {number(pool.required)}, "
        f"ratio {percent(pool.margin_ratio)}; {shock}"
    )


def _explain_pool(report: RiskReport, pool: PoolRisk) -> Iterator[str]:
    yield f"Pool {pool.pool_id}"
    if pool.unknown:
        yield f"  unknown: {pool.unknown}"
    money = pool.settle
    yield f"  equity {number(pool.equity)} {money} = wallet {number(pool.wallet_balance)} + unrealised PnL {number(pool.unrealized_pnl)}"
    yield from _collateral_lines(report.figures, pool)
    yield f"  required {number(pool.required)} {money}; the venue's maintenance margin {number(pool.maintenance_margin)}"
    yield f"  margin ratio {percent(pool.margin_ratio)} = required / equity; liquidation at 100 %"
    yield f"  {pool.venue_ratio_name} (the venue's own figure): {number(pool.venue_ratio)}; headroom {number(pool.headroom)} {money}"
    if pool.positions:
        yield f"  if all marks move together: down {percent(pool.common_shock_down)}, up {percent(pool.common_shock_up)}"
        for way, naive, shock, first in (
            ("down", pool.naive_down, pool.common_shock_down, pool.first_down),
            ("up", pool.naive_up, pool.common_shock_up, pool.first_up),
        ):
            if naive is not None and shock is not None and pool.positions > 1 and naive > shock + 1e-12:
                yield (
                    f"  {way}: the nearest single price ({_name(first)}, {percent(naive)}) hides "
                    f"{percent(naive - shock)}: it lets every other mark stand still"
                )


def _name(key: str) -> str:
    return " ".join(key.split("|")[1:3])


def _collateral_lines(figures: Figures, pool: PoolRisk) -> Iterator[str]:
    pools, layout = figures.pools, figures.pools.layout
    for asset, owner in enumerate(pools.assets.pool):
        account = figures.book.accounts[int(layout.account[owner])]
        if account.id == pool.account_id and layout.ids[owner] == pool.pool_id and layout.shared[owner]:
            yield (
                f"    {pools.assets.currency[asset]}: {number(float(pools.balance[asset]))} counts for "
                f"{number(float(pools.worth[asset]))} USD"
            )


def _explain_position(figures: Figures, row: int, risk: PositionRisk) -> Iterator[str]:
    position = figures.book.positions[row]
    rules = figures.pools.layout.position_rules[row]
    yield f"{risk.symbol} {risk.side} {risk.margin_mode}"
    yield f"  basis: {risk.basis}. {risk.basis_reason}"
    yield f"  source: {risk.source}"
    if rules.formula:
        yield f"  rule: {rules.formula}"
    if risk.unknown:
        yield f"  unknown: {risk.unknown}"
        if risk.reported_liquidation_price is not None:
            yield f"  the venue says: {number(risk.reported_liquidation_price)}"
        return
    yield from _value_lines(figures, row, position, risk)
    yield from _tier_lines(figures, row, position, risk, rules)
    yield from _solution_lines(figures, row, position, risk, rules)
    yield from _venue_lines(risk)


def _value_lines(figures: Figures, row: int, position: Position, risk: PositionRisk) -> Iterator[str]:
    size, mark, entry = float(figures.book.face[row]), position.mark_price, position.entry_price
    unit, money = ("USD" if position.inverse else risk.symbol.split("/", 1)[0]), position.settle
    sign = "/" if position.inverse else "x"
    yield f"  size {number(size)} {unit} = {number(position.contracts)} contracts x {number(position.contract_size)}"
    yield f"  value {number(risk.notional)} {money} = {number(size)} {sign} {number(mark)} (mark)"
    if position.inverse:
        first, second = (entry, mark) if position.direction > 0 else (mark, entry)
        yield f"  unrealised PnL {number(risk.unrealized_pnl)} {money} = {number(size)} x (1/{number(first)} - 1/{number(second)})"
    else:
        first, second = (mark, entry) if position.direction > 0 else (entry, mark)
        yield f"  unrealised PnL {number(risk.unrealized_pnl)} {money} = {number(size)} x ({number(first)} - {number(second)})"
    yield f"  initial margin {number(risk.initial_margin)}, maintenance margin {number(risk.maintenance_margin)} {money}"


def _tier_lines(figures: Figures, row: int, position: Position, risk: PositionRisk, rules: Rules) -> Iterator[str]:
    layout = figures.pools.layout
    kind = (
        "whole position at one rate" if layout.cliff[row] or position.bracket_scheme == "whole_position" else "marginal"
    )
    yield f"  tiers by {position.bracket_unit}, {kind}; tier {risk.tier} of {risk.tiers} now, {risk.tier_at_liquidation or 'none'} at liquidation"
    near = {risk.tier, risk.tier_at_liquidation}
    for index, bracket in enumerate(position.brackets, start=1):
        if index in near or len(position.brackets) <= 4:
            words = [
                name
                for name, tier in (("now", risk.tier), ("at liquidation", risk.tier_at_liquidation))
                if tier == index
            ]
            yield (
                f"    tier {index}: from {number(bracket.floor)}, rate {percent(bracket.rate)}, deduction {number(bracket.deduction)}"
                + (f"  <- {' and '.join(words)}" if words else "")
            )
    if rules.fee == "mark":
        yield f"    taker fee {percent(float(layout.taker[row]))} of the value is required too"
    if layout.fixed[row]:
        yield f"    closing fee {number(float(layout.fixed[row]))}, of the entry value, is required too"
    if layout.reserve[row]:
        yield f"    closing fee {number(float(layout.reserve[row]))} is reserved beside the margin"
    if rules.threshold != 1.0:
        yield f"    liquidation at {rules.threshold:g} x the requirement"


def _solution_lines(figures: Figures, row: int, position: Position, risk: PositionRisk, rules: Rules) -> Iterator[str]:
    if risk.liquidation_root is None:
        yield "  liquidation price: none; no price of this symbol alone can liquidate the pool"
        return
    root, money = risk.liquidation_root, position.settle
    layout, pools = figures.pools.layout, figures.pools
    if not layout.shared[layout.of[row]] and layout.partner[row] < 0:
        yield from _linear_check(figures, row, position, root)
    shown = (
        ""
        if risk.liquidation_price == root
        else f", shown as {number(risk.liquidation_price, 12)} ({rules.rounding} the tick)"
    )
    yield f"  liquidation price {number(root, 12)}{shown}"
    yield f"  distance {percent(risk.liquidation_distance)} = |{number(position.mark_price)} - {number(root, 12)}| / {number(position.mark_price)}"
    yield f"  bankruptcy price {number(risk.bankruptcy_price, 12)}; at most lost: {number(risk.max_loss)} {pools.layout.settle[int(layout.of[row])]}"
    if risk.backstop_price is not None:
        yield f"  backstop (the venue takes over) at {number(risk.backstop_price, 12)}"
    yield f"  further loss until then {number(risk.loss_to_liquidation)} {money}"


def _linear_check(figures: Figures, row: int, position: Position, root: float) -> Iterator[str]:
    """Both sides of the equation at the price itself, and the quotient that gave it."""
    book, pools = figures.book, figures.pools
    pool = int(pools.of[row])
    size, slope = float(book.face[row]), float(book.equity_1[row])
    x = 1.0 / root if position.inverse else root
    rate = pools.rate[:, row]
    pieces = rate * size * x - pools.deduction[:, row]
    step = int(pieces.argmax())
    pnl_now, own = float(figures.pnl[row]), float(pools.position_required[row])
    wallet = float(pools.equity[pool]) - pnl_now
    others = float(pools.required[pool]) - own
    entry_x = 1.0 / position.entry_price if position.inverse else position.entry_price
    name = "1/p" if position.inverse else "p"
    given = float(pools.deduction[step, row])
    above = -(wallet - slope * entry_x - others + given)
    under = slope - size * float(rate[step])
    yield f"  at price p: equity {number(wallet)} + {number(slope)} x ({name} - {number(entry_x, 14)})"
    yield (
        f"              required {number(others)} (other positions) + {number(float(rate[step]))} x {number(size)} x {name}"
        f" - {number(given)}"
    )
    if under and not pools.layout.cliff[row] and not pools.layout.curve[row]:
        yield f"  equal at {name} = {number(above, 12)} / {number(under, 12)} = {number(above / under, 14)}"
    equity_there = wallet + slope * (x - entry_x)
    yield f"  check: {number(equity_there)} = {number(others + float(pieces[step]))}"


def _venue_lines(risk: PositionRisk) -> Iterator[str]:
    if risk.reported_liquidation_price is None:
        yield "  the venue tells no liquidation price"
        return
    ticks = "" if risk.disagreement_ticks is None else f"{number(risk.disagreement_ticks, 4)} ticks, "
    yield (
        f"  the venue says {number(risk.reported_liquidation_price, 12)}: {risk.agreement} "
        f"({ticks}{percent(risk.disagreement)} of the mark; explained: {number(risk.disagreement_allowed)}"
        f" by its accuracy, {number(risk.disagreement_skew)} by marks of different instants)"
    )
