"""The model for venues without one of their own: tiers without fees, and it says that it is an estimate."""

from __future__ import annotations

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, pooled, repeated

RATIO_NAME = "Margin ratio"
RULES = Rules(
    source=Source(document="none: the common rule equity = maintenance margin", date="2026-10"),
    basis="estimate",
    reason=tr("No margin model of this venue is built in: its tiers are applied without fees."),
    shared=False,
    tolerance=1e-3,
    formula=tr("equity = value x rate - deduction"),
)


def rules(setting: Setting) -> Rules:
    """Return the generic rules, marked as an estimate."""
    if setting.account_mode == "portfolio":
        return repeated(RULES.source, tr("This venue's answers hold too little to recompute; its own figure is shown."))
    return pooled(RULES, setting)
