"""The guide: complete, searchable, its links lead somewhere, and the figures of its example are right."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from ui.guide import GuideWindow
from ui.guide_text import PICTURE_WIDTH, Page, document, put_document, read_pages
from ui.theme import Theme

NAMES = {page.name for page in read_pages()}


@pytest.fixture
def guide(qtbot: QtBot) -> GuideWindow:
    guide = GuideWindow(Theme())
    qtbot.addWidget(guide)
    return guide


@pytest.mark.parametrize("page", read_pages(), ids=lambda page: page.name)
def test_every_link_leads_to_a_page(page: Page) -> None:
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#]+)\)", page.text)
    assert all(link.removesuffix(".md") in NAMES for link in links if not link.startswith("http"))


@pytest.mark.parametrize("page", read_pages(), ids=lambda page: page.name)
def test_every_page_can_be_shown(guide: GuideWindow, page: Page) -> None:
    guide.open_page(page.name)
    assert page.title in guide._page.toPlainText()


def test_an_unknown_page_is_the_index(guide: GuideWindow) -> None:
    guide.open_page("nothing")
    assert guide.page_name == "index"


def test_a_link_is_followed_and_back_returns(guide: GuideWindow) -> None:
    guide._follow(QUrl("alerts.md"))
    assert guide.page_name == "alerts"
    guide.go_back()
    assert guide.page_name == "index"


def test_the_search_finds_pages_by_their_words(guide: GuideWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(guide._search, "45,226.13")
    found = [
        guide._contents.item(row).text()
        for row in range(guide._contents.count())
        if not guide._contents.item(row).isHidden()
    ]
    assert "Liquidation and margin" in found


def test_return_opens_the_first_page_found(guide: GuideWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(guide._search, "socks5")
    qtbot.keyClick(guide._search, Qt.Key.Key_Return)
    assert guide.page_name == "accounts"


def test_the_worked_example_is_right() -> None:
    size, margin, rate = 0.2, 1_000.0, 0.005
    price = (size * 50_000 - margin) / (size * (1 - rate))
    assert f"{price:,.2f}" == "45,226.13"
    assert any("45,226.13" in page.text for page in read_pages() if page.name == "liquidation-and-margin")


@pytest.mark.usefixtures("qtbot")
def test_every_picture_is_there_and_no_wider_than_a_line() -> None:
    theme, found = Theme(), 0
    for page in read_pages():
        made = document(page, theme)
        for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.text):
            picture = made.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
            assert 0 < picture.width() / picture.devicePixelRatio() <= PICTURE_WIDTH, name
            found += 1
    assert found >= 4


def test_a_page_of_text_is_not_scrolled_sideways(guide: GuideWindow) -> None:
    guide.show()
    for name in ("reading-the-window", "accounts", "alerts"):
        guide.open_page(name)
        QApplication.processEvents()
        assert guide._page.horizontalScrollBar().maximum() == 0, name


def test_a_page_that_is_left_goes_with_its_pictures(guide: GuideWindow) -> None:
    for name in ("alerts", "first-start", "alerts", "index", "first-start"):
        guide.open_page(name)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # type: ignore[arg-type]
    assert len(guide.findChildren(QTextDocument)) == 1


def test_a_browser_keeps_only_the_newest_document(qtbot: QtBot) -> None:
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    for _ in range(3):
        put_document(browser, QTextDocument())
    qtbot.waitUntil(lambda: len(browser.findChildren(QTextDocument, "page")) == 1)
