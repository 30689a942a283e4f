"""What has happened to a position and cannot unhappen: its end, a part closed by force, other rules. Pure."""

from __future__ import annotations

from monitor.alerts.position_conditions import rules_changed
from monitor.alerts.wording import name_of, price
from monitor.language import tr
from monitor.model import Account, Deleveraging, Liquidation
from monitor.risk.rows import PositionRisk
from monitor.spoken import said
from monitor.tick.cuts import ByForce
from monitor.tick.judge import Judge
from monitor.tick.presence import EXPLAINED, Gone
from monitor.tick.state import EngineState, Schedule


def tell_end(judge: Judge, end: Gone, before: EngineState) -> None:
    """A position is proven gone: closed by force by the venue's record, perhaps liquidated, or closed."""
    account_id, symbol, side, mode = end.key
    position_key = "|".join(end.key)
    name, record = f"{name_of(symbol)} {side} · {account_id} ·", end.liquidation
    if record is not None:
        judge.drop(f"distance|{position_key}")  # what follows replaces its alarm
        at, held = price(record.price, end.position.tick_size), end.position.contracts
        text = tr(
            "{contracts:,.12g} contracts closed by force at {price}. Check what is left in the account.",
            contracts=record.contracts,
            price=at,
        )
        if record.contracts < EXPLAINED * held:
            text = tr(
                "{contracts:,.12g} of {held:,.12g} contracts closed by force at {price}. How the rest ended is in the "
                "venue's order history. Check what is left in the account.",
                contracts=record.contracts,
                held=held,
                price=at,
            )
        judge.raise_one_off(
            "liquidated",
            f"liquidated|{position_key}|{record.at_ms}",
            3,
            tr("{name} LIQUIDATED by the exchange", name=name),
            text,
            account_id=account_id,
            position_key=position_key,
        )
        return
    if end.deleveraging is not None:
        _tell_deleveraging(judge, end, end.deleveraging, name)
        return
    if end.closing is not None:
        at = price(end.closing.price, end.position.tick_size)
        title = tr("{name} closed by your order at {price}", name=name, price=at)
        if end.closing.by_stop:
            title = tr("{name} closed by your stop at {price}", name=name, price=at)
        text = tr(
            "The venue's records name the order; {contracts} contracts.", contracts=f"{end.closing.contracts:,.12g}"
        )
        judge.note("closed", title, text, account_id=account_id, position_key=position_key)
        return
    if end.lost_margin or _was_critical(before, position_key):
        judge.drop(f"distance|{position_key}")
        text = tr(
            "The venue's answers agree that it is no longer there, and it was CRITICAL when it was last seen. "
            "Look at the venue's order history."
        )
        if end.lost_margin:
            text = tr(
                "The venue's answers agree that it is no longer there, and its margin did not come back. "
                "Look at the venue's order history."
            )
        judge.raise_one_off(
            "gone",
            f"gone|{position_key}",
            3,
            tr("{name} gone: closed, or LIQUIDATED?", name=name),
            text,
            account_id=account_id,
            position_key=position_key,
        )
        return
    text = tr(
        "The venue's answers agree that the {mode} position on {account_id} is no longer there.",
        mode=said(mode),
        account_id=account_id,
    )
    judge.note("closed", tr("{name} closed", name=name), text, account_id=account_id, position_key=position_key)


