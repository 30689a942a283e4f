"""The snapshot file, read and written: one JSON form for an account's state (resources/guide/snapshot-format.md).

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
    AccountMode,
    Bracket,
    BracketScheme,
    BracketUnit,
    Collateral,
    MarginMode,
    Position,
    PositionMode,
    Side,
    Snapshot,
    Stop,
    TriggerBasis,
)
from monitor.snapshot.snapshot_markets import MarketRow, markets_of, rows_of
from monitor.snapshot.snapshot_numbers import (
    Number,
    between,
    fraction,
    maybe,
    not_negative,
    number,
    positive,
    step,
    told_price,
)
from monitor.snapshot.snapshot_words import in_words, key_that_stands_twice

VERSION = 1


class _Row(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Any object of the file."""


class _Bracket(_Row):
    floor: Number
    rate: Number
    deduction: Number


class _Stop(_Row):
    trigger_price: Number
    trigger: TriggerBasis
    contracts: Number | None
    limit_price: Number | None


class _HaircutTier(_Row):
    floor: Number
    rate: Number


class _Collateral(_Row):
    currency: str
    wallet_balance: Number
    index_price: Number | None = None
    bid: Number | None = None
    ask: Number | None = None
    haircut_tiers: list[_HaircutTier] | None = None


class _PositionReported(_Row):
    liquidation_price: Number | None = None
    maintenance_margin: Number | None = None
    initial_margin: Number | None = None
    bankruptcy_price: Number | None = None
    unrealized_pnl: Number | None = None
    margin_ratio: Number | None = None
    adl_rank: Number | None = None


class _AccountReported(_Row):
    margin_ratio: Number | None = None
    equity: Number | None = None
    maintenance_margin: Number | None = None
    available: Number | None = None


class _Position(_Row):
    symbol: str
    side: Side
    contracts: Number
    contract_size: Number
    inverse: bool
    settle: str
    entry_price: Number
    mark_price: Number
    margin_mode: MarginMode
    isolated_margin: Number | None
    leverage: Number | None
    tick_size: Number | None
    bracket_unit: BracketUnit
    bracket_scheme: BracketScheme
    brackets: list[_Bracket]
    lot_size: Number | None = None
    stops: list[_Stop] | None = None
    funding_rate: Number | None = None
    funding_interval_h: Number | None = None
    next_funding_ms: int | None = None
    unconfirmed: bool = False
    opened_ms: int | None = None
    rate_slope: Number | None = None
    beta: Number | None = None
    liquidation_fee_rate: Number | None = None
    reported: _PositionReported | None = None


class _Account(_Row):
    id: str
    venue: str
    account_mode: AccountMode | None
    position_mode: PositionMode | None
    taker_fee_rate: Number | None
    collateral: list[_Collateral]
    positions: list[_Position]
    read_ms: int | None = None
    reported: _AccountReported | None = None


class _File(_Row):
    version: int
    taken_ms: int
    accounts: list[_Account]
    markets: list[MarketRow] | None = None


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
        file = msgspec.json.decode(raw, type=_File)
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
        taken_ms=file.taken_ms,
        accounts=tuple(_account(row, f"$.accounts[{index}]") for index, row in enumerate(file.accounts)),
        markets=markets_of(file.markets or [], "$.markets"),
    )


def dump(snapshot: Snapshot) -> bytes:
    """Return the snapshot as JSON bytes, without optional keys that say nothing."""
    return msgspec.json.encode(
        _File(
            version=VERSION,
            taken_ms=snapshot.taken_ms,
            accounts=[_account_row(account) for account in snapshot.accounts],
            markets=rows_of(snapshot.markets) or None,
        )
    )


def _leverage(value: Number | None, path: str) -> float | None:
    number = maybe(value, path)
    if number is not None and number < 0:
        raise SnapshotError(f"Expected a leverage > 0 or null, got {value!r} - at `{path}`")
    return number or None  # some venues say 0 for unknown


