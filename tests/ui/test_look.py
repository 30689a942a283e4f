"""What makes the window look calm: nothing grows under the keyboard, nothing blurs or splits between two pixels."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.dialog_style import Question, with_gutter
from ui.painting import HINTS, Ink
from ui.theme import Theme

BLACK, WHITE = QColor("black"), QColor("white")
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


@pytest.mark.parametrize("kind", [QLineEdit, QPushButton, QComboBox, QDoubleSpinBox])
def test_a_field_is_as_large_with_the_keyboard_as_without(qtbot: QtBot, kind: type[QWidget]) -> None:
    window, field, other = QWidget(), kind(), QPushButton("other")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(field)
    window.setStyleSheet(Theme().style_sheet())
    window.show()
    window.activateWindow()
    other.setFocus()
    without = field.sizeHint()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.sizeHint() == without


@pytest.mark.parametrize("scale", SCALES)
def test_neighbouring_grounds_leave_no_seam(qtbot: QtBot, scale: float) -> None:
    def paint(ink: Ink) -> None:
        for left, width in ((0, 33), (33, 30), (63, 21)):
            ink.fill(QRectF(left, 0, width, 20), QColor(255, 255, 255, 120))

    colors = {picture_of(paint, scale).pixelColor(x, 4).name() for x in range(int(84 * scale) - 1)}
    assert len(colors) == 1


@pytest.mark.parametrize("scale", SCALES)
def test_a_straight_line_is_sharp(qtbot: QtBot, scale: float) -> None:
    picture = picture_of(lambda ink: ink.line(0, 10, 84, 10, WHITE), scale)
    column = [picture.pixelColor(20, y) for y in range(picture.height())]
    assert {color.name() for color in column} == {BLACK.name(), WHITE.name()}
    assert 1 <= column.count(WHITE) <= 2


def test_what_is_scrolled_is_no_narrower_for_its_bar(qtbot: QtBot) -> None:
    inner = QWidget()
    area = with_gutter(QScrollArea())
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.resize(200, 100)
    area.show()
    short = inner.width()
    inner.setMinimumHeight(400)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() > 0
    assert inner.width() == short


def test_a_question_has_the_same_room_at_both_sides(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = Question(parent, "Stop guarding 3 open positions?", "Nothing will warn you until it is started again.")
    box.add("Stop guarding", Question.ButtonRole.DestructiveRole)
    box.setStyleSheet(Theme().style_sheet())
    box.show()
    label, buttons = (box.findChild(QWidget, f"qt_msgbox_{name}") for name in ("label", "buttonbox"))
    assert isinstance(label, QWidget)
    assert isinstance(buttons, QWidget)
    assert label.x() == buttons.x() == box.width() - buttons.geometry().right() - 1


def picture_of(paint: Callable[[Ink], object], scale: float) -> QImage:
    """Return what is painted on black at a scale."""
    picture = QImage(int(100 * scale), int(30 * scale), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    picture.fill(BLACK)
    painter = QPainter(picture)
    painter.setRenderHints(HINTS)
    paint(Ink(painter, Theme()))
    painter.end()
    return picture
