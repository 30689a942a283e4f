"""The tray icon: the worst level as a shape, a badge of what is unacknowledged, the headline as its tip.

Where the desktop has no tray nothing may depend on it: `available` says so, and the window then minimises instead of
hiding. Times in ms UTC.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from monitor.language import tr, tr_count
from monitor.messages import Update
from ui import format as fmt
from ui.app_icon import UNKNOWN, tray_icon
from ui.view import waiting_of

SILENCE_S = 600
_NOTHING = tr("Marginwatch: connecting")


class Tray(QObject):
    """The icon and its menu.

    Signals:
        opened: raise the main window. visible_acknowledged: acknowledge what popups show. silenced: seconds, 0 ends it.
        strip_wanted: the mini strip, or no more. through_toggled: it shall let the mouse through, or catch it again.
        test_wanted: a level. quit_wanted.
    """

    opened = Signal()
    visible_acknowledged = Signal()
    silenced = Signal(int)
    strip_wanted = Signal(bool)
    through_toggled = Signal()
    test_wanted = Signal(int)
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[int, int] | None = None
        self._muted_until_ms: int | None = None
        self.menu = QMenu()
        self._headline = self._entry("", self.opened.emit)
        self._headline.setEnabled(False)
        self.menu.addSeparator()
        self._entry(tr("Open Marginwatch"), self.opened.emit)
        self.acknowledge = self._entry(tr("Acknowledge all visible"), self.visible_acknowledged.emit)
        self.silence = self._entry("", self._toggle_silence)
        self.menu.addSeparator()
        self.strip: QAction = self._entry(tr("Mini strip"), lambda: self.strip_wanted.emit(self.strip.isChecked()))
        self.through = self._entry(tr("Mini strip: let the mouse through"), self.through_toggled.emit)
        for switch in (self.strip, self.through):
            switch.setCheckable(True)
        self.menu.addSeparator()
        test = self.menu.addMenu(tr("Test alarm"))
        for level, word in ((1, tr("Warning")), (2, tr("Danger")), (3, tr("Critical"))):
            test.addAction(word).triggered.connect(lambda _=False, level=level: self.test_wanted.emit(level))
        self.menu.addSeparator()
        self._entry(tr("Quit and stop guarding"), self.quit_wanted.emit)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self._show(UNKNOWN, 0)
        self._say(_NOTHING)
        self._say_silence(0)

    @property
    def available(self) -> bool:
        """Whether the desktop shows tray icons at all."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Put the icon into the tray, where there is one."""
        if self.available:
            self.icon.show()

    def hide(self) -> None:
        """Take it out again."""
        self.icon.hide()

    def set_update(self, update: Update) -> None:
        """Show the newest result."""
        self._muted_until_ms = update.muted_until_ms
        self._say_silence(update.now_ms)
        waiting = len(waiting_of(update))
        self.acknowledge.setEnabled(waiting > 0)
        self._show(worst_level(update), waiting)
        self._say(headline(update))

    def set_strip(self, *, shown: bool, through: bool) -> None:
        """Show how the mini strip is: this menu is the way back to one that the mouse does not reach."""
        self.strip.setChecked(shown)
        self.through.setChecked(through)

    def set_silent_engine(self, sentence: str) -> None:
        """Show that nothing is known."""
        self._show(UNKNOWN, 0)
        self._say(sentence)

    def tell(self, title: str, text: str) -> None:
        """Show a balloon through the tray: the desktop notification of Windows and macOS."""
        if self.available:
            self.icon.showMessage(title, text, self.icon.icon(), 10_000)

    # ------------------------------------------------------------------ inside

    def _entry(self, text: str, action: object) -> QAction:
        entry = self.menu.addAction(text)
        entry.triggered.connect(lambda _=False: action())  # type: ignore[operator]
        return entry

    def _toggle_silence(self) -> None:
        self.silenced.emit(0 if self._muted_until_ms is not None else SILENCE_S)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.opened.emit()

    def _show(self, level: int, waiting: int) -> None:
        if (level, waiting) != self._shown:  # painting six sizes twice a second would cost more than the table
            self._shown = (level, waiting)
            self.icon.setIcon(tray_icon(level, waiting))

    def _say(self, sentence: str) -> None:
        if sentence != self.icon.toolTip():
            self.icon.setToolTip(sentence)
            self._headline.setText(sentence.replace("&", "&&"))  # no shortcut

    def _say_silence(self, now_ms: int) -> None:
        left_ms = (self._muted_until_ms or 0) - now_ms
        silent = self._muted_until_ms is not None and left_ms > 0
        text = (
            tr("End the silence ({left} left)", left=fmt.countdown(left_ms))
            if silent
            else tr("Silence sounds for 10 minutes")
        )
        if text != self.silence.text():
            self.silence.setText(text)


def worst_level(update: Update) -> int:
    """Return the worst level that stands; UNKNOWN where nothing is known and nothing stands."""
    level = max((alert.level for alert in update.alerts if alert.phase != "pending"), default=0)
    blind = any(account.feed in ("stale", "connecting") for account in update.accounts)
    return UNKNOWN if level == 0 and blind else level


def headline(update: Update) -> str:
    """Return one line: what is nearest to liquidation, or why nothing is known."""
    blind = [account.account_id for account in update.accounts if account.feed == "stale"]
    if blind:
        return tr("Marginwatch: no fresh data from {blind}", blind=", ".join(blind))
    nearest = next((row for row in update.positions if row.liquidation_distance is not None), None)
    if nearest is not None:
        where = tr(
            "{symbol} {side} on {account}",
            symbol=fmt.base(nearest.symbol),
            side=nearest.side,
            account=nearest.account_id,
        )
        return tr("{where}: {distance} to liquidation", where=where, distance=fmt.room(nearest.liquidation_distance))
    if not update.accounts:
        return tr("Marginwatch: no accounts yet")
    return tr(
        "Marginwatch: {open_positions}, none can be liquidated now",
        open_positions=tr_count("{count} open position", "{count} open positions", len(update.positions)),
    )
