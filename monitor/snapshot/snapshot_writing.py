"""The snapshot file, written: what snapshot_file.py reads again as it was. Keys that say nothing are left out."""

from __future__ import annotations

import msgspec

from monitor.model import Account, Collateral, Position, Snapshot
from monitor.snapshot.snapshot_markets import rows_of
from monitor.snapshot.snapshot_rows import (
    VERSION,
    AccountRow,
    BracketRow,
    CollateralRow,
    FileRow,
    HaircutTierRow,
    PositionRow,
    ReportedOfAccount,
    ReportedOfPosition,
    StopRow,
)


def dump(snapshot: Snapshot) -> bytes:
    """Return the snapshot as JSON bytes, without optional keys that say nothing."""
    return msgspec.json.encode(
        FileRow(
            version=VERSION,
            taken_ms=snapshot.taken_ms,
            accounts=[_account_row(account) for account in snapshot.accounts],
            markets=rows_of(snapshot.markets) or None,
        )
    )


def _text(value: float) -> str:
    return repr(value)


def _text_or_none(value: float | None) -> str | None:
    return None if value is None else repr(value)


def _account_row(account: Account) -> AccountRow:
    reported = ReportedOfAccount(
        margin_ratio=_text_or_none(account.reported_margin_ratio),
        equity=_text_or_none(account.reported_equity),
        maintenance_margin=_text_or_none(account.reported_maintenance_margin),
        available=_text_or_none(account.reported_available),
    )
    return AccountRow(
        id=account.id,
        venue=account.venue,
        account_mode=account.account_mode,
        position_mode=account.position_mode,
        taker_fee_rate=_text_or_none(account.taker_fee_rate),
        collateral=[_collateral_row(entry) for entry in account.collateral],
        positions=[_position_row(position) for position in account.positions],
        read_ms=account.read_ms,
        reported=None if reported == ReportedOfAccount() else reported,
    )


def _collateral_row(entry: Collateral) -> CollateralRow:
    tiers = [HaircutTierRow(floor=_text(floor), rate=_text(rate)) for floor, rate in entry.haircut_tiers]
    return CollateralRow(
        currency=entry.currency,
        wallet_balance=_text(entry.wallet_balance),
        index_price=_text_or_none(entry.index_price),
        bid=_text_or_none(entry.bid),
        ask=_text_or_none(entry.ask),
        haircut_tiers=tiers or None,
    )


def _position_row(position: Position) -> PositionRow:
    reported = ReportedOfPosition(
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
            StopRow(
                trigger_price=_text(stop.trigger_price),
                trigger=stop.trigger,
                contracts=_text_or_none(stop.contracts),
                limit_price=_text_or_none(stop.limit_price),
            )
            for stop in position.stops
        ]
    return PositionRow(
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
            BracketRow(floor=_text(entry.floor), rate=_text(entry.rate), deduction=_text(entry.deduction))
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
        rate_implied=position.rate_implied,
        beta=_text_or_none(position.beta),
        liquidation_fee_rate=_text_or_none(position.liquidation_fee_rate),
        reported=None if reported == ReportedOfPosition() else reported,
    )
