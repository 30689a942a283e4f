"""The accounts: add, edit, rotate a key, test, remove. It talks to the engine only by messages and keeps no secret.

Each request has a number; the answer to a request that was cancelled, or belongs to another account, is ignored.
A key that can trade is not stored before the account's name is typed: the request is held for that long, not the form.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from monitor import key_words
from monitor.language import tr
from monitor.messages import AccountResult, CheckLine, RemoveAccount, SaveAccount, TestAccount
from monitor.settings import AccountConfig
from monitor.venue_labels import VenueLabel
from ui.account_form import AccountForm
from ui.dialog_style import WaitingBar, dress, is_sure, named, say, scrolled, select_item, words
from ui.engine_words import rights_word
from ui.guide_text import Page, section_page
from ui.item_lines import ItemLines, inset, take_focus
from ui.painting import CENTER, LEFT, Canvas, Ink, plain_tip
from ui.steps_pane import StepsPane
from ui.theme import Theme, face

_ID = Qt.ItemDataRole.UserRole.value
_DEMO = tr("This is the demo: its accounts come and go with it. Start Marginwatch without the demo to watch your own.")


class AccountsDialog(QDialog):
    """All accounts at the left, the form in the middle, the steps for making a key at the right.

    Args:
        now_ms: the wall clock, for the date of a new account.
        demo: the demo's accounts cannot be changed.

    Signals:
        sent: SaveAccount, TestAccount or RemoveAccount for the engine.
    """

    sent = Signal(object)

    def __init__(
        self, theme: Theme, now_ms: Callable[[], int], parent: QWidget | None = None, *, demo: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Accounts"))
        self.resize(1080, 660)
        dress(self, theme)
        self._theme = theme
        self._now_ms = now_ms
        self._demo = demo
        self._accounts: dict[str, AccountConfig] = {}
        self._number = 0
        self._waiting: tuple[int, str] | None = None  # number of the request, and what was asked
        self._asked_at: QWidget | None = None  # where the keyboard was: it goes back there with the answer
        self._sent_save: SaveAccount | None = None  # until it is answered
        self._held: SaveAccount | None = None  # its key can trade: it waits for the account's name, typed
        self.list = named(QListWidget(), "accounts")
        self.list.setAccessibleName(tr("Accounts"))
        ItemLines(theme, self.list)
        self.add = QPushButton(tr("Add account"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = AccountForm()
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # the checks give way first
        self.key = words("", "sub", wrap=True)
        self.consent = QLineEdit()
        self.consent.setAccessibleName(tr("The account's name, to use a key that can trade"))
        self.message = words("", "sub", wrap=True)
        self.checks = CheckList(theme)
        self._checks_area = scrolled(self.checks)
        self._checks_area.setMinimumHeight(2 * CheckList.ROW)
        self.progress = WaitingBar(theme)
        self.test = QPushButton(tr("Test"))
        self.cancel = QPushButton(tr("Cancel"))
        self.save = named(QPushButton(tr("Save")), "primary")
        self.remove = named(QPushButton(tr("Remove")), "grave")
        self.steps = StepsPane(theme, tr("How to make a read-only key"))
        self._arrange()
        self._connect()
        self._show_steps(self.form.choice)
        self._show_account(None)

    def set_accounts(self, accounts: tuple[AccountConfig, ...]) -> None:
        """Show these accounts; the one that is being edited stays chosen."""
        self._accounts = {account.id: account for account in accounts}
        chosen = self._chosen_id()
        take_focus(self.list, bool(accounts))
        self.list.blockSignals(True)
        self.list.clear()
        for account in accounts:
            item = QListWidgetItem(_marked(account), self.list)
            item.setData(_ID, account.id)
            item.setToolTip(plain_tip(self._key_sentence(account)))
            if account.id == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._show_key(self._accounts.get(chosen))
        self._refresh()

    def show_answer(self, result: AccountResult) -> None:
        """Show the engine's answer to the request that is waited for."""
        if self._waiting is None or result.request_id != self._waiting[0]:
            return
        asked, saved = self._waiting[1], self._sent_save
        self._stop_waiting()
        self._show_checks(result.checks)
        if result.needs_consent:
            self._hold(saved, result.message)
            return
        if asked == "save" and not result.ok:
            self._say(tr("{message}\nNothing was stored; paste key and secret again.", message=result.message), "wrong")
            return
        failed = sum(check.ok is False for check in result.checks)
        sentence = (
            tr("{failed} of {count} checks failed.", failed=failed, count=len(result.checks))
            if failed
            else result.message
        )
        self._say(sentence, "right" if result.ok else "wrong")
        if asked == "remove" and result.ok:
            self._choose("")
        elif asked == "save":
            self._choose(result.account_id)

    def begin(self) -> None:
        """Put the keyboard where the user will type: into the list, or into the form where there is no account."""
        (self.list if self._accounts else self.form.name).setFocus()

    def start_new(self) -> None:
        """Show an empty form."""
        self._choose("")
        self.form.name.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forget what was typed."""
        self._forget()
        super().closeEvent(event)

    def reject(self) -> None:
        """Escape: forget what was typed, and close."""
        self._forget()
        super().reject()

    # ------------------------------------------------------------------ parts

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        side = named(QWidget(), "side")
        side.setFixedWidth(210)
        left = QVBoxLayout(side)
        left.setContentsMargins(14, 24, 14, 16)
        left.addWidget(inset(words(tr("Accounts"), "section")))
        left.addWidget(self.list, 1)
        left.addWidget(self.add)
        row.addWidget(side)
        row.addWidget(self._make_middle(), 5)
        row.addWidget(self.steps, 4)

    def _make_middle(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(24, 18, 20, 16)
        column.setSpacing(12)
        self._heading = words(tr("New account"), "title")
        column.addWidget(self._heading)
        column.addWidget(self.key)
        column.addWidget(self.form)
        column.addWidget(words(tr("Key and secret go into the system's keyring and nowhere else."), "sub", wrap=True))
        column.addWidget(self.progress)
        column.addWidget(self.message)
        column.addWidget(self._make_consent())
        column.addWidget(self._checks_area, 100)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.remove)
        row.addStretch(1)
        for button in (self.cancel, self.test, self.save):
            row.addWidget(button)
        for button in (self.remove, self.cancel, self.test, self.add):
            button.setAutoDefault(False)
        column.addLayout(row)
        return box

    def _make_consent(self) -> QWidget:
        self._consent_box = QWidget()
        row = QHBoxLayout(self._consent_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self._consent_caption = words("", "field", wrap=True)
        self._consent_caption.setBuddy(self.consent)
        row.addWidget(self._consent_caption, 3)
        row.addWidget(self.consent, 2)
        return self._consent_box

    def _connect(self) -> None:
        self.add.clicked.connect(self.start_new)
        self.list.itemSelectionChanged.connect(self._picked)  # the focus alone makes an item the current one
        self.form.edited.connect(self._refresh)
        self.form.venue_chosen.connect(self._show_steps)
        self.consent.textChanged.connect(self._refresh)
        self.test.clicked.connect(self._send_test)
        self.save.clicked.connect(self._send_save)
        self.remove.clicked.connect(self._ask_remove)
        self.cancel.clicked.connect(self._give_up)

    # ------------------------------------------------------------------ doing

    def _send_test(self) -> None:
        key, secret, passphrase = self.form.secrets()
        config = self.form.config(self._now_ms())
        self._ask(
            TestAccount(request_id=self._next(), config=config, api_key=key, secret=secret, passphrase=passphrase),
            "test",
            tr("Reading the account once …"),
        )

    def _send_save(self) -> None:
        if self._held is not None:
            message = msgspec.structs.replace(self._held, request_id=self._next(), consent=self.consent.text())
        else:
            key, secret, passphrase = self.form.secrets()
            message = SaveAccount(
                request_id=self._next(),
                config=self.form.config(self._now_ms()),
                api_key=key,
                secret=secret,
                passphrase=passphrase,
                consent=self.consent.text(),
            )
        self.form.clear_secrets()
        self._held, self._sent_save = None, message
        asks = message.api_key is not None
        self._ask(message, "save", tr("Asking the venue what the key may do …") if asks else tr("Storing it …"))

    def _hold(self, message: SaveAccount | None, sentence: str) -> None:
        """Wait for the account's name before a key that can trade is stored."""
        self._held = message
        self.consent.clear()
        self._say(sentence, "wrong")
        self._refresh()
        self.consent.setFocus()

    def _ask_remove(self) -> None:
        account_id = self._chosen_id()
        if is_sure(self.remove, tr("Really remove {account} and its key?", account=account_id)):
            self._ask(RemoveAccount(request_id=self._next(), account_id=account_id), "remove", tr("Removing it …"))

    def _ask(self, message: SaveAccount | TestAccount | RemoveAccount, what: str, sentence: str) -> None:
        self._waiting, self._asked_at = (message.request_id, what), self.focusWidget()
        self._show_checks(())
        self._say(sentence, "sub")
        self._refresh()
        self.sent.emit(message)

    def _give_up(self) -> None:
        held, self._held = self._held is not None, None
        self._stop_waiting()
        self._say(tr("Nothing was stored.") if held else tr("Cancelled: the answer will not be shown."), "sub")

    def _stop_waiting(self) -> None:
        self._waiting = self._sent_save = None
        self._refresh()
        if self._asked_at is not None:
            self._asked_at.setFocus()
        self._asked_at = None

    def _next(self) -> int:
        self._number += 1
        return self._number

    # ------------------------------------------------------------------ showing

    def _chosen_id(self) -> str:
        return "" if self.form.is_new else self.form.name.text()

    def _picked(self) -> None:
        for item in self.list.selectedItems():
            self._choose(str(item.data(_ID)))

    def _choose(self, account_id: str) -> None:
        select_item(self.list, _ID, account_id)
        changed = account_id != self._chosen_id() or not account_id
        self._show_account(self._accounts.get(account_id), keep_message=not changed or not account_id)

    def _show_account(self, account: AccountConfig | None, *, keep_message: bool = False) -> None:
        self.form.show_account(account)
        self._heading.setText(tr("New account") if account is None else account.id)
        self._show_key(account)
        self.consent.clear()
        if not keep_message:
            self._say("", "sub")
            self._show_checks(())
        self._refresh()

    def _show_steps(self, choice: VenueLabel) -> None:
        self.steps.show_page(steps_page(choice))

    def _say(self, sentence: str, name: str) -> None:
        say(self.message, sentence, name)

    def _refresh(self) -> None:
        waiting, held = self._waiting is not None, self._held is not None
        busy, problem = waiting or held, self._problem()
        self.form.setEnabled(not busy and not self._demo)
        self.progress.setVisible(waiting)
        self.cancel.setVisible(busy)
        self.test.setEnabled(not busy and not problem)
        self.save.setEnabled(not waiting and not problem)
        self.save.setText(tr("Use it all the same") if held else tr("Save"))
        self.save.setToolTip(plain_tip(problem))
        self.test.setToolTip(plain_tip(problem))
        self.add.setEnabled(not busy and not self._demo)
        self.list.setEnabled(not busy)
        self.remove.setVisible(not self.form.is_new)
        self.remove.setEnabled(not busy and not self._demo)
        self._show_consent()
        if self._demo:
            self._say(_DEMO, "sub")

    def _show_checks(self, checks: tuple[CheckLine, ...]) -> None:
        self.checks.show_checks(checks)
        self._checks_area.setVisible(bool(checks))

    def _problem(self) -> str:
        """What stands in the way of saving, one sentence; "" for nothing."""
        if self._demo:
            return _DEMO
        if self._held is None:
            return self.form.problem(frozenset(self._accounts))
        name = self._held.config.id
        return "" if self.consent.text().strip() == name else tr("Type {name} to use a key that can trade.", name=name)

    def _show_consent(self) -> None:
        """Ask for the name where a key can trade and that was not agreed to."""
        account = self._accounts.get(self._chosen_id())
        stored = account is not None and _can_trade(account) and not account.trade_agreed_ms
        self._consent_box.setVisible((self._held is not None or stored) and not self._demo)
        name = self._held.config.id if self._held is not None else self._chosen_id()
        plain = name.replace("&", "&&")  # in a label of a field it is no shortcut
        self._consent_caption.setText(tr("Type {name} to use this key all the same", name=plain))

    def _show_key(self, account: AccountConfig | None) -> None:
        self.key.setText(self._key_sentence(account))
        self.key.setVisible(account is not None)

    def _key_sentence(self, account: AccountConfig | None) -> str:
        if account is None:
            return ""
        return tr("Key: {key}", key=key_words.summary(account.key, self._now_ms(), account.trade_agreed_ms))

    def _forget(self) -> None:
        self.form.clear_secrets()
        self._held = None
        self.consent.clear()
        self._stop_waiting()


