"""The window's tests draw offscreen, unless a platform is asked for, and with the program's own fonts."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from monitor.messages import Message
from tests.ui.screenshots import application, dress
from ui.main_window import MainWindow
from ui.theme import DARK, Theme, load_fonts


@pytest.fixture(autouse=True)
def _no_windows_left() -> Iterator[None]:
    """A closed window is deleted by an event that only a running loop delivers; left over, each slows the rest."""
    yield
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _own_fonts(request: pytest.FixtureRequest) -> None:
    """Widths are measured once per font: the first test that measures must have the right ones."""
    if "qapp" in request.fixturenames:
        request.getfixturevalue("qapp")
        load_fonts()


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    """The dark theme, on the whole application."""
    made = Theme()
    dress(application(), made, DARK)
    return made


@pytest.fixture
def told(window: MainWindow) -> list[Message]:
    """What the test's window has told the engine."""
    messages: list[Message] = []
    window.engine_told.connect(messages.append)
    return messages
