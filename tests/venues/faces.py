"""What the tests that hold for every served venue need to know of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from monitor.credentials import Secrets
from tests.venues import bitget_face, bybit_face, gate_face, kucoin_face, okx_face
from tests.venues.served import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A venue of recorded and documented answers."""

    answers: Callable[[], dict[str, Answer]]
    essential: tuple[str, ...]  # without these nothing can be said
    hollow: tuple[Any, ...]  # answers that the venue's own code calls good, and that say nothing


KEYS = Secrets(api_key="key-of-a-test", secret="secret-of-a-test", passphrase="passphrase-of-a-test")

FACES: dict[str, Face] = {
    "bybit": Face(
        answers=bybit_face.answers,
        essential=bybit_face.ESSENTIAL,
        hollow=({"retCode": 0}, {"retCode": 0, "result": {}}, {"retCode": 0, "result": {"list": None}}),
    ),
    "bitget": Face(
        answers=bitget_face.answers,
        essential=bitget_face.ESSENTIAL,
        hollow=({"code": "00000"}, {"code": "00000", "data": None}, {"code": "00000", "data": "ok"}),
    ),
    "gate": Face(answers=gate_face.answers, essential=gate_face.ESSENTIAL, hollow=({"id": 1}, [[]], "ok")),
    "kucoinfutures": Face(
        answers=kucoin_face.answers,
        essential=kucoin_face.ESSENTIAL,
        hollow=({"code": "200000"}, {"code": "200000", "data": None}, {"code": "200000", "data": "ok"}),
    ),
    "okx": Face(
        answers=okx_face.answers,
        essential=okx_face.ESSENTIAL,
        hollow=({"code": "0"}, {"code": "0", "data": None}, {"code": "0", "data": {}}),
    ),
}
