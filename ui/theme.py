"""Design tokens, dark and light; fonts, palette and style sheet. Every colour on screen is named here, by meaning.

Levels are 0 calm, 1 WARNING, 2 DANGER, 3 CRITICAL. Colour never carries a level alone: painting.py adds a shape.
Pixel sizes are device independent. Contrast and colour-blind distances of the tokens were measured (all >= 4.5:1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette, QStaticText, QTransform

from monitor.language import tr
from monitor.resources import resource
from ui.style_sheet import style_sheet

FAMILY = "Inter"
LEVEL_TOKENS = ("ok", "watch", "danger", "critical")
LEVEL_WORDS = (tr("Safe"), tr("Warning"), tr("Danger"), tr("Critical"))
VENUE_MARKS = {  # two letters: half of the names begin with a B
    "binanceusdm": "BN",
    "binancecoinm": "BN",
    "bybit": "BY",
    "okx": "OK",
    "bitget": "BG",
    "gate": "GT",
    "hyperliquid": "HL",
    "krakenfutures": "KR",
    "kucoinfutures": "KC",
    "deribit": "DB",
}
VENUE_COLORS = {  # on dark only
    "binanceusdm": "#F0B90B",
    "binancecoinm": "#F0B90B",
    "bybit": "#F7A600",
    "okx": "#D7DDE8",
    "bitget": "#00C8D7",
    "gate": "#5B8CFF",
    "hyperliquid": "#97FCE4",
    "krakenfutures": "#A48BFF",
    "kucoinfutures": "#24AE8F",
    "deribit": "#4FD1C5",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme, as #RRGGBB."""

    name: str  # "dark" | "light": the ground
    window: str
    panel: str
    raised: str
    hover: str
    selected: str
    line: str
    line_strong: str
    track: str  # the empty part of a bar or gauge
    text: str
    text2: str
    text3: str
    accent: str
    on_accent: str
    ok: str
    watch: str
    danger: str
    critical: str
    on_level: str  # text on a ground filled with a level's colour
    profit: str
    loss: str
    stale: str
    demo: str
    whatif: str  # what is supposed, never live
    on_whatif: str  # text on a ground filled with it
    grid_alpha: int


DARK = Tokens(
    name="dark",
    window="#0A0D13",
    panel="#10151E",
    raised="#161D29",
    hover="#1A2230",
    selected="#1B2638",
    line="#222B3A",
    line_strong="#2F3A4D",
    track="#232C3C",
    text="#E8ECF4",
    text2="#A3AEC2",
    text3="#7D89A1",
    accent="#6AA6FF",
    on_accent="#07101F",
    ok="#55A3E2",
    watch="#FBE38E",
    danger="#FF991F",
    critical="#FF4468",
    on_level="#0A0D13",
    profit="#3ADBD3",
    loss="#FF6F5B",
    stale="#8791A4",
    demo="#B79CFF",
    whatif="#EE82F0",
    on_whatif="#1A061B",
    grid_alpha=26,
)
LIGHT = Tokens(
    name="light",
    window="#EEF1F6",
    panel="#FFFFFF",
    raised="#F5F7FB",
    hover="#EFF3F9",
    selected="#E4EDFB",
    line="#DCE2EC",
    line_strong="#C3CCDA",
    track="#E3E8F0",
    text="#131924",
    text2="#4A566B",
    text3="#616E85",
    accent="#1F5FD0",
    on_accent="#FFFFFF",
    ok="#0B60B7",
    watch="#8A680A",
    danger="#8D340E",
    critical="#CB0560",
    on_level="#FFFFFF",
    profit="#017580",
    loss="#A71511",
    stale="#5E687B",
    demo="#6336C4",
    whatif="#9C1C9F",
    on_whatif="#FFFFFF",
    grid_alpha=40,
)


CONTRAST = replace(
    DARK,
    window="#000000",
    panel="#000000",
    raised="#0C0C0C",
    hover="#1C1C1C",
    selected="#26334A",
    line="#5B6678",
    line_strong="#C9D1DE",
    track="#3A4353",
    text="#FFFFFF",
    text2="#EAF0FA",
    text3="#C9D1DE",
    accent="#8FC1FF",
    on_accent="#000000",
    ok="#7CC4FF",
    watch="#FFF07A",
    danger="#FFB14D",
    critical="#FF6F8C",
    on_level="#000000",
    profit="#5DF2EA",
    loss="#FF9484",
    stale="#B9C2D0",
    demo="#D3C1FF",
)
# Profit and loss, on dark and on light. Without red cones the usual red of Critical is a grey, like what is stale.
PROFIT_COLORS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "classic": ({"profit": "#2EBD85", "loss": "#FF6F5B"}, {"profit": "#0A7B4F", "loss": "#C2141C"}),
    "inverted": ({"profit": "#FF6F5B", "loss": "#2EBD85"}, {"profit": "#C2141C", "loss": "#0A7B4F"}),
    "colour-blind": (
        {"profit": "#56B4E9", "loss": "#DDB892", "critical": "#FF6250"},
        {"profit": "#0B60B7", "loss": "#9E5246", "critical": "#7B0129"},
    ),
}


