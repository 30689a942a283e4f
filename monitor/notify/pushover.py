"""Pushover: a push to the phone; CRITICAL asks there for an acknowledgement, and its receipt brings it back to us.

Source: pushover.net/api and /api/receipts (emergency priority 2 with retry >= 30 s and expire <= 10,800 s; receipts
asked at most once in 5 s; receipts/…/cancel.json), 2026-01.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from monitor.credentials import ChannelSecrets
from monitor.language import tr
from monitor.notify.channel import DeliveryResult, Outgoing
from monitor.notify.web import Answer, WebError, ask
from monitor.settings import ChannelConfig

TITLE = "Pushover"
SECRETS = (("token", tr("API token of your application"), True), ("user", tr("Your user key"), True))
FIELDS: tuple[tuple[str, str], ...] = ()
SERVER = "https://api.pushover.net"
LONGEST_TITLE, LONGEST = 250, 1_024
RETRY_S, EXPIRE_S = 60, 3_600  # the phone rings again each minute for an hour
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Pushover:
    """One application and one user."""

    def __init__(self, config: ChannelConfig, secrets: ChannelSecrets) -> None:
        self._config, self._secrets = config, secrets

    async def send(self, message: Outgoing) -> DeliveryResult:
        """Send a message; CRITICAL as an emergency, whose receipt is returned."""
        emergency = message.level >= 3 and bool(message.keys) and not message.is_test
        fields: dict[str, str | int] = {
            "token": self._secrets.get("token"),
            "user": self._secrets.get("user"),
            "title": message.headline[:LONGEST_TITLE],
            "message": message.text[:LONGEST] or message.title[:LONGEST],
            "priority": 2 if emergency else -1 if message.is_test or message.level < 2 else 1,
            "timestamp": message.at_ms // 1000,
        }
        if emergency:
            fields |= {"retry": RETRY_S, "expire": EXPIRE_S}
        try:
            answer = await self._post("messages.json", fields)
        except WebError as error:
            return DeliveryResult(ok=False, detail=f"Pushover: {error}")
        said = answer.fields()
        if answer.status == 200 and said.get("status") == 1:
            return DeliveryResult(ok=True, detail=tr("Taken by Pushover."), receipt=str(said.get("receipt") or ""))
        return answer.refusal("Pushover", "; ".join(map(str, said.get("errors") or ())))

    async def seen(self, receipt: str) -> int | None:
        """Return when the emergency was acknowledged on a phone (ms UTC), None while it was not, or is not known."""
        token = quote(self._secrets.get("token"), safe="")
        url = f"{self._base}/receipts/{quote(receipt, safe='')}.json?token={token}"
        try:
            said = (await ask("GET", url, proxy=self._config.proxy)).fields()
        except WebError:
            return None
        return int(said.get("acknowledged_at") or 0) * 1000 if said.get("acknowledged") == 1 else None

    async def withdraw(self, receipt: str) -> None:
        """Let the phone stop ringing for it."""
        try:
            fields: dict[str, str | int] = {"token": self._secrets.get("token")}
            await self._post(f"receipts/{quote(receipt, safe='')}/cancel.json", fields)
        except WebError:
            pass  # it expires by itself

    async def close(self) -> None:
        """Nothing is held open."""

    @property
    def _base(self) -> str:
        return f"{self._config.server or SERVER}/1"

    async def _post(self, path: str, fields: dict[str, str | int]) -> Answer:
        body = urlencode(fields).encode()
        return await ask("POST", f"{self._base}/{path}", body=body, headers=_FORM, proxy=self._config.proxy)
