"""What the detail of a position asks: what-if, explanation, timeline. Real ccxt over sockets, real SQLite."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.demo import control
from monitor.history.history import History
from monitor.history.past import EVERY_MS, Past, PastPool, PastPosition
from monitor.history.timeline import is_about, points_of
from monitor.messages import (
    AlertEvent,
    AskExplanation,
    AskTimeline,
    ChangePosition,
    Explanation,
    MoveMoney,
    MovePrice,
    Timeline,
    WhatIf,
    WhatIfResult,
)
from tests.engine_bench import Bench, running
from tests.test_engine import CROSS, ISOLATED


async def answer_to(bench: Bench, question: WhatIf | AskExplanation | AskTimeline, kind: type) -> object:
    bench.engine.handle(question)
    await bench.until(lambda: any(isinstance(message, kind) for message in bench.said))
    return next(message for message in reversed(bench.said) if isinstance(message, kind))


async def test_a_what_if_is_answered_from_live_accounts_and_leaves_no_trace(tmp_path: Path) -> None:
    async with running(tmp_path, book=(CROSS, ISOLATED)) as bench:
        await bench.until(bench.all_read)
        await bench.server.obey(control.Pause(paused=True))
        await bench.until(lambda seq=bench.update.seq: bench.update.seq > seq + 4)  # type: ignore[misc]
        ruin = (
            MoveMoney(account_id="Cross", currency="USDT", amount=-200_000.0),
            ChangePosition(
                account_id="Cross", symbol="ETH/USDT:USDT", side="short", margin_mode="cross", size=0.0
            ),
            MovePrice(coin="BTC", move=-0.3),
        )  # fmt: skip
        result = await answer_to(bench, WhatIf(request_id=5, edits=ruin), WhatIfResult)
        live = {row.key: row for row in bench.update.positions}
        await bench.until(lambda seq=bench.update.seq: bench.update.seq > seq + 3)  # type: ignore[misc]
        levels = {alert.level for alert in bench.update.alerts}
        log = await bench.server.obey(control.GetLog())
    assert isinstance(result, WhatIfResult)
    assert result.request_id == 5
    for row in result.positions:
        assert row.now is not None
        assert row.now.liquidation_root == live[row.now.key].liquidation_root
    pool = next(one.then for one in result.pools if one.then is not None and one.then.account_id == "Cross")
    assert pool.margin_ratio is not None
    assert pool.margin_ratio > 1.0
    assert 3 not in levels  # nothing supposed has rung
    assert isinstance(log, control.Log)
    assert log.writes == ()
    history, _ = History.open(tmp_path / "history.sqlite3")
    assert not any(event.level == 3 for event in history.events())
    history.close()


async def test_the_working_of_a_position_and_its_timeline_are_told(tmp_path: Path) -> None:
    async with running(tmp_path, book=(CROSS,)) as bench:
        await bench.until(bench.all_read)
        key = next(row.key for row in bench.update.positions if row.symbol.startswith("BTC"))
        working = await answer_to(bench, AskExplanation(request_id=1, position_key=key), Explanation)
        await bench.until(lambda: bench.engine.keeping.past_ms > 0)
        past = await answer_to(bench, AskTimeline(request_id=2, position_key=key, hours=1), Timeline)
    assert isinstance(working, Explanation)
    assert "equal at p" in working.text or "check: the pool" in working.text
    assert "Pool cross:USDT" in working.text
    assert "ETH/USDT" not in working.text.split("Pool cross")[0]
    assert isinstance(past, Timeline)
    assert past.until_ms - past.since_ms == 3_600_000
    assert len(past.points) >= 1
    assert past.points[-1].ratio is not None


def past_at(at_ms: int) -> Past:
    held = PastPosition("a", "BTC/USDT:USDT", "long", "cross", 50_000.0, 49_000.0, 40_000.0, 0.2, None, None)
    other = PastPosition("b", "BTC/USDT:USDT", "long", "cross", 50_000.0, 49_000.0, None, None, None, None)
    pools = (PastPool("b", "cross:USDT", 0.9, None, None), PastPool("a", "cross:USDT", 0.4, None, None))
    return Past(at_ms, (other, held), pools)


def test_a_point_holds_the_positions_own_distance_and_its_own_pools_ratio() -> None:
    points = tuple(points_of((past_at(1), past_at(2)), "a|BTC/USDT:USDT|long|cross", "cross:USDT"))
    assert [(point.at_ms, point.distance, point.ratio) for point in points] == [(1, 0.2, 0.4), (2, 0.2, 0.4)]


def event(key: str, family: str = "RISK", account_id: str = "a", position_key: str = "") -> AlertEvent:
    return AlertEvent(
        id=1, at_ms=0, key=key, family=family, kind="", level=1, reason="", notify=True, title="", text="",
        account_id=account_id, position_key=position_key,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "belongs"),
    [
        (event("distance|a|x", position_key="a|x"), True),
        (event("distance|a|y", position_key="a|y"), False),
        (event("ratio|a|cross:USDT"), True),
        (event("ratio|a|cross:BTC"), False),
        (event("ratio|b|cross:USDT", account_id="b"), False),
        (event("stale|a", family="DATA"), True),
    ],
)
def test_a_timeline_tells_of_its_position_its_pool_and_its_accounts_data(one: AlertEvent, belongs: bool) -> None:
    assert is_about(one, "a|x", "cross:USDT") == belongs


def test_of_many_instants_an_even_share_is_read(tmp_path: Path) -> None:
    history, _ = History.open(tmp_path / "history.sqlite3")
    for number in range(60):
        history.remember(past_at(number * EVERY_MS + 700))
    assert [past.at_ms // EVERY_MS for past in history.past(0, 20)] == [0, 20, 40]
    history.close()
