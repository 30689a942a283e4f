"""What the exchange itself knows, beside what its faces tell: what a reader is held against."""

from __future__ import annotations

from monitor.demo import control, margin
from monitor.demo.world import World


def truth(world: World) -> control.Truth:
    """Return what the exchange knows of every position, at one instant."""
    marks = world.marks()
    rows = []
    for account in world.accounts.values():
        searched = margin.liquidation_prices(account, marks)
        for position in account.positions.values():
            pool = margin.pool_of(account, position)
            mark = marks[position.symbol]
            rows.append(
                control.TruePosition(
                    account=account.label,
                    venue=account.venue,
                    symbol=position.symbol,
                    position_side=position.position_side,
                    side="long" if position.size > 0 else "short",
                    size=abs(position.size),
                    entry=position.entry,
                    mark=mark,
                    isolated=position.isolated,
                    liquidation_price=searched[position.key],
                    maintenance_margin=account.rules.requirement((position,), mark),
                    pool=pool.id,
                    pool_balance=pool.balance(marks),
                    pool_requirement=pool.requirement(marks),
                )
            )
    return control.Truth(
        now_ms=world.now_ms(),
        market_ms=world.market.now_ms,
        speed=world.speed,
        paused=world.paused,
        insurance_fund=world.market.insurance_fund,
        venues=tuple(dict.fromkeys(account.venue for account in world.accounts.values())),
        wallets={account.label: account.wallet_balance() for account in world.accounts.values()},
        liquidations={account.label: len(account.forced) for account in world.accounts.values()},
        positions=tuple(rows),
    )
