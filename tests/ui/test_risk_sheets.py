"""The sheets of what can be lost: every figure with its tip, unknown with its reason, nothing clipped at any width."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from monitor.messages import PositionRisk
from tests.ui import risk_sample, sample
from tests.ui.screenshots import SIZES, application, dress, window_with
from ui import format as fmt
from ui.account_cards import _money_tip
from ui.account_sheet import account_sections
from ui.position_sheet import position_sections
from ui.risk_pane import RiskPane
from ui.sheet import Line, Section, Sentence, Sheet
from ui.theme import DARK, Theme
from ui.view import View
from ui.windows import page_about

UPDATE = risk_sample.update()
VIEW = View(update=UPDATE, now_ms=sample.NOW_MS, focus=UPDATE.positions[0].key)
ALL = tuple((risk.key, position_sections(risk, VIEW)) for risk in UPDATE.positions)
ACCOUNTS = tuple((one.account_id, account_sections(one, VIEW)) for one in UPDATE.accounts)


def position(symbol: str, account: str = "Main") -> PositionRisk:
    return next(one for one in UPDATE.positions if one.symbol == symbol and one.account_id == account)


def section(risk: PositionRisk, title: str, view: View = VIEW) -> Section:
    return next(one for one in position_sections(risk, view) if one.title.startswith(title))


def cells(found: Section, label: str) -> tuple[str, ...]:
    return next(line.cells for line in found.lines if line.label.startswith(label))


def words(found: Section) -> str:
    return " ".join(one.text for one in found.sentences)


@pytest.mark.parametrize(("name", "sections"), [*ALL, *ACCOUNTS], ids=[name for name, _ in (*ALL, *ACCOUNTS)])
def test_every_figure_says_what_it_means(name: str, sections: tuple[Section, ...]) -> None:
    assert all(one.tip for one in sections)
    assert all(line.tip.endswith(".") for one in sections for line in one.lines)


@pytest.mark.parametrize(("name", "sections"), ALL, ids=[name for name, _ in ALL])
def test_chances_are_ranges(name: str, sections: tuple[Section, ...]) -> None:
    chances = next(one for one in sections if one.title.startswith("How likely"))
    told = [line.cells[0] for line in chances.lines if line.label.startswith("Within")]
    assert len(told) == 4
    assert all(text == fmt.UNKNOWN or "–" in text for text in told)


def test_what_was_not_read_has_its_reason_beside_it() -> None:
    blind = position(risk_sample.BTC, "Hedge")
    assert "order book has not been read" in words(section(blind, "Closing all"))
    assert "price bars have not been read" in words(section(blind, "How likely"))
    assert "orders have not been read" in words(section(blind, "Stop"))


def test_a_jump_says_what_is_missing_and_who_bears_it() -> None:
    gap = section(position(risk_sample.SOL), "If the price jumps")
    assert cells(gap, "10 %")[2] == "43,809"
    assert "insurance fund" in words(gap)
    assert "(practice)" in words(gap)


def test_the_stop_audit_names_every_fault() -> None:
    said = words(section(position(risk_sample.SOL), "Stop audit"))
    assert "1,400 of 2,400 contracts have no stop" in said
    assert "do not wait for the mark price" in said


def test_funding_tells_on_which_day_each_line_is_crossed() -> None:
    drift = section(position(risk_sample.SOL), "Funding alone")
    assert [line.label for line in drift.lines][-1] == "Liquidation"
    assert all(len(line.cells) == 2 for line in drift.lines)


def test_a_position_without_figures_says_why() -> None:
    bare = replace(UPDATE.positions[0], beyond=None, unknown="the venue sent no brackets")
    assert words(position_sections(bare, VIEW)[0]) == "Unknown: the venue sent no brackets."


def test_hidden_amounts_are_hidden_everywhere() -> None:
    hidden = view_of(hide_amounts=True)
    for risk in UPDATE.positions:
        told = " ".join(str(one) for one in position_sections(risk, hidden))
        assert fmt.money_needed(risk.max_loss, "USDT") not in told
        assert f"{risk.contracts:.12g} contracts" not in told
    assert "1400" not in str(position_sections(position(risk_sample.SOL), hidden))
    for account in UPDATE.accounts:
        told = " ".join(str(one) for one in account_sections(account, hidden))
        assert fmt.money(account.equity, "USDT") not in told


def view_of(**changes: bool) -> View:
    return View(update=UPDATE, now_ms=sample.NOW_MS, focus=VIEW.focus, **changes)


def test_an_account_says_what_is_not_needed_and_what_its_venue_promises() -> None:
    main = next(one for one in UPDATE.accounts if one.account_id == "Main")
    told = " ".join(str(one) for one in account_sections(main, VIEW))
    assert "spare" in told or "not needed as margin" in told
    assert "practice" in told
    assert "1,100,000,000 USDT" in told


@pytest.mark.parametrize("width", [386, 420, 560, 900])
def test_no_figure_is_clipped(qtbot: QtBot, width: int) -> None:
    theme, clipped = Theme(), []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    for _, sections in (*ALL, *ACCOUNTS):
        sheet = Sheet(theme)
        qtbot.addWidget(sheet)
        sheet.resize(width, 400)
        sheet.show_sections(sections)
        sheet.resize(width, sheet.minimumHeight())
        sheet.grab()
    assert clipped == []


def test_long_sentences_make_the_sheet_higher(qtbot: QtBot) -> None:
    sheet = Sheet(Theme())
    qtbot.addWidget(sheet)
    sheet.resize(300, 100)
    sheet.show_sections([Section(title="A", lines=(Line(label="b", cells=("1",)),))])
    before = sheet.minimumHeight()
    sheet.show_sections([Section(title="A", sentences=(Sentence(text="word " * 60),))])
    assert sheet.minimumHeight() > before + 40


def test_the_pane_turns_from_the_position_to_its_account(qtbot: QtBot) -> None:
    pane = RiskPane(Theme())
    qtbot.addWidget(pane)
    pane.show_view(VIEW)
    assert "If it is liquidated" in pane.area.sheet.accessibleName()
    pane.account.click()
    assert "Money at risk" in pane.area.sheet.accessibleName()


def test_without_a_position_the_pane_says_what_to_do(qtbot: QtBot) -> None:
    pane = RiskPane(Theme())
    qtbot.addWidget(pane)
    pane.show_view(View())
    assert "Select a position" in pane.area.sheet.accessibleName()


def test_the_risk_tab_is_opened_by_its_key_and_help_is_about_it(qtbot: QtBot) -> None:
    theme = Theme()
    dress(application(), theme, DARK)
    window = window_with(theme, UPDATE, SIZES[1], chart=False)
    window.may_close = True
    qtbot.addWidget(window)
    assert window.detail.risk is None
    window.actions_by_name["Risk"].trigger()
    assert window.detail.risk is not None
    assert window.detail.risk.isVisible()
    assert page_about(window, UPDATE) == "losses"
    application().setStyleSheet("")


def test_the_card_of_an_account_says_what_need_not_lie_there_and_who_bears_a_loss() -> None:
    main = next(one for one in UPDATE.accounts if one.account_id == "Main")
    told = _money_tip(main, VIEW)
    assert "No money here is to spare" in told
    assert "Below zero: practice; borne by insurance fund" in told


def test_what_is_shown_is_copied_as_it_is_shown(qtbot: QtBot) -> None:
    theme = Theme()
    theme.use(DARK)
    pane = RiskPane(theme)
    qtbot.addWidget(pane)
    pane.show_view(view_of(hide_amounts=True))
    qtbot.keyClick(pane.area, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("If it is liquidated")
    assert any(line.startswith("Most, of what was put in\t") and "•••••" in line for line in lines)
