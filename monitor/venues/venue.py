"""What a venue's file offers to the rest of this folder, and what it may ask of a client."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from monitor.clock import Clock
from monitor.credentials import Secrets
from monitor.errors import VenueDataError, VenueError
from monitor.language import tr
from monitor.model import Account, InsuranceFund, KeyFacts, OrderBook, PositionKey, Terms
from monitor.settings import AccountConfig
from monitor.venues.guard import Endpoint, ReadList
from monitor.venues.pace import Limits, Pace

T = TypeVar("T")

Candle = tuple[int, float, float, float, float]
"""(open time ms UTC, open, high, low, close)."""

Marks = dict[str, tuple[float, int]]
"""{unified symbol: (mark price, ms by the venue's clock)}."""


class ClockNotToldError(VenueError):
    """The venue has no call for its time; our clock has to do."""


def key_pair(secrets: Secrets) -> dict[str, str]:
    """Return what ccxt calls a key and its secret, and the passphrase where there is one."""
    pair = {"apiKey": secrets.api_key, "secret": secrets.secret}
    return pair if secrets.passphrase is None else {**pair, "password": secrets.passphrase}


class Client(Protocol):
    """A guarded connection to one venue for one account; `client.VenueClient` is the one there is."""

    config: AccountConfig
    clock: Clock
    pace: Pace
    exchange: Any  # the guarded ccxt object: addresses and WebSockets
    latency_ms: int | None
    offset_ms: int
    offset_known: bool

    async def call(self, endpoint: Endpoint, kind: type[T], /, **params: Any) -> T:
        """Ask one endpoint of the read list; raises a VenueError."""
        ...

    async def unified(self, method: str, *arguments: Any, deadline_s: float = ...) -> tuple[Any, list[str]]:
        """Ask by one of ccxt's own methods: (its structure, the bodies that came); raises a VenueError."""
        ...

    async def measure_clock(self) -> int:
        """Return the venue's clock minus ours [ms]."""
        ...

    def venue_ms(self) -> int:
        """Return the venue's time, as far as it is known."""
        ...


class Streams(Protocol):
    """What the streams of one account are called and say, in its venue's words; hints only, the poll is the truth.

    A venue's own class is derived from this one and states what it has.
    """

    silent_s: float  # marks come at least this often
    mark_urls: tuple[str, ...]  # where marks are streamed
    account_sockets: int = 1  # how many addresses tell the account's own events
    signs_in: bool = False  # whether the account's own stream has to be accepted ("signed in") before it is heard

    def mark_topics(self, url: str) -> frozenset[str]:
        """Return the topics at an address that carry the marks of the held symbols."""
        ...

    def subscription(self, topics: Sequence[str], *, on: bool) -> list[Any]:
        """Return the frames that begin or end a subscription to marks."""
        ...

    def read_marks(self, message: Any) -> Marks:
        """Return the marks in a message; {} where there are none."""
        ...

    async def dial(self, url: str) -> str:
        """Return the address to dial for the marks of `url`, where it changes with each connection."""
        return url

    async def account_url(self, number: int) -> str | None:
        """Return where the account's own events are streamed; None: there are none at this address yet."""
        ...

    async def keep_alive(self) -> None:
        """Make what `account_url` was given good for longer, where it runs out."""
        return None

    def account_frames(self) -> list[Any]:
        """Return what is sent first to hear of the account: a sign-in, or the subscriptions where none is apart."""
        return []

    def signed_in_frames(self) -> list[Any]:
        """Return the subscriptions to send when a sign-in was accepted."""
        return []

    def take_event(self, message: Any) -> str:
        """Say what a message asks for: "poll", "new key", "signed in", "refused", or "" for nothing."""
        ...


class Reading(Protocol):
    """Reads one account again and again, and remembers what need not be read each time."""

    held: frozenset[str]  # unified symbols of the open positions
    streams: Streams | None  # None: the poll is all there is

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now, or raise a VenueError."""
        ...

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open, or raise a VenueError."""
        ...

    async def order_book(self, symbol: str) -> OrderBook:
        """Return the resting orders of a contract, or raise a VenueError."""
        ...

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, None where that is not told, or raise a VenueError."""
        ...

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency, or raise a VenueError."""
        ...

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        ...

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told, or raise a VenueError."""
        ...

    def forget(self) -> None:
        """Read everything again at the next read."""
        ...


async def no_terms(symbol: str) -> Terms:
    """Refuse.

    Raises:
        VenueDataError: always.
    """
    raise VenueDataError(tr("{subject}: the venue cannot be asked for its tiers", subject=symbol))


class Venue(Protocol):
    """A venue's module."""

    CCXT_ID: str
    TITLE: str
    READS: ReadList
    TIME: Endpoint  # the venue's clock; not signed; its host is the venue's
    LIMITS: Limits  # what it allows, and what requests weigh
    ERROR_CODES: Mapping[int | str, Callable[[str], VenueError]]

    def reading(self, client: Client) -> Reading: ...
    async def server_time_ms(self, client: Client) -> int: ...
    async def key_facts(self, client: Client) -> KeyFacts: ...
    def use_testnet(self, exchange: Any) -> None: ...
    def use_host(self, exchange: Any, host: str) -> None: ...
    def credentials(self, secrets: Secrets) -> dict[str, str]: ...
