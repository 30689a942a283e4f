"""Shocks as a coloured table: who loses how much at which move. The colour is the share of the greatest loss or gain.

Amounts are US dollars. A cell with liquidated pools has a frame, a mark and their number: colour alone says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from monitor.language import tr, tr_count
from monitor.messages import EQUITY_GONE
from ui import format as fmt
from ui.painting import CENTER, LEFT, Canvas, Ink
from ui.theme import Theme, face

LABEL, ROW, HEAD, TITLE = 126.0, 34.0, 24.0, 30.0  # px
PAD = 16.0  # px inside the card


@dataclass(frozen=True, slots=True, kw_only=True)
class ShockRow:
    """One account, or one coin, at each move."""

    name: str
    change: tuple[float | None, ...]
    liquidated: tuple[int, ...]
    worst_ratio: tuple[float | None, ...] = ()  # empty: not told


class ShockMatrix(Canvas):
    """The table with its title, on a card."""

    RADIUS = 12.0

    def __init__(self, theme: Theme, title: str, note: str, tip: str) -> None:
        super().__init__(theme)
        self._title, self._note, self._tip = title, note, tip
        self._moves: tuple[float, ...] = ()
        self._rows: tuple[ShockRow, ...] = ()
        self._hidden = False
        self.setMinimumWidth(760)

    def show_rows(self, moves: Sequence[float], rows: Sequence[ShockRow], *, hide_amounts: bool) -> None:
        """Show these rows; None in a cell is unknown."""
        self._moves, self._rows, self._hidden = tuple(moves), tuple(rows), hide_amounts
        self.setFixedHeight(int(TITLE + HEAD + ROW * max(1, len(self._rows)) + 2 * PAD))
        self.setAccessibleName(self._sentence())
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint the table."""
        theme, card = self.theme, self.rect().toRectF()
        ink.box(card.adjusted(0.5, 0.5, -0.5, -0.5), self.RADIUS, theme.color("panel"), theme.color("line"))
        inner = card.adjusted(PAD, PAD - 4, -PAD, 0)
        title = QRectF(inner.left(), inner.top(), inner.width(), 22)
        used = ink.text(title, LEFT, self._title, face(13, 600), theme.color("text"))
        ink.text(title.adjusted(used + 12, 0, 0, 0), LEFT, self._note, face(12), theme.color("text3"), shorten=True)
        ink.tips.append((title, self._tip))
        left, top = inner.left(), inner.top() + TITLE
        if not self._rows:
            empty = QRectF(left, top, inner.width(), ROW)
            ink.text(empty, LEFT, tr("No open position."), face(12), theme.color("text3"))
            return
        cell = (inner.width() - LABEL) / max(1, len(self._moves))
        for column, move in enumerate(self._moves):
            place = QRectF(left + LABEL + column * cell, top, cell, HEAD)
            ink.text(place, CENTER, _move(move), face(11, 500, True), theme.color("text3"))
        greatest = max((abs(one) for row in self._rows for one in row.change if one is not None), default=0.0) or 1.0
        for number, row in enumerate(self._rows):
            y = top + HEAD + number * ROW
            name = QRectF(left, y, LABEL - 10, ROW)
            ink.text(name, LEFT, row.name, face(13, 600), theme.color("text"), shorten=True)
            for column, change in enumerate(row.change):
                place = QRectF(left + LABEL + column * cell + 1.5, y + 1.5, cell - 3, ROW - 3)
                self._draw_cell(ink, place, change, row.liquidated[column], greatest)
                ink.tips.append((place, self._cell_tip(row, column)))

    def _draw_cell(self, ink: Ink, place: QRectF, change: float | None, dead: int, greatest: float) -> None:
        theme = self.theme
        if change is None:
            ink.box(place, 5, theme.color("track", 120))
            ink.hatch(place, theme.color("stale", 60), 5, step=7)
            ink.text(place, CENTER, fmt.UNKNOWN, face(12), theme.color("text3"))
            return
        token = "profit" if change >= 0 else "loss"
        strength = int(14 + 96 * min(1.0, abs(change) / greatest) ** 0.5) if change else 14
        ink.box(place, 5, theme.color(token, strength), theme.color("critical") if dead else None, 1.4)
        text = "•••" if self._hidden else fmt.money_short(change)
        kind = next((one for one in (face(12, 600, True), face(11, 600, True)) if one.width(text) <= place.width() - 4),
                    face(10, 500, True))  # fmt: skip
        if not dead:
            ink.text(place, CENTER, text, kind, theme.color("text"))
            return
        ink.text(QRectF(place.left(), place.top() + 1, place.width(), 17), CENTER, text, kind, theme.color("text"))
        mark = QRectF(place.left(), place.top() + 16, place.width(), 13)
        ink.text(mark, CENTER, f"✕ {dead}", face(10, 700), theme.color("critical"))

    def _cell_tip(self, row: ShockRow, column: int) -> str:
        change, dead, move = row.change[column], row.liquidated[column], _move(self._moves[column])
        if change is None:
            return tr("{name} at {move}: unknown; the reason stands below the tables.", name=row.name, move=move)
        amount = fmt.HIDDEN if self._hidden else fmt.money(change, signed=True)
        lines = [tr("{name} at {move}: equity changes by {amount} USD.", name=row.name, move=move, amount=amount)]
        if dead:
            lines.append(
                tr(
                    "{pools} liquidated: all it held counts as lost.",
                    pools=tr_count("{count} pool", "{count} pools", dead),
                )
            )
        if row.worst_ratio:
            ratio = row.worst_ratio[column]
            lines.append(
                tr(
                    "Margin ratio of its worst pool then: {ratio}.",
                    ratio=tr("none left") if ratio is not None and ratio >= EQUITY_GONE else fmt.used(ratio),
                )
            )
        return "\n".join([*lines, tr("No order is filled and no stop helps in this figure.")])

    def _sentence(self) -> str:
        told = [
            f"{row.name}: "
            + ", ".join(
                f"{_move(move)} "
                + (tr("hidden") if self._hidden else fmt.money_short(change))
                + (tr(" with {dead} liquidated", dead=dead) if dead else "")
                for move, change, dead in zip(self._moves, row.change, row.liquidated, strict=True)
            )
            for row in self._rows
        ]
        return f"{self._title}. " + "; ".join(told)


def _move(move: float) -> str:
    return f"{'+' if move > 0 else '−'}{abs(move) * 100:.0f}{fmt.NARROW}%"
