"""What commands share: how they are declared, the stored settings they read, the lines of a test they print."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from monitor import paths

if TYPE_CHECKING:
    from monitor.messages import CheckLine
    from monitor.settings import Settings

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_command(commands: Commands, name: str, does: str) -> argparse.ArgumentParser:
    """Add a command whose own help begins with the line that the list has."""
    return commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")


def add_group(parser: argparse.ArgumentParser) -> Commands:
    """Give a command commands of its own; return the list of them."""
    return parser.add_subparsers(title="commands", metavar="COMMAND", required=True)


def stored_settings() -> tuple[Path, Settings]:
    """Return the file of the settings and what stands in it; a file that was set aside is told on standard error."""
    from monitor import settings_file

    path = paths.config_dir() / "settings.json"
    settings, note = settings_file.load(path)
    if note:
        print(note, file=sys.stderr)
    return path, settings


def print_checks(lines: Iterable[CheckLine]) -> None:
    """Print the lines of a test, each with its outcome."""
    for line in lines:
        mark = {True: "ok ", False: "NO ", None: "?  "}[line.ok]
        print(f"{mark} {line.what}: {line.detail}")
