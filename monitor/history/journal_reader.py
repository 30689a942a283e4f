"""The journal for the window: read beside the engine's own hand on the database, so that no tick waits for it."""

from __future__ import annotations

from pathlib import Path

from monitor.errors import MarginwatchError
from monitor.history.history import History
from monitor.history.kpi import STANDING_MS, measure
from monitor.messages import AskFigures, AskJournal, JournalFigures, JournalPage


def read_page(path: Path, wanted: AskJournal) -> JournalPage:
    """Return the lines that are asked for; what is wrong is said in the answer."""
    try:
        history = History.read_only(path)
        try:
            return history.page(wanted)
        finally:
            history.close()
    except MarginwatchError as error:
        return JournalPage(request_id=wanted.request_id, lines=(), next_id=None, error=str(error))


def read_figures(path: Path, wanted: AskFigures, now_ms: int) -> JournalFigures:
    """Return how well the alarms worked since a time."""
    try:
        history = History.read_only(path)
        try:
            kpi = measure(history.span(wanted.since_ms - STANDING_MS), wanted.since_ms, now_ms)
        finally:
            history.close()
    except MarginwatchError as error:
        return JournalFigures(request_id=wanted.request_id, kpi=None, error=str(error))
    return JournalFigures(request_id=wanted.request_id, kpi=kpi)
