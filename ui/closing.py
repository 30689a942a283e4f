"""The questions at closing and quitting: keep guarding, or stop; and whether to guard from login on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_whether_to_stop(parent: QWidget, positions: int) -> bool:
    """Ask before guarding stops while positions are open; True: stop."""
    box = QMessageBox(parent)
    box.setWindowTitle("Marginwatch")
    box.setIcon(QMessageBox.Icon.NoIcon)
    held = "1 open position" if positions == 1 else f"{positions} open positions"
    box.setText(f"<b>Stop guarding {held}?</b>")
    box.setInformativeText(
        "Nothing will warn you until Marginwatch is started again. "
        "Your remote channels, if there are any, are told that guarding has stopped."
    )
    stop = box.addButton("Stop guarding", QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton("Go on guarding", QMessageBox.ButtonRole.RejectRole)
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
    where = "in the tray" if tray else "minimised"
    box = QMessageBox(parent)
    box.setWindowTitle("Marginwatch")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText("<b>You have open positions. What shall closing do?</b>")
    box.setInformativeText(
        f"Marginwatch can go on guarding {where} and warn as before, or stop. "
        "“Keep guarding” is remembered; Menu → Quit stops."
    )
    keep = box.addButton(f"Keep guarding {where}", QMessageBox.ButtonRole.AcceptRole)
    stop = box.addButton("Stop guarding", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
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
    box.setText("<b>Start Marginwatch at login?</b>")
    box.setInformativeText(
        "A guard that is not started guards nothing. You can change this among the watchdogs (Ctrl+N)."
    )
    start = box.addButton("Start at login", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("Not now", QMessageBox.ButtonRole.RejectRole)
    start.setObjectName("primary")
    box.setDefaultButton(start)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    start.clicked.connect(answered)
    box.open()
    return box
