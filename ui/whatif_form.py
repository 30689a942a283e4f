"""What can be supposed of the selected position, its wallet and the prices. It writes edits and computes nothing."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.messages import ChangePosition, MoveMoney, MovePrice, PositionRisk
from ui import format as fmt
from ui.supposed_field import SupposedField, WrongWords
from ui.typed_figure import PERCENT, TIMES, write_figure
from ui.view import View
from ui.whatif_draft import Draft

GAP = 8  # px
NOTHING_BELOW = -99.9  # percent: no price falls below nothing


class PositionForm(QWidget):
    """Fields of the selected position.

    Signals:
        put: an edit, and the field that it was typed into. left: the keyboard has left a field.
    """

    put = Signal(object, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._risk: PositionRisk | None = None
        self._draft = Draft()
        self.amount = SupposedField(tr("Size"), lowest=0.0, parts=True)
        self.price = SupposedField(tr("Traded at"), above=0.0)
        self.leverage = SupposedField(tr("Leverage"), above=0.0, units=TIMES)
        self.mode = QComboBox()
        self.margin = SupposedField(tr("Add margin"))
        self.coin = SupposedField(tr("Price, %"), lowest=NOTHING_BELOW, units=PERCENT)
        self.market = SupposedField(tr("All prices, %"), lowest=NOTHING_BELOW, units=PERCENT)
        self.close_it = QPushButton(tr("Close it"))
        self.close_it.setToolTip(tr("Suppose that the whole position is closed at the mark price"))
        for text, value in ((tr("as it is"), None), ("cross", "cross"), ("isolated", "isolated")):
            self.mode.addItem(text, value)
        self.wrong = WrongWords(self.fields)
        self.setLayout(
            grid_of(
                (self.amount, self.price, self.leverage, labelled(tr("Margin mode"), self.mode)),
                (self.margin, self.coin, self.market, labelled("", self.close_it)),
                below=self.wrong,
            )
        )
        self._connect()

    def _connect(self) -> None:
        self.amount.typed.connect(lambda size: self._change("size", size=size, price=self.price.figure))
        self.price.typed.connect(lambda price: self._change("price", price=price))
        self.leverage.typed.connect(lambda leverage: self._change("leverage", leverage=leverage))
        self.mode.activated.connect(lambda _row: self._change("", new_mode=self.mode.currentData()))
        self.margin.typed.connect(self._add_margin)
        self.coin.typed.connect(lambda percent: self._move_price(self._coin, percent))
        self.market.typed.connect(lambda percent: self._move_price("", percent))
        self.close_it.clicked.connect(lambda: self._change("", size=0.0))
        for field in self.fields:
            field.left.connect(self.left)

    @property
    def fields(self) -> tuple[SupposedField, ...]:
        """All that can be typed into."""
        return (self.amount, self.price, self.leverage, self.margin, self.coin, self.market)

    @property
    def subjects(self) -> tuple[str, ...]:
        """Subjects of the edits that the fields show."""
        risk = self._risk
        if risk is None:
            return ()
        moves = (MovePrice(coin=coin, move=0.0).subject for coin in (self._coin, ""))
        own = (
            (self._edit(risk).subject,)
            if risk.margin_mode == "isolated"
            else (self._edit(risk).subject, _wallet(risk).subject)
        )
        return (*own, *moves)

    def show_position(self, risk: PositionRisk | None, draft: Draft, view: View) -> None:
        """Show what is live of a position as hints, and what is supposed of it as figures."""
        if (self._risk.key if self._risk else "") != (risk.key if risk else ""):
            for field in self.fields:
                field.empty()
        self._risk, self._draft = risk, draft
        self.setEnabled(risk is not None)
        if risk is None:
            return
        base, hidden = fmt.base(risk.symbol), view.hide_amounts
        inverse = risk.settle == base
        size = risk.size_base if not inverse or risk.size_base is None else risk.size_base * risk.mark_price
        unit = "USD" if inverse else base
        self.amount.whole = size
        self.amount.say(
            tr("Size, {unit}", unit=unit), fmt.HIDDEN if hidden else fmt.UNKNOWN if size is None else write_figure(size)
        )
        self.price.say(tr("Traded at"), fmt.price(risk.mark_price, risk.tick_size))
        self.leverage.say(tr("Leverage"), fmt.leverage(risk.leverage) or fmt.UNKNOWN)
        isolated = risk.margin_mode == "isolated"
        self.margin.say(
            tr("Add {settle}", settle=risk.settle), tr("to the position") if isolated else tr("to the wallet")
        )
        self.coin.say(tr("{coin} price, %", coin=self._coin), "0")
        self.market.say(tr("All prices, %"), "0")
        self._show_supposed(risk)

    def _show_supposed(self, risk: PositionRisk) -> None:
        edit = self._edit(risk)
        self.amount.show_figure(edit.size)
        if edit.size is not None:  # else the price waits for a size
            self.price.show_figure(edit.price)
        self.leverage.show_figure(edit.leverage)
        self.mode.setCurrentIndex(max(0, self.mode.findData(edit.new_mode)))
        mark_supposed(self.mode, edit.new_mode is not None)
        paid = self._draft.of(_wallet(risk).subject)
        added = edit.add_margin if risk.margin_mode == "isolated" else getattr(paid, "amount", None)
        self.margin.show_figure(added)
        for field, coin in ((self.coin, self._coin), (self.market, "")):
            moved = self._draft.of(MovePrice(coin=coin, move=0.0).subject)
            field.show_figure(moved.move if isinstance(moved, MovePrice) else None, 100.0)

    @property
    def _coin(self) -> str:
        """The coin whose price the position follows: 1000PEPE follows PEPE."""
        base = fmt.base(self._risk.symbol) if self._risk is not None else ""
        return base.lstrip("0123456789") or base

    def _edit(self, risk: PositionRisk) -> ChangePosition:
        """What is supposed of the position."""
        blank = ChangePosition(
            account_id=risk.account_id, symbol=risk.symbol, side=risk.side, margin_mode=risk.margin_mode
        )
        found = self._draft.of(blank.subject)
        return found if isinstance(found, ChangePosition) else blank

    def _change(self, stroke: str, **changes: object) -> None:
        if self._risk is not None:
            self.put.emit(replace(self._edit(self._risk), **changes), stroke)

    def _add_margin(self, amount: float | None) -> None:
        risk = self._risk
        if risk is None:
            return
        if risk.margin_mode == "isolated":
            self._change("margin", add_margin=amount or None)
        else:
            self.put.emit(replace(_wallet(risk), amount=amount or 0.0), "margin")

    def _move_price(self, coin: str, percent: float | None) -> None:
        self.put.emit(MovePrice(coin=coin, move=(percent or 0.0) / 100.0), "price")


def _wallet(risk: PositionRisk) -> MoveMoney:
    return MoveMoney(account_id=risk.account_id, currency=risk.settle, amount=0.0)


def grid_of(*rows: tuple[QWidget, ...], below: QWidget) -> QGridLayout:
    """Return rows of widgets in columns of one width, and a widget across all of them."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(6)
    for number, row in enumerate(rows):
        for place, widget in enumerate(row):
            grid.addWidget(widget, number, place)
            grid.setColumnStretch(place, 1)
            grid.setColumnMinimumWidth(place, 60)
    grid.addWidget(below, len(rows), 0, 1, grid.columnCount())
    return grid


def labelled(name: str, widget: QWidget) -> QWidget:
    """Return a widget under a quiet label, as a field stands under its own."""
    whole, label = QWidget(), QLabel(name or " ")
    label.setObjectName("quiet")
    label.setTextFormat(Qt.TextFormat.PlainText)
    if name:
        widget.setAccessibleName(name)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(widget)
    return whole


def mark_supposed(widget: QWidget, supposed: bool) -> None:
    """Give a choice the look of what is supposed, or of what is live."""
    kind = "supposed" if supposed else "live"
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
