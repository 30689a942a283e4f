"""Secrets in a real Secret Service, on a private D-Bus session."""

from __future__ import annotations

import asyncio
import copy
import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from monitor import credentials
from monitor.credentials import Secrets, forget, keep, recall
from monitor.errors import CredentialsError

PROGRAMS = ("dbus-daemon", "gnome-keyring-daemon", "gdbus")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
SECRETS = Secrets(api_key="canary-key-7f3a", secret="canary-secret-é\n-9c1d", passphrase="canary-pass")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a Secret Service is a thing of Linux")
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


@needs_keyring
async def test_a_key_comes_back_as_it_was_kept(keyring: Session) -> None:
    await keep("Main", SECRETS)
    assert await recall("Main") == SECRETS


@needs_keyring
async def test_accounts_do_not_see_each_others_keys(keyring: Session) -> None:
    await keep("Main", SECRETS)
    assert await recall("Swing") is None


@needs_keyring
async def test_a_new_key_replaces_the_old_one(keyring: Session) -> None:
    await keep("Main", SECRETS)
    await keep("Main", Secrets(api_key="rotated-key", secret="rotated-secret"))
    held = await recall("Main")
    assert held is not None
    assert held.api_key == "rotated-key"


@needs_keyring
async def test_a_removed_account_leaves_nothing_in_the_keyring(keyring: Session) -> None:
    await keep("Main", SECRETS)
    await forget("Main")
    assert await recall("Main") is None
    assert b"marginwatch/Main" not in _stored_items()


def _stored_items() -> bytes:
    search = ["org.freedesktop.Secret.Service.SearchItems", "{'service': 'marginwatch/Main'}"]
    place = ["-d", "org.freedesktop.secrets", "-o", "/org/freedesktop/secrets", "-m"]
    found = subprocess.run(["gdbus", "call", "--session", *place, *search], capture_output=True, check=True).stdout
    return b"" if found.strip() == b"(@ao [], @ao [])" else b"marginwatch/Main " + found


@needs_keyring
async def test_the_kept_entry_is_really_in_the_secret_service(keyring: Session) -> None:
    await keep("Main", SECRETS)
    assert b"/org/freedesktop/secrets/collection/login/" in _stored_items()


@needs_keyring
async def test_forgetting_what_is_not_there_is_no_error(keyring: Session) -> None:
    await forget("Nobody")


@needs_keyring
async def test_a_locked_keyring_is_said_to_be_locked(bus: Session) -> None:
    bus.start_daemon(b"test-pw")
    await keep("Main", SECRETS)
    bus.stop_daemon()
    bus.start_daemon(None)
    with pytest.raises(CredentialsError, match="is locked: unlock it"):
        await recall("Main")


@needs_keyring
async def test_no_keyring_says_what_to_install(bus: Session) -> None:
    with pytest.raises(CredentialsError, match=r"No keyring service .* apt install gnome-keyring"):
        await recall("Main")


@needs_keyring
async def test_a_silent_keyring_ends_at_the_deadline(keyring: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(credentials, "DEADLINE_S", 1.0)
    assert keyring.daemon is not None
    keyring.daemon.send_signal(signal.SIGSTOP)
    with pytest.raises(CredentialsError, match="does not answer"):
        async with asyncio.timeout(20):
            await recall("Main")


@needs_keyring
@pytest.mark.parametrize("backend", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "no.such.Thing"])
async def test_the_environment_cannot_choose_the_backend(
    keyring: Session, monkeypatch: pytest.MonkeyPatch, backend: str
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    await keep("Main", SECRETS)
    assert await recall("Main") == SECRETS


@needs_keyring
async def test_a_keyring_configuration_file_runs_no_code(keyring: Session) -> None:
    folder = keyring.home / "config" / "python_keyring"
    folder.mkdir(parents=True)
    (folder / "thief.py").write_text(f"open({str(keyring.home / 'stolen')!r}, 'w').close()\nclass Keyring: pass\n")
    (folder / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring=thief.Keyring\nkeyring-path={folder}\n")
    await keep("Main", SECRETS)
    assert await recall("Main") == SECRETS
    assert not (keyring.home / "stolen").exists()


def _of_process(pid: int) -> list[str]:
    return [Path(f"/proc/{pid}/{name}").read_text(errors="replace") for name in ("cmdline", "environ")]


@needs_keyring
async def test_the_secret_is_never_in_the_childs_arguments_or_environment(
    keyring: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    start = asyncio.create_subprocess_exec

    async def watched(*command: str, **options: object) -> asyncio.subprocess.Process:
        child = await start(*command, **options)  # type: ignore[arg-type]
        seen.extend(_of_process(child.pid))
        return child

    monkeypatch.setattr(asyncio, "create_subprocess_exec", watched)
    await keep("Main", SECRETS)
    assert len(seen) == 2
    assert "canary" not in "".join(seen)


def test_secrets_do_not_print_themselves() -> None:
    assert "canary" not in f"{SECRETS!r} {SECRETS} {[SECRETS]}"


@pytest.mark.parametrize("way", [pickle.dumps, copy.copy, copy.deepcopy])
def test_secrets_refuse_to_be_copied_out(way: Callable[[object], object]) -> None:
    with pytest.raises(TypeError, match="not pickled or copied"):
        way(SECRETS)


def test_no_environment_variable_is_needed_to_start_the_child() -> None:
    assert "PYTHONPATH" not in credentials._command()
    assert os.path.isdir(credentials._HOME / "monitor")
