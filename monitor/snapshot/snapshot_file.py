"""The snapshot file, read: one JSON form for an account's state (resources/guide/snapshot-format.md).

Money, prices, sizes and rates are decimal strings; numbers are accepted too. Times are ms UTC. Unknown is null.
Unknown and missing keys are errors that name their path.
"""

from __future__ import annotations

import codecs
import itertools
from pathlib import Path

import msgspec

from monitor.errors import SnapshotError
from monitor.model import (
    Account,
    Bracket,
    Collateral,
    Position,
    Snapshot,
    Stop,
)
from monitor.snapshot.snapshot_markets import markets_of
from monitor.snapshot.snapshot_numbers import (
    Number,
    between,
    fraction,
    maybe,
    maybe_moment,
    moment,
    not_negative,
    number,
    positive,
    step,
    text,
    told_price,
)
from monitor.snapshot.snapshot_rows import (
    VERSION,
    AccountRow,
    CollateralRow,
    FileRow,
    HaircutTierRow,
    PositionRow,
    ReportedOfAccount,
    ReportedOfPosition,
    StopRow,
)
from monitor.snapshot.snapshot_words import in_words, key_that_stands_twice


def read(path: Path) -> Snapshot:
    """Read a snapshot file.

    Raises:
        SnapshotError: the file is missing or not understood; names the path in the file and what was expected.
    """
    try:
        return parse(path.read_bytes())
    except OSError as error:
        raise SnapshotError(f"{path}: {error.strerror}") from None
    except SnapshotError as error:
        raise SnapshotError(f"{path}: {error}") from None


