"""The what-if: a coloured frame and title, changes above, results beside now below. Nothing in the frame is live.

The engine works everything out (WhatIf -> WhatIfResult). An answer to an older question is ignored; until the newest
one is there, and while the accounts cannot be read, every supposed figure has the mark of being out of date.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout

from monitor.language import tr
from monitor.messages import AnyEdit, PositionRisk, WhatIf, WhatIfResult
from ui import format as fmt
from ui.detail import focused
from ui.dialog_style import named, scrolled, with_gutter
from ui.painting import LEFT, Canvas, Ink
from ui.theme import Theme, face
from ui.view import View, place
from ui.whatif_chips import Chips
from ui.whatif_draft import Draft
from ui.whatif_form import PositionForm
from ui.whatif_new import NewPositionForm
from ui.whatif_results import WhatIfResults

ASK_AFTER_MS = 120  # after the last key
AGAIN_AFTER_MS = 2_000  # the accounts go on; later where an answer takes long
SHARE_OF_ENGINE = 10  # an answer may keep the engine busy for this part of the time
LOST_AFTER_MS = 3_000  # a question without an answer is asked again
OLD_MS = 2_000  # beside two pauses
FRAME, BAND, ROOMY = 3, 38, 560  # px


class WhatIfPage(Canvas):
    """The page of the detail.

    Signals:
        asked: a WhatIf for the engine. left: the user leaves. supposed: how many changes there are.
    """

    RADIUS = 9.0
    asked = Signal(object)
    left = Signal()
    supposed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.draft = Draft()
        self._view = View()
        self._risk: PositionRisk | None = None
        self._asked = 0
        self._asked_edits: tuple[AnyEdit, ...] = ()
        self._since_asked = QElapsedTimer()
        self._waiting = False
        self._took_ms = 0  # the last answer
        self._result: WhatIfResult | None = None
        self._result_of: tuple[tuple[AnyEdit, ...], str] = ((), "")  # edits and account that it answers
        self._about = ""  # the account that was asked about
        self.form, self.new_form, self.chips = PositionForm(), NewPositionForm(), Chips()
        self.results = WhatIfResults(theme)
        self._ask_soon = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._ask_soon.timeout.connect(self._ask)
        self._arrange()
        self._connect()
        self.setAccessibleName(tr("What-if: nothing in here is live"))

    def _arrange(self) -> None:
        self.undo = named(QPushButton(tr("Undo")), "onband")
        self.undo.setToolTip(tr("Take the last change back (Ctrl+Z)"))
        self.undo.setShortcut("Ctrl+Z")
        self.reset = named(QPushButton(tr("From live")), "onband")
        self.reset.setToolTip(tr("Forget all changes and start from what is live again"))
        self.leave = named(QPushButton(tr("Leave  Esc")), "onband")
        self.leave.setAccessibleName(tr("Leave the what-if"))
        band = QHBoxLayout()
        band.setContentsMargins(0, 7, 12, 3)
        band.setSpacing(6)
        band.addStretch(1)
        for button in (self.undo, self.reset, self.leave):
            band.addWidget(button)
        self.subject = QLabel()
        self.subject.setObjectName("heading")
        self.subject.setTextFormat(Qt.TextFormat.PlainText)
        self.switch = QPushButton(tr("New position"))
        top = QHBoxLayout()
        top.addWidget(self.subject, 1)
        top.addWidget(self.switch)
        self._forms = QStackedLayout()
        self._forms.addWidget(self.form)
        self._forms.addWidget(self.new_form)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 14, 12, 2)
        inner.setSpacing(7)
        inner.addLayout(top)
        inner.addLayout(self._forms)
        inner.addWidget(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(FRAME, FRAME, FRAME, FRAME + 2)
        column.setSpacing(0)
        column.addLayout(band)
        column.addLayout(inner)
        column.addWidget(with_gutter(scrolled(self.results)), 1)

    def _connect(self) -> None:
        self.form.put.connect(self._put)
        self.form.left.connect(self.draft.end_stroke)
        self.new_form.added.connect(self._add)
        self.switch.clicked.connect(lambda: self.open_form(new=self._forms.currentWidget() is self.form))
        self.chips.dropped.connect(lambda subject: self._do(lambda: self.draft.drop(subject)))
        self.undo.clicked.connect(lambda: self._do(self.draft.undo))
        self.reset.clicked.connect(lambda: self._do(self.draft.clear))
        self.leave.clicked.connect(self.left)

    # ------------------------------------------------------------------ what is shown

    def show_view(self, view: View) -> None:
        """Take what is live: the hints, and the age of the answer."""
        self._view, self._risk = view, focused(view)
        risk = self._risk
        if self._forms.currentWidget() is self.new_form:
            self.subject.setText(tr("A position that is not open yet"))
        elif risk is None:
            self.subject.setText(tr("No position is selected"))
        else:
            where = place(view.account(risk.account_id), risk.account_id)
            self.subject.setText(f"{fmt.base_and_quote(risk.symbol)} {risk.side}, {where}, {risk.margin_mode}")
        self.form.show_position(risk, self.draft, view)
        if self._forms.currentWidget() is self.new_form:
            self.new_form.show_view(view, self._account_id())
        self._show_chips()
        self._show_result()
        if self.isVisible() and not self._ask_soon.isActive() and self._is_due():
            self._ask()

    def _show_chips(self) -> None:
        """Show every change; where room is scarce, those that no field in sight shows."""
        in_fields = self._forms.currentWidget() is self.form and self.height() < ROOMY
        self.chips.show_draft(self.draft, self._view, self.form.subjects if in_fields else ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._show_chips()

    def take(self, result: WhatIfResult) -> None:
        """Take the engine's answer, if it is the one that is waited for."""
        if result.request_id != self._asked:
            return
        self._waiting, self._took_ms = False, self._since_asked.elapsed()
        self._result, self._result_of = result, (self._asked_edits, self._about)
        self._show_result()

    @property
    def is_outdated(self) -> bool:
        """Whether the figures do not match what is typed, or the accounts as they are."""
        if not self._is_answered():
            return True
        stale = self._risk is not None and self._view.is_stale(self._view.account(self._risk.account_id))
        return (
            stale or self._age_ms() > OLD_MS + 2 * self._pause_ms() or any(field.is_wrong for field in self.form.fields)
        )

    def open_form(self, *, new: bool) -> None:
        """Show the fields of the selected position, or those of a new one."""
        self._forms.setCurrentWidget(self.new_form if new else self.form)
        self.switch.setText(tr("Back to the position") if new else tr("New position"))
        self.new_form.show_view(self._view, self._account_id())
        self.show_view(self._view)

    def draw(self, ink: Ink) -> None:
        """Paint the frame and the title."""
        theme, rect = self.theme, QRectF(self.rect())
        colour = theme.color("whatif")
        ink.box(rect.adjusted(1.5, 1.5, -1.5, -1.5), self.RADIUS, theme.color("whatif", 12), colour, FRAME)
        band = QRectF(1.5, 1.5, rect.width() - 3, BAND + 6)
        ink.box(band, self.RADIUS, theme.color("whatif", 60))
        ink.hatch(band, theme.color("whatif", 70), self.RADIUS, 12)
        chip = QRectF(12, 11, face(14, 700, False, 1.0).width(tr("WHAT-IF")) + 18, 24)
        ink.box(chip, 6, colour)
        ink.text(chip.adjusted(9, 0, 0, 0), LEFT, tr("WHAT-IF"), face(14, 700, False, 1.0), theme.color("on_whatif"))
        room = QRectF(chip.right() + 10, 11, self.undo.x() - chip.right() - 18, 24)
        ink.text(room, LEFT, self._title(), face(12, 600), theme.color("text"), shorten=True)

    # ------------------------------------------------------------------ what is asked

    def _put(self, edit: AnyEdit, stroke: str) -> None:
        self._do(lambda: self.draft.put(edit, stroke))

    def _add(self, edit: AnyEdit) -> None:
        self._do(lambda: self.draft.put(edit))
        self.open_form(new=False)

    def _do(self, change: Callable[[], None]) -> None:
        """Carry out a change of what is supposed, and ask for what follows."""
        change()
        self._ask_soon.start()
        self.supposed.emit(len(self.draft.edits))
        self.show_view(self._view)

    def _ask(self) -> None:
        self._asked += 1
        self._asked_edits, self._about, self._waiting = self.draft.edits, self._account_id(), True
        self._since_asked.start()
        self.asked.emit(WhatIf(request_id=self._asked, edits=self.draft.edits, account_id=self._about))

    def _is_due(self) -> bool:
        """Whether the answer is missing, of other inputs, or no longer young."""
        if self._waiting:
            return self._since_asked.elapsed() > LOST_AFTER_MS or self._about != self._account_id()
        return not self._is_answered() or self._since_asked.elapsed() >= self._pause_ms()

    def _pause_ms(self) -> int:
        return max(AGAIN_AFTER_MS, SHARE_OF_ENGINE * self._took_ms)

    def _is_answered(self) -> bool:
        return self._result is not None and self._result_of == (self.draft.edits, self._account_id())

    def _account_id(self) -> str:
        return "" if self._risk is None else self._risk.account_id

    def _age_ms(self) -> int:
        return 0 if self._result is None else max(0, self._view.now_ms - self._result.at_ms)

    def _show_result(self) -> None:
        self.results.show_result(self._result, self._view, outdated=self.is_outdated)
        self.undo.setEnabled(self.draft.can_undo)
        self.reset.setEnabled(bool(self.draft.edits))
        self.update()

    def _title(self) -> str:
        if self._result is None:
            return tr("being worked out …")
        if self.is_outdated:
            return tr("not up to date")
        return tr("supposed, not live")
