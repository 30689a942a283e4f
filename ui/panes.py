"""All panes in their places, and how they fit into the window's size. 1366 × 768 is the size to get right.

A low window has no ladder under the chart and a short feed, a narrow one a narrow detail; a what-if takes more width.
The user may put the two borders elsewhere: they then keep their shares of the window. What is not there is not shown
as empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from monitor.language import tr
from ui.account_cards import AccountCards
from ui.alert_feed import AlertFeed
from ui.alert_row import ROW_HEIGHT as ALERT_HEIGHT
from ui.banner import Banner
from ui.detail import focused
from ui.detail_pane import WHAT_IF, DetailPane
from ui.dialog_style import scrolled
from ui.divider import Divider
from ui.footer import Footer
from ui.hero import Hero
from ui.positions_pane import PositionsPane
from ui.status_strip import StatusStrip
from ui.theme import Theme
from ui.view import View, is_settled
from ui.window_state import Division

LADDER_FROM, THREE_ALARMS_FROM = 900, 760  # height [px]
NARROW, WIDE = 1200, 2000  # width [px]
DETAIL = (388, 420), (560, 720)  # least width in a narrow window and else, most in a usual one and in a wide one [px]
WHAT_IF_DETAIL = (500, 580), (680, 820)
FEED_HEAD = 49  # px of the feed that are not alarms
HERO_SHARE, CARD_SHARE = 42, 24
DETAIL_SHARE = 44 / 144  # of the width, where the user has not chosen
LEAST_HEIGHT = 496  # px of all below the strip
LEAST_LEFT = 560  # px of positions and alerts: no figure is clipped then


_BY_TAB, _BY_BACKTAB = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


class Panes(QWidget):
    """The content of the main window.

    Signals:
        divided: the Division, when the user has moved a border.
    """

    divided = Signal(object)

    def __init__(self, theme: Theme, version: str, timeframe: str) -> None:
        super().__init__()
        self.setObjectName("root")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # no ring is seen before a key is pressed
        self.strip, self.banner = StatusStrip(theme), Banner(theme)
        self.hero, self.cards = Hero(theme), AccountCards(theme)
        self.positions, self.feed = PositionsPane(theme), AlertFeed(theme)
        self.detail, self.footer = DetailPane(theme, timeframe), Footer(theme, version)
        self._left = Divider(
            theme,
            Qt.Orientation.Vertical,
            tr("Border between positions and alerts"),
            (self.positions, self.feed),
            self._usual_feed,
            narrowest=LEAST_LEFT,
        )
        self._across = Divider(
            theme,
            Qt.Orientation.Horizontal,
            tr("Border between positions and detail"),
            (self._left, self.detail),
            self._usual_detail,
        )
        self._left.moved_by_user.connect(lambda _share: self.divided.emit(self.division))
        self._across.moved_by_user.connect(lambda _share: self.divided.emit(self.division))
        self.detail.what_if_shown.connect(lambda _shown: self._fit_detail())
        self._top = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 4)
        layout.setSpacing(10)
        layout.addWidget(self.strip)
        layout.addWidget(self.banner)
        layout.addWidget(self._make_body(), 1)
        layout.addWidget(self.footer)

    def _make_body(self) -> QScrollArea:
        """All below the strip; on a screen too small for it, it is scrolled and the strip stays in sight."""
        body = QWidget()
        body.setMinimumHeight(LEAST_HEIGHT)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._top_row())
        column.addWidget(self._across, 1)
        area = scrolled(body)
        area.setMinimumSize(1, 1)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        return area

    def _top_row(self) -> QHBoxLayout:
        self._top.setSpacing(10)
        self._top.addWidget(self.hero)
        self._top.addWidget(self.cards)
        return self._top

    @property
    def division(self) -> Division:
        """Where the user has put the borders."""
        return Division(detail=self._across.share, feed=self._left.share)

    def divide(self, division: Division) -> None:
        """Put the borders where the user has put them; `Division()`: where the window itself would."""
        self._across.share, self._left.share = division.detail, division.feed
        self._fit_detail()
        self._left.fit()

    def set_locked(self, locked: bool) -> None:
        """Hold borders and columns where they are, or let them be moved."""
        self.positions.table.set_locked(locked)
        self._left.set_locked(locked)
        self._across.set_locked(locked)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk with Tab as one reads: the strip, the accounts, the positions, the alarms, the detail."""
        at = QApplication.focusWidget()
        stops = [one for one in self._tab_stops() if one is at or _takes_tab(one)]
        if not stops:
            return super().focusNextPrevChild(forward)
        step = 1 if forward else -1
        begin = stops.index(at) if at in stops else -1 if forward else 0
        stops[(begin + step) % len(stops)].setFocus(_BY_TAB if forward else _BY_BACKTAB)
        return True

    def _tab_stops(self) -> Iterator[QWidget]:
        for pane in (self.strip, self.hero, self.cards, self.positions):
            yield from (pane, *pane.findChildren(QWidget))
        yield from (self._left.handle(1), *self.feed.tab_stops(), self._across.handle(1))
        yield from self.detail.findChildren(QWidget)

    def show_view(self, view: View) -> None:
        """Show a view in every pane that can be seen."""
        for pane in (self.strip, self.hero, self.cards, self.positions, self.feed, self.detail, self.footer):
            pane.show_view(view)
        self.detail.setVisible(focused(view) is not None or not is_settled(view.update))
        self.hero.setVisible(not view.is_first_time)  # the pane of positions says it, and what to do
        self.feed.setVisible(not view.is_first_time or self.feed.has_lines)
        accounts = len(view.update.accounts) if view.update is not None else 0
        self._top.setStretch(0, HERO_SHARE)
        self._top.setStretch(1, CARD_SHARE * accounts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the panes."""
        super().resizeEvent(event)
        self.detail.set_tall(self.height() >= LADDER_FROM)
        self._fit_detail()
        self._left.fit()

    def _fit_detail(self) -> None:
        """Give the detail its place; a what-if needs room for two of everything."""
        least, _most = self._detail_widths()
        self.detail.setMinimumWidth(least)
        self._across.fit()

    def _detail_widths(self) -> tuple[int, int]:
        """Return the least and the most width of the detail [px]."""
        least, most = DETAIL if self.detail.tab != WHAT_IF else WHAT_IF_DETAIL
        return least[self.width() >= NARROW], most[self.width() >= WIDE]

    def _usual_detail(self, room: int) -> int:
        least, most = self._detail_widths()
        return min(max(round(room * DETAIL_SHARE), least), most)

    def _usual_feed(self, _room: int) -> int:
        """A few whole alarms."""
        height = self.height()
        alarms = 2 if height < THREE_ALARMS_FROM else 3 if height < LADDER_FROM else 5
        return FEED_HEAD + ALERT_HEIGHT * alarms


def _takes_tab(widget: QWidget) -> bool:
    """Whether Tab goes to a widget; of buttons of which one is pressed to that one, the arrows go to the others."""
    if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()):
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    in_turn = group is not None and group.exclusive() and group.checkedButton() is not None
    return widget.focusProxy() is None and not (in_turn and group is not None and group.checkedButton() is not widget)
