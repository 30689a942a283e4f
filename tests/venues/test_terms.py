"""What venues require of a contract, held or not: the same as they require of the position that is held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from monitor.errors import VenueDataError, VenueError
from monitor.margin.deribit import requirement
from monitor.venues.deribit_answers import RawInstrument
from monitor.venues.deribit_read import read_instruments, read_terms
from tests.venues import test_binance_coinm, test_deribit, test_krakenfutures
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


async def test_kucoin_tells_the_levels_of_an_isolated_position_and_of_no_other() -> None:
    async with served(FACES["kucoinfutures"].answers()) as server, reader_at(server, "kucoinfutures", KEYS) as reader:
        await reader.read(frozenset(), 0)
        found = await reader.terms("LTC/USDT:USDT", isolated=True)
        with pytest.raises(VenueDataError, match="no tiers for cross margin"):
            await reader.terms("LTC/USDT:USDT", isolated=False)
        with pytest.raises(VenueDataError, match="unit of its tiers"):
            await reader.terms("BTC/USD:BTC", isolated=True)
    assert [(one.floor, one.rate, one.deduction) for one in found.brackets] == [
        (0, 0.007, 0),
        (100_000, 0.01, 0),
        (500_000, 0.025, 0),
    ]
    assert (found.bracket_unit, found.bracket_scheme) == ("notional", "whole_position")


@pytest.mark.parametrize("tiers", [None, {}, [{"level": 1}], [{"minRiskLimit": 0, "maintainMargin": "many"}]])
async def test_levels_that_cannot_be_understood_are_no_tiers(tiers: Any) -> None:
    answers = FACES["kucoinfutures"].answers()
    answers["/api/v1/contracts/risk-limit/LTCUSDTM"] = {"code": "200000", "data": tiers}
    async with served(answers) as server, reader_at(server, "kucoinfutures", KEYS) as reader:
        await reader.read(frozenset(), 0)
        with pytest.raises(VenueError):
            await reader.terms("LTC/USDT:USDT", isolated=True)


def deribit_answers(largest: Any) -> dict[str, Any]:
    listed = test_deribit.of("get_instruments-01")["result"]
    by_name = {one["instrument_name"]: one | {"max_leverage": largest} for one in listed}
    return test_deribit.answers(
        **{"public/get_instrument": lambda params: {"result": by_name[params["instrument_name"]]}}
    )


@pytest.mark.parametrize(
    ("symbol", "size", "index", "told"),
    [("BTC/USDC:USDC", 0, 100_000, 0), ("BTC/USDC:USDC", 25, 100_000, 28_125), ("BTC/USD:BTC", 25, 1, 0.28125)],
)
async def test_deribits_rate_is_the_one_it_publishes(symbol: str, size: float, index: float, told: float) -> None:
    """Deribit support 25944738177565, Linear Perpetual; 25944826427293 for the inverse one."""
    async with served(deribit_answers(50)) as server, reader_at(server, "deribit", test_deribit.KEYS) as reader:
        await reader.read(frozenset(), 0)
        found = await reader.terms(symbol, isolated=False)
    (bracket,) = found.brackets
    assert requirement(size, index, bracket.rate, found.rate_slope or 0.0) == pytest.approx(told)
    assert "(50x)" in found.note


def test_what_deribit_never_published_is_refused() -> None:
    raw = RawInstrument(
        instrument_name="XRP_USDC-PERPETUAL", kind="future", base_currency="XRP", quote_currency="USDC",
        settlement_currency="USDC", instrument_type="linear", settlement_period="perpetual", contract_size=1,
        max_leverage=20,
    )  # fmt: skip
    (instrument,) = read_instruments([raw]).values()
    with pytest.raises(VenueDataError, match="not published by Deribit"):
        read_terms(raw, instrument)


@pytest.mark.parametrize("largest", [None, 0, "many", -50])
async def test_a_leverage_that_is_none_gives_no_rate(largest: Any) -> None:
    async with served(deribit_answers(largest)) as server, reader_at(server, "deribit", test_deribit.KEYS) as reader:
        await reader.read(frozenset(), 0)
        with pytest.raises(VenueDataError, match="max_leverage"):
            await reader.terms("BTC/USD:BTC", isolated=False)


@pytest.mark.parametrize("venue", ["bybit", "okx", "kucoinfutures"])
async def test_a_contract_that_is_not_listed_or_cannot_be_asked_for_is_refused(venue: str) -> None:
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        await reader.read(frozenset(), 0)
        with pytest.raises(VenueDataError, match="NO/USDT:USDT"):
            await reader.terms("NO/USDT:USDT", isolated=True)
