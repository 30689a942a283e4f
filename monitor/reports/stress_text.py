"""The stress report as text for the terminal."""

from __future__ import annotations

from monitor.risk.stress_rows import AcrossRow, CrashRow, HeatMap, StressReport


def text(report: StressReport) -> str:
    """Return the report as tables; amounts are US dollars."""
    whole = report.heat[0]
    parts = [
        _table(
            "All marks together: change of equity (pools liquidated)",
            ("account", *(f"{move:+.0%}" for move in report.moves)),
            [(_name(line.account_id), *map(_cell, line.change, line.liquidated)) for line in report.ladder],
        ),
        _heat(whole, report.moves),
        *(_crash(crash) for crash in report.crashes),
        *(_across(row) for row in report.across),
        *report.left_out,
    ]
    return "\n\n".join(part for part in parts if part)


def _heat(heat: HeatMap, moves: tuple[float, ...]) -> str:
    if not heat.coins:
        return ""
    return _table(
        "One coin alone, all accounts: change of equity (pools liquidated)",
        ("coin", *(f"{move:+.0%}" for move in moves)),
        [
            (coin, *map(_cell, changes, counts))
            for coin, changes, counts in zip(heat.coins, heat.change, heat.liquidated, strict=True)
        ],
    )


def _crash(crash: CrashRow) -> str:
    lines = [
        f"{crash.title}{' (synthetic)' if crash.synthetic else ''}: BTC -{crash.fall:.1%} in {_span(crash.fall_hours)}",
        f"  {crash.source}",
        f"  loss {_money(crash.loss)}, beyond the margin at the worst fills {_money(crash.shortfall)}",
    ]
    for death in crash.deaths:
        after = (
            "" if death.held_to_end <= 0 else f"; unliquidated it would stand at {_money(death.held_to_end)} in the end"
        )
        lines.append(
            f"  after {_span(death.hours)}, BTC {death.btc_move:+.1%}: {death.account_id} {death.pool_id} dies of "
            f"{death.symbol} {death.side}, loses {_money(death.loss)}{after}"
        )
    if not crash.deaths:
        lines.append("  no pool is liquidated")
    return "\n".join(lines)


def _across(row: AcrossRow) -> str:
    lines = [
        f"{row.coin} on several accounts: net {row.delta:+,.6g} of {row.gross:,.6g} {row.coin}; margin is not shared"
    ]
    for leg in row.legs:
        death = "no move liquidates it" if leg.death_move is None else f"dies at {leg.death_move:+.2%}"
        transfer = (
            "" if leg.transfer is None else f"; {'add' if leg.transfer > 0 else 'take'} {_money(abs(leg.transfer))}"
        )
        lines.append(f"  {leg.account_id} {leg.pool_id}: {leg.delta:+,.6g}, {death}{transfer}")
    if row.equal_move is not None and not row.reason:
        lines.append(f"  then all would die at a move of {row.equal_move:.2%}")
    if row.reason:
        lines.append(f"  {row.reason}")
    return "\n".join(lines)


def _name(account_id: str) -> str:
    return account_id or "all"


def _cell(change: float | None, liquidated: int) -> str:
    amount = "—" if change is None else _money(change)
    return f"{amount} ({liquidated})" if liquidated else amount


def _money(amount: float) -> str:
    return f"{amount:,.0f}"


def _span(hours: float) -> str:
    return f"{hours * 60:.0f} min" if hours < 1.0 else f"{hours:.0f} h" if hours < 72 else f"{hours / 24:.1f} d"


def _table(title: str, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in (head, *rows)]
    return "\n".join([title, *lines])
