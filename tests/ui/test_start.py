"""The engine starts once, also behind a window that is never painted."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.session import Session
from ui.start import EngineStarter
from ui.theme import DARK, Theme
from ui.window_state import WindowState


def test_only_the_first_call_starts_an_engine(qtbot: QtBot, tmp_path: Path) -> None:
    starter = EngineStarter(data_dir=tmp_path, config_dir=tmp_path, demo=None)
    with qtbot.waitSignal(starter.ready, timeout=20_000):
        starter.start()
    prepared = starter._prepared
    starter.start()
    assert starter._prepared is prepared
    starter.close()


def test_a_window_that_is_never_painted_guards_all_the_same(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(
        Theme(),
        WindowState(),
        data_dir=tmp_path,
        config_dir=tmp_path,
        demo=None,
        unattended=True,
        tokens_of=lambda _choice: DARK,
    )
    monkeypatch.setattr(session.main, "show", lambda: None)  # as on a desktop that is not shown
    session.start()
    qtbot.waitUntil(lambda: session._update is not None, timeout=30_000)
    session.quit()
    session.finish()
