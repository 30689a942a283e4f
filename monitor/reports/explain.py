"""A report as text: the short table, and the long one that a trader can check by hand.

Percent appears here only because this is a screen; numbers inside formulas are printed in full.
"""

from __future__ import annotations

from collections.abc import Iterator

from monitor.language import tr
from monitor.margin.rules import Rules
from monitor.model import Position
from monitor.reports.explain_beyond import explain_account, explain_position
from monitor.reports.explain_numbers import number, percent, ratio_used
from monitor.reports.explain_pool import pool_at
from monitor.risk.beyond import Beyond
from monitor.risk.figures import Figures
from monitor.risk.report import RiskReport
from monitor.risk.rows import PoolRisk, PositionRisk
from monitor.spoken import said

RESCUE_DISTANCE = 0.10  # fraction that the rescue figures restore
HEAD = ("position", "side", "notional", "liquidation", "distance", "ratio", "basis")
FEW_TIERS = 4  # so many are printed whole


def table(report: RiskReport) -> str:
    """Return one line per position, and one per pool."""
    lines = []
    for account in report.book.accounts:
        lines.append(f"{account.id} ({account.venue})")
        rows = [row for row in report.positions if row.account_id == account.id]
        cells = [HEAD, *(_cells(row) for row in rows)] if rows else []
        widths = [max(len(line[column]) for line in cells) for column in range(len(HEAD))] if cells else []
        for line in cells:
            padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            lines.append(("  " + "  ".join(padded)).rstrip())
        lines += [f"  {sentence}" for row in rows for sentence in _said_of(row)]
        lines += [f"  {_pool_line(pool)}" for pool in report.pool_rows if pool.account_id == account.id]
    return "\n".join(lines)


def text(report: RiskReport, beyond: Beyond) -> str:
    """Return per pool and position the formula with its numbers, the tier walk, the basis and the source."""
    lines: list[str] = []
    for number_of_account, account in enumerate(report.book.accounts):
        lines += [tr("Account {account} on {venue}", account=account.id, venue=account.venue), ""]
        for pool in report.pool_rows:
            if pool.account_id == account.id:
                lines += [*_explain_pool(report, pool), ""]
        lines += _order_of_liquidation([pool for pool in report.pool_rows if pool.account_id == account.id])
        lines += [*explain_account(beyond, number_of_account), ""]
        for row, risk in enumerate(report.positions):
            if risk.account_id == account.id:
                lines += [*_explain_position(report.figures, row, risk), *explain_position(beyond, row), ""]
    return "\n".join(lines).rstrip()


def text_of(report: RiskReport, beyond: Beyond, position_key: str) -> str:
    """Return the same for one position and the pool behind it, "" where the report does not hold it."""
    for row, risk in enumerate(report.positions):
        if risk.key == position_key:
            pool = next(
                one for one in report.pool_rows if (one.account_id, one.pool_id) == (risk.account_id, risk.pool_id)
            )
            own = [*_explain_position(report.figures, row, risk), *explain_position(beyond, row)]
            lines = [*own, "", *_explain_pool(report, pool)]
            return "\n".join(lines).rstrip()
    return ""


def _cells(row: PositionRisk) -> tuple[str, ...]:
    notional = number(row.notional, 8)
    if row.unknown and row.liquidation_price is None:
        return (row.symbol, row.side, notional, tr("unknown"), "", "", said(row.basis))
    price, distance = number(row.liquidation_price), percent(row.liquidation_distance)
    if _is_past(row):
        distance = tr("PAST")
    return (row.symbol, row.side, notional, price, distance, ratio_used(row.margin_ratio), said(row.basis))


def _is_past(row: PositionRisk) -> bool:
    return row.liquidation_distance is not None and row.liquidation_distance <= 0


def _said_of(row: PositionRisk) -> Iterator[str]:
    """What the figures of a line alone do not say."""
    name = f"{row.symbol} {row.side}"
    if _is_past(row):
        beyond = percent(abs(row.liquidation_distance or 0.0))
        yield f"{name} is PAST its liquidation price, by {beyond} of the mark: the exchange closes it."
    if row.unknown:
        yield f"{name}: {row.unknown}." + ("" if row.tiers else " Give them as `brackets` (floor, rate, deduction).")


