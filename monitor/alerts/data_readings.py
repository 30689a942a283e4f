"""DATA and SYSTEM: silence, implausible answers and the network.

Ages count on the engine's clock, which runs on in suspend, from the receipt of the last valid answer.
"""

from __future__ import annotations

from monitor.alerts.lifecycle import Policy
from monitor.alerts.rules import Reading, condition_reading, settled_policy
from monitor.alerts.wording import seconds
from monitor.language import tr, tr_count
from monitor.model import Account

MISSING_AFTER = 3  # answers in a row that leave something out
SUSPECT_AFTER = 2  # answers in a row that could not be understood
SLEPT_MS = 15_000  # ticks this far apart: the computer slept, or the engine stood still
NETWORK = ("NetworkError", "RedirectError")
NOT_UNDERSTOOD = ("VenueDataError", "GarbledAnswerError", "RedirectError")
NETWORK_KEY = "network|"


def age_reading(account: Account, policy: Policy, now_ms: int, started_ms: int) -> Reading:
    """Return the age reading of one account's positions and balance, which come in one answer.

    An account that was never read is as old as the engine.
    """
    age_s = max(0.0, (now_ms - (account.read_ms or started_ms)) / 1000)
    never = account.read_ms is None
    title, text = tr("{account}: data is fresh again", account=account.id), ""
    if never or -age_s <= policy.clear[1]:
        title = (
            tr("{account}: no data yet", account=account.id)
            if never
            else tr("{account}: no fresh data for {age}", account=account.id, age=seconds(age_s))
        )
        why = account.trouble or tr("No valid answer has come.")
        text = f"{why} {account.advice}".strip() + " " + tr("Its risk figures are the last ones known.")
    return Reading(
        key=f"stale|{account.id}",
        family="DATA",
        kind="stale",
        measure=-age_s,
        policy=policy,
        title=title,
        text=text,
        account_id=account.id,
        explained_by=NETWORK_KEY,
    )


def marks_reading(account: Account, policy: Policy, now_ms: int) -> Reading:
    """Return the age reading of an account's marks: an answer may be fresh and its prices old."""
    offset = account.clock_offset_ms or 0
    ages = [
        (max(0.0, (now_ms - (position.mark_ms - offset)) / 1000), position.symbol)
        for position in account.positions
        if position.mark_ms is not None and not position.unconfirmed
    ]
    age_s, symbol = max(ages, default=(0.0, ""))
    base = symbol.split(":", 1)[0]
    return Reading(
        key=f"stale_mark|{account.id}",
        family="DATA",
        kind="stale_mark",
        measure=-age_s,
        policy=policy,
        title=tr("{account}: the mark price of {base} is {age} old", account=account.id, base=base, age=seconds(age_s)),
        text=tr("The venue answers, but with an old price: distances rest on it. Look at the price at the venue."),
        account_id=account.id,
        explained_by=f"stale|{account.id}",
    )


def suspect_reading(account: Account, missing: tuple[str, ...], *, disagreeing: int = 0) -> Reading:
    """Return whether an account's answers can be believed.

    Args:
        missing: symbols of positions that three answers have left out without proof that they are closed.
        disagreeing: answers in a row whose totals speak of positions that their list leaves out.
    """
    garbled = account.trouble_kind in NOT_UNDERSTOOD and account.failures >= SUSPECT_AFTER
    title = tr("{account}: its answers cannot be believed", account=account.id)
    text = f"{account.trouble or ''} {account.advice} {tr('Nothing is cleared meanwhile.')}".strip()
    if missing:
        title = tr_count(
            "{account}: {count} position missing without proof",
            "{account}: {count} positions missing without proof",
            len(missing),
            account=account.id,
        )
        text = tr(
            "{names}: not in the venue's answer, but nothing proves that it is closed. It stays, marked. "
            "Look at the venue.",
            names=", ".join(sorted(set(missing))),
        )
    elif disagreeing >= MISSING_AFTER:
        title = tr("{account}: its totals speak of positions that its list leaves out", account=account.id)
        text = tr("What is not listed is not guarded. Look at the venue.")
    severity = 2 if missing or garbled or disagreeing >= MISSING_AFTER else 0
    return condition_reading("suspect", "DATA", account.id, severity, title, text)


def stream_reading(account: Account) -> Reading:
    """Return whether the account's own stream kept back what a poll has shown. Risk is judged by the polls."""
    return condition_reading(
        "stream_suspect",
        "DATA",
        account.id,
        1 if account.untold else 0,
        tr("{account}: its stream did not tell that {symbol} changed", account=account.id, symbol=account.untold),
        tr(
            "The account is read by the timer, so nothing is missed, but it is seen later. The stream was dialled "
            "anew; this ends when it tells something, or after half an hour."
        ),
    )


def unknown_reading(account_id: str, position_key: str, name: str, why: str, *, told: bool) -> Reading:
    """Return whether a position's danger is unknown. Unknown is never far away.

    Args:
        told: the venue's own liquidation price is known, and rings.
    """
    severity = 0 if not why else 1 if told else 2
    return condition_reading(
        "unknown",
        "DATA",
        account_id,
        severity,
        tr("{name} · {account_id} · how near liquidation is, is unknown", name=name, account_id=account_id),
        f"{why[:1].upper()}{why[1:]}. {tr('The venue’s own price is used.') if told else tr('Look at the venue.')}",
        about=position_key,
        position_key=position_key,
        policy=_UNKNOWN,
    )


def network_reading(accounts: tuple[Account, ...], policy: Policy, now_ms: int, started_ms: int) -> Reading:
    """Return whether the network is gone: no venue answers, and there are two at least to tell it from a venue's fault.

    It is as old as the freshest account.
    """
    venues = {account.venue for account in accounts}
    gone = len(venues) > 1 and all(account.trouble_kind in NETWORK for account in accounts)
    age_s = 0.0
    if gone:
        age_s = min(max(0, now_ms - (account.read_ms or started_ms)) for account in accounts) / 1000
    return Reading(
        key=NETWORK_KEY,
        family="SYSTEM",
        kind="network",
        measure=-age_s,
        policy=policy,
        title=tr("No network: no venue answers since {age}", age=seconds(age_s)),
        text=tr("Every account is blind. Check the connection; a stop order at the exchange works without it."),
        account_id="",
    )


def slept_text(asleep_ms: int) -> tuple[str, str]:
    """Return title and text of a standstill."""
    return (
        tr("Nothing was watched for {asleep}", asleep=seconds(asleep_ms / 1000)),
        tr("This computer slept, or the program stood still. Everything is read anew; look at your positions."),
    )


_UNKNOWN = settled_policy(30.0)
