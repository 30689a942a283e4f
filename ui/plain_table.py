"""A table whose rows are painted: no grid, no frame, one row current, columns of given widths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from ui.theme import Theme

STRETCH, FIXED = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Fixed
NARROWEST = 40  # px


class Sized(Protocol):
    """What a column says of its place."""

    @property
    def width(self) -> int:
        """In px."""
        ...

    @property
    def stretch(self) -> bool:
        """Whether it takes what is left."""
        ...


class PlainTable(QTableView):
    """The rows; what a row and the header look like is painted by whoever derives from it."""

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, *, row_height: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.verticalHeader().setSectionResizeMode(FIXED)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)
        theme.changed.connect(self.viewport().update)

    def size_columns(self, header: QHeaderView, columns: Sequence[Sized]) -> None:
        """Put the header on and give the columns their widths."""
        self.setHorizontalHeader(header)
        header.setMinimumSectionSize(NARROWEST)
        for number, column in enumerate(columns):
            header.setSectionResizeMode(number, STRETCH if column.stretch else FIXED)
            self.setColumnWidth(number, column.width)
