"""Alarm sounds: real WAV files, real player processes (small scripts that note what they were asked to play)."""

from __future__ import annotations

import array
import os
import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from monitor.messages import AlertEvent
from ui.sound import URGENT, AlarmSounds, loudness, should_sound, sound_file


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three players on the path: `broken` fails, `plays` notes the file, `slow` takes its time."""
    note = tmp_path / "heard"
    note.touch()
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, script in (
        ("broken", "exit 1"),
        ("plays", f'echo "$1" >> {note}'),
        ("slow", f'echo "$1" >> {note}; exec sleep 5'),
    ):
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return note


def event(level: int, reason: str = "raised", urged: int = 0) -> AlertEvent:
    return AlertEvent(
        id=1,
        urged=urged,
        at_ms=0,
        key="k",
        family="RISK",
        kind="liquidation_distance",
        level=level,
        reason=reason,
        notify=True,
        title="",
        text="",
        account_id="",
        position_key="",
    )


@pytest.mark.parametrize(("level", "longest_s"), [(1, 0.5), (2, 2.0), (3, 4.0)])
def test_each_level_has_a_sound_of_its_own_length(level: int, longest_s: float) -> None:
    with wave.open(str(sound_file(level))) as file:
        assert longest_s / 4 < file.getnframes() / file.getframerate() < longest_s


def power(level: int) -> float:
    with wave.open(str(sound_file(level))) as file:
        samples = array.array("h", file.readframes(file.getnframes()))
    return sum(sample * sample for sample in samples) / len(samples)


def test_what_nobody_answers_sounds_much_louder() -> None:
    assert loudness(event(3, "repeated", urged=3)) == URGENT
    assert power(URGENT) > 2 * power(3)


def test_a_danger_never_sounds_urgent_and_a_young_critical_does_not() -> None:
    assert loudness(event(2, "repeated", urged=9)) == 2
    assert loudness(event(3, "repeated", urged=2)) == 3


def test_a_flood_is_heard_once(qtbot: QtBot, heard: Path) -> None:
    sounds = AlarmSounds(players=(("plays",),))
    with qtbot.waitSignal(sounds.played, timeout=5000):
        for _ in range(200):
            sounds.play(3)
    sounds.play(3)  # the group is young: it has been heard
    qtbot.wait(200)
    assert len(heard.read_text().splitlines()) == 1


def test_a_test_is_heard_each_time(qtbot: QtBot, heard: Path) -> None:
    sounds = AlarmSounds(players=(("plays",),))
    for _ in range(2):
        with qtbot.waitSignal(sounds.played, timeout=5000):
            sounds.play(1, grouped=False)
    assert len(heard.read_text().splitlines()) == 2


def test_a_player_that_fails_is_followed_by_the_next(qtbot: QtBot, heard: Path) -> None:
    sounds = AlarmSounds(players=(("broken",), ("plays",)))
    with qtbot.waitSignal(sounds.played, timeout=5000):
        sounds.play(2)
    assert heard.read_text().strip().endswith("danger.wav")


def test_when_no_player_works_it_says_so_once(qtbot: QtBot, heard: Path) -> None:
    sounds = AlarmSounds(players=(("broken",),))
    with qtbot.waitSignal(sounds.went_silent, timeout=5000):
        sounds.play(2)
    with qtbot.assertNotEmitted(sounds.went_silent, wait=300):
        sounds.play(2)


def test_without_any_player_it_says_so(qtbot: QtBot) -> None:
    sounds = AlarmSounds(players=(("no-such-player",),))
    with qtbot.waitSignal(sounds.went_silent, timeout=5000):
        sounds.play(1)


def test_a_louder_level_cuts_a_quieter_one_short(qtbot: QtBot, heard: Path) -> None:
    sounds = AlarmSounds(players=(("slow",),))
    sounds.play(1)
    qtbot.waitUntil(lambda: "warning" in heard.read_text(), timeout=5000)
    sounds.play(3)
    qtbot.waitUntil(lambda: "critical" in heard.read_text(), timeout=5000)
    sounds.stop()


def test_a_quieter_level_waits_for_nothing_and_cuts_nothing(qtbot: QtBot, heard: Path) -> None:
    sounds = AlarmSounds(players=(("slow",),))
    sounds.play(3)
    qtbot.waitUntil(lambda: "critical" in heard.read_text(), timeout=5000)
    sounds.play(1)
    qtbot.wait(200)
    assert "warning" not in heard.read_text()
    sounds.stop()


def test_silence_holds_for_danger_but_not_for_a_new_critical() -> None:
    assert not should_sound(event(2), enabled=True, muted_until_ms=10, now_ms=0)
    assert should_sound(event(3), enabled=True, muted_until_ms=10, now_ms=0)


def test_silence_holds_for_the_repeat_of_a_critical() -> None:
    assert not should_sound(event(3, "repeated"), enabled=True, muted_until_ms=10, now_ms=0)


def test_silence_ends_by_itself() -> None:
    assert should_sound(event(2), enabled=True, muted_until_ms=10, now_ms=10)
