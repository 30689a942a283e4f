"""A field of the what-if: empty means "as it is live", which stands in it as a hint; a figure in it is supposed."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from monitor.language import tr

_NOISE = str.maketrans({",": "", " ": "", "\u202f": "", "\u00a0": "", "%": "", "×": "", "x": "", "−": "-", "+": ""})


class SupposedField(QWidget):
    """A quiet label over a line to type in.

    Signals:
        typed: the figure, or None where the line is empty. What is no figure is not told, and marked.
        left: the line has lost the keyboard, or Return was pressed.
    """

    typed = Signal(object)
    left = Signal()

    def __init__(self, name: str, *, lowest: float = -math.inf, above: float | None = None) -> None:
        """Make a field.

        Args:
            lowest: the least figure that makes sense. above: figures must be larger than this.
        """
        super().__init__()
        self._lowest, self._above = lowest, above
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
        self.line.textEdited.connect(self._read)
        self.line.editingFinished.connect(self.left)

    @property
    def is_wrong(self) -> bool:
        """Whether what stands in the line is no figure that makes sense."""
        return bool(self.line.text().strip()) and self.figure is None

    @property
    def figure(self) -> float | None:
        """What is typed; None where nothing, or nothing that makes sense, is."""
        return parse(self.line.text(), lowest=self._lowest, above=self._above)

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
            self.line.setText(f"{figure * factor:.10g}")
        self._mark()

    def empty(self) -> None:
        """Suppose nothing here."""
        self.line.clear()
        self._mark()

    def _read(self, _text: str) -> None:
        self._mark()
        if not self.is_wrong:
            self.typed.emit(self.figure)

    def _mark(self) -> None:
        kind = "wrong" if self.is_wrong else "supposed" if self.line.text().strip() else "live"
        if self.line.property("kind") != kind:
            self.line.setProperty("kind", kind)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
        self.line.setToolTip(
            tr("This is not a figure that makes sense here: it is left out.") if kind == "wrong" else ""
        )


def parse(text: str, *, lowest: float = -math.inf, above: float | None = None) -> float | None:
    """Return a typed figure: "4,200", "−10 %", "20×"; None where it is none that makes sense."""
    try:
        figure = float(text.translate(_NOISE))
    except ValueError:
        return None
    if not math.isfinite(figure) or figure < lowest or (above is not None and figure <= above):
        return None
    return figure
