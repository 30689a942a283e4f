"""Promises 17 and 18 in namespaces of their own: a route that vanishes, a name server that never answers."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

INSIDE = ("unshare", "--map-root-user", "--net", "--mount")
NEEDED = "ip link set lo up && ip rule add pref 10 ipproto tcp dport 1 blackhole && mount --bind /etc/hosts /etc/hosts"


@pytest.fixture(scope="module", autouse=True)
def namespaces() -> None:
    """Skip where this machine lets nobody make them."""
    if sys.platform != "linux" or shutil.which("unshare") is None or shutil.which("ip") is None:
        pytest.skip("network namespaces need Linux, unshare and ip")
    tried = subprocess.run([*INSIDE, "sh", "-c", NEEDED], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"no network namespace can be made here: {tried.stderr.strip()[:200]}")


def seen(what: str, folder: Path) -> dict[str, Any]:
    command = [*INSIDE, sys.executable, "-m", "tests.network_faults", what, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=110, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("what", ["route", "names"])
def test_one_account_is_stale_while_the_others_are_live_and_recovers_by_itself(what: str, tmp_path: Path) -> None:
    found = seen(what, tmp_path)
    assert "Main" in found["stale"]
    assert found["cleared"] == []
