"""The first steps: see it work, add an account, choose when to warn, hear the sounds, reach the phone.

A small window beside the others: each step opens what it needs, and is ticked when it is really done.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from monitor.language import tr, translated
from monitor.messages import ChangeAlerts, SettingsChanged, TestAlarm, Update
from monitor.settings import LADDERS, AlertSettings
from ui.dialog_style import dress, named, words
from ui.theme import Theme

OPEN, DONE = "○", "✓"
LEVELS = ((tr("Warning"), 1), (tr("Danger"), 2), (tr("Critical"), 3))


class FirstSteps(QDialog):
    """Five steps with a tick each.

    Signals:
        sent: a message for the engine.
        demo_requested, accounts_requested, channels_requested: open that.
    """

    sent = Signal(object)
    demo_requested = Signal()
    accounts_requested = Signal()
    channels_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("First steps"))
        self.resize(600, 460)
        self._alerts = AlertSettings()
        self._heard: set[int] = set()
        self._chosen = False
        self.ticks = [named(words(OPEN), "field") for _ in range(5)]
        self._titles: list[str] = []
        self._account_state = words("", "sub", wrap=True)
        self._phone_state = words("", "sub", wrap=True)
        self.ladder = QComboBox()
        for name, limits in LADDERS.items():
            near = " / ".join(f"{one * 100:g}" for one in (limits.warning, limits.danger, limits.critical))
            self.ladder.addItem(f"{translated(name)}: {near} %", name)
        self.ladder.setAccessibleName(tr("How long your trades last: distances of the three levels"))
        self.ladder.activated.connect(self._choose_ladder)
        self._build()
        self._account_state.setText(tr("No account is watched yet."))
        self._phone_state.setText(tr("Nothing reaches you away from this screen yet."))
        dress(self, theme)

    def set_settings(self, settings: SettingsChanged) -> None:
        """Tick what the settings prove."""
        self._alerts = settings.alerts
        name = next((name for name, one in LADDERS.items() if one == settings.alerts.liquidation_distance), None)
        self.ladder.setCurrentIndex(self.ladder.findData(name) if name is not None else -1)
        reached = [channel.name for channel in settings.channels if channel.enabled]
        self._tick(4, bool(reached))
        if reached:
            self._phone_state.setText(tr("Set up: {reached}. Test each one once.", reached=", ".join(reached)))

    def set_update(self, update: Update) -> None:
        """Tick what is really seen."""
        live = [one.account_id for one in update.accounts if one.feed == "live"]
        self._tick(0, any(one.is_demo for one in update.accounts))
        own = [one for one in update.accounts if not one.is_demo and one.feed == "live"]
        self._tick(1, bool(own))
        named(self._add, "" if own else "primary").style().polish(self._add)  # what is done does not call any more
        if live:
            self._account_state.setText(tr("Watched now: {live}.", live=", ".join(live)))
        elif update.accounts:
            self._account_state.setText(tr("An account is added, but it is not seen yet."))

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(9)
        column.addWidget(words(tr("First steps"), "title"))
        column.addWidget(
            words(tr("Two minutes. Each step can be left out and done later; nothing here can trade."), "sub")
        )
        column.addSpacing(4)
        demo = _button(tr("Start the demo"), self.demo_requested.emit)
        self._add = add = named(_button(tr("Add an account …"), self.accounts_requested.emit), "primary")
        add.setDefault(True)
        phone = _button(tr("Channels …"), self.channels_requested.emit)
        sounds = [_button(name, lambda level=level: self._try(level)) for name, level in LEVELS]
        steps: tuple[tuple[str, QWidget, list[QWidget]], ...] = (
            (
                tr("See it work"),
                words(tr("A real crash on an exchange inside this computer."), "sub", wrap=True),
                [demo],
            ),
            (tr("Add your account, by a key that may only read"), self._account_state, [add]),
            (tr("Choose when to warn"), words(tr("Distances of the three levels."), "sub", wrap=True), [self.ladder]),
            (
                tr("Hear and see the alarms"),
                words(tr("A popup, a sound, a notification."), "sub", wrap=True),
                [*sounds],
            ),
            (tr("Reach your phone"), self._phone_state, [phone]),
        )
        for number, (title, state, widgets) in enumerate(steps):
            column.addWidget(self._step(number, title, state, widgets))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(words(tr("Menu → Help → First steps … brings this back."), "sub"), 1)
        foot.addWidget(_button(tr("Done"), self.accept))
        column.addLayout(foot)

    def _step(self, number: int, title: str, state: QWidget, widgets: list[QWidget]) -> QWidget:
        box = named(QFrame(), "card")
        row = QHBoxLayout(box)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(8)
        tick = self.ticks[number]
        tick.setFixedWidth(22)
        self._titles.append(title)
        tick.setAccessibleName(tr("{title}: open", title=title))
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(words(title))
        text.addWidget(state)
        row.addWidget(tick)
        row.addLayout(text, 1)
        for widget in widgets:
            row.addWidget(widget)
        return box

    def _tick(self, number: int, done: bool) -> None:
        tick = self.ticks[number]
        tick.setText(DONE if done else OPEN)
        named(tick, "right" if done else "field").style().polish(tick)
        title = self._titles[number]
        tick.setAccessibleName(tr("{title}: done", title=title) if done else tr("{title}: open", title=title))

    # ------------------------------------------------------------------ what the user does

    def _choose_ladder(self, _index: int) -> None:
        limits = LADDERS[str(self.ladder.currentData())]
        self.sent.emit(ChangeAlerts(alerts=replace(self._alerts, liquidation_distance=limits)))
        self._tick(2, True)

    def _try(self, level: int) -> None:
        self.sent.emit(TestAlarm(level=level))
        self._heard.add(level)
        self._tick(3, len(self._heard) == len(LEVELS))


def _button(title: str, do: object) -> QPushButton:
    button = QPushButton(title)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: do())  # type: ignore[operator]
    return button
