"""The footer: each feed with its latency, what the keys may do, the version."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from monitor.language import tr
from monitor.messages import AccountStatus
from ui import format as fmt
from ui.engine_words import feed_word
from ui.painting import LEFT, RIGHT, Canvas, Ink
from ui.theme import Theme, face
from ui.view import View

HEIGHT = 24
SLOW_MS = 500
SHAPE = 9.0  # px


class Footer(Canvas):
    """One quiet line."""

    def __init__(self, theme: Theme, version: str) -> None:
        super().__init__(theme)
        self.setFixedHeight(HEIGHT)
        self._version = version
        self._view = View()

    def show_view(self, view: View) -> None:
        """Show the view's feeds."""
        self._view = view
        accounts = view.update.accounts if view.update is not None else ()
        self.setAccessibleName(tr("Feeds: ") + ", ".join(_words(account) for account in accounts))
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint the line."""
        theme, kind = self.theme, face(11, 400, True)
        right = rights_sentence(self._view) + (tr(" · v{version}", version=self._version) if self._version else "")
        right_width = kind.width(right)
        ink.text(
            QRectF(self.width() - right_width - 6, 0, right_width + 1, HEIGHT), RIGHT, right, kind, theme.color("text3")
        )
        x, end = 6.0, self.width() - right_width - 30
        for account in self._view.update.accounts if self._view.update is not None else ():
            words = _words(account)
            width = max(kind.width(words), kind.width(_widest_words(account)))  # what follows stands still
            if x + 12 + width > end:
                break
            _draw_state(ink, x + 3, account, self._view)
            ink.text(QRectF(x + 12, 0, width + 1, HEIGHT), LEFT, words, kind, theme.color("text3"))
            ink.tips.append((QRectF(x, 0, width + 14, HEIGHT), _tip(account, self._view)))
            x += width + 26


def rights_sentence(view: View) -> str:
    """Return what is known of what the keys may do; nothing is claimed that was not found."""
    accounts = view.update.accounts if view.update is not None else ()
    if not accounts:
        return tr("Reads only: places no order")
    if any(account.key.rights == "can trade" for account in accounts):
        return tr("A key could trade; Marginwatch only reads")
    if all(account.key.rights in ("read-only", "address only") for account in accounts):
        return tr("No order or withdrawal permission found on any key")
    return tr("Marginwatch only reads; the rights of some keys are not known")


def _words(account: AccountStatus) -> str:
    if account.feed == "connecting":
        return tr("{account} connecting", account=account.account_id)
    if account.feed == "stale":
        return tr("{account} stale", account=account.account_id)
    if account.latency_ms is None:
        return account.account_id
    return tr("{account} {latency_ms}\u202fms", account=account.account_id, latency_ms=account.latency_ms)


def _widest_words(account: AccountStatus) -> str:
    """Return the words with three digits, as many as the latency usually has at most."""
    return tr("{account} {latency_ms}\u202fms", account=account.account_id, latency_ms=888)


def _draw_state(ink: Ink, x: float, account: AccountStatus, view: View) -> None:
    """Draw how a feed stands, as a shape: unknown, stale, not as it should be, well."""
    if view.silent_s is not None or account.feed == "connecting":
        ink.unknown_shape(x, HEIGHT / 2, SHAPE)
    elif account.feed == "stale":
        ink.level_shape(x, HEIGHT / 2, SHAPE, 3)
    elif account.feed != "live" or (account.latency_ms or 0) > SLOW_MS:
        ink.level_shape(x, HEIGHT / 2, SHAPE, 1)
    else:
        ink.dot(x, HEIGHT / 2, ink.theme.color("profit"))


def _tip(account: AccountStatus, view: View) -> str:
    lines = [
        f"{account.venue_title}: {feed_word(account.feed)}",
        tr("Last answer {age} ago", age=fmt.age(view.age_ms(account))),
    ]
    if account.clock_offset_ms is not None:
        lines.append(tr("Clock {offset_ms:+d} ms", offset_ms=account.clock_offset_ms))
    if account.trouble:
        lines.append(account.trouble)
    return "\n".join(lines)