def _haircuts(tiers: list[_HaircutTier], path: str) -> tuple[tuple[float, float], ...]:
    found = tuple(
        (number(tier.floor, f"{path}[{index}].floor"), fraction(tier.rate, f"{path}[{index}].rate"))
        for index, tier in enumerate(tiers)
    )
    for index, (earlier, later) in enumerate(itertools.pairwise(found), start=1):
        if earlier[0] >= later[0]:
            raise SnapshotError(f"Expected floors in ascending order, got {later[0]!r} - at `{path}[{index}].floor`")
        if earlier[1] < later[1]:  # `rate` is the share that counts, not the haircut: it never grows with the amount
            raise SnapshotError(f"Expected rates that do not rise, got {later[1]!r} - at `{path}[{index}].rate`")
    return found


def _account(row: _Account, path: str) -> Account:
    reported = row.reported or _AccountReported()
    seen: set[tuple[str, str, str]] = set()
    for index, entry in enumerate(row.positions):
        key = (entry.symbol, entry.side, entry.margin_mode)
        if key in seen:
            one = "Expected one position per symbol, side and margin mode"
            raise SnapshotError(f"{one}, got {' '.join(key)!r} again - at `{path}.positions[{index}]`")
        seen.add(key)
    held: set[str] = set()
    for index, money in enumerate(row.collateral):
        if money.currency in held:
            one = "Expected each currency once, all of it in one entry"
            raise SnapshotError(f"{one}, got {money.currency!r} again - at `{path}.collateral[{index}].currency`")
        held.add(money.currency)
    return Account(
        id=row.id,
        venue=row.venue,
        account_mode=row.account_mode,
        position_mode=row.position_mode,
        taker_fee_rate=None if row.taker_fee_rate is None else fraction(row.taker_fee_rate, f"{path}.taker_fee_rate"),
        collateral=tuple(
            _collateral(entry, f"{path}.collateral[{index}]") for index, entry in enumerate(row.collateral)
        ),
        positions=tuple(_position(entry, f"{path}.positions[{index}]") for index, entry in enumerate(row.positions)),
        read_ms=row.read_ms,
        reported_margin_ratio=maybe(reported.margin_ratio, f"{path}.reported.margin_ratio"),
        reported_equity=maybe(reported.equity, f"{path}.reported.equity"),
        reported_maintenance_margin=maybe(reported.maintenance_margin, f"{path}.reported.maintenance_margin"),
        reported_available=maybe(reported.available, f"{path}.reported.available"),
    )


def _collateral(row: _Collateral, path: str) -> Collateral:
    return Collateral(
        currency=row.currency,
        wallet_balance=number(row.wallet_balance, f"{path}.wallet_balance"),
        index_price=maybe(row.index_price, f"{path}.index_price"),
        bid=maybe(row.bid, f"{path}.bid"),
        ask=maybe(row.ask, f"{path}.ask"),
        haircut_tiers=_haircuts(row.haircut_tiers or [], f"{path}.haircut_tiers"),
    )


