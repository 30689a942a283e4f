"""The engine as a process: killed, left behind, replaced. Real processes, a real session bus, a real exchange."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from monitor import child, only_engine
from monitor.child import EngineHandle, demo_options, start_engine
from monitor.demo import control
from monitor.demo.process import DemoProcess, start_demo
from monitor.differences import Completed
from monitor.errors import AlreadyRunningError
from monitor.history.history import History
from monitor.messages import (
    Acknowledge,
    AlertState,
    EngineOptions,
    Stopped,
    ToEngine,
    ToWindow,
    Update,
    Waiting,
    decode_to_window,
    encode,
)


class Window:
    """The window's end of the pipe, without a window."""

    def __init__(self, options: EngineOptions) -> None:
        self.handle: EngineHandle = start_engine(options)
        self._updates = Completed()
        self.newest: Update | None = None
        self.stopped: str | None = None
        self.waited: list[str] = []

    def until(self, condition: Callable[[Update], bool], seconds: float = 30.0) -> Update:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            message = self.next(end - time.monotonic())
            if isinstance(message, Update) and condition(message):
                return message
            if isinstance(message, Stopped):
                self.stopped = message.reason
                break
        raise AssertionError(f"not seen within {seconds} s; newest: {self.newest}; stopped: {self.stopped}")

    def next(self, seconds: float) -> ToWindow | None:
        if not self.handle.connection.poll(max(0.0, seconds)):
            return None
        message = self._updates.take(decode_to_window(self.handle.connection.recv_bytes()))
        if isinstance(message, Update):
            self.newest = message
        if isinstance(message, Waiting):
            self.waited.append(message.text)
        return message

    def say(self, command: ToEngine) -> None:
        self.handle.connection.send_bytes(encode(command))

    def kill_engine(self) -> None:
        assert self.handle.pid is not None
        os.kill(self.handle.pid, signal.SIGKILL)
        self.handle.process.join(5)
        self.handle.connection.close()


@pytest.fixture
def demo() -> Iterator[DemoProcess]:
    process = start_demo("calm", speed=1.0, limits=False)
    yield process
    process.stop()


@pytest.fixture
def options(demo: DemoProcess, tmp_path: Path) -> EngineOptions:
    return demo_options(demo.info, tmp_path / "engine", kind="window")


def again(options: EngineOptions) -> EngineOptions:
    """The same folder, nothing forgotten."""
    return msgspec.structs.replace(options, fresh=False)


def all_read(update: Update) -> bool:
    return bool(update.accounts) and all(account.read_ms is not None for account in update.accounts)


def alarm(update: Update, kind: str = "liquidation_distance") -> AlertState | None:
    return next((alert for alert in update.alerts if alert.kind == kind and alert.level == 3), None)


def frighten(demo: DemoProcess) -> None:
    """Bring the DOGE long of Alts close to its liquidation and hold it there."""
    truth = demo.ask(control.GetTruth())
    assert isinstance(truth, control.Truth)
    row = next(row for row in truth.positions if row.symbol == "DOGEUSDT")
    assert row.liquidation_price is not None
    assert demo.ask(control.SetPrice(symbol="DOGEUSDT", price=row.liquidation_price * 1.02, hold=True)) == control.Ok()


