"""The demo's three accounts: a book that starts calm, is hurt by the scenario's fall, and partly survives it.

Distances are set as parts of the scenario's own fall, so that every scenario tells the same story: some positions are
liquidated on the way down, some are saved by their stop, some survive, and one stop lies where it can never help.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from monitor.demo.market import Market
from monitor.demo.scenario import find_scenario
from monitor.demo.specs import AccountSpec, LimitSpec, PositionSpec, Side, StopSpec
from monitor.demo.symbols import Symbol
from monitor.demo.world import World, wall_ms

WALLETS = {"Main": 184_000.0, "Swing": 92_000.0, "Alts": 31_000.0}  # what each account is worth about [USDT]
LEAST_DISTANCE = 0.125  # no position starts nearer to its liquidation than this


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leg:
    """A position as part of an account: how much, which way, and how it has done so far."""

    base: str
    side: Side
    weight: float  # notional relative to the account's other legs
    gain: float  # unrealised profit at the start, fraction of notional
    leverage: int


def demo_world(
    scenario: str, seed: int = 1, *, speed: float | None = None, clock: Callable[[], int] = wall_ms, symbols: int = 10
) -> World:
    """Return the demo as a world to step by hand, without sockets.

    Args:
        speed: market seconds per wall second; None: the scenario's own.
        clock: the wall clock that its answers tell, ms UTC.

    Raises:
        ValueError: there is no such scenario.
    """
    chosen = find_scenario(scenario)
    market = Market(chosen, seed=seed, symbols=symbols)
    return World(market, demo_book(market), speed=chosen.speed if speed is None else speed, clock=clock)


def demo_book(market: Market) -> tuple[AccountSpec, ...]:
    """Return the three demo accounts at the market's prices; the market needs the ten named coins."""
    fall = market.scenario.fall
    return (_main(market, fall), _swing(market, fall), _alts(market, fall))


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


def _main(market: Market, fall: float) -> AccountSpec:
    """Cross, one-way: liquidated at about two thirds of the fall; its BTC has a stop beyond that point."""
    legs = (
        _Leg(base="BTC", side="long", weight=1.0, gain=0.012, leverage=20),
        _Leg(base="ETH", side="long", weight=0.62, gain=-0.018, leverage=20),
        _Leg(base="SOL", side="short", weight=0.16, gain=0.021, leverage=10),
    )
    wallet = WALLETS["Main"]
    positions = _cross_positions(market, legs, wallet, shock=max(0.66 * fall, 0.1))
    bitcoin, solana = _price(market, "BTC"), _price(market, "SOL")
    stops = (
        StopSpec(symbol="BTCUSDT", side="long", trigger_price=_tick(market, "BTC", bitcoin * (1 - 1.55 * fall))),
        StopSpec(symbol="SOLUSDT", side="short", trigger_price=_tick(market, "SOL", solana * 1.09)),
    )
    return AccountSpec(label="Main", wallet=wallet, positions=positions, stops=stops)


def _swing(market: Market, fall: float) -> AccountSpec:
    """Cross, hedge mode: a large ETH long with a smaller short; a stop halves the trouble, and it survives."""
    legs = (
        _Leg(base="ETH", side="long", weight=1.0, gain=0.031, leverage=15),
        _Leg(base="ETH", side="short", weight=0.45, gain=-0.022, leverage=15),
        _Leg(base="BNB", side="long", weight=0.3, gain=0.008, leverage=10),
    )
    wallet = WALLETS["Swing"]
    positions = _cross_positions(market, legs, wallet, shock=1.1 * fall)
    ether = _price(market, "ETH")
    bnb = _price(market, "BNB")
    stops = (
        StopSpec(symbol="ETHUSDT", side="long", trigger_price=_tick(market, "ETH", ether * (1 - 0.8 * fall))),
        StopSpec(
            symbol="ETHUSDT",
            side="short",
            trigger_price=_tick(market, "ETH", ether * (1 - 1.6 * fall)),
            kind="TAKE_PROFIT_MARKET",
        ),
    )
    size = round(positions[2].size / 2, market.by_name["BNBUSDT"].step_digits)
    sale = LimitSpec(
        symbol="BNBUSDT",
        side="SELL",
        price=_tick(market, "BNB", bnb * 1.07),
        size=size,
        reduce_only=True,
        position_side="LONG",
    )
    return AccountSpec(
        label="Swing", wallet=wallet, position_mode="hedge", positions=positions, stops=stops, limits=(sale,)
    )