def parse(raw: bytes) -> Snapshot:
    """Return the snapshot in `raw`; raises SnapshotError as `read` does."""
    try:
        raw = raw.removeprefix(codecs.BOM_UTF8)
        file = msgspec.json.decode(raw, type=FileRow)
    except msgspec.ValidationError as error:
        raise SnapshotError(in_words(str(error), raw)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SnapshotError(f"Expected a snapshot in JSON: {error}") from None
    if twice := key_that_stands_twice(raw):
        raise SnapshotError(f"Expected each key once, got {twice[1]!r} again - at `{twice[0]}`")
    if file.version != VERSION:
        raise SnapshotError(f"Expected version {VERSION}, got {file.version} - at `$.version`")
    labels = [account.id for account in file.accounts]
    for index, label in enumerate(labels):
        if label in labels[:index]:
            raise SnapshotError(f"Expected a unique id, got {label!r} again - at `$.accounts[{index}].id`")
    return Snapshot(
        taken_ms=moment(file.taken_ms, "$.taken_ms"),
        accounts=tuple(_account(row, f"$.accounts[{index}]") for index, row in enumerate(file.accounts)),
        markets=markets_of(file.markets or [], "$.markets"),
    )


MOST_TAKER_FEE = 0.02  # from here on it is percent: 0.05 for 0.05%


def _leverage(value: Number | None, path: str) -> float | None:
    number = maybe(value, path)
    if number is not None and number < 0:
        raise SnapshotError(f"Expected a leverage > 0 or null, got {value!r} - at `{path}`")
    return number or None  # some venues say 0 for unknown


def _haircuts(tiers: list[HaircutTierRow], path: str) -> tuple[tuple[float, float], ...]:
    found = tuple(
        (not_negative(tier.floor, f"{path}[{index}].floor"), fraction(tier.rate, f"{path}[{index}].rate"))
        for index, tier in enumerate(tiers)
    )
    _check_floors([floor for floor, _ in found], path)
    for index, (earlier, later) in enumerate(itertools.pairwise(found), start=1):
        if earlier[1] < later[1]:  # `rate` is the share that counts, not the haircut: it never grows with the amount
            raise SnapshotError(f"Expected rates that do not rise, got {later[1]!r} - at `{path}[{index}].rate`")
    return found


def _check_floors(floors: list[float], path: str) -> None:
    """Tiers begin at 0 and ascend: what lies below the first one would have no rate."""
    if floors and floors[0] != 0:
        raise SnapshotError(f"Expected the first floor to be 0, got {floors[0]!r} - at `{path}[0].floor`")
    for index, (earlier, later) in enumerate(itertools.pairwise(floors), start=1):
        if earlier >= later:
            raise SnapshotError(f"Expected floors in ascending order, got {later!r} - at `{path}[{index}].floor`")


def _taker_fee(value: Number | None, path: str) -> float | None:
    found = None if value is None else fraction(value, path)
    if found is not None and found >= MOST_TAKER_FEE:
        raise SnapshotError(
            f"Expected a fraction below {MOST_TAKER_FEE} (0.0005 is 0.05%), got {value!r} - at `{path}`"
        )
    return found


def _check_sides(row: AccountRow, path: str) -> None:
    """In one-way mode a symbol has one position in each margin mode."""
    sides: dict[tuple[str, str], str] = {}
    for index, entry in enumerate(row.positions):
        side = sides.setdefault((entry.symbol, entry.margin_mode), entry.side)
        if row.position_mode == "one_way" and side != entry.side:
            raise SnapshotError(
                f"Expected one side of {entry.symbol} in one_way mode (two are position_mode hedge), "
                f"got {entry.side!r} beside {side!r} - at `{path}.positions[{index}].side`"
            )


def _account(row: AccountRow, path: str) -> Account:
    reported = row.reported or ReportedOfAccount()
    seen: set[tuple[str, str, str]] = set()
    for index, entry in enumerate(row.positions):
        key = (entry.symbol, entry.side, entry.margin_mode)
        if key in seen:
            one = "Expected one position per symbol, side and margin mode"
            raise SnapshotError(f"{one}, got {' '.join(key)!r} again - at `{path}.positions[{index}]`")
        seen.add(key)
    _check_sides(row, path)
    held: set[str] = set()
    for index, money in enumerate(row.collateral):
        if money.currency in held:
            one = "Expected each currency once, all of it in one entry"
            raise SnapshotError(f"{one}, got {money.currency!r} again - at `{path}.collateral[{index}].currency`")
        held.add(money.currency)
    return Account(
        id=text(row.id, f"{path}.id"),
        venue=text(row.venue, f"{path}.venue"),
        account_mode=row.account_mode,
        position_mode=row.position_mode,
        taker_fee_rate=_taker_fee(row.taker_fee_rate, f"{path}.taker_fee_rate"),
        collateral=tuple(
            _collateral(entry, f"{path}.collateral[{index}]") for index, entry in enumerate(row.collateral)
        ),
        positions=tuple(_position(entry, f"{path}.positions[{index}]") for index, entry in enumerate(row.positions)),
        read_ms=maybe_moment(row.read_ms, f"{path}.read_ms"),
        reported_margin_ratio=maybe(reported.margin_ratio, f"{path}.reported.margin_ratio"),
        reported_equity=maybe(reported.equity, f"{path}.reported.equity"),
        reported_maintenance_margin=maybe(reported.maintenance_margin, f"{path}.reported.maintenance_margin"),
        reported_available=maybe(reported.available, f"{path}.reported.available"),
    )


def _collateral(row: CollateralRow, path: str) -> Collateral:
    bid, ask = step(row.bid, f"{path}.bid"), step(row.ask, f"{path}.ask")
    if (bid is None) != (ask is None):
        missing = "bid" if bid is None else "ask"
        raise SnapshotError(f"Expected bid and ask together, got null - at `{path}.{missing}`")
    if bid is not None and ask is not None and bid > ask:
        raise SnapshotError(f"Expected at most the ask {ask!r}, got {row.bid!r} - at `{path}.bid`")
    return Collateral(
        currency=text(row.currency, f"{path}.currency"),
        wallet_balance=number(row.wallet_balance, f"{path}.wallet_balance"),
        index_price=step(row.index_price, f"{path}.index_price"),
        bid=bid,
        ask=ask,
        haircut_tiers=_haircuts(row.haircut_tiers or [], f"{path}.haircut_tiers"),
    )


def _check_inverse(row: PositionRow, path: str) -> None:
    """An inverse contract settles in its base coin, and one that settles in its base coin is inverse."""
    base, _, rest = row.symbol.partition("/")
    quote = rest.partition(":")[0]
    if base != quote and row.settle == (quote if row.inverse else base):
        in_what, expected = ("quote currency", "false") if row.inverse else ("base coin", "true")
        raise SnapshotError(
            f"Expected {expected} for {row.symbol}, which settles in its {in_what} {row.settle}, "
            f"got {str(row.inverse).lower()} - at `{path}.inverse`"
        )


def _position(row: PositionRow, path: str) -> Position:
    _check_inverse(row, path)
    reported = row.reported or ReportedOfPosition()
    if row.margin_mode == "isolated" and row.isolated_margin is None:
        raise SnapshotError(f"Expected the margin assigned to it, got null - at `{path}.isolated_margin`")
    brackets = tuple(
        Bracket(
            floor=not_negative(entry.floor, f"{path}.brackets[{index}].floor"),
            rate=fraction(entry.rate, f"{path}.brackets[{index}].rate"),
            deduction=not_negative(entry.deduction, f"{path}.brackets[{index}].deduction"),
        )
        for index, entry in enumerate(row.brackets)
    )
    _check_floors([tier.floor for tier in brackets], f"{path}.brackets")
    deducting = next((number for number, tier in enumerate(brackets) if tier.deduction), None)
    if row.bracket_scheme == "whole_position" and deducting is not None:
        found = brackets[deducting].deduction
        where = f"{path}.brackets[{deducting}].deduction"
        raise SnapshotError(f"Expected 0 with whole_position, got {found!r} - at `{where}`")
    return Position(
        symbol=text(row.symbol, f"{path}.symbol"),
        side=row.side,
        contracts=positive(row.contracts, f"{path}.contracts"),
        contract_size=positive(row.contract_size, f"{path}.contract_size"),
        inverse=row.inverse,
        settle=text(row.settle, f"{path}.settle"),
        entry_price=positive(row.entry_price, f"{path}.entry_price"),
        mark_price=positive(row.mark_price, f"{path}.mark_price"),
        margin_mode=row.margin_mode,
        isolated_margin=maybe(row.isolated_margin, f"{path}.isolated_margin"),
        leverage=_leverage(row.leverage, f"{path}.leverage"),
        tick_size=step(row.tick_size, f"{path}.tick_size"),
        bracket_unit=row.bracket_unit,
        bracket_scheme=row.bracket_scheme,
        brackets=brackets,
        lot_size=step(row.lot_size, f"{path}.lot_size"),
        stops=None
        if row.stops is None
        else tuple(_stop(entry, f"{path}.stops[{index}]") for index, entry in enumerate(row.stops)),
        funding_rate=between(row.funding_rate, -1.0, 1.0, f"{path}.funding_rate"),
        funding_interval_h=step(row.funding_interval_h, f"{path}.funding_interval_h"),
        next_funding_ms=maybe_moment(row.next_funding_ms, f"{path}.next_funding_ms"),
        unconfirmed=row.unconfirmed,
        opened_ms=maybe_moment(row.opened_ms, f"{path}.opened_ms"),
        rate_slope=maybe(row.rate_slope, f"{path}.rate_slope"),
        rate_implied=row.rate_implied,
        beta=step(row.beta, f"{path}.beta"),
        liquidation_fee_rate=None
        if row.liquidation_fee_rate is None
        else fraction(row.liquidation_fee_rate, f"{path}.liquidation_fee_rate"),
        reported_liquidation_price=told_price(reported.liquidation_price, f"{path}.reported.liquidation_price"),
        reported_maintenance_margin=maybe(reported.maintenance_margin, f"{path}.reported.maintenance_margin"),
        reported_initial_margin=maybe(reported.initial_margin, f"{path}.reported.initial_margin"),
        reported_bankruptcy_price=told_price(reported.bankruptcy_price, f"{path}.reported.bankruptcy_price"),
        reported_unrealized_pnl=maybe(reported.unrealized_pnl, f"{path}.reported.unrealized_pnl"),
        reported_margin_ratio=maybe(reported.margin_ratio, f"{path}.reported.margin_ratio"),
        reported_adl_rank=maybe(reported.adl_rank, f"{path}.reported.adl_rank"),
    )


def _stop(row: StopRow, path: str) -> Stop:
    return Stop(
        trigger_price=positive(row.trigger_price, f"{path}.trigger_price"),
        trigger=row.trigger,
        contracts=step(row.contracts, f"{path}.contracts"),
        limit_price=step(row.limit_price, f"{path}.limit_price"),
    )
