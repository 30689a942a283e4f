"""The guide's pages as documents: Markdown from resources/guide, set in the window's own type and colours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from monitor.resources import resource
from ui.theme import Theme, face

LINE_HEIGHT_PERCENT = 140
PICTURE_WIDTH = 640  # px: a picture is not wider than a line is long
_OURS = "page"  # name of a document that was put into a browser
_HEADING_PX = {1: 24, 2: 17, 3: 14}
_ORDER = (
    "index",
    "first-start",
    "reading-the-window",
    "liquidation-and-margin",
    "losses",
    "chances",
    "crashes",
    "what-if",
    "alerts",
    "alerts-on-your-phone",
    "channels",
    "journal",
    "history",
    "demo",
    "accounts",
    "margin-models",
    "settings",
    "terminal",
    "troubleshooting",
    "privacy",
    "snapshot-format",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the guide."""

    name: str  # file name without ".md"
    title: str  # its first heading
    text: str  # Markdown


def read_pages() -> tuple[Page, ...]:
    """Return all pages, in reading order; pages that are not listed come last, by name."""
    found = {path.stem: path.read_text(encoding="utf-8") for path in sorted(resource("guide").glob("*.md"))}
    names = [name for name in _ORDER if name in found] + [name for name in found if name not in _ORDER]
    return tuple(Page(name=name, title=_title(found[name], name), text=found[name]) for name in names)


def section_page(page_name: str, title: str, missing: str) -> Page:
    """Return one section of a page, by its title, as a page of its own; the sentence `missing` where there is none."""
    text = next((page.text for page in read_pages() if page.name == page_name), "")
    _, found, rest = text.partition(f"## {title}\n")
    section = rest.split("\n## ", 1)[0] if found else f"\n{missing}"
    return Page(name="steps", title=title, text=f"## {title}\n{section}")


def matches(page: Page, words: str) -> bool:
    """Whether a page holds all of these words, in any case and order."""
    text = page.text.casefold()
    return all(word in text for word in words.casefold().split())


def document(page: Page, theme: Theme, *, beside: bool = False) -> QTextDocument:
    """Return a page as a document in the colours of the present theme.

    Args:
        beside: it stands beside a form, in the form's size of text.
    """
    made = QTextDocument()
    made.setDefaultFont(face(13 if beside else 14).font)
    made.setDocumentMargin(17 if beside else 28)  # its title stands on one line with that of the form
    if beside:
        made.setIndentWidth(24)
    made.setMarkdown(page.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    for child in made.rootFrame().childFrames():
        if isinstance(child, QTextTable):
            _style_table(child, theme)
    block = made.begin()
    while block.isValid():
        _style_block(block, theme)
        _add_pictures(made, block)
        block = block.next()
    return made


def _title(text: str, otherwise: str) -> str:
    first = text.lstrip().split("\n", 1)[0]
    return first.removeprefix("# ").strip() if first.startswith("# ") else otherwise


def _style_block(block: QTextBlock, theme: Theme) -> None:
    cursor = QTextCursor(block)
    shape = block.blockFormat()
    level = shape.headingLevel()
    in_table = cursor.currentTable() is not None
    if level:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        letters = QTextCharFormat()
        letters.setFont(face(_HEADING_PX.get(level, 14), 600).font)
        letters.setForeground(QBrush(theme.color("text")))
        cursor.mergeCharFormat(letters)
        cursor = QTextCursor(block)
        shape.setTopMargin(0 if level == 1 else 22)
        shape.setBottomMargin(8)
    elif in_table:
        shape.setTopMargin(0)
        shape.setBottomMargin(0)
    else:
        percent = 100 if _is_picture(block) else LINE_HEIGHT_PERCENT
        shape.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setBottomMargin(4 if block.textList() else 10)
        shape.setTopMargin(6 if block.previous().textList() and not block.textList() else 0)
    if shape.hasProperty(QTextBlockFormat.Property.BlockQuoteLevel):
        shape.setBackground(QBrush(theme.color("raised")))
    cursor.setBlockFormat(shape)
    _style_fragments(block, theme)


def _is_picture(block: QTextBlock) -> bool:
    walker = block.begin()
    return not walker.atEnd() and walker.fragment().charFormat().isImageFormat()


def put_document(browser: QTextBrowser, made: QTextDocument) -> None:
    """Show a document in the place of the one before, which goes with its pictures: Qt would keep it."""
    before = browser.document()
    ours = before.objectName() == _OURS  # to ask for the parent of Qt's own takes 20 ms: nobody knows its class
    made.setObjectName(_OURS)
    made.setParent(browser)
    browser.setDocument(made)
    if ours:
        before.deleteLater()


def _add_pictures(made: QTextDocument, block: QTextBlock) -> None:
    """Give the document the pictures of a block, smoothly made as wide as a page; one that is missing is left out."""
    walker = block.begin()
    while not walker.atEnd():
        shape = walker.fragment().charFormat()
        walker += 1
        if not shape.isImageFormat():
            continue
        name = shape.toImageFormat().name()
        picture, ratio = QImage(str(resource("guide", name))), QGuiApplication.primaryScreen().devicePixelRatio()
        width = round(min(picture.width(), PICTURE_WIDTH) * ratio)
        if not picture.isNull():
            picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
        made.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)


def _style_fragments(block: QTextBlock, theme: Theme) -> None:
    """Set code in a monospaced face and links in the accent, leaving the rest as it is."""
    spans: list[tuple[int, int, bool]] = []
    walker = block.begin()
    while not walker.atEnd():
        fragment = walker.fragment()
        letters = fragment.charFormat()
        if letters.fontFixedPitch():
            spans.append((fragment.position(), fragment.length(), False))
        elif letters.isAnchor():
            spans.append((fragment.position(), fragment.length(), True))
        walker += 1
    for start, length, is_link in spans:
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        letters = QTextCharFormat()
        if is_link:
            letters.setForeground(QBrush(theme.color("accent")))
            letters.setFontUnderline(False)
        else:
            letters.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
            letters.setProperty(QTextCharFormat.Property.FontPixelSize, 13)
            letters.setBackground(QBrush(theme.color("raised")))
        cursor.mergeCharFormat(letters)


def _style_table(table: QTextTable, theme: Theme) -> None:
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderBrush(QBrush(theme.color("line")))
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderCollapse(True)
    shape.setCellPadding(7)
    shape.setCellSpacing(0)
    shape.setTopMargin(4)
    shape.setBottomMargin(14)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 99))  # its border makes it a pixel wider
    shape.setAlignment(Qt.AlignmentFlag.AlignLeft)
    table.setFormat(shape)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        letters = cell.format()
        letters.setBackground(QBrush(theme.color("raised")))
        letters.setFontWeight(QFont.Weight.DemiBold)
        cell.setFormat(letters)
