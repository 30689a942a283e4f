"""What the system must bring: the shared libraries that Qt loads, and the programs that the tests drive.

Names are Debian's; a library counts as present when the loader can load it, whoever installed it.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterable, Sequence

from progress import last_lines, run

# Source: `objdump -p` of PySide6-Essentials 6.11.3 and a minimal Debian 12; each brings what it depends on.
LIBRARIES: tuple[tuple[str, str], ...] = (
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libwayland-cursor.so.0", "libwayland-cursor0"),
)
PROGRAMS: tuple[tuple[str, str], ...] = (
    ("Xvfb", "xvfb"),
    ("xauth", "xauth"),
    ("xdotool", "xdotool"),
    ("openbox", "openbox"),
    ("xprop", "x11-utils"),
    ("import", "imagemagick"),
    ("dbus-send", "dbus"),
    ("dbus-daemon", "dbus-daemon"),
    ("gnome-keyring-daemon", "gnome-keyring"),
    ("gdbus", "libglib2.0-bin"),
    ("secret-tool", "libsecret-tools"),
)
# Systems name some packages otherwise (Ubuntu 24.04 and Debian 13; Ubuntu 22.04): the first one listed there is taken.
NAMES: dict[str, tuple[str, ...]] = {
    "libglib2.0-0": ("libglib2.0-0t64", "libglib2.0-0"),
    "dbus-daemon": ("dbus-daemon", "dbus"),
}


class InstallError(Exception):
    """The packages could not be installed; the text is what apt-get said last."""


def missing_libraries(libraries: Iterable[tuple[str, str]] = LIBRARIES) -> list[tuple[str, str]]:
    """Return the (soname, package) pairs that the loader cannot load."""
    return [pair for pair in libraries if not _loads(pair[0])]


def missing_programs(programs: Iterable[tuple[str, str]] = PROGRAMS) -> list[tuple[str, str]]:
    """Return the (program, package) pairs that are not on PATH."""
    return [pair for pair in programs if shutil.which(pair[0]) is None]


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_apt() -> bool:
    """Return whether this is a Debian-like system."""
    return shutil.which("apt-get") is not None


def may_install() -> bool:
    """Return whether packages can be installed without asking for a password."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def package_names(packages: Iterable[str]) -> list[str]:
    """Return the names by which this system's package lists know the packages, each once."""
    return list(dict.fromkeys(_listed_name(package) for package in packages))


def _listed_name(package: str) -> str:
    names = NAMES.get(package, (package,))
    return next((name for name in names[:-1] if _is_listed(name)), names[-1])


def _is_listed(package: str) -> bool:
    return run(["apt-cache", "show", "--no-all-versions", package]).returncode == 0


def command(packages: Sequence[str]) -> str:
    """Return the one line that a user types to install the packages."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def install(packages: Sequence[str]) -> list[str]:
    """Install the packages as root and return their names here.

    Raises:
        InstallError: apt-get failed.
    """
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    options = ["-q", "-o", "DPkg::Lock::Timeout=120"]  # a new machine may be busy with its own first update
    run(["apt-get", "update", *options], environment)  # its failure shows, if it matters, in the next command
    names = package_names(packages)
    done = run(["apt-get", "install", "-y", "--no-install-recommends", *options, *names], environment)
    if done.returncode != 0:
        raise InstallError(last_lines(done.stdout, 12))
    return names
