"""The lines of the journal as a table, newest first. Older ones are fetched while the user scrolls."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from monitor.language import mark, tr, translated
from monitor.messages import JournalLine
from ui import format as fmt
from ui.alarm_words import told_to, value
from ui.engine_words import reason_title
from ui.painting import plain_tip
from ui.theme import LEVEL_WORDS
from ui.view import View

AnyIndex = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole.value
_TIP = Qt.ItemDataRole.ToolTipRole.value
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole.value


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalColumn:
    """One column."""

    title: str  # in English
    text: Callable[[JournalLine, View], str]
    width: int
    stretch: bool = False
    right: bool = False  # figures end under each other
    drop_below: int = 0  # px of the table: it is left out in a narrower one


COLUMNS: tuple[JournalColumn, ...] = (
    JournalColumn(
        title=mark("Time"),
        text=lambda line, _: f"{fmt.day(line.event.at_ms)}  {fmt.clock(line.event.at_ms)}",
        width=132,
    ),
    JournalColumn(title=mark("Level"), text=lambda line, _: level_word(line), width=102),
    JournalColumn(
        title=mark("Alarm"), text=lambda line, view: view.sentence(line.event.title), width=200, stretch=True
    ),
    JournalColumn(title=mark("Account"), text=lambda line, _: line.event.account_id, width=104, drop_below=720),
    JournalColumn(title=mark("What happened"), text=lambda line, _: reason_title(line.event.reason), width=164),
    JournalColumn(title=mark("Value"), text=lambda line, _: value(line.event), width=84, right=True, drop_below=820),
    JournalColumn(title=mark("Told to"), text=lambda line, _: told_to(line), width=190, drop_below=980),
)


class JournalModel(QAbstractTableModel):
    """Lines in the order of their numbers, the newest first.

    Signals:
        more_wanted: the lines before the oldest one.
    """

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[JournalLine] = []
        self.view = View()
        self.next_id: int | None = None  # older lines come before this number; None: there are none
        self.waits = False  # older lines are on their way

    def clear(self) -> None:
        """Forget all lines: another question is asked."""
        self.beginResetModel()
        self.lines, self.next_id, self.waits = [], None, False
        self.endResetModel()

    def append(self, lines: Sequence[JournalLine], next_id: int | None) -> None:
        """Take older lines."""
        self.next_id, self.waits = next_id, False
        if lines:
            self.beginInsertRows(_TOP, len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines.extend(lines)
            self.endInsertRows()

    def merge(self, lines: Sequence[JournalLine]) -> int:
        """Take the newest lines again: new ones come on top, known ones show how far their deliveries came.

        Returns:
            How many were new.
        """
        newest = self.lines[0].event.id if self.lines else -1
        fresh = [line for line in lines if line.event.id > newest]
        for line in lines[len(fresh) :]:
            place = bisect_left(self.lines, -line.event.id, key=lambda known: -known.event.id)
            if place < len(self.lines) and self.lines[place].event.id == line.event.id and self.lines[place] != line:
                self.lines[place] = line
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))
        if fresh:
            self.beginInsertRows(_TOP, 0, len(fresh) - 1)
            self.lines[:0] = fresh
            self.endInsertRows()
        return len(fresh)

    def set_view(self, view: View) -> None:
        """Hide amounts, or show them."""
        self.view = view
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """How many lines have been read."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Whether older lines can be read."""
        return not parent.isValid() and self.next_id is not None and not self.waits

    def fetchMore(self, parent: AnyIndex) -> None:
        """Ask for older lines."""
        if self.canFetchMore(parent):
            self.waits = True
            self.more_wanted.emit()

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        """The text of a cell; the tip has all of it."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], COLUMNS[index.column()]
        if role == _DISPLAY:
            return column.text(line, self.view)
        if role == _TIP and column.title == "Alarm":
            return plain_tip(f"{self.view.sentence(line.event.title)}\n{self.view.sentence(line.event.text)}")
        if role == _SPOKEN:
            return f"{translated(column.title)}: {column.text(line, self.view)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The titles."""
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            return translated(COLUMNS[section].title)
        return None


def level_word(line: JournalLine) -> str:
    """Return the level's word; a note has none."""
    return LEVEL_WORDS[line.event.level] if line.event.level else tr("Note")
