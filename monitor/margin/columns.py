"""Each venue's rules turned into columns: fees, fixed amounts, chosen tiers, netted legs.

The requirement of a position is `max over pieces of rate * value - deduction`, plus `curve * value**2`. Fees on the
mark value are in the rate, fixed amounts are in the deduction, the threshold is in both.
"""

from __future__ import annotations

import numpy as np

from monitor.book import Book, FloatArray, IntArray, filled
from monitor.margin.brackets import counted, maximum, tier_index
from monitor.margin.rules import Rules
from monitor.margin.sorting import Sorting


def _switches(rules: Rules) -> tuple[bool, ...]:
    return (
        rules.flat,
        rules.on == "entry",
        rules.on == "frozen",
        rules.fee == "mark",
        rules.fee == "mark" and not rules.fee_in_maintenance,
        rules.fee == "closing",
        rules.reserve == "closing",
        rules.reserve == "bankruptcy",
        rules.bankruptcy_fee,
        rules.initial_on == "entry",
        rules.initial_fee == "closing",
        rules.initial_fee == "taker",
    )


class Columns:
    """The rules as columns, step by step; numpy throughout except where legs are paired."""

    def __init__(self, book: Book, sorting: Sorting, partner: IntArray) -> None:
        self.book = book
        self.taker = taker = sorting.taker
        self.partner = partner
        self._kinds, self._kind = sorting.kinds, sorting.kind
        count = len(book.positions)
        self.rate = book.schedules.rate
        self.deduction = book.schedules.deduction
        switches = np.array([_switches(rules) for rules in self._kinds], dtype=bool).reshape(-1, 12)
        (
            self.flat,
            self.on_entry,
            self.frozen,
            fee_on_mark,
            fee_hidden,
            self.fee_closing,
            self.reserve_closing,
            self.reserve_bankruptcy,
            fee_in_bankruptcy,
            self.initial_on_entry,
            self.initial_closing,
            self.initial_taker,
        ) = switches.T.take(self._kind, axis=1)
        self.hidden_fee, self.bankruptcy_fee = fee_hidden * taker, fee_in_bankruptcy * taker
        self.threshold = self._of_kind([rules.threshold for rules in self._kinds])
        self.cliff = np.zeros(count, dtype=bool)
        self.count = self._counted()
        slope = book.rate_slope
        self.curve = np.where(book.inverse, slope, 0.0) * self.threshold
        self.extra = np.where(book.inverse, 0.0, slope * book.face) + fee_on_mark * taker
        if any(rules.funding for rules in self._kinds):
            funding = filled([position.funding_rate for position in book.positions], 0.0)
            self.extra = self.extra + self._of_kind([float(rules.funding) for rules in self._kinds]) * funding
        self.closing = np.zeros(count)
        if any(rules.fee == "closing" or rules.initial_fee == "closing" for rules in self._kinds):
            self.closing = self._closing_fee()
        self.fixed = np.where(self.fee_closing, self.closing, 0.0)

    def _of_kind(self, figures: list[float]) -> FloatArray:
        """(n,) a figure of the rules of each position."""
        return np.array(figures, dtype=np.float64).take(self._kind)

    def _counted(self) -> FloatArray:
        """(n,) what the floors count where that does not move with the mark; NaN: the notional."""
        count = np.full(len(self.book.positions), np.nan)
        for row in np.flatnonzero(~self.book.by_notional):
            position = self.book.positions[row]
            count[row] = counted(position, position.mark_price)
        return count

    def _closing_fee(self) -> FloatArray:
        """(n,) the fee of closing at the bankruptcy price, of the entry value [settle]."""
        book = self.book
        closing_sign = self._of_kind([float(rules.closing_sign) for rules in self._kinds])
        sign = np.where(book.inverse, 1.0, closing_sign) * book.direction
        share = np.nan_to_num(1.0 / book.leverage, nan=0.0)
        return book.face * book.variable(book.entry) * (1.0 + sign * share) * self.taker

    def choose_tiers(self, of: IntArray) -> None:
        """Keep of each whole-position schedule the one tier that holds; by notional it is chosen at each price."""
        positions = self.book.positions
        whole = np.flatnonzero(~self.book.marginal | self.flat).tolist()
        if not whole:
            return
        self.rate, self.deduction = self.rate.copy(), self.deduction.copy()
        counts = self._counts(of, whole)
        for row in whole:
            if self.flat[row]:
                self.deduction[:, row] = 0.0
            position = positions[row]
            price = position.entry_price if self.on_entry[row] else position.mark_price
            by_value = bool(self.book.by_notional[row])
            if by_value and not self.on_entry[row]:
                self.cliff[row] = True
                continue
            count = counted(position, price) if by_value else counts[row]
            self.count[row] = np.nan if by_value else count
            tier = int(tier_index(np.array([count]), self.book.schedules.floor[:, [row]])[0])
            self.rate[:, row] = self.rate[tier, row]
            self.deduction[:, row] = self.deduction[tier, row]

    def _counts(self, of: IntArray, whole: list[int]) -> dict[int, float]:
        """What counts for the tiers by contracts or base: expiries of a family, or both legs, may count together."""
        positions = self.book.positions
        own = {row: counted(positions[row], positions[row].mark_price) for row in whole}
        sums: dict[tuple[object, ...], float] = {}
        keys: dict[int, tuple[object, ...]] = {}
        for row in whole:
            position, rule = positions[row], self._kinds[self._kind[row]]
            name = position.symbol.split("-", 1)[0] if rule.family else position.symbol
            keys[row] = (int(of[row]), name, None if rule.hedge == "larger" else position.side)
            sums[keys[row]] = sums.get(keys[row], 0.0) + own[row]
        return {row: sums[keys[row]] for row in whole}

    def net_hedges(self) -> None:
        """Let the larger leg carry what a venue requires of two netted legs."""
        self.scale, self.at_entry = np.ones(len(self._kind)), np.ones(len(self._kind))
        self.netted = False
        self.joined: list[tuple[int, int]] = []
        for row in np.flatnonzero(self.partner > np.arange(len(self.partner))):
            other, rule = int(self.partner[row]), self._kinds[self._kind[row]]
            if rule.hedge == "sum":
                continue
            large, small = (row, other) if self.book.face[row] >= self.book.face[other] else (other, row)
            ratio = float(self.book.face[small] / self.book.face[large])
            large, small = int(large), int(small)
            self.netted = True
            self.scale[small] = 0.0
            if rule.hedge == "net":
                self.scale[large] = self.at_entry[large] = 1.0 - ratio
                self.at_entry[small] = 0.0
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
        if any(rules.on == "entry" for rules in self._kinds):
            rate, deduction = self._at_entry(rate, deduction)
        if self.netted:
            idle = self.scale == 0.0
            small_rate, small_deduction = rate, deduction
            rate, deduction = rate * self.scale, np.where(idle, 0.0, deduction)
            if self.joined:
                rate, deduction = self._join(rate, deduction, small_rate, small_deduction)
        if any(rules.threshold != 1.0 for rules in self._kinds):
            rate, deduction = rate * self.threshold, deduction * self.threshold
        if self.fixed.any():
            deduction = deduction - self.fixed
        return rate, deduction

    def _at_entry(self, rate: FloatArray, deduction: FloatArray) -> tuple[FloatArray, FloatArray]:
        value = self.at_entry * self.book.face * self.book.variable(self.book.entry)
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
        if all(rules.reserve == "none" for rules in self._kinds):
            return np.zeros(len(self._kind))
        margin = np.array([position.isolated_margin for position in self.book.positions], dtype=np.float64)
        entry_value = self.book.face * self.book.variable(self.book.entry)
        at_bankruptcy = self.taker * (entry_value + self._bankruptcy_sign() * margin)
        result = np.where(self.reserve_closing, self.fixed, 0.0)
        result = np.where(self.reserve_bankruptcy, at_bankruptcy, result)
        return np.where(np.isnan(margin), 0.0, result)

    def margin_worth(self) -> FloatArray:
        """(n,) how much equity one unit of added margin gives: a fee reserved at bankruptcy changes with the margin."""
        if all(rules.reserve != "bankruptcy" for rules in self._kinds):
            return np.ones(len(self._kind))
        moves = self.reserve_bankruptcy & np.array(
            [position.isolated_margin is not None for position in self.book.positions], dtype=bool
        )
        return np.where(moves, 1.0 + self.taker * self._bankruptcy_sign(), 1.0)

    def _bankruptcy_sign(self) -> FloatArray:
        """(n,) whether more margin raises (+1) or lowers (-1) the value at the bankruptcy price [settle]."""
        return np.where(self.book.inverse, 1.0, -1.0) * self.book.direction

    def initial_fee(self) -> FloatArray:
        """(n,) the fee inside the initial margin [settle]."""
        if all(rules.initial_fee == "none" for rules in self._kinds):
            return np.zeros(len(self._kind))
        taken = self.book.face * self.book.variable(self.book.entry) * self.taker
        return np.where(self.initial_closing, self.closing, self.initial_taker * taken)

    def initial_value(self) -> FloatArray:
        """(n,) value that initial margin is taken of; NaN: the value at mark."""
        if all(rules.initial_on != "entry" for rules in self._kinds):
            return np.full(len(self._kind), np.nan)
        return np.where(self.initial_on_entry, self.book.face * self.book.variable(self.book.entry), np.nan)
