"""The status strip: always on top of the window, never scrolled. Can the figures be believed, and does the alarm work?

Blindness comes first: "BLIND since 12:04:10" instead of the last good number. Chips that find no room are said in fewer
words, the least urgent first, and then stand in the menu of "+2"; a note of the engine takes the room that is left.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from monitor.language import tr, tr_count
from monitor.messages import AccountStatus, Update
from ui import format as fmt
from ui.chip_row import GAP, MORE_WIDTH, TOP, Chip, Laid, draw_chip, lay
from ui.chip_row import HEIGHT as CHIP_HEIGHT
from ui.dialog_style import named
from ui.engine_words import feed_word, rights_word
from ui.icons import IconButton
from ui.painting import LEFT, RIGHT, ROUND, ROUND_JOIN, SOLID, Canvas, Ink, plain_tip
from ui.theme import LEVEL_TOKENS, Theme, face
from ui.view import View, waiting_of

HEIGHT = 52
CLOCK_WIDTH = 116
CLOCK_WRONG_MS = 1_000  # venues begin to refuse requests at a few seconds
BLIND = ("stale", "connecting")
CHIPS_LEFT = 232.0  # px
LOGO_END = QColor("#7C5CFF")
WHITE = QColor("#FFFFFF")


class StatusStrip(QWidget):
    """The strip: a painted line with real buttons at its right end.

    Signals:
        privacy_toggled, theme_toggled, mute_toggled, menu_requested, mini_strip_requested: the buttons.
    """

    privacy_toggled = Signal()
    theme_toggled = Signal()
    mute_toggled = Signal()
    mini_strip_requested = Signal()
    menu_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        self._line = _StripLine(theme, self)
        self._eye = IconButton(theme, "eye", tr("Hide amounts"), "P")
        self._bell = IconButton(theme, "bell", tr("Silence sounds for 10 minutes"), "M")
        self._sun = IconButton(theme, "sun", tr("Light theme"))
        self._mini = IconButton(theme, "strip", tr("Mini strip"), "F9")
        self.menu_button = IconButton(theme, "menu", tr("Menu"), "F10")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._line, 1)
        for button, signal in (
            (self._eye, self.privacy_toggled),
            (self._bell, self.mute_toggled),
            (self._sun, self.theme_toggled),
            (self._mini, self.mini_strip_requested),
            (self.menu_button, self.menu_requested),
        ):
            layout.addWidget(named(button, "ghost"))
            button.clicked.connect(signal)

    def show_view(self, view: View) -> None:
        """Show what the view says."""
        muted = is_muted(view)
        self._eye.say("eye_off" if view.hide_amounts else "eye", _privacy_words(view), "P")
        self._bell.say("bell_off" if muted else "bell", _mute_words(view), "M")
        self._sun.say(*(("sun", tr("Light theme")) if self._theme.is_dark else ("moon", tr("Dark theme"))))
        self._line.show_view(view)


class _StripLine(Canvas):
    """The painted part: name, chips, clock."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self._view = View()
        self._chips: list[Chip] = []
        self._laid: tuple[Laid, ...] = ()
        self._rest: tuple[Chip, ...] = ()
        self.more = named(QPushButton(self), "more-chips")
        self.more.clicked.connect(self._open_rest)
        self.more.hide()

    def show_view(self, view: View) -> None:
        self._view, self._chips = view, chips(view)
        self.setAccessibleName(tr("Status. ") + ". ".join(chip.text for chip in self._chips))
        self._lay()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        """Give the chips their places; a button stands for those that find none."""
        right = self.width() - (CLOCK_WIDTH if self._view.now_ms else 0) - 14.0
        self._laid, self._rest = lay(self._chips, CHIPS_LEFT, right)
        self.more.setVisible(bool(self._rest))
        if not self._rest:
            return
        x = self._laid[-1].rect.right() + GAP if self._laid else CHIPS_LEFT
        self.more.setGeometry(round(x), round(TOP), round(MORE_WIDTH), round(CHIP_HEIGHT))
        said = ". ".join(chip.text for chip in self._rest)
        self.more.setText(f"+{len(self._rest)}")
        self.more.setAccessibleName(tr("{count} more: {said}", count=len(self._rest), said=said))
        self.more.setToolTip(plain_tip("\n".join(chip.text for chip in self._rest)))

    def _open_rest(self) -> None:
        """List what found no room, each with its tip."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for chip in self._rest:
            menu.addAction(chip.text.replace("&", "&&")).setToolTip(plain_tip(chip.tip))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def draw(self, ink: Ink) -> None:
        _logo(ink)
        theme, view = self.theme, self._view
        name = face(14, 600)
        used = ink.text(QRectF(48, 8, 200, 20), LEFT, "Marginwatch", name, theme.color("text"))
        if view.update is not None and any(account.is_demo for account in view.update.accounts):
            width = ink.tag(48 + used + 8, 9.5, tr("DEMO"), theme.color("demo"))
            ink.tips.append(
                (QRectF(48 + used + 8, 9, width, 18), tr("The embedded exchange: no real money, no real order."))
            )
        ink.text(QRectF(48, 26, 200, 16), LEFT, _counts(view), face(12), theme.color("text3"), shorten=True)
        for laid in self._laid:
            draw_chip(ink, laid)
        if view.now_ms:
            self._draw_clock(ink, QRectF(self.width() - CLOCK_WIDTH - 8, 0, CLOCK_WIDTH, HEIGHT))

    def _draw_clock(self, ink: Ink, rect: QRectF) -> None:
        now = self._view.now_ms
        upper, lower = QRectF(rect.left(), 8, rect.width(), 20), QRectF(rect.left(), 26, rect.width(), 16)
        ink.text(upper, RIGHT, fmt.clock(now), face(15, 600, True), self.theme.color("text"))
        day = f"{fmt.zone_name(now)} · {fmt.day(now)}"
        ink.text(lower, RIGHT, day, face(12, 400, True), self.theme.color("text3"))
        ink.tips.append((rect, fmt.utc(now)))


def chips(view: View) -> list[Chip]:
    """Return the pills, the most urgent first."""
    found = [_feeds_chip(view)]
    if view.update is None or view.update.accounts:
        found.append(_alarm_chip(view))
    if view.update is not None and is_muted(view):
        found.append(_mute_chip(view.update.muted_until_ms or 0, view.now_ms))
    if view.update is not None and view.update.accounts:
        rights = _rights_chip(view.update.accounts)
        warns = rights if rights.token == "watch" else None
        wanted = (_nearest_chip(view), _equity_chip(view), warns, _clock_chip(view))
        found += [chip for chip in wanted if chip is not None]
    if view.update is not None and (view.update.self_test is not None or view.update.self_test_runs):
        chip = _self_test_chip(view.update)
        found.insert(2 if chip.token == "danger" else len(found), chip)  # a failure finds room before the figures
    if view.update is not None:
        found += [
            Chip(text=note, token="watch", tip="\n".join(view.update.notes), icon="warning", is_note=True)
            for note in view.update.notes[-1:]
        ]
    if view.update is not None and view.update.accounts and _rights_chip(view.update.accounts).token != "watch":
        found.append(_rights_chip(view.update.accounts))
    return found


def _nearest_chip(view: View) -> Chip | None:
    """The nearest liquidation; none while anything is not seen: the last good number is no number."""
    update = view.update
    if update is None or view.silent_s is not None or any(one.feed in BLIND for one in update.accounts):
        return None
    rows = update.positions  # there may be thousands: nothing is called for each of them
    if [one for one in rows if one.unknown]:
        return None
    nearest = min([one.liquidation_distance for one in rows if one.liquidation_distance is not None], default=None)
    if nearest is None:
        return Chip(text=tr("None can be liquidated"), token="ok", level=0, tip=tr("No price reaches a liquidation."))
    row = next(one for one in rows if one.liquidation_distance == nearest)
    token = LEVEL_TOKENS[row.level]
    text = f"{fmt.base(row.symbol)} {fmt.room(row.liquidation_distance)}"
    tip = tr(
        "Nearest liquidation: {symbol} {side} on {account}",
        symbol=fmt.base_and_quote(row.symbol),
        side=row.side,
        account=row.account_id,
    )
    return Chip(text=text, token=token, level=row.level, tip=tip)


def _equity_chip(view: View) -> Chip | None:
    """All accounts together, or why that is not known."""
    total = view.update.total if view.update is not None else None
    if total is None:
        return None
    if view.silent_s is not None or total.amount is None:
        why = "\n".join(total.missing) or tr("The engine is silent.")
        return Chip(
            text=tr("Equity unknown"),
            token="stale",
            tip=tr("The sum in {currency} is not known:\n{why}", currency=total.currency, why=why),
        )
    amount = view.amount(fmt.money(total.amount, total.currency))
    tip = tr("All accounts together. A dollar coin counts as a dollar, a coin at the mark of a position in it.")
    if total.reason:
        tip = f"{tip}\n{total.reason}"
    sum_text = f"{amount} {total.currency}"
    return Chip(text=tr("Equity {amount}", amount=sum_text), short=sum_text, token="text2", tip=tip)


def _clock_chip(view: View) -> Chip | None:
    """The largest difference between a venue's clock and ours."""
    accounts = view.update.accounts if view.update is not None else ()
    known = [(one.clock_offset_ms, one.account_id) for one in accounts if one.clock_offset_ms is not None]
    if not known or view.silent_s is not None:
        return None
    offset, _name = max(known, key=lambda one: abs(one[0]))
    wrong = abs(offset) > CLOCK_WRONG_MS
    text = tr("Clock {offset:+d}\u202fms", offset=offset).replace("-", "−")
    tip = "\n".join(tr("{one}: {each:+d} ms", one=one, each=each) for each, one in known)
    if wrong:
        tip += tr("\nSet this computer's clock by the internet: venues refuse requests that are off by seconds.")
    return Chip(text=text, token="watch" if wrong else "text2", level=1 if wrong else -1, tip=tip)


