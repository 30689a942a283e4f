"""The mini strip: a small window on top of all, with the worst margin ratio and the three nearest positions.

It is dragged anywhere and remembers its place; a click brings the main window to the front. On Wayland a program cannot
keep itself on top nor place itself: the desktop's window rules can.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QLinearGradient, QMouseEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from monitor.language import tr
from monitor.messages import AccountStatus, PositionRisk, Update
from monitor.settings import AlertSettings
from ui import format as fmt
from ui.compositor import has_compositor
from ui.dialog_style import named
from ui.gauges import distance_bar, gauge
from ui.painting import LEFT, RIGHT, Canvas, Ink
from ui.theme import Theme, face

SIZE = QSize(316, 196)
ROWS = 3
SNAP = 14  # px to a screen's edge
DRAG = 5  # px that make a press a drag
_FLAGS = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.Tool


class MiniStrip(Canvas):
    """Worst pool and nearest positions.

    Signals:
        opened: the main window is wanted. moved: (x, y) of its new place. dismissed: it was closed.
    """

    opened = Signal()
    moved = Signal(object)
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, square: bool | None = None) -> None:
        super().__init__(theme, parent)
        self.setWindowFlags(_FLAGS)
        self._square = not has_compositor() if square is None else square
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._square)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFixedSize(SIZE)
        self.setWindowTitle(tr("Marginwatch mini strip"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._update: Update | None = None
        self._limits = AlertSettings()
        self._amounts_hidden = False
        self._silent_s: float | None = None
        self._pressed: QPoint | None = None
        self._dragged = False
        self.locked = False  # it is not dragged by accident
        self._close = named(QPushButton("×", self), "flat")
        self._close.setGeometry(SIZE.width() - 32, 6, 26, 26)
        self._close.setStyleSheet("padding: 0; min-height: 24px; font-size: 17px;")
        self._close.setAccessibleName(tr("Hide the mini strip"))
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Escape does the same
        self._close.clicked.connect(self._dismiss)
        self._describe()

    def set_update(self, update: Update) -> None:
        """Show the newest result."""
        self._update, self._silent_s = update, None
        if self.isVisible():
            self._describe()
            self.update()

    def set_limits(self, limits: AlertSettings) -> None:
        """Use the user's thresholds for notches and ticks."""
        self._limits = limits
        self.update()

    def set_engine_silent(self, seconds: float) -> None:
        """Say that nothing new has come for this long."""
        self._silent_s = seconds
        self.update()

    def set_amounts_hidden(self, hidden: bool) -> None:
        """Hide amounts of money."""
        self._amounts_hidden = hidden
        self.update()

    def place(self, wanted: tuple[int, int] | None) -> None:
        """Go to a remembered place if a screen is still there, else to the lower right corner."""
        if wanted is not None and _on_a_screen(QRect(QPoint(*wanted), SIZE)):
            self.move(*wanted)
            return
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.move(room.right() - SIZE.width() - 24, room.bottom() - SIZE.height() - 24)

    # ------------------------------------------------------------------ painting

    def draw(self, ink: Ink) -> None:
        """Paint the ground, the worst pool and the nearest positions."""
        self._draw_ground(ink)
        update = self._update
        if update is None or not update.accounts:
            words = tr("Connecting …") if update is None else tr("No accounts yet")
            ink.text(QRectF(18, 0, 280, SIZE.height()), LEFT, words, face(14, 500), ink.theme.color("text2"))
            return
        worst = worst_account(update.accounts)
        stale = self._silent_s is not None or worst.feed in ("stale", "connecting", "suspect")
        self._draw_account(ink, worst, update.now_ms, stale)
        top = 88.0
        for row in nearest(update.positions)[:ROWS]:
            self._draw_row(ink, row, top, self._is_stale(row))
            top += 33
        if not update.positions:
            ink.text(QRectF(18, 88, 280, 32), LEFT, self._calm_words(), face(13, 500), ink.theme.color("text2"))

    def _calm_words(self) -> str:
        """What stands where no position is: "none" only where that has been read."""
        feeds = {account.feed for account in self._update.accounts} if self._update is not None else set()
        if self._silent_s is None and feeds and feeds <= {"live", "late"}:
            return tr("No open positions")
        return tr("Reading the positions …") if "connecting" in feeds else tr("Whether positions are open is not known")

    def _draw_ground(self, ink: Ink) -> None:
        radius = 0.0 if self._square else 14.0
        width, height = float(self.width()), float(self.height())
        ink.box(QRectF(0.5, 0.5, width - 1, height - 1), radius, ink.theme.color("panel"))
        level = max((alert.level for alert in self._update.alerts), default=0) if self._update else 0
        if level:
            glow = QLinearGradient(0, 0, 0, 70)
            glow.setColorAt(0, ink.theme.level(level, 46))
            glow.setColorAt(1, ink.theme.level(level, 0))
            ink.painter.setPen(Qt.PenStyle.NoPen)
            ink.painter.setBrush(glow)
            ink.painter.drawRoundedRect(QRectF(1, 1, width - 2, 80), max(0.0, radius - 1), max(0.0, radius - 1))
        ink.painter.setBrush(Qt.BrushStyle.NoBrush)
        ink.painter.setPen(QPen(ink.theme.color("line_strong"), 1))
        ink.painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), radius, radius)

    def _draw_account(self, ink: Ink, account: AccountStatus, now_ms: int, stale: bool) -> None:
        color = ink.theme.color
        level = ratio_level(account.margin_ratio, self._limits)
        gauge(ink, QPointF(46, 48), 27, account.margin_ratio, level, self._limits.margin_ratio, stale=stale, thick=6.5)
        ink.text(QRectF(88, 16, 180, 16), LEFT, tr("Worst margin ratio"), face(11, 500), color("text3"))
        venue = account.venue_title.split(" ", 1)[0]
        name = f"{venue} · {account.account_id}"
        ink.text(QRectF(88, 31, 196, 22), LEFT, name, face(15, 600), color("text"), shorten=True)
        ink.text(QRectF(88, 52, 212, 18), LEFT, self._state_of(account, now_ms), face(12, 400, True), color("text2"))

    def _state_of(self, account: AccountStatus, now_ms: int) -> str:
        if self._silent_s is not None:
            return tr("engine silent for {age}", age=fmt.age(self._silent_s * 1000))
        if account.read_ms is None:
            return tr("no data yet")
        age = fmt.age(now_ms - account.read_ms)
        if account.feed in ("stale", "suspect"):
            return tr("data {age} old", age=age)
        pnl = fmt.HIDDEN if self._amounts_hidden else fmt.money(account.unrealized_pnl, account.settle, signed=True)
        return tr("uPnL {pnl} · live {age}", pnl=pnl, age=age)

    def _draw_row(self, ink: Ink, row: PositionRisk, top: float, stale: bool) -> None:
        color, middle = ink.theme.color, top + 16
        if row.unknown:
            ink.unknown_shape(22, middle, 11)
        else:
            ink.level_shape(22, middle, 11, row.level, color("stale") if stale else None)
        base, kind = fmt.base(row.symbol), face(13, 600)
        width = ink.text(QRectF(36, top, 58, 32), LEFT, base, kind, color("text"), shorten=True)
        ink.side_tag(36 + width + 6, top + 8.5, row.side, "")
        bar = QRectF(118, top + 12.5, 118, 7)
        limits, stop = self._limits.liquidation_distance, None if row.stop_beyond else row.stop_distance
        distance_bar(ink, bar, row.liquidation_distance, row.level, limits, stop_distance=stop, stale=stale)
        tone = color("text3") if stale else ink.theme.level(row.level) if row.level else color("text")
        figure = fmt.room(row.liquidation_distance)
        ink.text(QRectF(SIZE.width() - 80, top, 64, 32), RIGHT, figure, face(14, 600, True), tone)

    def _is_stale(self, row: PositionRisk) -> bool:
        accounts = self._update.accounts if self._update is not None else ()
        feed = next((account.feed for account in accounts if account.account_id == row.account_id), "stale")
        return row.unconfirmed or self._silent_s is not None or feed in ("stale", "connecting")

    def _describe(self) -> None:
        if self._update is None or not self._update.positions:
            self.setAccessibleName(tr("Mini strip: {words}", words=self._calm_words()))
            return
        row = nearest(self._update.positions)[0]
        self.setAccessibleName(
            tr(
                "Mini strip: {symbol} {side} is {distance} from liquidation",
                symbol=fmt.base(row.symbol),
                side=row.side,
                distance=fmt.room(row.liquidation_distance),
            )
        )

    # ------------------------------------------------------------------ mouse and keys

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
        self.move(snapped(wanted))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or take it for a click."""
        if self._pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        if self._dragged:
            self.moved.emit((self.x(), self.y()))
        else:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the main window, Escape hides the strip."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._dismiss()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the same two by the right button."""
        menu = QMenu(self)
        menu.addAction(tr("Open Marginwatch")).triggered.connect(lambda _=False: self.opened.emit())
        menu.addAction(tr("Hide the mini strip")).triggered.connect(lambda _=False: self._dismiss())
        menu.exec(event.globalPos())

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()


