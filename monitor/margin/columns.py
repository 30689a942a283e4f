"""Each venue's rules turned into columns: fees, fixed amounts, chosen tiers, netted legs.

The requirement of a position is `max over pieces of rate * value - deduction`, plus `curve * value**2`. Fees on the
mark value are in the rate, fixed amounts are in the deduction, the threshold is in both.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from monitor.book import Book, BoolArray, FloatArray, IntArray
from monitor.margin.brackets import counted, maximum, tier_index
from monitor.margin.rules import Rules


class Columns:
    """The rules as columns, step by step; numpy throughout except where legs are paired."""

    def __init__(self, book: Book, rules: tuple[Rules, ...], taker: FloatArray, partner: IntArray) -> None:
        self.book = book
        self.rules = rules
        self.taker = taker
        self.partner = partner
        kinds = {id(rule): rule for rule in rules}
        numbers = {key: number for number, key in enumerate(kinds)}
        self._kinds = list(kinds.values())
        self._kind = np.array([numbers[id(rule)] for rule in rules], dtype=np.int64)
        self.rate = book.schedules.rate
        self.deduction = book.schedules.deduction
        self.on_entry = self.mask(lambda rule: rule.on == "entry")
        self.threshold = self.where(lambda rule: rule.threshold)
        self.flat = self.mask(lambda rule: rule.flat)
        self.cliff = np.zeros(len(rules), dtype=bool)
        self.count = np.array(
            [
                np.nan if entry.bracket_unit == "notional" else counted(entry, entry.mark_price)
                for entry in book.positions
            ]
        )
        positions = book.positions
        slope = np.array([position.rate_slope or 0.0 for position in positions])
        self.curve = np.where(book.inverse, slope, 0.0) * self.threshold
        self.extra = np.where(book.inverse, 0.0, slope * book.face)
        self.extra = self.extra + self.where(lambda rule: rule.fee == "mark") * taker
        if any(rule.funding for rule in self._kinds):
            funding = np.array([position.funding_rate or 0.0 for position in positions])
            self.extra = self.extra + self.where(lambda rule: rule.funding) * funding
        self.closing = self._closing_fee()
        self.fixed = np.where(self.mask(lambda rule: rule.fee == "closing"), self.closing, 0.0)

    def mask(self, test: Callable[[Rules], bool]) -> BoolArray:
        """(n,) whether the rules of each position pass the test."""
        return self.where(test).astype(bool)

    def where(self, figure: Callable[[Rules], float]) -> FloatArray:
        """(n,) a figure of the rules of each position."""
        table = np.array([figure(rule) for rule in self._kinds], dtype=np.float64)
        return table[self._kind] if len(table) else np.zeros(0)

    def _closing_fee(self) -> FloatArray:
        """(n,) the fee of closing at the bankruptcy price, of the entry value [settle]."""
        book = self.book
        sign = np.where(book.inverse, 1.0, self.where(lambda rule: rule.closing_sign)) * book.direction
        share = np.nan_to_num(1.0 / book.leverage, nan=0.0)
        return book.face * book.variable(book.entry) * (1.0 + sign * share) * self.taker

    def choose_tiers(self, of: list[int]) -> None:
        """Keep of each whole-position schedule the one tier that holds; by notional it is chosen at each price."""
        positions = self.book.positions
        whole = [
            row for row, entry in enumerate(positions) if entry.bracket_scheme == "whole_position" or self.flat[row]
        ]
        if not whole:
            return
        self.rate, self.deduction = self.rate.copy(), self.deduction.copy()
        counts = self._counts(of, whole)
        for row in whole:
            if self.flat[row]:
                self.deduction[:, row] = 0.0
            position = positions[row]
            price = position.entry_price if self.on_entry[row] else position.mark_price
            by_value = position.bracket_unit == "notional"
            if by_value and not self.on_entry[row]:
                self.cliff[row] = True
                continue
            count = counted(position, price) if by_value else counts[row]
            self.count[row] = np.nan if by_value else count
            tier = int(tier_index(np.array([count]), self.book.schedules.floor[:, [row]])[0])
            self.rate[:, row] = self.rate[tier, row]
            self.deduction[:, row] = self.deduction[tier, row]

    def _counts(self, of: list[int], whole: list[int]) -> dict[int, float]:
        """What counts for the tiers by contracts or base: expiries of a family, or both legs, may count together."""
        positions = self.book.positions
        own = {row: counted(positions[row], positions[row].mark_price) for row in whole}
        sums: dict[tuple[object, ...], float] = {}
        keys: dict[int, tuple[object, ...]] = {}
        for row in whole:
            position, rule = positions[row], self.rules[row]
            name = position.symbol.split("-", 1)[0] if rule.family else position.symbol
            keys[row] = (of[row], name, None if rule.hedge == "larger" else position.side)
            sums[keys[row]] = sums.get(keys[row], 0.0) + own[row]
        return {row: sums[keys[row]] for row in whole}

    def net_hedges(self) -> None:
        """Let the larger leg carry what a venue requires of two netted legs."""
        self.scale = np.ones(len(self.rules))
        self.joined: list[tuple[int, int]] = []
        for row in np.flatnonzero(self.partner > np.arange(len(self.partner))):
            other, rule = int(self.partner[row]), self.rules[row]
            if rule.hedge == "sum":
                continue
            large, small = (row, other) if self.book.face[row] >= self.book.face[other] else (other, row)
            ratio = float(self.book.face[small] / self.book.face[large])
            large, small = int(large), int(small)
            self.scale[small] = 0.0
            if rule.hedge == "net":
                self.scale[large] = 1.0 - ratio
                if ratio == 1.0:
                    for leg in (large, small):
                        self.fixed[leg] *= 2.0
            else:
                self.joined.append((large, small))

    def pieces(self) -> tuple[FloatArray, FloatArray]:
        """Return rate and deduction (k, n) with fees, fixed amounts and threshold in them."""
        rate, deduction = self.rate, self.deduction
        if self.extra.any():
            rate = rate + self.extra
        if self.on_entry.any():
            rate, deduction = self._at_entry(rate, deduction)
        idle = self.scale == 0.0
        if idle.any() or (self.scale != 1.0).any():
            small_rate, small_deduction = rate, deduction
            rate, deduction = rate * self.scale, np.where(idle, 0.0, deduction)
            if self.joined:
                rate, deduction = self._join(rate, deduction, small_rate, small_deduction)
        if (self.threshold != 1.0).any():
            rate, deduction = rate * self.threshold, deduction * self.threshold
        if self.fixed.any():
            deduction = deduction - self.fixed
        return rate, deduction

    def _at_entry(self, rate: FloatArray, deduction: FloatArray) -> tuple[FloatArray, FloatArray]:
        value = self.book.face * self.book.variable(self.book.entry)
        required = maximum(value, rate, deduction)
        return np.where(self.on_entry, 0.0, rate), np.where(self.on_entry, -required, deduction)

    def _join(
        self, rate: FloatArray, deduction: FloatArray, small_rate: FloatArray, small_deduction: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """Give the larger leg the pieces of the smaller one too: the larger of two requirements."""
        more_rate, more_deduction = rate.copy(), deduction.copy()
        for large, small in self.joined:
            more_rate[:, large] = small_rate[:, small] * (self.book.face[small] / self.book.face[large])
            more_deduction[:, large] = small_deduction[:, small]
        return np.vstack([rate, more_rate]), np.vstack([deduction, more_deduction])

    def reserve(self) -> FloatArray:
        """(n,) the closing fee that stands beside an isolated margin [settle]."""
        margin = np.array([position.isolated_margin for position in self.book.positions], dtype=np.float64)
        entry_value = self.book.face * self.book.variable(self.book.entry)
        sign = np.where(self.book.inverse, 1.0, -1.0) * self.book.direction
        at_bankruptcy = self.taker * (entry_value + sign * margin)
        result = np.where(self.mask(lambda rule: rule.reserve == "closing"), self.fixed, 0.0)
        result = np.where(self.mask(lambda rule: rule.reserve == "bankruptcy"), at_bankruptcy, result)
        return np.where(np.isnan(margin), 0.0, result)

    def initial_fee(self) -> FloatArray:
        """(n,) the fee inside the initial margin [settle]."""
        taken = self.book.face * self.book.variable(self.book.entry) * self.taker
        closing = self.mask(lambda rule: rule.initial_fee == "closing")
        return np.where(closing, self.closing, self.where(lambda rule: rule.initial_fee == "taker") * taken)
