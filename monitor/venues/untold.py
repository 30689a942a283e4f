"""Whether the account's own stream told what the polls show: else a peer that only answers pings seems alive. Pure.

The poll is the truth. A stream may be quiet for hours because nothing happens; but where a poll shows another size of a
position, it ought to have said something around that time. Balances are no such proof: interest and transfers change
them, and not every venue's stream tells of those.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from monitor.model import Account

GRACE_S = 5.0  # a stream may tell a little later than the poll
LOOK_BACK_S = 10.0  # or sooner: some answers lag behind what was told
DOUBT_S = 30 * 60.0  # without a word a doubt ends: by then a quiet stream is dialled anew anyway

Sizes = Mapping[tuple[str, str, str], float]  # contracts by (symbol, side, margin mode)


class Untold:
    """Holds polls against what the stream said; times are seconds of one clock that only goes forward."""

    def __init__(self) -> None:
        self.doubt = ""  # the unified symbol whose change was not told; "": none
        self._sizes: Sizes | None = None
        self._polled_s = -math.inf  # when the newest poll that counts began
        self._live_s = math.inf  # since when all that happens is for the stream to tell
        self._told_s = -math.inf
        self._waiting: tuple[float, str] | None = None  # (when it is overdue, symbol)
        self._doubted_s = -math.inf

    def is_live(self, now_s: float) -> None:
        """A stream begins to be heard: what changed before was not for it to tell."""
        self._live_s, self._sizes, self._waiting = now_s, None, None

    def told(self, now_s: float) -> None:
        """The stream told something of the account: it lives."""
        self._told_s, self._waiting, self.doubt = now_s, None, ""

    def polled(self, account: Account, began_s: float, now_s: float) -> None:
        """Take in an answer of the account, asked for at `began_s`; one whose totals disagree proves no change."""
        if self.doubt and now_s - self._doubted_s > DOUBT_S:
            self.doubt = ""
        if began_s < self._live_s or not account.balance_agrees:
            return
        sizes = {account.key_of(one)[1:]: one.contracts for one in account.positions}
        changed = "" if self._sizes is None else _changed(self._sizes, sizes)
        was_told = self._told_s >= self._polled_s - LOOK_BACK_S
        if changed and not was_told and self._waiting is None:
            self._waiting = (now_s + GRACE_S, changed)
        self._sizes, self._polled_s = sizes, began_s

    def is_doubted(self, connected_s: float, now_s: float) -> bool:
        """Whether a stream that is connected since then ought to have told what it did not."""
        if self._waiting is not None and now_s >= self._waiting[0]:
            self._doubted_s, self.doubt, self._waiting = now_s, self._waiting[1], None
        return self._doubted_s > connected_s


def _changed(before: Sizes, after: Sizes) -> str:
    """The symbol of a position that appeared, went or changed its size; "": none did."""
    for key in sorted(before.keys() | after.keys()):
        if not math.isclose(before.get(key, 0.0), after.get(key, 0.0), rel_tol=1e-9):
            return key[0]
    return ""
