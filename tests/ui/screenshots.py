"""Pictures of every window in every state, size and theme, and at twice the scale. Look at them after every change.

Usage: .venv/bin/python tests/ui/screenshots.py [folder] [--only WORD] [--theme NAME]; without a folder into
tests/output/. --only takes the pictures whose name holds the word. With MARGINWATCH_LANGUAGE=de they are German.
Exit 1 when a figure was clipped.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
SCREEN = Path(__file__).with_name("screen.json")  # large: a menu or a question gives way to the edge of a small one
for name, value in (
    ("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}"),
    ("QT_SCALE_FACTOR", "1"),
    ("QT_FONT_DPI", "96"),
    ("TZ", "UTC"),
):
    os.environ.setdefault(name, value)

from PySide6.QtCore import qInstallMessageHandler  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QMenu, QWidget  # noqa: E402

from monitor.messages import Update  # noqa: E402
from tests.ui import detail_sample, risk_sample, sample  # noqa: E402
from ui.language_choice import translate_qt  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402
from ui.table_look import TableLook  # noqa: E402
from ui.theme import CONTRAST, DARK, LIGHT, Theme, Tokens, face, load_fonts, with_profit_colors  # noqa: E402

DETAILS = ("whatif", "whatif-outdated", "whatif-new", "ladder", "risk", "risk-account", "stops", "timeline", "explain")
SIZES = ((1680, 1050), (1366, 768), (1100, 700))
SCREENS = ((1366, 768), (1920, 1080), (1100, 700))
SMALL = (900, 600)  # of windows beside the main one that can be made smaller
THEMES = {
    "dark": DARK,
    "light": LIGHT,
    "colour-blind": with_profit_colors(DARK, "colour-blind"),
    "contrast": CONTRAST,
}
SCALED = "2x"  # begins the names of the pictures at twice the scale

Made = tuple[str, Callable[[Theme], QWidget]]


def application() -> QApplication:
    """Return the application, dressed."""
    app = QApplication.instance() or QApplication(["marginwatch"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    translate_qt(app)
    load_fonts()
    app.setFont(face(13).font)
    return app


def dress(app: QApplication, theme: Theme, tokens: Tokens) -> None:
    """Put a theme on."""
    theme.use(tokens)
    app.setPalette(theme.palette())
    if app.styleSheet() != theme.style_sheet():  # setting it polishes every widget anew
        app.setStyleSheet(theme.style_sheet())


def window_with(theme: Theme, update: Update | None, size: tuple[int, int], *, chart: bool = True) -> MainWindow:
    """Return a shown window that has taken an update, with its chart loaded if wanted."""
    window = MainWindow(theme, version="0.1.0", clock=lambda: sample.NOW_MS)
    window.resize(*size)
    if update is not None:
        window.set_update(update)
        for event in sample.events() if update.positions else ():
            window.add_event(event)
    window.show()
    if chart:
        window.chart.load()
    else:
        window.chart.load = lambda: None  # type: ignore[method-assign]  # nor after the first paint
    if update is not None and update.positions:
        window.set_candles(sample.candles(update.positions[0]))
    window._show_now()
    window.activateWindow()  # a window that an earlier test left would take the keys
    for tries in range(60):
        QApplication.processEvents()
        if tries >= 4 and window.isActiveWindow():
            break
        if tries >= 4:  # on a busy machine the window that is closing keeps the keys for a moment
            QTest.qWait(10)
            window.activateWindow()
    return window


def pictures() -> Iterator[Made]:
    """Yield the name of each picture and what makes its window, shown or not."""
    from tests.ui.beside import RESIZED, WINDOWS

    states = {"live": sample.update(), "flood": sample.flood_update(), **sample.states()}
    for width, height in SCREENS:
        end, size = f"{width}x{height}", (width, height)
        for state, update in states.items():
            yield f"main-{state}_{end}", partial(window_with, update=update, size=size)
        yield f"main-silent_{end}", partial(_silent, size=size)
        yield f"main-hidden_{end}", partial(_hidden, size=size)
        for name in DETAILS:
            yield f"detail-{name}_{end}", partial(_with_detail, name=name, size=size)
        for name, look in LOOKS.items():
            yield f"main-{name}_{end}", partial(_looked_at, look=look, size=size)
    for name in FOCUSED:
        yield f"focus-{name}", partial(_with_focus, name=name)
    for state, update in TIPPED.items():
        yield f"tips-{state}", partial(_tips, update=update)
    for name in MENUS:
        yield f"menu-{name}", partial(_with_menu, name=name)
    for name, make in WINDOWS.items():
        yield name, make
    for name in RESIZED:
        yield f"{name}_{SMALL[0]}x{SMALL[1]}", partial(_resized, make=WINDOWS[name])


def main(folder: Path, only: str, themes: list[str], start: str) -> int:
    """Write the pictures; return how many figures were clipped."""
    qInstallMessageHandler(_complain)
    app, theme = application(), Theme()
    clipped: set[str] = set()
    folder.mkdir(parents=True, exist_ok=True)
    for name in themes:
        dress(app, theme, THEMES[name])
        for what, make in pictures():
            if (only and only not in what) or not is_wanted(name, what, start):
                continue
            theme.on_clipped = lambda text, missing, what=what: clipped.add(f"{what}: {text!r} by {missing:.0f} px")
            window = make(theme)
            shoot(window, folder / f"{start}{name}_{what}.png", lambda line, what=what: clipped.add(f"{what}: {line}"))
    sys.stdout.write("".join(f"clipped: {line}\n" for line in sorted(clipped)))
    return len(clipped)


def _complain(_kind: object, _where: object, words: str) -> None:
    """Say what Qt warns of, but for what a screen that does not exist cannot do."""
    if not words.startswith("This plugin does not support"):
        sys.stderr.write(f"Qt: {words}\n")


def is_wanted(theme: str, what: str, start: str) -> bool:
    """Whether a picture is worth its time: all in dark, without the smallest window in light, fewer for fewer eyes."""
    if theme == "contrast":
        return what.startswith(("main-", "detail-")) and what.endswith("1366x768")
    if theme == "colour-blind" or start:
        is_main = what.startswith(("main-", "detail-"))
        return what.endswith("1366x768") if is_main else not what.endswith(f"{SMALL[0]}x{SMALL[1]}")
    return theme == "dark" or not what.endswith(f"{SCREENS[-1][0]}x{SCREENS[-1][1]}")


def _silent(theme: Theme, size: tuple[int, int]) -> QWidget:
    window = window_with(theme, sample.update(), size)
    window.set_lost("The engine has ended unexpectedly.")
    window.set_silent(4.0)
    window._show_now()
    return window


def _hidden(theme: Theme, size: tuple[int, int]) -> QWidget:
    window = window_with(theme, sample.update(), size)
    window.toggle_privacy()
    return window


def _looked_at(theme: Theme, look: TableLook, size: tuple[int, int]) -> QWidget:
    window = window_with(theme, risk_sample.update(), size)
    window.positions.use_look(look)
    window._show_now()
    return window


def _with_detail(theme: Theme, name: str, size: tuple[int, int]) -> QWidget:
    update = risk_sample.update() if name.startswith("risk") else detail_sample.detail_update()
    window = window_with(theme, update, size)
    open_detail(window, name)
    return window


def _with_focus(theme: Theme, name: str) -> QWidget:
    """The main window with the keyboard at one of its panes."""
    window = window_with(theme, sample.update(), SCREENS[0])
    window.activateWindow()
    FOCUSED[name](window).setFocus()
    return window


def _with_menu(theme: Theme, name: str) -> QWidget:
    """A menu of the main window; the window stays as its parent."""
    window = window_with(theme, sample.update(), SCREENS[0])
    menu = MENUS[name](window)
    menu.destroyed.connect(window.deleteLater)
    menu.popup(window.mapToGlobal(window.rect().center()))
    return menu


def _tips(theme: Theme, update: Update) -> QWidget:
    """What the mouse is told over the main window."""
    from tests.ui.tips import tip_sheet

    window = window_with(theme, update, SCREENS[1])
    window.positions.use_look(LOOKS["columns"])
    window._show_now()
    return tip_sheet(theme, window)


def _part(menu: QMenu, number: int) -> QMenu:
    """One of the menus in a menu."""
    return [action.menu() for action in menu.actions() if action.menu() is not None][number]  # type: ignore[return-value]


def _resized(theme: Theme, make: Callable[[Theme], QWidget]) -> QWidget:
    window = make(theme)
    window.resize(*SMALL)
    return window


LOOKS = {
    "groups": TableLook(group="account"),
    "columns": TableLook(added=("Max loss", "Exit cost", "Touch 24 h", "ADL")),
    "nothing-found": TableLook(words="zzz"),
}
TIPPED = {"live": sample.update(), "blind": sample.states()["blind"], "risk": risk_sample.update()}
FOCUSED: dict[str, Callable[[MainWindow], QWidget]] = {
    "table": lambda window: window.positions.table,
    "filter": lambda window: window.positions.filter,
    "card": lambda window: window.cards._cards[1],
    "menu": lambda window: window.strip.menu_button,
    "alarm": lambda window: next(iter(window.feed._rows.values())),
}
MENUS: dict[str, Callable[[MainWindow], QMenu]] = {
    "main": lambda window: window._menu,
    "table": lambda window: window.positions.open_menu(window.rect().center()),
    "columns": lambda window: _part(window.positions.open_menu(window.rect().center()), 0),
    "alarms": lambda window: _part(window._menu, 0),
    "view": lambda window: _part(window._menu, 1),
    "alarm": lambda window: next(iter(window.feed._rows.values())).open_menu(window.rect().center()),
}


def open_detail(window: MainWindow, name: str) -> None:
    """Open a tab of the detail as in use, with the engine's answers there."""
    detail = window.detail
    if name.startswith("risk"):
        detail.open_tab("Risk")
        if name == "risk-account" and detail.risk is not None:
            detail.risk.account.click()
    elif name == "ladder":
        detail.open_tab("Ladder")
    elif name == "stops":
        detail.open_tab("Stops")
    elif name == "timeline":
        detail.open_tab("Timeline")
        detail.take(detail_sample.timeline(1))
    elif name == "explain":
        detail.open_tab("Explain")
        detail.take(detail_sample.explanation(1))
    else:
        suppose(window, answered=name != "whatif-outdated")
        if name == "whatif-new" and detail.what_if is not None:
            detail.what_if.open_form(new=True)
    window._show_now()
    for _ in range(4):
        QApplication.processEvents()


