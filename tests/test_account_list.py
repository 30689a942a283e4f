"""Adding accounts: real keyring, real ccxt, the embedded exchange as venue."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from monitor import account_list, settings_file
from monitor.clock import SystemClock
from monitor.credentials import recall
from monitor.demo.server import DemoServer
from monitor.errors import ConsentError, CredentialsError, KeyRejectedError
from monitor.messages import CheckLine, EngineOptions, Resync, SaveAccount
from monitor.model import KeyFacts
from monitor.settings import AccountConfig, Settings
from tests.engine_bench import engine_with
from tests.keyring_session import Session, needs_keyring
from tests.venues.loopback import config_of, demo_exchange, fault, secrets_of


@pytest.fixture
async def exchange() -> AsyncIterator[DemoServer]:
    async with demo_exchange() as server:
        yield server


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


async def _add(
    exchange: DemoServer, path: Path, key_of: str, *, consent: str = "", config: AccountConfig | None = None
) -> tuple[Settings, tuple[CheckLine, ...]]:
    """Store the key of one of the exchange's accounts, under that name if not told otherwise."""
    config = config or config_of(exchange, key_of)
    secrets = secrets_of(exchange, key_of)
    return await account_list.save(path, settings_file.load(path)[0], config, secrets, SystemClock(), consent=consent)


@needs_keyring
async def test_a_read_only_key_is_stored_with_what_is_known_of_it(
    exchange: DemoServer, path: Path, keyring: Session
) -> None:
    _, lines = await _add(exchange, path, "Main")
    (stored,) = settings_file.load(path)[0].accounts
    assert stored.key is not None
    assert (stored.key.rights, stored.key.ip_bound, stored.key.created_ms) == ("read-only", False, 1_577_836_800_000)
    assert [line.what for line in lines] == ["Rights of the key", "Addresses", "Age and expiry"]
    assert await recall("Main") is not None


@needs_keyring
async def test_a_key_that_may_withdraw_is_not_stored(exchange: DemoServer, path: Path, keyring: Session) -> None:
    with pytest.raises(KeyRejectedError, match="not stored"):
        await _add(exchange, path, "Careless", consent="Careless")
    assert await recall("Careless") is None
    assert not settings_file.load(path)[0].accounts


@needs_keyring
@pytest.mark.parametrize("typed", ["", "yes", "trader"])
async def test_a_key_that_can_trade_is_not_stored_before_its_name_is_typed(
    exchange: DemoServer, path: Path, keyring: Session, typed: str
) -> None:
    with pytest.raises(ConsentError, match="can trade"):
        await _add(exchange, path, "Trader", consent=typed)
    assert await recall("Trader") is None
    assert not settings_file.load(path)[0].accounts


@needs_keyring
async def test_consent_is_kept_through_edits_and_ends_with_the_key(
    exchange: DemoServer, path: Path, keyring: Session
) -> None:
    changed, _ = await _add(exchange, path, "Trader", consent=" Trader ")
    (stored,) = changed.accounts
    assert stored.trade_agreed_ms > 0
    edited = msgspec.structs.replace(config_of(exchange, "Trader"), enabled=False)
    changed, _ = await account_list.save(path, changed, edited, None, SystemClock())
    assert changed.accounts[0].trade_agreed_ms == stored.trade_agreed_ms
    with pytest.raises(ConsentError):
        await _add(exchange, path, "Trader", config=stored)


@needs_keyring
async def test_where_the_venue_does_not_answer_the_key_is_stored_as_unverified(
    exchange: DemoServer, path: Path, keyring: Session
) -> None:
    await fault(exchange, kind="status", path="/sapi", status=503)
    changed, (line,) = await _add(exchange, path, "Trader")
    assert changed.accounts[0].key == KeyFacts(why=line.detail.removeprefix("unverified: "))
    assert line.ok is None
    assert "could not be asked" in line.detail


async def test_without_a_keyring_the_key_is_not_even_asked_about(
    exchange: DemoServer, path: Path, bus: Session
) -> None:
    with pytest.raises(CredentialsError):
        await _add(exchange, path, "Main")
    assert not exchange.log.entries


def test_what_is_found_later_is_noted_without_losing_what_another_process_added(path: Path) -> None:
    first, second = AccountConfig(id="A", venue="bybit"), AccountConfig(id="B", venue="bybit")
    settings_file.save(path, Settings(accounts=(first, second)))
    facts = KeyFacts(rights="can trade", checked_ms=5)
    account_list.store_keys(path, Settings(accounts=(first,)), {"A": facts})
    assert settings_file.load(path)[0].accounts == (msgspec.structs.replace(first, key=facts), second)


@needs_keyring
async def test_the_engine_asks_again_and_warns_of_a_right_that_has_appeared(
    exchange: DemoServer, tmp_path: Path, keyring: Session
) -> None:
    options = EngineOptions(data_dir=str(tmp_path), config_dir=str(tmp_path), kind="terminal")
    async with engine_with(exchange, options) as bench:
        keys = secrets_of(exchange)
        bench.engine.handle(
            SaveAccount(
                request_id=1, config=config_of(exchange), api_key=keys.api_key, secret=keys.secret, passphrase=None
            )
        )
        await bench.until(lambda: bool(bench.update.accounts) and bench.all_read())
        spec = exchange.world.accounts["Main"].spec
        exchange.world.accounts["Main"].spec = msgspec.structs.replace(spec, can_trade=True)
        bench.engine.handle(Resync())
        await bench.until(lambda: any(alert.kind == "key_can_trade" for alert in bench.update.alerts))
        assert bench.update.accounts[0].key.rights == "can trade"
        assert bench.update.accounts[0].trouble is None  # it is warned of, and goes on being read
    (stored,) = settings_file.load(tmp_path / "settings.json")[0].accounts
    assert stored.key is not None
    assert (stored.key.rights, stored.trade_agreed_ms) == ("can trade", 0)
