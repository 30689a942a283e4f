"""What the window remembers of itself."""

from __future__ import annotations

from pathlib import Path

from ui import window_state
from ui.window_state import Place, WindowState


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    state = WindowState(
        theme="light", focus="Main|BTC/USDT:USDT|long|cross", places=(Place(screens="1x1", mini=(10, -20)),)
    )
    window_state.save(tmp_path / "new folder", state)
    assert window_state.load(tmp_path / "new folder") == (state, "")


def test_a_first_start_has_defaults_and_nothing_to_say(tmp_path: Path) -> None:
    assert window_state.load(tmp_path) == (WindowState(), "")


def test_a_damaged_file_is_set_aside_whole(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_bytes(b'{"theme": "pi')
    state, note = window_state.load(tmp_path)
    assert state == WindowState()
    assert "window.json.damaged-1" in note
    assert (tmp_path / "window.json.damaged-1").read_bytes() == b'{"theme": "pi'


def test_a_file_with_an_unknown_key_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text('{"thme": "dark"}')
    assert window_state.load(tmp_path)[1]


def test_a_place_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    window_state.save(tmp_path / "file", WindowState())
