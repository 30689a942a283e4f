"""Take secrets out of text that is shown, stored or logged: by value where known, by pattern where not.

What is known is kept once per process (`protect`), because every log record and crash report of the process passes
here, whoever wrote it. Redaction runs on the finished text, after arguments and tracebacks are rendered.
"""

from __future__ import annotations

import base64
import contextlib
import json
import logging
import logging.handlers
import re
import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType
from urllib.parse import quote, quote_plus

MASK = "[REDACTED]"
SHORTEST = 6  # below that a value would blank ordinary words

_PATTERN = re.compile(
    r"""(?ix)
    ( (?: signature | sign | api[-_]?key | access[-_]?key(?:id)? | passphrase | secret | listenkey | token
        | x-mbx-apikey | x-bapi-(?:api-key|sign) | ok-access-(?:key|sign|passphrase) | authorization | authent )
      ["']? \s* [:=] \s* ["']? (?: bearer\s+ | basic\s+ | deri-hmac-sha256\s+ )? )
    ( [^\s"'&,;)}\]]{6,} )"""
)
_PEM = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL)

_protected: set[str] = set()
_spelled: list[str] = []  # all spellings of them, the longest first; replaced as a whole, other threads read it


def protect(*secrets: str | None) -> None:
    """Remember values that must never appear in text, in all the spellings that libraries give them."""
    global _spelled
    new = {secret for secret in secrets if secret and len(secret) >= SHORTEST} - _protected
    if new:
        _protected.update(new)
        spellings = {form for secret in new for form in _spellings(secret) if len(form) >= SHORTEST}
        _spelled = sorted(spellings.union(_spelled), key=len, reverse=True)


def redact(text: str) -> str:
    """Return the text with every known secret, and whatever looks like one, masked."""
    for form in _spelled:
        if form in text:
            text = text.replace(form, MASK)
    return _PATTERN.sub(rf"\1{MASK}", _PEM.sub(MASK, text))


def _spellings(secret: str) -> set[str]:
    raw = secret.encode()
    forms = {
        secret,
        quote(secret, safe=""),
        quote_plus(secret),
        base64.b64encode(raw).decode(),
        base64.urlsafe_b64encode(raw).decode().rstrip("="),
        raw.hex(),
        raw.hex().upper(),
        json.dumps(secret)[1:-1],
        repr(secret)[1:-1],
    }
    forms |= {line for line in secret.splitlines() if len(line) >= 16}  # a PEM key: each line is a secret
    for offset in (0, 1, 2):  # base64 of a longer text that holds the secret
        encoded = base64.b64encode(b"\0" * offset + raw).decode()
        inner = encoded[4 if offset else 0 : -4]
        if len(inner) >= 12:
            forms.add(inner)
    return forms


class RedactingFormatter(logging.Formatter):
    """A formatter whose output holds no secret, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the finished line, redacted."""
        return redact(super().format(record))


class _LogFile(logging.handlers.RotatingFileHandler):
    """A log file that says once, without secrets, that it cannot be written: logging itself would print it all raw."""

    failed = False

    def handleError(self, record: logging.LogRecord) -> None:
        """Say why on stderr, once."""
        if not self.failed and sys.stderr is not None:
            self.failed = True
            with contextlib.suppress(OSError, ValueError):  # it may be on the same full disk
                sys.stderr.write(redact(f"{self.baseFilename} cannot be written ({sys.exc_info()[1]}).\n"))


def log_to_file(path: Path, most_bytes: int) -> None:
    """Keep the newest lines of this process's log, redacted; one that cannot be opened is no reason to stop.

    Args:
        most_bytes: of the file; as much of what was before is kept beside it.
    """
    hush_logging()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _LogFile(path, maxBytes=most_bytes, backupCount=1, encoding="utf-8")
    except OSError:
        return
    formatter = RedactingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)


def hush_logging() -> None:
    """Redact also what logging prints where it has no file, and let it print nothing of what it cannot write."""
    logging.raiseExceptions = False
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(RedactingFormatter())


def install_hooks() -> None:
    """Redact what Python prints of uncaught exceptions, in the main thread and in others, and what logging prints."""
    hush_logging()
    sys.excepthook = _tell
    threading.excepthook = _tell_of_thread


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.stderr.write(redact("".join(traceback.format_exception(kind, error, trace))))


def _tell_of_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_type is not SystemExit and args.exc_value is not None:
        _tell(args.exc_type, args.exc_value, args.exc_traceback)