def _can_trade(account: AccountConfig) -> bool:
    return account.key is not None and account.key.rights == "can trade"


def _marked(account: AccountConfig) -> str:
    """The account's name in the list, with what must not be forgotten about its key."""
    rights = account.key.rights if account.key is not None else ""
    return f"{account.id}\n{rights_word(rights)}" if rights in ("can trade", "can withdraw") else account.id


class CheckList(Canvas):
    """The lines of an account test: a mark, what was tried, what came of it."""

    ROW = 40

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._checks: tuple[CheckLine, ...] = ()

    def show_checks(self, checks: tuple[CheckLine, ...]) -> None:
        """Show these lines."""
        self._checks = checks
        self.setMinimumHeight(self.ROW * len(checks))
        outcome = {True: tr("works"), False: tr("fails"), None: tr("unknown")}
        self.setAccessibleName(
            "; ".join(f"{check.what} {outcome[check.ok]}: {check.detail}" for check in checks) or tr("No test yet")
        )
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint the lines."""
        marks = {True: ("✓", "ok"), False: ("✕", "critical"), None: ("?", "watch")}
        for place, check in enumerate(self._checks):
            sign, token = marks[check.ok]
            line = self.rect().toRectF()
            line.setTop(place * self.ROW)
            line.setHeight(18)
            color = ink.theme.color
            ink.text(QRectF(0, line.top(), 18, line.height()), CENTER, sign, face(14, 700), color(token))
            ink.text(line.adjusted(26, 0, 0, 0), LEFT, check.what, face(13, 600), color("text"), shorten=True)
            detail = line.adjusted(26, 18, 0, 18)
            ink.text(detail, LEFT, check.detail, face(12, 400), color("text2"), shorten=True)
            ink.tips.append((line.united(detail), f"{check.what}: {check.detail}"))


def steps_page(choice: VenueLabel) -> Page:
    """Return the guide's section on making a key at a venue, as a page of its own."""
    return section_page("accounts", choice.guide_section, tr("The guide has no steps for this venue."))
