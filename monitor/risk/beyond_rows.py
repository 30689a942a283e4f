"""What lies beyond the liquidation price, as rows: light, no numpy, the names that `--json` prints.

Ratios, distances and slippage are fractions; losses and costs are positive and in the settlement currency; sizes are
contracts; None is unknown or none, and `reason` says why in one sentence ("" where all is known).
"""

from __future__ import annotations

import msgspec


class LiquidationLoss(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a liquidation at its own price takes."""

    price: float | None  # unrounded
    bankruptcy_price: float | None
    loss: float | None  # of the position, from the mark to that price; negative: this leg of a hedge wins
    remaining_margin: float | None  # the requirement there: what is left when the order is sent
    fee_rate: float | None  # that the venue charges for it; None: not published, or not read
    fee: float | None
    most: float | None  # from now: all that is left is taken too
    least: float | None  # filled at that price, the fee paid, the rest kept; None: the venue's part is not known
    reason: str = ""
    keeps_all: bool = False  # the venue settles at the bankruptcy price: nothing comes back
    fee_source: str = ""  # where the fee was read, with its date


class GapStep(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A jump through the liquidation price."""

    jump: float
    price: float | None
    realized_loss: float | None  # of the position, from the mark; negative: this leg of a hedge wins
    shortfall: float | None  # beyond the equity behind it [currency of the pool]
    borne_by: str


class GapLoss(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What jumps of several sizes cost."""

    jumps: tuple[GapStep, ...]
    expected_shortfall: float | None  # mean over fills around the liquidation price
    fill_std: float | None  # standard deviation of the log of those fills
    status: str  # "promised", "practice", "may claim", "not found"
    reason: str = ""


class DepthStep(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The same exit through a thinner book."""

    depth: float  # of today's
    average_price: float | None
    slippage: float | None  # of the whole size; None: the book does not hold it
    unfilled: float | None


class ExitCost(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Closing the whole position at once, now, by the visible order book."""

    mid: float | None
    average_price: float | None  # of the filled part
    worst_price: float | None
    slippage: float | None  # of the whole size, from the mid; None: the book does not hold it
    cost: float | None  # of the filled part, against the mid, fees aside
    fee: float | None  # taker fee of the filled part
    filled: float | None
    unfilled: float | None  # what the visible book does not hold
    age_ms: int | None
    crisis: tuple[DepthStep, ...]
    liquidation_price: float | None  # at which a liquidation order of this size would fill on average, in today's book
    liquidation_price_thin: float | None  # the same in a book of a tenth
    beyond_bankruptcy: bool | None  # whether that thin fill lies beyond the bankruptcy price, or what fills of it does
    impact: float | None  # slippage of the whole size by the square-root law: an order of magnitude
    reason: str = ""


class FundingLine(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """When funding alone carries the liquidation price to a distance."""

    distance: float  # 0: liquidation itself
    days: float | None  # 0: there already; None: never at this rate, or unknown where the row gives a reason
    days_if_jumped: float | None  # the same if the rate jumped against the pool


class FundingRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Funding; + received, - paid."""

    rate: float | None
    interval_h: float | None
    next_ms: int | None
    payment: float | None  # at the next settlement
    accrued: float | None  # the part of it whose time has gone
    per_day: float | None
    per_week: float | None
    drift_per_day: float | None  # of the liquidation price
    lines: tuple[FundingLine, ...]
    reason: str = ""  # why a figure is unknown


class TouchSpan(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The chance of meeting liquidation within a span: a range, never one figure."""

    hours: int
    low: float | None
    middle: float | None
    high: float | None
    model: float | None


class TouchRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How soon, and how likely."""

    spans: tuple[TouchSpan, ...]
    deviations: float | None  # distance in standard deviations of one day; None: none reachable, or unknown
    median_days: float | None
    volatility: float | None  # a year
    volatility_age_ms: int | None
    reason: str = ""


class StopRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Whether the stops close the position in time."""

    covered: float | None
    uncovered: float | None
    surplus: float | None  # of stops beyond the position's size
    beyond: float | None  # of stops that lie beyond the liquidation price
    wrong_side: float | None
    wrong_basis: float | None  # covered by stops that do not wait for the mark price
    can_gap: float | None  # covered by stop-limits
    crosses: float | None  # covered by stops whose slippage ends beyond liquidation
    nearest: float | None  # trigger price
    loss: float | None  # at the stops, from entry
    loss_from_mark: float | None
    loss_of_margin: float | None  # share
    loss_of_equity: float | None  # share
    line: float  # of the margin, to compare with
    over_line: bool | None
    slippage: float | None  # that was reckoned with
    slippage_assumed: bool
    warnings: tuple[str, ...] = ()  # one sentence each
    reason: str = ""


class AdlRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who is reduced first when the fund is empty."""

    rank: float | None  # the venue's own
    scale: str  # how to read it
    first: bool | None  # whether it is the front of the queue
    score: float | None  # ours, an estimate
    formula: str
    source: str
    reason: str = ""


class SizingRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How large the trade is for its account."""

    margin: float | None
    margin_share: float | None  # of the account's equity
    share_low: float
    share_high: float
    share_verdict: str  # "below", "within", "above", "unknown"
    effective_leverage: float | None
    leverage_low: float
    leverage_high: float
    leverage_verdict: str
    largest_leverage: float | None  # isolated, for a chance of `leverage_chance` in `leverage_days`
    leverage_chance: float
    leverage_days: float
    reason: str = ""


class RescueStep(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What reaches one target."""

    target: str  # "distance" or "ratio"
    value: float
    add: float | None  # margin [currency of the pool]
    cut: float | None  # contracts, unrounded
    cut_order: float | None  # contracts, whole lots
    cut_and_put_back: float | None  # isolated: contracts, whole lots, with the released margin put back
    reason: str = ""  # why there is no cut


class RescueRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How much to add or to cut, and which position first."""

    distance: RescueStep
    ratio: RescueStep
    relief: float | None  # what one unit of value closed gives the pool at its common shock; negative: a hedge
    cut_first: bool  # whether this position gives its pool the most
    reason: str = ""


class PositionBeyond(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All of it for one position."""

    key: str
    liquidation: LiquidationLoss
    gap_loss: GapLoss
    exit_cost: ExitCost
    funding: FundingRow
    touch: TouchRow
    stops: StopRow
    adl: AdlRow
    sizing: SizingRow
    rescue: RescueRow


class PoolExposure(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Money in one pool."""

    pool_id: str
    currency: str
    equity: float | None
    initial_margin: float | None
    not_needed: float | None
    max_loss: float | None  # of what was put in: wallet or margin
    reason: str = ""


class ExposedMoney(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All money at the exchange, and what is not needed there."""

    currency: str  # "" where several are not added up
    total: float | None
    not_needed: float | None
    kept_distance: float  # which the rest keeps
    pools: tuple[PoolExposure, ...]
    advice: str
    reason: str = ""


class PoolGap(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A jump of all marks through a pool's liquidation."""

    jump: float
    pool_id: str
    currency: str
    loss: float | None
    shortfall: float | None


class Fund(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The venue's insurance fund."""

    balance: float | None
    currency: str
    age_ms: int | None
    change_7d: float | None  # fraction
    reason: str = ""
    change: float | None = None  # fraction, over `change_days`: seven, or what our own history covers
    change_days: float | None = None


class NegativeBalance(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Whether the account can end below zero, and who bears it."""

    status: str
    kind: str  # of account
    text: str
    borne_by: str
    source: str
    date: str
    jurisdiction: str
    gaps: tuple[PoolGap, ...]
    insurance_fund: Fund
    reason: str = ""


class JointTouch(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The chance that all marks together liquidate a pool."""

    pool_id: str
    spans: tuple[TouchSpan, ...]
    median_days: float | None
    cut_first: str  # key of the position that gives the most relief per unit closed
    reason: str = ""


class AccountBeyond(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All of it for one account."""

    account_id: str
    negative_balance: NegativeBalance
    exposed_money: ExposedMoney
    pools: tuple[JointTouch, ...]
