"""The page of the alert rules on figures beyond the liquidation price: each off, or told as Warning from a line on."""

from __future__ import annotations

from msgspec.structs import asdict, replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.messages import AlertPreview
from monitor.settings import BEYOND_KINDS, SUGGESTED_BEYOND, AlertSettings, BeyondAlerts
from ui import rule_fields as fields
from ui.dialog_style import GUTTER, card_column, named, words

DAYS, DOLLARS, TIMES, SHARE = "days", "dollars", "times", "share"
FIGURE_WORDS = {
    "max_loss": (
        tr("Most that can be lost, from"),
        tr("the isolated margin, or the whole cross wallet, as share of the account"),
        SHARE,
    ),
    "margin_share": (tr("Margin behind one trade, from"), tr("as share of the account"), SHARE),
    "leverage": (tr("Effective leverage, from"), tr("value over the equity behind it"), TIMES),
    "stop_loss": (tr("Loss at the stops, from"), tr("from the entry, slippage included, of its margin"), SHARE),
    "touch_chance": (
        tr("Chance of liquidation in 24 h, from"),
        tr("how often prices went that far; found on Bitcoin 2017–2023"),
        SHARE,
    ),
    "funding_drift": (
        tr("Funding, within"),
        tr("days until funding alone brings liquidation to your Warning distance"),
        DAYS,
    ),
    "exit_cost": (
        tr("Cost of closing at once, from"),
        tr("slippage and fee by the order book, of its margin"),
        SHARE,
    ),
    "exit_unfilled": (
        tr("Left over in a thin book, from"),
        tr("share of the size that a tenth of today's order book does not hold"),
        SHARE,
    ),
    "gap_debt": (
        tr("Debt after a jump of"),
        tr("through liquidation, where the venue does not say that it bears what is missing"),
        SHARE,
    ),
    "exposed_money": (
        tr("Money that is not needed, from"),
        tr("in US dollars, per account: kept elsewhere it cannot be lost there"),
        DOLLARS,
    ),
}


class FiguresPage(QWidget):
    """What is told beside distance and ratio.

    Signals:
        edited: a field has changed.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes = {kind: QCheckBox(title) for kind, (title, _, _) in FIGURE_WORDS.items()}
        self.fields = {kind: _field(title, unit) for kind, (title, _, unit) in FIGURE_WORDS.items()}
        self.times = {kind: fields.times_line() for kind in FIGURE_WORDS}
        named(self, "scrolled")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20 - GUTTER, 12)
        column.setSpacing(10)
        column.addWidget(
            words(
                tr("Each is told as Warning, after a minute, and only while it is known. None of them is an order."),
                "sub",
                wrap=True,
            )
        )
        card, rows = card_column()
        for kind, (_, help_text, _) in FIGURE_WORDS.items():
            rows.addLayout(self._row(kind, help_text))
        column.addWidget(card)
        column.addStretch(1)

    def show_alerts(self, alerts: AlertSettings) -> None:
        """Show these settings; what is off shows what it would begin with."""
        chosen, suggested = asdict(alerts.beyond), {**asdict(BeyondAlerts()), **_known(SUGGESTED_BEYOND)}
        for kind, box in self.boxes.items():
            value = chosen[kind]
            self._show(kind, suggested[kind] if value is None else value)
            box.setChecked(value is not None)
            self.fields[kind].setEnabled(value is not None)

    def applied(self, alerts: AlertSettings) -> AlertSettings:
        """Return the settings with what the fields say."""
        said = {kind: self._value(kind) if box.isChecked() else None for kind, box in self.boxes.items()}
        return replace(alerts, beyond=BeyondAlerts(**said))

    def show_answer(self, answer: AlertPreview) -> None:
        """Say of each figure how often it would have been told."""
        fields.show_times(self.times, answer)

    def _row(self, kind: str, help_text: str) -> QHBoxLayout:
        box, field = self.boxes[kind], self.fields[kind]
        row = QHBoxLayout()
        row.addLayout(fields.explained(box, help_text, self.times[kind]), 1)
        row.addWidget(field)
        box.toggled.connect(field.setEnabled)
        box.toggled.connect(self.edited)
        field.valueChanged.connect(self.edited)
        return row

    def _show(self, kind: str, value: float) -> None:
        field = self.fields[kind]
        if FIGURE_WORDS[kind][2] == SHARE:
            fields.show_fraction(field, value)
        else:
            field.setProperty("given", value)
            field.setValue(value)

    def _value(self, kind: str) -> float:
        """The limit; one that was not touched keeps the decimals that the field has no room for."""
        field = self.fields[kind]
        if FIGURE_WORDS[kind][2] == SHARE:
            return fields.fraction(field)
        given = float(field.property("given"))
        untouched = abs(given - field.value()) <= 0.5 * 10.0 ** -field.decimals() + 1e-9
        return given if untouched else round(field.value(), 3)


def _known(chosen: BeyondAlerts) -> dict[str, float]:
    return {kind: getattr(chosen, kind) for kind in BEYOND_KINDS if getattr(chosen, kind) is not None}


def _field(title: str, unit: str) -> QDoubleSpinBox:
    if unit == SHARE:
        return fields.percent(title)
    if unit == DOLLARS:
        field = fields.number(title, 1, 1e9, 0)
        field.setSingleStep(100)
        field.setSuffix(" USD")
        return field
    field = fields.number(title, 0.1, 365 if unit == DAYS else 500, 1)
    field.setSuffix(f" {tr('days')}" if unit == DAYS else " ×")
    return field
