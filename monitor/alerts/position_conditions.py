"""What is wrong with a position beside its distance: stops, disagreement, funding, the queue for deleveraging.

They are no CRITICAL: they ask for a look, not for a rescue. Some can be switched off (`OPTIONAL_KINDS` in settings.py).
"""

from __future__ import annotations

import math
from collections.abc import Container

from monitor.alerts.rules import (
    Reading,
    condition_reading,
    disagreement_policy,
    funding_jump_policy,
    funding_policy,
    settled_policy,
)
from monitor.alerts.wording import amount_up, name_of, percent_up, price
from monitor.language import tr
from monitor.model import Bracket
from monitor.risk.rows import PositionRisk

COVERED = 0.995  # of the size: stops of whole lots may leave a rest

# (sign, from): where sign * rank of the venue's own scale says that a position is among the first
_ADL_HIGH = {
    "binanceusdm": (1, 4.0),
    "binancecoinm": (1, 4.0),
    "bybit": (1, 5.0),
    "okx": (1, 5.0),
    "bitget": (1, 0.8),
    "kucoinfutures": (1, 0.8),
    "gate": (-1, -1.0),
}

SETTLED = {  # what is so or is not, told only when it has been so for a while
    "no_stop": settled_policy(60.0),
    "stop_beyond": settled_policy(10.0),
    "adl": settled_policy(60.0),
}


def condition_readings(
    row: PositionRisk, *, funding_limit: float, off: frozenset[str], standing: Container[str]
) -> list[Reading]:
    """Return the readings of one position that the venue's newest answer holds; what is well says nothing.

    Args:
        funding_limit: what may be paid in 8 hours, fraction of the notional.
        off: kinds that the user does not want.
        standing: keys of the alarms that stand: their ends have to be seen.
    """
    key, readings = row.key, []
    if row.agreement == "disagrees" or f"divergence|{key}" in standing:
        readings.append(_disagreement(row))
    for kind, severity in severities(row).items():
        if kind not in off and (severity or f"{kind}|{key}" in standing):
            readings.append(_SAY[kind](row, severity))
    if "funding" not in off and row.funding_rate is not None and row.funding_interval_h:
        paid = (1.0 if row.side == "long" else -1.0) * row.funding_rate * 8.0 / row.funding_interval_h
        if paid >= 0.5 * funding_limit or f"funding|{key}" in standing:
            readings.append(_funding(row, funding_limit, max(0.0, paid)))
    return readings


def severities(row: PositionRisk) -> dict[str, int]:
    """Return of each kind of SETTLED whether it is so (1) or not (0); what is not known is left out."""
    found = {"stop_beyond": int(row.stop_beyond)}
    if row.stop_cover is not None:
        bare = not row.stop_cover and not row.stop_beyond
        found["no_stop"] = 1 if bare or 0.0 < row.stop_cover < COVERED else 0
    if row.adl_rank is not None and row.venue in _ADL_HIGH:
        sign, high = _ADL_HIGH[row.venue]
        found["adl"] = int(sign * row.adl_rank >= high)
    return found


def funding_jump_reading(row: PositionRisk, paid: float, usual: float | None, limit: float, times: float) -> Reading:
    """Return whether the funding of a position has jumped: against it, against its usual rate, and by enough.

    Args:
        paid: in a day, fraction of the notional; less than zero is received. usual: the same as it was lately; None:
            too little is recorded. limit: what has to be paid in a day at least. times: so many times the usual.
    """
    line = limit if usual is None else max(limit, times * usual)
    cost = None if row.notional is None else amount_up(max(0.0, paid) * row.notional)
    return Reading(
        key=f"funding_jump|{row.key}",
        family="RISK",
        kind="funding_jump",
        measure=None if usual is None else -paid,
        policy=funding_jump_policy(line),
        title=tr(
            "{row} · funding has jumped: it pays {now} a day, lately {usual}",
            row=_name(row),
            now=_exact(max(0.0, paid)),
            usual="—" if usual is None else _signed(usual),
        ),
        text=tr("The rate may stay or go on. Close or cut it if you do not want to pay.")
        if cost is None
        else tr(
            "At this rate it costs {cost} {currency} a day. Close or cut it if you do not want to pay.",
            cost=cost,
            currency=row.settle,
        ),
        account_id=row.account_id,
        position_key=row.key,
    )


