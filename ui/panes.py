"""All panes in their places, and how they fit into the window's size. 1366 × 768 is the size to get right.

A low window has no ladder under the chart and a short feed, a narrow one a narrow detail; a what-if takes more width.
What is not there is not shown as empty.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.account_cards import AccountCards
from ui.alert_feed import AlertFeed
from ui.alert_row import ROW_HEIGHT as ALERT_HEIGHT
from ui.banner import Banner
from ui.detail import focused
from ui.detail_pane import WHAT_IF, DetailPane
from ui.footer import Footer
from ui.hero import Hero
from ui.positions_pane import PositionsPane
from ui.status_strip import StatusStrip
from ui.theme import Theme
from ui.view import View, is_settled

LADDER_FROM, THREE_ALARMS_FROM = 900, 760  # height [px]
NARROW, WIDE = 1200, 2000  # width [px]
DETAIL = (388, 420), (560, 720)  # least width in a narrow window and else, most in a usual one and in a wide one [px]
WHAT_IF_DETAIL = (500, 580), (680, 820)
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
        self.detail, self.footer = DetailPane(theme, timeframe), Footer(theme, version)
        self.detail.what_if_shown.connect(lambda _shown: self._fit_detail())
        self._top = QHBoxLayout()
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
        body = QHBoxLayout()
        body.setSpacing(10)
        body.addLayout(left, 100)
        body.addWidget(self.detail, 44)
        return body

    def show_view(self, view: View) -> None:
        """Show a view in every pane that can be seen."""
        for pane in (self.strip, self.hero, self.cards, self.positions, self.feed, self.detail, self.footer):
            pane.show_view(view)
        self.detail.setVisible(focused(view) is not None or not is_settled(view))
        accounts = len(view.update.accounts) if view.update is not None else 0
        self._top.setStretch(0, HERO_SHARE)
        self._top.setStretch(1, CARD_SHARE * accounts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the panes."""
        super().resizeEvent(event)
        height = self.height()
        alarms = 2 if height < THREE_ALARMS_FROM else 3 if height < LADDER_FROM else 5
        self.feed.setFixedHeight(FEED_HEAD + ALERT_HEIGHT * alarms)
        self.detail.set_tall(height >= LADDER_FROM)
        self._fit_detail()

    def _fit_detail(self) -> None:
        """Give the detail its share of the width; a what-if needs room for two of everything."""
        width = self.width()
        least, most = DETAIL if self.detail.tab != WHAT_IF else WHAT_IF_DETAIL
        self.detail.setMinimumWidth(least[width >= NARROW])
        self.detail.setMaximumWidth(most[width >= WIDE])
