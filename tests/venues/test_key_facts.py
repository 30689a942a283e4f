"""What each venue's answer says of a key, and how often it is asked."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from monitor.clock import SystemClock
from monitor.errors import KeyRejectedError
from monitor.model import KeyFacts
from monitor.venues import bitget_answers, bybit_answers, gate_answers, key_facts, kucoin_answers, okx_answers
from tests.venues.faces import FACES, KEYS
from tests.venues.loopback import SkewedClock, demo_exchange, fault, reader_of
from tests.venues.served import GARBAGE, payload, reader_at, served

BINANCE = {
    "ipRestrict": True,
    "createTime": 1_698_645_219_000,
    "enableReading": True,
    "enableWithdrawals": False,
    "enableInternalTransfer": False,
    "permitsUniversalTransfer": False,
    "enableFutures": False,
    "enableSpotAndMarginTrading": False,
}
NONE_KNOWN: frozenset[Any] = frozenset()
DAY_MS = 86_400_000


def _bybit(**changes: Any) -> KeyFacts:
    raw = {**payload("bybit", "key")["result"], **changes}
    return key_facts.bybit(msgspec.convert(raw, bybit_answers.RawKey))


def _gate(masked: str, *perms: tuple[str, bool], **more: Any) -> gate_answers.RawKey:
    given = [gate_answers.RawPermission(name=name, read_only=only) for name, only in perms]
    return gate_answers.RawKey(key=masked, perms=given, **more)


# ---------------------------------------------------------------- rights


@pytest.mark.parametrize(
    ("change", "rights"),
    [
        ({}, "read-only"),
        ({"enableFutures": True}, "can trade"),
        ({"enableSomethingNew": True}, "can trade"),
        ({"enableWithdrawals": True}, "can withdraw"),
        ({"permitsUniversalTransfer": True}, "can withdraw"),
        ({"enableWithdrawals": "false"}, "unverified"),
    ],
)
def test_binances_flags_say_what_a_key_may_do(change: dict[str, Any], rights: str) -> None:
    assert key_facts.binance({**BINANCE, **change}).rights == rights


@pytest.mark.parametrize("left_out", [name for name in BINANCE if name.startswith(("enable", "permits"))])
def test_a_right_that_binance_leaves_out_is_not_taken_for_refused(left_out: str) -> None:
    flags = {name: value for name, value in BINANCE.items() if name != left_out}
    assert key_facts.binance(flags).rights == "unverified"


@pytest.mark.parametrize(
    ("change", "rights"),
    [
        ({}, "read-only"),
        ({"readOnly": 0}, "can trade"),
        ({"readOnly": 1, "permissions": {"Wallet": ["Withdraw"]}}, "can withdraw"),
        ({"readOnly": 0, "permissions": {"Wallet": ["AccountTransfer"]}}, "can withdraw"),
        ({"readOnly": None}, "unverified"),
        ({"readOnly": 7}, "unverified"),
    ],
)
def test_bybits_permissions_say_what_a_key_may_do(change: dict[str, Any], rights: str) -> None:
    assert _bybit(**change).rights == rights


@pytest.mark.parametrize(
    ("perm", "rights"),
    [
        ("read_only", "read-only"),
        ("read_only,trade", "can trade"),
        ("read_only,withdraw,trade", "can withdraw"),
        ("", "unverified"),
    ],
)
def test_okxs_words_say_what_a_key_may_do(perm: str, rights: str) -> None:
    assert key_facts.okx(okx_answers.RawConfig(acctLv="2", posMode="net_mode", perm=perm)).rights == rights


@pytest.mark.parametrize(
    ("words", "rights"),
    [
        (["coor", "cpor"], "unverified"),  # Bitget does not publish that these only read
        (["coow", "cpow"], "can trade"),
        (["coow", "wtow"], "can withdraw"),
        (["wwow"], "can withdraw"),
        (None, "unverified"),
    ],
)
def test_words_of_bitgets_classic_account_are_believed_where_they_are_clear(
    words: list[str] | None, rights: str
) -> None:
    assert key_facts.bitget_classic(bitget_answers.RawKey(authorities=words)).rights == rights


@pytest.mark.parametrize(
    ("kind", "words", "rights"),
    [
        ("read_only", ["uta_mgt"], "read-only"),
        ("read-and-write", ["uta_trade"], "can trade"),
        ("read_and_write", ["withdraw"], "can withdraw"),
        (None, None, "unverified"),
    ],
)
def test_bitgets_unified_account_says_what_a_key_may_do(kind: str | None, words: list[str] | None, rights: str) -> None:
    assert key_facts.bitget_unified(bitget_answers.RawUnifiedKey(permType=kind, permissions=words)).rights == rights


@pytest.mark.parametrize(
    ("keys", "rights"),
    [
        ([_gate("abcdef*****", ("futures", True))], "read-only"),
        ([_gate("abcdef*****", ("futures", False))], "can trade"),
        ([_gate("abcdef*****", ("futures", True), ("wallet", False))], "can withdraw"),
        ([_gate("zzzzzz*****", ("wallet", False))], "unverified"),
        ([_gate("abcd*****", ("futures", True)), _gate("abcde*****", ("wallet", False))], "unverified"),
        ([], "unverified"),
        (_gate("", ("futures", True)), "read-only"),  # an answer about the asking key alone
    ],
)
def test_gate_reads_the_one_key_of_the_list_that_is_ours(
    keys: list[gate_answers.RawKey] | gate_answers.RawKey, rights: str
) -> None:
    assert key_facts.gate(keys, "abcdef123456").rights == rights


@pytest.mark.parametrize(
    ("words", "rights"),
    [
        ("General", "read-only"),
        ("General,Futures", "can trade"),
        ("General,InnerTransfer", "can withdraw"),
        ("General,Withdrawal", "can withdraw"),
        (None, "unverified"),
    ],
)
def test_kucoins_words_say_what_a_key_may_do(words: str | None, rights: str) -> None:
    assert key_facts.kucoin(kucoin_answers.RawKey(permission=words)).rights == rights


# ---------------------------------------------------------------- addresses and dates


def test_addresses_and_dates_are_read_where_the_venue_tells_them() -> None:
    binance, bybit = key_facts.binance(BINANCE), _bybit()
    assert (binance.ip_bound, binance.created_ms, binance.expires_ms) == (True, 1_698_645_219_000, None)
    assert (bybit.ip_bound, bybit.created_ms, bybit.expires_ms) == (False, 1_789_525_480_000, 1_797_304_865_000)
    gate = key_facts.gate(_gate("", ("futures", True), ip_whitelist=["1.2.3.4"], created_at=1_753_030_929), "")
    assert (gate.ip_bound, gate.created_ms) == (True, 1_753_030_929_000)
    kucoin = key_facts.kucoin(kucoin_answers.RawKey(permission="General", ipWhitelist="", createdAt="5"))
    assert (kucoin.ip_bound, kucoin.created_ms) == (False, 5)
    assert key_facts.bitget_classic(bitget_answers.RawKey(ips="127.0.0.1")).ip_bound is True
    assert key_facts.okx(okx_answers.RawConfig(acctLv="2", posMode="net_mode", ip="")).ip_bound is False


def test_a_bybit_key_with_addresses_does_not_expire() -> None:
    facts = _bybit(ips=["1.2.3.4"], expiredAt="1970-01-01T00:00:00Z")
    assert (facts.ip_bound, facts.expires_ms, facts.endless) == (True, None, True)


def test_a_kucoin_key_that_only_reads_does_not_expire() -> None:
    assert key_facts.kucoin(kucoin_answers.RawKey(permission="General")).endless
    assert not key_facts.kucoin(kucoin_answers.RawKey(permission="General", expiredAt=9)).endless


def test_what_is_not_told_is_unknown() -> None:
    facts = [
        key_facts.binance({"enableReading": True}),
        _bybit(ips=None, createdAt=None, expiredAt=None),
        key_facts.kucoin(kucoin_answers.RawKey(permission="General,Futures")),
        key_facts.bitget_classic(bitget_answers.RawKey()),
    ]
    assert {(one.ip_bound, one.created_ms, one.expires_ms, one.endless) for one in facts} == {(None, None, None, False)}


def test_foreign_words_are_shown_only_where_they_are_plain() -> None:
    assert key_facts.okx(
        okx_answers.RawConfig(acctLv="2", posMode="net_mode", perm="trade,<b>,x" + "y" * 50)
    ).beyond == ("trade",)


# ---------------------------------------------------------------- the check


async def test_a_key_that_may_withdraw_reads_nothing() -> None:
    async with demo_exchange() as exchange, reader_of(exchange, "Careless") as reader:
        with pytest.raises(KeyRejectedError, match=r"may withdraw or transfer money \(enableWithdrawals\)"):
            await reader.read(NONE_KNOWN, 0)
        asked = {entry.path for entry in exchange.log.entries}
    assert asked == {"/sapi/v1/account/apiRestrictions"}


async def test_a_right_that_appears_later_is_seen_within_a_day() -> None:
    clock = SkewedClock()
    async with demo_exchange() as exchange, reader_of(exchange, clock=clock) as reader:
        first = await reader.read(NONE_KNOWN, clock.now_ms())
        exchange.world.accounts["Main"].spec = msgspec.structs.replace(
            exchange.world.accounts["Main"].spec, can_withdraw=True
        )
        assert (await reader.read(NONE_KNOWN, clock.now_ms())).key == first.key
        with pytest.raises(KeyRejectedError, match="may withdraw"):
            await reader.read(NONE_KNOWN, clock.now_ms() + DAY_MS)


async def test_a_refused_key_that_was_mended_is_used_within_a_minute() -> None:
    async with demo_exchange() as exchange, reader_of(exchange, "Careless") as reader:
        now_ms = SystemClock().now_ms()
        with pytest.raises(KeyRejectedError):
            await reader.read(NONE_KNOWN, now_ms)
        account = exchange.world.accounts["Careless"]
        account.spec = msgspec.structs.replace(account.spec, can_withdraw=False)
        with pytest.raises(KeyRejectedError):
            await reader.read(NONE_KNOWN, now_ms + 1_000)
        assert (await reader.read(NONE_KNOWN, now_ms + 60_000)).key.rights == "can trade"


async def test_what_was_found_stands_with_its_date_where_it_cannot_be_asked_again() -> None:
    async with demo_exchange() as exchange, reader_of(exchange) as reader:
        now_ms = SystemClock().now_ms()
        await reader.read(NONE_KNOWN, now_ms)
        await fault(exchange, kind="status", path="/sapi", status=503)
        later = (await reader.read(NONE_KNOWN, now_ms + DAY_MS)).key
    assert (later.rights, later.checked_ms) == ("read-only", now_ms)
    assert "could not be asked" in later.why


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("venue", FACES)
async def test_garbage_about_a_key_never_reads_as_read_only(venue: str, kind: str) -> None:
    face = FACES[venue]
    async with served(face.answers()) as server, reader_at(server, venue, KEYS) as reader:
        server.garbage = {"": kind}
        facts = await reader.key.renew(1_000)
    assert facts.rights == "unverified"
    assert facts.why
