"""The ways in which the demo exchange can misbehave, as they are asked for; faults.py carries them out.

A fault is matched by path prefix, venue and account. With a count it ends after so many requests;
without, it stays until it is cleared.
"""

from __future__ import annotations

from typing import Literal

import msgspec

FaultKind = Literal[
    "silence",  # accept the request, never answer
    "drip",  # the right answer, one byte every 0.4 s
    "html",  # 200 with a login page
    "empty",  # 200 with no body
    "object",  # 200 with {}
    "array",  # 200 with []
    "null",  # 200 with null
    "truncated_json",  # 200 with the first half of the right answer, as if it were all
    "envelope",  # 200 with {"code": 200, "msg": "success"}
    "truncated_body",  # the right headers, half the body, then the connection ends
    "redirect",  # 307 to `url`
    "status",  # `status` with `body`, and Retry-After when `retry_after_s` is set
    "close",  # the connection ends without an answer
    "vanish",  # positions are left out while the balance still holds their margin
    "vanish_all",  # all positions are left out
    "clock_skew",  # server time is off by `skew_ms`
    "ws_pong_only",  # WebSockets stay open and answer pings, but tell nothing
    "ws_close",  # at once: every open WebSocket is closed in good order
    "ws_abort",  # at once: every open WebSocket loses its connection
]


class Fault(msgspec.Struct, kw_only=True):
    """One way to misbehave."""

    kind: FaultKind
    path: str = "/"  # prefix of the request's name: its path; for Hyperliquid "/info/TYPE"
    venue: str | None = None  # None: any
    count: int | None = None  # requests it still hits; None: until cleared
    account: str | None = None  # label; None: any, also requests without a key
    status: int = 503
    body: str | None = None
    retry_after_s: int | None = None
    url: str = ""
    skew_ms: int = 0
    symbols: tuple[str, ...] = ()  # that vanish; empty: the first position of the answer
