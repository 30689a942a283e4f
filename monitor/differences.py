"""What is new in an Update since the one before: rows of positions that stayed do not cross the process border again.

Of thousands of positions a few per cent change with a tick; to write, send and read all of them would cost a core.
"""

from __future__ import annotations

import msgspec

from monitor.messages import Difference, ToWindow, Update
from monitor.risk.rows import PositionRisk

WORTH_FROM = 0.5  # share of rows that stayed; where fewer did the whole Update is sent


def difference(before: Update, after: Update) -> Difference | Update:
    """Return what brings a receiver that has `before` to `after`; all of it where most has changed."""
    old, new = before.positions, after.positions
    stayed = [one is other or one == other for one, other in zip(old, new, strict=False)]
    stayed += [False] * (max(len(old), len(new)) - len(stayed))
    elsewhere = {row.key: place for place, row in enumerate(old) if not stayed[place]}
    rows: list[PositionRisk] = []
    order: list[int] = []
    for place, row in enumerate(new):
        found = place if stayed[place] else elsewhere.get(row.key, -1)
        if stayed[place] or (found >= 0 and old[found] == row):
            order.append(found)
        else:
            rows.append(row)
            order.append(-len(rows))
    if len(rows) > (1 - WORTH_FROM) * len(order):
        return after
    rest = msgspec.structs.replace(after, positions=())
    return Difference(of_seq=before.seq, update=rest, rows=tuple(rows), order=tuple(order))


def whole(before: Update | None, news: Difference) -> Update | None:
    """Return the whole Update; None where `before` is not the one that the changes are of."""
    if before is None or before.seq != news.of_seq:
        return None
    old, rows = before.positions, news.rows
    positions = tuple([old[place] if place >= 0 else rows[-place - 1] for place in news.order])
    return msgspec.structs.replace(news.update, positions=positions)


class Completed:
    """The receiver's side: Updates are whole again. One for each pipe."""

    def __init__(self) -> None:
        self._newest: Update | None = None
        self._lost = False

    def take(self, message: ToWindow) -> ToWindow | None:
        """Return the message, an Update in the place of a Difference; None where what that is of was never read."""
        if isinstance(message, Difference):
            self._newest = whole(self._newest, message)
            self._lost = self._lost or self._newest is None
            return self._newest
        if isinstance(message, Update):
            self._newest = message
        return message

    def take_lost(self) -> bool:
        """Whether one came that fits nothing, so that a whole Update has to be asked for; said once."""
        lost, self._lost = self._lost, False
        return lost
