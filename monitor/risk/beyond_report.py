"""Rows of what lies beyond the liquidation price of accounts and their pools, built from its columns when asked for."""

from __future__ import annotations

import math

from monitor.language import tr
from monitor.model import Account, InsuranceFund
from monitor.risk import beyond_rows as rows
from monitor.risk.beyond import DOLLARS, Beyond
from monitor.risk.calibration import HORIZONS_H
from monitor.risk.chances import Chances
from monitor.risk.gap import JUMPS
from monitor.risk.protection import Protection, kind_of, protection_of

DAY_MS = 86_400_000


def account_beyond(beyond: Beyond, number: int) -> rows.AccountBeyond:
    """Return everything about one account, by its place in the book."""
    account = beyond.figures.book.accounts[number]
    layout = beyond.figures.pools.layout
    pools = [pool for pool in range(layout.size) if layout.account[pool] == number]
    return rows.AccountBeyond(
        account_id=account.id,
        negative_balance=_negative_balance(beyond, account, pools),
        exposed_money=_exposed(beyond, account, pools),
        pools=tuple(_joint(beyond, account, pool) for pool in pools if beyond.first[pool] >= 0 or _held(beyond, pool)),
    )


# ---------------------------------------------------------------- one account


def _negative_balance(beyond: Beyond, account: Account, pools: list[int]) -> rows.NegativeBalance:
    layout = beyond.figures.pools.layout
    isolated = bool(account.positions) and all(entry.margin_mode == "isolated" for entry in account.positions)
    kind = kind_of(account.account_mode, isolated=isolated)
    terms = protection_of(account.venue, kind)
    held = [pool for pool in pools if _held(beyond, pool)]
    unknown = [pool for pool in held if not math.isfinite(beyond.pool_gaps.loss[0, pool])]
    return rows.NegativeBalance(
        status=terms.status,
        kind=kind,
        text=terms.text,
        borne_by=terms.bearer,
        source=terms.source,
        date=terms.date,
        jurisdiction=terms.jurisdiction,
        gaps=tuple(
            rows.PoolGap(
                jump=jump,
                pool_id=layout.ids[pool],
                currency=layout.settle[pool],
                loss=known(beyond.pool_gaps.loss[step, pool]),
                shortfall=known(beyond.pool_gaps.shortfall[step, pool]),
            )
            for pool in held
            for step, jump in enumerate(JUMPS)
        ),
        insurance_fund=_fund(beyond, account),
        reason=_no_gap(beyond, unknown) if unknown else "",
    )


def _no_gap(beyond: Beyond, pools: list[int]) -> str:
    """Why the jumps of some pools cost nothing that can be told: the first of them that is not known, else all."""
    unknown = next((reason for pool in pools if (reason := _not_known(beyond, pool))), "")
    return unknown or tr("no move of all marks together liquidates it")


def _not_known(beyond: Beyond, pool: int) -> str:
    """Why the risk of a pool is unknown, "" where it is known."""
    terms = beyond.figures.pools.layout.terms[pool]
    if not terms.computable:
        return terms.reason
    return "" if math.isfinite(beyond.figures.pools.health[pool]) else tr("the risk of this pool is not known")


def _terms(account: Account, *, isolated: bool) -> Protection:
    return protection_of(account.venue, kind_of(account.account_mode, isolated=isolated))


def _fund(beyond: Beyond, account: Account) -> rows.Fund:
    """The fund in the currency that the account holds most positions in, else the first one told."""
    told = beyond.market.funds.get(account.venue, ())
    settles = [position.settle for position in account.positions]
    fund = max(told, key=lambda one: (settles.count(one.currency), one.currency == "USD"), default=None)
    if fund is None:
        reason = beyond.market.no_fund.get(account.venue) or tr("the size of the fund has not been read")
        return rows.Fund(balance=None, currency="", age_ms=None, change_7d=None, reason=reason)
    before, days = (fund.week_ago, 7.0) if fund.week_ago else (fund.earlier, _days_since(fund))
    change = fund.balance / before - 1.0 if before else None
    return rows.Fund(
        balance=fund.balance,
        currency=fund.currency,
        age_ms=max(0, beyond.now_ms - fund.at_ms),
        change_7d=change if fund.week_ago else None,
        change=change,
        change_days=None if change is None else days,
        reason="" if fund.week_ago else _short_past() if change is not None else _no_past(),
    )


