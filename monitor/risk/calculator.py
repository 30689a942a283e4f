"""A trade that is not made yet: what it would risk, put through the very same engine as a position that is open.

The trade is added to the account as it is, so a cross pool shows what it does to the others. Sizes are base units;
inverse contracts are sized in quote per contract. Slippage and the fee of opening are not part of the entry.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import msgspec

from monitor.errors import CalculationError
from monitor.language import tr
from monitor.model import Account, Bracket, BracketScheme, BracketUnit, MarginMode, Position, Side, Stop
from monitor.numbers import plain
from monitor.risk.beyond import Lines, measure_beyond
from monitor.risk.beyond_positions import position_beyond
from monitor.risk.market import Market
from monitor.risk.plan_rows import Plan
from monitor.risk.report import RiskReport, assess
from monitor.risk.rows import PositionRisk
from monitor.risk.sizing import LINES_SOURCE, risked_size


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """What is asked. Exactly one of `size`, `margin` and `risk` decides how large it is."""

    symbol: str
    side: Side
    price: float  # of the entry, and the mark it is judged at
    leverage: float
    margin_mode: MarginMode
    size: float | None = None  # base
    margin: float | None = None  # initial margin [settle]
    risk: float | None = None  # share of the account's equity that may be lost at the stop, fees included
    stop_price: float | None = None
    brackets: tuple[Bracket, ...] = ()  # empty: those of a position of this symbol in the account
    bracket_unit: BracketUnit = "notional"
    bracket_scheme: BracketScheme = "marginal"
    rate_slope: float | None = None  # growth of the maintenance rate per base unit of size
    contract_size: float = 1.0
    lot_size: float | None = None
    tick_size: float | None = None
    liquidation_fee_rate: float | None = None
    funding_rate: float | None = None
    funding_interval_h: float | None = None


def plan(owner: Account, trade: Trade, market: Market, now_ms: int, lines: Lines | None = None) -> Plan:
    """Return what `trade` would be in an account.

    Raises:
        CalculationError: something is missing or contradicts itself; says what to give.
    """
    lines = Lines() if lines is None else lines
    trade = _completed(owner, trade)
    before = assess((owner,), rescue_distance=lines.rescue_distance, at_ms=now_ms)
    equity = _equity(before, trade)
    fee_rate = _fee_rate(owner)
    contracts = _contracts(trade, equity, fee_rate)
    after_account, row = _with_trade(owner, trade, contracts)
    report = assess((after_account,), rescue_distance=lines.rescue_distance, at_ms=now_ms)
    beyond = measure_beyond(report.figures, market, now_ms, lines)
    judged = msgspec.structs.replace(report.positions[row], beyond=position_beyond(beyond, row))
    _check_lives(trade, judged)
    pool = next(one for one in report.pool_rows if one.pool_id == judged.pool_id)
    earlier = next((one for one in before.pool_rows if one.pool_id == judged.pool_id), None)
    size = contracts * trade.contract_size / (trade.price if _is_inverse(trade) else 1.0)
    value = contracts * trade.contract_size * (1.0 / trade.price if _is_inverse(trade) else trade.price)
    stop_loss = _stop_loss(trade, contracts, fee_rate)
    others = [
        one.liquidation_distance
        for number, one in enumerate(report.positions)
        if number != row and one.liquidation_distance is not None
    ]
    return Plan(
        size=size,
        contracts=contracts,
        initial_margin=value / trade.leverage,
        fees=2.0 * fee_rate * value,
        loss_at_stop=stop_loss,
        loss_at_stop_of_equity=None if stop_loss is None or not equity else stop_loss / equity,
        equity=equity,
        margin_ratio_before=None if earlier is None else earlier.margin_ratio,
        margin_ratio_after=pool.margin_ratio,
        position=judged,
        others_nearest=min(others, default=None),
        warnings=_warnings(trade, judged, value / trade.leverage, equity, lines, stop_loss),
    )


def _completed(owner: Account, trade: Trade) -> Trade:
    """The trade with what the account's own position of this symbol already tells."""
    _check(trade)
    held = next((one for one in owner.positions if one.symbol == trade.symbol), None)
    if held is None:
        if not trade.brackets:
            raise CalculationError(
                tr(
                    "{symbol}: its maintenance-margin tiers are not known; give the maintenance rate.",
                    symbol=trade.symbol,
                )
            )
        return trade
    own = bool(trade.brackets)
    return replace(
        trade,
        brackets=trade.brackets or held.brackets,
        bracket_unit=trade.bracket_unit if own else held.bracket_unit,
        bracket_scheme=trade.bracket_scheme if own else held.bracket_scheme,
        rate_slope=trade.rate_slope if own else held.rate_slope,
        contract_size=held.contract_size,
        lot_size=held.lot_size if trade.lot_size is None else trade.lot_size,
        tick_size=held.tick_size if trade.tick_size is None else trade.tick_size,
        liquidation_fee_rate=held.liquidation_fee_rate
        if trade.liquidation_fee_rate is None
        else trade.liquidation_fee_rate,
        funding_rate=held.funding_rate if trade.funding_rate is None else trade.funding_rate,
        funding_interval_h=held.funding_interval_h if trade.funding_interval_h is None else trade.funding_interval_h,
    )


