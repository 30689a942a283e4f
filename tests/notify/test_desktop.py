"""Desktop notifications against a real private session bus and a real, small notification server process."""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from monitor.notify import desktop
from monitor.notify.channel import Outgoing
from monitor.notify.desktop import DesktopNotifier

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="freedesktop notifications are a Linux matter"),
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="dbus-daemon is not installed"),
]


def message(level: int = 3, **changes: Any) -> Outgoing:
    values: dict[str, Any] = {
        "keys": ("distance|Main|BTC",),
        "level": level,
        "title": "BTC/USDT long is 3.1 % from liquidation",
        "text": "Add 5,890 USDT.",
        "at_ms": 0,
    }
    return Outgoing(**{**values, **changes})


class Server:
    """The server process, seen from the test."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    async def line(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        return dict(json.loads(await asyncio.wait_for(self.process.stdout.readline(), 10)))

    def tell(self, command: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(command.encode() + b"\n")

    async def become(self, mode: str) -> None:
        self.tell(mode)
        await self.line()


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    address = f"unix:path={tmp_path / 'bus'}"
    command = ["dbus-daemon", "--session", "--nofork", f"--address={address}", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        daemon.stdout.readline()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield daemon
        daemon.kill()


@pytest.fixture
async def server(bus: subprocess.Popen[str]) -> AsyncIterator[Server]:
    script = Path(__file__).with_name("notification_server.py")
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(script), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    server = Server(process)
    await server.line()
    yield server
    with contextlib.suppress(ProcessLookupError):  # it ends with its bus
        process.kill()
    await process.wait()


@pytest.fixture
async def acknowledged() -> asyncio.Queue[str]:
    return asyncio.Queue()


@pytest.fixture
async def notifier(acknowledged: asyncio.Queue[str]) -> AsyncIterator[DesktopNotifier]:
    notifier = DesktopNotifier(on_acknowledge=acknowledged.put_nowait)
    yield notifier
    await notifier.close()


async def test_a_critical_event_is_urgent_and_never_expires(server: Server, notifier: DesktopNotifier) -> None:
    assert (await notifier.send(message(3))).ok
    shown = await server.line()
    assert (shown["urgency"], shown["expire"]) == (2, 0)
    assert shown["summary"].startswith("CRITICAL: BTC/USDT")


async def test_a_warning_is_of_normal_urgency_and_expires(server: Server, notifier: DesktopNotifier) -> None:
    await notifier.send(message(1))
    shown = await server.line()
    assert shown["urgency"] == 1
    assert shown["expire"] > 0


async def test_markup_in_a_text_is_shown_as_text(server: Server, notifier: DesktopNotifier) -> None:
    await notifier.send(message(text="<b>5</b> & more"))
    assert (await server.line())["body"] == "&lt;b&gt;5&lt;/b&gt; &amp; more"


async def test_a_repeat_takes_the_place_of_the_first(server: Server, notifier: DesktopNotifier) -> None:
    await notifier.send(message())
    first = await server.line()
    await notifier.send(message())
    assert (await server.line())["replaces"] == first["id"]


async def test_acknowledge_on_the_desktop_reaches_the_engine(
    server: Server, notifier: DesktopNotifier, acknowledged: asyncio.Queue[str]
) -> None:
    await notifier.send(message())
    shown = await server.line()
    server.tell(f"act {shown['id']} acknowledge")
    assert await asyncio.wait_for(acknowledged.get(), 10) == "distance|Main|BTC"


async def test_a_click_on_the_text_acknowledges_nothing(
    server: Server, notifier: DesktopNotifier, acknowledged: asyncio.Queue[str]
) -> None:
    await notifier.send(message(keys=("first",)))
    await notifier.send(message(keys=("second",)))
    first, second = await server.line(), await server.line()
    server.tell(f"act {first['id']} default")
    server.tell(f"act {second['id']} acknowledge")
    assert await asyncio.wait_for(acknowledged.get(), 10) == "second"


async def test_a_refusal_is_told_in_a_sentence(server: Server, notifier: DesktopNotifier) -> None:
    await server.become("refuse")
    result = await notifier.send(message())
    assert not result.ok
    assert "ExcessNotifications" in result.detail


async def test_a_deaf_server_costs_no_more_than_the_deadline(
    server: Server, notifier: DesktopNotifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop, "DEADLINE_S", 0.3)
    await server.become("deaf")
    result = await notifier.send(message())
    assert not result.ok
    assert "did not answer" in result.detail


async def test_after_a_dead_bus_the_next_event_says_so(
    bus: subprocess.Popen[str], server: Server, notifier: DesktopNotifier
) -> None:
    assert (await notifier.send(message())).ok
    bus.kill()
    bus.wait()
    result = await notifier.send(message())
    assert not result.ok
    assert result.detail


async def test_without_a_session_bus_it_says_so(monkeypatch: pytest.MonkeyPatch, notifier: DesktopNotifier) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    result = await notifier.send(message())
    assert not result.ok
    assert "cannot be reached" in result.detail


def test_the_desktop_plays_a_sound_only_while_no_window_does() -> None:
    quiet, loud, warning = (
        desktop.notification(message(level), 0, loud=on)[6] for level, on in ((3, False), (3, True), (1, True))
    )
    assert (quiet.get("suppress-sound"), quiet.get("sound-name")) == (("b", True), None)
    assert (loud.get("suppress-sound"), loud.get("sound-name")) == (None, ("s", "alarm-clock-elapsed"))
    assert "suppress-sound" in warning
