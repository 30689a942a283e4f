"""A program that finds texts of the window that nobody can translate: it says each one in brackets, «like this».

Every window is built with the sample; whatever shows a letter outside the brackets, and is no data, is printed. Run in
a process of its own, for labels are made when their modules are imported. Exit 1 where something was found.
"""

from __future__ import annotations

import html
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from monitor import language


class Brackets(dict[str, str]):
    """The catalogue of every text."""

    def get(self, text: str, _otherwise: str = "") -> str:  # type: ignore[override]
        """Return the text as it is said here; one that begins or ends with a space keeps it outside."""
        inner = text.strip()
        return text.replace(inner, f"«{inner}»", 1)


language._catalogue = Brackets()

import msgspec  # noqa: E402
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt  # noqa: E402
from PySide6.QtGui import QAction  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTableView,
    QWidget,
)

from monitor.messages import AskJournal  # noqa: E402
from tests.ui import (  # noqa: E402
    all_windows,
    detail_sample,
    history_sample,
    journal_sample,
    risk_sample,
    sample,
    settings_sample,
)
from tests.ui.screenshots import application, dress  # noqa: E402
from ui.painting import Canvas, Ink  # noqa: E402
from ui.theme import DARK, Theme  # noqa: E402

BRACKETED = re.compile(r"«[^«»]*»")
LETTERS = re.compile(r"[A-Za-z]{1,}")
# What stays as it is in every language, and why:
ALLOWED = re.compile(
    r"""
      Marginwatch | v?0\.1\.0                             # names
    | ntfy | Pushover | Telegram | E-mail | Webhook | Apprise | STARTTLS | TLS  # kinds of channels, protocols
    | ^Export\.\.\.$                                      # of pyqtgraph, in a menu that is never opened
    | ^[A-Z]{2,3}$                                        # a venue's mark, a currency
    | \b(long|short|cross|isolated)\b                     # sides and margin modes: traders' words, as the venues say
    | \b(Long|Short|Cross|Isolated)\b
    | \d[\d.,]*\s?(ms|min|s|h|d|k|M|B|bn)\b | \b(ms|min|h|s)\b  # units
    | \b(1m|15m|1h|4h|1d)\b                               # timeframes of the chart
    | (?<![A-Za-z])[OHLC](?=\s[\d—])                      # open, high, low, close
    | \b(Ctrl|Shift|Alt|Esc|Space|Del|Enter|F\d+|[A-Z])(\+\S)*(?![A-Za-z])  # keys
    | UTC([+−]\d+(:\d\d)?)? | \bNov\b                     # the zone; the sample's month, cut out of a list of months
    | \b(BTC|ETH|USD|USDT)\b                              # coins
    | https?://\S* | \S+@\S+ | service://\S* | smtp\S*    # addresses
    | \b\S+\.(txt|json|zip|csv|log)\b                     # files
    | English | Deutsch                                   # languages in their own words
    | Binance.* | Bybit.* | OKX | Bitget.* | Hyperliquid | Gate\.?.* | KuCoin.* | Kraken.* | Deribit.*  # venues
    """,
    re.VERBOSE,
)
TEXT_ROLES = [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole]


