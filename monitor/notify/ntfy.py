"""ntfy: a push to the phone by topic, at ntfy.sh or a server of one's own.

Source: docs.ntfy.sh/publish, "Publish as JSON" (POST to the server's root; priority 1 to 5), 2026-01.
"""

from __future__ import annotations

from monitor.credentials import ChannelSecrets
from monitor.language import tr
from monitor.notify.channel import DeliveryResult, Outgoing, WithoutReceipts
from monitor.notify.web import WebError, as_json, ask
from monitor.settings import ChannelConfig

TITLE = "ntfy"
SECRETS = (
    ("topic", tr("Topic (whoever knows it can read it)"), True),
    ("token", tr("Access token (empty: none)"), False),
)
FIELDS: tuple[tuple[str, str], ...] = (("server", tr("Server (empty: https://ntfy.sh)")),)
SERVER = "https://ntfy.sh"
LONGEST = 4_000  # bytes; longer texts become attachments
_PRIORITY = (2, 3, 4, 5)
_TAGS = ("information_source", "warning", "orange_circle", "rotating_light")


class Ntfy(WithoutReceipts):
    """Publishes to one topic."""

    def __init__(self, config: ChannelConfig, secrets: ChannelSecrets) -> None:
        self._config, self._secrets = config, secrets

    async def send(self, message: Outgoing) -> DeliveryResult:
        """Publish a message; the server answers with its number."""
        body, headers = as_json(
            {
                "topic": self._secrets.get("topic"),
                "title": message.headline,
                "message": message.text.encode()[:LONGEST].decode(errors="ignore") or message.title,
                "priority": 2 if message.is_test else _PRIORITY[message.level],
                "tags": [_TAGS[message.level]],
            }
        )
        if token := self._secrets.get("token"):
            headers["Authorization"] = f"Bearer {token}"
        try:
            server = self._config.server or SERVER
            answer = await ask("POST", server, body=body, headers=headers, proxy=self._config.proxy)
        except WebError as error:
            return DeliveryResult(ok=False, detail=f"ntfy: {error}")
        fields = answer.fields()
        if answer.status == 200 and fields.get("id"):
            return DeliveryResult(ok=True, detail=tr("Taken by ntfy."))
        return answer.refusal("ntfy", fields.get("error"))
