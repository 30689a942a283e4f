"""The detail of the selected position: tabs over its head and one page. A page is made when it is first opened.

Chart and ladder stay together where the window is tall. The what-if stands alone: no live figure lies in its frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from monitor.language import mark, tr, translated
from monitor.messages import Explanation, Timeline, WhatIfResult
from ui.chart_pane import ChartPane
from ui.detail import DetailHead, focused
from ui.dialog_style import named
from ui.painting import Panel
from ui.price_ladder import PriceLadderPane
from ui.theme import Theme
from ui.view import View

if TYPE_CHECKING:
    from ui.explain_page import ExplainPage
    from ui.risk_pane import RiskPane
    from ui.stops_page import StopsPage
    from ui.timeline_page import TimelinePage
    from ui.whatif_page import WhatIfPage

TABS = (mark("Chart"), mark("Ladder"), mark("What-if"), mark("Risk"), mark("Stops"), mark("Timeline"), mark("Explain"))
CHART, LADDER, WHAT_IF, RISK, STOPS, TIMELINE, EXPLAIN = TABS
KEYS = {LADDER: "L", WHAT_IF: "W", RISK: "R", TIMELINE: "T"}
Answer = WhatIfResult | Explanation | Timeline


class DetailPane(Panel):
    """Tabs, head and page.

    Signals:
        asked: a question for the engine. told: a sentence for the user.
        what_if_shown: whether the what-if is open. tab_chosen: the tab that is open now.
    """

    asked = Signal(object)
    told = Signal(str)
    what_if_shown = Signal(bool)
    tab_chosen = Signal(str)

    def __init__(self, theme: Theme, timeframe: str) -> None:
        super().__init__()
        self._theme = theme
        self._view = View()
        self._tall = False
        self.tab, self._before = CHART, CHART
        self.head, self.chart, self.ladder = DetailHead(theme), ChartPane(theme, timeframe), PriceLadderPane(theme)
        self.what_if: WhatIfPage | None = None
        self.risk: RiskPane | None = None
        self.stops: StopsPage | None = None
        self.timeline: TimelinePage | None = None
        self.explain: ExplainPage | None = None
        self._prices = QWidget()
        prices = QVBoxLayout(self._prices)
        prices.setContentsMargins(0, 0, 0, 0)
        prices.setSpacing(0)
        prices.addWidget(self.chart, 12)
        prices.addWidget(self.ladder, 12)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._prices)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 8)
        layout.setSpacing(0)
        layout.addLayout(self._bar())
        layout.addWidget(self.head)
        layout.addLayout(self._pages, 1)
        self._fit()

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(9, 8, 9, 2)
        bar.setSpacing(1)
        group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for number, name in enumerate(TABS):
            button = self.buttons[name] = named(QPushButton(translated(name)), "tab")
            button.setCheckable(True)
            button.setAccessibleName(tr("{name} of the selected position", name=translated(name)))
            button.setToolTip(f"{button.text()} ({KEYS[name]})" if name in KEYS else button.text())
            group.addButton(button, number)
            bar.addWidget(button)
        self.buttons[self.tab].setChecked(True)
        group.idClicked.connect(lambda number: self.open_tab(TABS[number]))
        bar.addStretch(1)
        return bar

    # ------------------------------------------------------------------ tabs

    def open_tab(self, name: str) -> None:
        """Open a tab; an unknown one changes nothing."""
        if name not in TABS or name == self.tab:
            return
        was = self.tab
        self._before = was if was != WHAT_IF else self._before
        self.tab = name
        self.buttons[name].setChecked(True)
        self._pages.setCurrentWidget(self._page(name))
        self._fit()
        if WHAT_IF in (was, name):
            self.what_if_shown.emit(name == WHAT_IF)
        self._show_page()
        self.tab_chosen.emit(name)

    def toggle_what_if(self) -> None:
        """Open the what-if, or leave it."""
        if not self.leave_what_if():
            self.open_tab(WHAT_IF)
            if self.what_if is not None:
                self.what_if.form.amount.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave_what_if(self) -> bool:
        """Go back to the tab before the what-if; False where it is not open."""
        if self.tab != WHAT_IF:
            return False
        self.open_tab(self._before)
        return True

    def set_tall(self, tall: bool) -> None:
        """Whether there is room for chart and ladder together."""
        self._tall = tall
        self._fit()

    def _page(self, name: str) -> QWidget:
        """Return the page of a tab, made now if it was never open."""
        if name == WHAT_IF:
            return self.what_if or self._make_what_if()
        if name == RISK:
            return self.risk or self._make_risk()
        if name == STOPS:
            return self.stops or self._make_stops()
        if name == TIMELINE:
            return self.timeline or self._make_timeline()
        if name == EXPLAIN:
            return self.explain or self._make_explain()
        return self._prices

    def _make_what_if(self) -> WhatIfPage:
        from ui.whatif_page import WhatIfPage

        self.what_if = WhatIfPage(self._theme)
        self.what_if.asked.connect(self.asked)
        self.what_if.left.connect(self.leave_what_if)
        self.what_if.supposed.connect(self._count)
        self._pages.addWidget(self.what_if)
        return self.what_if

    def _make_risk(self) -> RiskPane:
        from ui.risk_pane import RiskPane

        self.risk = RiskPane(self._theme)
        self._pages.addWidget(self.risk)
        return self.risk

    def _make_stops(self) -> StopsPage:
        from ui.stops_page import StopsPage

        self.stops = StopsPage(self._theme)
        self._pages.addWidget(self.stops)
        return self.stops

    def _make_timeline(self) -> TimelinePage:
        from ui.timeline_page import TimelinePage

        self.timeline = TimelinePage(self._theme)
        self.timeline.asked.connect(self.asked)
        self._pages.addWidget(self.timeline)
        return self.timeline

    def _make_explain(self) -> ExplainPage:
        from ui.explain_page import ExplainPage

        self.explain = ExplainPage()
        self.explain.asked.connect(self.asked)
        self.explain.told.connect(self.told)
        self._pages.addWidget(self.explain)
        return self.explain

    # ------------------------------------------------------------------ what is shown

    def show_view(self, view: View) -> None:
        """Show a view on the page that is open."""
        self._view = view
        self._fit()
        self._show_page()

    def take(self, answer: Answer) -> None:
        """Hand an answer of the engine to the page that asked."""
        if isinstance(answer, WhatIfResult):
            if self.what_if is not None:
                self.what_if.take(answer)
        elif isinstance(answer, Timeline):
            if self.timeline is not None:
                self.timeline.take(answer)
        elif self.explain is not None:
            self.explain.take(answer)

    def _show_page(self) -> None:
        view = self._view
        if not self.head.isHidden():
            self.head.show_view(view)
        self.chart.show_view(view)  # also unseen: it keeps what it will load
        if not self.ladder.isHidden():
            self.ladder.show_view(view)
        page = {
            WHAT_IF: self.what_if,
            RISK: self.risk,
            STOPS: self.stops,
            TIMELINE: self.timeline,
            EXPLAIN: self.explain,
        }.get(self.tab)
        if page is not None:
            page.show_view(view)

    def _fit(self) -> None:
        has_focus = focused(self._view) is not None
        self.head.setVisible(self.tab != WHAT_IF)
        self.head.set_compact(self.tab not in (CHART, LADDER))
        self.chart.setVisible(has_focus and self.tab != LADDER)
        self.ladder.setVisible(has_focus and (self.tab == LADDER or (self.tab == CHART and self._tall)))

    def _count(self, changes: int) -> None:
        """Say on the tab that something is supposed, also while another one is open."""
        self.buttons[WHAT_IF].setText(f"{translated(WHAT_IF)} {changes}" if changes else translated(WHAT_IF))