def _position(row: _Position, path: str) -> Position:
    reported = row.reported or _PositionReported()
    if row.margin_mode == "isolated" and row.isolated_margin is None:
        raise SnapshotError(f"Expected the margin assigned to it, got null - at `{path}.isolated_margin`")
    brackets = tuple(
        Bracket(
            floor=number(entry.floor, f"{path}.brackets[{index}].floor"),
            rate=fraction(entry.rate, f"{path}.brackets[{index}].rate"),
            deduction=not_negative(entry.deduction, f"{path}.brackets[{index}].deduction"),
        )
        for index, entry in enumerate(row.brackets)
    )
    for index, (earlier, later) in enumerate(itertools.pairwise(brackets), start=1):
        if earlier.floor >= later.floor:
            where = f"{path}.brackets[{index}].floor"
            raise SnapshotError(f"Expected floors in ascending order, got {later.floor!r} - at `{where}`")
    return Position(
        symbol=row.symbol,
        side=row.side,
        contracts=positive(row.contracts, f"{path}.contracts"),
        contract_size=positive(row.contract_size, f"{path}.contract_size"),
        inverse=row.inverse,
        settle=row.settle,
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
        funding_interval_h=maybe(row.funding_interval_h, f"{path}.funding_interval_h"),
        next_funding_ms=row.next_funding_ms,
        unconfirmed=row.unconfirmed,
        opened_ms=row.opened_ms,
        rate_slope=maybe(row.rate_slope, f"{path}.rate_slope"),
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


def _stop(row: _Stop, path: str) -> Stop:
    return Stop(
        trigger_price=number(row.trigger_price, f"{path}.trigger_price"),
        trigger=row.trigger,
        contracts=step(row.contracts, f"{path}.contracts"),
        limit_price=maybe(row.limit_price, f"{path}.limit_price"),
    )


def _text(value: float) -> str:
    return repr(value)


def _text_or_none(value: float | None) -> str | None:
    return None if value is None else repr(value)


def _account_row(account: Account) -> _Account:
    reported = _AccountReported(
        margin_ratio=_text_or_none(account.reported_margin_ratio),
        equity=_text_or_none(account.reported_equity),
        maintenance_margin=_text_or_none(account.reported_maintenance_margin),
        available=_text_or_none(account.reported_available),
    )
    return _Account(
        id=account.id,
        venue=account.venue,
        account_mode=account.account_mode,
        position_mode=account.position_mode,
        taker_fee_rate=_text_or_none(account.taker_fee_rate),
        collateral=[_collateral_row(entry) for entry in account.collateral],
        positions=[_position_row(position) for position in account.positions],
        read_ms=account.read_ms,
        reported=None if reported == _AccountReported() else reported,
    )


def _collateral_row(entry: Collateral) -> _Collateral:
    tiers = [_HaircutTier(floor=_text(floor), rate=_text(rate)) for floor, rate in entry.haircut_tiers]
    return _Collateral(
        currency=entry.currency,
        wallet_balance=_text(entry.wallet_balance),
        index_price=_text_or_none(entry.index_price),
        bid=_text_or_none(entry.bid),
        ask=_text_or_none(entry.ask),
        haircut_tiers=tiers or None,
    )


def _position_row(position: Position) -> _Position:
    reported = _PositionReported(
        liquidation_price=_text_or_none(position.reported_liquidation_price),
        maintenance_margin=_text_or_none(position.reported_maintenance_margin),
        initial_margin=_text_or_none(position.reported_initial_margin),
        bankruptcy_price=_text_or_none(position.reported_bankruptcy_price),
        unrealized_pnl=_text_or_none(position.reported_unrealized_pnl),
        margin_ratio=_text_or_none(position.reported_margin_ratio),
        adl_rank=_text_or_none(position.reported_adl_rank),
    )
    stops = None
    if position.stops is not None:
        stops = [
            _Stop(
                trigger_price=_text(stop.trigger_price),
                trigger=stop.trigger,
                contracts=_text_or_none(stop.contracts),
                limit_price=_text_or_none(stop.limit_price),
            )
            for stop in position.stops
        ]
    return _Position(
        symbol=position.symbol,
        side=position.side,
        contracts=_text(position.contracts),
        contract_size=_text(position.contract_size),
        inverse=position.inverse,
        settle=position.settle,
        entry_price=_text(position.entry_price),
        mark_price=_text(position.mark_price),
        margin_mode=position.margin_mode,
        isolated_margin=_text_or_none(position.isolated_margin),
        leverage=_text_or_none(position.leverage),
        tick_size=_text_or_none(position.tick_size),
        bracket_unit=position.bracket_unit,
        bracket_scheme=position.bracket_scheme,
        brackets=[
            _Bracket(floor=_text(entry.floor), rate=_text(entry.rate), deduction=_text(entry.deduction))
            for entry in position.brackets
        ],
        lot_size=_text_or_none(position.lot_size),
        stops=stops,
        funding_rate=_text_or_none(position.funding_rate),
        funding_interval_h=_text_or_none(position.funding_interval_h),
        next_funding_ms=position.next_funding_ms,
        unconfirmed=position.unconfirmed,
        opened_ms=position.opened_ms,
        rate_slope=_text_or_none(position.rate_slope),
        beta=_text_or_none(position.beta),
        liquidation_fee_rate=_text_or_none(position.liquidation_fee_rate),
        reported=None if reported == _PositionReported() else reported,
    )
