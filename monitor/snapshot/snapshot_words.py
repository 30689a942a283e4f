"""What is wrong with a snapshot file's JSON, in words: the decoder's own complaints are made of its types.

A place is named as `$.accounts[0].positions[1].side`.
"""

from __future__ import annotations

import json
import re
from typing import Any, get_args

from monitor.model import AccountMode, BracketScheme, BracketUnit, MarginMode, PositionMode, Side, TriggerBasis
from monitor.snapshot.snapshot_numbers import MOST

CHOICES: dict[str, tuple[str, ...]] = {
    "side": get_args(Side),
    "margin_mode": get_args(MarginMode),
    "account_mode": get_args(AccountMode),
    "position_mode": get_args(PositionMode),
    "bracket_unit": get_args(BracketUnit),
    "bracket_scheme": get_args(BracketScheme),
    "trigger": get_args(TriggerBasis),
}
_KINDS = {
    "array": "a list",
    "object": "an object",
    "bool": "true or false",
    "int": "a whole number",
    "int | float | str": "a number",
    "str": "a text",
    "null": "null",
}


def in_words(message: str, raw: bytes) -> str:
    """Return a decoder's message with what it leaves out: the words that are allowed, the value that was found."""
    reason, at, path = message.partition(" - at `")
    steps = re.findall(r"\.([a-z_]+)|\[(\d+)\]", path)
    if "field" in reason:
        return message
    if not steps:
        return _plain(reason) + at + path
    try:
        found: Any = json.loads(raw, parse_int=_Written, parse_float=_Written)
        for name, place in steps:
            found = found[name] if name else found[int(place)]
    except (ValueError, LookupError, TypeError, RecursionError):  # it ends early, or a key stands twice
        return _plain(reason) + at + path
    allowed = CHOICES.get(steps[-1][0])
    if allowed:
        reason = "Expected one of " + ", ".join(allowed)
    return f"{_plain(reason.split(', got')[0])}, got {_shown(found)}{at}{path}"


def key_that_stands_twice(raw: bytes) -> tuple[str, str] | None:
    """Return the place of an object and the first key that it has twice; None where there is none.

    Args:
        raw: JSON that was decoded already; a decoder keeps the last value and says nothing.
    """
    any_twice = False

    def read(pairs: list[tuple[str, Any]]) -> dict[str, Any] | list[tuple[str, Any]]:
        nonlocal any_twice
        found = dict(pairs)
        any_twice = any_twice or len(found) < len(pairs)
        return found

    json.loads(raw, object_pairs_hook=read, parse_int=str, parse_float=str)
    if not any_twice:
        return None
    return _twice(json.loads(raw, object_pairs_hook=_Pairs, parse_int=str, parse_float=str), "$")


class _Pairs:
    """An object of the file, as it is written."""

    __slots__ = ("pairs",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        self.pairs = pairs


def _twice(node: Any, path: str) -> tuple[str, str] | None:
    if isinstance(node, _Pairs):
        names = [name for name, _ in node.pairs]
        again = next((name for place, name in enumerate(names) if name in names[:place]), None)
        if again is not None:
            return path, again
        within = [(value, f"{path}.{name}") for name, value in node.pairs]
    elif isinstance(node, list):
        within = [(value, f"{path}[{place}]") for place, value in enumerate(node)]
    else:
        return None
    return next((found for value, at in within if (found := _twice(value, at)) is not None), None)


class _Written(str):
    """A number as it is written: one without end has no value."""

    __slots__ = ()


def _plain(reason: str) -> str:
    """The reason with the decoder's names of types put into words."""
    if reason == "Number out of range":
        return f"Expected a number up to {MOST:g}"
    return re.sub(r"`([^`]+)`", lambda found: _kind(found[1]), reason)


def _kind(types: str) -> str:
    plain, _, null = types.partition(" | null")
    return _KINDS.get(plain, plain) + (" or null" if types.endswith(" | null") and not null else "")


def _shown(found: Any) -> str:
    if isinstance(found, _Written):
        return found[:60]
    if isinstance(found, str):
        return repr(found[:60])
    if isinstance(found, list | dict):
        return "a list" if isinstance(found, list) else "an object"
    return json.dumps(found)[:60]
