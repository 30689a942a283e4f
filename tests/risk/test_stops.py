"""A stop counts only where it fills before the exchange liquidates."""

from __future__ import annotations

from monitor.model import Stop
from monitor.risk.stops import stop_cover
from tests.build import position


def stop(trigger_price: float, contracts: float | None = None) -> Stop:
    return Stop(trigger_price=trigger_price, trigger="mark", contracts=contracts, limit_price=None)


def test_a_stop_beyond_the_liquidation_price_does_not_count_as_cover() -> None:
    cover = stop_cover(position(stops=(stop(44_000.0),)), 45_000.0)
    assert (cover.share, cover.beyond, cover.nearest_price) == (0.0, True, None)


def test_the_nearest_stop_is_named_and_sizes_add_up() -> None:
    cover = stop_cover(position(stops=(stop(47_000.0, 0.25), stop(48_000.0, 0.5))), 45_000.0)
    assert (cover.share, cover.nearest_price) == (0.75, 48_000.0)


def test_a_stop_on_the_winning_side_is_a_target_and_no_cover() -> None:
    assert stop_cover(position(stops=(stop(55_000.0),)), 45_000.0).share == 0.0


def test_stops_that_were_not_read_are_unknown_and_not_missing() -> None:
    assert stop_cover(position(stops=None), 45_000.0).share is None


def test_a_short_is_the_mirror() -> None:
    cover = stop_cover(position(side="short", stops=(stop(52_000.0), stop(56_000.0))), 55_000.0)
    assert (cover.share, cover.beyond, cover.nearest_price) == (1.0, True, 52_000.0)
