"""Terms of contracts that are not held: asked once, kept a while, and said plainly where they do not come."""

from __future__ import annotations

from typing import Any

from monitor.model import Account
from monitor.whatif.asked_terms import RETRY_MS, TERMS_MS, TermsDesk
from tests.venues.faces import FACES, KEYS
from tests.venues.served import Served, reader_at, served

TIERS = "/v5/market/risk-limit"


class HandClock:
    """A clock that is a number."""

    ms = 1_700_000_000_000

    def now_ms(self) -> int:
        return self.ms


def asked(server: Served) -> int:
    return sum(what == TIERS for _, what in server.requests)


async def held(reader: Any) -> str:
    account: Account = await reader.read(frozenset(), 0)
    return next(one.symbol for one in account.positions if one.brackets)


async def test_a_contract_is_asked_for_once_an_hour() -> None:
    clock: Any = HandClock()
    async with served(FACES["bybit"].answers()) as server, reader_at(server, "bybit", KEYS) as reader:
        symbol, desk = await held(reader), TermsDesk(lambda _: reader, clock)
        before = asked(server)
        for step_ms in (0, TERMS_MS - 1, 1):
            clock.ms += step_ms
            found = await desk.ask("main", symbol, isolated=True, needs_price=False)
        assert found.terms is not None
        assert asked(server) - before == 2


async def test_a_refusal_is_a_reason_and_asked_again_a_minute_later() -> None:
    clock: Any = HandClock()
    async with served(FACES["bybit"].answers()) as server, reader_at(server, "bybit", KEYS) as reader:
        symbol, desk = await held(reader), TermsDesk(lambda _: reader, clock)
        server.garbage[TIERS] = "html"
        refused = await desk.ask("main", symbol, isolated=True, needs_price=True)
        assert refused.terms is None
        assert refused.why
        del server.garbage[TIERS]
        clock.ms += RETRY_MS - 1
        assert (await desk.ask("main", symbol, isolated=True, needs_price=False)).why == refused.why
        clock.ms += 1
        assert (await desk.ask("main", symbol, isolated=True, needs_price=False)).terms is not None


async def test_an_account_that_is_not_open_is_named() -> None:
    clock: Any = HandClock()
    assert (await TermsDesk(lambda _: None, clock).ask("main", "X", isolated=True, needs_price=True)).why == (
        "main is not open"
    )
