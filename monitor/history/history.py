"""Append what was read and said, read it back. One writer: the engine.

Inputs, events, alarm states and deliveries of one tick go in as one transaction, before anything is told.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from monitor.errors import HistoryError
from monitor.history import database
from monitor.history.past import EVERY_MS, HOUR_MS, KEEP_HOURS_MS, KEEP_MS, Past, PastAccount, pack, unpack
from monitor.history.series import worse
from monitor.journal import Chase, Delivery
from monitor.messages import AlertEvent, AskJournal, EndedPosition, JournalLine, JournalPage
from monitor.model import InsuranceFund
from monitor.tick.state import AlarmRecord

DAY_MS = 24 * 3_600_000
KEEP_INPUTS_MS = DAY_MS
KEEP_FUNDS_DAYS = 30
MOST_SEARCHED = 20_000  # lines of the journal looked at for one page
MOST_LINES, MOST_EVENTS, MOST_ENDED = 100_000, 5_000, 2_000  # returned at once
LAST_EVENTS = 200  # shown after a start

_encode = msgspec.msgpack.Encoder().encode
_decode_event = msgspec.msgpack.Decoder(AlertEvent).decode
_decode_alarm = msgspec.msgpack.Decoder(AlarmRecord).decode
_decode_ended = msgspec.msgpack.Decoder(EndedPosition).decode
_decode_hour = msgspec.msgpack.Decoder(PastAccount).decode
_decode_chase = msgspec.msgpack.Decoder(Chase).decode
_COLUMNS = Delivery.__struct_fields__
_SELECT = ", ".join(f"outbox.{name}" for name in _COLUMNS)
_INSERT = f"INTO outbox ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"


_QUEUE = (
    f"INSERT {_INSERT} ON CONFLICT DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[6:])
    + " WHERE excluded.state != 'queued'"
)


class History:
    """One open database. Not shared between threads."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self._file = database.WatchedFile(path)

    @classmethod
    def read_only(cls, path: Path) -> History:
        """Open an existing database to read it while an engine may be writing.

        Raises:
            HistoryError: there is none, or it cannot be read.
        """
        return cls(database.connect_to_read(path), path)

    @classmethod
    def open(cls, path: Path) -> tuple[History, str]:
        """Open or create the database; return it and a note for the user ("" when all is well).

        Raises:
            HistoryError: the folder or file cannot be written at all.
        """
        connection, note = database.connect_or_begin_anew(path)
        return cls(connection, path), note

    def append(
        self,
        now_ms: int,
        *,
        inputs: bytes | None,
        events: tuple[AlertEvent, ...],
        alarms: dict[str, AlarmRecord | None],
        deliveries: tuple[Delivery, ...] = (),
        chases: dict[str, Chase | None] | None = None,
    ) -> None:
        """Store one tick in one transaction.

        Args:
            inputs: the snapshot file of what was read, None where nothing new came.
            alarms: changed alarms by key; None where the alarm has ended.
            deliveries: where the events have to go; one that is queued already is not queued again.
            chases: changed ones by alarm key; None where the alarm has ended.

        Raises:
            HistoryError: nothing was stored.
        """
        digest = "" if inputs is None else hashlib.sha256(inputs).hexdigest()[:16]
        if reason := self._file.what_happened():
            raise HistoryError(database.lost(self.path.name, reason))
        with database.transaction(self._connection):
            self._put_fact("last_tick_ms", now_ms)
            if inputs is not None:
                self._connection.execute("INSERT INTO input VALUES (?, ?)", (now_ms, zlib.compress(inputs, 1)))
            self._connection.executemany(
                "INSERT OR REPLACE INTO event VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(one.id, one.at_ms, one.level, one.key, one.reason, _encode(one), digest) for one in events],
            )
            self._connection.executemany(_QUEUE, [_row(one) for one in deliveries])
            self._put_bodies("alarm", alarms)
            self._put_bodies("chase", chases or {})

    def note(self, deliveries: Iterable[Delivery]) -> None:
        """Store how deliveries stand now.

        Raises:
            HistoryError: nothing was stored.
        """
        with database.transaction(self._connection):
            self._connection.executemany(f"INSERT OR REPLACE {_INSERT}", [_row(one) for one in deliveries])

    def undelivered(self) -> tuple[tuple[AlertEvent, Delivery], ...]:
        """Return what was queued when the last engine ended, in the order of the events."""
        rows = self._connection.execute(
            f"SELECT event.body, {_SELECT} FROM outbox JOIN event ON event.id = outbox.event_id "
            "WHERE outbox.state = 'queued' ORDER BY event.id"
        )
        return tuple((_decode_event(body), _delivery(row)) for body, *row in rows)

    def unconfirmed(self, since_ms: int) -> tuple[Delivery, ...]:
        """Return what was delivered with a receipt since a time, and not acknowledged at the service yet."""
        rows = self._connection.execute(
            f"SELECT {_SELECT} FROM outbox "
            "WHERE state = 'delivered' AND receipt != '' AND confirmed_ms IS NULL AND queued_ms >= ?",
            (since_ms,),
        )
        return tuple(_delivery(row) for row in rows)

    def deliveries(self, event_id: int) -> tuple[Delivery, ...]:
        """Return how one event went through each channel."""
        query = f"SELECT {_SELECT} FROM outbox WHERE event_id = ? ORDER BY channel"
        return tuple(_delivery(row) for row in self._connection.execute(query, (event_id,)))

    def journal(self, since_ms: int = 0) -> tuple[JournalLine, ...]:
        """Return the newest events since a time with their deliveries, oldest first."""
        rows = self._connection.execute(
            "SELECT id, body, inputs_hash FROM event WHERE at_ms >= ? ORDER BY id DESC LIMIT ?", (since_ms, MOST_LINES)
        ).fetchall()
        if not rows:
            return ()
        told: dict[int, list[Delivery]] = {}
        for row in self._connection.execute(
            f"SELECT {_SELECT} FROM outbox WHERE event_id >= ? ORDER BY channel", (rows[-1][0],)
        ):
            delivery = _delivery(row)
            told.setdefault(delivery.event_id, []).append(delivery)
        return tuple(
            JournalLine(event=_decode_event(body), inputs_hash=digest, deliveries=tuple(told.get(event_id, ())))
            for event_id, body, digest in reversed(rows)
        )

    def page(self, wanted: AskJournal) -> JournalPage:
        """Return the newest lines that fit, newest first; a long search ends early and says where to go on."""
        rows = self._connection.execute(
            "SELECT id, body, inputs_hash FROM event WHERE at_ms >= ? AND id < ? AND level >= ? "
            "ORDER BY id DESC LIMIT ?",
            (wanted.since_ms, wanted.before_id or 1 << 62, wanted.least_level, MOST_SEARCHED + 1),
        )
        found: list[JournalLine] = []
        last, searched = 0, 0
        for event_id, body, digest in rows:
            if len(found) == wanted.limit or searched == MOST_SEARCHED:
                return JournalPage(request_id=wanted.request_id, lines=self._with_deliveries(found), next_id=last)
            event, last, searched = _decode_event(body), event_id, searched + 1
            fits = not wanted.account_id or event.account_id == wanted.account_id
            if fits and (not wanted.kinds or event.kind in wanted.kinds):
                found.append(JournalLine(event=event, inputs_hash=digest))
        return JournalPage(request_id=wanted.request_id, lines=self._with_deliveries(found), next_id=None)

    def _with_deliveries(self, lines: list[JournalLine]) -> tuple[JournalLine, ...]:
        return tuple(msgspec.structs.replace(line, deliveries=self.deliveries(line.event.id)) for line in lines)

    def span(self, since_ms: int) -> tuple[AlertEvent, ...]:
        """Return the events since a time, oldest first."""
        rows = self._connection.execute("SELECT body FROM event WHERE at_ms >= ? ORDER BY id", (since_ms,))
        return tuple(_decode_event(body) for (body,) in rows)

    def chases(self) -> tuple[Chase, ...]:
        """Return how far the stored alarms have been carried."""
        return tuple(_decode_chase(body) for (body,) in self._connection.execute("SELECT body FROM chase ORDER BY key"))

    def alarms(self) -> tuple[AlarmRecord, ...]:
        """Return the stored alarms."""
        return tuple(_decode_alarm(body) for (body,) in self._connection.execute("SELECT body FROM alarm ORDER BY key"))

    def last_tick_ms(self) -> int | None:
        """Return the time of the last stored tick."""
        return self.fact("last_tick_ms")

    def fact(self, name: str) -> int | None:
        """Return a stored number, None where there is none."""
        row = self._connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return None if row is None else int(row[0])

    def put_fact(self, name: str, value: int) -> None:
        """Store a number under a name.

        Raises:
            HistoryError: it was not stored.
        """
        with database.transaction(self._connection):
            self._put_fact(name, value)

    def next_event_id(self) -> int:
        """Return the first free event id."""
        return int(self._connection.execute("SELECT COALESCE(MAX(id), 0) + 1 FROM event").fetchone()[0])

    def events(self) -> tuple[AlertEvent, ...]:
        """Return the newest events, oldest first."""
        rows = self._connection.execute("SELECT body FROM event ORDER BY id DESC LIMIT ?", (LAST_EVENTS,)).fetchall()
        return tuple(_decode_event(body) for (body,) in reversed(rows))

    def inputs(self, since_ms: int = 0) -> tuple[tuple[int, bytes], ...]:
        """Return the recorded snapshot files since a time, oldest first."""
        rows = self._connection.execute("SELECT at_ms, body FROM input WHERE at_ms >= ? ORDER BY rowid", (since_ms,))
        return tuple((at_ms, zlib.decompress(body)) for at_ms, body in rows)

    def newest_inputs(self) -> tuple[int, bytes] | None:
        """Return the newest recorded snapshot file and when it was recorded."""
        row = self._connection.execute("SELECT at_ms, body FROM input ORDER BY rowid DESC LIMIT 1").fetchone()
        return None if row is None else (row[0], zlib.decompress(row[1]))

    def remember(self, past: Past) -> None:
        """Keep the measures of one instant, and in its hour the worst of each account.

        Raises:
            HistoryError: it was not stored.
        """
        with database.transaction(self._connection):
            self._connection.execute("INSERT OR REPLACE INTO past VALUES (?, ?)", (past.at_ms, pack(past)))
            for account in past.accounts:
                self._keep_hour(past.at_ms // HOUR_MS * HOUR_MS, account)

    def past(self, since_ms: int = 0, one_of: int = 1) -> Iterator[Past]:
        """Return what was kept since a time, oldest first.

        Args:
            one_of: so many instants one is returned, about evenly spread.
        """
        rows = self._connection.execute(
            "SELECT body FROM past WHERE at_ms >= ? AND at_ms / ? % ? = 0 ORDER BY at_ms", (since_ms, EVERY_MS, one_of)
        ).fetchall()
        return (unpack(body) for (body,) in rows)

    def hours(self, since_ms: int) -> tuple[tuple[int, PastAccount], ...]:
        """Return the worst of each account and hour since a time, oldest first."""
        rows = self._connection.execute("SELECT at_ms, body FROM hour WHERE at_ms >= ? ORDER BY at_ms", (since_ms,))
        return tuple((at_ms, _decode_hour(body)) for at_ms, body in rows)

    def remember_ended(self, ended: Iterable[EndedPosition]) -> None:
        """Keep how positions ended.

        Raises:
            HistoryError: it was not stored.
        """
        with database.transaction(self._connection):
            rows = [(one.at_ms, _encode(one)) for one in ended]
            self._connection.executemany("INSERT INTO ended VALUES (?, ?)", rows)

    def ended(self, since_ms: int) -> tuple[EndedPosition, ...]:
        """Return the positions that ended since a time, newest first."""
        rows = self._connection.execute(
            "SELECT body FROM ended WHERE at_ms >= ? ORDER BY at_ms DESC LIMIT ?", (since_ms, MOST_ENDED)
        )
        return tuple(_decode_ended(body) for (body,) in rows)

    def remember_funds(self, venue: str, funds: Iterable[InsuranceFund]) -> None:
        """Keep what a venue's insurance fund holds, the first figure of each day.

        Raises:
            HistoryError: it was not stored.
        """
        rows = [(venue, one.currency, one.at_ms // DAY_MS, one.at_ms, one.balance) for one in funds]
        with database.transaction(self._connection):
            self._connection.executemany("INSERT OR IGNORE INTO fund VALUES (?, ?, ?, ?, ?)", rows)

    def funds(self, venue: str) -> dict[str, tuple[tuple[int, float], ...]]:
        """Return (ms, balance) of a venue's fund by currency, one a day, oldest first."""
        found: dict[str, tuple[tuple[int, float], ...]] = {}
        rows = self._connection.execute(
            "SELECT currency, at_ms, balance FROM fund WHERE venue = ? ORDER BY day", (venue,)
        )
        for currency, at_ms, balance in rows:
            found[currency] = (*found.get(currency, ()), (at_ms, balance))
        return found

    def events_since(self, since_ms: int) -> tuple[AlertEvent, ...]:
        """Return the newest events since a time, oldest first."""
        rows = self._connection.execute(
            "SELECT body FROM event WHERE at_ms >= ? ORDER BY id DESC LIMIT ?", (since_ms, MOST_EVENTS)
        ).fetchall()
        return tuple(_decode_event(body) for (body,) in reversed(rows))

    def prune(self, now_ms: int) -> None:
        """Forget inputs older than a day, measures older than a week, funds older than 30 and hours older than 90."""
        with database.transaction(self._connection):
            self._connection.execute("DELETE FROM input WHERE at_ms < ?", (now_ms - KEEP_INPUTS_MS,))
            self._connection.execute("DELETE FROM past WHERE at_ms < ?", (now_ms - KEEP_MS,))
            self._connection.execute("DELETE FROM hour WHERE at_ms < ?", (now_ms - KEEP_HOURS_MS,))
            self._connection.execute("DELETE FROM fund WHERE day < ?", (now_ms // DAY_MS - KEEP_FUNDS_DAYS,))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
        self._file.close()

    def _keep_hour(self, at_ms: int, account: PastAccount) -> None:
        key = (at_ms, account.account_id)
        row = self._connection.execute("SELECT body FROM hour WHERE at_ms = ? AND account = ?", key).fetchone()
        kept = worse(None if row is None else _decode_hour(row[0]), account)
        self._connection.execute("INSERT OR REPLACE INTO hour VALUES (?, ?, ?)", (*key, _encode(kept)))

    def _put_fact(self, name: str, value: int) -> None:
        self._connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def _put_bodies(self, table: str, bodies: Mapping[str, msgspec.Struct | None]) -> None:
        """Store changed rows of a table of (key, body), and remove those that are None."""
        self._connection.executemany(
            f"DELETE FROM {table} WHERE key = ?", [(key,) for key, body in bodies.items() if body is None]
        )
        self._connection.executemany(
            f"INSERT OR REPLACE INTO {table} VALUES (?, ?)",
            [(key, _encode(body)) for key, body in bodies.items() if body is not None],
        )


def _row(delivery: Delivery) -> tuple[object, ...]:
    return msgspec.structs.astuple(delivery)


def _delivery(row: Sequence[Any]) -> Delivery:
    return Delivery(**dict(zip(_COLUMNS, row, strict=True)))