def _pool_line(pool: PoolRisk) -> str:
    if pool.unknown:
        return tr("{pool_id}: unknown: {unknown}", pool_id=pool.pool_id, unknown=pool.unknown)
    return tr(
        "{pool_id}: equity {equity} {settle}, required {required}, ratio {margin_ratio}; {pool}",
        pool_id=pool.pool_id,
        equity=number(pool.equity),
        settle=pool.settle,
        required=number(pool.required),
        margin_ratio=ratio_used(pool.margin_ratio),
        pool=_together(pool),
    )


def _together(pool: PoolRisk) -> str:
    return tr(
        "all marks together: down {common_shock_down}, up {common_shock_up}",
        common_shock_down=percent(pool.common_shock_down),
        common_shock_up=percent(pool.common_shock_up),
    )


def _explain_pool(report: RiskReport, pool: PoolRisk) -> Iterator[str]:
    money = pool.settle
    yield tr("Pool {pool_id}", pool_id=pool.pool_id)
    if pool.unknown:
        yield "  " + tr("unknown: {unknown}", unknown=pool.unknown)
    is_shared = money == "USD" and pool.pool_id == "cross:USD"
    if is_shared:
        yield "  " + tr("equity {equity} {money}, of:", equity=number(pool.equity), money=money)
    else:
        yield "  " + tr(
            "equity {equity} {money} = wallet {wallet} + unrealised PnL {pnl}",
            equity=number(pool.equity),
            money=money,
            wallet=number(pool.wallet_balance),
            pnl=number(pool.unrealized_pnl),
        )
    yield from _collateral_lines(report.figures, pool)
    yield "  " + tr(
        "required {required} {money}; maintenance margin {maintenance_margin}",
        required=number(pool.required),
        money=money,
        maintenance_margin=number(pool.maintenance_margin),
    )
    yield "  " + tr(
        "margin ratio {margin_ratio} = required / equity; liquidation at 100 %",
        margin_ratio=ratio_used(pool.margin_ratio),
    )
    yield "  " + tr(
        "headroom {headroom} {money}; {venue_ratio_name} {venue_ratio}",
        headroom=number(pool.headroom),
        money=money,
        venue_ratio_name=pool.venue_ratio_name,
        venue_ratio=number(pool.venue_ratio),
    )
    if not pool.positions:
        return
    yield f"  {_together(pool)}"
    for way, naive, shock, first in (
        (tr("down"), pool.naive_down, pool.common_shock_down, pool.first_down),
        (tr("up"), pool.naive_up, pool.common_shock_up, pool.first_up),
    ):
        if naive is not None and shock is not None and naive > shock + 1e-9:
            name = " ".join(first.split("|")[1:3])
            yield "  " + tr(
                "{way}: the nearest single price ({name}, {naive}) hides {hidden}:",
                way=way,
                name=name,
                naive=percent(naive),
                hidden=percent(naive - shock),
            )
            yield "    " + tr("it lets every other mark stand still")


def _order_of_liquidation(pools: list[PoolRisk]) -> list[str]:
    """The pools in the order in which a move of all marks would liquidate them."""
    lines = []
    for way, of in (("fall", "common_shock_down"), ("rise", "common_shock_up")):
        reached = sorted((shock, pool.pool_id) for pool in pools if (shock := getattr(pool, of)) is not None)
        if len(reached) > 1:
            order = tr(", then ").join(tr("{name} at {at}", name=name, at=percent(at)) for at, name in reached)
            lines.append(
                tr("If all marks fall: {order}", order=order)
                if way == "fall"
                else tr("If all marks rise: {order}", order=order)
            )
    return [*lines, ""] if lines else []


