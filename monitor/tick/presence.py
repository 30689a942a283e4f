"""A position that is missing from an answer is not a closed position. Pure.

It stays, marked unconfirmed, until it is proven gone: the venue's own record that it closed it by force, or two valid
answers in a row (three when everything vanished at once) whose account totals agree that nothing is there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from monitor.model import Account, Closing, Deleveraging, Ending, Liquidation, Position, PositionKey
from monitor.tick.cuts import ByForce, Cut, closed_by_force, cut_of, since, together

E = TypeVar("E", bound=Ending)

ANSWERS_NEEDED = 2
ANSWERS_NEEDED_WHEN_ALL_VANISH = 3
LEAST_APART_MS = 700  # answers nearer to each other than this are one look at the account
EXPLAINED = 0.995  # of its size: records that add up to so much explain its end
WALLET_GOOD_MS = 600_000
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
    cut: Cut | None = None  # it has become smaller lately
    forced_ms: int = 0  # of the newest record that was told of a part closed by force


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
) -> tuple[Account, dict[PositionKey, Known], tuple[Gone, ...], tuple[ByForce, ...]]:
    """Compare an account's answer with what we knew of it.

    Args:
        known: of this account only.
        account: its newest valid answer.
        is_new: the answer has not been reconciled before.

    Returns:
        the account with missing positions kept (unconfirmed), the new knowledge, what is proven gone, and what the
        venue closed by force of positions that are still open.
    """
    present = {account.key_of(position): position for position in account.positions}
    marks = dict(account.missing_marks)
    if not is_new:
        if account.trouble is not None:  # a proof is made of answers in a row, with no failure between them
            known = {key: replace(entry, missing=0) if entry.missing else entry for key, entry in known.items()}
        kept = tuple(_kept(entry, marks) for key, entry in known.items() if key not in present)
        return replace(account, positions=account.positions + kept), known, (), ()
    fresh, cuts = _seen(known, present, account)
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
    return replace(account, positions=account.positions + tuple(kept_positions)), fresh, tuple(gone), cuts


def _seen(
    known: dict[PositionKey, Known], present: dict[PositionKey, Position], account: Account
) -> tuple[dict[PositionKey, Known], tuple[ByForce, ...]]:
    """What is known of the positions of an answer, and what was closed by force of those that became smaller."""
    fresh: dict[PositionKey, Known] = {}
    cuts: list[ByForce] = []
    read_ms = account.read_ms or 0
    wallets = {one.currency: one.wallet_balance for one in reversed(account.collateral)}
    for key, position in present.items():
        entry = known.get(key)
        cut, forced_ms = None, 0
        if entry is not None:
            cut, forced_ms = cut_of(entry.cut, entry.position, entry.last_seen_ms, position, read_ms), entry.forced_ms
        forced = () if cut is None else closed_by_force(cut, key, position, account, forced_ms)
        for by_force in forced:
            cuts.append(by_force)
            forced_ms = max(forced_ms, by_force.record.at_ms)
        if cut is not None:
            cut = replace(cut, contracts=cut.contracts - sum(one.record.contracts for one in forced))
        fresh[key] = Known(
            position=position,
            first_seen_ms=_first_seen(entry, account),
            last_seen_ms=read_ms,
            wallet=wallets.get(position.settle),
            cut=cut,
            forced_ms=forced_ms,
        )
    return fresh, tuple(cuts)


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
        if is_it and record.at_ms >= entry.first_seen_ms and record.at_ms > entry.forced_ms:
            return record
    return None


def _records_of(entry: Known, account: Account) -> tuple[Liquidation | None, Deleveraging | None, Closing | None]:
    """The venue's records of the end: what weighs most alone, where there are several."""
    if (liquidation := _liquidation_of(entry, account)) is not None:
        return liquidation, None, None
    if (adl := _together(entry, account.deleveragings)) is not None:
        return None, adl, None
    own = _together(entry, account.closings)
    if own is None or not _explains(own, entry):
        return None, None, None
    return None, None, replace(own, by_stop=all(one.by_stop for one in _since_seen(entry, account.closings)))


def _together(entry: Known, records: tuple[E, ...]) -> E | None:
    """What records of one kind closed since the position was last seen, at its mean price; None: nothing."""
    own = _since_seen(entry, records)
    return together(own, entry.position.contracts) if own else None


def _since_seen(entry: Known, records: tuple[E, ...]) -> list[E]:
    """The records of this position that are not older than its last sight, and were not told."""
    return [one for one in since(records, entry.position, entry.last_seen_ms) if one.at_ms > entry.forced_ms]


def _explains(record: Ending | None, entry: Known) -> bool:
    """Whether a record closes all of a position."""
    return record is not None and record.contracts >= EXPLAINED * entry.position.contracts
