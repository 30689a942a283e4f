"""Crashes through the same tick, without sockets: is anything missed, and how early does CRITICAL come?

Run: .venv/bin/python -m tests.crash_seeds [--seeds 20] [--scenario covid] [--speed 30]

Each seed is another path between the same real hourly prices. The exchange steps one wall second at a time, its answers
go through the product's own reader and tick, and every forced close is held against what was told before it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from monitor.demo.binance import config_answers, market_answers
from monitor.demo.binance.endpoints import read
from monitor.demo.binance.records import done_order
from monitor.demo.book import demo_book
from monitor.demo.market import Market
from monitor.demo.scenario import find_scenario
from monitor.demo.world import World
from monitor.messages import Update
from monitor.model import Account, PositionKey
from monitor.settings import Settings
from monitor.tick.state import EngineState
from monitor.tick.tick import tick
from monitor.venues import binance_answers as api
from monitor.venues import binance_read as answers

WALL_START_MS = 1_790_000_000_000


@dataclass
class Threat:
    """What was told of one position, or of the pool it stands in, until the exchange closed it."""

    critical_ms: int | None = None  # market time of the first CRITICAL, of the position or its pool
    liquidated_ms: int | None = None  # market time at which the exchange had closed it
    told_liquidated: bool = False
    fell: bool = False  # its level fell while it lived
    level: int = 0


@dataclass
class Outcome:
    """One crash."""

    seed: int
    threats: dict[str, Threat] = field(default_factory=dict)

    @property
    def liquidated(self) -> list[Threat]:
        return [threat for threat in self.threats.values() if threat.liquidated_ms is not None]

    @property
    def missed(self) -> list[str]:
        return [
            key
            for key, threat in self.threats.items()
            if threat.liquidated_ms is not None
            and (threat.critical_ms is None or threat.critical_ms >= threat.liquidated_ms or not threat.told_liquidated)
        ]

    @property
    def fell(self) -> list[str]:
        return [key for key, threat in self.threats.items() if threat.liquidated_ms is not None and threat.fell]

    @property
    def leads_s(self) -> list[float]:
        """Market seconds between the first CRITICAL and the forced close."""
        return [
            (threat.liquidated_ms - threat.critical_ms) / 1000
            for threat in self.liquidated
            if threat.liquidated_ms is not None and threat.critical_ms is not None
        ]


def convert(body: Any, kind: Any) -> Any:
    """Carry an answer over the wire format, as the sockets would."""
    return msgspec.json.decode(msgspec.json.encode(body), type=kind)


class Reader:
    """The product's reader on the exchange's own answers."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.instruments = answers.read_instruments(
            convert(market_answers.exchange_info(world.market, WALL_START_MS, 2_400), api.RawExchangeInfo)
        )
        self.brackets = answers.read_brackets(
            convert(config_answers.leverage_brackets(world.market.by_name, None), list[api.RawBrackets])
        )

    def read(self, label: str, known: frozenset[PositionKey], now_ms: int) -> Account:
        world, account = self.world, self.world.accounts[label]
        forced = [answers.read_forced(row, self.instruments) for row in self._force_orders(label)]
        hedge = account.is_hedged
        account = answers.read_account(
            account_id=label,
            account=convert(read(world, "/fapi/v3/account", label), api.RawAccount),
            held=answers.open_rows(convert(read(world, "/fapi/v3/positionRisk", label), list[api.RawPosition])),
            instruments=self.instruments,
            details=answers.Details(
                brackets=self.brackets,
                leverages={},
                modes=api.RawAccountConfig(dualSidePosition=hedge, multiAssetsMargin=False),
                orders=None,
                fundings={},
                funding_hours=None,
                taker_fee_rate=None,
            ),
            marked_ms=now_ms,
            read_ms=now_ms,
        )
        return replace(account, liquidations=tuple(forced) if known else ())

    def _force_orders(self, label: str) -> list[api.RawDoneOrder]:
        fills = self.world.accounts[label].forced
        return [convert(done_order(fill, self.world.market.by_name[fill.symbol]), api.RawDoneOrder) for fill in fills]

    def forced(self) -> set[str]:
        """Keys of the positions that the exchange has closed by force."""
        found = set()
        for label in self.world.accounts:
            for row in self._force_orders(label):
                record = answers.read_forced(row, self.instruments)
                found |= {f"{label}|{record.symbol}|{record.side}|{mode}" for mode in ("cross", "isolated")}
        return found


