"""The command line: `marginwatch` opens the window; its sub-commands work in a terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from monitor import __version__, calc_options, delivery_commands, paths
from monitor.errors import ConsentError, MarginwatchError, VenueError

if TYPE_CHECKING:
    from monitor.credentials import Secrets
    from monitor.messages import CheckLine, EngineOptions
    from monitor.model import Snapshot
    from monitor.settings import Settings
    from monitor.venue_labels import VenueLabel

_EPILOG = """\
examples:
  marginwatch demo                      watch an embedded exchange fall through March 2020
  marginwatch demo --scenario luna --speed 60
  marginwatch accounts add              add a real account, key by key
  marginwatch                           open the window on your accounts
  marginwatch watch                     the same guard in a terminal
  marginwatch watch --once --json       one report for other programs
  marginwatch assess FILE --explain     check a liquidation price by hand

Marginwatch only reads. It cannot place an order, and it refuses keys that can withdraw.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status: 0, 1 for a failure told in one sentence, 2 for wrong words."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except MarginwatchError as error:
        advice = error.advice if isinstance(error, VenueError) else ""
        print(f"marginwatch: {error} {advice}".rstrip(), file=sys.stderr)
        return 1
    except EOFError:
        print("marginwatch: the input ended before everything was typed; nothing was stored.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="marginwatch",
        description="Position-risk monitor for leveraged crypto futures: how far, how soon, how much to fix it.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"marginwatch {__version__}")
    parser.set_defaults(run=_window, demo=False, exit_after=None)
    parser.add_argument("--exit-after", type=_positive, metavar="S", help="close by itself after S seconds")
    commands = parser.add_subparsers(title="commands", metavar="")

    demo = commands.add_parser("demo", help="open the window on the embedded exchange")
    _add_demo_options(demo)
    demo.add_argument("--exit-after", type=_positive, metavar="S", help="end by itself after S seconds")
    demo.set_defaults(run=_demo)

    watch = commands.add_parser("watch", help="guard in the terminal")
    watch.add_argument("--demo", action="store_true", help="watch the embedded exchange")
    watch.add_argument("--once", action="store_true", help="read every account once and end")
    watch.add_argument("--service", action="store_true", help="under systemd: no table, one line per alarm")
    watch.add_argument("--json", action="store_true", help="with --once: print the report as JSON")
    watch.add_argument("--exit-after", type=_positive, metavar="S", help="end by itself after S seconds")
    _add_demo_options(watch)
    watch.set_defaults(run=_watch)

    assess = commands.add_parser("assess", help="judge a snapshot file: every figure, no network")
    assess.add_argument("file", help="a snapshot file (JSON, version 1); - reads standard input")
    assess.add_argument("--json", action="store_true", help="print the figures as JSON")
    assess.add_argument("--explain", action="store_true", help="print each formula with its numbers, to check by hand")
    assess.set_defaults(run=_assess)

    stress = commands.add_parser("stress", help="lay shocks and historic crashes over a snapshot file")
    stress.add_argument("file", help="a snapshot file (JSON, version 1); - reads standard input")
    stress.add_argument("--json", action="store_true", help="print the figures as JSON")
    stress.set_defaults(run=_stress)

    calibrate = commands.add_parser("calibrate", help="hold the touch chances against real prices: said and observed")
    calibrate.add_argument("--prices", type=Path, metavar="FILE", help="hourly CSV: time, open, high, low, close")
    calibrate.add_argument("--json", action="store_true", help="print the figures as JSON")
    calibrate.add_argument(
        "--write", type=Path, metavar="FILE", help="store the curves, as resources/calibration holds"
    )
    calibrate.set_defaults(run=_calibrate)

    calculate = commands.add_parser(
        "calc", usage="marginwatch calc SYMBOL long|short [options]", help="work out a trade before it is made"
    )
    calc_options.add_options(calculate)
    calculate.set_defaults(run=_calc)

    _add_account_commands(commands.add_parser("accounts", help="add, list, test and remove accounts"))
    delivery_commands.add_commands(commands)
    return parser


def _add_demo_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("embedded exchange")
    group.add_argument("--scenario", default="covid", help="covid (default), may21, luna, ftx, or calm (synthetic)")
    group.add_argument("--speed", type=_positive, help="market seconds per second, 1 to 600 (default: the scenario's)")
    group.add_argument("--seed", type=_whole, default=1, help="of the path between hourly prices (default 1)")
    group.add_argument("--positions", type=_whole, default=0, metavar="N", help="one account with N positions instead")
    group.add_argument("--port", type=_port, default=0, help="of the exchange on 127.0.0.1 (default: any free one)")


def _add_account_commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(title="commands", metavar="", required=True)
    add = commands.add_parser("add", help="add an account, or store a new key for it")
    add.add_argument("label", nargs="?", help="your name for it")
    add.add_argument("--venue", default="binanceusdm", help="ccxt id of the exchange (default binanceusdm)")
    add.add_argument("--testnet", action="store_true", help="the venue's test network")
    add.add_argument("--host", default="", help="regional host of the venue")
    add.add_argument("--proxy", default="", help="http://… or socks5://… for this account")
    add.set_defaults(run=_accounts_add)
    commands.add_parser("list", help="list accounts; secrets are never shown").set_defaults(run=_accounts_list)
    for name, run, text in (
        ("test", _accounts_test, "read it once and say what could be read"),
        ("remove", _accounts_remove, "forget it and its key"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("label")
        command.set_defaults(run=run)


def _positive(text: str) -> float:
    value = float(text)
    if not value > 0:
        raise argparse.ArgumentTypeError(f"{text} is not above 0")
    return value


def _whole(text: str) -> int:
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError(f"{text} is below 0")
    return value


def _port(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 65_535:
        raise argparse.ArgumentTypeError(f"{text} is not a port: 0 to 65535")
    return value


# ---------------------------------------------------------------- the window


def _window(options: argparse.Namespace) -> int:
    if not _has_display():
        print(
            "No display was found, so there is no window; `marginwatch watch` guards in the terminal.", file=sys.stderr
        )
        return 1
    _choose_language(paths.config_dir())
    from ui.app import run

    return run(demo=None, exit_after=options.exit_after)


def _demo(options: argparse.Namespace) -> int:
    if not _has_display():
        print("No display was found: the demo runs in this terminal (Ctrl-C ends it).", flush=True)
        options.once = options.json = options.service = False
        options.demo = True
        return _watch(options)
    _choose_language(paths.demo_dir(), paths.config_dir())
    from ui.app import DemoOptions, run

    return run(
        demo=DemoOptions(
            scenario=_known_scenario(options),
            speed=options.speed,
            seed=options.seed,
            port=options.port,
            positions=options.positions,
        ),
        exit_after=options.exit_after,
    )


def _choose_language(*folders: Path) -> None:
    """Before the window is loaded: its labels are made at import."""
    from ui import language_choice

    language_choice.begin(folders)


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _known_scenario(options: argparse.Namespace) -> str:
    """Return the scenario's name, or raise one sentence that lists the known ones."""
    from monitor.demo.scenario import find_scenario

    try:
        find_scenario(options.scenario)
    except ValueError as error:
        raise MarginwatchError(str(error)) from None
    return str(options.scenario)


# ---------------------------------------------------------------- the terminal


def _watch(options: argparse.Namespace) -> int:
    from monitor.child import only_engine
    from monitor.messages import EngineOptions

    if options.json and not options.once:
        raise MarginwatchError("--json goes with --once: one report, then the end.")
    if options.demo:
        return _watch_demo(options)
    if not _load_settings().accounts:
        raise MarginwatchError("There is no account to guard; add one with `marginwatch accounts add`.")
    engine = EngineOptions(data_dir=str(paths.data_dir()), config_dir=str(paths.config_dir()), kind="terminal")
    with only_engine(paths.data_dir(), engine):
        return _watch_with(engine, options)


def _watch_demo(options: argparse.Namespace) -> int:
    from monitor.child import demo_options, only_engine
    from monitor.demo.errors import DemoError
    from monitor.demo.process import start_demo

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
        with only_engine(paths.demo_dir(), engine):
            return _watch_with(engine, options)
    finally:
        demo.stop()


def _watch_with(engine: EngineOptions, options: argparse.Namespace) -> int:
    import asyncio

    from monitor import terminal

    if not options.once:
        guard = terminal.serve if options.service else terminal.watch
        reason = asyncio.run(guard(engine, exit_after=options.exit_after))
        print(f"Guarding ended: {reason}.")
        return 0
    update, stress = asyncio.run(terminal.once(engine, deadline_s=options.exit_after or 20.0, whole=options.json))
    if options.json:
        from monitor.assess_json import report_json

        print(report_json(update, stress).decode())
    else:
        terminal.show_once(update)
    return 0


# ---------------------------------------------------------------- a snapshot file


def _assess(options: argparse.Namespace) -> int:
    """Judge a snapshot file; 2 where it cannot be read, with one line: path in the file, what is wrong."""
    from monitor import explain
    from monitor.assess_json import snapshot_json
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


def _read_snapshot(name: str) -> Snapshot | None:
    """Return a snapshot file, - for standard input; None, and one line to the user, where it cannot be read."""
    from monitor import snapshot_file
    from monitor.errors import SnapshotError

    try:
        return snapshot_file.parse(sys.stdin.buffer.read()) if name == "-" else snapshot_file.read(Path(name))
    except SnapshotError as error:
        print(f"marginwatch: {error}", file=sys.stderr)
        return None


def _stress(options: argparse.Namespace) -> int:
    import msgspec

    from monitor import explain, stress_text
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


def _calibrate(options: argparse.Namespace) -> int:
    from monitor import calibrate

    told = calibrate.report(*calibrate.read_prices(options.prices))
    print(calibrate.as_json(told).decode() if options.json else calibrate.text(told))
    if options.write is not None:
        try:
            options.write.write_bytes(calibrate.curves_json(told))
        except OSError as error:
            raise MarginwatchError(f"{options.write} cannot be written ({error.strerror}).") from None
    return 0


def _calc(options: argparse.Namespace) -> int:
    """Print what a trade would be; 2 where it cannot be worked out from what was given, with one line."""
    from monitor import calc
    from monitor.clock import SystemClock
    from monitor.errors import CalculationError, SnapshotError

    try:
        print(calc.run(options, SystemClock()))
    except (CalculationError, SnapshotError) as error:
        print(f"marginwatch: {error}", file=sys.stderr)
        return 2
    return 0


# ---------------------------------------------------------------- accounts


def _settings_path() -> Path:
    return paths.config_dir() / "settings.json"


def _load_settings() -> Settings:
    from monitor import settings as settings_file

    settings, note = settings_file.load(_settings_path())
    if note:
        print(note, file=sys.stderr)
    return settings


def _accounts_add(options: argparse.Namespace) -> int:
    import asyncio

    from monitor import account_list
    from monitor.clock import SystemClock
    from monitor.settings import AccountConfig
    from monitor.venue_labels import LABELS

    venue = LABELS.get(options.venue)
    if venue is None:
        raise MarginwatchError(f"{options.venue} is not supported; known: {', '.join(LABELS)}.")
    label = options.label or input("Your name for this account: ").strip()
    if not label:
        raise MarginwatchError("An account needs a name.")
    secrets, clock = _ask_for_secrets(venue), SystemClock()
    config = AccountConfig(
        id=label,
        venue=options.venue,
        testnet=options.testnet,
        host=options.host,
        proxy=options.proxy,
        created_ms=clock.now_ms(),
    )
    try:
        _, lines = asyncio.run(account_list.save(_settings_path(), _load_settings(), config, secrets, clock))
    except ConsentError as error:
        print(error)
        typed = input(f"Type {label} to use it all the same, or Enter to stop: ")
        saving = account_list.save(_settings_path(), _load_settings(), config, secrets, clock, consent=typed)
        _, lines = asyncio.run(saving)
    _print_lines(lines)
    print(f"{label} is saved; its key lies in the system's keyring. `marginwatch accounts test {label}` reads it once.")
    return 0


def _print_lines(lines: Sequence[CheckLine]) -> None:
    for line in lines:
        mark = {True: "ok ", False: "NO ", None: "?  "}[line.ok]
        print(f"{mark} {line.what}: {line.detail}")


def _ask_for_secrets(venue: VenueLabel) -> Secrets:
    """Ask for what this venue needs; nothing typed is shown but an address."""
    import getpass

    from monitor.credentials import Secrets

    if venue.needs == "address":
        address = input(f"The account's public address at {venue.title} (never a private key): ").strip()
        if not address:
            raise MarginwatchError("The address is needed; nothing was stored.")
        return Secrets(api_key=address, secret="")
    print("Make a key at the exchange that may only READ: no trading, no withdrawal, bound to your IP.")
    api_key = getpass.getpass("API key (not shown): ").strip()
    secret = getpass.getpass("Secret (not shown): ").strip()
    passphrase = None
    if venue.needs == "key and passphrase":
        passphrase = getpass.getpass("Passphrase of the key (not shown): ").strip()
    if not api_key or not secret or passphrase == "":
        raise MarginwatchError("All of them are needed; nothing was stored.")
    return Secrets(api_key=api_key, secret=secret, passphrase=passphrase)


def _accounts_list(_options: argparse.Namespace) -> int:
    from monitor import key_words
    from monitor.clock import SystemClock

    settings, now_ms = _load_settings(), SystemClock().now_ms()
    if not settings.accounts:
        print("No accounts yet. `marginwatch accounts add` adds one.")
    for account in settings.accounts:
        extras = [word for word, on in (("testnet", account.testnet), (account.host, account.host)) if on]
        state = "" if account.enabled else " (switched off)"
        key = key_words.summary(account.key, now_ms, account.trade_agreed_ms)
        print(f"{account.id:20} {account.venue:14} {' '.join((*extras, key))}{state}")
    return 0


def _accounts_test(options: argparse.Namespace) -> int:
    import asyncio

    from monitor import account_list
    from monitor.clock import SystemClock

    config = next((account for account in _load_settings().accounts if account.id == options.label), None)
    if config is None:
        raise MarginwatchError(f"There is no account {options.label!r}; `marginwatch accounts list` shows them.")
    checks = asyncio.run(account_list.test(config, None, SystemClock()))
    _print_lines(checks)
    return 0 if all(check.ok is not False for check in checks) else 1


def _accounts_remove(options: argparse.Namespace) -> int:
    import asyncio

    from monitor import account_list

    asyncio.run(account_list.remove(_settings_path(), _load_settings(), options.label))
    print(f"{options.label} is removed, with its key.")
    return 0
