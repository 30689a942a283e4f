"""Now over what if, for every pool and position that is touched. Supposed figures have their own colour and a ground.

A figure that no longer matches what is typed, or the accounts as they are, is dimmed and has the mark of a calculation
that is not up to date beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPaintEvent

from monitor.language import tr
from monitor.messages import PoolRisk, PositionRisk, WhatIfPool, WhatIfResult, WhatIfRow
from monitor.settings import Thresholds
from ui import format as fmt
from ui.icons import draw_icon
from ui.painting import LEFT, RIGHT, Canvas, Ink
from ui.price_ladder import level_of_ratio
from ui.theme import Face, Theme, face
from ui.view import View, place

HEAD, ROW, NOTE = 22.0, 37.0, 20.0  # px
PAD, RIGHT_PAD = 14.0, 5.0  # px; at the right there is room for the bar, and the ground of a supposed figure
NAMES = 106.0  # px of the first column
WORDS = 44.0  # px of "now" and "what if"
SHARES = (0.8, 1.05, 1.0, 1.15, 1.0)  # of the width, for each column of figures
MARK_ROOM = 17.0  # px for the mark before a figure
OUTDATED_OPACITY = 0.5
Risk = TypeVar("Risk", PoolRisk, PositionRisk)
HEADS = (tr("Ratio"), tr("Headroom"), tr("Distance"), tr("Liquidation"), tr("PnL"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One figure, now and supposed."""

    now: str
    then: str
    level: int = 0  # of the supposed one: a colour, no alarm
    tip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One pool or position."""

    name: str
    where: str
    side: str  # "" for a pool
    pairs: tuple[Pair | None, ...]  # in the order of HEADS


class WhatIfResults(Canvas):
    """The table of both."""

    RADIUS = 4.0

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("feed")
        self.lines: tuple[Line, ...] = ()
        self.notes: tuple[str, ...] = ()
        self.outdated = True
        self._visible = QRectF()

    def show_result(self, result: WhatIfResult | None, view: View, *, outdated: bool) -> None:
        """Show an answer; `outdated`: it does not match what is supposed now."""
        lines = () if result is None else tuple(lines_of(result, view))
        notes = () if result is None else result.notes
        if (lines, notes, outdated) == (self.lines, self.notes, self.outdated):
            return
        self.lines, self.notes, self.outdated = lines, notes, outdated
        height = int(HEAD + ROW * len(lines) + NOTE * len(notes) + 8)
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)
        self.setAccessibleName(sentence(lines, notes, outdated=outdated))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint only the rows in sight."""
        self._visible = QRectF(event.rect())
        super().paintEvent(event)

    def draw(self, ink: Ink) -> None:
        """Paint notes, heads and rows."""
        theme, width = self.theme, float(self.width())
        y = 0.0
        for note in self.notes:
            ink.level_shape(PAD + 5, y + NOTE / 2, 10, 1)
            rect = QRectF(PAD + 16, y, width - PAD - RIGHT_PAD - 16, NOTE)
            ink.text(rect, LEFT, note, face(12, 500), theme.color("watch"), shorten=True)
            ink.tips.append((rect, note))
            y += NOTE
        if not self.lines:
            return
        places = tuple(columns(width))
        for head, (left, room) in zip(HEADS, places, strict=True):
            ink.text(QRectF(left, y, room, HEAD), RIGHT, head, face(11, 500), theme.color("text3"))
        y += HEAD
        for line in self.lines:
            if y + ROW >= self._visible.top() and y <= self._visible.bottom():
                self._draw_line(ink, line, places, y)
            y += ROW

    def _draw_line(self, ink: Ink, line: Line, places: tuple[tuple[float, float], ...], y: float) -> None:
        theme = self.theme
        if not line.side:
            ink.box(QRectF(6, y + 1, self.width() - 6, ROW - 2), 6, theme.color("raised"))
        room = NAMES - (22 if line.side else 0)
        used = ink.text(QRectF(PAD, y + 2, room, 18), LEFT, line.name, face(12, 600), theme.color("text"), shorten=True)
        if line.side:
            ink.side_tag(PAD + used + 5, y + 3.5, line.side, "")
        ink.text(QRectF(PAD, y + 19, NAMES, 16), LEFT, line.where, face(11), theme.color("text3"), shorten=True)
        words = QRectF(PAD + NAMES, y + 2, WORDS, 17)
        ink.text(words, LEFT, tr("now"), face(11), theme.color("text3"))
        ink.text(words.translated(0, 16), LEFT, tr("what if"), face(11, 600), theme.color("whatif"))
        for pair, (left, width) in zip(line.pairs, places, strict=True):
            if pair is not None:
                self._draw_pair(ink, pair, QRectF(left, y + 2, width, 17))

    def _draw_pair(self, ink: Ink, pair: Pair, upper: QRectF) -> None:
        theme, lower = self.theme, upper.translated(0, 16)
        ink.text(upper, RIGHT, pair.now, _fitting(pair.now, upper.width(), 400), theme.color("text2"))
        kind = _fitting(pair.then, lower.width() - MARK_ROOM, 600)
        width = kind.width(pair.then)
        same = pair.then == pair.now and not self.outdated
        if not same:
            ground = QRectF(lower.right() - width - 3, lower.top() + 0.5, width + 6, 16)
            ink.box(ground, 3.5, theme.color("whatif", 38))
        ink.painter.setOpacity(OUTDATED_OPACITY if self.outdated else 1.0)
        ink.text(lower, RIGHT, pair.then, kind, self._color(pair, same))
        ink.painter.setOpacity(1.0)
        if self.outdated:
            centre = QPointF(lower.right() - width - 11, lower.center().y())
            draw_icon(ink, "again", centre, 11, theme.color("watch"), 1.8)
        elif pair.level and not same:
            ink.level_shape(lower.right() - width - 11, lower.center().y(), 9, pair.level)
        ink.tips.append((upper.united(lower), pair.tip or (tr("Being worked out again") if self.outdated else "")))

    def _color(self, pair: Pair, same: bool) -> QColor:
        if same:
            return self.theme.color("text3")
        return self.theme.level(pair.level) if pair.level else self.theme.color("whatif")


