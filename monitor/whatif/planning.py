"""The window's calculator: a trade that is asked about, worked out in the newest state of its account."""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitor.errors import CalculationError
from monitor.language import tr
from monitor.margin.shipped import LISTED, shipped_brackets
from monitor.messages import PlannedTrade, PlanTrade
from monitor.model import Account, Bracket, Position, Terms
from monitor.risk.calculator import Trade, plan
from monitor.risk.market import Market
from monitor.settings import Settings
from monitor.tick.limits import lines_of
from monitor.venue_labels import title_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a venue says of a contract that is not held."""

    terms: Terms | None = None
    price: float | None = None  # the last traded one
    why: str = ""  # why there are no terms, one sentence without its stop


NOTHING = Asked()


def held_of(asked: PlanTrade, accounts: tuple[Account, ...]) -> Position | None:
    """Return the position that tells tiers and price of the contract asked about, if there is one."""
    owner = next((account for account in accounts if account.id == asked.account_id), None)
    return None if owner is None else next((one for one in owner.positions if one.symbol == asked.symbol), None)


def answer_plan(
    asked: PlanTrade,
    accounts: tuple[Account, ...],
    market: Market,
    settings: Settings,
    now_ms: int,
    told: Asked = NOTHING,
) -> PlannedTrade:
    """Return the plan, or one sentence that says what is missing.

    Args:
        told: what the venue says of a contract that is not held.
    """
    try:
        owner = next((account for account in accounts if account.id == asked.account_id), None)
        if owner is None or owner.read_ms is None:
            raise CalculationError(
                tr("{account} has not been read yet; wait for its first answer.", account=asked.account_id)
            )
        trade, note = _trade(asked, owner, held_of(asked, accounts), told)
        return PlannedTrade(
            request_id=asked.request_id, plan=plan(owner, trade, market, now_ms, lines_of(settings)), note=note
        )
    except CalculationError as error:
        return PlannedTrade(request_id=asked.request_id, plan=None, error=str(error))


def _trade(asked: PlanTrade, owner: Account, held: Position | None, told: Asked) -> tuple[Trade, str]:
    trade = Trade(
        symbol=asked.symbol,
        side="long" if asked.side == "long" else "short",
        price=_price(asked, held, told),
        leverage=asked.leverage,
        margin_mode="cross" if asked.margin_mode == "cross" else "isolated",
        size=asked.size,
        margin=asked.margin,
        risk=asked.risk,
        stop_price=asked.stop_price,
    )
    if held is None and told.terms is not None:
        instrument = told.terms.instrument
        trade = replace(
            trade,
            contract_size=instrument.contract_size,
            lot_size=instrument.lot_size,
            tick_size=instrument.tick_size,
            liquidation_fee_rate=instrument.liquidation_fee_rate,
        )
    if asked.maintenance_rate is not None:
        given = (Bracket(floor=0.0, rate=asked.maintenance_rate, deduction=0.0),)
        return replace(trade, brackets=given), tr("One maintenance rate for all sizes, as given.")
    if held is not None:
        return trade, ""
    if told.terms is not None:
        with_tiers = replace(
            trade,
            brackets=told.terms.brackets,
            bracket_unit=told.terms.bracket_unit,
            bracket_scheme=told.terms.bracket_scheme,
            rate_slope=told.terms.rate_slope,
        )
        return with_tiers, told.terms.note or tr("Tiers as {venue} lists them now.", venue=title_of(owner.venue))
    shipped = shipped_brackets(owner.venue, asked.symbol)
    if shipped:
        return replace(trade, brackets=shipped), tr(
            "Tiers as the venue listed them in {listed}; today's may differ.", listed=LISTED
        )
    if told.why:
        raise CalculationError(tr("{why}. Give the maintenance rate.", why=told.why))
    return trade, ""


def _price(asked: PlanTrade, held: Position | None, told: Asked) -> float:
    price = asked.price if asked.price is not None else told.price if held is None else held.mark_price
    if price is None:
        raise CalculationError(
            tr("{symbol} is not held, so its price is not known; give the price of the entry.", symbol=asked.symbol)
        )
    return price
