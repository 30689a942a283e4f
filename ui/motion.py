"""Whether the desktop asks all programs for less motion. Asked once it is shown, and heard while it runs.

Linux: the settings portal over D-Bus. Windows: "Animation effects". macOS: "Reduce motion". A desktop that says nothing
asks for nothing.

Source: xdg-desktop-portal, org.freedesktop.portal.Settings (namespace org.freedesktop.appearance, read 2026-11);
GNOME, org.gnome.desktop.interface enable-animations; Microsoft, SystemParametersInfo SPI_GETCLIENTAREAANIMATION.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, QProcess, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage

_SERVICE, _PATH, _FACE = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_LESS: dict[tuple[str, str], Callable[[object], bool]] = {  # what a setting says when less motion is wanted
    ("org.freedesktop.appearance", "reduced-motion"): lambda value: value == 1,
    ("org.gnome.desktop.interface", "enable-animations"): lambda value: value is False,
}
_SPI_GETCLIENTAREAANIMATION = 0x1042


class DesktopMotion(QObject):
    """What the desktop wants.

    Signals:
        changed: it wants something else now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said: dict[tuple[str, str], bool] = {}
        self._bus: Any = None

    @property
    def reduced(self) -> bool:
        """Whether less motion is wanted."""
        return any(self._said.values())

    def listen(self) -> None:
        """Ask the desktop; `changed` follows where it wants less motion. Nothing waits for its answer."""
        if sys.platform == "win32":
            self._say(("windows", "animations"), not _windows_animates())
        elif sys.platform == "darwin":
            self._ask_macos()
        else:
            self._ask_portal()

    def _say(self, what: tuple[str, str], less: bool) -> None:
        before = self.reduced
        self._said[what] = less
        if self.reduced is not before:
            self.changed.emit()

    def _ask_macos(self) -> None:
        process = QProcess(self)
        process.finished.connect(
            lambda _code, _status: self._say(
                ("macos", "motion"), bytes(process.readAllStandardOutput().data())[:1] == b"1"
            )
        )
        process.start("defaults", ["read", "com.apple.universalaccess", "reduceMotion"])

    def _ask_portal(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        self._bus = bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        slot: Any = SLOT("_hear(QDBusMessage)")  # the stub asks for bytes, which the library refuses
        bus.connect(_SERVICE, _PATH, _FACE, "SettingChanged", self, slot)
        for what in _LESS:
            question = QDBusMessage.createMethodCall(_SERVICE, _PATH, _FACE, "Read")
            question.setArguments(list(what))
            answer = QDBusPendingCallWatcher(bus.asyncCall(question), self)
            answer.finished.connect(lambda done, what=what: self._take(what, done.reply().arguments()))

    def _take(self, what: tuple[str, str], values: list[Any]) -> None:
        """Take the value of a setting; a desktop that has no such setting answers with an error, whose text is none."""
        value: Any = values[-1] if values else None
        while hasattr(value, "variant"):
            value = value.variant()
        if not isinstance(value, str | None):
            self._say(what, _LESS[what](value))

    @Slot("QDBusMessage")
    def _hear(self, message: QDBusMessage) -> None:
        """A setting of the desktop has changed."""
        namespace, name, *values = message.arguments()
        if (namespace, name) in _LESS:
            self._take((namespace, name), values)


def _windows_animates() -> bool:
    """Whether Windows animates what is inside windows; True where it does not say."""
    on = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(on), 0)  # type: ignore[attr-defined,unused-ignore]
    return bool(on.value)
