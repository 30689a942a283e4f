"""`marginwatch assess`, `stress` and `calibrate`: figures from files, no network."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.commands.console import add_command
from monitor.errors import MarginwatchError, SnapshotError

if TYPE_CHECKING:
    from monitor.commands.console import Commands
    from monitor.model import Snapshot


def add_commands(commands: Commands) -> None:
    """Add the commands to the program's."""
    assess = add_command(commands, "assess", "judge a snapshot file: every figure, no network")
    assess.add_argument("file", help="a snapshot file (JSON, version 1); - reads standard input")
    assess.add_argument("--json", action="store_true", help="print the figures as JSON")
    assess.add_argument("--explain", action="store_true", help="print each formula with its numbers, to check by hand")
    assess.set_defaults(run=_assess)

    stress = add_command(commands, "stress", "lay shocks and historic crashes over a snapshot file")
    stress.add_argument("file", help="a snapshot file (JSON, version 1); - reads standard input")
    stress.add_argument("--json", action="store_true", help="print the figures as JSON")
    stress.set_defaults(run=_stress)

    calibrate = add_command(commands, "calibrate", "hold the touch chances against real prices: said and observed")
    calibrate.add_argument("--prices", type=Path, metavar="FILE", help="hourly CSV: time, open, high, low, close")
    calibrate.add_argument("--json", action="store_true", help="print the figures as JSON")
    calibrate.add_argument(
        "--write", type=Path, metavar="FILE", help="store the curves, as resources/calibration holds"
    )
    calibrate.set_defaults(run=_calibrate)


def _assess(options: argparse.Namespace) -> int:
    """Judge a snapshot file; 2 where it cannot be read, with one line: path in the file, what is wrong."""
    from monitor.reports import explain
    from monitor.reports.assess_json import snapshot_json
    from monitor.risk.beyond import Lines, measure_beyond
    from monitor.risk.market import market_of
    from monitor.risk.report import assess

    snapshot = _read_snapshot(options.file)
    if snapshot is None:
        return 2
    report = assess(snapshot.accounts, rescue_distance=explain.RESCUE_DISTANCE, at_ms=snapshot.taken_ms)
    lines = Lines(rescue_distance=explain.RESCUE_DISTANCE)
    beyond = measure_beyond(report.figures, market_of(snapshot), snapshot.taken_ms, lines)
    if options.json:
        print(snapshot_json(snapshot, report, beyond).decode())
    if options.explain:
        print(explain.text(report, beyond), file=sys.stderr if options.json else sys.stdout)
    elif not options.json:
        print(explain.table(report))
    return 0


def _stress(options: argparse.Namespace) -> int:
    import msgspec

    from monitor.reports import explain, stress_text
    from monitor.risk.report import assess
    from monitor.risk.stress_report import stress_report

    snapshot = _read_snapshot(options.file)
    if snapshot is None:
        return 2
    report = assess(snapshot.accounts, rescue_distance=explain.RESCUE_DISTANCE, at_ms=snapshot.taken_ms)
    stress = stress_report(report.figures, snapshot.taken_ms)
    if options.json:
        print(msgspec.json.format(msgspec.json.encode(stress), indent=2).decode())
    else:
        print(stress_text.text(stress))
    return 0


def _read_snapshot(name: str) -> Snapshot | None:
    """Return a snapshot file, - for standard input; None, and one line to the user, where it cannot be read."""
    from monitor.snapshot import snapshot_file

    try:
        return snapshot_file.parse(sys.stdin.buffer.read()) if name == "-" else snapshot_file.read(Path(name))
    except SnapshotError as error:
        print(f"marginwatch: {error}", file=sys.stderr)
        return None


def _calibrate(options: argparse.Namespace) -> int:
    from monitor.reports import calibrate

    told = calibrate.report(*calibrate.read_prices(options.prices))
    print(calibrate.as_json(told).decode() if options.json else calibrate.text(told))
    if options.write is not None:
        try:
            options.write.write_bytes(calibrate.curves_json(told))
        except OSError as error:
            raise MarginwatchError(f"{options.write} cannot be written ({error.strerror}).") from None
    return 0
