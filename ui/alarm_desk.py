"""Telling the user: the alert window, the sounds, the taskbar; and what he answers there.

Only what happens now is told: the journal of earlier runs, which the engine sends first, goes into the feed alone.
Times in ms UTC.
"""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from monitor.language import tr
from monitor.messages import Acknowledge, AlertEvent, Shown, Snooze, Update
from monitor.settings import AlertSettings
from ui.popup import AlertPopup
from ui.sound import URGENT, AlarmSounds, keeps_ringing, loudness, should_sound
from ui.theme import Theme

SILENCE_TOLD_S = 5.0


class AlarmDesk(QObject):
    """Owns the alert window and the sounds.

    Signals:
        sent: a message for the engine. confirmed: the receipt of events, for the engine if it hears.
        shown: the AlertEvent to bring into view. all_shown: the feed is wanted.
        went_silent: one sentence, when nothing can be heard.
    """

    sent = Signal(object)
    confirmed = Signal(object)
    shown = Signal(object)
    all_shown = Signal()
    went_silent = Signal(str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.popup = AlertPopup(theme)
        self.sounds = AlarmSounds(self)
        self._settings = AlertSettings()
        self._muted_until_ms: int | None = None
        self._began_ms = 0
        self._urgent: set[str] = set()  # keys of CRITICAL alarms that nobody has answered for long
        self._silent = False  # the engine's silence has been told
        self._receipts: list[int] = []  # events shown, which the engine has not been told of yet
        self._receipt = QTimer(self, singleShot=True, interval=0)
        self._receipt.timeout.connect(self._confirm)
        self.popup.acknowledged.connect(self.acknowledge)
        self.popup.snoozed.connect(lambda choice: self.sent.emit(Snooze(key=choice[0], seconds=choice[1])))
        self.popup.shown.connect(self.shown)
        self.popup.all_shown.connect(self.all_shown)
        self.sounds.went_silent.connect(self.went_silent)

    def begin(self) -> None:
        """An engine starts now: what it tells of the time before is history."""
        self._began_ms = QDateTime.currentMSecsSinceEpoch()

    def set_settings(self, settings: AlertSettings) -> None:
        """Use the user's choice of sounds."""
        self._settings = settings

    def set_update(self, update: Update) -> None:
        """Drop cards that are settled, and ring on while a CRITICAL alarm waits for somebody."""
        self._muted_until_ms = update.muted_until_ms
        self._silent = False
        self.popup.reconcile(update.alerts)
        heard = self._settings.sounds and update.muted_until_ms is None
        self._urgent &= {alert.key for alert in update.alerts if alert.level >= 3 and alert.phase == "active"}
        self.sounds.keep_ringing(heard and keeps_ringing(update.alerts), urgent=bool(self._urgent))

    def tell(self, event: AlertEvent, window: QWidget) -> bool:
        """Tell an event, if it is one to be told; return whether it was.

        Args:
            window: asks for attention in the taskbar from DANGER up, without coming to the front.
        """
        if not event.notify or event.at_ms < self._began_ms:
            return False
        self.popup.tell(event)
        self._receipts.append(event.id)
        self._receipt.start()
        if should_sound(event, enabled=self._settings.sounds, muted_until_ms=self._muted_until_ms, now_ms=event.at_ms):
            self.sounds.play(loudness(event), grouped=event.kind != "test")
        if loudness(event) == URGENT:
            self._urgent.add(event.key)
        if event.level >= 2:
            QApplication.alert(window)
        return True

    def tell_silence(self, seconds: float, window: QWidget) -> None:
        """The engine says nothing while positions are open: the window itself is the alarm then.

        Args:
            seconds: since the last Update.
        """
        if self._silent or seconds < SILENCE_TOLD_S:
            return
        self._silent = True
        self.popup.tell(silence_event(QDateTime.currentMSecsSinceEpoch()))
        if self._settings.sounds:
            self.sounds.play(3)
        QApplication.alert(window)

    def _confirm(self) -> None:
        """Tell the engine that the cards are on the screen: it runs after they were painted."""
        numbers, self._receipts = tuple(self._receipts), []
        self.confirmed.emit(Shown(event_ids=numbers, at_ms=QDateTime.currentMSecsSinceEpoch()))

    def acknowledge(self, key: str) -> None:
        """The user has seen it."""
        self.sent.emit(Acknowledge(key=key))

    def close(self) -> None:
        """Fall silent and go."""
        self.popup.hide()
        self.sounds.keep_ringing(False)
        self.sounds.stop()


def silence_event(now_ms: int) -> AlertEvent:
    """Return the alarm of the window's own: nothing guards at this moment."""
    return AlertEvent(
        id=0,
        at_ms=now_ms,
        key="engine|silent",
        family="SYSTEM",
        kind="engine_silent",
        level=3,
        reason="raised",
        notify=True,
        title=tr("The engine is silent: nothing guards now"),
        text=tr("It is being started again. Look after your positions at the exchange until the figures move again."),
        account_id="",
        position_key="",
    )