def run(seed: int, scenario: str = "covid", speed: float = 30.0, hours: float = 3.0) -> Outcome:
    """Play one crash for `hours` of market time."""
    now_ms = WALL_START_MS
    market = Market(find_scenario(scenario), seed=seed)
    world = World(market, demo_book(market, "binanceusdm"), speed=speed, clock=lambda: now_ms)
    reader = Reader(world)
    state = EngineState(started_ms=now_ms)
    outcome = Outcome(seed=seed)
    for _ in range(int(hours * 3600 / speed)):
        now_ms += 1_000
        world.advance(int(1_000 * speed))
        accounts = tuple(reader.read(label, frozenset(state.known.get(label, {})), now_ms) for label in world.accounts)
        ticked = tick(state, accounts, Settings(), now_ms)
        state = ticked.state
        present = {position_key(account, row) for account in accounts for row in account.positions}
        _follow(outcome, ticked.update, present, reader.forced(), market.now_ms)
        for event in ticked.events:
            if event.kind == "liquidated" and event.position_key in outcome.threats:
                outcome.threats[event.position_key].told_liquidated = True
    return outcome


def position_key(account: Account, row: Any) -> str:
    return "|".join(account.key_of(row))


def _follow(outcome: Outcome, update: Update, present: set[str], forced: set[str], market_ms: int) -> None:
    """Note levels of what lives, and the moment at which the exchange closed what does not."""
    pools = {(pool.account_id, pool.pool_id): pool.level for pool in update.pools}
    for row in update.positions:  # a cross pool is liquidated as a whole, so its nearest position speaks for all
        pool = (row.account_id, row.pool_id)  # gone already where the position is being closed
        pools[pool] = max(pools.get(pool, 0), row.level)
    shown = {row.key: pools[row.account_id, row.pool_id] for row in update.positions}
    for key, level in shown.items():
        if key not in present:
            continue
        threat = outcome.threats.setdefault(key, Threat())
        threat.fell = threat.fell or level < threat.level
        threat.level = level
        if level == 3 and threat.critical_ms is None:
            threat.critical_ms = market_ms
    for key, threat in outcome.threats.items():
        if key in forced and threat.liquidated_ms is None:
            threat.liquidated_ms = market_ms


HEAD = ("seed", "forced closes", "missed", "fell", "lead s: least", "median", "most")


def _row(outcome: Outcome) -> tuple[str, ...]:
    leads = outcome.leads_s or [0.0]
    figures = (f"{value:.0f}" for value in (min(leads), statistics.median(leads), max(leads)))
    counts = (outcome.seed, len(outcome.liquidated), len(outcome.missed), len(outcome.fell))
    return (*(str(count) for count in counts), *figures)


def _print(row: tuple[str, ...]) -> None:
    print(" ".join(f"{cell:>13}" for cell in row), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--scenario", default="covid")
    parser.add_argument("--speed", type=float, default=30.0)
    options = parser.parse_args()
    _print(HEAD)
    outcomes = []
    for seed in range(1, options.seeds + 1):
        outcomes.append(run(seed, options.scenario, options.speed))
        _print(_row(outcomes[-1]))
    missed = sum(len(outcome.missed) for outcome in outcomes)
    fell = sum(len(outcome.fell) for outcome in outcomes)
    leads = [lead for outcome in outcomes for lead in outcome.leads_s]
    if not leads:
        print("The exchange closed nothing by force: this proves nothing.")
        return 1
    print(
        f"{options.seeds} seeds of {options.scenario} at {options.speed:g}x: {len(leads)} forced closes, "
        f"{missed} missed, {fell} levels fell before; "
        f"lead of CRITICAL in market seconds: least {min(leads):.0f}, median {statistics.median(leads):.0f}"
    )
    return 1 if missed or fell else 0


if __name__ == "__main__":
    sys.exit(main())
