"""What dialogs and small windows need beyond the application's style sheet: titles, fields, lists, sliders.

Object names: "title", "section", "field" (a label before a field), "sub" (a quiet line), "wrong", "right", "card",
"rule" (a thin line), "row" (of a card, under a thin line) and "plain" (without one), "readable" (an area scrolled by
keyboard), "side" and "margin" (columns at the left and right), "grave" (a button that removes), "key" (a key of the
keyboard), "badge" (what always holds of a window).
"""

from __future__ import annotations

from string import Template
from typing import TypeVar

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from monitor.language import tr
from monitor.resources import resource
from ui.theme import Theme

REMOVE = tr("Remove")
RING = 4  # px from what is scrolled to the ring that shows the focus
GUTTER = 10  # px, as wide as the style sheet makes a scroll bar
QUESTION_MARGINS, QUESTION_WIDTH = (24, 20, 24, 18), 380  # px; a longer question makes the box wider
SURE_MS = 4_000  # how long "Really remove?" stands

AnyWidget = TypeVar("AnyWidget", bound=QWidget)
AnyArea = TypeVar("AnyArea", bound=QAbstractScrollArea)


def named(widget: AnyWidget, name: str) -> AnyWidget:
    """Give a widget the object name that the style sheet knows it by, and return it."""
    widget.setObjectName(name)
    return widget


def words(text: str, name: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that shows its text as it is, without markup."""
    label = named(QLabel(text), name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    return label


def say(label: QLabel, sentence: str, name: str) -> None:
    """Show a sentence in a label under an object name, which decides its colour; nothing where there is none."""
    named(label, name)
    label.setText(sentence)
    label.setVisible(bool(sentence))
    label.style().polish(label)


class Scrolled(QScrollArea):
    """Scrolls a widget up and down; it is never narrower than that needs, so that nothing is cut off at the right."""

    def minimumSizeHint(self) -> QSize:
        """Return the width of the content and of the bar, and the height of any scrolled area."""
        least, inner = super().minimumSizeHint(), self.widget()
        needed = inner.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() if inner else 0
        return QSize(max(least.width(), needed), least.height())


class GutterBar(QScrollBar):
    """A bar that always has its place, and is seen only where there is something to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, or nothing."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def with_gutter(area: AnyArea) -> AnyArea:
    """Keep GUTTER px at the right of an area for its bar, so that what it holds is never narrower; return it."""
    area.setVerticalScrollBar(GutterBar(Qt.Orientation.Vertical))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    return area


def scrolled(inner: QWidget) -> QScrollArea:
    """Return an area that scrolls a widget up and down, and looks like what lies around it."""
    area = Scrolled()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(named(inner, "scrolled"))
    return area


class WaitingBar(QProgressBar):
    """The bar that moves while an answer is waited for; with reduced motion it stands, half full."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTextVisible(False)
        self.setAccessibleName(tr("Waiting for the answer"))
        theme.changed.connect(self._set_still)
        self._set_still()

    def _set_still(self, _name: str = "") -> None:
        self.setRange(0, 2 if self._theme.still else 0)
        self.setValue(1 if self._theme.still else 0)


def readable(area: AnyArea, name: str) -> AnyArea:
    """Let an area that holds nothing to press be scrolled by keyboard, with a name and a ring; return it."""
    named(area, "readable")
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(name)
    return area


class Question(QMessageBox):
    """A question and what is to be known before it is answered, within the margins of the other dialogs."""

    def __init__(self, parent: QWidget, question: str, explained: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle("Marginwatch")
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(question)
        self.setInformativeText(explained)

    def add(self, words: str, role: QMessageBox.ButtonRole, *, primary: bool = False) -> QPushButton:
        """Add an answer and return its button; the primary one is that of Return."""
        button = self.addButton(words, role)
        if primary:
            button.setObjectName("primary")
            self.setDefaultButton(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Set the margins, without the place of an icon: whatever is added to the box makes its layout anew."""
        layout = self.layout()
        if isinstance(layout, QGridLayout):
            layout.setContentsMargins(*QUESTION_MARGINS)
            layout.setHorizontalSpacing(0)
            layout.setColumnMinimumWidth(1, QUESTION_WIDTH)
            icon = layout.itemAtPosition(0, 0)
            if isinstance(icon, QSpacerItem):
                icon.changeSize(0, 0)
                layout.invalidate()
        super().showEvent(event)


def close_by_escape(window: QWidget) -> None:
    """Let Esc close a window that is no dialog."""
    QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), window).activated.connect(window.close)


def is_sure(button: QPushButton, question: str) -> bool:
    """Whether a button that removes is pressed the second time; the first press makes it ask, for four seconds."""
    if button.text() == question:
        button.setText(REMOVE)
        return True
    button.setText(question)
    QTimer.singleShot(SURE_MS, button, lambda: button.setText(REMOVE))
    return False


