"""How positions ended: what the journal says of the end, with the last figures that were seen. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from monitor.messages import AlertEvent, EndedPosition
from monitor.model import PositionKey
from monitor.risk.rows import PositionRisk
from monitor.tick.presence import Known

# by kind of the event
HOW = {"closed": "closed", "gone": "unclear", "liquidated": "liquidated", "deleveraged": "deleveraged"}
BEGINS = frozenset({"closed", "raised"})  # the reason of the one event that says so


def endings(
    events: tuple[AlertEvent, ...],
    rows: tuple[PositionRisk, ...],
    known: Mapping[str, Mapping[PositionKey, Known]],
) -> tuple[EndedPosition, ...]:
    """Return the positions that these events say have ended.

    Args:
        rows: of the tick before, when they were still there.
        known: what was known of them then, by account.
    """
    last = {row.key: row for row in rows}
    ended = []
    for event in events:
        row = last.get(event.position_key)
        if event.kind not in HOW or event.reason not in BEGINS or row is None:
            continue
        side, mode = event.position_key.split("|")[2:4]
        entry = next(
            (one for key, one in known.get(row.account_id, {}).items() if "|".join(key) == event.position_key), None
        )
        ended.append(
            EndedPosition(
                at_ms=event.at_ms,
                account_id=row.account_id,
                symbol=row.symbol,
                side=side,
                margin_mode=mode,
                settle=row.settle,
                how=HOW[event.kind],
                text=event.text,
                first_seen_ms=entry.first_seen_ms or None if entry is not None else None,
                size_base=row.size_base,
                entry_price=row.entry_price,
                last_mark=row.mark_price,
                tick_size=row.tick_size,
                last_pnl=row.unrealized_pnl,
            )
        )
    return tuple(ended)
