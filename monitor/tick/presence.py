"""A position that is missing from an answer is not a closed position. Pure.

It stays, marked unconfirmed, until it is proven gone: the venue's own record that it closed it by force, or two valid
answers in a row (three when everything vanished at once) whose account totals agree that nothing is there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from monitor.model import Account, Closing, Deleveraging, Ending, Liquidation, Position, PositionKey

E = TypeVar("E", bound=Ending)

ANSWERS_NEEDED = 2
ANSWERS_NEEDED_WHEN_ALL_VANISH = 3
LEAST_APART_MS = 700  # answers nearer to each other than this are one look at the account
EXPLAINED = 0.995  # of its size: records that add up to so much explain its end
WALLET_GOOD_MS = 600_000
SEEN_SLACK_MS = 1_000  # an answer is a little younger or older than the moment of its receipt
MARGIN_THAT_RETURNS = 0.1  # of an isolated margin: less than that came back where it was liquidated


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A position we have seen, and how many valid answers have left it out since."""

    position: Position
    missing: int = 0  # valid answers that agree with its absence, in a row
    missed_at_all: int = 0  # valid answers without it, agreeing or not
    counted_ms: int = 0  # when the newest of those was read
    wallet: float | None = None  # of its settlement currency, when it was last there
    first_seen_ms: int = 0
    last_seen_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A position that is proven gone."""

    key: PositionKey
    position: Position  # as last seen
    liquidation: Liquidation | None  # the venue's record, where there is one
    deleveraging: Deleveraging | None = None  # all that auto-deleveraging closed since it was last seen
    closing: Closing | None = None  # all that the user's own orders closed since then, where that explains its end
    lost_margin: bool = False  # its isolated margin is gone with it, and the wallet did not get it back


def known_before(account: Account, now_ms: int) -> dict[PositionKey, Known]:
    """Return the positions of an account as another engine recorded it: what is gone meanwhile has to be told.

    After a longer break the wallet may have changed for other reasons: it proves nothing then.
    """
    seen_ms = account.read_ms
    if seen_ms is None:
        return {}
    is_fresh = 0 <= now_ms - seen_ms <= WALLET_GOOD_MS
    return {
        account.key_of(position): Known(
            position=replace(position, unconfirmed=False),
            first_seen_ms=seen_ms,
            last_seen_ms=seen_ms,
            wallet=_wallet(account, position.settle) if is_fresh else None,
        )
        for position in account.positions
    }


def as_last_seen(account: Account, known: dict[PositionKey, Known]) -> Account:
    """Return an account that has not been read yet, with what was known of it: not confirmed, and not forgotten."""
    return replace(account, positions=tuple(_kept(entry, {}) for entry in known.values())) if known else account


def reconcile(
    known: dict[PositionKey, Known], account: Account, *, is_new: bool
) -> tuple[Account, dict[PositionKey, Known], tuple[Gone, ...]]:
    """Compare an account's answer with what we knew of it.

    Args:
        known: of this account only.
        account: its newest valid answer.
        is_new: the answer has not been reconciled before.

    Returns:
        the account with missing positions kept (unconfirmed), the new knowledge, and what is proven gone.
    """
    present = {account.key_of(position): position for position in account.positions}
    marks = dict(account.missing_marks)
    if not is_new:
        if account.trouble is not None:  # a proof is made of answers in a row, with no failure between them
            known = {key: replace(entry, missing=0) if entry.missing else entry for key, entry in known.items()}
        kept = tuple(_kept(entry, marks) for key, entry in known.items() if key not in present)
        return replace(account, positions=account.positions + kept), known, ()
    fresh = {
        key: Known(
            position=position,
            first_seen_ms=_first_seen(known.get(key), account),
            last_seen_ms=account.read_ms or 0,
            wallet=_wallet(account, position.settle),
        )
        for key, position in present.items()
    }
    everything = bool(known) and not present and len(known) > 1
    needed = ANSWERS_NEEDED_WHEN_ALL_VANISH if everything else ANSWERS_NEEDED
    gone: list[Gone] = []
    kept_positions: list[Position] = []
    for key, entry in known.items():
        if key in present:
            continue
        record, adl, own = _records_of(entry, account)
        read_ms = account.read_ms or 0
        is_another_look = read_ms - entry.counted_ms >= LEAST_APART_MS or not entry.missed_at_all
        missing = entry.missing + is_another_look if account.balance_agrees else 0
        by_force = record is not None or _explains(adl, entry)
        if by_force or (account.balance_agrees and missing >= needed):
            gone.append(
                Gone(
                    key=key,
                    position=entry.position,
                    liquidation=record,
                    deleveraging=adl,
                    closing=own,
                    lost_margin=_lost_margin(entry, account),
                )
            )
            continue
        fresh[key] = replace(
            entry,
            missing=missing,
            missed_at_all=entry.missed_at_all + is_another_look,
            counted_ms=read_ms if is_another_look else entry.counted_ms,
        )
        kept_positions.append(_kept(entry, marks))
    return replace(account, positions=account.positions + tuple(kept_positions)), fresh, tuple(gone)


def _kept(entry: Known, marks: dict[str, float]) -> Position:
    """The position as last seen, at its symbol's newest mark where that is known."""
    mark = marks.get(entry.position.symbol)
    reported_at = entry.position.reported_mark_price
    if mark is not None and reported_at is None:
        reported_at = entry.position.mark_price
    return replace(
        entry.position,
        unconfirmed=True,
        mark_price=entry.position.mark_price if mark is None else mark,
        reported_mark_price=reported_at,
    )


