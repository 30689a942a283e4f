"""The kinds of channels as the form shows them: what each needs, and its steps in the guide. Words only."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.language import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One line of the form."""

    name: str  # of the secret, or of the field of ChannelConfig
    caption: str
    hint: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelWords:
    """One kind."""

    id: str
    title: str  # also the heading of its steps in the guide
    secrets: tuple[Field, ...]  # masked, for the keyring
    fields: tuple[Field, ...] = ()


CHANNELS: tuple[ChannelWords, ...] = (
    ChannelWords(
        id="ntfy",
        title="ntfy",
        secrets=(
            Field(name="topic", caption=tr("Topic"), hint=tr("a long name that nobody guesses")),
            Field(name="token", caption=tr("Token"), hint=tr("empty: none"), required=False),
        ),
        fields=(Field(name="server", caption=tr("Server"), hint=tr("empty: https://ntfy.sh"), required=False),),
    ),
    ChannelWords(
        id="pushover",
        title="Pushover",
        secrets=(
            Field(name="token", caption=tr("API token"), hint=tr("of your application there")),
            Field(name="user", caption=tr("User key")),
        ),
    ),
    ChannelWords(
        id="telegram",
        title="Telegram",
        secrets=(Field(name="token", caption=tr("Bot token"), hint=tr("from @BotFather")),),
        fields=(Field(name="to", caption=tr("Chat"), hint=tr("its number")),),
    ),
    ChannelWords(
        id="email",
        title="E-mail",
        secrets=(Field(name="password", caption=tr("Password"), hint=tr("empty: none"), required=False),),
        fields=(
            Field(name="server", caption=tr("Server"), hint="smtp.example.com"),
            Field(name="user", caption=tr("User name"), hint=tr("empty: none"), required=False),
            Field(name="sender", caption=tr("From"), hint="you@example.com"),
            Field(name="to", caption=tr("To"), hint="you@example.com"),
        ),
    ),
    ChannelWords(
        id="webhook",
        title="Webhook",
        secrets=(
            Field(name="url", caption=tr("Address"), hint="https://…"),
            Field(name="key", caption=tr("Key"), hint=tr("empty: not signed"), required=False),
        ),
    ),
    ChannelWords(
        id="apprise",
        title="Apprise",
        secrets=(Field(name="url", caption=tr("Address"), hint="service://…"),),
    ),
)
KIND_TITLES = {kind.id: kind.title for kind in CHANNELS}