def is_muted(view: View) -> bool:
    """Whether the user has silenced the sounds."""
    return view.update is not None and (view.update.muted_until_ms or 0) > view.now_ms


def blind_since_ms(view: View) -> int | None:
    """Return since when some account, or everything, is not seen; None while all is."""
    if view.update is None:
        return None
    if view.silent_s is not None:
        return view.now_ms - int(view.silent_s * 1000)
    stale = [account.read_ms or view.update.started_ms for account in view.update.accounts if account.feed == "stale"]
    return min(stale, default=None)


def _feeds_chip(view: View) -> Chip:
    if view.update is None:
        return Chip(text=tr("Starting the engine"), token="stale", tip=tr("The first figures come within seconds."))
    since = blind_since_ms(view)
    if view.silent_s is not None:
        text = tr("BLIND since {time} · engine silent", time=fmt.clock(since or 0))
        return Chip(text=text, token="critical", level=3, filled=True, tip=tr("Every figure is the last one known."))
    accounts = view.update.accounts
    stale = [account for account in accounts if account.feed == "stale"]
    if stale and since is not None:
        names = (
            stale[0].account_id
            if len(stale) == 1
            else tr("{count} of {total} accounts", count=len(stale), total=len(accounts))
        )
        tip = "\n".join(f"{account.account_id}: {account.trouble or tr('no answer')}" for account in stale)
        level = max(2, *(account.level for account in stale))
        token = "critical" if level == 3 else "danger"
        return Chip(
            text=tr("BLIND since {time} · {names}", time=fmt.clock(since), names=names),
            token=token,
            level=level,
            filled=True,
            tip=tip,
        )
    if not accounts:
        return Chip(text=tr("No accounts yet"), token="stale", tip=tr("Nothing is guarded."))
    waiting = sum(account.feed == "connecting" for account in accounts)
    if waiting:
        return Chip(
            text=tr("Connecting to {accounts}", accounts=tr_count("{count} account", "{count} accounts", waiting)),
            token="accent",
            tip=tr("No answer has come yet."),
        )
    oldest = max((view.age_ms(account) or 0 for account in accounts), default=0)
    odd = [account for account in accounts if account.feed != "live"]
    tip = "\n".join(
        tr(
            "{account}: {age} old, {feed}",
            account=account.account_id,
            age=fmt.age(view.age_ms(account)),
            feed=feed_word(account.feed),
        )
        for account in accounts
    )
    if odd:
        words = {"suspect": tr("position unconfirmed"), "late": tr("answers late")}.get(
            odd[0].feed, feed_word(odd[0].feed)
        )
        return Chip(text=f"{odd[0].account_id}: {words}", token="watch", level=1, tip=tip)
    age = fmt.age(oldest)
    return Chip(text=tr("Feeds live · {age}", age=age), short=tr("Live · {age}", age=age), token="profit", tip=tip)


