"""The form of one account. Secrets are masked, leave the form with SaveAccount, and are never shown again."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from monitor.language import tr
from monitor.settings import AccountConfig
from monitor.venue_labels import LABELS, VenueLabel
from ui.dialog_style import words

LONGEST_NAME = 40
_PROXY_SCHEMES = ("http://", "https://", "socks5://")


VENUES: tuple[VenueLabel, ...] = tuple(LABELS.values())


class AccountForm(QWidget):
    """Fields of one account, new or stored.

    Signals:
        edited: something was typed. venue_chosen: the VenueLabel.
    """

    edited = Signal()
    venue_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._stored: AccountConfig | None = None
        self.venue = QComboBox()
        for choice in VENUES:
            self.venue.addItem(choice.choice, choice.id)
        self.name = _line(tr("Name"), tr("for example: Main"))
        self.name.setMaxLength(LONGEST_NAME)
        self.api_key = _line(tr("API key"), "")
        self.secret = _line(tr("Secret"), "")
        self.passphrase = _line(tr("Passphrase"), "")
        for field in (self.api_key, self.secret, self.passphrase):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.network = QComboBox()
        self.network.addItem(tr("Live"), False)
        self.network.addItem(tr("Test network"), True)
        self.host = _line(tr("Regional host"), tr("empty: the venue's own"))
        self.proxy = _line(tr("Proxy"), tr("empty: none · http://… · socks5://…"))
        self._arrange()
        self.api_key.textEdited.connect(self._pasted)
        self.secret.textEdited.connect(lambda text: self.secret.setText(text.strip()))
        for line in (self.name, self.api_key, self.secret, self.passphrase, self.host, self.proxy):
            line.textChanged.connect(self.edited)
        self.network.currentIndexChanged.connect(self.edited)
        self.venue.currentIndexChanged.connect(self._venue_changed)
        self.show_account(None)

    @property
    def choice(self) -> VenueLabel:
        """The venue that is chosen."""
        return VENUES[max(0, self.venue.currentIndex())]

    @property
    def is_new(self) -> bool:
        """Whether the form is for an account that is not stored yet."""
        return self._stored is None

    def show_account(self, account: AccountConfig | None) -> None:
        """Show a stored account, or an empty form; secrets that were typed are forgotten."""
        self._stored = account
        self.clear_secrets()
        shown = account or AccountConfig(id="new", venue=VENUES[0].id)
        self.name.setText("" if account is None else shown.id)
        self.name.setReadOnly(account is not None)
        self.name.setEnabled(account is None)
        self.venue.setCurrentIndex(max(0, self.venue.findData(shown.venue)))
        self.venue.setEnabled(account is None)
        self.network.setCurrentIndex(1 if shown.testnet else 0)
        self.host.setText(shown.host or shown.base_url.removeprefix("http://"))
        self.proxy.setText(shown.proxy)
        kept = "" if account is None else tr("in the keyring; empty keeps it")
        self.api_key.setPlaceholderText(kept or tr("paste it, or both lines at once"))
        self.secret.setPlaceholderText(kept)
        self.passphrase.setPlaceholderText(kept)
        self._venue_changed()

    def clear_secrets(self) -> None:
        """Empty the secret fields, their undo history with them."""
        for field in (self.api_key, self.secret, self.passphrase):
            field.setText("")

    def secrets(self) -> tuple[str | None, str | None, str | None]:
        """Return key, secret and passphrase; None where nothing was typed."""
        typed = (self.api_key.text().strip(), self.secret.text().strip(), self.passphrase.text().strip())
        if self.choice.needs == "address":
            return typed[0] or None, "" if typed[0] else None, None
        return typed[0] or None, typed[1] or None, typed[2] or None

    def problem(self, taken: frozenset[str]) -> str:
        """Return what is missing or wrong, one sentence; "" when the form can be sent.

        Args:
            taken: names of the accounts that exist.
        """
        name, (key, secret, passphrase) = self.name.text().strip(), self.secrets()
        proxy = self.proxy.text().strip()
        if not name:
            return tr("The account needs a name.")
        if self.is_new and name in taken:
            return tr("There is already an account named {name}.", name=name)
        if self.choice.needs == "address":
            if self.is_new and not key:
                return tr("The account's public address is needed; never a private key.")
        elif self.is_new and not (key and secret):
            return tr("Key and secret are needed.")
        elif bool(key) != bool(secret):
            return tr("To replace the key, paste key and secret; to keep it, leave both empty.")
        if self.choice.needs == "key and passphrase" and key and not passphrase:
            return tr("This venue's keys have a passphrase.")
        if proxy and not proxy.startswith(_PROXY_SCHEMES):
            return tr("The proxy must begin with http://, https:// or socks5://.")
        if "/" in self.host.text() or " " in self.host.text().strip():
            return tr("The regional host is a name like api.example.com, without https:// and path.")
        return ""

    def config(self, now_ms: int) -> AccountConfig:
        """Return the settings of the account as the fields say; secrets are not in it."""
        host = self.host.text().strip()
        is_here = _is_here(host)
        changed = {
            "venue": self.choice.id,
            "testnet": bool(self.network.currentData()),
            "host": "" if is_here else host,
            "base_url": f"http://{host}" if is_here else "",
            "ws_base_url": f"ws://{host}" if is_here else "",
            "proxy": self.proxy.text().strip(),
        }
        if self._stored is not None:
            return msgspec.structs.replace(self._stored, **changed)
        return AccountConfig(id=self.name.text().strip(), created_ms=now_ms, **changed)  # type: ignore[arg-type]

    # ------------------------------------------------------------------ inside

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(14)
        self._rows = form
        for label, field in (
            (tr("Venue"), self.venue),
            (tr("Name"), self.name),
            (tr("API key"), self.api_key),
            (tr("Secret"), self.secret),
            (tr("Passphrase"), self.passphrase),
            (tr("Network"), self.network),
            (tr("Regional host"), self.host),
            (tr("Proxy"), self.proxy),
        ):
            caption = words(label, "field")
            caption.setBuddy(field)
            caption.setMinimumWidth(96)
            field.setAccessibleName(label)
            form.addRow(caption, field)

    def _pasted(self, text: str) -> None:
        """Take key and secret that were pasted together, one after the other."""
        parts = text.replace("\u2028", " ").split()
        if len(parts) == 2 and self.choice.needs != "address":
            self.api_key.setText(parts[0])
            self.secret.setText(parts[1])
        else:
            self.api_key.setText("".join(parts))

    def _venue_changed(self) -> None:
        address = self.choice.needs == "address"
        self._rows.setRowVisible(self.secret, not address)
        self._rows.setRowVisible(self.passphrase, self.choice.needs == "key and passphrase")
        caption = self._rows.labelForField(self.api_key)
        if isinstance(caption, QLabel):
            caption.setText(tr("Address") if address else tr("API key"))
        self.api_key.setAccessibleName(tr("Address") if address else tr("API key"))
        if self._stored is None:
            self.api_key.setPlaceholderText(
                tr("the public address") if address else tr("paste it, or both lines at once")
            )
        self.api_key.setEchoMode(QLineEdit.EchoMode.Normal if address else QLineEdit.EchoMode.Password)
        self.venue_chosen.emit(self.choice)
        self.edited.emit()


def _is_here(host: str) -> bool:
    """Whether a host is an exchange on this computer, as `marginwatch demo` opens one: an address with a port."""
    name, _, port = host.rpartition(":")
    return name in ("127.0.0.1", "localhost") and port.isdigit()


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    return line
