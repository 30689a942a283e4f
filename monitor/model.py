"""The nouns, as rows: what venues told us. Frozen; a change is a new row.

Prices are quote per base; money is in the settlement currency; rates are fractions; times are ms UTC.
None means unknown or not told, never zero. `reported_*` is the venue's own figure, never ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, make_dataclass
from typing import TYPE_CHECKING, Literal

Side = Literal["long", "short"]
MarginMode = Literal["cross", "isolated"]
PositionMode = Literal["one_way", "hedge"]
AccountMode = Literal["single_currency", "multi_currency", "portfolio"]
BracketUnit = Literal["notional", "contracts", "base"]
BracketScheme = Literal["marginal", "whole_position"]
TriggerBasis = Literal["mark", "last", "index"]

KeyRights = Literal["read-only", "can trade", "can withdraw", "unverified", "address only"]

PositionKey = tuple[str, str, str, str]
"""(account id, symbol, side, margin mode): what makes a position one position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """One step of a maintenance-margin schedule, valid from `floor` up."""

    floor: float  # in the position's `bracket_unit`
    rate: float  # maintenance rate, fraction
    deduction: float  # maintenance amount [settle]; 0 with `whole_position`


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A contract as its venue lists it."""

    symbol: str  # unified: BASE/QUOTE:SETTLE
    venue_symbol: str  # as the venue's API spells it
    base: str
    settle: str
    contract_size: float  # base per contract (linear), quote per contract (inverse)
    inverse: bool
    tick_size: float | None
    lot_size: float | None  # smallest step of `contracts`
    liquidation_fee_rate: float | None = None  # fraction of the liquidated value


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a venue requires of a contract, asked for a trade that is not made yet."""

    instrument: Instrument
    brackets: tuple[Bracket, ...]
    bracket_unit: BracketUnit = "notional"
    bracket_scheme: BracketScheme = "marginal"
    rate_slope: float | None = None  # growth of the maintenance rate per base unit of size (Deribit)
    note: str = ""  # where it does not come from a list of tiers: where from, one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderBook:
    """The resting orders of one contract, best price first."""

    bids: tuple[tuple[float, float], ...]  # (price, contracts)
    asks: tuple[tuple[float, float], ...]
    at_ms: int  # when it was received, our clock
    daily_volume: float | None = None  # contracts of the last 24 hours


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuranceFund:
    """What a venue says its insurance fund holds."""

    balance: float
    currency: str  # "USD" where the venue adds up in dollars
    at_ms: int
    week_ago: float | None = None  # the same seven days earlier; None: not known
    earlier: float | None = None  # the same at another time, where seven days are not covered
    earlier_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketData:
    """What is known of one contract beside the accounts; None: not read."""

    venue: str
    symbol: str
    volatility: float | None = None  # standard deviation of the log return of a year
    volatility_ms: int | None = None  # when it was computed
    order_book: OrderBook | None = None
    insurance_fund: InsuranceFund | None = None  # of the venue, for what this contract settles in


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A resting reduce-only order that would close the position, or part of it, at a loss."""

    trigger_price: float
    trigger: TriggerBasis
    contracts: float | None  # None: closes the whole position
    limit_price: float | None  # None: a market order when triggered


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One open position as its venue reported it."""

    symbol: str
    side: Side
    contracts: float  # always > 0: the direction is in `side`
    contract_size: float
    inverse: bool
    settle: str
    entry_price: float
    mark_price: float
    margin_mode: MarginMode
    isolated_margin: float | None  # assigned to it, without unrealised PnL; None with cross
    leverage: float | None
    tick_size: float | None
    bracket_unit: BracketUnit
    bracket_scheme: BracketScheme
    brackets: tuple[Bracket, ...]  # ascending by floor; empty: unknown
    lot_size: float | None = None
    stops: tuple[Stop, ...] | None = None  # None: not read
    funding_rate: float | None = None  # per interval
    funding_interval_h: float | None = None
    next_funding_ms: int | None = None
    mark_ms: int | None = None  # when the mark was true, by the venue's clock
    reported_mark_price: float | None = None  # the mark that `reported_*` belong to, where `mark_price` is newer
    reported_liquidation_price: float | None = None
    reported_maintenance_margin: float | None = None
    reported_initial_margin: float | None = None
    reported_bankruptcy_price: float | None = None
    reported_unrealized_pnl: float | None = None
    reported_margin_ratio: float | None = None
    reported_adl_rank: float | None = None  # the venue's own scale
    unconfirmed: bool = False  # missing from the newest answer, and not yet proven closed
    opened_ms: int | None = None  # where a position's age decides its schedule (Bitget)
    liquidation_fee_rate: float | None = None  # that the venue charges on a liquidation; None: not told
    rate_slope: float | None = None  # growth of the maintenance rate per base unit of size (Deribit)
    rate_implied: bool = False  # the tier is the rate that its own margin gives now: it moves, and is no schedule
    beta: float | None = None  # its move for each move of all marks; None: 1

    @property
    def direction(self) -> int:
        """+1 for a long, -1 for a short."""
        return 1 if self.side == "long" else -1


