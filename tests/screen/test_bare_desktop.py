"""A desktop with nothing: no tray, no sound player, no notifications, no session bus. The program is fine with it."""

from __future__ import annotations

from pathlib import Path

from tests.screen.display import MAIN, Screen, poll, program
from tests.screen.display import pytestmark as pytestmark
from ui.popup import TITLE

BARE = {"PATH": "/nonexistent", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}


def test_alarms_are_shown_where_nothing_can_be_heard_and_closing_the_demo_ends_it(
    screen: Screen, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with program(screen, home, "demo", "--scenario", "calm", more=BARE) as running:
        poll(running.is_live, 30, "the first figures")
        window = poll(lambda: screen.window(MAIN), 10, "the main window")
        screen.activate(window)
        screen.press("ctrl+shift+t")
        poll(lambda: screen.window(TITLE), 20, "the alert window")
        poll(lambda: "No sound can be played" in running.log("demo"), 10, "the sentence on the missing sound")
        with program(screen, home, "demo", more=BARE) as second:
            assert second.process.wait(20) == 0  # it raises the first one's window
        screen.close(window)
        assert running.process.wait(20) == 0  # in the demo nothing is guarded, so nothing is asked
        assert "Traceback" not in running.log("demo") + running.said()
