"""Which positions share equity: one walk over the positions in plain Python, into pools and their currencies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from monitor.book import Book, FloatArray, IntArray
from monitor.language import tr
from monitor.margin import money
from monitor.margin.rules import Rules, VenueModel, setting_of
from monitor.model import Account, Collateral, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What may be said about a pool."""

    basis: str  # "exact", "estimate", "venue"
    reason: str
    computable: bool


Kind = tuple[str, str, bool, int | None]  # settle, margin mode, inverse, time of opening
Rows = slice | list[int]

FIRST_DATED_MS = 1_500_000_000_000  # 2017: a clock that shows less counts from its own start and dates no rules


class Sorting:
    """One walk over the accounts in plain Python: pools, their rules and currencies.

    Positions of one kind in one account share their rules, and their pool where that is a cross one.
    """

    def __init__(self, book: Book, models: dict[str, VenueModel], fallback: VenueModel, at_ms: int | None) -> None:
        self._index: dict[tuple[int, str], int] = {}
        self._asset_index: dict[tuple[int, str], int] = {}
        self._rules_of: dict[object, Rules] = {}
        self._known_terms: dict[tuple[int, bool], Terms] = {}
        self.kinds: list[Rules] = []
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
        self._doubts: list[tuple[int, str]] = []  # a pool, and its currency that may be meant in two ways
        count = len(book.positions)
        self.asset, self.coin = np.full(count, -1, dtype=np.int64), np.full(count, -1, dtype=np.int64)
        self.kind, self.taker = np.zeros(count, dtype=np.int64), np.zeros(count)
        self.isolated = np.zeros(count, dtype=bool)
        start = 0
        for number, account in enumerate(book.accounts):
            model = models.get(account.venue, fallback)
            groups = _alike(account.positions, start)
            native = money.is_native(account, {kind[0] for kind in groups if kind[1] == "cross"})
            for rows, positions in groups.values():
                rules = self._rules(model, account, positions[0], at_ms)
                self.kind[rows] = self._number(rules)
                self.taker[rows] = rules.taker_rate if account.taker_fee_rate is None else account.taker_fee_rate
                self._sort(number, account, rows, positions, rules, native=native)
            start += len(account.positions)
            self._idle_wallets(number, account, model, native, at_ms)
        for pool, currency in self._doubts:
            self.terms[pool] = _weaker(self.terms[pool], _doubtful(self.terms[pool], currency))
        self.of = np.array(self._asset_pool, dtype=np.int64)[self.asset]

    def _rules(self, model: VenueModel, account: Account, position: Position, at_ms: int | None) -> Rules:
        when = account.read_ms if at_ms is None and (account.read_ms or 0) > FIRST_DATED_MS else at_ms
        key = (id(model), account.account_mode, position.margin_mode, position.inverse, when, position.opened_ms)
        rules = self._rules_of.get(key)
        if rules is None:
            rules = self._rules_of[key] = model.rules(setting_of(account.account_mode, position, when))
        return rules

    def _terms_of(self, rules: Rules, account: Account) -> Terms:
        """What may be said about a new pool; many accounts share it."""
        key = (id(rules), account.taker_fee_rate is None)
        terms = self._known_terms.get(key)
        if terms is None:
            terms = self._known_terms[key] = _terms(rules, account, None)
        return terms

    def _number(self, rules: Rules) -> int:
        """Return where these rules stand among the kinds."""
        for number, known in enumerate(self.kinds):
            if known is rules:
                return number
        self.kinds.append(rules)
        return len(self.kinds) - 1

    def _sort(
        self, number: int, account: Account, rows: Rows, positions: Sequence[Position], rules: Rules, *, native: bool
    ) -> None:
        """Give the positions of one kind their currency and pool."""
        if positions[0].margin_mode == "cross":
            asset = self._place(number, account, positions[0], rules, native)
            self.asset[rows] = asset
            self._weaken(self._asset_pool[asset], rules, account, positions)
            self._follow(self._asset_pool[asset], rows, positions)
            return
        assets = [self._place(number, account, position, rules, native) for position in positions]
        self.asset[rows] = assets
        self.isolated[rows] = True
        numbers = range(rows.start, rows.stop) if isinstance(rows, slice) else rows
        self._isolated.extend(zip(assets, numbers, strict=True))
        for asset, position in zip(assets, positions, strict=True):
            self._weaken(self._asset_pool[asset], rules, account, (position,))

    def _weaken(self, pool: int, rules: Rules, account: Account, positions: Sequence[Position]) -> None:
        """Let the terms of a pool be those of its least certain position."""
        depends = rules.funding or rules.fee == "closing" or rules.growing is not None  # on what is known of each
        if depends:
            for position in positions:
                self.terms[pool] = _weaker(self.terms[pool], _terms(rules, account, position))
        elif rules is not self.rules[pool]:
            self.terms[pool] = _weaker(self.terms[pool], _terms(rules, account, positions[0]))

    def _follow(self, pool: int, rows: Rows, positions: Sequence[Position]) -> None:
        """Note which currencies of a shared pool move with the positions' own prices."""
        if self.shared[pool] and not positions[0].inverse:
            self.coin[rows] = [
                self._asset_index.get((pool, position.symbol.split("/", 1)[0]), -1) for position in positions
            ]

    def _place(self, number: int, account: Account, position: Position, rules: Rules, native: bool) -> int:
        """Return the currency, in its pool, that a position settles in; both are opened where they are new."""
        isolated = position.margin_mode == "isolated"
        shared = rules.shared and not isolated and not native
        if isolated:
            pool_id = f"isolated:{position.symbol}:{position.side}"
        else:
            pool_id = "cross:USD" if shared else f"cross:{position.settle}"
        pool = self._index.get((number, pool_id))
        if pool is None:
            pool = self._open(number, account, pool_id, "USD" if shared else position.settle, rules, shared=shared)
        asset = self._asset_index.get((pool, position.settle))
        if asset is None:
            asset = self._hold(pool, account, position.settle, shared=shared)
        if isolated:
            self._balance[asset] = np.nan if position.isolated_margin is None else position.isolated_margin
        return asset

    def _open(self, number: int, account: Account, pool_id: str, settle: str, rules: Rules, *, shared: bool) -> int:
        pool = self._index[number, pool_id] = len(self.ids)
        self.owner.append(number)
        self.ids.append(pool_id)
        self.settle.append(settle)
        self.rules.append(rules)
        self.terms.append(self._terms_of(rules, account))
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
            if money.reading(held) == "either":
                self._doubts.append((pool, currency))
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


