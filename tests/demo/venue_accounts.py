"""Accounts at OKX's and Hyperliquid's faces for tests: each margin and position mode, tiers crossed on the way down."""

from __future__ import annotations

from monitor.demo.specs import AccountSpec, PositionSpec, StopSpec

PAIRS = (
    PositionSpec(symbol="BTCUSDT", side="long", size=2.0),
    PositionSpec(symbol="ETHUSDT", side="short", size=20.0, entry=1_800.0),
    PositionSpec(symbol="SOLUSDT", side="long", size=900.0, entry=25.0),
)
ISOLATED = (
    PositionSpec(symbol="BTCUSDT", side="long", size=30.0, margin_mode="isolated", isolated_wallet=60_000.0),
    PositionSpec(symbol="ETHUSDT", side="short", size=40.0, margin_mode="isolated", isolated_wallet=9_000.0),
    PositionSpec(symbol="DOGEUSDT", side="long", size=900_000.0, margin_mode="isolated", isolated_wallet=7_000.0),
)
LEGS = (
    PositionSpec(symbol="BTCUSDT", side="long", size=30.0, entry=29_000.0),
    PositionSpec(symbol="BTCUSDT", side="short", size=12.0, entry=28_500.0),
    PositionSpec(symbol="XRPUSDT", side="short", size=20_000.0, margin_mode="isolated", isolated_wallet=3_000.0),
    PositionSpec(symbol="XRPUSDT", side="long", size=30_000.0, margin_mode="isolated", isolated_wallet=3_000.0),
)
STOP = StopSpec(symbol="BTCUSDT", side="long", trigger_price=25_000.0)

OKX = (
    AccountSpec(label="Isolated", venue="okx", wallet=1_000.0, positions=ISOLATED),
    AccountSpec(label="Cross", venue="okx", wallet=20_000.0, positions=PAIRS, stops=(STOP,)),
    AccountSpec(label="Hedge", venue="okx", wallet=90_000.0, positions=LEGS, position_mode="hedge"),
    AccountSpec(label="Multi", venue="okx", wallet=20_000.0, positions=PAIRS, multi_assets=True),
)
HYPERLIQUID = (
    AccountSpec(label="Alone", venue="hyperliquid", wallet=1_000.0, positions=ISOLATED),
    AccountSpec(label="Pool", venue="hyperliquid", wallet=20_000.0, positions=PAIRS, stops=(STOP,)),
    AccountSpec(
        label="Large",
        venue="hyperliquid",
        wallet=28e6,
        positions=(PositionSpec(symbol="BTCUSDT", side="long", size=6_000.0), *PAIRS[1:]),
    ),
)
