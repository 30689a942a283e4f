"""The engine in a terminal: a live table, plain lines where there is no terminal, or one JSON report."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable

import msgspec
from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from monitor.alerts.wording import amount_up, percent_down, percent_up, price, seconds
from monitor.clock import SystemClock
from monitor.commands.service import ServiceFace, Systemd, line
from monitor.engine.loop import Engine
from monitor.errors import MarginwatchError
from monitor.messages import (
    AccountStatus,
    AlertEvent,
    AskStress,
    EngineOptions,
    PositionRisk,
    Quit,
    Stopped,
    Stress,
    StressReport,
    ToWindow,
    Update,
)

LEVEL_STYLE = ("", "yellow", "bold dark_orange", "bold white on red")
TIERS_MS = 5_000  # that one report waits for tiers
LEVEL_MARK = ("●", "▲", "◆", "■")


async def watch(options: EngineOptions, *, exit_after: float | None) -> str:
    """Guard until Ctrl-C or for `exit_after` seconds, showing the newest result; return why it ended."""
    console = Console()
    events: list[AlertEvent] = []
    with Live(console=console, auto_refresh=False, transient=False, screen=False) as live:

        def show(message: ToWindow) -> None:
            if isinstance(message, AlertEvent):
                if message.notify or message.level:
                    events.append(message)
                    if not console.is_terminal:
                        print(line(message), flush=True)
                    elif message.notify and message.level >= 2:
                        console.bell()
            elif isinstance(message, Update) and console.is_terminal:
                live.update(_screen(message, events[-6:], console.width), refresh=True)

        return await _run(options, show, exit_after)


async def serve(options: EngineOptions, *, exit_after: float | None) -> str:
    """Guard as a service until SIGTERM: one line per alarm, systemd told that we live; return why it ended."""
    face = ServiceFace(Systemd())
    return await _run(options, face.take, exit_after)


async def once(options: EngineOptions, *, deadline_s: float, whole: bool) -> tuple[Update, StressReport | None]:
    """Read every account once and return the result, with its stress report where `whole`.

    Args:
        whole: wait for volatilities and order books too, and lay shocks and crashes over the accounts; what is not
            there at the deadline stays unknown.

    Raises:
        MarginwatchError: an account could not be read in time; names it and why.
    """
    found: list[Update] = []
    stress: list[StressReport | None] = []
    asked: list[int] = []  # updates after which all of them were there: the next one is reckoned with them
    alone = msgspec.structs.replace(options, follows_up=False)
    engine = Engine(alone, SystemClock(), lambda message: _take(message))

    def _take(message: ToWindow) -> None:
        if isinstance(message, Stress):
            stress.append(message.report)
            engine.stop("read")
        elif isinstance(message, Update):
            found.append(message)
            if not whole and _all_read(message) and not _unknown_yet(message, found):
                engine.stop("read")
            elif asked:
                engine.handle(AskStress(request_id=message.seq))
            elif _all_read(message) and _markets_asked(engine, message):
                asked.append(message.seq)

    loop = asyncio.get_running_loop()
    loop.call_later(deadline_s, engine.stop, "deadline")
    await engine.run()
    unread = [account for account in found[-1].accounts if account.read_ms is None] if found else []
    if unread:
        reasons = "; ".join(f"{account.account_id}: {account.trouble or 'no answer yet'}" for account in unread)
        raise MarginwatchError(f"Not everything could be read within {deadline_s:.0f} s. {reasons}")
    if not found or not found[-1].accounts:
        raise MarginwatchError("There is no account to read; add one with `marginwatch accounts add`.")
    return found[-1], stress[0] if stress else None


def _all_read(update: Update) -> bool:
    return all(account.read_ms is not None for account in update.accounts)


def _unknown_yet(update: Update, found: list[Update]) -> bool:
    """Whether a position's risk may still become known: a venue gives its tiers a few contracts at a time."""
    read = next(one.now_ms for one in found if _all_read(one))
    return update.now_ms - read < TIERS_MS and any(row.unknown for row in update.positions)


def _markets_asked(engine: Engine, update: Update) -> bool:
    """Whether every held contract's volatility and order book are known, or known to be unknown."""
    market = engine.market
    volatilities = market.volatilities
    listings = {(row.venue, row.symbol) for row in update.positions}
    return all(
        (one in volatilities.known or one in volatilities.unknown) and (one in market.depths or one in market.no_depth)
        for one in listings
    )