def rules_changed(row: PositionRisk, before: tuple[Bracket, ...], after: tuple[Bracket, ...]) -> tuple[str, str]:
    """Return title and text for a maintenance schedule that the venue has changed under an open position."""
    old, new = _rate(before, row.notional), _rate(after, row.notional)
    now = tr("unknown") if row.liquidation_price is None else price(row.liquidation_price, row.tick_size)
    what = tr("Its maintenance-margin tiers are others now.")
    if old is not None and new is not None and old != new:
        what = tr("Its maintenance rate went from {old} to {new}.", old=_exact(old), new=_exact(new))
    return (
        tr("{row} · the venue changed the margin rules", row=_name(row)),
        what + " " + tr("The liquidation price is {now} by the new ones.", now=now),
    )


def _disagreement(row: PositionRisk) -> Reading:
    gap = row.disagreement if row.agreement == "disagrees" else 0.0
    ours = "—" if row.liquidation_price is None else price(row.liquidation_price, row.tick_size)
    told = row.reported_liquidation_price
    return Reading(
        key=f"divergence|{row.key}",
        family="DATA",
        kind="divergence",
        measure=None if row.unknown and row.agreement == "disagrees" else -(gap or 0.0),
        policy=_DISAGREEMENT,
        title=tr(
            "{row} · our liquidation price and the venue's differ by {gap} of the mark",
            row=_name(row),
            gap=percent_up(gap),
        ),
        text=tr(
            "Ours {ours}, the venue's {told}: the nearer one rings.",
            ours=ours,
            told="—" if told is None else price(told, row.tick_size),
        ),
        account_id=row.account_id,
        position_key=row.key,
    )


def _no_stop(row: PositionRisk, severity: int) -> Reading:
    cover = row.stop_cover or 0.0
    bare = not cover and not row.stop_beyond
    title = (
        tr("{row} · no stop order", row=_name(row))
        if bare
        else tr("{row} · stops cover {cover} % of it", row=_name(row), cover=math.floor(cover * 100))
    )
    text = tr(
        "Nothing closes it before its liquidation. Set a stop at the exchange: it works while this computer is off."
    )
    return _condition("no_stop", row, severity, title, text)


def _stop_beyond(row: PositionRisk, severity: int) -> Reading:
    text = tr("The exchange liquidates at first: that stop never fills. Move it before that price.")
    if row.liquidation_price is not None:
        text = tr(
            "The exchange liquidates at {price} first: that stop never fills. Move it before that price.",
            price=price(row.liquidation_price, row.tick_size),
        )
    title = tr("{row} · a stop lies beyond the liquidation price", row=_name(row))
    return _condition("stop_beyond", row, severity, title, text)


def _funding(row: PositionRisk, limit: float, paid: float) -> Reading:
    cost = tr("At this rate it costs what you hold.")
    if row.notional is not None:
        cost = tr(
            "At this rate it costs what you hold: {paid} {settle} a day.",
            paid=amount_up(paid * 3 * row.notional),
            settle=row.settle,
        )
    return Reading(
        key=f"funding|{row.key}",
        family="RISK",
        kind="funding",
        measure=-paid,
        policy=funding_policy(limit),
        title=tr("{row} · funding is high: it pays {paid} every 8 h", row=_name(row), paid=_exact(paid)),
        text=cost + " " + tr("The liquidation price comes nearer with each payment."),
        account_id=row.account_id,
        position_key=row.key,
    )


def _adl(row: PositionRisk, severity: int) -> Reading:
    title = tr("{row} · first in the queue for auto-deleveraging", row=_name(row))
    text = tr("In a crash the exchange may close a winning position by force. Less leverage moves it back.")
    return _condition("adl", row, severity, title, text)


def _condition(kind: str, row: PositionRisk, severity: int, title: str, text: str) -> Reading:
    return condition_reading(
        kind, "RISK", row.account_id, severity, title, text, about=row.key, position_key=row.key, policy=SETTLED[kind]
    )


def _name(row: PositionRisk) -> str:
    return f"{name_of(row.symbol)} {row.side} · {row.account_id}"


def _rate(brackets: tuple[Bracket, ...], notional: float | None) -> float | None:
    """The maintenance rate at this value, None where it is not known or not by notional."""
    if notional is None:
        return None
    reached = [bracket for bracket in brackets if bracket.floor <= notional]
    return max(reached, key=lambda bracket: bracket.floor).rate if reached else None


def _exact(rate: float) -> str:
    """A small rate, rounded up at its third digit: "0.125 %"."""
    return f"{math.ceil(rate * 1e5 - 1e-9) / 1e3:g} %"


def _signed(rate: float) -> str:
    """What was usual: paid, or received."""
    return _exact(rate) if rate >= 0 else tr("{rate} received", rate=_exact(-rate))


_DISAGREEMENT = disagreement_policy()
_SAY = {"no_stop": _no_stop, "stop_beyond": _stop_beyond, "adl": _adl}
