"""About: version, where things lie, and the licences of what is shipped."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.resources import resource
from ui.app_icon import app_icon
from ui.dialog_style import dress, words
from ui.theme import Theme

PARTS: tuple[tuple[str, str], ...] = (
    ("PySide6-Essentials", "LGPL-3.0 (Qt, used unchanged as a library)"),
    ("ccxt", "MIT"),
    ("pyqtgraph", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("scipy", "BSD-3-Clause"),
    ("aiohttp", "Apache-2.0"),
    ("msgspec", "BSD-3-Clause"),
    ("keyring", "MIT"),
    ("jeepney", "MIT"),
    ("platformdirs", "MIT"),
    ("filelock", "Unlicense or MIT"),
    ("orjson", "Apache-2.0 or MIT"),
    ("certifi", "MPL-2.0"),
    ("rich", "MIT"),
)


def version_of(package: str) -> str:
    """Return the installed version, "" where it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def about_text(folders: tuple[tuple[str, str], ...]) -> str:
    """Return all of it as plain text, ready to be copied into a report."""
    lines = [f"Marginwatch {version_of('marginwatch')}", f"Qt {qVersion()}", ""]
    lines += [f"{what}: {where}" for what, where in folders]
    lines += ["", tr("Licence: MIT. Shipped with it or used by it:"), ""]
    for package, licence in PARTS:
        if version := version_of(package):
            lines.append(f"{package} {version}: {licence}")
    lines += [tr("Inter (the typeface): SIL Open Font License 1.1"), "", "-" * 60, ""]
    licence_file = resource("fonts", "LICENSE-Inter.txt")
    if licence_file.is_file():
        lines.append(licence_file.read_text(encoding="utf-8", errors="replace"))
    return "\n".join(lines)


class AboutDialog(QDialog):
    """Who made it of what.

    Args:
        folders: what lies where, as (name, path).
    """

    def __init__(self, theme: Theme, folders: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Marginwatch"))
        dress(self, theme)
        self.resize(620, 520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addLayout(_head())
        text = QPlainTextEdit(about_text(folders))
        text.setReadOnly(True)
        text.setAccessibleName(tr("Versions, folders and licences"))
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        column.addWidget(text, 1)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setDefault(True)
        close.setFocus()


def _head() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    picture = QLabel()
    picture.setPixmap(app_icon().pixmap(56, 56))
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(words(f"Marginwatch {version_of('marginwatch')}", "title"))
    column.addWidget(words(tr("Watches leveraged futures. Reads only; cannot place an order."), "sub"))
    row.addWidget(picture)
    row.addLayout(column, 1)
    return row