def worst_account(accounts: tuple[AccountStatus, ...]) -> AccountStatus:
    """Return the account with the highest margin ratio; one that is unknown comes before a calm one."""
    return max(accounts, key=lambda account: (account.level, account.margin_ratio or 0.0))


def nearest(positions: tuple[PositionRisk, ...]) -> tuple[PositionRisk, ...]:
    """Return the positions as the engine orders them, those without a reachable liquidation last."""
    return tuple(sorted(positions, key=lambda row: row.liquidation_distance is None and not row.unknown))


def ratio_level(ratio: float | None, limits: AlertSettings) -> int:
    """Return how a margin ratio is coloured: by the thresholds the user set, without the alarm's deadband."""
    trips = (limits.margin_ratio.warning, limits.margin_ratio.danger, limits.margin_ratio.critical)
    return 0 if ratio is None else sum(ratio >= trip for trip in trips)


def snapped(wanted: QPoint) -> QPoint:
    """Return a place pulled to the edge of the screen it is on, where it is near one."""
    screen = QGuiApplication.screenAt(wanted + QPoint(SIZE.width() // 2, SIZE.height() // 2))
    if screen is None:
        return wanted
    room, x, y = screen.availableGeometry(), wanted.x(), wanted.y()
    right, bottom = room.right() + 1 - SIZE.width(), room.bottom() + 1 - SIZE.height()
    for edge in (room.left(), right):
        x = edge if abs(x - edge) < SNAP else x
    for edge in (room.top(), bottom):
        y = edge if abs(y - edge) < SNAP else y
    return QPoint(x, y)


def _on_a_screen(place: QRect) -> bool:
    return any(screen.availableGeometry().contains(place.center()) for screen in QGuiApplication.screens())
