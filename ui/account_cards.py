"""One card per account: its money, its profit and the margin ratio of its worst pool as a gauge.

0 % is safe and 100 % liquidation on every venue; the venue's own figure and name stand in the tooltip.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from monitor import key_words
from monitor.language import tr
from monitor.messages import AccountStatus
from ui import format as fmt
from ui.engine_words import status_word
from ui.gauges import gauge
from ui.painting import CENTER, LEFT, Canvas, Ink
from ui.risk_words import pool_words, sentence_of
from ui.theme import LEVEL_WORDS, VENUE_COLORS, VENUE_MARKS, Face, Theme, face
from ui.view import View, mode_words, short_venue

HEIGHT = 136
NARROWEST, NARROW = 172, 250  # px; a narrow card says the currency once, below


class AccountCards(QScrollArea):
    """The row of cards; scrolled sideways when there are more than fit, the most urgent first then."""

    account_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inner = QWidget()
        inner.setFixedHeight(HEIGHT)
        self._layout = QHBoxLayout(inner)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._cards: list[AccountCard] = []
        self._shown = View()

    def show_view(self, view: View) -> None:
        """Show the view's accounts."""
        accounts = list(view.update.accounts) if view.update is not None else []
        self._shown = view
        if len(accounts) * (NARROWEST + 10) > self.width() + 10:
            accounts.sort(key=lambda account: -account.level)
        while len(self._cards) > len(accounts):
            card = self._cards.pop()
            self._layout.removeWidget(card)
            card.deleteLater()
        while len(self._cards) < len(accounts):
            card = AccountCard(self._theme)
            card.account_chosen.connect(self.account_chosen)
            self._cards.append(card)
            self._layout.addWidget(card, 1)
        levels = pool_levels(view)
        for card, account in zip(self._cards, accounts, strict=True):
            card.show_account(account, view, levels.get(account.account_id, 0))
        self.setVisible(bool(accounts))

    def choose(self, number: int) -> None:
        """Choose the card at a place, the first one is 0; where there is none nothing happens."""
        if number < len(self._cards):
            self._cards[number].choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Order the cards anew: more or fewer fit now."""
        super().resizeEvent(event)
        self.show_view(self._shown)


class AccountCard(Canvas):
    """One account. A click, or Enter, shows only its positions."""

    account_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(NARROWEST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._account: AccountStatus | None = None
        self._level = 0  # of its pool
        self._view = View()

    def show_account(self, account: AccountStatus, view: View, level: int) -> None:
        """Show one account of the view; `level` is its pool's."""
        self._account, self._view, self._level = account, view, level
        self.setAccessibleName(_sentence(account, view, self._level))
        self.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Choose the account."""
        self.choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the account with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        else:
            super().keyPressEvent(event)

    def choose(self) -> None:
        """Show only this account's positions, or all again."""
        if self._account is not None:
            self.account_chosen.emit(self._account.account_id)

    def draw(self, ink: Ink) -> None:
        """Paint the card."""
        account, view = self._account, self._view
        if account is None:
            return
        stale = view.is_stale(account)
        rect = QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
        ink.box(rect, 12, self.theme.color("panel"), self.theme.color("line"))
        if stale and account.read_ms is not None:
            ink.hatch(rect, self.theme.color("stale", 26), 12, step=12)
        self._draw_head(ink, account)
        if account.read_ms is None:
            self._draw_skeleton(ink, account)
            return
        self._draw_money(ink, account, stale)
        self._draw_gauge(ink, account, stale)

    def _draw_head(self, ink: Ink, account: AccountStatus) -> None:
        theme = self.theme
        tile = QRectF(14, 14, 32, 32)
        brand = theme.color("text2")
        if theme.is_dark and account.venue in VENUE_COLORS:
            brand = QColor(VENUE_COLORS[account.venue])
        ground = QColor(brand)
        ground.setAlpha(34)
        ink.box(tile, 8, ground)
        letters = VENUE_MARKS.get(account.venue, account.venue_title[:2].upper())
        ink.text(tile, CENTER, letters, face(13, 700), brand)
        strong, plain = face(13, 600), face(13)
        room = self.width() - 55 - 12.0
        used = ink.text(QRectF(55, 12, room, 19), LEFT, short_venue(account), strong, theme.color("text"), shorten=True)
        label = QRectF(55 + used + 6, 12, max(0.0, room - used - 6), 19)
        ink.text(label, LEFT, account.account_id, plain, theme.color("text2"), shorten=True)
        words = mode_words(account) if self.width() >= NARROW else mode_words(account).split(" · ")[0]
        if account.read_ms is None:
            words = tr("not read yet")
        ink.text(
            QRectF(55, 30, room - (48 if self.width() < NARROW else 64), 17),
            LEFT,
            words,
            face(12),
            theme.color("text3"),
            shorten=True,
        )
        ink.tips.append((QRectF(0, 0, self.width(), 52), _head_tip(account, self._view)))

    def _draw_skeleton(self, ink: Ink, account: AccountStatus) -> None:
        theme = self.theme
        for width, y, height in ((104.0, 62.0, 20.0), (72.0, 91.0, 10.0)):
            ink.box(QRectF(14, y, width, height), 5, theme.color("track"))
        words = account.trouble or tr("Connecting …")
        ink.text(QRectF(14, 110, self.width() - 28, 16), LEFT, words, face(12), theme.color("text3"), shorten=True)
        ink.tips.append((QRectF(0, 52, self.width(), 84), f"{words}\n{account.advice}".strip()))

    def _draw_money(self, ink: Ink, account: AccountStatus, stale: bool) -> None:
        theme, view = self.theme, self._view
        room = self.width() - 14 - (84.0 if self.width() < NARROW else 112.0)
        equity = view.amount(fmt.money(account.equity, account.settle))
        big = next((kind for kind in map(_bold, (23, 21, 19)) if kind.width(equity) <= room), _bold(17))
        used = ink.text(QRectF(14, 58, room, 30), LEFT, equity, big, theme.color("text3" if stale else "text"))
        narrow = self.width() < NARROW
        if not narrow and used + 46 <= room:
            ink.text(
                QRectF(14 + used + 5, 64, 50, 22), LEFT, account.settle, face(11), theme.color("text3"), shorten=True
            )
        profit = account.unrealized_pnl
        token = "text3" if stale or not profit else "profit" if profit > 0 else "loss"
        text = view.amount(fmt.money(profit, account.settle, signed=True))
        used = ink.text(QRectF(14, 87, room, 18), LEFT, text, face(13, 600, True), theme.color(token))
        if used + 5 + face(12).width(tr("unrealised")) <= room + 8:
            rest = QRectF(14 + used + 5, 87, room + 8 - used, 18)
            ink.text(rest, LEFT, tr("unrealised"), face(12), theme.color("text3"), shorten=True)
        foot = QRectF(14, 110, room, 16)
        if stale:
            words = tr("{age} old", age=fmt.age(view.age_ms(account)))
            ink.text(foot, LEFT, words, face(12, 600, True), theme.color("watch"), shorten=True)
        else:
            kind, amount = face(12, 400, True), view.amount(fmt.money(account.available, account.settle))
            free = tr("{available} free", available=amount)
            named = tr("{available} free", available=f"{amount} {account.settle}")
            fits = narrow and account.available is not None and kind.width(named) <= room
            if kind.width(free) > room:
                kind = face(11, 400, True)
            ink.text(foot, LEFT, named if fits else free, kind, theme.color("text2"))
        ink.tips.append((QRectF(0, 52, 14 + room, 84), _money_tip(account, view)))

    def _draw_gauge(self, ink: Ink, account: AccountStatus, stale: bool) -> None:
        narrow = self.width() < NARROW
        center = QPointF(self.width() - (41 if narrow else 54), 72 if narrow else 69)
        radius, thick = (26.0, 6.0) if narrow else (31.0, 7.0)
        limits = self._view.alerts.margin_ratio
        gauge(ink, center, radius, account.margin_ratio, self._level, limits, stale=stale, thick=thick)
        words, kind = tr("margin ratio"), face(11)
        wide = kind.width(words) + 1
        left = min(center.x() - wide / 2, self.width() - 10 - wide)  # a long one keeps clear of the border
        ink.text(QRectF(left, 103, wide, 14), LEFT, words, kind, self.theme.color("text3"))
        ink.tips.append((QRectF(center.x() - 45, 40, 90, 84), _gauge_tip(account)))


