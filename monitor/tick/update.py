"""What a tick tells the window: rows in the order of danger, accounts with how well we see them, alarms worst first."""

from __future__ import annotations

import math
from collections.abc import Mapping

import msgspec

from monitor.messages import AccountStatus, AlertState, Update
from monitor.model import Account
from monitor.risk.beyond import Beyond
from monitor.risk.beyond_positions import positions_beyond
from monitor.risk.beyond_report import account_beyond
from monitor.risk.beyond_rows import AccountBeyond, PositionBeyond
from monitor.risk.report import RiskReport, model_of
from monitor.risk.rows import PoolRisk, PositionRisk
from monitor.settings import Settings
from monitor.tick.judge import SHELVED
from monitor.tick.limits import policy_for, shelf_of
from monitor.tick.price_watch import Prices
from monitor.tick.state import ONE_OFF, AlarmRecord, EngineState
from monitor.tick.total import rates_of, total_equity
from monitor.venue_labels import title_of

BEYOND_POOLS = 12  # so many pools of an account carry all figures; more only where the account is looked at
BEYOND_ROWS = 500  # so many positions, nearest to liquidation first, carry all figures: each costs 30 µs a tick


def make_update(
    state: EngineState,
    accounts: tuple[Account, ...],
    rows: tuple[PositionRisk, ...],
    lines: Mapping[str, tuple[float, float, float]],
    report: RiskReport,
    beyond: Beyond | None,
    settings: Settings,
    now_ms: int,
    engine_pid: int,
    demo_ids: frozenset[str],
    prices: Prices,
) -> Update:
    """Return what the window is told; without `beyond`, only what is needed while nobody looks."""
    levels = {key: record.alarm.level for key, record in state.alarms.items() if record.alarm.active}
    ordered = sorted(rows, key=lambda row: _danger(row, settings, levels))
    full = _in_full(ordered, report, beyond, state.focus)
    positions = tuple(
        msgspec.structs.replace(
            row,
            level=levels.get(f"distance|{state.legs.get(key, key)}", 0),
            alarm_at=lines.get(key),
            beyond=full.get(key),
        )
        for row in ordered
        for key in [row.key]
    )
    pools = tuple(
        msgspec.structs.replace(
            pool, level=max(levels.get(f"{kind}|{pool.account_id}|{pool.pool_id}", 0) for kind in ("ratio", "shock"))
        )
        for pool in report.pool_rows
    )
    statuses = tuple(
        msgspec.structs.replace(
            _account_status(account, positions, pools, state, settings, now_ms, account.id in demo_ids),
            beyond=_account_beyond(beyond, number, account, state.focus),
        )
        for number, account in enumerate(accounts)
    )
    return Update(
        seq=state.seq,
        now_ms=now_ms,
        engine_pid=engine_pid,
        started_ms=state.started_ms,
        accounts=statuses,
        positions=positions,
        pools=pools,
        alerts=tuple(
            _alert_state(record, settings, state, now_ms)
            for record in sorted(state.alarms.values(), key=lambda record: (-record.alarm.level, record.alarm.since_ms))
        ),
        ladder=report.ladder(state.focus) if beyond is not None and state.focus else None,
        muted_until_ms=state.muted_until_ms if (state.muted_until_ms or 0) > now_ms else None,
        restarted_ms=state.restarted_ms,
        notes=state.notes,
        total=total_equity(statuses, pools, positions, settings.display.currency, rates_of(accounts, prices, now_ms)),
    )


def _account_beyond(beyond: Beyond | None, number: int, account: Account, focus: str) -> AccountBeyond | None:
    """All of it for one account; hundreds of pools are told only of the account that is looked at."""
    if beyond is None or account.read_ms is None:
        return None
    found = account_beyond(beyond, number)
    if len(found.pools) <= BEYOND_POOLS or focus.startswith(f"{account.id}|"):
        return found
    return msgspec.structs.replace(
        found,
        pools=(),
        exposed_money=msgspec.structs.replace(found.exposed_money, pools=()),
        negative_balance=msgspec.structs.replace(found.negative_balance, gaps=()),
    )


def _in_full(
    ordered: list[PositionRisk], report: RiskReport, beyond: Beyond | None, focus: str
) -> dict[str, PositionBeyond]:
    """All figures of the positions nearest to liquidation and of the one in focus, by key."""
    if beyond is None:
        return {}
    numbers = {row.key: number for number, row in enumerate(report.positions)}
    wanted = dict.fromkeys(row.key for place, row in enumerate(ordered) if place < BEYOND_ROWS or row.key == focus)
    keys = [key for key in wanted if key in numbers]
    return dict(zip(keys, positions_beyond(beyond, [numbers[key] for key in keys]), strict=True))


