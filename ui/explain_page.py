"""How the figures of the selected position come about: the engine's working, line by line, to read and to copy.

It stands still while it is read: it is of the instant that is named above it, and is worked out again when asked.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.messages import AskExplanation, Explanation
from ui import format as fmt
from ui.detail import focused
from ui.dialog_style import words
from ui.view import View

NOT_THERE = tr("This position is not in the engine's newest report: its risk is not known.")
HIDDEN = tr("Amounts are hidden (P). The working is made of amounts.")
NO_BREAK = "\u00a0"
LOST_AFTER_MS = 3_000  # a question without an answer is asked again


class ExplainPage(QWidget):
    """The working.

    Signals:
        asked: an AskExplanation for the engine. told: a sentence for the user.
    """

    asked = Signal(object)
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view = View()
        self._asked = 0
        self._about = ""  # key of the position that was asked about
        self._since_asked = QElapsedTimer()
        self._shown: Explanation | None = None
        self._written = ""
        self.state: QLabel = words("", "quiet")
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(tr("The working of the figures"))
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.setFont(fixed_font())
        self.again, self.copy = QPushButton(tr("Again")), QPushButton(tr("Copy"))
        self.again.setToolTip(tr("Work it out again with the figures of now"))
        self.again.clicked.connect(self._ask)
        self.copy.clicked.connect(self._copy)
        top = QHBoxLayout()
        top.setContentsMargins(16, 4, 16, 6)
        top.setSpacing(8)
        top.addWidget(self.state, 1)
        top.addWidget(self.again)
        top.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        inner = QHBoxLayout()
        inner.setContentsMargins(16, 0, 16, 6)
        inner.addWidget(self.text)
        column.addLayout(inner, 1)

    def show_view(self, view: View) -> None:
        """Take the selected position; ask for its working where it is not here yet."""
        self._view = view
        risk = focused(view)
        key = "" if risk is None else risk.key
        if self._shown is not None and self._shown.position_key != key:
            self._shown = None
        self._show_text()
        missing = self._shown is None and bool(key)
        if missing and (self._about != key or self._since_asked.elapsed() > LOST_AFTER_MS):
            self._ask()
        self._say()

    def take(self, answer: Explanation) -> None:
        """Show the working, if it is the one that is waited for."""
        if answer.request_id != self._asked:
            return
        self._shown = answer
        self._show_text()
        self._say()

    def _ask(self) -> None:
        risk = focused(self._view)
        if risk is None:
            return
        self._asked += 1
        self._about = risk.key
        self._since_asked.start()
        self.asked.emit(AskExplanation(request_id=self._asked, position_key=risk.key))

    def _show_text(self) -> None:
        text = "" if self._shown is None else self._shown.text or NOT_THERE
        text = HIDDEN if text and self._view.hide_amounts else text
        if self._written != text:
            self._written = text
            self.text.setPlainText(_kept_together(text))
            _indent_what_is_wrapped(self.text)

    def _say(self) -> None:
        shown = self._shown
        if shown is None:
            told = tr("Being worked out …") if focused(self._view) is not None else tr("Select a position.")
        else:
            age = fmt.age(max(0, self._view.now_ms - shown.at_ms))
            told = tr("As of {time}, {age} ago", time=fmt.clock(shown.at_ms), age=age)
        if self.state.text() != told:
            self.state.setText(told)
        self.again.setEnabled(shown is not None)
        self.copy.setEnabled(shown is not None and bool(shown.text))

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.text)
            self.told.emit(tr("The working is copied."))


def _kept_together(text: str) -> str:
    """Let a line break before an operator and never within a short bracket.

    A hyphen would let a line break behind it whatever follows: a minus does not.
    """
    bound = re.sub(r"(?<= )([-+x/=]) (?=\S)", rf"\1{NO_BREAK}", text).replace(f" -{NO_BREAK}", f" −{NO_BREAK}")
    return re.sub(r"\([^()\n]{1,28}\)", lambda found: found[0].replace(" ", NO_BREAK), bound)


def _indent_what_is_wrapped(text: QTextEdit) -> None:
    """Let the rest of a line that is too long begin farther right than the line; a line at the left is a title."""
    letter = text.fontMetrics().horizontalAdvance("0")
    block = text.document().begin()
    while block.isValid():
        line = block.text()
        hang = float((len(line) - len(line.lstrip()) + 4) * letter)
        shape, cursor = block.blockFormat(), QTextCursor(block)
        shape.setLeftMargin(hang)
        shape.setTextIndent(-hang)
        cursor.setBlockFormat(shape)
        if line and not line.startswith(" "):
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            cursor.mergeCharFormat(bold)
        block = block.next()


def fixed_font() -> QFont:
    """Return the system's font of one width."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(12)
    return font
