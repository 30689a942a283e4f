"""A sheet of figures: sections with rows and sentences, painted, scrolled when they do not fit. It knows no risk.

A figure is never shortened: labels give way to it. Wide sheets stand in two columns. On the ground of a window each
section is a card; in a pane, which is one, it is not. A unit in brackets at the end of a title or label is drawn
quietly, without them. Every row and section can have a tip; the same words are the accessible description.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from monitor.language import tr
from ui.dialog_style import GUTTER, RING, readable, with_gutter
from ui.painting import LEFT, RIGHT, Canvas, Ink
from ui.theme import Face, Theme, face

SIDE = 15.0  # px left and right of a column, the gutter and the frame of the area included
CARD_SIDE, CARD_PAD, CARD_GAP = 16.0, 10.0, 12.0  # px inside a card, above and below, and between two
TITLE, HEADS, ROW, GAP = 26.0, 18.0, 22.0, 14.0  # heights [px]
BETWEEN = 14.0  # px between two columns of cells
TWO_COLUMNS_FROM = 700
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: what it is, and its figures."""

    label: str
    cells: tuple[str, ...] = ()
    tip: str = ""
    token: str = "text"  # colour of the figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words under the rows, wrapped."""

    text: str
    token: str = "text3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the sheet."""

    title: str
    tip: str = ""  # what it means and what it does not say
    heads: tuple[str, ...] = ()  # over the cells
    lines: tuple[Line, ...] = ()
    sentences: tuple[Sentence, ...] = ()


class Sheet(Canvas):
    """The painted sections, each on a card of its own if wanted."""

    RADIUS = 4.0

    def __init__(self, theme: Theme, *, cards: bool = False) -> None:
        super().__init__(theme)
        self._cards = cards
        self._sections: tuple[Section, ...] = ()
        self._stale = False

    def show_sections(self, sections: Sequence[Section], *, stale: bool = False) -> None:
        """Show these sections; stale ones are grey."""
        if tuple(sections) == self._sections and stale == self._stale:
            return
        self._sections, self._stale = tuple(sections), stale
        self.setAccessibleName("; ".join(_spoken(section) for section in self._sections))
        self._fit()
        self.update()

    @property
    def is_stale(self) -> bool:
        """Whether the figures are shown as old ones."""
        return self._stale

    def as_text(self) -> str:
        """Return what is shown as lines of text, tabs between the cells."""
        return "\n\n".join(_written(section) for section in self._sections)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def draw(self, ink: Ink) -> None:
        """Paint the sections that can be seen, in their columns; all of a sheet that is on no screen."""
        seen = QRectF(self.visibleRegion().boundingRect())
        for section, x, y, width in self._places():
            if seen.isEmpty() or seen.intersects(QRectF(x, y, width, self._height(section, width))):
                self._draw_section(ink, section, x, y, width)

    # ------------------------------------------------------------------ inside

    def _fit(self) -> None:
        bottom = max((y + self._height(section, width) for section, _, y, width in self._places()), default=0.0)
        self.setMinimumHeight(ceil(bottom))

    def _places(self) -> list[tuple[Section, float, float, float]]:
        """Section, left, top, width: each goes where the sheet is shortest."""
        count = 2 if self.width() >= TWO_COLUMNS_FROM else 1
        gap = CARD_GAP if self._cards else 0.0
        width = (self.width() - gap * (count - 1)) / count
        bottoms = [0.0 if self._cards else 6.0] * count
        places = []
        for section in self._sections:
            column = bottoms.index(min(bottoms))
            places.append((section, column * (width + gap), bottoms[column], width))
            bottoms[column] += self._height(section, width) + gap
        return places

    def _height(self, section: Section, width: float) -> float:
        """Of a section with what is around it, but for the gap between cards [px]."""
        words = sum(_wrapped_height(sentence.text, self._room(width)) + 4 for sentence in section.sentences)
        inner = TITLE + 3 + (HEADS if section.heads else 0.0) + ROW * len(section.lines) + words
        return inner + (2 * CARD_PAD if self._cards else GAP)

    def _room(self, width: float) -> float:
        """Of a column's width what its words and figures have [px]."""
        return width - (2 * CARD_SIDE if self._cards else 2 * SIDE - GUTTER)

    def _draw_section(self, ink: Ink, section: Section, x: float, y: float, width: float) -> None:
        theme = self.theme
        whole = QRectF(x, y, width, self._height(section, width))
        ink.tips.append((whole, section.tip))
        left, room = x + (CARD_SIDE if self._cards else SIDE), self._room(width)
        if self._cards:
            ink.box(whole.adjusted(0.5, 0.5, -0.5, -0.5), 12, theme.color("panel"), theme.color("line"))
            y += CARD_PAD - 2
        _draw_words(ink, QRectF(left, y, room, TITLE), section.title, face(13, 600), theme.color("text"))
        ink.line(left, y + TITLE, left + room, y + TITLE, theme.color("line"))
        y += TITLE + 3
        columns = _cell_widths(section)
        if section.heads:
            right = left + room
            for head, wide in zip(reversed(section.heads), reversed(columns), strict=True):
                ink.text(QRectF(right - wide, y, wide, HEADS), RIGHT, _head(head), face(11, 500), theme.color("text3"))
                right -= wide + BETWEEN
            y += HEADS
        for line in section.lines:
            self._draw_line(ink, line, columns, QRectF(left, y, room, ROW))
            y += ROW
        for sentence in section.sentences:
            height = _wrapped_height(sentence.text, room)
            painter = ink.painter
            painter.setFont(face(12).font)
            painter.setPen(theme.color("text3" if self._stale else sentence.token))
            painter.drawText(QRectF(left, y + 2, room, height), WRAPPED, sentence.text)
            y += height + 4

    def _draw_line(self, ink: Ink, line: Line, columns: Sequence[float], place: QRectF) -> None:
        theme, right = self.theme, place.right()
        token = "text3" if self._stale else line.token
        widths = (
            columns if len(columns) == len(line.cells) else [face(13, 600, True).width(cell) for cell in line.cells]
        )
        for cell, wide in zip(reversed(line.cells), reversed(widths), strict=True):
            ink.text(QRectF(right - wide - 1, place.top(), wide + 1, ROW), RIGHT, cell, face(13, 600, True),
                     theme.color(token))  # fmt: skip
            right -= wide + BETWEEN
        label = QRectF(place.left(), place.top(), max(0.0, right - place.left()), ROW)
        _draw_words(ink, label, line.label, face(12), theme.color("text2"))
        if line.tip:
            ink.tips.append((place, line.tip))


