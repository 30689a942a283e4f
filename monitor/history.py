"""SQLite: append what was read and said, read it back. One writer: the engine. WAL, synchronous=FULL.

Inputs, events and alarm states of one tick go in as one transaction, before anything is told. A damaged file is set
aside beside itself, never overwritten, and monitoring goes on with a new one.
"""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import msgspec

from monitor.errors import HistoryError
from monitor.messages import AlertEvent
from monitor.settings import set_aside
from monitor.state import AlarmRecord

SCHEMA_VERSION = 1
KEEP_INPUTS_MS = 24 * 3_600_000

_SCHEMA = """
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS input (at_ms INTEGER NOT NULL, body BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS input_at ON input (at_ms);
CREATE TABLE IF NOT EXISTS event (
    id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, level INTEGER NOT NULL, key TEXT NOT NULL,
    reason TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS alarm (key TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS delivery (
    event_id INTEGER NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL, at_ms INTEGER NOT NULL,
    detail TEXT NOT NULL, PRIMARY KEY (event_id, channel));
"""

_encode = msgspec.msgpack.Encoder().encode
_decode_event = msgspec.msgpack.Decoder(AlertEvent).decode
_decode_alarm = msgspec.msgpack.Decoder(AlarmRecord).decode


class History:
    """One open database. Not shared between threads."""

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self._database = database
        self.path = path

    @classmethod
    def open(cls, path: Path) -> tuple[History, str]:
        """Open or create the database; return it and a note for the user ("" when all is well).

        Raises:
            HistoryError: the folder or file cannot be written at all.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return cls(_connect(path), path), ""
        except OSError as error:
            raise HistoryError(f"The database {path.name} cannot be opened ({error.strerror}).") from None
        except sqlite3.DatabaseError as error:
            if not path.exists() or "unable to open" in str(error) or "readonly" in str(error):
                raise HistoryError(f"The database {path.name} cannot be opened ({error}).") from None
            kept = _set_aside_all(path)
            note = f"The database was damaged and set aside as {kept.name}; a new one was started."
            return cls(_connect(path), path), note

    def append(
        self,
        now_ms: int,
        *,
        inputs: bytes | None,
        events: tuple[AlertEvent, ...],
        alarms: dict[str, AlarmRecord | None],
        channels: tuple[str, ...] = (),
    ) -> None:
        """Store one tick in one transaction.

        Args:
            inputs: the snapshot file of what was read, None where nothing new came.
            alarms: changed alarms by key; None where the alarm has ended.
            channels: where each event with `notify` has to be delivered.

        Raises:
            HistoryError: nothing was stored.
        """
        try:
            with self._database:
                self._put_fact("last_tick_ms", now_ms)
                if inputs is not None:
                    self._database.execute("INSERT INTO input VALUES (?, ?)", (now_ms, zlib.compress(inputs, 1)))
                for event in events:
                    self._database.execute(
                        "INSERT OR REPLACE INTO event VALUES (?, ?, ?, ?, ?, ?)",
                        (event.id, event.at_ms, event.level, event.key, event.reason, _encode(event)),
                    )
                    if event.notify:
                        self._database.executemany(
                            "INSERT OR REPLACE INTO delivery VALUES (?, ?, 'queued', ?, '')",
                            [(event.id, channel, now_ms) for channel in channels],
                        )
                for key, record in alarms.items():
                    if record is None:
                        self._database.execute("DELETE FROM alarm WHERE key = ?", (key,))
                    else:
                        self._database.execute("INSERT OR REPLACE INTO alarm VALUES (?, ?)", (key, _encode(record)))
        except sqlite3.Error as error:
            raise HistoryError(f"The database cannot be written ({error}).") from None

    def delivered(self, event_id: int, channel: str, *, state: str, at_ms: int, detail: str) -> None:
        """Note how a delivery ended: state "sent" or "failed"."""
        try:
            with self._database:
                self._database.execute(
                    "INSERT OR REPLACE INTO delivery VALUES (?, ?, ?, ?, ?)", (event_id, channel, state, at_ms, detail)
                )
        except sqlite3.Error as error:
            raise HistoryError(f"The database cannot be written ({error}).") from None

    def undelivered(self) -> tuple[tuple[AlertEvent, str], ...]:
        """Return events and channels that were queued when the last engine ended."""
        rows = self._database.execute(
            "SELECT event.body, delivery.channel FROM delivery JOIN event ON event.id = delivery.event_id "
            "WHERE delivery.state = 'queued' ORDER BY event.id"
        )
        return tuple((_decode_event(body), channel) for body, channel in rows)

    def deliveries(self, event_id: int) -> dict[str, str]:
        """Return the state of each channel's delivery of one event."""
        return dict(
            self._database.execute("SELECT channel, state FROM delivery WHERE event_id = ?", (event_id,)).fetchall()
        )

    def alarms(self) -> tuple[AlarmRecord, ...]:
        """Return the stored alarms."""
        return tuple(_decode_alarm(body) for (body,) in self._database.execute("SELECT body FROM alarm ORDER BY key"))

    def last_tick_ms(self) -> int | None:
        """Return the time of the last stored tick."""
        row = self._database.execute("SELECT value FROM fact WHERE name = 'last_tick_ms'").fetchone()
        return None if row is None else int(row[0])

    def next_event_id(self) -> int:
        """Return the first free event id."""
        return int(self._database.execute("SELECT COALESCE(MAX(id), 0) + 1 FROM event").fetchone()[0])

    def events(self, limit: int = 200) -> tuple[AlertEvent, ...]:
        """Return the newest events, oldest first."""
        rows = self._database.execute("SELECT body FROM event ORDER BY id DESC LIMIT ?", (limit,)).fetchall()
        return tuple(_decode_event(body) for (body,) in reversed(rows))

    def inputs(self, since_ms: int = 0) -> tuple[tuple[int, bytes], ...]:
        """Return the recorded snapshot files since a time, oldest first."""
        rows = self._database.execute("SELECT at_ms, body FROM input WHERE at_ms >= ? ORDER BY rowid", (since_ms,))
        return tuple((at_ms, zlib.decompress(body)) for at_ms, body in rows)

    def prune(self, now_ms: int) -> None:
        """Forget inputs older than a day; events are kept."""
        try:
            with self._database:
                self._database.execute("DELETE FROM input WHERE at_ms < ?", (now_ms - KEEP_INPUTS_MS,))
        except sqlite3.Error as error:
            raise HistoryError(f"The database cannot be written ({error}).") from None

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _put_fact(self, name: str, value: int) -> None:
        self._database.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))


