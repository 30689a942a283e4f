"""The outbox with real channels to a server on this computer: retries, failures, receipts, nothing lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable

import pytest

from monitor.clock import SystemClock
from monitor.credentials import ChannelSecrets
from monitor.journal import Delivery
from monitor.messages import AlertEvent
from monitor.notify import outbox as module
from monitor.notify.channel import Channel
from monitor.notify.channels import open_channel
from monitor.notify.desktop import DesktopNotifier
from monitor.notify.outbox import Health, Outbox, compose
from monitor.settings import ChannelConfig
from tests.notify.build import delivery, event
from tests.notify.services import Services, serving


class Bench:
    """An outbox, what it noted, and who acknowledged."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.noted: dict[tuple[str, int, str], Delivery] = {}
        self.acknowledged: list[str] = []
        self.news = asyncio.Event()
        self.outbox = Outbox(SystemClock(), self._note, self._acknowledge)

    async def _note(self, deliveries: tuple[Delivery, ...]) -> None:
        self.noted.update({(one.key, one.step, one.channel): one for one in deliveries})
        self.news.set()

    def _acknowledge(self, key: str) -> None:
        self.acknowledged.append(key)
        self.news.set()

    def channel(self, kind: str = "ntfy") -> Channel:
        config = ChannelConfig(name="phone", kind=kind, server=self.services.url)  # type: ignore[arg-type]
        return open_channel(config, ChannelSecrets({"topic": "topic", "token": "token-123", "user": "user-123"}))

    def put(self, items: Iterable[AlertEvent], channel: str = "phone") -> None:
        self.outbox.put(
            (delivery(one.key, one.level, channel, event_id=one.id, queued_ms=SystemClock().now_ms()), one)
            for one in items
        )

    async def until(self, state: str, count: int = 1) -> None:
        async with asyncio.timeout(20):
            while sum(one.state == state for one in self.noted.values()) < count:
                self.news.clear()
                await self.news.wait()


@pytest.fixture
async def bench(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bench]:
    monkeypatch.setattr(module, "RECEIPT_EVERY_S", 0.05)
    async with serving() as services:
        bench = Bench(services)
        await bench.outbox.use({"phone": bench.channel()})
        yield bench
        await bench.outbox.close()


async def test_what_is_queued_is_delivered_once_and_noted(bench: Bench) -> None:
    bench.put([event("a")])
    await bench.until("delivered")
    assert len(bench.services.taken) == 1
    assert bench.outbox.waiting() == ()


@pytest.mark.parametrize("fault", ["500", "429", "error body"])
async def test_a_channel_that_fails_is_tried_again_until_it_takes_the_message(bench: Bench, fault: str) -> None:
    bench.services.fault = fault
    bench.put([event("a")])
    await bench.until("queued")
    assert bench.outbox.health["phone"].failing_ms is not None
    bench.services.fault = ""
    await bench.until("delivered")
    assert bench.noted["a", 1, "phone"].attempts >= 2
    assert len(bench.services.taken) == 1
    assert bench.outbox.health["phone"].failing_ms is None


async def test_what_was_acknowledged_before_it_got_through_is_not_sent(bench: Bench) -> None:
    bench.services.fault = "500"
    bench.put([event("a"), event("b", id=2)])
    await bench.until("queued")
    bench.outbox.settle(frozenset({"a"}), "It was acknowledged.")
    bench.services.fault = ""
    await bench.until("delivered")
    assert bench.noted["a", 1, "phone"].state == "withdrawn"
    assert [title for title in bench.services.titles() if "a is near" in title] == []


async def test_a_failed_channel_with_nothing_left_to_say_proves_that_it_works_again(bench: Bench) -> None:
    bench.services.fault = "500"
    bench.put([event("a")])
    await bench.until("queued")
    bench.outbox.settle(frozenset({"a"}), "It was over.")
    bench.services.fault = ""
    await bench.services.until(1)
    assert "reaches you again" in bench.services.titles()[0]
    assert "1 alarms were over" in str(bench.services.taken[0][1]["message"])


