"""Accounts and alert settings: what is sent to the engine, what is shown, what is forgotten."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from monitor import messages
from monitor.messages import AccountResult, CheckLine
from monitor.model import KeyFacts
from monitor.settings import AccountConfig, AlertSettings
from ui.accounts_dialog import AccountsDialog, steps_page
from ui.alerts_dialog import AlertsDialog
from ui.theme import Theme

KEY, SECRET = "canary-key-1", "canary-secret-2"
MAIN = AccountConfig(id="Main", venue="binanceusdm", created_ms=7)


class Sent(list[Any]):
    """What the dialog has sent, newest last."""

    @property
    def last(self) -> Any:
        return self[-1]


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def accounts(qtbot: QtBot, sent: Sent) -> AccountsDialog:
    dialog = AccountsDialog(Theme(), lambda: 42)
    qtbot.addWidget(dialog)
    dialog.sent.connect(sent.append)
    dialog.show()
    return dialog


def fill(dialog: AccountsDialog, name: str = "Alts", key: str = "KEY", secret: str = "SECRET") -> None:
    dialog.form.name.setText(name)
    dialog.form.api_key.setText(key)
    dialog.form.secret.setText(secret)


def answer(dialog: AccountsDialog, sent: Sent, *, ok: bool = True, checks: tuple[CheckLine, ...] = ()) -> None:
    dialog.show_answer(
        AccountResult(request_id=sent.last.request_id, account_id="Alts", ok=ok, message="Said.", checks=checks)
    )


def test_save_sends_the_account_with_its_secrets(accounts: AccountsDialog, sent: Sent, qtbot: QtBot) -> None:
    fill(accounts)
    qtbot.mouseClick(accounts.save, Qt.MouseButton.LeftButton)
    message = sent.last
    assert isinstance(message, messages.SaveAccount)
    assert (message.config.id, message.config.created_ms) == ("Alts", 42)
    assert (message.api_key, message.secret, message.passphrase) == ("KEY", "SECRET", None)


def test_secrets_leave_the_form_with_save(accounts: AccountsDialog, sent: Sent, qtbot: QtBot) -> None:
    fill(accounts)
    qtbot.mouseClick(accounts.save, Qt.MouseButton.LeftButton)
    assert accounts.form.secrets() == (None, None, None)


def test_closing_forgets_what_was_typed(accounts: AccountsDialog) -> None:
    fill(accounts)
    accounts.reject()
    assert accounts.form.secrets() == (None, None, None)


def test_secrets_are_masked(accounts: AccountsDialog) -> None:
    for field in (accounts.form.api_key, accounts.form.secret, accounts.form.passphrase):
        assert field.echoMode() is QLineEdit.EchoMode.Password


def test_a_stored_account_shows_no_secret_and_keeps_it(accounts: AccountsDialog, sent: Sent, qtbot: QtBot) -> None:
    accounts.set_accounts((MAIN,))
    accounts.list.setCurrentRow(0)
    assert accounts.form.api_key.text() == ""
    accounts.form.proxy.setText("socks5://127.0.0.1:9050")
    qtbot.mouseClick(accounts.save, Qt.MouseButton.LeftButton)
    assert (sent.last.api_key, sent.last.secret) == (None, None)
    assert sent.last.config == AccountConfig(
        id="Main", venue="binanceusdm", created_ms=7, proxy="socks5://127.0.0.1:9050"
    )


@pytest.mark.parametrize("both", ["KEY SECRET", " KEY\nSECRET\n", "KEY\t SECRET"])
def test_key_and_secret_may_be_pasted_together(accounts: AccountsDialog, both: str) -> None:
    QApplication.clipboard().setText(both)
    accounts.form.api_key.paste()
    assert accounts.form.secrets() == ("KEY", "SECRET", None)


@pytest.mark.parametrize(
    ("name", "key", "secret", "word"),
    [
        ("", "K", "S", "needs a name"),
        ("Main", "K", "S", "already an account"),
        ("Alts", "", "", "Key and secret"),
        ("Alts", "K", "", "Key and secret"),
    ],
)
def test_what_is_missing_is_said_and_not_sent(
    accounts: AccountsDialog, name: str, key: str, secret: str, word: str
) -> None:
    accounts.set_accounts((MAIN,))
    accounts.start_new()
    fill(accounts, name, key, secret)
    assert not accounts.save.isEnabled()
    assert word in accounts.save.toolTip()


def test_a_proxy_of_another_kind_is_refused(accounts: AccountsDialog) -> None:
    fill(accounts)
    accounts.form.proxy.setText("ftp://x")
    assert "proxy" in accounts.form.problem(frozenset())


def test_a_test_shows_its_lines(accounts: AccountsDialog, sent: Sent, qtbot: QtBot) -> None:
    fill(accounts)
    qtbot.mouseClick(accounts.test, Qt.MouseButton.LeftButton)
    assert accounts.progress.isVisible()
    answer(accounts, sent, ok=False, checks=(CheckLine(ok=False, what="Clock", detail="70 s ahead"),))
    assert not accounts.progress.isVisible()
    assert accounts.checks.accessibleName() == "Clock fails: 70 s ahead"
    assert accounts.message.text() == "1 of 1 checks failed."


def test_a_test_keeps_what_was_typed_for_save(accounts: AccountsDialog, sent: Sent, qtbot: QtBot) -> None:
    fill(accounts)
    qtbot.mouseClick(accounts.test, Qt.MouseButton.LeftButton)
    answer(accounts, sent)
    assert accounts.form.secrets() == ("KEY", "SECRET", None)


def test_the_focus_alone_does_not_leave_a_new_account(accounts: AccountsDialog, sent: Sent, qtbot: QtBot) -> None:
    accounts.set_accounts((MAIN,))
    accounts.start_new()
    fill(accounts, "Alts")
    accounts.list.setFocus()
    assert accounts.form.name.text() == "Alts"
    assert accounts.form.secrets() == ("KEY", "SECRET", None)


def test_the_answer_to_a_cancelled_test_is_not_shown(accounts: AccountsDialog, sent: Sent, qtbot: QtBot) -> None:
    fill(accounts)
    qtbot.mouseClick(accounts.test, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(accounts.cancel, Qt.MouseButton.LeftButton)
    answer(accounts, sent, checks=(CheckLine(ok=True, what="Reach", detail=""),))
    assert accounts.checks.accessibleName() == "No test yet"


def ask_consent(dialog: AccountsDialog, sent: Sent, qtbot: QtBot) -> None:
    """Save a key that turns out to be one that can trade."""
    fill(dialog, key=KEY, secret=SECRET)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    dialog.show_answer(
        AccountResult(
            request_id=sent.last.request_id, account_id="Alts", ok=False, message="It can trade.", needs_consent=True
        )
    )


def test_a_key_that_can_trade_is_sent_again_only_with_the_name_typed(
    accounts: AccountsDialog, sent: Sent, qtbot: QtBot
) -> None:
    ask_consent(accounts, sent, qtbot)
    assert accounts.consent.isVisible()
    assert accounts.form.secrets() == (None, None, None)
    for typed, may in (("", False), ("alts", False), ("Alts", True)):
        accounts.consent.setText(typed)
        assert accounts.save.isEnabled() is may
    qtbot.mouseClick(accounts.save, Qt.MouseButton.LeftButton)
    assert (sent.last.api_key, sent.last.secret, sent.last.consent) == (KEY, SECRET, "Alts")
    assert len(sent) == 2


def test_no_text_of_the_window_shows_a_secret_while_consent_is_awaited(
    accounts: AccountsDialog, sent: Sent, qtbot: QtBot
) -> None:
    ask_consent(accounts, sent, qtbot)
    readers = ("text", "displayText", "toPlainText", "toolTip", "accessibleName", "placeholderText", "windowTitle")
    texts = [
        str(getattr(widget, reader)())
        for widget in (accounts, *accounts.findChildren(QWidget))
        for reader in readers
        if hasattr(widget, reader)
    ]
    assert any("It can trade." in text for text in texts)
    assert not any(secret in text for secret in (KEY, SECRET) for text in texts)


@pytest.mark.parametrize("leave", ["cancel", "close"])
def test_a_key_that_is_not_agreed_to_is_forgotten(
    accounts: AccountsDialog, sent: Sent, qtbot: QtBot, leave: str
) -> None:
    ask_consent(accounts, sent, qtbot)
    accounts.cancel.click() if leave == "cancel" else accounts.reject()
    assert not accounts.consent.isVisible()
    accounts.show()
    fill(accounts, key="OTHER")
    qtbot.mouseClick(accounts.save, Qt.MouseButton.LeftButton)
    assert (sent.last.api_key, sent.last.consent) == ("OTHER", "")


def test_a_key_that_can_trade_stays_marked(accounts: AccountsDialog, sent: Sent, qtbot: QtBot) -> None:
    facts = KeyFacts(rights="can trade", checked_ms=1)
    accounts.set_accounts((replace(MAIN, key=facts, trade_agreed_ms=86_400_000),))
    accounts.list.setCurrentRow(0)
    assert accounts.list.item(0).text() == "Main\ncan trade"
    assert accounts.key.text() == "Key: can trade (agreed 1970-01-02) · asked 1970-01-01"
    assert not accounts.consent.isVisible()


def test_a_right_to_trade_that_appeared_later_can_be_agreed_to(
    accounts: AccountsDialog, sent: Sent, qtbot: QtBot
) -> None:
    accounts.set_accounts((replace(MAIN, key=KeyFacts(rights="can trade", checked_ms=1)),))
    accounts.list.setCurrentRow(0)
    accounts.consent.setText("Main")
    qtbot.mouseClick(accounts.save, Qt.MouseButton.LeftButton)
    assert (sent.last.api_key, sent.last.consent) == (None, "Main")


def test_removing_asks_twice(accounts: AccountsDialog, sent: Sent, qtbot: QtBot) -> None:
    accounts.set_accounts((MAIN,))
    accounts.list.setCurrentRow(0)
    qtbot.mouseClick(accounts.remove, Qt.MouseButton.LeftButton)
    assert not sent
    qtbot.mouseClick(accounts.remove, Qt.MouseButton.LeftButton)
    assert sent.last == messages.RemoveAccount(request_id=1, account_id="Main")


def test_the_demo_keeps_its_accounts(qtbot: QtBot) -> None:
    dialog = AccountsDialog(Theme(), lambda: 0, demo=True)
    qtbot.addWidget(dialog)
    fill(dialog)
    assert not dialog.save.isEnabled()
    assert not dialog.form.isEnabled()


def test_the_steps_beside_the_form_are_those_of_the_guide(accounts: AccountsDialog) -> None:
    page = steps_page(accounts.form.choice)
    assert "Enable Reading" in page.text
    assert "Changing a key" not in page.text


# ---------------------------------------------------------------- alerts


@pytest.fixture
def alerts(qtbot: QtBot) -> AlertsDialog:
    dialog = AlertsDialog(Theme(), AlertSettings())
    qtbot.addWidget(dialog)
    return dialog


def test_what_is_shown_is_what_is_sent(alerts: AlertsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(alerts.alerts_changed) as told:
        alerts.save.click()
    assert told.args == [AlertSettings()]


def test_percent_on_screen_is_a_fraction_in_the_settings(alerts: AlertsDialog) -> None:
    alerts.levels.distance[0].setValue(12.5)
    assert alerts.alerts().liquidation_distance.warning == 0.125


@pytest.mark.parametrize(("place", "percent"), [(1, 20.0), (2, 0.5)])
def test_levels_out_of_order_or_below_the_floor_cannot_be_saved(
    alerts: AlertsDialog, place: int, percent: float
) -> None:
    alerts.levels.distance[place].setValue(percent)
    assert not alerts.save.isEnabled()
    assert alerts.note.text().startswith("Distance to liquidation:")


def test_a_mended_value_can_be_saved_again(alerts: AlertsDialog) -> None:
    alerts.levels.ratio[2].setValue(99)
    alerts.levels.ratio[2].setValue(90)
    assert alerts.save.isEnabled()
    assert alerts.note.text() == ""


def test_figures_are_seen(alerts: AlertsDialog) -> None:
    alerts.show()
    assert alerts.levels.distance[0].lineEdit().width() > 80


def test_with_the_answer_the_keyboard_is_where_it_was(accounts: AccountsDialog, sent: Sent) -> None:
    accounts.set_accounts((MAIN,))
    accounts.start_new()
    accounts.form.name.setText("Hedge")
    for line in (accounts.form.api_key, accounts.form.secret):
        line.setText("K" * 24)
    accounts.test.setFocus()
    accounts.test.click()
    accounts.show_answer(AccountResult(request_id=sent.last.request_id, account_id="Hedge", ok=True, message="works"))
    assert accounts.focusWidget() is accounts.test
