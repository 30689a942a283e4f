"""The questions at closing and quitting: keep guarding, or stop; and whether to guard from login on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from monitor.language import tr


def ask_whether_to_stop(parent: QWidget, positions: int) -> bool:
    """Ask before guarding stops while positions are open; True: stop."""
    box = QMessageBox(parent)
    box.setWindowTitle("Marginwatch")
    box.setIcon(QMessageBox.Icon.NoIcon)
    held = tr("1 open position") if positions == 1 else tr("{positions} open positions", positions=positions)
    box.setText(tr("<b>Stop guarding {held}?</b>", held=held))
    box.setInformativeText(
        tr(
            "Nothing will warn you until Marginwatch is started again. "
            "Your remote channels, if there are any, are told that guarding has stopped."
        )
    )
    stop = box.addButton(tr("Stop guarding"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(tr("Go on guarding"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    keep.setObjectName("primary")
    box.exec()
    return box.clickedButton() is stop


def ask_whether_to_stay(parent: QWidget, *, tray: bool) -> bool | None:
    """Ask what closing the window means while positions are open.

    Args:
        tray: whether the desktop has a tray; without one the window is minimised.

    Returns:
        True: keep guarding. False: stop. None: the window stays as it is.
    """
    where = tr("in the tray") if tray else tr("minimised")
    box = QMessageBox(parent)
    box.setWindowTitle("Marginwatch")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(tr("<b>You have open positions. What shall closing do?</b>"))
    box.setInformativeText(
        tr(
            "Marginwatch can go on guarding {where} and warn as before, or stop. “Keep "
            "guarding” is remembered; Menu → Quit stops.",
            where=where,
        )
    )
    keep = box.addButton(tr("Keep guarding {where}", where=where), QMessageBox.ButtonRole.AcceptRole)
    stop = box.addButton(tr("Stop guarding"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    keep.setObjectName("primary")
    box.exec()
    chosen = box.clickedButton()
    return True if chosen is keep else False if chosen is stop else None


def offer_start_at_login(parent: QWidget, answered: Callable[[], None]) -> QMessageBox:
    """Offer once, when the first account is kept, to start with the computer; nothing waits for the answer.

    Args:
        answered: called when the user wants it.
    """
    box = QMessageBox(parent)
    box.setWindowTitle("Marginwatch")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(tr("<b>Start Marginwatch at login?</b>"))
    box.setInformativeText(
        tr("A guard that is not started guards nothing. You can change this among the watchdogs (Ctrl+N).")
    )
    start = box.addButton(tr("Start at login"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Not now"), QMessageBox.ButtonRole.RejectRole)
    start.setObjectName("primary")
    box.setDefaultButton(start)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    start.clicked.connect(answered)
    box.open()
    return box
