"""Insurance funds are read once an hour; what fails is said and asked again later."""

from __future__ import annotations

from typing import Any

from monitor.fund_feed import EXPIRY_MS, FRESH_MS, RETRY_MS, FundFeed
from monitor.model import Account
from tests.venues.faces import FACES, KEYS
from tests.venues.served import Served, reader_at, served

FUND = "/api/v5/public/insurance-fund"
ANSWER = {"code": "0", "data": [{"total": "9.5"}]}


class HandClock:
    """A clock that is a number."""

    def __init__(self) -> None:
        self.ms = 1_700_000_000_000

    def now_ms(self) -> int:
        return self.ms


def asked(server: Served) -> int:
    return sum(what == FUND for _, what in server.requests)


async def test_a_fund_is_read_once_an_hour_and_expires_after_a_day() -> None:
    clock: Any = HandClock()
    async with served({**FACES["okx"].answers(), FUND: ANSWER}) as server, reader_at(server, "okx", KEYS) as reader:
        account: Account = await reader.read(frozenset(), 0)
        feed = FundFeed(lambda: (account,), lambda _: reader, clock)
        for step_ms in (0, FRESH_MS - 1, 1):
            clock.ms += step_ms
            await feed.read_next()
        assert asked(server) == 2
    (fund,) = feed.funds(fund_ms(feed))["okx"]
    assert (fund.balance, fund.currency) == (9.5, "USD")
    assert feed.funds(fund.at_ms + EXPIRY_MS + 1) == {}


def fund_ms(feed: FundFeed) -> int:
    return feed._known["okx"][0].at_ms


async def test_a_refusal_is_told_and_asked_again_later() -> None:
    clock: Any = HandClock()
    async with served({**FACES["okx"].answers(), FUND: ANSWER}) as server, reader_at(server, "okx", KEYS) as reader:
        account = await reader.read(frozenset(), 0)
        feed = FundFeed(lambda: (account,), lambda _: reader, clock)
        server.garbage[FUND] = "html"
        await feed.read_next()
        assert "okx" in feed.reasons
        clock.ms += RETRY_MS - 1
        await feed.read_next()
        assert asked(server) == 1
        del server.garbage[FUND]
        clock.ms += 1
        await feed.read_next()
    assert (feed.reasons, len(feed.funds(fund_ms(feed)))) == ({}, 1)
