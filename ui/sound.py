"""Alarm sounds: a chain of the system's own players, tried in order, and an honest sentence when none works.

The pattern tells the level (resources/sounds). One sound serves all that comes within two seconds: a louder level cuts
a quieter one short, never the other way round. CRITICAL is repeated until it is acknowledged; what nobody answers for
three repeats, three minutes, gets louder. Times in ms UTC.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QApplication

from monitor.language import tr
from monitor.messages import AlertEvent, AlertState
from monitor.resources import resource

log = logging.getLogger(__name__)

REPEAT_CRITICAL_MS = 8_000
GROUP_MS = 2_000  # alarms that come together are heard once
URGENT, URGENT_AFTER = 4, 3  # the sound of a CRITICAL alarm that was repeated so often and nobody answered
SILENT = tr("No sound can be played on this system: alarms are shown, not heard.")
_FILES = ("", "warning.wav", "danger.wav", "critical.wav", "urgent.wav")
_TOLD_BEFORE = frozenset({"repeated", "acknowledgement expired", "snooze over"})
_PLAYERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
    "darwin": (("afplay",),),
}


def sound_file(level: int) -> Path:
    """Return the WAV of a level, 1 to 3, or URGENT."""
    return resource("sounds", _FILES[max(1, min(URGENT, level))])


def loudness(event: AlertEvent) -> int:
    """Return which sound an event has: that of its level, or URGENT."""
    return URGENT if event.level >= 3 and event.urged >= URGENT_AFTER else event.level


def should_sound(event: AlertEvent, *, enabled: bool, muted_until_ms: int | None, now_ms: int) -> bool:
    """Whether an event is heard: silence holds for all but a new CRITICAL."""
    if not enabled or not event.notify or event.level < 1:
        return False
    muted = muted_until_ms is not None and now_ms < muted_until_ms
    return not muted or (event.level >= 3 and event.reason not in _TOLD_BEFORE)


def keeps_ringing(alerts: tuple[AlertState, ...]) -> bool:
    """Whether a CRITICAL alarm stands that nobody has acknowledged or snoozed."""
    return any(alert.level >= 3 and alert.phase == "active" for alert in alerts)


class AlarmSounds(QObject):
    """Plays one pattern at a time.

    Signals:
        went_silent: one sentence, the first time that no player works.
        played: the level whose pattern was heard to its end.
    """

    went_silent = Signal(str)
    played = Signal(int)

    def __init__(self, parent: QObject | None = None, players: tuple[tuple[str, ...], ...] | None = None) -> None:
        super().__init__(parent)
        wanted = _PLAYERS.get(sys.platform, ()) if players is None else players
        self._players = [player for player in wanted if QStandardPaths.findExecutable(player[0])]
        self._untried: list[tuple[str, ...]] = []
        self._process: QProcess | None = None
        self._level = 0  # playing now
        self._group_level, self._since_group = 0, QElapsedTimer()
        self._ringing = 3
        self._said_silent = False
        self._repeat = QTimer(self)
        self._repeat.setInterval(REPEAT_CRITICAL_MS)
        self._repeat.timeout.connect(lambda: self.play(self._ringing))

    def play(self, level: int, *, grouped: bool = True) -> None:
        """Play a level's pattern, unless the same or a more urgent one is being played or, grouped, has just begun."""
        if level < 1 or (self._process is not None and self._level >= level):
            return
        since = self._since_group.elapsed() if grouped and self._since_group.isValid() else GROUP_MS
        if since < GROUP_MS and self._group_level >= level:
            return
        self.stop()
        self._level = self._group_level = level
        self._since_group.start()
        if sys.platform == "win32":
            self._play_on_windows(level)
            return
        self._untried = list(self._players)
        self._try_next()

    def keep_ringing(self, on: bool, *, urgent: bool = False) -> None:
        """Repeat the CRITICAL pattern, louder where it is urgent, or stop repeating it."""
        self._ringing = URGENT if urgent else 3
        if on and not self._repeat.isActive():
            self._repeat.start()
        elif not on:
            self._repeat.stop()

    def stop(self) -> None:
        """Cut the sound that plays short."""
        process, self._process = self._process, None
        self._level = 0
        if process is not None:
            process.disconnect(self)
            process.kill()
            process.waitForFinished(200)
            process.deleteLater()

    def _try_next(self) -> None:
        if not self._untried:
            self._fall_silent()
            return
        program, *arguments = self._untried.pop(0)
        process = QProcess(self)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed_to_start)
        self._process = process
        process.start(program, [*arguments, str(sound_file(self._level))])

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        if code == 0 and status is QProcess.ExitStatus.NormalExit:
            level, self._level = self._level, 0
            self.played.emit(level)
            return
        log.info("%s could not play (exit code %d)", process.program(), code)
        self._forget(process.program())
        self._try_next()

    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            process, self._process = self._process, None
            process.deleteLater()
            self._forget(process.program())
            self._try_next()

    def _forget(self, program: str) -> None:
        """Try this player last from now on; a device may be plugged in later."""
        self._players.sort(key=lambda player: player[0] == program)

    def _fall_silent(self) -> None:
        self._level = 0
        QApplication.beep()
        if not self._said_silent:
            self._said_silent = True
            self.went_silent.emit(SILENT)

    def _play_on_windows(self, level: int) -> None:
        import winsound

        try:
            winsound.PlaySound(str(sound_file(level)), winsound.SND_FILENAME | winsound.SND_ASYNC)  # type: ignore[attr-defined,unused-ignore]
        except RuntimeError:
            self._fall_silent()
