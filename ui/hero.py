"""The one thing to look at first: which position is closest to liquidation, and how far it still is.

Shows what Update ranks first. Stale figures are grey, hatched and dated; unknown ones say why.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QBrush, QLinearGradient, QMouseEvent

from monitor.language import tr, tr_count
from monitor.messages import PositionRisk
from ui import format as fmt
from ui.gauges import distance_bar
from ui.painting import LEFT, RIGHT, Canvas, Ink
from ui.theme import LEVEL_WORDS, Theme, face
from ui.view import View, place

HEIGHT, WIDE = 136, 430  # px; a narrower card has the loss beside its title


class Hero(Canvas):
    """The card of the position closest to liquidation. A click selects the position."""

    position_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(330)
        self._view = View()
        self._risk: PositionRisk | None = None

    def show_view(self, view: View) -> None:
        """Show what the view says."""
        self._view = view
        self._risk = view.update.positions[0] if view.update is not None and view.update.positions else None
        self.setAccessibleName(self._sentence())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the position."""
        super().mousePressEvent(event)
        if self._risk is not None:
            self.position_chosen.emit(self._risk.key)

    def draw(self, ink: Ink) -> None:
        """Paint the card."""
        if self._risk is None:
            self._draw_calm(ink)
            return
        risk, view = self._risk, self._view
        account = view.account(risk.account_id)
        stale = view.is_stale(account)
        self._draw_ground(ink, risk.level, stale)
        self._draw_title(ink, risk, stale)
        self._draw_number(ink, risk, stale)
        bar = QRectF(19, 100, self.width() - 38, 8)
        limits = view.lines_of(risk)
        distance_bar(
            ink, bar, risk.liquidation_distance, risk.level, limits, stop_distance=_stop_inside(risk), stale=stale
        )
        self._draw_foot(ink, risk, stale)

    def _draw_ground(self, ink: Ink, level: int, stale: bool) -> None:
        theme, rect = self.theme, QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
        ink.box(rect, 12, theme.color("panel"))
        if stale or not level:
            ink.box(rect, 12, None, theme.color("line_strong" if stale else "line"))
            if stale:
                ink.hatch(rect, theme.color("stale", 26), 12, step=12)
            return
        gradient = QLinearGradient(0, 0, self.width(), self.height() * 0.6)
        gradient.setColorAt(0, theme.level(level, 52))
        gradient.setColorAt(1, theme.level(level, 6))
        ink.box(rect, 12, QBrush(gradient), theme.level(level, 120), 1.2)

    def _draw_title(self, ink: Ink, risk: PositionRisk, stale: bool) -> None:
        theme, kind = self.theme, face(11, 600, False, 0.7)
        title = tr("CLOSEST TO LIQUIDATION")
        if stale:
            age = self._view.age_ms(self._view.account(risk.account_id))
            title = (
                tr("BLIND · LAST KNOWN {age} AGO", age=fmt.age(age)) if age is not None else tr("BLIND · NEVER READ")
            )
            ink.unknown_shape(25, 24.5, 13)
        else:
            ink.level_shape(25, 24.5, 13, risk.level)
        color = theme.color("text2") if stale else theme.level(risk.level) if risk.level else theme.color("text2")
        whole = QRectF(38, 14, self.width() - 57, 20)
        used = ink.text(whole, LEFT, title, kind, color)
        if self.width() < WIDE:
            self._draw_loss_beside_title(ink, risk, whole.adjusted(used + 14, 0, 0, 0), stale)

    def _draw_number(self, ink: Ink, risk: PositionRisk, stale: bool) -> None:
        theme, big = self.theme, face(46, 600)
        number, _, unit = fmt.room(risk.liquidation_distance).partition(fmt.NARROW)
        color = theme.color("text3" if stale or risk.liquidation_distance is None else "text")
        used = ink.text(QRectF(18, 34, 200, 58), LEFT, number, big, color)
        ink.text(QRectF(18 + used + 5, 51, 40, 34), LEFT, unit, face(22, 500), theme.color("text2"))
        widest = big.width(re.sub(r"\d", "0", number))  # of all numbers as long: what follows does not move with it
        left = 18 + widest + (52 if unit else 22)
        right = self.width() - 19.0
        if self.width() >= WIDE:
            right -= self._draw_loss(ink, risk, right, stale) + 12
        name, symbol = face(17, 600), fmt.base_and_quote(risk.symbol)
        tag_room = 78
        width = ink.text(
            QRectF(left, 42, max(20.0, right - left - tag_room), 22),
            LEFT,
            symbol,
            name,
            theme.color("text"),
            shorten=True,
        )
        ink.side_tag(left + width + 9, 44, risk.side, fmt.leverage(risk.leverage), word=True)
        where = f"{place(self._view.account(risk.account_id), risk.account_id)}, {_stop_words(risk)}"
        ink.text(QRectF(left, 65, right - left, 20), LEFT, where, face(13), theme.color("text2"), shorten=True)
        ink.tips.append((QRectF(18, 34, left - 18, 58), _number_tip(risk)))

    def _draw_loss(self, ink: Ink, risk: PositionRisk, right: float, stale: bool) -> float:
        """Draw the loss at the right end and return its width."""
        theme, text = self.theme, self._loss(risk)
        title, number = face(12), face(19, 600)
        width = max(title.width(tr("Loss if reached")), number.width(text))
        color = theme.color("text3" if stale else "text")
        ink.text(QRectF(right - width, 41, width, 16), RIGHT, tr("Loss if reached"), title, theme.color("text2"))
        ink.text(QRectF(right - width, 58, width, 24), RIGHT, text, number, color)
        ink.tips.append((QRectF(right - width, 40, width, 44), _loss_tip(risk)))
        return width

    def _draw_loss_beside_title(self, ink: Ink, risk: PositionRisk, free: QRectF, stale: bool) -> None:
        """Draw the loss in one line where the card is too narrow for two, if it finds room there."""
        theme, text, title, number = self.theme, self._loss(risk), face(12), face(14, 600, True)
        width = number.width(text)
        if width + 8 + title.width(tr("Loss if reached")) > free.width():
            return
        ink.text(free, RIGHT, text, number, theme.color("text3" if stale else "text"))
        ink.text(free.adjusted(0, 0, -width - 8, 0), RIGHT, tr("Loss if reached"), title, theme.color("text2"))
        ink.tips.append((free, _loss_tip(risk)))

    def _loss(self, risk: PositionRisk) -> str:
        loss = risk.loss_to_liquidation
        return fmt.UNKNOWN if loss is None else self._view.amount("−" + fmt.money_needed(loss, risk.settle))

    def _draw_foot(self, ink: Ink, risk: PositionRisk, stale: bool) -> None:
        theme, kind = self.theme, face(12, 500, True)
        half = (self.width() - 38) / 2
        mark = tr("Mark {mark_price}", mark_price=fmt.price(risk.mark_price, risk.tick_size))
        used = ink.text(QRectF(19, 113, half, 16), LEFT, mark, kind, theme.color("text2"))
        color = theme.color("text2") if stale or not risk.level else theme.level(risk.level)
        rest = QRectF(19 + used + 10, 113, self.width() - 48 - used, 16)
        if risk.liquidation_price is None:
            reason = risk.unknown or tr("no price can liquidate it")
            ink.text(rest, RIGHT, tr("Liquidation: {reason}", reason=reason), kind, color, shorten=True)
            return
        liquidation = fmt.liquidation_price(risk.liquidation_price, risk.tick_size, risk.side)
        away = fmt.price(abs(risk.mark_price - risk.liquidation_price), risk.tick_size)
        text = tr("Liquidation {liquidation}, {away} away", liquidation=liquidation, away=away)
        if kind.width(text) > rest.width():
            text = tr("Liquidation {liquidation}", liquidation=liquidation)
        ink.text(rest, RIGHT, text, kind, color)

    def _draw_calm(self, ink: Ink) -> None:
        self._draw_ground(ink, 0, False)
        title, text = calm_words(self._view)
        theme = self.theme
        if self._view.update is None or any(account.feed == "connecting" for account in self._view.update.accounts):
            ink.unknown_shape(25, 24.5, 13)
            for width, y, height in ((118, 52, 30), (self.width() - 38, 100, 8)):
                ink.box(QRectF(19, y, width, height), min(8, height / 2), theme.color("track"))
            ink.text(QRectF(154, 56, self.width() - 172, 22), LEFT, text, face(13), theme.color("text2"), shorten=True)
        else:
            if self._view.update.accounts:
                ink.level_shape(25, 24.5, 13, 0)
            else:
                ink.unknown_shape(25, 24.5, 13)
            ink.text(
                QRectF(19, 48, self.width() - 38, 30), LEFT, title, face(24, 600), theme.color("text"), shorten=True
            )
            ink.text(QRectF(19, 84, self.width() - 38, 20), LEFT, text, face(13), theme.color("text2"), shorten=True)
        kind = face(11, 600, False, 0.7)
        ink.text(QRectF(38, 14, self.width() - 56, 20), LEFT, tr("CLOSEST TO LIQUIDATION"), kind, theme.color("text2"))

    def _sentence(self) -> str:
        risk = self._risk
        if risk is None:
            return tr("Closest to liquidation. ") + ". ".join(calm_words(self._view))
        stale = tr("Blind, last known: ") if self._view.is_stale(self._view.account(risk.account_id)) else ""
        distance = (
            tr("{distance} to liquidation", distance=fmt.room(risk.liquidation_distance))
            if risk.liquidation_distance is not None
            else risk.unknown
        )
        return tr(
            "{stale}Closest to liquidation: {symbol} {side} on {account}, {distance}, {level}",
            stale=stale,
            symbol=fmt.base_and_quote(risk.symbol),
            side=risk.side,
            account=risk.account_id,
            distance=distance,
            level=LEVEL_WORDS[risk.level].lower(),
        )


