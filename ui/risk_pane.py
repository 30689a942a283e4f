"""The Risk tab: what lies beyond the liquidation price, of the selected position or of its account."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from monitor.language import tr
from ui.account_sheet import account_sections
from ui.detail import focused
from ui.dialog_style import words
from ui.position_sheet import position_sections
from ui.sheet import Section, Sentence, SheetArea
from ui.theme import Theme
from ui.view import View

NOTHING = (
    Section(
        title=tr("Nothing selected"),
        sentences=(Sentence(text=tr("Select a position to see what can be lost with it.")),),
    ),
)


class RiskPane(QWidget):
    """Two sheets, one at a time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view = View()
        self.position, self.account = (
            _button(tr("Position"), tr("Risk of the position")),
            _button(tr("Account"), tr("Risk of the account")),
        )
        self.position.setChecked(True)
        self.area = SheetArea(theme, tr("Risk of the selected position and its account"))
        self._aged = words("", "quiet")
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 14, 2)
        row.setSpacing(2)
        for button in (self.position, self.account):
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._aged)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.area, 1)
        group.buttonClicked.connect(lambda _button: self.show_view(self._view))

    def show_view(self, view: View) -> None:
        """Show the focused position of the view, or its account."""
        self._view = view
        risk = focused(view)
        if risk is None:
            self.area.sheet.show_sections(NOTHING)
            return
        account = view.account(risk.account_id)
        stale = view.is_stale(account)
        self._aged.setText(tr("last known figures") if stale else "")
        if self.account.isChecked() and account is not None:
            self.area.sheet.show_sections(account_sections(account, view), stale=stale)
        else:
            self.area.sheet.show_sections(position_sections(risk, view), stale=stale)


def _button(title: str, said: str) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName("tab")
    button.setCheckable(True)
    button.setAccessibleName(said)
    return button
