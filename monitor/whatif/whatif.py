"""What if: accounts + edits -> accounts, then the very same report. Pure; nothing of it reaches alarms or history.

Trades are made at the mark of now unless a price is given, fees aside: what is won or lost goes to the wallet. Then
prices move. What the venue itself reported no longer holds for a changed account and is left out: unknown stays
unknown, and a mode that is only repeated, not computed, becomes unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from monitor.alerts.wording import name_of
from monitor.edits import AnyEdit, ChangePosition, MoveMoney, MovePrice, OpenPosition
from monitor.language import tr
from monitor.margin.money import DOLLARS, reading
from monitor.messages import WhatIf, WhatIfPool, WhatIfResult, WhatIfRow
from monitor.model import Account, Collateral, Position
from monitor.risk.dollars import coin_of
from monitor.risk.rows import PositionRisk
from monitor.settings import Settings
from monitor.tick.known_risk import assess_known
from monitor.tick.tick import Tick
from monitor.whatif.supposed import Refused, changed, moved, opened, paid
from monitor.whatif.whatif_notes import PoolsByKey, liquidations, refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """The accounts as they would be."""

    accounts: tuple[Account, ...]
    touched: frozenset[str]  # ids of the accounts that are not as they are
    notes: tuple[str, ...]  # what could not be done, one sentence each


def answer(question: WhatIf, last: Tick, settings: Settings) -> WhatIfResult:
    """Answer the window on the accounts of the newest tick."""
    return what_if(
        last.accounts,
        question.edits,
        settings,
        last.update.now_ms,
        request_id=question.request_id,
        account_id=question.account_id,
    )


def what_if(
    accounts: tuple[Account, ...],
    edits: Sequence[AnyEdit],
    settings: Settings,
    now_ms: int,
    *,
    request_id: int = 0,
    account_id: str = "",
) -> WhatIfResult:
    """Return the figures of now and the supposed ones side by side, of every account that is touched.

    Args:
        accounts: as the newest tick judged them.
        account_id: of an account that is shown also where nothing touches it.
    """
    supposed = suppose(accounts, edits)
    wanted = supposed.touched | {account_id}
    rows_before, pools_before = _judged(accounts, wanted, settings)
    rows_after, pools_after = _judged(supposed.accounts, wanted, settings)
    traded = [edit for edit in edits if not isinstance(edit, MovePrice)]
    pools_traded = pools_after  # a venue looks at its limits when the trade is made, not when prices have moved
    if traded and len(traded) < len(edits):
        pools_traded = _judged(suppose(accounts, traded).accounts, wanted, settings)[1]
    return WhatIfResult(
        request_id=request_id,
        at_ms=now_ms,
        positions=tuple(
            WhatIfRow(now=rows_before.get(key), then=rows_after.get(key)) for key in rows_before | rows_after
        ),
        pools=tuple(
            WhatIfPool(now=pools_before.get(key), then=pools_after.get(key)) for key in pools_before | pools_after
        ),
        notes=(
            *supposed.notes,
            *(refusals(pools_before, pools_traded) if traded else ()),
            *liquidations(pools_before, pools_after),
        ),
    )


def _judged(
    accounts: Iterable[Account], wanted: frozenset[str], settings: Settings
) -> tuple[dict[str, PositionRisk], PoolsByKey]:
    report, rows = assess_known(tuple(one for one in accounts if one.id in wanted), settings)
    return {row.key: row for row in rows}, {(pool.account_id, pool.pool_id): pool for pool in report.pool_rows}


def suppose(accounts: tuple[Account, ...], edits: Sequence[AnyEdit]) -> Supposed:
    """Return the accounts after all edits; without any, the very same ones."""
    notes: list[str] = []
    found = {account.id: account for account in accounts}
    for edit in sorted(edits, key=_turn):
        if isinstance(edit, MovePrice):
            continue
        owner = found.get(edit.account_id)
        if owner is None:
            notes.append(
                tr("{account} is no longer there: what was supposed of it is left out.", account=edit.account_id)
            )
            continue
        try:
            found[owner.id] = _with(owner, edit, accounts)
        except Refused as why:
            notes.append(str(why))
    moves = {edit.coin: edit.move for edit in edits if isinstance(edit, MovePrice)}
    after = tuple(_at_prices(found[account.id], moves) for account in accounts)
    touched = frozenset(now.id for now, then in zip(accounts, after, strict=True) if then is not now)
    return Supposed(
        accounts=tuple(_unreported(account) if account.id in touched else account for account in after),
        touched=touched,
        notes=tuple(notes),
    )


def _turn(edit: AnyEdit) -> tuple[int, str]:
    """Money first, then open positions, then new ones: a fixed order, whatever was typed first."""
    order = (MoveMoney, ChangePosition, OpenPosition, MovePrice)
    return order.index(type(edit)), edit.subject


def _with(owner: Account, edit: MoveMoney | ChangePosition | OpenPosition, accounts: Iterable[Account]) -> Account:
    """The account after one edit.

    Raises:
        Refused: it cannot be done, and why.
    """
    if isinstance(edit, MoveMoney):
        return paid(owner, edit.currency, edit.amount)
    if isinstance(edit, ChangePosition):
        place = next((number for number, one in enumerate(owner.positions) if _is_of(one, edit)), None)
        if place is None:
            name = tr("{name} on {account}", name=f"{name_of(edit.symbol)} {edit.side}", account=edit.account_id)
            raise Refused(tr("{name} is no longer there: what was supposed of it is left out.", name=name))
        return changed(owner, place, edit)
    alike = [one for one in accounts if one.venue == owner.venue]
    contract = next((one for held in (owner, *alike) for one in held.positions if one.symbol == edit.symbol), None)
    if contract is None:
        raise Refused(
            tr(
                "{symbol} is not held at this venue: its margin tiers are not known here. `marginwatch calc` "
                "works such a trade out.",
                symbol=edit.symbol,
            )
        )
    return opened(owner, contract, edit)


def _is_of(position: Position, edit: ChangePosition) -> bool:
    return (position.symbol, position.side, position.margin_mode) == (edit.symbol, edit.side, edit.margin_mode)


def _at_prices(account: Account, moves: dict[str, float]) -> Account:
    """The account at moved prices; the very same one where nothing of it moves."""
    if not moves:
        return account
    positions = tuple(moved(one, _move_of(coin_of(one.symbol), one.beta, moves)) for one in account.positions)
    money = tuple(
        one if one.currency in DOLLARS else _dearer(one, 1.0 + _move_of(one.currency, None, moves))
        for one in account.collateral
    )
    if positions == account.positions and money == account.collateral:
        return account
    return replace(account, positions=positions, collateral=money)


def _dearer(held: Collateral, factor: float) -> Collateral:
    """A currency at a moved index price: bid and ask move with it where they are prices."""
    if factor == 1.0 or held.index_price is None:
        return held
    dearer = replace(held, index_price=held.index_price * factor)
    if reading(held) == "prices" and held.bid is not None and held.ask is not None:
        return replace(dearer, bid=held.bid * factor, ask=held.ask * factor)
    return dearer


def _move_of(coin: str, beta: float | None, moves: dict[str, float]) -> float:
    """How far the price of a coin moves: its own move, else that of all."""
    own = moves.get(coin)
    if own is not None:
        return own
    return moves.get("", 0.0) * (1.0 if beta is None else beta)


def _unreported(account: Account) -> Account:
    """The account without what its venue said: that was of things as they are."""
    positions = tuple(
        replace(
            one,
            reported_mark_price=None,
            reported_liquidation_price=None,
            reported_maintenance_margin=None,
            reported_initial_margin=None,
            reported_bankruptcy_price=None,
            reported_unrealized_pnl=None,
            reported_margin_ratio=None,
            reported_adl_rank=None,
        )
        for one in account.positions
    )
    return replace(
        account,
        positions=positions,
        reported_margin_ratio=None,
        reported_equity=None,
        reported_maintenance_margin=None,
        reported_available=None,
    )
