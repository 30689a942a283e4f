"""What people type as a figure."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ui import format as fmt
from ui.typed_figure import read_figure, write_figure

ANY = st.floats(min_value=-1e12, max_value=1e12, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("0,5", 0.5),
        ("1,5", 1.5),
        ("12,34", 12.34),
        ("0,125", 0.125),
        ("1234,567", 1234.567),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1,234,567", 1_234_567.0),
        ("1.234.567", 1_234_567.0),
        ("1.234", 1.234),
        ("1 234 567,8", 1_234_567.8),
        ("1\u2009234", 1234.0),
        ("1\u202f234.5", 1234.5),
        ("1'234’567", 1_234_567.0),
        ("− 10", -10.0),
        ("+5", 5.0),
        (",5", 0.5),
        ("1e-05", 0.00001),
        ("0.0₄1092", 0.00001092),
    ],
)
def test_a_figure_is_read_as_it_is_meant(text: str, figure: float) -> None:
    assert read_figure(text) == (pytest.approx(figure, rel=1e-12), "")


@pytest.mark.parametrize(
    "text", ["", "ten", "nan", "inf", "1,2,3", "1,23.4", "1.234,567.8", "1 2", "--1", ".", "1.2.3", "5xx", "1e999"]
)
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no number"):
        read_figure(text, "x%")


@pytest.mark.parametrize("text", ["1,234", "-12,500", "999,000"])
def test_what_can_be_two_figures_is_refused_with_both(text: str) -> None:
    digits = text.lstrip("-")
    both = f"can be {digits.replace(',', '')} or {digits.replace(',', '.')}:"
    with pytest.raises(ValueError, match=re.escape(both)):
        read_figure(text)


def test_a_unit_is_read_where_it_belongs() -> None:
    assert read_figure("50 %", "%x") == (50.0, "%")
    assert read_figure("20×", "x") == (20.0, "x")
    with pytest.raises(ValueError, match="has no meaning here"):
        read_figure("50%", "x")


@given(ANY)
@example(1e-10)
@example(4200.0)
def test_what_stands_in_a_field_is_read_as_itself(value: float) -> None:
    assert read_figure(write_figure(value))[0] == pytest.approx(value, rel=1e-9)


@given(ANY.filter(bool), st.sampled_from([None, 1.0, 0.1, 0.01, 0.00001]))
@example(4200.0, 1.0)
@example(0.00001092, None)
def test_a_price_copied_from_the_window_is_itself_or_refused(value: float, tick: float | None) -> None:
    shown = fmt.price(value, tick)
    if re.fullmatch(r"[-−]?[1-9]\d{0,2},\d{3}", shown):  # "4,200" has two readings wherever it comes from
        with pytest.raises(ValueError, match="can be"):
            read_figure(shown)
    else:
        assert read_figure(shown)[0] == pytest.approx(round(value, fmt.tick_decimals(value, tick)), rel=1e-9)
