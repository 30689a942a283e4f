"""How large a trade is for its account: shares and lines to compare with, never advice to trade.

Money is in one currency; shares and rates are fractions.
"""

from __future__ import annotations

from monitor.language import tr

LOW_SHARE, HIGH_SHARE = 0.10, 0.20  # margin of one trade over the account's equity: the line to compare with
LOW_LEVERAGE, HIGH_LEVERAGE = 3.0, 5.0  # effective leverage that suits a beginner
LINES_SOURCE = tr("two introductory articles on leveraged futures, checked 2026-10")


def risked_size(equity: float, risk: float, entry: float, stop: float, fee_rate: float) -> float:
    """Return the size [base] that loses `risk` x equity when it is closed at the stop, both fees included.

    Source: fixed-fractional sizing: R E / (|entry - stop| + 2 f entry).
    """
    return risk * equity / (abs(entry - stop) + 2.0 * fee_rate * entry)


def kelly_share(drift: float, sigma: float) -> float:
    """Return the growth-optimal exposure for a view of `drift` a year: shown halved, as a ceiling, never as advice.

    Source: Kelly 1956, in the continuous limit: mu / sigma^2.
    """
    return drift / sigma**2


def verdict(value: float | None, low: float, high: float) -> str:
    """Return "unknown", "below", "within" or "above" the line."""
    if value is None:
        return "unknown"
    if value > high:
        return "above"
    return "within" if value >= low else "below"
