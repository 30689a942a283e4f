"""All panes in their places, and how they fit into the window's size. 1366 × 768 is the size to get right.

A low window has no ladder and a short feed, a narrow one a narrow detail; what is not there is not shown as empty.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.account_cards import AccountCards
from ui.alert_feed import AlertFeed
from ui.alert_row import ROW_HEIGHT as ALERT_HEIGHT
from ui.banner import Banner
from ui.chart_pane import ChartPane
from ui.detail import DetailHead, focused
from ui.footer import Footer
from ui.hero import Hero
from ui.painting import Panel
from ui.positions_pane import PositionsPane
from ui.price_ladder import PriceLadderPane
from ui.status_strip import StatusStrip
from ui.theme import Theme
from ui.view import View, is_settled

LADDER_FROM, THREE_ALARMS_FROM = 900, 760  # height [px]
NARROW, WIDE = 1200, 2000  # width [px]
FEED_HEAD = 49  # px of the feed that are not alarms
HERO_SHARE, CARD_SHARE = 42, 24


class Panes(QWidget):
    """The content of the main window."""

    def __init__(self, theme: Theme, version: str, timeframe: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("root")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # no ring is seen before a key is pressed
        self.strip, self.banner = StatusStrip(theme), Banner(theme)
        self.hero, self.cards = Hero(theme), AccountCards(theme)
        self.positions, self.feed = PositionsPane(theme), AlertFeed(theme)
        self.head, self.chart = DetailHead(theme), ChartPane(theme, timeframe)
        self.ladder, self.footer = PriceLadderPane(theme), Footer(theme, version)
        self._detail, self._top = Panel(), QHBoxLayout()
        self._has_focus = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 4)
        layout.setSpacing(10)
        layout.addWidget(self.strip)
        layout.addWidget(self.banner)
        layout.addLayout(self._top_row())
        layout.addLayout(self._body(), 1)
        layout.addWidget(self.footer)

    def _top_row(self) -> QHBoxLayout:
        self._top.setSpacing(10)
        self._top.addWidget(self.hero)
        self._top.addWidget(self.cards)
        return self._top

    def _body(self) -> QHBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.positions, 1)
        left.addWidget(self.feed)
        right = QVBoxLayout(self._detail)
        right.setContentsMargins(1, 1, 1, 8)
        right.setSpacing(0)
        right.addWidget(self.head)
        right.addWidget(self.chart, 12)
        right.addWidget(self.ladder, 12)
        right.addStretch(0)
        body = QHBoxLayout()
        body.setSpacing(10)
        body.addLayout(left, 100)
        body.addWidget(self._detail, 44)
        return body

    def show_view(self, view: View) -> None:
        """Show a view in every pane that can be seen."""
        for pane in (self.strip, self.hero, self.cards, self.positions, self.feed, self.head, self.chart, self.footer):
            pane.show_view(view)
        self._has_focus = focused(view) is not None
        self._detail.setVisible(self._has_focus or not is_settled(view))
        self.chart.setVisible(self._has_focus)
        self._fit_ladder()
        if not self.ladder.isHidden():
            self.ladder.show_view(view)
        accounts = len(view.update.accounts) if view.update is not None else 0
        self._top.setStretch(0, HERO_SHARE)
        self._top.setStretch(1, CARD_SHARE * accounts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the panes."""
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        alarms = 2 if height < THREE_ALARMS_FROM else 3 if height < LADDER_FROM else 5
        self.feed.setFixedHeight(FEED_HEAD + ALERT_HEIGHT * alarms)
        self._detail.setMinimumWidth(388 if width < NARROW else 420)
        self._detail.setMaximumWidth(560 if width < WIDE else 720)
        self._fit_ladder()

    def _fit_ladder(self) -> None:
        self.ladder.setVisible(self._has_focus and self.height() >= LADDER_FROM)
