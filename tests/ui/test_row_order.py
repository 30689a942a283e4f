"""In which order the rows stand, and how long a row that got safer keeps its place."""

from __future__ import annotations

import math
import random

from msgspec.structs import replace

from monitor.messages import PositionRisk
from tests.ui import sample
from ui.row_order import HOLD_MS, RowOrder

A, B = (replace(row, unknown="") for row in sample.positions()[:2])


def keyed(*rows: PositionRisk) -> tuple[list[str], list[PositionRisk]]:
    return [row.key for row in rows], list(rows)


def with_distances(a: float, b: float) -> tuple[list[str], list[PositionRisk]]:
    rows = [replace(A, liquidation_distance=a), replace(B, liquidation_distance=b)]
    return keyed(*sorted(rows, key=lambda row: row.liquidation_distance or 0.0))


def test_the_nearest_stands_first() -> None:
    assert RowOrder().sorted_keys(*with_distances(0.05, 0.02), 0) == [B.key, A.key]


def test_a_row_that_gets_more_dangerous_climbs_at_once() -> None:
    order = RowOrder()
    order.sorted_keys(*with_distances(0.05, 0.08), 0)
    assert order.sorted_keys(*with_distances(0.05, 0.04), 1) == [B.key, A.key]


def test_a_row_that_gets_safer_sinks_only_after_the_hold() -> None:
    order = RowOrder()
    order.sorted_keys(*with_distances(0.05, 0.08), 0)
    assert order.sorted_keys(*with_distances(0.09, 0.08), HOLD_MS - 1) == [A.key, B.key]
    assert order.sorted_keys(*with_distances(0.09, 0.08), HOLD_MS) == [B.key, A.key]


def test_an_unknown_distance_keeps_the_place_that_the_engine_gave_it() -> None:
    rows = sample.positions()
    unknown = replace(rows[8], liquidation_distance=None, unknown="no brackets")
    order = [rows[0].key, unknown.key, rows[3].key]
    assert RowOrder().sorted_keys(*keyed(rows[0], unknown, rows[3]), 0) == order


def test_what_cannot_be_liquidated_stands_last() -> None:
    none = replace(A, liquidation_distance=None, liquidation_price=None)
    far = replace(B, liquidation_distance=0.99)
    assert RowOrder().sorted_keys(*keyed(far, none), 0)[-1] == none.key


def test_a_row_that_was_unknown_takes_its_place_once_it_is_known() -> None:
    order = RowOrder()
    far = replace(sample.positions()[5], liquidation_distance=0.5)
    unknown = replace(B, unknown="no tiers yet", liquidation_distance=None)
    order.sorted_keys(*keyed(A, unknown, far), 0)
    known = replace(B, liquidation_distance=0.9)
    assert order.sorted_keys(*keyed(A, far, known), 1_000) == [A.key, far.key, B.key]


def test_the_hold_is_the_same_as_when_each_row_is_looked_at_by_itself() -> None:
    dice, order, oracle = random.Random(5), RowOrder(), Slowly()
    known = {number: replace(A, symbol=f"C{number}/USDT:USDT") for number in range(8)}
    for now_ms in range(0, 600_000, 3_700):
        number, distance = dice.randrange(8), dice.choice((None, 0.02, 0.05, 0.1, 0.2, 0.4))
        unknown = "" if distance is not None or dice.random() < 0.5 else "no tiers"
        sure = dice.random() < 0.9
        known[number] = replace(known[number], liquidation_distance=distance, unknown=unknown, unconfirmed=not sure)
        rows = [row for row in known.values() if dice.random() < 0.98]
        rows.sort(key=lambda row: 0.1 if row.unknown or row.unconfirmed else row.liquidation_distance or math.inf)
        assert order.sorted_keys(*keyed(*rows), now_ms) == oracle.sorted_keys(rows, now_ms)


class Slowly:
    """The rule of the hold, one row after the other."""

    def __init__(self) -> None:
        self.held: dict[str, tuple[float, int, bool]] = {}

    def sorted_keys(self, rows: list[PositionRisk], now_ms: int) -> list[str]:
        highest, held = -math.inf, {}
        for row in rows:
            distance = math.inf if row.liquidation_distance is None and not row.unknown else row.liquidation_distance
            highest = highest if distance is None else max(highest, distance)
            known = not row.unknown and not row.unconfirmed
            rank, since_ms, was_known = self.held.get(row.key, (highest, now_ms, known))
            if highest <= rank or now_ms - since_ms >= HOLD_MS or (known and not was_known):
                rank, since_ms, was_known = highest, now_ms, known
            held[row.key] = rank, since_ms, was_known
        self.held = held
        return sorted(held, key=lambda key: held[key][0])
