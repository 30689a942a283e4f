"""What is kept of each half minute so that alarm rules can be tried on it: the measures, not the answers.

About 70 bytes a position before compression, and as much again where its figures are kept; `KEEP_MS` bounds how far
back it goes.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

import msgspec

from monitor.messages import AccountStatus
from monitor.risk.rows import PoolRisk, PositionRisk

EVERY_MS = 30_000
FIGURES_EVERY_MS = 5 * 60_000  # they take more room than all else, and are told after a minute
KEEP_MS = 7 * 24 * 3_600_000
HOUR_MS = 3_600_000
KEEP_HOURS_MS = 90 * 24 * HOUR_MS
SEEN = ("live", "late", "suspect")  # feeds whose figures are of now


class PastPosition(msgspec.Struct, frozen=True, array_like=True):
    """One position at one instant; None is unknown, an infinite distance is none that could liquidate."""

    account_id: str
    symbol: str
    side: str
    margin_mode: str
    mark: float
    entry: float
    liquidation: float | None
    distance: float | None
    deviation: float | None  # of the price in 15 minutes, fraction
    isolated_ratio: float | None
    funding_8h: float | None = None  # rate for 8 hours, + paid by longs


class PastPool(msgspec.Struct, frozen=True, array_like=True):
    """One cross pool at one instant."""

    account_id: str
    pool_id: str
    ratio: float | None
    shock: float | None  # the smaller common move that liquidates, infinite where none does; None: one symbol only
    deviation: float | None  # the largest of its symbols


class PastAccount(msgspec.Struct, frozen=True, array_like=True):
    """One account at one instant, where it was seen."""

    account_id: str
    settle: str
    equity: float | None  # [settle]
    ratio: float | None  # of its worst pool
    distance: float | None  # of its nearest position, infinite where nothing could liquidate
    positions: int


class Past(msgspec.Struct, frozen=True, array_like=True):
    """One instant."""

    at_ms: int
    positions: tuple[PastPosition, ...]
    pools: tuple[PastPool, ...]
    accounts: tuple[PastAccount, ...] = ()
    figures: dict[str, dict[str, float]] = {}  # kind -> what it is about -> value; {}: not kept at this instant


def past_of(
    rows: tuple[PositionRisk, ...],
    pools: tuple[PoolRisk, ...],
    deviations: Mapping[str, float],
    now_ms: int,
    accounts: tuple[AccountStatus, ...] = (),
    figures: dict[str, dict[str, float]] | None = None,
) -> Past:
    """Return what is kept of a report.

    Args:
        deviations: of the price in 15 minutes by position key, where it is known.
        accounts: those that are not seen now leave a gap: their last figures are not the present ones.
        figures: as monitor.alerts.figures_kept returns them, where they are due.
    """
    return Past(
        at_ms=now_ms,
        positions=tuple(
            PastPosition(
                account_id=row.account_id,
                symbol=row.symbol,
                side=row.side,
                margin_mode=row.margin_mode,
                mark=row.mark_price,
                entry=row.entry_price,
                liquidation=row.liquidation_price,
                distance=None if row.unknown else _far(row.liquidation_distance),
                deviation=deviations.get(row.key),
                isolated_ratio=row.margin_ratio if row.margin_mode == "isolated" else None,
                funding_8h=row.funding_rate * 8.0 / row.funding_interval_h
                if row.funding_rate is not None and row.funding_interval_h
                else None,
            )
            for row in rows
            if not row.unconfirmed
        ),
        pools=tuple(
            _pool(pool, rows, deviations) for pool in pools if pool.positions and pool.pool_id.startswith("cross:")
        ),
        accounts=tuple(_account(account, rows) for account in accounts if account.feed in SEEN),
        figures=figures or {},
    )


def pack(past: Past) -> bytes:
    """Return the stored form."""
    return zlib.compress(_encode(past), 1)


def unpack(body: bytes) -> Past:
    """Return what was stored."""
    return _decode(zlib.decompress(body))


def _pool(pool: PoolRisk, all_rows: tuple[PositionRisk, ...], deviations: Mapping[str, float]) -> PastPool:
    rows = [row for row in all_rows if (row.account_id, row.pool_id) == (pool.account_id, pool.pool_id)]
    known = [deviations[row.key] for row in rows if row.key in deviations]
    shock = None
    if len({row.symbol for row in rows}) > 1 and not pool.unknown:
        shock = min(_far(pool.common_shock_down), _far(pool.common_shock_up))
    return PastPool(
        account_id=pool.account_id,
        pool_id=pool.pool_id,
        ratio=pool.margin_ratio,
        shock=shock,
        deviation=max(known) if known and len(known) == len(rows) else None,
    )


def _account(account: AccountStatus, all_rows: tuple[PositionRisk, ...]) -> PastAccount:
    rows = [row for row in all_rows if row.account_id == account.account_id]
    known = [_far(row.liquidation_distance) for row in rows if not row.unknown]
    distance = min(known, default=None if rows else float("inf"))
    if len(known) < len(rows) and distance == float("inf"):
        distance = None  # the one that is not known may be the nearest
    return PastAccount(
        account_id=account.account_id,
        settle=account.settle,
        equity=account.equity,
        ratio=account.margin_ratio if rows else 0.0,
        distance=distance,
        positions=len(rows),
    )


def _far(distance: float | None) -> float:
    return float("inf") if distance is None else distance


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Past).decode
