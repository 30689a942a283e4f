"""Which price each price alert is held against, and what an alert becomes once it has spoken. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from monitor.alerts.price_alerts import Watched
from monitor.model import Account
from monitor.settings import PriceAlert
from monitor.tick.state import AlarmRecord

OLD_MS = 60_000  # a price that was read longer ago is none


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPrice:
    """The newest price of a symbol that is not held."""

    price: float
    at_ms: int  # when we read it
    basis: str = "last"


Prices = Mapping[tuple[str, str], LastPrice]
"""By (account id, symbol)."""


def watched(
    alerts: tuple[PriceAlert, ...], accounts: tuple[Account, ...], prices: Prices, now_ms: int
) -> tuple[Watched, ...]:
    """Return each alert that can still speak, and its price: the mark of a position held, else the last one read."""
    if not alerts:
        return ()
    held = _held(accounts, now_ms)
    found = []
    for alert in alerts:
        where = (alert.account_id, alert.symbol)
        known = held.get(where) or prices.get(where)
        price = None if known is None or now_ms - known.at_ms > OLD_MS else known.price
        side = alert.armed_side
        if alert.fired_ms is not None or (alert.when == "crosses" and not side):
            continue
        found.append(
            Watched(
                id=alert.id,
                symbol=alert.symbol,
                account_id=alert.account_id,
                above=alert.when == "above" or (alert.when == "crosses" and side == "below"),
                limit=alert.price,
                price=price,
                basis="mark" if where in held or known is None else known.basis,
                note=alert.note,
            )
        )
    return tuple(found)


def wanted(alerts: tuple[PriceAlert, ...], accounts: tuple[Account, ...]) -> tuple[tuple[str, str], ...]:
    """Return (account id, symbol) of the prices that no position brings."""
    held = {(account.id, position.symbol) for account in accounts for position in account.positions}
    return tuple(sorted({(alert.account_id, alert.symbol) for alert in alerts if alert.fired_ms is None} - held))


def moved_on(
    alerts: tuple[PriceAlert, ...],
    alarms: Mapping[str, AlarmRecord],
    accounts: tuple[Account, ...],
    prices: Prices,
    now_ms: int,
) -> tuple[PriceAlert, ...]:
    """Return the alerts as they are after a tick: armed on the side where the price stands, or done."""
    if not alerts:
        return alerts
    held = _held(accounts, now_ms)
    return tuple(_after(alert, alarms, held, prices, now_ms) for alert in alerts)


def _after(
    alert: PriceAlert,
    alarms: Mapping[str, AlarmRecord],
    held: Mapping[tuple[str, str], LastPrice],
    prices: Prices,
    now_ms: int,
) -> PriceAlert:
    if alert.fired_ms is not None:
        return alert
    where = (alert.account_id, alert.symbol)
    known = held.get(where) or prices.get(where)
    if alert.when == "crosses" and not alert.armed_side:
        if known is None or now_ms - known.at_ms > OLD_MS:
            return alert
        return msgspec.structs.replace(alert, armed_side="below" if known.price < alert.price else "above")
    speaks = {"above": "above", "below": "below", "crosses": "above" if alert.armed_side == "below" else "below"}
    record = alarms.get(f"price|{alert.id}|{speaks[alert.when]}")
    if record is None or not (record.alarm.active or record.alarm.phase == "returned"):
        return alert
    if not alert.again:
        return msgspec.structs.replace(alert, fired_ms=now_ms)
    if alert.when == "crosses" and record.alarm.active:
        return msgspec.structs.replace(alert, armed_side="above" if alert.armed_side == "below" else "below")
    return alert


def _held(accounts: tuple[Account, ...], now_ms: int) -> dict[tuple[str, str], LastPrice]:
    return {
        (account.id, position.symbol): LastPrice(
            price=position.mark_price, at_ms=now_ms if account.read_ms is None else account.read_ms, basis="mark"
        )
        for account in accounts
        for position in account.positions
        if not position.unconfirmed
    }