def show_once(update: Update) -> None:
    """Print one result as tables."""
    console = Console()
    console.print(_screen(update, [], console.width, guarding=False))


async def _run(options: EngineOptions, show: Callable[[ToWindow], None], exit_after: float | None) -> str:
    engine = Engine(options, SystemClock(), show)
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, engine.handle, Quit(reason=f"by {number.name}", by_user=True))
    if exit_after is not None:
        loop.call_later(exit_after, engine.stop, f"{exit_after:g} s are over")
    reason = await engine.run()
    show(Stopped(reason=reason))
    return reason


def _screen(update: Update, events: list[AlertEvent], width: int, *, guarding: bool = True) -> Group:
    parts: list[Table | Text] = [_accounts(update), _positions(update, width)]
    parts += [
        Text(f"{row.symbol.split(':', 1)[0]} {row.side} ({row.account_id}): unknown: {row.unknown}", "yellow")
        for row in update.positions
        if row.unknown
    ]
    parts += [
        Text(f"{LEVEL_MARK[event.level]} {event.title} — {event.reason}", LEVEL_STYLE[event.level])
        for event in reversed(events)
    ]
    parts += [Text(note, "yellow") for note in update.notes]
    if guarding:
        parts.append(Text("Ctrl-C stops guarding. Nothing here can place an order.", "dim"))
    return Group(*parts)


def _accounts(update: Update) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name, justify in (
        ("Account", "left"),
        ("Equity", "right"),
        ("uPnL", "right"),
        ("Margin ratio", "right"),
        ("Feed", "left"),
    ):
        table.add_column(name, justify=justify)  # type: ignore[arg-type]
    for account in update.accounts:
        style = LEVEL_STYLE[account.level]
        table.add_row(
            Text(account.account_id, "bold"),
            _money(account.equity),
            _money(account.unrealized_pnl),
            Text(percent_up(account.margin_ratio), style),
            _feed(account, update.now_ms),
        )
    return table


def _feed(account: AccountStatus, now_ms: int) -> Text:
    if account.read_ms is None:
        return Text(account.trouble or "connecting …", "yellow" if account.trouble else "dim")
    age = seconds(max(0.0, (now_ms - account.read_ms) / 1000))
    style = "" if account.feed == "live" else "bold red" if account.feed == "stale" else "yellow"
    return Text(f"{account.feed} {age} {account.trouble or ''}".strip(), style)


# name, right-aligned, least width of the terminal at which the column is shown
_COLUMNS = (
    ("", False, 0),
    ("Position", False, 0),
    ("Account", False, 0),
    ("Size", True, 110),
    ("Entry", True, 120),
    ("Mark", True, 0),
    ("Liquidation", True, 0),
    ("Distance", True, 0),
    ("uPnL", True, 90),
    ("To reach", True, 130),
)


def _positions(update: Update, width: int) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name, right, least in _COLUMNS:
        if width >= least:
            table.add_column(name, justify="right" if right else "left", no_wrap=True)
    for row in update.positions:
        cells = zip(_position(row), _COLUMNS, strict=True)
        table.add_row(*(cell for cell, (_, _, least) in cells if width >= least))
    if not update.positions:
        confirmed = sum(account.feed == "live" for account in update.accounts)
        table.add_row("", f"No open positions (confirmed on {confirmed} of {len(update.accounts)} accounts)")
    return table


def _position(row: PositionRisk) -> tuple[str | Text, ...]:
    style = LEVEL_STYLE[row.level]
    rescue = "—"
    if row.rescue_add and row.rescue_distance is not None:
        rescue = f"{percent_up(row.rescue_distance)}: add {amount_up(row.rescue_add)}"
    none_reachable = row.liquidation_price is None and not row.unknown
    liquidation = "none" if none_reachable else "unknown"
    if row.liquidation_price is not None:
        liquidation = price(row.liquidation_price, row.tick_size)
    return (
        Text(LEVEL_MARK[row.level], style),
        Text(f"{row.symbol.split(':', 1)[0]} {row.side}" + (" (unconfirmed)" if row.unconfirmed else ""), style),
        row.account_id,
        f"{row.size_base:,.8g}" if row.size_base is not None else "—",
        price(row.entry_price, row.tick_size),
        price(row.mark_price, row.tick_size),
        liquidation,
        Text("none" if none_reachable else percent_down(row.liquidation_distance), style),
        _money(row.unrealized_pnl),
        rescue,
    )


def _money(value: float | None) -> str:
    return "—" if value is None else f"{value:,.0f}"
