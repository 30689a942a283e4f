"""Who bears a loss beyond the margin, venue by venue: what is promised, what is only practice, where it may be claimed.

A dated table of what was read, not legal advice. "practice" is how the venue says it works; only "promised" is written
as the user's right. Where the venue is not listed nothing was read, and the loss may be the user's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from monitor.language import tr
from monitor.model import AccountMode

Status = Literal["promised", "practice", "may claim", "not found"]
Kind = Literal["isolated", "cross", "portfolio"]

FUND_THEN_ADL = tr("insurance fund, then winners by auto-deleveraging; you, should the venue claim it")
LAW = tr(
    "Platforms licensed for retail clients in the EU and the UK must protect against negative "
    "balances; professional clients may have given that up."
)
ARTICLES = tr("two introductory articles on leveraged futures")


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What one venue says about one kind of account."""

    status: Status
    text: str  # one or two sentences
    bearer: str  # of a loss beyond the margin, in that order
    source: str
    date: str  # ISO, when it was published or last read
    jurisdiction: str = LAW


FAMILIES: dict[str, str] = {
    "binance": "binance",
    "binanceusdm": "binance",
    "binancecoinm": "binance",
    "gateio": "gate",
    "huobi": "htx",
    "krakenfutures": "kraken",
    "kucoinfutures": "kucoin",
}

_PRACTICE = tr(
    "The insurance fund takes over what a fill beyond the bankruptcy price misses, then winners "
    "are reduced. That is how the venue says it works; no promise to the user was found."
)
_BINANCE = Protection(
    status="practice",
    text=tr(
        "A bankrupt account is balanced back to 0 by the insurance fund: described as operation, not as a promise."
    ),
    bearer=FUND_THEN_ADL,
    source="Binance FAQ 360033525371 (insurance fund); clearing rules of 2026-01 not read",
    date="2025-05-06",
    jurisdiction=tr(
        "Only retail users where the law demands it ({articles}, read 2026-10). {law}", articles=ARTICLES, law=LAW
    ),
)
_OKX = Protection(
    status="practice",
    text=tr(
        "The Security Fund covers a deficit first, then positions are deleveraged at the mark price, "
        "and no loss is shared out after that."
    ),
    bearer=tr("Security Fund, then winners by auto-deleveraging; you, should the venue claim it"),
    source="OKX Security Fund page",
    date="2026-03-25",
)
PROTOCOL = tr("A protocol, not a licensed platform: what the law promises retail clients does not reach it.")
_TABLE: dict[tuple[str, Kind], Protection] = {
    ("binance", "isolated"): _BINANCE,
    ("binance", "cross"): _BINANCE,
    ("binance", "portfolio"): Protection(
        status="may claim",
        text=tr("At a uniMMR of 100 % or less Binance liquidates and may claim the loss: there is no protection."),
        bearer=tr("you: Binance may claim it"),
        source="Binance FAQ 4868b2f1aa6c4d08af973328462bb0bd (Portfolio Margin)",
        date="2025-02-06",
        jurisdiction=LAW,
    ),
    ("bybit", "isolated"): Protection(
        status="practice",
        text=tr(
            "A liquidated position is always settled at its bankruptcy price; a worse fill is paid by "
            "the fund, a better one stays there."
        ),
        bearer=FUND_THEN_ADL,
        source="Bybit help, Insurance Fund",
        date="2024-08-18",
    ),
    ("bybit", "cross"): Protection(
        status="practice",
        text=tr(
            "A negative coin becomes a loan with automatic repayment. Articles say that the user "
            "agreement frees users of negative balances on the unified account unless there was fraud; "
            "the agreement itself was not read."
        ),
        bearer=tr("insurance fund, then winners by auto-deleveraging; a negative coin is your loan until it is waived"),
        source=f"Bybit API docs and help, Insurance Fund (2024-08-18); {ARTICLES}",
        date="2026-10-01",
    ),
    ("okx", "isolated"): _OKX,
    ("okx", "cross"): _OKX,
    ("bitget", "cross"): Protection(
        status="practice",
        text=tr("The risk fund covers what is negative after a liquidation; newer contract wording was not found."),
        bearer=tr("risk fund, then winners by auto-deleveraging; you, should the venue claim it"),
        source="Bitget support, insurance fund (old page)",
        date="2021-01-01",
    ),
    ("hyperliquid", "isolated"): Protection(
        status="promised",
        text=tr("The loss of an isolated position is capped at its margin, by the protocol itself."),
        bearer=tr("backstop vault, then winners at the previous mark price"),
        source="Hyperliquid docs, Liquidations and Auto-deleveraging",
        date="2026-10-01",
        jurisdiction=PROTOCOL,
    ),
    ("hyperliquid", "cross"): Protection(
        status="practice",
        text=tr(
            "The whole account can be lost. What is missing beyond it is borne by winners: on "
            "2025-10-10, 302 accounts were negative by 23.19 million dollars, and 34,983 positions were "
            "deleveraged."
        ),
        bearer=tr("backstop vault, then winners at the previous mark price"),
        source="Hyperliquid docs, Auto-deleveraging; HyperMultiAssetedADL",
        date="2025-12-01",
        jurisdiction=PROTOCOL,
    ),
    ("deribit", "cross"): Protection(
        status="promised",
        text=tr(
            "Negative equity is reset to zero. If the fund is empty, the winners of the day share the loss; newer API "
            "documents speak of auto-deleveraging."
        ),
        bearer=tr("insurance fund, then winners: shared, or by auto-deleveraging"),
        source="Deribit support 25944777576477; API, user.liquidation",
        date="2026-11-01",
    ),
    ("kraken", "cross"): Protection(
        status="promised",
        text=tr("Kraken writes that an account balance can never go below zero; positions are assigned, then unwound."),
        bearer=tr("liquidity providers by assignment, then counterparties by unwinding"),
        source="Kraken support, futures liquidations",
        date="2026-03-17",
    ),
    ("dydx", "cross"): Protection(
        status="practice",
        text=tr(
            "The insurance fund pays up to the maximum spread; then counterparties chosen at random are "
            "reduced at the bankruptcy price."
        ),
        bearer=tr("insurance fund, then counterparties chosen at random"),
        source="help.dydx.trade 166973",
        date="2026-10-01",
        jurisdiction=PROTOCOL,
    ),
    ("bingx", "cross"): Protection(
        status="promised",
        text=tr('Users are "not held accountable" for a loss beyond their margin; the insurance fund bears it.'),
        bearer=tr("insurance fund"),
        source="BingX support 360045019194",
        date="2026-10-01",
    ),
}
for _venue, _source, _date in (
    ("gate", "Gate help, Auto-deleveraging", "2025-11-20"),
    ("kucoin", "KuCoin help, Auto-Deleveraging", "2025-12-31"),
    ("mexc", "MEXC support 360042504091", "2026-10-01"),
    ("htx", "HTX support 24959973437846 (futures; its margin loans may be claimed)", "2026-10-01"),
):
    _TABLE[_venue, "cross"] = Protection(
        status="practice", text=_PRACTICE, bearer=FUND_THEN_ADL, source=_source, date=_date
    )

