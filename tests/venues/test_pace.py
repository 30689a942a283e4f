"""How fast a host may be asked."""

from __future__ import annotations

import pytest

from monitor.errors import RateLimitError
from monitor.venues.pace import MOST_EASE_S, PAUSE_MS, Pace, pace_of

NOW_MS = 1_800_000_000_000


def heard(status: int = 200, body: str = "", venue_ms: int = NOW_MS, **headers: str) -> Pace:
    pace = Pace("host")
    pace.hear(status, {name.replace("_", "-"): value for name, value in headers.items()}, body, NOW_MS, venue_ms)
    return pace


def test_a_fresh_host_is_asked_at_once() -> None:
    assert Pace("host").ease_s(NOW_MS) == 0
    Pace("host").check(NOW_MS)


def test_the_more_is_used_the_longer_the_ease() -> None:
    eases = [heard(X_MBX_USED_WEIGHT_1M=str(used)).ease_s(NOW_MS) for used in (1_000, 1_500, 2_000, 2_400, 9_000)]
    assert eases[0] == 0
    assert eases == sorted(eases)
    assert eases[-2:] == [MOST_EASE_S, MOST_EASE_S]


def test_a_new_minute_has_a_new_budget() -> None:
    assert heard(X_MBX_USED_WEIGHT_1M="2300").ease_s(NOW_MS + 60_000) == 0


def test_retry_after_is_kept_to_the_second() -> None:
    pace = heard(429, Retry_After="7")
    with pytest.raises(RateLimitError, match="pause of 1 s"):
        pace.check(NOW_MS + 6_999)
    pace.check(NOW_MS + 7_000)


def test_a_refusal_without_a_time_is_a_pause_of_our_own() -> None:
    assert heard(429).retry_at_ms == NOW_MS + PAUSE_MS


def test_a_ban_told_in_the_venues_time_is_moved_to_ours() -> None:
    body = f'{{"code":-1003,"msg":"IP banned until {NOW_MS + 100_000}."}}'
    assert heard(418, body, venue_ms=NOW_MS + 40_000).retry_at_ms == NOW_MS + 60_000


def test_a_pause_is_never_shortened_by_a_later_answer() -> None:
    pace = heard(418, Retry_After="120")
    pace.hear(429, {"Retry-After": "1"}, "", NOW_MS, NOW_MS)
    assert pace.retry_at_ms == NOW_MS + 120_000


def test_all_accounts_on_one_host_share_its_pace() -> None:
    assert pace_of("a:1") is pace_of("a:1")
    assert pace_of("a:1") is not pace_of("a:2")


def test_where_the_venue_does_not_count_our_own_count_eases() -> None:
    pace = Pace("host")
    pace.limit = 100
    for _ in range(10):
        pace.spend(10, NOW_MS)
    assert pace.ease_s(NOW_MS) == MOST_EASE_S
    pace.spend(10, NOW_MS + 60_000)
    assert pace.ease_s(NOW_MS + 60_000) == 0
