"""How the strip's chips find room: all in full; then in fewer words, the least urgent first; the rest behind "+2"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.icons import draw_icon
from ui.painting import LEFT, Ink
from ui.theme import Face, face

TOP, HEIGHT, GAP = 13.0, 26.0, 8.0  # px
EDGES = 38.0  # px of a chip that are not text
NOTE_LEAST = 110.0  # px: a note in less room says nothing
MORE_WIDTH = 46.0  # px of the button that stands for the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A pill in the strip."""

    text: str
    token: str
    tip: str
    short: str = ""  # the same in fewer words, where room is scarce
    icon: str = ""  # "" draws a dot
    level: int = -1  # 0..3: a level's shape instead of the dot
    filled: bool = False  # an alarm: filled with its colour
    is_note: bool = False  # a sentence: shortened where it finds no room, the rest in the tip

    @property
    def kind(self) -> Face:
        """The font of its text."""
        return face(12, 600 if self.filled else 500, True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A chip that has a place, and the words there is room for."""

    chip: Chip
    text: str
    rect: QRectF


def lay(chips: Sequence[Chip], left: float, right: float) -> tuple[tuple[Laid, ...], tuple[Chip, ...]]:
    """Return the chips that find room between two edges [px], and those that do not.

    Args:
        chips: the most urgent first; the last ones lose their words, and then their place, first.
    """
    count, room = len(chips), right - left
    for shortened in range(count + 1):
        texts = _texts(chips, shortened)
        if _needs(chips, texts) <= room:
            return _placed(chips, texts, left, right), ()
    texts = _texts(chips, count)
    while count and _needs(chips[:count], texts) > room - GAP - MORE_WIDTH:
        count -= 1
    return _placed(chips[:count], texts, left, right - GAP - MORE_WIDTH), tuple(chips[count:])


def _texts(chips: Sequence[Chip], shortened: int) -> list[str]:
    """The words of the chips, so many of the last ones in their short form."""
    first = len(chips) - shortened
    return [chip.short if number >= first and chip.short else chip.text for number, chip in enumerate(chips)]


def _needs(chips: Sequence[Chip], texts: Sequence[str]) -> float:
    """Return the width of a row of chips, a note as narrow as it can be [px]."""
    return sum(_least(chip, text) for chip, text in zip(chips, texts, strict=False)) + GAP * max(0, len(chips) - 1)


def _least(chip: Chip, text: str) -> float:
    width = chip.kind.width(text) + EDGES
    return min(width, NOTE_LEAST) if chip.is_note else width


def _placed(chips: Sequence[Chip], texts: Sequence[str], left: float, right: float) -> tuple[Laid, ...]:
    """Put chips side by side; a note takes the room that is left."""
    spare, x, laid = right - left - _needs(chips, texts), left, []
    for chip, text in zip(chips, texts, strict=False):
        width = _least(chip, text)
        if chip.is_note:
            width = min(chip.kind.width(text) + EDGES, width + max(0.0, spare))
        laid.append(Laid(chip=chip, text=text, rect=QRectF(x, TOP, width, HEIGHT)))
        x += width + GAP
    return tuple(laid)


def draw_chip(ink: Ink, laid: Laid) -> None:
    """Draw a chip at its place."""
    theme, chip, rect = ink.theme, laid.chip, laid.rect
    color = theme.color(chip.token)
    ink.box(rect, 13, color if chip.filled else theme.color("panel"), None if chip.filled else theme.color("line"))
    x, y = rect.left() + 15, rect.center().y()
    ground = theme.color("on_level") if chip.filled else None
    if chip.icon:
        draw_icon(ink, chip.icon, QPointF(x, y), 13, color)
    elif chip.filled:
        ink.level_shape(x, y, 13, chip.level, ground)
        if chip.level >= 3:
            ink.box(QRectF(x - 1, y - 3.8, 2, 4.6), 1, color)
            ink.dot(x, y + 3, color, 1.1)
    elif chip.level >= 0:
        ink.level_shape(x, y, 12, chip.level)
    else:
        ink.dot(x, y, color, halo=True)
    words = QRectF(x + 11, rect.top(), rect.width() - 36, rect.height())
    ink.text(words, LEFT, laid.text, chip.kind, ground or theme.color("text2"), shorten=chip.is_note)
    ink.tips.append((rect, chip.tip))
