"""The alert settings: three levels for distance and margin ratio, rescue distance, sounds, notifications, test buttons.

Percent exists only on screen; the settings hold fractions. What is not allowed is told in the settings' own sentence.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from monitor.errors import SettingsError
from monitor.settings import AlertSettings, Settings, Thresholds, check
from ui.dialog_style import dress, named, words
from ui.painting import LEFT, Canvas, Ink
from ui.theme import Theme, face

LEVELS = ((1, "Warning"), (2, "Danger"), (3, "Critical"))
_FIELD_NAMES = {"liquidation_distance": "Distance to liquidation", "margin_ratio": "Margin ratio"}


class AlertsDialog(QDialog):
    """Edits a copy; nothing changes before Save.

    Signals:
        alerts_changed: the new AlertSettings. test_wanted: a level.
    """

    alerts_changed = Signal(object)
    test_wanted = Signal(int)

    def __init__(self, theme: Theme, alerts: AlertSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Alerts")
        dress(self, theme)
        self._theme = theme
        self._given = alerts  # what this dialog has no field for stays as it is
        self.distance = [_percent(f"{word} below this distance") for _, word in LEVELS]
        self.ratio = [_percent(f"{word} from this margin ratio") for _, word in LEVELS]
        self.rescue = _percent("Rescue distance")
        self.sounds = QCheckBox("Sounds")
        self.desktop = QCheckBox("Desktop notifications for DANGER and CRITICAL, and for all while the window is away")
        self.note = words("", "wrong", wrap=True)
        self.save = named(QPushButton("Save"), "primary")
        self.save.setDefault(True)
        self._arrange()
        self.set_alerts(alerts)
        for field in (*self.distance, *self.ratio, self.rescue):
            field.valueChanged.connect(self._judge)
        self.save.clicked.connect(self._send)

    def set_alerts(self, alerts: AlertSettings) -> None:
        """Show these settings."""
        self._given = alerts
        for fields, limits in ((self.distance, alerts.liquidation_distance), (self.ratio, alerts.margin_ratio)):
            for field, limit in zip(fields, (limits.warning, limits.danger, limits.critical), strict=True):
                field.setValue(limit * 100)
        self.rescue.setValue(alerts.rescue_distance * 100)
        self.sounds.setChecked(alerts.sounds)
        self.desktop.setChecked(alerts.desktop_notifications)
        self._judge()

    def alerts(self) -> AlertSettings:
        """Return what the fields say now; it may not be allowed."""
        return replace(
            self._given,
            liquidation_distance=_thresholds(self.distance),
            margin_ratio=_thresholds(self.ratio),
            rescue_distance=_fraction(self.rescue),
            sounds=self.sounds.isChecked(),
            desktop_notifications=self.desktop.isChecked(),
        )

    def _reset(self) -> None:
        """Show the limits as they were at first; what is set for single positions and prices stays."""
        kept = {name: getattr(self._given, name) for name in ("overrides", "price_alerts", "shelved")}
        self.set_alerts(replace(AlertSettings(), **kept))

    def tell(self, sentence: str) -> None:
        """Show a sentence, such as that no sound can be played."""
        self.note.setText(sentence)

    # ------------------------------------------------------------------ parts

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(words("When to warn", "title"))
        column.addWidget(self._make_levels())
        column.addWidget(self._make_rest())
        column.addWidget(self.note)
        self.note.setMinimumHeight(34)
        row = QHBoxLayout()
        defaults = named(QPushButton("Defaults"), "flat")
        defaults.clicked.connect(self._reset)
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.reject)
        row.addWidget(defaults)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save)
        for button in (defaults, cancel):
            button.setAutoDefault(False)
        column.addLayout(row)

    def _make_levels(self) -> QWidget:
        card = named(QFrame(), "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(18, 16, 18, 16)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        for place, (level, word) in enumerate(LEVELS, start=1):
            grid.addWidget(_LevelHead(self._theme, level, word), 0, place)
            test = QPushButton("Test")
            test.setAutoDefault(False)
            test.setAccessibleName(f"Send a {word} test alarm through every channel")
            test.clicked.connect(lambda _=False, level=level: self._test(level))
            grid.addWidget(test, 3, place)
        for row, (label, help_text, fields) in enumerate(
            (
                ("Distance to liquidation, below", "a move of the mark price, per position", self.distance),
                ("Margin ratio, from", "maintenance margin over equity, per pool", self.ratio),
            ),
            start=1,
        ):
            grid.addWidget(_label(label, help_text), row, 0)
            for place, field in enumerate(fields, start=1):
                grid.addWidget(field, row, place)
        grid.addWidget(_label("Send a test alarm", "popup, sound and desktop notification, marked TEST"), 3, 0)
        return card

    def _make_rest(self) -> QWidget:
        card = named(QFrame(), "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(_label("Rescue distance", "“add … or cut …” is worked out to reach it"), 1)
        row.addWidget(self.rescue)
        column.addLayout(row)
        column.addWidget(self.sounds)
        column.addWidget(self.desktop)
        return card

    # ------------------------------------------------------------------ doing

    def _judge(self) -> None:
        sentence = ""
        try:
            check(Settings(alerts=self.alerts()))
        except SettingsError as error:
            sentence = _readable(str(error))
        self.note.setText(sentence)
        self.save.setEnabled(not sentence)

    def _test(self, level: int) -> None:
        self.test_wanted.emit(level)

    def _send(self) -> None:
        self.alerts_changed.emit(self.alerts())
        QTimer.singleShot(0, self.accept)


class _LevelHead(Canvas):
    """A level's shape and word above its column."""

    def __init__(self, theme: Theme, level: int, word: str) -> None:
        super().__init__(theme)
        self._level, self._word = level, word
        self.setFixedHeight(24)
        self.setMinimumWidth(110)
        self.setAccessibleName(word)

    def draw(self, ink: Ink) -> None:
        ink.level_shape(10, self.height() / 2, 13, self._level)
        rect = self.rect().toRectF().adjusted(24, 0, 0, 0)
        ink.text(rect, LEFT, self._word, face(13, 600), ink.theme.color("text"))


def _percent(name: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(0.1, 99.9)
    field.setDecimals(1)
    field.setSingleStep(0.5)
    field.setSuffix(" %")
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.lineEdit().setTextMargins(0, 0, 8, 0)
    field.setFixedWidth(110)
    field.setAccessibleName(name)
    return field


def _label(text: str, help_text: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(words(text))
    column.addWidget(words(help_text, "sub"))
    return box


def _fraction(field: QDoubleSpinBox) -> float:
    return round(field.value() / 100, 6)


def _thresholds(fields: list[QDoubleSpinBox]) -> Thresholds:
    warning, danger, critical = (_fraction(field) for field in fields)
    return Thresholds(warning=warning, danger=danger, critical=critical)


def _readable(sentence: str) -> str:
    """Put the names of the fields on screen into a sentence of the settings."""
    head, _, _ = sentence.partition(", got ")
    for name, shown in _FIELD_NAMES.items():
        head = head.replace(name, shown)
    return head + "."
