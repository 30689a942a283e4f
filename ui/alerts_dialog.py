"""The alert rules: pages at the left, fields in the middle, what they would say at the right. Edits a copy.

What is not allowed is told in the settings' own sentence. The engine is asked for the preview a moment after an edit;
an answer to an older question is ignored.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from monitor.errors import SettingsError
from monitor.language import tr
from monitor.messages import AlertPreview, PreviewAlerts
from monitor.settings import AlertSettings, Settings, check
from ui.dialog_style import Question, dress, named, scrolled, with_gutter, words
from ui.figure_page import FiguresPage
from ui.override_page import OverridePage
from ui.price_page import PricePage
from ui.rule_fields import quiet_button
from ui.rule_pages import LevelsPage, OthersPage
from ui.rule_preview import RulePreview
from ui.theme import Theme

ASK_AFTER_MS = 300
_FIELD_NAMES = {
    "liquidation_distance": tr("Distance to liquidation"),
    "margin_ratio": tr("Margin ratio"),
    "volatility_distance": tr("Volatility"),
    "way_gone": tr("Way gone"),
    "data_ages: danger_s <= critical_s is needed": tr("Old data: Danger must not come after Critical"),
}


class AlertsDialog(QDialog):
    """Nothing changes before Save.

    Signals:
        alerts_changed: the new AlertSettings. test_wanted: a level. preview_wanted: PreviewAlerts for the engine.
    """

    alerts_changed = Signal(object)
    test_wanted = Signal(int)
    preview_wanted = Signal(object)

    def __init__(self, theme: Theme, alerts: AlertSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Alert rules"))
        self.resize(1160, 700)
        dress(self, theme)
        self._given = alerts  # what this dialog has no field for stays as it is
        self._asked = 0
        self._filling = False
        self.levels, self.figures, self.others = LevelsPage(theme), FiguresPage(), OthersPage()
        self.overrides, self.prices = OverridePage(theme), PricePage()
        self.pages = (
            (tr("Levels"), tr("When to warn"), self.levels),
            (tr("Exceptions"), tr("Limits of their own"), self.overrides),
            (tr("Prices"), tr("Price alerts"), self.prices),
            (tr("Figures"), tr("Figures that are told"), self.figures),
            (tr("Other alarms"), tr("What else is told"), self.others),
        )
        self.preview = RulePreview(theme)
        self.note = words("", "wrong", wrap=True)
        self.save = named(QPushButton(tr("Save")), "primary")
        self.save.setDefault(True)
        self._ask_soon = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._ask_soon.timeout.connect(self._ask)
        self._arrange()
        for _, _, page in self.pages:
            page.edited.connect(self._judge)
        self.levels.test_wanted.connect(self.test_wanted)
        self.save.clicked.connect(self._send)
        self.set_alerts(alerts)

    def set_choices(self, accounts: Sequence[str], symbols: Sequence[str]) -> None:
        """Offer these accounts and symbols where one is asked for."""
        self.overrides.set_choices(accounts, symbols)
        self.prices.set_choices(accounts, symbols)

    def set_alerts(self, alerts: AlertSettings) -> None:
        """Show these settings."""
        self._given = alerts
        self._filling = True
        for _, _, page in self.pages:
            page.show_alerts(alerts)
        self._filling = False
        self._judge()

    def alerts(self) -> AlertSettings:
        """Return what the fields say now; it may not be allowed."""
        alerts = self._given
        for _, _, page in self.pages:
            alerts = page.applied(alerts)
        return alerts

    def show_answer(self, answer: AlertPreview) -> None:
        """Show what the engine worked out, unless something else has been asked since."""
        if answer.request_id == self._asked and not answer.error:
            self.preview.show_answer(answer)
            self.figures.show_answer(answer)
            self.others.show_answer(answer)

    def tell(self, sentence: str) -> None:
        """Show a sentence, such as that no sound can be played."""
        self.note.setText(sentence)

    # ------------------------------------------------------------------ parts

    def _arrange(self) -> None:
        self._list, self._stack = QListWidget(), QStackedWidget(self)
        self._list.setAccessibleName(tr("Pages of the alert rules"))
        self._title = words("", "title")
        self._places: dict[int, QWidget] = {}  # of the pages that have been opened
        for name, _, _page in self.pages:
            self._list.addItem(name)
        self._list.currentRowChanged.connect(self.open_page)
        side = named(QWidget(), "side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(172)
        left = QVBoxLayout(side)
        left.setContentsMargins(12, 16, 12, 12)
        left.addWidget(self._list)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 18, 0, 14)
        middle.setSpacing(8)
        self._title.setContentsMargins(20, 0, 20, 0)
        middle.addWidget(self._title)
        middle.addWidget(self._stack, 1)
        middle.addLayout(self._bottom())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(middle, 1)
        row.addWidget(self.preview)
        self._list.setCurrentRow(0)

    def _bottom(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(20, 0, 20, 0)
        self.note.setMinimumHeight(34)
        column.addWidget(self.note)
        row = QHBoxLayout()
        defaults, cancel = quiet_button(tr("Defaults")), quiet_button(tr("Cancel"))
        defaults.setToolTip(tr("The limits as they were at first; exceptions and price alerts stay."))
        defaults.clicked.connect(self._reset)
        cancel.clicked.connect(self.reject)
        row.addWidget(defaults)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save)
        column.addLayout(row)
        return column

    def open_page(self, number: int) -> None:
        """Show a page; its place is made when it is first opened: dressing all takes as long as the rest."""
        if number not in self._places:
            self._places[number] = with_gutter(scrolled(self.pages[number][2]))
            self._stack.addWidget(self._places[number])
        self._stack.setCurrentWidget(self._places[number])
        self._list.setCurrentRow(number)
        self._title.setText(self.pages[number][1])

    # ------------------------------------------------------------------ doing

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost by closing."""
        return self.alerts() != self._given

    def reject(self) -> None:
        """Close; ask first where something would be lost."""
        if not self.is_changed or self._is_given_up():
            super().reject()

    def _is_given_up(self) -> bool:
        box = Question(self, tr("Close without saving what you have changed?"))
        discard = box.add(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.add(tr("Cancel"), QMessageBox.ButtonRole.RejectRole, primary=True)
        box.exec()
        return box.clickedButton() is discard

    def _reset(self) -> None:
        """Show the limits as they were at first; what is set for single positions and prices stays."""
        kept = {name: getattr(self.alerts(), name) for name in ("overrides", "price_alerts", "shelved")}
        given = self._given
        self.set_alerts(replace(AlertSettings(), **kept))
        self._given = given

    def _judge(self) -> None:
        if self._filling:
            return
        sentence = ""
        try:
            check(Settings(alerts=self.alerts()))
        except SettingsError as error:
            sentence = _readable(str(error))
        except ValueError as error:  # a field of a type that the settings bound
            sentence = str(error)
        self.note.setText(sentence)
        self.save.setEnabled(not sentence)
        self._asked += 1  # an answer on its way is about other rules
        if sentence:
            self._ask_soon.stop()
            self.preview.show_wrong(tr("Nothing to say before the rules are allowed."))
        else:
            self._ask_soon.start()

    def _ask(self) -> None:
        self.preview.show_waiting()
        self.preview_wanted.emit(PreviewAlerts(request_id=self._asked, alerts=self.alerts()))

    def _send(self) -> None:
        self.alerts_changed.emit(self.alerts())
        QTimer.singleShot(0, self.accept)


def _readable(sentence: str) -> str:
    """Put the names of the fields on screen into a sentence of the settings."""
    head, _, _ = sentence.partition(", got ")
    for name, shown in _FIELD_NAMES.items():
        head = head.replace(name, shown)
    return head[:1].upper() + head[1:].removesuffix(".") + "."
