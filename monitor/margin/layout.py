"""Who shares equity with whom, and each venue's rules turned into columns: all that does not move with the marks.

The requirement of a position is `max over pieces of rate * value - deduction`, plus `curve * value**2`. Fees on the mark
value are in the rate, fixed amounts are in the deduction, the threshold is in both. For legs that are netted, the
larger one carries the requirement.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, BoolArray, FloatArray, IntArray
from monitor.margin import money
from monitor.margin.brackets import breaks, counted, maximum, tier_index
from monitor.margin.rules import Rules, VenueModel, setting_of
from monitor.model import Account, Collateral, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What may be said about a pool."""

    basis: str  # "exact", "estimate", "venue"
    reason: str
    computable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """m pools, n positions, a currencies."""

    of: IntArray  # (n,) pool of each position
    partner: IntArray  # (n,) the other leg of the same symbol in the same pool; -1
    asset: IntArray  # (n,) currency that the position settles in
    coin: IntArray  # (n,) currency in a shared pool that moves with the position's price; -1
    mover: IntArray  # (a,) a position whose price moves the currency's own; -1
    mover_mark: FloatArray  # (a,) that position's mark when the index was read
    isolated: BoolArray  # (n,)
    beta: FloatArray  # (n,) move for each move of all marks
    count: FloatArray  # (n,) what the floors count where that does not move with the mark; NaN: the notional
    account: IntArray  # (m,) index into book.accounts
    ids: tuple[str, ...]
    settle: tuple[str, ...]  # (m,) currency of the pool's figures
    rules: tuple[Rules, ...]  # (m,)
    terms: tuple[Terms, ...]  # (m,)
    shared: BoolArray  # (m,) reckoned in USD
    position_rules: tuple[Rules, ...]  # (n,)
    taker: FloatArray  # (n,)
    assets: money.Assets
    rate: FloatArray  # (k, n)
    deduction: FloatArray  # (k, n)
    breaks: FloatArray | None  # (k - 1, n) values at which the next piece binds; None: not in that order
    curve: FloatArray  # (n,)
    fixed: FloatArray  # (n,) amount of the requirement that does not move with the mark [settle]
    threshold: FloatArray  # (n,)
    hidden_fee: FloatArray  # (n,) part of the rate that the venue's maintenance figure leaves out
    cliff: BoolArray  # (n,) one tier by notional: chosen anew at each price
    frozen: BoolArray  # (n,) the requirement stays at today's mark
    reserve: FloatArray  # (n,) kept beside the isolated margin [settle]
    bankruptcy_fee: FloatArray  # (n,) rate that the bankruptcy price leaves room for
    bankruptcy_reserve: FloatArray  # (n,) amount that it leaves in the wallet [settle]
    initial_value: FloatArray  # (n,) value that initial margin is taken of; NaN: the value at mark
    initial_fee: FloatArray  # (n,) [settle]
    plain: bool  # every pool in its own currency

    @property
    def size(self) -> int:
        """Number of pools."""
        return len(self.ids)


def lay_out(book: Book, models: dict[str, VenueModel], fallback: VenueModel, at_ms: int | None = None) -> Layout:
    """Sort the positions into pools and turn the venues' rules into columns."""
    sorting = _Sorting(book, models, fallback, at_ms)
    rules = sorting.position_rules
    taker = np.array(sorting.taker, dtype=np.float64)
    partner = _partners(book, sorting.of)
    columns = _Columns(book, rules, taker, partner)
    columns.choose_tiers(sorting.of)
    columns.net_hedges()
    rate, deduction = columns.pieces()
    threshold, fixed = columns.threshold, columns.fixed
    reserve = columns.reserve()
    assets = sorting.assets(reserve)
    mover = _movers(book, sorting, len(assets.currency))
    return Layout(
        of=np.array(sorting.of, dtype=np.int64),
        partner=partner,
        asset=np.array(sorting.asset, dtype=np.int64),
        coin=np.array(sorting.coin, dtype=np.int64),
        mover=mover,
        mover_mark=np.where(mover >= 0, book.mark[mover], np.nan) if len(book.mark) else np.full(len(mover), np.nan),
        isolated=np.array([position.margin_mode == "isolated" for position in book.positions], dtype=bool),
        beta=np.array([1.0 if entry.beta is None else entry.beta for entry in book.positions], dtype=np.float64),
        count=columns.count,
        breaks=breaks(rate, deduction),
        account=np.array(sorting.owner, dtype=np.int64),
        ids=tuple(sorting.ids),
        settle=tuple(sorting.settle),
        rules=tuple(sorting.rules),
        terms=tuple(sorting.terms),
        shared=np.array(sorting.shared, dtype=bool),
        position_rules=rules,
        taker=taker,
        assets=assets,
        rate=rate,
        deduction=deduction,
        curve=columns.curve,
        fixed=fixed,
        threshold=threshold,
        hidden_fee=columns.where(lambda rule: rule.fee == "mark" and not rule.fee_in_maintenance) * taker,
        cliff=columns.cliff & ~columns.on_entry,
        frozen=columns.mask(lambda rule: rule.on == "frozen"),
        reserve=reserve,
        bankruptcy_fee=columns.where(lambda rule: rule.bankruptcy_fee) * taker,
        bankruptcy_reserve=np.where(columns.mask(lambda rule: rule.reserve == "closing"), reserve, 0.0),
        initial_value=np.where(
            columns.mask(lambda rule: rule.initial_on == "entry"), book.face * book.variable(book.entry), np.nan
        ),
        initial_fee=columns.initial_fee(),
        plain=assets.plain,
    )


