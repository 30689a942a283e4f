"""A splitter between panes: dragged, or moved by the arrow keys; a double click gives the border back to the window.

Its handle is as wide as the gap between panes, so that a window divided by nobody looks as if it had none.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ui.painting import HINTS, Ink
from ui.theme import Theme

GAP = 10  # px between panes
STEP = 24  # px that an arrow key moves a border
GRIP = 44  # px, the length of the mark that is seen under the mouse


class Divider(QSplitter):
    """Two panes with a border that can be moved; it then keeps its share of the room.

    Signals:
        moved_by_user: the share of the second pane; None: the border was given back.
    """

    moved_by_user = Signal(object)

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation,
        name: str,
        panes: tuple[QWidget, QWidget],
        usual: Callable[[int], int],
        *,
        narrowest: int = 0,
    ) -> None:
        """Put panes side by side or one below the other.

        Args:
            name: of the border, as a screen reader says it.
            usual: the length of the second pane in a room [px], where the user has not moved the border.
            narrowest: least width of both, where the panes themselves need less [px].
        """
        super().__init__(orientation)
        self.theme, self.border_name = theme, name
        self.share: float | None = None  # of the second pane, 0 to 1
        self._usual, self._narrowest = usual, narrowest
        self._dragged = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(GAP)
        for pane in panes:
            self.addWidget(pane)
        self.splitterMoved.connect(self._moved)

    def fit(self) -> None:
        """Put the border where it belongs in the present room."""
        across = self.orientation() is Qt.Orientation.Horizontal
        room = (self.width() if across else self.height()) - GAP
        second = self._usual(room) if self.share is None else round(room * self.share)
        self.setSizes([max(0, room - second), second])

    def minimumSizeHint(self) -> QSize:
        """Return what the panes need, with their texts in the present language."""
        return super().minimumSizeHint().expandedTo(QSize(self._narrowest, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the panes into the new room."""
        super().resizeEvent(event)
        self.fit()

    def give_back(self) -> None:
        """Let the window divide itself again."""
        self.share = None
        self.fit()
        self.moved_by_user.emit(None)

    def drop(self) -> None:
        """The user lets the border go."""
        if self._dragged:
            self._dragged = False
            self.moved_by_user.emit(self.share)

    def _moved(self, _at: int, _number: int) -> None:
        first, second = self.sizes()
        self.share = round(min(max(second / max(1, first + second), 0.01), 0.99), 4)
        self._dragged = True

    def createHandle(self) -> QSplitterHandle:
        """Return the border."""
        return _Border(self)

    def set_locked(self, locked: bool) -> None:
        """Hold the border where it is, or let it be moved."""
        for number in range(1, self.count()):
            border = self.handle(number)
            border.setEnabled(not locked)
            border.setFocusPolicy(Qt.FocusPolicy.NoFocus if locked else Qt.FocusPolicy.TabFocus)


class _Border(QSplitterHandle):
    """The gap itself: seen under the mouse and with the keyboard's focus."""

    def __init__(self, divider: Divider) -> None:
        super().__init__(divider.orientation(), divider)
        self._divider = divider
        self.setAccessibleName(divider.border_name)
        self.setToolTip(divider.border_name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Let the window divide itself again."""
        self._divider.give_back()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the border here."""
        super().mouseReleaseEvent(event)
        self._divider.drop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the border with the arrows; Delete gives it back."""
        across = self.orientation() is Qt.Orientation.Horizontal
        back, on = (Qt.Key.Key_Left, Qt.Key.Key_Right) if across else (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in (back, on):
            at = self.x() if across else self.y()
            self.moveSplitter(at + (STEP if event.key() == on else -STEP))
            self._divider.drop()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._divider.give_back()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the grip, where it is of use."""
        if not self.isEnabled() or not (self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHints(HINTS)
        theme, middle = self._divider.theme, QRectF(self.rect()).center()
        width, height = (4.0, GRIP) if self.orientation() is Qt.Orientation.Horizontal else (GRIP, 4.0)
        grip = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        Ink(painter, theme).box(grip, 2, theme.color("accent" if self.hasFocus() else "line_strong"))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the grip."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the grip."""
        super().focusOutEvent(event)
        self.update()
