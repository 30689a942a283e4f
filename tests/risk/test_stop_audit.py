"""The stops audited: the published example, and each way a stop may not help."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from monitor.book import Book
from monitor.model import Stop
from monitor.risk.stop_audit import StopAudit, audit
from tests.build import account, position


def stop(trigger_price: float, contracts: float | None = None, **changes: Any) -> Stop:
    return Stop(
        **{"trigger_price": trigger_price, "trigger": "mark", "contracts": contracts, "limit_price": None} | changes
    )


def audited(*stops: Stop, liquidation: float = 90.0, slippage: float = 0.0, **changes: Any) -> StopAudit:
    held = position(**{"contracts": 10.0, "entry_price": 100.0, "mark_price": 100.0, "stops": stops} | changes)
    book = Book.of((account(held),))
    return audit(book, np.array([liquidation]), np.array([slippage]))


EXAMPLE = (stop(95.0, 4.0), stop(89.5, 3.0), stop(97.0, 5.0, trigger="last"))


def test_the_published_example() -> None:
    found = audited(*EXAMPLE)
    assert [found.covered[0], found.uncovered[0], found.beyond[0]] == [9.0, 1.0, 3.0]
    assert (found.wrong_basis[0], found.nearest[0]) == (5.0, 97.0)
    assert found.loss[0] == pytest.approx(5.0 * 3.0 + 4.0 * 5.0)


def test_a_short_whose_stop_lies_beyond_is_uncovered() -> None:
    found = audited(stop(113.0), liquidation=112.0, side="short", contracts=2.0)
    assert (found.uncovered[0], found.beyond[0]) == (2.0, 2.0)


def test_slippage_may_cross_the_liquidation_price() -> None:
    assert audited(stop(95.0), liquidation=94.6, slippage=0.005).crosses[0] == 10.0
    assert audited(stop(95.0), liquidation=94.6, slippage=0.004).crosses[0] == 0.0


def test_a_stop_above_a_longs_mark_is_no_stop() -> None:
    found = audited(stop(101.0, 1.0), contracts=1.0)
    assert (found.uncovered[0], found.wrong_side[0]) == (1.0, 1.0)


def test_the_nearest_stops_count_first_and_only_up_to_the_size() -> None:
    found = audited(stop(92.0, 8.0), stop(96.0, 8.0))
    assert (found.covered[0], found.surplus[0]) == (10.0, 6.0)
    assert found.loss[0] == pytest.approx(8.0 * 4.0 + 2.0 * 8.0)


def test_a_stop_limit_fills_at_its_limit_or_not_at_all() -> None:
    found = audited(stop(95.0, limit_price=94.9), slippage=0.01)
    assert found.can_gap[0] == 10.0
    assert found.loss[0] == pytest.approx(10.0 * 5.1)


def test_stops_that_were_not_read_are_unknown() -> None:
    found = audited(stops=None)
    assert np.isnan([found.covered[0], found.loss[0], found.beyond[0]]).all()


def test_no_stops_cover_nothing() -> None:
    found = audited()
    assert (found.covered[0], found.uncovered[0], found.loss[0]) == (0.0, 10.0, 0.0)


def test_positions_do_not_share_their_stops() -> None:
    rows = [position(contracts=10.0, entry_price=100.0, mark_price=100.0, stops=one) for one in (EXAMPLE, (), EXAMPLE)]
    book = Book.of((account(*rows),))
    assert audit(book, np.full(3, 90.0), np.zeros(3)).covered.tolist() == [9.0, 0.0, 9.0]


@pytest.mark.parametrize("distance", [2.0, 7.0, 12.0])
def test_a_short_is_the_mirror(distance: float) -> None:
    long = audited(stop(100.0 - distance, 4.0), slippage=0.0)
    short = audited(stop(100.0 + distance, 4.0), liquidation=110.0, side="short")
    assert (long.covered[0], long.beyond[0]) == (short.covered[0], short.beyond[0])
    assert long.loss[0] == pytest.approx(short.loss[0])


def test_what_adding_up_leaves_is_no_size() -> None:
    thirds = account(
        position(contracts=1.3, stops=(stop(48_500.0, 0.65), stop(47_000.0, 0.65))),
        position(symbol="C/USDT:USDT", contracts=0.3, stops=(stop(49_000.0, 0.1), stop(48_000.0, 0.2))),
    )
    book = Book.of((thirds,))
    found = audit(book, np.array([40_000.0, 40_000.0]), np.zeros(2))
    assert 0.3 - (0.1 + 0.2) != 0.0
    assert (list(found.covered), list(found.uncovered), list(found.surplus)) == ([1.3, 0.3], [0.0, 0.0], [0.0, 0.0])
