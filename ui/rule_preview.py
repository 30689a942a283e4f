"""What alert rules would say: now, to each position, and how often over the recorded history. Shown before saving."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor.language import tr, tr_count
from monitor.messages import AlertPreview, PreviewCount, PreviewLine
from ui import format as fmt
from ui.dialog_style import named, scrolled, words
from ui.engine_words import kind_words
from ui.painting import LEFT, Canvas, Ink
from ui.theme import LEVEL_WORDS, Theme, face

ROW, HEAD, PAD = 44.0, 30.0, 18.0
MOST_COUNTS = 12
HOUR_MS = 3_600_000
WITHOUT_GAPS = 0.95  # of a span: so much of it was recorded
INSTANTS_AN_HOUR = 120.0  # each stands for half a minute


class RulePreview(QWidget):
    """The column at the right of the rules."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "margin")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(330)
        self.setMaximumWidth(430)
        self._list = PreviewList(theme)
        self.title = words(tr("What these rules say"), "section")
        self.sub = words("", "sub", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 8)
        column.setSpacing(4)
        for label in (self.title, self.sub):
            label.setContentsMargins(int(PAD), 0, int(PAD), 0)
            column.addWidget(label)
        column.addWidget(scrolled(self._list), 1)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Say that the engine has been asked; what it said before stays, quieter."""
        self.sub.setText(tr("The engine is asked …"))
        self._list.set_current(False)

    def show_wrong(self, sentence: str) -> None:
        """Say that nothing is worked out for rules that are not allowed."""
        self.sub.setText(sentence)
        self._list.set_current(False)

    def show_answer(self, answer: AlertPreview) -> None:
        """Show what the engine worked out."""
        loud = sum(line.level > 0 for line in answer.now)
        silent = len(answer.now) - loud
        self.sub.setText(
            tr(
                "{alarms} now, {silent} silent. {answer}",
                alarms=tr_count("{count} alarm", "{count} alarms", loud),
                silent=silent,
                answer=_past_words(answer),
            )
        )
        self._list.show_answer(answer)

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything that is painted, as text."""
        return self._list.lines


