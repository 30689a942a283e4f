"""Request weights, 429 and 418."""

from __future__ import annotations

import pytest

from monitor.demo.binance.weights import weight_of
from monitor.demo.limits import BAN_S, PATIENCE, RateLimiter


@pytest.mark.parametrize(
    ("path", "query", "weight"),
    [
        ("/fapi/v3/positionRisk", {}, 5),
        ("/fapi/v3/account", {}, 5),
        ("/fapi/v1/openOrders", {}, 40),
        ("/fapi/v1/openOrders", {"symbol": "BTCUSDT"}, 1),
        ("/fapi/v1/premiumIndex", {}, 10),
        ("/fapi/v1/income", {}, 30),
        ("/fapi/v1/klines", {"limit": "96"}, 1),
        ("/fapi/v1/klines", {"limit": "1500"}, 10),
        ("/fapi/v1/depth", {"limit": "50"}, 2),
        ("/fapi/v1/exchangeInfo", {}, 1),
    ],
)
def test_requests_weigh_what_they_do_at_the_venue(path: str, query: dict[str, str], weight: int) -> None:
    assert weight_of(path, query) == weight


def test_too_much_in_a_minute_is_429_until_the_minute_ends() -> None:
    limiter = RateLimiter(limit=100)
    assert limiter.spend(100, 10.0).status == 200
    refused = limiter.spend(1, 30.0)
    assert (refused.status, refused.used, refused.wait_s) == (429, 101, 40.0)
    assert limiter.spend(1, 70.0).status == 200


def test_going_on_after_429_is_a_ban_that_outlasts_the_minute() -> None:
    limiter = RateLimiter(limit=1)
    statuses = [limiter.spend(1, 0.0).status for _ in range(PATIENCE + 2)]
    assert statuses == [200] + [429] * PATIENCE + [418]
    assert limiter.spend(1, 61.0).status == 418
    assert limiter.spend(1, BAN_S + 1).status == 200


def test_limits_can_be_turned_off() -> None:
    limiter = RateLimiter(limit=1, enabled=False)
    assert {limiter.spend(50, 0.0).status for _ in range(50)} == {200}