def strings(value: object) -> Iterator[str]:
    """Return every string in a value that may be nested."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(key)
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def data() -> list[str]:
    """Return the strings of the sample that are names and sentences, the longest first.

    A small word alone (`live`, `raised`) is none of them: the engine names things so, and the window has words for it.
    """
    found: set[str] = set()
    for value in (
        sample.update(),
        sample.blind_update(),
        sample.connecting_update(),
        sample.flat_update(),
        sample.demo_update(),
        sample.events(),
        detail_sample.detail_update(),
        detail_sample.edits(),
        detail_sample.what_if(),
        detail_sample.timeline(),
        history_sample.history(1),
        journal_sample.kpi(),
        journal_sample.page(AskJournal(request_id=1), 400),
        risk_sample.update(),
        risk_sample.stress(),
        settings_sample.ACCOUNTS,
        settings_sample.CHANNELS,
        settings_sample.CHECKS,
        settings_sample.LINKS,
        settings_sample.RULES,
        settings_sample.preview(1),
        settings_sample.NEEDS_CONSENT,
    ):
        found.update(strings(msgspec.to_builtins(value)))
    found |= {part for text in found for part in re.split(r"[/:|]", text)} | {"Covid: 12 and 13 March 2020"}
    found |= {text[:1].upper() + text[1:] for text in found if " " in text}  # a sheet begins with a capital
    names = [one for one in found if re.search(r"[A-Z /]", one.strip())]
    return sorted([*names, "phone"], key=len, reverse=True)


DATA = [one.replace("\n", " ") for one in data()]


def is_said(text: str) -> bool:
    """Whether all of a text is bracketed, data or allowed; wherever its lines are broken."""
    text = text.replace("\n", " ")
    while BRACKETED.search(text):
        text = BRACKETED.sub(" ", text)
    if not LETTERS.search(ALLOWED.sub(" ", text)):
        return True
    for one in DATA:
        if one in text:
            text = text.replace(one, " ")
            if not LETTERS.search(ALLOWED.sub(" ", text)):
                return True
    return False


def texts_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """Return all texts of a window with where they stand."""
    for widget in (window, *window.findChildren(QWidget)):
        name = type(widget).__name__
        yield f"{name} title", widget.windowTitle()
        yield f"{name} tip", plain(widget.toolTip())
        yield f"{name} spoken", widget.accessibleName()
        yield f"{name} described", widget.accessibleDescription()
        for action in widget.findChildren(QAction):
            yield f"{name} action", action.text()
        if isinstance(widget, QLabel | QAbstractButton):
            yield name, plain(widget.text())
        if isinstance(widget, QMessageBox):
            yield name, plain(f"{widget.text()} {widget.informativeText()}")
        if isinstance(widget, QLineEdit):
            yield f"{name} placeholder", widget.placeholderText()
        if isinstance(widget, QAbstractSpinBox):
            yield f"{name} special", widget.specialValueText()
        if isinstance(widget, QDoubleSpinBox):
            yield f"{name} suffix", widget.prefix() + widget.suffix()
        if isinstance(widget, QComboBox):
            yield from ((f"{name} choice", widget.itemText(at)) for at in range(widget.count()))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((f"{name} cell", text) for text in cells(widget.model(), isinstance(widget, QTableView)))
        if isinstance(widget, QTableView):
            yield from ((f"{name} head", text) for text in heads(widget.model()))
        if isinstance(widget, Canvas):
            yield from ((f"{name} place", text) for _rect, text in widget._tips)


def cells(model: QAbstractItemModel, is_table: bool) -> Iterator[str]:
    """Return the texts of a model's first rows."""
    for row in range(min(model.rowCount(), 12)):
        for column in range(model.columnCount() if is_table else 1):
            index = model.index(row, column, QModelIndex())
            for role in TEXT_ROLES:
                yield plain(str(model.data(index, role.value) or ""))


def heads(model: QAbstractItemModel) -> Iterator[str]:
    """Return the titles of a table's columns and their tips."""
    for section in range(model.columnCount()):
        for role in TEXT_ROLES:
            yield str(model.headerData(section, Qt.Orientation.Horizontal, role.value) or "")


def plain(text: str) -> str:
    """Return a text without its marks of HTML."""
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def forgotten(painted: Iterable[str], window: QWidget) -> Iterator[tuple[str, str]]:
    """Return what a window shows that nobody can translate."""
    for where, text in (*texts_of(window), *(("painted", text) for text in painted)):
        if not is_said(text):
            yield where, text


def main() -> int:
    """Build all windows; print what was forgotten."""
    painted: list[str] = []
    really = Ink.text

    def noting(ink: Ink, *values: object, **options: bool) -> float:
        painted.append(str(values[2]))
        return really(ink, *values, **options)  # type: ignore[arg-type]

    Ink.text = noting  # type: ignore[method-assign, assignment]
    app, theme = application(), Theme()
    dress(app, theme, DARK)
    found: dict[tuple[str, str], str] = {}
    windows, failures = 0, list[str]()
    sys.excepthook = lambda kind, error, _trace: failures.append(f"{kind.__name__}: {error}")  # of a slot
    for name, window in all_windows.every_window(theme):
        windows += 1
        if name.startswith("guide"):
            continue  # it is English
        window.grab()
        for where, text in forgotten(painted, window):
            found.setdefault((where, text), name)
        painted.clear()
    for (where, text), name in found.items():
        sys.stdout.write(f"{name}: {where}: {text!r}\n")
    sys.stdout.write("".join(f"{failure}\n" for failure in failures))
    sys.stdout.write(f"{windows} windows, {len(found)} texts that cannot be translated\n")
    return 1 if found or failures else 0


if __name__ == "__main__":
    sys.exit(main())
