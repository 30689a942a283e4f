"""How fast a host may be asked."""

from __future__ import annotations

import asyncio

import pytest

from monitor.clock import SystemClock
from monitor.errors import RateLimitError
from monitor.venues import VENUES
from monitor.venues.binance_answers import LIMITS as BINANCE
from monitor.venues.pace import (
    ADDRESS_BAN_MS,
    BURST,
    LONGEST_HOLD_MS,
    MOST_EASE_MS,
    PAUSE_MS,
    REFUSALS_MS,
    SHARE,
    STEADY,
    Allowance,
    Limits,
    Pace,
    pace_of,
)
from tests.venues.loopback import demo_exchange, reader_of

NOW_MS = 1_800_000_000_000


def heard(status: int = 200, body: str = "", venue_ms: int = NOW_MS, **headers: str) -> Pace:
    pace = Pace("host")
    pace.know(BINANCE)
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    pace.hear(status, told, body, NOW_MS, venue_ms, "Main")
    return pace


def ease(pace: Pace, venue_ms: int = NOW_MS, account: str = "Main") -> int:
    return pace.wait_ms(account, 0, NOW_MS, venue_ms)


def test_a_fresh_host_is_asked_at_once() -> None:
    assert heard().wait_ms("Main", 60, NOW_MS, NOW_MS) == 0
    Pace("host").check(NOW_MS)


def test_the_more_the_host_has_counted_the_longer_the_ease() -> None:
    eases = [ease(heard(X_MBX_USED_WEIGHT_1M=str(used))) for used in (1_000, 1_500, 2_000, 2_400, 9_000)]
    assert eases[0] == 0
    assert eases == sorted(eases)
    assert eases[-2:] == [MOST_EASE_MS, MOST_EASE_MS]


def test_a_new_minute_has_a_new_budget() -> None:
    assert ease(heard(X_MBX_USED_WEIGHT_1M="2300"), NOW_MS + 60_000) == 0


def test_in_no_window_is_more_used_than_our_share() -> None:
    allowance = Allowance(amount=100, per_s=10)
    pace = Pace("host")
    pace.know(Limits(address=allowance))
    now_ms, sent = NOW_MS, []
    while now_ms < NOW_MS + 60_000:
        now_ms += pace.wait_ms("Main", 5, now_ms, now_ms)
        pace.count("Main", 5, now_ms)
        sent.append(now_ms)
    most = max(sum(5 for other in sent if at <= other < at + 10_000) for at in sent)
    assert most <= allowance.amount * SHARE
    assert most >= allowance.amount * SHARE * 0.9


def test_ten_accounts_slow_down_together() -> None:
    pace = Pace("host")
    pace.know(Limits(address=Allowance(amount=600, per_s=60)))
    due = {str(number): NOW_MS for number in range(10)}
    reads = dict.fromkeys(due, 0)
    while (account := min(due, key=lambda one: due[one])) and due[account] < NOW_MS + 120_000:
        at_ms = due[account] + pace.wait_ms(account, 12, due[account], due[account])
        pace.count(account, 12, due[account])  # set aside as soon as the turn is known
        reads[account] += at_ms < NOW_MS + 120_000
        due[account] = at_ms + 1_000
    assert max(reads.values()) - min(reads.values()) <= 1
    assert sum(reads.values()) * 12 <= 600 * (BURST + STEADY * 2) + 12


def test_an_account_with_an_allowance_of_its_own_slows_nobody_else() -> None:
    pace = Pace("host")
    pace.know(Limits(account=Allowance(amount=10, per_s=10)))
    pace.count("Main", 20, NOW_MS)
    assert pace.wait_ms("Main", 1, NOW_MS, NOW_MS) > 1_000
    assert pace.wait_ms("Swing", 1, NOW_MS, NOW_MS) == 0


def test_what_is_not_the_account_itself_leaves_room_for_it() -> None:
    pace = Pace("host")
    pace.know(Limits(address=Allowance(amount=100, per_s=60)))
    pace.count("Main", 20, NOW_MS)
    assert pace.spare_wait_ms("Main", 1, NOW_MS) > 0
    assert pace.wait_ms("Main", 10, NOW_MS, NOW_MS) == 0


def test_what_was_set_aside_and_not_used_is_given_back() -> None:
    pace = heard()
    pace.count("Main", 2_400 * BURST, NOW_MS)
    assert pace.wait_ms("Main", 10, NOW_MS, NOW_MS) > 0
    pace.count("Main", -470, NOW_MS)
    assert pace.wait_ms("Main", 10, NOW_MS, NOW_MS) == 0


def test_a_path_with_an_allowance_of_its_own_waits_request_by_request() -> None:
    pace = Pace("host")
    pace.know(Limits(apart={"tiers": Allowance(amount=10, per_s=2)}))
    waits = [pace.apart_wait_ms("tiers", NOW_MS) for _ in range(6)]
    assert waits[:3] == [0, 0, 0]
    assert waits[3:] == sorted(waits[3:])
    assert waits[3] > 0
    assert pace.apart_wait_ms("other", NOW_MS) == 0


