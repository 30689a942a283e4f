"""Insurance funds are read once an hour; what fails is said and asked again later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from monitor.clock import SystemClock
from monitor.feeds.fund_feed import EXPIRY_MS, FRESH_MS, RETRY_MS, FundFeed, with_past
from monitor.history.history import DAY_MS as DAY
from monitor.history.history import History
from monitor.model import Account, InsuranceFund
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


def test_what_the_venue_tells_of_a_week_ago_is_not_replaced() -> None:
    told = InsuranceFund(balance=9.0, currency="USD", at_ms=10 * DAY, week_ago=8.0)
    assert with_past(told, [(3 * DAY, 1.0)]) == told


@pytest.mark.parametrize(
    ("past", "week_ago", "earlier"),
    [
        ([], None, None),
        ([(10 * DAY - 3_600_000, 5.0)], None, None),  # an hour ago says nothing
        ([(7 * DAY, 5.0)], None, 5.0),
        ([(3 * DAY, 6.0), (7 * DAY, 5.0)], 6.0, None),
        ([(0, 7.0)], None, 7.0),  # ten days ago is not a week ago
    ],
)
def test_how_a_fund_was_comes_from_our_own_history(
    past: list[tuple[int, float]], week_ago: float | None, earlier: float | None
) -> None:
    found = with_past(InsuranceFund(balance=9.0, currency="USD", at_ms=10 * DAY), past)
    assert (found.week_ago, found.earlier) == (week_ago, earlier)


async def test_a_later_start_knows_what_was_kept_before(tmp_path: Path) -> None:
    history, _ = History.open(tmp_path / "history.sqlite")
    now_ms = SystemClock().now_ms()
    history.remember_funds("okx", (InsuranceFund(balance=8.0, currency="USD", at_ms=now_ms - 3 * DAY),))

    async def recall(question: Callable[[History], Any]) -> Any:
        return question(history)

    async with served({**FACES["okx"].answers(), FUND: ANSWER}) as server, reader_at(server, "okx", KEYS) as reader:
        account = await reader.read(frozenset(), 0)
        feed = FundFeed(lambda: (account,), lambda _: reader, SystemClock(), recall)
        await feed.read_next()
    (fund,) = feed.funds(fund_ms(feed))["okx"]
    assert (fund.balance, fund.earlier, fund.earlier_ms) == (9.5, 8.0, now_ms - 3 * DAY)
    assert [balance for _, balance in history.funds("okx")["USD"]] == [8.0, 9.5]


def test_one_figure_a_day_is_kept_for_a_month(tmp_path: Path) -> None:
    history, _ = History.open(tmp_path / "history.sqlite")
    for day, balance in ((100.0, 1.0), (100.5, 2.0), (101.0, 3.0)):
        history.remember_funds("okx", (InsuranceFund(balance=balance, currency="USD", at_ms=int(day * DAY)),))
    assert [balance for _, balance in history.funds("okx")["USD"]] == [1.0, 3.0]
    history.prune(131 * DAY)
    assert [balance for _, balance in history.funds("okx")["USD"]] == [3.0]
