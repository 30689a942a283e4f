"""The report as rows: what one tick says about each position and each pool. Light: no numpy in here.

Ratios and distances are fractions; money is in the settlement currency; None is unknown, with the reason beside it.
"""

from __future__ import annotations

import msgspec

from monitor.risk.beyond_rows import PositionBeyond

EQUITY_GONE = 99.0
"""The margin ratio of a pool that is required for more than nothing and has no equity left; no ratio is larger."""


class PositionRisk(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One position, judged."""

    account_id: str
    venue: str
    symbol: str
    side: str  # "long" | "short"
    margin_mode: str  # "cross" | "isolated"
    pool_id: str
    settle: str
    contracts: float
    size_base: float | None  # None for inverse contracts with unknown mark
    notional: float | None
    entry_price: float
    mark_price: float
    tick_size: float | None
    lot_size: float | None
    leverage: float | None  # as set at the venue
    effective_leverage: float | None  # notional over the pool's equity
    unrealized_pnl: float | None
    roe: float | None  # unrealised PnL over initial margin
    initial_margin: float | None
    maintenance_margin: float | None
    margin_ratio: float | None  # of the position's pool; 1 is liquidation
    liquidation_price: float | None  # ours; None: none reachable, or unknown (see `unknown`)
    bankruptcy_price: float | None
    liquidation_distance: float | None  # side * (mark - liquidation) / mark; None with the price
    reported_liquidation_price: float | None
    disagreement: float | None  # |ours - the venue's| / mark; None where either is missing
    basis: str  # "exact" | "estimate" | "venue"
    basis_reason: str
    max_loss: float | None  # all that can be lost: isolated margin and the fee reserved beside it, or the cross wallet
    loss_to_liquidation: float | None  # further loss of this position from the mark to its liquidation price
    stop_price: float | None  # nearest valid stop
    stop_distance: float | None  # from mark, fraction
    stop_cover: float | None  # share of the size closed by stops before liquidation, 0..1; None: not read
    stop_beyond: bool  # a stop lies beyond the liquidation price: it will never fill
    funding_rate: float | None  # per interval
    funding_interval_h: float | None
    next_funding_ms: int | None
    funding_payment: float | None  # at the next settlement; positive: received
    adl_rank: float | None  # the venue's own scale
    rescue_distance: float | None  # the distance that the two figures below would restore
    rescue_add: float | None  # margin to add [settle]
    rescue_cut: float | None  # size to cut [base]
    level: int = 0  # of its alarm: 0 none, 1 WARNING, 2 DANGER, 3 CRITICAL
    unconfirmed: bool = False  # missing from the venue's newest answer and not proven closed
    unknown: str = ""  # why the risk figures are unknown
    liquidation_root: float | None = None  # before the venue's rounding; the distance is taken from it
    tier: int | None = None  # of the schedule, from 1, at the mark
    tier_at_liquidation: int | None = None
    tiers: int = 0  # how many the schedule has
    backstop_price: float | None = None  # where the venue itself takes the position over (Hyperliquid)
    agreement: str = "venue silent"  # "agrees" | "skewed snapshot" | "disagrees" | "venue silent" | "not computed"
    disagreement_ticks: float | None = None
    disagreement_allowed: float | None = None  # what the venue's accuracy and rounding explain [price]
    disagreement_skew: float | None = None  # what marks of different instants explain on top [price]
    compared_price: float | None = None  # ours at the marks of the venue's figure: this is what was compared with it
    compared_mark: float | None = None  # of the symbol, there
    source: str = ""  # where the formula was read, with its date
    beyond: PositionBeyond | None = None  # worst loss, gaps, depth, time, stops, sizing; None: not reckoned
    alarm_at: tuple[float, float, float] | None = None  # distances at which WARNING, DANGER, CRITICAL begin now

    @property
    def key(self) -> str:
        """The position's name across processes: account|symbol|side|mode."""
        return f"{self.account_id}|{self.symbol}|{self.side}|{self.margin_mode}"

    @property
    def lot_base(self) -> float | None:
        """The smallest step of the size [base]; None: not known."""
        if not self.lot_size or not self.size_base or not self.contracts:
            return None
        return float(f"{self.lot_size * self.size_base / self.contracts:.12g}")  # without the error of the division

    @property
    def is_inverse(self) -> bool:
        """Whether it is margined and settled in its own coin."""
        return self.settle.partition("@")[0] == self.symbol.partition("/")[0]


class PoolRisk(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One margin pool: the equity that stands behind one or several positions."""

    account_id: str
    pool_id: str  # "cross:USDT", "isolated:BTC/USDT:USDT:long"
    settle: str
    wallet_balance: float | None
    equity: float | None
    unrealized_pnl: float | None
    initial_margin: float | None
    maintenance_margin: float | None
    margin_ratio: float | None  # required over equity; 0 safe, 1 liquidation
    headroom: float | None  # equity - maintenance margin
    venue_ratio: float | None
    venue_ratio_name: str
    common_shock_down: float | None  # fraction all marks must fall together; None: no fall liquidates
    common_shock_up: float | None
    positions: int
    level: int = 0
    unknown: str = ""
    required: float | None = None  # what the venue liquidates for: fees and threshold included
    basis: str = ""
    basis_reason: str = ""
    naive_down: float | None = None  # nearest price of a single symbol, as fraction: what the common shock undercuts
    naive_up: float | None = None
    first_down: str = ""  # position whose own price is nearest on the way down: key
    first_up: str = ""
    told_ratio: float | None = None  # the venue's own figure for this pool, 1 at liquidation


class LadderStep(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line of "what if the price moves": every other mark stands still."""

    move: float  # fraction of the mark
    price: float
    pnl_change: float  # of this position [settle]
    margin_ratio: float | None  # of its pool afterwards
    liquidated: bool
    is_liquidation: bool = False  # the line at the liquidation price itself


class PriceLadder(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The ladder of one position, highest price first."""

    position_key: str
    steps: tuple[LadderStep, ...]
