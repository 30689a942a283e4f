"""`.venv/`: made whole or not at all, stamped with what it was made from.

Whatever stops a build, the environment that was there before is put back, or none is left.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

from interpreter import Python
from progress import SetupError, last_lines, run, step

ROOT = Path(__file__).resolve().parent.parent
UNREACHABLE = re.compile(
    "NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|name resolution|getaddrinfo failed|Network is unreachable"
)


def is_ready(venv: Path, wanted: Python | None) -> bool:
    """Return whether the environment is finished and made from this lock, project and, if one is wanted, Python."""
    try:
        stamped = (venv / "stamp").read_text(encoding="ascii")
    except OSError:
        return False
    python = venv_python(venv)
    if wanted is not None and os.path.realpath(wanted.executable) != os.path.realpath(python):
        return False
    return os.access(python, os.X_OK) and stamped == stamp(venv)


def stamp(venv: Path) -> str:
    """Return a hash of all that the environment is made from: place, interpreter, lock, the project's own needs."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    tables = re.split(r"^(?=\[)", project, flags=re.MULTILINE)
    installed = "".join(table for table in tables if not table.startswith("[tool.") or table.startswith("[tool.hatch"))
    parts = [str(venv).encode(), os.path.realpath(venv_python(venv)).encode(), installed.encode()]
    parts.append((ROOT / "requirements.lock").read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def venv_python(venv: Path) -> Path:
    """Return the environment's interpreter."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def recover(venv: Path) -> None:
    """Clear what a killed build left: put the kept environment back in the place of an unfinished one."""
    kept = _kept(venv)
    if not kept.exists():
        return
    if (venv / "stamp").exists():  # killed after the new one was finished
        _remove(kept)
    else:
        _remove(venv)
        kept.rename(venv)


def build(venv: Path, python: Python) -> None:
    """Make the environment; on any failure put back what was there.

    Raises:
        SetupError: a step failed.
    """
    kept = _kept(venv)
    if venv.exists():
        venv.rename(kept)
    try:
        _fill(venv, python)
        (venv / "stamp").write_text(stamp(venv), encoding="ascii")
    except BaseException:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C must not stop the clearing
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        if kept.exists():
            recover(venv)
        else:
            _remove(venv)
        raise
    _remove(kept)


def _fill(venv: Path, python: Python) -> None:
    inner = str(venv_python(venv))
    if python.has_ensurepip or not python.has_pip():
        make, pip = [python.executable, "-m", "venv", str(venv)], [inner, "-m", "pip"]
    else:
        make = [python.executable, "-m", "venv", "--without-pip", str(venv)]
        pip = [python.executable, "-m", "pip", "--python", inner]
    quick = ["install", "--no-input", "--disable-pip-version-check", "--no-compile"]
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / "requirements.lock")]
    itself = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    with step(f"environment of Python {python.dotted()} in .venv"):
        _check(make, "The environment could not be made")
    with step("locked packages"):
        _check([*pip, *quick, *locked], "The locked packages could not be installed")
    with step("marginwatch itself"):
        _check([*pip, *quick, *itself], "The project could not be installed")
    with step("compiling"):  # else the first start pays for it, with 6 s for ccxt alone
        run([inner, "-m", "compileall", "-q", "-j", "0", str(venv)])


def _check(words: Sequence[str], sentence: str) -> None:
    done = run(words)
    if done.returncode == 0:
        return
    said = done.stdout.strip()
    if UNREACHABLE.search(said):
        raise SetupError("The package index cannot be reached; check the network, or pip's proxy and index settings.")
    raise SetupError(f"{sentence}:\n" + last_lines(said, 20))


def _kept(venv: Path) -> Path:
    return venv.with_name(venv.name + ".old")


def _remove(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Hold the checkout: two set-ups at once would build in the same place."""
    if os.name == "nt":
        yield
        return
    import fcntl

    handle = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
