"""The demo's four accounts, one a venue: a book that starts calm, is hurt by the scenario's fall, and partly survives.

Distances are set as parts of the scenario's own fall, so that every scenario tells the same story: some positions are
liquidated on the way down, some are saved by their stop, some survive, and one stop lies where it can never help.
"""

from __future__ import annotations

from monitor.demo.market import Market
from monitor.demo.sizing import Leg, Sizing
from monitor.demo.specs import AccountSpec, LimitSpec, PositionSpec, StopSpec

WALLETS = {"Main": 184_000.0, "Swing": 92_000.0, "Alts": 31_000.0, "Onchain": 47_000.0}  # what each is worth about
LEAST_DISTANCE = 0.125  # no position starts nearer to its liquidation than this


def demo_book(market: Market, venue: str | None = None) -> tuple[AccountSpec, ...]:
    """Return the demo's accounts at the market's prices; the market needs the ten named coins.

    Args:
        venue: where all of them are kept, but for Hyperliquid's; None: at four venues.
    """
    fall = market.scenario.fall
    book = (
        _main(Sizing(market, venue or "binanceusdm"), fall),
        _swing(Sizing(market, venue or "bybit"), fall),
        _alts(Sizing(market, venue or "okx"), fall),
    )
    return book if venue is not None else (*book, _onchain(Sizing(market, "hyperliquid"), fall))


def crowd_book(market: Market, count: int) -> tuple[AccountSpec, ...]:
    """Return one cross account with `count` positions, one symbol each, far from liquidation: for benchmarks."""
    positions = tuple(
        PositionSpec(
            symbol=contract.name,
            side="long" if contract.index % 2 else "short",
            size=max(contract.step, round(2_000.0 / market.mark(contract.name), contract.step_digits)),
            leverage=5,
        )
        for contract in market.symbols[:count]
    )
    return (AccountSpec(label="Crowd", wallet=1_200.0 * max(1, count), positions=positions),)


def _main(at: Sizing, fall: float) -> AccountSpec:
    """Cross, one-way: liquidated at about two thirds of the fall; its BTC has a stop beyond that point."""
    legs = (
        Leg(base="BTC", side="long", weight=1.0, gain=0.012, leverage=20),
        Leg(base="ETH", side="long", weight=0.62, gain=-0.018, leverage=20),
        Leg(base="SOL", side="short", weight=0.16, gain=0.021, leverage=10),
    )
    wallet = WALLETS["Main"]
    positions = at.cross(legs, wallet, shock=max(0.66 * fall, 0.1))
    stops = (
        StopSpec(symbol="BTCUSDT", side="long", trigger_price=at.price("BTC", -1.55 * fall)),
        StopSpec(symbol="SOLUSDT", side="short", trigger_price=at.price("SOL", 0.09)),
    )
    return AccountSpec(label="Main", venue=at.venue, wallet=wallet, positions=positions, stops=stops)


def _swing(at: Sizing, fall: float) -> AccountSpec:
    """Cross, hedge mode: a large ETH long with a smaller short; a stop halves the trouble, and it survives."""
    legs = (
        Leg(base="ETH", side="long", weight=1.0, gain=0.031, leverage=15),
        Leg(base="ETH", side="short", weight=0.45, gain=-0.022, leverage=15),
        Leg(base="BNB", side="long", weight=0.3, gain=0.008, leverage=10),
    )
    wallet = WALLETS["Swing"]
    positions = at.cross(legs, wallet, shock=1.1 * fall)
    stops = (
        StopSpec(symbol="ETHUSDT", side="long", trigger_price=at.price("ETH", -0.8 * fall)),
        StopSpec(symbol="ETHUSDT", side="short", trigger_price=at.price("ETH", -1.6 * fall), kind="TAKE_PROFIT_MARKET"),
    )
    sale = LimitSpec(
        symbol="BNBUSDT",
        side="SELL",
        price=at.price("BNB", 0.07),
        size=round(positions[2].size / 2, at.contract("BNB").step_digits),
        reduce_only=True,
        position_side="LONG",
    )
    return AccountSpec(
        label="Swing",
        venue=at.venue,
        wallet=wallet,
        position_mode="hedge",
        positions=positions,
        stops=stops,
        limits=(sale,),
    )


def _alts(at: Sizing, fall: float) -> AccountSpec:
    """Isolated, one-way: two longs that fall early, one that a stop saves, a short that gains."""
    wallet = WALLETS["Alts"]
    positions = (
        at.isolated("DOGE", "long", 0.95 * wallet, distance=max(0.6 * fall, LEAST_DISTANCE + 0.01), gain=-0.004),
        at.isolated("LINK", "long", 0.70 * wallet, distance=max(0.78 * fall, 0.15), gain=0.016),
        at.isolated("AVAX", "long", 0.35 * wallet, distance=max(1.3 * fall, 0.2), gain=-0.011),
        at.isolated("XRP", "short", 0.60 * wallet, distance=0.22, gain=0.013),
    )
    stops = (
        StopSpec(symbol="AVAXUSDT", side="long", trigger_price=at.price("AVAX", -0.55 * fall)),
        StopSpec(symbol="XRPUSDT", side="short", trigger_price=at.price("XRP", 0.08)),
    )
    free = wallet - sum(position.isolated_wallet for position in positions)
    return AccountSpec(label="Alts", venue=at.venue, wallet=round(free, 2), positions=positions, stops=stops)


def _onchain(at: Sizing, fall: float) -> AccountSpec:
    """Cross with an isolated position beside it: a pair that the fall leaves standing, and a coin that it does not."""
    legs = (
        Leg(base="LTC", side="long", weight=1.0, gain=0.007, leverage=8),
        Leg(base="BTC", side="short", weight=0.5, gain=-0.005, leverage=10),
    )
    wallet = WALLETS["Onchain"]
    apart = at.isolated("ADA", "long", 0.3 * wallet, distance=max(0.9 * fall, 0.16), gain=0.009)
    free = round(wallet - apart.isolated_wallet, 2)
    positions = (*at.cross(legs, free, shock=max(1.35 * fall, 0.23)), apart)
    stop = StopSpec(symbol="BTCUSDT", side="short", trigger_price=at.price("BTC", 0.11))
    return AccountSpec(label="Onchain", venue=at.venue, wallet=free, positions=positions, stops=(stop,))
