"""One venue is loaded, not a hundred; and nothing is lost when ccxt is laid out differently."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _run(program: str, **environment: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, env=environment, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def test_one_venue_loads_few_of_ccxts_modules() -> None:
    program = (
        "import sys; from monitor.venues import lite; kind = lite.load('binanceusdm')\n"
        "print(kind().id, len([name for name in sys.modules if name.startswith('ccxt.')]) < 40)"
    )
    assert _run(program) == "binanceusdm True"


def test_a_different_layout_falls_back_to_the_ordinary_import() -> None:
    program = (
        "from monitor.venues import lite\n"
        "def broken(): raise ImportError\n"
        "lite._install = broken\n"
        "import sys; kind = lite.load('binanceusdm'); print(kind().id, 'ccxt.pro.okx' in sys.modules)"
    )
    assert _run(program) == "binanceusdm True"


def test_an_unknown_venue_is_an_import_error() -> None:
    program = (
        "from monitor.venues import lite\ntry: lite.load('nosuchvenue')\nexcept ImportError as error: print(error)"
    )
    assert _run(program) == "ccxt has no venue nosuchvenue"


def test_nobody_is_handed_the_keys_of_our_connections(tmp_path: Path) -> None:
    program = "from monitor.venues.client import tls_context; print(tls_context().keylog_filename)"
    assert _run(program, SSLKEYLOGFILE=str(tmp_path / "keys")) == "None"
    assert not (tmp_path / "keys").exists()


def test_collecting_garbage_goes_on_afterwards() -> None:
    program = "import gc; from monitor.venues import lite; lite.load('binanceusdm'); print(gc.isenabled())"
    assert _run(program) == "True"


def test_reading_settings_and_messages_does_not_load_ccxt() -> None:
    program = "import sys, monitor.venues.fetch, monitor.venues.account_check; print('ccxt' in sys.modules)"
    assert _run(program) == "False"
