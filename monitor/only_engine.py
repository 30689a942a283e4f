"""One engine on one data folder: a lock keeps a second one away from its database.

A note beside the lock says who holds it, and its time of change is the holder's pulse: an engine touches it at every
tick (`Present.beat`). One that does not tick and does not end when asked is ended by force, where it is proven ours.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitor.errors import AlreadyRunningError
from monitor.language import tr
from monitor.messages import EngineOptions
from monitor.paths import ENGINE_NOTE

if TYPE_CHECKING:
    from filelock import BaseFileLock

AT_ONCE_S = 1.0  # one that ends so soon after it was asked is not spoken of
QUIET_S = 3.5  # without a pulse after it was asked to end: it hangs; a tick waits two seconds for a slow database
ENDS_WITHIN_S = 12.0  # one that ticks, after it was asked to end
HUNG_S = 8.0  # without a pulse: one that nobody has asked to end hangs
STARTS_WITHIN_S = 60.0  # no pulse yet proves nothing
KILLED_WITHIN_S = 3.0


@contextlib.contextmanager
def only_engine(
    data_dir: Path, options: EngineOptions, tell: Callable[[str], None] = lambda sentence: None
) -> Iterator[None]:
    """Hold the data folder's lock while the engine runs.

    Args:
        tell: is given a sentence for the user while another engine is waited for.

    Raises:
        AlreadyRunningError: somebody else guards it, and may not be replaced.
    """
    from filelock import FileLock, Timeout  # brings asyncio with it

    lock, note = FileLock(data_dir / "engine.lock"), data_dir / ENGINE_NOTE
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock.acquire(timeout=0)
    except Timeout:
        _replace_other(lock, note, options, tell)
    except OSError:  # read-only or full: better to guard without a lock than not at all; the engine says so
        yield
        return
    try:
        if options.fresh:
            for leftover in data_dir.glob("history.sqlite3*"):
                leftover.unlink()
        with contextlib.suppress(OSError):
            pid = os.getpid()
            holder = {"pid": pid, "kind": options.kind, "started": _start_of(pid), "since": time.time()}
            note.write_text(json.dumps(holder))
        yield
    finally:
        lock.release()


def _replace_other(lock: BaseFileLock, note: Path, options: EngineOptions, tell: Callable[[str], None]) -> None:
    """Take the lock from the engine that holds it, if a window left it behind or if it hangs.

    Raises:
        AlreadyRunningError: it guards, or may not be ended by us.
    """
    holder = _holder_of(note)
    pid = holder.get("pid", 0)
    may_end = options.takes_over and pid > 0 and holder.get("kind") == "window"
    has_begun = time.time() - float(holder.get("since", time.time())) > STARTS_WITHIN_S
    if not may_end and not (has_begun and _has_no_pulse(lock, note, HUNG_S)) and not lock.is_locked:
        raise AlreadyRunningError(
            tr("`marginwatch watch` (process {pid}) already guards these accounts.", pid=pid)
            if holder.get("kind") == "terminal"
            else tr("Another engine (process {pid}) already guards these accounts.", pid=pid)
        )
    if lock.is_locked:
        return
    _end(pid, holder, lock, note, tell)
    if not _is_free(lock, KILLED_WITHIN_S):
        raise AlreadyRunningError(
            tr("Another engine (process {pid}) guards this data folder and does not end.", pid=pid)
        )


def _end(pid: int, holder: dict[str, Any], lock: BaseFileLock, note: Path, tell: Callable[[str], None]) -> None:
    """Ask the holder to end; one that has no pulse any more, and is an engine of ours, is ended by force."""
    started = holder.get("started")  # None: an engine of an older version
    if started is not None and started != _start_of(pid):
        return  # the number belongs to somebody else by now
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    if _is_free(lock, AT_ONCE_S):
        return
    tell(tr("Another engine (process {pid}) is asked to end; guarding begins then.", pid=pid))
    until = time.monotonic() + ENDS_WITHIN_S
    while not lock.is_locked and time.monotonic() < until:
        if not _has_no_pulse(lock, note, QUIET_S):
            continue
        if started is not None and started == _start_of(pid):
            tell(tr("Process {pid}, an engine that hangs, is ended by force; guarding goes on here.", pid=pid))
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return


def _has_no_pulse(lock: BaseFileLock, note: Path, quiet_s: float) -> bool:
    """Whether the holder has no pulse for so long; False at the first one, and when it lets go: the lock is ours."""
    before, until = _pulse_of(note), time.monotonic() + quiet_s
    while time.monotonic() < until:
        if _is_free(lock, 0.1) or _pulse_of(note) != before:
            return False
    return True


def _is_free(lock: BaseFileLock, within_s: float) -> bool:
    """Take the lock, unless somebody holds it all that time."""
    from filelock import Timeout

    if not lock.is_locked:
        with contextlib.suppress(Timeout):
            lock.acquire(timeout=within_s)
    return lock.is_locked


def _holder_of(note: Path) -> dict[str, Any]:
    try:
        found = json.loads(note.read_text())
        return {**found, "pid": int(found["pid"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _pulse_of(note: Path) -> int | None:
    """When the holder's note was last touched [ns]; None: there is none."""
    try:
        return note.stat().st_mtime_ns
    except OSError:
        return None


def _start_of(pid: int) -> str | None:
    """When a process began, by which its number is told from the same number given again; None: not known."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return fields[19]
    except (OSError, IndexError):
        pass
    if sys.platform in ("linux", "win32"):
        return None
    told = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return told.stdout.strip() or None