def _alts(market: Market, fall: float) -> AccountSpec:
    """Isolated, one-way: two longs that fall early, one that a stop saves, a short that gains."""
    wallet = WALLETS["Alts"]
    positions = (
        _isolated(market, "DOGE", "long", 0.95 * wallet, distance=max(0.6 * fall, LEAST_DISTANCE + 0.01), gain=-0.004),
        _isolated(market, "LINK", "long", 0.70 * wallet, distance=max(0.78 * fall, 0.15), gain=0.016),
        _isolated(market, "AVAX", "long", 0.35 * wallet, distance=max(1.3 * fall, 0.2), gain=-0.011),
        _isolated(market, "XRP", "short", 0.60 * wallet, distance=0.22, gain=0.013),
    )
    avax, xrp = _price(market, "AVAX"), _price(market, "XRP")
    stops = (
        StopSpec(symbol="AVAXUSDT", side="long", trigger_price=_tick(market, "AVAX", avax * (1 - 0.55 * fall))),
        StopSpec(symbol="XRPUSDT", side="short", trigger_price=_tick(market, "XRP", xrp * 1.08)),
    )
    free = wallet - sum(position.isolated_wallet for position in positions)
    return AccountSpec(label="Alts", wallet=round(free, 2), positions=positions, stops=stops)


def _cross_positions(
    market: Market, legs: tuple[_Leg, ...], wallet: float, *, shock: float
) -> tuple[PositionSpec, ...]:
    """Size the legs so that the pool is liquidated when BTC has fallen by `shock` and the coins by their betas."""
    low, high = 0.0, 60.0  # gross notional of the heaviest leg over the wallet
    for _ in range(60):
        middle = (low + high) / 2
        if _headroom(market, legs, wallet, middle * wallet, shock) > 0:
            low = middle
        else:
            high = middle
    return tuple(_position(market, leg, low * wallet * leg.weight) for leg in legs)


def _headroom(market: Market, legs: tuple[_Leg, ...], wallet: float, notional: float, shock: float) -> float:
    """Margin balance less requirement after the shock, if the leg of weight 1 is worth `notional` now."""
    total = wallet
    for leg in legs:
        contract = market.by_name[f"{leg.base}USDT"]
        value = notional * leg.weight
        after = value * (1 - shock) ** contract.beta
        direction = 1 if leg.side == "long" else -1
        total += value * leg.gain + direction * (after - value) - contract.schedule.requirement(after)
    return total


def _position(market: Market, leg: _Leg, notional: float) -> PositionSpec:
    contract = market.by_name[f"{leg.base}USDT"]
    mark = _price(market, leg.base)
    return PositionSpec(
        symbol=contract.name,
        side=leg.side,
        size=round(notional / mark, contract.step_digits),
        entry=_entry(contract, mark, leg.side, leg.gain),
        leverage=leg.leverage,
    )


def _isolated(market: Market, base: str, side: Side, notional: float, *, distance: float, gain: float) -> PositionSpec:
    """Return an isolated position whose wallet lets it live for `distance` (fraction of the mark)."""
    contract = market.by_name[f"{base}USDT"]
    mark = _price(market, base)
    size = round(notional / mark, contract.step_digits)
    entry = _entry(contract, mark, side, gain)
    sign = 1 if side == "long" else -1
    end = mark * (1 - sign * distance)
    wallet = contract.schedule.requirement(size * end) - sign * size * (end - entry)
    return PositionSpec(
        symbol=contract.name,
        side=side,
        size=size,
        entry=entry,
        margin_mode="isolated",
        isolated_wallet=round(wallet, 2),
        leverage=max(1, round(size * mark / wallet)),
    )


def _entry(contract: Symbol, mark: float, side: Side, gain: float) -> float:
    entry = mark / (1 + gain) if side == "long" else mark / (1 - gain)
    return round(entry, contract.price_digits)


def _price(market: Market, base: str) -> float:
    return market.mark(f"{base}USDT")


def _tick(market: Market, base: str, value: float) -> float:
    """Round a price to the coin's own step."""
    return round(value, market.by_name[f"{base}USDT"].price_digits)
