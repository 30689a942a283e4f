"""What the mouse is told over the main window: its tips as they appear, one under the other, for pictures."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QVBoxLayout, QWidget

from ui.main_window import MainWindow
from ui.painting import Canvas, plain_tip
from ui.table_model import TOOL_TIP_ROLE
from ui.theme import Theme


def canvas_tips(canvas: Canvas) -> Iterator[str]:
    """Yield what each part of a painted pane says, once each."""
    canvas.grab()
    yield from dict.fromkeys(plain_tip(tip) for _rect, tip in canvas._tips if tip)


def table_tips(window: MainWindow, row: int) -> Iterator[str]:
    """Yield what each cell of a row of the positions says."""
    model = window.positions.model
    told = (model.data(model.index(row, column), TOOL_TIP_ROLE) for column in range(model.columnCount()))
    yield from dict.fromkeys(str(tip) for tip in told if tip)


def all_tips(window: MainWindow) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each part of the window and its tips."""
    yield "status strip", tuple(canvas_tips(window.strip._line))
    yield "closest to liquidation", tuple(canvas_tips(window.hero))
    yield "account", tuple(canvas_tips(window.cards._cards[0]))
    yield "row", tuple(table_tips(window, 0))
    yield "row whose figures are not known", tuple(table_tips(window, window.positions.model.rowCount() - 1))
    yield "detail", tuple(canvas_tips(window.detail.head))


def photographed(tip: str, over: QWidget) -> QPixmap:
    """Return a tip as Qt shows it."""
    QToolTip.showText(over.mapToGlobal(QPoint(40, 40)), tip, over)
    QApplication.processEvents()
    shown = next(one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel") and one.isVisible())
    picture = shown.grab()
    QToolTip.hideText()
    return picture


def tip_sheet(theme: Theme, window: MainWindow) -> QWidget:
    """Return a sheet with all tips of a shown window, which goes with it."""
    sheet = QWidget()
    sheet.setStyleSheet(f"background: {theme.color('window').name()}; color: {theme.color('text').name()};")
    column = QVBoxLayout(sheet)
    column.setSpacing(8)
    for part, tips in all_tips(window):
        column.addWidget(QLabel(part))
        for tip in tips:
            label = QLabel()
            label.setPixmap(photographed(tip, window))
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)
    window.may_close = True
    window.close()
    sheet.destroyed.connect(window.deleteLater)
    return sheet
