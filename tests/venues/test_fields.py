"""Every field that the margin engine and the alarms use, at each of the ten venues: filled, or unknown for a reason.

The answers are those of the venues' own tests. A field counts as filled when any position, or any account, has it; what
is no longer unknown must leave the table.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import fields

import pytest

from monitor.credentials import Secrets
from monitor.model import Account, Position
from monitor.venues.vanished import Vanished
from tests.venues import bitget_face, test_binance_coinm, test_deribit, test_gate, test_hyperliquid, test_krakenfutures
from tests.venues.faces import FACES, KEYS
from tests.venues.loopback import demo_exchange, reader_of
from tests.venues.served import Answer, reader_at, served

NOT_COMPARED = {  # said of the answer or by us, not by the venue of the account
    *("id", "venue", "positions", "collateral", "liquidations", "missing_marks", "trouble", "trouble_kind", "advice"),
    *("failures", "key", "balance_agrees", "read_ms", "latency_ms", "clock_offset_ms", "unconfirmed", "beta"),
    *("symbol", "side", "contracts", "contract_size", "inverse", "settle", "entry_price", "mark_price"),
    *("bracket_unit", "bracket_scheme", "reported_mark_price", "opened_ms", "rate_slope", "rate_implied"),
}

CROSS_ONLY = "no isolated margin at this venue"
NOT_TOLD = "the venue does not tell it"
NO_LIQUIDATION_FEE = "not among what the venue lists of a contract"
OF_THE_ACCOUNT = "the venue tells a ratio of the account only"

UNKNOWN: dict[str, dict[str, str]] = {
    "binanceusdm": {
        "reported_bankruptcy_price": NOT_TOLD,
        "reported_margin_ratio of a position": OF_THE_ACCOUNT,
    },
    "binancecoinm": {
        "liquidation_fee_rate": "left out of the recorded list of contracts",
        "isolated_margin": "the recorded account holds a cross position",
        "reported_bankruptcy_price": NOT_TOLD,
        "reported_margin_ratio of a position": OF_THE_ACCOUNT,
        "reported_equity": "a wallet for each coin, no sum of them",
        "reported_maintenance_margin": "a requirement for each coin, no sum of them",
        "reported_available": "an amount for each coin, no sum of them",
    },
    "bybit": {
        "liquidation_fee_rate": NO_LIQUIDATION_FEE,
        "isolated_margin": "the recorded account holds cross positions",
        "reported_liquidation_price": "empty in the recorded answer: far from any liquidation",
        "reported_bankruptcy_price": "empty with cross margin",
        "reported_margin_ratio of a position": OF_THE_ACCOUNT,
    },
    "okx": {
        "liquidation_fee_rate": NO_LIQUIDATION_FEE,
        "reported_bankruptcy_price": NOT_TOLD,
        "reported_margin_ratio": "of a single-currency account OKX tells one for each currency",
    },
    "bitget": {
        "liquidation_fee_rate": NO_LIQUIDATION_FEE,
        "reported_bankruptcy_price": NOT_TOLD,
        "reported_maintenance_margin of a position": "told as a rate",
        "reported_available": "an amount for each coin, no sum of them",
    },
    "gate": {
        "liquidation_fee_rate": NO_LIQUIDATION_FEE,
        "reported_bankruptcy_price": NOT_TOLD,
        "reported_margin_ratio of a position": OF_THE_ACCOUNT,
    },
    "kucoinfutures": {
        "liquidation_fee_rate": NO_LIQUIDATION_FEE,
        "reported_margin_ratio of a position": OF_THE_ACCOUNT,
        "reported_margin_ratio": "two wallets in the documented account, each with its own",
        "reported_maintenance_margin": "two wallets in the documented account, each with its own",
        "reported_available": "two wallets in the documented account, each with its own",
    },
    "hyperliquid": {
        "liquidation_fee_rate": NO_LIQUIDATION_FEE,
        "isolated_margin": "the recorded account holds cross positions",
        "reported_maintenance_margin of a position": "told for the account only",
        "reported_bankruptcy_price": NOT_TOLD,
        "reported_margin_ratio of a position": OF_THE_ACCOUNT,
        "reported_adl_rank": NOT_TOLD,
    },
    "krakenfutures": {
        "liquidation_fee_rate": NO_LIQUIDATION_FEE,
        "taker_fee_rate": "the schedule and the volume are two more calls, and no margin rule counts a fee",
        "isolated_margin": "the recorded account holds a cross position",
        "leverage": "a cross position has none at Kraken",
        "reported_liquidation_price": "told by the WebSocket only",
        "reported_maintenance_margin of a position": "told by the WebSocket only",
        "reported_initial_margin": "told by the WebSocket only",
        "reported_bankruptcy_price": NOT_TOLD,
        "reported_unrealized_pnl": "told by the WebSocket only",
        "reported_margin_ratio of a position": OF_THE_ACCOUNT,
    },
    "deribit": {
        "taker_fee_rate": "told only to users with a discount, and no margin rule counts it",
        "isolated_margin": CROSS_ONLY,
        "next_funding_ms": "funding is paid all the time",
        "reported_bankruptcy_price": NOT_TOLD,
        "reported_margin_ratio of a position": OF_THE_ACCOUNT,
        "reported_adl_rank": NOT_TOLD,
    },
}
SHARED_WITH_HAIRCUTS = ("bybit", "bitget", "gate", "krakenfutures")  # OKX's documented account is single-currency


async def _served(venue: str, keys: Secrets, *answers: dict[str, Answer]) -> AsyncIterator[Account]:
    for each in answers:
        async with served(each) as server, reader_at(server, venue, keys) as reader:
            yield await reader.read(frozenset(), 1_000)


async def _demo() -> AsyncIterator[Account]:
    async with demo_exchange() as exchange, reader_of(exchange) as reader:
        yield await reader.read(frozenset(), 1_000)


ACCOUNTS: dict[str, Callable[[], AsyncIterator[Account]]] = {
    "binanceusdm": _demo,
    "binancecoinm": lambda: _served("binancecoinm", test_binance_coinm.KEYS, test_binance_coinm.answers()),
    "bybit": lambda: _served("bybit", KEYS, FACES["bybit"].answers()),
    "okx": lambda: _served("okx", KEYS, FACES["okx"].answers()),
    "bitget": lambda: _served("bitget", KEYS, FACES["bitget"].answers(), bitget_face.unified_answers()),
    "gate": lambda: _served("gate", KEYS, FACES["gate"].answers(), FACES["gate"].answers() | test_gate.unified()),
    "kucoinfutures": lambda: _served("kucoinfutures", KEYS, FACES["kucoinfutures"].answers()),
    "hyperliquid": lambda: _served(
        "hyperliquid", test_hyperliquid.WHO, test_hyperliquid.answers(test_hyperliquid.of("fetchPositions-03"))
    ),
    "krakenfutures": lambda: _served("krakenfutures", test_krakenfutures.KEYS, test_krakenfutures.answers()),
    "deribit": lambda: _served("deribit", test_deribit.KEYS, test_deribit.answers()),
}


def unfilled(accounts: list[Account]) -> set[str]:
    """Return the names of the fields that no account, or no position, has."""
    positions = [position for account in accounts for position in account.positions]
    own = {one.name for one in fields(Account)}
    missing = {name for name in own - NOT_COMPARED if all(getattr(one, name) is None for one in accounts)}
    for name in {one.name for one in fields(Position)} - NOT_COMPARED:
        if all(getattr(one, name) is None for one in positions) or (name == "brackets" and not _any(positions, name)):
            missing.add(f"{name} of a position" if name in own else name)
    return missing


def _any(positions: list[Position], name: str) -> bool:
    return any(getattr(one, name) for one in positions)


@pytest.mark.parametrize("venue", ACCOUNTS)
async def test_a_field_is_filled_or_unknown_for_a_reason(venue: str) -> None:
    accounts = [account async for account in ACCOUNTS[venue]()]
    assert unfilled(accounts) == set(UNKNOWN[venue])


@pytest.mark.parametrize("venue", SHARED_WITH_HAIRCUTS)
async def test_what_each_currency_counts_for_is_read(venue: str) -> None:
    accounts = [account async for account in ACCOUNTS[venue]()]
    held = [one for account in accounts for one in account.collateral]
    assert any(one.haircut_tiers for one in held)
    assert any(one.index_price not in (None, 1.0) for one in held)


@pytest.mark.parametrize("venue", ACCOUNTS)
async def test_every_venue_is_asked_how_a_position_became_smaller(venue: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search takes the sizes of each answer (test_schedule.py says what it makes of them)."""
    noted: list[tuple[Position, ...]] = []
    note = Vanished.note

    def noting(search: Vanished, positions: Iterable[Position]) -> None:
        noted.append(tuple(positions))
        note(search, noted[-1])

    monkeypatch.setattr(Vanished, "note", noting)
    accounts = [account async for account in ACCOUNTS[venue]()]
    assert all(account.positions in noted for account in accounts)


def test_each_reason_is_a_sentence() -> None:
    assert set(UNKNOWN) == set(ACCOUNTS)
    assert all(len(reason) > 10 for table in UNKNOWN.values() for reason in table.values())


def test_a_field_that_is_lost_would_be_noticed() -> None:
    empty = Account(
        id="a", venue="okx", account_mode=None, position_mode=None, taker_fee_rate=None, collateral=(), positions=()
    )
    assert {"account_mode", "taker_fee_rate", "brackets", "stops"} <= unfilled([empty])