def _check(trade: Trade) -> None:
    ways = [trade.size, trade.margin, trade.risk]
    if sum(way is not None for way in ways) != 1:
        raise CalculationError(tr("Give one of size, margin and risk: it decides how large the trade is."))
    for name, value in (
        (tr("price"), trade.price),
        (tr("leverage"), trade.leverage),
        (tr("contract size"), trade.contract_size),
        (tr("size"), trade.size),
        (tr("margin"), trade.margin),
        (tr("risk"), trade.risk),
        (tr("stop price"), trade.stop_price),
    ):
        if value is not None and not (math.isfinite(value) and value > 0):
            raise CalculationError(tr("The {name} must be above 0, not {value}.", name=name, value=plain(value)))
    if trade.risk is not None and (trade.stop_price is None or trade.risk >= 1):
        raise CalculationError(
            tr("A size by risk needs a stop price, and a risk below 1 (0.01 is 1 % of the account).")
        )
    sign = 1 if trade.side == "long" else -1
    if trade.stop_price is not None and sign * (trade.price - trade.stop_price) <= 0:
        raise CalculationError(
            tr("The stop of a long lies below its price, {price}.", price=plain(trade.price))
            if sign > 0
            else tr("The stop of a short lies above its price, {price}.", price=plain(trade.price))
        )


def _check_lives(trade: Trade, judged: PositionRisk) -> None:
    """Refuse a leverage, or a maintenance rate, with which the first margin is not above the maintenance margin."""
    if judged.maintenance_margin is None or not judged.notional:
        return
    rate = judged.maintenance_margin / judged.notional
    if trade.leverage * rate >= 1.0:
        raise CalculationError(
            tr(
                "At {leverage}x the initial margin is {initial} % of the value and the maintenance margin "
                "{maintenance} %: it would be liquidated at once; take less than {most}x.",
                leverage=plain(trade.leverage),
                initial=plain(100.0 / trade.leverage, 4),
                maintenance=plain(100.0 * rate, 4),
                most=plain(1.0 / rate, 4),
            )
        )


def _is_inverse(trade: Trade) -> bool:
    base, _, rest = trade.symbol.partition("/")
    return rest.partition(":")[2].partition("-")[0] == base


def _settle(trade: Trade) -> str:
    return trade.symbol.partition(":")[2].partition("-")[0]


def _equity(report: RiskReport, trade: Trade) -> float | None:
    """All the account holds in the trade's currency, or in dollars where one pool backs everything."""
    found = [pool.equity for pool in report.pool_rows if pool.settle in (_settle(trade), "USD")]
    known = [equity for equity in found if equity is not None]
    return sum(known) if found and len(known) == len(found) else None


def _fee_rate(owner: Account) -> float:
    return 0.0005 if owner.taker_fee_rate is None else owner.taker_fee_rate


def _contracts(trade: Trade, equity: float | None, fee_rate: float) -> float:
    """How many contracts, rounded down to the lot."""
    inverse = _is_inverse(trade)
    if trade.size is not None:
        size = trade.size
    elif trade.margin is not None:
        value = trade.margin * trade.leverage
        size = value if inverse else value / trade.price
    else:
        if not equity or equity <= 0 or trade.risk is None or trade.stop_price is None:
            raise CalculationError(tr("A size by risk needs the account's wallet; give it."))
        if inverse:
            raise CalculationError(
                tr("A size by risk is worked out for linear contracts; give the size or the margin.")
            )
        size = risked_size(equity, trade.risk, trade.price, trade.stop_price, fee_rate)
    contracts = size * (trade.price if inverse else 1.0) / trade.contract_size
    if trade.lot_size:
        contracts = math.floor(contracts / trade.lot_size * (1.0 + 1e-12)) * trade.lot_size
    if contracts <= 0:
        raise CalculationError(
            tr(
                "That is less than the smallest order of {symbol}, {lot_size} contracts.",
                symbol=trade.symbol,
                lot_size=plain(trade.lot_size or 0.0),
            )
        )
    return contracts


