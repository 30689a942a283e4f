"""What the tests that hold for every served venue need to know of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from monitor.credentials import Secrets
from monitor.errors import ClockError, KeyRejectedError, RateLimitError, VenueDownError, VenueError
from tests.venues import bitget_face, bybit_face, gate_face, kucoin_face, okx_face
from tests.venues.served import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A venue of recorded and documented answers."""

    answers: Callable[[], dict[str, Answer]]
    essential: tuple[str, ...]  # without these nothing can be said
    hollow: tuple[Any, ...]  # answers that the venue's own code calls good, and that say nothing
    refusals: dict[type[VenueError], Any]  # as the venue words them


KINDS = (KeyRejectedError, ClockError, RateLimitError, VenueDownError)


def _worded(*answers: Any) -> dict[type[VenueError], Any]:
    """Key, clock, too fast, down: in this order."""
    return dict(zip(KINDS, answers, strict=True))


KEYS = Secrets(api_key="key-of-a-test", secret="secret-of-a-test", passphrase="passphrase-of-a-test")

FACES: dict[str, Face] = {
    "bybit": Face(
        answers=bybit_face.answers,
        essential=bybit_face.ESSENTIAL,
        hollow=({"retCode": 0}, {"retCode": 0, "result": {}}, {"retCode": 0, "result": {"list": None}}),
        refusals=_worded(
            {"retCode": 10003, "retMsg": "API key is invalid.", "result": {}},
            {"retCode": 10002, "retMsg": "invalid request, please check your server timestamp", "result": {}},
            {"retCode": 10006, "retMsg": "Too many visits!", "result": {}},
            {"retCode": 10016, "retMsg": "Internal System Error.", "result": {}},
        ),
    ),
    "bitget": Face(
        answers=bitget_face.answers,
        essential=bitget_face.ESSENTIAL,
        hollow=({"code": "00000"}, {"code": "00000", "data": None}, {"code": "00000", "data": "ok"}),
        refusals=_worded(
            {"code": "40006", "msg": "Invalid ACCESS_KEY", "data": None},
            {"code": "40008", "msg": "Request timestamp expired", "data": None},
            {"code": "429", "msg": "Too Many Requests", "data": None},
            {"code": "40200", "msg": "Server upgrade, please try again later", "data": None},
        ),
    ),
    "gate": Face(
        answers=gate_face.answers,
        essential=gate_face.ESSENTIAL,
        hollow=({"id": 1}, [[]], "ok"),
        refusals=_worded(
            {"label": "INVALID_KEY", "message": "Invalid key provided"},
            {"label": "REQUEST_EXPIRED", "message": "gap between request Timestamp and server time exceeds 60"},
            {"label": "TOO_MANY_REQUESTS", "message": "Request Rate Limit Exceeded"},
            {"label": "SERVER_ERROR", "message": "server error"},
        ),
    ),
    "kucoinfutures": Face(
        answers=kucoin_face.answers,
        essential=kucoin_face.ESSENTIAL,
        hollow=({"code": "200000"}, {"code": "200000", "data": None}, {"code": "200000", "data": "ok"}),
        refusals=_worded(
            {"code": "400003", "msg": "KC-API-KEY not exists"},
            {"code": "400002", "msg": "KC-API-TIMESTAMP Invalid"},
            {"code": "429000", "msg": "Too many requests"},
            {"code": "500000", "msg": "Internal Server Error"},
        ),
    ),
    "okx": Face(
        answers=okx_face.answers,
        essential=okx_face.ESSENTIAL,
        hollow=({"code": "0"}, {"code": "0", "data": None}, {"code": "0", "data": {}}),
        refusals=_worded(
            {"code": "50111", "msg": "Invalid OK-ACCESS-KEY", "data": []},
            {"code": "50102", "msg": "Timestamp request expired", "data": []},
            {"code": "50011", "msg": "Too Many Requests", "data": []},
            {"code": "50001", "msg": "Service temporarily unavailable", "data": []},
        ),
    ),
}
