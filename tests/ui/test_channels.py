"""Channels and watchdogs: only the fields that a kind needs, what goes to the engine, what is shown and forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from monitor import autostart, messages
from monitor.messages import ChannelResult, CheckLine, RunSelfTest, SelfTestResult, SettingsChanged
from monitor.notify.channels import KINDS
from monitor.settings import AccountConfig, AlertSettings, ChannelConfig, WatchdogSettings
from tests.ui import sample
from tests.ui.opened import windows_over
from ui.channel_kinds import CHANNELS, ChannelWords
from ui.channels_dialog import GUIDE_PAGE, ChannelsDialog, steps_page
from ui.guide_text import read_pages
from ui.self_test_dialog import SelfTestDialog
from ui.theme import Theme
from ui.windows import Windows

PHONE = ChannelConfig(name="phone", kind="pushover")
MAIL = ChannelConfig(name="mail", kind="email", server="smtp.example.com", sender="a@example.com", to="a@example.com")


class Sent(list[Any]):
    """What the dialog has sent, newest last."""

    @property
    def last(self) -> Any:
        return self[-1]


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def dialog(qtbot: QtBot, sent: Sent) -> ChannelsDialog:
    made = ChannelsDialog(Theme())
    qtbot.addWidget(made)
    made.sent.connect(sent.append)
    made.show()
    return made


def stored(dialog: ChannelsDialog, *channels: ChannelConfig, choose: str = "") -> None:
    dialog.set_channels(channels, WatchdogSettings())
    dialog._choose(choose)


def choose(dialog: ChannelsDialog, kind: str) -> None:
    dialog.form.kind.setCurrentIndex(dialog.form.kind.findData(kind))


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# ---------------------------------------------------------------- the form


@pytest.mark.parametrize("kind", CHANNELS, ids=lambda kind: kind.id)
def test_the_form_asks_for_what_the_kind_needs(kind: ChannelWords) -> None:
    module = KINDS[kind.id]
    assert {(field.name, field.required) for field in kind.secrets} == {(n, needed) for n, _, needed in module.SECRETS}
    assert {field.name for field in kind.fields} == {name for name, _ in module.FIELDS}


def test_every_kind_can_be_chosen() -> None:
    assert {kind.id for kind in CHANNELS} == set(KINDS)


@pytest.mark.parametrize("kind", CHANNELS, ids=lambda kind: kind.id)
def test_every_kind_has_steps_in_the_guide(kind: ChannelWords) -> None:
    assert any(page.name == GUIDE_PAGE for page in read_pages())
    assert "1. " in steps_page(kind.title).text


def test_only_the_fields_of_the_kind_are_shown(dialog: ChannelsDialog) -> None:
    choose(dialog, "telegram")
    shown = {line.accessibleName() for line in dialog.form.findChildren(QLineEdit) if line.isVisible()}
    assert shown == {"Name", "Bot token", "Chat", "Proxy"}


def test_secrets_are_masked(dialog: ChannelsDialog) -> None:
    choose(dialog, "pushover")
    modes = {line.echoMode() for line in dialog.form.secrets_typed.values()}
    assert modes == {QLineEdit.EchoMode.Password}


def test_what_is_missing_is_named(dialog: ChannelsDialog) -> None:
    choose(dialog, "ntfy")
    dialog.form.name.setText("phone")
    assert "Topic is needed." in dialog.save.toolTip()
    assert not dialog.save.isEnabled()


# ---------------------------------------------------------------- what is sent


def test_save_sends_the_channel_with_its_secrets(dialog: ChannelsDialog, sent: Sent, qtbot: QtBot) -> None:
    choose(dialog, "ntfy")
    dialog.form.name.setText("phone")
    dialog.form.secrets_typed["topic"].setText("canary")
    click(qtbot, dialog.save)
    assert isinstance(sent.last, messages.SaveChannel)
    assert (sent.last.config.name, sent.last.secrets) == ("phone", {"topic": "canary", "token": ""})


def test_a_test_needs_no_saving_and_shows_the_answer(dialog: ChannelsDialog, sent: Sent, qtbot: QtBot) -> None:
    choose(dialog, "ntfy")
    dialog.form.name.setText("phone")
    dialog.form.secrets_typed["topic"].setText("canary")
    click(qtbot, dialog.test)
    assert isinstance(sent.last, messages.TestChannel)
    assert dialog.progress.isVisible()
    dialog.show_answer(ChannelResult(request_id=sent.last.request_id, name="phone", ok=False, message="Refused (403)."))
    assert dialog.message.text() == "Refused (403)."
    assert not dialog.progress.isVisible()


def test_a_stored_channel_keeps_its_secrets_where_nothing_is_typed(
    dialog: ChannelsDialog, sent: Sent, qtbot: QtBot
) -> None:
    stored(dialog, PHONE, choose="phone")
    click(qtbot, dialog.save)
    assert sent.last.secrets is None


def test_channels_change_their_turn(dialog: ChannelsDialog, sent: Sent, qtbot: QtBot) -> None:
    stored(dialog, PHONE, MAIL, choose="mail")
    click(qtbot, dialog.earlier)
    assert sent.last.names == ("mail", "phone")
    assert sent.last.enabled == ("mail", "phone")


def test_a_channel_is_removed_with_the_second_click(dialog: ChannelsDialog, sent: Sent, qtbot: QtBot) -> None:
    stored(dialog, PHONE, choose="phone")
    click(qtbot, dialog.remove)
    assert not sent
    click(qtbot, dialog.remove)
    assert isinstance(sent.last, messages.RemoveChannel)


def test_closing_forgets_what_was_typed(dialog: ChannelsDialog) -> None:
    choose(dialog, "ntfy")
    dialog.form.secrets_typed["topic"].setText("canary")
    dialog.reject()
    assert all(not line.text() for line in dialog.form.findChildren(QLineEdit) if line.echoMode().name == "Password")


def test_the_list_says_who_is_told_when(dialog: ChannelsDialog) -> None:
    stored(dialog, PHONE, MAIL)
    assert dialog.list.item(0).text() == "1  phone\nCritical at once, Danger after 1 min"
    assert dialog.list.item(1).text() == "2  mail\nCritical after 1 min, Danger after 2 min"


def test_the_demo_has_no_channels(qtbot: QtBot) -> None:
    dialog = ChannelsDialog(Theme(), demo=True)
    qtbot.addWidget(dialog)
    assert not dialog.save.isEnabled()
    assert "demo" in dialog.message.text()


# ---------------------------------------------------------------- watchdogs


def test_the_ping_address_leaves_the_field_with_save(dialog: ChannelsDialog, sent: Sent, qtbot: QtBot) -> None:
    dialog.show_watchdogs()
    dialog.watchdog_page.address.setText("https://hc.example/canary")
    click(qtbot, dialog.watchdog_page.keep)
    assert (sent.last.url, dialog.watchdog_page.address.text()) == ("https://hc.example/canary", "")


def test_the_daily_test_can_be_switched_off_without_touching_the_address(
    dialog: ChannelsDialog, sent: Sent, qtbot: QtBot
) -> None:
    stored(dialog, PHONE)
    dialog.show_watchdogs()
    dialog.watchdog_page.daily.click()
    assert (sent.last.daily_self_test, sent.last.url) == (False, None)


# ---------------------------------------------------------------- the self-test


def result(at_ms: int, *, ok: bool = True) -> SelfTestResult:
    return SelfTestResult(at_ms=at_ms, ok=ok, lines=(CheckLine(ok=ok, what="phone", detail="Taken by Pushover."),))


@pytest.fixture
def self_test(qtbot: QtBot, sent: Sent) -> SelfTestDialog:
    made = SelfTestDialog(Theme())
    qtbot.addWidget(made)
    made.sent.connect(sent.append)
    made.show()
    return made


def test_it_runs_and_shows_what_each_link_answered(self_test: SelfTestDialog, sent: Sent) -> None:
    self_test.set_update(sample.update(self_test=result(1)))
    self_test.run()
    assert sent == [RunSelfTest()]
    self_test.set_update(sample.update(self_test=result(1), self_test_runs=True))
    assert self_test.progress.isVisible()
    self_test.set_update(sample.update(self_test=result(2)))
    assert not self_test.progress.isVisible()
    assert self_test.lines.accessibleName() == "phone works: Taken by Pushover."


def test_the_last_result_is_not_taken_for_the_new_one(self_test: SelfTestDialog) -> None:
    self_test.set_update(sample.update(self_test=result(1)))
    self_test.run()
    self_test.set_update(sample.update(self_test=result(1)))
    assert self_test.progress.isVisible()


def test_an_engine_that_never_answers_is_told(self_test: SelfTestDialog, qtbot: QtBot) -> None:
    self_test.run()
    self_test._patience.setInterval(1)
    qtbot.waitUntil(lambda: "has not answered" in self_test.head.text(), timeout=5000)


# ---------------------------------------------------------------- start at login


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Windows:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    parent = QWidget()
    qtbot.addWidget(parent)
    return windows_over(parent, tmp_path)


def settings(*accounts: AccountConfig) -> SettingsChanged:
    return SettingsChanged(accounts=accounts, alerts=AlertSettings())


def offers() -> list[QMessageBox]:
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


@pytest.mark.skipif(not autostart.is_possible(), reason="this system has no autostart folder")
def test_the_first_account_brings_the_offer_to_start_at_login(windows: Windows) -> None:
    windows.set_settings(settings())
    windows.set_settings(settings(AccountConfig(id="Main", venue="okx")))
    (box,) = offers()
    next(button for button in box.buttons() if button.text() == "Start at login").click()
    assert autostart.is_on()
    assert not offers()


def test_a_start_with_accounts_offers_nothing(windows: Windows) -> None:
    windows.set_settings(settings(AccountConfig(id="Main", venue="okx")))
    windows.set_settings(settings(AccountConfig(id="Main", venue="okx"), AccountConfig(id="Two", venue="okx")))
    assert not offers()
