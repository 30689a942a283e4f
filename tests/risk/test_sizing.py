"""Sizing: published values and where the lines lie."""

from __future__ import annotations

import pytest

from monitor.risk.sizing import kelly_share, risked_size, verdict


def test_the_size_for_a_chosen_risk_is_the_published_one() -> None:
    assert risked_size(10_000.0, 0.01, 60_000.0, 58_200.0, 0.0006) == pytest.approx(0.0534188034)


def test_the_size_loses_what_was_chosen() -> None:
    size = risked_size(10_000.0, 0.02, 60_000.0, 61_000.0, 0.0005)
    assert size * (1_000.0 + 2 * 0.0005 * 60_000.0) == pytest.approx(200.0)


def test_the_growth_optimal_share_is_the_published_one() -> None:
    assert kelly_share(0.3, 0.6) == pytest.approx(0.8333333)


def test_a_share_is_compared_with_both_ends_of_the_line() -> None:
    assert [verdict(share, 0.1, 0.2) for share in (None, 0.05, 0.1, 0.2, 0.21)] == [
        "unknown",
        "below",
        "within",
        "within",
        "above",
    ]
