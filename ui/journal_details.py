"""All that is known of one line of the journal: its text, how it was judged, and each delivery with its receipt."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.messages import JournalLine
from ui import format as fmt
from ui.alarm_words import delivery_sentence, value
from ui.dialog_style import named, scrolled, words
from ui.engine_words import reason_words
from ui.journal_model import level_word
from ui.painting import Panel
from ui.view import View

HEIGHT = 148
NOTHING = tr("Choose a line to see its text, its deliveries and their receipts.")


class JournalDetails(Panel):
    """The pane below the table.

    Signals:
        position_chosen: key of the position the event is about.
    """

    position_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self.title = words(NOTHING, "sub", wrap=True)
        self.text = words("", "sub", wrap=True)
        self.facts = words("", "sub", wrap=True)
        self.deliveries = words("", "", wrap=True)
        self.show_position = QPushButton(tr("Show the position"))
        self.show_position.clicked.connect(lambda: self.position_chosen.emit(self._key))
        for label in (self.title, self.text, self.facts, self.deliveries):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.show_position, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        for label in (self.text, self.facts, self.deliveries):
            column.addWidget(label)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(scrolled(inner))
        self.setFixedHeight(HEIGHT)
        self.show_line(None, View())

    def show_line(self, line: JournalLine | None, view: View) -> None:
        """Show a line, or how to choose one."""
        self._key = "" if line is None else line.event.position_key
        self.show_position.setVisible(bool(self._key))
        for label in (self.text, self.facts, self.deliveries):
            label.setVisible(line is not None)
        named(self.title, "section" if line is not None else "sub")
        self.title.style().polish(self.title)
        if line is None:
            self.title.setText(NOTHING)
            return
        event = line.event
        self.title.setText(view.sentence(event.title))
        self.text.setText(view.sentence(event.text))
        self.text.setVisible(bool(event.text))
        facts = [fmt.utc(event.at_ms), f"{level_word(line)}, {reason_words(event.reason)}"]
        if value(event):
            facts.append(tr("value {value}", value=value(event)))
        if event.episode_ms:
            facts.append(tr("episode since {time}, telling {step}", time=fmt.clock(event.episode_ms), step=event.step))
        if line.inputs_hash:
            facts.append(tr("inputs {hash}", hash=line.inputs_hash))
        self.facts.setText(" · ".join(facts))
        told = "\n".join(delivery_sentence(one) for one in line.deliveries)
        self.deliveries.setText(told or tr("It was told to nobody: a line of the journal only."))