@pytest.mark.parametrize(
    ("left", "limit", "reset", "told", "hold_ms"),
    [
        ("X_Bapi_Limit_Status", "X_Bapi_Limit", "X_Bapi_Limit_Reset_Timestamp", str(NOW_MS + 900), 900),
        ("X_Gate_Ratelimit_Requests_Remain", "X_Gate_Ratelimit_Limit", "X_Gate_Ratelimit_Reset_Timestamp", "", 2_000),
        ("gw_ratelimit_remaining", "gw_ratelimit_limit", "gw_ratelimit_reset", "1500", 1_500),
    ],
)
def test_an_account_whose_allowance_is_nearly_gone_waits_for_its_renewal(
    left: str, limit: str, reset: str, told: str, hold_ms: int
) -> None:
    at = told or str(NOW_MS // 1000 + 2)
    assert ease(heard(**{left: "5", limit: "50", reset: at})) == hold_ms
    assert ease(heard(**{left: "6", limit: "50", reset: at})) == 0
    assert ease(heard(**{left: "5", limit: "50", reset: at}), account="Swing") == 0
    assert ease(heard(**{left: "0", limit: "50", reset: "9999999999999"})) <= LONGEST_HOLD_MS


def test_retry_after_is_kept_to_the_second() -> None:
    pace = heard(429, Retry_After="7")
    with pytest.raises(RateLimitError, match="pause of 1 s"):
        pace.check(NOW_MS + 6_999)
    pace.check(NOW_MS + 7_000)


def test_a_refusal_without_a_time_is_a_pause_of_our_own() -> None:
    assert heard(429).retry_at_ms == NOW_MS + PAUSE_MS


def test_an_address_that_asked_too_often_waits_until_the_ban_lifts() -> None:
    assert heard(403, "access too frequent").retry_at_ms == NOW_MS + ADDRESS_BAN_MS
    assert heard(403, "forbidden").retry_at_ms == 0


def test_refusals_in_words_make_longer_and_longer_pauses() -> None:
    pace, now_ms, pauses = heard(), NOW_MS, []
    for _ in range(6):
        pauses.append((pace.refused(now_ms).retry_at_ms or 0) - now_ms)
        now_ms = pace.retry_at_ms
    assert pauses == [*REFUSALS_MS, REFUSALS_MS[-1]]
    later = now_ms + 10 * LONGEST_HOLD_MS
    assert (pace.refused(later).retry_at_ms or 0) - later == REFUSALS_MS[0]


def test_a_ban_told_in_the_venues_time_is_moved_to_ours() -> None:
    body = f'{{"code":-1003,"msg":"IP banned until {NOW_MS + 100_000}."}}'
    assert heard(418, body, venue_ms=NOW_MS + 40_000).retry_at_ms == NOW_MS + 60_000


def test_a_pause_is_never_shortened_by_a_later_answer() -> None:
    pace = heard(418, Retry_After="120")
    pace.hear(429, {"Retry-After": "1"}, "", NOW_MS, NOW_MS)
    assert pace.retry_at_ms == NOW_MS + 120_000


def test_all_accounts_on_one_host_share_its_pace_and_a_proxy_has_its_own() -> None:
    assert pace_of("a:1") is pace_of("a:1")
    assert pace_of("a:1") is not pace_of("a:2")
    assert pace_of("a:1") is not pace_of("a:1", "socks5://other:1")


@pytest.mark.parametrize("venue", VENUES)
def test_every_venue_says_what_it_allows(venue: str) -> None:
    limits = VENUES[venue].LIMITS
    assert limits.address or limits.account or limits.apart
    paths = {path for _, _, path in VENUES[venue].READS.endpoints} | VENUES[venue].READS.body_types
    assert limits.weights.keys() | limits.apart.keys() <= paths


async def test_the_weight_that_we_count_is_the_weight_that_the_exchange_counts() -> None:
    async with demo_exchange() as server, reader_of(server) as reader:
        for second in range(3):
            await reader.read(frozenset(), second * 1_000)
        pace = reader.client.pace
        assert pace._used == pytest.approx(pace.weight, rel=0.1)
        assert pace._address is not None
        assert pace._address._level <= pace.weight  # nothing that was set aside is left over


async def test_an_account_that_hangs_holds_nothing_back_for_long() -> None:
    async with demo_exchange() as server, reader_of(server) as reader:
        await reader.read(frozenset(), 0)
        task = asyncio.create_task(reader.read(frozenset(), 1_000))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        pace = reader.client.pace
        assert pace.wait_ms("Swing", 100, SystemClock().now_ms(), 0) == 0


async def test_accounts_at_one_host_share_what_it_allows() -> None:
    async with demo_exchange() as server, reader_of(server) as one, reader_of(server, "Swing") as other:
        await asyncio.gather(one.read(frozenset(), 0), other.read(frozenset(), 0))
        pace, clock = Pace("small"), one.client.clock
        pace.know(Limits(address=Allowance(amount=150, per_s=3), weights=BINANCE.weights))
        one.client.pace = other.client.pace = pace
        began_ms = clock.now_ms()
        for second in range(1, 7):
            await asyncio.gather(one.read(frozenset(), second), other.read(frozenset(), second))
        elapsed_s = (clock.now_ms() - began_ms) / 1000
    assert pace.weight >= 120
    assert pace.weight <= 150 * BURST + 150 * STEADY / 3 * elapsed_s + 2 * 20
