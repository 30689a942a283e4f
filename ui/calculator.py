"""The calculator: a trade before it is made. Fields at the left, what the engine works out at the right. No order.

It asks a moment after each edit; an answer to an older question is ignored, and figures that no longer belong to the
fields are grey until the new ones come.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from monitor.language import tr
from monitor.messages import PlannedTrade, PlanTrade, Update
from monitor.numbers import plain
from ui.dialog_style import GUTTER, RING, dress, named, words
from ui.plan_sheet import plan_sections
from ui.sheet import SheetArea
from ui.theme import Theme
from ui.typed_figure import PERCENT, TIMES, read_figure
from ui.view import View

ASK_AFTER_MS, LATE_MS = 300, 5_000
LEAST_PERCENT = 0.01  # what is typed below it is a fraction, mostly
UNIT_WIDTH = 44
SIDES = ((tr("Long"), "long"), (tr("Short"), "short"))
MODES = ((tr("Isolated"), "isolated"), (tr("Cross"), "cross"))
HOW_MUCH = (
    (tr("Size, in coins"), "size"),
    (tr("Margin, in money"), "margin"),
    (tr("Risk at the stop, %"), "risk"),
)
NOT_ORDERED = tr("NOTHING IS ORDERED")
WHY = tr("This program cannot place orders: it only works out what the trade would be.")


class CalculatorWindow(QWidget):
    """A window of its own.

    Signals:
        asked: a PlanTrade for the engine.
    """

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Calculator · nothing is ordered"))
        self.setObjectName("dialog")
        self.resize(1120, 740)
        self.setMinimumSize(820, 560)
        self._update: Update | None = None
        self._answer: PlannedTrade | None = None
        self._request, self._hidden, self._started = 0, False, False
        self._asked: PlanTrade | None = None
        self.account, self.symbol = QComboBox(), QComboBox()
        self.symbol.setEditable(True)
        self.side, self.mode, self.how = _choices(SIDES), _choices(MODES), _choices(HOW_MUCH)
        self.how.setCurrentIndex(1)
        self.amount, self.leverage, self.price = _number("1000"), _number("10"), _number("")
        self.stop, self.rate = _number(""), _number("")
        self.amount_unit = words("", "sub")
        self.price.setPlaceholderText(tr("mark price, where it is held"))
        self.stop.setPlaceholderText(tr("no stop"))
        self.rate.setPlaceholderText(tr("the venue's tiers"))
        self.wrong = words("", "wrong", wrap=True)
        self.area = SheetArea(theme, tr("What the trade would be"), cards=True)
        self._soon = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._soon.timeout.connect(self.ask)
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._say_late)
        self._arrange()
        dress(self, theme)
        for box in (self.account, self.side, self.mode, self.how):
            box.currentIndexChanged.connect(lambda _number: self._edited())
        self.account.currentIndexChanged.connect(lambda _number: self._fill_symbols())
        self.symbol.editTextChanged.connect(lambda _text: self._edited())
        for line in (self.amount, self.leverage, self.price, self.stop, self.rate):
            line.textChanged.connect(lambda _text: self._edited())
        for keys, do in (("F5", self.ask), (QKeySequence(QKeySequence.StandardKey.Cancel), self.close)):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    # ------------------------------------------------------------------ what the program tells

    def set_update(self, update: Update, focus: str = "") -> None:
        """Take the accounts and symbols there are; begin with those of a position when it is opened first."""
        self._update = update
        names = [account.account_id for account in update.accounts]
        if [self.account.itemText(number) for number in range(self.account.count())] != names:
            kept = self.account.currentText()
            self.account.blockSignals(True)
            self.account.clear()
            self.account.addItems(names)
            self.account.setCurrentIndex(names.index(kept) if kept in names else 0 if names else -1)
            self.account.blockSignals(False)
            self._fill_symbols()
        if not self._started and update.positions:
            self._started = True
            risk = next((one for one in update.positions if one.key == focus), update.positions[0])
            self.account.setCurrentText(risk.account_id)
            self.symbol.setEditText(risk.symbol)
        self._show_unit()

    def take(self, answer: PlannedTrade) -> None:
        """Show what the engine worked out, unless something else has been asked since."""
        if answer.request_id != self._request:
            return
        self._late.stop()
        self.wrong.setText(answer.error)
        if answer.plan is not None:
            self._answer = answer
        self._show(stale=answer.plan is None)

    def hide_amounts(self, hidden: bool) -> None:
        """Show dots in the place of amounts, or amounts again."""
        self._hidden = hidden
        self._show(stale=False)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask at once."""
        super().showEvent(event)
        self.ask()

    # ------------------------------------------------------------------ asking

    def ask(self) -> None:
        """Ask the engine what the fields would be."""
        self._soon.stop()
        self._request += 1
        try:
            question = self._question()
        except ValueError as error:
            self.wrong.setText(str(error))
            self._show(stale=True)
            return
        self._late.start()
        self.asked.emit(question)

    def _question(self) -> PlanTrade:
        """Return what the fields say.

        Raises:
            ValueError: a field is missing or no number; one sentence.
        """
        if not self.account.currentText():
            raise ValueError(tr("There is no account yet: add one first."))
        symbol = self.symbol.currentText().strip()
        if not symbol:
            raise ValueError(tr("Which symbol? As BTC/USDT:USDT."))
        leverage = _value(self.leverage, tr("Leverage"), sign=TIMES)
        what = str(self.how.currentData())
        amount = _share(self.amount, tr("Risk")) if what == "risk" else _value(self.amount, tr("How much"))
        if leverage is None or amount is None:
            raise ValueError(
                tr(
                    "{value} is missing: a number above 0.",
                    value=tr("Leverage") if leverage is None else tr("How much"),
                )
            )
        asked = PlanTrade(
            request_id=self._request,
            account_id=self.account.currentText(),
            symbol=symbol,
            side=str(self.side.currentData()),
            price=_value(self.price, tr("Price")),
            leverage=leverage,
            margin_mode=str(self.mode.currentData()),
            stop_price=_value(self.stop, tr("Stop")),
            maintenance_rate=_share(self.rate, tr("Maintenance rate")),
        )
        return msgspec.structs.replace(asked, **{what: amount})

    def _unit_of(self, field: QWidget) -> QLabel | None:
        """The label behind a field, None where its number has no unit of its own."""
        if field is self.amount:
            return self.amount_unit
        signs = {self.rate: "%", self.leverage: "×"}
        return words(signs[field], "sub") if isinstance(field, QLineEdit) and field in signs else None

    def _show_unit(self) -> None:
        base, _, rest = self.symbol.currentText().strip().partition("/")
        settle = rest.partition(":")[2].partition("-")[0]
        units = {"size": base or tr("coins"), "margin": settle or tr("money"), "risk": "%"}
        self.amount_unit.setText(units[str(self.how.currentData())])

    def _edited(self) -> None:
        self._show_unit()
        self._show(stale=True)
        self._soon.start()

    def _say_late(self) -> None:
        self.wrong.setText(tr("The engine does not answer; these figures are not of the fields. F5 asks again."))
        self._show(stale=True)

    # ------------------------------------------------------------------ showing

    def _show(self, *, stale: bool) -> None:
        answer = self._answer
        if answer is None or answer.plan is None:
            self.area.sheet.show_sections(())
            return
        view = View(
            update=self._update,
            now_ms=0 if self._update is None else self._update.now_ms,
            hide_amounts=self._hidden,
        )
        self.area.sheet.show_sections(plan_sections(answer.plan, answer.note, view), stale=stale)

    def _fill_symbols(self) -> None:
        update, kept = self._update, self.symbol.currentText()
        rows = () if update is None else update.positions
        mine = self.account.currentText()
        held = dict.fromkeys(row.symbol for row in rows if row.account_id == mine)
        self.symbol.blockSignals(True)
        self.symbol.clear()
        self.symbol.addItems(list(held))
        self.symbol.setEditText(kept or next(iter(held), ""))
        self.symbol.blockSignals(False)

    # ------------------------------------------------------------------ parts

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._form())
        right = QVBoxLayout()
        right.setContentsMargins(16 - RING, 16 - RING, 16 - RING - GUTTER + 4, 4)
        right.addWidget(self.area, 1)
        row.addLayout(right, 1)

    def _form(self) -> QWidget:
        side = named(QWidget(), "side")
        side.setFixedWidth(350)
        column = QVBoxLayout(side)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(words(tr("Before you trade"), "title"))
        badge = words(NOT_ORDERED, "badge")
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(badge)
        column.addWidget(words(WHY, "sub", wrap=True))
        column.addWidget(named(QFrame(), "rule"))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, field, tip in (
            (tr("Account"), self.account, tr("Its wallet, its positions and its venue's rules.")),
            (tr("Symbol"), self.symbol, tr("As BTC/USDT:USDT. Of a contract that is not held its venue is asked.")),
            (tr("Side"), self.side, tr("Long wins when the price rises, short when it falls.")),
            (
                tr("Margin mode"),
                self.mode,
                tr("Isolated: only its own margin. Cross: the whole wallet stands behind it."),
            ),
            (tr("Leverage"), self.leverage, tr("As you would set it: 10 is ten times the margin.")),
            (tr("How much"), self.how, tr("What the next field says.")),
            (
                "",
                self.amount,
                tr("Coins, money or per cent, as chosen above and as its unit says: 1 % is 1, not 0.01."),
            ),
            (tr("Entry price"), self.price, tr("Empty: the mark price of what is held, else the last traded one.")),
            (tr("Stop price"), self.stop, tr("Empty: no stop. A risk needs one.")),
            (
                tr("Maintenance rate"),
                self.rate,
                tr("Per cent of the value: 0.5 % is 0.5, not 0.005. Only where the venue's tiers are not known."),
            ),
        ):  # fmt: skip
            label = QLabel(name)
            label.setObjectName("field")
            label.setBuddy(field)
            field.setToolTip(tip)
            if isinstance(field, QComboBox):
                field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.setAccessibleName(name or tr("Amount"))
            unit = self._unit_of(field)
            form.addRow(label, field if unit is None else _with_unit(field, unit))
        column.addLayout(form)
        column.addWidget(self.wrong)
        column.addStretch(1)
        return side


