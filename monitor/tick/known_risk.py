"""The risk of all that is known, also of what an answer leaves out. Pure."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from monitor.language import tr
from monitor.model import Account
from monitor.risk.report import RiskReport, assess
from monitor.risk.rows import PositionRisk
from monitor.settings import Settings


def assess_known(accounts: tuple[Account, ...], settings: Settings) -> tuple[RiskReport, tuple[PositionRisk, ...]]:
    """Return the report and all rows to show.

    A position that has vanished while the account's totals agree is left out of its pool: the wallet holds its result
    already, and to count its last profit or loss once more would make the others look liquidated. Its own risk is
    unknown until it is proven gone. Where the totals disagree it still counts.
    """
    distance = settings.alerts.rescue_distance
    left_out = [
        replace(account, positions=(position,))
        for account in accounts
        if account.balance_agrees
        for position in account.positions
        if position.unconfirmed
    ]
    if not left_out:
        report = assess(accounts, rescue_distance=distance)
        return report, report.positions
    kept = tuple(
        replace(account, positions=tuple(one for one in account.positions if not one.unconfirmed))
        if account.balance_agrees
        else account
        for account in accounts
    )
    report = assess(kept, rescue_distance=distance)
    unproven = [_unproven(assess((one,), rescue_distance=distance).positions[0], one) for one in left_out]
    return report, (*report.positions, *unproven)


def _unproven(row: PositionRisk, account: Account) -> PositionRisk:
    """The row of a position that the newest answer leaves out, or that has not been read since the start: what it was,
    nothing of what it risks."""
    return msgspec.structs.replace(
        row,
        liquidation_price=None,
        liquidation_distance=None,
        margin_ratio=None,
        disagreement=None,
        effective_leverage=None,
        max_loss=None,
        loss_to_liquidation=None,
        rescue_add=None,
        rescue_cut=None,
        stop_beyond=False,
        stop_cover=None,
        unknown=tr("its account has not been read since the start: this is how it was last seen")
        if account.read_ms is None
        else tr("it is missing from the venue's newest answer, and not yet proven closed"),
    )
