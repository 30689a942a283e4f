"""A webhook: one JSON object by POST to an address of the user's, signed where a key is set.

Besides our own fields it carries `text` and `content`, so that Slack, Mattermost and Discord show it as it is; what
could call everybody there is taken out of force. Signature: HMAC-SHA256 of "<time>.<body>", as `t=<time>,v1=<hex>`.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime

from monitor.credentials import ChannelSecrets
from monitor.language import tr
from monitor.notify.channel import LEVEL_WORDS, DeliveryResult, Outgoing, WithoutReceipts
from monitor.notify.web import WebError, as_json, ask
from monitor.settings import ChannelConfig

TITLE = "Webhook"
SECRETS = (("url", tr("Address (https://…)"), True), ("key", tr("Key to sign with (empty: not signed)"), False))
FIELDS: tuple[tuple[str, str], ...] = ()
LONGEST = 1_900  # characters; Discord takes 2,000


class Webhook(WithoutReceipts):
    """Posts to one address."""

    def __init__(self, config: ChannelConfig, secrets: ChannelSecrets) -> None:
        self._config, self._secrets = config, secrets

    async def send(self, message: Outgoing) -> DeliveryResult:
        """Post a message; any status of the two hundreds is a yes."""
        body, headers = as_json(payload(message))
        headers["X-Marginwatch-Delivery"] = message.number
        if key := self._secrets.get("key"):
            headers["X-Marginwatch-Signature"] = signature(key, message.at_ms, body)
        try:
            answer = await ask("POST", self._secrets.get("url"), body=body, headers=headers, proxy=self._config.proxy)
        except WebError as error:
            return DeliveryResult(ok=False, detail=tr("The webhook's server: {error}", error=error))
        if 200 <= answer.status < 300:
            return DeliveryResult(
                ok=True, detail=tr("Taken by the webhook's server (status {status}).", status=answer.status)
            )
        return answer.refusal(tr("The webhook's server"))


def payload(message: Outgoing) -> dict[str, object]:
    """Return the fields of a message."""
    whole = f"{message.headline}\n{message.text}"[:LONGEST]
    return {
        "program": "marginwatch",
        "id": message.number,
        "level": LEVEL_WORDS[message.level].upper(),
        "title": message.title,
        "message": message.text,
        "keys": message.keys,
        "event_ids": message.event_ids,
        "test": message.is_test,
        "at": datetime.fromtimestamp(message.at_ms / 1000, UTC).isoformat(timespec="milliseconds"),
        "text": whole.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),  # Slack, Mattermost
        "mrkdwn": False,
        "content": whole,  # Discord
        "allowed_mentions": {"parse": []},
    }


def signature(key: str, at_ms: int, body: bytes) -> str:
    """Return the header by which the receiver knows that the message is ours and unchanged."""
    digest = hmac.new(key.encode(), f"{at_ms}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at_ms},v1={digest}"