def _danger(row: PositionRisk, settings: Settings, levels: Mapping[str, int]) -> float:
    """Sort key: nearest to liquidation first; an unknown distance ranks as a warning, or as the level that stands."""
    if row.unknown or row.unconfirmed:
        lines = settings.alerts.liquidation_distance
        held = {3: lines.critical, 2: lines.danger}.get(levels.get(f"distance|{row.key}", 0), lines.warning)
        return min(held, row.liquidation_distance or math.inf)
    return math.inf if row.liquidation_distance is None else row.liquidation_distance


def _alert_state(record: AlarmRecord, settings: Settings, state: EngineState, now_ms: int) -> AlertState:
    alarm = record.alarm
    shelf = shelf_of(settings, record.key, record.position_key, now_ms)
    cause = state.hushed.get(record.key, "")
    policy = policy_for(record.kind, settings)
    quiet = alarm.quiet_until if alarm.phase in ("acknowledged", "snoozed") else None
    return AlertState(
        key=record.key,
        family=record.family,
        kind=record.kind,
        phase=alarm.phase,
        level=alarm.level,
        peak=alarm.peak,
        since_ms=alarm.since_ms,
        told_ms=alarm.told_ms,
        quiet_until_ms=quiet,
        snoozes_left=max(0, policy.snoozes[alarm.level] - alarm.snoozes_used),
        title=record.title,
        text=record.text,
        account_id=record.account_id,
        position_key=record.position_key,
        data_is_good=alarm.good or record.kind in ONE_OFF,
        shelved_until_ms=None if shelf is None else shelf.until_ms,
        inhibited_by="" if cause == SHELVED else cause,
        measure=alarm.measure,
    )


def _account_status(
    account: Account,
    positions: tuple[PositionRisk, ...],
    pools: tuple[PoolRisk, ...],
    state: EngineState,
    settings: Settings,
    now_ms: int,
    is_demo: bool,
) -> AccountStatus:
    own = [row for row in positions if row.account_id == account.id]
    own_pools = [pool for pool in pools if pool.account_id == account.id]
    settle = _main_currency(own_pools)
    counted = [pool for pool in own_pools if pool.settle == settle]
    worst = max(
        (pool for pool in own_pools if pool.margin_ratio is not None),
        key=lambda pool: pool.margin_ratio or 0.0,
        default=None,
    )
    known = account.read_ms is not None
    level = max(
        (
            record.alarm.level
            for record in state.alarms.values()
            if record.account_id == account.id and record.alarm.active
        ),
        default=0,
    )
    return AccountStatus(
        account_id=account.id,
        venue=account.venue,
        venue_title=title_of(account.venue),
        account_mode=account.account_mode,
        position_mode=account.position_mode,
        margin_modes=tuple(sorted({row.margin_mode for row in own})),
        settle=settle,
        equity=_total([pool.equity for pool in counted]) if known else None,
        unrealized_pnl=_total([pool.unrealized_pnl for pool in counted]) if known else None,
        available=account.reported_available,
        margin_ratio=worst.margin_ratio if worst is not None and known else None,
        margin_ratio_pool=worst.pool_id if worst is not None else "",
        venue_ratio=account.reported_margin_ratio,
        venue_ratio_name=model_of(account.venue).RATIO_NAME,
        positions=len(own),
        level=level,
        feed=_feed(account, own, settings, now_ms),
        read_ms=account.read_ms,
        trouble=account.trouble,
        advice=account.advice,
        latency_ms=account.latency_ms,
        clock_offset_ms=account.clock_offset_ms,
        key=account.key,
        is_demo=is_demo,
    )


def _main_currency(pools: list[PoolRisk]) -> str:
    """The settlement currency that most of the account's money is in."""
    sums: dict[str, float] = {}
    for pool in pools:
        sums[pool.settle] = sums.get(pool.settle, 0.0) + (pool.equity or 0.0)
    return max(sums, key=lambda currency: sums[currency], default="USDT")


def _total(values: list[float | None]) -> float | None:
    """A sum; unknown as soon as one part is."""
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _feed(account: Account, own: list[PositionRisk], settings: Settings, now_ms: int) -> str:
    if account.read_ms is None:
        return "connecting" if account.trouble is None else "stale"
    age_s = (now_ms - account.read_ms) / 1000
    if age_s > max(3 * settings.poll.calm_s, 15.0):
        return "stale"
    if any(row.unconfirmed for row in own):
        return "suspect"
    return "late" if account.trouble is not None or age_s > 2 * settings.poll.calm_s else "live"
