"""The what-if in the window: it cannot be mistaken for live, old answers are ignored, and nothing in it is computed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from monitor.messages import ChangePosition, Message, MoveMoney, MovePrice, OpenPosition, WhatIf, WhatIfResult
from tests.ui import detail_sample, sample
from tests.ui.screenshots import SIZES, application, dress, window_with
from ui.main_window import MainWindow
from ui.supposed_field import SupposedField
from ui.theme import DARK, LIGHT, Theme, Tokens
from ui.whatif_draft import Draft, words_of
from ui.whatif_page import WhatIfPage
from ui.whatif_results import HEAD, HEADS, NOTE, ROW, columns, lines_of

SOL = ChangePosition(account_id="Main", symbol="SOL/USDT:USDT", side="short", margin_mode="cross")
PEPE = ChangePosition(account_id="Alts", symbol="PEPE/USDT:USDT", side="long", margin_mode="isolated")


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    made = window_with(theme, sample.update(), SIZES[1], chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    return made


@pytest.fixture
def page(window: MainWindow, told: list[Message]) -> WhatIfPage:
    window.detail.toggle_what_if()
    assert window.detail.what_if is not None
    return window.detail.what_if


def type_in(field: SupposedField, text: str) -> None:
    field.line.setFocus()
    field.line.clear()
    QTest.keyClicks(field.line, text)


def asked(told: list[Message]) -> list[WhatIf]:
    return [message for message in told if isinstance(message, WhatIf)]


def answer(page: WhatIfPage, told: list[Message]) -> WhatIfResult:
    """Ask at once, and answer what was asked last."""
    page._ask_soon.stop()
    page._ask()
    result = detail_sample.what_if(asked(told)[-1].request_id)
    page.take(result)
    return result


# ---------------------------------------------------------------- it cannot be mistaken for live


def test_the_frame_the_title_and_the_windows_own_title_say_what_if(window: MainWindow, page: WhatIfPage) -> None:
    assert window.windowTitle().startswith("WHAT-IF")
    assert page.accessibleName() == "What-if: nothing in here is live"
    picture = page.grab().toImage()
    for x, y in (
        (1, page.height() // 2),
        (page.width() - 2, page.height() // 2),
        (page.width() // 2, page.height() - 2),
    ):
        assert picture.pixelColor(x, y).name().upper() == DARK.whatif


def test_no_live_figure_lies_in_the_frame(window: MainWindow, page: WhatIfPage) -> None:
    assert not window.head.isVisible()
    assert not window.ladder.isVisible()
    assert not window.chart.isVisible()


def test_every_changed_figure_is_said_to_be_what_if(page: WhatIfPage, told: list[Message]) -> None:
    answer(page, told)
    said = page.results.accessibleName().replace(chr(0x202F), " ")
    assert said.startswith("What if, not live; ")
    assert "SOL/USDT short: Distance 7.2 % instead of 3.1 %, Liquidation 199.61 instead of 188.12" in said
    assert "BTC/USDT long: Distance closed instead of 17.9 %" in said
    assert "BTC/USDT short: Distance unknown instead of —" in said


def test_every_position_of_a_pool_that_would_be_liquidated_says_so(page: WhatIfPage, told: list[Message]) -> None:
    result = answer(page, told)
    pool = result.pools[0]
    assert pool.then is not None
    over = replace(pool, then=replace(pool.then, margin_ratio=1.2))
    lines = lines_of(replace(result, pools=(over,)), page._view)
    said = [line.pairs[2].then for line in lines if line.pairs[2] is not None]
    assert said == ["liquidated", "liquidated", "closed", "liquidated"]


def test_the_strip_above_stays_live(window: MainWindow, page: WhatIfPage) -> None:
    window.set_update(sample.blind_update())
    window._show_now()
    said = "\n".join(child.accessibleName() for child in window.strip.findChildren(QWidget))
    assert "BLIND since 12:51:24 · Main" in said


def test_escape_leaves_from_a_field_to_where_one_came_from(window: MainWindow) -> None:
    window.detail.open_tab("Ladder")
    QTest.keyClick(window, Qt.Key.Key_W)
    page = window.detail.what_if
    assert page is not None
    page.form.amount.line.setFocus()
    QTest.keyClick(page.form.amount.line, Qt.Key.Key_Escape)
    assert window.detail.tab == "Ladder"
    assert window.windowTitle() == "Marginwatch"
    assert window.ladder.isVisible()


def test_a_letter_typed_into_a_field_is_no_key(window: MainWindow, page: WhatIfPage) -> None:
    QTest.keyClicks(page.form.amount.line, "wlt")
    assert window.detail.tab == "What-if"


def test_changes_that_are_kept_are_counted_on_the_tab(window: MainWindow, page: WhatIfPage) -> None:
    type_in(page.form.market, "-10")
    window.detail.leave_what_if()
    assert window.detail.buttons["What-if"].text() == "What-if 1"


# ---------------------------------------------------------------- what is up to date


def test_a_change_makes_every_figure_outdated_until_its_own_answer(page: WhatIfPage, told: list[Message]) -> None:
    answer(page, told)
    assert not page.results.outdated
    type_in(page.form.market, "-10")
    assert page.results.outdated
    answer(page, told)
    assert not page.results.outdated


def test_an_answer_to_an_older_question_is_ignored(page: WhatIfPage, told: list[Message]) -> None:
    answer(page, told)
    first = asked(told)[-1].request_id
    type_in(page.form.market, "-10")
    page._ask()
    page.take(replace(detail_sample.what_if(first), positions=()))
    assert page.results.outdated
    assert any(line.name == "SOL/USDT" for line in page.results.lines)


def test_an_answer_does_not_count_for_what_was_typed_after_the_question(page: WhatIfPage, told: list[Message]) -> None:
    page._ask()
    type_in(page.form.market, "-10")
    page.take(detail_sample.what_if(asked(told)[-1].request_id))
    assert page.results.outdated


def test_an_old_answer_is_outdated(window: MainWindow, page: WhatIfPage, told: list[Message]) -> None:
    result = answer(page, told)
    window._clock = lambda: result.at_ms + 7_000
    page.show_view(window._view())
    assert page.results.outdated


def test_figures_of_an_account_that_cannot_be_read_are_outdated(
    window: MainWindow, page: WhatIfPage, told: list[Message]
) -> None:
    answer(page, told)
    window.set_update(sample.blind_update())
    window._show_now()
    assert page.results.outdated


def test_the_mark_of_an_outdated_figure_is_seen(theme: Theme, page: WhatIfPage, told: list[Message]) -> None:
    def marked() -> bool:
        left, width = tuple(columns(page.results.width()))[HEADS.index("Headroom")]
        picture, watch = page.results.grab().toImage(), theme.color("watch").rgb()
        rows = range(int(NOTE), int(NOTE + HEAD + ROW))
        return any(picture.pixel(x, y) == watch for y in rows for x in range(int(left), int(left + width)))

    answer(page, told)
    assert not marked()
    type_in(page.form.market, "-10")
    assert marked()


def test_a_question_that_nobody_answers_is_asked_again(
    window: MainWindow, page: WhatIfPage, told: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    page._ask()
    count = len(asked(told))
    page.show_view(window._view())
    assert len(asked(told)) == count
    monkeypatch.setattr("ui.whatif_page.LOST_AFTER_MS", -1)
    page.show_view(window._view())
    assert len(asked(told)) == count + 1


def test_another_selected_position_is_asked_about(window: MainWindow, page: WhatIfPage, told: list[Message]) -> None:
    answer(page, told)
    window.focus_position(sample.positions()[1].key)
    window._show_now()
    assert asked(told)[-1].account_id == "Alts"
    assert page.results.outdated


# ---------------------------------------------------------------- what is typed leaves as edits


def test_what_is_typed_leaves_as_edits(page: WhatIfPage, told: list[Message]) -> None:
    type_in(page.form.amount, "2 000")
    type_in(page.form.price, "180.5")
    type_in(page.form.leverage, "10x")
    type_in(page.form.margin, "-500")
    type_in(page.form.coin, "3 %")
    type_in(page.form.market, "-12.5")
    answer(page, told)
    assert asked(told)[-1].edits == (
        replace(SOL, size=2_000.0, price=180.5, leverage=10.0),
        MoveMoney(account_id="Main", currency="USDT", amount=-500.0),
        MovePrice(coin="SOL", move=0.03),
        MovePrice(coin="", move=-0.125),
    )


def test_margin_goes_to_the_position_where_it_is_isolated(
    window: MainWindow, page: WhatIfPage, told: list[Message]
) -> None:
    window.focus_position(sample.positions()[1].key)
    window._show_now()
    type_in(page.form.margin, "250")
    assert page.draft.edits == (replace(PEPE, add_margin=250.0),)


def test_a_position_is_closed_and_its_mode_changed(page: WhatIfPage) -> None:
    page.form.mode.setCurrentIndex(2)
    page.form.mode.activated.emit(2)
    page.form.close_it.click()
    assert page.draft.edits == (replace(SOL, size=0.0, new_mode="isolated"),)


def test_an_emptied_field_supposes_nothing(page: WhatIfPage) -> None:
    type_in(page.form.amount, "5")
    QTest.keyClick(page.form.amount.line, Qt.Key.Key_Backspace)
    assert page.draft.edits == ()


def test_what_is_no_figure_is_marked_and_left_out(page: WhatIfPage, told: list[Message]) -> None:
    answer(page, told)
    type_in(page.form.leverage, "ten")
    assert page.form.leverage.line.property("kind") == "wrong"
    assert page.draft.edits == ()
    page.show_view(page._view)
    assert page.results.outdated


def test_a_wrong_figure_takes_back_what_was_supposed_and_says_why(page: WhatIfPage) -> None:
    type_in(page.form.leverage, "5x")
    assert page.draft.edits == (replace(SOL, leverage=5.0),)
    type_in(page.form.leverage, "1,234")
    assert page.draft.edits == ()
    page.show_view(page._view)
    assert page.form.leverage.line.text() == "1,234"
    assert page.form.wrong.text() == "Leverage: “1,234” can be 1234 or 1.234: write the one you mean."
    type_in(page.form.leverage, "5")
    assert page.form.wrong.isHidden()


@pytest.mark.parametrize(("typed", "times"), [("50%", 0.5), ("50 %", 0.5), ("2x", 2.0)])
def test_a_size_may_be_a_part_or_a_multiple_of_what_is_held(page: WhatIfPage, typed: str, times: float) -> None:
    held = page.form.amount.whole
    assert held
    type_in(page.form.amount, typed)
    assert page.draft.edits == (replace(SOL, size=held * times),)


def test_a_unit_that_has_no_meaning_is_refused(page: WhatIfPage) -> None:
    type_in(page.form.price, "400000x")
    assert page.draft.edits == ()
    assert "“×” has no meaning here" in page.form.wrong.text()


def test_a_new_position_is_added(page: WhatIfPage) -> None:
    page.open_form(new=True)
    form = page.new_form
    form.contract.setCurrentIndex(form.contract.findData("ETH/USDT:USDT"))
    form.side.setCurrentText("short")
    assert not form.add.isEnabled()
    type_in(form.amount, "10")
    type_in(form.leverage, "5")
    form.add.click()
    assert page.draft.edits == (
        OpenPosition(
            account_id="Main", symbol="ETH/USDT:USDT", side="short", margin_mode="cross", size=10.0, leverage=5.0
        ),
    )  # fmt: skip
    assert page.form.isVisible()


def test_only_contracts_of_the_accounts_own_venue_are_offered(page: WhatIfPage) -> None:
    page.open_form(new=True)
    offered = [page.new_form.contract.itemData(row) for row in range(page.new_form.contract.count())]
    assert offered == ["BTC/USDT:USDT", "ETH/USDT:USDT", "SOL/USDT:USDT"]


def test_a_chip_takes_its_change_back(page: WhatIfPage) -> None:
    type_in(page.form.market, "-10")
    page.open_form(new=True)
    chip = page.chips.findChild(QPushButton)
    assert chip.accessibleName().replace(chr(0x202F), " ") == "Take back: All prices −10.0 %"
    chip.click()
    assert page.draft.edits == ()


# ---------------------------------------------------------------- undo, and from live again


def test_one_field_typed_in_one_go_is_one_step(page: WhatIfPage) -> None:
    type_in(page.form.market, "-10")
    type_in(page.form.coin, "25")
    page.undo.click()
    assert page.draft.edits == (MovePrice(coin="", move=-0.1),)
    page.undo.click()
    assert page.draft.edits == ()
    assert not page.undo.isEnabled()


def test_from_live_forgets_all_and_can_be_undone(page: WhatIfPage) -> None:
    for edit in detail_sample.edits():
        page.draft.put(edit)
    page.show_view(page._view)
    page.reset.click()
    assert page.draft.edits == ()
    assert page.form.market.line.text() == ""
    page.undo.click()
    assert page.draft.edits == detail_sample.edits()
    assert page.form.market.line.text() == "-5"


def test_an_edit_keeps_its_place_when_it_is_changed() -> None:
    draft = Draft()
    draft.put(MovePrice(coin="", move=-0.1))
    draft.put(MovePrice(coin="BTC", move=-0.2))
    draft.put(MovePrice(coin="", move=-0.3))
    assert draft.edits == (MovePrice(coin="", move=-0.3), MovePrice(coin="BTC", move=-0.2))


# ---------------------------------------------------------------- how it looks


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_of_a_what_if_is_clipped(theme: Theme, qtbot: QtBot, tokens: Tokens, size: tuple[int, int]) -> None:
    clipped: list[str] = []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    dress(application(), theme, tokens)
    made = window_with(theme, sample.update(), size, chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    made.detail.toggle_what_if()
    page = made.detail.what_if
    assert page is not None
    for edit in detail_sample.edits():
        page.draft.put(edit)
    page._ask()
    page.take(detail_sample.what_if(page._asked))
    page.grab()
    type_in(page.form.leverage, "?")
    page.grab()
    assert clipped == []
    for child in page.findChildren(QWidget):
        if child.isVisible() and isinstance(child, QPushButton):
            assert child.width() >= child.sizeHint().width() - 1, child.text()


def test_hidden_amounts_are_hidden_in_a_what_if(window: MainWindow, page: WhatIfPage, told: list[Message]) -> None:
    page.draft.put(detail_sample.edits()[1])
    answer(page, told)
    window.toggle_privacy()
    said = page.results.accessibleName() + " ".join(words_of(edit, window._view()) for edit in page.draft.edits)
    for amount in ("20,000", "53,421", "91,730", "18,539", "4,200"):
        assert amount not in said
    assert page.form.amount.line.placeholderText() == "•••••"
