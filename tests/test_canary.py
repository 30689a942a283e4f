"""After a run through every fault, with the log at DEBUG, no key is found anywhere, however it is spelled.

The keys of the demo exchange are the canaries: they are random, and known here. Where each may stand: in the keyring,
in memory, and in what is sent to the venue.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from urllib.parse import quote, quote_plus

import msgspec
import pytest

from monitor.child import demo_options
from monitor.demo.control import DemoAccount, InjectFault
from monitor.demo.fault_kinds import FaultKind
from monitor.demo.market import Market
from monitor.demo.scenario import find_scenario
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, PositionSpec
from monitor.demo.world import World
from monitor.messages import AccountResult, EngineOptions, RemoveAccount, SaveAccount, TestAccount, encode
from monitor.redact import RedactingFormatter
from monitor.settings import AccountConfig
from tests.engine_bench import Bench, engine_with
from tests.keyring_session import Session, needs_keyring

KINDS: tuple[str, ...] = get_args(FaultKind)
VENUES = ("binanceusdm", "okx")
HELD = (PositionSpec(symbol="BTCUSDT", side="long", size=0.1, leverage=5),)
BOOK = (
    *(
        AccountSpec(label=kind, venue=VENUES[number % len(VENUES)], wallet=50_000.0, positions=HELD)
        for number, kind in enumerate(KINDS)
    ),
    *(AccountSpec(label=f"echo {venue}", venue=venue, wallet=50_000.0, positions=HELD) for venue in VENUES),
    AccountSpec(label="Trader", wallet=1_000.0, can_trade=True),
    AccountSpec(label="Careless", wallet=1_000.0, can_withdraw=True),
)


def spellings(secret: str) -> set[bytes]:
    """Every way in which a library might write a secret."""
    raw = secret.encode()
    texts = {secret, quote(secret, safe=""), quote_plus(secret), json.dumps(secret)[1:-1], raw.hex(), raw.hex().upper()}
    for offset in range(3):
        texts.add(base64.b64encode(b"\0" * offset + raw).decode()[4 if offset else 0 : -4])
    return {text.encode() for text in texts} | {secret.encode("utf-16-le"), secret.encode("utf-16-be")}


class Canaries:
    """All secrets of the exchange's accounts, and where they were found."""

    def __init__(self, accounts: tuple[DemoAccount, ...]) -> None:
        secrets = [(one.label, word) for one in accounts for word in (one.api_key, one.secret, one.passphrase) if word]
        self._forms = [(label, form) for label, word in secrets for form in spellings(word)]
        self.found: set[str] = set()

    def look(self, where: str, content: bytes) -> None:
        """Note which account's secret stands in there."""
        self.found |= {f"{where}: {label}" for label, form in self._forms if form in content}

    def look_in_files(self, folder: Path) -> None:
        """Look into every file below a folder."""
        for path in folder.rglob("*"):
            if path.is_file():
                self.look(path.name, path.read_bytes())


@contextlib.contextmanager
def everything_logged(path: Path) -> Iterator[None]:
    """Write all that anybody logs, from DEBUG up, as the program writes its log."""
    root, was = logging.getLogger(), logging.getLogger().level
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.setLevel(was)
        root.removeHandler(handler)
        handler.close()


@contextlib.contextmanager
def children_watched(seen: set[bytes]) -> Iterator[None]:
    """Collect arguments and environment of every child of this process while it lives."""
    ended = threading.Event()

    def watch() -> None:
        while not ended.is_set():
            for entry in Path("/proc").iterdir():
                with contextlib.suppress(OSError, ValueError, IndexError):
                    if int((entry / "stat").read_text().rpartition(")")[2].split()[1]) == os.getpid():
                        seen.add((entry / "cmdline").read_bytes() + (entry / "environ").read_bytes())
            time.sleep(0.01)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def unpinned() -> None:
    """Let ccxt log all that it can: headers and addresses of every request. The program keeps it quiet."""
    for name in list(logging.root.manager.loggerDict):
        if name.startswith("ccxt"):
            logging.getLogger(name).setLevel(logging.DEBUG)


@contextlib.asynccontextmanager
async def exchange() -> object:
    async with serve(World(Market(find_scenario("calm"), seed=1), BOOK)) as server:
        yield server
        await asyncio.sleep(0.2)  # connections that were on their way are accepted, and end with the server
    await asyncio.sleep(0.1)


async def echo_of(server: DemoServer, label: str) -> None:
    """Let the exchange refuse an account with a text that holds its key and secret, in many spellings."""
    account = server.info().account(label)
    words = [form.decode("latin-1") for word in (account.api_key, account.secret) for form in spellings(word)]
    body = json.dumps({"code": -1, "msg": " ".join(words)})
    await server.obey(InjectFault(kind="status", account=label, status=400, body=body))


