"""A position that is not there yet: account, contract, side, size. Contracts are those held at the account's venue."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from monitor.language import tr
from monitor.messages import OpenPosition, Update
from ui import format as fmt
from ui.dialog_style import named
from ui.supposed_field import SupposedField, WrongWords
from ui.typed_figure import TIMES
from ui.view import View
from ui.whatif_form import grid_of, labelled


class NewPositionForm(QWidget):
    """Fields of a new position.

    Signals:
        added: an OpenPosition. cancelled: back to the selected position.
    """

    added = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._update: Update | None = None
        self.account, self.contract, self.side, self.mode = (QComboBox() for _ in range(4))
        self.side.addItems(["long", "short"])
        self.mode.addItems(["cross", "isolated"])
        self.amount = SupposedField(tr("Size"), above=0.0)
        self.leverage = SupposedField(tr("Leverage"), above=0.0, units=TIMES)
        self.price = SupposedField(tr("Opened at"), above=0.0)
        self.wrong = WrongWords((self.amount, self.leverage, self.price))
        self.add = named(QPushButton(tr("Add")), "primary")
        self.add.clicked.connect(self._add)
        self.account.currentIndexChanged.connect(lambda _row: self._offer_contracts())
        self.contract.currentIndexChanged.connect(lambda _row: self._hint())
        for field in (self.amount, self.leverage, self.price):
            field.typed.connect(lambda _figure: self._judge())
            field.line.textChanged.connect(lambda _text: self._judge())
            field.line.returnPressed.connect(self._add)
        self.setLayout(
            grid_of(
                (
                    labelled(tr("Account"), self.account),
                    labelled(tr("Contract"), self.contract),
                    labelled(tr("Side"), self.side),
                    labelled(tr("Margin mode"), self.mode),
                ),
                (self.amount, self.leverage, self.price, labelled("", self.add)),
                below=self.wrong,
            )
        )

    def show_view(self, view: View, account_id: str) -> None:
        """Offer the accounts that are watched."""
        self._update = view.update
        names = [one.account_id for one in view.update.accounts] if view.update is not None else []
        if names != [self.account.itemText(row) for row in range(self.account.count())]:
            self.account.blockSignals(True)
            self.account.clear()
            self.account.addItems(names)
            self.account.setCurrentText(account_id)
            self.account.blockSignals(False)
            self._offer_contracts()
        self._judge()

    def _offer_contracts(self) -> None:
        update, chosen = self._update, self.contract.currentData()
        venues = {one.account_id: one.venue for one in update.accounts} if update is not None else {}
        venue = venues.get(self.account.currentText())
        symbols = sorted(
            {row.symbol for row in update.positions if venues.get(row.account_id) == venue}
            if update is not None
            else ()
        )
        self.contract.blockSignals(True)
        self.contract.clear()
        for symbol in symbols:
            self.contract.addItem(fmt.base_and_quote(symbol), symbol)
        self.contract.setCurrentIndex(max(0, self.contract.findData(chosen)))
        self.contract.blockSignals(False)
        self.contract.setToolTip(
            tr("Contracts that are held at this venue: of others the margin tiers are not known here")
        )
        self._hint()
        self._judge()

    def _hint(self) -> None:
        symbol = self.contract.currentData() or ""
        rows = self._update.positions if self._update is not None else ()
        held = next((row for row in rows if row.symbol == symbol), None)
        inverse = held is not None and held.settle == fmt.base(symbol)
        self.amount.say(
            tr("Size, {symbol}", symbol="USD" if inverse else fmt.base(symbol)) if symbol else tr("Size"), ""
        )
        self.price.say(tr("Opened at"), "" if held is None else fmt.price(held.mark_price, held.tick_size))
        self.leverage.say(tr("Leverage"), "")

    def _judge(self) -> None:
        complete = self.amount.figure is not None and self.leverage.figure is not None and not self.price.is_wrong
        self.add.setEnabled(complete and self.contract.currentData() is not None)

    def _add(self) -> None:
        size, leverage = self.amount.figure, self.leverage.figure
        if not self.add.isEnabled() or size is None or leverage is None:
            return
        self.added.emit(
            OpenPosition(
                account_id=self.account.currentText(),
                symbol=self.contract.currentData(),
                side=self.side.currentText(),
                margin_mode=self.mode.currentText(),
                size=size,
                leverage=leverage,
                price=self.price.figure,
            )
        )
        for field in (self.amount, self.leverage, self.price):
            field.empty()
