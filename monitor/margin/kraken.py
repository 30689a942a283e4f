"""Kraken futures: coin-margined single collateral, and multi-collateral where the larger leg is required for.

Collateral in the position's own coin moves with the price; the multi-collateral requirement is taken of the entry
value.

Source: Kraken support "Equity protection process", 2026-03-17, example reproduced; multi-collateral pages, read
2026-10.
"""

from __future__ import annotations

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source

RATIO_NAME = "Maintenance margin / margin equity"
COIN = Rules(
    source=Source(document="Kraken support, Equity protection process", date="2026-03-17"),
    basis="exact",
    reason=tr("Kraken publishes a worked example; it follows when the requirement floats with the mark."),
    ratio_name=RATIO_NAME,
    tolerance=1e-4,
    tolerance_ticks=1.0,
    formula=tr("margin + unrealised PnL = value x rate, in coin"),
)
MULTI_COLLATERAL = Rules(
    source=Source(document="Kraken support, Multi-collateral futures margin", date="2026-10"),
    basis="estimate",
    reason=tr("Kraken publishes the rule but no price; collateral in the position's coin is moved with it."),
    ratio_name=RATIO_NAME,
    on="entry",
    hedge="larger",
    shared=True,
    initial_on="entry",
    tolerance=1e-3,
    formula=tr("sum of collateral after haircut + unrealised PnL = sum of entry value x rate, larger leg only"),
)


def rules(setting: Setting) -> Rules:
    """Return the rules: inverse contracts are single collateral, linear ones share the wallet in cross."""
    return COIN if setting.inverse else MULTI_COLLATERAL
