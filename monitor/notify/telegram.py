"""Telegram: a message of the user's own bot to one chat, as plain text.

Source: core.telegram.org/bots/api, sendMessage (4,096 characters, `ok` in the answer, parameters.retry_after), 2026-01.
"""

from __future__ import annotations

from monitor.credentials import ChannelSecrets
from monitor.language import tr
from monitor.notify.channel import DeliveryResult, Outgoing, WithoutReceipts
from monitor.notify.web import WebError, as_json, ask
from monitor.settings import ChannelConfig

TITLE = "Telegram"
SECRETS = (("token", tr("Token of your bot (from @BotFather)"), True),)
FIELDS: tuple[tuple[str, str], ...] = (("to", tr("Number of the chat")),)
SERVER = "https://api.telegram.org"
LONGEST = 4_096


class Telegram(WithoutReceipts):
    """One bot that writes to one chat."""

    def __init__(self, config: ChannelConfig, secrets: ChannelSecrets) -> None:
        self._config, self._secrets = config, secrets

    async def send(self, message: Outgoing) -> DeliveryResult:
        """Send a message; without a parse mode nothing in it is markup."""
        body, headers = as_json(
            {
                "chat_id": self._config.to,
                "text": f"{message.headline}\n{message.text}"[:LONGEST],
                "disable_notification": message.is_test or message.level < 2,
                "link_preview_options": {"is_disabled": True},
            }
        )
        url = f"{self._config.server or SERVER}/bot{self._secrets.get('token')}/sendMessage"
        try:
            answer = await ask("POST", url, body=body, headers=headers, proxy=self._config.proxy)
        except WebError as error:
            return DeliveryResult(ok=False, detail=f"Telegram: {error}")
        fields = answer.fields()
        if answer.status == 200 and fields.get("ok") is True:
            return DeliveryResult(ok=True, detail=tr("Taken by Telegram."))
        return answer.refusal("Telegram", fields.get("description"))
