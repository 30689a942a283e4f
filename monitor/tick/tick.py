"""One tick: tick(state, accounts, settings, now_ms) -> (state, Update, events). Pure: live, replay and tests call it.

`state` holds what one tick hands to the next: where every alarm stands, which positions are known, what is muted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitor.alerts import lifecycle
from monitor.alerts.data_readings import SLEPT_MS, slept_text
from monitor.alerts.rules import Reading
from monitor.messages import AlertEvent, Update
from monitor.model import Account, PositionKey
from monitor.risk.beyond import Beyond, measure_beyond
from monitor.risk.market import Market
from monitor.risk.report import RiskReport
from monitor.risk.rows import PositionRisk
from monitor.settings import Settings
from monitor.tick.cuts import ByForce
from monitor.tick.funding_course import followed
from monitor.tick.judge import Judge
from monitor.tick.known_risk import assess_known
from monitor.tick.limits import lines_of
from monitor.tick.presence import Gone, Known, as_last_seen, reconcile
from monitor.tick.price_watch import Prices
from monitor.tick.readings import take_readings
from monitor.tick.state import EngineState
from monitor.tick.told_of_positions import tell_changed_rules, tell_cut, tell_end
from monitor.tick.update import make_update

NOTHING_KNOWN = Market()
NO_PRICES: Prices = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """The outcome of one tick."""

    state: EngineState
    accounts: tuple[Account, ...]  # with unconfirmed positions kept
    report: RiskReport
    beyond: Beyond
    market: Market  # what the report was made with
    prices: Prices
    rows: tuple[PositionRisk, ...]  # in the order of the report, those left out of it last
    deviations: Mapping[str, float]  # of each position's price in 15 minutes, where it is known
    update: Update
    events: tuple[AlertEvent, ...]
    slept: bool = False  # ticks stood still before this one: everything has to be read anew


def tick(
    state: EngineState,
    accounts: tuple[Account, ...],
    settings: Settings,
    now_ms: int,
    *,
    engine_pid: int = 0,
    demo_ids: frozenset[str] = frozenset(),
    conditions: tuple[Reading, ...] = (),
    market: Market = NOTHING_KNOWN,
    prices: Prices = NO_PRICES,
    shown: bool = True,
    heard: Mapping[str, int] | None = None,
) -> Tick:
    """Judge the accounts as they are known at `now_ms`.

    Args:
        conditions: what the engine knows beside the accounts, as that the window does not answer.
        accounts: the newest valid answer of each account, `trouble` set where the last attempt failed.
        demo_ids: accounts of the embedded exchange.
        market: volatilities and what else was read beside the accounts.
        prices: of symbols with a price alert and no position.
        shown: somebody looks; else the Update has no ladder, and nothing beyond the liquidation price.
        heard: the episode of each alarm that has got through to somebody; None: all have.
    """
    before = state
    state, accounts, gone, cuts = _reconcile_all(state, accounts)
    report, rows = assess_known(accounts, settings)
    beyond = measure_beyond(report.figures, market, now_ms, lines_of(settings))
    fresh = {account.id: _is_new(state, account) for account in accounts}
    taken = take_readings(rows, report, accounts, settings, state, now_ms, beyond=beyond, market=market, prices=prices)
    readings = (*taken.all, *conditions)
    judge = Judge(
        state.alarms,
        settings,
        now_ms,
        next_id=state.next_event_id,
        hushed=state.hushed,
        heard=heard,
        started_ms=state.started_ms,
    )
    slept = _tell_slept(judge, state, now_ms)
    _merge_legs(judge, before.legs, taken.legs)
    for reading in readings:
        judge.take(reading, is_new=fresh.get(reading.account_id, True))
    read = frozenset(account.id for account in accounts if account.read_ms is not None)
    judge.close_what_is_over(
        readings,
        read=read,
        watched=frozenset(account.id for account in accounts),
        unconfirmed=frozenset(row.key for row in rows if row.unconfirmed),
    )
    for cut in cuts:
        tell_cut(judge, cut)
    for end in gone:
        tell_end(judge, end, before)
    schedules = tell_changed_rules(judge, state, [account for account in accounts if fresh[account.id]], rows)
    judge.tell_what_is_hushed_no_more()
    muted_until_ms = state.muted_until_ms
    if muted_until_ms is not None and now_ms >= muted_until_ms:
        judge.end_mute()
        muted_until_ms = None
    is_due = now_ms - state.funding_ms >= lifecycle.MINUTE_MS
    state = replace(
        state,
        alarms={key: record for key, record in judge.alarms.items() if record.alarm.phase != "normal"},
        seen_ms={account.id: account.read_ms for account in accounts if account.read_ms is not None},
        next_event_id=judge.next_id,
        seq=state.seq + 1,
        ticked_ms=now_ms,
        hushed=judge.hushed,
        schedules=schedules,
        legs=dict(taken.legs),
        funding=followed(state.funding, rows, now_ms) if is_due else state.funding,
        funding_ms=now_ms if is_due else state.funding_ms,
        muted_until_ms=muted_until_ms,
    )
    return Tick(
        state=state,
        accounts=accounts,
        report=report,
        beyond=beyond,
        market=market,
        prices=prices,
        rows=rows,
        deviations=taken.deviations,
        update=make_update(
            state,
            accounts,
            rows,
            taken.lines,
            report,
            beyond if shown else None,
            settings,
            now_ms,
            engine_pid,
            demo_ids,
            prices,
        ),
        events=tuple(judge.events),
        slept=slept,
    )


def _is_new(state: EngineState, account: Account) -> bool:
    return account.read_ms is not None and account.trouble is None and account.read_ms != state.seen_ms.get(account.id)


def _reconcile_all(
    state: EngineState, accounts: tuple[Account, ...]
) -> tuple[EngineState, tuple[Account, ...], tuple[Gone, ...], tuple[ByForce, ...]]:
    known: dict[str, dict[PositionKey, Known]] = {}
    disagreeing: dict[str, int] = {}
    merged: list[Account] = []
    gone: list[Gone] = []
    cuts: list[ByForce] = []
    for account in accounts:
        if account.read_ms is None:
            known[account.id] = state.known.get(account.id, {})
            merged.append(as_last_seen(account, known[account.id]))
            continue
        is_new = _is_new(state, account)
        kept, known[account.id], ended, cut = reconcile(state.known.get(account.id, {}), account, is_new=is_new)
        before = state.disagreeing.get(account.id, 0)
        disagreeing[account.id] = 0 if account.balance_agrees else before + is_new
        merged.append(kept)
        gone.extend(ended)
        cuts.extend(cut)
    return replace(state, known=known, disagreeing=disagreeing), tuple(merged), tuple(gone), tuple(cuts)


def _tell_slept(judge: Judge, state: EngineState, now_ms: int) -> bool:
    """Whether nothing was watched since the last tick: a suspend, or a standstill of our own."""
    if state.ticked_ms is None or now_ms - state.ticked_ms <= SLEPT_MS:
        return False
    title, text = slept_text(now_ms - state.ticked_ms)
    if any(state.known.values()):
        judge.raise_one_off("slept", "slept|", 2, title, text, family="SYSTEM")
    else:
        judge.note("slept", title, text)
    return True


def _merge_legs(judge: Judge, before: Mapping[str, str], legs: Mapping[str, str]) -> None:
    """Where two legs have come to share one liquidation price, the alarm of the quieter one ends in the other's."""
    for leg, speaker in legs.items():
        if leg != speaker and before.get(leg) != speaker:
            judge.drop(f"distance|{leg}")
