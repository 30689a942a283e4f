"""The table of positions that have ended: newest first, a list of columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from monitor.language import mark, tr, translated
from monitor.messages import EndedPosition
from ui import format as fmt
from ui.painting import HINTS, Ink, plain_tip
from ui.theme import Theme

DISPLAY, TIP, ALIGN = (
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.ToolTipRole),
    int(Qt.ItemDataRole.TextAlignmentRole),
)
COLOR, ACCESSIBLE, SHAPE = (
    int(Qt.ItemDataRole.ForegroundRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
    int(Qt.ItemDataRole.DecorationRole),
)
HOW_WORDS = {
    "closed": tr("closed"),
    "liquidated": tr("LIQUIDATED"),
    "deleveraged": tr("closed by ADL"),
    "unclear": tr("closed, or liquidated?"),
}
HOW_TOKENS = {"closed": "text2", "liquidated": "critical", "deleveraged": "critical", "unclear": "danger"}
HOW_LEVELS = {"closed": 0, "liquidated": 3, "deleveraged": 3, "unclear": 2}  # drawn as the alarms' shapes
SHAPE_PX, SHARPER = 13, 4  # drawn larger, for screens of up to that scale
NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedColumn:
    """One column."""

    title: str  # in English
    write: Callable[[EndedPosition], str]
    is_number: bool = False
    is_amount: bool = False  # hidden in privacy mode
    tip: str = ""
    width: int = 90  # px before there is content
    stretch: bool = False
    drop_below: int = 0


COLUMNS: tuple[EndedColumn, ...] = (
    EndedColumn(
        title=mark("Ended"),
        write=lambda one: f"{fmt.day(one.at_ms)} {fmt.clock(one.at_ms)}",
        tip=tr("When Marginwatch told of the end; the close itself lies a little earlier."),
    ),
    EndedColumn(
        title=mark("How"),
        write=lambda one: HOW_WORDS.get(one.how, one.how),
        tip=tr(
            "By the venue's own records; where it gives none, a close and a liquidation cannot always be told apart."
        ),
    ),
    EndedColumn(title=mark("Position"), write=lambda one: f"{fmt.base_and_quote(one.symbol)} {one.side}"),
    EndedColumn(
        title=mark("Account"), write=lambda one: f"{one.account_id}, {one.margin_mode}", width=140, stretch=True
    ),
    EndedColumn(
        title=mark("Watched for"),
        write=lambda one: fmt.UNKNOWN if one.first_seen_ms is None else fmt.duration(one.at_ms - one.first_seen_ms),
        is_number=True,
        tip=tr("Since Marginwatch first saw it in this run; it may have been opened earlier."),
    ),
    EndedColumn(
        title=mark("Size"),
        write=lambda one: fmt.size(one.size_base),
        is_number=True,
        is_amount=True,
        tip=tr("When it was last seen, in the coin; parts closed before are not in it."),
    ),
    EndedColumn(
        title=mark("Entry"),
        write=lambda one: fmt.price(one.entry_price, one.tick_size),
        is_number=True,
        tip=tr("The venue's average entry price when it was last seen; fees and funding are not in it."),
    ),
    EndedColumn(
        title=mark("Last mark"),
        write=lambda one: fmt.price(one.last_mark, one.tick_size),
        is_number=True,
        tip=tr("When it was last seen: not the price at which it was closed."),
    ),
    EndedColumn(
        title=mark("Last PnL"),
        write=lambda one: fmt.money_in(one.last_pnl, one.settle, signed=True),
        is_number=True,
        is_amount=True,
        tip=tr("Unrealised, when it was last seen: not what was realised."),
    ),
)


class EndedModel(QAbstractTableModel):
    """Rows of EndedPosition."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[EndedPosition, ...] = ()
        self._hide_amounts = False
        self._shapes: dict[str, QPixmap] = {}  # by how it ended
        theme.changed.connect(self._redraw)

    def show_rows(self, rows: tuple[EndedPosition, ...], *, hide_amounts: bool) -> None:
        """Show these, newest first."""
        if (rows, hide_amounts) == (self._rows, self._hide_amounts):
            return
        self.beginResetModel()
        self._rows, self._hide_amounts = rows, hide_amounts
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many have ended."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """The titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == DISPLAY:
            return translated(COLUMNS[section].title)
        if role == TIP:
            return COLUMNS[section].tip or None
        if role == ALIGN:
            return _align(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """A cell."""
        if not index.isValid():
            return None
        one, column = self._rows[index.row()], COLUMNS[index.column()]
        if role in (DISPLAY, ACCESSIBLE):
            text = column.write(one)
            return fmt.HIDDEN if column.is_amount and self._hide_amounts and text != fmt.UNKNOWN else text
        if role == TIP:
            return plain_tip(one.text)
        if role == ALIGN:
            return _align(column)
        if role == COLOR:
            return self._color(one, column)
        if role == SHAPE and column.title == "How":
            return self._shape(one.how)
        return None

    def _color(self, one: EndedPosition, column: EndedColumn) -> QColor:
        if column.title == "How":
            return self._theme.color(HOW_TOKENS.get(one.how, "text2"))
        if column.title == "Last PnL" and one.last_pnl:
            return self._theme.color("profit" if one.last_pnl > 0 else "loss")
        return self._theme.color("text")

    def _shape(self, how: str) -> QPixmap | None:
        """The shape of how bad it was, as everywhere in the window."""
        if how not in HOW_LEVELS:
            return None
        if how not in self._shapes:
            picture = QPixmap(SHAPE_PX * SHARPER, SHAPE_PX * SHARPER)
            picture.setDevicePixelRatio(SHARPER)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHints(HINTS)
            middle, color = SHAPE_PX / 2, self._theme.color(HOW_TOKENS[how])
            Ink(painter, self._theme).level_shape(middle, middle, SHAPE_PX - 2, HOW_LEVELS[how], color)
            painter.end()
            self._shapes[how] = picture
        return self._shapes[how]

    def _redraw(self, _theme: str = "") -> None:
        self._shapes.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))


def _align(column: EndedColumn) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
