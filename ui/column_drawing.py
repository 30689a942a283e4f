"""How most columns draw a cell: a figure over its proportion, right-aligned."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.painting import RIGHT, Ink
from ui.table_model import Cell, Row, Texts
from ui.theme import face

PADDING = 12.0
EDGE = 8.0  # px: the words of the first column begin where the title of the pane does


def draw_two_lines(ink: Ink, row: Row, texts: Texts, cell: Cell, lower: str = "") -> None:
    """Draw two lines of text.

    Args:
        lower: token of the lower line's colour where it warns; "" for the quiet one.
    """
    dead = row.stale or bool(row.end)
    width = cell.width - 2 * PADDING
    upper = QRectF(cell.left + PADDING, cell.top + 6, width, 19)
    ink.text(upper, RIGHT, texts[0], face(13, 500, True), ink.theme.color("text3" if dead else "text"))
    if texts[1]:
        quiet = "text2" if cell.selected and not row.stale else "text3"
        color = ink.theme.color(lower if lower and not dead else quiet)
        below = QRectF(cell.left + PADDING, cell.top + 25, width, 17)
        ink.text(below, RIGHT, texts[1], face(12, 400, True), color)