def _bold(size: int) -> Face:
    return face(size, 600)


def pool_levels(view: View) -> dict[str, int]:
    """Return the alarm level of the pool that each account's gauge shows; an isolated pool has its position's."""
    if view.update is None:
        return {}
    shown = {(one.account_id, one.margin_ratio_pool) for one in view.update.accounts}
    levels: dict[str, int] = {}
    found = [(one.account_id, one.pool_id, one.level) for one in view.update.pools if one.level]
    found += [
        (one.account_id, one.pool_id, one.level)
        for one in view.update.positions
        if one.level and one.pool_id.startswith("isolated:")
    ]
    for account_id, pool_id, level in found:
        if (account_id, pool_id) in shown:
            levels[account_id] = max(levels.get(account_id, 0), level)
    return levels


def _sentence(account: AccountStatus, view: View, level: int) -> str:
    name = f"{short_venue(account)} {account.account_id}"
    if account.read_ms is None:
        return f"{name}: {account.trouble or tr('connecting')}"
    stale = tr(", figures {age} old", age=fmt.age(view.age_ms(account))) if view.is_stale(account) else ""
    level_word = LEVEL_WORDS[level].lower()
    return tr(
        "{name}, margin ratio {margin_ratio}, {level}{stale}",
        name=name,
        margin_ratio=fmt.used(account.margin_ratio),
        level=level_word,
        stale=stale,
    )