def with_profit_colors(tokens: Tokens, choice: str) -> Tokens:
    """Return a theme with other colours for profit and loss; "standard" keeps its own."""
    if choice not in PROFIT_COLORS:
        return tokens
    return replace(tokens, **PROFIT_COLORS[choice][tokens.name == "light"])


class Face:
    """One font with its metrics; text widths are remembered, because painting asks for the same ones again."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.height, self.ascent = self.metrics.height(), self.metrics.ascent()
        self._widths: dict[str, float] = {}
        self._laid: dict[str, QStaticText | None] = {}

    def width(self, text: str) -> float:
        """Return the advance of a text in pixels."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) > 2_000:
                self._widths.clear()
            width = self._widths[text] = self.metrics.horizontalAdvance(text)
        return width

    def laid(self, text: str) -> QStaticText | None:
        """Return a text laid out for good, from the second time on: a label, not a figure that moves."""
        if text not in self._laid:
            if len(self._laid) > 500:
                self._laid.clear()
            self._laid[text] = None
            return None
        found = self._laid[text]
        if found is None:
            found = self._laid[text] = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(QTransform(), self.font)
        return found


@lru_cache(maxsize=64)
def face(size: int, weight: int = 400, tabular: bool = False, tracking: float = 0.0) -> Face:
    """Return Inter in a size [px] and weight; `tabular` gives all digits one width, `tracking` spaces letters [px]."""
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    if tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
    return Face(font)


def load_fonts() -> None:
    """Register the shipped Inter; without it the system's default sans serif is used."""
    for path in sorted(resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


class Theme(QObject):
    """The theme in use. Panes keep this object and paint from it; `use` swaps the tokens under them.

    `on_clipped`, when set, is called with each text that did not fit its place and the missing pixels: a test sees it.
    """

    changed = Signal(str)

    def __init__(self, tokens: Tokens = DARK, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens = tokens
        self.still = False  # nothing moves by itself: reduced motion
        self.on_clipped: Callable[[str, float], None] | None = None
        self._colors: dict[tuple[str, int], QColor] = {}

    @property
    def is_dark(self) -> bool:
        """Whether the ground is dark."""
        return self.tokens.name == "dark"

    def use(self, tokens: Tokens) -> None:
        """Swap all colours and tell the panes."""
        self.tokens = tokens
        self._colors.clear()
        self.changed.emit(tokens.name)

    def color(self, token: str, alpha: int = 255) -> QColor:
        """Return a token's colour; not to be changed by the caller.

        Raises:
            AttributeError: there is no such token.
        """
        key = (token, alpha)
        color = self._colors.get(key)
        if color is None:
            color = QColor(getattr(self.tokens, token))
            color.setAlpha(alpha)
            self._colors[key] = color
        return color

    def level(self, level: int, alpha: int = 255) -> QColor:
        """Return the colour of a level, 0 to 3."""
        return self.color(LEVEL_TOKENS[level], alpha)

    def palette(self) -> QPalette:
        """Return the palette for standard widgets."""
        role = QPalette.ColorRole
        palette = QPalette()
        for which, token in (
            (role.Window, "window"),
            (role.Base, "panel"),
            (role.AlternateBase, "raised"),
            (role.Text, "text"),
            (role.WindowText, "text"),
            (role.Button, "raised"),
            (role.ButtonText, "text"),
            (role.Highlight, "accent"),
            (role.HighlightedText, "on_accent"),
            (role.ToolTipBase, "raised"),
            (role.ToolTipText, "text"),
            (role.PlaceholderText, "text3"),
            (role.Link, "accent"),
            (role.Mid, "line"),
        ):
            palette.setColor(which, self.color(token))
        for which in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, self.color("text3"))
        return palette

    def style_sheet(self, *, square: bool = False) -> str:
        """Return the style sheet for the application; `square`: without see-through corners."""
        tokens = {field.name: str(getattr(self.tokens, field.name)) for field in fields(self.tokens)}
        return style_sheet(tokens, square=square)
