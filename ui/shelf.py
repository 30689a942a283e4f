"""Shelving: quiet WARNING and DANGER of one alarm, or of all about one position, for a while; and what lies there.

CRITICAL is told all the same. Each shelf ends by itself after 24 hours at most. Times in ms UTC.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from monitor.language import tr
from monitor.messages import AlertState
from monitor.settings import Shelf
from ui import format as fmt
from ui.engine_words import kind_words
from ui.view import View

SHELF_S = ((tr("1 h"), 3_600), (tr("8 h"), 28_800), (tr("24 h"), 86_400))

Put = Callable[[str, int], None]
"""Called with the key of an alarm or a position, and for how many seconds; 0 takes it down."""


def shelves(view: View) -> tuple[Shelf, ...]:
    """Return what is shelved now, the first to end first."""
    standing = (shelf for shelf in view.alerts.shelved if shelf.until_ms > view.now_ms)
    return tuple(sorted(standing, key=lambda shelf: shelf.until_ms))


def shelf_name(shelf: Shelf, view: View) -> str:
    """Return what a shelf holds: the alarm's title, or the position."""
    alerts = () if view.update is None else view.update.alerts
    title = next((alert.title for alert in alerts if alert.key == shelf.key), "")
    if title:
        return title
    kind, _, rest = shelf.key.partition("|")
    positions = () if view.update is None else view.update.positions
    row = next((row for row in positions if row.key in (shelf.key, rest)), None)
    if row is None:
        return shelf.key.replace("|", " · ")
    name = f"{fmt.base_and_quote(row.symbol)} {row.side} · {row.account_id}"
    return (
        tr("all about {name}", name=name)
        if row.key == shelf.key
        else tr("{kind} of {name}", kind=kind_words(kind), name=name)
    )


def add_shelf_entries(menu: QMenu, alert: AlertState, view: View, put: Put) -> None:
    """Add to a menu what can be shelved of an alarm, and how it is taken down again."""
    held = {shelf.key: shelf for shelf in shelves(view)}
    note = menu.addAction(tr("Shelve: quiet below Critical"))
    note.setEnabled(False)
    for words, seconds in SHELF_S:
        _add(menu, tr("This alarm for {words}", words=words), partial(put, alert.key, seconds))
    if alert.position_key:
        more = menu.addMenu(tr("All about this position for"))
        for words, seconds in SHELF_S:
            _add(more, words, partial(put, alert.position_key, seconds))
    for key, what in ((alert.key, tr("this alarm")), (alert.position_key, tr("all about this position"))):
        if key in held:
            left = fmt.countdown(held[key].until_ms - view.now_ms)
            _add(menu, tr("Take {what} from the shelf ({left} left)", what=what, left=left), partial(put, key, 0))


def fill_shelf_menu(menu: QMenu, view: View, put: Put) -> None:
    """List all that is shelved; choosing a line takes it down."""
    menu.clear()
    standing = shelves(view)
    note = menu.addAction(tr("Shelved; choose one to be told again") if standing else tr("Nothing is shelved"))
    note.setEnabled(False)
    for shelf in standing:
        left = fmt.countdown(shelf.until_ms - view.now_ms)
        words = tr("{shelf}\t{left} left", shelf=shelf_name(shelf, view), left=left).replace("&", "&&")
        _add(menu, words, partial(put, shelf.key, 0))
    if len(standing) > 1:
        menu.addSeparator()
        everything = menu.addAction(tr("Take all down"))
        for shelf in standing:
            everything.triggered.connect(partial(_do, partial(put, shelf.key, 0)))


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(partial(_do, do))


def _do(do: Callable[[], object], _checked: bool = False) -> None:
    do()
