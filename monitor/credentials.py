"""API keys, in the operating system's keyring and nowhere else.

Each account has one entry, `marginwatch/<account id>`, holding one JSON object. The keyring library is never left to
choose: only the four OS backends below are used, made by us, so neither environment nor configuration file can put a
plaintext or null keyring in their place. Every call runs in a child process with a deadline, because a keyring may
wait for ever for an unlock prompt that nobody sees; the secret reaches that child over its stdin.

In a frozen build the program's own executable is that child: its entry script calls `child_main()` when started with
CHILD_FLAG as only argument.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from monitor.errors import CredentialsError
from monitor.language import tr
from monitor.redact import protect

SERVICE = "marginwatch/"
CHANNEL_SERVICE = "marginwatch-channel/"
USER = "api-key"
CHILD_FLAG = "--marginwatch-keyring"
START_DEADLINE_S = 10.0  # for the child to come up, on a cold and busy machine
DEADLINE_S = 3.0  # for the keyring to answer
PROMPT_DEADLINE_S = 20.0  # when the keyring asks the user to unlock it
WINDOWS_MOST_CHARACTERS = 1_280  # CRED_MAX_CREDENTIAL_BLOB_SIZE in UTF-16

_HOME = Path(__file__).resolve().parents[1]  # where the child finds `monitor`

_BACKENDS = {  # platform -> (module, class), in order of preference
    "linux": (
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
    ),
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
}

_INSTALL = {
    "linux": tr("Install one and log in again: sudo apt install gnome-keyring libsecret-1-0 dbus-user-session"),
    "win32": tr("The Windows credential manager must be switched on."),
    "darwin": tr("The macOS login keychain must exist."),
}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Secrets:
    """A key pair. It does not print, pickle or copy itself."""

    api_key: str
    secret: str
    passphrase: str | None = None

    def __post_init__(self) -> None:
        protect(self.api_key, self.secret, self.passphrase)

    def __repr__(self) -> str:
        return "Secrets([REDACTED])"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("Secrets are not pickled or copied")


class ChannelSecrets:
    """The tokens and addresses of one notification channel, by name. It does not print, pickle or copy itself."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = dict(values)
        protect(*self._values.values())

    def get(self, name: str) -> str:
        """Return one of them, "" where it is not set."""
        return self._values.get(name, "")

    def __repr__(self) -> str:
        return "ChannelSecrets([REDACTED])"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("ChannelSecrets are not pickled or copied")


async def keep_channel(name: str, values: Mapping[str, str]) -> None:
    """Store what a notification channel needs, read it back and compare.

    Raises:
        CredentialsError: it was not stored; one sentence says why and what to do.
    """
    protect(*values.values())
    await _ask({"do": "keep", "service": CHANNEL_SERVICE + name, "blob": json.dumps(dict(values))})


async def recall_channel(name: str) -> ChannelSecrets | None:
    """Return what a notification channel needs, or None where the keyring holds nothing.

    Raises:
        CredentialsError: the keyring is missing, locked or silent.
    """
    blob = (await _ask({"do": "recall", "service": CHANNEL_SERVICE + name})).get("blob")
    if blob is None:
        return None
    try:
        return ChannelSecrets({str(key): str(value) for key, value in json.loads(blob).items()})
    except (ValueError, AttributeError):
        raise CredentialsError(_sentence("broken")) from None


async def forget_channel(name: str) -> None:
    """Remove what a notification channel needed; it is no error when there is nothing.

    Raises:
        CredentialsError: the keyring is missing, locked or silent; it may still be there.
    """
    await _ask({"do": "forget", "service": CHANNEL_SERVICE + name})


async def keep(account_id: str, secrets: Secrets) -> None:
    """Store an account's key, read it back and compare.

    Raises:
        CredentialsError: it was not stored; one sentence says why and what to do.
    """
    blob = json.dumps({"api_key": secrets.api_key, "secret": secrets.secret, "passphrase": secrets.passphrase})
    if sys.platform == "win32" and len(blob) > WINDOWS_MOST_CHARACTERS:
        raise CredentialsError(_sentence("too long"))
    await _ask({"do": "keep", "service": SERVICE + account_id, "blob": blob})


async def recall(account_id: str) -> Secrets | None:
    """Return an account's key, or None where the keyring holds none.

    Raises:
        CredentialsError: the keyring is missing, locked or silent.
    """
    blob = (await _ask({"do": "recall", "service": SERVICE + account_id})).get("blob")
    if blob is None:
        return None
    try:
        held = json.loads(blob)
        return Secrets(api_key=held["api_key"], secret=held["secret"], passphrase=held.get("passphrase"))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CredentialsError(_sentence("broken")) from None


async def forget(account_id: str) -> None:
    """Remove an account's key; it is no error when there is none.

    Raises:
        CredentialsError: the keyring is missing, locked or silent; the key may still be there.
    """
    await _ask({"do": "forget", "service": SERVICE + account_id})


