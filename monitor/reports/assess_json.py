"""A report in the form of `marginwatch assess` (resources/guide/snapshot-format.md)."""

from __future__ import annotations

from typing import Any

import msgspec

from monitor.messages import StressReport, Update
from monitor.model import Snapshot
from monitor.reports.null_reasons import with_reasons
from monitor.risk.beyond import Beyond
from monitor.risk.beyond_positions import positions_beyond
from monitor.risk.beyond_report import account_beyond
from monitor.risk.beyond_rows import AccountBeyond
from monitor.risk.report import RiskReport
from monitor.risk.rows import PoolRisk, PositionRisk
from monitor.risk.stress_report import stress_report
from monitor.risk.stress_rows import account_stress

VERSION = 1
BLOCKS = ("liquidation", "gap_loss", "exit_cost", "funding", "touch", "stops", "adl", "sizing", "rescue")
NOT_RECKONED = "this position is unproven, or one of many far from liquidation: only the nearest are reckoned in full"


def report_json(update: Update, stress: StressReport | None) -> bytes:
    """Return the report of one Update as indented JSON, accounts in the order of the update."""
    accounts = [
        _account(
            account.account_id,
            [row for row in update.positions if row.account_id == account.account_id],
            [pool for pool in update.pools if pool.account_id == account.account_id],
            account.beyond,
            stress,
        )
        for account in update.accounts
    ]
    return _printed(accounts)


def snapshot_json(snapshot: Snapshot, report: RiskReport, beyond: Beyond) -> bytes:
    """Return the report of a snapshot file as indented JSON: accounts and positions in the file's order."""
    found = positions_beyond(beyond, range(len(report.positions)))
    rows = [msgspec.structs.replace(row, beyond=one) for row, one in zip(report.positions, found, strict=True)]
    stress = stress_report(report.figures, snapshot.taken_ms)
    accounts = [
        _account(
            account.id,
            [row for row in rows if row.account_id == account.id],
            [pool for pool in report.pool_rows if pool.account_id == account.id],
            account_beyond(beyond, number),
            stress,
        )
        for number, account in enumerate(snapshot.accounts)
    ]
    return _printed(accounts)


def _printed(accounts: list[dict[str, Any]]) -> bytes:
    """The report as JSON, with a reason beside each null."""
    body = with_reasons(msgspec.to_builtins({"version": VERSION, "accounts": accounts}))
    return msgspec.json.format(msgspec.json.encode(body), indent=2)


def _account(
    account_id: str,
    positions: list[PositionRisk],
    pools: list[PoolRisk],
    beyond: AccountBeyond | None,
    stress: StressReport | None,
) -> dict[str, Any]:
    """Account figures are the cross pool's; `pools` has an entry for it and for every other pool."""
    cross = [pool for pool in pools if pool.pool_id.startswith("cross:")]
    used = [pool for pool in cross if pool.positions] or cross[:1]
    body: dict[str, Any] = {"id": account_id, **_pool(used[0] if used else None)}
    body["pools"] = [_entry(pool) for pool in (*used, *(pool for pool in pools if pool not in cross))]
    body["positions"] = [_position(row) for row in positions]
    body["unknown"] = used[0].unknown if used else ""
    body["negative_balance"] = None if beyond is None else beyond.negative_balance
    body["exposed_money"] = None if beyond is None else beyond.exposed_money
    body["touch"] = None if beyond is None else beyond.pools
    body["stress"] = None if stress is None else account_stress(stress, account_id)
    body["stress_reason"] = (
        "" if stress is not None else "the deadline came before shocks and crashes were laid over it"
    )
    return body


def _entry(pool: PoolRisk) -> dict[str, Any]:
    return {
        "id": pool.pool_id,
        "settle": pool.settle,
        **_pool(pool),
        "required": pool.required,
        "headroom": pool.headroom,
        "positions": pool.positions,
        "unknown": pool.unknown,
    }


def _pool(pool: PoolRisk | None) -> dict[str, Any]:
    return {
        "equity": None if pool is None else pool.equity,
        "maintenance_margin": None if pool is None else pool.maintenance_margin,
        "margin_ratio": None if pool is None else pool.margin_ratio,
        "venue_ratio": None if pool is None else pool.venue_ratio,
        "venue_ratio_name": "" if pool is None else pool.venue_ratio_name,
        "common_shock_down": None if pool is None else pool.common_shock_down,
        "common_shock_up": None if pool is None else pool.common_shock_up,
    }


def _position(row: PositionRisk) -> dict[str, Any]:
    return {
        "symbol": row.symbol,
        "side": row.side,
        "notional": row.notional,
        "unrealized_pnl": row.unrealized_pnl,
        "maintenance_margin": row.maintenance_margin,
        "initial_margin": row.initial_margin,
        "liquidation_price": row.liquidation_price,
        "bankruptcy_price": row.bankruptcy_price,
        "liquidation_distance": row.liquidation_distance,
        "max_loss": row.max_loss,
        "pool": row.pool_id,
        "margin_ratio": row.margin_ratio,
        "liquidation_price_basis": row.basis,
        "effective_leverage": row.effective_leverage,
        "unknown": row.unknown,
        **{name: None if row.beyond is None else getattr(row.beyond, name) for name in BLOCKS},
        "beyond_reason": "" if row.beyond is not None else NOT_RECKONED,
        "reported_liquidation_price": row.reported_liquidation_price,
        "agreement": {
            "status": row.agreement,
            "ticks": row.disagreement_ticks,
            "fraction": row.disagreement,
            "allowed": row.disagreement_allowed,
            "skew": row.disagreement_skew,
            "ours": row.compared_price,
            "mark": row.compared_mark,
        },
    }
