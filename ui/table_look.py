"""How the positions are looked at: what is filtered, grouped, left out. The user keeps such looks by name.

It is part of the window's memory; nothing in here decides what is guarded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from monitor.language import tr

Grouping = Literal["", "account", "coin"]
GROUPINGS: tuple[tuple[Grouping, str], ...] = (("", tr("Nothing")), ("account", tr("Account")), ("coin", tr("Coin")))
LONGEST_NAME = 40
MOST_LOOKS = 20


class TableColumns(msgspec.Struct, frozen=True, kw_only=True):
    """What the user has made of a table's columns."""

    widths: dict[str, int] = {}  # of those that were sized, by title [px]
    order: tuple[str, ...] = ()  # titles of all from left to right, where one was moved


class TableLook(msgspec.Struct, frozen=True, kw_only=True):
    """One way to look at the positions."""

    name: str = ""
    segment: str = "All"  # title of the segment
    words: str = ""  # in the filter box
    group: Grouping = ""
    hidden: tuple[str, ...] = ()  # titles of the columns left out
    added: tuple[str, ...] = ()  # titles of the columns shown beside the usual ones
    order: tuple[str, ...] = ()  # titles of all columns from left to right, where the user has moved one
    widths: dict[str, int] = {}  # of the columns that the user has sized, by title [px]

    @property
    def columns(self) -> TableColumns:
        """What the user has made of the columns."""
        return TableColumns(widths=self.widths, order=self.order)


def with_look(looks: Sequence[TableLook], look: TableLook) -> tuple[TableLook, ...]:
    """Return the looks with one more, or with a new meaning for its name; the oldest ones leave when there are many."""
    kept = [other for other in looks if other.name != look.name]
    return (*kept, look)[-MOST_LOOKS:]


def without_look(looks: Sequence[TableLook], name: str) -> tuple[TableLook, ...]:
    """Return the looks without one."""
    return tuple(look for look in looks if look.name != name)
