"""The terminal's screen: what is unknown has its reason on it."""

from __future__ import annotations

from msgspec.structs import replace
from rich.console import Console

from monitor.commands.terminal import TIERS_MS, _screen, _unknown_yet
from tests.ui import sample


def test_an_unknown_position_stands_with_its_reason() -> None:
    update = sample.update()
    unknown = replace(update.positions[0], liquidation_price=None, unknown="its tiers have not been read yet")
    console = Console(width=140)
    with console.capture() as shown:
        console.print(_screen(replace(update, positions=(unknown,)), [], 140))
    assert f"({unknown.account_id}): unknown: its tiers have not been read yet" in shown.get()


def test_one_report_waits_for_tiers_but_not_for_ever() -> None:
    known = replace(sample.update(), positions=(sample.update().positions[0],))
    unknown = replace(known, positions=(replace(known.positions[0], unknown="its tiers are not known"),))
    late = replace(unknown, now_ms=unknown.now_ms + TIERS_MS)
    assert _unknown_yet(unknown, [unknown])
    assert not _unknown_yet(late, [unknown, late])
    assert not _unknown_yet(known, [unknown, known])
