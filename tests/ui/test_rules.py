"""The alert rules: ladders, exceptions, price alerts, other alarms, and what they would say before they are saved."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from monitor.messages import AlertPreview, PreviewAlerts, PreviewCount, PreviewLine
from monitor.settings import LADDERS, AlertSettings, BeyondAlerts, Override, PriceAlert, Thresholds
from ui.alerts_dialog import AlertsDialog
from ui.theme import DARK, Theme

DAY_MS = 24 * 3_600_000
OVERRIDE = Override(symbol="SOL/USDT:USDT", side="short", liquidation_distance=LADDERS["Day"])
PRICE = PriceAlert(id="a", symbol="BTC/USDT:USDT", account_id="Main", when="below", price=61_000.5)
SPOKEN = PriceAlert(
    id="b", symbol="ETH/USDT:USDT", account_id="Main", when="above", price=4_000.0, armed_side="below", fired_ms=DAY_MS
)


def settings(**changes: Any) -> AlertSettings:
    return replace(AlertSettings(), **changes)


@pytest.fixture
def rules(qtbot: QtBot) -> AlertsDialog:
    theme = Theme()
    theme.use(DARK)
    dialog = AlertsDialog(theme, settings())
    qtbot.addWidget(dialog)
    dialog.set_choices(("Main", "Swing"), ("SOL/USDT:USDT", "BTC/USDT:USDT"))
    return dialog


# ---------------------------------------------------------------- limits for all


@pytest.mark.parametrize("name", LADDERS)
def test_a_ladder_is_one_choice(rules: AlertsDialog, name: str) -> None:
    page = rules.levels
    page.ladder.setCurrentIndex(page.ladder.findData(name))
    page.ladder.activated.emit(page.ladder.currentIndex())
    assert rules.alerts().liquidation_distance == LADDERS[name]


def test_other_distances_are_a_ladder_of_ones_own(rules: AlertsDialog) -> None:
    rules.levels.distance[0].setValue(12)
    assert rules.levels.ladder.currentText() == "Own"


def test_a_value_that_no_field_can_show_stays_as_it_is(rules: AlertsDialog) -> None:
    fine = settings(liquidation_distance=Thresholds(warning=0.12345, danger=0.08, critical=0.0401))
    rules.set_alerts(fine)
    assert rules.alerts() == fine
    assert not rules.is_changed


def test_everything_set_comes_back_from_the_fields(rules: AlertsDialog) -> None:
    full = settings(
        combine=False,
        quiet_kinds=("funding",),
        funding_8h=0.002,
        beyond=BeyondAlerts(leverage=7.25, exposed_money=12_345.6, exit_cost=None),
        overrides=(OVERRIDE, Override(account_id="Main", margin_ratio=AlertSettings().margin_ratio)),
        price_alerts=(PRICE, SPOKEN),
        sounds=False,
    )
    rules.set_alerts(full)
    assert rules.alerts() == full


def test_a_figure_that_is_switched_on_begins_with_a_sensible_line(rules: AlertsDialog) -> None:
    assert rules.alerts().beyond.margin_share is None
    rules.figures.boxes["margin_share"].click()
    assert rules.alerts().beyond.margin_share == 0.2


def test_old_data_cannot_be_critical_before_it_is_danger(rules: AlertsDialog) -> None:
    rules.others.danger_age.setValue(200)
    assert rules.note.text() == "Old data: Danger must not come after Critical."
    assert not rules.save.isEnabled()


def test_defaults_leave_exceptions_and_prices(rules: AlertsDialog) -> None:
    rules.set_alerts(settings(combine=False, overrides=(OVERRIDE,), price_alerts=(PRICE,)))
    rules._reset()
    assert rules.alerts() == settings(overrides=(OVERRIDE,), price_alerts=(PRICE,))
    assert rules.is_changed


# ---------------------------------------------------------------- exceptions


def test_a_new_exception_begins_with_the_most_endangered_symbol(rules: AlertsDialog) -> None:
    rules.overrides.add.click()
    assert rules.alerts().overrides == (Override(symbol="SOL/USDT:USDT", liquidation_distance=LADDERS["Swing"]),)


def test_an_exception_for_everything_is_none(rules: AlertsDialog) -> None:
    rules.overrides.add.click()
    rules.overrides.cards[0].symbol.setCurrentText("Any symbol")
    assert rules.note.text().startswith("An override needs an account, a symbol or a side")
    assert not rules.save.isEnabled()


def test_an_exception_below_the_floor_cannot_be_saved(rules: AlertsDialog) -> None:
    rules.set_alerts(settings(overrides=(OVERRIDE,)))
    rules.overrides.cards[0].distance[2].setValue(0.5)
    assert not rules.save.isEnabled()


def test_a_removed_exception_is_gone(rules: AlertsDialog) -> None:
    rules.set_alerts(settings(overrides=(OVERRIDE,)))
    rules.overrides.cards[0].removed.emit()
    assert rules.alerts().overrides == ()


# ---------------------------------------------------------------- prices


def test_a_price_alert_needs_an_account(rules: AlertsDialog) -> None:
    rules.set_choices((), ())
    assert not rules.prices.add.isEnabled()


def test_new_price_alerts_have_names_of_their_own(rules: AlertsDialog) -> None:
    for _ in range(2):
        rules.prices.add.click()
    first, second = rules.alerts().price_alerts
    assert first.id != second.id
    assert rules.save.isEnabled()


def test_a_price_shows_no_more_decimals_than_it_has(rules: AlertsDialog) -> None:
    rules.set_alerts(settings(price_alerts=(PRICE, replace(PRICE, id="c", price=0.0000123))))
    assert [card.price.text() for card in rules.prices.cards] == ["61000.5", "0.0000123"]


def test_an_edited_price_alert_is_armed_anew(rules: AlertsDialog) -> None:
    rules.set_alerts(settings(price_alerts=(SPOKEN,)))
    rules.prices.cards[0].price.setValue(4_100)
    edited = rules.alerts().price_alerts[0]
    assert (edited.fired_ms, edited.armed_side) == (None, "")


def test_a_price_alert_that_spoke_meanwhile_does_not_speak_again(rules: AlertsDialog) -> None:
    rules.set_alerts(settings(price_alerts=(replace(SPOKEN, fired_ms=None),)))
    rules.prices.take_spoken((SPOKEN,))
    assert rules.alerts().price_alerts == (SPOKEN,)


# ---------------------------------------------------------------- the preview


def answer(number: int) -> AlertPreview:
    line = PreviewLine(
        key="k",
        kind="liquidation_distance",
        level=2,
        title="SOL/USDT short is 3.1 % from liquidation",
        text="",
        account_id="Main",
        position_key="k",
        begins_at=(0.15, 0.08, 0.04),
    )
    count = PreviewCount(key="k", kind="liquidation_distance", name="SOL/USDT short", warning=3, danger=1, critical=0)
    return AlertPreview(
        request_id=number, error="", now=(line,), counts=(count,), since_ms=0, until_ms=3 * DAY_MS, instants=8_640
    )


def test_the_engine_is_asked_about_what_the_fields_say(rules: AlertsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rules.preview_wanted) as told:
        rules.levels.distance[0].setValue(20)
    assert told.args is not None
    question: PreviewAlerts = told.args[0]
    assert question.alerts.liquidation_distance.warning == 0.2


def test_what_they_say_now_and_would_have_said_is_shown(rules: AlertsDialog) -> None:
    rules.show_answer(answer(rules._asked))
    assert rules.preview.lines == (
        "Danger: SOL/USDT short is 3.1 % from liquidation",
        "SOL/USDT short: 0 critical, 1 danger, 3 warning",
    )
    assert "Over the last 3 days they would have rung 4 times." in rules.preview.sub.text()


def test_a_record_with_gaps_or_of_less_than_a_day_is_said_to_be_so(rules: AlertsDialog) -> None:
    rules.show_answer(replace(answer(rules._asked), instants=1_200))
    assert "Over 10 h recorded in the last 3 days they would have rung 4 times." in rules.preview.sub.text()
    assert "less than a day" in rules.preview.sub.text()
    rules.show_answer(replace(answer(rules._asked), until_ms=DAY_MS // 4, instants=720))
    assert "Over the last 6 h they would have rung 4 times. That is less than a day" in rules.preview.sub.text()


def test_figures_say_how_often_they_would_have_been_told_and_never_0_where_that_is_not_known(
    rules: AlertsDialog,
) -> None:
    told = PreviewCount(key="c", kind="exit_cost", name="SOL/USDT short · Main", warning=2, danger=0, critical=0)
    since = {"exit_cost": 2 * DAY_MS, "no_stop": 0}
    found = replace(answer(rules._asked), counts=(told,), counted_since=since, not_recorded=("funding_drift",))
    rules.show_answer(found)
    figures, others = rules.figures.times, rules.others.times
    assert figures["exit_cost"].text() == "would have been told 2 times in 24 h"
    assert others["no_stop"].text() == "would have been told 0 times in 3 days"
    assert figures["funding_drift"].text().startswith("not in the record yet")
    assert figures["max_loss"].isHidden()  # it is off
    assert "Not in the record, so not counted: days until funding reaches Warning." in rules.preview.sub.text()
    assert "SOL/USDT short · Main · cost of closing at once: 0 critical, 0 danger, 2 warning" in rules.preview.lines


def test_a_limit_of_its_own_for_funding_is_kept(rules: AlertsDialog) -> None:
    rules.set_alerts(settings(overrides=(Override(symbol="SOL/USDT:USDT", funding_8h=0.00123),)))
    assert rules.alerts().overrides[0].funding_8h == 0.00123
    rules.overrides.cards[0].funding.setValue(0.5)
    assert rules.alerts().overrides[0].funding_8h == 0.005
    rules.overrides.cards[0].has_funding.setChecked(False)
    assert rules.alerts().overrides[0].funding_8h is None


def test_an_answer_to_an_older_question_is_not_shown(rules: AlertsDialog) -> None:
    number = rules._asked
    rules.levels.distance[0].setValue(20)
    rules.show_answer(answer(number))
    assert rules.preview.lines == ()


def test_nothing_is_asked_about_rules_that_are_not_allowed(rules: AlertsDialog) -> None:
    rules.levels.distance[2].setValue(50)
    assert not rules._ask_soon.isActive()


def test_the_past_says_nothing_before_it_is_recorded(rules: AlertsDialog) -> None:
    rules.show_answer(AlertPreview(request_id=rules._asked, error=""))
    assert "Nothing is recorded yet" in rules.preview.sub.text()


def test_a_page_gets_its_place_when_it_is_first_opened_and_keeps_it(rules: AlertsDialog) -> None:
    places = [rules._stack.count()]
    for page in (3, 3, 0):
        rules.open_page(page)
        places.append(rules._stack.count())
        assert rules.pages[page][2].isVisibleTo(rules)
    assert places == [1, 2, 2, 2]
