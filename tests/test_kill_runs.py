"""A few kills in every run; `python -m tests.kill_runs` makes two hundred."""

from __future__ import annotations

import sys

import pytest

from tests.kill_runs import run


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of Unix")
def test_kill_9_under_load_loses_nothing_and_tears_nothing() -> None:
    found = run(5, seed=2)
    assert found.is_well, found
    assert found.events > 20
    assert found.deliveries > 5
