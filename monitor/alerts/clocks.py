"""SYSTEM: whose clock is wrong, this computer's or one venue's. Offsets are a venue's clock minus ours [ms].

Venues that agree with one another against this computer say that its clock is wrong: one alarm, whatever the number of
accounts. A venue that differs alone, while others agree with this computer, has the fault itself. A single venue
cannot be told from this computer: computers are wrong more often.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping
from dataclasses import replace

from monitor.alerts.rules import Reading, condition_reading
from monitor.language import tr
from monitor.model import Account
from monitor.venue_labels import title_of

WARNING_MS, DANGER_MS = 1_000, 5_000
_REFUSED = "ClockError"


def clock_readings(accounts: Iterable[Account]) -> list[Reading]:
    """Return the reading of this computer's clock, and one of each venue's.

    Nothing is judged before every account has answered or failed once: the first venue alone would blame this computer.
    """
    accounts = tuple(accounts)
    offsets = _offsets(accounts)
    against = _against_us(offsets)
    refusing = {account.venue for account in accounts if account.trouble_kind == _REFUSED}
    own = statistics.median([offsets[venue] for venue in against]) if against else 0.0
    readings = [_of_computer(own, against, refused=bool(refusing & {*against}))]
    for venue, account_id in {account.venue: account.id for account in reversed(accounts)}.items():
        is_explained = venue in against
        offset = 0.0 if is_explained else offsets.get(venue, 0.0)
        refused = venue in refusing and not is_explained
        readings.append(_of_venue(venue, offset, account_id, _with_us(offsets), refused=refused))
    if any(account.read_ms is None and account.trouble is None for account in accounts):
        return [replace(reading, measure=None) for reading in readings]
    return readings


def _offsets(accounts: tuple[Account, ...]) -> dict[str, float]:
    """The offset of each venue's clock, where it has been measured."""
    found: dict[str, list[int]] = {}
    for account in accounts:
        if account.clock_offset_ms is not None:
            found.setdefault(account.venue, []).append(account.clock_offset_ms)
    return {venue: statistics.median(values) for venue, values in found.items()}


def _against_us(offsets: Mapping[str, float]) -> tuple[str, ...]:
    """The venues that agree with one another against this computer, where more of them do than agree with it."""
    against = {venue: offset for venue, offset in offsets.items() if abs(offset) > WARNING_MS}
    groups = [
        tuple(sorted(venue for venue, other in against.items() if abs(other - offset) <= WARNING_MS))
        for offset in sorted(against.values(), key=abs)
    ]
    largest = max(groups, key=len, default=())
    return largest if len(largest) > len(_with_us(offsets)) else ()


def _with_us(offsets: Mapping[str, float]) -> list[str]:
    """The venues whose clocks agree with this computer's."""
    return [venue for venue, offset in offsets.items() if abs(offset) <= WARNING_MS]


def _severity(offset: float, *, refused: bool) -> int:
    if refused:
        return 2
    return 0 if abs(offset) <= WARNING_MS else 1 if abs(offset) <= DANGER_MS else 2


def _of_computer(offset: float, agreeing: tuple[str, ...], *, refused: bool) -> Reading:
    seconds = f"{abs(offset) / 1000:.1f}"
    venues = ", ".join(title_of(venue) for venue in agreeing)
    return condition_reading(
        "clock",
        "SYSTEM",
        "",
        _severity(offset, refused=refused),
        tr("This computer's clock is {seconds} s slow", seconds=seconds)
        if offset > 0
        else tr("This computer's clock is {seconds} s fast", seconds=seconds),
        tr(
            "{venues} agree on it. Requests are corrected for it, times on screen are not. Switch on automatic time.",
            venues=venues,
        )
        if len(agreeing) > 1
        else tr(
            "Measured against {venue}. Requests are corrected for it, times on screen are not. "
            "Switch on automatic time.",
            venue=venues,
        ),
    )


def _of_venue(venue: str, offset: float, account_id: str, with_us: list[str], *, refused: bool) -> Reading:
    title, seconds = title_of(venue), f"{abs(offset) / 1000:.1f}"
    if abs(offset) <= WARNING_MS:
        said = tr("{venue} refuses requests because of their time", venue=title)
        text = tr("The time is measured anew and the request repeated. Switch on automatic time.")
    else:
        said = (
            tr("The clock of {venue} is {seconds} s ahead", venue=title, seconds=seconds)
            if offset > 0
            else tr("The clock of {venue} is {seconds} s behind", venue=title, seconds=seconds)
        )
        text = _who_is_right([title_of(other) for other in with_us], title)
    severity = _severity(offset, refused=refused)
    return condition_reading("clock", "SYSTEM", account_id, severity, said, text, about=venue)


def _who_is_right(with_us: list[str], title: str) -> str:
    if not with_us:
        return tr("No other venue agrees with it. Requests are corrected for it; times that it tells are its own.")
    return tr(
        "{venues} and this computer agree. Requests are corrected for it; times that {venue} tells are its own.",
        venues=", ".join(with_us),
        venue=title,
    )
