"""What crosses to the window is only what has changed, and it arrives as the same Update."""

from __future__ import annotations

import random

from msgspec.structs import replace

from monitor.differences import difference, whole
from monitor.messages import Difference, Update, decode_to_window, encode
from monitor.risk.rows import PositionRisk
from tests.ui import sample


def update(seq: int, rows: list[PositionRisk]) -> Update:
    return replace(sample.update(), seq=seq, positions=tuple(rows))


def row(number: int, mark: float = 1.0) -> PositionRisk:
    return replace(sample.positions()[0], symbol=f"C{number}/USDT:USDT", mark_price=mark)


def crossed(before: Update, after: Update) -> Update | None:
    """What the window has after the difference has gone through the pipe."""
    news = decode_to_window(encode(difference(before, after)))
    return whole(before, news) if isinstance(news, Difference) else news  # type: ignore[return-value]


def test_any_change_arrives_as_it_was_sent() -> None:
    dice = random.Random(7)
    before = update(1, [row(number) for number in range(20)])
    for seq in range(2, 200):
        rows = list(before.positions)
        for _ in range(dice.randrange(4)):
            rows[dice.randrange(len(rows))] = row(dice.randrange(40), dice.random())
        if dice.random() < 0.3:
            rows.sort(key=lambda one: one.mark_price)
        if dice.random() < 0.2:
            del rows[dice.randrange(len(rows))]
        if len(rows) < 15:
            rows.append(row(99, dice.random()))
        rows = list({one.key: one for one in rows}.values())  # each position once
        after = update(seq, rows)
        assert crossed(before, after) == after
        before = after


def test_rows_that_stayed_are_not_sent_wherever_they_stand() -> None:
    rows = [row(number) for number in range(10)]
    news = difference(update(1, rows), update(2, [rows[9], *rows[:4], row(4, 2.0), *rows[5:9]]))
    assert news.update.positions == (row(4, 2.0),)


def test_alarms_that_come_and_go_arrive_and_the_others_are_not_sent() -> None:
    alerts = sample.alerts()
    before, after = replace(sample.update(), seq=1), replace(sample.update(alerts=alerts[1:]), seq=2)
    assert crossed(before, after) == after
    assert crossed(after, before) == before
    assert difference(after, before).update.alerts == alerts[:1]


def test_changes_of_an_update_that_was_never_read_are_no_update() -> None:
    rows = [row(number) for number in range(10)]
    news = difference(update(5, rows), update(6, rows))
    assert whole(update(4, rows), news) is None
    assert whole(None, news) is None
