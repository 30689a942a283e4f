"""Random price histories with faults: what an independent oracle demands is told."""

from __future__ import annotations

from tests.alerts.histories import missing


def test_nothing_that_had_to_be_told_was_not() -> None:
    assert {seed: one for seed in range(100) for one in missing(seed)[:1]} == {}