def _days_since(fund: InsuranceFund) -> float | None:
    return None if fund.earlier_ms is None else (fund.at_ms - fund.earlier_ms) / DAY_MS


def _short_past() -> str:
    return tr("the venue tells only today's size; our own record does not cover seven days")


def _no_past() -> str:
    return tr("the venue tells only today's size; how it was before is not known yet")


def _exposed(beyond: Beyond, account: Account, pools: list[int]) -> rows.ExposedMoney:
    layout, spare = beyond.figures.pools.layout, beyond.spare
    exposures = tuple(
        rows.PoolExposure(
            pool_id=layout.ids[pool],
            currency=layout.settle[pool],
            equity=known(spare.equity[pool]),
            initial_margin=known(spare.initial[pool]),
            not_needed=known(spare.not_needed[pool]),
            max_loss=known(beyond.figures.pools.wallet[pool]),
            reason="" if math.isfinite(spare.not_needed[pool]) else _no_spare(beyond, pool),
        )
        for pool in pools
    )
    currencies = {"USD" if one.currency in DOLLARS else one.currency for one in exposures if one.equity}
    currency = exposures[0].currency if exposures and len(currencies) < 2 else ""
    total = _sum([one.equity for one in exposures]) if currency else None
    free = _sum([one.not_needed for one in exposures]) if currency else None
    return rows.ExposedMoney(
        currency=currency,
        total=total,
        not_needed=free,
        kept_distance=beyond.lines.kept_distance,
        pools=exposures,
        advice=_advice(exposures),
        reason="" if free is not None else _no_sum(currency),
    )


def _no_spare(beyond: Beyond, pool: int) -> str:
    """Why what is not needed in a pool is unknown."""
    if not math.isfinite(beyond.spare.equity[pool]):
        return tr("the equity of this pool is not known")
    if not math.isfinite(beyond.spare.initial[pool]):
        return tr("the leverage of one of its positions is not known")
    return tr("the margin tiers of one of its positions are not known")


def _no_sum(currency: str) -> str:
    if not currency:
        return tr("money in several currencies is not added up")
    return tr("a figure of one of its pools is not known")


def _advice(exposures: tuple[rows.PoolExposure, ...]) -> str:
    free = [one for one in exposures if one.not_needed]
    if not free:
        return tr("No money here is to spare: all of it backs the open positions.")
    amounts = ", ".join(f"{one.not_needed:,.2f} {one.currency}" for one in free)
    return tr(
        "{amounts} are not needed as margin: kept elsewhere, they cannot be lost in a liquidation here.",
        amounts=amounts,
    )


def _joint(beyond: Beyond, account: Account, pool: int) -> rows.JointTouch:
    book, layout = beyond.figures.book, beyond.figures.pools.layout
    first = int(beyond.first[pool])
    listings = {(account.venue, book.positions[row].symbol) for row in (layout.of == pool).nonzero()[0].tolist()}
    reasons = map(beyond.market.volatilities.reason, sorted(listings))
    unread = next((reason for reason in reasons if reason), "")
    return rows.JointTouch(
        pool_id=layout.ids[pool],
        spans=_spans(beyond.joint, pool),
        median_days=known(beyond.joint.median_days[pool]),
        cut_first="" if first < 0 else "|".join(account.key_of(book.positions[first])),
        reason=unread or _not_known(beyond, pool),
    )


def _spans(chances: Chances, column: int) -> tuple[rows.TouchSpan, ...]:
    return tuple(
        rows.TouchSpan(
            hours=hours,
            low=known(chances.low[step, column]),
            middle=known(chances.middle[step, column]),
            high=known(chances.high[step, column]),
            model=known(chances.model[step, column]),
        )
        for step, hours in enumerate(HORIZONS_H)
    )


# ---------------------------------------------------------------- small things


def known(value: float) -> float | None:
    """Return a figure for a row: NaN and infinities are None."""
    return float(value) if math.isfinite(value) else None


def _held(beyond: Beyond, pool: int) -> bool:
    return bool((beyond.figures.pools.layout.of == pool).any())


def _sum(values: list[float | None]) -> float | None:
    known_ones = [value for value in values if value is not None]
    return sum(known_ones) if values and len(known_ones) == len(values) else None
