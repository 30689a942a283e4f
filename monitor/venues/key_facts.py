"""What each venue's own answer says of a key: its rights, its addresses, its dates. Pure.

Nothing is concluded from what is missing: a key is "read-only" only where the venue says so of every right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from monitor.language import tr
from monitor.model import KeyFacts, KeyRights
from monitor.venues import bitget_answers, bybit_answers, gate_answers, kucoin_answers, okx_answers
from monitor.venues.read import instant_or_none, number_or_none

MOST_WORDS = 12

_BINANCE_MONEY = frozenset({"enableWithdrawals", "enableInternalTransfer", "permitsUniversalTransfer"})
_BINANCE_READING = frozenset({"enableReading", "enableFixReadOnly"})
_BINANCE_TOLD = _BINANCE_MONEY | {"enableReading", "enableFutures", "enableSpotAndMarginTrading"}
_GATE_MONEY = frozenset({"wallet", "withdraw", "withdrawal"})
_WORD = re.compile(r"[A-Za-z0-9_ .:-]{1,40}")


def binance(flags: Mapping[str, Any]) -> KeyFacts:
    """Read Binance's flags.

    Source: Binance wallet documentation, GET /sapi/v1/account/apiRestrictions, read 2026-10. Its
    `tradingAuthorityExpirationTime` ends the right to trade, not the key.
    """
    told = {name: value for name, value in flags.items() if name.startswith(("enable", "permits"))}
    granted = {name for name, value in told.items() if value is True} - _BINANCE_READING
    whole = told.keys() >= _BINANCE_TOLD and all(isinstance(value, bool) for value in told.values())
    rights: KeyRights = "can withdraw" if granted & _BINANCE_MONEY else "can trade" if granted else "read-only"
    bound, created = flags.get("ipRestrict"), flags.get("createTime")
    return KeyFacts(
        rights=rights if granted or whole else "unverified",
        beyond=_words(granted & _BINANCE_MONEY or granted),
        why="" if granted or whole else tr("Binance's answer leaves rights out"),
        ip_bound=bound if isinstance(bound, bool) else None,
        created_ms=instant_or_none(created) if isinstance(created, int | str) else None,
    )


def bybit(key: bybit_answers.RawKey) -> KeyFacts:
    """Read Bybit's key; one that is bound to addresses has an expiry of 1970, and does not expire.

    Source: Bybit v5 documentation, GET /v5/user/query-api, read 2026-10.
    """
    read_only = number_or_none(key.readOnly)
    money = key.permissions.get("Wallet") or []
    rights: KeyRights = "unverified"
    if read_only in (0, 1):
        rights = "read-only" if read_only else "can trade"
        if "Withdraw" in money or (read_only == 0 and money):
            rights = "can withdraw"
    granted = [word for words in key.permissions.values() for word in words or ()]
    expires_ms = _moment_or_none(key.expiredAt)
    bound = None if key.ips is None else bool(key.ips) and "*" not in key.ips
    return KeyFacts(
        rights=rights,
        beyond=_words(money if rights == "can withdraw" else granted) if rights.startswith("can") else (),
        why=tr("Bybit's answer does not say whether it only reads") if rights == "unverified" else "",
        ip_bound=bound,
        created_ms=_moment_or_none(key.createdAt),
        expires_ms=expires_ms,
        endless=bool(bound) and key.expiredAt is not None and expires_ms is None,
    )


def okx(config: okx_answers.RawConfig) -> KeyFacts:
    """Read OKX's list of rights, like "read_only,trade".

    Source: OKX API v5, GET /account/config, `perm` and `ip`, read 2026-10.
    """
    granted = {word.strip() for word in str(config.perm or "").split(",")} - {""}
    beyond = granted - {"read_only"}
    rights: KeyRights = "can withdraw" if "withdraw" in granted else "can trade" if beyond else "read-only"
    return KeyFacts(
        rights=rights if granted else "unverified",
        beyond=_words(beyond),
        why="" if granted else tr("OKX's answer leaves the rights out"),
        ip_bound=None if config.ip is None else bool(config.ip.strip()),
    )


def bitget_classic(key: bitget_answers.RawKey) -> KeyFacts:
    """Read the words of a classic key. Bitget does not publish what they mean, so none proves "read-only".

    Seen on keys: coow, cpow, stow, smow where trading was granted, wtow where transfers were; the same with r reads.
    """
    words = set(key.authorities or ())
    writing = {word for word in words if word == "trade" or word.endswith("w")}
    money = words & {"withdraw", "transfer", "wtow"} | {word for word in writing if word.startswith("ww")}
    rights: KeyRights = "can withdraw" if money else "can trade" if writing else "unverified"
    return KeyFacts(
        rights=rights,
        beyond=_words(money or writing),
        why="" if writing or money else tr("Bitget does not publish what its words for rights mean"),
        ip_bound=_listed(key.ips),
    )


def bitget_unified(key: bitget_answers.RawUnifiedKey) -> KeyFacts:
    """Read a key of the unified account.

    Source: Bitget API v3, GET /api/v3/account/info, `permType`, `permissions` and `ips`, read 2026-10.
    """
    kind = (key.permType or "").lower().replace("-", "_")
    money = [word for word in key.permissions or () if "withdraw" in word.lower() or "transfer" in word.lower()]
    rights: KeyRights = "unverified"
    if kind in ("read_only", "readonly"):
        rights = "read-only"
    elif money:
        rights = "can withdraw"
    elif "write" in kind:
        rights = "can trade"
    return KeyFacts(
        rights=rights,
        beyond=_words(money or key.permissions or ()) if rights.startswith("can") else (),
        why=tr("Bitget's answer does not say whether it only reads") if rights == "unverified" else "",
        ip_bound=_listed(key.ips),
    )


def gate(answer: list[gate_answers.RawKey] | gate_answers.RawKey, api_key: str) -> KeyFacts:
    """Read our key: of a list it is the one whose visible letters are ours.

    Source: Gate API v4, GET /account/main_keys, read 2026-10. `wallet` moves money.
    """
    keys = [one for one in answer if _is_ours(one.key, api_key)] if isinstance(answer, list) else [answer]
    if len(keys) != 1 or not keys[0].perms:
        return KeyFacts(why=tr("Gate's list of keys does not show which one this is"))
    granted = {one.name for one in keys[0].perms if not one.read_only}
    money = granted & _GATE_MONEY
    created = number_or_none(keys[0].created_at)
    return KeyFacts(
        rights="can withdraw" if money else "can trade" if granted else "read-only",
        beyond=_words(money or granted),
        ip_bound=None if keys[0].ip_whitelist is None else bool(keys[0].ip_whitelist),
        created_ms=instant_or_none(None if created is None else created * 1000),
    )


def kucoin(key: kucoin_answers.RawKey) -> KeyFacts:
    """Read KuCoin's words, like "General,Futures".

    Source: KuCoin API documentation, GET /api/v1/user/api-key, `permission`, read 2026-10: General reads. KuCoin help
    360015102174, read 2026-11: keys that only have General do not expire.
    """
    granted = {word.strip() for word in (key.permission or "").split(",")} - {""}
    money = {word for word in granted if "withdraw" in word.lower() or "transfer" in word.lower()}
    beyond = granted - {"General"}
    rights: KeyRights = "can withdraw" if money else "can trade" if beyond else "read-only"
    expires_ms = instant_or_none(key.expiredAt)
    return KeyFacts(
        rights=rights if granted else "unverified",
        beyond=_words(money or beyond),
        why="" if granted else tr("KuCoin's answer leaves the rights out"),
        ip_bound=None if key.ipWhitelist is None else bool(key.ipWhitelist.strip()),
        created_ms=instant_or_none(key.createdAt),
        expires_ms=expires_ms,
        endless=granted == {"General"} and expires_ms is None,
    )


def _words(found: Iterable[str]) -> tuple[str, ...]:
    """Foreign words that are shown: few, short and plain."""
    return tuple(sorted({word for word in found if _WORD.fullmatch(word)}))[:MOST_WORDS]


def _listed(addresses: list[str] | str | None) -> bool | None:
    """Whether there is any address in a list that may also be one text."""
    if addresses is None:
        return None
    return bool(addresses.strip()) if isinstance(addresses, str) else bool(addresses)


def _moment_or_none(text: str | None) -> int | None:
    """ISO time as ms UTC; the year 1970 stands for none."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    at = found if found.tzinfo is not None else found.replace(tzinfo=UTC)
    return round(at.timestamp() * 1000) if at.year > 1970 else None


def _is_ours(masked: object, api_key: str) -> bool:
    visible = masked.rstrip("*") if isinstance(masked, str) else ""
    return len(visible) >= 4 and api_key.startswith(visible)