class PreviewList(Canvas):
    """The painted lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._answer: AlertPreview | None = None
        self._current = False

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything that is painted, as text."""
        if self._answer is None:
            return ()
        now = tuple(f"{_level_word(line.level)}: {line.title}" for line in self._answer.now)
        return (*now, *(f"{_count_name(count)}: {_count_words(count)}" for count in self._answer.counts))

    def set_current(self, current: bool) -> None:
        """Whether what is shown belongs to what the fields say."""
        self._current = current
        self.update()

    def show_answer(self, answer: AlertPreview) -> None:
        """Show an answer."""
        self._answer, self._current = answer, True
        rows = len(answer.now) + min(len(answer.counts), MOST_COUNTS)
        self.setMinimumHeight(int(rows * ROW + 2 * HEAD + 20))
        self.setAccessibleName("; ".join(self.lines) or tr("Nothing to say"))
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint the lines."""
        if self._answer is None:
            return
        if not self._current:
            ink.painter.setOpacity(0.45)
        top = self._draw_head(ink, 0.0, tr("Now"))
        for line in self._answer.now:
            self._draw_line(ink, top, line)
            top += ROW
        if self._answer.counts:
            top = self._draw_head(ink, top, tr("Would have rung"))
            for count in self._answer.counts[:MOST_COUNTS]:
                self._draw_count(ink, top, count)
                top += ROW

    def _row(self, top: float, height: float) -> QRectF:
        return QRectF(PAD, top, self.width() - 2 * PAD, height)

    def _draw_head(self, ink: Ink, top: float, text: str) -> float:
        ink.text(self._row(top + 6, HEAD - 8), LEFT, text, face(11, 600), ink.theme.color("text3"))
        return top + HEAD

    def _draw_line(self, ink: Ink, top: float, line: PreviewLine) -> None:
        color = ink.theme.color
        ink.level_shape(PAD + 6, top + 11, 11, line.level)
        upper, lower = self._row(top + 2, 18), self._row(top + 20, 17)
        token = color("text") if line.level else color("text2")
        ink.text(upper.adjusted(20, 0, 0, 0), LEFT, line.title, face(13, 600), token, shorten=True)
        ink.text(lower.adjusted(20, 0, 0, 0), LEFT, _begins(line), face(12, 400, True), color("text3"), shorten=True)
        ink.tips.append((self._row(top, ROW), f"{line.title}\n{line.text}"))

    def _draw_count(self, ink: Ink, top: float, count: PreviewCount) -> None:
        color, kind = ink.theme.color, face(12, 500, True)
        ink.text(self._row(top + 2, 18), LEFT, _count_name(count), face(13, 500), color("text"), shorten=True)
        x, middle = PAD, top + 29
        for level, number in ((3, count.critical), (2, count.danger), (1, count.warning)):
            if number:
                ink.level_shape(x + 6, middle, 10, level)
                x += 16 + ink.text(QRectF(x + 16, top + 20, 60, 18), LEFT, f"{number}", kind, color("text2")) + 14


def _begins(line: PreviewLine) -> str:
    if line.begins_at is None:
        return re.split(r"(?<=\.) ", line.text, maxsplit=1)[0]  # the advice after it is in the tip
    steps = " / ".join(fmt.room(step) for step in line.begins_at)
    return tr("speaks from {steps}", steps=steps)


def _past_words(answer: AlertPreview) -> str:
    if answer.since_ms is None or answer.until_ms is None or not answer.instants:
        return tr("Nothing is recorded yet, so nothing can be said about the past.")
    recorded, span = answer.instants / INSTANTS_AN_HOUR, (answer.until_ms - answer.since_ms) / HOUR_MS
    total = sum(count.warning + count.danger + count.critical for count in answer.counts)
    times = tr_count("{count} time", "{count} times", total)
    if recorded >= WITHOUT_GAPS * span:
        said = tr("Over the last {long} they would have rung {times}.", long=_long(max(recorded, span)), times=times)
    else:
        said = tr(
            "Over {recorded} recorded in the last {span} they would have rung {times}.",
            recorded=_long(recorded),
            span=_long(span),
            times=times,
        )
    if recorded < 24:
        said += " " + tr("That is less than a day: it says little of other days.")
    if answer.not_recorded:
        kinds = ", ".join(kind_words(kind) for kind in answer.not_recorded)
        said += " " + tr("Not in the record, so not counted: {kinds}.", kinds=kinds)
    return said


def _long(hours: float) -> str:
    if hours >= 48:
        return tr("{hours:.0f} days", hours=hours / 24)
    return tr("{hours:.0f} h", hours=hours) if hours >= 2 else tr("{hours:.0f} min", hours=hours * 60)


def times_words(answer: AlertPreview, kind: str) -> str:
    """Return how often a kind of figure would have been told, or that this is not known; "" where it is off."""
    if kind in answer.not_recorded:
        return tr("not in the record yet: how often it would have been told is not known")
    since = answer.counted_since.get(kind)
    if since is None or answer.until_ms is None:
        return ""
    total = sum(count.warning + count.danger + count.critical for count in answer.counts if count.kind == kind)
    times = tr_count("{count} time", "{count} times", total)
    return tr("would have been told {times} in {long}", times=times, long=_long((answer.until_ms - since) / HOUR_MS))


def _count_name(count: PreviewCount) -> str:
    """What an alarm is about, and which it is, where that is not the distance."""
    return count.name if count.kind == "liquidation_distance" else f"{count.name} · {kind_words(count.kind)}"


def _count_words(count: PreviewCount) -> str:
    return tr(
        "{critical} critical, {danger} danger, {warning} warning",
        critical=count.critical,
        danger=count.danger,
        warning=count.warning,
    )


def _level_word(level: int) -> str:
    return LEVEL_WORDS[level] if level else tr("silent")