def _with_trade(owner: Account, trade: Trade, contracts: float) -> tuple[Account, int]:
    """The account with the trade in it, and its row. A position of the same side and mode grows."""
    inverse, settle = _is_inverse(trade), _settle(trade)
    value = contracts * trade.contract_size * (1.0 / trade.price if inverse else trade.price)
    margin = value / trade.leverage if trade.margin_mode == "isolated" else None
    added = Position(
        symbol=trade.symbol,
        side=trade.side,
        contracts=contracts,
        contract_size=trade.contract_size,
        inverse=inverse,
        settle=settle,
        entry_price=trade.price,
        mark_price=trade.price,
        margin_mode=trade.margin_mode,
        isolated_margin=margin,
        leverage=trade.leverage,
        tick_size=trade.tick_size,
        bracket_unit=trade.bracket_unit,
        bracket_scheme=trade.bracket_scheme,
        brackets=trade.brackets,
        rate_slope=trade.rate_slope,
        lot_size=trade.lot_size,
        stops=()
        if trade.stop_price is None
        else (Stop(trigger_price=trade.stop_price, trigger="mark", contracts=None, limit_price=None),),
        liquidation_fee_rate=trade.liquidation_fee_rate,
        funding_rate=trade.funding_rate,
        funding_interval_h=trade.funding_interval_h,
    )
    money = tuple(
        replace(one, wallet_balance=one.wallet_balance - (margin or 0.0)) if one.currency == settle else one
        for one in owner.collateral
    )
    key = owner.key_of(added)
    rows = list(owner.positions)
    place = next((number for number, one in enumerate(rows) if owner.key_of(one) == key), len(rows))
    if place < len(rows):
        added = _grown(rows[place], added)
        rows[place] = added
    else:
        rows.append(added)
    return replace(owner, positions=tuple(rows), collateral=money), place


def _grown(held: Position, added: Position) -> Position:
    """The position that both are together, at the mark of the trade."""
    total = held.contracts + added.contracts
    if held.inverse:
        entry = total / (held.contracts / held.entry_price + added.contracts / added.entry_price)
    else:
        entry = (held.contracts * held.entry_price + added.contracts * added.entry_price) / total
    margins = held.isolated_margin, added.isolated_margin
    return replace(
        held,
        contracts=total,
        entry_price=entry,
        mark_price=added.mark_price,
        reported_mark_price=None,
        reported_liquidation_price=None,
        isolated_margin=None if margins[0] is None or margins[1] is None else margins[0] + margins[1],
        leverage=added.leverage,
        stops=added.stops or held.stops,
    )


def _stop_loss(trade: Trade, contracts: float, fee_rate: float) -> float | None:
    """What is lost when all of it is closed at the stop, both fees included [settle]."""
    if trade.stop_price is None:
        return None
    face = contracts * trade.contract_size
    if _is_inverse(trade):
        values = face / trade.price, face / trade.stop_price
    else:
        values = face * trade.price, face * trade.stop_price
    return abs(values[0] - values[1]) + fee_rate * (values[0] + values[1])


def _warnings(
    trade: Trade, judged: PositionRisk, margin: float, equity: float | None, lines: Lines, stop_loss: float | None
) -> tuple[str, ...]:
    """One sentence for each line that is crossed."""
    told = []
    sign = 1 if trade.side == "long" else -1
    liquidation, stop = judged.liquidation_price, trade.stop_price
    if stop is not None and liquidation is not None and sign * (stop - liquidation) <= 0:
        told.append(tr("The stop lies beyond the liquidation price: the exchange closes first."))
    if stop is None:
        told.append(tr("There is no stop: the exchange closes the trade, at its own price and fee."))
    if equity and margin > equity:
        told.append(tr("The margin is more than the account holds: the exchange would refuse it."))
    elif equity and margin / equity > lines.margin_share_high:
        told.append(
            tr(
                "The margin is {margin:.0%} of the account; the line is {margin_share_high:.0%} ({lines_source}).",
                margin=margin / equity,
                margin_share_high=lines.margin_share_high,
                lines_source=LINES_SOURCE,
            )
        )
    if judged.effective_leverage is not None and judged.effective_leverage > lines.leverage_high:
        told.append(
            tr(
                "The effective leverage is {effective_leverage:.1f}; {leverage_low:g} to {leverage_high:g} "
                "suit a beginner.",
                effective_leverage=judged.effective_leverage,
                leverage_low=lines.leverage_low,
                leverage_high=lines.leverage_high,
            )
        )
    if stop_loss is not None and stop_loss > lines.stop_loss_share * margin:
        told.append(
            tr(
                "The stop loses {stop_loss:.0%} of the margin; the line is {stop_loss_share:.0%}.",
                stop_loss=stop_loss / margin,
                stop_loss_share=lines.stop_loss_share,
            )
        )
    most = judged.beyond.sizing.largest_leverage if judged.beyond is not None else None
    if most is not None and trade.leverage > most:
        told.append(
            tr(
                "At {leverage}x liquidation is touched within {leverage_days:g} days more often than in "
                "{leverage_chance:.0%} of cases; {most:.1f}x is the largest for that.",
                leverage=plain(trade.leverage),
                leverage_days=lines.leverage_days,
                leverage_chance=lines.leverage_chance,
                most=most,
            )
        )
    return tuple(told)
