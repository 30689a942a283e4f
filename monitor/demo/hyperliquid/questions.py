"""The reads of Hyperliquid's face: POST /info with a body whose `type` says what is asked. Nothing is signed.

An address that the exchange does not know has an empty account, as there. Whatever else is sent counts as a write.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from monitor.demo.account import Account
from monitor.demo.hyperliquid import account_answers, market_answers, record_answers
from monitor.demo.hyperliquid.contracts import Contract
from monitor.demo.hyperliquid.rules import HyperliquidRules
from monitor.demo.world import World

_ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")


class Unreadable(Exception):
    """The body does not have the form that its type asks for: HTTP 422."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that was understood so far as to know its type."""

    world: World
    rules: HyperliquidRules
    account: Account | None  # None: no address in it, or one that holds nothing
    body: Mapping[str, Any]
    now_ms: int

    @property
    def contracts(self) -> Mapping[str, Contract]:
        """The listed contracts, by the market's name."""
        return self.rules.contracts

    @property
    def contract(self) -> Contract:
        """The coin asked for.

        Raises:
            Unreadable: it is not listed.
        """
        wanted = self.body.get("req", self.body)
        found = market_answers.by_name(self.contracts).get(str(wanted.get("coin")))
        if found is None:
            raise Unreadable
        return found

    @property
    def elsewhere(self) -> bool:
        """Whether a builder's exchange (HIP-3) is asked for; this exchange has none.

        Raises:
            Unreadable: by a name, which is unknown here.
        """
        if self.body.get("dex", "") != "":
            raise Unreadable
        return False

    def user(self) -> Account | None:
        """Return the account of the address asked for.

        Raises:
            Unreadable: it is no address.
        """
        if not is_address(self.body.get("user")):
            raise Unreadable
        return self.account

    def instant(self, name: str, default: int | None = None) -> int:
        """Return a time [ms].

        Raises:
            Unreadable: it must be sent, and is no number.
        """
        value = self.body.get("req", self.body).get(name, default)
        if not isinstance(value, int):
            raise Unreadable
        return value


def is_address(text: object) -> bool:
    """Tell whether a text is an address."""
    return isinstance(text, str) and _ADDRESS.fullmatch(text) is not None


def _state(asked: Question) -> object:
    account = None if asked.elsewhere else asked.user()
    return account_answers.state(account, asked.world.marks(), asked.rules, asked.now_ms)


def _spot_state(asked: Question) -> object:
    asked.user()
    return {"balances": [{"coin": "USDC", "token": 0, "hold": "0.0", "total": "0.0", "entryNtl": "0.0"}]}


def _meta(asked: Question) -> dict[str, Any]:
    return {} if asked.elsewhere else market_answers.meta(asked.contracts.values())


def _contexts(asked: Question) -> list[dict[str, object]]:
    return market_answers.contexts(asked.world.market, asked.world.candles, asked.contracts.values())


def _bars(asked: Question) -> object:
    wanted = asked.body.get("req")
    interval = wanted.get("interval") if isinstance(wanted, dict) else None
    if interval not in market_answers.INTERVALS:
        raise Unreadable
    return market_answers.bars(
        asked.world.market,
        asked.world.candles,
        asked.contract,
        str(interval),
        start_ms=asked.instant("startTime"),
        end_ms=asked.instant("endTime", asked.now_ms),
        now_ms=asked.now_ms,
    )


def _fills(asked: Question) -> list[dict[str, object]]:
    account = asked.user()
    return [] if account is None else record_answers.fills(account, asked.contracts)


def _fills_by_time(asked: Question) -> object:
    first, last = asked.instant("startTime"), asked.instant("endTime", asked.now_ms)
    return [row for row in _fills(asked) if first <= int(str(row["time"])) <= last]


def _funding(asked: Question) -> object:
    account = asked.user()
    first, last = asked.instant("startTime"), asked.instant("endTime", asked.now_ms)
    rows = [] if account is None else record_answers.funding(account, asked.contracts)
    return [row for row in rows if first <= int(str(row["time"])) <= last]


def _role(asked: Question) -> object:
    return {"role": "missing" if asked.user() is None else "user"}


def _orders(asked: Question) -> object:
    return [] if asked.elsewhere else account_answers.orders(asked.user(), asked.contracts)


def _web_data(asked: Question) -> object:
    return {  # what the venue's own window asks for: everything of an address at once
        "clearinghouseState": _state(asked),
        "leadingVaults": [],
        "totalVaultEquity": "0.0",
        "openOrders": account_answers.orders(asked.user(), asked.contracts),
        "agentAddress": None,
        "agentValidUntil": None,
        "cumLedger": "0.0",
        "meta": _meta(asked),
        "assetCtxs": _contexts(asked),
        "serverTime": asked.now_ms,
        "isVault": False,
        "user": asked.body.get("user"),
        "twapStates": [],
        "spotState": _spot_state(asked),
    }


def _vault(asked: Question) -> object:
    """The vault that takes over what is liquidated: worth what this exchange's fund holds."""
    address = asked.body.get("vaultAddress")
    if not is_address(address):
        raise Unreadable
    return market_answers.vault(str(address), asked.world.market.insurance_fund, asked.now_ms)


QUESTIONS: dict[str, Callable[[Question], object]] = {
    "exchangeStatus": lambda asked: {"time": asked.now_ms, "specialStatuses": None},
    "perpDexs": lambda asked: [None],  # the main exchange only
    "meta": _meta,
    "metaAndAssetCtxs": lambda asked: [_meta(asked), _contexts(asked)],
    "marginTable": lambda asked: market_answers.margin_table(asked.instant("id")),
    "allMids": lambda asked: market_answers.mids(asked.world.market, asked.contracts.values()),
    "l2Book": lambda asked: market_answers.book(asked.world.market, asked.contract, asked.now_ms),
    "candleSnapshot": _bars,
    "spotMeta": lambda asked: market_answers.spot_meta(),
    "spotMetaAndAssetCtxs": lambda asked: [market_answers.spot_meta(), []],
    "clearinghouseState": _state,
    "spotClearinghouseState": _spot_state,
    "frontendOpenOrders": _orders,
    "openOrders": lambda asked: account_answers.plain_orders(asked.user(), asked.contracts),
    "userFills": _fills,
    "userFillsByTime": _fills_by_time,
    "userFunding": _funding,
    "userFees": lambda asked: [asked.user(), account_answers.fees(asked.rules)][1],
    "userRole": _role,
    "userAbstraction": lambda asked: [asked.user(), "default"][1],
    "vaultDetails": _vault,
    "webData2": _web_data,
}


def answer(asked: Question) -> object:
    """Return the body of an answer.

    Raises:
        Unreadable: the type is unknown, or something that it needs is missing.
    """
    found = QUESTIONS.get(str(asked.body.get("type")))
    if found is None:
        raise Unreadable
    return found(asked)
