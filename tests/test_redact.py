"""What must never be read in a log, in any of the spellings that libraries give it."""

from __future__ import annotations

import base64
import io
import json
import logging
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote_plus

import pytest

from monitor.redact import MASK, RedactingFormatter, protect, redact

SECRET = 'canary/secret+"with" odd=characters&9f'
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def known() -> None:
    protect(SECRET)


@pytest.mark.parametrize(
    "spelled",
    [
        SECRET,
        quote_plus(SECRET),
        json.dumps(SECRET),
        repr(SECRET),
        SECRET.encode().hex(),
        base64.b64encode(SECRET.encode()).decode(),
        base64.b64encode(b"key:" + SECRET.encode() + b":more").decode(),
    ],
)
def test_a_known_secret_is_masked_in_every_spelling(spelled: str) -> None:
    assert spelled.strip("\"'") not in redact(f"sent {spelled} to the venue")


@pytest.mark.parametrize(
    "line",
    [
        "GET https://fapi.binance.com/fapi/v3/account?timestamp=1&signature=0123456789abcdef",
        "headers: {'X-MBX-APIKEY': 'vmPUZE6mv9SD5VNHk4'}",
        "OK-ACCESS-PASSPHRASE: hunter2hunter2",
        'body: {"listenKey":"pqia91ma19a5s61cv6a81va65sdf19v8a65a1"}',
        "Authorization: Bearer abcdef0123456789",
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\n-----END PRIVATE KEY-----",
    ],
)
def test_what_looks_like_a_secret_is_masked_unseen(line: str) -> None:
    assert MASK in redact(line)
    assert not any(word in redact(line) for word in ("0123456789", "vmPUZE6", "hunter2", "pqia91", "MC4CAQ"))


def test_ordinary_sentences_stay_as_they_are() -> None:
    sentence = "Main: positionRisk was not answered in time; the key, its rights or this address (code -2015)."
    assert redact(sentence) == sentence


def test_tracebacks_and_arguments_are_redacted_too() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(RedactingFormatter("%(message)s"))
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "asked with %s", (SECRET,), (ValueError, error, None))
    handler.handle(record)
    assert "canary" not in stream.getvalue()


@pytest.mark.parametrize("where", ["main", "thread"])
def test_an_uncaught_exception_prints_no_secret(where: str) -> None:
    program = (
        "import threading; from monitor import redact\n"
        f"redact.install_hooks(); redact.protect({SECRET!r})\n"
        f"def fail(): raise ValueError({SECRET!r})\n"
        + ("fail()" if where == "main" else "t = threading.Thread(target=fail); t.start(); t.join()")
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert "ValueError" in ended.stderr
    assert "odd=characters" not in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize(
    "begin",
    [
        "from pathlib import Path; from monitor import redact; redact.log_to_file(Path('/dev/full'), 1000)",
        "from monitor import redact; redact.install_hooks()",  # a terminal: there is no file
    ],
)
def test_a_log_that_cannot_be_written_prints_no_secret(begin: str) -> None:
    program = (
        f"import logging; {begin}\nredact.protect({SECRET!r})\n"
        f"for _ in range(3):\n  try: raise ValueError({SECRET!r})\n"
        f"  except ValueError: logging.getLogger('x').exception('asked with %s', {SECRET!r})\n"
        f"logging.getLogger('x').error('too few: %s %s', {SECRET!r})"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert "odd=characters" not in ended.stderr
    assert ended.stderr.count("/dev/full cannot be written") == ("full" in begin)
