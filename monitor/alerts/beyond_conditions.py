"""Figures beyond the liquidation price as alarms: WARNING at most, each with what to do. Columns in, readings out.

They inform: none of them asks for a rescue. A figure is looked at only where the user has a limit for it, and becomes a
reading only where it is reached or its alarm stands; what is not known never begins one and never ends one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from monitor.alerts.beyond_figures import FIGURES, Figure, Subject
from monitor.alerts.lifecycle import HOUR_MS, MINUTE_MS, Policy
from monitor.alerts.rules import Reading
from monitor.alerts.wording import name_of
from monitor.language import tr
from monitor.risk.beyond import Beyond
from monitor.risk.rows import PositionRisk


def policy_of(kind: str, limit: float) -> Policy:
    """Return the limits of one kind: a deadband of a tenth, a minute to come and to go, a day's rest once acknowledged.

    The measure is the figure itself where it is worse the smaller it is, else the figure negated.
    """
    return _policy(limit, 1.0 if FIGURES[kind].falling else -1.0)


@cache
def _policy(limit: float, sign: float) -> Policy:
    leave = limit * (1.1 if sign > 0 else 0.9)
    return Policy(
        trip=(math.inf, sign * limit, -math.inf, -math.inf),
        clear=(math.inf, sign * leave, -math.inf, -math.inf),
        on_delay=(0, MINUTE_MS, 0, 0),
        acknowledged=(0, 24 * HOUR_MS, 8 * HOUR_MS, 0),
        worsening=0.5,
        fails_open=False,
    )


def beyond_readings(
    beyond: Beyond, rows: tuple[PositionRisk, ...], limits: Mapping[str, float], standing: Container[str]
) -> list[Reading]:
    """Return the readings of all figures that have a limit.

    Args:
        rows: of the same report, in its order; what follows them is not in the report.
        limits: by kind of FIGURES, in the unit of its column. standing: keys of the alarms that stand.
    """
    readings: list[Reading] = []
    for kind, limit in limits.items():
        figure = FIGURES[kind]
        about = _SUBJECTS[figure.about]
        with np.errstate(all="ignore"):  # NaN is unknown, and passes through
            values = figure.column(beyond)
            reached = values <= limit if figure.falling else values >= limit
        if isinstance(standing, Collection):  # the keys themselves: most ticks, no alarm of this kind stands
            stand = [key.removeprefix(f"{kind}|") for key in standing if key.startswith(f"{kind}|")]
            numbers = {*np.flatnonzero(reached).tolist(), *(about.places(beyond, rows, stand) if stand else ())}
        else:
            numbers = set(range(len(values)))
        for number in sorted(numbers):
            one = about.subject(beyond, rows, number)
            if one is not None and (reached[number] or f"{kind}|{one.key}" in standing):
                readings.append(_reading(kind, figure, beyond, one, float(values[number]), limit))
    return readings


def subject_of(kind: str, beyond: Beyond, rows: tuple[PositionRisk, ...], number: int) -> Subject | None:
    """Return what the figure at this place of its column is about; None: nothing is judged now."""
    return _SUBJECTS[FIGURES[kind].about].subject(beyond, rows, number)


def _reading(kind: str, figure: Figure, beyond: Beyond, one: Subject, value: float, limit: float) -> Reading:
    title, text = tr("{name} · a figure of its risk is not known now", name=one.name), ""
    if not math.isnan(value):
        title, text = figure.say(beyond, one, value, limit)
    return Reading(
        key=f"{kind}|{one.key}",
        family="RISK",
        kind=kind,
        measure=None if math.isnan(value) else value if figure.falling else -value,
        policy=policy_of(kind, limit),
        title=title,
        text=text,
        account_id=one.account_id,
        position_key="" if one.row is None else one.row.key,
    )


# ---------------------------------------------------------------- what they are about


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Positions, pools or accounts."""

    subject: Callable[[Beyond, tuple[PositionRisk, ...], int], Subject | None]  # None: nothing is judged now
    places: Callable[[Beyond, tuple[PositionRisk, ...], Sequence[str]], list[int]]  # of these keys


def _position(beyond: Beyond, rows: tuple[PositionRisk, ...], number: int) -> Subject | None:
    row = rows[number]
    if row.unconfirmed:
        return None
    return Subject(key=row.key, name=_name(row), account_id=row.account_id, number=number, row=row)


def _positions(beyond: Beyond, rows: tuple[PositionRisk, ...], keys: Sequence[str]) -> list[int]:
    wanted = set(keys)
    held = len(beyond.figures.book.positions)
    return [number for number, row in enumerate(rows[:held]) if row.key in wanted]


def _pool(beyond: Beyond, rows: tuple[PositionRisk, ...], number: int) -> Subject | None:
    """A pool with positions; one with a single position is called and found by it."""
    layout, accounts = beyond.figures.pools.layout, beyond.figures.book.accounts
    mine = [rows[row] for row in np.flatnonzero(layout.of == number).tolist()]
    if not mine or any(row.unconfirmed for row in mine):
        return None
    account_id, only = accounts[int(layout.account[number])].id, mine[0] if len(mine) == 1 else None
    name = f"{account_id} {layout.settle[number]}" if only is None else _name(only)
    return Subject(key=f"{account_id}|{layout.ids[number]}", name=name, account_id=account_id, number=number, row=only)


def _pools(beyond: Beyond, rows: tuple[PositionRisk, ...], keys: Sequence[str]) -> list[int]:
    layout, accounts = beyond.figures.pools.layout, beyond.figures.book.accounts
    names = [f"{accounts[owner].id}|{name}" for owner, name in zip(layout.account.tolist(), layout.ids, strict=True)]
    return [number for number, name in enumerate(names) if name in keys]


def _account(beyond: Beyond, rows: tuple[PositionRisk, ...], number: int) -> Subject | None:
    account = beyond.figures.book.accounts[number]
    if account.read_ms is None:
        return None
    return Subject(key=account.id, name=account.id, account_id=account.id, number=number)


def _accounts(beyond: Beyond, rows: tuple[PositionRisk, ...], keys: Sequence[str]) -> list[int]:
    return [number for number, account in enumerate(beyond.figures.book.accounts) if account.id in keys]


_SUBJECTS = {
    "position": About(subject=_position, places=_positions),
    "pool": About(subject=_pool, places=_pools),
    "account": About(subject=_account, places=_accounts),
}


def _name(row: PositionRisk) -> str:
    return f"{name_of(row.symbol)} {row.side} · {row.account_id}"
