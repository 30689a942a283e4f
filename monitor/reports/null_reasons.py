"""Why a figure of a printed report is null: a sentence beside it, where its object does not give one already.

An object that says `reason`, or `unknown`, speaks for all that is null in it and below it. Others get `reasons`, one
sentence for each null figure. Null is never a figure of zero.
"""

from __future__ import annotations

from typing import Any

NO_PRICE = "no price of this symbol alone can liquidate the pool"
NOT_TOLD = "the venue has told no figure to compare with"
NO_SHOCK = "no such move of all marks together liquidates"
THIN_BOOK = "a book of a tenth does not hold the whole size"
NO_FUNDING_LINE = "at this rate funding never carries the liquidation price there"
MEANINGS: dict[str, str] = {
    "first_death_h": "nothing is liquidated on this path",
    "first_death": "nothing is liquidated on this path",
    "crisis.slippage": "a book of that depth does not hold the whole size",
    "crisis.average_price": "a book of that depth holds nothing",
    "reported_liquidation_price": "the venue has told none",
    "agreement": NOT_TOLD,
    "cut_and_put_back": "only an isolated position releases margin that can be put back, and here it is not solved",
    "lines.days": NO_FUNDING_LINE,
    "lines.days_if_jumped": "even at a rate that jumped funding does not carry the liquidation price there",
    "impact": "the daily volume or the volatility is not known",
    "bankruptcy_price": "no price of this symbol alone takes all that is behind it",
    "liquidation_price": NO_PRICE,
    "liquidation_distance": NO_PRICE,
    "exit_cost.liquidation_price": NO_PRICE,
    "liquidation_price_thin": THIN_BOOK,
    "beyond_bankruptcy": THIN_BOOK,
    "drift_per_day": NO_PRICE,
    "largest_leverage": "the volatility is not known, or no leverage keeps the chance that low",
    "common_shock_up": NO_SHOCK,
    "common_shock_down": NO_SHOCK,
    "median_days": "no move liquidates",
    "deviations": "no move liquidates",
    "venue_ratio": "the venue has no such figure, or has not told it",
    "least": "what a good fill leaves is not known: the position shares its margin with others",
    "nearest": "no stop counts: none lies on the losing side before liquidation",
    "expected_shortfall": "there is no bankruptcy price that a fill could miss",
    "effective_leverage": "no equity is left to compare the value with",
    "margin_share": "no equity is left to compare the margin with",
    "loss_of_equity": "no equity is left to compare the loss with",
    "loss_of_margin": "the margin behind the position is not known, or nothing of it is left",
    "over_line": "the margin behind the position is not known, or nothing of it is left",
    "initial_margin": "the leverage set at the venue is not known",
    "roe": "the initial margin is not known",
}
OTHERWISE = "an input of this figure is not known"


def with_reasons(body: Any, name: str = "", *, told: bool = False) -> Any:
    """Return a report (plain objects and lists) in which each null has a reason beside it.

    Args:
        name: what the object is called in the one that holds it. told: one above it gives the reason already.
    """
    if isinstance(body, list | tuple):
        return [with_reasons(one, name, told=told) for one in body]
    if not isinstance(body, dict):
        return body
    told = told or _says_why(body)
    found = {key: with_reasons(value, key, told=told and name != "accounts") for key, value in body.items()}
    nulls = [key for key, value in body.items() if value is None]
    if nulls and not told:
        found["reasons"] = {key: _meaning(name, key, body) for key in nulls}
    return found


def _says_why(body: dict[str, Any]) -> bool:
    """Whether one sentence of the object speaks for all of it."""
    return any(body.get(key) for key in ("reason", "unknown", "beyond_reason", "stress_reason"))


def _meaning(name: str, key: str, body: dict[str, Any]) -> str:
    if name == "exit_cost" and key in ("liquidation_price_thin", "beyond_bankruptcy") and not body["liquidation_price"]:
        return NO_PRICE  # the book of today holds the whole size, else a reason would speak for all of it
    return MEANINGS.get(f"{name}.{key}") or MEANINGS.get(key) or MEANINGS.get(name) or OTHERWISE