def _collateral_lines(figures: Figures, pool: PoolRisk) -> Iterator[str]:
    pools, layout = figures.pools, figures.pools.layout
    for asset, owner in enumerate(pools.assets.pool):
        account = figures.book.accounts[int(layout.account[owner])]
        if account.id == pool.account_id and layout.ids[owner] == pool.pool_id and layout.shared[owner]:
            balance, worth = float(pools.balance[asset]), float(pools.worth[asset])
            yield "    " + tr(
                "{currency}: {balance} counts for {worth} USD",
                currency=pools.assets.currency[asset],
                balance=number(balance),
                worth=number(worth),
            )


def _explain_position(figures: Figures, row: int, risk: PositionRisk) -> Iterator[str]:
    position = figures.book.positions[row]
    rules = figures.pools.layout.rules_of(row)
    yield f"{risk.symbol} {risk.side} {said(risk.margin_mode)}"
    yield "  " + tr("basis: {basis}. {basis_reason}", basis=said(risk.basis), basis_reason=risk.basis_reason)
    yield "  " + tr("source: {source}", source=risk.source)
    if rules.formula:
        yield "  " + tr("rule: {formula}", formula=rules.formula)
    if risk.unknown:
        yield "  " + tr("unknown: {unknown}", unknown=risk.unknown)
        if risk.reported_liquidation_price is not None:
            yield "  " + tr(
                "the venue says: {reported_liquidation_price}",
                reported_liquidation_price=number(risk.reported_liquidation_price),
            )
        return
    yield from _value_lines(figures, row, position, risk)
    yield from _tier_lines(figures, row, position, risk, rules)
    yield from _solution_lines(figures, row, position, risk, rules)
    yield from _venue_lines(risk)


def _value_lines(figures: Figures, row: int, position: Position, risk: PositionRisk) -> Iterator[str]:
    size, mark, entry = number(float(figures.book.face[row])), number(position.mark_price), number(position.entry_price)
    unit, money = ("USD" if position.inverse else risk.symbol.split("/", 1)[0]), position.settle
    yield "  " + tr(
        "size {size} {unit} = {contracts} contracts x {contract_size}",
        size=size,
        unit=unit,
        contracts=number(position.contracts),
        contract_size=number(position.contract_size),
    )
    yield "  " + tr(
        "value {notional} {money} = {size} {value} {mark} (mark)",
        notional=number(risk.notional),
        money=money,
        size=size,
        value="/" if position.inverse else "x",
        mark=mark,
    )
    gain, pay = (mark, entry) if (position.direction > 0) != position.inverse else (entry, mark)
    difference = f"1/{gain} - 1/{pay}" if position.inverse else f"{gain} - {pay}"
    yield "  " + tr(
        "unrealised PnL {unrealized_pnl} {money} = {size} x ({difference})",
        unrealized_pnl=number(risk.unrealized_pnl),
        money=money,
        size=size,
        difference=difference,
    )
    yield "  " + tr("initial margin {initial_margin} {money}", initial_margin=number(risk.initial_margin), money=money)
    yield "  " + tr(
        "maintenance margin {maintenance_margin} {money}",
        maintenance_margin=number(risk.maintenance_margin),
        money=money,
    )


