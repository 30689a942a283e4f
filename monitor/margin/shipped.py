"""The tiers of Binance USDⓈ-M that ship with the program: for a trade in a contract whose tiers have not been read.

They are as the API listed them in October 2024; venues change theirs without notice, so whoever uses them says so.
"""

from __future__ import annotations

import json

from monitor.language import tr
from monitor.model import Bracket
from monitor.resources import resource

LISTED = tr("October 2024")
VENUE = "binanceusdm"


def shipped_brackets(venue: str, symbol: str) -> tuple[Bracket, ...]:
    """Return the tiers of a unified symbol, () where none ship."""
    if venue != VENUE:
        return ()
    ladders = json.loads(resource("brackets", "binance_usdm.json").read_text(encoding="utf-8"))["brackets"]
    rows = ladders.get(symbol.partition(":")[0].replace("/", ""), [])
    return tuple(Bracket(floor=row[0], rate=row[2], deduction=row[4]) for row in rows)
