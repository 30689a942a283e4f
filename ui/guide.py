"""The guide: contents and search on the left, the page on the right. F1 opens the page of what is on screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from monitor.language import tr, tr_count
from ui.dialog_style import dress, named, words
from ui.guide_text import document, matches, put_document, read_pages
from ui.theme import Theme

_NAME = Qt.ItemDataRole.UserRole.value


class GuideWindow(QWidget):
    """A window of its own, so that it can stand beside what it explains."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Guide · Marginwatch"))
        self.setObjectName("dialog")
        self.resize(1000, 720)
        self._theme = theme
        self._pages = {page.name: page for page in read_pages()}
        self._back: list[str] = []
        self._forward: list[str] = []
        self._shown = ""
        self._found = words("", "sub")
        self._search = self._make_search()
        self._contents = self._make_contents()
        self._page = self._make_page()
        self._arrange()
        self._add_keys()
        dress(self, theme)
        theme.changed.connect(self._recolour)
        self.open_page("index")

    def open_page(self, name: str) -> None:
        """Show a page by its name; an unknown one shows the index."""
        name = name if name in self._pages else "index"
        if self._shown and name != self._shown:
            self._back.append(self._shown)
            self._forward.clear()
        self._show(name)

    def show_page(self, name: str) -> None:
        """Open a page and bring the window to the front."""
        self.open_page(name)
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def page_name(self) -> str:
        """The page on screen."""
        return self._shown

    def go_back(self) -> None:
        """Return to the page seen before."""
        if self._back:
            self._forward.append(self._shown)
            self._show(self._back.pop())

    def go_forward(self) -> None:
        """Undo `go_back`."""
        if self._forward:
            self._back.append(self._shown)
            self._show(self._forward.pop())

    # ------------------------------------------------------------------ parts

    def _make_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText(tr("Search the guide"))
        search.setAccessibleName(tr("Search the guide"))
        search.setClearButtonEnabled(True)
        search.textChanged.connect(self._filter)
        search.returnPressed.connect(self._find_next)
        return search

    def _make_contents(self) -> QListWidget:
        contents = named(QListWidget(), "contents")
        contents.setAccessibleName(tr("Pages of the guide"))
        for page in self._pages.values():
            item = QListWidgetItem(page.title, contents)
            item.setData(_NAME, page.name)
            item.setToolTip(page.title)
        contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        contents.currentItemChanged.connect(self._chosen)
        return contents

    def _make_page(self) -> QTextBrowser:
        page = named(QTextBrowser(), "page")
        page.setOpenLinks(False)
        page.setAccessibleName(tr("Page of the guide"))
        page.anchorClicked.connect(self._follow)
        return page

    def _arrange(self) -> None:
        side = named(QWidget(), "side")
        side.setFixedWidth(270)
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.addWidget(self._search)
        column.addWidget(self._found)
        column.addWidget(self._contents, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self._page, 1)
        self._found.hide()

    def _add_keys(self) -> None:
        for keys, action in (
            (QKeySequence(QKeySequence.StandardKey.Back), self.go_back),
            (QKeySequence(QKeySequence.StandardKey.Forward), self.go_forward),
            (QKeySequence(QKeySequence.StandardKey.Find), self._search.setFocus),
            (QKeySequence("/"), self._search.setFocus),
            (QKeySequence(QKeySequence.StandardKey.FindNext), self._find_next),
            (QKeySequence(QKeySequence.StandardKey.Cancel), self.close),
        ):
            QShortcut(keys, self).activated.connect(action)

    # ------------------------------------------------------------------ doing

    def _recolour(self, _theme: str) -> None:
        self._show(self._shown)

    def _show(self, name: str) -> None:
        self._shown = name
        put_document(self._page, document(self._pages[name], self._theme))
        self._fit()
        self._mark_hits()
        for row in range(self._contents.count()):
            if self._contents.item(row).data(_NAME) == name:
                self._contents.blockSignals(True)
                self._contents.setCurrentRow(row)
                self._contents.blockSignals(False)

    def _fit(self) -> None:
        """Lay the whole page out and measure it: on the way its tables are wider, and it would scroll sideways."""
        made = self._page.document()
        made.size()
        made.setTextWidth(self._page.viewport().width())

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open_page(str(item.data(_NAME)))

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
            return
        self.open_page(url.path().rsplit("/", 1)[-1].removesuffix(".md"))

    def _filter(self, words: str) -> None:
        hits = 0
        for row in range(self._contents.count()):
            item = self._contents.item(row)
            found = matches(self._pages[str(item.data(_NAME))], words)
            item.setHidden(not found)
            hits += found
        self._found.setText(tr("no page holds that") if not hits else tr_count("{count} page", "{count} pages", hits))
        self._found.setVisible(bool(words.strip()))
        self._mark_hits()

    def _find_next(self) -> None:
        words = self._search.text().split()
        shown = self._pages[self._shown]
        if words and not matches(shown, self._search.text()):
            first = next((page for page in self._pages.values() if matches(page, self._search.text())), None)
            if first is None:
                return
            self.open_page(first.name)
        if words and not self._page.find(words[0]):
            self._page.moveCursor(QTextCursor.MoveOperation.Start)
            self._page.find(words[0])

    def _mark_hits(self) -> None:
        """Tint every occurrence of the words that are searched for."""
        marks: list[QTextEdit.ExtraSelection] = []
        made = self._page.document()
        for word in self._search.text().split():
            cursor = made.find(word, 0)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(self._theme.color("watch", 90))
                marks.append(mark)
                cursor = made.find(word, cursor)
        self._page.setExtraSelections(marks)