def test_after_kill_9_a_new_engine_finds_the_alarms_as_they_were(demo: DemoProcess, options: EngineOptions) -> None:
    window = Window(options)
    window.until(all_read)
    frighten(demo)
    told = alarm(window.until(lambda update: alarm(update) is not None))
    assert told is not None
    window.say(Acknowledge(key=told.key))
    before = alarm(window.until(lambda update: getattr(alarm(update), "phase", "") == "acknowledged"))
    window.kill_engine()
    second = Window(again(options))
    after = alarm(second.until(lambda update: bool(update.alerts)))
    second.handle.stop()
    assert before is not None
    assert after is not None
    assert (after.key, after.phase, after.level, after.quiet_until_ms) == (
        before.key,
        before.phase,
        before.level,
        before.quiet_until_ms,
    )


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs a D-Bus daemon")
def test_an_engine_whose_window_was_killed_still_notifies(
    demo: DemoProcess, options: EngineOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"unix:path={tmp_path / 'bus'}"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--address={address}", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert bus.stdout is not None
    bus.stdout.readline()
    script = Path(__file__).parent / "notify" / "notification_server.py"
    desktop = subprocess.Popen([sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert desktop.stdout is not None
    desktop.stdout.readline()
    window = Window(options)
    try:
        window.until(all_read)
        window.handle.connection.close()  # all that an engine sees of a window's kill -9
        frighten(demo)
        shown = json.loads(desktop.stdout.readline())
        while "DOGE" not in shown["summary"]:
            shown = json.loads(desktop.stdout.readline())
    finally:
        assert window.handle.pid is not None
        os.kill(window.handle.pid, signal.SIGTERM)
        window.handle.process.join(5)
        for process in (desktop, bus):
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()
    assert "to liquidation" in shown["summary"]
    history, _ = History.open(tmp_path / "engine" / "history.sqlite3")
    told = [one for event in history.events() for one in history.deliveries(event.id)]
    delivered = [one for one in told if (one.channel, one.state) == ("desktop", "delivered")]
    history.close()
    assert delivered


def test_a_new_window_replaces_the_engine_that_a_dead_one_left(options: EngineOptions) -> None:
    first = Window(options)
    first.until(all_read)
    first.handle.connection.close()
    second = Window(again(options))
    second.until(all_read)
    first.handle.process.join(5)
    assert not first.handle.is_alive()
    second.handle.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a process that can be stopped")
def test_an_engine_left_behind_that_hangs_is_ended_by_force_and_named(options: EngineOptions) -> None:
    first = Window(options)
    first.until(all_read)
    assert first.handle.pid is not None
    os.kill(first.handle.pid, signal.SIGSTOP)
    first.handle.connection.close()
    second = Window(again(options))
    second.until(all_read)
    first.handle.process.join(5)
    assert first.handle.process.exitcode == -signal.SIGKILL
    assert any(f"Process {first.handle.pid}" in text and "by force" in text for text in second.waited)
    second.handle.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a process that ignores being asked")
@pytest.mark.parametrize("kind", ["window", "terminal"])
@pytest.mark.parametrize("ticks", [True, False])
def test_only_an_engine_without_a_pulse_is_ended_by_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, ticks: bool
) -> None:
    monkeypatch.setattr(only_engine, "HUNG_S", 1.0)
    monkeypatch.setattr(only_engine, "STARTS_WITHIN_S", 0.0)
    monkeypatch.setattr(only_engine, "QUIET_S", 1.0)
    monkeypatch.setattr(only_engine, "ENDS_WITHIN_S", 3.0)
    monkeypatch.setattr(only_engine, "KILLED_WITHIN_S", 1.0)
    program = (
        "import os, signal, sys, time; from pathlib import Path; from monitor.messages import EngineOptions\n"
        "from monitor.only_engine import only_engine; folder = Path(sys.argv[1])\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"with only_engine(folder, EngineOptions(data_dir=str(folder), config_dir=str(folder), kind={kind!r})):\n"
        "  print('holds', flush=True)\n"
        f"  while True: time.sleep(0.1); {ticks} and os.utime(folder / 'engine.json')"
    )
    other = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE)
    assert other.stdout is not None
    other.stdout.readline()
    ours = EngineOptions(data_dir=str(tmp_path), config_dir=str(tmp_path), kind="window", takes_over=True)
    try:
        with contextlib.ExitStack() as stack:
            if ticks:
                stack.enter_context(pytest.raises(AlreadyRunningError, match=f"process {other.pid}"))
            stack.enter_context(only_engine.only_engine(tmp_path, ours))
        assert (other.poll() is None) == ticks
    finally:
        other.kill()
        other.wait()
        other.stdout.close()


def test_two_engines_never_guard_one_folder(options: EngineOptions) -> None:
    first = Window(options)
    first.until(all_read)
    second = Window(msgspec.structs.replace(again(options), takes_over=False))
    with pytest.raises(AssertionError):
        second.until(lambda update: True)
    assert second.stopped is not None
    assert "already guards" in second.stopped
    first.handle.stop()
    second.handle.stop()


def test_quit_ends_the_engine_in_good_order(options: EngineOptions) -> None:
    window = Window(options)
    window.until(all_read)
    window.handle.stop()
    assert window.handle.process.exitcode == 0


def test_a_damaged_database_is_said_and_kept(options: EngineOptions, tmp_path: Path) -> None:
    folder = tmp_path / "engine"
    folder.mkdir()
    (folder / "history.sqlite3").write_bytes(b"no database" * 1000)
    window = Window(again(options))
    update = window.until(all_read)
    window.handle.stop()
    assert any("set aside as history.sqlite3.damaged-1" in note for note in update.notes)
    assert (folder / "history.sqlite3.damaged-1").exists()


def test_a_window_that_dies_without_a_word_is_started_again_and_one_that_quits_is_not(
    options: EngineOptions, tmp_path: Path
) -> None:
    started = tmp_path / "started"
    command = (sys.executable, "-c", f"import pathlib; pathlib.Path({str(started)!r}).touch()")
    window = Window(msgspec.structs.replace(options, window_command=command))
    window.until(all_read)
    window.handle.connection.close()
    wait_for(started.exists)
    assert window.handle.pid is not None
    os.kill(window.handle.pid, signal.SIGTERM)
    window.handle.process.join(5)
    started.unlink()
    second = Window(msgspec.structs.replace(again(options), window_command=command))
    second.until(all_read)
    second.handle.stop()
    assert not started.exists()


def wait_for(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_window_that_keeps_dying_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(child.WINDOW_DEATHS, str(child.MOST_WINDOWS))
    assert not child.start_window(("true",), lived_ms=1_000)


@pytest.mark.filterwarnings("ignore:subprocess:ResourceWarning")  # it is left to itself on purpose
def test_one_that_dies_after_a_long_time_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(child.WINDOW_DEATHS, str(child.MOST_WINDOWS))
    assert child.start_window(("true",), lived_ms=child.HEALTHY_MS + 1)
