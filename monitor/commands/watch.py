"""`marginwatch watch`: guard in the terminal, or print one report."""

from __future__ import annotations

import argparse
import signal
import sys
from typing import TYPE_CHECKING

from monitor import paths
from monitor.commands.console import add_command, stored_settings
from monitor.commands.typed import above_zero, whole
from monitor.errors import MarginwatchError

if TYPE_CHECKING:
    from monitor.commands.console import Commands
    from monitor.messages import EngineOptions


USUAL_COMMAND = "%h/.local/bin/marginwatch"  # where pipx puts it; it stands in the unit


def add_commands(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = add_command(commands, "watch", "guard in the terminal")
    parser.add_argument("--demo", action="store_true", help="watch the embedded exchange")
    parser.add_argument("--once", action="store_true", help="read every account once and end")
    parser.add_argument("--service", action="store_true", help="under systemd: no table, one line per alarm")
    parser.add_argument("--unit", action="store_true", help="print the file that systemd starts --service by, and end")
    parser.add_argument("--json", action="store_true", help="with --once: print the report as JSON")
    parser.add_argument("--exit-after", type=above_zero, metavar="S", help="end by itself after S seconds")
    add_demo_options(parser)
    parser.set_defaults(run=run)


def add_demo_options(parser: argparse.ArgumentParser) -> None:
    """Add the words that choose what the embedded exchange plays."""
    group = parser.add_argument_group("embedded exchange")
    group.add_argument("--scenario", default="covid", help="covid (default), may21, luna, ftx, or calm (synthetic)")
    group.add_argument("--speed", type=above_zero, help="market seconds per second, 1 to 600 (default: the scenario's)")
    group.add_argument(
        "--seed", type=whole(1_000_000_000), default=1, help="of the path between hourly prices (default 1)"
    )
    group.add_argument(
        "--positions", type=whole(10_000), default=0, metavar="N", help="one account with N positions instead"
    )
    group.add_argument(
        "--port", type=whole(65_535), default=0, help="of the exchange on 127.0.0.1 (default: any free one)"
    )


def run(options: argparse.Namespace) -> int:
    """Guard, or read once."""
    from monitor.messages import EngineOptions
    from monitor.only_engine import only_engine

    if options.unit:
        print(_unit(), end="")
        return 0
    if options.json and not options.once:
        raise MarginwatchError("--json goes with --once: one report, then the end.")
    if options.demo:
        return _watch_demo(options)
    _, settings = stored_settings()
    if not settings.accounts:
        raise MarginwatchError("There is no account to guard; add one with `marginwatch accounts add`.")
    engine = EngineOptions(data_dir=str(paths.data_dir()), config_dir=str(paths.config_dir()), kind="terminal")
    with only_engine(paths.data_dir(), engine, _tell):
        return _watch_with(engine, options)


def _unit() -> str:
    """The systemd unit that ships with the program, with the command that runs now."""
    from monitor.autostart import command
    from monitor.resources import resource

    shipped = resource("marginwatch.service").read_text(encoding="utf-8")
    return shipped.replace(USUAL_COMMAND, command().replace("%", "%%"))


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _watch_demo(options: argparse.Namespace) -> int:
    from monitor.child import demo_options
    from monitor.demo.errors import DemoError
    from monitor.demo.process import start_demo
    from monitor.only_engine import only_engine

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: the exchange must not stay behind
    try:
        demo = start_demo(
            scenario=options.scenario,
            speed=options.speed,
            seed=options.seed,
            port=options.port,
            positions=options.positions,
        )
    except (DemoError, ValueError) as error:
        raise MarginwatchError(str(error)) from None
    try:
        engine = demo_options(demo.info, paths.demo_dir(), kind="terminal")
        with only_engine(paths.demo_dir(), engine, _tell):
            return _watch_with(engine, options)
    finally:
        demo.stop()


def _watch_with(engine: EngineOptions, options: argparse.Namespace) -> int:
    import asyncio

    from monitor.commands import terminal

    if not options.once:
        guard = terminal.serve if options.service else terminal.watch
        reason = asyncio.run(guard(engine, exit_after=options.exit_after))
        print(f"Guarding ended: {reason}.")
        return 0
    update, stress = asyncio.run(terminal.once(engine, deadline_s=options.exit_after or 20.0, whole=options.json))
    if options.json:
        from monitor.reports.assess_json import report_json

        print(report_json(update, stress).decode())
    else:
        terminal.show_once(update)
    return 0
