"""The words of `marginwatch calc`; nothing heavy is loaded to read them."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable

MOST_FEE, MOST_FUNDING, MOST_VOLATILITY = 0.01, 0.1, 10.0  # shares beyond these are slips of the pen: 5 for 5%


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the words of the command."""
    parser.add_argument("symbol", help="unified: BTC/USDT:USDT")
    parser.add_argument("side", choices=("long", "short"))
    parser.add_argument("--price", type=_above_zero, help="of the entry; with --file: the position's mark, if left out")
    parser.add_argument(
        "--leverage", type=_above_zero, default=10.0, metavar="X", help="as set at the venue (default 10)"
    )
    parser.add_argument("--mode", choices=("isolated", "cross"), default="isolated", help="default: isolated")
    size = parser.add_argument_group("how large (one of them)")
    size.add_argument("--size", type=_above_zero, help="base units, as 0.25")
    size.add_argument("--margin", type=_above_zero, help="initial margin, in the settlement currency")
    size.add_argument(
        "--risk",
        type=_share(0.0, 1.0, open_ends=True),
        metavar="SHARE",
        help="of the account, lost at the stop: 1%% or 0.01",
    )
    parser.add_argument("--stop", type=_above_zero, metavar="PRICE", help="where a stop would close it")
    account = parser.add_argument_group("the account")
    account.add_argument("--venue", default="binanceusdm", help="ccxt id (default binanceusdm)")
    account.add_argument("--wallet", type=_above_zero, help="its money in the settlement currency")
    account.add_argument(
        "--fee", type=_share(0.0, MOST_FEE), metavar="RATE", help="your taker rate (default: the venue's base rate)"
    )
    account.add_argument("--file", help="a snapshot file: the trade is added to its account")
    account.add_argument("--account", metavar="ID", help="which account of the file (default: its first)")
    market = parser.add_argument_group("the contract")
    market.add_argument(
        "--maintenance-rate",
        type=_share(0.0, 1.0, open_ends=True),
        metavar="RATE",
        help="0.5%%, where no tiers are known",
    )
    market.add_argument(
        "--contract-size", type=_above_zero, default=1.0, help="base, or quote of inverse contracts (1)"
    )
    market.add_argument("--lot", type=_above_zero, help="smallest step of contracts")
    market.add_argument(
        "--funding-rate",
        type=_share(-MOST_FUNDING, MOST_FUNDING),
        metavar="RATE",
        help="for each interval, as 0.01%%",
    )
    market.add_argument("--funding-hours", type=_above_zero, default=8.0, help="between two payments (default 8)")
    market.add_argument(
        "--volatility",
        type=_share(0.0, MOST_VOLATILITY, open_ends=True),
        metavar="SHARE",
        help="of a year, as 60%%: for the chances",
    )
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")


def _above_zero(words: str) -> float:
    try:
        value = float(words)
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value > 0):
        raise argparse.ArgumentTypeError(f"{words} is no number above 0")
    return value


def _share(least: float, most: float, *, open_ends: bool = False) -> Callable[[str], float]:
    """Return what reads a fraction, written as 0.01 or 1%, from `least` to `most`; `open_ends`: neither of them."""

    def read(words: str) -> float:
        try:
            value = float(words.removesuffix("%")) / (100.0 if words.endswith("%") else 1.0)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{words} is no share: write 0.01 or 1%") from None
        if not (least < value < most if open_ends else least <= value <= most):
            between = "between" if open_ends else "from"
            allowed = f"{between} {least:.0%} {'and' if open_ends else 'to'} {most:.0%}"
            raise argparse.ArgumentTypeError(
                f"{words} is {value:.6g} or {100.0 * value:.6g}%, not {allowed}: write 0.01 or 1%"
            )
        return value

    return read
