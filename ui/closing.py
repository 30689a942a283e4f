"""The questions at closing and quitting: keep guarding, or stop; and whether to guard from login on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from monitor.language import tr, tr_count
from ui.dialog_style import Question
from ui.window_state import Closing

Role = QMessageBox.ButtonRole


def ask_whether_to_stop(parent: QWidget, positions: int) -> bool:
    """Ask before guarding stops while positions are open; True: stop."""
    box = Question(
        parent,
        tr_count("Stop guarding {count} open position?", "Stop guarding {count} open positions?", positions),
        tr(
            "Nothing will warn you until Marginwatch is started again. "
            "Your remote channels, if there are any, are told that guarding has stopped."
        ),
    )
    stop = box.add(tr("Stop guarding"), Role.DestructiveRole)
    box.add(tr("Go on guarding"), Role.RejectRole, primary=True)
    box.exec()
    return box.clickedButton() is stop


def ask_what_closing_does(parent: QWidget, *, tray: bool) -> tuple[Closing, bool] | None:
    """Ask what closing the window means while positions are open.

    Args:
        tray: whether the desktop has a tray; without one the window is minimised.

    Returns:
        what it means, and whether to ask no more; None: the window stays as it is.
    """
    explained = (
        tr("Marginwatch can go on guarding in the tray and warn as before, or stop. Menu → Quit always stops.")
        if tray
        else tr("Marginwatch can go on guarding minimised and warn as before, or stop. Menu → Quit always stops.")
    )
    box = Question(parent, tr("You have open positions. What shall closing do?"), explained)
    again = QCheckBox(tr("Do not ask again (Settings → Closing the window)"), box)
    box.setCheckBox(again)
    keep_words = tr("Keep guarding in the tray") if tray else tr("Keep guarding minimised")
    keep = box.add(keep_words, Role.AcceptRole, primary=True)
    stop = box.add(tr("Stop guarding"), Role.DestructiveRole)
    box.add(tr("Cancel"), Role.RejectRole)
    box.exec()
    chosen = box.clickedButton()
    if chosen is keep:
        return "keep guarding", again.isChecked()
    return ("stop guarding", again.isChecked()) if chosen is stop else None


def offer_start_at_login(parent: QWidget, answered: Callable[[], None]) -> QMessageBox:
    """Offer once, when the first account is kept, to start with the computer; nothing waits for the answer.

    Args:
        answered: called when the user wants it.
    """
    box = Question(
        parent,
        tr("Start Marginwatch at login?"),
        tr("A guard that is not started guards nothing. You can change this among the watchdogs (Ctrl+N)."),
    )
    start = box.add(tr("Start at login"), Role.AcceptRole, primary=True)
    box.add(tr("Not now"), Role.RejectRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    start.clicked.connect(answered)
    box.open()
    return box
