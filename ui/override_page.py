"""The page of limits for one account, symbol or position. The narrowest one counts; each is a card of its own."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.settings import LADDERS, AlertSettings, Override, Thresholds
from ui import rule_fields as fields
from ui.card_page import CardPage, RuleCard
from ui.dialog_style import named
from ui.theme import Theme

ANY_ACCOUNT, ANY_SYMBOL = tr("Any account"), tr("Any symbol")
SIDES = (("", tr("Both sides")), ("long", tr("Long")), ("short", tr("Short")))
RATIOS = AlertSettings().margin_ratio
FUNDING = AlertSettings().funding_8h


class OverridePage(CardPage["OverrideCard"]):
    """All overrides."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            tr(
                "Other limits for an account, a symbol, or one side of it. Where several fit, the narrowest counts. "
                "A margin ratio belongs to an account's pool: give it with an account only."
            ),
            tr("Add limits"),
            parent,
        )
        self._theme = theme
        self.add.clicked.connect(self._add_new)

    def show_alerts(self, alerts: AlertSettings) -> None:
        """Show the overrides of these settings."""
        self.clear()
        for override in alerts.overrides:
            self.put(self._card(override))

    def applied(self, alerts: AlertSettings) -> AlertSettings:
        """Return the settings with the overrides shown."""
        return replace(alerts, overrides=tuple(card.override() for card in self.cards))

    def _add_new(self) -> None:
        card = self._card(Override(symbol=next(iter(self.symbols), ""), liquidation_distance=LADDERS["Swing"]))
        self.put(card)
        self.edited.emit()
        card.symbol.setFocus()

    def _card(self, override: Override) -> OverrideCard:
        return OverrideCard(self._theme, override, self.accounts, self.symbols)


class OverrideCard(RuleCard):
    """One override."""

    def __init__(self, theme: Theme, override: Override, accounts: Sequence[str], symbols: Sequence[str]) -> None:
        super().__init__()
        named(self, "card")
        self.account = _choice(tr("Account"), ANY_ACCOUNT, accounts, override.account_id)
        self.symbol = _choice(tr("Symbol"), ANY_SYMBOL, symbols, override.symbol)
        self.side = QComboBox()
        self.side.setAccessibleName(tr("Side"))
        for value, shown in SIDES:
            self.side.addItem(shown, value)
        self.side.setCurrentIndex(self.side.findData(override.side))
        self.has_distance, self.has_ratio = QCheckBox(tr("Distance, below")), QCheckBox(tr("Margin ratio, from"))
        self.distance = [fields.percent(tr("{word} below this distance", word=word)) for _, word in fields.LEVELS]
        self.ratio = [fields.percent(tr("{word} from this margin ratio", word=word)) for _, word in fields.LEVELS]
        fields.show_limits(self.distance, override.liquidation_distance or LADDERS["Swing"])
        fields.show_limits(self.ratio, override.margin_ratio or RATIOS)
        self.has_distance.setChecked(override.liquidation_distance is not None)
        self.has_ratio.setChecked(override.margin_ratio is not None)
        self.has_funding = QCheckBox(tr("Funding in 8 hours, from"))
        self.funding = fields.percent(
            tr("Funding in 8 hours, share of the value"), lowest=0.01, highest=10.0, decimals=2
        )
        fields.show_fraction(self.funding, override.funding_8h or FUNDING)
        self.has_funding.setChecked(override.funding_8h is not None)
        self._arrange(theme)
        for box in (self.account, self.symbol):
            box.currentTextChanged.connect(self._changed)
        self.side.currentIndexChanged.connect(self._changed)
        for check in (self.has_distance, self.has_ratio, self.has_funding):
            check.toggled.connect(self._changed)
        for field in (*self.distance, *self.ratio, self.funding):
            field.valueChanged.connect(self._changed)
        self._enable()

    def override(self) -> Override:
        """Return what the fields say."""
        return Override(
            account_id=_chosen(self.account, ANY_ACCOUNT),
            symbol=_chosen(self.symbol, ANY_SYMBOL),
            side=self.side.currentData(),
            liquidation_distance=self._limits(self.has_distance, self.distance),
            margin_ratio=self._limits(self.has_ratio, self.ratio),
            funding_8h=fields.fraction(self.funding) if self.has_funding.isChecked() else None,
        )

    def _limits(self, check: QCheckBox, of: Sequence[QDoubleSpinBox]) -> Thresholds | None:
        return fields.thresholds(of) if check.isChecked() else None

    def _arrange(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 6)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.account, 3)
        top.addWidget(self.symbol, 4)
        top.addWidget(self.side)
        remove = fields.quiet_button(tr("Remove"), "grave")
        remove.clicked.connect(self.removed)
        top.addWidget(remove)
        column.addLayout(top)
        card, grid = fields.level_grid(theme)
        named(card, "plain")
        grid.setContentsMargins(0, 8, 0, 8)
        rows = (self.has_distance, self.distance), (self.has_ratio, self.ratio), (self.has_funding, [self.funding])
        for row, (check, row_fields) in enumerate(rows, start=1):
            grid.addWidget(check, row, 0)
            for place, field in enumerate(row_fields, start=1):
                grid.addWidget(field, row, place)
        column.addWidget(card)

    def _changed(self) -> None:
        self._enable()
        self.edited.emit()

    def _enable(self) -> None:
        for field in self.distance:
            field.setEnabled(self.has_distance.isChecked())
        for field in self.ratio:
            field.setEnabled(self.has_ratio.isChecked())
        self.funding.setEnabled(self.has_funding.isChecked())


def _choice(name: str, any_word: str, choices: Sequence[str], chosen: str) -> QComboBox:
    box = fields.compact(QComboBox())
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setAccessibleName(name)
    box.addItem(any_word)
    for choice in dict.fromkeys((*choices, *([chosen] if chosen else []))):
        box.addItem(choice)
    box.setCurrentText(chosen or any_word)
    return box


def _chosen(box: QComboBox, any_word: str) -> str:
    text = box.currentText().strip()
    return "" if text == any_word else text
