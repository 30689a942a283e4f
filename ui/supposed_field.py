"""A field of the what-if: empty means "as it is live", which stands in it as a hint; a figure in it is supposed."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from monitor.language import tr
from ui.typed_figure import PERCENT, TIMES, read_figure, write_figure


class SupposedField(QWidget):
    """A quiet label over a line to type in.

    Signals:
        typed: the figure, or None where the line is empty or holds none that makes sense: that is left out and marked.
        left: the line has lost the keyboard, or Return was pressed.
        judged: what is wrong may have changed.
    """

    typed = Signal(object)
    left = Signal()
    judged = Signal()

    def __init__(
        self, name: str, *, lowest: float = -math.inf, above: float | None = None, units: str = "", parts: bool = False
    ) -> None:
        """Make a field.

        Args:
            lowest: the least figure that makes sense. above: figures must be larger than this.
            units: what may stand behind a figure.
            parts: "50 %" and "2x" are parts and multiples of what is live.
        """
        super().__init__()
        self._lowest, self._above = lowest, above
        self._units, self._parts = units + (PERCENT + TIMES if parts else ""), parts
        self.whole: float | None = None  # what is live, for parts of it
        self.figure: float | None = None  # what is typed; None where nothing, or nothing that makes sense, is
        self.wrong = ""  # why it makes no sense; one sentence
        self.label = QLabel(name)
        self.label.setObjectName("quiet")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setMinimumWidth(60)
        self.label.setBuddy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addWidget(self.line)
        self.line.textChanged.connect(self._read)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self.left)

    @property
    def is_wrong(self) -> bool:
        """Whether what stands in the line is no figure that makes sense."""
        return bool(self.wrong)

    def say(self, name: str, hint: str) -> None:
        """Show another name, and what is live as a hint."""
        if self.label.text() != name:
            self.label.setText(name)
            self.line.setAccessibleName(name)
        if self.line.placeholderText() != hint:
            self.line.setPlaceholderText(hint)

    def show_figure(self, figure: float | None, factor: float = 1.0) -> None:
        """Show a supposed figure, unless the line says it already."""
        typed = self.figure
        if figure is None and typed is not None and not self.line.hasFocus():
            self.line.clear()
        elif figure is not None and (typed is None or not math.isclose(typed, figure * factor, rel_tol=1e-9)):
            self.line.setText(write_figure(figure * factor))

    def empty(self) -> None:
        """Suppose nothing here."""
        self.line.clear()

    def _typed(self, text: str) -> None:
        self._read(text)  # the line tells of a change only after this
        self.typed.emit(self.figure)

    def _read(self, text: str) -> None:
        self.figure, self.wrong = None, ""
        if text.strip():
            try:
                self.figure = self._judge(text)
            except ValueError as error:
                self.wrong = str(error)
        self._mark()
        self.judged.emit()

    def _judge(self, text: str) -> float:
        figure, unit = read_figure(text, self._units)
        if self._parts and unit:
            if self.whole is None:
                raise ValueError(tr("A part of it cannot be worked out: what it is now is not known."))
            figure *= self.whole / (100.0 if unit == PERCENT else 1.0)
        if self._above is not None and figure <= self._above:
            raise ValueError(tr("It must be above {least}.", least=write_figure(self._above)))
        if figure < self._lowest:
            raise ValueError(tr("It must be {least} or more.", least=write_figure(self._lowest)))
        return figure

    def _mark(self) -> None:
        kind = "wrong" if self.is_wrong else "supposed" if self.line.text().strip() else "live"
        if self.line.property("kind") != kind:
            self.line.setProperty("kind", kind)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
        self.line.setToolTip(self.wrong)


class WrongWords(QLabel):
    """Why the first wrong one of some fields is left out; not there while none is wrong."""

    def __init__(self, fields: tuple[SupposedField, ...]) -> None:
        super().__init__()
        self._fields = fields
        self.setObjectName("wrong")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()
        for field in fields:
            field.judged.connect(self._say)

    def _say(self) -> None:
        wrong = next((field for field in self._fields if field.is_wrong), None)
        if wrong is not None:
            self.setText(tr("{name}: {why}", name=wrong.label.text(), why=wrong.wrong))
        self.setVisible(wrong is not None)
