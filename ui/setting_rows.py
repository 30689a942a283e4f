"""The settings as rows of a form, read from their one declaration in monitor/settings.py. Knows no widget.

A row's title and explanation are the field's `Meta(title=…, description=…)`; bounds come from its type. Fractions are
shown as percent, spans (`…_s`) as seconds.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from msgspec import inspect

Value = float | bool | str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting."""

    section: str  # field of Settings: "poll", …
    name: str
    title: str
    description: str
    default: Value
    kind: str  # "number" | "percent" | "seconds" | "switch" | "choice"
    low: float = 0.0
    high: float = 1e6
    choices: tuple[str, ...] = ()

    def matches(self, words: str) -> bool:
        """Whether a search finds it: every word is somewhere in its title, explanation or name."""
        text = f"{self.title} {self.description} {self.name}".lower()
        return all(word in text for word in words.lower().split())


def rows_of(section: str, declared: type[msgspec.Struct]) -> tuple[SettingRow, ...]:
    """Return the rows of a section, in the order of their declaration; what has no title is not for a form."""
    info = inspect.type_info(declared)
    assert isinstance(info, inspect.StructType)
    return tuple(row for field in info.fields if (row := _row(section, field)) is not None)


def _row(section: str, field: inspect.Field) -> SettingRow | None:
    if not isinstance(field.type, inspect.Metadata):
        return None
    said = field.type.extra_json_schema or {}
    title, description = said.get("title", ""), said.get("description", "")
    inner = field.type.type
    if not title:
        return None
    choices: tuple[str, ...] = ()
    if isinstance(inner, inspect.BoolType):
        kind, low, high = "switch", 0.0, 1.0
    elif isinstance(inner, inspect.LiteralType):
        kind, low, high, choices = "choice", 0.0, 0.0, tuple(str(value) for value in inner.values)
    elif isinstance(inner, inspect.FloatType):
        low = float(next((one for one in (inner.ge, inner.gt) if one is not None), 0.0))
        high = float(next((one for one in (inner.le, inner.lt) if one is not None), 1e6))
        kind = "seconds" if field.name.endswith("_s") else "percent" if (inner.gt, inner.lt) == (0, 1) else "number"
    else:
        return None
    return SettingRow(
        section=section, name=field.name, title=title, description=description, default=field.default, kind=kind,
        low=low, high=high, choices=choices,
    )  # fmt: skip