def _head_tip(account: AccountStatus, view: View) -> str:
    now_ms = view.update.now_ms if view.update is not None else 0
    key = tr("Key: {key}", key=key_words.summary(account.key, now_ms))
    lines = [f"{account.venue_title} · {account.account_id}", mode_words(account), key]
    if account.clock_offset_ms is not None:
        lines.append(tr("The venue's clock differs by {offset_ms:+d} ms", offset_ms=account.clock_offset_ms))
    if account.trouble:
        lines += [account.trouble, account.advice]
    return "\n".join(line for line in lines if line)


def _money_tip(account: AccountStatus, view: View) -> str:
    read = tr("never") if account.read_ms is None else fmt.utc(account.read_ms)
    lines = [
        tr(
            "Equity {equity} {settle}",
            equity=view.amount(fmt.money(account.equity, account.settle)),
            settle=account.settle,
        ),
        tr(
            "Free to use {available} {settle}",
            available=view.amount(fmt.money(account.available, account.settle)),
            settle=account.settle,
        ),
        tr("Read {read}", read=read),
        account.trouble or "",
        account.advice,
        *_beyond_lines(account, view),
    ]
    return "\n".join(line for line in lines if line)


def _beyond_lines(account: AccountStatus, view: View) -> tuple[str, ...]:
    """What need not lie there, and who bears a balance below zero."""
    found = account.beyond
    if found is None:
        return ()
    facts = found.negative_balance
    return (
        view.sentence(found.exposed_money.advice),
        tr(
            "Below zero: {status}; borne by {borne_by}. {words} (As of {date}.)",
            status=status_word(facts.status),
            borne_by=facts.borne_by,
            words=sentence_of(facts.text),
            date=facts.date,
        ),
        tr("More in the Risk tab, under Account."),
    )


def _gauge_tip(account: AccountStatus) -> str:
    if account.margin_ratio is None:
        return tr("The margin ratio is not known.")
    lines = [tr("Of its worst pool, {pool}: 100 % is liquidation.", pool=pool_words(account.margin_ratio_pool))]
    if account.venue_ratio is not None:
        lines.append(
            tr(
                "{name} as the venue says it: {ratio}",
                name=account.venue_ratio_name,
                ratio=fmt.raw(account.venue_ratio),
            )
        )
    return "\n".join(lines)
