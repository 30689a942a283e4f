"""The stress report as rows: what the window, the terminal and JSON show. Light: no numpy in here.

Money is in US dollars; moves and ratios are fractions; None is unknown. An account id of "" is all accounts together.
"""

from __future__ import annotations

import msgspec


class ShockLine(msgspec.Struct, frozen=True, kw_only=True):
    """One account under each move of all marks together."""

    account_id: str
    change: tuple[float | None, ...]  # of its equity, one for each move; liquidated pools lose all they hold
    liquidated: tuple[int, ...]  # pools
    worst_ratio: tuple[float | None, ...]  # margin ratio of its worst pool; None: unknown; EQUITY_GONE: nothing is left


class HeatMap(msgspec.Struct, frozen=True, kw_only=True):
    """One account under each move of one coin alone: coins down, moves across."""

    account_id: str
    coins: tuple[str, ...]
    change: tuple[tuple[float | None, ...], ...]
    liquidated: tuple[tuple[int, ...], ...]


class CrashDeath(msgspec.Struct, frozen=True, kw_only=True):
    """One pool that the crash liquidates."""

    account_id: str
    pool_id: str
    symbol: str  # of its position that had lost most
    side: str
    hours: float  # from the start of the path
    btc_move: float  # of BTC up to then
    loss: float  # all it held
    shortfall: float  # missing beyond that, if filled at the worst price of the step
    held_to_end: float  # equity at the end of the path had nobody liquidated it: the rebound that comes too late


class CrashAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One account after the crash."""

    account_id: str
    loss: float | None
    shortfall: float | None
    first_death_h: float | None  # None: all its pools live


class CrashRow(msgspec.Struct, frozen=True, kw_only=True):
    """One crash over all accounts."""

    id: str
    title: str
    synthetic: bool
    source: str
    fall: float  # of BTC, from start to low
    fall_hours: float
    hours: float  # length of the path
    depth: float  # of the order book that was left, share: judgement
    loss: float  # of all known pools
    shortfall: float
    deaths: tuple[CrashDeath, ...]  # in the order of time
    accounts: tuple[CrashAccount, ...]
    path_hours: tuple[float, ...]  # for the chart
    path_equity: tuple[float, ...]
    path_btc: tuple[float, ...]  # over its start


class AcrossLeg(msgspec.Struct, frozen=True, kw_only=True):
    """One pool's part in a coin that several accounts hold."""

    account_id: str
    pool_id: str
    delta: float  # base, + long
    death_move: float | None  # of the coin's price, signed; None: no price liquidates it, or unknown
    transfer: float | None  # USD to add (+) or take away (-) so that all legs die of the same size of move


class AcrossRow(msgspec.Struct, frozen=True, kw_only=True):
    """One coin over several accounts whose margin is not shared."""

    coin: str
    delta: float  # net, base
    gross: float  # base
    legs: tuple[AcrossLeg, ...]  # the one that dies first comes first
    equal_move: float | None
    reason: str  # why no transfer is told


class StressReport(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a sudden move, a crash or a one-sided leg would do to today's accounts."""

    at_ms: int
    moves: tuple[float, ...]
    ladder: tuple[ShockLine, ...]  # all accounts first
    heat: tuple[HeatMap, ...]
    crashes: tuple[CrashRow, ...]
    across: tuple[AcrossRow, ...]
    left_out: tuple[str, ...]  # sentences: pools whose figures are not in the sums


class AccountCrash(msgspec.Struct, frozen=True, kw_only=True):
    """One crash for one account."""

    id: str
    synthetic: bool
    loss: float | None
    shortfall: float | None
    first_death_h: float | None


class AccountStress(msgspec.Struct, frozen=True, kw_only=True):
    """What the stress report says of one account, as the JSON reports carry it."""

    moves: tuple[float, ...]
    change: tuple[float | None, ...]
    liquidated: tuple[int, ...]
    worst_ratio: tuple[float | None, ...]
    crashes: tuple[AccountCrash, ...]
    left_out: tuple[str, ...]  # why figures are unknown, or sums not of the whole account


def account_stress(report: StressReport, account_id: str) -> AccountStress | None:
    """Return one account's part of a report; None where it is not in it."""
    line = next((one for one in report.ladder if one.account_id == account_id), None)
    if line is None:
        return None
    return AccountStress(
        moves=report.moves,
        change=line.change,
        liquidated=line.liquidated,
        worst_ratio=line.worst_ratio,
        crashes=tuple(
            AccountCrash(
                id=crash.id,
                synthetic=crash.synthetic,
                loss=one.loss,
                shortfall=one.shortfall,
                first_death_h=one.first_death_h,
            )
            for crash in report.crashes
            for one in crash.accounts
            if one.account_id == account_id
        ),
        left_out=tuple(sentence for sentence in report.left_out if sentence.startswith(f"{account_id}, ")),
    )
