"""What venues require of a contract, held or not: the same as they require of the position that is held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from monitor.errors import VenueDataError
from tests.venues import test_binance_coinm, test_krakenfutures
from tests.venues.faces import FACES, KEYS
from tests.venues.served import reader_at, served

ANSWERS: dict[str, Callable[[], dict[str, Any]]] = {
    "bybit": FACES["bybit"].answers,
    "okx": FACES["okx"].answers,
    "gate": FACES["gate"].answers,
    "bitget": FACES["bitget"].answers,
    "binancecoinm": test_binance_coinm.answers,
    "krakenfutures": test_krakenfutures.answers,
}
KEYS_OF = {"krakenfutures": test_krakenfutures.KEYS}


@pytest.mark.parametrize("venue", ANSWERS)
async def test_the_terms_of_a_contract_are_those_of_the_position_in_it(venue: str) -> None:
    async with served(ANSWERS[venue]()) as server, reader_at(server, venue, KEYS_OF.get(venue, KEYS)) as reader:
        account = await reader.read(frozenset(), 0)
        held = next(one for one in account.positions if one.brackets and not (venue == "bitget" and one.inverse))
        found = await reader.terms(held.symbol, isolated=held.margin_mode == "isolated")
    assert (found.brackets, found.bracket_unit, found.bracket_scheme) == (
        held.brackets,
        held.bracket_unit,
        held.bracket_scheme,
    )
    assert (found.instrument.symbol, found.instrument.contract_size) == (held.symbol, held.contract_size)


@pytest.mark.parametrize("venue", ["bybit", "okx", "kucoinfutures"])
async def test_a_contract_that_is_not_listed_or_cannot_be_asked_for_is_refused(venue: str) -> None:
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        await reader.read(frozenset(), 0)
        with pytest.raises(VenueDataError, match="NO/USDT:USDT"):
            await reader.terms("NO/USDT:USDT", isolated=True)