def lines_of(result: WhatIfResult, view: View) -> Iterator[Line]:
    """Return each pool with its positions; the selected position's pool comes first, then the worst supposed one."""
    pools = sorted(result.pools, key=lambda pool: _turn(pool, view))
    for pool in pools:
        any_pool = pool.then or pool.now
        if any_pool is None:
            continue
        own = [row for row in result.positions if _is_in(row, any_pool)]
        if not own and any_pool.positions == 0 and pool.now == pool.then:
            continue  # a wallet that nothing stands on
        yield _pool_line(pool, any_pool, view)
        for row in sorted(own, key=lambda row: _distance(row)):
            yield _position_line(row, _is_over(pool.then), view)


def sentence(lines: tuple[Line, ...], notes: tuple[str, ...], *, outdated: bool) -> str:
    """Return all of it for a screen reader."""
    if not lines:
        return tr("What if: nothing is supposed yet")
    told = []
    for line in lines:
        pairs = ", ".join(
            f"{head} {pair.then}" + (tr(" instead of {now}", now=pair.now) if pair.then != pair.now else tr(" as now"))
            for head, pair in zip(HEADS, line.pairs, strict=True)
            if pair is not None
        )
        told.append(f"{line.name} {line.side}: {pairs}".replace(" :", ":"))
    state = tr("What if, not up to date") if outdated else tr("What if, not live")
    return "; ".join([state, *told, *notes])


def _pool_line(pool: WhatIfPool, any_pool: PoolRisk, view: View) -> Line:
    now, then, settle = pool.now, pool.then, any_pool.settle
    ratio = None if then is None else then.margin_ratio
    limits = view.alerts.margin_ratio
    kind = any_pool.pool_id.partition(":")[0]
    return Line(
        name=f"{kind.capitalize()} {settle}",
        where=place(view.account(any_pool.account_id), any_pool.account_id),
        side="",
        pairs=(
            Pair(
                now=_of(now, lambda one: fmt.used(one.margin_ratio)),
                then=_of(then, lambda one: fmt.used(one.margin_ratio)),
                level=0 if ratio is None else level_of_ratio(ratio, limits),
                tip=_unknown(then, tr("Required margin over equity; 100 % is liquidation")),
            ),
            _money_pair(now, then, "headroom", settle, view, tr("Equity less what is required")),
            None,
            None,
            _money_pair(now, then, "unrealized_pnl", settle, view, tr("Unrealised PnL of the pool")),
        ),
    )


def _is_over(pool: PoolRisk | None) -> bool:
    return pool is not None and pool.margin_ratio is not None and pool.margin_ratio >= 1.0