class _Sorting:
    """One walk over the positions in plain Python: pools, their rules and currencies."""

    def __init__(self, book: Book, models: dict[str, VenueModel], fallback: VenueModel, at_ms: int | None) -> None:
        self._book = book
        self._index: dict[tuple[int, str], int] = {}
        self._asset_index: dict[tuple[int, str], int] = {}
        self._rules_of: dict[object, Rules] = {}
        self.of: list[int] = []
        self.asset: list[int] = []
        self.coin: list[int] = []
        self.taker: list[float] = []
        self.owner: list[int] = []
        self.ids: list[str] = []
        self.settle: list[str] = []
        self.rules: list[Rules] = []
        self.terms: list[Terms] = []
        self.shared: list[bool] = []
        self._currency: list[str] = []
        self._asset_pool: list[int] = []
        self._balance: list[float] = []
        self._pieces: list[money.Pieces] = []
        self._owe: list[float] = []
        self._isolated: list[tuple[int, int]] = []
        per_row: list[Rules] = []
        row = 0
        for number, account in enumerate(book.accounts):
            model = models.get(account.venue, fallback)
            native = money.is_native(
                account, {entry.settle for entry in account.positions if entry.margin_mode == "cross"}
            )
            for position in account.positions:
                rules = self._rules(model, account, position, at_ms)
                per_row.append(rules)
                self._sort(number, account, position, rules, native, row)
                row += 1
            self._idle_wallets(number, account, model, native, at_ms)
        self.position_rules = tuple(per_row)

    def _rules(self, model: VenueModel, account: Account, position: Position, at_ms: int | None) -> Rules:
        key = (id(model), account.account_mode, position.margin_mode, position.inverse, position.opened_ms)
        rules = self._rules_of.get(key)
        if rules is None:
            when = account.read_ms if at_ms is None and account.read_ms and account.read_ms > 10**12 else at_ms
            rules = self._rules_of[key] = model.rules(setting_of(account.account_mode, position, when))
        return rules

    def _sort(self, number: int, account: Account, position: Position, rules: Rules, native: bool, row: int) -> None:
        isolated = position.margin_mode == "isolated"
        shared = rules.shared and not isolated and not native
        if isolated:
            pool_id = f"isolated:{position.symbol}:{position.side}"
        else:
            pool_id = "cross:USD" if shared else f"cross:{position.settle}"
        pool = self._index.get((number, pool_id))
        if pool is None:
            pool = self._open(number, account, pool_id, "USD" if shared else position.settle, rules, shared=shared)
        self.of.append(pool)
        self.taker.append(rules.taker_rate if account.taker_fee_rate is None else account.taker_fee_rate)
        asset = self._asset_index.get((pool, position.settle))
        if asset is None:
            asset = self._hold(pool, account, position.settle, shared=shared)
        if isolated:
            self._balance[asset] = np.nan if position.isolated_margin is None else position.isolated_margin
            self._isolated.append((asset, row))
        self.asset.append(asset)
        base = position.symbol.split("/", 1)[0]
        self.coin.append(self._asset_index.get((pool, base), -1) if shared and not position.inverse else -1)

    def _open(self, number: int, account: Account, pool_id: str, settle: str, rules: Rules, *, shared: bool) -> int:
        pool = self._index[number, pool_id] = len(self.ids)
        self.owner.append(number)
        self.ids.append(pool_id)
        self.settle.append(settle)
        self.rules.append(rules)
        self.terms.append(_terms(rules, account))
        self.shared.append(shared)
        if shared:
            for collateral in account.collateral:
                self._hold(pool, account, collateral.currency, shared=True)
        return pool

    def _hold(self, pool: int, account: Account, currency: str, *, shared: bool) -> int:
        asset = self._asset_index[pool, currency] = len(self._currency)
        found = next((entry for entry in account.collateral if entry.currency == currency), None)
        self._currency.append(currency)
        self._asset_pool.append(pool)
        if shared:
            held = found or Collateral(currency=currency, wallet_balance=0.0)
            self._balance.append(held.wallet_balance)
            self._pieces.append(money.pieces(held))
            self._owe.append(money.requirement_factor(held))
        else:
            self._balance.append(np.nan if found is None else found.wallet_balance)
            self._pieces.append(money.NATIVE)
            self._owe.append(1.0)
        return asset

    def _idle_wallets(self, number: int, account: Account, model: VenueModel, native: bool, at_ms: int | None) -> None:
        """A wallet without positions is a pool too, unless it backs the shared one."""
        if (number, "cross:USD") in self._index and self.shared[self._index[number, "cross:USD"]]:
            return
        for collateral in account.collateral:
            if (number, f"cross:{collateral.currency}") not in self._index:
                setting = setting_of(account.account_mode, _IDLE, at_ms)
                pool = self._open(
                    number,
                    account,
                    f"cross:{collateral.currency}",
                    collateral.currency,
                    model.rules(setting),
                    shared=False,
                )
                self._hold(pool, account, collateral.currency, shared=False)

    def assets(self, reserve: FloatArray) -> money.Assets:
        """Return the currencies; an isolated wallet holds the reserve of its position too."""
        balance = np.array(self._balance, dtype=np.float64)
        for asset, row in self._isolated:
            balance[asset] += reserve[row]
        depth = max((len(steps) for steps in self._pieces), default=1)
        table = np.array(
            [[*steps, *[steps[-1]] * (depth - len(steps))] for steps in self._pieces], dtype=np.float64
        ).reshape(len(self._pieces), depth, 2)
        return money.Assets(
            currency=tuple(self._currency),
            pool=np.array(self._asset_pool, dtype=np.int64),
            balance=balance,
            factor=np.ascontiguousarray(table[:, :, 0].T),
            offset=np.ascontiguousarray(table[:, :, 1].T),
            owe=np.array(self._owe, dtype=np.float64),
        )


