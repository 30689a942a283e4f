"""Every other venue of ccxt's that has positions: read through ccxt's unified methods, and marked "derived".

Venues that sign with a private key are not among them: such a key can trade and withdraw, and is never taken; one
(dYdX) needs only an address. Nor are those whose size, side or entry price ccxt itself leaves out or makes up
(Bitfinex, Crypto.com, HitBTC, WEEX, WhiteBIT), nor those that need a sign-in or a choice of portfolio (Bullish,
Coinbase).

Source: ccxt 4.5.90; which calls make a whole account was read there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from monitor.credentials import Secrets
from monitor.errors import VenueError
from monitor.language import tr
from monitor.model import KeyFacts
from monitor.venues.generic_account import GenericReading
from monitor.venues.generic_reads import LISTS, READS
from monitor.venues.guard import Endpoint, ReadList
from monitor.venues.pace import Allowance, Limits
from monitor.venues.read import instant
from monitor.venues.venue import Client, ClockNotToldError, key_pair

Params = Mapping[str, str]

LIMITS = Limits(address=Allowance(amount=50, per_s=10))  # below what any of these venues allows

TITLES = {
    "apex": "ApeX",
    "backpack": "Backpack",
    "bingx": "BingX",
    "blofin": "BloFin",
    "btse": "BTSE",
    "bydfi": "BYDFi",
    "deepcoin": "DeepCoin",
    "delta": "Delta Exchange",
    "digifinex": "DigiFinex",
    "dydx": "dYdX",
    "hashkey": "HashKey Global",
    "htx": "HTX",
    "mexc": "MEXC",
    "phemex": "Phemex",
    "poloniex": "Poloniex",
    "toobit": "Toobit",
    "xt": "XT",
    "zebpay": "ZebPay",
}
PARTS: Mapping[str, tuple[Params, ...]] = MappingProxyType(  # the calls that make a whole account
    {
        "bingx": ({"subType": "linear"}, {"subType": "inverse"}),
        "htx": (
            {"subType": "linear", "type": "swap"},
            {"subType": "inverse", "type": "swap"},
            {"subType": "inverse", "type": "future"},
        ),
        "phemex": ({"code": "USDT"}, {"code": "USD"}, {"code": "BTC"}),
        "xt": ({"subType": "linear"}, {"subType": "inverse"}),
    }
)
WALLETS: Mapping[str, tuple[Params, ...]] = MappingProxyType(  # where balances are asked for with other words
    {
        "htx": (
            {"defaultSubType": "linear", "type": "swap"},
            {"defaultSubType": "inverse", "type": "swap"},
            {"defaultSubType": "inverse", "type": "future"},
        ),
    }
)
ONE_KIND = frozenset({"apex", "backpack", "delta", "dydx"})  # they have one wallet, and pass on a type to choose one
ADDRESSES = {"dydx": re.compile(r"dydx1[02-9ac-hj-np-z]{38}")}
_NAME = r"[A-Za-z0-9_.:,-]*[A-Za-z0-9_]"  # what stands for {symbol} and its like: one step of a path, never ".."


@dataclass(slots=True, kw_only=True)
class GenericVenue:
    """What a venue's module would say."""

    CCXT_ID: str
    TITLE: str
    READS: ReadList
    TIME: Endpoint
    ERROR_CODES: Mapping[int | str, Callable[[str], VenueError]]
    LIMITS: Limits = LIMITS
    parts: tuple[Params, ...] = ({},)
    wallets: tuple[Params, ...] = ({},)
    is_list: bool = False

    def reading(self, client: Client) -> GenericReading:
        """Return what reads an account through this client."""
        client.exchange.milliseconds = client.venue_ms  # some venues' signing takes this clock, others the nonce
        kind: Params = {} if self.CCXT_ID in ONE_KIND else {"type": "swap"}
        wallets = [{**kind, **wallet} for wallet in self.wallets]
        return GenericReading(client, self.parts, wallets, is_list=self.is_list)

    async def server_time_ms(self, client: Client) -> int:
        """Return the venue's time [ms UTC].

        Raises:
            VenueError: the venue does not tell it (ClockNotToldError), or was not reached.
        """
        if client.exchange.has.get("fetchTime") is not True:
            raise ClockNotToldError(tr("{title} does not tell its time.", title=self.TITLE))
        found, _ = await client.unified("fetch_time")
        return instant(found, self.TITLE, "time")

    async def key_facts(self, client: Client) -> KeyFacts:
        """Return that there is no key, or that it is not known what it may do."""
        if self.CCXT_ID in ADDRESSES:
            return KeyFacts(rights="address only")
        return KeyFacts(why=tr("the general reader does not ask this venue"))

    def credentials(self, secrets: Secrets) -> dict[str, str]:
        """Return what ccxt signs with.

        Raises:
            VenueError: an address is needed, and this is none.
        """
        address = ADDRESSES.get(self.CCXT_ID)
        if address is None:
            return key_pair(secrets)
        if secrets.secret or secrets.passphrase or not address.fullmatch(secrets.api_key.strip()):
            raise VenueError(
                tr("{title} needs the account's address, and nothing else.", title=self.TITLE),
                advice=tr("Never enter a private key or its words: they could trade and withdraw."),
            )
        return {"walletAddress": secrets.api_key.strip()}

    def use_testnet(self, exchange: Any) -> None:
        """Go to the venue's test network."""
        exchange.set_sandbox_mode(True)

    def use_host(self, exchange: Any, host: str) -> None:
        """Refuse: other hosts are not known.

        Raises:
            VenueError: always.
        """
        raise VenueError(tr("{venue} has one host; {host} is none of its.", venue=self.TITLE, host=host))


def venue(ccxt_id: str) -> GenericVenue:
    """Return the generic reader of a venue."""
    endpoints = READS[ccxt_id]
    names = sorted({name for _, _, path in endpoints for name in re.findall(r"\{([\w-]+)\}", path)})
    return GenericVenue(
        CCXT_ID=ccxt_id,
        TITLE=tr("{title} (derived)", title=TITLES[ccxt_id]),
        READS=ReadList(
            endpoints=endpoints,
            path_values=tuple((name, _NAME) for name in names),
        ),
        TIME=_time(endpoints),
        ERROR_CODES=MappingProxyType({}),
        parts=PARTS.get(ccxt_id, ({},)),
        wallets=WALLETS.get(ccxt_id, PARTS.get(ccxt_id, ({},))),
        is_list=ccxt_id in LISTS,
    )


def _time(endpoints: frozenset[Endpoint]) -> Endpoint:
    """The public endpoint that tells the time, or one that stands for the venue's host."""
    public = sorted(one for one in endpoints if "private" not in one[0].lower() and "{" not in one[2])
    return min(public, key=lambda one: (not one[2].endswith(("time", "timestamp", "ping")), one))


VENUES: Mapping[str, GenericVenue] = MappingProxyType({ccxt_id: venue(ccxt_id) for ccxt_id in sorted(TITLES)})
