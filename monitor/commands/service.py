"""Guarding as a service: tells systemd that it is ready and alive, and writes one line per alarm. No table, no window.

READY=1 comes with the first answer of every account, WATCHDOG=1 with each completed evaluation and never from a timer:
an engine that judges no more is ended and started again by systemd.

Source: sd_notify(3), systemd 252.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from collections.abc import Mapping

from monitor.alerts.rules import LEVEL_NAMES
from monitor.messages import AlertEvent, Stopped, ToWindow, Update

_PRIORITY = (6, 5, 4, 2)  # of journald, by level: informational, notice, warning, critical


class Systemd:
    """The service manager, where there is one.

    Args:
        environment: holds NOTIFY_SOCKET and WATCHDOG_USEC when systemd started us.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        self.watches = bool(environment.get("WATCHDOG_USEC"))

    def say(self, *lines: str) -> None:
        """Send a state; nothing happens where nobody listens."""
        if not self._address or not hasattr(socket, "AF_UNIX"):
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
            out.sendto("\n".join(lines).encode(), address)


class ServiceFace:
    """What a service says of the engine's messages: to systemd, and to its log on standard output."""

    def __init__(self, systemd: Systemd) -> None:
        self._systemd = systemd
        self._ready = False
        self._status = ""

    def take(self, message: ToWindow) -> None:
        """Take one message of the engine."""
        if isinstance(message, AlertEvent):
            if message.notify:
                self._write(_PRIORITY[message.level], line(message))
        elif isinstance(message, Update):
            self._take_update(message)
        elif isinstance(message, Stopped):
            self._systemd.say("STOPPING=1", f"STATUS={message.reason}")

    def _take_update(self, update: Update) -> None:
        said = ["WATCHDOG=1"] if self._systemd.watches else []
        if not self._ready and all(account.read_ms is not None or account.trouble for account in update.accounts):
            self._ready = True
            said.append("READY=1")
        status = _status(update)
        if status != self._status:
            self._status = status
            said.append(f"STATUS={status}")
        if said:
            self._systemd.say(*said)

    def _write(self, priority: int, text: str) -> None:
        sys.stdout.write(f"<{priority}>{text}\n" if os.environ.get("JOURNAL_STREAM") else f"{text}\n")
        sys.stdout.flush()


def line(event: AlertEvent) -> str:
    """Return an alarm as one line."""
    who = f"{event.account_id} · " if event.account_id not in event.title else ""
    return f"{LEVEL_NAMES[event.level]} · {who}{event.title} ({event.reason}). {event.text}"


def _status(update: Update) -> str:
    level = max((alert.level for alert in update.alerts), default=0)
    live = sum(account.feed == "live" for account in update.accounts)
    return (
        f"{live} of {len(update.accounts)} accounts live, {len(update.positions)} positions, "
        f"worst alarm {LEVEL_NAMES[level]}"
    )
