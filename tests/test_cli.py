"""The command line as a user types it: a real process, what it prints, how it ends."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from monitor import settings_file
from monitor.model import KeyFacts
from monitor.settings import AccountConfig, Settings

ROOT = Path(__file__).parent.parent


def marginwatch(*words: str, given: str = "", home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program without a display or a keyring, in a home of its own."""
    env = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env |= {"MARGINWATCH_HOME": str(home), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", **environment}
    env.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "monitor", *words],
        input=given,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=env,
        timeout=60,
        check=False,
    )


def test_help_names_every_command_and_says_that_it_only_reads(tmp_path: Path) -> None:
    result = marginwatch("--help", home=tmp_path)
    assert result.returncode == 0
    for word in ("demo", "watch", "accounts", "only reads"):
        assert word in result.stdout


def test_an_unknown_scenario_is_one_sentence_that_lists_the_known_ones(tmp_path: Path) -> None:
    result = marginwatch("watch", "--demo", "--scenario", "moon", home=tmp_path)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "covid, may21, luna, ftx, calm" in result.stderr


def test_a_port_in_use_is_one_sentence_that_names_it(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = marginwatch("watch", "--demo", "--once", "--port", port, home=tmp_path)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert port in result.stderr


def test_one_json_report_has_the_form_of_the_snapshot_format(tmp_path: Path) -> None:
    result = marginwatch("watch", "--demo", "--once", "--json", "--scenario", "calm", home=tmp_path)
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    assert report["version"] == 1
    assert [account["id"] for account in report["accounts"]] == ["Main", "Swing", "Alts", "Onchain"]
    row = report["accounts"][0]["positions"][0]
    assert row["liquidation_price_basis"] == "exact"
    assert row["liquidation_price"] > 0


def test_without_a_display_the_demo_runs_in_the_terminal_and_says_so(tmp_path: Path) -> None:
    result = marginwatch("demo", "--scenario", "calm", "--exit-after", "3", home=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("No display was found")
    assert "Guarding ended" in result.stdout


def test_without_a_keyring_no_key_is_stored_and_one_sentence_says_why(tmp_path: Path) -> None:
    result = marginwatch("accounts", "add", "Main", given="key\nsecret-canary\n", home=tmp_path)
    assert result.returncode == 1
    assert "keyring" in result.stderr
    assert "canary" not in result.stdout + result.stderr
    assert not (tmp_path / "settings.json").exists()


def test_a_damaged_settings_file_is_kept_and_said(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{broken")
    result = marginwatch("accounts", "list", home=tmp_path)
    assert result.returncode == 0
    assert "settings.json.damaged-1" in result.stderr
    assert (tmp_path / "settings.json.damaged-1").read_text() == "{broken"


@pytest.mark.parametrize("words", [("accounts", "test", "Nobody"), ("accounts", "remove", "Nobody")])
def test_an_account_that_is_not_there_is_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = marginwatch(*words, home=tmp_path)
    assert result.returncode == 1
    assert "no account 'Nobody'" in result.stderr


def test_guarding_no_accounts_says_how_to_add_one(tmp_path: Path) -> None:
    result = marginwatch("watch", "--once", home=tmp_path)
    assert result.returncode == 1
    assert "accounts add" in result.stderr


def test_the_list_marks_a_key_that_can_trade(tmp_path: Path) -> None:
    agreed = AccountConfig(
        id="Desk",
        venue="bybit",
        key=KeyFacts(rights="can trade", ip_bound=True, checked_ms=1_795_000_000_000),
        trade_agreed_ms=1_790_000_000_000,
    )
    settings_file.save(tmp_path / "settings.json", Settings(accounts=(agreed, AccountConfig(id="New", venue="okx"))))
    first, second = marginwatch("accounts", "list", home=tmp_path).stdout.splitlines()
    assert first.split(maxsplit=2)[2] == "can trade (agreed 2026-09-21) · bound to IP addresses · asked 2026-11-18"
    assert second.split(maxsplit=2) == ["New", "okx", "not checked yet"]


def test_a_trade_is_worked_out_before_it_is_made(tmp_path: Path) -> None:
    words = ("calc", "BTC/USDT:USDT", "long", "--price", "50000", "--maintenance-rate", "0.5%")
    done = marginwatch(*words, "--margin", "1000", "--volatility", "60%", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "liquidation price 45,226.13065" in done.stdout
    assert "touched within 24 h" in done.stdout
    told = json.loads(marginwatch(*words, "--size", "0.2", "--json", home=tmp_path).stdout)
    assert told["position"]["beyond"]["gap_loss"]["status"] == "practice"


def test_a_trade_without_a_price_says_what_to_give(tmp_path: Path) -> None:
    done = marginwatch("calc", "BTC/USDT:USDT", "long", "--margin", "1000", home=tmp_path)
    assert done.returncode == 2
    assert "--price" in done.stderr


def test_a_reader_that_has_seen_enough_ends_it_without_a_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = ("calc", "BTC/USDT:USDT", "long", "--price", "50000", "--margin", "1000")
    with os.fdopen(writing, "wb") as closed:
        result = subprocess.run(
            [sys.executable, "-m", "monitor", *words],
            stdout=closed,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            timeout=60,
            check=False,
        )
    assert (result.returncode, result.stderr) == (1, b"")