def _alarm_chip(view: View) -> Chip:
    if view.update is None:
        return Chip(text=tr("Not guarding yet"), token="stale", tip="")
    if view.silent_s is not None:
        return Chip(
            text=tr("Not guarding"), token="critical", tip=tr("The engine is silent: nothing else would warn you.")
        )
    waiting = waiting_of(view.update)
    if waiting:
        level = max((alert.level for alert in waiting), default=0)
        alarms = tr_count("{count} alarm", "{count} alarms", len(waiting))
        text, token = tr("{alarms} to acknowledge", alarms=alarms), LEVEL_TOKENS[level]
        return Chip(text=text, short=alarms, token=token, level=level, tip=waiting[0].title)
    if all(account.read_ms is None for account in view.update.accounts):
        return Chip(text=tr("Not guarding yet"), token="stale", tip=tr("Guarding begins with the first answer."))
    tip = tr("The engine judges every answer and warns by itself.")
    return Chip(text=tr("Alarm armed"), short=tr("Armed"), token="accent", tip=tip)


def _mute_chip(until_ms: int, now_ms: int) -> Chip:
    tip = tr("Sounds are silenced by you. A new CRITICAL alarm is heard all the same.")
    left = fmt.countdown(until_ms - now_ms)
    return Chip(text=tr("Sound off {left}", left=left), short=left, token="watch", icon="bell_off", tip=tip)