async def test_no_secret_is_left_behind_after_all_faults(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    async with exchange() as server:
        canaries = Canaries(server.info().accounts)
        with everything_logged(tmp_path / "engine.log"):
            async with engine_with(server, demo_options(server.info(), tmp_path, kind="window")) as bench:
                faulty = [spec.label for spec in BOOK if spec.label not in ("Trader", "Careless")]
                await bench.until(lambda: _read(bench, faulty), seconds=60)
                unpinned()
                for kind in KINDS:
                    await server.obey(InjectFault(kind=kind, account=kind, url="http://127.0.0.1:9/"))  # type: ignore[arg-type]
                for venue in VENUES:
                    await echo_of(server, f"echo {venue}")
                broken = ("status", "close", "html", "redirect", "truncated_body", "echo okx", "echo binanceusdm")
                await bench.until(lambda: _in_trouble(bench, broken), seconds=60)
                watch = bench.engine.accounts.watches["array"]
                watch.reader.reading.read = _fails_with(server.info().account("array"))  # a surprise of our own
                await bench.until(lambda: _in_trouble(bench, ("array",)), seconds=60)
        canaries.look_in_files(tmp_path)
        canaries.look("messages", b"\n".join(encode(message) for message in bench.said))
        canaries.look("output", "".join(capfd.readouterr()).encode())
    log = (tmp_path / "engine.log").read_text()
    assert "[REDACTED]" in log  # something had to be masked: the run could have failed
    assert "ccxt" in log
    assert not canaries.found


@needs_keyring
async def test_no_secret_is_left_behind_when_accounts_are_added(
    tmp_path: Path, keyring: Session, capfd: pytest.CaptureFixture[str]
) -> None:
    data, seen = tmp_path / "data", set[bytes]()
    data.mkdir()
    options = EngineOptions(data_dir=str(data), config_dir=str(data), kind="terminal")
    async with exchange() as server:
        canaries = Canaries(server.info().accounts)
        with everything_logged(data / "engine.log"), children_watched(seen):
            async with engine_with(server, options) as bench:
                unpinned()
                assert (await _ask(bench, _save(server, "Trader", 1))).needs_consent
                assert (await _ask(bench, _save(server, "Trader", 2, consent="Trader"))).ok
                assert not (await _ask(bench, _save(server, "Careless", 3, consent="Careless"))).ok
                await echo_of(server, "echo binanceusdm")
                await _ask(bench, _save(server, "echo binanceusdm", 4))
                await _ask(bench, msgspec.convert(_fields(server, "echo binanceusdm", 5), TestAccount))
                await _ask(bench, msgspec.convert(_fields(server, "Careless", 6), TestAccount))
                await _ask(bench, RemoveAccount(request_id=7, account_id="Trader"))
        canaries.look_in_files(data)
        canaries.look("messages", b"\n".join(encode(message) for message in bench.said))
        canaries.look("output", "".join(capfd.readouterr()).encode())
        canaries.look("children", b"\n".join(seen))
    assert any(b"monitor.credentials" in one for one in seen)
    assert not canaries.found


def test_a_secret_that_is_left_behind_would_be_found(tmp_path: Path) -> None:
    account = DemoAccount(
        label="A",
        venue="okx",
        api_key="key/one+two",
        secret="s3cret&more",
        passphrase="päss",
        base_url="",
        ws_base_url="",
    )
    for number, form in enumerate(spellings("s3cret&more") | spellings("päss")):
        (tmp_path / str(number)).write_bytes(b"xx" + form + b"xx")
        canaries = Canaries((account,))
        canaries.look_in_files(tmp_path)
        assert canaries.found, form
        (tmp_path / str(number)).unlink()


def _read(bench: Bench, labels: list[str]) -> bool:
    return all(one.read_ms is not None for one in bench.update.accounts if one.account_id in labels)


def _in_trouble(bench: Bench, labels: tuple[str, ...]) -> bool:
    troubles = {one.account_id: one.trouble for one in bench.update.accounts}
    return all(troubles[label] for label in labels)


def _fails_with(account: DemoAccount) -> object:
    async def read(*_: object) -> None:
        raise ValueError(f"{account.secret} of {account.api_key} {account.passphrase}")

    return read


def _fields(server: DemoServer, label: str, number: int) -> dict[str, object]:
    account = server.info().account(label)
    config = AccountConfig(
        id=label, venue=account.venue, base_url=account.base_url, ws_base_url=account.ws_base_url, created_ms=1
    )
    return {
        "type": "TestAccount",
        "request_id": number,
        "config": msgspec.to_builtins(config),
        "api_key": account.api_key,
        "secret": account.secret,
        "passphrase": account.passphrase,
    }


def _save(server: DemoServer, label: str, number: int, consent: str = "") -> SaveAccount:
    fields = {**_fields(server, label, number), "type": "SaveAccount", "consent": consent}
    return msgspec.convert(fields, SaveAccount)


async def _ask(bench: Bench, command: SaveAccount | TestAccount | RemoveAccount) -> AccountResult:
    def answer() -> AccountResult | None:
        answers = (one for one in bench.said if isinstance(one, AccountResult))
        return next((one for one in answers if one.request_id == command.request_id), None)

    bench.engine.handle(command)
    await bench.until(lambda: answer() is not None, seconds=30)
    found = answer()
    assert found is not None
    return found
