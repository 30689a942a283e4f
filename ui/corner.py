"""Where a window goes that stands in a corner of the screen and must leave some things in sight. Pure; places in px."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize

from ui.window_state import CORNERS, Corner

EDGE = 18  # px to the screen's edge
APART = 8  # px to what stays in sight


def place_in(room: QRect, size: QSize, corner: Corner, in_sight: Sequence[QRect]) -> QPoint:
    """Return the top left corner of a window that is as near to a corner as it can be without covering anything.

    From the corner it moves along the screen's side; where that does not suffice, it goes to another corner: one on the
    same side first. On a screen too small for all that it covers as little as it can.

    Args:
        room: what of the screen is free of panels.
        in_sight: places that are not to be covered, the ones that matter most first.
    """
    tried = [QRect(at, size) for at in _tries(room, size, corner, in_sight)]
    return min(tried, key=lambda place: _covered(place, room, in_sight)).topLeft()


def _tries(room: QRect, size: QSize, corner: Corner, in_sight: Sequence[QRect]) -> Iterator[QPoint]:
    """Each corner, and from there each place just beyond something; the wanted corner first."""
    side = corner.split()[1]
    for one in sorted(CORNERS, key=lambda other: (other != corner, not other.endswith(side))):
        low, right = one.startswith("bottom"), one.endswith("right")
        x = room.right() + 1 - EDGE - size.width() if right else room.left() + EDGE
        x = max(room.left(), x)
        yield QPoint(x, room.bottom() + 1 - EDGE - size.height() if low else room.top() + EDGE)
        beyond = (place.top() - APART - size.height() if low else place.bottom() + 1 + APART for place in in_sight)
        for y in sorted(beyond, reverse=low):
            yield QPoint(x, y)


def _covered(place: QRect, room: QRect, in_sight: Sequence[QRect]) -> tuple[int, ...]:
    """What a place would spoil: px beyond the screen, then px of each thing it covers."""
    seen = place.intersected(room)
    areas = (place.intersected(one) for one in in_sight)
    return (_area(place) - _area(seen), *(_area(both) for both in areas))


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())
