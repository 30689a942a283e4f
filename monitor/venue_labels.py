"""How venues are called, and what an account there needs: data for the command line and the window, no ccxt in here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from monitor.language import tr

Needs = Literal["key", "key and passphrase", "address"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueLabel:
    """One venue that can be watched."""

    id: str  # ccxt id
    title: str
    needs: Needs = "key"
    derived: bool = False  # read through ccxt's unified methods; nothing is recomputed
    steps: str = ""  # heading of its steps in the guide's page "accounts"; "": the general ones

    @property
    def choice(self) -> str:
        """Its title where it is chosen."""
        return tr("{title} (derived)", title=self.title) if self.derived else self.title

    @property
    def guide_section(self) -> str:
        """The heading of the guide's section on making a key there."""
        if self.needs == "address":
            return "An address instead of a key"
        return self.steps or "A read-only key at another venue"


def _derived(venue_id: str, title: str, needs: Needs = "key") -> VenueLabel:
    return VenueLabel(id=venue_id, title=title, needs=needs, derived=True)


LABELS: dict[str, VenueLabel] = {
    label.id: label
    for label in (
        VenueLabel(id="binanceusdm", title="Binance USDⓈ-M", steps="A read-only key at Binance"),
        VenueLabel(id="binancecoinm", title="Binance COIN-M", steps="A read-only key at Binance"),
        VenueLabel(id="bybit", title="Bybit", steps="A read-only key at Bybit"),
        VenueLabel(id="okx", title="OKX", needs="key and passphrase", steps="A read-only key at OKX"),
        VenueLabel(id="bitget", title="Bitget", needs="key and passphrase", steps="A read-only key at Bitget"),
        VenueLabel(id="hyperliquid", title="Hyperliquid", needs="address"),
        VenueLabel(id="gate", title="Gate", steps="A read-only key at Gate"),
        VenueLabel(
            id="kucoinfutures", title="KuCoin Futures", needs="key and passphrase", steps="A read-only key at KuCoin"
        ),
        VenueLabel(id="krakenfutures", title="Kraken Futures", steps="A read-only key at Kraken Futures"),
        VenueLabel(id="deribit", title="Deribit", steps="A read-only key at Deribit"),
        _derived("apex", "ApeX", "key and passphrase"),
        _derived("backpack", "Backpack"),
        _derived("bingx", "BingX"),
        _derived("blofin", "BloFin", "key and passphrase"),
        _derived("btse", "BTSE"),
        _derived("bydfi", "BYDFi"),
        _derived("deepcoin", "DeepCoin", "key and passphrase"),
        _derived("delta", "Delta Exchange"),
        _derived("digifinex", "DigiFinex"),
        _derived("dydx", "dYdX", "address"),
        _derived("hashkey", "HashKey Global"),
        _derived("htx", "HTX"),
        _derived("mexc", "MEXC"),
        _derived("phemex", "Phemex"),
        _derived("poloniex", "Poloniex"),
        _derived("toobit", "Toobit"),
        _derived("xt", "XT"),
        _derived("zebpay", "ZebPay"),
    )
}


def title_of(venue_id: str) -> str:
    """Return a venue's title, its id where it is not known."""
    label = LABELS.get(venue_id)
    return venue_id if label is None else label.title
