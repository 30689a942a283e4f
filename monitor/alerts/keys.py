"""The alarms about a key: it may do more than read, or it soon ends. Family SYSTEM; none about a key never asked.

Before it ends the user is told three times: at 14 days and at 7 days as WARNING, at the last day as DANGER.
"""

from __future__ import annotations

import math

from monitor.alerts.lifecycle import HOUR_MS, Policy
from monitor.alerts.rules import Reading, condition_reading
from monitor.key_words import DAY_MS, SOON_DAYS, date, days
from monitor.language import tr
from monitor.model import Account
from monitor.venue_labels import title_of

EXPIRY_KIND = "key_expiring"
TOLD_AGAIN_DAYS = 7
LAST_DAYS = 1.0

_EXPIRY = Policy(
    trip=(math.inf, SOON_DAYS, LAST_DAYS, -math.inf),
    clear=(math.inf, SOON_DAYS + 1, LAST_DAYS + 1, -math.inf),
    on_delay=(0, 0, 0, 0),
    off_delay=(0, 0, 0, 0),
    repeat=(0, TOLD_AGAIN_DAYS * DAY_MS, 12 * HOUR_MS, 12 * HOUR_MS),
    acknowledged=(0, TOLD_AGAIN_DAYS * DAY_MS, 12 * HOUR_MS, 12 * HOUR_MS),
    worsening=2.0,  # days only pass: the times above say when it is told again
)


def expiry_policy() -> Policy:
    """Return the limits of the days that a key still has."""
    return _EXPIRY


def key_readings(account: Account, *, agreed: bool, now_ms: int) -> list[Reading]:
    """Return what there is to warn of about an account's key.

    Args:
        agreed: the user has typed that a key which can trade is used all the same.
    """
    if account.key.checked_ms is None:
        return []
    readings = [_rights_reading(account, agreed)]
    if account.key.expires_ms is not None:
        readings.append(_expiry_reading(account, now_ms))
    return readings


def _rights_reading(account: Account, agreed: bool) -> Reading:
    rights = account.key.rights
    words = f" ({', '.join(account.key.beyond)})" if account.key.beyond else ""
    if rights == "can withdraw":
        title = tr("{account}: its key may withdraw or transfer money{words}", account=account.id, words=words)
        text = tr(
            "The account is not read until that right is gone. Switch it off at {venue}, or store a key "
            "that may only read.",
            venue=title_of(account.venue),
        )
        return condition_reading("key_can_trade", "SYSTEM", account.id, 2, title, text)
    bad = rights == "can trade" and not agreed
    return condition_reading(
        "key_can_trade",
        "SYSTEM",
        account.id,
        1 if bad else 0,
        tr("{account}: its key can trade{words}", account=account.id, words=words)
        if bad
        else tr("{account}: its key is as agreed", account=account.id),
        tr(
            "Marginwatch only reads, but a key that can trade is a danger wherever it lies. Store one "
            "that may only read, or agree to this one under Accounts."
        )
        if bad
        else "",
    )


def _expiry_reading(account: Account, now_ms: int) -> Reading:
    left = ((account.key.expires_ms or 0) - now_ms) / DAY_MS
    near = left <= SOON_DAYS
    until = date(account.key.expires_ms)
    if not near:
        title = tr("{account}: its key is good until {day}", account=account.id, day=until)
    elif left <= 0:
        title = tr("{account}: its key expired on {day}", account=account.id, day=until)
    else:
        title = tr(
            "{account}: its key expires on {day}, in {days}", account=account.id, day=until, days=days(int(left))
        )
    return Reading(
        key=f"{EXPIRY_KIND}|{account.id}",
        family="SYSTEM",
        kind=EXPIRY_KIND,
        measure=left,
        policy=_EXPIRY,
        title=title,
        text=tr(
            "Without it the account is not read. Make a new read-only key at {venue} and store it under Accounts.",
            venue=title_of(account.venue),
        ),
        account_id=account.id,
    )
