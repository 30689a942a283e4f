"""The demo's own panel, marked DEMO: rescue a position, set the market's speed, make the exchange misbehave.

It speaks to the embedded exchange by its in-process control, never by the API, and never waits for it: each question is
asked in a worker thread, and the answer comes back as a signal. Amounts are USD: USDT,
at Hyperliquid USDC, which the exchange counts as worth a dollar.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import msgspec
from PySide6.QtCore import QRectF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from monitor.demo.control import (
    AddMargin,
    AnyCommand,
    AnyReply,
    ClearFaults,
    Deposit,
    GetTruth,
    InjectFault,
    Ok,
    Pause,
    Reduce,
    Refused,
    SetSpeed,
    TruePosition,
    Truth,
)
from monitor.language import tr
from monitor.venue_labels import LABELS
from ui import format as fmt
from ui.dialog_style import close_by_escape, dress, named, scrolled, words
from ui.painting import CENTER, LEFT, RIGHT, Canvas, Ink
from ui.theme import Theme, face

log = logging.getLogger(__name__)

Ask = Callable[[AnyCommand], AnyReply]

SPEEDS = (1, 5, 10, 30, 60, 120, 300, 600)  # market seconds per second
LOOK_MS = 1_000
REDUCTIONS = (25, 50, 100)  # percent
ALL_VENUES = tr("At all venues")
FAULTS: tuple[tuple[str, str, tuple[AnyCommand, ...]], ...] = (
    (
        tr("Fall silent"),
        tr("takes requests, never answers"),
        (InjectFault(kind="silence"), InjectFault(kind="ws_pong_only")),
    ),
    (tr("Answer garbage"), tr("a login page instead of data"), (InjectFault(kind="html"),)),
    (
        tr("Too many requests"),
        tr("refuses 20 requests and asks for 10 s"),
        (InjectFault(kind="status", status=429, retry_after_s=10, count=20),),
    ),
    (
        tr("Wrong clock"),
        tr("its clock runs 70 s ahead, at every venue"),
        (InjectFault(kind="clock_skew", skew_ms=70_000),),
    ),
    (tr("Drop the stream"), tr("closes its WebSockets"), (InjectFault(kind="ws_abort"),)),
    (tr("Vanish positions"), tr("leaves them out of its answers"), (InjectFault(kind="vanish_all"),)),
)


class DemoPanel(QWidget):
    """A window of its own beside the main one.

    Args:
        ask: blocking question to the exchange, as DemoProcess.ask; it may raise.

    Signals:
        answered: (sentence, whether it worked), after each command.
    """

    answered = Signal(object)
    _told = Signal(object)

    def __init__(self, theme: Theme, title: str, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setWindowTitle(tr("DEMO · the exchange behind the demo"))
        self.setObjectName("dialog")
        dress(self, theme)
        self._theme = theme
        self._ask = ask
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="demo control")
        self._asked = False  # a look at the truth is under way
        self._positions: dict[str, TruePosition] = {}
        self._venues: dict[str, str] = {}  # ids by title
        self._paused = False
        self.banner = Banner(theme, title)
        self.speed = QSlider(Qt.Orientation.Horizontal)
        self.speed_words = words("", "field")
        self.pause = QPushButton(tr("Pause"))
        self.position = QComboBox()
        self.facts = words("", "sub", wrap=True)
        self.amount = _money(tr("Margin to add"))
        self.add = QPushButton(tr("Add margin"))
        self.reductions = [QPushButton(tr("Reduce {percent} %", percent=percent)) for percent in REDUCTIONS]
        self.account = QComboBox()
        self.deposit_amount = _money(tr("Amount to deposit"))
        self.deposit = QPushButton(tr("Deposit"))
        self.venue = QComboBox()
        self.faults = [QPushButton(word) for word, _, _ in FAULTS]
        self.clear = QPushButton(tr("Clear faults"))
        self.said = words("", "sub", wrap=True)
        self._arrange()
        self._connect()
        close_by_escape(self)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._ask_truth)

    def set_truth(self, truth: Truth) -> None:
        """Show what the exchange knows."""
        self._paused = truth.paused
        self.banner.set_market_time(truth.market_ms, truth.speed, truth.paused)
        self.pause.setText(tr("Go on") if truth.paused else tr("Pause"))
        if not self.speed.isSliderDown():
            with QSignalBlocker(self.speed):
                self.speed.setValue(nearest_step(truth.speed))
            self.speed_words.setText(f"{truth.speed:g}×")
        self._positions = {_name(row): row for row in truth.positions}
        _refill(self.position, list(self._positions))
        _refill(self.account, list(truth.wallets))
        _refill(self.venue, [ALL_VENUES, *(_title(venue) for venue in truth.venues)])
        self._venues = {_title(venue): venue for venue in truth.venues}
        self._show_facts()

    def close_worker(self) -> None:
        """End the worker; a question that is under way is not waited for."""
        self._look.stop()
        self._worker.shutdown(wait=False, cancel_futures=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the exchange while the panel is seen."""
        super().showEvent(event)
        self._look.start()
        self._ask_truth()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking."""
        self._look.stop()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide; the demo goes on."""
        super().closeEvent(event)

    # ------------------------------------------------------------------ parts

    def _arrange(self) -> None:
        self.setFixedWidth(420)
        whole, body = QVBoxLayout(self), QWidget()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addWidget(scrolled(body), 1)  # a low screen shows a part of it
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 12, 0, 16)
        column.setSpacing(12)
        for part in (self._make_market(), self._make_rescue(), self._make_faults()):
            row = QHBoxLayout()
            row.setContentsMargins(16, 0, 16, 0)
            row.addWidget(part)
            column.addLayout(row)
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        self.said.setMinimumHeight(32)
        row.addWidget(self.said)
        column.addLayout(row)
        column.addStretch(1)
        self.resize(self.width(), self.banner.height() + body.sizeHint().height())

    def _make_market(self) -> QWidget:
        card, column = _card(tr("Market"))
        row = QHBoxLayout()
        row.setSpacing(10)
        self.speed.setRange(0, len(SPEEDS) - 1)
        self.speed.setPageStep(1)
        self.speed.setAccessibleName(tr("Market seconds per second"))
        self.speed_words.setMinimumWidth(44)
        self.speed_words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.pause.setFixedWidth(84)
        row.addWidget(words(tr("Speed"), "field"))
        row.addWidget(self.speed, 1)
        row.addWidget(self.speed_words)
        row.addWidget(self.pause)
        column.addLayout(row)
        return card

    def _make_rescue(self) -> QWidget:
        card, column = _card(tr("Rescue"))
        self.position.setAccessibleName(tr("Position"))
        self.account.setAccessibleName(tr("Account"))
        column.addWidget(self.position)
        column.addWidget(self.facts)
        row = QHBoxLayout()
        row.addWidget(self.amount, 1)
        row.addWidget(self.add, 1)
        column.addLayout(row)
        row = QHBoxLayout()
        for button in self.reductions:
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(named(QFrame(), "rule"))
        row = QHBoxLayout()
        row.addWidget(self.account, 5)
        row.addWidget(self.deposit_amount, 4)
        row.addWidget(self.deposit)
        column.addLayout(row)
        return card

    def _make_faults(self) -> QWidget:
        card, column = _card(tr("Make the exchange misbehave"))
        self.venue.setAccessibleName(tr("Where it misbehaves"))
        column.addWidget(self.venue)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (button, (_, help_text, _)) in enumerate(zip(self.faults, FAULTS, strict=True)):
            button.setToolTip(help_text)
            button.setAccessibleDescription(help_text)
            grid.addWidget(button, place // 2, place % 2)
        column.addLayout(grid)
        named(self.clear, "primary")
        column.addWidget(self.clear)
        return card

    def _connect(self) -> None:
        self._told.connect(self._take)
        self.pause.clicked.connect(lambda: self._do("", Pause(paused=not self._paused)))
        self.speed.valueChanged.connect(self._set_speed)
        self.position.currentTextChanged.connect(lambda _text: self._show_facts())
        self.add.clicked.connect(self._add_margin)
        for button, percent in zip(self.reductions, REDUCTIONS, strict=True):
            button.clicked.connect(lambda _=False, percent=percent: self._reduce(percent))
        self.deposit.clicked.connect(self._deposit)
        for button, (word, help_text, commands) in zip(self.faults, FAULTS, strict=True):
            said = tr("{word}: the exchange {help_text}.", word=word, help_text=help_text)
            button.clicked.connect(lambda _=False, said=said, commands=commands: self._misbehave(said, commands))
        self.clear.clicked.connect(lambda: self._do(tr("The exchange behaves well again."), ClearFaults()))

    # ------------------------------------------------------------------ doing

    def _set_speed(self, step: int) -> None:
        self.speed_words.setText(f"{SPEEDS[step]}×")
        self._do("", SetSpeed(speed=SPEEDS[step]))

    def _add_margin(self) -> None:
        row = self._positions.get(self.position.currentText())
        if row is not None:
            said = tr("{value} USD were added behind {row}.", value=fmt.money(self.amount.value()), row=_name(row))
            self._do(said, AddMargin(account=row.account, symbol=row.symbol, side=row.side, amount=self.amount.value()))

    def _reduce(self, percent: int) -> None:
        row = self._positions.get(self.position.currentText())
        if row is not None:
            said = tr("{percent} % of {row} were closed at the mark.", percent=percent, row=_name(row))
            self._do(said, Reduce(account=row.account, symbol=row.symbol, side=row.side, fraction=percent / 100))

    def _deposit(self) -> None:
        account, amount = self.account.currentText(), self.deposit_amount.value()
        if account:
            self._do(
                tr("{amount} USD were deposited to {account}.", amount=fmt.money(amount), account=account),
                Deposit(account=account, amount=amount),
            )

    def _misbehave(self, said: str, commands: Iterable[AnyCommand]) -> None:
        """Let the chosen venue misbehave, or all of them."""
        venue = self._venues.get(self.venue.currentText())
        here = "" if venue is None else f"{_title(venue)}: "
        self._do(here + said, *(_at(command, venue) for command in commands))

    def _do(self, said: str, *commands: AnyCommand) -> None:
        """Ask in the worker; the last answer that is no Ok is told."""

        def work() -> tuple[str, bool]:
            for command in commands:
                reply = self._ask(command)
                if isinstance(reply, Refused):
                    return reply.reason, False
                if not isinstance(reply, Ok):
                    return tr("The exchange answered {kind}.", kind=type(reply).__name__), False
            return said, True

        self._submit(work)

    def _ask_truth(self) -> None:
        if not self._asked:
            self._asked = True
            self._submit(lambda: self._ask(GetTruth()))

    def _submit(self, work: Callable[[], object]) -> None:
        def safely() -> None:
            try:
                self._told.emit(work())
            except Exception as error:
                log.info("the demo exchange did not answer: %s", error)
                self._told.emit((str(error), False))

        try:
            self._worker.submit(safely)
        except RuntimeError:
            pass  # the panel is closing

    def _take(self, answer: object) -> None:
        """Take an answer back in the window's thread."""
        if isinstance(answer, Truth):
            self._asked = False
            self.set_truth(answer)
        elif isinstance(answer, tuple):
            sentence, worked = answer
            self._asked = False
            if sentence:
                named(self.said, "sub" if worked else "wrong")
                self.said.setText(str(sentence))
                self.said.style().polish(self.said)
            self.answered.emit((sentence, worked))
            if worked:
                self._ask_truth()

    def _show_facts(self) -> None:
        row = self._positions.get(self.position.currentText())
        for button in (self.add, *self.reductions):
            button.setEnabled(row is not None)
        if row is None:
            self.facts.setText(tr("No open position."))
            return
        liquidation = tr("none") if row.liquidation_price is None else fmt.price(row.liquidation_price, None)
        self.facts.setText(
            tr(
                "{venue} · {isolated} · mark {mark} · the exchange liquidates at {liquidation}",
                venue=_title(row.venue),
                isolated="isolated" if row.isolated else "cross",
                mark=fmt.price(row.mark, None),
                liquidation=liquidation,
            )
        )


class Banner(Canvas):
    """DEMO in a hatched band nobody can take for a real account, with the scenario and the market's time."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme)
        self._title = title
        self._time = ""
        self._pace = ""
        self.setFixedHeight(64)
        self.setAccessibleName(tr("Demo: {title}", title=title))

    def set_market_time(self, market_ms: int, speed: float, paused: bool) -> None:
        """Show where the market's time stands."""
        now = datetime.fromtimestamp(market_ms / 1000, UTC)
        self._time = tr("{time} market time", time=f"{now:%d} {fmt.month_name(now.month)} {now:%Y %H:%M:%S}")
        self._pace = tr("paused") if paused else f"{speed:g}×"
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint the band."""
        box, color = QRectF(self.rect()), ink.theme.color
        ink.painter.fillRect(box, color("demo", 46))
        ink.hatch(box, color("demo", 70))
        chip = QRectF(16, 19, 62, 26)
        ink.box(chip, 6, color("demo"))
        ink.text(chip, CENTER, tr("DEMO"), face(13, 700, tracking=1.0), color("on_level"))
        right = box.width() - 92 - 74
        ink.text(QRectF(92, 12, box.width() - 108, 20), LEFT, self._title, face(14, 600), color("text"), shorten=True)
        ink.text(QRectF(92, 33, right, 18), LEFT, self._time, face(12, 400, True), color("text"), shorten=True)
        ink.text(QRectF(box.width() - 76, 33, 60, 18), RIGHT, self._pace, face(12, 600, True), color("text"))


def nearest_step(speed: float) -> int:
    """Return the slider's step nearest to a speed."""
    return min(range(len(SPEEDS)), key=lambda step: abs(SPEEDS[step] - speed))


def _title(venue: str) -> str:
    return LABELS[venue].title if venue in LABELS else venue


def _at(command: AnyCommand, venue: str | None) -> AnyCommand:
    """The command, for one venue only where one is named."""
    return msgspec.structs.replace(command, venue=venue) if isinstance(command, InjectFault) else command


def _name(row: TruePosition) -> str:
    return f"{row.account} · {row.symbol} {row.side}"


def _refill(box: QComboBox, names: list[str]) -> None:
    """Set a box's entries without losing the choice or closing an open list."""
    if names == [box.itemText(place) for place in range(box.count())] or box.view().isVisible():
        return
    chosen = box.currentText()
    with QSignalBlocker(box):
        box.clear()
        box.addItems(names)
        box.setCurrentIndex(max(0, box.findText(chosen)) if names else -1)


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = named(QFrame(), "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 12, 14, 14)
    column.setSpacing(8)
    column.addWidget(words(title, "section"))
    return card, column


def _money(name: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(1, 10_000_000)
    field.setDecimals(0)
    field.setSingleStep(1_000)
    field.setValue(10_000)
    field.setGroupSeparatorShown(True)
    field.setSuffix(" USD")
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.lineEdit().setTextMargins(0, 0, 8, 0)
    field.setAccessibleName(name)
    return field
