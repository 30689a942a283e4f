"""The window's calculator: a trade that is asked about, worked out in the newest state of its account."""

from __future__ import annotations

from monitor.errors import CalculationError
from monitor.language import tr
from monitor.limits import lines_of
from monitor.margin.shipped import LISTED, shipped_brackets
from monitor.messages import PlannedTrade, PlanTrade
from monitor.model import Account, Bracket
from monitor.risk.calculator import Trade, plan
from monitor.risk.market import Market
from monitor.settings import Settings


def answer_plan(
    asked: PlanTrade, accounts: tuple[Account, ...], market: Market, settings: Settings, now_ms: int
) -> PlannedTrade:
    """Return the plan, or one sentence that says what is missing."""
    try:
        owner = next((account for account in accounts if account.id == asked.account_id), None)
        if owner is None or owner.read_ms is None:
            raise CalculationError(
                tr("{account} has not been read yet; wait for its first answer.", account=asked.account_id)
            )
        trade, note = _trade(asked, owner)
        return PlannedTrade(
            request_id=asked.request_id, plan=plan(owner, trade, market, now_ms, lines_of(settings)), note=note
        )
    except CalculationError as error:
        return PlannedTrade(request_id=asked.request_id, plan=None, error=str(error))


def _trade(asked: PlanTrade, owner: Account) -> tuple[Trade, str]:
    held = next((one for one in owner.positions if one.symbol == asked.symbol), None)
    price = asked.price if asked.price is not None or held is None else held.mark_price
    if price is None:
        raise CalculationError(
            tr("{symbol} is not held, so its price is not known; give the price of the entry.", symbol=asked.symbol)
        )
    brackets: tuple[Bracket, ...] = ()
    note = ""
    if asked.maintenance_rate is not None:
        brackets = (Bracket(floor=0.0, rate=asked.maintenance_rate, deduction=0.0),)
        note = tr("One maintenance rate for all sizes, as given.")
    elif held is None:
        brackets = shipped_brackets(owner.venue, asked.symbol)
        note = tr("Tiers as the venue listed them in {listed}; today's may differ.", listed=LISTED) if brackets else ""
    return (
        Trade(
            symbol=asked.symbol,
            side="long" if asked.side == "long" else "short",
            price=price,
            leverage=asked.leverage,
            margin_mode="cross" if asked.margin_mode == "cross" else "isolated",
            size=asked.size,
            margin=asked.margin,
            risk=asked.risk,
            stop_price=asked.stop_price,
            brackets=brackets,
        ),
        note,
    )
