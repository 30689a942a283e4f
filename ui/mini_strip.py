"""The mini strip: a small window on top of all others. What it shows is painted in mini_picture.py.

It is dragged anywhere, snaps to the screen's edges and remembers its place; a click brings the main window to the
front. It can be see-through, and let the mouse through to what lies below; neither hides what is CRITICAL: it is
opaque then. On Wayland a program cannot keep itself on top nor place itself: the desktop's window rules can.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QActionGroup,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSystemTrayIcon

from monitor.language import tr
from monitor.messages import Update
from monitor.settings import AlertSettings
from ui.actions import key_words
from ui.compositor import has_compositor
from ui.dialog_style import named
from ui.mini_picture import SIZES, draw_strip, is_grave, strip_sentence
from ui.painting import Canvas, Ink
from ui.theme import Theme
from ui.view import View
from ui.window_state import OPACITIES, STRIP_FORMS, StripLook

SNAP = 14  # px to a screen's edge
DRAG = 5  # px that make a press a drag
NOTCH = 120  # of a mouse wheel, in eighths of a degree
THROUGH_KEYS = "Shift+F9"
TRANSPARENT = Qt.WindowType.WindowTransparentForInput
_FLAGS = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.Tool


class MiniStrip(Canvas):
    """Worst pool and nearest positions.

    Signals:
        opened: the main window is wanted. moved: (x, y) of its new place. dismissed: it was closed.
        look_wanted: a StripLook that the user has chosen at the strip itself.
    """

    opened = Signal()
    moved = Signal(object)
    dismissed = Signal()
    look_wanted = Signal(object)

    def __init__(self, theme: Theme, *, square: bool | None = None) -> None:
        super().__init__(theme)
        self.setWindowFlags(_FLAGS)
        self.square = not has_compositor() if square is None else square  # then it is opaque as well
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self.square)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(tr("Marginwatch mini strip"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.look = StripLook()
        self._view = View()
        self._pressed: QPoint | None = None
        self._dragged = False
        self._turned = 0  # of the wheel since the last step
        self._unseen = True  # not painted since it was shown
        self.locked = False  # it is not dragged by accident
        self._close = named(QPushButton("×", self), "flat")
        self._close.setStyleSheet("padding: 0; min-height: 24px; font-size: 17px;")
        self._close.setAccessibleName(tr("Hide the mini strip"))
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Escape does the same
        self._close.clicked.connect(self._dismiss)
        self.set_look(self.look)
        self._describe()

    def set_update(self, update: Update) -> None:
        """Show the newest result."""
        self._see(update=update, now_ms=update.now_ms, silent_s=None)

    def set_limits(self, limits: AlertSettings) -> None:
        """Use the user's thresholds for notches and ticks."""
        self._see(alerts=limits)

    def set_engine_silent(self, seconds: float) -> None:
        """Say that nothing new has come for this long."""
        self._see(silent_s=seconds)

    def set_amounts_hidden(self, hidden: bool) -> None:
        """Hide amounts of money."""
        self._see(hide_amounts=hidden)

    def set_look(self, look: StripLook) -> None:
        """Take another form, let more or less shine through, and catch the mouse or let it through."""
        self.look, middle = look, self.geometry().center()
        size = SIZES[look.form]
        if size != self.size():
            self.setFixedSize(size)
            self._close.setGeometry(size.width() - 32, 6, 26, 26)
            if self.isVisible():
                wanted = QRect(middle - QPoint(size.width() // 2, size.height() // 2), size)
                self.move(_within(wanted, self.screen().geometry()))
                self.moved.emit((self.x(), self.y()))
        self._close.setVisible(not look.through)
        self._let_through(look.through)
        self.update()

    def place(self, wanted: tuple[int, int] | None) -> None:
        """Go to a remembered place if a screen is still there, else to the lower right corner."""
        screen = None if wanted is None else QGuiApplication.screenAt(QRect(QPoint(*wanted), self.size()).center())
        if wanted is not None and screen is not None:
            self.move(_within(QRect(QPoint(*wanted), self.size()), screen.geometry()))
            return
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.move(room.right() - self.width() - 24, room.bottom() - self.height() - 24)

    def opacity(self) -> float:
        """Return how opaque it is now, 0 to 1: wholly where it cannot be see-through, and where it must be read."""
        return 1.0 if self.square or is_grave(self._view) else self.look.share

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it whole, then let shine through what the user wants.

        The desktop is not asked to do so: Wayland cannot.
        """
        if self._unseen:
            self._unseen = False
            QTimer.singleShot(0, self._insist)
        opacity = self.opacity()
        if opacity == 1.0:
            super().paintEvent(event)
            return
        picture = QPixmap(self.size() * self.devicePixelRatio())
        picture.setDevicePixelRatio(self.devicePixelRatio())
        picture.fill(Qt.GlobalColor.transparent)
        self.paint_on(picture)
        painter = QPainter(self)
        painter.setOpacity(opacity)
        painter.drawPixmap(0, 0, picture)
        painter.end()

    def draw(self, ink: Ink) -> None:
        """Paint the ground, the worst pool and the nearest positions."""
        self._draw_ground(ink)
        draw_strip(ink, self._view, self.look.form)

    def _draw_ground(self, ink: Ink) -> None:
        radius = 0.0 if self.square else 14.0
        width, height = float(self.width()), float(self.height())
        ink.box(QRectF(0.5, 0.5, width - 1, height - 1), radius, ink.theme.color("panel"))
        update = self._view.update
        level = max((alert.level for alert in update.alerts), default=0) if update is not None else 0
        if level:
            glow = QLinearGradient(0, 0, 0, 70)
            glow.setColorAt(0, ink.theme.level(level, 46))
            glow.setColorAt(1, ink.theme.level(level, 0))
            ink.painter.setPen(Qt.PenStyle.NoPen)
            ink.painter.setBrush(glow)
            lit = QRectF(1, 1, width - 2, min(80.0, height - 2))
            ink.painter.drawRoundedRect(lit, max(0.0, radius - 1), max(0.0, radius - 1))
        ink.painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(ink.theme.color("line_strong"), 1)
        if self.look.through:
            pen.setStyle(Qt.PenStyle.DashLine)  # it cannot be taken hold of
        ink.painter.setPen(pen)
        ink.painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), radius, radius)

    def _see(self, **changes: object) -> None:
        self._view = View(
            **{name: getattr(self._view, name) for name in ("update", "now_ms", "hide_amounts", "alerts", "silent_s")}
            | changes
        )
        if self.isVisible():
            self._describe()
            self.update()

    def _describe(self) -> None:
        self.setAccessibleName(strip_sentence(self._view))

    # ------------------------------------------------------------------ mouse and keys

    def showEvent(self, event: QShowEvent) -> None:
        """The next paint is the first one."""
        self._unseen = True
        self._describe()
        super().showEvent(event)

    def _insist(self) -> None:
        """Say once more that the mouse goes through: openbox hears it only of a window that it has framed."""
        if self.look.through:
            self._let_through(False)
            self._let_through(True)

    def _let_through(self, through: bool) -> None:
        """Have the desktop give the mouse to what lies below; the window that is shown is not taken away for it."""
        flags = self.windowFlags() | TRANSPARENT if through else self.windowFlags() & ~TRANSPARENT
        handle = self.windowHandle()
        if handle is None:
            self.setWindowFlag(TRANSPARENT, through)
            return
        self.overrideWindowFlags(flags)
        handle.setFlag(TRANSPARENT, through)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.globalPosition().toPoint() - self.pos(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the strip; it snaps to the screen's edges."""
        if self._pressed is None or self.locked:
            return
        wanted = event.globalPosition().toPoint() - self._pressed
        if not self._dragged and (wanted - self.pos()).manhattanLength() < DRAG:
            return
        self._dragged = True
        handle = self.windowHandle()
        if QGuiApplication.platformName() == "wayland" and handle is not None:
            self._pressed = None
            handle.startSystemMove()
            return
        self.move(snapped(wanted, self.size()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or take it for a click."""
        if self._pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        if self._dragged:
            self.moved.emit((self.x(), self.y()))
        else:
            self.opened.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the opacity up or down, a step for each notch."""
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)
        if steps:
            self._turned -= steps * NOTCH
            self._step_opacity(steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the main window, Escape hides the strip, + and - turn its opacity."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._dismiss()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._step_opacity(1 if event.key() == Qt.Key.Key_Plus else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the same by the right button."""
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Return the menu of the right button."""
        menu = QMenu(self)
        menu.addAction(tr("Open Marginwatch")).triggered.connect(lambda _=False: self.opened.emit())
        menu.addSeparator()
        opacities = menu.addMenu(tr("Opacity: needs a compositor") if self.square else tr("Opacity"))
        opacities.setEnabled(not self.square)
        self._add_choices(opacities, "opacity", [(one, one) for one in OPACITIES])
        self._add_choices(menu, "form", [(tr("Three positions"), STRIP_FORMS[0]), (tr("One line"), STRIP_FORMS[1])])
        menu.addSeparator()
        keys = key_words(THROUGH_KEYS)
        through = menu.addAction(
            tr("Let the mouse through (back by {keys} or the tray)", keys=keys)
            if QSystemTrayIcon.isSystemTrayAvailable()
            else tr("Let the mouse through (back by {keys})", keys=keys)
        )
        through.triggered.connect(lambda _=False: self.look_wanted.emit(replace(self.look, through=True)))
        menu.addAction(tr("Hide the mini strip")).triggered.connect(lambda _=False: self._dismiss())
        return menu

    def _add_choices(self, menu: QMenu, field: str, choices: list[tuple[str, str]]) -> None:
        group = QActionGroup(menu)
        for words, value in choices:
            action = group.addAction(menu.addAction(words))
            action.setCheckable(True)
            action.setChecked(getattr(self.look, field) == value)
            action.triggered.connect(
                lambda _=False, value=value: self.look_wanted.emit(replace(self.look, **{field: value}))
            )

    def _step_opacity(self, steps: int) -> None:
        place = OPACITIES.index(self.look.opacity) - steps  # the first one is the most opaque
        wanted = OPACITIES[max(0, min(len(OPACITIES) - 1, place))]
        if wanted != self.look.opacity and not self.square:
            self.look_wanted.emit(replace(self.look, opacity=wanted))

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()


def snapped(wanted: QPoint, size: QSize) -> QPoint:
    """Return a place pulled to the edge of the screen it is on, where it is near one."""
    screen = QGuiApplication.screenAt(wanted + QPoint(size.width() // 2, size.height() // 2))
    if screen is None:
        return wanted
    room, x, y = screen.availableGeometry(), wanted.x(), wanted.y()
    right, bottom = room.right() + 1 - size.width(), room.bottom() + 1 - size.height()
    for edge in (room.left(), right):
        x = edge if abs(x - edge) < SNAP else x
    for edge in (room.top(), bottom):
        y = edge if abs(y - edge) < SNAP else y
    return QPoint(x, y)


def _within(place: QRect, room: QRect) -> QPoint:
    """Return the top left corner of a place moved into a room."""
    x = max(room.left(), min(place.left(), room.right() + 1 - place.width()))
    y = max(room.top(), min(place.top(), room.bottom() + 1 - place.height()))
    return QPoint(x, y)
