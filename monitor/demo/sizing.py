"""How the demo's positions are sized: so that each falls where the story wants it, by its own venue's rules.

A distance is a fraction of the mark; sizes are rounded to the venue's steps, so a target is met but for a rounding.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from monitor.demo.margin import Pool
from monitor.demo.market import Market
from monitor.demo.position import Position
from monitor.demo.rules import Rules
from monitor.demo.specs import MarginMode, PositionSpec, Side
from monitor.demo.symbols import Symbol
from monitor.demo.venues import RULES

HALVINGS = 60
MOST_GROSS = 60.0  # notional of the heaviest leg, in wallets


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A position as part of an account: how much, which way, and how it has done so far."""

    base: str
    side: Side
    weight: float  # notional relative to the account's other legs
    gain: float  # unrealised profit at the start, fraction of notional
    leverage: int


class Sizing:
    """Sizes positions at one venue, at the market's present prices."""

    def __init__(self, market: Market, venue: str) -> None:
        self._market = market
        self._rules: Rules = RULES[venue](market)
        self.venue = venue

    def contract(self, base: str) -> Symbol:
        """Return a coin's contract at this venue."""
        return self._rules.symbols[f"{base}USDT"]

    def price(self, base: str, change: float) -> float:
        """Return a coin's mark moved by a fraction, on the contract's tick."""
        return round(self._mark(base) * (1 + change), self.contract(base).price_digits)

    def cross(self, legs: Iterable[Leg], wallet: float, *, shock: float) -> tuple[PositionSpec, ...]:
        """Size the legs so that the pool is liquidated when BTC has fallen by `shock` and the coins by their betas."""
        wanted = tuple(legs)
        low, high = 0.0, MOST_GROSS * wallet
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            held = [_held(self._position(leg, middle * leg.weight, rounded=False)) for leg in wanted]
            if self._stands(held, wallet, shock):
                low = middle
            else:
                high = middle
        return tuple(self._position(leg, low * leg.weight) for leg in wanted)

    def isolated(self, base: str, side: Side, notional: float, *, distance: float, gain: float) -> PositionSpec:
        """Return an isolated position whose wallet lets it live for `distance`."""
        leg = Leg(base=base, side=side, weight=1.0, gain=gain, leverage=1)
        spec = self._position(leg, notional, margin_mode="isolated")
        mark = self._mark(base)
        end = mark * (1 - distance if side == "long" else 1 + distance)
        leverage = spec.leverage
        wallet = 0.0
        for _ in range(4):  # the leverage follows from the wallet, and at some venues a fee from the leverage
            held = _held(spec, leverage)
            wallet = self._rules.requirement((held,), end) - held.pnl(end)
            leverage = max(1, min(self.contract(base).schedule.leverages[0], round(spec.size * mark / wallet)))
        return PositionSpec(
            symbol=spec.symbol,
            side=side,
            size=spec.size,
            entry=spec.entry,
            margin_mode="isolated",
            isolated_wallet=round(wallet, 2),
            leverage=leverage,
        )

    def _stands(self, held: list[Position], wallet: float, shock: float) -> bool:
        betas = self._market.by_name
        marks = {one.symbol: self._market.mark(one.symbol) * (1 - shock) ** betas[one.symbol].beta for one in held}
        pool = Pool(id="cross", wallet=wallet, positions=tuple(held), rules=self._rules)
        return pool.balance(marks) > pool.requirement(marks)

    def _position(
        self, leg: Leg, notional: float, *, rounded: bool = True, margin_mode: MarginMode = "cross"
    ) -> PositionSpec:
        contract, mark = self.contract(leg.base), self._mark(leg.base)
        entry = mark / (1 + leg.gain) if leg.side == "long" else mark / (1 - leg.gain)
        size = notional / mark
        return PositionSpec(
            symbol=contract.name,
            side=leg.side,
            size=round(size, contract.step_digits) if rounded else size,
            entry=round(entry, contract.price_digits),
            margin_mode=margin_mode,
            leverage=leg.leverage,
        )

    def _mark(self, base: str) -> float:
        return self._market.mark(f"{base}USDT")


def _held(spec: PositionSpec, leverage: int | None = None) -> Position:
    """The position that a spec opens, as the venue's rules see it."""
    assert spec.entry is not None
    return Position(
        symbol=spec.symbol,
        position_side=spec.side.upper(),
        size=spec.size if spec.side == "long" else -spec.size,
        entry=spec.entry,
        isolated=spec.margin_mode == "isolated",
        isolated_wallet=0.0,
        leverage=leverage or spec.leverage,
        update_ms=0,
    )
