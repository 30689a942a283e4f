"""Rows added up by group, against a loop over them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from monitor.margin.groups import Groups

SIZE = 6
ROWS = some.lists(some.tuples(some.integers(0, SIZE - 1), some.integers(-50, 50)), max_size=40)


@given(ROWS)
def test_rows_in_any_order_with_any_group_empty_are_added_up_as_a_loop_would(rows: list[tuple[int, int]]) -> None:
    groups = Groups.by(np.array([group for group, _ in rows], dtype=np.int64), SIZE)
    values = np.array([value for _, value in rows], dtype=np.float64)
    members = [[value for group, value in rows if group == number] for number in range(SIZE)]
    assert groups.sum(values).tolist() == [sum(member) for member in members]
    assert groups.least(values).tolist() == [min(member, default=np.inf) for member in members]
    assert groups.most(values).tolist() == [max(member, default=-np.inf) for member in members]
    assert groups.empty.tolist() == [not member for member in members]


def test_an_unknown_row_makes_its_own_group_unknown_and_no_other() -> None:
    groups = Groups.by(np.array([0, 1, 1, 2]), 3)
    assert np.isnan(groups.sum(np.array([1.0, np.nan, 1.0, 1.0]))).tolist() == [False, True, False]
