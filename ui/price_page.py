"""The page of price alerts: any symbol, above, below or across a price, once or each time."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from monitor.language import tr
from monitor.settings import AlertSettings, PriceAlert
from ui import format as fmt
from ui import rule_fields as fields
from ui.card_page import CardPage, RuleCard
from ui.dialog_style import named, words

WHEN = (("above", tr("rises above")), ("below", tr("falls below")), ("crosses", tr("crosses")))
AGAIN = ((False, tr("once")), (True, tr("each time")))
HIGHEST_PRICE = 1e9


class PricePage(CardPage["PriceCard"]):
    """All price alerts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr(
                "For any symbol of the account's venue: by the mark price where a position is open in it, else by "
                "the last trade. It is a reminder, not a guard: liquidation is watched all the same."
            ),
            tr("Add price alert"),
            parent,
        )
        self.add.clicked.connect(self._add_new)

    def set_choices(self, accounts: Sequence[str], symbols: Sequence[str]) -> None:
        """Offer these accounts and symbols; without an account there is no price to go by."""
        super().set_choices(accounts, symbols)
        self.add.setEnabled(bool(accounts))
        self.add.setToolTip("" if accounts else tr("Add an account first: its venue tells the price."))

    def show_alerts(self, alerts: AlertSettings) -> None:
        """Show the price alerts of these settings."""
        self.clear()
        for alert in alerts.price_alerts:
            self.put(self._card(alert))

    def applied(self, alerts: AlertSettings) -> AlertSettings:
        """Return the settings with the price alerts shown."""
        return replace(alerts, price_alerts=tuple(card.alert() for card in self.cards))

    def take_spoken(self, alerts: Sequence[PriceAlert]) -> None:
        """Take over what the engine has noted of the alerts meanwhile: one that has spoken must not speak again."""
        noted = {alert.id: alert for alert in alerts}
        for card in self.cards:
            card.take_spoken(noted.get(card.alert().id))

    def _add_new(self) -> None:
        symbol = next(iter(self.symbols), "BTC/USDT:USDT")
        card = self._card(
            PriceAlert(id=uuid.uuid4().hex[:12], symbol=symbol, account_id=self.accounts[0], when="above", price=1.0)
        )
        self.put(card)
        card.price.setFocus()
        card.price.selectAll()
        self.edited.emit()

    def _card(self, alert: PriceAlert) -> PriceCard:
        return PriceCard(alert, self.accounts, self.symbols)


class PriceCard(RuleCard):
    """One price alert. An edited one is armed anew."""

    def __init__(self, alert: PriceAlert, accounts: Sequence[str], symbols: Sequence[str]) -> None:
        super().__init__()
        named(self, "card")
        self._given = alert
        self.account = _combo(tr("Account whose venue tells the price"), [(name, name) for name in accounts])
        if self.account.findData(alert.account_id) < 0:
            self.account.addItem(alert.account_id, alert.account_id)
        self.account.setCurrentIndex(self.account.findData(alert.account_id))
        self.symbol = fields.compact(QComboBox())
        self.symbol.setEditable(True)
        self.symbol.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.symbol.setAccessibleName(tr("Symbol"))
        self.symbol.addItems(list(dict.fromkeys((*symbols, alert.symbol))))
        self.symbol.setCurrentText(alert.symbol)
        self.symbol.setMinimumContentsLength(12)
        self.when = _combo(tr("When"), WHEN)
        self.when.setCurrentIndex(self.when.findData(alert.when))
        self.price = fields.ranged(fields.PriceField(), tr("Price"), 1e-9, HIGHEST_PRICE, 9)
        self.price.setLocale(QLocale(QLocale.Language.English))
        self.price.setFixedWidth(130)
        self.price.setValue(alert.price)
        self.again = _combo(tr("How often"), AGAIN)
        self.again.setCurrentIndex(self.again.findData(alert.again))
        self.note = QLineEdit(alert.note)
        self.note.setMaxLength(200)
        self.note.setPlaceholderText(tr("A note to yourself"))
        self.note.setAccessibleName(tr("Note"))
        self.state = words(_state(alert), "sub")
        self.rearm = fields.quiet_button(tr("Arm again"))
        self.rearm.setVisible(alert.fired_ms is not None)
        self._arrange()
        for box in (self.account, self.when, self.again):
            box.currentIndexChanged.connect(self._changed)
        self.symbol.currentTextChanged.connect(self._changed)
        self.price.valueChanged.connect(self._changed)
        self.note.textEdited.connect(self.edited)
        self.rearm.clicked.connect(self._changed)

    def alert(self) -> PriceAlert:
        """Return what the fields say."""
        return replace(
            self._given,
            symbol=self.symbol.currentText().strip(),
            account_id=self.account.currentData() or "",
            when=self.when.currentData(),
            price=self.price.value(),
            again=self.again.currentData(),
            note=self.note.text().strip(),
        )

    def take_spoken(self, noted: PriceAlert | None) -> None:
        """Take over the engine's notes, where they are about this same alert."""
        mine = self.alert()
        if noted is not None and replace(noted, note=mine.note, armed_side="", fired_ms=None) == replace(
            mine, armed_side="", fired_ms=None
        ):
            self._given = noted
            self.state.setText(_state(noted))
            self.state.setVisible(bool(self.state.text()))
            self.rearm.setVisible(noted.fired_ms is not None)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for place, (field, stretch) in enumerate(((self.symbol, 4), (self.when, 2), (self.price, 0), (self.again, 2))):
            grid.addWidget(field, 0, place)
            grid.setColumnStretch(place, stretch)
        grid.addWidget(self.account, 1, 0)
        grid.addWidget(self.note, 1, 1, 1, 2)
        remove = fields.quiet_button(tr("Remove"), "grave")
        remove.clicked.connect(self.removed)
        grid.addWidget(remove, 1, 3)
        grid.addWidget(self.state, 2, 0, 1, 3)
        grid.addWidget(self.rearm, 2, 3)
        self.state.setVisible(bool(self.state.text()))

    def _changed(self) -> None:
        """Forget on which side the price stood, and that it has spoken: it is another alert now."""
        self._given = replace(self._given, armed_side="", fired_ms=None)
        self.state.hide()
        self.rearm.hide()
        self.edited.emit()


def _state(alert: PriceAlert) -> str:
    if alert.fired_ms is None:
        return ""
    when = f"{fmt.day(alert.fired_ms)} {fmt.hour_and_minute(alert.fired_ms)}"
    return tr("Spoke on {when} at {price} and is silent since.", when=when, price=fmt.price(alert.price, None))


def _combo(name: str, choices: Sequence[tuple[object, str]]) -> QComboBox:
    box = fields.compact(QComboBox())
    box.setAccessibleName(name)
    for value, shown in choices:
        box.addItem(shown, value)
    return box