def select_item(items: QListWidget, role: int, value: str) -> None:
    """Make the item that holds a value the current one, or none, without telling it."""
    items.blockSignals(True)
    items.setCurrentRow(-1)
    for row in range(items.count()):
        if items.item(row).data(role) == value:
            items.setCurrentRow(row)
    items.blockSignals(False)


def card_column() -> tuple[QFrame, QVBoxLayout]:
    """Return a card for rows one under the other, and its column."""
    card = named(QFrame(), "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(18, 14, 18, 16)
    column.setSpacing(10)
    return card, column


def rule() -> QFrame:
    """Return a thin line between two parts."""
    return named(QFrame(), "rule")


def dress(widget: QWidget, theme: Theme) -> None:
    """Give a window this look, now and whenever the theme changes."""
    widget.setStyleSheet(sheet(theme))
    worn = theme.changed.connect(lambda _name: widget.setStyleSheet(sheet(theme)))
    widget.destroyed.connect(lambda: QObject.disconnect(worn))  # a lambda outlives the window


def sheet(theme: Theme) -> str:
    """Return the style sheet of dialogs in the present theme."""
    names = "window panel raised hover selected line line_strong text text2 text3 accent on_accent critical ok demo"
    tokens = {name: theme.color(name).name() for name in names.split()}
    tick = resource("icons", f"tick-{theme.tokens.name}.svg").as_posix()
    return _SHEET.substitute(tokens, tick=tick)


_SHEET = Template("""
QDialog, QWidget#dialog { background: $window; }
QLabel { background: transparent; color: $text; font-size: 13px; }
QLabel#title { font-size: 20px; font-weight: 600; }
QLabel#section { font-size: 14px; font-weight: 600; }
QLabel#sub { color: $text2; font-size: 12px; }
QLabel#field { color: $text2; min-height: 18px; }
QLabel#wrong { color: $critical; font-weight: 500; }
QLabel#right { color: $ok; font-weight: 500; }
QLabel#key { background: $raised; border: 1px solid $line_strong; border-bottom-width: 2px; border-radius: 6px;
  padding: 2px 9px; font-size: 12px; font-weight: 600; }
QLabel#badge { background: transparent; border: 1px solid $ok; border-radius: 6px; color: $ok; padding: 4px 9px;
  font-size: 11px; font-weight: 700; }
QFrame#card, QWidget#card { background: $panel; border: 1px solid $line; border-radius: 12px; }
QFrame#plain { background: transparent; border: 0; }
QFrame#row { background: transparent; border: 0; border-top: 1px solid $line; }
QFrame#rule { background: $line; max-height: 1px; min-height: 1px; border: 0; }
QWidget#side { background: $panel; border: 0; border-right: 1px solid $line; }
QPushButton#grave { background: transparent; color: $critical; border: 1px solid $line_strong; }
QPushButton#grave:focus { border: 2px solid $critical; padding: 0 11px; min-height: 26px; }
QPushButton#grave:disabled { color: $text3; border-color: $line; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QAbstractSpinBox QLineEdit { background: transparent; border: 0; padding: 0 10px; min-height: 0; }
QTextBrowser#steps { background: $panel; }
QWidget#margin { background: $panel; border: 0; border-left: 1px solid $line; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QAbstractSpinBox QLineEdit:disabled {
    color: $text3; border-color: $line; }
QListWidget { background: transparent; border: 1px solid transparent; border-radius: 8px; outline: 0;
  font-size: 13px; }
QListWidget::item { color: $text2; border: 1px solid transparent; border-radius: 7px; padding: 7px 9px; margin: 1px 0; }
QListWidget::item:focus { border-color: $accent; }
QListWidget::item:hover { background: $hover; }
QListWidget::item:selected { background: $selected; color: $text; }
QHeaderView::section { background: transparent; color: $text3; border: 0; padding: 6px 9px; font-size: 12px; }
QListWidget::indicator { width: 14px; height: 14px; border: 1px solid $line_strong; border-radius: 4px;
  background: $raised; }
QListWidget::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QTextBrowser { background: $window; color: $text; border: 1px solid transparent; border-radius: 8px; padding: 0; }
QTextBrowser:focus { border: 1px solid $accent; padding: 0; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: 0; }
QScrollArea#readable { border: 1px solid transparent; border-radius: 8px; }
QScrollArea#readable:focus { border: 1px solid $accent; }
QSlider { background: transparent; min-height: 22px; }
QSlider::groove:horizontal { height: 4px; background: $line_strong; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $text; width: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:focus { background: $accent; }
QProgressBar { background: $line; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
""")
