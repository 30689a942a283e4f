"""The program with a window: one instance, fonts and theme, and a clean end. What is wired to what is in session.py."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QLocale, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

from monitor import paths
from ui import import_hook, language_choice, trouble, window_state
from ui.app_icon import app_icon
from ui.compositor import has_compositor
from ui.session import Session
from ui.single_instance import DOES_NOT_ANSWER, FirstInstance, raise_first, server_name
from ui.start import DemoOptions
from ui.theme import CONTRAST, DARK, LIGHT, Theme, Tokens, face, load_fonts, with_profit_colors
from ui.window_state import ThemeChoice

__all__ = ["DemoOptions", "run"]

log = logging.getLogger(__name__)


def run(
    *,
    demo: DemoOptions | None = None,
    exit_after: float | None = None,
    data_dir: Path | None = None,
    config_dir: Path | None = None,
) -> int:
    """Open the window and return the exit status once it is closed.

    Args:
        demo: watch the embedded exchange instead of the user's accounts.
        exit_after: seconds after which the program ends by itself, without a question.
        data_dir, config_dir: where state and settings lie; None: the user's own folders.
    """
    import_hook.quiet()
    if data_dir is None:
        data_dir = paths.demo_dir() if demo is not None else paths.data_dir()
    if config_dir is None:
        config_dir = paths.demo_dir() if demo is not None else paths.config_dir()
    state, note = window_state.load(data_dir)
    if state.scale != "100 %":
        os.environ.setdefault("QT_SCALE_FACTOR", str(int(state.scale.split()[0]) / 100))
    app = make_application()
    name = server_name(data_dir)
    if sentence := raise_first(name):
        sys.stdout.write(f"{sentence}\n")
        return 1 if sentence == DOES_NOT_ANSWER else 0
    first = FirstInstance(name)
    trouble.log_to_file(data_dir)
    theme = Theme(with_profit_colors(_wanted(app, state.theme), state.profit_colors))
    theme.still = state.still
    dress(app, theme)
    session = Session(
        theme,
        state,
        data_dir=data_dir,
        config_dir=config_dir,
        demo=demo,
        unattended=exit_after is not None,
        tokens_of=lambda choice: _wanted(app, choice),
    )
    trouble.catch(session.tell_from_anywhere)
    if note:
        session.tell(note)
    first.raise_asked.connect(session.show_window)
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: session.follow_system_theme())
    hints.accessibility().contrastPreferenceChanged.connect(lambda _contrast: session.follow_system_theme())
    quit_on_signals(session.quit)
    session.start()
    if exit_after is not None:
        QTimer.singleShot(int(exit_after * 1000), session.quit)
    gc.enable()
    gc.freeze()  # modules and panes live as long as the window: no later collection walks through them
    status = app.exec()
    first.close()
    session.finish()
    return status or session.status


def make_application() -> QApplication:
    """Return the application with its names, icon, style and fonts."""
    QApplication.setApplicationName("Marginwatch")
    QApplication.setDesktopFileName("marginwatch")
    QLocale.setDefault(QLocale.c())  # figures look the same everywhere: 1,234.5
    app = QApplication(["marginwatch"])
    language_choice.translate_qt(app)
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(app_icon())
    load_fonts()
    app.setFont(face(13).font)
    return app


def dress(app: QApplication, theme: Theme) -> None:
    """Give all widgets the theme, now and whenever it changes; with reduced motion no cursor blinks either."""
    blink_ms, moves = app.cursorFlashTime(), app.isEffectEnabled(Qt.UIEffect.UI_General)

    square = not has_compositor()

    def put_on(_name: str = "") -> None:
        app.setCursorFlashTime(0 if theme.still else blink_ms)
        app.setEffectEnabled(Qt.UIEffect.UI_General, moves and not theme.still)
        app.setStyleSheet("")  # one sheet after another, or a palette under a sheet, costs half as much again
        app.setPalette(theme.palette())
        app.setStyleSheet(theme.style_sheet(square=square))

    put_on()
    theme.changed.connect(put_on)


def quit_on_signals(stop: Callable[[], None]) -> None:
    """Quit cleanly on Ctrl-C and SIGTERM: Python sees them only while it runs, so a socket wakes it."""

    def received(_number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, stop)

    ours, pythons = socket.socketpair()
    for one in (ours, pythons):
        one.setblocking(False)
    signal.set_wakeup_fd(pythons.detach(), warn_on_full_buffer=False)  # open until the process ends
    wakes = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, QApplication.instance())
    wakes.activated.connect(lambda: ours.recv(64))  # on the way here Python calls `received`
    signal.signal(signal.SIGINT, received)
    signal.signal(signal.SIGTERM, received)


def _wanted(app: QApplication, choice: ThemeChoice) -> Tokens:
    """Return the tokens of a choice; "system" follows the desktop, dark where it does not say."""
    if choice != "system":
        return {"light": LIGHT, "contrast": CONTRAST}.get(choice, DARK)
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return LIGHT if hints.colorScheme() is Qt.ColorScheme.Light else DARK
