"""How accounts went and how positions ended: nothing worse is thinned away, nothing unseen is filled in."""

from __future__ import annotations

import math
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from monitor.history.endings import endings
from monitor.history.history import History
from monitor.history.look_back import NO_ANSWER, answer_history
from monitor.history.past import HOUR_MS, KEEP_HOURS_MS, Past, PastAccount, pack, unpack
from monitor.history.series import DAY_MS, POINTS, series_of, step_of
from monitor.messages import AskHistory, EndedPosition
from monitor.model import Account, Deleveraging, Liquidation
from monitor.settings import Settings
from monitor.tick.state import EngineState
from monitor.tick.tick import tick
from tests.build import account as made
from tests.build import flat_bracket, isolated

NOW = 1_800_000_000_000


def account(equity: float | None = 100.0, ratio: float | None = 0.2, distance: float | None = 0.3) -> PastAccount:
    return PastAccount(account_id="main", settle="USDT", equity=equity, ratio=ratio, distance=distance, positions=1)


@given(st.lists(st.floats(0.001, 0.9), min_size=1, max_size=300), st.sampled_from((1, 6, 24)))
def test_the_nearest_distance_survives_the_thinning(distances: list[float], hours: int) -> None:
    span = hours * HOUR_MS
    looks = [(NOW - span + 30_000 * number, (account(distance=one),)) for number, one in enumerate(distances)]
    inside = [(at_ms, seen) for at_ms, seen in looks if at_ms <= NOW]
    (line,) = series_of(inside, NOW - span, NOW)
    assert min(point.distance or 9 for point in line.points) == min(seen[0].distance or 9 for _, seen in inside)
    assert len(line.points) <= POINTS + 1


def test_a_time_without_looks_is_a_gap() -> None:
    looks = [(NOW - HOUR_MS, (account(),)), (NOW, (account(),))]
    (line,) = series_of(looks, NOW - HOUR_MS, NOW)
    assert len(line.points) == 2


def test_an_unknown_figure_stays_unknown() -> None:
    (line,) = series_of([(NOW, (account(equity=None, ratio=None, distance=None),))], NOW - HOUR_MS, NOW)
    assert (line.points[0].equity, line.points[0].ratio, line.points[0].distance) == (None, None, None)


def test_points_are_whole_half_minutes_or_hours() -> None:
    assert step_of(DAY_MS) % 30_000 == 0
    assert step_of(90 * DAY_MS) % HOUR_MS == 0


def test_instants_of_an_older_version_have_no_accounts() -> None:
    assert unpack(pack(Past(at_ms=5, positions=(), pools=()))).accounts == ()


def test_an_hour_keeps_its_worst_and_90_days_are_kept(tmp_path: Path) -> None:
    history, _ = History.open(tmp_path / "h.sqlite3")
    hour = NOW // HOUR_MS * HOUR_MS
    for number, (ratio, distance) in enumerate(((0.2, math.inf), (0.9, 0.01), (0.3, 0.2))):
        one = Past(
            at_ms=hour + number * 30_000, positions=(), pools=(), accounts=(account(100 + number, ratio, distance),)
        )
        history.remember(one)
    assert history.hours(0) == ((hour, account(102, 0.9, 0.01)),)
    history.prune(hour + KEEP_HOURS_MS)
    assert len(history.hours(0)) == 1
    history.prune(hour + KEEP_HOURS_MS + 1)
    assert history.hours(0) == ()
    history.close()


def ends_of(*answers: Account) -> list[EndedPosition]:
    """Return what ends while an account gives these answers, one every ten seconds."""
    state, rows, found = EngineState(started_ms=NOW), (), []  # type: ignore[var-annotated]
    for number, answer in enumerate(answers):
        known = state.known
        outcome = tick(state, (answer,), Settings(), NOW + number * 10_000)
        found += endings(outcome.events, rows, known)
        state, rows = outcome.state, outcome.rows
    return found


def long_at(mark: float, second: int) -> Account:
    row = isolated(1_000.0, contracts=0.2, brackets=flat_bracket(0.005), mark_price=mark)
    return made(row, read_ms=NOW + second * 1000)


def test_a_closed_position_is_kept_with_its_last_figures() -> None:
    (one,) = ends_of(long_at(50_500, 0), *(made(read_ms=NOW + second * 1000, wallet=11_000.0) for second in (10, 20)))
    assert (one.how, one.last_mark, one.last_pnl, one.first_seen_ms) == ("closed", 50_500, 100.0, NOW)


def test_a_liquidation_is_kept_once_and_as_one() -> None:
    record = Liquidation(symbol="BTC/USDT:USDT", side="long", contracts=0.2, price=45_200.0, at_ms=NOW + 9_000)
    after = [made(read_ms=NOW + second * 1000, liquidations=(record,)) for second in (10, 20, 30)]
    assert [one.how for one in ends_of(long_at(45_300, 0), *after)] == ["liquidated"]


def test_a_position_that_auto_deleveraging_closed_is_kept_as_that() -> None:
    record = Deleveraging(symbol="BTC/USDT:USDT", side="long", contracts=0.2, price=50_600.0, at_ms=NOW + 9_000)
    after = [made(read_ms=NOW + second * 1000, deleveragings=(record,)) for second in (10, 20, 30)]
    assert [one.how for one in ends_of(long_at(50_500, 0), *after)] == ["deleveraged"]


def test_what_was_critical_when_last_seen_is_not_called_closed() -> None:
    answers = [made(read_ms=NOW + second * 1000, wallet=11_000.0) for second in (10, 20, 30)]
    assert [one.how for one in ends_of(long_at(45_300, 0), *answers)] == ["unclear"]


async def test_the_engine_answers_from_the_database(tmp_path: Path) -> None:
    history, _ = History.open(tmp_path / "h.sqlite3")
    history.remember(Past(at_ms=NOW - 60_000, positions=(), pools=(), accounts=(account(),)))
    (one,) = ends_of(long_at(50_500, 0), *(made(read_ms=NOW + second * 1000, wallet=11_000.0) for second in (10, 20)))
    history.remember_ended((one,))

    async def ask(question):  # type: ignore[no-untyped-def]
        return question(history)

    for hours in (1, 720):
        answer = await answer_history(AskHistory(request_id=7, span_ms=hours * HOUR_MS), ask, NOW + 30_000)
        assert (answer.request_id, answer.error, answer.ended) == (7, "", (one,))
        assert [line.account_id for line in answer.accounts] == ["main"]
    history.close()


async def test_a_database_that_is_gone_is_said_and_not_shown_as_an_empty_past() -> None:
    async def ask(_question: object) -> None:
        return None

    assert (await answer_history(AskHistory(request_id=1, span_ms=HOUR_MS), ask, NOW)).error == NO_ANSWER
