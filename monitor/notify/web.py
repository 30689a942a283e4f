"""One request to a notification service: ten seconds in all, no redirect followed, the system's proxies honoured.

What goes wrong becomes one sentence without the address: addresses hold tokens.
"""

from __future__ import annotations

import ipaddress
import json
import ssl
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import certifi

from monitor.errors import MarginwatchError
from monitor.host_names import HostNames
from monitor.language import tr
from monitor.notify.channel import DEADLINE_S, DeliveryResult

MOST_BYTES = 65_536  # of an answer
LONGEST_REASON = 160


class WebError(MarginwatchError):
    """The service could not be reached; one sentence, no address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the service said."""

    status: int
    body: str
    retry_after_s: float | None

    def fields(self) -> dict[str, Any]:
        """Return the JSON object in it, empty where there is none."""
        try:
            found = json.loads(self.body)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def refusal(self, service: str, reason: object = "") -> DeliveryResult:
        """Return the result of an answer that is not a yes, with the service's own reason."""
        said = f": {str(reason)[:LONGEST_REASON]}" if reason else ""
        if 300 <= self.status < 400:
            said = f": {tr('it wants to send us elsewhere; enter its final address')}"
        return DeliveryResult(
            ok=False,
            detail=tr(
                "{service} refused the message (status {status}{said}).", service=service, status=self.status, said=said
            ),
            retry_after_s=self.retry_after_s if self.status == 429 else None,
        )


async def ask(
    method: str,
    url: str,
    *,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    proxy: str = "",
) -> Answer:
    """Send one request.

    Args:
        proxy: "" takes what the environment says.

    Raises:
        WebError: nothing came back; one sentence says why.
    """
    check_address(url)
    connector = aiohttp.TCPConnector(ssl=ssl.create_default_context(cafile=certifi.where()), resolver=HostNames())
    timeout = aiohttp.ClientTimeout(total=DEADLINE_S)
    try:
        async with (
            aiohttp.ClientSession(connector=connector, timeout=timeout, trust_env=False) as session,
            session.request(
                method,
                url,
                data=body,
                headers={"User-Agent": "marginwatch", **(headers or {})},
                proxy=proxy or _system_proxy(url),
                allow_redirects=False,
            ) as response,
        ):
            text = (await response.content.read(MOST_BYTES)).decode(errors="replace")
            return Answer(status=response.status, body=text, retry_after_s=_pause(response.headers))
    except TimeoutError:
        raise WebError(tr("It did not answer within {deadline_s:.0f} s.", deadline_s=DEADLINE_S)) from None
    except aiohttp.ClientConnectorCertificateError:
        raise WebError(tr("Its certificate is not valid.")) from None
    except aiohttp.ClientProxyConnectionError:
        raise WebError(tr("The proxy cannot be reached.")) from None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise WebError(tr("It cannot be reached ({kind}).", kind=type(error).__name__)) from None


def check_address(url: str) -> None:
    """Raise WebError unless an address is https, or http inside the user's own network."""
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme == "http" and parts.hostname and _is_near(parts.hostname):
        return
    raise WebError(tr("The address must begin with https:// (http:// only inside your own network)."))


def as_json(fields: Mapping[str, Any]) -> tuple[bytes, dict[str, str]]:
    """Return a body of JSON and its header."""
    return json.dumps(fields).encode(), {"Content-Type": "application/json"}


def _is_near(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host == "localhost" or host.endswith((".local", ".lan", ".home.arpa"))


def _system_proxy(url: str) -> str | None:
    parts = urlsplit(url)
    if parts.hostname is None or urllib.request.proxy_bypass(parts.hostname):
        return None
    found = urllib.request.getproxies().get(parts.scheme)
    return found if found and found.startswith("http") else None


def _pause(headers: Mapping[str, str]) -> float | None:
    try:
        return max(1.0, float(headers.get("Retry-After", "")))
    except ValueError:
        return None
