"""Start-up times for the benchmark: with MARGINWATCH_TRACE=1 the window prints `first-paint <ms>` and others.

Milliseconds since the process began, by the kernel's own record (10 ms coarse); Linux only.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_told: set[str] = set()


def mark(what: str) -> None:
    """Print once how old the process is, when asked to by MARGINWATCH_TRACE."""
    if os.environ.get("MARGINWATCH_TRACE") != "1" or what in _told:
        return
    _told.add(what)
    age_ms = process_age_ms()
    if age_ms is not None:
        sys.stdout.write(f"{what} {age_ms:.0f}\n")
        sys.stdout.flush()


def process_age_ms() -> float | None:
    """Return the age of this process [ms]; None where the system does not tell."""
    if sys.platform != "linux":
        return None
    fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    began_s = int(fields[19]) / os.sysconf("SC_CLK_TCK")  # field 22 of proc(5), counted from 1
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - began_s) * 1000
