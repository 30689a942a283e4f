"""The small size of `make crash-seeds`: two crashes through the tick, nothing missed, no level falls too early."""

from __future__ import annotations

import pytest

from tests.crash_seeds import run


@pytest.mark.parametrize("seed", [1, 2])
def test_every_forced_close_was_critical_before_and_told_as_a_liquidation_after(seed: int) -> None:
    outcome = run(seed)
    assert len(outcome.liquidated) >= 5
    assert outcome.missed == []
    assert outcome.fell == []
