"""The terminal's screen: what is unknown has its reason on it."""

from __future__ import annotations

from msgspec.structs import replace
from rich.console import Console

from monitor.commands.terminal import _screen
from tests.ui import sample


def test_an_unknown_position_stands_with_its_reason() -> None:
    update = sample.update()
    unknown = replace(update.positions[0], liquidation_price=None, unknown="its tiers have not been read yet")
    console = Console(width=140)
    with console.capture() as shown:
        console.print(_screen(replace(update, positions=(unknown,)), [], 140))
    assert f"({unknown.account_id}): unknown: its tiers have not been read yet" in shown.get()
