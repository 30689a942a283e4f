"""How the set-up tells what it does: one line a step, a tool's own words only when it fails."""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence


class SetupError(Exception):
    """The set-up cannot go on; the text is one sentence for the user, then what a tool said, if anything."""


@contextlib.contextmanager
def step(name: str) -> Iterator[list[str]]:
    """Print one line for a step: its name at once, then its seconds and what is added to the yielded list."""
    print(f"{name} …", end="", flush=True)
    begun = time.monotonic()
    told: list[str] = []
    try:
        yield told
    except BaseException:
        print(" failed", flush=True)
        raise
    print(f" {time.monotonic() - begun:.1f} s{''.join(': ' + text for text in told)}", flush=True)


def run(words: Sequence[str], environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a tool without a keyboard; its output and its errors are both in `stdout`."""
    return subprocess.run(
        words,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )


def last_lines(output: str, count: int) -> str:
    """Return the end of what a tool said."""
    return "\n".join(output.strip().splitlines()[-count:])
