"""An engine of made-up prices in a process of its own: real ticks, sent as the product sends them, and answers.

What it does costs the measured window nothing. Every position is isolated, so that a mark moves its own row only.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import monitor.pipe
from monitor.child import EngineHandle
from monitor.messages import (
    AskExplanation,
    AskFigures,
    AskHistory,
    AskJournal,
    AskStress,
    AskTimeline,
    Candles,
    JournalFigures,
    PlanTrade,
    SettingsChanged,
    Stress,
    ToEngine,
    ToWindow,
    Update,
    WhatIf,
    decode_to_engine,
)
from monitor.model import Account
from monitor.pipe import Pipe
from monitor.settings import AlertSettings, Settings
from monitor.tick.state import EngineState
from monitor.tick.tick import tick
from tests.benchmarks.bench_beyond import furnished, market_of
from tests.build import account, isolated
from tests.ui import detail_sample, history_sample, journal_sample, risk_sample

NOW_MS = 1_764_000_000_000
STEPS = 8  # ticks that are made beforehand; they are played forwards and backwards
PER_ACCOUNT = 100


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is fed."""

    positions: int
    share: float  # of the marks that move with each tick
    hertz: float = 10.0
    seed: int = 1
    lives: bool = False  # each step is a market second, with alarms; else a few ticks are played again and again


