"""The kinds of channels as the form shows them: what each needs, and its steps in the guide. Words only."""

from __future__ import annotations

from dataclasses import dataclass


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
            Field(name="topic", caption="Topic", hint="a long name that nobody guesses"),
            Field(name="token", caption="Token", hint="empty: none", required=False),
        ),
        fields=(Field(name="server", caption="Server", hint="empty: https://ntfy.sh", required=False),),
    ),
    ChannelWords(
        id="pushover",
        title="Pushover",
        secrets=(
            Field(name="token", caption="API token", hint="of your application there"),
            Field(name="user", caption="User key"),
        ),
    ),
    ChannelWords(
        id="telegram",
        title="Telegram",
        secrets=(Field(name="token", caption="Bot token", hint="from @BotFather"),),
        fields=(Field(name="to", caption="Chat", hint="its number"),),
    ),
    ChannelWords(
        id="email",
        title="E-mail",
        secrets=(Field(name="password", caption="Password", hint="empty: none", required=False),),
        fields=(
            Field(name="server", caption="Server", hint="smtp.example.com"),
            Field(name="user", caption="User name", hint="empty: none", required=False),
            Field(name="sender", caption="From", hint="you@example.com"),
            Field(name="to", caption="To", hint="you@example.com"),
        ),
    ),
    ChannelWords(
        id="webhook",
        title="Webhook",
        secrets=(
            Field(name="url", caption="Address", hint="https://…"),
            Field(name="key", caption="Key", hint="empty: not signed", required=False),
        ),
    ),
    ChannelWords(
        id="apprise",
        title="Apprise",
        secrets=(Field(name="url", caption="Address", hint="service://…"),),
    ),
)
KIND_TITLES = {kind.id: kind.title for kind in CHANNELS}