def _tell_deleveraging(judge: Judge, end: Gone, record: Deleveraging, name: str) -> None:
    """It was closed by force though its own margin was good: what it hedged stands alone now."""
    position_key = "|".join(end.key)
    judge.drop(f"distance|{position_key}")
    held, at = end.position.contracts, price(record.price, end.position.tick_size)
    title = tr("{name} closed by auto-deleveraging (ADL) at {price}", name=name, price=at)
    if record.contracts >= EXPLAINED * held:
        text = tr(
            "The exchange closed {contracts:,.12g} contracts to cover other traders' losses; this is no liquidation. "
            "What this position hedged is open now.",
            contracts=record.contracts,
        )
    else:
        title = tr(
            "{name} gone: {contracts:,.12g} of {held:,.12g} contracts by auto-deleveraging (ADL) at {price}",
            name=name,
            contracts=record.contracts,
            held=held,
            price=at,
        )
        text = tr(
            "The exchange closed {contracts:,.12g} of {held:,.12g} contracts to cover other traders' losses; this is "
            "no liquidation. How the rest ended is in the venue's order history. What this position hedged is open "
            "now.",
            contracts=record.contracts,
            held=held,
        )
    judge.raise_one_off(
        "deleveraged",
        f"deleveraged|{position_key}|{record.at_ms}",
        3,
        title,
        text,
        account_id=end.key[0],
        position_key=position_key,
    )


def tell_cut(judge: Judge, cut: ByForce) -> None:
    """A part of a position was closed by force, liquidated or deleveraged; the rest is open, or has ended otherwise."""
    account_id, symbol, side, _ = cut.key
    position, record = cut.position, cut.record
    name, at = f"{name_of(symbol)} {side} · {account_id} ·", price(record.price, position.tick_size)
    before, now = cut.before, position.contracts
    title = tr(
        "{name} cut by auto-deleveraging (ADL) from {before:,.12g} to {now:,.12g} contracts at {at}",
        name=name,
        before=before,
        now=now,
        at=at,
    )
    text = tr(
        "The exchange closed {contracts:,.12g} contracts to cover other traders' losses; this is no liquidation. What "
        "they hedged is open now.",
        contracts=record.contracts,
    )
    if isinstance(record, Liquidation):
        title = tr(
            "{name} LIQUIDATED in part, from {before:,.12g} to {now:,.12g} contracts at {at}",
            name=name,
            before=before,
            now=now,
            at=at,
        )
        text = tr(
            "{contracts:,.12g} contracts closed by force. The rest is still open: add margin, or cut it.",
            contracts=record.contracts,
        )
        if not cut.still_open:
            text = tr(
                "{contracts:,.12g} contracts closed by force. The rest has ended since.", contracts=record.contracts
            )
    if record.contracts < EXPLAINED * (before - now):
        text += " " + tr(
            "How the rest of the cut came about, its records do not say: look at the venue's order history."
        )
    position_key = "|".join(cut.key)
    judge.raise_one_off(
        "cut", f"cut|{position_key}|{record.at_ms}", 3, title, text, account_id=account_id, position_key=position_key
    )


def _was_critical(state: EngineState, position_key: str) -> bool:
    """Whether its own distance was CRITICAL, or that of the leg which spoke for it."""
    record = state.alarms.get(f"distance|{state.legs.get(position_key, position_key)}")
    return record is not None and record.alarm.active and record.alarm.level == 3


def tell_changed_rules(
    judge: Judge, state: EngineState, answered: list[Account], rows: tuple[PositionRisk, ...]
) -> dict[str, dict[str, Schedule]]:
    """Say where a venue has changed the maintenance schedule under an open position; return the schedules.

    Args:
        answered: accounts with a new answer.
    """
    schedules = dict(state.schedules)
    for account in answered:
        before, schedules[account.id] = schedules.get(account.id, {}), {}
        for position in account.positions:
            key = "|".join(account.key_of(position))
            old = before.get(key)
            schedules[account.id][key] = Schedule(
                brackets=position.brackets, leverage=position.leverage, implied=position.rate_implied
            )
            if old is None or old.brackets is position.brackets or not old.brackets or not position.brackets:
                continue
            if old.implied or position.rate_implied:  # that moves by itself
                continue
            row = next((row for row in rows if row.key == key), None)
            if old.brackets != position.brackets and old.leverage == position.leverage and row is not None:
                title, text = rules_changed(row, old.brackets, position.brackets)
                judge.raise_one_off(
                    "rules_changed", f"rules|{key}", 1, title, text, account_id=account.id, position_key=key
                )
    return schedules
