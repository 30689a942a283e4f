"""A table of columns that the user sizes and moves: no grid, no frame, one row current. One column takes what is left.

What the user gives a column lasts; a double click on its border gives it back. Where all find no room, the table is
scrolled sideways. Widths in px.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QRectF,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QEnterEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QTableView, QWidget

from monitor.language import tr
from ui.painting import HINTS, Ink
from ui.table_look import TableColumns
from ui.theme import Theme

STRETCH, FIXED, BY_HAND = (
    QHeaderView.ResizeMode.Stretch,
    QHeaderView.ResizeMode.Fixed,
    QHeaderView.ResizeMode.Interactive,
)
NARROWEST, WIDEST = 44, 1_200
LEAST_STRETCH = 140  # of the column that takes what is left, before the table is scrolled
HEADER_HEIGHT = 32


class Sized(Protocol):
    """What a column says of itself."""

    @property
    def title(self) -> str:
        """In English: it is remembered by it."""
        ...

    @property
    def width(self) -> int:
        """Where the user has not sized it."""
        ...

    @property
    def stretch(self) -> bool:
        """Whether it takes what is left."""
        ...

    @property
    def drop_below(self) -> int:
        """It is left out in a narrower table."""
        ...


class PlainTable(QTableView):
    """The rows; what a row and the header look like is painted by whoever derives from it.

    Signals:
        columns_changed: the TableColumns, when the user has sized, moved or given back one.
    """

    columns_changed = Signal(object)

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, *, row_height: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown: Sequence[Sized] = ()
        self._widths: dict[str, int] = {}  # that the user has given
        self._pressed = self._sized = False  # the mouse, on the titles; a border has moved since
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
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)
        theme.changed.connect(self.viewport().update)

    def put_on(self, header: QHeaderView, columns: Sequence[Sized]) -> None:
        """Put the header on and give the columns their widths."""
        self._shown = columns
        self.setHorizontalHeader(header)
        header.setMinimumSectionSize(NARROWEST)
        header.setFirstSectionMovable(False)
        header.viewport().installEventFilter(self)
        header.sectionResized.connect(self._section_resized)
        header.sectionMoved.connect(lambda _column, _was, _is: self._tell())
        header.sectionHandleDoubleClicked.connect(self.give_back)
        self.set_locked(False)
        self.fit_columns()

    @property
    def columns(self) -> TableColumns:
        """What the user has made of them."""
        order = self._order()
        usual = order == tuple(column.title for column in self._shown)
        return TableColumns(widths=dict(self._widths), order=() if usual else order)

    def use_columns(self, columns: TableColumns) -> None:
        """Size and order the columns so; a title that there is no more is left aside."""
        usual = [column.title for column in self._shown]
        self._widths = {
            title: max(self.least_width(usual.index(title)), min(WIDEST, width))
            for title, width in columns.widths.items()
            if title in usual
        }
        header, wanted = self.horizontalHeader(), [title for title in columns.order if title in usual]
        with QSignalBlocker(header):
            for place, title in enumerate([*wanted, *(title for title in usual if title not in wanted)]):
                header.moveSection(header.visualIndex(usual.index(title)), place)
        self.fit_columns()
        self.viewport().update()

    def set_locked(self, locked: bool) -> None:
        """Hold the columns as they are, or let them be sized and moved by their titles."""
        header = self.horizontalHeader()
        header.setSectionsMovable(not locked)
        for number, column in enumerate(self._shown):
            if not column.stretch:
                header.setSectionResizeMode(number, FIXED if locked else BY_HAND)

    def usual_width(self, number: int) -> int:
        """Return the width of a column that nobody has sized."""
        return self._shown[number].width

    def least_width(self, _number: int) -> int:
        """Return how narrow the user may make a column."""
        return NARROWEST

    def give_back(self, number: int) -> None:
        """Let a column have its usual width again."""
        self._widths.pop(self._shown[number].title, None)
        self.fit_columns()
        self._tell()

    def offer_usual_columns(self) -> None:
        """Have a right click on the titles offer the way back."""
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.columns_menu().popup(header.mapToGlobal(at)))

    def columns_menu(self) -> QMenu:
        """Return the menu of the titles; it goes when it is closed."""
        menu = QMenu(self)
        usual = menu.addAction(tr("The usual columns"))
        usual.setEnabled(self.horizontalHeader().sectionsMovable() and self.columns != TableColumns())
        usual.triggered.connect(lambda _on=False: self._use_usual())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def is_dropped(self, column: Sized, width: int) -> bool:
        """Whether a column is left out in a table so wide."""
        return width < column.drop_below

    def is_last(self, number: int) -> bool:
        """Whether no other column is seen at the right of this one."""
        header = self.horizontalHeader()
        later = range(header.visualIndex(number) + 1, header.count())
        return all(header.isSectionHidden(header.logicalIndex(place)) for place in later)

    def is_wide(self, needed: int, width: int) -> bool:
        """Whether a table that needs more than there is shall be scrolled rather than squeezed."""
        return bool(self._widths) and needed > width

    def fit_columns(self, width: int | None = None) -> None:
        """Drop the columns that find no room; one takes what is left, or the table is scrolled sideways."""
        header, room = self.horizontalHeader(), self.viewport().width() if width is None else width
        needed = 0
        for number, column in enumerate(self._shown):
            hidden = self.is_dropped(column, room)
            self.setColumnHidden(number, hidden)
            wide = self._widths.get(column.title) or self.usual_width(number)
            if not column.stretch:
                self.setColumnWidth(number, wide)
            needed += 0 if hidden else min(wide, LEAST_STRETCH) if column.stretch else wide
        scrolled = self.is_wide(needed, room)
        for number, column in enumerate(self._shown):
            if column.stretch and header.sectionResizeMode(number) != (FIXED if scrolled else STRETCH):
                header.setSectionResizeMode(number, FIXED if scrolled else STRETCH)
                self.setColumnWidth(number, self.usual_width(number))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolled else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new room."""
        self.fit_columns(event.size().width())
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the mouse move a border between the titles, and let it go."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed, self._sized = True, False
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = False
            if self._sized:
                QTimer.singleShot(0, self._let_go)
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ inside

    def _order(self) -> tuple[str, ...]:
        header = self.horizontalHeader()
        return tuple(self._shown[header.logicalIndex(place)].title for place in range(header.count()))

    def _section_resized(self, number: int, _was: int, width: int) -> None:
        if self._pressed and width > 0 and not self._shown[number].stretch:
            self._widths[self._shown[number].title] = width
            self._sized = True

    def _let_go(self) -> None:
        self._sized = False
        self.use_columns(self.columns)  # none narrower than it may be
        self._tell()

    def _use_usual(self) -> None:
        self.use_columns(TableColumns())
        self._tell()

    def _tell(self) -> None:
        self.columns_changed.emit(self.columns)


class PaintedHeader(QHeaderView):
    """The titles, painted by whoever derives from it; under the mouse the borders between them are seen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.setFixedHeight(HEADER_HEIGHT)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def draw_ground(self, painter: QPainter, rect: QRectF, section: int) -> Ink:
        """Draw the lines below and beside a title, and return the ink for it."""
        painter.setRenderHints(HINTS)
        ink = Ink(painter, self.theme)
        ink.line(rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1, self.theme.color("line"))
        if self.underMouse() and self.sectionResizeMode(section) == BY_HAND:
            x, middle = rect.right() - 0.5, rect.center().y()
            ink.line(x, middle - 7, x, middle + 7, self.theme.color("line_strong"))
        return ink

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the borders."""
        super().enterEvent(event)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide them."""
        super().leaveEvent(event)
        self.viewport().update()
