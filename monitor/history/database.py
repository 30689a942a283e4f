"""The database file: SQLite with WAL and synchronous=FULL. Opened, checked, upgraded; watched while it is open.

A damaged file is set aside beside itself, never overwritten, and monitoring goes on with a new one.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from monitor.errors import HistoryError
from monitor.journal import Delivery
from monitor.language import tr
from monitor.settings_file import set_aside
from monitor.tick.state import AlarmRecord

SCHEMA_VERSION = 2
BUSY_S = 5.0  # how long somebody else's lock is waited for
_HEADER = b"SQLite format 3\x00"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS input (at_ms INTEGER NOT NULL, body BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS input_at ON input (at_ms);
CREATE TABLE IF NOT EXISTS past (at_ms INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS hour (at_ms INTEGER, account TEXT, body BLOB NOT NULL, PRIMARY KEY (at_ms, account));
CREATE TABLE IF NOT EXISTS ended (at_ms INTEGER NOT NULL, body BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS ended_at ON ended (at_ms);
CREATE TABLE IF NOT EXISTS fund (
    venue TEXT, currency TEXT, day INTEGER, at_ms INTEGER NOT NULL, balance REAL NOT NULL,
    PRIMARY KEY (venue, currency, day)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS event (
    id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, level INTEGER NOT NULL, key TEXT NOT NULL,
    reason TEXT NOT NULL, body BLOB NOT NULL, inputs_hash TEXT NOT NULL DEFAULT '');
CREATE INDEX IF NOT EXISTS event_at ON event (at_ms);
CREATE TABLE IF NOT EXISTS alarm (key TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS chase (key TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS outbox (
    key TEXT NOT NULL, episode_ms INTEGER NOT NULL, level INTEGER NOT NULL, step INTEGER NOT NULL,
    channel TEXT NOT NULL, event_id INTEGER NOT NULL, queued_ms INTEGER NOT NULL, state TEXT NOT NULL,
    at_ms INTEGER NOT NULL, attempts INTEGER NOT NULL, detail TEXT NOT NULL, receipt TEXT NOT NULL,
    confirmed_ms INTEGER, PRIMARY KEY (key, episode_ms, level, step, channel)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS outbox_event ON outbox (event_id);
CREATE INDEX IF NOT EXISTS outbox_waiting ON outbox (event_id) WHERE state = 'queued';
"""

_NO_DAMAGE = frozenset(  # what SQLite refuses whatever the file holds
    (
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    )
)

T = TypeVar("T")

_decode_alarm = msgspec.msgpack.Decoder(AlarmRecord).decode


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open an existing database to read it while an engine may be writing.

    Raises:
        HistoryError: there is none, or it cannot be read.
    """
    if not path.exists():
        raise HistoryError(tr("There is no journal yet ({path}); it begins when Marginwatch first guards.", path=path))
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=5.0)
        version = connection.execute("SELECT value FROM fact WHERE name = 'schema'").fetchone()
    except sqlite3.Error as error:
        raise HistoryError(tr("The database {name} cannot be read ({error}).", name=path.name, error=error)) from None
    if version is None or version[0] != SCHEMA_VERSION:
        connection.close()
        raise HistoryError(tr("{name} is of another version of Marginwatch; start the program once.", name=path.name))
    return connection


def connect_or_begin_anew(path: Path) -> tuple[sqlite3.Connection, str]:
    """Open or create a database; return it and a note for the user ("" when all is well).

    Raises:
        HistoryError: the folder or file cannot be written at all.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _connect(path), ""
    except OSError as error:
        raise HistoryError(
            tr("The database {name} cannot be opened ({error}).", name=path.name, error=error.strerror)
        ) from None
    except sqlite3.Error as error:
        if not _is_damage(error):
            raise HistoryError(
                tr("The database {name} cannot be opened ({error}).", name=path.name, error=error)
            ) from None
    kept = attempt(lambda: _set_aside_all(path))
    note = tr("The database was damaged and set aside as {name}; a new one was started.", name=kept.name)
    return attempt(lambda: _connect(path)), note


def attempt(work: Callable[[], T]) -> T:
    """Do something with a database and return its result.

    Raises:
        HistoryError: whatever broke: the file, the disk, or what was stored is not what was expected.
    """
    try:
        return work()
    except (sqlite3.Error, OSError, zlib.error, msgspec.DecodeError) as error:
        raise HistoryError(tr("The database cannot be used ({error}).", error=error)) from None


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written within is stored, or nothing of it.

    Raises:
        HistoryError: nothing was stored.
    """
    try:
        with connection:
            yield
    except sqlite3.Error as error:
        raise HistoryError(tr("The database cannot be written ({error}).", error=error)) from None


def _connect(path: Path) -> sqlite3.Connection:
    path.touch(mode=0o600, exist_ok=True)
    database = sqlite3.connect(path, timeout=BUSY_S, check_same_thread=False)
    try:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        if database.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("quick_check failed")
        database.executescript(_SCHEMA)
        version = database.execute("SELECT value FROM fact WHERE name = 'schema'").fetchone()
        if version is not None and version[0] > SCHEMA_VERSION:
            raise HistoryError(tr("The database {name} was written by a newer version of Marginwatch.", name=path.name))
        with database:
            if version is not None and version[0] < 2:
                _upgrade_to_2(database)
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


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is wrong: a full disk or somebody else's lock is not its fault."""
    code = getattr(error, "sqlite_errorcode", None)  # None: we found it
    return code is None or code & 0xFF not in _NO_DAMAGE


class WatchedFile:
    """Notices that the file was taken away or overwritten: SQLite itself would go on writing beside it for hours.

    The descriptor stays open as long as the database: closing it would drop SQLite's locks of this process.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._number = os.fstat(self._descriptor).st_ino

    def what_happened(self) -> str:
        """Return "removed", "overwritten" or ""."""
        try:
            if self._path.stat().st_ino != self._number:
                return "removed"
        except OSError:
            return "removed"
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        return "" if os.read(self._descriptor, len(_HEADER)) == _HEADER else "overwritten"

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)


def _upgrade_to_2(database: sqlite3.Connection) -> None:
    """From events with one desktop delivery each to the outbox; what was queued is told again by its alarm."""
    columns = {row[1] for row in database.execute("PRAGMA table_info(event)")}
    if "inputs_hash" not in columns:
        database.execute("ALTER TABLE event ADD COLUMN inputs_hash TEXT NOT NULL DEFAULT ''")
    database.execute(
        f"INSERT OR IGNORE INTO outbox ({', '.join(Delivery.__struct_fields__)}) "
        "SELECT event.key, event.at_ms, event.level, event.id, channel, event_id, delivery.at_ms, "
        "CASE state WHEN 'sent' THEN 'delivered' ELSE 'failed' END, delivery.at_ms, 1, detail, '', NULL "
        "FROM delivery JOIN event ON event.id = delivery.event_id"
    )
    database.execute("DROP TABLE delivery")


def _set_aside_all(path: Path) -> Path:
    """Move the database and its journals aside; return the new path of the main file."""
    kept = set_aside(path)
    for suffix in ("-wal", "-shm"):
        journal = path.with_name(path.name + suffix)
        if journal.exists():
            journal.rename(kept.with_name(kept.name + suffix))
    return kept


def lost(name: str, how: str) -> str:
    """Return the sentence for a file that was removed or overwritten."""
    if how == "removed":
        return tr("The database {name} was removed while it was in use.", name=name)
    return tr("The database {name} was overwritten while it was in use.", name=name)
