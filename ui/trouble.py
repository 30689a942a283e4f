"""The window's own troubles: Qt's messages and surprises in slots are logged; a surprise is also told in a sentence."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from monitor import redact
from monitor.language import tr

LOG_NAME = "window.log"
LOG_BYTES = 500_000

log = logging.getLogger("ui")
_qt = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_to_file(folder: Path) -> None:
    """Keep the newest megabyte of the window's log, without secrets; a full disk is no reason to stop."""
    redact.log_to_file(folder / LOG_NAME, LOG_BYTES)


def catch(tell: Callable[[str], None]) -> None:
    """Log what Qt says, and log and tell what no code expected.

    Args:
        tell: shows one sentence; may be called from any thread.
    """
    qInstallMessageHandler(_qt_says)

    def surprise(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("unexpected", exc_info=(kind, error, trace))
        tell(
            tr(
                "Something went wrong in the window ({kind}); alarms go on. See {log}.",
                kind=kind.__name__,
                log=LOG_NAME,
            )
        )

    def surprise_in_thread(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            surprise(told.exc_type, told.exc_value, told.exc_traceback)

    sys.excepthook = surprise
    threading.excepthook = surprise_in_thread


def _qt_says(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _qt.log(_LEVELS.get(kind, logging.WARNING), "%s", message)