def _wallet(account: Account, settle: str) -> float | None:
    return next((one.wallet_balance for one in account.collateral if one.currency == settle), None)


def _lost_margin(entry: Known, account: Account) -> bool:
    """Whether an isolated position took all its margin with it: closed by hand, what is left of it comes back."""
    margin, after = entry.position.isolated_margin, _wallet(account, entry.position.settle)
    if margin is None or margin <= 0 or entry.wallet is None or after is None:
        return False
    return after - entry.wallet < MARGIN_THAT_RETURNS * margin


def _first_seen(entry: Known | None, account: Account) -> int:
    return entry.first_seen_ms if entry is not None else account.read_ms or 0


def _liquidation_of(entry: Known, account: Account) -> Liquidation | None:
    """The venue's record of this position's forced end, younger than our first sight of it."""
    position = entry.position
    for record in account.liquidations:
        is_it = (record.symbol, record.side) == (position.symbol, position.side)
        if is_it and record.at_ms >= entry.first_seen_ms + (account.clock_offset_ms or 0):
            return record
    return None


def _records_of(entry: Known, account: Account) -> tuple[Liquidation | None, Deleveraging | None, Closing | None]:
    """The venue's records of the end: what weighs most alone, where there are several."""
    if (liquidation := _liquidation_of(entry, account)) is not None:
        return liquidation, None, None
    offset_ms = account.clock_offset_ms or 0
    if (adl := _together(entry, account.deleveragings, offset_ms)) is not None:
        return None, adl, None
    own = _together(entry, account.closings, offset_ms)
    if own is None or not _explains(own, entry):
        return None, None, None
    return None, None, replace(own, by_stop=all(one.by_stop for one in _since_seen(entry, account.closings, offset_ms)))


def _together(entry: Known, records: tuple[E, ...], offset_ms: int) -> E | None:
    """What records of one kind closed since the position was last seen, at its mean price; None: nothing."""
    position, own = entry.position, _since_seen(entry, records, offset_ms)
    if not own:
        return None
    closed = sum(one.contracts for one in own)
    return replace(
        own[0],
        contracts=min(closed, position.contracts),
        price=sum(one.contracts * one.price for one in own) / closed,
        at_ms=max(one.at_ms for one in own),
    )


def _since_seen(entry: Known, records: tuple[E, ...], offset_ms: int) -> list[E]:
    """The records of this position that are not older than its last sight; they are dated by the venue's clock."""
    place, since = (entry.position.symbol, entry.position.side), entry.last_seen_ms + offset_ms - SEEN_SLACK_MS
    return [one for one in records if (one.symbol, one.side) == place and one.at_ms >= since]


def _explains(record: Ending | None, entry: Known) -> bool:
    """Whether a record closes all of a position."""
    return record is not None and record.contracts >= EXPLAINED * entry.position.contracts
