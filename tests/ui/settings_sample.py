"""Accounts, channels and rules of a user, what tests of them answer, and what the rules would say."""

from __future__ import annotations

from monitor.messages import AlertPreview, CheckLine, PreviewCount, PreviewLine, SelfTestResult
from monitor.model import KeyFacts
from monitor.settings import LADDERS, AccountConfig, AlertSettings, ChannelConfig, Override, PriceAlert
from tests.ui import sample

NOW = sample.NOW_MS
ACCOUNTS = (
    AccountConfig(id="Main", venue="binanceusdm", key=KeyFacts(rights="read-only", checked_ms=NOW, ip_bound=True)),
    AccountConfig(id="Swing", venue="bybit", key=KeyFacts(rights="can trade", checked_ms=NOW), trade_agreed_ms=NOW),
    AccountConfig(id="Basis", venue="okx", key=KeyFacts(rights="unverified", why="The venue does not tell them.")),
    AccountConfig(id="Alts", venue="bitget", enabled=False),
)
CHANNELS = (
    ChannelConfig(name="Phone", kind="pushover"),
    ChannelConfig(name="Mail", kind="email", server="smtp.example.com", sender="me@example.com", to="me@example.com"),
    ChannelConfig(name="Home server", kind="ntfy", enabled=False),
)
RULES = AlertSettings(
    overrides=(
        Override(symbol="SOL/USDT:USDT", side="short", liquidation_distance=LADDERS["Day"]),
        Override(account_id="Alts", margin_ratio=AlertSettings().margin_ratio),
    ),
    price_alerts=(
        PriceAlert(id="a", symbol="BTC/USDT:USDT", account_id="Main", when="below", price=61_000.5),
        PriceAlert(
            id="b", symbol="ETH/USDT:USDT", account_id="Main", when="above", price=4_000.0, armed_side="below",
            fired_ms=NOW - sample.HOUR_MS,
        ),
    ),
)  # fmt: skip
CHECKS = (
    CheckLine(ok=True, what="Reach", detail="The venue answered within 84 ms."),
    CheckLine(ok=True, what="Clock", detail="The venue's clock differs by +12 ms."),
    CheckLine(ok=True, what="Positions", detail="3 open positions, 2 of them cross."),
    CheckLine(ok=None, what="Rights", detail="The venue does not say what this key may do."),
    CheckLine(ok=False, what="Brackets", detail="PEPE/USDT:USDT: the venue sent no leverage brackets."),
)
LINKS = (
    CheckLine(ok=True, what="Read", detail="A position marked TEST was read."),
    CheckLine(ok=True, what="Risk", detail="It is 2.0 % from liquidation."),
    CheckLine(ok=True, what="Alarm", detail="CRITICAL was raised after 12 ms."),
    CheckLine(ok=True, what="Window", detail="The window showed it."),
    CheckLine(ok=None, what="Sound", detail="This computer has no sound device."),
    CheckLine(ok=False, what="Phone", detail="Pushover refused the token (400). Paste it again among the channels."),
)


FAILED = SelfTestResult(at_ms=NOW, ok=False, lines=LINKS)
NEEDS_CONSENT = "This key can trade and withdraw."


def preview(number: int) -> AlertPreview:
    """What the engine would say of the rules."""
    rows = (("SOL/USDT short", 3, 3.1), ("PEPE/USDT long", 2, 6.3), ("ETH/USDT long", 1, 8.7), ("BTC/USDT long", 0, 17))
    lines = tuple(
        PreviewLine(
            key=name, kind="liquidation_distance", level=level, title=f"{name} is {far} % from liquidation", text="",
            account_id="Main", position_key=name, begins_at=(0.15, 0.08, 0.04),
        )
        for name, level, far in rows
    )  # fmt: skip
    counts = tuple(
        PreviewCount(
            key=name, kind="liquidation_distance", name=name, warning=9 - 2 * number,
            danger=max(3 - number, 0), critical=0,
        )
        for number, (name, _level, _far) in enumerate(rows)
    )  # fmt: skip
    costly = PreviewCount(key="c", kind="exit_cost", name="PEPE/USDT long · Main", warning=2, danger=0, critical=0)
    since = NOW - 3 * 24 * sample.HOUR_MS
    return AlertPreview(
        request_id=number, error="", now=lines, counts=(*counts, costly), since_ms=since, until_ms=NOW, instants=8_640,
        counted_since={"exit_cost": since, "no_stop": since, "funding": since}, not_recorded=("funding_drift",),
    )  # fmt: skip
