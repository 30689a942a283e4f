"""Start at login: an entry in the desktop's autostart folder. Linux; elsewhere the user is told how to do it.

Source: freedesktop.org, Desktop Application Autostart Specification 0.5.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

from monitor.errors import SettingsError
from monitor.language import tr

ELSEWHERE = {
    "win32": tr("On Windows: press Win+R, type shell:startup, and put a shortcut to Marginwatch there."),
    "darwin": tr("On macOS: System Settings → General → Login Items → add Marginwatch."),
}
_ENTRY = """\
[Desktop Entry]
Type=Application
Name=Marginwatch
Comment=Position-risk monitor (read-only)
Exec={command}
Icon=marginwatch
Terminal=false
X-GNOME-Autostart-enabled=true
"""


def is_possible() -> bool:
    """Whether Marginwatch can arrange it here."""
    return sys.platform == "linux"


def is_on() -> bool:
    """Whether Marginwatch starts at login."""
    try:
        text = _path().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return is_possible() and "Hidden=true" not in text


def switch(on: bool) -> str:
    """Start at login from now on, or no more; return one sentence.

    Raises:
        SettingsError: it cannot be arranged here; the sentence says what to do.
    """
    if not is_possible():
        raise SettingsError(ELSEWHERE.get(sys.platform, tr("This system has no autostart folder.")))
    path = _path()
    try:
        if not on:
            path.unlink(missing_ok=True)
            return tr("Marginwatch no longer starts at login.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_ENTRY.format(command=command()), encoding="utf-8")
    except OSError as error:
        raise SettingsError(tr("The autostart entry cannot be changed ({error}).", error=error.strerror)) from None
    return tr("Marginwatch starts at login.")


def _path() -> Path:
    config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(config) / "autostart" / "marginwatch.desktop"


def command() -> str:
    """How to start the program that runs now."""
    if getattr(sys, "frozen", False):
        return shlex.quote(sys.executable)
    script = shutil.which("marginwatch")
    beside = Path(sys.executable).with_name("marginwatch")
    if beside.exists():
        return shlex.quote(str(beside))
    return shlex.quote(script) if script else f"{shlex.quote(sys.executable)} -m monitor"
