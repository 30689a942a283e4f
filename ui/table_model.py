"""The one table model. A table is a list of Column; a row is what the engine told of one position.

The model filters and orders by itself (no proxy: measured five times slower); very many rows are ordered once a second.
What an Update did not change costs no step of its own here: it is passed over by identity. Texts are made only for rows
that are asked for, and `dataChanged` tells only cells whose text changed. Closed positions stay for a minute, marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from monitor.language import mark, tr, tr_count, translated
from monitor.messages import AccountStatus, AlertEvent, PositionRisk
from ui import format as fmt
from ui.painting import Ink, plain_tip
from ui.row_order import RowOrder
from ui.table_look import Grouping
from ui.theme import LEVEL_WORDS
from ui.view import View, place

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
TOOL_TIP_ROLE = int(Qt.ItemDataRole.ToolTipRole)
ACCESSIBLE_TEXT = int(Qt.ItemDataRole.AccessibleTextRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
HORIZONTAL = Qt.Orientation.Horizontal
RIGHT_ALIGNED = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT_ALIGNED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
GONE_MS = 60_000
ARRANGE_EVERY_MS = 1_000
MANY = 1_000  # so many rows are ordered no more often
_key_of, _risk_of = attrgetter("key"), attrgetter("risk")
AnyIndex = QModelIndex | QPersistentModelIndex
Texts = tuple[str, ...]


class Seen:
    """How well the accounts are seen: one for all rows, so that an Update does not have to touch each of them."""

    def __init__(self) -> None:
        self.accounts: dict[str, AccountStatus] = {}
        self.stale: dict[str, bool] = {}

    def take(self, view: View) -> None:
        """Take the accounts of a view."""
        self.accounts = {one.account_id: one for one in view.update.accounts} if view.update is not None else {}
        self.stale = {name: view.is_stale(account) for name, account in self.accounts.items()}


class Row:
    """One position on screen, with its texts as they were last made."""

    __slots__ = ("_seen", "end", "gone_ms", "key", "look", "made", "risk", "texts")

    def __init__(self, risk: PositionRisk, key: str, seen: Seen) -> None:
        self.risk = risk
        self.key = key
        self._seen = seen
        self.end = ""  # "Liquidated", "Closed by ADL", "Closed": it is over
        self.gone_ms: int | None = None
        self.texts: list[Texts] = []
        self.made = 0  # of which view the texts are
        self.look: tuple[object, ...] = ()  # what colours the whole row, as it was last told

    @property
    def account(self) -> AccountStatus | None:
        """The account it is in, None where that is not watched any more."""
        return self._seen.accounts.get(self.risk.account_id)

    @property
    def stale(self) -> bool:
        """Whether its figures are only the last ones known."""
        return self._seen.stale.get(self.risk.account_id, True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table: how it is called, what it says, how it is drawn."""

    title: str
    width: int  # px
    texts: Callable[[Row, View], Texts]
    draw: Callable[[Ink, Row, Texts, Cell], None]
    tip: Callable[[Row, View], str]
    right: bool = True
    stretch: bool = False
    drop_below: int = 0  # hidden while the table is narrower [px]
    optional: bool = False  # left out until the user asks for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where and how a cell is drawn."""

    left: float
    top: float
    width: float
    height: float
    view: View
    selected: bool