def _sentence(kind: str, detail: str = "") -> str:
    match kind:
        case "absent":
            said = tr("No keyring service is running, so the key cannot be kept safely.")
            return f"{said} {_INSTALL.get(sys.platform, '')}"
        case "locked":
            return tr(
                "The keyring is locked: unlock it (log in to the desktop, or open its password manager) and try again."
            )
        case "silent":
            return tr(
                "The keyring does not answer; is its unlock window open? Log out and in again if it stays silent."
            )
        case "mismatch":
            return tr("The keyring did not give back what was stored; nothing was kept.")
        case "too long":
            return tr("This key is too long for the Windows credential store; use an Ed25519 or HMAC key.")
        case "broken":
            return tr("The keyring's entry for this account is damaged; add the key again.")
    return tr("The keyring refused the request ({detail}).", detail=detail)


# ---------------------------------------------------------------- the parent's side


async def _ask(request: dict[str, Any]) -> dict[str, Any]:
    """Let a child carry out one request; raise CredentialsError when it fails or does not answer in time."""
    child = await asyncio.create_subprocess_exec(
        *_command(),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=_HOME,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(json.dumps(request).encode())
        child.stdin.close()
        answer = await _line(child.stdout, START_DEADLINE_S)
        if answer == {"state": "ready"}:
            answer = await _line(child.stdout, DEADLINE_S)
        if answer == {"state": "prompt"}:
            answer = await _line(child.stdout, PROMPT_DEADLINE_S)
    except TimeoutError:
        raise CredentialsError(_sentence("silent")) from None
    except OSError:
        raise CredentialsError(_sentence("refused", tr("its helper process could not be used"))) from None
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()
        child._transport.close()  # type: ignore[attr-defined]  # WORKAROUND python/cpython#114177: pipes outlive the child
    if "error" in answer:
        raise CredentialsError(_sentence(str(answer["error"]), str(answer.get("detail", ""))))
    return answer


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_FLAG]
    return [sys.executable, "-E", "-m", "monitor.credentials"]


async def _line(stream: asyncio.StreamReader, deadline_s: float) -> dict[str, Any]:
    async with asyncio.timeout(deadline_s):
        line = await stream.readline()
    try:
        answer = json.loads(line)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        return {"error": "refused", "detail": tr("its helper process ended early")}
    return answer


# ---------------------------------------------------------------- the child's side


def child_main() -> None:
    """Carry out the one request on stdin and write the answer to stdout."""
    request = json.loads(sys.stdin.buffer.read())
    _say({"state": "ready"})
    _say(_carry_out(request))


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _carry_out(request: dict[str, Any]) -> dict[str, Any]:
    backend = _backend()
    if backend is None:
        return {"error": "absent"}
    try:
        if _may_prompt(backend):
            _say({"state": "prompt"})
        return _use(backend, request)
    except Exception as error:  # the top of this process; the text may hold anything, so only the type is told
        return _failure(error)


def _backend() -> Any:
    """Return the first OS keyring that works here, None where there is none."""
    import importlib

    for module, name in _BACKENDS.get(sys.platform, ()):
        try:
            kind = getattr(importlib.import_module(module), name)
            if not kind.viable:
                continue
            backend = kind()
        except Exception:  # each backend fails in its own way where its service is missing
            continue
        if sys.platform == "win32":
            backend.persist = "local machine"  # the default roams with the user's profile
        return backend
    return None


def _may_prompt(backend: Any) -> bool:
    """Whether the next call may open a window that waits for the user."""
    if type(backend).__module__ != "keyring.backends.SecretService":
        return sys.platform != "win32"
    import secretstorage

    bus = secretstorage.dbus_init()
    try:
        return bool(secretstorage.collection.Collection(bus).is_locked())
    except secretstorage.exceptions.ItemNotFoundException:
        return True  # there is no default keyring yet: the service asks for its password
    finally:
        bus.close()


def _use(backend: Any, request: dict[str, Any]) -> dict[str, Any]:
    service = str(request["service"])
    if request["do"] == "recall":
        return {"blob": backend.get_password(service, USER)}
    if request["do"] == "keep":
        backend.set_password(service, USER, request["blob"])
        if backend.get_password(service, USER) != request["blob"]:
            return {"error": "mismatch"}
        return {}
    if backend.get_password(service, USER) is not None:
        backend.delete_password(service, USER)
    return {}


def _failure(error: Exception) -> dict[str, Any]:
    from keyring import errors

    if isinstance(error, errors.KeyringLocked):
        return {"error": "locked"}
    if isinstance(error, errors.InitError) and "dismissed" in str(error).lower():
        return {"error": "locked"}
    if isinstance(error, errors.NoKeyringError) or type(error).__name__ == "SecretServiceNotAvailableException":
        return {"error": "absent"}
    return {"error": "refused", "detail": type(error).__name__}


if __name__ == "__main__":
    child_main()
