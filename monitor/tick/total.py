"""What all accounts are worth together, in one currency. Pure.

A dollar coin counts as a dollar. Another currency counts at the mark of a position in it, at a price that was read for
it, or at the index price at which a venue counts it as collateral. Without any of them it is unknown, and so is the
sum: nothing that is not known is counted as nothing. Where only the wished currency has no price, the sum is told in
dollars, with the reason.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from monitor.language import tr
from monitor.margin.money import DOLLARS
from monitor.messages import AccountStatus, TotalEquity
from monitor.model import Account
from monitor.risk.rows import PoolRisk, PositionRisk
from monitor.tick.price_watch import OLD_MS, Prices

USD = "USD"
MOST_ASKED = 3  # accounts whose venue is asked for a rate


def total_equity(
    accounts: tuple[AccountStatus, ...],
    pools: tuple[PoolRisk, ...],
    positions: tuple[PositionRisk, ...],
    currency: str,
    rates: Mapping[str, float] | None = None,
) -> TotalEquity:
    """Return the sum of all pools.

    Args:
        currency: "USD", or one that it is wished in.
        rates: dollars for one of each currency, where no position tells them.
    """
    prices = {**(rates or {}), **dollar_prices(positions)}
    total, missing = 0.0, []
    for account in accounts:
        if account.feed in ("stale", "connecting"):
            missing.append(tr("{account} is not seen now", account=account.account_id))
            continue
        own = [(pool.settle, pool.equity) for pool in pools if pool.account_id == account.account_id]
        for settle, equity in own or [(account.settle, account.equity)]:
            if equity is None:
                missing.append(
                    tr(
                        "the equity of {account} in {currency} is not known",
                        account=account.account_id,
                        currency=settle,
                    )
                )
            elif equity and settle not in prices:
                missing.append(tr("no rate for {currency} ({account})", currency=settle, account=account.account_id))
            elif equity:
                total += equity * prices[settle]
    rate = prices.get(currency)
    reason = (
        "" if rate is not None else tr("No price of {currency} is known: the sum is in US dollars.", currency=currency)
    )
    return TotalEquity(
        amount=None if missing else total / (1.0 if rate is None else rate),
        currency=USD if rate is None else currency,
        missing=tuple(dict.fromkeys(missing)),
        reason=reason,
    )


def dollar_prices(positions: tuple[PositionRisk, ...]) -> dict[str, float]:
    """Return what is known of the worth of currencies by the marks of positions [USD]."""
    prices = dict.fromkeys(DOLLARS, 1.0)
    for row in positions:
        base, _, rest = row.symbol.partition("/")
        if rest.partition(":")[0] in DOLLARS and _is_price(row.mark_price) and not row.unconfirmed:
            prices.setdefault(base, row.mark_price)
    return prices


def rates_of(accounts: Iterable[Account], prices: Prices, now_ms: int) -> dict[str, float]:
    """Return the worth of currencies [USD] by what was read for them, else by the venues' own index prices."""
    rates: dict[str, float] = {}
    for account in accounts:
        for held in account.collateral:
            if held.index_price is not None and _is_price(held.index_price):
                rates.setdefault(held.currency, held.index_price)
    for (_, symbol), one in prices.items():
        base, _, rest = symbol.partition("/")
        if rest.partition(":")[0] in DOLLARS and _is_price(one.price) and now_ms - one.at_ms <= OLD_MS:
            rates[base] = one.price
    return rates


def rate_wanted(currency: str, accounts: tuple[Account, ...]) -> tuple[tuple[str, str], ...]:
    """Return (account id, symbol) of the prices to read for a currency that nothing held tells."""
    held = {position.symbol.partition("/")[0] for account in accounts for position in account.positions}
    held |= {one.currency for account in accounts for one in account.collateral if one.index_price is not None}
    if currency == USD or currency in held:
        return ()
    return tuple((account.id, f"{currency}/{_quote(account.venue)}") for account in accounts[:MOST_ASKED])


def _quote(venue: str) -> str:
    """What perpetuals that settle in dollars are called at a venue, after the slash."""
    if venue == "krakenfutures":
        return "USD:USD"
    return "USDC:USDC" if venue in ("hyperliquid", "deribit") else "USDT:USDT"


def _is_price(mark: float | None) -> bool:
    """A mark may be nonsense: what is no number is no rate."""
    return mark is not None and math.isfinite(mark) and mark > 0
