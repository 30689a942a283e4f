"""The Test button: read an account once and say, line by line, what could be read and what the key may do."""

from __future__ import annotations

import asyncio

from monitor import key_words
from monitor.clock import Clock
from monitor.credentials import Secrets
from monitor.errors import MarginwatchError, VenueError
from monitor.language import tr
from monitor.messages import CheckLine
from monitor.model import Account, KeyFacts
from monitor.settings import AccountConfig
from monitor.venues.fetch import ACCOUNT, AccountReader
from monitor.venues.streams import CONNECTING, LIVE, hints
from monitor.venues.venue import ClockNotToldError

CLOCK_TOLERANCE_MS = 1_000
LOOKS, LOOK_S = 120, 0.05  # how often, and each how long, the account's own stream is waited for


async def check_account(config: AccountConfig, secrets: Secrets, clock: Clock) -> tuple[CheckLine, ...]:
    """Read an account once.

    Returns:
        lines in the order of the questions; the first that fails for good is the last.
    """
    try:
        reader = await AccountReader.open(config, secrets, clock)
    except VenueError as error:
        return (CheckLine(ok=False, what="Settings", detail=_sentence(error)),)
    try:
        return await _check(reader, clock)
    finally:
        await reader.close()


async def ask_key(config: AccountConfig, secrets: Secrets, clock: Clock) -> KeyFacts:
    """Return what the venue says of a key; where it could not be asked, `why` says so.

    Raises:
        VenueError: host, proxy or address are not what they must be.
    """
    reader = await AccountReader.open(config, secrets, clock)
    try:
        return await reader.key.renew(clock.now_ms())
    finally:
        await reader.close()


async def _check(reader: AccountReader, clock: Clock) -> tuple[CheckLine, ...]:
    lines: list[CheckLine] = []
    try:
        offset_ms = await reader.client.measure_clock()
    except ClockNotToldError as error:
        lines.append(CheckLine(ok=None, what=tr("Clock"), detail=_sentence(error)))
    except MarginwatchError as error:
        return (CheckLine(ok=False, what=tr("Reach {title}", title=reader.venue.TITLE), detail=_sentence(error)),)
    else:
        host = reader.client.pace.host
        lines.append(
            CheckLine(
                ok=True,
                what=tr("Reach {title}", title=reader.venue.TITLE),
                detail=tr("{host} in {latency_ms} ms", host=host, latency_ms=reader.client.latency_ms),
            )
        )
        lines.append(_clock_line(offset_ms))
    key = key_lines(await reader.key.renew(clock.now_ms()), clock.now_ms())
    if key[0].ok is False:
        return (*lines, *key)
    try:
        account = await reader.read(frozenset(), clock.now_ms())
    except MarginwatchError as error:
        return (*lines, CheckLine(ok=False, what=tr("Key accepted"), detail=_sentence(error)))
    lines.append(CheckLine(ok=True, what=tr("Key accepted"), detail=tr("the account was read")))
    lines.extend(key)
    lines.extend(_content_lines(account))
    lines.append(await _stream_line(reader))
    return tuple(lines)


def _clock_line(offset_ms: int) -> CheckLine:
    far = abs(offset_ms) > CLOCK_TOLERANCE_MS
    detail = tr("this computer is {offset:+.1f} s off the venue's clock", offset=-offset_ms / 1000)
    if far:
        detail += "; " + tr("it is allowed for, but set it right (switch on automatic time)")
    return CheckLine(ok=None if far else True, what=tr("Clock"), detail=detail)


def key_lines(facts: KeyFacts, now_ms: int) -> tuple[CheckLine, ...]:
    """Return what is known of a key, line by line."""
    found = [(tr("Rights of the key"), key_words.rights_line(facts))]
    if facts.checked_ms is not None and facts.rights != "address only":
        found.append((tr("Addresses"), key_words.addresses_line(facts)))
        found.append((tr("Age and expiry"), key_words.dates_line(facts, now_ms)))
    return tuple(CheckLine(ok=ok, what=what, detail=detail) for what, (ok, detail) in found)


def _content_lines(account: Account) -> list[CheckLine]:
    balances = ", ".join(f"{held.wallet_balance:,.2f} {held.currency}" for held in account.collateral)
    positions = ", ".join(f"{position.symbol} {position.side}" for position in account.positions[:8])
    more = len(account.positions) - 8
    without = [position.symbol for position in account.positions if not position.brackets]
    unread = [position.symbol for position in account.positions if position.stops is None]
    return [
        CheckLine(ok=True, what=tr("Balances"), detail=balances or tr("the futures wallet is empty")),
        CheckLine(
            ok=True if account.balance_agrees else None,
            what=tr("Positions"),
            detail=(positions + (f" {tr('and {count} more', count=more)}" if more > 0 else "")) or tr("none open"),
        ),
        CheckLine(
            ok=None if without else True,
            what=tr("Maintenance tiers"),
            detail=tr("not read for {names}", names=", ".join(without)) if without else tr("read"),
        ),
        CheckLine(
            ok=None if unread else True,
            what=tr("Stop orders"),
            detail=tr("could not be read")
            if unread
            else tr("{count} found", count=sum(len(p.stops or ()) for p in account.positions)),
        ),
    ]


async def _stream_line(reader: AccountReader) -> CheckLine:
    """Listen for a moment; without news by stream the account is read all the same."""
    what = tr("News by stream")
    if reader.reading.streams is None:
        return CheckLine(ok=None, what=what, detail=tr("this venue is read by the timer alone"))
    listening = asyncio.create_task(hints(reader, on_event=lambda: None, on_marks=lambda _: None))
    told = ""
    try:
        for _ in range(LOOKS):
            await asyncio.sleep(LOOK_S)
            if told := _told(reader):
                break
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
    if told == LIVE:
        return CheckLine(ok=True, what=what, detail=tr("the venue tells when something happens"))
    return CheckLine(ok=None, what=what, detail=told or tr("no answer yet; the account is read by the timer"))


def _told(reader: AccountReader) -> str:
    """What the account's own streams say: what is wrong with one, "live" when all are, "" while it is not known."""
    states = [state for name, state in reader.streams.items() if name.startswith(ACCOUNT)]
    wrong = [state for state in states if state not in (LIVE, CONNECTING)]
    return wrong[0] if wrong else LIVE if states and set(states) == {LIVE} else ""


def _sentence(error: MarginwatchError) -> str:
    advice = error.advice if isinstance(error, VenueError) else ""
    return f"{error} {advice}".strip()
