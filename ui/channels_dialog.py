"""The channels: add, edit, test, order, switch off, remove; and the watchdogs. It talks to the engine only by messages.

Each request has a number; an answer to another request is ignored. Secrets leave the form with the request and are
not kept here.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from monitor.language import tr
from monitor.messages import (
    ArrangeChannels,
    ChangeWatchdog,
    ChannelResult,
    Message,
    RemoveChannel,
    SaveChannel,
    SelfTestResult,
    TestChannel,
)
from monitor.settings import DANGER_LATER_S, ChannelConfig, WatchdogSettings, waits_s
from ui.channel_form import ChannelForm
from ui.channel_kinds import KIND_TITLES
from ui.dialog_style import (
    GUTTER,
    WaitingBar,
    dress,
    is_sure,
    named,
    say,
    scrolled,
    select_item,
    with_gutter,
    words,
)
from ui.guide_text import Page, section_page
from ui.item_lines import ItemLines, inset, take_focus
from ui.painting import plain_tip
from ui.steps_pane import StepsPane
from ui.theme import Theme
from ui.watchdog_page import WatchdogPage

_NAME = Qt.ItemDataRole.UserRole.value
_DEMO = tr("This is the demo: it tells nobody outside this computer. Start Marginwatch without it to add channels.")
_NONE = tr("No channel yet: an alarm reaches you only at this computer.")
GUIDE_PAGE = "channels"


class ChannelsDialog(QDialog):
    """The channels in their turn at the left, the form in the middle, its steps at the right.

    Args:
        demo: nothing can be changed.

    Signals:
        sent: a message for the engine. self_test_wanted: run it and show it. autostart_wanted: start at login or not.
    """

    sent = Signal(object)
    self_test_wanted = Signal()
    autostart_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, demo: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Channels"))
        self.resize(1080, 680)
        dress(self, theme)
        self._theme, self._demo = theme, demo
        self._channels: dict[str, ChannelConfig] = {}
        self._number = 0
        self._waiting: tuple[int, str] | None = None  # number of the request, and what was asked
        self._asked_at: QWidget | None = None  # where the keyboard was: it goes back there with the answer
        self.list = named(QListWidget(), "channels")
        self.list.setAccessibleName(tr("Channels in the order of their turn"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ItemLines(theme, self.list)
        self.earlier, self.later = QPushButton(tr("Earlier")), QPushButton(tr("Later"))
        self.add = QPushButton(tr("Add channel"))
        self.watchdogs = QPushButton(tr("Watchdogs"))
        self.watchdogs.setCheckable(True)
        self.form = ChannelForm()
        self.enabled = QCheckBox(tr("Switched on"))
        self.message = words("", "sub", wrap=True)
        self.progress = WaitingBar(theme)
        self.test, self.cancel = QPushButton(tr("Send a test")), QPushButton(tr("Cancel"))
        self.save = named(QPushButton(tr("Save")), "primary")
        self.remove = named(QPushButton(tr("Remove")), "grave")
        self.steps = StepsPane(theme, tr("How to set it up"))
        self.watchdog_page = WatchdogPage()
        self._stack = QStackedWidget(self)
        self._arrange()
        self._connect()
        self._show_channel(None)

    # ------------------------------------------------------------------ what the engine tells

    def set_channels(self, channels: tuple[ChannelConfig, ...], watchdog: WatchdogSettings) -> None:
        """Show these channels; the one that is being edited stays chosen."""
        self._channels = {channel.name: channel for channel in channels}
        waits, chosen = waits_s(channels), self._chosen()
        take_focus(self.list, bool(channels))
        self.list.blockSignals(True)
        self.list.clear()
        for place, channel in enumerate(channels, 1):
            item = QListWidgetItem(f"{place}  {channel.name}\n{turn_words(channel, waits)}", self.list)
            item.setData(_NAME, channel.name)
            item.setToolTip(KIND_TITLES[channel.kind])
            if channel.name == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.watchdog_page.set_watchdog(watchdog, has_channels=bool(channels))
        self._refresh()

    def set_self_test(self, result: SelfTestResult | None, *, runs: bool) -> None:
        """Show when the alarm chain was last tested."""
        self.watchdog_page.set_self_test(result, runs=runs)

    def set_autostart(self, *, on: bool, sentence: str) -> None:
        """Show whether Marginwatch starts at login; a sentence where that cannot be arranged or has just changed."""
        self.watchdog_page.set_autostart(on=on, sentence=sentence)

    def show_answer(self, result: ChannelResult) -> None:
        """Show the engine's answer to the request that is waited for."""
        if self._waiting is None or result.request_id != self._waiting[0]:
            return
        asked, self._waiting = self._waiting[1], None
        if asked == "watchdog":
            self.watchdog_page.say(result.message, "right" if result.ok else "wrong")
        else:
            text = result.message
            if asked == "save" and not result.ok:
                text += tr("\nNothing was stored.")
            elif asked == "test" and result.ok:
                text += tr(" Look whether the message marked TEST has arrived.")
            self._say(text, "right" if result.ok else "wrong")
        if asked == "remove" and result.ok:
            self._choose("", keep_message=True)
        elif asked == "save" and result.ok:
            self._choose(result.name, keep_message=True)
        self._refresh()
        self._go_back()

    def start_new(self) -> None:
        """Show an empty form."""
        self._choose("")
        self.form.kind.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forget what was typed."""
        self._forget()
        super().closeEvent(event)

    def reject(self) -> None:
        """Escape: forget what was typed, and close."""
        self._forget()
        super().reject()

    # ------------------------------------------------------------------ parts

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        side = named(QWidget(), "side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(288)
        left = QVBoxLayout(side)
        left.setContentsMargins(14, 24, 14, 16)
        left.addWidget(inset(words(tr("Channels"), "section")))
        left.addWidget(inset(words(tr("in the order of their turn"), "sub")))
        left.addWidget(self.list, 1)
        order = QHBoxLayout()
        order.setSpacing(8)
        for button in (self.earlier, self.later):
            order.addWidget(button)
        left.addLayout(order)
        left.addWidget(self.add)
        left.addSpacing(10)
        left.addWidget(self.watchdogs)
        editor = QWidget(self._stack)
        inner = QHBoxLayout(editor)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._make_middle(), 5)
        inner.addWidget(self.steps, 4)
        self._stack.addWidget(editor)
        self._stack.addWidget(self.watchdog_page)
        row.addWidget(side)
        row.addWidget(self._stack, 1)

    def _make_middle(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(24, 18, 20 - GUTTER, 16)
        column.setSpacing(12)
        self._heading = words(tr("New channel"), "title")
        column.addWidget(self._heading)
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self.form)
        lines.addWidget(self.enabled)
        lines.addWidget(
            words(tr("Tokens and addresses go into the system's keyring and nowhere else."), "sub", wrap=True)
        )
        lines.addStretch(1)
        column.addWidget(with_gutter(scrolled(inner)), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, GUTTER, 0)
        foot.setSpacing(12)
        foot.addWidget(self.progress)
        foot.addWidget(self.message)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        for button in (self.cancel, self.test, self.save):
            buttons.addWidget(button)
        for button in (self.remove, self.cancel, self.test, self.add, self.earlier, self.later, self.watchdogs):
            button.setAutoDefault(False)
        foot.addLayout(buttons)
        column.addLayout(foot)
        return box

    def _connect(self) -> None:
        self.add.clicked.connect(self.start_new)
        self.list.itemSelectionChanged.connect(self._picked)  # the focus alone makes an item the current one
        self.list.itemClicked.connect(self._picked)
        self.form.edited.connect(self._refresh)
        self.form.kind_chosen.connect(lambda kind: self._show_steps(kind.title))
        self.enabled.clicked.connect(self._switch)
        self.earlier.clicked.connect(lambda: self._move(-1))
        self.later.clicked.connect(lambda: self._move(1))
        self.test.clicked.connect(self._send_test)
        self.save.clicked.connect(self._send_save)
        self.remove.clicked.connect(self._ask_remove)
        self.cancel.clicked.connect(self._give_up)
        self.watchdogs.clicked.connect(self.show_watchdogs)
        self.watchdog_page.saved.connect(self._send_watchdog)
        self.watchdog_page.self_test_wanted.connect(self.self_test_wanted)
        self.watchdog_page.autostart_wanted.connect(self.autostart_wanted)

    # ------------------------------------------------------------------ doing

    def _send_test(self) -> None:
        config, secrets = self.form.config(), self.form.secrets()
        self._ask(
            lambda number: TestChannel(request_id=number, config=config, secrets=secrets),
            "test",
            tr("Sending a message marked TEST through {kind} …", kind=KIND_TITLES[config.kind]),
        )

    def _send_save(self) -> None:
        config, secrets = self.form.config(), self.form.secrets()
        self._ask(
            lambda number: SaveChannel(request_id=number, config=config, secrets=secrets), "save", tr("Storing it …")
        )

    def _ask_remove(self) -> None:
        name = self._chosen()
        if is_sure(self.remove, tr("Really remove {name}?", name=name)):
            self._ask(lambda number: RemoveChannel(request_id=number, name=name), "remove", tr("Removing it …"))

    def _switch(self, on: bool) -> None:
        name = self._chosen()
        enabled = {channel.name for channel in self._channels.values() if channel.enabled}
        enabled = enabled | {name} if on else enabled - {name}
        self._arrange_anew(tuple(self._channels), enabled)

    def _move(self, by: int) -> None:
        """Move the chosen channel to an earlier or later turn."""
        names = list(self._channels)
        place = names.index(self._chosen())
        names.insert(place + by, names.pop(place))
        self._arrange_anew(tuple(names), {name for name, channel in self._channels.items() if channel.enabled})

    def _arrange_anew(self, names: tuple[str, ...], enabled: set[str]) -> None:
        self._ask(
            lambda number: ArrangeChannels(request_id=number, names=names, enabled=tuple(sorted(enabled))),
            "arrange",
            tr("Saving the order …"),
        )

    def _send_watchdog(self, choice: tuple[bool, str | None]) -> None:
        daily, url = choice
        self._ask(
            lambda number: ChangeWatchdog(request_id=number, daily_self_test=daily, url=url), "watchdog", tr("Saving …")
        )

    def _ask(self, message: Callable[[int], Message], what: str, sentence: str) -> None:
        self._number += 1
        self._waiting, self._asked_at = (self._number, what), self.focusWidget()
        self._say(sentence, "sub")
        self._refresh()
        self.sent.emit(message(self._number))

    def _give_up(self) -> None:
        self._waiting = None
        self._say(tr("Cancelled: the answer will not be shown."), "sub")
        self._refresh()
        self._go_back()

    def _go_back(self) -> None:
        if self._asked_at is not None:
            self._asked_at.setFocus()
        self._asked_at = None

    # ------------------------------------------------------------------ showing

    def show_watchdogs(self) -> None:
        """Show the page of the watchdogs."""
        self._stack.setCurrentIndex(1)
        self.list.setCurrentRow(-1)
        self._refresh()

    def _chosen(self) -> str:
        return "" if self.form.is_new else self.form.name.text()

    def _picked(self) -> None:
        for item in self.list.selectedItems():
            self._choose(str(item.data(_NAME)))

    def _choose(self, name: str, *, keep_message: bool = False) -> None:
        self._stack.setCurrentIndex(0)
        select_item(self.list, _NAME, name)
        self._show_channel(self._channels.get(name), keep_message=keep_message)

    def _show_channel(self, channel: ChannelConfig | None, *, keep_message: bool = False) -> None:
        self.form.show_channel(channel)
        self._heading.setText(tr("New channel") if channel is None else channel.name)
        self._show_steps(self.form.choice.title)
        if not keep_message:
            self._say(_NONE if channel is None and not self._channels else "", "sub")
        self._refresh()

    def _show_steps(self, title: str) -> None:
        self.steps.show_page(steps_page(title))

    def _say(self, sentence: str, name: str) -> None:
        say(self.message, sentence, name)

    def _refresh(self) -> None:
        waiting = self._waiting is not None
        problem = _DEMO if self._demo else self.form.problem(frozenset(self._channels))
        stored = self._channels.get(self._chosen())
        free = not waiting and not self._demo
        place = list(self._channels).index(stored.name) if stored is not None else -1
        self.form.setEnabled(free)
        self.progress.setVisible(waiting)
        self.cancel.setVisible(waiting)
        for button in (self.test, self.save):
            button.setEnabled(free and not problem)
            button.setToolTip(plain_tip(problem))
        self.add.setEnabled(free)
        self.list.setEnabled(not waiting)
        self.remove.setVisible(stored is not None)
        self.remove.setEnabled(free)
        self.enabled.setVisible(stored is not None)
        self.enabled.setEnabled(free)
        self.enabled.setChecked(stored is not None and stored.enabled)
        self.earlier.setEnabled(free and place > 0)
        self.later.setEnabled(free and 0 <= place < len(self._channels) - 1)
        self.watchdogs.setChecked(self._stack.currentIndex() == 1)
        self.watchdog_page.set_busy(waiting or self._demo)
        if self._demo:
            self._say(_DEMO, "sub")

    def _forget(self) -> None:
        self.form.clear_secrets()
        self.watchdog_page.clear_secrets()
        self._waiting = None
        self._refresh()


def turn_words(channel: ChannelConfig, waits: dict[str, float]) -> str:
    """Return when a channel is told, two or three words for each level."""
    wait = waits.get(channel.name)
    if wait is None:
        return tr("{kind} · switched off", kind=KIND_TITLES[channel.kind])
    critical = tr("Critical at once") if wait == 0 else tr("Critical after {span}", span=_span(wait))
    if channel.least_level >= 3:
        return tr("{critical}, no Danger", critical=critical)
    return tr("{critical}, Danger after {span}", critical=critical, span=_span(wait + DANGER_LATER_S))


def _span(seconds: float) -> str:
    return tr("{seconds:g} min", seconds=seconds / 60) if seconds >= 60 else tr("{seconds:g} s", seconds=seconds)


def steps_page(title: str) -> Page:
    """Return the guide's section on one kind, as a page of its own."""
    return section_page(GUIDE_PAGE, title, tr("The guide has no steps for this kind."))