NOT_FOUND = Protection(
    status="not found",
    text=tr("Nothing was found about losses beyond the margin at this venue."),
    bearer=tr("not known: it may be you"),
    source="none",
    date="2026-10-01",
)
PORTFOLIO_NOT_FOUND = Protection(
    status="not found",
    text=tr("Nothing was found about losses beyond the margin of portfolio accounts at this venue."),
    bearer=tr("not known: it may be you"),
    source="none",
    date="2026-10-01",
)


def family_of(venue: str) -> str:
    """Return the house that a venue id belongs to."""
    return FAMILIES.get(venue, venue)


def kind_of(account_mode: AccountMode | None, *, isolated: bool) -> Kind:
    """Return the kind of account whose terms hold for a position."""
    if account_mode == "portfolio":
        return "portfolio"
    return "isolated" if isolated else "cross"


def protection_of(venue: str, kind: Kind) -> Protection:
    """Return what is known of one kind of account at a venue; never a guess from another kind that is safer.

    An isolated position is at least as well protected as the cross account of its venue.
    """
    family = family_of(venue)
    found = _TABLE.get((family, kind))
    if found is not None:
        return found
    if kind == "portfolio":
        return PORTFOLIO_NOT_FOUND
    return _TABLE.get((family, "cross"), NOT_FOUND) if kind == "isolated" else NOT_FOUND


def listed() -> tuple[tuple[str, Kind, Protection], ...]:
    """Return the whole table, for the guide and the window."""
    return tuple((family, kind, entry) for (family, kind), entry in _TABLE.items())
