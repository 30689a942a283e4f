"""Plain price alerts, on any symbol: above, below, or crosses. Lower is worse: the way that is left to the price.

An alert that crosses was armed on one side and speaks on the other. Once it has spoken it waits for the user (once), or
for the price to turn back (again).
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.alerts.rules import Reading, condition_reading, price_policy, settled_policy
from monitor.alerts.wording import name_of, price
from monitor.language import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A price alert and the newest price it is held against."""

    id: str
    symbol: str
    account_id: str
    above: bool  # speaks at or above the price; else at or below
    limit: float
    price: float | None  # None: no price has been read
    basis: str = "mark"  # or "last"
    tick_size: float | None = None
    note: str = ""


def price_readings(watched: Watched) -> list[Reading]:
    """Return the reading of one price alert, and whether it is blind."""
    word = "above" if watched.above else "below"
    name, limit = name_of(watched.symbol), f"{watched.limit:,.10g}"
    if watched.above:
        title = tr("{name} is above {limit}", name=name, limit=limit)
        blind = tr("Price alert {name} above {limit}: no price comes", name=name, limit=limit)
    else:
        title = tr("{name} is below {limit}", name=name, limit=limit)
        blind = tr("Price alert {name} below {limit}: no price comes", name=name, limit=limit)
    left = None
    if watched.price is not None:
        way = watched.limit - watched.price if watched.above else watched.price - watched.limit
        left = way / watched.limit
    note = f" {watched.note}" if watched.note else ""
    return [
        Reading(
            key=f"price|{watched.id}|{word}",
            family="RISK",
            kind="price",
            measure=left,
            policy=_PRICE,
            title=title,
            text=_now(watched) + note,
            account_id=watched.account_id,
            is_new=True,
        ),
        condition_reading(
            "price_blind",
            "DATA",
            watched.account_id,
            1 if watched.price is None else 0,
            blind,
            tr("It cannot speak. Choose an account whose venue lists this symbol, or remove the alert."),
            about=watched.id,
            policy=_BLIND,
        ),
    ]


def _now(watched: Watched) -> str:
    now = "—" if watched.price is None else price(watched.price, watched.tick_size)
    if watched.basis == "last":
        return tr("The last price is {now}.", now=now)
    return tr("The mark price is {now}.", now=now)


_PRICE = price_policy()
_BLIND = settled_policy(60.0)
