"""The window as a whole: nothing clipped, stale shown as stale, what the user does leaves as messages, keys, focus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from monitor.messages import Acknowledge, Focus, Message, SettingsChanged, Snooze, Update
from monitor.settings import AlertSettings, Thresholds
from tests.ui import sample
from tests.ui.screenshots import SIZES, application, dress, window_with
from ui import positions_table
from ui.main_window import MainWindow
from ui.status_strip import chips
from ui.theme import DARK, LIGHT, Theme, Tokens

STATES = sample.states()
DECENT_CONTRAST = 4.5


@pytest.fixture(autouse=True, scope="module")
def _undress() -> Iterator[None]:
    yield
    application().setStyleSheet("")


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    made = window_with(theme, sample.update(), SIZES[0], chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    return made


def show(window: MainWindow, update: Update) -> None:
    window.set_update(update)
    window._show_now()
    QApplication.processEvents()


def names(widget: QWidget) -> str:
    """All accessible names below a widget."""
    return "\n".join(child.accessibleName() for child in widget.findChildren(QWidget) if child.isVisible())


def button(window: MainWindow, name: str) -> QPushButton:
    return next(found for found in window.findChildren(QPushButton) if found.accessibleName() == name)


# ---------------------------------------------------------------- what is seen


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_figure_is_clipped(theme: Theme, qtbot: QtBot, tokens: Tokens, size: tuple[int, int]) -> None:
    clipped: list[str] = []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    dress(application(), theme, tokens)
    for update in (sample.update(), sample.blind_update(), sample.demo_update()):
        made = window_with(theme, update, size)
        made.may_close = True
        qtbot.addWidget(made)
        made.grab()
    assert clipped == []


@pytest.mark.parametrize("state", STATES)
def test_every_state_paints_without_a_clipped_figure(theme: Theme, qtbot: QtBot, state: str) -> None:
    clipped: list[str] = []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    made = window_with(theme, STATES[state], SIZES[1], chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    made.grab()
    assert clipped == []


def test_a_text_that_does_not_fit_is_reported(theme: Theme, window: MainWindow) -> None:
    clipped: list[str] = []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    rows = sample.positions()
    huge = replace(rows[0], tick_size=1e-12, liquidation_price=123_456_789.123456789)
    show(window, sample.update(positions=(huge, *rows[1:])))
    window.grab()
    assert any(text.startswith("123,456,789") for text in clipped)


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(
    "token", ["text", "text2", "text3", "accent", "ok", "watch", "danger", "critical", "profit", "loss", "whatif"]
)
def test_every_colour_of_text_can_be_read_on_a_panel(tokens: Tokens, token: str) -> None:
    assert contrast(getattr(tokens, token), tokens.panel) >= DECENT_CONTRAST


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("token", ["watch", "danger", "critical"])
def test_text_on_a_filled_alarm_can_be_read(tokens: Tokens, token: str) -> None:
    assert contrast(tokens.on_level, getattr(tokens, token)) >= DECENT_CONTRAST


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
def test_the_title_of_a_what_if_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.on_whatif, tokens.whatif) >= DECENT_CONTRAST


def contrast(one: str, other: str) -> float:
    def luminance(color: str) -> float:
        channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_stale_account_is_blind_in_the_strip_the_hero_and_its_card(window: MainWindow) -> None:
    show(window, sample.blind_update())
    said = names(window)
    assert "BLIND since 12:51:24 · Main" in said
    assert "Blind, last known: Closest to liquidation: SOL/USDT" in said
    assert f"Binance Main, margin ratio 71{chr(0x202F)}%, danger, figures 47{chr(0x202F)}s old" in said


def test_a_stale_bar_loses_the_colour_of_its_level(window: MainWindow) -> None:
    live = window.hero.grab().toImage().pixelColor(60, 104)
    show(window, sample.blind_update())
    stale = window.hero.grab().toImage().pixelColor(60, 104)
    assert live.saturation() > 2 * stale.saturation()


def test_a_silent_engine_makes_every_figure_stale_and_says_what_is_done(window: MainWindow) -> None:
    window.set_lost("The engine has ended unexpectedly.")
    window.set_silent(4.0)
    window._show_now()
    assert window.banner.isVisible()
    assert "being started again" in window.banner.accessibleName()
    assert all(row.stale for row in window.positions.model.rows)
    window.set_back(6.0)
    show(window, sample.update())
    assert not window.banner.isVisible()
    assert not any(row.stale for row in window.positions.model.rows)


def test_nothing_reads_as_zero_before_the_first_answer(theme: Theme, qtbot: QtBot) -> None:
    for update in (None, sample.connecting_update()):
        made = window_with(theme, update, SIZES[1], chart=False)
        made.may_close = True
        qtbot.addWidget(made)
        said = names(made)
        assert "0.00" not in said
        assert f"0{chr(0x202F)}%" not in said
        assert "No open positions" not in said


def test_no_position_is_said_with_its_proof(theme: Theme, qtbot: QtBot) -> None:
    made = window_with(theme, sample.flat_update(), SIZES[1], chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    assert f"Confirmed 3.0{chr(0x202F)}s ago on 3 of 3 accounts" in made.hero.accessibleName()


def test_an_account_that_was_never_read_is_no_proof_of_no_position(theme: Theme, qtbot: QtBot) -> None:
    flat = sample.flat_update()
    unread = replace(flat.accounts[0], feed="stale", read_ms=None, trouble="No answer.")
    made = window_with(theme, replace(flat, accounts=(unread, *flat.accounts[1:])), SIZES[1], chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    assert "on 2 of 3 accounts" in made.hero.accessibleName()


def test_the_first_start_offers_the_two_ways_to_begin(theme: Theme, qtbot: QtBot) -> None:
    made = window_with(theme, sample.empty_update(), SIZES[1], chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.accounts_requested, timeout=1000):
        next(found for found in made.findChildren(QPushButton) if found.text() == "Add an account").click()
    with qtbot.waitSignal(made.demo_requested, timeout=1000):
        next(found for found in made.findChildren(QPushButton) if found.text() == "Start the demo").click()


def test_a_muted_alarm_says_until_when(window: MainWindow) -> None:
    show(window, sample.update(muted_until_ms=sample.NOW_MS + 61_000))
    said = [chip.text for chip in chips(window._view())]
    assert "Sound off 1:01" in said
    assert "3 alarms to acknowledge" in said


def test_a_long_note_of_the_engine_is_shortened_and_stands_whole_in_its_tip(window: MainWindow) -> None:
    note = (
        "The database was damaged and set aside as history.sqlite3.damaged-1; a new one has been started instead of it."
    )
    show(window, sample.update(notes=(note,)))
    window.grab()
    assert note in [tip for _rect, tip in window.strip._line._tips]


def test_hidden_amounts_are_nowhere_in_the_window(window: MainWindow) -> None:
    window.toggle_privacy()
    said = names(window)
    for figure in ("184,213", "23,604", "766,332", "51,290", "130,792", "53,421"):
        assert figure not in said
    assert f"3.1{chr(0x202F)}%" in said


def test_the_thresholds_on_screen_are_those_of_the_settings(window: MainWindow) -> None:
    limits = AlertSettings(liquidation_distance=Thresholds(warning=0.3, danger=0.2, critical=0.1))
    window.set_settings(SettingsChanged(accounts=(), alerts=limits))
    assert window._view().alerts.liquidation_distance.warning == 0.3


def test_a_venues_markup_stays_text(window: MainWindow) -> None:
    rows = sample.positions()
    evil = replace(rows[0], unknown="<b>bold</b>", liquidation_distance=None, liquidation_price=None)
    show(window, sample.update(positions=(evil, *rows[1:])))
    model = window.positions.model
    tip = str(model.data(model.index(0, 3), int(Qt.ItemDataRole.ToolTipRole)))
    assert "&lt;b&gt;bold" in tip


# ---------------------------------------------------------------- what the user does


def test_acknowledge_and_snooze_leave_as_messages(window: MainWindow, told: list[Message]) -> None:
    key = sample.alerts()[0].key
    button(window, "Acknowledge: SOL/USDT short is 3.1 % from liquidation").click()
    snooze = button(window, "Snooze: SOL/USDT short is 3.1 % from liquidation")
    menu = snooze.menu()
    assert menu is not None
    menu.actions()[1].trigger()
    assert told == [Acknowledge(key=key), Snooze(key=key, seconds=600)]


def test_space_acknowledges_the_topmost_open_alarm(window: MainWindow, told: list[Message]) -> None:
    QTest.keyClick(window.positions.table, Qt.Key.Key_Space)
    assert told == [Acknowledge(key=sample.alerts()[0].key)]


def test_space_on_a_focused_button_presses_that_button(window: MainWindow, told: list[Message]) -> None:
    second = button(window, "Acknowledge: Margin ratio 71 % on Main")
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert told == [Acknowledge(key=sample.alerts()[1].key)]


def test_an_alarm_off_screen_is_never_acknowledged_by_a_key(window: MainWindow, told: list[Message]) -> None:
    many = tuple(replace(sample.alerts()[0], key=f"k{number:02d}") for number in range(20))
    show(window, sample.update(alerts=many))
    QTest.keyClick(window, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert 0 < len(told) < 8


def test_a_snoozed_alarm_counts_down_and_offers_no_button(window: MainWindow) -> None:
    said = names(window.feed)
    assert "Snoozed, 4:05 left: Swing: 1 position missing" in said
    assert "Acknowledge: Swing: 1 position missing" not in said


def test_an_alarm_whose_cause_is_gone_stays_until_it_is_acknowledged(window: MainWindow, told: list[Message]) -> None:
    button(window, "Acknowledge: ADA/USDT long was 7.4 % from liquidation").click()
    assert told == [Acknowledge(key=sample.alerts()[4].key)]


def test_a_snooze_that_is_used_up_cannot_be_chosen(window: MainWindow) -> None:
    first, *rest = sample.alerts()
    show(window, sample.update(alerts=(replace(first, snoozes_left=0), *rest)))
    assert not button(window, f"Snooze: {first.title}").isEnabled()


def test_selecting_a_row_asks_the_engine_for_its_ladder_and_candles(window: MainWindow, told: list[Message]) -> None:
    QTest.keyClick(window.positions.table, Qt.Key.Key_J)
    assert told == [Focus(position_key=sample.positions()[1].key, timeframe="15m")]
    window._show_now()
    assert "PEPE/USDT long on Alts" in window.head.accessibleName()


def test_the_selection_follows_the_danger_until_the_user_selects(window: MainWindow, told: list[Message]) -> None:
    rows = sample.positions()
    calm = tuple(replace(row, level=0) for row in rows)
    window.focus_position(rows[3].key)
    told.clear()
    show(window, sample.update(positions=(replace(calm[1], level=3), calm[0], *calm[2:])))
    assert told == []
    window._chosen = False
    show(window, sample.update(positions=(replace(calm[1], level=3), calm[0], *calm[2:])))
    assert told == [Focus(position_key=rows[1].key, timeframe="15m")]


def test_until_all_accounts_have_answered_the_nearest_position_is_shown(theme: Theme, qtbot: QtBot) -> None:
    rows, (first, *others) = [replace(row, level=0) for row in sample.positions()], sample.accounts()
    late = replace(first, feed="connecting")
    window = window_with(theme, sample.update(accounts=(late, *others), positions=(rows[2],)), SIZES[0], chart=False)
    window.may_close = True
    qtbot.addWidget(window)
    show(window, sample.update(positions=(rows[0], rows[2])))
    assert window.focus_key == rows[0].key
    show(window, sample.update(positions=(rows[2], rows[0])))
    assert window.focus_key == rows[0].key  # steady from then on
    assert window.kept_focus == ""  # nobody has chosen it


def test_the_position_of_the_last_run_is_selected_when_its_account_answers_and_the_first_row_stays_in_sight(
    theme: Theme, qtbot: QtBot
) -> None:
    rows, accounts = tuple(replace(row, level=0) for row in sample.positions()), sample.accounts()
    late = tuple(replace(one, feed="connecting") for one in accounts)
    window = MainWindow(theme, clock=lambda: sample.NOW_MS, focus=rows[-1].key)
    window.may_close = True
    qtbot.addWidget(window)
    window.resize(1280, 560)
    window.show()
    show(window, sample.update(accounts=late, positions=rows[:1]))
    assert window.focus_key == rows[0].key
    show(window, sample.update(positions=rows))
    assert window.focus_key == window.kept_focus == rows[-1].key
    assert window.positions.table.rowAt(0) == 0
    assert len(rows) > len(window.positions.table.visible_rows())
    window.focus_position(rows[-1].key)
    assert window.positions.table.rowAt(0) > 0  # the user wants to see it


def test_without_an_account_return_takes_the_suggested_way(theme: Theme, qtbot: QtBot) -> None:
    window = window_with(theme, None, SIZES[0], chart=False)
    window.may_close = True
    qtbot.addWidget(window)
    show(window, sample.empty_update())
    asked: list[str] = []
    window.accounts_requested.connect(lambda: asked.append("account"))
    window.demo_requested.connect(lambda: asked.append("demo"))
    at = window.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Return)
    QTest.keyClick(at, Qt.Key.Key_Tab)
    at = window.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Return)
    assert asked == ["account", "demo"]


def test_a_restarted_engine_is_told_the_focus_again(window: MainWindow, told: list[Message]) -> None:
    show(window, sample.update(engine_pid=4343))
    assert told == [Focus(position_key=sample.positions()[0].key, timeframe="15m")]


def test_the_order_is_held_while_the_mouse_moves_over_the_rows(window: MainWindow) -> None:
    rows = sample.positions()
    worse = replace(rows[1], liquidation_distance=0.001)
    QTest.mouseMove(window.positions.table.viewport(), QPoint(300, 40))
    QTest.mouseMove(window.positions.table.viewport(), QPoint(310, 42))
    show(window, sample.update(positions=(worse, rows[0], *rows[2:])))
    assert window.positions.model.rows[0].risk.key == rows[0].key


def test_a_mouse_left_over_the_rows_hides_no_danger(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(positions_table, "IN_USE_MS", 0)
    rows = sample.positions()
    worse = replace(rows[1], liquidation_distance=0.001)
    QTest.mouseMove(window.positions.table.viewport(), QPoint(300, 40))
    show(window, sample.update(positions=(worse, rows[0], *rows[2:])))
    assert window.positions.model.rows[0].risk.key == worse.key


def test_typing_in_the_filter_triggers_no_key(window: MainWindow, told: list[Message]) -> None:
    QTest.keyClick(window, Qt.Key.Key_Slash)
    QTest.keyClicks(window.positions.filter, "jpmk")
    assert window.positions.filter.text() == "jpmk"
    assert told == []


def test_a_card_filters_by_its_account_and_a_second_click_ends_that(window: MainWindow) -> None:
    card = window.cards._cards[3]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.positions.model.rowCount() == 2
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.positions.model.rowCount() == 9


def test_closing_asks_the_program_first(window: MainWindow, qtbot: QtBot) -> None:
    window.may_close = False
    with qtbot.waitSignal(window.close_requested, timeout=1000):
        window.close()
    assert window.isVisible()
    window.may_close = True


# ---------------------------------------------------------------- what is spoken


def test_what_is_painted_is_also_spoken(window: MainWindow) -> None:
    said = names(window).replace(chr(0x202F), " ")
    for sentence in (
        "Closest to liquidation: SOL/USDT short on Main, 3.1 % to liquidation, critical",
        "Binance Main, margin ratio 71 %, danger",
        "Distance 3.1 %, Unrealised PnL −23,604",
        "What if the price of SOL/USDT moves, margin ratio after:",
        "Critical: SOL/USDT short is 3.1 % from liquidation.",
    ):
        assert sentence in said


def test_every_control_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not spoken_name(widget)
    ]
    assert nameless == []


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def test_tab_walks_as_one_reads_and_back(window: MainWindow) -> None:
    window.activateWindow()
    seen = walk(window, Qt.Key.Key_Tab)
    wanted = (
        "Hide amounts",
        "Binance Main, margin ratio 71 %, danger",
        "Filter positions by symbol or account",
        "Acknowledge: SOL/USDT short is 3.1 % from liquidation",
        "Chart of the selected position",
    )
    places = [seen.index(name) for name in wanted]
    assert places == sorted(places)
    assert len(set(seen)) == len(seen) == len(walk(window, Qt.Key.Key_Backtab))


def walk(window: MainWindow, key: Qt.Key) -> list[str]:
    """Return the names of what the keyboard comes to until it is where it was first."""
    seen: list[str] = []
    for _ in range(100):
        QTest.keyClick(QApplication.focusWidget() or window, key)
        focus = QApplication.focusWidget()
        name = spoken_name(focus).replace(chr(0x202F), " ") if focus is not None else ""
        if name in seen[:1]:
            return seen
        seen.append(name)
    return seen


# ---------------------------------------------------------------- what it costs


def test_a_hidden_window_formats_nothing(window: MainWindow) -> None:
    window.hide()
    before = window.positions.model.view
    window.set_update(sample.update(seq=2))
    QTest.qWait(350)
    assert window.positions.model.view is before
    window.show()
    QTest.qWait(350)
    assert window.positions.model.view is not before


def test_a_burst_of_updates_is_shown_at_most_four_times_a_second(window: MainWindow) -> None:
    shown = set()
    for number in range(30):
        window.set_update(sample.update(seq=number))
        QTest.qWait(10)
        shown.add(id(window.positions.model.view))
    assert len(shown) <= 4


def test_a_filter_that_finds_nothing_is_undone_by_a_button(window: MainWindow) -> None:
    pane = window.positions
    pane.filter.setText("zzz")
    shown = [button for button in pane.findChildren(QPushButton) if button.text() == "Show all positions"]
    assert [button.isVisible() for button in shown] == [True]
    shown[0].click()
    assert len(pane.model.rows) == len(sample.positions())
    assert not shown[0].isVisible()


def test_the_strip_says_the_nearest_liquidation_and_the_sum_and_neither_when_blind(window: MainWindow) -> None:
    known = tuple(row for row in sample.positions() if not row.unknown)
    show(window, sample.update(positions=known))
    said = [chip.text for chip in chips(window._view())]
    assert "Equity 529,675 USD" in said
    assert any(text.startswith("SOL 3.1") for text in said)
    show(window, sample.blind_update())
    said = [chip.text for chip in chips(window._view())]
    assert said[0].startswith("BLIND since")
    assert "Equity unknown" in said
    assert not any(text.startswith("SOL") for text in said)


def test_a_clock_that_is_seconds_off_is_a_warning(window: MainWindow) -> None:
    accounts = tuple(replace(account, clock_offset_ms=-2_500) for account in sample.accounts())
    show(window, sample.update(accounts=accounts))
    chip = next(chip for chip in chips(window._view()) if chip.text.startswith("Clock"))
    assert (chip.token, chip.text[6:12]) == ("watch", "−2500\u202f")