_IDLE = Position(
    symbol="",
    side="long",
    contracts=1.0,
    contract_size=1.0,
    inverse=False,
    settle="",
    entry_price=1.0,
    mark_price=1.0,
    margin_mode="cross",
    isolated_margin=None,
    leverage=None,
    tick_size=None,
    bracket_unit="notional",
    bracket_scheme="marginal",
    brackets=(),
)


def _terms(rules: Rules, account: Account) -> Terms:
    basis, reason = rules.basis, rules.reason
    if rules.fee != "none" and account.taker_fee_rate is None and rules.computable:
        basis = "estimate"
        reason = (
            f"{reason} The taker fee rate is not known: the venue's base rate of {rules.taker_rate:.4%} is assumed."
        )
    return Terms(basis=basis, reason=reason, computable=rules.computable)


def _movers(book: Book, sorting: _Sorting, count: int) -> IntArray:
    """(a,) the first position of a shared pool that follows the currency's price; -1."""
    mover = [-1] * count
    for row in range(len(book.positions) - 1, -1, -1):
        if sorting.coin[row] >= 0:
            mover[sorting.coin[row]] = row
        if book.positions[row].inverse and sorting.shared[sorting.of[row]]:
            mover[sorting.asset[row]] = row
    return np.array(mover, dtype=np.int64)


def _partners(book: Book, of: list[int]) -> IntArray:
    partner = [-1] * len(of)
    seen: dict[tuple[int, str], int] = {}
    for row, position in enumerate(book.positions):
        other = seen.setdefault((of[row], position.symbol), row)
        if other != row:
            partner[row], partner[other] = other, row
    return np.array(partner, dtype=np.int64)


class _Columns:
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

    def mask(self, test: object) -> BoolArray:
        """(n,) whether the rules of each position pass the test."""
        return self.where(test).astype(bool)

    def where(self, figure: object) -> FloatArray:
        """(n,) a figure of the rules of each position."""
        table = np.array([figure(rule) for rule in self._kinds], dtype=np.float64)  # type: ignore[operator]
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
            self.scale[small] = 0.0
            if rule.hedge == "net":
                self.scale[large] = 1.0 - ratio
                if ratio == 1.0:
                    for leg in (large, small):
                        self.fixed[leg] *= 2.0
            else:
                self.joined.append((int(large), int(small)))

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
