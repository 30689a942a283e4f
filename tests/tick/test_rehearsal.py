"""What rules would say and would have said, through the whole tick and a real database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from monitor.alerts.figures_kept import figures_kept
from monitor.history.history import History
from monitor.history.past import EVERY_MS, FIGURES_EVERY_MS, KEEP_MS, Past, pack, past_of, unpack
from monitor.model import Stop
from monitor.settings import LADDERS, AlertSettings, BeyondAlerts, Override, Settings
from monitor.tick.rehearsal import rehearse, say_now
from monitor.tick.state import EngineState
from monitor.tick.tick import Tick, tick
from tests.build import account, flat_bracket, isolated

START = 1_700_000_000_000
SWING, SCALP = Settings(), Settings(alerts=AlertSettings(liquidation_distance=LADDERS["Scalp"]))


def at(mark: float, ms: int = START, **changes: Any) -> Tick:
    """A 10x isolated long from 50,000, liquidated at 45,226.13."""
    row = isolated(1_000.0, **{"contracts": 0.2, "brackets": flat_bracket(0.005), "mark_price": mark, **changes})
    return tick(EngineState(started_ms=ms), (account(row, read_ms=ms),), SWING, ms)


def kept(*marks: float) -> list[Past]:
    found = []
    for number, mark in enumerate(marks):
        seen = at(mark, START + number * EVERY_MS)
        found.append(past_of(seen.rows, seen.report.pool_rows, seen.deviations, START + number * EVERY_MS))
    return found


def with_figures(*changes: dict[str, Any], every_ms: int = FIGURES_EVERY_MS) -> list[Past]:
    """Instants of a position, and what is kept of it then."""
    found = []
    for number, one in enumerate(changes):
        ms = START + number * every_ms
        seen = at(56_000, ms, **one)
        figures = figures_kept(seen.beyond, seen.rows)
        found.append(past_of(seen.rows, seen.report.pool_rows, seen.deviations, ms, figures=figures))
    return found


def rung(past: list[Past], alerts: AlertSettings) -> dict[str, int]:
    return {count.kind: count.warning for count in rehearse(past, Settings(alerts=alerts)).counts}


def test_a_figure_rings_as_often_as_it_came_over_its_line_and_stayed() -> None:
    small, large = {"contracts": 0.2}, {"contracts": 0.4}
    past = with_figures(small, large, large, small, small, large, small, large, large)  # the fifth minute alone is none
    leverage = {one.figures["leverage"]["main|BTC/USDT:USDT|long|isolated"] for one in past}
    line = sum(leverage) / 2  # between the two
    assert rung(past, AlertSettings(beyond=BeyondAlerts(leverage=line)))["leverage"] == 2
    assert "leverage" not in rung(past, AlertSettings(beyond=BeyondAlerts(leverage=max(leverage) * 1.1)))


def test_a_position_without_a_stop_would_have_been_told_unless_that_is_not_wanted() -> None:
    bare, covered = (
        {"stops": ()},
        {"stops": (Stop(trigger_price=48_000.0, trigger="mark", contracts=None, limit_price=None),)},
    )
    past = with_figures(covered, bare, bare, covered, covered, bare, bare)
    assert rung(past, AlertSettings())["no_stop"] == 2
    assert "no_stop" not in rung(past, AlertSettings(quiet_kinds=("no_stop",)))


def test_what_is_not_in_the_record_is_named_and_not_counted_as_nothing() -> None:
    found = rehearse(kept(56_000, 56_000), Settings(alerts=AlertSettings(beyond=BeyondAlerts(leverage=3.0))))
    assert {"leverage", "no_stop", "adl", "funding", "funding_jump"} <= set(found.not_recorded)
    assert found.counted_since == {}
    later = with_figures({}, {}, every_ms=EVERY_MS)
    seen = rehearse([replace(later[0], figures={}), later[1]], SWING)
    assert seen.counted_since["exit_cost"] == START + EVERY_MS
    assert "exit_cost" not in seen.not_recorded


def test_funding_rings_by_the_limit_of_its_symbol() -> None:
    paid = {"funding_rate": 0.002, "funding_interval_h": 8.0}
    past = with_figures({}, paid, paid, every_ms=EVERY_MS)
    own = Override(symbol="BTC/USDT:USDT", funding_8h=0.003)
    assert rung(past, AlertSettings())["funding"] == 1
    assert "funding" not in rung(past, AlertSettings(overrides=(own,)))


def test_funding_that_jumps_rings_once_where_enough_was_recorded_before() -> None:
    usual, high = ({"funding_rate": rate, "funding_interval_h": 8.0} for rate in (0.0001, 0.002))
    long_ago = with_figures(*[usual] * 16, high, high, every_ms=30 * 60_000)
    assert rung(long_ago, AlertSettings())["funding_jump"] == 1
    assert "funding_jump" in rehearse(long_ago[12:], SWING).not_recorded


def test_what_comes_after_a_position_has_ended_is_told_anew() -> None:
    near = kept(46_000, 46_000, 46_000)
    gone = replace(near[1], positions=(), pools=())
    assert rehearse(near, SWING).counts[0].critical == 1
    assert rehearse([near[0], gone, near[2]], SWING).counts[0].critical == 2


def test_a_narrower_ladder_would_have_rung_less() -> None:
    past = kept(56_000, 49_500, 49_500, 48_500, 56_000, 56_000, 56_000, 56_000, 46_800, 46_800)
    wide, narrow = rehearse(past, SWING).counts[0], rehearse(past, SCALP).counts[0]
    assert (wide.warning, wide.danger, wide.critical) == (1, 1, 1)
    assert (narrow.warning, narrow.danger, narrow.critical) == (1, 0, 0)


def test_a_rehearsal_says_how_far_back_it_looked() -> None:
    found = rehearse(kept(56_000, 56_000, 56_000), SWING)
    assert (found.since_ms, found.until_ms, found.instants) == (START, START + 2 * EVERY_MS, 3)
    assert rehearse([], SWING).since_ms is None


def test_every_position_has_a_line_and_says_where_its_levels_begin() -> None:
    lines = [line for line in say_now(at(49_000), SCALP, START) if line.kind == "liquidation_distance"]
    assert [(line.level, line.text) for line in lines] == [
        (0, "WARNING from 5.0 %, DANGER from 2.0 %, CRITICAL from 1.0 %.")
    ]


def test_new_rules_are_shown_at_the_positions_as_they_are() -> None:
    override = Override(symbol="BTC/USDT:USDT", liquidation_distance=LADDERS["Swing"])
    loud = replace(SCALP, alerts=replace(SCALP.alerts, overrides=(override,), combine=False))
    assert max(line.level for line in say_now(at(48_000), loud, START)) == 2
    assert max(line.level for line in say_now(at(48_000), SCALP, START)) < 2


def test_what_is_kept_survives_the_database_and_ends_after_a_week(tmp_path: Path) -> None:
    history, _ = History.open(tmp_path / "history.sqlite3")
    past = kept(56_000, 49_000)
    for instant in past:
        history.remember(instant)
    assert list(history.past()) == past
    history.prune(START + KEEP_MS + 1)
    assert len(list(history.past())) == 1
    history.close()


def test_an_instant_of_fifty_positions_takes_little_room() -> None:
    one = kept(49_000)[0]
    positions = tuple(replace(one.positions[0], symbol=f"C{number}/USDT:USDT") for number in range(50))
    body = pack(replace(one, positions=positions))
    assert unpack(body).positions == positions
    assert len(body) < 2_000
