"""Guarding as a service over a real NOTIFY_SOCKET: ready, alive while it evaluates, and a word when it is stopped."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor import autostart
from monitor.cli import main
from monitor.commands.service import Systemd
from monitor.commands.watch import USUAL_COMMAND
from monitor.errors import SettingsError
from monitor.messages import Quit
from monitor.resources import resource
from monitor.settings import AlertSettings
from tests.notify.services import serving
from tests.notify.test_delivery import guarding

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="systemd is a thing of Linux")


class Manager:
    """systemd's end of the socket."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(path))
        self.socket.setblocking(False)

    async def lines(self) -> list[str]:
        async with asyncio.timeout(30):
            return (await asyncio.get_running_loop().sock_recv(self.socket, 4096)).decode().split("\n")

    def drain(self) -> int:
        """Take what has come, and count it."""
        count = 0
        with contextlib.suppress(BlockingIOError):
            while self.socket.recv(4096):
                count += 1
        return count

    async def until(self, word: str) -> None:
        while word not in await self.lines():
            pass


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[Manager]:
    found = Manager(tmp_path / "notify")
    yield found
    found.socket.close()


async def test_a_service_is_ready_with_the_first_answers_and_alive_with_each_evaluation(
    manager: Manager, tmp_path: Path
) -> None:
    command = (sys.executable, "-m", "monitor", "watch", "--demo", "--service", "--scenario", "calm")
    environment = {
        **os.environ,
        "NOTIFY_SOCKET": str(manager.path),
        "WATCHDOG_USEC": "30000000",
        "MARGINWATCH_HOME": str(tmp_path / "home"),
    }
    service = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=asyncio.subprocess.DEVNULL, cwd=Path(__file__).parent.parent.parent
    )
    try:
        await manager.until("READY=1")
        await manager.until("WATCHDOG=1")
        service.send_signal(signal.SIGSTOP)  # it evaluates no more: what is on its way comes, then nothing
        await asyncio.sleep(0.3)
        manager.drain()
        await asyncio.sleep(2.5)
        assert manager.drain() == 0
        service.send_signal(signal.SIGCONT)
        await manager.until("WATCHDOG=1")
        service.send_signal(signal.SIGTERM)
        await manager.until("STOPPING=1")
        assert await service.wait() == 0
    finally:
        if service.returncode is None:
            service.kill()
            await service.wait()


def test_the_unit_file_is_understood_by_systemd(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("there is no systemd-analyze here")
    text = resource("marginwatch.service").read_text()
    command = f"{USUAL_COMMAND} watch --service"
    assert f"ExecStart={command}\n" in text
    unit = tmp_path / "marginwatch.service"
    unit.write_text(text.replace(command, "/bin/true"))
    tmp_path.chmod(0o700)
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--user", str(unit)],
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if "initialize manager" in checked.stderr:
        pytest.skip(f"systemd-analyze cannot work here: {checked.stderr.strip()[:200]}")
    assert unit.name not in checked.stderr  # what it does not know it only warns of
    assert checked.returncode == 0


def test_the_unit_is_printed_with_the_command_that_runs_now(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "--unit"]) == 0
    assert f"ExecStart={autostart.command()} watch --service\n" in capsys.readouterr().out


def test_without_systemd_nothing_is_said_and_nothing_fails(tmp_path: Path) -> None:
    Systemd({}).say("READY=1")
    Systemd({"NOTIFY_SOCKET": str(tmp_path / "nobody")}).say("READY=1")


async def test_who_stops_guarding_with_open_positions_tells_every_remote_channel(tmp_path: Path) -> None:
    async with serving() as services, guarding(tmp_path, services, count=2, alerts=AlertSettings()) as bench:
        await bench.until(bench.all_read)
        bench.engine.handle(Quit(reason="the window was closed", by_user=True))
        await services.until(2)
    assert [title for title in services.titles() if "Monitoring stopped by the user" in title] == services.titles()[:2]
    assert "positions are open" in str(services.taken[0][1]["message"])


async def test_a_channel_that_does_not_answer_holds_up_the_end_for_a_few_seconds_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitor.engine.loop.FAREWELL_S", 0.3)
    async with serving() as services, guarding(tmp_path, services, alerts=AlertSettings()) as bench:
        await bench.until(bench.all_read)
        services.fault = "silence"
        async with asyncio.timeout(40):
            await bench.engine.leave("by SIGTERM")


def test_start_at_login_is_an_entry_that_can_be_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert not autostart.is_on()
    assert autostart.switch(True) == "Marginwatch starts at login."
    assert autostart.is_on()
    assert "Exec=" in (tmp_path / "autostart" / "marginwatch.desktop").read_text()
    autostart.switch(False)
    assert not autostart.is_on()


@pytest.mark.parametrize(("platform", "word"), [("win32", "shell:startup"), ("darwin", "Login Items")])
def test_where_it_cannot_be_arranged_the_user_is_told_how(
    platform: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(SettingsError, match=word):
        autostart.switch(True)
