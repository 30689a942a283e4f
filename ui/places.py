"""Where all windows stand: remembered for each arrangement of screens, and found again when a screen goes or comes.

Who undocks a laptop has one place with the monitor and one without. What is remembered but can be seen on no screen is
brought back onto one. Places in device-independent pixels of the whole desktop.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QRegion, QScreen
from PySide6.QtWidgets import QWidget

from ui.memory import Memory
from ui.mini_strip import MiniStrip
from ui.small_screens import FRAME, room_within
from ui.window_state import MOST_PLACES, Place

FIRST_SIZE = QSize(1440, 900)  # before there is a size to remember
SEEN = QSize(120, 40)  # px of a window's top that must lie on a screen: enough to drag it by
KEEP_AFTER_MS = 1_000  # of the last move
SETTLE_AFTER_MS = 700  # of the last change of the screens: the window manager moves windows as well


class Places(QObject):
    """Keeps the places of the main window, of the mini strip, and of every window that it is told to follow."""

    def __init__(self, memory: Memory, main: QWidget, strip: MiniStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory, self._main, self._strip = memory, main, strip
        self._windows: dict[str, QWidget] = {}  # by name
        self._moved: set[str] = set()  # names of those that have moved since they were kept; they may be hidden by then
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
        if not (geometry and _restore(self._main, geometry)):
            self._main.resize(FIRST_SIZE.boundedTo(room_within(self._main.screen())))
        bring_into_sight(self._main)

    def place_strip(self) -> None:
        """Put the mini strip where it stood with these screens, else into the corner."""
        self._strip.place(self._place().mini)

    def follow(self, name: str, window: QWidget, usual: QPoint | None = None) -> None:
        """Put a window that is not shown yet where it stood with these screens, and remember where it goes.

        Args:
            usual: its top left corner before there is something to remember; None: over the middle of the main window.
        """
        self._windows[name] = window
        known = self._place().windows.get(name)
        if known:
            _restore(window, known)
        else:
            self._begin(window, usual)
            elsewhere = next((one.windows[name] for one in self._memory.state.places[::-1] if name in one.windows), "")
            if elsewhere:  # other screens: its size is still wanted
                _restore(window, elsewhere)
                self._begin(window, usual)
        bring_into_sight(window)
        window.installEventFilter(self)

    def leave(self, name: str) -> None:
        """Follow a window no more: it is gone."""
        self._windows.pop(name, None)

    def forget(self) -> None:
        """Have every window but the main one and the mini strip open where it does at first; open ones stay."""
        self._moved.clear()
        for window in self._windows.values():
            if not window.isVisible():
                self._begin(window, None)
        self._memory.keep(places=tuple(replace(place, windows={}) for place in self._memory.state.places))

    def keep(self) -> None:
        """Remember where the windows stand, unless the screens are changing."""
        self._keep_soon.stop()
        if not self._settle_soon.isActive() and self._screens == arrangement():
            place = self._place()
            seen = {name: one for name, one in self._windows.items() if one.isVisible() or name in self._moved}
            self._moved.clear()
            windows = place.windows | {name: _geometry(one) for name, one in seen.items()}
            self._put(replace(place, geometry=_geometry(self._main), windows=windows))

    def settle(self) -> None:
        """After a change of the screens: everything where it stood with these, and in sight."""
        known = self._place()
        self._screens = known.screens
        geometries = {"": known.geometry, **known.windows}
        for name, window in {"": self._main, **self._windows}.items():
            if geometries.get(name):
                _restore(window, geometries[name])
            bring_into_sight(window)
        self._strip.place(known.mini if known.mini is not None else (self._strip.x(), self._strip.y()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a window move, and one that is put away."""
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize) and isinstance(watched, QWidget) and watched.isVisible():
            self._moved |= {name for name, window in self._windows.items() if window is watched}
            self._keep_soon.start()
        elif kind == QEvent.Type.Hide and self._moved and watched is not self._main:
            self.keep()
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ inside

    def _begin(self, window: QWidget, usual: QPoint | None) -> None:
        """Put a window where it begins, no larger than the screen."""
        screen = self._main.screen()
        window.resize(window.size().boundedTo(room_within(screen)))
        place = window.geometry()
        if usual is None:
            place.moveCenter(self._main.geometry().center())
        else:
            place.moveTopLeft(usual)
        window.move(_pulled_in(place, screen.availableGeometry()))

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
    """Move a window onto a screen, and make it fit there, where its top can be seen on none or it is too large."""
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if window.isMaximized() or window.isFullScreen():
        return
    here = QGuiApplication.screenAt(window.geometry().center())
    room = (here or QGuiApplication.primaryScreen()).availableGeometry()
    seen = is_in_sight(window.geometry(), rooms)
    if seen and (_fits(window, room) or QRegion(window.geometry()).subtracted(_union(rooms)).isEmpty()):
        return
    window.resize(window.size().boundedTo(room.size() - FRAME))
    place = window.geometry()
    if not seen:
        place.moveCenter(room.center())
    window.move(_pulled_in(place, room))


def _fits(window: QWidget, room: QRect) -> bool:
    return window.width() <= room.width() and window.height() <= room.height()


def _union(rooms: Iterable[QRect]) -> QRegion:
    whole = QRegion()
    for room in rooms:
        whole = whole.united(room)
    return whole


def _pulled_in(place: QRect, room: QRect) -> QPoint:
    """Return the top left corner of a place moved into a room; where it is too large its top left stays in sight."""
    x = max(room.left(), min(place.left(), room.right() + 1 - place.width()))
    y = max(room.top(), min(place.top(), room.bottom() + 1 - place.height()))
    return QPoint(x, y)


def _geometry(window: QWidget) -> str:
    return base64.b64encode(window.saveGeometry().data()).decode()


def _restore(window: QWidget, geometry: str) -> bool:
    """Put a window back, moved and made smaller where needed; False: it was on a screen of quite another size."""
    return window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))


def is_in_sight(window: QRect, rooms: Iterable[QRect]) -> bool:
    """Whether enough of a window's top lies on a screen to take hold of it."""
    top = QRect(window.topLeft(), QSize(window.width(), SEEN.height()))
    return any(
        both.width() >= min(SEEN.width(), window.width()) and both.height() >= SEEN.height() // 2
        for both in (top.intersected(room) for room in rooms)
    )
