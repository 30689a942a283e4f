"""What the tests that hold for every served venue need to know of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from monitor.credentials import Secrets
from tests.venues import bitget_face, bybit_face, gate_face, kucoin_face, okx_face
from tests.venues.served import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A venue of recorded and documented answers."""

    answers: Callable[[], dict[str, Answer]]
    essential: tuple[str, ...]  # without these nothing can be said


KEYS = Secrets(api_key="key-of-a-test", secret="secret-of-a-test", passphrase="passphrase-of-a-test")

FACES: dict[str, Face] = {
    "bybit": Face(answers=bybit_face.answers, essential=bybit_face.ESSENTIAL),
    "bitget": Face(answers=bitget_face.answers, essential=bitget_face.ESSENTIAL),
    "gate": Face(answers=gate_face.answers, essential=gate_face.ESSENTIAL),
    "kucoinfutures": Face(answers=kucoin_face.answers, essential=kucoin_face.ESSENTIAL),
    "okx": Face(answers=okx_face.answers, essential=okx_face.ESSENTIAL),
}
