"""By keyboard alone: an alarm is acknowledged, amounts are hidden. The real program on the demo, seen from outside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screen.display import MAIN, OUTPUT, Program, Screen, poll, program
from tests.screen.display import pytestmark as pytestmark

BRIGHT = 200  # of 255: so bright is the equity on the dark ground
FIRST_CARD_PX = (
    range(462, 600),
    range(124, 164),
)  # x and y of the equity of the first account, in a first start's window


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
    key = poll(lambda: [key for key in running.told("raised", "demo") if key.startswith("test")], 20, "the test alarm")[
        0
    ]

    def acknowledged() -> bool:
        screen.press("space")
        return key in running.told("acknowledged", "demo")

    poll(acknowledged, 20, "the acknowledgement")


def test_amounts_are_hidden_and_shown_again(screen: Screen, running: Program) -> None:
    window = poll(lambda: screen.window(MAIN), 10, "the main window")

    def height() -> int:
        """How high what stands in the place of the equity is [px]: figures are higher than dots."""
        picture, (across, down) = screen.picture(window, OUTPUT / "privacy.png"), FIRST_CARD_PX
        return sum(any(picture.pixelColor(x, y).lightness() > BRIGHT for x in across) for y in down)

    shown = poll(height, 10, "the equity")
    screen.press("p")
    poll(lambda: running.memory("demo").get("amounts_hidden"), 10, "the memory of it")
    poll(lambda: 0 < height() < 0.75 * shown, 10, "the window without amounts")
    screen.press("p")
    poll(lambda: height() == shown, 10, "the amounts")