class SheetArea(QScrollArea):
    """A sheet that can be scrolled with the wheel and the keys.

    Args:
        cards: on the ground of a window: each section is a card, and the area reaches RING beyond them.
    """

    def __init__(self, theme: Theme, name: str, *, cards: bool = False) -> None:
        super().__init__()
        self.sheet = Sheet(theme, cards=cards)
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        around = RING - 1 if cards else 0
        column.setContentsMargins(around, around, around, max(8, around))
        column.addWidget(self.sheet)
        column.addStretch(1)
        inner.setAutoFillBackground(False)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        copy = QAction(tr("Copy these figures"), self)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        with_gutter(readable(self, name))

    def copy(self) -> None:
        """Copy what is shown, as it is shown: a line per row, tabs between the cells."""
        QGuiApplication.clipboard().setText(self.sheet.as_text())

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+C for the sheet while it has the focus; elsewhere it copies a position."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or scroll."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)


def _cell_widths(section: Section) -> list[float]:
    """Return the width of each column of cells: that of its widest."""
    count = len(section.heads) or max((len(line.cells) for line in section.lines), default=0)
    kind, small = face(13, 600, True), face(11, 500)
    widths = [small.width(_head(head)) + 1 for head in section.heads] or [0.0] * count
    for line in section.lines:
        if len(line.cells) == count:
            widths = [max(wide, kind.width(cell)) for wide, cell in zip(widths, line.cells, strict=True)]
    return widths


def _draw_words(ink: Ink, place: QRectF, text: str, kind: Face, color: QColor) -> None:
    """Draw a title or a label, and quietly the unit that stands in brackets at its end."""
    words, bracket, unit = text.rpartition(" [")
    if not (bracket and unit.endswith("]")):
        ink.text(place, LEFT, text, kind, color, shorten=True)
        return
    used = ink.text(place, LEFT, words, kind, color, shorten=True)
    ink.text(place.adjusted(used + 6, 0, 0, 0), LEFT, unit[:-1], face(11), ink.theme.color("text3"), shorten=True)


def _head(text: str) -> str:
    """What stands over a column begins with a capital, as in every table."""
    return text[:1].upper() + text[1:]


def _wrapped_height(text: str, width: float) -> float:
    return face(12).metrics.boundingRect(QRectF(0, 0, max(40.0, width), 10_000), WRAPPED, text).height()


def _written(section: Section) -> str:
    heads = ("\t".join(("", *section.heads)),) if section.heads else ()
    lines = ("\t".join((line.label, *line.cells)) for line in section.lines)
    return "\n".join((section.title, *heads, *lines, *(sentence.text for sentence in section.sentences)))


def _spoken(section: Section) -> str:
    lines = [f"{line.label} {', '.join(line.cells)}" for line in section.lines]
    return f"{section.title}: " + ". ".join([*lines, *(sentence.text for sentence in section.sentences)])
