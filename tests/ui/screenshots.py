"""Pictures of the window with the sample: three sizes, two themes, and its states. Look at them after every change.

Usage: .venv/bin/python tests/ui/screenshots.py [folder]; without a folder into tests/output/.
Exit 1 when a figure was clipped.
"""

from __future__ import annotations

import os
import sys
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
for name, value in (("QT_QPA_PLATFORM", "offscreen"), ("QT_SCALE_FACTOR", "1"), ("QT_FONT_DPI", "96"), ("TZ", "UTC")):
    os.environ.setdefault(name, value)

from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from monitor.messages import Stress, Update  # noqa: E402
from tests.ui import detail_sample, history_sample, risk_sample, sample  # noqa: E402
from ui.calculator import CalculatorWindow  # noqa: E402
from ui.diagnostics import parts_of  # noqa: E402
from ui.diagnostics_dialog import DiagnosticsDialog  # noqa: E402
from ui.first_steps import FirstSteps  # noqa: E402
from ui.history_window import HistoryWindow  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402
from ui.settings_window import SettingsWindow  # noqa: E402
from ui.stress_window import StressWindow  # noqa: E402
from ui.theme import CONTRAST, DARK, LIGHT, Theme, Tokens, face, load_fonts, with_profit_colors  # noqa: E402
from ui.window_state import Appearance  # noqa: E402

DETAILS = ("whatif", "whatif-outdated", "whatif-new", "ladder", "risk", "risk-account", "stops", "timeline", "explain")
SMALL_SIZES = ((1500, 950), (1180, 760), (900, 600))  # of windows beside the main one
SIZES = ((1680, 1050), (1366, 768), (1100, 700))


def application() -> QApplication:
    """Return the application, dressed."""
    app = QApplication.instance() or QApplication(["marginwatch"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
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
    for _ in range(4):
        QApplication.processEvents()
    return window


def main(folder: Path) -> int:
    """Write all pictures; return how many figures were clipped."""
    app, theme = application(), Theme()
    clipped: list[str] = []
    theme.on_clipped = lambda text, missing: clipped.append(f"{text!r} by {missing:.0f} px")
    folder.mkdir(parents=True, exist_ok=True)
    states: dict[str, Update | None] = {
        "starting": None,
        "connecting": sample.connecting_update(),
        "blind": sample.blind_update(),
        "flat": sample.flat_update(),
        "empty": sample.empty_update(),
        "demo": sample.demo_update(),
    }
    for tokens in (DARK, LIGHT):
        dress(app, theme, tokens)
        for size in SIZES:
            shoot(window_with(theme, sample.update(), size), folder / f"{tokens.name}_{size[0]}x{size[1]}.png")
        for state, update in states.items():
            shoot(window_with(theme, update, SIZES[1]), folder / f"{tokens.name}_{state}.png")
        silent = window_with(theme, sample.update(), SIZES[1])
        silent.set_lost("The engine has ended unexpectedly.")
        silent.set_silent(4.0)
        silent._show_now()
        shoot(silent, folder / f"{tokens.name}_silent.png")
        for name, size in product(DETAILS, SIZES):
            risk = name.startswith("risk")
            window = window_with(theme, risk_sample.update() if risk else detail_sample.detail_update(), size)
            open_detail(window, name)
            shoot(window, folder / f"{tokens.name}_{name}_{size[0]}x{size[1]}.png")
        for made, name in product(SMALL_SIZES, ("stress", "calculator")):
            shoot_window(theme, name, made, folder / f"{tokens.name}_{name}_{made[0]}x{made[1]}")
        for made in SMALL_SIZES:
            shoot_small(theme, made, folder / tokens.name)
    for name, tokens in (("contrast", CONTRAST), ("colour-blind", with_profit_colors(DARK, "colour-blind"))):
        dress(app, theme, tokens)
        shoot(window_with(theme, sample.update(), SIZES[1]), folder / f"{name}_{SIZES[1][0]}x{SIZES[1][1]}.png")
    sys.stdout.write("".join(f"clipped: {line}\n" for line in sorted(set(clipped))))
    return len(clipped)


def shoot_small(theme: Theme, size: tuple[int, int], start: Path) -> None:
    """Save pictures of the history, the settings, the first steps and the diagnostics."""
    end = f"_{size[0]}x{size[1]}.png"
    history = HistoryWindow(theme)
    history.sent.connect(lambda question: history.show_answer(history_sample.history(question.request_id)))
    steps = FirstSteps(theme)
    steps.set_update(sample.update())
    parts = parts_of(None, sample.update(), sample.events(), ())
    windows: tuple[tuple[str, QWidget], ...] = (
        ("history", history),
        ("settings", SettingsWindow(theme, Appearance())),
        ("first_steps", steps),
        ("diagnostics", DiagnosticsDialog(theme, parts)),
    )
    for name, window in windows:
        window.resize(*size)
        window.show()
        save(window, start.with_name(f"{start.name}_{name}{end}"))


def shoot_window(theme: Theme, name: str, size: tuple[int, int], path: Path) -> None:
    """Save pictures of the stress window's pages, or of the calculator, with the engine's answers."""
    if name == "calculator":
        calculator = CalculatorWindow(theme)
        calculator.asked.connect(lambda question: calculator.take(risk_sample.planned(question)))
        calculator.set_update(risk_sample.update())
        calculator.resize(*size)
        calculator.show()
        save(calculator, path.with_suffix(".png"))
        return
    stress = StressWindow(theme, lambda: sample.NOW_MS)
    stress.asked.connect(
        lambda question: stress.take(Stress(request_id=question.request_id, report=risk_sample.stress()))
    )
    stress.resize(*size)
    stress.show()
    for number in range(3):
        stress.open_page(number)
        QApplication.processEvents()
        stress.grab().save(f"{path}_{number}.png")
    save(stress, path.with_suffix(".png"))


def save(window: QWidget, path: Path) -> None:
    """Save one picture of a window and close it."""
    QApplication.processEvents()
    window.grab().save(str(path))
    window.close()
    window.deleteLater()


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


def shoot(window: MainWindow, path: Path) -> None:
    """Save one picture and close the window."""
    QApplication.processEvents()
    window.grab().save(str(path))
    window.may_close = True
    window.close()
    window.deleteLater()
    QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "output") else 0)
