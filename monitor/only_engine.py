"""One engine on one data folder: a lock keeps a second one away from its database."""

from __future__ import annotations

import contextlib
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

from monitor.errors import AlreadyRunningError
from monitor.language import tr
from monitor.messages import EngineOptions

TAKE_OVER_S = 4.0


@contextlib.contextmanager
def only_engine(data_dir: Path, options: EngineOptions) -> Iterator[None]:
    """Hold the data folder's lock while the engine runs.

    Raises:
        AlreadyRunningError: somebody else guards it, and may not be replaced.
    """
    from filelock import FileLock, Timeout  # brings asyncio with it

    lock, note = FileLock(data_dir / "engine.lock"), data_dir / "engine.json"
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock.acquire(timeout=0)
    except Timeout:
        _end_orphan(note, options)
        try:
            lock.acquire(timeout=TAKE_OVER_S)
        except Timeout:
            raise AlreadyRunningError(tr("Another engine guards this data folder and does not end.")) from None
    except OSError:  # read-only or full: better to guard without a lock than not at all; the engine says so
        yield
        return
    try:
        if options.fresh:
            for leftover in data_dir.glob("history.sqlite3*"):
                leftover.unlink()
        with contextlib.suppress(OSError):
            note.write_text(json.dumps({"pid": os.getpid(), "kind": options.kind}))
        yield
    finally:
        lock.release()


def _end_orphan(note: Path, options: EngineOptions) -> None:
    """End the engine that holds the lock, if a window left it behind."""
    try:
        holder = json.loads(note.read_text())
        pid, kind = int(holder["pid"]), str(holder["kind"])
    except (OSError, ValueError, KeyError):
        pid, kind = 0, "unknown"
    if not options.takes_over or kind != "window" or pid <= 0:
        raise AlreadyRunningError(
            tr("`marginwatch watch` (process {pid}) already guards these accounts.", pid=pid)
            if kind == "terminal"
            else tr("Another engine (process {pid}) already guards these accounts.", pid=pid)
        )
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
