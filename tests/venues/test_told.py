"""The guide's table of what each venue tells, held against what is really read from the documented answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.credentials import Secrets
from monitor.errors import VenueDataError
from monitor.model import Account
from monitor.venues import VENUES, generic
from tests.venues import test_binance_coinm, test_deribit, test_hyperliquid, test_krakenfutures
from tests.venues.faces import FACES, KEYS
from tests.venues.served import Answer, reader_at, served

GUIDE = Path(__file__).resolve().parents[2] / "resources" / "guide" / "accounts.md"
ROWS = {
    "binancecoinm": "Binance COIN-M",
    "bybit": "Bybit",
    "okx": "OKX",
    "hyperliquid": "Hyperliquid",
    "bitget": "Bitget",
    "gate": "Gate",
    "kucoinfutures": "KuCoin futures",
    "krakenfutures": "Kraken futures",
    "deribit": "Deribit",
}
FIELDS: dict[str, Callable[[Account], object]] = {
    "leverage": lambda account: any(one.leverage is not None for one in account.positions),
    "tiers": lambda account: any(one.brackets for one in account.positions),
    "stops": lambda account: any(one.stops for one in account.positions),
    "funding": lambda account: any(one.funding_rate is not None for one in account.positions),
    "taker fee": lambda account: account.taker_fee_rate is not None,
    "own liquidation price": lambda account: any(one.reported_liquidation_price for one in account.positions),
    "own maintenance margin": lambda account: any(one.reported_maintenance_margin for one in account.positions),
    "ADL rank": lambda account: any(one.reported_adl_rank is not None for one in account.positions),
    "rights of the key": lambda account: account.key.rights in ("read-only", "can trade"),
}


def table() -> dict[str, dict[str, str]]:
    """{venue: {what: the guide's word}}."""
    text = GUIDE.read_text(encoding="utf-8").partition("### What each venue tells")[2]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    return {row[0]: dict(zip(rows[0][1:], row[1:], strict=True)) for row in rows[2:]}


def answers_of(venue: str) -> tuple[dict[str, Answer], Secrets]:
    if venue in FACES:
        return FACES[venue].answers(), KEYS
    recorded = test_hyperliquid.answers(test_hyperliquid.of("fetchPositions-03"))
    return {
        "binancecoinm": (test_binance_coinm.answers(), test_binance_coinm.KEYS),
        "deribit": (test_deribit.answers(), test_deribit.KEYS),
        "hyperliquid": (recorded, test_hyperliquid.WHO),
        "krakenfutures": (test_krakenfutures.answers(), test_krakenfutures.KEYS),
    }[venue]


@pytest.mark.parametrize("venue", ROWS)
async def test_the_guide_says_what_is_read_and_what_is_not(venue: str) -> None:
    answers, keys = answers_of(venue)
    async with served(answers) as server, reader_at(server, venue, keys) as reader:
        account = await reader.read(frozenset(), 0)
        said = table()[ROWS[venue]]
        if said["insurance fund"] == "no":
            with pytest.raises(VenueDataError, match="insurance fund"):
                await reader.insurance_funds()
    wrong = {name for name, is_told in FIELDS.items() if is_told(account) and said[name] in ("no", "account")}
    assert wrong == set()
    assert reader.reading.streams is not None


def test_every_venue_that_is_recomputed_stands_in_the_table() -> None:
    assert set(table()) == {*ROWS.values(), "Binance USDⓈ-M"}
    assert {*ROWS, "binanceusdm"} == VENUES.keys() - generic.VENUES.keys()
