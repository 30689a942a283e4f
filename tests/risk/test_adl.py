"""Scores of the deleveraging queue: published values and what has no queue."""

from __future__ import annotations

import numpy as np
import pytest

from monitor.book import Book
from monitor.risk.adl import queue_of, scale_of, scores
from tests.build import account, position


def score(
    kind: str, *, bankruptcy: float = np.nan, equity: float = 2_000.0, ratio: float = 0.0, **changes: object
) -> float:
    book = Book.of((account(position(**changes)),))
    one = np.ones(1)
    return float(scores(book, [kind], one * bankruptcy, one * equity, one * equity, one * ratio)[0])


def test_return_times_effective_leverage_is_the_published_one() -> None:
    found = score("leverage", bankruptcy=90.0, contracts=100.0, entry_price=100.0, mark_price=120.0)
    assert found == pytest.approx(0.8)


def test_a_loss_is_divided_by_the_leverage() -> None:
    found = score("leverage", bankruptcy=80.0, contracts=1.0, entry_price=100.0, mark_price=90.0)
    assert found == pytest.approx(-0.1 / 9.0)


def test_hyperliquids_index_is_the_published_one() -> None:
    assert score("hyperliquid", contracts=50.0, entry_price=100.0, mark_price=120.0) == pytest.approx(3.6)


def test_more_profit_never_lowers_the_score() -> None:
    marks = (101.0, 110.0, 130.0)
    found = [score("leverage", bankruptcy=90.0, entry_price=100.0, mark_price=mark) for mark in marks]
    assert found == sorted(found)


def test_a_venue_without_a_queue_has_no_score() -> None:
    assert np.isnan(score(queue_of("deribit").kind))
    assert "winners" in queue_of("deribit").formula


def test_ranks_keep_the_venues_own_scale() -> None:
    scales = {family: scale_of(family) for family in ("binance", "gate", "bitget", "deribit")}
    assert [None if one is None else one.first for one in scales.values()] == [4.0, 1.0, 1.0, None]
