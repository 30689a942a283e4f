"""The model held against real prices: published skill, a market whose answer is known, and the shipped curves."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from monitor.errors import SnapshotError
from monitor.reports import calibrate
from monitor.resources import resource
from monitor.risk.backtest import (
    PriceHistory,
    Variances,
    by_decile,
    by_distance,
    extremes,
    hold_out,
    known_variances,
    widened,
    windows,
)
from monitor.risk.calibration import shipped
from monitor.risk.volatility import HOUR_MS


@pytest.fixture(scope="module")
def real() -> PriceHistory:
    return calibrate.read_prices(None)[0]


@pytest.fixture(scope="module")
def known(real: PriceHistory) -> Variances:
    return known_variances(real)


def falling(hours: int) -> PriceHistory:
    """A price that loses 1 % in every hour."""
    price = 100.0 * 0.99 ** np.arange(hours)
    return PriceHistory.of(np.column_stack([np.arange(hours) * HOUR_MS, price, price, price, price]))


@pytest.mark.parametrize(("hours", "met"), [(5, False), (6, True)])
def test_a_price_that_loses_one_percent_an_hour_is_five_percent_down_in_the_sixth(hours: int, met: bool) -> None:
    history = falling(50)
    low, _, _ = extremes(history, hours)
    assert ((low <= history.close[: len(low)] * 0.95) == met).all()


def test_the_skill_is_the_published_one(real: PriceHistory, known: Variances) -> None:
    """Brier skill at 2, 5, 10 and 15 % within a day (risk maths, section 2), computed there by other code."""
    lines = by_distance(windows(real, known, 24))
    assert [line.skill for line in lines] == pytest.approx([0.109, 0.117, 0.074, 0.037], abs=5e-4)


def test_constant_volatility_with_thin_tails_is_worse_at_every_distance(real: PriceHistory, known: Variances) -> None:
    for hours in (8, 24, 168):
        for line in by_distance(windows(real, known, hours)):
            assert line.skill > line.constant_skill
    far = by_distance(windows(real, known, 24))[3]
    assert far.observed / far.constant_gbm > 100  # a fall of 15 % in a day
    assert 1.0 < far.observed / far.ours < 2.0


def test_what_was_known_in_an_hour_does_not_depend_on_later_hours(real: PriceHistory, known: Variances) -> None:
    cut = 20_000
    early = known_variances(
        PriceHistory(first_ms=real.first_ms, high=real.high[:cut], low=real.low[:cut], close=real.close[:cut])
    )
    assert np.array_equal(early.mixed, known.mixed[:cut], equal_nan=True)


def test_calm_tenths_touch_less_often_than_wild_ones(real: PriceHistory, known: Variances) -> None:
    lines = by_decile(windows(real, known, 24), 0.05)
    assert [line.decile for line in lines] == list(range(1, 11))
    assert lines[0].observed < 0.2 * lines[9].observed
    assert lines[0].ours > 5 * lines[0].recent_gbm  # thin tails are blind in calm markets


def test_the_shipped_curves_are_those_of_the_shipped_prices(real: PriceHistory) -> None:
    told = calibrate.report(real, calibrate.SOURCE)
    for made, kept in zip(told.calibration.curves, shipped().curves, strict=True):
        assert made.windows == kept.windows
        for name in ("predicted", "observed", "lowest", "highest"):
            assert getattr(made, name) == pytest.approx(getattr(kept, name), rel=2e-3)
    assert len(calibrate.curves_json(told)) == pytest.approx(
        resource("calibration", "touch.json").stat().st_size, rel=0.02
    )
    assert "By volatility: 5% below within 24 h" in calibrate.text(told)
    inside, cells = (sum(row[part] for row in told.held_out) for part in (1, 2))
    assert inside / cells > 0.75  # of ranges made in one half of the years and held against the other


def test_each_curve_rises_and_its_range_holds_what_happened() -> None:
    for curve in shipped().curves:
        for shares in (curve.predicted, curve.observed, curve.lowest, curve.highest):
            assert list(shares) == sorted(shares)
        for low, middle, high in zip(curve.lowest, curve.observed, curve.highest, strict=True):
            assert low <= middle <= high
            assert middle > 0


def test_a_price_file_that_is_not_one_is_refused_by_line(tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    path.write_text("time,open,high,low,close\n2020-01-01 00,1,2,1,1\n2020-01-01 01,1,2,x,1\n")
    with pytest.raises(SnapshotError, match="line 3"):
        calibrate.read_prices(path)
    path.write_bytes(gzip.compress(b"time,open,high,low,close\n2020-01-01 00,1,2,1,1\n"))
    with pytest.raises(SnapshotError, match="too few"):
        calibrate.read_prices(path)
    with pytest.raises(SnapshotError, match="cannot be read"):
        calibrate.read_prices(tmp_path / "none.csv")


@pytest.mark.parametrize("hours", [24, 168])
def test_ranges_hold_in_nine_of_ten_cells_of_years_they_were_not_made_of(real: PriceHistory, hours: int) -> None:
    inside, cells, _width = hold_out(real, hours)
    assert inside / cells >= 0.9


def test_a_wider_range_holds_the_narrower_one_and_stays_a_chance() -> None:
    for curve in shipped().curves:
        wider = widened(curve, 3.0)
        assert all(one <= other for one, other in zip(wider.lowest, curve.lowest, strict=True))
        assert all(curve_end <= end <= 1.0 for curve_end, end in zip(curve.highest, wider.highest, strict=True))


def test_the_shipped_range_says_by_how_much_it_was_widened() -> None:
    assert [curve.widened for curve in shipped().curves] == [3.5, 2.25, 1.75, 1.5]


def test_widened_as_it_is_shipped_the_range_of_one_half_holds_in_nineteen_of_twenty_cells_of_the_other(
    real: PriceHistory,
) -> None:
    inside, cells, _width = hold_out(real, 1, shipped().curves[0].widened)
    assert inside / cells >= 0.95
