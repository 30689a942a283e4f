"""The stop audit of the selected position: do its stops really close it before its liquidation, and what is lost then.

Sizes are contracts; money is in the settlement currency. The figures are the engine's.
"""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.messages import PositionRisk, StopRow
from ui import format as fmt
from ui.detail import Figure, focused
from ui.dialog_style import named, readable
from ui.painting import LEFT, RIGHT, Canvas, Ink
from ui.theme import Theme, face
from ui.view import View

PAD = 15
BAR_TOP, BAR_HEIGHT = 38.0, 16.0
ROW = 42.0
_FIGURE = re.compile(r"\d[\d.,e+-]*(?! ?%)")


class StopsPage(QScrollArea):
    """A bar of the position's size, figures, and what is wrong in sentences."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.picture = StopPicture(theme)
        self.sentences = named(QLabel(), "quiet")
        self.sentences.setTextFormat(Qt.TextFormat.RichText)  # for the indents; what it says is escaped
        self.sentences.setWordWrap(True)
        self.sentences.setContentsMargins(PAD, 0, PAD, 8)
        inner = named(QWidget(), "feed")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.picture)
        column.addWidget(self.sentences)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        readable(self, tr("Stops of the selected position"))

    def show_view(self, view: View) -> None:
        """Show the stops of the selected position."""
        risk = focused(view)
        self.picture.show_position(risk, view)
        told = _as_list(sentences_of(risk, hidden=view.hide_amounts))
        if self.sentences.text() != told:
            self.sentences.setText(told)


def _as_list(sentences: tuple[str, ...]) -> str:
    rows = "".join(f"<tr><td>•&nbsp;&nbsp;</td><td>{html.escape(one)}</td></tr>" for one in sentences)
    return f"<table cellspacing=0 cellpadding=1>{rows}</table>" if rows else ""


class StopPicture(Canvas):
    """The painted part."""

    RADIUS = 4.0

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._stops: StopRow | None = None
        self._figures: tuple[Figure, ...] = ()
        self._stale, self._reason = False, ""
        self.setFixedHeight(int(BAR_TOP + BAR_HEIGHT + 40))

    def show_position(self, risk: PositionRisk | None, view: View) -> None:
        """Show a position."""
        stale = risk is not None and view.is_stale(view.account(risk.account_id))
        stops, reason = stops_of(risk), "" if risk is None else why_unknown(risk)
        found = () if risk is None or stops is None else tuple(figures(risk, stops, view))
        if (stops, found, stale, reason) == (self._stops, self._figures, self._stale, self._reason):
            return
        self._stops, self._figures, self._stale, self._reason = stops, found, stale, reason
        self.setFixedHeight(int(BAR_TOP + BAR_HEIGHT + 34 + ROW * ((len(self._figures) + 1) // 2)))
        told = ", ".join(f"{one.title} {one.text}" for one in self._figures)
        self.setAccessibleName(
            tr("Stops: {told}", told=told)
            if told
            else tr("Stops: {reason}", reason=reason or tr("no position is selected"))
        )
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint the bar and the figures."""
        theme, stops = self.theme, self._stops
        title = QRectF(PAD, 8, self.width() - 2 * PAD, 24)
        if stops is None or stops.covered is None or stops.uncovered is None:
            ink.text(title, LEFT, tr("Stops"), face(13, 600), theme.color("text"))
            ink.text(title.translated(0, 24), LEFT, self._reason, face(12), theme.color("text3"), shorten=True)
            return
        size = stops.covered + stops.uncovered
        share = stops.covered / size if size > 0 else 0.0
        state = tr("last known") if self._stale else tr("of the size is closed before liquidation")
        used = ink.text(
            title, LEFT, fmt.share(share), face(18, 600, True), theme.color("text3" if self._stale else "text")
        )
        rest = title.adjusted(used + 8, 2, 0, 0)
        ink.text(rest, LEFT, state, face(12), theme.color("watch" if self._stale else "text3"), shorten=True)
        self._draw_bar(ink, stops, size)
        cell = (self.width() - 2 * PAD) / 2
        top = BAR_TOP + BAR_HEIGHT + 30
        for number, figure in enumerate(self._figures):
            x, y = PAD + cell * (number % 2), top + ROW * (number // 2)
            ink.text(QRectF(x, y, cell - 6, 16), LEFT, figure.title, face(11, 500), theme.color("text3"), shorten=True)
            color = theme.color("text3" if self._stale else figure.token)
            ink.text(QRectF(x, y + 16, cell - 6, 20), LEFT, figure.text, face(14, 600, True), color)
            ink.tips.append((QRectF(x, y, cell, 36), figure.tip))

    def _draw_bar(self, ink: Ink, stops: StopRow, size: float) -> None:
        """Draw the size from left to right: sure stops, stops that may not fill, and nothing."""
        theme = self.theme
        whole = QRectF(PAD, BAR_TOP, self.width() - 2 * PAD, BAR_HEIGHT)
        ink.box(whole, 5, theme.color("track"))
        covered, doubtful = (stops.covered or 0.0) / size, min(stops.covered or 0.0, _doubtful(stops)) / size
        sure = QRectF(whole.left(), whole.top(), whole.width() * (covered - doubtful), BAR_HEIGHT)
        shaky = QRectF(sure.right(), whole.top(), whole.width() * doubtful, BAR_HEIGHT)
        colour = theme.color("stale" if self._stale else "ok")
        if sure.width() > 1:
            ink.box(sure, 5, colour)
        bare = QRectF(shaky.right(), whole.top(), whole.right() - shaky.right(), BAR_HEIGHT)
        if stops.uncovered and not self._stale and bare.width() > 1:
            ink.box(bare, 5, theme.color("critical", 40), theme.color("critical"), 1)
        if shaky.width() > 1:
            ink.box(shaky, 5, theme.color("watch", 70))
            ink.hatch(shaky, theme.color("watch"), 5, 6)
        parts = [(tr("sure"), "ok"), (tr("may not fill"), "watch")] if doubtful else [(tr("covered"), "ok")]
        x, y = whole.left(), whole.bottom() + 4
        for text, token in (*parts, *([(tr("nothing"), "critical")] if stops.uncovered else [])):
            _draw_sample(ink, QRectF(x, y + 4, 9, 9), token)
            x += 14 + ink.text(QRectF(x + 14, y, 120, 16), LEFT, text, face(11), theme.color("text3")) + 14
        if stops.surplus:
            note = QRectF(x, y, whole.right() - x, 16)
            ink.text(note, RIGHT, tr("more stops than size"), face(11, 500), theme.color("watch"), shorten=True)


def _draw_sample(ink: Ink, place: QRectF, token: str) -> None:
    """Draw what a part of the bar looks like: filled, hatched or empty."""
    color = ink.theme.color(token)
    if token == "ok":
        ink.box(place, 2.5, color)
    elif token == "watch":
        ink.box(place, 2.5, ink.theme.color(token, 70))
        ink.hatch(place, color, 2.5, 4)
    else:
        ink.box(place.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, ink.theme.color(token, 40), color)


def stops_of(risk: PositionRisk | None) -> StopRow | None:
    """Return the engine's audit, None where there is none."""
    return None if risk is None or risk.beyond is None else risk.beyond.stops


def why_unknown(risk: PositionRisk) -> str:
    """Return why nothing can be said about the stops."""
    stops = stops_of(risk)
    if stops is not None and stops.reason:
        return stops.reason
    if risk.stop_cover is None:
        return tr("The orders have not been read.")
    return tr("The engine has not audited the stops of this position yet.")


def figures(risk: PositionRisk, stops: StopRow, view: View) -> list[Figure]:
    """Return the figures of an audit."""
    settle = risk.settle

    def size(contracts: float | None) -> str:
        base = None if contracts is None or risk.size_base is None else contracts / risk.contracts * risk.size_base
        return view.amount(fmt.size(base))

    def loss(amount: float | None) -> str:
        return view.amount(fmt.money_needed(amount, settle))

    margin_token = "watch" if stops.over_line else "text"
    slippage = (
        tr("{slippage} slippage", slippage=fmt.difference(stops.slippage))
        if stops.slippage is not None
        else tr("slippage unknown")
    )
    assumed = tr(", assumed") if stops.slippage_assumed else tr(", by the order book")
    return [
        Figure(title=tr("Covered"), text=size(stops.covered), tip=tr("Closed by stops before liquidation")),
        Figure(
            title=tr("Not covered"),
            text=size(stops.uncovered),
            token=_bad(stops.uncovered),
            tip=tr("No stop closes it"),
        ),
        Figure(
            title=tr("Nearest stop"),
            text=fmt.price(stops.nearest, risk.tick_size),
            tip=tr("{distance} from the mark price", distance=fmt.room(risk.stop_distance)),
        ),
        Figure(
            title=tr("Beyond liquidation"),
            text=size(stops.beyond),
            token=_bad(stops.beyond),
            tip=tr("Of stops that lie beyond the liquidation price: they never fill"),
        ),
        Figure(
            title=tr("Not on the mark price"),
            text=size(stops.wrong_basis),
            token=_doubt(stops.wrong_basis),
            tip=tr("Liquidation goes by the mark price; these stops wait for another one"),
        ),
        Figure(
            title=tr("Stop-limits that can gap"),
            text=size(stops.can_gap),
            token=_doubt(stops.can_gap),
            tip=tr("A jump over their limit leaves them unfilled"),
        ),
        Figure(
            title=tr("Slips beyond liquidation"),
            text=size(stops.crosses),
            token=_doubt(stops.crosses),
            tip=tr("Filled beyond the liquidation price ({slippage}{assumed})", slippage=slippage, assumed=assumed),
        ),
        Figure(
            title=tr("Loss at the stops"),
            text=loss(stops.loss),
            tip=tr("From entry, {slippage}{assumed} [{settle}]", slippage=slippage, assumed=assumed, settle=settle),
        ),
        Figure(
            title=tr("Loss from here"),
            text=loss(stops.loss_from_mark),
            tip=tr("From the mark price [{settle}]", settle=settle),
        ),
        Figure(
            title=tr("Of the margin, line {line}", line=fmt.share(stops.line)),
            text=fmt.used(stops.loss_of_margin),
            token=margin_token,
            tip=tr("Loss at the stops; of the account's equity {share}", share=fmt.used(stops.loss_of_equity)),
        ),
    ]


def sentences_of(risk: PositionRisk | None, *, hidden: bool = False) -> tuple[str, ...]:
    """Return what is wrong, one sentence each; that nothing is, where that is known."""
    stops = stops_of(risk)
    if stops is None or stops.covered is None:
        return ()
    told = tuple(f"{line[:1].upper()}{line[1:]}." for line in stops.warnings)
    if hidden:
        told = tuple(_FIGURE.sub(fmt.HIDDEN, line) for line in told)
    return told or (tr("Nothing is wrong with the stops of this position."),)


def _doubtful(stops: StopRow) -> float:
    """Contracts whose stops may not fill in time. The kinds may overlap, so the largest one counts."""
    return max(stops.wrong_basis or 0.0, stops.can_gap or 0.0, stops.crosses or 0.0)


def _bad(contracts: float | None) -> str:
    return "critical" if contracts else "text"


def _doubt(contracts: float | None) -> str:
    return "watch" if contracts else "text"
