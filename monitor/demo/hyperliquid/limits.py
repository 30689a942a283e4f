"""Hyperliquid's request limit: weight per minute and address of the caller's computer; above it 429 without a body.

Source: Hyperliquid docs, "Rate limits and user limits", read 2026-10.
"""

from __future__ import annotations

WEIGHT_LIMIT = 1200
USUAL_WEIGHT = 20
WEIGHTS = {
    "l2Book": 2,
    "allMids": 2,
    "clearinghouseState": 2,
    "orderStatus": 2,
    "spotClearinghouseState": 2,
    "exchangeStatus": 2,
    "userRole": 60,
}


def weight_of(question: str) -> int:
    """Return what a question costs."""
    return WEIGHTS.get(question, USUAL_WEIGHT)
