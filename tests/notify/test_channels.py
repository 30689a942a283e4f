"""Every channel against a real server on this computer that speaks its protocol."""

from __future__ import annotations

import asyncio
import base64
import importlib.util
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from monitor.credentials import ChannelSecrets
from monitor.notify import web as client
from monitor.notify.apprise import Apprise
from monitor.notify.channel import Channel, Outgoing
from monitor.notify.channels import RemoteChannel, open_channel
from monitor.notify.email import letter
from monitor.notify.webhook import signature
from monitor.settings import ChannelConfig
from tests.notify.services import TOKEN, MailServer, Services, mailing, serving

HTTP = ("webhook", "ntfy", "telegram", "pushover")


@pytest.fixture
async def services() -> AsyncIterator[Services]:
    async with serving() as found:
        yield found


@pytest.fixture
async def mail() -> AsyncIterator[MailServer]:
    async with mailing() as found:
        yield found


def message(level: int = 3, **changes: Any) -> Outgoing:
    values: dict[str, Any] = {
        "keys": ("distance|Main|BTC",),
        "level": level,
        "title": "BTC/USDT long is 3.1 % from liquidation",
        "text": "Add 5,890 USDT.",
        "at_ms": 1_700_000_000_000,
        "event_ids": (7,),
    }
    return Outgoing(**{**values, **changes})


def channel(kind: str, services: Services, **changes: Any) -> Channel:
    config = ChannelConfig(name="phone", kind=kind, server=services.url, to="42", **changes)  # type: ignore[arg-type]
    values = {"url": f"{services.url}/hook/{TOKEN}", "token": TOKEN, "topic": "my-topic", "user": "user-key-77aa"}
    return open_channel(config, ChannelSecrets(values))


@pytest.mark.parametrize("kind", HTTP)
async def test_a_message_arrives_with_level_title_and_action(kind: str, services: Services) -> None:
    assert (await channel(kind, services).send(message())).ok
    ((service, fields, _),) = services.taken
    said = f"{fields.get('title')} {fields.get('message')} {fields.get('text')}"
    assert service == kind
    assert "BTC/USDT long is 3.1 % from liquidation" in said
    assert "Add 5,890 USDT." in said
    assert "CRITICAL" in said or fields.get("level") == "CRITICAL"


@pytest.mark.parametrize("kind", HTTP)
@pytest.mark.parametrize("fault", ["500", "401", "429", "redirect", "error body"])
async def test_a_failure_is_a_sentence_without_the_token(kind: str, fault: str, services: Services) -> None:
    if (kind, fault) == ("webhook", "error body"):
        pytest.skip("a webhook's status is all that it says")
    services.fault = fault
    result = await channel(kind, services).send(message())
    assert not result.ok
    assert result.detail
    assert TOKEN not in result.detail
    assert (result.retry_after_s is not None) == (fault == "429")


@pytest.mark.parametrize("kind", HTTP)
async def test_a_service_that_does_not_answer_costs_no_more_than_the_deadline(
    kind: str, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "DEADLINE_S", 0.3)
    services.fault = "silence"
    result = await channel(kind, services).send(message())
    assert "did not answer" in result.detail


async def test_a_service_that_is_not_there_is_a_sentence() -> None:
    services = Services()
    services.port = 9
    assert "cannot be reached" in (await channel("ntfy", services).send(message())).detail


@pytest.mark.parametrize("kind", HTTP)
async def test_a_message_keeps_its_markup_as_text(kind: str, services: Services) -> None:
    await channel(kind, services).send(message(text="<b>x</b> @everyone [a](http://evil) <!channel>"))
    ((_, fields, _),) = services.taken
    assert not {"parse_mode", "html", "markdown"} & fields.keys()
    if kind == "webhook":
        assert "<" not in fields["text"]
        assert fields["allowed_mentions"] == {"parse": []}


async def test_a_webhook_is_signed_over_time_and_body(services: Services) -> None:
    values = {"url": f"{services.url}/hook", "key": "signing-key"}
    await open_channel(ChannelConfig(name="w", kind="webhook"), ChannelSecrets(values)).send(message())
    ((_, fields, headers),) = services.taken
    sent = headers["X-Marginwatch-Signature"]
    assert sent.startswith("t=1700000000000,v1=")
    assert sent == signature("signing-key", 1_700_000_000_000, _body(fields))
    assert sent != signature("signing-key", 1_700_000_000_000, _body({**fields, "level": "WARNING"}))


def _body(fields: dict[str, Any]) -> bytes:
    return client.as_json(fields)[0]


