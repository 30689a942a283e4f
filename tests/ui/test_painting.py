"""Text on screen: the same whether it is drawn for the first time or again, and always one line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ui.painting import CENTER, HINTS, LEFT, RIGHT, Ink
from ui.theme import Theme, face

PLACE = QRectF(7.25, 3.5, 240, 18)


def drawn(theme: Theme, text: str, align: int, *, by_qt: bool = False) -> bytes:
    kind = face(12, 500, True)
    image = QImage(260, 30, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHints(HINTS)
    if by_qt:
        painter.setFont(kind.font)
        painter.setPen(theme.color("text"))
        painter.drawText(PLACE, align | int(Qt.TextFlag.TextSingleLine), text)
    else:
        Ink(painter, theme).text(PLACE, align, text, kind, theme.color("text"))
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize("align", [LEFT, CENTER, RIGHT])
def test_a_text_looks_the_same_each_time_and_as_qt_would_draw_it(theme: Theme, align: int) -> None:
    text = "Liquidation 1,234.56\u202f%"
    found = {drawn(theme, text, align) for _time in range(3)}
    assert found == {drawn(theme, text, align, by_qt=True)}


def test_a_line_break_in_a_text_of_a_venue_makes_no_second_line(theme: Theme) -> None:
    assert {drawn(theme, "a\nb", LEFT) for _time in range(3)} == {drawn(theme, "a b", LEFT)}
