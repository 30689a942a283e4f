"""What is supposed: the edits of a what-if, with undo, and what each is called. It computes nothing."""

from __future__ import annotations

from monitor.language import tr
from monitor.messages import AnyEdit, ChangePosition, MoveMoney, MovePrice, OpenPosition
from ui import format as fmt
from ui.view import View

MOST_STEPS = 100


class Draft:
    """The edits, one of each subject, and the way back."""

    def __init__(self) -> None:
        self.edits: tuple[AnyEdit, ...] = ()
        self._before: list[tuple[AnyEdit, ...]] = []
        self._stroke = ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    def of(self, subject: str) -> AnyEdit | None:
        """Return what is supposed of a subject."""
        return next((edit for edit in self.edits if edit.subject == subject), None)

    def put(self, edit: AnyEdit, stroke: str = "") -> None:
        """Suppose this in place of what was supposed of the same subject.

        Args:
            stroke: the field that is being typed in; what is typed into one field in one go is one step to undo.
        """
        rest = tuple(one for one in self.edits if one.subject != edit.subject)
        place = next((number for number, one in enumerate(self.edits) if one.subject == edit.subject), len(rest))
        after = rest if _is_nothing(edit) else (*rest[:place], edit, *rest[place:])
        self._step(after, f"{edit.subject}|{stroke}" if stroke else "")

    def drop(self, subject: str) -> None:
        """Suppose nothing of a subject any more."""
        self._step(tuple(edit for edit in self.edits if edit.subject != subject), "")

    def clear(self) -> None:
        """Start from what is live again; that can be undone too."""
        self._step((), "")

    def end_stroke(self) -> None:
        """What is typed from now on is a step of its own."""
        self._stroke = ""

    def undo(self) -> None:
        """Take the last step back."""
        if self._before:
            self.edits = self._before.pop()
            self._stroke = ""

    def _step(self, after: tuple[AnyEdit, ...], stroke: str) -> None:
        if after == self.edits:
            return
        if not (stroke and stroke == self._stroke):
            self._before = [*self._before[-MOST_STEPS:], self.edits]
        self.edits, self._stroke = after, stroke


def _is_nothing(edit: AnyEdit) -> bool:
    if isinstance(edit, ChangePosition):
        return edit.is_nothing
    if isinstance(edit, MoveMoney):
        return not edit.amount
    return isinstance(edit, MovePrice) and not edit.move


def words_of(edit: AnyEdit, view: View) -> str:
    """Return an edit in words: "SOL/USDT short: size 2,000, 10×"."""
    if isinstance(edit, MovePrice):
        return f"{edit.coin or tr('All prices')} {fmt.move(edit.move)}"
    if isinstance(edit, MoveMoney):
        amount = view.amount(fmt.money(edit.amount, edit.currency, signed=True))
        return f"{edit.account_id}: {amount} {edit.currency}"
    name = f"{fmt.base_and_quote(edit.symbol)} {edit.side}"
    at = "" if edit.price is None else tr(" at {price}", price=fmt.price(edit.price, None))
    if isinstance(edit, OpenPosition):
        size = view.amount(fmt.size(edit.size))
        return tr(
            "New: {name} {size}{at}, {leverage} {margin_mode}, {account}",
            name=name,
            size=size,
            at=at,
            leverage=fmt.leverage(edit.leverage),
            margin_mode=edit.margin_mode,
            account=edit.account_id,
        )
    return f"{name}: {', '.join(_changes(edit, at, view))}"


def _changes(edit: ChangePosition, at: str, view: View) -> list[str]:
    parts = []
    if edit.size is not None:
        parts.append(
            tr("closed{at}", at=at)
            if edit.size == 0
            else tr("size {size}{at}", size=view.amount(fmt.size(edit.size)), at=at)
        )
    if edit.leverage is not None:
        parts.append(fmt.leverage(edit.leverage))
    if edit.new_mode is not None:
        parts.append(edit.new_mode)
    if edit.add_margin is not None:
        settle = edit.symbol.rpartition(":")[2]
        parts.append(tr("margin {add_margin}", add_margin=view.amount(fmt.money(edit.add_margin, settle, signed=True))))
    return parts