def _tier_lines(figures: Figures, row: int, position: Position, risk: PositionRisk, rules: Rules) -> Iterator[str]:
    layout = figures.pools.layout
    whole = layout.cliff[row] or position.bracket_scheme == "whole_position"
    kind = tr("one rate for the whole position") if whole else tr("marginal")
    then = risk.tier_at_liquidation
    walk = tr("{tier} of {tiers} now, {then} at liquidation", tier=risk.tier, tiers=risk.tiers, then=then or tr("none"))
    yield "  " + tr("tiers by {unit}, {kind}: {walk}", unit=said(position.bracket_unit), kind=kind, walk=walk)
    joined = f" {tr('and')} "
    for index, step in enumerate(position.brackets, start=1):
        words = [name for name, tier in ((tr("now"), risk.tier), (tr("at liquidation"), then)) if tier == index]
        if words or len(position.brackets) <= FEW_TIERS:
            line = "    " + tr(
                "tier {index}: from {floor}, rate {rate}, deduction {deduction}",
                index=index,
                floor=number(step.floor),
                rate=percent(step.rate),
                deduction=number(step.deduction),
            )
            yield line + (f"  <- {joined.join(words)}" if words else "")
    if position.rate_slope is not None:
        coins = float(figures.book.notional[row] if position.inverse else figures.book.face[row])
        yield "    " + tr(
            "the rate grows by {slope} for each {coin} of size: {grown} for {coins} now",
            slope=percent(position.rate_slope),
            coin=risk.symbol.split("/", 1)[0],
            grown=percent(position.rate_slope * coins),
            coins=number(coins),
        )
    if rules.fee == "mark":
        yield "    " + tr("taker fee {taker} of the value is required too", taker=percent(float(layout.taker[row])))
    if layout.fixed[row]:
        yield "    " + tr(
            "closing fee {fixed}, of the entry value, is required too", fixed=number(float(layout.fixed[row]))
        )
    if layout.reserve[row]:
        yield "    " + tr(
            "closing fee {reserve} is reserved beside the margin", reserve=number(float(layout.reserve[row]))
        )
    if rules.threshold != 1.0:
        yield "    " + tr("liquidation at {threshold:g} x the requirement", threshold=rules.threshold)


def _solution_lines(figures: Figures, row: int, position: Position, risk: PositionRisk, rules: Rules) -> Iterator[str]:
    root, layout = risk.liquidation_root, figures.pools.layout
    if root is None:
        yield "  " + tr("liquidation price: none; no price of this symbol alone can liquidate the pool")
        return
    if layout.shared[layout.of[row]]:
        yield "  " + tr("solved in USD with the other marks still; collateral in the same coin moves with the price")
        yield _revalued(figures, row, root)
    elif layout.partner[row] >= 0:
        yield "  " + tr("both legs of the symbol move together; one price for both")
        yield _revalued(figures, row, root)
    else:
        yield from _equation(figures, row, position, root)
    yield f"  {_liquidation_price(risk, root, rules)}"
    mark = number(position.mark_price)
    distance = f"{percent(risk.liquidation_distance)} = |{mark} - {number(root, 12)}| / {mark}"
    if _is_past(risk):
        distance += "; " + tr("below 0: the mark is PAST that price")
    yield "  " + tr("distance {distance}", distance=distance)
    money = layout.settle[int(layout.of[row])]
    yield "  " + tr(
        "bankruptcy price {bankruptcy_price}; at most lost: {max_loss} {money}",
        bankruptcy_price=number(risk.bankruptcy_price, 12),
        max_loss=number(risk.max_loss),
        money=money,
    )
    if risk.backstop_price is not None:
        yield "  " + tr(
            "backstop (the venue takes over) at {backstop_price}", backstop_price=number(risk.backstop_price, 12)
        )
    yield "  " + tr(
        "further loss until then {loss_to_liquidation} {settle}",
        loss_to_liquidation=number(risk.loss_to_liquidation),
        settle=position.settle,
    )


def _liquidation_price(risk: PositionRisk, root: float, rules: Rules) -> str:
    if risk.liquidation_price == root:
        return tr("liquidation price {price}", price=number(root, 12))
    return tr(
        "liquidation price {price}, shown as {shown} ({rounding} the tick)",
        price=number(root, 12),
        shown=number(risk.liquidation_price, 12),
        rounding=said(rules.rounding),
    )


def _revalued(figures: Figures, row: int, root: float) -> str:
    """Both sides with the symbol at its liquidation price, by adding up the whole pool again."""
    equity, required = pool_at(figures, row, root)
    layout = figures.pools.layout
    return "  " + tr(
        "check: the pool with {symbol} there: equity {equity} = required {required} {settle}",
        symbol=figures.book.positions[row].symbol,
        equity=number(equity),
        required=number(required),
        settle=layout.settle[int(layout.of[row])],
    )


