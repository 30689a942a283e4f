"""The table of positions that have ended: its columns are as wide as what they say, until the user sizes them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from monitor.language import tr
from ui.ended_model import COLUMNS, EndedModel
from ui.plain_table import PlainTable
from ui.theme import Theme, face

ROW_HEIGHT = 30
SHEET = """
QTableView::item { padding: 0 6px; }
QTableView:focus { border: 1px solid palette(highlight); }
"""  # a small table that seldom changes


class EndedTable(PlainTable):
    """The rows."""

    def __init__(self, theme: Theme, model: EndedModel, parent: QWidget | None = None) -> None:
        name = tr("Positions that have ended, newest first")
        super().__init__(theme, model, row_height=ROW_HEIGHT, name=name, parent=parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setStyleSheet(SHEET)
        self.setFont(face(13, 400, True).font)
        header = QHeaderView(Qt.Orientation.Horizontal, self)
        header.setHighlightSections(False)
        self._content: dict[int, int] = {}  # px that a column's content needs
        self.put_on(header, COLUMNS)
        self.offer_usual_columns()
        model.modelReset.connect(self._measure)

    def usual_width(self, number: int) -> int:
        """As wide as its content and its title."""
        return self._content.get(number, super().usual_width(number))

    def _measure(self) -> None:
        header = self.horizontalHeader()
        self._content = {
            number: max(self.sizeHintForColumn(number), header.sectionSizeHint(number))
            for number, column in enumerate(COLUMNS)
            if not column.stretch
        }
        self.fit_columns()
