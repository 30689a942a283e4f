"""Where the windows stand: remembered for each arrangement of screens, and found again when a screen goes or comes.

Who undocks a laptop has one place with the monitor and one without. What is remembered but can be seen on no screen is
brought back onto one. Places in device-independent pixels of the whole desktop.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.memory import Memory
from ui.mini_strip import MiniStrip
from ui.small_screens import room_within
from ui.window_state import MOST_PLACES, Place

FIRST_SIZE = QSize(1440, 900)  # before there is a size to remember
SEEN = QSize(120, 40)  # px of a window's top that must lie on a screen: enough to drag it by
KEEP_AFTER_MS = 1_000  # of the last move
SETTLE_AFTER_MS = 700  # of the last change of the screens: the window manager moves windows as well


class Places(QObject):
    """Keeps the places of the main window and of the mini strip."""

    def __init__(self, memory: Memory, main: QWidget, strip: MiniStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory, self._main, self._strip = memory, main, strip
        self._screens = arrangement()
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self.keep)
        self._settle_soon = QTimer(self, singleShot=True, interval=SETTLE_AFTER_MS)
        self._settle_soon.timeout.connect(self.settle)
        strip.moved.connect(self._strip_moved)
        main.installEventFilter(self)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screen_added)
        for signal in (app.screenRemoved, app.primaryScreenChanged):
            signal.connect(lambda _screen: self._settle_soon.start())
        for screen in QGuiApplication.screens():
            self._watch(screen)

    def restore(self) -> None:
        """Put the main window where it stood with these screens, else where it stood last."""
        places = self._memory.state.places
        found = self._place()
        geometry = found.geometry or (places[-1].geometry if places else "")
        if geometry:
            self._main.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        else:
            self._main.resize(FIRST_SIZE.boundedTo(room_within(self._main.screen())))
        bring_into_sight(self._main)

    def place_strip(self) -> None:
        """Put the mini strip where it stood with these screens, else into the corner."""
        self._strip.place(self._place().mini)

    def keep(self) -> None:
        """Remember where the main window stands, unless the screens are changing."""
        self._keep_soon.stop()
        if not self._settle_soon.isActive() and self._screens == arrangement():
            self._put(replace(self._place(), geometry=base64.b64encode(self._main.saveGeometry().data()).decode()))

    def settle(self) -> None:
        """After a change of the screens: everything where it stood with these, and in sight."""
        known = self._place()
        self._screens = known.screens
        if known.geometry:
            self._main.restoreGeometry(QByteArray.fromBase64(known.geometry.encode()))
        bring_into_sight(self._main)
        self._strip.place(known.mini if known.mini is not None else (self._strip.x(), self._strip.y()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the main window move."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self._main.isVisible():
            self._keep_soon.start()
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ inside

    def _strip_moved(self, place: tuple[int, int]) -> None:
        self._put(replace(self._place(), mini=place))

    def _place(self) -> Place:
        """What is remembered for the present screens."""
        screens = arrangement()
        return next((place for place in self._memory.state.places if place.screens == screens), Place(screens=screens))

    def _put(self, place: Place) -> None:
        others = [one for one in self._memory.state.places if one.screens != place.screens]
        self._memory.keep(places=(*others, place)[-MOST_PLACES:])

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(lambda _geometry: self._settle_soon.start())

    def _screen_added(self, screen: QScreen) -> None:
        self._watch(screen)
        self._settle_soon.start()


def arrangement() -> str:
    """Return how the screens stand to each other now: sizes, places and scales, in an order of their own."""
    return " ".join(sorted(_one(screen) for screen in QGuiApplication.screens()))


def _one(screen: QScreen) -> str:
    at = screen.geometry()
    return f"{at.width()}x{at.height()}{at.x():+d}{at.y():+d}@{screen.devicePixelRatio():g}"


def bring_into_sight(window: QWidget) -> None:
    """Move a window onto a screen, and make it fit there, where its top can be seen on none."""
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if window.isMaximized() or window.isFullScreen() or is_in_sight(window.geometry(), rooms):
        return
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(window.size().boundedTo(room.size()))
    window.move(room.center() - QPoint(window.width() // 2, window.height() // 2))


def is_in_sight(window: QRect, rooms: Iterable[QRect]) -> bool:
    """Whether enough of a window's top lies on a screen to take hold of it."""
    top = QRect(window.topLeft(), QSize(window.width(), SEEN.height()))
    return any(
        both.width() >= min(SEEN.width(), window.width()) and both.height() >= SEEN.height() // 2
        for both in (top.intersected(room) for room in rooms)
    )
