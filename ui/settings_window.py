"""The settings: a form made from their one declaration, with a search and a way back to each default.

Alert rules, accounts and channels have windows of their own. A change is sent at once; what the engine refuses comes
back as it was, with the reason in the strip.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from monitor.language import tr
from monitor.messages import ChangeSettings, SettingsChanged
from monitor.settings import CompareSettings, DisplaySettings, PollSettings
from ui.dialog_style import GUTTER, dress, named, with_gutter, words
from ui.setting_rows import SettingRow, Value, rows_of
from ui.theme import Theme
from ui.window_state import Appearance

SECTIONS: tuple[tuple[str, str, type[msgspec.Struct]], ...] = (
    ("appearance", tr("Appearance"), Appearance),
    ("display", tr("Figures and language"), DisplaySettings),
    ("poll", tr("How often accounts are read"), PollSettings),
    ("compare", tr("Lines that figures are compared with"), CompareSettings),
)
SEND_AFTER_MS = 400  # of the last change: a number is typed digit by digit
TICK_WIDTH = 18  # px
FIELD_WIDTH = 170
CHOICES = {  # others are called by their names
    "system": tr("system"),
    "dark": tr("dark"),
    "light": tr("light"),
    "contrast": tr("contrast"),
    "standard": tr("standard"),
    "classic": tr("classic"),
    "inverted": tr("inverted"),
    "colour-blind": tr("colour-blind"),
    "ask": tr("ask"),
    "keep guarding": tr("keep guarding"),
    "stop guarding": tr("stop guarding"),
    "bottom right": tr("bottom right"),
    "top right": tr("top right"),
    "bottom left": tr("bottom left"),
    "top left": tr("top left"),
    "three positions": tr("three positions"),
    "one line": tr("one line"),
    "en": "English",
    "de": "Deutsch",
}
Field = QCheckBox | QComboBox | QDoubleSpinBox


class SettingsWindow(QDialog):
    """All settings that have no window of their own.

    Signals:
        sent: a message for the engine. appearance_changed: an Appearance.
    """

    sent = Signal(object)
    appearance_changed = Signal(object)

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.resize(760, 640)
        self.setMinimumSize(560, 380)
        self._held: dict[str, msgspec.Struct] = {name: declared() for name, _title, declared in SECTIONS}
        self._held["appearance"] = appearance
        self._rows: list[tuple[SettingRow, QWidget, Field, QPushButton]] = []
        self._heads: list[tuple[str, QWidget, QWidget]] = []  # section, its title, its card
        self._filling = False
        self._soon = QTimer(self, singleShot=True, interval=SEND_AFTER_MS)
        self._soon.timeout.connect(self._send)
        dress(self, theme)  # first: what is built into a dressed window is dressed once
        self._build()
        self._fill()

    def set_settings(self, settings: SettingsChanged) -> None:
        """Take what the engine uses; what is being typed is not disturbed."""
        if self._soon.isActive():
            return
        self._held |= {
            "poll": settings.poll,
            "compare": settings.compare,
            "display": settings.display,
        }
        self._fill()

    def set_appearance(self, appearance: Appearance) -> None:
        """Take how the window looks now."""
        if not self._soon.isActive():
            self._held["appearance"] = appearance
            self._fill()

    def field(self, section: str, name: str) -> Field:
        """Return the field of a setting.

        Raises:
            StopIteration: there is none.
        """
        return next(field for row, _box, field, _back in self._rows if (row.section, row.name) == (section, name))

    def search(self, text: str) -> None:
        """Show only what is found, and the headings of that."""
        found: set[str] = set()
        for row, box, _field, _back in self._rows:
            box.setVisible(row.matches(text))
            if row.matches(text):
                _draw_line_over(box, row.section in found)
                found.add(row.section)
        for section, head, card in self._heads:
            head.setVisible(section in found)
            card.setVisible(section in found)
        self._nothing.setVisible(not found)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24 - GUTTER, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(words(tr("Settings"), "title"), 1)
        self.finder = QLineEdit()
        self.finder.setPlaceholderText(tr("Search settings"))
        self.finder.setAccessibleName(tr("Search settings"))
        self.finder.setClearButtonEnabled(True)
        self.finder.setFixedWidth(220)
        self.finder.textChanged.connect(self.search)
        top.addWidget(self.finder)
        top.addSpacing(GUTTER)
        column.addLayout(top)
        area = with_gutter(QScrollArea(self))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = named(QWidget(area), "scrolled")
        area.setWidget(inside)
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(6)
        for section, title, declared in SECTIONS:
            head = words(title, "section")
            head.setContentsMargins(0, 12, 0, 2)
            card = named(QFrame(inside), "card")
            lines = QVBoxLayout(card)
            lines.setContentsMargins(16, 3, 16, 3)
            lines.setSpacing(0)
            for number, row in enumerate(rows_of(section, declared)):
                lines.addWidget(self._make_row(row, card, first=number == 0))
            self._heads.append((section, head, card))
            page.addWidget(head)
            page.addWidget(card)
        self._nothing = words(tr("No setting is called like that."), "sub")
        self._nothing.hide()
        page.addWidget(self._nothing)
        page.addStretch(1)
        column.addWidget(area, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(words(tr("Changes are used at once."), "sub"), 1)
        default = QPushButton(tr("All defaults"))
        default.setAutoDefault(False)
        default.clicked.connect(self._all_defaults)
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        row.addWidget(default)
        row.addWidget(close)
        row.addSpacing(GUTTER)
        return row

    def _make_row(self, row: SettingRow, card: QFrame, *, first: bool) -> QWidget:
        box = named(QFrame(card), "plain" if first else "row")
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 10, 0, 9)
        line.setSpacing(10)
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(words(row.title))
        if row.description:
            text.addWidget(words(row.description, "sub", wrap=True))
        line.addLayout(text, 1)
        back = named(QPushButton(tr("Default")), "flat")
        back.setAutoDefault(False)
        back.setAccessibleName(tr("{title}: back to the default", title=row.title))
        back.clicked.connect(lambda: self._to_default(row))
        keep = back.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        back.setSizePolicy(keep)
        field = _field(row)
        field.setAccessibleName(row.title)
        field.setAccessibleDescription(row.description)
        if isinstance(field, QCheckBox):
            field.toggled.connect(lambda _on: self._changed())
        elif isinstance(field, QComboBox):
            field.currentIndexChanged.connect(lambda _at: self._changed())
        else:
            field.valueChanged.connect(lambda _value: self._changed())
        line.addWidget(back)
        line.addWidget(field)
        self._rows.append((row, box, field, back))
        return box

    # ------------------------------------------------------------------ values

    def _fill(self) -> None:
        self._filling = True
        for row, _box, field, back in self._rows:
            value = getattr(self._held[row.section], row.name)
            if not field.hasFocus() or _value(row, field) != value:
                _put(row, field, value)
            back.setVisible(value != row.default)
        self._filling = False

    def _changed(self) -> None:
        if self._filling:
            return
        for row, _box, field, back in self._rows:
            back.setVisible(_value(row, field) != row.default)
        self._soon.start()

    def _send(self) -> None:
        """Tell what is different now."""
        before = dict(self._held)
        for row, _box, field, _back in self._rows:
            held = self._held[row.section]
            if _value(row, field) != _shown(row, getattr(held, row.name)):
                self._held[row.section] = msgspec.structs.replace(held, **{row.name: _value(row, field)})
        if self._held["appearance"] != before["appearance"]:
            self.appearance_changed.emit(self._held["appearance"])
        if any(self._held[name] != before[name] for name in before if name != "appearance"):
            sections = {name: held for name, held in self._held.items() if name != "appearance"}
            self.sent.emit(ChangeSettings(**sections))  # type: ignore[arg-type]

    def _to_default(self, row: SettingRow) -> None:
        _put(row, self.field(row.section, row.name), row.default)

    def _all_defaults(self) -> None:
        for row, *_widgets in self._rows:
            self._to_default(row)


def _draw_line_over(box: QWidget, line: bool) -> None:
    """Draw a line over a row; there is none over the first that is seen of a card."""
    if box.objectName() != ("row" if line else "plain"):
        named(box, "row" if line else "plain").style().polish(box)


def _field(row: SettingRow) -> Field:
    if row.kind == "switch":
        box = QCheckBox()
        box.setFixedWidth(TICK_WIDTH)  # ends where the other fields do
        return box
    if row.kind == "choice":
        combo = QComboBox()
        for choice in row.choices:
            shown = CHOICES.get(choice, choice)
            combo.addItem(shown[:1].upper() + shown[1:], choice)
        combo.setFixedWidth(FIELD_WIDTH)
        return combo
    spin = QDoubleSpinBox()
    factor = 100.0 if row.kind == "percent" else 1.0
    spin.setDecimals(1)
    least = 0.1 if row.low == 0 else row.low * factor
    spin.setRange(least, min(row.high * factor, 99.9) if row.kind == "percent" else min(row.high, 86_400.0))
    spin.setSuffix({"percent": " %", "seconds": tr(" s")}.get(row.kind, ""))
    spin.setFixedWidth(FIELD_WIDTH)
    spin.lineEdit().setTextMargins(9, 0, 9, 0)
    spin.setAlignment(Qt.AlignmentFlag.AlignRight)
    return spin


def _put(row: SettingRow, field: Field, value: Value) -> None:
    if isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(max(0, field.findData(str(value))))
    else:
        field.setValue(float(value) * (100.0 if row.kind == "percent" else 1.0))


def _value(row: SettingRow, field: Field) -> Value:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QComboBox):
        return str(field.currentData())
    return round(field.value() / 100.0, 6) if row.kind == "percent" else field.value()


def _shown(row: SettingRow, value: Value) -> Value:
    """A value as its field shows it: a finer one that nobody has touched is no change."""
    if row.kind == "percent":
        return round(round(float(value) * 100.0, 1) / 100.0, 6)
    return round(float(value), 1) if row.kind in ("number", "seconds") else value
