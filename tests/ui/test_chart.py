"""The chart: its lines, its tags, its candles, and that it loads late."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from tests.ui import sample
from ui.chart import PriceChart, differs
from ui.chart_axes import TAG_STEP, Level, spread
from ui.chart_items import merged
from ui.chart_marks import FAR, place_of
from ui.chart_pane import ChartPane
from ui.chart_words import places
from ui.crosshair import read_out
from ui.theme import Theme
from ui.view import View

ROOT = Path(__file__).parent.parent.parent


def level(price: float) -> Level:
    return Level(price=price, title="", token="text", text="", style=Qt.PenStyle.SolidLine, width=1.0)


@given(st.lists(st.floats(-50, 450), max_size=6))
def test_tags_never_cover_each_other(middles: list[float]) -> None:
    placed = [y for y, _level in spread([(y, level(y)) for y in middles], 400.0)]
    assert all(later - earlier >= TAG_STEP - 1e-6 for earlier, later in pairwise(placed))
    assert all(y <= 391.0 + 1e-6 for y in placed)


def test_tags_that_have_room_stay_where_their_prices_are() -> None:
    assert [y for y, _level in spread([(200.0, level(1)), (100.0, level(2))], 400.0)] == [100.0, 200.0]


FRAME = QRectF(0, 0, 300, 240)


def test_a_word_stands_under_its_line_where_another_line_would_go_through_it() -> None:
    over, under = (
        places([(4.0, 200.0, 62.0)], [200.0], FRAME)[0],
        places([(4.0, 200.0, 62.0)], [200.0, 192.0], FRAME)[0],
    )
    assert over.bottom() <= 200.0
    assert under.top() >= 200.0


def test_a_word_between_three_lines_stands_beyond_the_nearest() -> None:
    spot = places([(4.0, 200.0, 62.0)], [200.0, 197.0, 206.0], FRAME)[0]
    assert spot.bottom() <= 197.0


def test_words_of_lines_that_are_near_stand_side_by_side() -> None:
    first, second = places([(4.0, 100.0, 62.0), (40.0, 103.0, 30.0)], [100.0, 103.0], FRAME)
    assert not first.intersects(second)


def test_a_word_leaves_the_head_to_the_funding_times() -> None:
    assert places([(4.0, 20.0, 62.0)], [20.0], FRAME)[0].top() >= 20.0


@pytest.fixture
def chart(qtbot: QtBot) -> PriceChart:
    made = PriceChart(Theme())
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show()
    return made


def test_liquidation_and_candles_are_in_sight(chart: PriceChart) -> None:
    risk = sample.positions()[0]
    chart.show_position(risk, stale=False)
    chart.show_candles(sample.candles(risk))
    _x, (lowest, highest) = chart.getPlotItem().getViewBox().viewRange()
    assert lowest < min(sample.candles(risk).low)
    assert risk.liquidation_price is not None
    assert highest > risk.liquidation_price


def test_a_far_liquidation_does_not_flatten_the_candles(chart: PriceChart) -> None:
    risk = sample.positions()[7]
    candles = sample.candles(risk)
    chart.show_position(risk, stale=False)
    chart.show_candles(candles)
    _x, (lowest, highest) = chart.getPlotItem().getViewBox().viewRange()
    assert (max(candles.high) - min(candles.low)) / (highest - lowest) > 0.3


def test_dragging_stops_the_following_and_reset_takes_it_up_again(chart: PriceChart) -> None:
    risk = sample.positions()[0]
    chart.show_position(risk, stale=False)
    chart.show_candles(sample.candles(risk))
    chart.getPlotItem().getViewBox().sigRangeChangedManually.emit([True, True])
    assert not chart.follows
    chart.show_all()
    assert chart.follows


def test_a_mark_that_moves_lays_out_no_axis_anew(chart: PriceChart) -> None:
    risk = sample.positions()[0]
    chart.show_position(risk, stale=False)
    chart.follows = False
    chart.grab()
    laid_out = chart._price_axis.picture
    chart.show_position(replace(risk, mark_price=risk.mark_price * 1.0001), stale=False)
    chart.grab()
    assert chart._price_axis.picture is laid_out is not None


def test_no_tick_is_written_under_a_tag(chart: PriceChart) -> None:
    chart.grab()
    middles = [rect.center().y() for rect, _text in chart._price_axis.seen_texts()]
    assert middles
    assert all(abs(y - tag) > 15 for y in middles for tag, _level in chart._price_axis._tags())


def test_a_stale_chart_has_no_coloured_tags(chart: PriceChart) -> None:
    risk = sample.positions()[0]
    chart.show_candles(sample.candles(risk))
    chart.show_position(risk, stale=False)
    live = {line.pen.color().name() for line in chart._lines if line.isVisible()}
    chart.show_position(risk, stale=True)
    stale = {line.pen.color().name() for line in chart._lines if line.isVisible()}
    assert len(live) == 3
    assert len(stale) == 1


def test_the_window_shows_before_pyqtgraph_numpy_or_ccxt_are_loaded() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; from ui.main_window import MainWindow; "
        "from ui.theme import Theme; app = QApplication([]); window = MainWindow(Theme()); seen = []; "
        "window.painted.connect(lambda: seen.extend(m for m in ('numpy', 'pyqtgraph', 'ccxt') if m in sys.modules)); "
        "window.painted.connect(app.exit); window.show(); app.exec(); print(seen)"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert out.stdout.strip() == "[]"


def test_the_danger_zone_is_painted_also_for_a_coin_of_a_thousandth_of_a_cent(chart: PriceChart) -> None:
    risk = sample.positions()[1]  # PEPE, long
    chart.show_position(risk, stale=False)
    chart.show_candles(sample.candles(risk))
    picture = chart.grab().toImage()
    column = [picture.pixelColor(picture.width() // 2, y) for y in range(picture.height())]
    reddish = [color for color in column if color.red() > 1.4 * color.green() and color.red() > 1.4 * color.blue()]
    assert len(reddish) > 8  # an area; the line alone is two or three pixels


def test_the_venues_own_liquidation_price_has_a_line_where_it_differs(chart: PriceChart) -> None:
    risk = sample.positions()[0]
    assert risk.liquidation_price is not None
    other = replace(risk, reported_liquidation_price=risk.liquidation_price * 1.01, disagreement_allowed=0.0)
    assert differs(other)
    assert not differs(replace(other, reported_liquidation_price=risk.liquidation_price))
    chart.show_position(other, stale=False)
    assert "Venue says" in [level.title for level in chart._words.levels]


def test_a_reading_at_the_crosshair_names_the_bar_and_the_way_to_liquidation() -> None:
    risk = sample.positions()[0]  # a short: liquidation lies above
    candles = sample.candles(risk)
    assert risk.liquidation_price is not None
    shown = read_out(candles, risk, 10.3, risk.mark_price, ("DANGER",))
    assert shown.lines[0].startswith("O ")
    assert "to liquidation there" in shown.lines[1]
    assert shown.lines[2] == "DANGER"
    assert "beyond liquidation" in read_out(candles, risk, 10, risk.liquidation_price * 1.01).lines[1]


def test_beside_the_candles_the_crosshair_reads_only_the_price() -> None:
    risk = sample.positions()[0]
    shown = read_out(sample.candles(risk), risk, -5.0, risk.mark_price)
    assert shown.time_text == ""
    assert len(shown.lines) == 1


@given(st.integers(1, 90), st.sampled_from((1, 2, 4, 8, 64)))
def test_bars_drawn_as_one_keep_every_price_that_was_touched(count: int, step: int) -> None:
    noise = np.random.default_rng(count)
    low = noise.uniform(1, 2, count)
    bars = np.array([low + 0.1, low + 0.5, low, low + 0.3])
    few = merged(bars, step)
    assert few.shape == (4, -(-count // step))
    assert few[1].max() == bars[1].max()
    assert few[2].min() == bars[2].min()
    assert (few[0, 0], few[3, -1]) == (bars[0, 0], bars[3, -1])


def test_an_instant_lies_in_the_candle_that_was_open_then() -> None:
    times = [0, 60_000, 120_000]
    assert place_of(times, 90_000, past_end=False) == 1.0
    assert place_of(times, -1, past_end=False) == FAR
    assert place_of(times, 600_000, past_end=False) == FAR  # of another time than these candles
    assert place_of(times, 210_000, past_end=True) == 3.0


def test_alarms_are_marked_on_the_chart_of_their_position_only(qtbot: QtBot) -> None:
    pane = ChartPane(Theme())
    qtbot.addWidget(pane)
    update, risk = sample.update(), sample.positions()[0]
    told = replace(sample.events()[0], reason="raised", level=2, position_key=risk.key)
    for event in (told, replace(told, position_key="another"), replace(told, reason="acknowledged")):
        pane.add_event(event)
    pane.load()
    pane.show_view(View(update=update, now_ms=sample.NOW_MS, focus=risk.key))
    assert pane._chart is not None
    assert pane._chart._marks._alarms == (told,)
