"""How fast a host may be asked. Venues count per IP address, so all accounts on one host share one Pace.

Each venue says what it allows and what requests weigh (`Limits`, in NAME_answers.py, with the source). An account waits
for its turn before each read, so that ten accounts slow down together and none is banned: in no window is more than
SHARE of what is allowed used by us, the rest belongs to the user's other programs. A host's own counters, told in the
headers of its answers, count more than ours. A refusal (429, 418, or in the venue's words) stops every account on that
host until the venue's own time is over.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from monitor.errors import RateLimitError
from monitor.language import tr
from monitor.venues.kept import Store

MINUTE_MS = 60_000
BURST, STEADY = 0.35, 0.5  # of what is allowed: at once, and in the long run; together SHARE in any window
SHARE = BURST + STEADY
SPARE = 0.5  # of what may be used at once; what is not the account itself (price bars, order books) leaves the rest
EASE_FROM = 0.6  # of the limit, by the host's own counter: from here reads are spread out
MOST_EASE_MS = 4_000
FEW_LEFT = 0.1  # of an allowance, by the host's own word: from here the account waits for its renewal
LONGEST_HOLD_MS = 60_000
PAUSE_MS = 10_000  # when the venue says "too fast" but not for how long
ADDRESS_BAN_MS = 600_000  # Bybit's 403: "access too frequent"; it lifts after ten minutes
REFUSALS_MS = (5_000, 10_000, 20_000, 40_000, 60_000)  # refusals in the venue's words, one after another

_BANNED_UNTIL = re.compile(r"banned until (\d{13})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """So much weight in any so many seconds."""

    amount: float
    per_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a venue allows, and what a request weighs."""

    address: Allowance | None = None  # to one IP address
    account: Allowance | None = None  # to one account
    weights: Mapping[str, float | tuple[float, float]] = field(default_factory=dict)
    """By path, or by the body's `type`; of two, the first is for one symbol and the second for all."""
    otherwise: float = 1.0
    apart: Mapping[str, Allowance] = field(default_factory=dict)
    """Paths with an allowance of their own per IP address, in requests: they wait one by one."""
    first_read: float = 20.0  # about what the first read of an account weighs

    def weight(self, path: str, params: Mapping[str, object]) -> float:
        """Return what one request weighs."""
        found = self.weights.get(str(params.get("type")), self.weights.get(path, self.otherwise))
        if isinstance(found, tuple):
            return found[0] if params.get("symbol") else found[1]
        return found


class _Bucket:
    """Weight that drains steadily."""

    def __init__(self, allowance: Allowance) -> None:
        self.allowance = allowance
        self._level = 0.0
        self._at_ms = 0

    def add(self, weight: float, now_ms: int) -> None:
        """Count weight; less than zero gives back what was reserved."""
        self._drain(now_ms)
        self._level = max(0.0, self._level + weight)

    def wait_ms(self, weight: float, now_ms: int, share: float = 1.0) -> int:
        """Return how long to wait until so much more may be used, of a share of what may be used at once."""
        self._drain(now_ms)
        room = self.allowance.amount * BURST * share
        excess = self._level + min(weight, room) - room  # what is heavier than the room goes when the bucket is empty
        return max(0, int(excess / self._rate + 0.999)) if excess > 0 else 0

    @property
    def _rate(self) -> float:
        return self.allowance.amount * STEADY / (self.allowance.per_s * 1000)

    def _drain(self, now_ms: int) -> None:
        self._level = max(0.0, self._level - max(0, now_ms - self._at_ms) * self._rate)
        self._at_ms = now_ms


