"""Which Python the environment is made from."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import NamedTuple

from progress import SetupError, run

OLDEST = (3, 11)
ON_PATH = ("python3.13", "python3.12", "python3.11", "python3.14")
PROBE = (
    "import importlib.util as u, json, sys; print(json.dumps([sys.version_info[:2], "
    "getattr(sys, '_base_executable', sys.executable), u.find_spec('ensurepip') is not None]))"
)


class Python(NamedTuple):
    """An interpreter that environments can be made from."""

    executable: str
    version: tuple[int, int]
    has_ensurepip: bool  # False on Debian without python3-venv

    def dotted(self) -> str:
        """Return the version as people write it: 3.11."""
        return ".".join(map(str, self.version))

    def has_pip(self) -> bool:
        """Return whether it can install packages itself."""
        return run([self.executable, "-m", "pip", "--version"]).returncode == 0


def find_python(wanted: str = "") -> Python:
    """Return the wanted interpreter, else this one, else the newest known one on PATH.

    Raises:
        SetupError: none is new enough.
    """
    oldest = ".".join(map(str, OLDEST))
    if wanted:
        python = _probe(wanted)
        if python is None:
            raise SetupError(f"PYTHON={wanted} cannot be run; name a Python {oldest} or newer.")
        if python.version < OLDEST:
            raise SetupError(f"PYTHON={wanted} is Python {python.dotted()}; Marginwatch needs {oldest} or newer.")
        return python
    for name in (sys.executable, *ON_PATH):
        python = _probe(name)
        if python is not None and python.version >= OLDEST:
            return python
    here = ".".join(map(str, sys.version_info[:2]))
    raise SetupError(
        f"Marginwatch needs Python {oldest} or newer, and this is {here}; install a newer one, or name it: PYTHON=…"
    )


def _probe(name: str) -> Python | None:
    try:
        done = subprocess.run([name, "-c", PROBE], capture_output=True, text=True, check=True)
        version, executable, has_ensurepip = json.loads(done.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None  # not there, or a shim that points nowhere
    return Python(executable, (version[0], version[1]), has_ensurepip)
