"""Secrets in a real Secret Service, on a private D-Bus session."""

from __future__ import annotations

import asyncio
import copy
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from monitor import credentials
from monitor.credentials import Secrets, forget, keep, recall
from monitor.errors import CredentialsError
from tests.keyring_session import Session, needs_keyring

SECRETS = Secrets(api_key="canary-key-7f3a", secret="canary-secret-é\n-9c1d", passphrase="canary-pass")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a Secret Service is a thing of Linux")


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
