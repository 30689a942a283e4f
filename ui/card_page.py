"""A page of the alert rules that holds a card for each of several things, with a button that adds one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import rule_fields as fields
from ui.dialog_style import GUTTER, named, words


class RuleCard(QFrame):
    """One thing.

    Signals:
        edited: a field has changed. removed: the user does not want it any more.
    """

    edited = Signal()
    removed = Signal()


Card = TypeVar("Card", bound=RuleCard)


class CardPage(QWidget, Generic[Card]):
    """All of them, in the order of the settings.

    Signals:
        edited: something has changed.
    """

    edited = Signal()

    def __init__(self, explained: str, add: str, parent: QWidget | None = None) -> None:
        """Build the page without a card.

        Args:
            explained: what they are for. add: the words of the button.
        """
        super().__init__(parent)
        named(self, "scrolled")
        self.cards: list[Card] = []
        self.accounts: tuple[str, ...] = ()
        self.symbols: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20 - GUTTER, 12)
        self._column.setSpacing(10)
        self._column.addWidget(words(explained, "sub", wrap=True))
        self.add = fields.quiet_button(add)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(1)

    def set_choices(self, accounts: Sequence[str], symbols: Sequence[str]) -> None:
        """Offer these accounts and symbols; other symbols can be typed."""
        self.accounts, self.symbols = tuple(accounts), tuple(symbols)

    def put(self, card: Card) -> None:
        """Show one more card, after the others."""
        card.edited.connect(self.edited)
        card.removed.connect(lambda: self._remove(card))
        self.cards.append(card)
        self._column.insertWidget(self._column.count() - 2, card)

    def clear(self) -> None:
        """Show no card."""
        for card in list(self.cards):
            self._drop(card)

    def _drop(self, card: Card) -> None:
        self.cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _remove(self, card: Card) -> None:
        self._drop(card)
        self.add.setFocus()
        self.edited.emit()