@pytest.mark.parametrize("url", ["http://example.com/x", "ftp://127.0.0.1/", "file:///etc/passwd", "nonsense", ""])
async def test_an_address_without_encryption_outside_the_own_network_is_refused(url: str) -> None:
    hook = open_channel(ChannelConfig(name="w", kind="webhook"), ChannelSecrets({"url": url}))
    assert "https://" in (await hook.send(message())).detail


async def test_a_proxy_of_the_environment_is_used(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", services.url)
    monkeypatch.setenv("no_proxy", "")
    hook = open_channel(ChannelConfig(name="w", kind="webhook"), ChannelSecrets({"url": "http://10.255.255.1/hook"}))
    assert (await hook.send(message())).ok
    assert services.taken[0][2]["Host"] == "10.255.255.1"


async def test_only_a_critical_alarm_rings_as_an_emergency_on_pushover(services: Services) -> None:
    phone = channel("pushover", services)
    critical, danger, test = [await phone.send(message(**what)) for what in ({}, {"level": 2}, {"is_test": True})]
    assert [fields["priority"] for _, fields, _ in services.taken] == ["2", "1", "-1"]
    assert critical.receipt
    assert not danger.receipt + test.receipt


async def test_an_acknowledgement_on_the_phone_is_seen_and_a_settled_alarm_stops_ringing(services: Services) -> None:
    phone = channel("pushover", services)
    receipt = (await phone.send(message())).receipt
    assert await phone.seen(receipt) is None
    services.acknowledged[receipt] = 1_700_000_060
    assert await phone.seen(receipt) == 1_700_000_060_000
    await phone.withdraw(receipt)
    assert services.cancelled == [receipt]


def mailbox(mail: MailServer, **changes: Any) -> Channel:
    config = ChannelConfig(
        name="m", kind="email", server="127.0.0.1", port=mail.port, security="none", sender="a@b.example",
        to="c@d.example", **changes,
    )  # fmt: skip
    return open_channel(config, ChannelSecrets({"password": "canary-password"}))


async def test_a_letter_arrives(mail: MailServer) -> None:
    assert (await mailbox(mail, user="me").send(message())).ok
    (text,) = mail.letters
    assert "Subject: [Marginwatch] CRITICAL: BTC/USDT long is 3.1 % from liquidation" in text
    assert "Add 5,890 USDT." in text
    assert base64.b64encode(b"\0me\0canary-password").decode() in mail.login


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
async def test_a_mail_server_that_refuses_is_a_sentence(verb: str, mail: MailServer) -> None:
    mail.refuses = verb
    result = await mailbox(mail).send(message())
    assert not result.ok
    assert "canary" not in result.detail


async def test_a_password_is_not_sent_where_encryption_is_asked_for_and_not_offered(mail: MailServer) -> None:
    config = ChannelConfig(
        name="m", kind="email", server="127.0.0.1", port=mail.port, user="me", sender="a@b", to="c@d"
    )
    result = await open_channel(config, ChannelSecrets({"password": "x" * 9})).send(message())
    assert not result.ok
    assert mail.login == ""


def test_a_line_break_in_a_title_adds_no_header() -> None:
    config = ChannelConfig(name="m", kind="email", sender="a@b.example", to="c@d.example")
    mail = letter(message(title="x\r\nBcc: evil@example.com"), config)
    assert mail["Bcc"] is None
    assert mail["Subject"].endswith("x Bcc: evil@example.com")


async def test_a_channel_whose_secrets_are_gone_says_what_to_do() -> None:
    async def nothing(_name: str) -> None:
        return None

    remote = RemoteChannel(ChannelConfig(name="phone", kind="ntfy"), nothing)
    assert "add the channel again" in (await remote.send(message())).detail


async def test_no_token_in_the_log_at_debug(services: Services, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for kind in HTTP:
        for fault in ("", "500", "redirect"):
            services.fault = fault
            await channel(kind, services).send(message())
    await asyncio.sleep(0)
    assert TOKEN not in "".join(record.getMessage() for record in caplog.records if record.name != "aiohttp.access")


@pytest.mark.skipif(
    importlib.util.find_spec("apprise") is None, reason="the extra marginwatch[apprise] is not installed"
)
async def test_apprise_sends_what_it_is_given(services: Services) -> None:
    config, url = ChannelConfig(name="a", kind="apprise"), f"json://127.0.0.1:{services.port}/hook"
    assert (await Apprise(config, ChannelSecrets({"url": url})).send(message())).ok
    assert "3.1 %" in services.titles()[0]


async def test_without_the_apprise_library_the_channel_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    result = await Apprise(ChannelConfig(name="a", kind="apprise"), ChannelSecrets({"url": "x://"})).send(message())
    assert "pip install" in result.detail
