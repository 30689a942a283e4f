"""A position that is missing from an answer is not a closed position. Pure.

It stays, marked unconfirmed, until it is proven gone: the venue's own records, newer than its last sight, that it
closed all of it by force, or two valid answers in a row (three when everything vanished at once) whose account totals
agree that nothing is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitor.model import Account, Closing, Deleveraging, Ending, Liquidation, Position, PositionKey
from monitor.tick.cuts import (
    SEEN_SLACK_MS,
    ByForce,
    Cut,
    closed_by_force,
    cut_of,
    is_smaller,
    parts_by_force,
    since,
    together,
)

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
    liquidation: Liquidation | None  # all that the venue liquidated since it was last seen, where that was its end
    deleveraging: Deleveraging | None = None  # all that auto-deleveraging closed since then, where that was its end
    closing: Closing | None = None  # what the user's own orders closed since then, where that was its end
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
        venue closed by force of positions without ending them.
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
    forced = list(cuts)
    kept_positions: list[Position] = []
    for key, entry in known.items():
        if key in present:
            continue
        records = _records_of(entry, account)
        read_ms = account.read_ms or 0
        is_another_look = read_ms - entry.counted_ms >= LEAST_APART_MS or not entry.missed_at_all
        missing = entry.missing + is_another_look if account.balance_agrees else 0
        if records.prove_its_end or (account.balance_agrees and missing >= needed):
            end, parts = _ended(key, entry, records, lost_margin=_lost_margin(entry, account))
            gone.append(end)
            forced += parts
            continue
        fresh[key] = replace(
            entry,
            missing=missing,
            missed_at_all=entry.missed_at_all + is_another_look,
            counted_ms=read_ms if is_another_look else entry.counted_ms,
        )
        kept_positions.append(_kept(entry, marks))
    return replace(account, positions=account.positions + tuple(kept_positions)), fresh, tuple(gone), tuple(forced)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Records:
    """The venue's records of a missing position that were not told, oldest first."""

    before: float  # contracts it had when it became smaller lately, less what was told; else when last seen
    early: tuple[Ending, ...]  # how it came from `before` to what was last seen
    late: tuple[Ending, ...]  # how that went
    prove_its_end: bool  # the venue closed it by force: they cover all that is missing


def _records_of(entry: Known, account: Account) -> _Records:
    """Sort the venue's records of a missing position into those of its last cut and those of its end.

    Clocks are not exact: what may belong to a cut that no other record explains does not count for the end.
    """
    held, cut = entry.position.contracts, entry.cut
    if cut is None or not is_smaller(held, cut.contracts):
        cut = Cut(contracts=held, since_ms=entry.last_seen_ms, seen_ms=entry.last_seen_ms)
    records: tuple[Ending, ...] = (*account.liquidations, *account.deleveragings, *account.closings)
    own = [
        one
        for one in since(records, entry.position, cut.since_ms)
        if one.at_ms >= entry.first_seen_ms and one.at_ms > entry.forced_ms
    ]
    early: list[Ending] = []
    late: list[Ending] = []
    for record in sorted(own, key=lambda one: one.at_ms):
        if record.at_ms <= entry.last_seen_ms and _size(early) < EXPLAINED * (cut.contracts - held):
            early.append(record)
        elif record.at_ms >= entry.last_seen_ms - SEEN_SLACK_MS:
            late.append(record)
    is_all_there = _size((*early, *late)) >= EXPLAINED * cut.contracts
    return _Records(
        before=cut.contracts,
        early=tuple(early),
        late=tuple(late),
        prove_its_end=is_all_there and _size(_forced(late)) >= EXPLAINED * held,
    )


def _ended(key: PositionKey, entry: Known, records: _Records, *, lost_margin: bool) -> tuple[Gone, tuple[ByForce, ...]]:
    """How a position that is proven gone ended, and what the venue had closed of it by force before."""
    position, late, forced = entry.position, records.late, _forced(records.late)
    held = position.contracts
    parts = parts_by_force(records.early, key, position, records.before, still_open=False)
    end = Gone(key=key, position=position, liquidation=None, lost_margin=lost_margin)
    own = [one for one in late if isinstance(one, Closing)]
    by_order = own and own[-1] is late[-1] and _size(late) >= EXPLAINED * held
    if by_order and _size(forced) < EXPLAINED * held:
        left = replace(position, contracts=held - _size(forced))
        closing = replace(together(own, left.contracts), by_stop=all(one.by_stop for one in own))
        parts += parts_by_force(forced, key, left, held, still_open=False)
        return replace(end, closing=closing), parts
    if liquidations := [one for one in forced if isinstance(one, Liquidation)]:  # weighs most
        return replace(end, liquidation=together(liquidations, held)), parts
    if adl := [one for one in forced if isinstance(one, Deleveraging)]:
        return replace(end, deleveraging=together(adl, held)), parts
    return end, parts


def _forced(records: Sequence[Ending]) -> list[Ending]:
    return [one for one in records if not isinstance(one, Closing)]


def _size(records: Sequence[Ending]) -> float:
    return sum(one.contracts for one in records)
