"""The pages of the alert rules on limits for all: the levels, and what else may be told.

A page shows settings (`show_alerts`) and lays what its fields say over them (`applied`); it checks nothing itself.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from monitor.language import tr, translated
from monitor.messages import AlertPreview
from monitor.settings import LADDERS, OPTIONAL_KINDS, AlertSettings, DataAges, Multiples
from ui import rule_fields as fields
from ui.dialog_style import GUTTER, card_column, named, words
from ui.theme import Theme

OWN = tr("Own")
KIND_WORDS = {
    "no_stop": (tr("No stop"), tr("a position that no stop order would close before liquidation")),
    "stop_beyond": (tr("Stop beyond liquidation"), tr("a stop order that would come too late")),
    "funding": (tr("Funding"), tr("funding that costs more than the limit below")),
    "funding_jump": (tr("Funding that jumps"), tr("a rate that is far above what it was lately, by the lines below")),
    "adl": (tr("Auto-deleveraging"), tr("the venue ranks the position among the first to be reduced")),
}


class LevelsPage(QWidget):
    """Where the three levels begin, for everything that has no limits of its own.

    Signals:
        edited: a field has changed. test_wanted: send a test alarm of a level.
    """

    edited = Signal()
    test_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.ladder = QComboBox()
        self.ladder.setAccessibleName(tr("Ladder of distances"))
        for name, steps in LADDERS.items():
            shown = " / ".join(f"{step * 100:g}" for step in (steps.warning, steps.danger, steps.critical))
            self.ladder.addItem(f"{translated(name)}: {shown} %", name)
        self.ladder.addItem(OWN, OWN)
        self.distance = [fields.percent(tr("{word} below this distance", word=word)) for _, word in fields.LEVELS]
        self.ratio = [fields.percent(tr("{word} from this margin ratio", word=word)) for _, word in fields.LEVELS]
        self.combine = QCheckBox(tr("Let volatility and the way already gone have a say"))
        self.volatility = [
            fields.number(tr("{word} below so many σ", word=word), 1.0, 50.0, 1) for _, word in fields.LEVELS
        ]
        self.way = [fields.percent(tr("{word} from this share of the way", word=word)) for _, word in fields.LEVELS]
        for field in self.volatility:
            field.setSuffix(" σ")
        self._arrange(theme)
        self.ladder.activated.connect(self._take_ladder)
        for field in (*self.distance, *self.ratio, *self.volatility, *self.way):
            field.valueChanged.connect(self.edited)
        for field in self.distance:
            field.valueChanged.connect(self._name_ladder)
        self.combine.toggled.connect(self._combined)

    def _arrange(self, theme: Theme) -> None:
        column = _page(self)
        top = QHBoxLayout()
        top.addWidget(fields.label(tr("Ladder"), tr("how long a trade of yours is meant to last")), 1)
        top.addWidget(self.ladder)
        column.addLayout(top)
        card, grid = fields.level_grid(theme)
        fields.add_row(grid, 1, tr("Distance, below"), tr("a move of the mark price, per position"), self.distance)
        fields.add_row(grid, 2, tr("Margin ratio, from"), tr("maintenance margin over equity"), self.ratio)
        tests = []
        for level, word in fields.LEVELS:
            test = fields.quiet_button(tr("Test"))
            test.setAccessibleName(tr("Send a {word} test alarm through every channel", word=word))
            test.clicked.connect(lambda _=False, level=level: self.test_wanted.emit(level))
            tests.append(test)
        fields.add_row(grid, 3, tr("Send a test alarm"), tr("through every channel, marked TEST"), tests)
        column.addWidget(card)
        column.addWidget(self.combine)
        self._more, grid = fields.level_grid(theme)
        fields.add_row(grid, 1, tr("Volatility, below"), tr("in usual moves of 15 minutes"), self.volatility)
        fields.add_row(grid, 2, tr("Way gone, from"), tr("from the entry price to liquidation"), self.way)
        column.addWidget(self._more)
        column.addWidget(
            words(
                tr(
                    "With both, a distance speaks only as loud as one of these confirms: a 50× position is not born in "
                    "Critical, and a quiet 3× one is not ignored. 1 % is Critical whatever they say."
                ),
                "sub",
                wrap=True,
            )
        )
        column.addStretch(1)

    def show_alerts(self, alerts: AlertSettings) -> None:
        """Show these settings."""
        fields.show_limits(self.distance, alerts.liquidation_distance)
        fields.show_limits(self.ratio, alerts.margin_ratio)
        multiples = alerts.volatility_distance
        for field, multiple in zip(
            self.volatility, (multiples.warning, multiples.danger, multiples.critical), strict=True
        ):
            field.setValue(multiple)
        fields.show_limits(self.way, alerts.way_gone)
        self.combine.setChecked(alerts.combine)
        self._more.setEnabled(alerts.combine)
        self._name_ladder()

    def applied(self, alerts: AlertSettings) -> AlertSettings:
        """Return the settings with what the fields say."""
        warning, danger, critical = (round(field.value(), 3) for field in self.volatility)
        return replace(
            alerts,
            liquidation_distance=fields.thresholds(self.distance),
            margin_ratio=fields.thresholds(self.ratio),
            combine=self.combine.isChecked(),
            volatility_distance=Multiples(warning=warning, danger=danger, critical=critical),
            way_gone=fields.thresholds(self.way),
        )

    def _take_ladder(self) -> None:
        steps = LADDERS.get(self.ladder.currentData())
        if steps is not None:
            fields.show_limits(self.distance, steps)

    def _name_ladder(self) -> None:
        steps = fields.thresholds(self.distance)
        name = next((name for name, ladder in LADDERS.items() if ladder == steps), OWN)
        self.ladder.setCurrentIndex(self.ladder.findData(name))

    def _combined(self, on: bool) -> None:
        self._more.setEnabled(on)
        self.edited.emit()


class OthersPage(QWidget):
    """What else is told, and how it sounds.

    Signals:
        edited: a field has changed.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds = {kind: QCheckBox(KIND_WORDS[kind][0]) for kind in OPTIONAL_KINDS}
        self.times = {kind: fields.times_line() for kind in OPTIONAL_KINDS}
        self.funding = fields.percent(
            tr("Funding in 8 hours, share of the value"), lowest=0.01, highest=10.0, decimals=2
        )
        self.jump_day = fields.percent(
            tr("Funding that jumps, in a day, share of the value"), lowest=0.01, highest=10.0, decimals=2
        )
        self.jump_times = fields.number(tr("Funding that jumps, so many times the usual"), 1.5, 100.0, 1)
        self.jump_times.setSuffix(" ×")
        self.danger_age = fields.number(tr("Data older than this is Danger"), 1, 300, 0)
        self.critical_age = fields.number(tr("Data older than this is Critical"), 1, 300, 0)
        for field in (self.danger_age, self.critical_age):
            field.setSuffix(tr(" s"))
        self.rescue = fields.percent(tr("Rescue distance"))
        self.sounds = QCheckBox(tr("Sounds"))
        self.desktop = QCheckBox(tr("Desktop notifications"))
        self._arrange()
        for box in (*self.kinds.values(), self.sounds, self.desktop):
            box.toggled.connect(self.edited)
        for field in (self.funding, self.jump_day, self.jump_times, self.danger_age, self.critical_age, self.rescue):
            field.valueChanged.connect(self.edited)

    def _arrange(self) -> None:
        column = _page(self)
        column.addWidget(words(tr("Also tell about"), "section"))
        card, rows = card_column()
        for kind, box in self.kinds.items():
            rows.addLayout(fields.explained(box, KIND_WORDS[kind][1], self.times[kind]))
        column.addWidget(card)
        card, rows = card_column()
        for text, help_text, field in (
            (tr("Funding, from"), tr("what you pay in 8 hours, share of the value"), self.funding),
            (
                tr("Jump of funding, from"),
                tr("what you pay in a day, share of the value; both lines must be reached"),
                self.jump_day,
            ),
            (
                tr("Jump of funding, times the usual"),
                tr("of the last three days, where six hours are recorded"),
                self.jump_times,
            ),
            (
                tr("Old data is Danger after"),
                tr("with an open position; Warning comes after three polls"),
                self.danger_age,
            ),
            (tr("Old data is Critical after"), tr("300 s are the most: silence is never safety"), self.critical_age),
            (tr("Rescue distance"), tr("“add … or cut …” is worked out to reach it"), self.rescue),
        ):
            row = QHBoxLayout()
            row.addWidget(fields.label(text, help_text), 1)
            row.addWidget(field)
            rows.addLayout(row)
        column.addWidget(card)
        column.addSpacing(6)
        column.addWidget(words(tr("On this computer"), "section"))
        card, rows = card_column()
        rows.addWidget(self.sounds)
        away = tr("for Danger and Critical, and for all while the window is away")
        rows.addLayout(fields.explained(self.desktop, away))
        column.addWidget(card)
        column.addStretch(1)

    def show_answer(self, answer: AlertPreview) -> None:
        """Say of each kind how often it would have been told."""
        fields.show_times(self.times, answer)

    def show_alerts(self, alerts: AlertSettings) -> None:
        """Show these settings."""
        for kind, box in self.kinds.items():
            box.setChecked(kind not in alerts.quiet_kinds)
        fields.show_fraction(self.funding, alerts.funding_8h)
        fields.show_fraction(self.jump_day, alerts.funding_jump_day)
        self.jump_times.setValue(alerts.funding_jump_times)
        self.danger_age.setValue(alerts.data_ages.danger_s)
        self.critical_age.setValue(alerts.data_ages.critical_s)
        fields.show_fraction(self.rescue, alerts.rescue_distance)
        self.sounds.setChecked(alerts.sounds)
        self.desktop.setChecked(alerts.desktop_notifications)

    def applied(self, alerts: AlertSettings) -> AlertSettings:
        """Return the settings with what the fields say."""
        return replace(
            alerts,
            quiet_kinds=tuple(kind for kind, box in self.kinds.items() if not box.isChecked()),
            funding_8h=fields.fraction(self.funding),
            funding_jump_day=fields.fraction(self.jump_day),
            funding_jump_times=round(self.jump_times.value(), 1),
            data_ages=DataAges(danger_s=self.danger_age.value(), critical_s=self.critical_age.value()),
            rescue_distance=fields.fraction(self.rescue),
            sounds=self.sounds.isChecked(),
            desktop_notifications=self.desktop.isChecked(),
        )


def _page(page: QWidget) -> QVBoxLayout:
    named(page, "scrolled")
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 4, 20 - GUTTER, 12)
    column.setSpacing(10)
    return column
