"""By keyboard alone: an alarm is acknowledged, amounts are hidden. The real program on the demo, seen from outside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screen.display import MAIN, OUTPUT, Program, Screen, poll, program
from tests.screen.display import pytestmark as pytestmark

BRIGHT = 200  # of 255: figures are that bright on the dark ground, dots in their place are few
TOP_PX = 220  # the cards with amounts are above


@pytest.fixture
def running(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    """The demo, calm, with figures on the screen and the keyboard's focus."""
    words = ("demo", "--scenario", "calm", "--exit-after", "100")
    with program(screen, tmp_path / "home", *words) as running:
        poll(running.is_live, 30, "the first figures")
        screen.activate(poll(lambda: screen.window(MAIN), 10, "the main window"))
        yield running
        running.end()


def test_an_alarm_is_acknowledged(screen: Screen, running: Program) -> None:
    screen.press("ctrl+shift+t")
    key = poll(lambda: [key for key in running.told("test", "demo") if key.startswith("test")], 20, "the test alarm")[0]

    def acknowledged() -> bool:
        screen.press("space")
        return key in running.told("acknowledged", "demo")

    poll(acknowledged, 20, "the acknowledgement")


def test_amounts_are_hidden_and_shown_again(screen: Screen, running: Program) -> None:
    window = poll(lambda: screen.window(MAIN), 10, "the main window")

    def brightness() -> int:
        picture = screen.picture(window, OUTPUT / "privacy.png")
        places = ((x, y) for y in range(60, TOP_PX) for x in range(picture.width()))
        return sum(picture.pixelColor(x, y).lightness() > BRIGHT for x, y in places)

    shown = brightness()
    screen.press("p")
    poll(lambda: running.memory("demo").get("amounts_hidden"), 10, "the memory of it")
    hidden = poll(lambda: (seen := brightness()) < 0.9 * shown and seen, 10, "the window without amounts")
    screen.press("p")
    poll(lambda: brightness() > (shown + hidden) / 2, 10, "the amounts")
