"""What the mini strip shows, painted: the worst margin ratio with the three nearest positions, or all in one line.

Both say whether the figures live, and how many alarms wait for an answer. Stale figures are grey; unknown ones say so.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize

from monitor.language import tr
from monitor.messages import AccountStatus, PositionRisk
from monitor.settings import AlertSettings
from ui import format as fmt
from ui.gauges import distance_bar, gauge, ratio_bar
from ui.painting import LEFT, RIGHT, Ink
from ui.theme import face
from ui.view import View, waiting_of
from ui.window_state import StripForm

SIZES: dict[StripForm, QSize] = {"three positions": QSize(316, 196), "one line": QSize(372, 56)}
ROWS = 3
CLOSE = 34  # px at the right of the first line that belong to the button
NO_FIGURES = ("stale", "connecting", "suspect")


def draw_strip(ink: Ink, view: View, form: StripForm) -> None:
    """Paint the strip's content in one of its forms."""
    update, size = view.update, SIZES[form]
    if update is None or not update.accounts:
        words = tr("Connecting …") if update is None else tr("No accounts yet")
        ink.text(QRectF(18, 0, 280, size.height()), LEFT, words, face(14, 500), ink.theme.color("text2"))
    elif form == "one line":
        _draw_line(ink, view, worst_account(update.accounts))
    else:
        _draw_card(ink, view, worst_account(update.accounts))


def is_grave(view: View) -> bool:
    """Whether what is shown must be read at once: something is CRITICAL, or the figures live no more."""
    update = view.update
    if update is None:
        return False
    levels = (alert.level for alert in update.alerts if alert.phase != "pending")
    return view.silent_s is not None or max(levels, default=0) >= 3 or any(row.level >= 3 for row in update.positions)


def strip_sentence(view: View) -> str:
    """Return what a screen reader says of it."""
    if view.update is None or not view.update.positions:
        return tr("Mini strip: {words}", words=calm_words(view))
    row = nearest(view.update.positions)[0]
    return tr(
        "Mini strip: {symbol} {side} is {distance} from liquidation",
        symbol=fmt.base(row.symbol),
        side=row.side,
        distance=fmt.room(row.liquidation_distance),
    )


def calm_words(view: View) -> str:
    """Return what stands where no position is: "none" only where that has been read."""
    feeds = {account.feed for account in view.update.accounts} if view.update is not None else set()
    if view.silent_s is None and feeds and feeds <= {"live", "late"}:
        return tr("No open positions")
    return tr("Reading the positions …") if "connecting" in feeds else tr("Whether positions are open is not known")


def worst_account(accounts: tuple[AccountStatus, ...]) -> AccountStatus:
    """Return the account with the highest margin ratio; one that is unknown comes before a calm one."""
    return max(accounts, key=lambda account: (account.level, account.margin_ratio or 0.0))


def nearest(positions: tuple[PositionRisk, ...]) -> tuple[PositionRisk, ...]:
    """Return the positions as the engine orders them, those without a reachable liquidation last."""
    return tuple(sorted(positions, key=lambda row: row.liquidation_distance is None and not row.unknown))


def ratio_level(ratio: float | None, limits: AlertSettings) -> int:
    """Return how a margin ratio is coloured: by the thresholds the user set, without the alarm's deadband."""
    trips = (limits.margin_ratio.warning, limits.margin_ratio.danger, limits.margin_ratio.critical)
    return 0 if ratio is None else sum(ratio >= trip for trip in trips)


# ---------------------------------------------------------------- three positions


def _draw_card(ink: Ink, view: View, worst: AccountStatus) -> None:
    assert view.update is not None
    color, stale = ink.theme.color, _is_old(view, worst)
    ratio = worst.margin_ratio
    level = ratio_level(ratio, view.alerts)
    gauge(ink, QPointF(46, 48), 27, ratio, level, view.alerts.margin_ratio, stale=stale, thick=6.5)
    right = SIZES["three positions"].width() - CLOSE
    used = _draw_waiting(ink, view, right, 24)
    ink.text(QRectF(88, 16, right - used - 88, 16), LEFT, tr("Worst margin ratio"), face(11, 500), color("text3"))
    ink.text(QRectF(88, 31, 196, 22), LEFT, _account_words(worst), face(15, 600), color("text"), shorten=True)
    _draw_feed(ink, worst, 92, 61, stale=stale)
    ink.text(QRectF(102, 52, 206, 18), LEFT, _state_of(view, worst), face(12, 400, True), color("text2"))
    top = 88.0
    for row in nearest(view.update.positions)[:ROWS]:
        _draw_row(ink, view, row, top)
        top += 33
    if not view.update.positions:
        ink.text(QRectF(18, 88, 280, 32), LEFT, calm_words(view), face(13, 500), color("text2"))


def _draw_row(ink: Ink, view: View, row: PositionRisk, top: float) -> None:
    stale = _is_row_old(view, row)
    used = _draw_name(ink, row, top, 33, stale=stale)
    ink.side_tag(36 + used + 6, top + 8.5, row.side, "")
    _draw_bar(ink, view, row, QRectF(118, top + 12.5, 118, 7), stale=stale)
    _draw_distance(ink, row, QRectF(SIZES["three positions"].width() - 80, top, 64, 32), 14, stale=stale)


# ---------------------------------------------------------------- one line


