"""Scipy's own functions, loaded alone."""

from __future__ import annotations

import subprocess
import sys

import scipy.special

from monitor.risk import distributions


def test_they_are_scipys_own() -> None:
    for name in ("log_ndtr", "ndtr", "ndtri"):
        assert getattr(distributions, name)(0.9) == getattr(scipy.special, name)(0.9)
    assert distributions.stdtrit(5.0, 0.9) == scipy.special.stdtrit(5.0, 0.9)


def test_nothing_else_comes_with_them_and_scipy_can_still_be_loaded_whole() -> None:
    code = (
        "import sys; from monitor.risk import distributions; assert 'scipy.special' not in sys.modules;"
        "assert 'unittest' not in sys.modules; import scipy.special; assert scipy.special.gamma(5.0) == 24.0"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
