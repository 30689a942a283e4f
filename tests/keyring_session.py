"""A real Secret Service on a private D-Bus session, for the tests that keep secrets."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PROGRAMS = ("dbus-daemon", "gnome-keyring-daemon", "gdbus")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
needs_keyring = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


@dataclass
class Session:
    """A private desktop session: its home, its bus, its keyring daemon."""

    home: Path
    daemon: subprocess.Popen[bytes] | None = None

    def start_daemon(self, password: bytes | None) -> None:
        command = ["gnome-keyring-daemon", "--components=secrets", "--foreground"]
        if password is not None:
            command.insert(1, "--unlock")
        self.daemon = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        assert self.daemon.stdin is not None
        self.daemon.stdin.write(password or b"")
        self.daemon.stdin.close()
        for _ in range(200):
            if b"true" in _has_owner():
                return
            time.sleep(0.05)
        raise AssertionError("gnome-keyring-daemon did not start")

    def stop_daemon(self) -> None:
        if self.daemon is not None:
            self.daemon.send_signal(signal.SIGCONT)
            self.daemon.kill()
            self.daemon.wait()
            self.daemon = None


def _has_owner() -> bytes:
    question = ["org.freedesktop.DBus.NameHasOwner", "org.freedesktop.secrets"]
    bus = ["-d", "org.freedesktop.DBus", "-o", "/org/freedesktop/DBus", "-m"]
    return subprocess.run(["gdbus", "call", "--session", *bus, *question], capture_output=True, check=False).stdout


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A private bus that can start nothing by itself, and no keyring on it."""
    home, runtime = tmp_path / "home", tmp_path / "run"
    home.mkdir(mode=0o700)
    runtime.mkdir(mode=0o700)
    for name, value in {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_DIRS": str(home),
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "PYTHON_KEYRING_BACKEND"):
        monkeypatch.delenv(name, raising=False)
    config = tmp_path / "bus.conf"
    config.write_text(
        "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
        '<policy context="default"><allow send_destination="*"/><allow eavesdrop="false"/>'
        '<allow own="*"/></policy></busconfig>'
    )
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().decode().strip())
    session = Session(home=home)
    yield session
    session.stop_daemon()
    daemon.kill()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def keyring(bus: Session) -> Session:
    """A session with an unlocked keyring."""
    bus.start_daemon(b"test-pw")
    return bus