def _equation(figures: Figures, row: int, position: Position, root: float) -> Iterator[str]:
    """Both sides as they depend on the price, the quotient that makes them equal, and the check."""
    book, pools = figures.book, figures.pools
    pool = int(pools.of[row])
    size, slope = float(book.face[row]), float(book.equity_1[row])
    x, entry_x = (1.0 / root, 1.0 / position.entry_price) if position.inverse else (root, position.entry_price)
    tier = int((pools.rate[:, row] * size * x - pools.deduction[:, row]).argmax())
    rate, given = float(pools.rate[tier, row]), float(pools.deduction[tier, row])
    wallet = float(pools.equity[pool]) - float(figures.pnl[row])
    others = float(pools.required[pool]) - float(pools.position_required[row])
    name = "1/p" if position.inverse else "p"
    beside = tr("{others} (other positions) + ", others=number(others)) if abs(others) > 1e-12 else ""
    minus = f" {'-' if given > 0 else '+'} {number(abs(given))}" if given else ""
    if pools.layout.cliff[row]:
        then = int(figures.tier_at_root[row])
        rate, given = float(pools.layout.rate[then, row]), float(pools.layout.deduction[then, row])
    moves = f"{'+' if slope > 0 else '-'} {number(abs(slope))} x ({name} - {number(entry_x, 14)})"
    yield "  " + tr("at price p: equity   {wallet} {moves}", wallet=number(wallet), moves=moves)
    yield "              " + tr(
        "required {beside}{rate} x {size} x {name}{minus}",
        beside=beside,
        rate=number(rate),
        size=number(size),
        name=name,
        minus=minus,
    )
    above, under = others - given + slope * entry_x - wallet, slope - size * rate
    if under and not pools.layout.cliff[row] and not pools.layout.curve[row]:
        above, under = (-above, -under) if under < 0 else (above, under)
        quotient = f"{number(above, 12)} / {number(under, 12)} = {number(above / under, 14)}"
        yield (
            "  "
            + tr("equal at {name} = {quotient}", name=name, quotient=quotient)
            + (f", p = {number(root, 12)}" if position.inverse else "")
        )
        there = (number(wallet + slope * (x - entry_x)), number(others + rate * size * x - given))
        yield "  " + tr("check: equity {equity} = required {required}", equity=there[0], required=there[1])
    elif pools.layout.cliff[row]:
        yield "  " + tr("at a floor the requirement jumps: with no equal sides, the floor's price liquidates")
    else:
        curve = float(pools.layout.curve[row])
        yield "  " + tr("and {curve} x value x value: the rate grows with the size", curve=number(curve))
        there = (
            number(wallet + slope * (x - entry_x)),
            number(others + rate * size * x - given + curve * (size * x) ** 2),
        )
        yield "  " + tr("check: equity {equity} = required {required}", equity=there[0], required=there[1])


def _venue_lines(risk: PositionRisk) -> Iterator[str]:
    if risk.reported_liquidation_price is None:
        yield "  " + tr("the venue tells no liquidation price")
        return
    ticks = "" if risk.disagreement_ticks is None else tr("{count} ticks, ", count=number(risk.disagreement_ticks, 4))
    yield "  " + tr(
        "the venue says {reported_liquidation_price}: {agreement}",
        reported_liquidation_price=number(risk.reported_liquidation_price, 12),
        agreement=said(risk.agreement),
    )
    if risk.compared_price is not None and risk.compared_mark != risk.mark_price:
        yield "    " + tr(
            "compared at its own mark {mark}, where ours is {price}",
            mark=number(risk.compared_mark, 12),
            price=number(risk.compared_price, 12),
        )
    if risk.disagreement is not None:
        accuracy, skew = number(risk.disagreement_allowed), number(risk.disagreement_skew)
        yield "    " + tr(
            "{ticks}{disagreement} of the mark apart; its accuracy explains {accuracy},",
            ticks=ticks,
            disagreement=percent(risk.disagreement),
            accuracy=accuracy,
        )
        yield "    " + tr("marks of different instants explain {skew}", skew=skew)
