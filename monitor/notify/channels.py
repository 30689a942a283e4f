"""The kinds of channels, and a channel of the user's settings: its secrets are read when it first has to send."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import Any

from monitor.credentials import ChannelSecrets
from monitor.errors import MarginwatchError
from monitor.language import tr
from monitor.notify import apprise, email, ntfy, pushover, telegram, webhook
from monitor.notify.channel import Channel, DeliveryResult, Outgoing
from monitor.settings import ChannelConfig

KINDS: dict[str, ModuleType] = {
    "webhook": webhook,
    "ntfy": ntfy,
    "telegram": telegram,
    "email": email,
    "pushover": pushover,
    "apprise": apprise,
}
_CLASSES: dict[str, Callable[[ChannelConfig, ChannelSecrets], Channel]] = {
    "webhook": webhook.Webhook,
    "ntfy": ntfy.Ntfy,
    "telegram": telegram.Telegram,
    "email": email.Email,
    "pushover": pushover.Pushover,
    "apprise": apprise.Apprise,
}

Recall = Callable[[str], Awaitable[ChannelSecrets | None]]


class RemoteChannel:
    """A channel of the settings.

    Args:
        recall: reads the secrets of a channel from where they are kept; it is tried again with each sending.
    """

    def __init__(self, config: ChannelConfig, recall: Recall) -> None:
        self.config = config
        self._recall = recall
        self._channel: Channel | None = None

    async def send(self, message: Outgoing) -> DeliveryResult:
        """Send a message; a keyring that is locked is a failure like any other."""
        try:
            channel = await self._open()
        except MarginwatchError as error:
            return DeliveryResult(ok=False, detail=str(error))
        return await channel.send(message)

    async def seen(self, receipt: str) -> int | None:
        """Return when somebody acknowledged a message at the service, None while nobody has."""
        try:
            return await (await self._open()).seen(receipt)
        except MarginwatchError:
            return None

    async def withdraw(self, receipt: str) -> None:
        """Let the service stop asking for an acknowledgement."""
        try:
            await (await self._open()).withdraw(receipt)
        except MarginwatchError:
            pass

    async def close(self) -> None:
        """Let go of connections."""
        if self._channel is not None:
            await self._channel.close()

    async def _open(self) -> Channel:
        if self._channel is None:
            secrets = await self._recall(self.config.name)
            missing = missing_secrets(self.config.kind, secrets)
            if missing or secrets is None:
                raise MarginwatchError(
                    tr(
                        "The keyring holds no {names} for {name}; add the channel again.",
                        names=f" {tr('and')} ".join(missing) or tr("entry"),
                        name=self.config.name,
                    )
                )
            self._channel = open_channel(self.config, secrets)
        return self._channel


def open_channel(config: ChannelConfig, secrets: ChannelSecrets) -> Channel:
    """Return the channel of a configuration."""
    return _CLASSES[config.kind](config, secrets)


def missing_secrets(kind: str, secrets: ChannelSecrets | None) -> list[str]:
    """Return the names of what a channel of this kind needs and does not have."""
    needed: Any = KINDS[kind].SECRETS
    return [name for name, _, required in needed if required and (secrets is None or not secrets.get(name))]
