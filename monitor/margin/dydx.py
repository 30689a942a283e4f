"""dYdX v4: net collateral against a flat fraction of the oracle value; equality is still safe.

The protocol's own auction figures (bankruptcy, fillable price, insurance) are pure functions beside the rules.

Source: dydxprotocol/v4-chain, x/clob/keeper/liquidations.go and lib/margin, with the tests whose figures are kept;
read 2026-10.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source

RATIO_NAME = "Maintenance margin / net collateral"
RULES = Rules(
    source=Source(document="dydxprotocol/v4-chain, x/subaccounts and x/clob", date="2026-10"),
    basis="exact",
    reason=tr("The protocol's code is public; the price follows from its own condition, at oracle prices."),
    ratio_name=RATIO_NAME,
    tolerance=1e-6,
    formula=tr("net collateral = sum of value x maintenance fraction"),
)
Leg = tuple[float, float, float]  # size [base, signed], oracle price, maintenance fraction


def rules(setting: Setting) -> Rules:
    """Return the rules; a subaccount has one collateral and one mode."""
    return RULES


def net_collateral(quote: float, legs: Sequence[Leg]) -> float:
    """Return quote balance plus signed value [USDC]."""
    return quote + sum(size * price for size, price, _ in legs)


def maintenance(legs: Sequence[Leg]) -> float:
    """Return the sum of value x maintenance fraction [USDC]."""
    return sum(abs(size) * price * fraction for size, price, fraction in legs)


def is_liquidatable(quote: float, legs: Sequence[Leg]) -> bool:
    """Return whether the requirement exceeds the collateral; an account without positions never is."""
    required = maintenance(legs)
    return required > net_collateral(quote, legs) and required > 0


def bankruptcy_quote(quote: float, legs: Sequence[Leg], row: int, delta: float) -> float:
    """Return the quote change that closing `delta` of leg `row` must bring so that its share of collateral is used up.

    Source: GetBankruptcyPriceInQuoteQuantums: -dNNV - TNC * |dMMR| / TMMR.
    """
    size, price, fraction = legs[row]
    released = (abs(size) - abs(size + delta)) * price * fraction
    return -delta * price - net_collateral(quote, legs) * abs(released) / maintenance(legs)


def fillable_price(quote: float, legs: Sequence[Leg], row: int, adjustment: float, spread_ratio: float) -> float:
    """Return the price at which the protocol offers leg `row`, per coin.

    Source: GetFillablePrice: (PNNV - ABR * SMMR * PMMR) / PS, ABR = clamp(BA * (1 - TNC / TMMR), 0, 1).
    """
    size, price, fraction = legs[row]
    bankruptcy_rating = min(1.0, max(0.0, adjustment * (1.0 - net_collateral(quote, legs) / maintenance(legs))))
    return (size * price - bankruptcy_rating * spread_ratio * abs(size) * price * fraction) / size


def insurance_delta(
    quote: float, legs: Sequence[Leg], row: int, delta: float, fill_price: float, max_fee: float
) -> float:
    """Return what a fill pays into (> 0) or takes from (< 0) the insurance fund [USDC].

    Source: GetLiquidationInsuranceFundDelta.
    """
    gained = -delta * fill_price - bankruptcy_quote(quote, legs, row, delta)
    return min(gained, max_fee * abs(delta) * fill_price) if gained > 0 else gained


def initial_fraction(base: float, open_interest: float, lower: float, upper: float) -> float:
    """Return the initial margin fraction, scaled by open interest.

    Source: v4-chain perpetuals, GetAdjustedInitialMargin.
    """
    return base + (1.0 - base) * min(1.0, max(0.0, (open_interest - lower) / (upper - lower)))
