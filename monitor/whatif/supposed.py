"""One account changed by hand: a position resized, re-margined, opened; money moved; a price moved. Pure rows.

Contracts traded away leave their result at the trade's price in the wallet; an isolated position releases its margin in
proportion. More of a position comes in at the trade's price and, where it is isolated, brings margin of value over
leverage out of the wallet. A new leverage moves isolated margin by the difference of the initial margins: venues
differ in whether they do that by themselves. Fees are left aside.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.alerts.wording import name_of
from monitor.edits import ChangePosition, OpenPosition
from monitor.language import tr
from monitor.model import Account, Collateral, MarginMode, Position, Side

LEAST_PRICE = 1e-6  # of the mark: no price falls below nothing


class Refused(Exception):
    """An edit that cannot be carried out; its text says why in one sentence."""


def paid(account: Account, currency: str, amount: float) -> Account:
    """Add money to a wallet, or take it.

    Raises:
        Refused: the account has no such wallet, or its balance is not known.
    """
    if not amount:
        return account
    wallets = list(account.collateral)
    place = next((number for number, one in enumerate(wallets) if one.currency == currency), None)
    if place is not None:
        wallets[place] = replace(wallets[place], wallet_balance=wallets[place].wallet_balance + amount)
    elif account.account_mode in ("multi_currency", "portfolio"):
        wallets.append(Collateral(currency=currency, wallet_balance=amount))
    else:
        raise Refused(
            tr(
                "{account}: its {currency} wallet is not known, so nothing can be moved there.",
                account=account.id,
                currency=currency,
            )
        )
    return replace(account, collateral=tuple(wallets))


def changed(account: Account, place: int, edit: ChangePosition) -> Account:
    """Change the position at a place of the account's list.

    Raises:
        Refused: something that it needs is not known.
    """
    position = account.positions[place]
    cost = 0.0  # what the wallet pays [settle]
    if edit.leverage is not None and edit.leverage > 0:
        position, more = _levered(position, edit.leverage)
        cost += more
    if edit.size is not None:
        price = edit.price or position.mark_price
        contracts = max(0.0, edit.size) / position.contract_size
        if contracts < position.contracts:
            position, more = _reduced(position, contracts, price)
        else:
            position, more = _grown(position, contracts - position.contracts, price, position.leverage)
        cost += more
    if edit.new_mode is not None and edit.new_mode != position.margin_mode and position.contracts > 0:
        position, more = _in_mode(position, edit.new_mode)
        cost += more
    if edit.add_margin and position.margin_mode == "isolated" and position.contracts > 0:
        if position.isolated_margin is None:
            raise Refused(
                tr("{position}: its margin is not known, so nothing can be added to it.", position=_name(position))
            )
        position = replace(position, isolated_margin=position.isolated_margin + edit.add_margin)
        cost += edit.add_margin
    rest = tuple(one for number, one in enumerate(account.positions) if number != place)
    return _joined(paid(account, position.settle, -cost), rest, place, position)


def opened(account: Account, contract: Position, edit: OpenPosition) -> Account:
    """Open a position in the contract of another one.

    Raises:
        Refused: size or leverage is not above zero.
    """
    if not (edit.size > 0 and edit.leverage > 0):
        raise Refused(
            tr("A new position in {symbol} needs a size and a leverage above 0.", symbol=name_of(edit.symbol))
        )
    price = edit.price or contract.mark_price
    side: Side = "long" if edit.side == "long" else "short"
    mode: MarginMode = "isolated" if edit.margin_mode == "isolated" else "cross"
    position = Position(
        symbol=contract.symbol,
        side=side,
        contracts=edit.size / contract.contract_size,
        contract_size=contract.contract_size,
        inverse=contract.inverse,
        settle=contract.settle,
        entry_price=price,
        mark_price=contract.mark_price,
        margin_mode=mode,
        isolated_margin=None,
        leverage=edit.leverage,
        tick_size=contract.tick_size,
        bracket_unit=contract.bracket_unit,
        bracket_scheme=contract.bracket_scheme,
        brackets=contract.brackets,
        lot_size=contract.lot_size,
        stops=(),
        funding_rate=contract.funding_rate,
        funding_interval_h=contract.funding_interval_h,
        next_funding_ms=contract.next_funding_ms,
        rate_slope=contract.rate_slope,
        beta=contract.beta,
    )
    cost = 0.0
    if mode == "isolated":
        cost = _value(position, price) / edit.leverage
        position = replace(position, isolated_margin=cost)
    return _joined(paid(account, position.settle, -cost), account.positions, len(account.positions), position)


def moved(position: Position, move: float) -> Position:
    """Move the mark by a fraction; the very same position where it does not move."""
    if not move:
        return position
    return replace(position, mark_price=position.mark_price * max(1.0 + move, LEAST_PRICE))


# ---------------------------------------------------------------- parts of a change: the position, what the wallet pays


def _levered(position: Position, leverage: float) -> tuple[Position, float]:
    """Another leverage; an isolated margin follows by the difference of the initial margins."""
    if position.margin_mode == "cross" or position.isolated_margin is None:
        return replace(position, leverage=leverage), 0.0
    value = _value(position, position.entry_price)
    before = value / position.leverage if position.leverage else position.isolated_margin
    more = value / leverage - before
    return replace(position, leverage=leverage, isolated_margin=position.isolated_margin + more), more


def _reduced(position: Position, contracts: float, price: float) -> tuple[Position, float]:
    """Fewer contracts: the result of the rest, and its isolated margin, go to the wallet."""
    gone = position.contracts - contracts
    result = _profit(position, gone, price)
    margin, released = position.isolated_margin, 0.0
    if position.margin_mode == "isolated":
        if margin is None:
            raise Refused(
                tr(
                    "{position}: its margin is not known, so what closing releases is not known either.",
                    position=_name(position),
                )
            )
        released = margin * gone / position.contracts
        margin -= released
    return replace(position, contracts=contracts, isolated_margin=margin), -result - released


def _grown(position: Position, contracts: float, price: float, leverage: float | None) -> tuple[Position, float]:
    """More contracts at a price; an isolated position takes their initial margin out of the wallet."""
    if not contracts:
        return position, 0.0
    held, total = position.contracts, position.contracts + contracts
    if position.inverse:
        entry = total / (held / position.entry_price + contracts / price)
    else:
        entry = (held * position.entry_price + contracts * price) / total
    margin, cost = position.isolated_margin, 0.0
    if position.margin_mode == "isolated":
        if not leverage:
            raise Refused(
                tr(
                    "{position}: its leverage is not known; give one, for more of it needs margin.",
                    position=_name(position),
                )
            )
        cost = _value(replace(position, contracts=contracts), price) / leverage
        margin = None if margin is None else margin + cost
    return replace(position, contracts=total, entry_price=entry, isolated_margin=margin), cost


def _in_mode(position: Position, mode: str) -> tuple[Position, float]:
    """Cross to isolated with the initial margin of its entry, or back with all that it holds."""
    if mode == "isolated":
        if not position.leverage:
            raise Refused(
                tr(
                    "{position}: its leverage is not known; give one, for it decides the margin.",
                    position=_name(position),
                )
            )
        margin = _value(position, position.entry_price) / position.leverage
        return replace(position, margin_mode="isolated", isolated_margin=margin), margin
    if position.isolated_margin is None:
        raise Refused(
            tr(
                "{position}: its margin is not known, so what the wallet gets back is not known either.",
                position=_name(position),
            )
        )
    return replace(position, margin_mode="cross", isolated_margin=None), -position.isolated_margin


def _joined(account: Account, others: tuple[Position, ...], place: int, position: Position) -> Account:
    """The account with the position at its place; one that is of the same key already takes it in."""
    if position.contracts <= 0:
        return replace(account, positions=others)
    key = account.key_of(position)
    rows = list(others)
    same = next((number for number, one in enumerate(rows) if account.key_of(one) == key), None)
    if same is None:
        rows.insert(place, position)
    else:
        rows[same] = _merged(rows[same], position)
    return replace(account, positions=tuple(rows))


def _merged(held: Position, added: Position) -> Position:
    """The position that both are together."""
    margins = held.isolated_margin, added.isolated_margin
    cross = replace(held, margin_mode="cross", isolated_margin=None)
    grown, _ = _grown(cross, added.contracts, added.entry_price, None)
    return replace(
        grown,
        margin_mode=held.margin_mode,
        leverage=added.leverage,
        isolated_margin=None if margins[0] is None or margins[1] is None else margins[0] + margins[1],
    )


def _value(position: Position, price: float) -> float:
    """Value at a price [settle]."""
    face = position.contracts * position.contract_size
    return face / price if position.inverse else face * price


def _profit(position: Position, contracts: float, price: float) -> float:
    """What closing so many contracts at a price brings [settle]."""
    face = contracts * position.contract_size
    if position.inverse:
        return position.direction * face * (1.0 / position.entry_price - 1.0 / price)
    return position.direction * face * (price - position.entry_price)


def _name(position: Position) -> str:
    return f"{name_of(position.symbol)} {position.side}"