class Pace:
    """What one host said about its limits, and what we have asked of it."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.retry_at_ms = 0
        self.public: dict[str, Store] = {}  # answers that are the same for all accounts here, by name
        self.asked = 0  # requests, and their weight: for the record
        self.weight = 0.0
        self._limits = Limits()
        self._address: _Bucket | None = None
        self._accounts: dict[str, _Bucket] = {}
        self._apart: dict[str, _Bucket] = {}
        self._held_ms: dict[str, int] = {}  # account -> when its own allowance is renewed, by the host's word
        self._used, self._minute = 0, 0  # the host's own count
        self._refusals, self._refused_ms = 0, 0

    def know(self, limits: Limits) -> None:
        """Take what the venue allows; what it has corrected since stands."""
        if self._address is None and limits.address is not None:
            self._address = _Bucket(limits.address)
        self._limits = limits

    def allow(self, amount: float) -> None:
        """Correct what one address may use, as the venue's own list of rules says."""
        if self._address is not None:
            self._address.allowance = Allowance(amount=amount, per_s=self._address.allowance.per_s)

    # ------------------------------------------------------------------ before and while asking

    def wait_ms(self, account_id: str, weight: float, now_ms: int, venue_ms: int) -> int:
        """Return how long an account waits before it asks for so much weight."""
        waits = [bucket.wait_ms(weight, now_ms) for bucket in self._buckets(account_id)]
        held = min(self._held_ms.get(account_id, 0) - now_ms, LONGEST_HOLD_MS)
        return max(0, held, self._ease_ms(venue_ms), *waits)

    def spare_wait_ms(self, account_id: str, weight: float, now_ms: int) -> int:
        """Return how long a request waits that is not the account itself, so that reads of accounts come first."""
        return max((bucket.wait_ms(weight, now_ms, SPARE) for bucket in self._buckets(account_id)), default=0)

    def count(self, account_id: str, weight: float, now_ms: int) -> None:
        """Count weight that is used or set aside; less than zero gives back what was set aside."""
        for bucket in self._buckets(account_id):
            bucket.add(weight, now_ms)

    def weight_of(self, path: str, params: Mapping[str, object]) -> float:
        """Return what a request weighs, and note that it is sent."""
        weight = self._limits.weight(path, params)
        self.asked += 1
        self.weight += weight
        return weight

    def apart_wait_ms(self, path: str, now_ms: int) -> int:
        """Count a request to a path with an allowance of its own; return how long it waits for its turn."""
        allowance = self._limits.apart.get(path)
        if allowance is None:
            return 0
        bucket = self._apart.setdefault(path, _Bucket(allowance))
        wait_ms = bucket.wait_ms(1, now_ms)
        bucket.add(1, now_ms)
        return wait_ms

    @property
    def first_read(self) -> float:
        """About what the first read of an account weighs."""
        return self._limits.first_read

    def check(self, now_ms: int) -> None:
        """Hold a request back while the venue wants silence.

        Raises:
            RateLimitError: nothing was sent.
        """
        if now_ms < self.retry_at_ms:
            raise self.error(now_ms)

    # ------------------------------------------------------------------ what the host says

    def hear(
        self, status: int, headers: Mapping[str, str], body: str, now_ms: int, venue_ms: int, account_id: str = ""
    ) -> None:
        """Take in one answer.

        Args:
            now_ms: our clock. venue_ms: the venue's, whose minutes the counter follows.
        """
        lower = {name.lower(): value for name, value in headers.items()}
        used = lower.get("x-mbx-used-weight-1m", "")
        if used.isdigit():
            self._used, self._minute = int(used), venue_ms // MINUTE_MS
        renewed_ms = _renewed_ms(lower, now_ms, venue_ms)
        if renewed_ms is not None:
            self._held_ms[account_id] = renewed_ms
        if status in (418, 429) or (status == 403 and "too frequent" in body):
            self._pause(status, lower.get("retry-after", ""), body, now_ms, venue_ms)

    def refused(self, now_ms: int) -> RateLimitError:
        """Take in that the venue's words say "too fast"; return the error that says how long to wait."""
        again = now_ms - self._refused_ms < 2 * LONGEST_HOLD_MS
        self._refusals = min(self._refusals + 1, len(REFUSALS_MS) - 1) if again else 0
        self._refused_ms = now_ms
        self.retry_at_ms = max(self.retry_at_ms, now_ms + REFUSALS_MS[self._refusals])
        return self.error(now_ms)

    def error(self, now_ms: int) -> RateLimitError:
        """Return the error that says how long to wait."""
        until = max(self.retry_at_ms, now_ms + 1_000)
        seconds = (until - now_ms + 999) // 1000
        return RateLimitError(
            tr("{host} asks for a pause of {seconds} s.", host=self.host, seconds=seconds), retry_at_ms=until
        )

    def _pause(self, status: int, retry_after: str, body: str, now_ms: int, venue_ms: int) -> None:
        pause_ms = ADDRESS_BAN_MS if status == 403 else int(retry_after) * 1000 if retry_after.isdigit() else PAUSE_MS
        until = now_ms + pause_ms
        if banned := _BANNED_UNTIL.search(body):
            until = max(until, now_ms + int(banned.group(1)) - venue_ms)
        self.retry_at_ms = max(self.retry_at_ms, until)

    def _ease_ms(self, venue_ms: int) -> int:
        """How long to spread reads out, so that what the host has counted this minute lasts."""
        address = self._address
        if address is None or address.allowance.per_s != 60 or venue_ms // MINUTE_MS != self._minute:
            return 0
        excess = (self._used / address.allowance.amount - EASE_FROM) / (1 - EASE_FROM)
        return int(min(max(excess, 0.0), 1.0) * MOST_EASE_MS)

    def _buckets(self, account_id: str) -> list[_Bucket]:
        found = [] if self._address is None else [self._address]
        if self._limits.account is not None:
            found.append(self._accounts.setdefault(account_id, _Bucket(self._limits.account)))
        return found


def _renewed_ms(headers: Mapping[str, str], now_ms: int, venue_ms: int) -> int | None:
    """When an allowance of which little is left is renewed, by our clock; None where enough is left or nothing is told.

    Source: Bybit v5 "Rate Limit Rules" (reset: ms UTC), Gate v4 "Frequency limit rule" (s UTC), KuCoin "Rate Limit"
    (ms from now), all read 2026-10.
    """
    for left, limit, reset, unit in (
        ("x-bapi-limit-status", "x-bapi-limit", "x-bapi-limit-reset-timestamp", "ms"),
        ("x-gate-ratelimit-requests-remain", "x-gate-ratelimit-limit", "x-gate-ratelimit-reset-timestamp", "s"),
        ("gw-ratelimit-remaining", "gw-ratelimit-limit", "gw-ratelimit-reset", "from now"),
    ):
        told = [headers.get(name, "") for name in (left, limit, reset)]
        if all(value.isdigit() for value in told):
            few, all_of_it, at = map(int, told)
            if few > all_of_it * FEW_LEFT:
                return None
            return now_ms + (at if unit == "from now" else at * (1000 if unit == "s" else 1) - venue_ms)
    return None


@functools.cache
def pace_of(host: str, way: str = "") -> Pace:
    """Return the one Pace of a host in this process, by the way it is reached: a proxy has an address of its own."""
    return Pace(host)