def _rights_chip(accounts: tuple[AccountStatus, ...]) -> Chip:
    tip = "\n".join(f"{account.account_id}: {rights_word(account.key.rights)}" for account in accounts)
    if any(account.key.rights == "can trade" for account in accounts):
        names = [account.account_id for account in accounts if account.key.rights == "can trade"]
        text = (
            tr("Key of {names} can trade", names=names[0])
            if len(names) == 1
            else tr("{count} keys can trade", count=len(names))
        )
        return Chip(
            text=text,
            short=tr("Key can trade"),
            token="watch",
            icon="warning",
            tip=tr("Marginwatch only reads. Better use read-only keys.\n{tip}", tip=tip),
        )
    if all(account.key.rights in ("read-only", "address only") for account in accounts):
        return Chip(text=tr("Read-only keys"), short=tr("Read-only"), token="text2", icon="lock", tip=tip)
    return Chip(
        text=tr("Reads only"),
        token="text2",
        icon="lock",
        tip=tr("The rights of some keys are not known.\n{tip}", tip=tip),
    )


def _self_test_chip(update: Update) -> Chip:
    """The last test of the alarm chain, with its time; the tip has a line for each link."""
    result = update.self_test
    if update.self_test_runs or result is None:
        return Chip(
            text=tr("Testing the alarm chain …"), token="text2", tip=tr("A position marked TEST goes through it.")
        )
    marks = {True: tr("ok"), False: tr("FAILED"), None: tr("not here")}
    tip = "\n".join(f"{line.what}: {marks[line.ok]}. {line.detail}" for line in result.lines)
    when = fmt.clock(result.at_ms)[:5]
    if not result.ok:
        return Chip(
            text=tr("Alarm test failed {when}", when=when),
            short=tr("Test failed"),
            token="danger",
            icon="warning",
            tip=tip,
        )
    return Chip(text=tr("Alarm test ok {when}", when=when), short=tr("Test ok"), token="ok", tip=tip)


def _counts(view: View) -> str:
    if view.update is None:
        return tr("Position risk, read-only")
    count = len(view.update.positions)
    accounts = tr_count("{count} account", "{count} accounts", len(view.update.accounts))
    return f"{accounts} · " + tr_count("{count} position", "{count} positions", count)


def _logo(ink: Ink) -> None:
    gradient = QLinearGradient(0, 10, 32, 42)
    gradient.setColorAt(0, ink.theme.color("accent"))
    gradient.setColorAt(1, LOGO_END)
    ink.box(QRectF(4, 10, 32, 32), 9, QBrush(gradient))
    painter = ink.painter
    painter.setPen(QPen(WHITE, 2.2, SOLID, ROUND, ROUND_JOIN))
    painter.drawPolyline([QPointF(11, 19), QPointF(17, 23), QPointF(21, 20), QPointF(28, 29)])
    dashes = QPen(QColor(255, 255, 255, 190), 1.8)
    dashes.setDashPattern([1.6, 1.9])
    dashes.setCapStyle(ROUND)
    painter.setPen(dashes)
    painter.drawLine(QPointF(11, 34.5), QPointF(29, 34.5))


def _privacy_words(view: View) -> str:
    return tr("Show amounts") if view.hide_amounts else tr("Hide amounts")


def _mute_words(view: View) -> str:
    return tr("End the silence") if is_muted(view) else tr("Silence sounds for 10 minutes")
