"""What rules would say and would have said, through the whole tick and a real database."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from monitor.history.history import History
from monitor.history.past import EVERY_MS, KEEP_MS, Past, pack, past_of, unpack
from monitor.settings import LADDERS, AlertSettings, Override, Settings
from monitor.tick.rehearsal import rehearse, say_now
from monitor.tick.state import EngineState
from monitor.tick.tick import Tick, tick
from tests.build import account, flat_bracket, isolated

START = 1_700_000_000_000
SWING, SCALP = Settings(), Settings(alerts=AlertSettings(liquidation_distance=LADDERS["Scalp"]))


def at(mark: float, ms: int = START) -> Tick:
    """A 10x isolated long from 50,000, liquidated at 45,226.13."""
    row = isolated(1_000.0, contracts=0.2, brackets=flat_bracket(0.005), mark_price=mark)
    return tick(EngineState(started_ms=ms), (account(row, read_ms=ms),), SWING, ms)


def kept(*marks: float) -> list[Past]:
    found = []
    for number, mark in enumerate(marks):
        seen = at(mark, START + number * EVERY_MS)
        found.append(past_of(seen.rows, seen.report.pool_rows, seen.deviations, START + number * EVERY_MS))
    return found


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