def _position_line(row: WhatIfRow, liquidated: bool, view: View) -> Line:
    now, then = row.now, row.then
    any_row = then or now
    assert any_row is not None  # a row that is neither here nor there does not exist
    moved = "" if now is None or then is None or now.margin_mode == then.margin_mode else f", {then.margin_mode}"
    size = tr("closed") if then is None else f"{view.amount(fmt.size(then.size_base))}{moved}"
    return Line(
        name=fmt.base_and_quote(any_row.symbol),
        where=size if now is not None else tr("new, {size}", size=size),
        side=any_row.side,
        pairs=(
            None,
            None,
            Pair(
                now=_of(now, _distance_text),
                then=tr("liquidated")
                if liquidated and then is not None
                else _of(then, _distance_text, gone=tr("closed")),
                level=3 if liquidated and then is not None else _level(then, view),
                tip=_unknown(then, tr("From the mark price to liquidation")),
            ),
            Pair(now=_of(now, _price_text), then=_of(then, _price_text), tip=_mark_tip(now, then)),
            _money_pair(now, then, "unrealized_pnl", any_row.settle, view, tr("Unrealised PnL at the mark price")),
        ),
    )


def _money_pair(
    now: PoolRisk | PositionRisk | None,
    then: PoolRisk | PositionRisk | None,
    name: str,
    settle: str,
    view: View,
    tip: str,
) -> Pair:
    signed = name == "unrealized_pnl"

    def text(one: PoolRisk | PositionRisk | None) -> str:
        return view.amount(fmt.money(getattr(one, name, None), settle, signed=signed))

    return Pair(now=text(now), then=text(then), tip=f"{tip} [{settle}]")


def _of(one: Risk | None, text: Callable[[Risk], str], gone: str = fmt.UNKNOWN) -> str:
    return gone if one is None else text(one)


def _distance_text(row: PositionRisk) -> str:
    if row.liquidation_distance is None:
        return tr("unknown") if row.unknown else tr("none")
    if row.liquidation_distance <= 0:
        return tr("liquidated")
    return fmt.room(row.liquidation_distance)


def _price_text(row: PositionRisk) -> str:
    if row.liquidation_price is None:
        return fmt.UNKNOWN if row.unknown else tr("none")
    return fmt.liquidation_price(row.liquidation_price, row.tick_size, row.side)


def _level(row: PositionRisk | None, view: View) -> int:
    """Which level's threshold the supposed distance reaches: those of the live position where it is there."""
    if row is None or row.liquidation_distance is None:
        return 0
    live = next((one for one in view.update.positions if one.key == row.key), None) if view.update else None
    limits = view.alerts.liquidation_distance
    lines = live.alarm_at if live is not None and live.alarm_at is not None else _lines(limits)
    return sum(row.liquidation_distance <= line for line in lines)


def _lines(limits: Thresholds) -> tuple[float, float, float]:
    return (limits.warning, limits.danger, limits.critical)


def _mark_tip(now: PositionRisk | None, then: PositionRisk | None) -> str:
    marks = [fmt.price(one.mark_price, one.tick_size) for one in (now, then) if one is not None]
    return tr("Mark price {marks}", marks=" → ".join(dict.fromkeys(marks)))


def _unknown(one: PoolRisk | PositionRisk | None, tip: str) -> str:
    return one.unknown if one is not None and one.unknown else tip


def _is_in(row: WhatIfRow, pool: PoolRisk) -> bool:
    one = row.then or row.now
    return one is not None and (one.account_id, one.pool_id) == (pool.account_id, pool.pool_id)


def _distance(row: WhatIfRow) -> float:
    one = row.then
    return 9.0 if one is None or one.liquidation_distance is None else one.liquidation_distance


def _turn(pool: WhatIfPool, view: View) -> tuple[bool, float]:
    """Sort key: the selected position's pool, then by the supposed ratio, unknown ones before known ones."""
    one = pool.then or pool.now
    focus = next((row for row in view.update.positions if row.key == view.focus), None) if view.update else None
    is_focus = (
        one is not None and focus is not None and (one.account_id, one.pool_id) == (focus.account_id, focus.pool_id)
    )
    ratio = 99.0 if one is None or one.margin_ratio is None else one.margin_ratio
    return not is_focus, -ratio


def columns(width: float) -> Iterator[tuple[float, float]]:
    """Left edge and width of each column of figures."""
    left = PAD + NAMES + WORDS
    whole = width - left - RIGHT_PAD
    for share in SHARES:
        own = whole * share / sum(SHARES)
        yield left, own - 2
        left += own


def _fitting(text: str, width: float, weight: int) -> Face:
    """The largest face in which a figure fits."""
    return next(
        (kind for size in (13, 12) if (kind := face(size, weight, True)).width(text) <= width), face(11, weight, True)
    )
