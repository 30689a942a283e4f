"""What a venue closed by force of a position without ending it. Pure.

A smaller position is nearly always the user's own doing. Only the venue's own records say otherwise, and they come a
moment later: so it is remembered how large the position was, and a record is set against what is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from monitor.model import Account, Deleveraging, Ending, Liquidation, Position, PositionKey

E = TypeVar("E", bound=Ending)

CUT_GOOD_MS = 90_000  # so long after it a record may still come
SEEN_SLACK_MS = 6_000  # clocks are no better known; a record must also cover what is missing, and counts once
SAME = 1e-9  # of the size


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """How large a position was before it became smaller."""

    contracts: float  # less what was told of it
    since_ms: int  # when it was last seen so large
    seen_ms: int  # first answer in which it was smaller


@dataclass(frozen=True, slots=True, kw_only=True)
class ByForce:
    """What the venue's records say it closed of a position, without ending it."""

    key: PositionKey
    position: Position  # as it was afterwards
    before: float  # contracts
    record: Ending  # a Liquidation or Deleveraging: all of one kind, at their mean price
    still_open: bool = True  # False: the rest has ended since


def cut_of(cut: Cut | None, before: Position, seen_ms: int, now: Position, read_ms: int) -> Cut | None:
    """Return what is to be remembered of a position's loss of size; None: it has lost none lately.

    Args:
        cut: as remembered. before: as last seen, at `seen_ms`. now: by the answer of `read_ms`.
    """
    if cut is not None and read_ms - cut.seen_ms <= CUT_GOOD_MS and is_smaller(now.contracts, cut.contracts):
        return cut
    if is_smaller(now.contracts, before.contracts):
        return Cut(contracts=before.contracts, since_ms=seen_ms, seen_ms=read_ms)
    return None


def is_smaller(now: object, before: object) -> bool:
    """Whether a size is smaller than before; what is no number is not."""
    return isinstance(now, float | int) and isinstance(before, float | int) and now < before * (1.0 - SAME)


def closed_by_force(
    cut: Cut, key: PositionKey, position: Position, account: Account, told_ms: int
) -> tuple[ByForce, ...]:
    """Return what the account's records say was closed by force, and was not told; never more than is missing.

    Args:
        told_ms: of the newest record that was told.
    """
    records: tuple[Ending, ...] = (*account.liquidations, *account.deleveragings)
    own = [one for one in since(records, position, cut.since_ms) if one.at_ms > told_ms]
    return parts_by_force(own, key, position, cut.contracts)


def parts_by_force(
    records: Sequence[Ending], key: PositionKey, position: Position, before: float, *, still_open: bool = True
) -> tuple[ByForce, ...]:
    """Return what records of its own say was closed by force on the way from `before` contracts to `position`."""
    found: list[ByForce] = []
    for kind in (Liquidation, Deleveraging):
        own = [one for one in records if isinstance(one, kind)]
        if not own or not is_smaller(position.contracts, before):
            continue
        record = together(own, before - position.contracts)
        found.append(ByForce(key=key, position=position, before=before, record=record, still_open=still_open))
        before -= record.contracts
    return tuple(found)


def since(records: tuple[E, ...], position: Position, seen_ms: int) -> list[E]:
    """Return the records of a position that are not older than its sight at `seen_ms`."""
    place, least = (position.symbol, position.side), seen_ms - SEEN_SLACK_MS
    return [one for one in records if (one.symbol, one.side) == place and one.at_ms >= least]


def together(records: Sequence[E], most: float) -> E:
    """Return records as one: at most so many contracts, at their mean price."""
    closed = sum(one.contracts for one in records)
    return replace(
        records[0],
        contracts=min(closed, most),
        price=sum(one.contracts * one.price for one in records) / closed,
        at_ms=max(one.at_ms for one in records),
    )
