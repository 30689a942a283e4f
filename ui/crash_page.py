"""Crashes of the past laid over today's accounts: the list, and of the chosen one its path and who goes when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from monitor.language import tr, tr_count
from monitor.messages import CrashRow
from ui import format as fmt
from ui.crash_picture import CrashPicture, span
from ui.dialog_style import GUTTER, RING, named
from ui.item_lines import ItemLines
from ui.painting import Panel
from ui.risk_words import pool_words
from ui.sheet import Line, Section, Sentence, SheetArea
from ui.theme import Theme

_ID = Qt.ItemDataRole.UserRole.value
LIST_WIDTH = 264


class CrashPage(QWidget):
    """List, picture and sheet.

    Signals:
        chosen: id of the crash.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._crashes: tuple[CrashRow, ...] = ()
        self._hidden = False
        self.list = named(QListWidget(), "contents")
        self.list.setFixedWidth(LIST_WIDTH)
        ItemLines(theme, self.list)
        self.list.setAccessibleName(tr("Crashes"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.picture = CrashPicture(theme)
        self.area = SheetArea(theme, tr("What the crash would do"), cards=True)
        above = QVBoxLayout()
        above.setContentsMargins(RING, RING, RING + GUTTER, 0)
        above.addWidget(_card(self.picture, 6))
        right = QVBoxLayout()
        right.setSpacing(12 - RING)
        right.addLayout(above, 2)
        right.addWidget(self.area, 3)
        left = QVBoxLayout()
        left.setContentsMargins(RING, RING, 0, RING)
        left.addWidget(_card(self.list, 8))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12 - RING)
        row.addLayout(left)
        row.addLayout(right, 1)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show())

    def show_crashes(self, crashes: Sequence[CrashRow], *, hide_amounts: bool) -> None:
        """Show these crashes; the chosen one stays chosen."""
        self._crashes, self._hidden = tuple(crashes), hide_amounts
        kept = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        for crash in self._crashes:
            item = QListWidgetItem(self._words(crash), self.list)
            item.setData(_ID, crash.id)
            item.setToolTip(crash.source)
        self.list.setCurrentRow(min(kept, len(self._crashes) - 1))
        self.list.blockSignals(False)
        self._show()

    def _words(self, crash: CrashRow) -> str:
        kind = tr("SYNTHETIC · ") if crash.synthetic else ""
        pools = (
            tr("{pools} liquidated", pools=tr_count("{count} pool", "{count} pools", len(crash.deaths)))
            if crash.deaths
            else tr("no pool liquidated")
        )
        what = tr("Gain") if crash.loss < 0 else tr("Loss")
        return tr(
            "{title}\n{kind}{what} {loss} USD\n{pools}",
            title=crash.title,
            kind=kind,
            what=what,
            loss=self._result(crash.loss),
            pools=pools,
        )

    def _money(self, value: float | None) -> str:
        return fmt.HIDDEN if self._hidden and value is not None else fmt.money_needed(value)

    def _result(self, loss: float) -> str:
        """Return the size of a loss, rounded up, or of a gain, rounded down."""
        return self._money(loss) if loss >= 0 else fmt.HIDDEN if self._hidden else fmt.money(-loss)

    def _change(self, loss: float | None) -> str:
        """Return what an account gains or loses, with its sign."""
        if loss is None or self._hidden:
            return self._money(loss)
        return f"{'−' if loss > 0 else '+' if loss < 0 else ''}{self._result(loss)}"

    def _show(self) -> None:
        number = self.list.currentRow()
        crash = self._crashes[number] if 0 <= number < len(self._crashes) else None
        self.picture.show_crash(crash)
        self.area.sheet.show_sections(() if crash is None else self._sections(crash))
        if crash is not None:
            self.chosen.emit(crash.id)

    def _sections(self, crash: CrashRow) -> tuple[Section, ...]:
        return (self._whole(crash), self._deaths(crash), self._accounts(crash))

    def _whole(self, crash: CrashRow) -> Section:
        source = (
            tr("Synthetic path through published figures: {source}", source=crash.source)
            if crash.synthetic
            else crash.source
        )
        return Section(
            title=tr("{title} (synthetic)", title=crash.title) if crash.synthetic else crash.title,
            tip=tr("Laid over the accounts as they are now. The next crash is another one."),
            lines=(
                Line(
                    label=tr("Bitcoin fell"),
                    cells=(tr("{fall:.1f}\u202f% in {span}", fall=crash.fall * 100, span=span(crash.fall_hours)),),
                    tip=tr(
                        "From the start of the path to its low; other coins follow it by how far they fell beside "
                        "it then."
                    ),
                ),
                Line(
                    label=tr("{value}, all accounts [USD]", value=tr("Gain") if crash.loss < 0 else tr("Loss")),
                    cells=(self._result(crash.loss),),
                    tip=tr(
                        "All that the liquidated pools held, and the change of the others up to the end of the path."
                    ),
                ),
                Line(
                    label=tr("Missing beyond the margin [USD]"),
                    cells=(self._money(crash.shortfall),),
                    token="watch" if crash.shortfall else "text",
                    tip=tr("If each liquidation filled at the worst price of its step; 0 if all fill in time."),
                ),
            ),
            sentences=(Sentence(text=source),),
        )

    def _deaths(self, crash: CrashRow) -> Section:
        lines = tuple(
            Line(
                label=f"{death.account_id}, {pool_words(death.pool_id)}",
                cells=(span(death.hours), fmt.change(death.btc_move), self._money(death.loss)),
                token="critical",
                tip=tr(
                    "Of {symbol} {side}, which had lost most. ",
                    symbol=fmt.base_and_quote(death.symbol),
                    side=death.side,
                )
                + self._after(death.held_to_end),
            )
            for death in crash.deaths
        )
        words = [
            f"{death.account_id}, {pool_words(death.pool_id)}: {self._after(death.held_to_end)}"
            for death in crash.deaths
            if death.held_to_end > 0
        ]
        return Section(
            title=tr("Who goes when"),
            tip=tr("In the order of time. Partial liquidations are not modelled: a pool goes whole."),
            heads=(tr("after"), "BTC", tr("loses")) if lines else (),
            lines=lines,
            sentences=tuple(Sentence(text=one) for one in words)
            or (() if lines else (Sentence(text=tr("No pool is liquidated on this path.")),)),
        )

    def _after(self, held: float) -> str:
        if held <= 0:
            return tr("Held to the end it would hold nothing either.")
        return tr(
            "Held to the end it would stand at {held} USD: the rebound that comes too late.", held=self._money(held)
        )

    def _accounts(self, crash: CrashRow) -> Section:
        return Section(
            title=tr("Each account [USD]"),
            tip=tr("At the end of the path. An account whose figures are not known is not safe."),
            heads=(tr("change"), tr("missing"), tr("first pool dies")),
            lines=tuple(
                Line(
                    label=one.account_id,
                    cells=(
                        self._change(one.loss),
                        self._money(one.shortfall),
                        tr("none dies")
                        if one.first_death_h is None
                        else tr("after {span}", span=span(one.first_death_h)),
                    ),
                    token="text" if one.first_death_h is None else "critical",
                    tip=tr(
                        "Its change up to the end of the path, what is missing beyond its margin, and when its first "
                        "pool dies; no stop and no added margin helps here."
                    ),
                )
                for one in crash.accounts
            ),
        )


def _card(widget: QWidget, margin: int) -> Panel:
    card = Panel()
    column = QVBoxLayout(card)
    column.setContentsMargins(margin, margin, margin, margin)
    column.addWidget(widget)
    return card
