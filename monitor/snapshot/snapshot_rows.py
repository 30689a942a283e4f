"""The form of the snapshot file: its objects and keys as they stand in the JSON. Unknown keys are an error."""

from __future__ import annotations

import msgspec

from monitor.model import AccountMode, BracketScheme, BracketUnit, MarginMode, PositionMode, Side, TriggerBasis
from monitor.snapshot.snapshot_markets import MarketRow
from monitor.snapshot.snapshot_numbers import Number

VERSION = 1


class Row(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Any object of the file."""


class BracketRow(Row):
    """A tier."""

    floor: Number
    rate: Number
    deduction: Number


class StopRow(Row):
    """A reduce-only stop."""

    trigger_price: Number
    trigger: TriggerBasis
    contracts: Number | None
    limit_price: Number | None


class HaircutTierRow(Row):
    """From which amount which share counts."""

    floor: Number
    rate: Number


class CollateralRow(Row):
    """What is held of one currency."""

    currency: str
    wallet_balance: Number
    index_price: Number | None = None
    bid: Number | None = None
    ask: Number | None = None
    haircut_tiers: list[HaircutTierRow] | None = None


class ReportedOfPosition(Row):
    """What the venue itself said of a position."""

    liquidation_price: Number | None = None
    maintenance_margin: Number | None = None
    initial_margin: Number | None = None
    bankruptcy_price: Number | None = None
    unrealized_pnl: Number | None = None
    margin_ratio: Number | None = None
    adl_rank: Number | None = None


class ReportedOfAccount(Row):
    """What the venue itself said of an account."""

    margin_ratio: Number | None = None
    equity: Number | None = None
    maintenance_margin: Number | None = None
    available: Number | None = None


class PositionRow(Row):
    """A position."""

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
    brackets: list[BracketRow]
    lot_size: Number | None = None
    stops: list[StopRow] | None = None
    funding_rate: Number | None = None
    funding_interval_h: Number | None = None
    next_funding_ms: int | None = None
    unconfirmed: bool = False
    opened_ms: int | None = None
    rate_slope: Number | None = None
    rate_implied: bool = False
    beta: Number | None = None
    liquidation_fee_rate: Number | None = None
    reported: ReportedOfPosition | None = None


class AccountRow(Row):
    """An account."""

    id: str
    venue: str
    account_mode: AccountMode | None
    position_mode: PositionMode | None
    taker_fee_rate: Number | None
    collateral: list[CollateralRow]
    positions: list[PositionRow]
    read_ms: int | None = None
    reported: ReportedOfAccount | None = None


class FileRow(Row):
    """The whole file."""

    version: int
    taken_ms: int
    accounts: list[AccountRow]
    markets: list[MarketRow] | None = None
