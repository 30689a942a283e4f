"""What is known of a key, in words: for the test, the window and the command line. Pure; no claim beyond the facts."""

from __future__ import annotations

from datetime import UTC, datetime

from monitor.model import KeyFacts

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
            return True, "it may only read"
        case "address only":
            return True, "there is none: an address can only be looked at"
        case "can trade":
            return None, f"it can trade{words}; one that may only read is safer"
        case "can withdraw":
            return False, f"it may withdraw or transfer money{words}; make a key that may only read"
        case "unverified":
            return None, f"unverified: {facts.why or 'the venue did not say what this key may do'}"


def addresses_line(facts: KeyFacts) -> Line:
    """Say from where the key may be used."""
    if facts.ip_bound is None:
        return None, "the venue does not say whether it is bound to your IP address"
    if facts.ip_bound:
        return True, "only listed IP addresses may use it"
    return None, "any IP address may use it; bind it to yours at the venue"


def dates_line(facts: KeyFacts, now_ms: int) -> Line:
    """Say how old the key is, and when it ends."""
    age = None if facts.created_ms is None else max(0, (now_ms - facts.created_ms) // DAY_MS)
    made = "its age is not told" if age is None else f"made {date(facts.created_ms)}, {days(age)} ago"
    if age is not None and age > OLD_DAYS:
        made += "; a new one once a year is safer"
    soon = facts.expires_ms is not None and facts.expires_ms - now_ms <= SOON_DAYS * DAY_MS
    good = None if soon or age is None or age > OLD_DAYS else True
    return good, f"{made}; {expiry(facts, now_ms)}"


def expiry(facts: KeyFacts, now_ms: int) -> str:
    """Say when the key ends."""
    if facts.expires_ms is None:
        return "it does not expire" if facts.endless else "its expiry is not told"
    if facts.expires_ms <= now_ms:
        return f"it expired on {date(facts.expires_ms)}"
    return f"it expires on {date(facts.expires_ms)}, in {days((facts.expires_ms - now_ms) // DAY_MS)}"


def summary(facts: KeyFacts | None, now_ms: int, agreed_ms: int | None = None) -> str:
    """Return all of it in one line: "can trade (agreed 2026-11-03) · any IP address · …".

    Args:
        agreed_ms: when the user agreed to a key that can trade; 0: never; None: it is not said.
    """
    if facts is None:
        return "not checked yet"
    if facts.rights == "address only":
        return facts.rights
    parts: list[str] = [facts.rights]
    if facts.rights == "can trade" and agreed_ms is not None:
        parts = [f"can trade (agreed {date(agreed_ms)})" if agreed_ms else "can trade (not agreed to)"]
    if facts.ip_bound is not None:
        parts.append("bound to IP addresses" if facts.ip_bound else "any IP address")
    if facts.expires_ms is not None or facts.endless:
        parts.append(expiry(facts, now_ms).removeprefix("it "))
    if facts.created_ms is not None:
        parts.append(f"{days(max(0, (now_ms - facts.created_ms) // DAY_MS))} old")
    if facts.checked_ms is not None:
        parts.append(f"asked {date(facts.checked_ms)}")
    return " · ".join(parts)


def date(at_ms: int | None) -> str:
    """Return the day of an instant, UTC: "2026-11-03"."""
    return "—" if at_ms is None else f"{datetime.fromtimestamp(at_ms / 1000, UTC):%Y-%m-%d}"


def days(count: int) -> str:
    """Return a number of days in words."""
    return "less than a day" if count == 0 else "1 day" if count == 1 else f"{count:,} days"
