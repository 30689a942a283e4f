"""Real SQLite: what was appended is there, also after a kill in the middle of writing; a damaged file is kept."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from monitor.alerts.lifecycle import Alarm
from monitor.errors import HistoryError
from monitor.history.history import History
from monitor.journal import Chase, Delivery
from monitor.messages import AlertEvent
from monitor.tick.state import AlarmRecord

EVENT = AlertEvent(
    id=1,
    at_ms=5,
    key="k",
    family="RISK",
    kind="liquidation_distance",
    level=3,
    reason="raised",
    notify=True,
    title="t",
    text="x",
    account_id="main",
    position_key="",
)
DELIVERY = Delivery(
    key="k", episode_ms=5, level=3, step=1, channel="desktop", event_id=1, queued_ms=5, state="queued", at_ms=5
)
RECORD = AlarmRecord(
    key="k",
    alarm=Alarm(phase="active", level=3, peak=3, measure=float("inf")),
    family="RISK",
    kind="liquidation_distance",
    title="t",
    text="x",
    account_id="main",
    position_key="",
)


def test_events_alarms_inputs_and_deliveries_come_back(tmp_path: Path) -> None:
    history, note = History.open(tmp_path / "h.sqlite3")
    history.append(5, inputs=b"{}", events=(EVENT,), alarms={"k": RECORD}, deliveries=(DELIVERY,))
    history.close()
    again, _ = History.open(tmp_path / "h.sqlite3")
    assert (note, again.events(), again.alarms(), again.inputs()) == ("", (EVENT,), (RECORD,), ((5, b"{}"),))
    assert again.undelivered() == ((EVENT, DELIVERY),)
    assert (again.last_tick_ms(), again.next_event_id()) == (5, 2)
    again.note((msgspec.structs.replace(DELIVERY, state="delivered", at_ms=6),))
    assert again.undelivered() == ()
    again.close()


def test_what_is_queued_or_delivered_already_is_not_queued_twice(tmp_path: Path) -> None:
    history, _ = History.open(tmp_path / "h.sqlite3")
    history.append(5, inputs=None, events=(EVENT,), alarms={}, deliveries=(DELIVERY,))
    history.note((msgspec.structs.replace(DELIVERY, state="delivered", at_ms=6),))
    history.append(7, inputs=None, events=(), alarms={}, deliveries=(DELIVERY,))
    assert [one.state for one in history.deliveries(1)] == ["delivered"]
    history.close()


def test_the_journal_holds_each_event_with_what_was_read_and_whom_it_reached(tmp_path: Path) -> None:
    history, _ = History.open(tmp_path / "h.sqlite3")
    history.append(5, inputs=b"{}", events=(EVENT,), alarms={}, deliveries=(DELIVERY,))
    reader = History.read_only(tmp_path / "h.sqlite3")
    (line,) = reader.journal()
    assert (line.event, line.deliveries) == (EVENT, (DELIVERY,))
    assert line.inputs_hash == hashlib.sha256(b"{}").hexdigest()[:16]
    reader.close()
    history.close()


def test_how_far_an_alarm_was_carried_is_stored_and_forgotten_with_it(tmp_path: Path) -> None:
    history, _ = History.open(tmp_path / "h.sqlite3")
    chase = Chase(key="k", episode_ms=5, level=3, since_ms=5, step=2, reached=("ntfy",))
    history.append(5, inputs=None, events=(), alarms={}, chases={"k": chase})
    assert history.chases() == (chase,)
    history.append(6, inputs=None, events=(), alarms={}, chases={"k": None})
    assert history.chases() == ()
    history.close()


def test_a_database_that_was_removed_while_in_use_takes_nothing_more(tmp_path: Path) -> None:
    history, _ = History.open(tmp_path / "h.sqlite3")
    (tmp_path / "h.sqlite3").unlink()
    with pytest.raises(HistoryError, match="removed"):
        history.append(5, inputs=None, events=(EVENT,), alarms={})
    history.close()


def test_a_database_of_the_first_version_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite3"
    old = sqlite3.connect(path)
    old.executescript(
        "CREATE TABLE fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL);"
        "CREATE TABLE event (id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, level INTEGER NOT NULL,"
        " key TEXT NOT NULL, reason TEXT NOT NULL, body BLOB NOT NULL);"
        "CREATE TABLE delivery (event_id INTEGER NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL,"
        " at_ms INTEGER NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (event_id, channel));"
        "INSERT INTO fact VALUES ('schema', 1);"
    )
    body = msgspec.msgpack.encode(EVENT)
    old.execute("INSERT INTO event VALUES (1, 5, 3, 'k', 'raised', ?)", (body,))
    old.execute("INSERT INTO delivery VALUES (1, 'desktop', 'sent', 6, 'Shown by the desktop.')")
    old.commit()
    old.close()
    history, note = History.open(path)
    (line,) = history.journal()
    assert (note, line.event, line.deliveries[0].state) == ("", EVENT, "delivered")
    history.append(7, inputs=None, events=(msgspec.structs.replace(EVENT, id=2),), alarms={})
    history.close()


def test_an_ended_alarm_is_forgotten(tmp_path: Path) -> None:
    history, _ = History.open(tmp_path / "h.sqlite3")
    history.append(5, inputs=None, events=(), alarms={"k": RECORD})
    history.append(6, inputs=None, events=(), alarms={"k": None})
    assert history.alarms() == ()
    history.close()


@pytest.mark.parametrize("damage", [b"not a database at all, only text" * 50, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_damaged_database_is_set_aside_and_a_new_one_started(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "h.sqlite3"
    path.write_bytes(damage)
    history, note = History.open(path)
    history.append(5, inputs=None, events=(EVENT,), alarms={})
    assert "set aside as h.sqlite3.damaged-1" in note
    assert (tmp_path / "h.sqlite3.damaged-1").read_bytes() == damage
    history.close()


def test_a_folder_that_cannot_be_written_is_one_clear_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "folder"
    blocked.mkdir()
    (blocked / "h.sqlite3").mkdir()
    with pytest.raises(HistoryError, match=r"h\.sqlite3"):
        History.open(blocked / "h.sqlite3")


WRITER = """
import sys
from pathlib import Path
import msgspec
sys.path.insert(0, {root!r})
from monitor.history.history import History
from tests.history.test_history import DELIVERY, EVENT, RECORD
history, _ = History.open(Path(sys.argv[1]))
number = history.next_event_id()
while True:
    event = msgspec.structs.replace(EVENT, id=number)
    record = msgspec.structs.replace(RECORD, title=str(number))
    history.append(number, inputs=b"x" * 5000, events=(event,), alarms={{"k": record}},
                   deliveries=(msgspec.structs.replace(DELIVERY, event_id=number, step=number),))
    print(number, flush=True)
    number += 1
"""


def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_acknowledged_and_tears_nothing(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite3"
    script = WRITER.format(root=str(Path(__file__).parent.parent.parent))
    for round_ in range(5):
        writer = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        written = [int(writer.stdout.readline())]
        time.sleep(0.03 + 0.01 * round_)
        os.kill(writer.pid, signal.SIGKILL)
        written += [int(line) for line in writer.stdout.read().split("\n") if line.strip()]
        writer.wait()
        writer.stdout.close()
        check = sqlite3.connect(path)
        assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        check.close()
        history, note = History.open(path)
        last = history.next_event_id() - 1
        assert note == ""
        assert last >= written[-1]
        assert history.last_tick_ms() == last
        assert history.alarms()[0].title == str(last)
        assert history.undelivered()[-1][0].id == last
        history.close()
