"""What is known of a key, in words: for the test, the window and the command line. Pure; no claim beyond the facts."""

from __future__ import annotations

from datetime import UTC, datetime

from monitor.language import tr
from monitor.model import KeyFacts
from monitor.spoken import said

DAY_MS = 86_400_000
SOON_DAYS = 14  # an expiry nearer than this is told
OLD_DAYS = 365  # a key older than this had better be replaced

Line = tuple[bool | None, str]
"""(True: good, None: to think about, False: it must not be; what there is to say)."""


def rights_line(facts: KeyFacts) -> Line:
    """Say what the key may do."""
    words = f" ({', '.join(facts.beyond)})" if facts.beyond else ""
    match facts.rights:
        case "read-only":
            return True, tr("it may only read")
        case "address only":
            return True, tr("there is none: an address can only be looked at")
        case "can trade":
            return None, tr("it can trade{words}; one that may only read is safer", words=words)
        case "can withdraw":
            return False, tr("it may withdraw or transfer money{words}; make a key that may only read", words=words)
        case "unverified":
            why = facts.why or tr("the venue did not say what this key may do")
            return None, tr("unverified: {why}", why=why)


def addresses_line(facts: KeyFacts) -> Line:
    """Say from where the key may be used."""
    if facts.ip_bound is None:
        return None, tr("the venue does not say whether it is bound to your IP address")
    if facts.ip_bound:
        return True, tr("only listed IP addresses may use it")
    return None, tr("any IP address may use it; bind it to yours at the venue")


def dates_line(facts: KeyFacts, now_ms: int) -> Line:
    """Say how old the key is, and when it ends."""
    age = None if facts.created_ms is None else max(0, (now_ms - facts.created_ms) // DAY_MS)
    parts = [tr("its age is not told")]
    if age is not None:
        parts = [tr("made {day}, {age} ago", day=date(facts.created_ms), age=days(age))]
    if age is not None and age > OLD_DAYS:
        parts.append(tr("a new one once a year is safer"))
    soon = facts.expires_ms is not None and facts.expires_ms - now_ms <= SOON_DAYS * DAY_MS
    good = None if soon or age is None or age > OLD_DAYS else True
    return good, "; ".join([*parts, _expiry(facts, now_ms)])


def _expiry(facts: KeyFacts, now_ms: int) -> str:
    if facts.expires_ms is None:
        return tr("it does not expire") if facts.endless else tr("its expiry is not told")
    if facts.expires_ms <= now_ms:
        return tr("it expired on {day}", day=date(facts.expires_ms))
    left = days((facts.expires_ms - now_ms) // DAY_MS)
    return tr("it expires on {day}, in {days}", day=date(facts.expires_ms), days=left)


def _expiry_in_brief(facts: KeyFacts, now_ms: int) -> str:
    if facts.expires_ms is None:
        return tr("does not expire")
    if facts.expires_ms <= now_ms:
        return tr("expired on {day}", day=date(facts.expires_ms))
    left = days((facts.expires_ms - now_ms) // DAY_MS)
    return tr("expires on {day}, in {days}", day=date(facts.expires_ms), days=left)


def summary(facts: KeyFacts | None, now_ms: int, agreed_ms: int | None = None) -> str:
    """Return all of it in one line: "can trade (agreed 2026-11-03) · any IP address · …".

    Args:
        agreed_ms: when the user agreed to a key that can trade; 0: never; None: it is not said.
    """
    if facts is None:
        return tr("not checked yet")
    if facts.rights == "address only":
        return said(facts.rights)
    parts = [said(facts.rights)]
    if facts.rights == "can trade" and agreed_ms is not None:
        agreed = tr("can trade (agreed {day})", day=date(agreed_ms))
        parts = [agreed if agreed_ms else tr("can trade (not agreed to)")]
    if facts.ip_bound is not None:
        parts.append(tr("bound to IP addresses") if facts.ip_bound else tr("any IP address"))
    if facts.expires_ms is not None or facts.endless:
        parts.append(_expiry_in_brief(facts, now_ms))
    if facts.created_ms is not None:
        parts.append(tr("{age} old", age=days(max(0, (now_ms - facts.created_ms) // DAY_MS))))
    if facts.checked_ms is not None:
        parts.append(tr("asked {day}", day=date(facts.checked_ms)))
    return " · ".join(parts)


def date(at_ms: int | None) -> str:
    """Return the day of an instant, UTC: "2026-11-03"."""
    return "—" if at_ms is None else f"{datetime.fromtimestamp(at_ms / 1000, UTC):%Y-%m-%d}"


def days(count: int) -> str:
    """Return a number of days in words."""
    return tr("less than a day") if count == 0 else tr("1 day") if count == 1 else tr("{count:,} days", count=count)