def suppose(window: MainWindow, *, answered: bool) -> None:
    """Fill a what-if, with the engine's answer to it or still without."""
    window.detail.toggle_what_if()
    page = window.detail.what_if
    assert page is not None
    for edit in detail_sample.edits():
        page.draft.put(edit)
    page.supposed.emit(len(page.draft.edits))
    page._ask()
    page.take(detail_sample.what_if(page._asked))
    if not answered:
        page.form.market.line.setText("-12")
        page.form.market.line.textEdited.emit("-12")
        page.form.price.line.setText("about 180")
        page.form.price.line.textEdited.emit("about 180")


def shoot(window: QWidget, path: Path, complain: Callable[[str], object]) -> None:
    """Save one picture, say which labels and buttons are narrower than their text, and close the window."""
    from tests.ui.pictures_of_all import narrow

    window.show()
    for _ in range(3):
        QApplication.processEvents()
    window.grab().save(str(path))
    for line in narrow(window):
        complain(line)
    if isinstance(window, MainWindow):
        window.may_close = True
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def run() -> int:
    """Read the command line; the pictures at twice the scale are made by a second process beside this one."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("folder", nargs="?", type=Path, default=ROOT / "tests" / "output")
    reader.add_argument("--only", default="", help="pictures whose name holds this word")
    reader.add_argument("--theme", choices=[*THEMES, SCALED], help="one theme instead of all")
    reader.add_argument("--start", default="", help=argparse.SUPPRESS)
    asked = reader.parse_args()
    themes = [asked.theme] if asked.theme in THEMES else list(THEMES)
    if asked.start:
        return main(asked.folder, asked.only, ["dark", "light"], asked.start)
    status, twice = 0, None
    if asked.theme in (None, SCALED):
        again = [sys.executable, __file__, str(asked.folder), "--only", asked.only, "--start", f"{SCALED}_"]
        twice = subprocess.Popen(again, env=os.environ | {"QT_SCALE_FACTOR": "2"})
    if asked.theme != SCALED:
        status = main(asked.folder, asked.only, themes, "")
    return int(bool(status or (twice is not None and twice.wait())))


if __name__ == "__main__":
    sys.exit(run())
