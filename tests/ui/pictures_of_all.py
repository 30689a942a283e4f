"""Pictures of every window, in the language that is asked for. Look at them after every change of a text.

Usage: MARGINWATCH_LANGUAGE=de .venv/bin/python tests/ui/pictures_of_all.py [folder]; without a folder none is written.
Exit 1 when a painted figure was clipped, or a label or button is narrower than its text.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
for name, value in (("QT_QPA_PLATFORM", "offscreen"), ("QT_SCALE_FACTOR", "1"), ("QT_FONT_DPI", "96"), ("TZ", "UTC")):
    os.environ.setdefault(name, value)

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget  # noqa: E402

from tests.ui.all_windows import every_window  # noqa: E402
from tests.ui.screenshots import application, dress  # noqa: E402
from ui.theme import DARK, Theme  # noqa: E402

SLACK = 2  # px
LINE = 10  # px, less than a line of a text that is wrapped: signs of other fonts may be higher than ours


def narrow(window: QWidget) -> Iterator[str]:
    """Return what does not fit of labels and buttons that are seen."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            missing = widget.heightForWidth(widget.width()) - widget.height() - LINE
        else:
            missing = widget.minimumSizeHint().width() - widget.width()
        if missing > SLACK:
            yield f"{widget.text()[:60]!r} by {missing} px"


def main(folder: Path | None) -> int:
    """Build all windows; say what is clipped."""
    app, theme = application(), Theme()
    dress(app, theme, DARK)
    clipped: dict[str, str] = {}
    here: list[str] = []
    theme.on_clipped = lambda text, missing: here.append(f"{text!r} by {missing:.0f} px")
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    for name, window in every_window(theme):
        picture = window.grab()
        if folder is not None:
            picture.save(str(folder / f"{name}.png"))
        for line in (*here, *narrow(window)):
            clipped.setdefault(line, name)
        here.clear()
    sys.stdout.write("".join(f"{name}: {line}\n" for line, name in clipped.items()))
    sys.stdout.write(f"{len(clipped)} texts are clipped\n")
    return 1 if clipped else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
