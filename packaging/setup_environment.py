"""Make this checkout ready to run: what the system must bring, then `.venv/` with the locked packages and the project.

Standard library only, here and in the files beside it, and syntax that an old Python still reads, so that it can say
that it is too old. When all is in place it only compares a stamp.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from typing import Any

import system_packages
from environment import ROOT, alone, build, is_ready, recover
from interpreter import Python, find_python
from progress import SetupError, step


def main(arguments: Sequence[str] | None = None) -> int:
    """Set up what is missing; return the exit status."""
    parser = argparse.ArgumentParser(description="Make .venv/ ready to run Marginwatch.")
    parser.add_argument("--test", action="store_true", help="also install the programs that the tests drive")
    parser.add_argument("--quiet", action="store_true", help="say nothing when all is in place")
    parser.add_argument("--python", default="", help="interpreter to use (default: this one, or the newest on PATH)")
    options = parser.parse_args(arguments)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stopped)
    try:
        set_up(test=options.test, quiet=options.quiet, wanted=options.python)
    except SetupError as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    except OSError as error:  # a full disk, a folder that cannot be written
        print(f"setup: {error.strerror or error}: {error.filename or ROOT}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nsetup: stopped; nothing half-done is left.", file=sys.stderr)
        return 130
    return 0


def _stopped(_signal: int, _frame: Any) -> None:
    raise KeyboardInterrupt


def set_up(*, test: bool, quiet: bool, wanted: str) -> None:
    """Bring the system's packages and `.venv/` to what this checkout needs.

    Raises:
        SetupError: something only the user can mend.
    """
    venv = ROOT / ".venv"
    ready = is_ready(venv, find_python(wanted) if wanted else None)
    python = None if ready else find_python(wanted)
    prepare_system(test=test, python=python)
    if python is not None:
        with alone():
            recover(venv)
            if not is_ready(venv, python if wanted else None):  # another run may have just made it
                build(venv, find_python(wanted))  # asked again: its venv may have come only now
    elif not quiet:
        print("Everything is in place.")


def prepare_system(*, test: bool, python: Python | None) -> None:
    """Install what the system lacks, or say the one line to type.

    Args:
        python: the interpreter that an environment will be made from; None when there is one already.

    Raises:
        SetupError: the window or the environment cannot be made without it.
    """
    if not sys.platform.startswith("linux"):
        return
    libraries = system_packages.missing_libraries()
    needed = [package for _, package in libraries]
    for_tests = [package for _, package in system_packages.missing_programs()] if test else []
    if python is not None and not python.has_ensurepip and (system_packages.may_install() or not python.has_pip()):
        needed.append(f"python{python.dotted()}-venv")
    if not needed and not for_tests:
        return
    if not system_packages.has_apt():
        _hint([soname for soname, _ in libraries], for_tests)
    elif system_packages.may_install():
        _install([*needed, *for_tests])
    elif needed:
        line = system_packages.command(system_packages.package_names([*needed, *for_tests]))
        raise SetupError(f"system packages are missing; type this, then try again:\n{line}")
    else:
        line = system_packages.command(system_packages.package_names(for_tests))
        print(f"Tests whose programs are missing will be skipped; to have them: {line}")


def _hint(sonames: list[str], for_tests: list[str]) -> None:
    if sonames:
        print(f"Qt will miss these libraries; your system's package manager has them: {' '.join(sonames)}")
    if for_tests:
        print(f"Tests whose programs are missing will be skipped; Debian's packages of them: {' '.join(for_tests)}")


def _install(packages: list[str]) -> None:
    with step("system packages") as told:
        try:
            names = system_packages.install(packages)
        except system_packages.InstallError as error:
            raise SetupError(f"apt-get could not install {' '.join(packages)}:\n{error}") from None
        told.append(" ".join(names))
    still = [soname for soname, _ in system_packages.missing_libraries()]
    if still:
        raise SetupError(f"These libraries still cannot be loaded: {' '.join(still)}.")


if __name__ == "__main__":
    sys.exit(main())
