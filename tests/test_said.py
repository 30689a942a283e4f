"""What the engine says is said in the user's language: alarms, the venues' troubles, messages of the channels."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from monitor import language
from monitor.demo import control
from monitor.notify.outbox import compose
from tests.engine_bench import running
from tests.notify.build import event
from tests.tick.test_tick import Story, priced
from ui.view import View

ROOT = Path(__file__).resolve().parent.parent
FALL = (50_000, 49_900, 49_000, 48_000, 47_000, 46_000)


@pytest.fixture
def german() -> Iterator[None]:
    language.use("de")
    yield
    language.use(os.environ.get(language.HANDED_ON, language.ENGLISH))


def fallen() -> Story:
    """A long that falls through its three lines."""
    story = Story()
    for second, mark in enumerate(FALL):
        story.at(10 * second, priced(mark, 10 * second))
    return story


@pytest.mark.usefixtures("german")
def test_an_alarm_of_each_level_is_told_in_german() -> None:
    told = [one for one in fallen().told if one.notify]
    assert [one.level for one in told] == [1, 2, 3]
    assert all(re.fullmatch(r"BTC long · main · [\d.]+ % bis zur Liquidation 45,226.1", one.title) for one in told)
    assert all(re.match(r"Markpreis [\d,.]+, 0.0 s alt\. ", one.text) for one in told)
    assert all(re.search(r" [\d,]+ USDT nachschießen, um 10 % zu erreichen\.", one.text) for one in told)


@pytest.mark.usefixtures("german")
def test_what_to_do_is_one_german_sentence() -> None:
    sentence = "Add {money} or cut {size} to reach {aim}."
    done = language.tr(sentence, money="5,890 USDT", size="353 SOL", aim="8 %")
    assert done == "5,890 USDT nachschießen oder 353 SOL abbauen, um 8 % zu erreichen."


@pytest.mark.usefixtures("german")
def test_the_text_of_an_alarm_holds_no_english_word() -> None:
    said = " ".join(f"{one.title} {one.text}" for one in fallen().told)
    assert not set(re.findall(r"[a-z]+", said)) & {"the", "to", "of", "and", "add", "cut", "old", "its", "no", "is"}


@pytest.mark.usefixtures("german")
async def test_a_failing_exchange_is_told_in_german(tmp_path: Path) -> None:
    async with running(tmp_path) as bench:
        await bench.until(bench.all_read)
        await bench.server.obey(control.InjectFault(kind="status", count=500))
        await bench.until(lambda: any(account.trouble for account in bench.update.accounts))
        troubles = [account.trouble for account in bench.update.accounts if account.trouble]
    assert all("Die Börse kann gerade nicht antworten" in trouble for trouble in troubles)


@pytest.mark.usefixtures("german")
def test_a_message_of_a_channel_is_german() -> None:
    message = compose([replace(event(1, 3), reason="not acknowledged for 60 s")])
    assert message.headline.startswith("KRITISCH: ")
    assert "(Seit 60 s nicht quittiert.)" in message.text


@pytest.mark.usefixtures("german")
def test_several_alarms_in_one_message_are_counted_in_german() -> None:
    assert compose([event(1, 2), event(2, 3)]).title == "2 Alarme"


@pytest.mark.usefixtures("german")
def test_amounts_are_hidden_in_german_too() -> None:
    shown = View(hide_amounts=True)
    for one in fallen().told:
        assert not re.search(r"\d[\d,.]* (USDT|BTC)", shown.sentence(one.text))


@pytest.mark.usefixtures("german")
def test_the_words_that_hide_an_amount_stand_after_it_in_german_too() -> None:
    room, contracts = language.tr("of room"), language.tr("contracts")
    assert f"{{headroom}} {room}" in language.tr("{headroom} {settle} of room are left.").replace(" {settle}", "")
    assert f" {contracts}" in language.tr("stops are {size} contracts larger than the position")


async def test_no_sentence_of_a_whole_run_is_forgotten(tmp_path: Path) -> None:
    """Every text that can be translated stands in brackets; the rest is data."""
    run = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.said_in_brackets", str(tmp_path),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await run.communicate()
    assert (out.decode(), run.returncode) == ("", 0), err.decode()