def _terms(rules: Rules, account: Account, position: Position | None) -> Terms:
    """The venue's basis, weakened where an input that its rule needs was not told and is assumed."""
    if not rules.computable:
        return Terms(basis=rules.basis, reason=rules.reason, computable=False)
    assumed = []
    if rules.fee != "none" and account.taker_fee_rate is None:
        assumed.append(
            tr(
                "The taker fee rate is not known: the venue's base rate of {taker_rate:.3%} is assumed.",
                taker_rate=rules.taker_rate,
            )
        )
    if position is not None and rules.funding and position.funding_rate is None:
        assumed.append(tr("The funding rate is not known: none is assumed."))
    if position is not None and rules.fee == "closing" and rules.reserve == "none" and not position.leverage:
        assumed.append(tr("The leverage is not known: the closing fee is taken of the whole entry value."))
    if position is not None and rules.growing is not None and position.rate_implied:
        assumed.append(_kept_constant(position, rules.growing))
    return Terms(
        basis="estimate" if assumed else rules.basis, reason=" ".join([rules.reason, *assumed]), computable=True
    )


def _doubtful(terms: Terms, currency: str) -> Terms:
    """The terms of a pool that holds a currency whose bid and ask may be factors or prices."""
    doubt = tr(
        "{currency}: its bid and ask may be factors or prices in USD; they are taken as factors of its index price.",
        currency=currency,
    )
    return Terms(basis="estimate", reason=f"{terms.reason} {doubt}", computable=terms.computable)


def _kept_constant(position: Position, growing: frozenset[str]) -> str:
    """Say why a position keeps the rate that its own margin implies, where its venue's rates grow with the size."""
    if position.symbol.split("/", 1)[0] in growing:
        return tr(
            "{symbol}: its own maintenance margin is not what the published schedule gives, so today's rate is kept.",
            symbol=position.symbol,
        )
    return tr(
        "{symbol}: how its rate grows with the size is not published, so today's rate is kept.", symbol=position.symbol
    )


def _weaker(first: Terms, second: Terms) -> Terms:
    """The terms of a pool are those of its least certain position."""
    order = ("exact", "estimate", "venue")
    rank = (order.index(first.basis), len(first.reason)), (order.index(second.basis), len(second.reason))
    return second if rank[1] > rank[0] else first


def _kind(position: Position) -> Kind:
    return position.settle, position.margin_mode, position.inverse, position.opened_ms


def _are_alike(positions: Sequence[Position]) -> bool:
    """Whether all are of the first one's kind: whole lists are counted faster than positions are compared."""
    first, size = positions[0], len(positions)
    return (
        [position.settle for position in positions].count(first.settle) == size
        and [position.margin_mode for position in positions].count(first.margin_mode) == size
        and [position.inverse for position in positions].count(first.inverse) == size
        and [position.opened_ms for position in positions].count(first.opened_ms) == size
    )


def _alike(positions: Sequence[Position], start: int) -> dict[Kind, tuple[Rows, Sequence[Position]]]:
    """The positions of an account by kind, with their rows in the book. In most accounts all are of one kind."""
    if positions and _are_alike(positions):
        return {_kind(positions[0]): (slice(start, start + len(positions)), positions)}
    groups: dict[Kind, tuple[list[int], list[Position]]] = {}
    for row, position in enumerate(positions, start):
        rows, members = groups.setdefault(_kind(position), ([], []))
        rows.append(row)
        members.append(position)
    return dict(groups)


def movers(book: Book, sorting: Sorting, count: int) -> IntArray:
    """(a,) the first position of a shared pool that follows the currency's price; -1."""
    mover = np.full(count, -1, dtype=np.int64)
    if any(sorting.shared):
        rows = np.arange(len(sorting.of))[::-1]
        coin = rows[sorting.coin[rows] >= 0]
        mover[sorting.coin[coin]] = coin
        inverse = rows[(book.inverse & np.array(sorting.shared, dtype=bool)[sorting.of])[rows]]
        mover[sorting.asset[inverse]] = inverse
    return mover


def partners(book: Book, of: IntArray) -> IntArray:
    """(n,) the other leg of the same symbol in the same pool; -1."""
    partner = np.full(len(of), -1, dtype=np.int64)
    start = 0
    for account in book.accounts:
        symbols = [position.symbol for position in account.positions]
        if len(set(symbols)) < len(symbols):
            seen: dict[tuple[int, str], int] = {}
            for row, symbol in enumerate(symbols, start):
                other = seen.setdefault((int(of[row]), symbol), row)
                if other != row:
                    partner[row], partner[other] = other, row
        start += len(symbols)
    return partner
