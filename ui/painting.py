"""Drawing: text that never vanishes silently, rounded shapes, level shapes, tags. Larger figures are in gauges.py.

A Canvas is a painted widget; it gets an Ink, which is a QPainter with the theme's colours. Figures that do not fit are
reported to `Theme.on_clipped`; only what may be long by nature (labels, sentences) is shortened without a word.
"""

from __future__ import annotations

import html
import math
import textwrap

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QPaintDevice,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from ui.theme import Face, Theme, face

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTER = int(Qt.AlignmentFlag.AlignCenter)
_AT_LEFT, _AT_CENTER = int(Qt.AlignmentFlag.AlignLeft), int(Qt.AlignmentFlag.AlignHCenter)
NO_PEN = Qt.PenStyle.NoPen
NO_BRUSH = Qt.BrushStyle.NoBrush
ROUND = Qt.PenCapStyle.RoundCap
ROUND_JOIN = Qt.PenJoinStyle.RoundJoin
SOLID = Qt.PenStyle.SolidLine
ELIDE_RIGHT = Qt.TextElideMode.ElideRight
ANTIALIASING = QPainter.RenderHint.Antialiasing
HINTS = ANTIALIASING | QPainter.RenderHint.TextAntialiasing
TOOL_TIP = QEvent.Type.ToolTip
TIP_LETTERS = 58  # most in a line of a tooltip
HATCH_STEP = 9.0  # px between the lines of a hatched ground


class Ink:
    """A painter, the theme, and the few strokes that all panes share."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter = painter
        self.theme = theme
        self.tips: list[tuple[QRectF, str]] = []  # what the mouse is told, and where; later ones lie on top

    def text(self, rect: QRectF, align: int, text: str, kind: Face, color: QColor, *, shorten: bool = False) -> float:
        """Draw one line of text and return its width [px].

        Args:
            shorten: it may be long by nature; else a text that does not fit is reported as clipped.
        """
        width = kind.width(text)
        if width > rect.width() + 0.5:
            if not shorten and self.theme.on_clipped is not None:
                self.theme.on_clipped(text, width - rect.width())
            text = kind.metrics.elidedText(text, ELIDE_RIGHT, rect.width())
            width = kind.width(text)
        if "\n" in text:
            text = text.replace("\n", " ")
        left = rect.left() if align & _AT_LEFT else rect.right() - width
        if align & _AT_CENTER:
            left = rect.left() + (rect.width() - width) / 2
        top = rect.top() + (rect.height() - kind.height) / 2
        painter = self.painter
        painter.setFont(kind.font)
        painter.setPen(color)
        laid = kind.laid(text) if painter.device().devicePixelRatio() == 1 else None  # else a quarter off
        if laid is not None:
            painter.drawStaticText(QPointF(left, top), laid)
        else:
            painter.drawText(QPointF(left, top + kind.ascent), text)
        return width

    def box(
        self,
        rect: QRectF,
        radius: float,
        fill: QColor | QBrush | None = None,
        line: QColor | None = None,
        width: float = 1.0,
    ) -> None:
        """Draw a rounded rectangle."""
        painter = self.painter
        painter.setPen(NO_PEN if line is None else QPen(line, width))
        painter.setBrush(NO_BRUSH if fill is None else fill)
        painter.drawRoundedRect(rect, radius, radius)

    def line(self, x1: float, y1: float, x2: float, y2: float, color: QColor, width: float = 1.0) -> None:
        """Draw a straight line; one along an axis is sharp at every scale."""
        half = width / 2
        if x1 == x2:
            self.fill(QRectF(x1 - half, min(y1, y2), width, abs(y2 - y1)), color)
        elif y1 == y2:
            self.fill(QRectF(min(x1, x2), y1 - half, abs(x2 - x1), width), color)
        else:
            self.painter.setPen(QPen(color, width))
            self.painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def fill(self, rect: QRectF, color: QColor) -> None:
        """Fill a rectangle to whole pixels: half covered ones would show as seams between neighbours."""
        painter = self.painter
        painter.setRenderHint(ANTIALIASING, False)
        painter.fillRect(rect, color)
        painter.setRenderHint(ANTIALIASING)

    def dot(self, x: float, y: float, color: QColor, radius: float = 3.0, *, halo: bool = False) -> None:
        """Draw a round dot, with a faint halo where it is alive."""
        painter = self.painter
        painter.setPen(NO_PEN)
        if halo:
            faint = QColor(color)
            faint.setAlpha(60)
            painter.setBrush(faint)
            painter.drawEllipse(QPointF(x, y), radius + 2.5, radius + 2.5)
        painter.setBrush(color)
        painter.drawEllipse(QPointF(x, y), radius, radius)

    def level_shape(self, x: float, y: float, size: float, level: int, color: QColor | None = None) -> None:
        """Draw a level as a shape: circle, triangle, diamond, octagon with "!"."""
        painter = self.painter
        painter.setPen(NO_PEN)
        painter.setBrush(self.theme.level(level) if color is None else color)
        half = size / 2
        if level <= 0:
            painter.drawEllipse(QPointF(x, y), half * 0.72, half * 0.72)
        elif level == 1:
            painter.drawPolygon(polygon((x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)))
        elif level == 2:
            reach = half * 1.05
            painter.drawPolygon(polygon((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)))
        else:
            painter.drawPolygon(octagon(x, y, half * 1.08))
            painter.setBrush(self.theme.color("on_level"))
            painter.drawRoundedRect(QRectF(x - 0.9, y - half * 0.55, 1.8, half * 0.68), 0.9, 0.9)
            painter.drawEllipse(QRectF(x - 1, y + half * 0.28, 2, 2))

    def unknown_shape(self, x: float, y: float, size: float) -> None:
        """Draw an empty dashed circle: nothing is known."""
        pen = QPen(self.theme.color("stale"), 1.4)
        pen.setDashPattern([1.6, 1.6])
        self.painter.setPen(pen)
        self.painter.setBrush(NO_BRUSH)
        self.painter.drawEllipse(QPointF(x, y), size * 0.42, size * 0.42)

    def hatch(self, rect: QRectF, color: QColor, radius: float = 0.0, step: float = HATCH_STEP) -> None:
        """Draw diagonal lines over a rectangle: what lies there is stale or beyond the end."""
        painter = self.painter
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        painter.setClipPath(path)
        painter.setPen(QPen(color, 1))
        height = rect.height()
        x = rect.left() - height
        while x < rect.right():
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + height, rect.top()))
            x += step
        painter.restore()

    def tag(self, x: float, y: float, text: str, color: QColor, *, outlined: bool = False, height: float = 17) -> float:
        """Draw a small word in a box at its left top corner and return the box's width [px]."""
        kind = face(11, 600)
        width = kind.width(text) + 12
        rect = QRectF(x, y, width, height)
        faint = QColor(color)
        faint.setAlpha(34)
        self.box(rect, 4.5, None if outlined else faint, color if outlined else None, 1.1)
        self.text(rect, CENTER, text, kind, color)
        return width

    def side_tag(self, x: float, y: float, side: str, leverage: str, *, word: bool = False) -> float:
        """Draw long or short with the leverage, neutral in colour: red stays for danger. Return its width [px]."""
        kind = face(11, 600, True)
        label = (f"{side.capitalize()} " if word else "") + leverage
        label = label.strip()
        height = 17.0 if word else 15.5
        width = kind.width(label) + 20 if label else 15.0
        painter = self.painter
        self.box(QRectF(x, y, width, height), 4.5, self.theme.color("line"))
        painter.setBrush(self.theme.color("text2"))
        middle_x, middle_y, turn = x + 7.5, y + height / 2, 1 if side == "short" else -1
        painter.drawPolygon(
            polygon(
                (middle_x - 3.3, middle_y - 2.3 * turn),
                (middle_x + 3.3, middle_y - 2.3 * turn),
                (middle_x, middle_y + 3 * turn),
            )
        )
        if label:
            self.text(QRectF(x + 14, y, width - 14, height), LEFT, label, kind, self.theme.color("text2"))
        return width