if TYPE_CHECKING:
    PositionDraft = Position
else:
    PositionDraft = make_dataclass(
        "PositionDraft",
        [(one.name, one.type, field(default=one.default)) for one in fields(Position)],
        slots=True,
        kw_only=True,
    )


def sealed(draft: Position) -> Position:
    """Return a draft as a position, which does not change any more.

    A draft has the same fields and is not frozen: filling it takes a third of the time, and whoever reads 500 positions
    each second fills much.
    """
    draft.__class__ = Position
    return draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Collateral:
    """One currency of an account."""

    currency: str
    wallet_balance: float  # the cross wallet: without unrealised PnL and what isolated positions hold
    index_price: float | None = None  # USD
    bid: float | None = None  # factors of Binance's multi-assets mode
    ask: float | None = None
    haircut_tiers: tuple[tuple[float, float], ...] = ()  # (floor in coin, share of the value that counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a position ended, wholly or in part, by the venue's own record."""

    symbol: str
    side: Side  # of the position that was closed
    contracts: float
    price: float
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Liquidation(Ending):
    """The venue closed it by force: its own margin was used up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleveraging(Ending):
    """The venue closed it by force against a bankrupt trader's position (ADL): it was in profit, not at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing(Ending):
    """An order of the user's closed it."""

    by_stop: bool = False  # a stop of the user's, where the venue tells


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFacts:
    """What a venue says of an account's key."""

    rights: KeyRights = "unverified"
    beyond: tuple[str, ...] = ()  # the venue's own words for what it may do beyond reading
    why: str = ""  # why the rights are unverified, or could not be asked again
    ip_bound: bool | None = None  # usable from listed addresses only
    created_ms: int | None = None
    expires_ms: int | None = None  # None: never where `endless`, else not told
    endless: bool = False
    checked_ms: int | None = None  # when the venue last said so, our clock; None: never asked with success


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account, as of its last valid answer.

    `trouble` says why the newest attempt failed; the figures are then those of `read_ms`.
    `balance_agrees` is False when the account's own totals say that positions exist which the list leaves out.
    """

    id: str  # the user's name for it
    venue: str  # ccxt id
    account_mode: AccountMode | None
    position_mode: PositionMode | None
    taker_fee_rate: float | None
    collateral: tuple[Collateral, ...]
    positions: tuple[Position, ...]
    reported_margin_ratio: float | None = None
    reported_equity: float | None = None
    reported_maintenance_margin: float | None = None
    reported_available: float | None = None
    read_ms: int | None = None  # receipt of the last valid answer, our clock; None: never read
    balance_agrees: bool = True
    # records, by our clock, of how known positions ended that the answer leaves out or tells smaller
    liquidations: tuple[Liquidation, ...] = ()
    deleveragings: tuple[Deleveraging, ...] = ()
    closings: tuple[Closing, ...] = ()
    missing_marks: tuple[tuple[str, float], ...] = ()  # (symbol, mark) of known positions that the answer leaves out
    untold: str = ""  # unified symbol whose change the account's own stream ought to have told, and did not
    trouble: str | None = None
    advice: str = ""
    trouble_kind: str = ""  # the error's class: "NetworkError", "VenueDataError", …
    failures: int = 0  # attempts in a row that brought no valid answer
    latency_ms: int | None = None
    clock_offset_ms: int | None = None  # the venue's clock minus ours
    key: KeyFacts = KeyFacts()

    def key_of(self, position: Position) -> PositionKey:
        """Return the key that makes this position one position among all accounts."""
        return (self.id, position.symbol, position.side, position.margin_mode)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """All accounts at one instant."""

    taken_ms: int
    accounts: tuple[Account, ...]
    markets: tuple[MarketData, ...] = ()
