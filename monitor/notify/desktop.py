"""Desktop notifications over D-Bus (org.freedesktop.Notifications), sent by the engine without Qt.

CRITICAL never expires by itself and asks to be acknowledged; what the user answers comes back through a callback.
Alarm texts may hold a venue's strings, so markup is escaped. Windows and macOS: the window's popup and tray serve.

Source: Desktop Notifications Specification 1.2 (freedesktop.org): urgency, expire_timeout, actions, markup.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import logging
import os
import sys
from collections.abc import Callable
from typing import Any

from monitor.language import tr
from monitor.notify.channel import Acknowledged, DeliveryResult, Outgoing, WithoutReceipts

log = logging.getLogger(__name__)

DEADLINE_S = 3.0
APP_NAME = "Marginwatch"
_URGENCY = (0, 1, 2, 2)  # low, normal, critical
_EXPIRE_MS = (8_000, 15_000, 0, 0)  # 0: stays until closed
_ICONS = ("dialog-information", "dialog-warning", "dialog-warning", "dialog-error")
_SOUNDS = ("", "", "dialog-warning", "alarm-clock-elapsed")  # of the freedesktop sound theme
_ACKNOWLEDGE = "acknowledge"
_PATH = "/org/freedesktop/Notifications"
_NAME = "org.freedesktop.Notifications"


class DesktopNotifier(WithoutReceipts):
    """One connection to the session bus, opened at the first event and again after a failure.

    Args:
        on_acknowledge: called in the event loop with an alarm's key when the user chose "Acknowledge".
    """

    def __init__(self, on_acknowledge: Acknowledged | None = None) -> None:
        self._on_acknowledge = on_acknowledge
        self.loud = False  # the desktop's own sound is wanted: no window plays ours
        self._link: _Link | None = None
        self._ids: dict[tuple[str, ...], int] = {}  # alarm keys -> notification id: a repeat replaces what stands there
        self._sending = asyncio.Lock()

    async def send(self, message: Outgoing) -> DeliveryResult:
        """Show a message; never raises, and answers within the deadline."""
        if reason := _unavailable():
            return DeliveryResult(ok=False, detail=reason, can_retry=False)
        try:
            async with asyncio.timeout(DEADLINE_S), self._sending:
                await self._notify(message)
        except TimeoutError:
            await self._drop()
            return DeliveryResult(
                ok=False,
                detail=tr("The desktop's notifications did not answer in {deadline_s:.0f} s.", deadline_s=DEADLINE_S),
            )
        except _Refused as refusal:
            return DeliveryResult(
                ok=False, detail=tr("The desktop refused the notification ({refusal}).", refusal=refusal)
            )
        except (OSError, EOFError, RuntimeError, ValueError) as error:
            await self._drop()
            return DeliveryResult(
                ok=False, detail=tr("The desktop's notifications cannot be reached ({error}).", error=_plain(error))
            )
        return DeliveryResult(ok=True, detail=tr("Shown by the desktop."))

    async def close(self) -> None:
        """Close the connection; what is on screen stays."""
        await self._drop()

    async def _notify(self, message: Outgoing) -> None:
        if self._link is None or self._link.broken:
            await self._drop()
            self._link = await _Link.open(self._acted)
        replaced = self._ids.get(message.keys, 0)
        self._ids[message.keys] = await self._link.call(
            "Notify", "susssasa{sv}i", notification(message, replaced, loud=self.loud)
        )

    def _acted(self, notification_id: int, action: str) -> None:
        keys = next((keys for keys, shown in self._ids.items() if shown == notification_id), None)
        if keys is not None and action in (_ACKNOWLEDGE, "default") and self._on_acknowledge is not None:
            self._ids.pop(keys, None)
            for key in keys if action == _ACKNOWLEDGE else ():
                self._on_acknowledge(key)

    async def _drop(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            await link.close()


def notification(message: Outgoing, replaces: int, *, loud: bool = False) -> tuple[Any, ...]:
    """Return the arguments of `Notify` for a message.

    Args:
        replaces: id of the notification that this one takes the place of, 0 for a new one.
        loud: let the desktop play its sound from DANGER up; else the window has its own patterns.
    """
    level = max(0, min(3, message.level))
    hints = {
        "urgency": ("y", _URGENCY[level]),
        "category": ("s", "device.error" if message.is_system else "x-marginwatch.risk"),
        "desktop-entry": ("s", "marginwatch"),
    }
    if loud and level >= 2:
        hints["sound-name"] = ("s", _SOUNDS[level])
    else:
        hints["suppress-sound"] = ("b", True)
    actions = [_ACKNOWLEDGE, tr("Acknowledge")] if level and message.keys else []
    return (
        APP_NAME,
        replaces,
        _ICONS[level],
        message.headline,  # the summary is plain text by the specification
        html.escape(message.text, quote=False),
        actions,
        hints,
        _EXPIRE_MS[level],
    )


def _unavailable() -> str:
    if sys.platform != "linux":
        return tr("Desktop notifications are sent by the window on this system.")
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS") and not os.path.exists(f"/run/user/{os.getuid()}/bus"):
        return tr("There is no D-Bus session, so the desktop shows no notifications.")
    return ""


def _plain(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


class _Refused(Exception):
    """The notification server answered with an error."""


class _Link:
    """A connection to the session bus that also listens for what the user does with a notification."""

    def __init__(self, router: Any, connection: Any, acted: Callable[[int, str], None]) -> None:
        self._router = router
        self._connection = connection
        self._acted = acted
        self._listening: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, acted: Callable[[int, str], None]) -> _Link:
        """Connect and ask for the server's signals."""
        from jeepney import MatchRule, message_bus
        from jeepney.io.asyncio import DBusRouter, Proxy, open_dbus_connection

        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path=/run/user/{os.getuid()}/bus"
        connection = await open_dbus_connection("SESSION")
        router = DBusRouter(connection)
        router._rcv_task.add_done_callback(_retrieve)
        link = cls(router, connection, acted)
        rule = MatchRule(type="signal", interface=_NAME, path=_PATH, member="ActionInvoked")
        await Proxy(message_bus, router).AddMatch(rule)
        link._listening = asyncio.create_task(link._listen(rule), name="notification actions")
        return link

    @property
    def broken(self) -> bool:
        """Whether the bus has hung up."""
        return bool(self._router._rcv_task.done())

    async def call(self, method: str, signature: str, body: tuple[Any, ...]) -> int:
        """Call a method of the notification server and return its number.

        Raises:
            _Refused: the server answered with an error. OSError, EOFError, RuntimeError: the bus is gone.
        """
        from jeepney import DBusAddress, DBusErrorResponse, new_method_call
        from jeepney.wrappers import unwrap_msg

        address = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        reply = await self._router.send_and_get_reply(new_method_call(address, method, signature, body))
        try:
            return int(unwrap_msg(reply)[0])
        except DBusErrorResponse as error:
            raise _Refused(error.name.rsplit(".", 1)[-1]) from None

    async def close(self) -> None:
        """End the listeners and the connection."""
        for task in (self._listening, self._router._rcv_task):
            if task is not None:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError, OSError, EOFError):
                    await task
        with contextlib.suppress(OSError):
            await self._connection.close()

    async def _listen(self, rule: Any) -> None:
        with self._router.filter(rule, bufsize=64) as signals:
            while True:
                signal = await signals.get()
                number, action = signal.body
                self._acted(int(number), str(action))


def _retrieve(task: asyncio.Task[None]) -> None:
    """Take the receiver's end, so that asyncio does not report it as lost; `broken` says it."""
    if not task.cancelled() and task.exception() is not None:
        log.info("the session bus hung up: %s", type(task.exception()).__name__)