def start_feed(plan: Plan) -> EngineHandle:
    """Start the process and return at once; Updates come once the ticks are made."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=True)
    process = context.Process(target=_feed, args=(theirs, msgspec.json.encode(plan)), daemon=True)
    process.start()
    theirs.close()
    return EngineHandle(process=process, connection=ours)


def accounts_of(count: int, dice: random.Random) -> tuple[Account, ...]:
    """Accounts of isolated positions, most of them calm, two in a hundred not."""
    rows = []
    for number in range(count):
        contracts, far = 1.0 + number % 7, dice.uniform(0.06, 0.16) if number % 50 == 0 else dice.uniform(0.2, 0.6)
        rows.append(
            isolated(
                contracts * 50_000.0 * far,
                symbol=f"C{number}/USDT:USDT",
                contracts=contracts,
                side=("long", "short")[number % 2],
                leverage=float(3 + number % 20),
            )
        )
    made = [
        account(*rows[first : first + PER_ACCOUNT], id=f"Account {first // PER_ACCOUNT + 1}", wallet=5_000_000.0)
        for first in range(0, count, PER_ACCOUNT)
    ]
    return furnished(tuple(made))


def moved(accounts: tuple[Account, ...], share: float, dice: random.Random) -> tuple[Account, ...]:
    """The accounts after some of their marks have moved by up to 0.2 %."""
    return tuple(
        replace(
            one,
            read_ms=NOW_MS,
            positions=tuple(
                replace(row, mark_price=round(row.mark_price * (1.0 + dice.uniform(-2e-3, 2e-3)), 1))
                if dice.random() < share
                else row
                for row in one.positions
            ),
        )
        for one in accounts
    )


def updates(plan: Plan) -> list[Update]:
    """The results of real ticks."""
    dice = random.Random(plan.seed)
    accounts = moved(accounts_of(plan.positions, dice), 1.0, dice)
    market, state, made = market_of(accounts), EngineState(started_ms=NOW_MS - 5_000), []
    for _ in range(STEPS):
        outcome = tick(state, accounts, Settings(), NOW_MS, market=market)
        state = outcome.state
        made.append(outcome.update)
        accounts = moved(accounts, plan.share, dice)
    return made[2:]  # the first ones have yet to raise their alarms


def candles(update: Update) -> Candles:
    """Bars of the most endangered position."""
    row = update.positions[0]
    closes = [row.mark_price * (1 + 0.002 * (number % 13 - 6)) for number in range(300)]
    return Candles(
        symbol=row.symbol, account_id=row.account_id, timeframe="15m", synthetic=True,
        open_ms=tuple(update.now_ms - (300 - number) * 900_000 for number in range(300)),
        open=tuple(closes), high=tuple(c * 1.003 for c in closes), low=tuple(c * 0.997 for c in closes),
        close=tuple(closes),
    )  # fmt: skip


def at(update: Update, seq: int, now_ms: int) -> Update:
    """The same figures now."""
    accounts = tuple(msgspec.structs.replace(one, read_ms=now_ms, feed="live") for one in update.accounts)
    return msgspec.structs.replace(update, seq=seq, now_ms=now_ms, accounts=accounts)


@cache
def _stress() -> Stress:
    return Stress(request_id=0, report=risk_sample.stress())


def reply(question: ToEngine) -> ToWindow | None:
    """An answer of the right kind and size."""
    match question:
        case AskHistory():
            return history_sample.history(question.request_id)
        case AskJournal():
            return journal_sample.page(question, 500)
        case AskFigures():
            return JournalFigures(request_id=question.request_id, kpi=journal_sample.kpi())
        case AskStress():
            return msgspec.structs.replace(_stress(), request_id=question.request_id)
        case PlanTrade():
            return risk_sample.planned(question)
        case WhatIf():
            return detail_sample.what_if(question.request_id)
        case AskExplanation():
            return msgspec.structs.replace(
                detail_sample.explanation(question.request_id), position_key=question.position_key
            )
        case AskTimeline():
            found = detail_sample.timeline(question.request_id, question.hours)
            return msgspec.structs.replace(found, position_key=question.position_key)
    return None


def played(plan: Plan) -> Iterator[tuple[ToWindow, ...]]:
    """What is sent, step by step: the same ticks forwards and backwards."""
    made = updates(plan)
    steps = made + made[-2:0:-1]
    seq = 0
    while True:
        now_ms = time.time_ns() // 1_000_000
        update = at(steps[seq % len(steps)], seq, now_ms)
        yield (update,) if seq % 50 else (update, candles(update))
        seq += 1


def lived(plan: Plan) -> Iterator[tuple[ToWindow, ...]]:
    """What is sent, step by step: a market second each, with real alarms, and positions that come and go."""
    dice, seq = random.Random(plan.seed), 0
    now_ms = time.time_ns() // 1_000_000
    first = accounts = accounts_of(plan.positions, dice)
    market, state = market_of(accounts), EngineState(started_ms=now_ms)
    while True:
        now_ms += 1_000
        accounts = tuple(
            replace(
                one,
                read_ms=now_ms,
                positions=tuple(replace(row, mark_price=_wandered(row.mark_price, dice)) for row in one.positions),
            )
            for one in accounts
        )
        if seq % 30 == 29:
            held = tuple(dice.sample(first[0].positions, k=len(first[0].positions) - dice.randrange(4)))
            accounts = (replace(accounts[0], positions=held), *accounts[1:])
        outcome = tick(state, accounts, Settings(), now_ms, market=market)
        state, accounts = outcome.state, outcome.accounts
        update = msgspec.structs.replace(outcome.update, seq=seq)
        yield (*outcome.events, update) if seq % 20 else (*outcome.events, update, candles(update))
        seq += 1


def _wandered(price: float, dice: random.Random) -> float:
    """A step of a price that comes back to where it began."""
    return round(price * (1.0 + dice.uniform(-4e-3, 4e-3) + 0.02 * (50_000.0 / price - 1.0)), 1)


def _feed(connection: Connection, raw: bytes) -> None:
    plan = msgspec.json.decode(raw, type=Plan)
    monitor.pipe.UPDATE_EVERY_S = min(
        monitor.pipe.UPDATE_EVERY_S, 2.5 / plan.hertz
    )  # 0.25 s at 10 Hz; less where time is compressed
    pipe = Pipe(connection)
    pipe.send(SettingsChanged(accounts=(), alerts=AlertSettings()))
    due = time.monotonic()
    with contextlib.suppress(OSError, EOFError):
        for messages in (lived if plan.lives else played)(plan):
            for message in messages:
                pipe.send(message)
            due = max(due + 1 / plan.hertz, time.monotonic())
            while connection.poll(max(0.0, due - time.monotonic())):
                answer = reply(decode_to_engine(connection.recv_bytes()))
                if answer is not None:
                    pipe.send(answer)
