"""The diagnostics bundle: every file is shown, and can be left out, before anything is saved. Nothing is sent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from monitor.language import tr
from ui.diagnostics import Part, save
from ui.dialog_style import dress, words
from ui.theme import Theme

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
INTRO = tr(
    "These files help to find a fault. Keys, addresses and amounts are masked; names of accounts and symbols are not. "
    "Look through them and leave out what you do not want to give away. Nothing is sent: you get a file."
)


class DiagnosticsDialog(QDialog):
    """Shows the parts and saves those that are ticked."""

    def __init__(self, theme: Theme, parts: tuple[Part, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Diagnostics"))
        self.resize(820, 560)
        self.setMinimumSize(560, 360)
        self._parts = parts
        self._names = QListWidget()
        self._names.setFixedWidth(170)
        self._names.setAccessibleName(tr("Files of the bundle; space leaves one out"))
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setAccessibleName(tr("What is in the file"))
        for part in parts:
            item = QListWidgetItem(part.name)
            item.setCheckState(CHECKED)
            self._names.addItem(item)
        self._names.currentRowChanged.connect(lambda row: self._text.setPlainText(self._parts[row].text))
        self.told = words("", "sub", wrap=True)
        self._arrange()
        self._names.setCurrentRow(0)
        dress(self, theme)

    def wanted(self) -> tuple[Part, ...]:
        """Return the parts that are ticked."""
        return tuple(part for row, part in enumerate(self._parts) if self._names.item(row).checkState() is CHECKED)

    def leave_out(self, name: str) -> None:
        """Untick a part."""
        for item in self._names.findItems(name, Qt.MatchFlag.MatchExactly):
            item.setCheckState(UNCHECKED)

    def write(self, path: Path) -> None:
        """Save the bundle and say how it went."""
        try:
            save(path, self.wanted())
        except OSError as error:
            self.told.setText(
                tr("{name} could not be written: {error}.", name=path.name, error=error.strerror or error)
            )
        else:
            self.told.setText(tr("Written to {path}.", path=path))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(words(tr("Diagnostics"), "title"))
        column.addWidget(words(INTRO, "sub", wrap=True))
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._names)
        middle.addWidget(self._text, 1)
        column.addLayout(middle, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        keep = QPushButton(tr("Save …"))
        keep.setObjectName("primary")
        keep.clicked.connect(self._ask)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        foot.addWidget(keep)
        column.addLayout(foot)

    def _ask(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, tr("Save diagnostics"), "marginwatch-diagnostics.zip", "ZIP (*.zip)"
        )
        if name:
            self.write(Path(name))
