"""`marginwatch calc`: a trade before it is made, from words on the command line or beside a snapshot file's account."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from monitor.clock import Clock
from monitor.errors import CalculationError
from monitor.margin.shipped import LISTED, shipped_brackets
from monitor.model import Account, Bracket, Collateral, MarginMode, Side, Snapshot
from monitor.numbers import plain
from monitor.reports.explain_numbers import number, percent, ratio_used
from monitor.risk.calculator import Trade, plan
from monitor.risk.market import Market, market_of
from monitor.risk.plan_rows import Plan
from monitor.risk.rows import PositionRisk
from monitor.risk.volatility import Volatilities, Volatility
from monitor.snapshot import snapshot_file


def run(options: argparse.Namespace, clock: Clock) -> str:
    """Return what to print.

    Raises:
        MarginwatchError: what is missing, and how to give it.
    """
    snapshot = snapshot_file.read(Path(options.file)) if options.file else None
    owner = _account(options, snapshot)
    found = plan(owner, _trade(options, owner), _market(options, owner, snapshot), clock.now_ms())
    if options.json:
        return msgspec.json.format(msgspec.json.encode(found), indent=2).decode()
    return text(found, options)


def text(found: Plan, options: argparse.Namespace) -> str:
    """Return the plan as lines, the most important first."""
    row, beyond = found.position, found.position.beyond
    money, base = row.settle, row.symbol.partition("/")[0]
    lines = [
        f"{row.symbol} {row.side} {row.margin_mode} at {number(row.entry_price)}, {plain(options.leverage)}x",
        f"  size {number(found.size, 8)} {base} = {number(found.contracts, 8)} contracts;"
        f" value {number(row.notional, 8)} {money}",
        f"  margin {number(found.initial_margin, 8)} {money}; both fees {number(found.fees, 6)} {money}",
        f"  liquidation price {_price(row)} ({row.basis})",
        f"  bankruptcy price {number(row.bankruptcy_price)}; at most lost {number(row.max_loss, 8)} {money}",
    ]
    if found.loss_at_stop is not None:
        share = found.loss_at_stop_of_equity
        of_account = "" if share is None else f": {percent(share)} of the account"
        lines.append(f"  lost at the stop {number(found.loss_at_stop, 8)} {money}, fees included{of_account}")
    before = "" if found.margin_ratio_before is None else f"{ratio_used(found.margin_ratio_before)} before, "
    lines.append(
        f"  margin ratio {before}{ratio_used(found.margin_ratio_after)} after;"
        f" effective leverage {number(row.effective_leverage, 4)}"
    )
    if beyond is not None:
        lines += [
            f"  touched within {span.hours} h: {percent(span.low)} to {percent(span.high)}"
            f" (the model says {percent(span.model)})"
            for span in beyond.touch.spans
            if span.low is not None
        ]
        if beyond.touch.volatility is None and all(span.low is None for span in beyond.touch.spans):
            lines.append("  the chance of liquidation is not known: give --volatility, as 60%")
        if beyond.funding.per_day is not None:
            lines.append(
                f"  funding {number(beyond.funding.per_day, 6)} {money} a day,"
                f" {number(beyond.funding.per_week, 6)} a week (+ received, - paid)"
            )
        worst = beyond.gap_loss.jumps[2]
        if worst.shortfall is not None:
            lines.append(
                f"  a jump of {percent(worst.jump)} through liquidation misses {number(worst.shortfall, 8)} {money}:"
                f" {worst.borne_by}"
            )
    if found.others_nearest is not None:
        lines.append(f"  the account's nearest other position is then {percent(found.others_nearest)} away")
    if _uses_shipped_ladder(options):
        lines.append(f"  tiers as Binance listed them in {LISTED}: today's may differ (--maintenance-rate)")
    return "\n".join([*lines, *(f"  ! {warning}" for warning in found.warnings)])


def _uses_shipped_ladder(options: argparse.Namespace) -> bool:
    return options.maintenance_rate is None and options.file is None and options.venue == "binanceusdm"


def _price(row: PositionRisk) -> str:
    if row.liquidation_price is None:
        return f"unknown ({row.unknown})" if row.unknown else "none: no price can liquidate it"
    return f"{number(row.liquidation_price)}; distance {percent(row.liquidation_distance)}"


def _account(options: argparse.Namespace, snapshot: Snapshot | None) -> Account:
    if snapshot is not None:
        for account in snapshot.accounts:
            if options.account in (None, account.id):
                return account
        raise CalculationError(f"The file has no account {options.account or ''!r}.")
    settle = options.symbol.partition(":")[2].partition("-")[0]
    if not settle:
        raise CalculationError(f"{options.symbol} is no unified symbol; write BTC/USDT:USDT.")
    if options.wallet is None and (options.mode == "cross" or options.risk is not None):
        raise CalculationError("A cross trade, or a size by risk, needs the account's money: give --wallet.")
    wallet = options.wallet if options.wallet is not None else 0.0
    return Account(
        id="calc",
        venue=options.venue,
        account_mode="single_currency",
        position_mode="one_way",
        taker_fee_rate=options.fee,
        collateral=(Collateral(currency=settle, wallet_balance=wallet),),
        positions=(),
    )


def _trade(options: argparse.Namespace, owner: Account) -> Trade:
    held = next((one for one in owner.positions if one.symbol == options.symbol), None)
    price = options.price if options.price is not None or held is None else held.mark_price
    if price is None:
        raise CalculationError("Give the price of the entry: --price.")
    side: Side = options.side
    mode: MarginMode = options.mode
    return Trade(
        symbol=options.symbol,
        side=side,
        price=price,
        leverage=options.leverage,
        margin_mode=mode,
        size=options.size,
        margin=options.margin,
        risk=options.risk,
        stop_price=options.stop,
        brackets=_brackets(options, owner, is_held=held is not None),
        contract_size=options.contract_size,
        lot_size=options.lot,
        funding_rate=options.funding_rate,
        funding_interval_h=options.funding_hours if options.funding_rate is not None else None,
    )


def _brackets(options: argparse.Namespace, owner: Account, *, is_held: bool) -> tuple[Bracket, ...]:
    """The rate that is given, else the position's tiers, else the shipped ladder of Binance USDⓈ-M."""
    if options.maintenance_rate is not None:
        return (Bracket(floor=0.0, rate=options.maintenance_rate, deduction=0.0),)
    return () if is_held else shipped_brackets(owner.venue, options.symbol)


def _market(options: argparse.Namespace, owner: Account, snapshot: Snapshot | None) -> Market:
    market = Market() if snapshot is None else market_of(snapshot)
    if options.volatility is None:
        return market
    given = Volatility(annual=options.volatility, fast=options.volatility, slow=None, hours=0, days=0, at_ms=0)
    known = {**market.volatilities.known, (owner.venue, options.symbol): given}
    return Market(volatilities=Volatilities(known=known), depths=market.depths, funds=market.funds)
