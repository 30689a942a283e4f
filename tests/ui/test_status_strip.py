"""The status strip says how the alarm chain did when it was last tested."""

from __future__ import annotations

import msgspec

from monitor.messages import CheckLine, SelfTestResult
from tests.ui import sample
from ui.status_strip import Chip, chips
from ui.view import View


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