def _connect(path: Path) -> sqlite3.Connection:
    path.touch(mode=0o600, exist_ok=True)
    database = sqlite3.connect(path, timeout=5.0, check_same_thread=False)
    try:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        if database.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("quick_check failed")
        database.executescript(_SCHEMA)
        version = database.execute("SELECT value FROM fact WHERE name = 'schema'").fetchone()
        if version is not None and version[0] > SCHEMA_VERSION:
            raise HistoryError(f"The database {path.name} was written by a newer version of Marginwatch.")
        with database:
            database.execute("INSERT OR REPLACE INTO fact VALUES ('schema', ?)", (SCHEMA_VERSION,))
        for row in database.execute("SELECT body FROM alarm"):
            _decode_alarm(row[0])  # a record we cannot read is damage too
    except msgspec.DecodeError as error:
        database.close()
        raise sqlite3.DatabaseError(str(error)) from None
    except BaseException:
        database.close()
        raise
    return database


def _set_aside_all(path: Path) -> Path:
    """Move the database and its journals aside; return the new path of the main file."""
    kept = set_aside(path)
    for suffix in ("-wal", "-shm"):
        journal = path.with_name(path.name + suffix)
        if journal.exists():
            journal.rename(kept.with_name(kept.name + suffix))
    return kept
