"""What the program may tell the demo exchange from inside, never by its HTTP API, and what it answers.

Msgspec Structs, tagged by type name. Accounts are named by their label, sides are "long" and "short", amounts are USDT.
Every command gets one reply: Ok, Refused with a sentence, or the data that was asked for.
"""

from __future__ import annotations

import msgspec

from monitor.demo.fault_kinds import Fault, FaultKind
from monitor.demo.request_log import LogEntry
from monitor.demo.specs import Side


class Command(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Anything that can be asked."""


class AddMargin(Command, frozen=True, kw_only=True):
    """Put money behind a position: from the account for an isolated one, from outside for a cross pool."""

    account: str
    symbol: str
    side: Side
    amount: float


class Reduce(Command, frozen=True, kw_only=True):
    """Close a fraction of a position at the mark."""

    account: str
    symbol: str
    side: Side
    fraction: float


class OpenPosition(Command, frozen=True, kw_only=True):
    """Open or increase a position at the mark."""

    account: str
    symbol: str
    side: Side
    size: float  # base
    isolated: bool = False
    leverage: int | None = None


class ClosePosition(Command, frozen=True, kw_only=True):
    """Close a position at the mark."""

    account: str
    symbol: str
    side: Side


class Deposit(Command, frozen=True, kw_only=True):
    """Add money to an account's futures wallet, or take it when negative."""

    account: str
    amount: float


class SetSpeed(Command, frozen=True, kw_only=True):
    """Market seconds per wall second, 1 to 600."""

    speed: float


class Pause(Command, frozen=True, kw_only=True):
    """Stop market time, or let it run on."""

    paused: bool


class InjectFault(Command, frozen=True, kw_only=True):
    """Misbehave; see monitor.demo.faults for the kinds."""

    kind: FaultKind
    path: str = "/"  # prefix of the request's name
    venue: str | None = None
    count: int | None = None
    account: str | None = None
    status: int = 503
    body: str | None = None
    retry_after_s: int | None = None
    url: str = ""
    skew_ms: int = 0
    symbols: tuple[str, ...] = ()

    def fault(self) -> Fault:
        """Return the fault to put in force."""
        return Fault(**msgspec.structs.asdict(self))


class ClearFaults(Command, frozen=True, kw_only=True):
    """End all faults, the clock skew and any ban."""


class SetLimits(Command, frozen=True, kw_only=True):
    """Enforce request weights or not."""

    enabled: bool


class ExpireListenKeys(Command, frozen=True, kw_only=True):
    """Let all listen keys expire now."""


class SetPrice(Command, frozen=True, kw_only=True):
    """Move a symbol's price; `hold` keeps it there while the others go on."""

    symbol: str
    price: float
    hold: bool = False


class JumpTo(Command, frozen=True, kw_only=True):
    """Move market time forward to an instant, with all that happens on the way."""

    market_ms: int


class GetLog(Command, frozen=True, kw_only=True):
    """Ask for the requests received so far."""

    start: int = 0  # index of the first entry wanted


class GetTruth(Command, frozen=True, kw_only=True):
    """Ask for what the exchange itself knows."""


class Stop(Command, frozen=True, kw_only=True):
    """End the exchange."""


AnyCommand = (
    AddMargin
    | Reduce
    | OpenPosition
    | ClosePosition
    | Deposit
    | SetSpeed
    | Pause
    | InjectFault
    | ClearFaults
    | SetLimits
    | ExpireListenKeys
    | SetPrice
    | JumpTo
    | GetLog
    | GetTruth
    | Stop
)


# ---------------------------------------------------------------- replies


class Reply(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Anything that is answered."""


class Ok(Reply, frozen=True, kw_only=True):
    """It was done."""


class Refused(Reply, frozen=True, kw_only=True):
    """It was not done, and why, in one sentence."""

    reason: str


class Log(Reply, frozen=True, kw_only=True):
    """The requests received."""

    entries: tuple[LogEntry, ...]

    @property
    def writes(self) -> tuple[LogEntry, ...]:
        """Those that are not on the list of reads."""
        return tuple(entry for entry in self.entries if entry.is_write)


class TruePosition(msgspec.Struct, frozen=True, kw_only=True):
    """One open position as the exchange sees it."""

    account: str
    venue: str
    symbol: str  # the market's name ("BTCUSDT"), whatever the venue calls it
    position_side: str  # "BOTH" | "LONG" | "SHORT"
    side: Side
    size: float  # base, > 0
    entry: float
    mark: float
    isolated: bool
    liquidation_price: float | None  # by search; None: there is none
    maintenance_margin: float  # of this position, as its venue counts it
    pool: str  # "cross" or "isolated:SYMBOL:SIDE"
    pool_balance: float  # wallet + unrealised profit
    pool_requirement: float  # of the whole pool; it is liquidated when this reaches the balance


class Truth(Reply, frozen=True, kw_only=True):
    """What the exchange knows, all at one instant."""

    now_ms: int  # wall
    market_ms: int
    speed: float
    paused: bool
    insurance_fund: float
    venues: tuple[str, ...]  # where it has accounts
    wallets: dict[str, float]  # by account: cross and isolated wallets together
    liquidations: dict[str, int]  # by account: positions liquidated so far
    positions: tuple[TruePosition, ...]


AnyReply = Ok | Refused | Log | Truth


class DemoAccount(msgspec.Struct, frozen=True, kw_only=True):
    """An account of a running demo exchange, and where its venue listens."""

    label: str
    venue: str  # ccxt's id
    api_key: str  # where there are no keys: the address
    secret: str
    passphrase: str | None
    base_url: str  # "http://127.0.0.1:PORT"
    ws_base_url: str  # "ws://127.0.0.1:PORT"


class DemoInfo(Reply, frozen=True, kw_only=True):
    """Where a started demo exchange listens, and its accounts."""

    ports: dict[str, int]  # by venue, the first one first
    scenario: str
    title: str
    source: str  # what is real in it and what is not, one sentence
    synthetic: bool
    speed: float
    seed: int
    pid: int
    accounts: tuple[DemoAccount, ...]

    def base_url(self, venue: str = "binanceusdm") -> str:
        """Return the address of a venue's face.

        Raises:
            KeyError: the exchange does not speak as this venue.
        """
        return f"http://127.0.0.1:{self.ports[venue]}"

    def ws_base_url(self, venue: str = "binanceusdm") -> str:
        """Return the address of a venue's WebSockets; raises KeyError like `base_url`."""
        return f"ws://127.0.0.1:{self.ports[venue]}"

    def account(self, label: str) -> DemoAccount:
        """Return an account.

        Raises:
            KeyError: there is no such account.
        """
        return {account.label: account for account in self.accounts}[label]

    def key_of(self, label: str) -> tuple[str, str]:
        """Return an account's API key and secret; raises KeyError like `account`."""
        account = self.account(label)
        return account.api_key, account.secret
