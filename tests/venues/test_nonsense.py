"""Nonsense in any field of any position is refused, unknown or harmless: never another position, and never flat."""

from __future__ import annotations

from typing import Any

import pytest

from monitor.errors import VenueError
from monitor.model import Account
from tests.venues.faces import FACES, KEYS
from tests.venues.served import reader_at, served

NONE_KNOWN: frozenset[tuple[str, str, str, str]] = frozenset()
NONSENSE: tuple[Any, ...] = (None, "", "--", "NaN", "inf", "-1", "0", "1e308", [], {"a": 1}, True)


def _rows(answer: Any) -> list[dict[str, Any]]:
    """The first list of objects in an answer."""
    if isinstance(answer, list):
        return answer if answer and isinstance(answer[0], dict) else []
    inner = answer.values() if isinstance(answer, dict) else ()
    return next((found for value in inner if (found := _rows(value))), [])


def _spoiled(answer: Any, number: int, field: str, value: Any) -> Any:
    def say(params: dict[str, Any]) -> Any:
        said = answer(params) if callable(answer) else answer
        rows = _rows(said)
        if len(rows) <= number or field not in rows[number]:
            return said
        rows[number] = {**rows[number], field: value}
        return said

    return say


def _plausible(account: Account) -> bool:
    return all(
        one.contracts > 0 and one.entry_price > 0 and one.mark_price > 0 and (one.isolated_margin or 0) < 1e17
        for one in account.positions
    )


@pytest.mark.parametrize("venue", FACES)
async def test_nonsense_in_any_field_of_a_position_is_refused_or_harmless(venue: str) -> None:
    face = FACES[venue]
    path = face.essential[0]
    async with served(face.answers()) as server, reader_at(server, venue, KEYS) as reader:
        whole = await reader.read(NONE_KNOWN, 0)
        fields = _fields(face.answers()[path])
        assert len(fields) > 12
        for field in fields:
            for value in NONSENSE:
                server.answers = {**face.answers(), path: _spoiled(face.answers()[path], 0, field, value)}
                try:
                    account = await reader.read(NONE_KNOWN, 1)
                except VenueError:
                    continue
                assert _plausible(account), (field, value)
                if len(account.positions) < len(whole.positions):
                    assert not account.balance_agrees, (field, value)


def _fields(answer: Any) -> list[str]:
    asks: tuple[dict[str, Any], ...] = (
        {"category": "linear", "settleCoin": "USDT"},
        {"productType": "USDT-FUTURES"},
    )
    for ask in asks:
        try:
            rows = _rows(answer(ask) if callable(answer) else answer)
        except KeyError:
            continue
        if rows:
            return sorted(rows[0])
    return []