class Canvas(QWidget):
    """A painted pane; subclasses implement `draw`. Keyboard focus shows as a ring."""

    RADIUS = 12.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._tips: list[tuple[QRectF, str]] = []
        theme.changed.connect(self.update)

    def draw(self, ink: Ink) -> None:
        """Paint the pane in logical pixels."""
        raise NotImplementedError

    def ring(self) -> QRectF:
        """Return where the ring of focus is drawn: just inside."""
        return QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt asks for the picture."""
        self.paint_on(self)

    def paint_on(self, ground: QPaintDevice) -> None:
        """Paint the pane onto itself, or onto a picture of its size."""
        painter = QPainter(ground)
        painter.setRenderHints(HINTS)
        ink = Ink(painter, self.theme)
        self.draw(ink)
        if self.hasFocus():
            ink.box(self.ring(), self.RADIUS - 1, None, self.theme.color("accent"), 2)
        painter.end()
        self._tips = ink.tips

    def event(self, event: QEvent) -> bool:
        """Show the tip of what lies under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == TOOL_TIP:
            found = [tip for rect, tip in self._tips if tip and rect.contains(QPointF(event.pos()))]
            if found:
                QToolTip.showText(event.globalPos(), plain_tip(found[-1]), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()


class Panel(QFrame):
    """A card: rounded, with a hair line, drawn by the style sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")


def plain_tip(text: str) -> str:
    """Return a tooltip that shows the text as it is: venues' strings never become markup.

    Its lines are broken here: left to Qt, a tip would be as high as it is wide, and sentences fall apart.
    """
    lines = (part for line in text.split("\n") for part in textwrap.wrap(line, TIP_LETTERS) or [""])
    return f"<div style='white-space:pre'>{html.escape(chr(10).join(lines))}</div>" if text else ""


def polygon(*points: tuple[float, float]) -> QPolygonF:
    """Return a polygon through the points."""
    return QPolygonF([QPointF(x, y) for x, y in points])


def octagon(x: float, y: float, radius: float) -> QPolygonF:
    """Return a regular octagon standing on a side."""
    angles = [math.radians(22.5 + 45 * corner) for corner in range(8)]
    return polygon(*((x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles))
