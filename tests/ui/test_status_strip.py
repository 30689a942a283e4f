"""The status strip: what the alarm chain did when it was last tested, and how chips find room."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from monitor.messages import CheckLine, SelfTestResult
from tests.ui import sample
from ui.chip_row import EDGES, GAP, MORE_WIDTH, Chip, lay
from ui.status_strip import StatusStrip, chips
from ui.theme import Theme
from ui.view import View

pytestmark = pytest.mark.usefixtures("qapp")  # texts are measured


def strip(**changes: object) -> list[Chip]:
    update = msgspec.structs.replace(sample.update(), **changes)
    return chips(View(update=update, now_ms=sample.NOW_MS))


def result(*, ok: bool) -> SelfTestResult:
    return SelfTestResult(at_ms=sample.NOW_MS, ok=ok, lines=(CheckLine(ok=ok, what="phone", detail="It answered."),))


def test_a_test_that_passed_stands_last_and_its_tip_names_each_link() -> None:
    chip = strip(self_test=result(ok=True))[-1]
    assert chip.text.startswith("Alarm test ok ")
    assert chip.tip == "phone: ok. It answered."


def test_a_test_that_failed_finds_room_before_the_figures() -> None:
    texts = [chip.text for chip in strip(self_test=result(ok=False))]
    assert texts[2].startswith("Alarm test failed ")


def test_a_running_test_is_said_and_none_is_not() -> None:
    assert any(chip.text.startswith("Testing the alarm chain") for chip in strip(self_test_runs=True))
    assert not any("larm" in chip.text and "test" in chip.text.lower() for chip in strip())


# ---------------------------------------------------------------- room


def chip(text: str, short: str = "", *, is_note: bool = False) -> Chip:
    return Chip(text=text, short=short, token="text2", tip="", is_note=is_note)


ROW = (chip("Feeds live · 0.4 s", "Live · 0.4 s"), chip("3 alarms to acknowledge", "3 alarms"), chip("Clock +12 ms"))


@pytest.mark.parametrize("room", range(60, 700, 20))
def test_no_chip_vanishes_and_none_leaves_its_room(room: int) -> None:
    laid, rest = lay(ROW, 0.0, room)
    assert tuple(one.chip for one in laid) + rest == ROW
    assert not laid or laid[-1].rect.right() + (MORE_WIDTH + GAP if rest else 0) <= room


def test_the_least_urgent_chip_loses_its_words_first() -> None:
    full = sum(one.kind.width(one.text) + EDGES for one in ROW) + 2 * GAP
    laid, rest = lay(ROW, 0.0, full - 1)
    assert [one.text for one in laid] == ["Feeds live · 0.4 s", "3 alarms", "Clock +12 ms"]
    assert not rest


def test_a_note_takes_what_the_others_leave() -> None:
    note = chip("The history is being written again after the disk was full.", is_note=True)
    laid, _rest = lay((*ROW, note), 0.0, 800.0)
    assert laid[-1].rect.right() == pytest.approx(800.0)
    assert [one.text for one in laid[:3]] == [one.text for one in ROW]


def test_what_found_no_room_is_named_by_a_button(qtbot: QtBot) -> None:
    made = StatusStrip(Theme())
    qtbot.addWidget(made)
    made.resize(700, 52)
    made.show()
    made.show_view(View(update=sample.update(), now_ms=sample.NOW_MS))
    more = made.findChild(QPushButton, "more-chips")
    assert more.isVisible()
    assert "Clock +12" in more.accessibleName()
