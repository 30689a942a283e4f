"""An account is added seen from outside: real window, real keyring, real sockets to the embedded exchange."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from monitor.credentials import recall
from monitor.demo.process import DemoProcess, start_demo
from monitor.settings_file import peek
from tests.keyring_session import Session, needs_keyring
from tests.screen.display import MAIN, OUTPUT, Program, Screen, poll, program
from tests.screen.display import pytestmark as pytestmark


@pytest.fixture
def exchange() -> Iterator[DemoProcess]:
    """The exchange that `marginwatch demo` opens, without the demo's window."""
    exchange = start_demo(scenario="calm")
    yield exchange
    exchange.stop()


def stored(running: Program) -> list[str]:
    path = running.home / "settings.json"
    return [account.id for account in peek(path).accounts] if path.exists() else []


@needs_keyring
def test_an_account_is_added_by_keyboard(
    screen: Screen, tmp_path: Path, keyring: Session, exchange: DemoProcess
) -> None:
    key, secret = exchange.info.key_of("Main")
    with program(screen, tmp_path / "window") as running:
        main = poll(lambda: screen.window(MAIN), 30, "the main window")
        screen.activate(main)
        screen.press("ctrl+a")
        dialog = poll(lambda: screen.window("Accounts"), 15, "the accounts")
        screen.activate(dialog)
        for typed in ("Own", key, secret, "", urlsplit(exchange.info.base_url()).netloc):
            screen.type(typed)
            screen.press("Tab")
        screen.picture(dialog, OUTPUT / "add-account.png")
        screen.press("Return")
        poll(lambda: stored(running) == ["Own"], 20, "the account in the settings")
        kept = asyncio.run(recall("Own"))
        assert kept is not None
        assert (kept.api_key, kept.secret) == (key, secret)
        poll(running.is_live, 30, "the account's first figures")
        assert key not in running.said()
        assert secret not in (running.home / "window.log").read_text()
        running.end()
