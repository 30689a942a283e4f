"""How OKX proves who asks: key, passphrase, time and signature, for requests and for WebSocket logins.

Source: OKX API v5, "REST authentication", "Login" and "Error codes", read 2026-10.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime

from monitor.demo.account import Account
from monitor.demo.errors import ApiError

WINDOW_MS = 30_000
LOGIN_TEXT = "GET/users/self/verify"


def signature_of(secret: str, text: str) -> str:
    """Return the signature of a text."""
    return base64.b64encode(hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()).decode()


def check_request(headers: Mapping[str, str], text: str, owner: Account | None, now_ms: int) -> Account:
    """Return who signed a request.

    Args:
        text: METHOD, path with query, and body.
        owner: the account of the key that was sent, None where there is none.

    Raises:
        ApiError: something is missing or wrong.
    """
    for name, code in (
        ("OK-ACCESS-KEY", 50103),
        ("OK-ACCESS-PASSPHRASE", 50104),
        ("OK-ACCESS-SIGN", 50106),
        ("OK-ACCESS-TIMESTAMP", 50107),
    ):
        if not headers.get(name):
            raise ApiError(401, code, f"Request header {name} can not be empty.")
    stamp = headers["OK-ACCESS-TIMESTAMP"]
    sent_ms = _instant(stamp)
    if sent_ms is None:
        raise ApiError(401, 50112, "Invalid OK-ACCESS-TIMESTAMP")
    if abs(now_ms - sent_ms) > WINDOW_MS:
        raise ApiError(401, 50102, "Timestamp request expired")
    if owner is None:
        raise ApiError(401, 50111, "Invalid OK-ACCESS-KEY")
    if not hmac.compare_digest(headers["OK-ACCESS-PASSPHRASE"].encode(), (owner.keys.passphrase or "").encode()):
        raise ApiError(401, 50105, "Request header OK-ACCESS-PASSPHRASE incorrect.")
    wanted = signature_of(owner.keys.secret, stamp + text)
    if not hmac.compare_digest(headers["OK-ACCESS-SIGN"].encode(), wanted.encode()):
        raise ApiError(401, 50113, "Invalid Sign")
    return owner


def login_error(sent: Mapping[str, object], owner: Account | None, now_ms: int) -> tuple[int, str] | None:
    """Return what is wrong with the arguments of a WebSocket login; None: it is right."""
    stamp = str(sent.get("timestamp", ""))
    if owner is None:
        return 60005, "Invalid apiKey"
    if not stamp.replace(".", "", 1).isdigit():
        return 60004, "Invalid timestamp"
    if abs(now_ms - float(stamp) * 1000) > WINDOW_MS:
        return 60006, "Timestamp request expired"
    if str(sent.get("passphrase", "")) != owner.keys.passphrase:
        return 60024, "Wrong passphrase"
    if str(sent.get("sign", "")) != signature_of(owner.keys.secret, stamp + LOGIN_TEXT):
        return 60007, "Invalid sign"
    return None


def _instant(stamp: str) -> int | None:
    try:
        return round(datetime.fromisoformat(stamp).timestamp() * 1000)
    except ValueError:
        return None