def _with_unit(field: QWidget, unit: QLabel) -> QWidget:
    """A field with what its number counts behind it."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(field, 1)
    unit.setMinimumWidth(UNIT_WIDTH)
    row.addWidget(unit)
    return pair


def _choices(entries: tuple[tuple[str, str], ...]) -> QComboBox:
    box = QComboBox()
    for title, value in entries:
        box.addItem(title, value)
    return box


def _number(text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setClearButtonEnabled(True)
    return line


def _share(line: QLineEdit, name: str) -> float | None:
    """Return the fraction that a field of per cent holds, None where it is empty.

    Raises:
        ValueError: it is no number above 0, or so small that a fraction may be meant; one sentence.
    """
    typed = _value(line, name, sign=PERCENT)
    if typed is None:
        return None
    if typed < LEAST_PERCENT:
        raise ValueError(
            tr(
                "{name}: {typed} % is less than anybody means; if you mean {meant} %, write {meant}.",
                name=name,
                typed=plain(typed, 6),
                meant=plain(100.0 * typed, 6),
            )
        )
    return typed / 100.0


def _value(line: QLineEdit, name: str, *, sign: str = "") -> float | None:
    """Return a field's number, None where it is empty.

    Args:
        sign: the unit that may stand behind it.

    Raises:
        ValueError: it is no number above 0; one sentence.
    """
    if not line.text().strip():
        return None
    try:
        value, _unit = read_figure(line.text(), sign)
    except ValueError as error:
        raise ValueError(tr("{name}: {why}", name=name, why=str(error))) from None
    if value <= 0:
        raise ValueError(tr("{name} must be above 0.", name=name))
    return value
