"""The column at the right of a form: the guide's steps for what is being filled in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from ui.dialog_style import named
from ui.guide_text import Page, document, put_document
from ui.theme import Theme

NARROWEST = 230  # px


class StepsPane(QWidget):
    """Shows one page at a time, anew whenever the theme changes."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        named(self, "margin")
        self.setMinimumWidth(NARROWEST)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._page: Page | None = None
        self.browser = named(QTextBrowser(), "steps")
        self.browser.setAccessibleName(name)
        self.browser.setOpenLinks(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 3, 0)
        column.addWidget(self.browser)
        theme.changed.connect(self._show)

    def show_page(self, page: Page) -> None:
        """Show the steps."""
        self._page = page
        self._show()

    def _show(self, _theme: str = "") -> None:
        if self._page is not None:
            put_document(self.browser, document(self._page, self._theme, beside=True))
