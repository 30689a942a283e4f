"""`marginwatch calc` and its many words; calc.py, which works the trade out, is loaded only then."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from monitor.commands.console import add_command
from monitor.commands.typed import above_zero, share

if TYPE_CHECKING:
    from monitor.commands.console import Commands

MOST_FEE, MOST_FUNDING, MOST_VOLATILITY = 0.01, 0.1, 10.0  # shares beyond these are slips of the pen: 5 for 5%


def add_commands(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = add_command(commands, "calc", "work out a trade before it is made")
    parser.usage = "marginwatch calc SYMBOL long|short [options]"
    parser.epilog = (  # not a format, unlike the help of an option: % stands for itself
        "RATE and SHARE: 0.5% with the sign, or a fraction (0.005) without it; a number that may be meant both ways is"
        " refused."
    )
    add_options(parser)
    parser.set_defaults(run=_calc)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the words of the command."""
    parser.add_argument("symbol", help="unified: BTC/USDT:USDT")
    parser.add_argument("side", choices=("long", "short"))
    parser.add_argument("--price", type=above_zero, help="of the entry; with --file: the position's mark, if left out")
    parser.add_argument(
        "--leverage", type=above_zero, default=10.0, metavar="X", help="as set at the venue (default 10)"
    )
    parser.add_argument("--mode", choices=("isolated", "cross"), default="isolated", help="default: isolated")
    size = parser.add_argument_group("how large (one of them)")
    size.add_argument("--size", type=above_zero, help="base units, as 0.25")
    size.add_argument("--margin", type=above_zero, help="initial margin, in the settlement currency")
    size.add_argument(
        "--risk",
        type=share(0.0, 1.0, likely=(0.001, 1.0), open_ends=True),
        metavar="SHARE",
        help="of the account, lost at the stop, as 1%%",
    )
    parser.add_argument("--stop", type=above_zero, metavar="PRICE", help="where a stop would close it")
    account = parser.add_argument_group("the account")
    account.add_argument("--venue", default="binanceusdm", help="ccxt id (default binanceusdm)")
    account.add_argument("--wallet", type=above_zero, help="its money in the settlement currency")
    account.add_argument(
        "--fee",
        type=share(0.0, MOST_FEE, likely=(0.00005, MOST_FEE)),
        metavar="RATE",
        help="your taker rate, as 0.05%% (default: the venue's base rate)",
    )
    account.add_argument("--file", help="a snapshot file: the trade is added to its account")
    account.add_argument("--account", metavar="ID", help="which account of the file (default: its first)")
    market = parser.add_argument_group("the contract")
    market.add_argument(
        "--maintenance-rate",
        type=share(0.0, 1.0, likely=(0.0001, 1.0), open_ends=True),
        metavar="RATE",
        help="as 0.5%%, where no tiers are known",
    )
    market.add_argument(
        "--contract-size", type=above_zero, metavar="N", default=1.0, help="base, or quote of inverse contracts (1)"
    )
    market.add_argument("--lot", type=above_zero, metavar="N", help="smallest step of contracts")
    market.add_argument(
        "--funding-rate",
        type=share(-MOST_FUNDING, MOST_FUNDING, likely=(0.00001, MOST_FUNDING)),
        metavar="RATE",
        help="for each interval, as 0.01%%",
    )
    market.add_argument(
        "--funding-hours", type=above_zero, metavar="H", default=8.0, help="between two payments (default 8)"
    )
    market.add_argument(
        "--volatility",
        type=share(0.0, MOST_VOLATILITY, likely=(0.05, MOST_VOLATILITY), open_ends=True),
        metavar="SHARE",
        help="of a year, as 60%%: for the chances",
    )
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")


def _calc(options: argparse.Namespace) -> int:
    """Print what a trade would be; 2 where it cannot be worked out from what was given, with one line."""
    from monitor.clock import SystemClock
    from monitor.commands import calc
    from monitor.errors import CalculationError, SnapshotError

    try:
        print(calc.run(options, SystemClock()))
    except (CalculationError, SnapshotError) as error:
        print(f"marginwatch: {error}", file=sys.stderr)
        return 2
    return 0
