"""The common look: what is scrolled keeps its width, a ring of focus moves nothing, a tip is no narrow tower."""

from __future__ import annotations

import html

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.screenshots import application
from ui.dialog_style import GUTTER, named, scrolled, with_gutter
from ui.painting import TIP_LETTERS, plain_tip
from ui.theme import Theme


@pytest.fixture
def dressed(qtbot: QtBot) -> Theme:
    theme = Theme()
    application().setStyleSheet(theme.style_sheet())
    return theme


def test_what_is_scrolled_is_as_wide_with_a_bar_as_without(qtbot: QtBot, dressed: Theme) -> None:
    inner, words = QWidget(), QLabel("words")
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(words)
    area = with_gutter(scrolled(inner))
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    width = words.width()
    words.setMinimumHeight(900)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert words.width() == width == 300 - GUTTER


FIELDS = (
    lambda: QPushButton("Save"),
    lambda: named(QPushButton("Chart"), "tab"),
    lambda: named(QPushButton("SOL +2 %"), "chip"),
    lambda: named(QPushButton("Undo"), "onband"),
    QLineEdit,
    QComboBox,
    QDoubleSpinBox,
    lambda: QCheckBox("Sounds"),
)


@pytest.mark.parametrize("make", FIELDS)
def test_the_ring_of_focus_takes_no_room(qtbot: QtBot, dressed: Theme, make: type[QWidget]) -> None:
    window, field, other = QWidget(), make(), QPushButton("other")
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before = field.sizeHint()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.style().polish(field)
    assert field.sizeHint() == before


def test_the_lines_of_a_tip_are_broken_between_words() -> None:
    tip = plain_tip("Unknown: <b>the venue</b> " + "sent no leverage brackets for this contract " * 4)
    lines = html.unescape(tip).removeprefix("<div style='white-space:pre'>").removesuffix("</div>").split("\n")
    assert "&lt;b&gt;" in tip
    assert len(lines) == 4
    assert all(TIP_LETTERS - 12 < len(line) <= TIP_LETTERS for line in lines[:-1])
