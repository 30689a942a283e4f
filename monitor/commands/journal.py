"""`marginwatch journal`: what was told, when and to whom, and how well the alarms work."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from monitor import paths
from monitor.commands.console import add_command
from monitor.commands.typed import above_zero

if TYPE_CHECKING:
    from monitor.commands.console import Commands


def add_commands(commands: Commands) -> None:
    """Add the command to the program's."""
    journal = add_command(commands, "journal", "what was told, when and to whom")
    journal.add_argument("--kpi", action="store_true", help="how well the alarms work: rate, mix, chatter (EEMUA 191)")
    journal.add_argument("--json", action="store_true", help="print as JSON")
    journal.add_argument("--hours", type=above_zero, default=24.0, metavar="H", help="how far back (default 24)")
    journal.set_defaults(run=_journal)


def _journal(options: argparse.Namespace) -> int:
    from monitor.clock import SystemClock
    from monitor.history import journal_text
    from monitor.history.history import History

    now_ms = SystemClock().now_ms()
    since_ms = now_ms - int(options.hours * 3_600_000)
    history = History.read_only(paths.data_dir() / "history.sqlite3")
    try:
        lines = history.journal(since_ms)
    finally:
        history.close()
    print(journal_text.report(lines, since_ms, now_ms, kpi=options.kpi, as_json=options.json))
    return 0
