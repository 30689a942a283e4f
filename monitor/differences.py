"""What is new in an Update since the one before: rows that stayed do not cross the process border again.

Of thousands of positions a few per cent change with a tick; to write, send and read all of them would cost a core.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from monitor.messages import AlertState, Difference, Places, ToWindow, Update
from monitor.risk.rows import PoolRisk, PositionRisk

T = TypeVar("T")


def difference(before: Update, after: Update) -> Difference:
    """Return what brings a receiver that has `before` to `after`."""
    positions, where = _news(before.positions, after.positions, _position_key)
    pools, pools_where = _news(before.pools, after.pools, _pool_key)
    alerts, alerts_where = _news(before.alerts, after.alerts, _alert_key)
    return Difference(
        of_seq=before.seq,
        update=msgspec.structs.replace(after, positions=positions, pools=pools, alerts=alerts),
        positions=where,
        pools=pools_where,
        alerts=alerts_where,
    )


def whole(before: Update | None, news: Difference) -> Update | None:
    """Return the whole Update; None where `before` is not the one that the difference is to."""
    if before is None or before.seq != news.of_seq:
        return None
    return msgspec.structs.replace(
        news.update,
        positions=_put_together(before.positions, news.update.positions, news.positions),
        pools=_put_together(before.pools, news.update.pools, news.pools),
        alerts=_put_together(before.alerts, news.update.alerts, news.alerts),
    )


def _news(old: Sequence[T], new: Sequence[T], key: Callable[[T], object]) -> tuple[tuple[T, ...], Places]:
    """The rows that are new or have changed, and where all of them stand."""
    stayed = [one is other or one == other for one, other in zip(old, new, strict=False)]
    changed = [place for place, same in enumerate(stayed) if not same]
    if len(old) == len(new) and all(key(old[place]) == key(new[place]) for place in changed):
        return tuple([new[place] for place in changed]), Places(at=tuple(changed))
    stayed += [False] * (max(len(old), len(new)) - len(stayed))
    elsewhere = {key(row): place for place, row in enumerate(old) if not stayed[place]}
    rows: list[T] = []
    order: list[int] = []
    for place, row in enumerate(new):
        found = place if stayed[place] else elsewhere.get(key(row), -1)
        if stayed[place] or (found >= 0 and old[found] == row):
            order.append(found)
        else:
            rows.append(row)
            order.append(-len(rows))
    return tuple(rows), Places(order=tuple(order))


def _put_together(old: Sequence[T], rows: Sequence[T], places: Places) -> tuple[T, ...]:
    if places.order is not None:
        return tuple([old[place] if place >= 0 else rows[-place - 1] for place in places.order])
    found = list(old)
    for place, row in zip(places.at, rows, strict=True):
        found[place] = row
    return tuple(found)


def _position_key(row: PositionRisk) -> object:
    return row.account_id, row.symbol, row.side, row.margin_mode


def _pool_key(pool: PoolRisk) -> object:
    return pool.account_id, pool.pool_id


def _alert_key(alert: AlertState) -> object:
    return alert.key


class Completed:
    """The receiver's side: Updates are whole again. One for each pipe."""

    def __init__(self) -> None:
        self._newest: Update | None = None
        self._lost = False

    def take(self, message: ToWindow) -> ToWindow | None:
        """Return the message, an Update in the place of a Difference; None where what that is to was never read."""
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