Legs = frozenset[tuple[str, str, str]]  # account, symbol and side of every open position
NO_LEGS: Legs = frozenset()
Changed = list[tuple[PositionRisk, PositionRisk]]  # figures of rows before and now


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A button over the table that shows a part of the rows."""

    title: str
    holds: Callable[[PositionRisk, Legs], bool]
    steady: bool = False  # it holds the same while no position comes or goes


def _is_hedged(row: PositionRisk, legs: Legs) -> bool:
    return (row.account_id, row.symbol, "short" if row.side == "long" else "long") in legs


def _legs(rows: Iterable[PositionRisk]) -> Legs:
    return frozenset((row.account_id, row.symbol, row.side) for row in rows)


SEGMENTS = (
    Segment(title=mark("All"), holds=lambda _row, _rows: True, steady=True),
    Segment(title=mark("At risk"), holds=lambda row, _rows: row.level > 0 or bool(row.unknown)),
    Segment(title=mark("No stop"), holds=lambda row, _rows: row.stop_beyond or row.stop_cover == 0),
    Segment(title=mark("Hedged"), holds=_is_hedged, steady=True),
)


class PositionsModel(QAbstractTableModel):
    """The positions of the newest view, filtered and in their held order."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Row] = []
        self.view = View()
        self.frozen = False  # the table is in use: nothing may move
        self.segment = 0
        self.words = ""
        self.group: Grouping = ""
        self.left_out: frozenset[str] = frozenset()  # titles of columns that nobody sees: their texts are not made
        self._order = RowOrder()
        self._seen = Seen()
        self._by_key: dict[str, Row] = {}
        self._told: list[Row] = []  # in the order of the newest Update
        self._same: dict[int, Row] = {}  # the same by the identity of their figures: what stayed is found at once
        self._keys: list[str] = []  # of `rows`
        self._counts: list[int] = []  # of open positions in each segment
        self._made = 1  # counts the views: texts of an older one are made anew
        self._arranged_ms = 0
        self._ends: dict[str, tuple[str, int]] = {}

    # ------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns, dropped ones included."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        """Return a cell's text, tooltip or sentence."""
        if not index.isValid():
            return None
        if role == DISPLAY:
            return " ".join(text for text in self.texts(index.row())[index.column()] if text)
        if role == TOOL_TIP_ROLE:
            return plain_tip(self.columns[index.column()].tip(self.rows[index.row()], self.view))
        if role == ACCESSIBLE_TEXT:
            return self._spoken(index.row(), index.column())
        if role == ALIGNMENT:
            return RIGHT_ALIGNED if self.columns[index.column()].right else LEFT_ALIGNED
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return a column's title."""
        if orientation == HORIZONTAL and role == DISPLAY and 0 <= section < len(self.columns):
            return translated(self.columns[section].title)
        return None

    # ------------------------------------------------------------------ what changes

    def show_view(self, view: View, visible: range) -> None:
        """Take a new view; tell which cells of the `visible` rows changed."""
        self.view = view
        before = {self._keys[number]: self.rows[number].texts for number in visible if number < len(self.rows)}
        self._made += 1
        self._seen.take(view)
        others = self._take_rows(view)
        if others or len(self._told) <= MANY or not 0 <= view.now_ms - self._arranged_ms < ARRANGE_EVERY_MS:
            self._arranged_ms = view.now_ms
            self._arrange(self._wanted_keys())
        for number in visible:
            if number < len(self.rows):
                self._tell_changes(number, before.get(self._keys[number]))

    def choose(self, segment: int, words: str, group: Grouping = "") -> None:
        """Show only a segment, and only rows that hold all the words; keep the rows of a group together."""
        self.segment, self.words, self.group = segment, words.lower(), group
        self._arrange(self._wanted_keys())

    def add_end(self, event: AlertEvent) -> None:
        """Remember why a position is gone."""
        if event.kind == "liquidated":
            self._ends[event.position_key] = (mark("Liquidated"), event.at_ms)
        elif event.kind == "deleveraged":
            self._ends[event.position_key] = (mark("Closed by ADL"), event.at_ms)
        elif event.kind == "closed":
            self._ends[event.position_key] = (mark("Closed"), event.at_ms)

    def counts(self) -> list[int]:
        """Return how many open positions each segment holds."""
        return self._counts

    def texts(self, number: int) -> list[Texts]:
        """Return the texts of a row, made when first asked for."""
        row = self.rows[number]
        if row.made != self._made:
            row.made = self._made
            row.texts = [
                ("", "") if column.title in self.left_out else column.texts(row, self.view) for column in self.columns
            ]
        return row.texts

    def forget_texts(self) -> None:
        """Make all texts anew: other columns are shown now."""
        self._made += 1

    def row_of(self, key: str) -> int | None:
        """Return where a position stands, None when it is not shown."""
        return self._keys.index(key) if key in self._keys else None

    # ------------------------------------------------------------------ inside

    def _take_rows(self, view: View) -> bool:
        """Take the newest figures; return whether positions have come or gone."""
        positions = view.update.positions if view.update is not None else ()
        found = list(map(self._same.get, map(id, positions)))
        come, changed = False, Changed()
        for number, row in enumerate(found):
            if row is not None:
                continue
            risk = positions[number]
            known = self._by_key.get(risk.key)
            if known is None or known.gone_ms is not None:
                come = True
                known = self._by_key[risk.key] = known or Row(risk, risk.key, self._seen)
            else:
                changed.append((known.risk, risk))
            self._same.pop(id(known.risk), None)
            self._same[id(risk)] = found[number] = known
            known.risk, known.end, known.gone_ms = risk, "", None
        self._told = [row for row in found if row is not None]
        gone = self._miss_rows(view.now_ms) if len(self._by_key) > len(found) else False
        if come or gone or not self._counts:
            self._same = dict(zip(map(id, positions), self._told, strict=True))
            self._count_all()
        else:
            self._count_changed(changed)
        return come or gone

    def _miss_rows(self, now_ms: int) -> bool:
        """Mark the positions that are gone, and forget those that were gone before; return whether there were any."""
        present, before = set(map(_key_of, self._told)), len(self._by_key)
        missed = [row for key, row in self._by_key.items() if key not in present]
        ended = any(row.gone_ms is None for row in missed)
        for row in missed:
            self._keep_or_forget(row.key, now_ms)
        return ended or len(self._by_key) < before

    def _count_all(self) -> None:
        risks = list(map(_risk_of, self._told))
        legs = _legs(risks)
        self._counts = [sum(segment.holds(risk, legs) for risk in risks) for segment in SEGMENTS]

    def _count_changed(self, changed: Changed) -> None:
        """Carry the counts on from the rows that changed, while no position comes or goes."""
        for number, segment in enumerate(SEGMENTS):
            if not segment.steady:
                self._counts[number] += sum(
                    segment.holds(now, NO_LEGS) - segment.holds(before, NO_LEGS) for before, now in changed
                )

    def _keep_or_forget(self, key: str, now_ms: int) -> None:
        """A position that is gone stays for a minute when the engine said why."""
        row = self._by_key[key]
        if row.gone_ms is None:
            row.end, row.gone_ms = self._ends.pop(key, ("", now_ms - GONE_MS))
        if not row.end or now_ms - row.gone_ms >= GONE_MS:
            del self._by_key[key]

    def _wanted_keys(self) -> list[str]:
        told = self._told
        keys = self._order.sorted_keys(list(map(_key_of, told)), list(map(_risk_of, told)), self.view.now_ms)
        keys += [key for key, row in self._by_key.items() if row.gone_ms is not None]
        if self.segment:
            holds, legs = SEGMENTS[self.segment].holds, _legs(row.risk for row in self._told)
            keys = [key for key in keys if holds(self._by_key[key].risk, legs)]
        if self.words:
            keys = [key for key in keys if self._matches(self._by_key[key])]
        if not self.group:
            return keys
        groups: dict[str, list[str]] = {}  # the group of the most endangered position first
        for key in keys:
            groups.setdefault(self.group_of(self._by_key[key]), []).append(key)
        return [key for members in groups.values() for key in members]

    def group_of(self, row: Row) -> str:
        """Return the name of the group that a row belongs to, "" where nothing is grouped."""
        if self.group == "account":
            return place(row.account, row.risk.account_id)
        return fmt.base(row.risk.symbol) if self.group == "coin" else ""

    def group_words(self, first: int) -> str:
        """Return what the group that begins at row `first` holds: how many positions, and what they make together."""
        name = self.group_of(self.rows[first])
        members = [row.risk for row in self.rows[first:] if row.gone_ms is None and self.group_of(row) == name]
        words = [tr_count("{count} position", "{count} positions", len(members))]
        settles = {risk.settle for risk in members}
        profits = [risk.unrealized_pnl for risk in members if risk.unrealized_pnl is not None]
        if len(settles) == 1 and len(profits) == len(members):
            settle = settles.pop()
            words.append(
                tr(
                    "{profits} {settle} unrealised",
                    profits=self.view.amount(fmt.money_in(sum(profits), settle, signed=True)),
                    settle=settle,
                )
            )
        return " · ".join(words)

    def begins_group(self, number: int) -> bool:
        """Whether a row is the first of its group."""
        if not self.group:
            return False
        return number == 0 or self.group_of(self.rows[number - 1]) != self.group_of(self.rows[number])

    def _matches(self, row: Row) -> bool:
        venue = row.account.venue_title if row.account is not None else row.risk.venue
        text = f"{row.risk.symbol} {row.risk.account_id} {venue} {row.risk.side}".lower()
        return all(word in text for word in self.words.split())

    def _arrange(self, wanted: list[str]) -> None:
        """Bring the rows into the wanted order by removals, insertions and moves, never by a reset."""
        if wanted == self._keys:
            return
        keep, shown = set(wanted), set(self._keys)
        if keep != shown:
            self._remove_others(keep)
            self._insert_new(wanted, shown & keep)
        if not self.frozen and self._keys != wanted:
            self._reorder(wanted)

    def _remove_others(self, keep: set[str]) -> None:
        for number in range(len(self.rows) - 1, -1, -1):
            if self._keys[number] not in keep:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self.rows[number], self._keys[number]
                self.endRemoveRows()

    def _insert_new(self, wanted: list[str], shown: set[str]) -> None:
        first = 0
        while first < len(wanted):
            if wanted[first] in shown:
                first += 1
                continue
            end = first + 1
            while end < len(wanted) and wanted[end] not in shown:
                end += 1
            self._insert(min(first, len(self.rows)), wanted[first:end])
            first = end

    def _insert(self, number: int, keys: list[str]) -> None:
        """Add rows that stand side by side: thousands one by one would take seconds."""
        self.beginInsertRows(QModelIndex(), number, number + len(keys) - 1)
        self.rows[number:number] = [self._by_key[key] for key in keys]
        self._keys[number:number] = keys
        self.endInsertRows()

    def _reorder(self, wanted: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        keys = [self._keys[index.row()] for index in old]
        self.rows, self._keys = [self._by_key[key] for key in wanted], list(wanted)
        places = {key: number for number, key in enumerate(wanted)} if old else {}
        self.changePersistentIndexList(
            old, [self.index(places[key], index.column()) for key, index in zip(keys, old, strict=True)]
        )
        self.layoutChanged.emit()

    def _tell_changes(self, number: int, before: list[Texts] | None) -> None:
        after, row = self.texts(number), self.rows[number]
        look = (row.risk.level, row.stale, row.end, row.risk.unconfirmed, row.risk.stop_beyond)
        before = before if look == row.look else None
        row.look = look
        if before is None:
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))
            return
        for column, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                index = self.index(number, column)
                self.dataChanged.emit(index, index)

    def _spoken(self, number: int, column: int) -> str:
        row = self.rows[number]
        if column:
            said = " ".join(text for text in self.texts(number)[column] if text)
            return f"{translated(self.columns[column].title)}: {said}"
        name = tr(
            "{symbol} {side} on {account}",
            symbol=fmt.base_and_quote(row.risk.symbol),
            side=row.risk.side,
            account=row.risk.account_id,
        )
        if row.end:
            return f"{name}: {translated(row.end).lower()}"
        distance = row.risk.liquidation_distance
        if distance is None:
            how = (
                tr("liquidation unknown, {unknown}", unknown=row.risk.unknown)
                if row.risk.unknown
                else tr("no price can liquidate it")
            )
        else:
            how = tr(
                "{distance} to liquidation, {level}",
                distance=fmt.room(distance),
                level=LEVEL_WORDS[row.risk.level].lower(),
            )
        marks = (tr(", stale") if row.stale else "") + (tr(", unconfirmed") if row.risk.unconfirmed else "")
        return f"{name}, {how}{marks}"
