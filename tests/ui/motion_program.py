"""Prints `reduced True` or `reduced False` whenever the desktop wants something else, for some seconds."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from PySide6.QtCore import QCoreApplication, QTimer

from ui.motion import DesktopMotion

MOST_MS = 30_000


def main() -> None:
    app = QCoreApplication([])
    motion = DesktopMotion(app)

    def say() -> None:
        sys.stdout.write(f"reduced {motion.reduced}\n")
        sys.stdout.flush()

    motion.changed.connect(say)
    motion.listen()
    QTimer.singleShot(MOST_MS, app.quit)
    app.exec()


if __name__ == "__main__":
    main()
