"""The theme is changed while windows are open: each looks as one that was opened in the new theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.all_windows import settle
from tests.ui.beside import WINDOWS
from tests.ui.screenshots import application, dress
from ui.theme import DARK, LIGHT, Theme, Tokens

OPEN = ("accounts-chosen", "settings", "journal", "stress-0", "mini-live")
ALIKE = 0.998  # of the pixels: a border may lie a pixel further, the cursor may blink
STEP = 3  # px between the pixels that are looked at


@pytest.fixture(autouse=True)
def _undress() -> Iterator[None]:
    yield
    application().setStyleSheet("")


def picture(qtbot: QtBot, name: str, *worn: Tokens) -> QImage:
    """A window that is shown in the first theme and then wears the others."""
    theme = Theme()
    dress(application(), theme, worn[0])
    window = WINDOWS[name](theme)
    qtbot.addWidget(window)
    window.show()
    settle()
    for tokens in worn[1:]:
        dress(application(), theme, tokens)
        settle()
    return window.grab().toImage()


@pytest.mark.parametrize("name", OPEN)
def test_an_open_window_changes_its_theme_as_a_whole(qtbot: QtBot, name: str) -> None:
    changed, fresh = picture(qtbot, name, DARK, LIGHT), picture(qtbot, name, LIGHT)
    assert changed.size() == fresh.size()
    places = [(x, y) for x in range(0, fresh.width(), STEP) for y in range(0, fresh.height(), STEP)]
    alike = sum(abs(changed.pixelColor(*at).lightness() - fresh.pixelColor(*at).lightness()) < 24 for at in places)
    assert alike >= ALIKE * len(places)