async def test_the_log_names_a_missing_desktop_once_however_often_an_alarm_repeats(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("monitor.notify.desktop._unavailable", lambda: "There is no D-Bus session.")
    caplog.set_level("INFO", "monitor.notify.outbox")
    await bench.outbox.use({"desktop": DesktopNotifier()})
    for count, key in enumerate("abc", 1):
        bench.put([event(key)], "desktop")
        await bench.until("failed", count)
    assert [record.getMessage() for record in caplog.records] == ["desktop: There is no D-Bus session."]


async def test_a_slow_channel_holds_back_no_other(bench: Bench) -> None:
    async with serving() as slow:
        slow.fault = "silence"
        config = ChannelConfig(name="slow", kind="ntfy", server=slow.url)
        await bench.outbox.use({"phone": bench.channel(), "slow": open_channel(config, ChannelSecrets({"topic": "t"}))})
        bench.put([event("a")], "slow")
        bench.put([event("a")], "phone")
        await bench.until("delivered")
        assert [one.channel for one in bench.outbox.waiting()] == ["slow"]


async def test_two_hundred_alarms_at_once_are_few_messages_that_name_the_worst_and_count_all(bench: Bench) -> None:
    bench.put([event(f"k{number}", id=number) for number in range(200)])
    await bench.until("delivered", 200)
    assert len(bench.services.taken) <= 2
    assert "200 alarms" in " ".join(bench.services.titles()) or "199 alarms" in " ".join(bench.services.titles())


async def test_an_acknowledgement_on_the_phone_reaches_the_alarm_and_is_in_the_journal(bench: Bench) -> None:
    await bench.outbox.use({"phone": bench.channel("pushover")})
    bench.put([event("a")])
    await bench.until("delivered")
    bench.services.acknowledged[bench.noted["a", 1, "phone"].receipt] = 1_700_000_000
    async with asyncio.timeout(20):
        while bench.acknowledged != ["a"]:
            bench.news.clear()
            await bench.news.wait()
    assert bench.noted["a", 1, "phone"].confirmed_ms == 1_700_000_000_000


async def test_a_receipt_is_asked_for_after_a_restart(bench: Bench) -> None:
    await bench.outbox.use({"phone": bench.channel("pushover")})
    bench.services.acknowledged["old"] = 1_700_000_000
    bench.outbox.await_receipts([delivery("a", receipt="old", queued_ms=SystemClock().now_ms(), state="delivered")])
    await bench.until("delivered")
    assert bench.acknowledged == ["a"]


async def test_an_alarm_that_is_settled_here_stops_ringing_on_the_phone(bench: Bench) -> None:
    await bench.outbox.use({"phone": bench.channel("pushover")})
    bench.put([event("a")])
    await bench.until("delivered")
    bench.outbox.settle(frozenset({"a"}), "It was acknowledged.")
    async with asyncio.timeout(20):
        while not bench.services.cancelled:
            bench.services.news.clear()
            await bench.services.news.wait()
    assert bench.services.cancelled == [bench.noted["a", 1, "phone"].receipt]


async def test_what_waits_survives_a_change_of_the_channel(bench: Bench) -> None:
    bench.services.fault = "500"
    bench.put([event("a")])
    await bench.until("queued")
    bench.services.fault = ""
    await bench.outbox.use({"phone": bench.channel("pushover")})
    await bench.until("delivered")
    assert bench.services.taken[0][0] == "pushover"


def test_a_channel_is_down_after_a_minute_of_failures_and_not_before() -> None:
    assert not Health(failing_ms=0).is_down(59_999)
    assert Health(failing_ms=0).is_down(60_000)
    assert not Health(sent_ms=0).is_down(10**9)


def test_a_message_of_many_says_the_worst_level_and_names_each() -> None:
    message = compose([event("a", 2), event("b", 3, id=2)])
    assert (message.level, message.title, message.keys) == (3, "2 alarms", ("b", "a"))
    assert message.text == "b is near\na is near"
    assert message.event_ids == (2, 1)
