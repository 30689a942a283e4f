"""The command line: `marginwatch` opens the window; its sub-commands work in a terminal."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from monitor import __version__, paths
from monitor.commands import accounts, calc_options, channels, files, journal, watch
from monitor.commands.console import add_command
from monitor.commands.typed import above_zero
from monitor.errors import MarginwatchError, VenueError

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
    try:
        options = _parser().parse_args(arguments)
        status = int(options.run(options))
        sys.stdout.flush()
    except MarginwatchError as error:
        advice = error.advice if isinstance(error, VenueError) else ""
        print(f"marginwatch: {error} {advice}".rstrip(), file=sys.stderr)
        return 1
    except EOFError:
        print("marginwatch: the input ended before everything was typed; nothing was stored.", file=sys.stderr)
        return 1
    except BrokenPipeError:  # who reads the output has seen enough: `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="marginwatch",
        description="Position-risk monitor for leveraged crypto futures: how far, how soon, how much to fix it.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"marginwatch {__version__}")
    parser.set_defaults(run=_window, demo=False, exit_after=None)
    parser.add_argument("--exit-after", type=above_zero, metavar="S", help="close by itself after S seconds")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    demo = add_command(commands, "demo", "open the window on the embedded exchange")
    watch.add_demo_options(demo)
    demo.add_argument("--exit-after", type=above_zero, metavar="S", help="end by itself after S seconds")
    demo.set_defaults(run=_demo)

    watch.add_commands(commands)
    files.add_commands(commands)
    calc_options.add_commands(commands)
    accounts.add_commands(commands)
    channels.add_commands(commands)
    journal.add_commands(commands)
    login = add_command(commands, "autostart", "start at login: on, off, or say which")
    login.add_argument("state", nargs="?", choices=("on", "off"))
    login.set_defaults(run=_autostart)
    return parser


def _window(options: argparse.Namespace) -> int:
    if not _has_display():
        print(
            "No display was found, so there is no window; `marginwatch watch` guards in the terminal.", file=sys.stderr
        )
        return 1
    _prepare_for_window(paths.config_dir())
    from ui.app import run

    return run(demo=None, exit_after=options.exit_after)


def _demo(options: argparse.Namespace) -> int:
    if not _has_display():
        print("No display was found: the demo runs in this terminal (Ctrl-C ends it).", flush=True)
        options.once = options.json = options.service = options.unit = False
        options.demo = True
        return watch.run(options)
    _prepare_for_window(paths.demo_dir(), paths.config_dir())
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


def _prepare_for_window(*folders: Path) -> None:
    """Before the window is loaded: the language, for its labels are made at import, and a quiet end by Ctrl-C.

    Nothing has begun that had to be ended well, and Qt aborts with a report when its import is interrupted. What is
    built until the window's loop runs stays, so nothing is collected before `ui.app.run` says so.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()
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


def _autostart(options: argparse.Namespace) -> int:
    from monitor import autostart

    if options.state is not None:
        print(autostart.switch(options.state == "on"))
    else:
        print(f"Marginwatch {'starts' if autostart.is_on() else 'does not start'} at login.")
    return 0