def _draw_line(ink: Ink, view: View, worst: AccountStatus) -> None:
    assert view.update is not None
    color, stale, size = ink.theme.color, _is_old(view, worst), SIZES["one line"]
    right = size.width() - CLOSE
    rows = nearest(view.update.positions)
    if rows:
        row, old = rows[0], _is_row_old(view, rows[0])
        used = _draw_name(ink, row, 7, 22, stale=old)
        ink.side_tag(36 + used + 6, 10.5, row.side, "")
        ink.text(QRectF(36, 29, 72, 16), LEFT, row.account_id, face(11), color("text3"), shorten=True)
        _draw_distance(ink, row, QRectF(110, 5, 84, 28), 19, stale=old)
        _draw_bar(ink, view, row, QRectF(118, 37, 76, 6), stale=old)
    else:
        ink.text(QRectF(18, 0, 180, size.height()), LEFT, calm_words(view), face(12, 500), color("text2"), shorten=True)
    ink.line(206, 12, 206, size.height() - 12, color("line"))
    used = _draw_waiting(ink, view, right, 19)
    level = ratio_level(worst.margin_ratio, view.alerts)
    tone = color("text3") if stale else ink.theme.level(level) if level else color("text")
    figure = ink.text(QRectF(218, 10, 60, 18), LEFT, fmt.used(worst.margin_ratio), face(14, 600, True), tone)
    rest = QRectF(218 + figure + 6, 11, right - used - 218 - figure - 6, 18)
    ink.text(rest, LEFT, worst.account_id, face(11), color("text3"), shorten=True)
    room = QRectF(218, 37, right - 218, 6)
    ratio_bar(ink, room, worst.margin_ratio, level, view.alerts.margin_ratio, stale=stale)
    _draw_feed(ink, worst, size.width() - 18, 40, stale=stale)
    said = (strip_sentence(view), tr("Worst margin ratio"), _account_words(worst), _state_of(view, worst))
    ink.tips.append((QRectF(0, 0, size.width(), size.height()), "\n".join(said)))


# ---------------------------------------------------------------- in both


def _draw_name(ink: Ink, row: PositionRisk, top: float, height: float, *, stale: bool) -> float:
    """Draw level and coin, and return the width of the coin [px]."""
    middle = top + height / 2
    if row.unknown:
        ink.unknown_shape(22, middle, 11)
    else:
        ink.level_shape(22, middle, 11, row.level, ink.theme.color("stale") if stale else None)
    name = QRectF(36, top, 58, height)
    return ink.text(name, LEFT, fmt.base(row.symbol), face(13, 600), ink.theme.color("text"), shorten=True)


def _draw_bar(ink: Ink, view: View, row: PositionRisk, bar: QRectF, *, stale: bool) -> None:
    limits, stop = view.alerts.liquidation_distance, None if row.stop_beyond else row.stop_distance
    distance_bar(ink, bar, row.liquidation_distance, row.level, limits, stop_distance=stop, stale=stale)


def _draw_distance(ink: Ink, row: PositionRisk, rect: QRectF, size: int, *, stale: bool) -> None:
    color = ink.theme.color
    tone = color("text3") if stale else ink.theme.level(row.level) if row.level else color("text")
    ink.text(rect, RIGHT, fmt.room(row.liquidation_distance), face(size, 600, True), tone)


def _draw_waiting(ink: Ink, view: View, right: float, middle: float) -> float:
    """Draw how many alarms wait for an answer, with the worst one's shape; return the room it takes [px]."""
    waiting = waiting_of(view.update)
    if not waiting:
        return 0.0
    level = max(alert.level for alert in waiting)
    count, kind = str(len(waiting)), face(12, 600, True)
    width = kind.width(count) + 30
    box = QRectF(right - width, middle - 9, width, 18)
    ink.box(box, 5, ink.theme.level(level, 40))
    ink.level_shape(box.left() + 11, middle, 10, level)
    ink.text(box.adjusted(20, 0, -6, 0), RIGHT, count, kind, ink.theme.color("text"))
    return width + 6


def _draw_feed(ink: Ink, account: AccountStatus, x: float, y: float, *, stale: bool) -> None:
    """A dot while the account is read, an empty ring while it is not."""
    if stale:
        ink.unknown_shape(x, y, 9)
    else:
        ink.dot(x, y, ink.theme.color("watch" if account.feed == "late" else "ok"), 3.0, halo=True)


def _account_words(account: AccountStatus) -> str:
    return f"{account.venue_title.split(' ', 1)[0]} · {account.account_id}"


def _state_of(view: View, account: AccountStatus) -> str:
    if view.silent_s is not None:
        return tr("engine silent for {age}", age=fmt.age(view.silent_s * 1000))
    if account.read_ms is None:
        return tr("no data yet")
    age = fmt.age(view.now_ms - account.read_ms)
    if account.feed in ("stale", "suspect"):
        return tr("data {age} old", age=age)
    pnl = view.amount(fmt.money(account.unrealized_pnl, account.settle, signed=True))
    return tr("uPnL {pnl} · live {age}", pnl=pnl, age=age)


def _is_old(view: View, account: AccountStatus) -> bool:
    return view.silent_s is not None or account.feed in NO_FIGURES


def _is_row_old(view: View, row: PositionRisk) -> bool:
    return row.unconfirmed or view.is_stale(view.account(row.account_id))