def calm_words(view: View) -> tuple[str, str]:
    """Return a title and a sentence for when there is no position to show; never "nothing" without proof."""
    update = view.update
    if update is None:
        return tr("Starting the engine"), tr("The first figures come within seconds.")
    if not update.accounts:
        return tr("Nothing is guarded yet"), tr("Add an account, or start the demo.")
    read = [account for account in update.accounts if account.feed in ("live", "late", "suspect")]
    if len(read) < len(update.accounts) and any(account.feed == "connecting" for account in update.accounts):
        return tr("Connecting"), tr(
            "Reading {accounts} …", accounts=tr_count("{count} account", "{count} accounts", len(update.accounts))
        )
    ages = [view.age_ms(account) or 0 for account in read]
    if not read:
        return tr("Nothing is known"), tr("No account can be read.")
    confirmed = tr(
        "confirmed {age} ago on {count} of {accounts}",
        age=fmt.age(max(ages)),
        count=len(read),
        accounts=tr_count("{count} account", "{count} accounts", len(update.accounts)),
    )
    return tr("No open positions"), confirmed[0].upper() + confirmed[1:]


def _stop_inside(risk: PositionRisk) -> float | None:
    return None if risk.stop_beyond else risk.stop_distance


def _stop_words(risk: PositionRisk) -> str:
    if risk.stop_beyond:
        return tr("stop beyond liquidation")
    if risk.stop_cover is None:
        return tr("stops not read")
    if not risk.stop_cover:
        return tr("no stop")
    return tr("stop {stop_price}", stop_price=fmt.price(risk.stop_price, risk.tick_size))


def _loss_tip(risk: PositionRisk) -> str:
    return tr("Further loss of this position [{settle}]", settle=risk.settle)


def _number_tip(risk: PositionRisk) -> str:
    if risk.liquidation_distance is None:
        return risk.unknown or tr("No price can liquidate it.")
    return tr("How far the mark price may move against the position until the exchange closes it.")
