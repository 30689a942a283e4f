"""What a venue's file says about a margin pool, as data; the solver reads nothing else.

A requirement is taken of the value at mark unless a rule says otherwise. Fees and thresholds are fractions.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from monitor.language import tr
from monitor.model import AccountMode, Position

Basis = Literal["exact", "estimate", "venue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What decides which rules hold for a position: the arguments of every venue's `rules`."""

    account_mode: AccountMode | None
    isolated: bool
    inverse: bool
    at_ms: int | None = None  # of the snapshot; None: today's rules
    opened_ms: int | None = None  # of the position; None: unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a formula was read, and when it was last checked."""

    document: str
    date: str  # ISO

    def __str__(self) -> str:
        return f"{self.document} ({self.date})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How one kind of pool is required to be covered, shown and rounded."""

    source: Source
    basis: Basis
    reason: str  # one sentence: why this basis
    computable: bool = True  # False: the venue's own figures are repeated
    ratio_name: str = "Margin ratio"
    higher_is_safer: bool = False  # the venue shows equity over requirement
    # the requirement
    threshold: float = 1.0  # liquidation when equity < threshold * requirement
    taker_rate: float = 0.0  # the venue's base rate, where the user's own is unknown
    fee: Literal["none", "mark", "closing"] = (
        "none"  # added to the rate, or the entry-based fee of closing at bankruptcy
    )
    fee_in_maintenance: bool = True  # the venue's maintenance figure contains the fee
    on: Literal["mark", "entry", "frozen"] = "mark"  # the value that is required for; frozen: at today's mark
    funding: bool = False  # the current funding rate is part of the rate
    hedge: Literal["sum", "larger", "net"] = "sum"  # what two legs of one symbol in one pool are required for
    flat: bool = False  # the tier's rate on the whole position, deductions ignored
    family: bool = False  # tiers count all expiries of one underlying together
    growing: frozenset[str] | None = None  # coins whose growth of the rate with the size is published; None: none grows
    # the equity
    shared: bool = False  # all currencies of the account back one pool, in USD
    reserve: Literal["none", "closing", "bankruptcy"] = "none"  # closing fee kept beside the isolated margin
    # what is shown
    initial_on: Literal["mark", "entry"] = "mark"
    initial_fee: Literal["none", "closing", "taker"] = "none"
    closing_sign: int = -1  # closing fee of a linear long: entry value x (1 + sign / leverage) x taker
    bankruptcy_fee: bool = False  # the bankruptcy price leaves room for the fee
    rounding: Literal["none", "against", "offset"] = "none"  # to the tick; offset: one tick earlier, unrounded
    backstop: float | None = None  # share of the requirement at which the venue takes the position over
    tolerance: float = 1e-6  # of ours against the venue's price, fraction of the mark
    tolerance_ticks: float = 0.0
    formula: str = field(default="", compare=False)  # in words, for --explain

    def venue_ratio(self, ratio: float) -> float | None:
        """Return our ratio (required over equity, 1 is liquidation) in the venue's own convention."""
        if not self.higher_is_safer:
            return ratio / self.threshold
        return self.threshold / ratio if ratio > 0 else None


class VenueModel(Protocol):
    """What a venue's file says; the modules themselves are the implementations."""

    RATIO_NAME: str

    def rules(self, setting: Setting) -> Rules: ...


def setting_of(account_mode: AccountMode | None, position: Position, at_ms: int | None) -> Setting:
    """Return the setting of one position."""
    return Setting(
        account_mode=account_mode,
        isolated=position.margin_mode == "isolated",
        inverse=position.inverse,
        at_ms=at_ms,
        opened_ms=position.opened_ms,
    )


def pooled(rules: Rules, setting: Setting) -> Rules:
    """Return `rules` for a mode that is not modelled: where all currencies back one pool, an estimate in USD."""
    if setting.account_mode != "multi_currency" or setting.isolated:
        return rules
    reason = tr(
        "No model of this multi-currency mode is built in: the venue's requirement is set against all currencies."
    )
    return replace(rules, shared=True, basis="estimate", reason=reason)


def mode_unknown(source: Source) -> Rules:
    """Return the rules of an account whose mode was not told: nothing is recomputed."""
    return Rules(
        source=source,
        basis="venue",
        reason=tr("The account's mode is not known, so nothing is recomputed; the figure is the venue's own."),
        computable=False,
    )


def repeated(source: Source, reason: str, ratio_name: str = "Margin ratio", *, higher_is_safer: bool = False) -> Rules:
    """Return rules that only repeat what the venue says."""
    return Rules(
        source=source,
        basis="venue",
        reason=reason,
        computable=False,
        ratio_name=ratio_name,
        higher_is_safer=higher_is_safer,
    )
