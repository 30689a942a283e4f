"""The fields of which the pages of the alert rules are made. Percent exists only on screen; settings hold fractions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from monitor.language import tr
from monitor.messages import AlertPreview
from monitor.settings import Thresholds
from ui.dialog_style import named, words
from ui.painting import LEFT, Canvas, Ink
from ui.rule_preview import times_words
from ui.theme import Theme, face

LEVELS = ((1, tr("Warning")), (2, tr("Danger")), (3, tr("Critical")))
FIELD_WIDTH = 104  # px
TICK_ROOM = 27  # px before the words of a box to tick

Field = TypeVar("Field", bound=QDoubleSpinBox)


class LevelHead(Canvas):
    """A level's shape and word above its column."""

    def __init__(self, theme: Theme, level: int, word: str) -> None:
        super().__init__(theme)
        self._level, self._word = level, word
        self.setFixedHeight(24)
        self.setFixedWidth(FIELD_WIDTH)
        self.setAccessibleName(word)

    def draw(self, ink: Ink) -> None:
        """Paint the shape and the word."""
        ink.level_shape(10, self.height() / 2, 13, self._level)
        rect = self.rect().toRectF().adjusted(24, 0, 0, 0)
        ink.text(rect, LEFT, self._word, face(13, 600), ink.theme.color("text"))


def level_grid(theme: Theme) -> tuple[QFrame, QGridLayout]:
    """Return a card with the three levels as the heads of its columns 1 to 3, and its grid."""
    card = named(QFrame(), "card")
    grid = QGridLayout(card)
    grid.setContentsMargins(18, 14, 18, 16)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(0, 1)
    for place, (level, word) in enumerate(LEVELS, start=1):
        grid.addWidget(LevelHead(theme, level, word), 0, place)
    return card, grid


def explained(box: QCheckBox, help_text: str, *below: QWidget) -> QVBoxLayout:
    """Return a box to tick over what it means, and what else is said of it."""
    column = QVBoxLayout()
    column.setSpacing(1)
    line = words(help_text, "sub", wrap=True)
    line.setContentsMargins(TICK_ROOM, 0, 0, 0)
    for one in (box, line, *below):
        column.addWidget(one)
    return column


def add_row(grid: QGridLayout, row: int, text: str, help_text: str, fields: Sequence[QWidget]) -> None:
    """Add a labelled row of three fields."""
    grid.addWidget(label(text, help_text), row, 0)
    for place, field in enumerate(fields, start=1):
        grid.addWidget(field, row, place)


def percent(name: str, *, lowest: float = 0.1, highest: float = 99.9, decimals: int = 1) -> QDoubleSpinBox:
    """Return a field for a share, shown in percent."""
    field = number(name, lowest, highest, decimals)
    field.setSuffix(" %")
    field.setSingleStep(0.5 if decimals == 1 else 0.01)
    return field


def number(name: str, lowest: float, highest: float, decimals: int) -> QDoubleSpinBox:
    """Return a field for a figure."""
    return ranged(QDoubleSpinBox(), name, lowest, highest, decimals)


def ranged(field: Field, name: str, lowest: float, highest: float, decimals: int) -> Field:
    """Give a field its name and bounds, and return it."""
    field.setDecimals(decimals)
    field.setRange(lowest, highest)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.lineEdit().setTextMargins(0, 0, 8, 0)
    field.setFixedWidth(FIELD_WIDTH)
    field.setAccessibleName(name)
    return field


class PriceField(QDoubleSpinBox):
    """A price with as many decimals as it needs."""

    def textFromValue(self, value: float) -> str:
        """Return the value without trailing zeros."""
        return f"{value:.{self.decimals()}f}".rstrip("0").rstrip(".")


def compact(box: QComboBox) -> QComboBox:
    """Let a list be narrower than its longest entry, and return it."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(7)
    return box


def label(text: str, help_text: str) -> QWidget:
    """Return what a field is called over what it means."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(words(text, wrap=True))
    if help_text:
        column.addWidget(words(help_text, "sub", wrap=True))
    return box


def times_line() -> QLabel:
    """Return the line under a kind of alarm that says how often it would have been told; hidden until that is known."""
    line = words("", "sub", wrap=True)
    line.setContentsMargins(TICK_ROOM, 0, 0, 0)
    line.hide()
    return line


def show_times(lines: Mapping[str, QLabel], answer: AlertPreview) -> None:
    """Say how often each kind would have been told."""
    for kind, line in lines.items():
        line.setText(times_words(answer, kind))
        line.setVisible(bool(line.text()))


def quiet_button(text: str, name: str = "") -> QPushButton:
    """Return a button that Return never presses."""
    button = named(QPushButton(text), name)
    button.setAutoDefault(False)
    return button


def show_fraction(field: QDoubleSpinBox, share: float) -> None:
    """Show a fraction in a percent field."""
    field.setProperty("given", share)
    field.setValue(share * 100)


def fraction(field: QDoubleSpinBox) -> float:
    """Return a percent field as a fraction; one that was not touched keeps the decimals that it has no room for."""
    given = field.property("given")
    if isinstance(given, float) and abs(round(given * 100, field.decimals()) - field.value()) < 1e-9:
        return given
    return round(field.value() / 100, 6)


def thresholds(fields: Sequence[QDoubleSpinBox]) -> Thresholds:
    """Return three percent fields as the trip values of a measure."""
    warning, danger, critical = (fraction(field) for field in fields)
    return Thresholds(warning=warning, danger=danger, critical=critical)


def show_limits(fields: Sequence[QDoubleSpinBox], limits: Thresholds) -> None:
    """Show trip values in three percent fields."""
    for field, limit in zip(fields, (limits.warning, limits.danger, limits.critical), strict=True):
        show_fraction(field, limit)
