"""The form of one channel: only the fields that its kind needs. Secrets are masked and leave it once."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from monitor.language import tr
from monitor.settings import ChannelConfig
from ui.channel_kinds import CHANNELS, ChannelWords, Field
from ui.dialog_style import words

LONGEST_NAME = 40
_SECURITY = (("STARTTLS", "starttls"), ("TLS", "tls"), (tr("None, readable on the way"), "none"))
_WAITS = (
    (tr("In its turn"), None),
    (tr("At once"), 0.0),
    (tr("After 1 minute"), 60.0),
    (tr("After 3 minutes"), 180.0),
    (tr("After 10 minutes"), 600.0),
)


class ChannelForm(QWidget):
    """Fields of one channel, new or stored.

    Signals:
        edited: something was typed. kind_chosen: the ChannelWords.
    """

    edited = Signal()
    kind_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._stored: ChannelConfig | None = None
        self.kind = QComboBox()
        for kind in CHANNELS:
            self.kind.addItem(kind.title, kind.id)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self._lines: dict[tuple[str, str], QLineEdit] = {}  # by kind and name of the field
        self.security, self.port = QComboBox(), QLineEdit()
        self.level, self.wait = QComboBox(), QComboBox()
        self.proxy = QLineEdit()
        for text, value in _SECURITY:
            self.security.addItem(text, value)
        for least, text in ((2, tr("Danger and Critical")), (3, tr("Critical only"))):
            self.level.addItem(text, least)
        for box in (self.kind, self.security, self.level, self.wait):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        self._arrange()
        self.name.textChanged.connect(self.edited)
        self.proxy.textChanged.connect(self.edited)
        self.port.textChanged.connect(self.edited)
        for box in (self.security, self.level, self.wait):
            box.currentIndexChanged.connect(self.edited)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.show_channel(None)

    @property
    def choice(self) -> ChannelWords:
        """The kind that is chosen."""
        return CHANNELS[max(0, self.kind.currentIndex())]

    @property
    def secrets_typed(self) -> dict[str, QLineEdit]:
        """The masked lines of the kind, by name."""
        return {field.name: self._lines[self.choice.id, field.name] for field in self.choice.secrets}

    @property
    def fields_typed(self) -> dict[str, QLineEdit]:
        """The other lines of the kind, by name of ChannelConfig's field."""
        return {field.name: self._lines[self.choice.id, field.name] for field in self.choice.fields}

    @property
    def is_new(self) -> bool:
        """Whether the channel is not stored yet."""
        return self._stored is None

    def show_channel(self, channel: ChannelConfig | None) -> None:
        """Show a stored channel, or an empty form; secrets that were typed are forgotten."""
        self._stored = channel
        shown = channel or ChannelConfig(name="new", kind="ntfy")
        self.kind.blockSignals(True)
        self.kind.setCurrentIndex(max(0, self.kind.findData(shown.kind)))
        self.kind.blockSignals(False)
        self.kind.setEnabled(channel is None)
        self.name.setText("" if channel is None else shown.name)
        self.name.setEnabled(channel is None)
        self.security.setCurrentIndex(max(0, self.security.findData(shown.security)))
        self.port.setText(str(shown.port) if shown.port else "")
        self.level.setCurrentIndex(max(0, self.level.findData(shown.least_level)))
        self._show_wait(shown.after_s)
        self.proxy.setText(shown.proxy)
        for line in self._lines.values():
            line.clear()
        for name, line in self.fields_typed.items():
            line.setText("" if channel is None else str(getattr(shown, name)))
        self._kind_changed()

    def clear_secrets(self) -> None:
        """Empty the secret fields, their undo history with them."""
        for kind in CHANNELS:
            for field in kind.secrets:
                self._lines[kind.id, field.name].clear()

    def secrets(self) -> dict[str, str] | None:
        """Return what was typed; None: nothing, so that what is stored stays."""
        typed = {name: line.text().strip() for name, line in self.secrets_typed.items()}
        return typed if self.is_new or any(typed.values()) else None

    def problem(self, taken: frozenset[str]) -> str:
        """Return what is missing or wrong, one sentence; "" when the form can be sent."""
        name = self.name.text().strip()
        if not name:
            return tr("The channel needs a name, such as “my phone”.")
        if self.is_new and name in taken:
            return tr("There is already a channel named {name}.", name=name)
        secrets = self.secrets()
        for field in self.choice.secrets:
            if field.required and secrets is not None and not secrets[field.name]:
                return tr("{caption} is needed.", caption=field.caption)
        for field in self.choice.fields:
            text = self.fields_typed[field.name].text().strip()
            if field.required and not text:
                return tr("{caption} is needed.", caption=field.caption)
            if field.name in ("sender", "to") and self.choice.id == "email" and "@" not in text:
                return tr("{caption} must be an e-mail address.", caption=field.caption)
        port = self.port.text().strip()
        if self.choice.id == "email" and port and not (port.isdigit() and 0 < int(port) <= 65_535):
            return tr("The port is a number up to 65535.")
        if self.proxy.text().strip() and not self.proxy.text().strip().startswith(("http://", "https://")):
            return tr("The proxy must begin with http:// or https://.")
        return ""

    def config(self) -> ChannelConfig:
        """Return the settings of the channel as the fields say; secrets are not in it."""
        changes: dict[str, Any] = {name: line.text().strip() for name, line in self.fields_typed.items()}
        changes |= {
            "kind": self.choice.id,
            "least_level": self.level.currentData(),
            "after_s": self.wait.currentData(),
            "proxy": self.proxy.text().strip(),
        }
        if self.choice.id == "email":
            port = self.port.text().strip()
            changes |= {"security": self.security.currentData(), "port": int(port) if port.isdigit() else 0}
        if self._stored is not None:
            return msgspec.structs.replace(self._stored, **changes)
        return ChannelConfig(name=self.name.text().strip(), **changes)

    # ------------------------------------------------------------------ inside

    def _show_wait(self, after_s: float | None) -> None:
        self.wait.blockSignals(True)
        self.wait.clear()
        for text, value in _WAITS:
            self.wait.addItem(text, value)
        if after_s not in {value for _, value in _WAITS}:
            self.wait.addItem(tr("After {after_s:g} s", after_s=after_s), after_s)
        values = [self.wait.itemData(place) for place in range(self.wait.count())]
        self.wait.setCurrentIndex(values.index(after_s))
        self.wait.blockSignals(False)

    def _arrange(self) -> None:
        form = self._rows = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(14)
        _row(form, tr("Kind"), self.kind)
        _row(form, tr("Name"), self.name)
        self.name.setPlaceholderText(tr("for example: my phone"))
        for kind in CHANNELS:
            for field in kind.secrets:
                self._add_line(kind, field).setEchoMode(QLineEdit.EchoMode.Password)
            for field in kind.fields:
                self._add_line(kind, field)
        for caption, widget in (
            (tr("Encryption"), self.security),
            (tr("Port"), self.port),
            (tr("For"), self.level),
            (tr("Critical goes here"), self.wait),
            (tr("Proxy"), self.proxy),
        ):
            _row(form, caption, widget)
        self.port.setPlaceholderText(tr("empty: the usual one"))
        self.proxy.setPlaceholderText(tr("empty: what the system says"))

    def _add_line(self, kind: ChannelWords, field: Field) -> QLineEdit:
        line = self._lines[kind.id, field.name] = QLineEdit()
        line.textChanged.connect(self.edited)
        _row(self._rows, field.caption, line)
        return line

    def _kind_changed(self) -> None:
        """Show the rows of the kind."""
        chosen = self.choice
        for (kind, _), line in self._lines.items():
            self._rows.setRowVisible(line, kind == chosen.id)
        for field in chosen.secrets:
            hint = field.hint if self.is_new else tr("in the keyring; empty keeps it")
            self._lines[chosen.id, field.name].setPlaceholderText(hint)
        for field in chosen.fields:
            self._lines[chosen.id, field.name].setPlaceholderText(field.hint)
        for mail_only in (self.security, self.port):
            self._rows.setRowVisible(mail_only, chosen.id == "email")
        self._rows.setRowVisible(self.proxy, chosen.id != "email")
        self.kind_chosen.emit(chosen)
        self.edited.emit()


def _row(form: QFormLayout, caption: str, field: QWidget) -> None:
    label = words(caption, "field")
    label.setBuddy(field)
    label.setMinimumWidth(116)
    field.setAccessibleName(caption)
    form.addRow(label, field)
