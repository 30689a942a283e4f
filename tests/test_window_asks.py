"""What the window asks of the engine about channels and the journal, over real servers and a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from monitor import channel_list, settings_file
from monitor.credentials import recall_channel
from monitor.history.history import MOST_SEARCHED, History
from monitor.history.journal_reader import read_figures, read_page
from monitor.messages import (
    AlertEvent,
    ArrangeChannels,
    AskFigures,
    AskJournal,
    ChangeWatchdog,
    RemoveChannel,
    SaveChannel,
    TestChannel,
)
from monitor.settings import ChannelConfig, Settings
from tests.keyring_session import Session, needs_keyring
from tests.notify.services import Services, serving

PHONE = ChannelConfig(name="phone", kind="ntfy")
DESK = ChannelConfig(name="desk", kind="ntfy")


@pytest.fixture
async def services() -> AsyncIterator[Services]:
    async with serving() as found:
        yield found


# ---------------------------------------------------------------- channels


async def test_a_test_goes_out_with_secrets_that_are_not_stored_yet(services: Services, tmp_path: Path) -> None:
    config = replace(PHONE, server=services.url)
    command = TestChannel(request_id=1, config=config, secrets={"topic": "my-topic"})
    after, result = await channel_list.carry_out(command, tmp_path / "s.json", Settings(), 0)
    assert result.ok, result.message
    assert (after, len(services.taken)) == (Settings(), 1)


async def test_a_server_that_refuses_is_told_in_its_words(services: Services, tmp_path: Path) -> None:
    services.fault = "403"
    command = TestChannel(request_id=1, config=replace(PHONE, server=services.url), secrets={"topic": "t"})
    _, result = await channel_list.carry_out(command, tmp_path / "s.json", Settings(), 0)
    assert not result.ok
    assert "403" in result.message


@needs_keyring
async def test_a_channel_is_saved_with_its_secrets_in_the_keyring_only(keyring: Session, tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    command = SaveChannel(request_id=1, config=PHONE, secrets={"topic": "canary-9f2"})
    after, result = await channel_list.carry_out(command, path, Settings(), 0)
    kept = await recall_channel("phone")
    assert result.ok
    assert kept is not None
    assert kept.get("topic") == "canary-9f2"
    assert after.channels == (PHONE,)
    assert "canary" not in path.read_text()


@needs_keyring
async def test_a_removed_channel_leaves_nothing_in_the_keyring(keyring: Session, tmp_path: Path) -> None:
    path, before = tmp_path / "s.json", Settings(channels=(PHONE,))
    await channel_list.save(path, before, PHONE, {"topic": "t"})
    after, result = await channel_list.carry_out(RemoveChannel(request_id=1, name="phone"), path, before, 0)
    assert result.ok
    assert after.channels == ()
    assert await recall_channel("phone") is None


async def test_channels_change_their_turn_and_are_switched_off(tmp_path: Path) -> None:
    path, before = tmp_path / "s.json", Settings(channels=(PHONE, DESK))
    command = ArrangeChannels(request_id=1, names=("desk", "phone"), enabled=("desk",))
    after, _ = await channel_list.carry_out(command, path, before, 0)
    assert after.channels == (DESK, replace(PHONE, enabled=False))
    assert settings_file.load(path)[0] == after


async def test_an_order_of_other_channels_changes_nothing(tmp_path: Path) -> None:
    before = Settings(channels=(PHONE,))
    command = ArrangeChannels(request_id=1, names=("phone", "gone"), enabled=())
    after, result = await channel_list.carry_out(command, tmp_path / "s.json", before, 0)
    assert not result.ok
    assert after == before


async def test_a_ping_address_without_encryption_is_refused(tmp_path: Path) -> None:
    command = ChangeWatchdog(request_id=1, daily_self_test=False, url="http://example.com/ping")
    after, result = await channel_list.carry_out(command, tmp_path / "s.json", Settings(), 0)
    assert "https://" in result.message
    assert after == Settings()


# ---------------------------------------------------------------- the journal


def event(number: int, *, level: int = 1, account: str = "Main", kind: str = "stale") -> AlertEvent:
    return AlertEvent(
        id=number, at_ms=number * 1000, key=f"{kind}|{account}", family="DATA", kind=kind, level=level,
        reason="raised", notify=True, title=f"alarm {number}", text="", account_id=account, position_key="",
    )  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal of 500 lines: every tenth is CRITICAL, every other one of account Alts."""
    found = tmp_path / "history.sqlite3"
    history, _ = History.open(found)
    events = tuple(
        event(number, level=3 if number % 10 == 0 else 1, account="Alts" if number % 2 else "Main")
        for number in range(1, 501)
    )
    history.append(1, inputs=None, events=events, alarms={})
    history.close()
    return found


def numbers(path: Path, wanted: AskJournal) -> list[int]:
    """All that the pages hold, one after the other."""
    found: list[int] = []
    while True:
        page = read_page(path, wanted)
        found += [line.event.id for line in page.lines]
        if page.next_id is None:
            return found
        wanted = replace(wanted, before_id=page.next_id)


def test_pages_follow_each_other_without_gap_or_overlap(path: Path) -> None:
    assert numbers(path, AskJournal(request_id=1, limit=70)) == list(range(500, 0, -1))


def test_lines_are_found_by_level_account_and_time(path: Path) -> None:
    wanted = AskJournal(request_id=1, least_level=3, account_id="Main", since_ms=400_000, limit=3)
    assert numbers(path, wanted) == [500, 490, 480, 470, 460, 450, 440, 430, 420, 410, 400]


def test_lines_of_one_account_are_found(path: Path) -> None:
    assert numbers(path, AskJournal(request_id=1, account_id="Alts", limit=50)) == list(range(499, 0, -2))


def test_a_search_that_finds_nothing_ends_early_and_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.history.history.MOST_SEARCHED", 100)
    page = read_page(path, AskJournal(request_id=1, kinds=("price",)))
    assert (page.lines, page.next_id) == ((), 401)
    assert MOST_SEARCHED > 100
    assert numbers(path, AskJournal(request_id=1, kinds=("price",))) == []


def test_without_a_journal_a_sentence_says_so(tmp_path: Path) -> None:
    assert "no journal yet" in read_page(tmp_path / "none", AskJournal(request_id=1)).error
    assert "no journal yet" in read_figures(tmp_path / "none", AskFigures(request_id=1, since_ms=0), 1).error


def test_the_figures_come_with_the_rate_of_each_ten_minutes(path: Path) -> None:
    kpi = read_figures(path, AskFigures(request_id=1, since_ms=0), 1_200_000).kpi
    assert kpi is not None
    assert sum(kpi.slots) == kpi.alarms == 500
    assert len(kpi.slots) == 2
