"""A figure as people type it, read in one way for every field: what can be read in two ways is refused, not guessed.

Point and comma in one figure: the last is the decimal one. A point alone is decimal, as everywhere in the program. A
comma alone is decimal unless thousands could be meant. Spaces and apostrophes part thousands.
"""

from __future__ import annotations

import math
import re

from monitor.language import tr
from monitor.numbers import plain

TIMES, PERCENT = "x", "%"  # units; "×" is read as "x"
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_SHAPE = re.compile(r"([+-]?)\s*([\d.,'\s]+?)(e[+-]?\d+)?\s*([x%]?)")
_ZEROS = re.compile("0\\.0([₀-₉]+)")  # "0.0₄1092", as a price is shown
_MARKS = str.maketrans({"−": "-", "×": "x", "’": "'", "_": "'"})


def read_figure(text: str, units: str = "") -> tuple[float, str]:
    """Return what is typed and its unit, "" where it has none: "−1,5 %" is (−1.5, "%").

    Args:
        units: what may stand behind the figure here.

    Raises:
        ValueError: it is no figure, or one that can be read in two ways; one sentence.
    """
    short = _ZEROS.sub(lambda found: "0." + "0" * int(found[1].translate(_SUBSCRIPTS)), text.strip())
    found = _SHAPE.fullmatch(short.translate(_MARKS).lower()) if re.sub(r"\s", " ", short).isprintable() else None
    if found is None:
        raise ValueError(tr("“{words}” is no number.", words=text.strip()))
    sign, digits, power, unit = found[1], found[2].strip(), found[3] or "", found[4]
    value = float(f"{sign}{_with_point(digits, text.strip())}{power}")
    if not math.isfinite(value):
        raise ValueError(tr("“{words}” is no number.", words=text.strip()))
    if unit and unit not in units:
        sign = "×" if unit == TIMES else unit
        raise ValueError(tr("“{unit}” has no meaning here: write the figure alone.", unit=sign))
    return value, unit


def _with_point(digits: str, typed: str) -> str:
    """Return digits with a point for the decimals and nothing between the thousands.

    Raises:
        ValueError: the marks in them make no sense, or two; one sentence.
    """
    marks = [mark for mark in digits if mark in ".,"]
    if marks == [","]:
        whole, rest = digits.split(",")
        if re.fullmatch(r"[1-9]\d{0,2}", whole) and re.fullmatch(r"\d{3}", rest):
            raise ValueError(
                tr(
                    "“{words}” can be {whole} or {part}: write the one you mean.",
                    words=typed,
                    whole=whole + rest,
                    part=f"{whole}.{rest}",
                )
            )
    parts = digits.rpartition(marks[-1]) if marks and marks.count(marks[-1]) == 1 else (digits, "", "")
    whole, rest = parts[0], parts[2]
    group = r"\d{1,3}(?P<mark>[.,'\s])\d{3}(?:(?P=mark)\d{3})*"
    if not re.fullmatch(rf"\d*|{group}", whole) or not re.fullmatch(r"\d*", rest) or not (whole or rest):
        raise ValueError(tr("“{words}” is no number.", words=typed))
    return f"{re.sub('[^0-9]', '', whole) or '0'}.{rest or '0'}"


def write_figure(value: float) -> str:
    """Return a figure as it stands in a field: digits and a point, so that it is read as itself."""
    return plain(value, 10)
