"""What the window asks: stress, history, what-if, explanations, the journal, a try of alarm rules. Nothing changes."""

from __future__ import annotations

import asyncio

import msgspec

from monitor.engine.accounts import Accounts
from monitor.engine.feeds import Feeds
from monitor.engine.present import Present
from monitor.errors import MarginwatchError
from monitor.history import journal_reader
from monitor.history.look_back import answer_history
from monitor.history.timeline import timeline
from monitor.messages import (
    AlertPreview,
    AskExplanation,
    AskFigures,
    AskHistory,
    AskJournal,
    AskStress,
    AskTimeline,
    Explanation,
    PlanTrade,
    PreviewAlerts,
    Stress,
    WhatIf,
)
from monitor.reports import explain
from monitor.risk.stress_report import stress_report
from monitor.settings import check
from monitor.tick.rehearsal import rehearse, say_now
from monitor.whatif.asked_terms import TermsDesk
from monitor.whatif.planning import NOTHING, answer_plan, held_of
from monitor.whatif.whatif import answer

Question = (
    AskStress | AskHistory | AskJournal | AskFigures | AskExplanation | AskTimeline | WhatIf | PlanTrade | PreviewAlerts
)


class Answers:
    """Answers the window, beside the loop where it takes long."""

    def __init__(self, present: Present, accounts: Accounts, feeds: Feeds) -> None:
        self._present = present
        self._accounts = accounts
        self._feeds = feeds
        self._terms = TermsDesk(accounts.reader_of, present.clock)

    def take(self, question: Question) -> None:
        """Answer a question as soon as it is worked out."""
        self._present.spawn(self._answer(question))

    async def _answer(self, question: Question) -> None:
        present, now_ms = self._present, self._present.now_ms
        match question:
            case PlanTrade():
                await self._plan(question)
            case AskStress():
                await self._stress(question.request_id)
            case AskHistory():
                present.publish(await answer_history(question, present.recorder.ask, now_ms))
            case AskJournal():
                present.publish(await asyncio.to_thread(journal_reader.read_page, present.history_path, question))
            case AskFigures():
                path = present.history_path
                present.publish(await asyncio.to_thread(journal_reader.read_figures, path, question, now_ms))
            case AskTimeline():
                present.publish(await timeline(question, present.recorder.ask, present.last, now_ms))
            case WhatIf() | AskExplanation():
                await self._of_position(question)
            case PreviewAlerts():
                await self._preview(question)

    async def _plan(self, asked: PlanTrade) -> None:
        """Work a trade out; of a contract that is not held its venue is asked first."""
        present, told = self._present, NOTHING
        if held_of(asked, self._accounts.newest()) is None:
            told = await self._terms.ask(
                asked.account_id,
                asked.symbol,
                isolated=asked.margin_mode != "cross",
                needs_price=asked.price is None,
            )
        newest, market = self._accounts.newest(), self._feeds.market
        present.publish(answer_plan(asked, newest, market, present.settings, present.now_ms, told))

    async def _stress(self, request_id: int) -> None:
        last, now_ms = self._present.last, self._present.now_ms
        report = None if last is None else await asyncio.to_thread(stress_report, last.report.figures, now_ms)
        self._present.publish(Stress(request_id=request_id, report=report))

    async def _of_position(self, question: WhatIf | AskExplanation) -> None:
        """What the detail of a position asks; asked again by the window where nothing has been read yet."""
        present = self._present
        last, now_ms = present.last, present.now_ms
        if last is None:
            return
        if isinstance(question, WhatIf):
            present.publish(await asyncio.to_thread(answer, question, last, present.settings))
            return
        key = question.position_key
        text = await asyncio.to_thread(explain.text_of, last.report, last.beyond, key)
        present.publish(Explanation(request_id=question.request_id, position_key=key, at_ms=now_ms, text=text))

    async def _preview(self, question: PreviewAlerts) -> None:
        """Say what other alert settings would say now and would have said."""
        present = self._present
        settings, last = msgspec.structs.replace(present.settings, alerts=question.alerts), present.last
        try:
            check(settings)
        except MarginwatchError as error:
            present.publish(AlertPreview(request_id=question.request_id, error=str(error)))
            return
        past = await present.recorder.ask(lambda history: history.past()) or ()
        rehearsal = await asyncio.to_thread(rehearse, past, settings)
        present.publish(
            AlertPreview(
                request_id=question.request_id,
                error="",
                now=() if last is None else say_now(last, settings, present.now_ms),
                counts=rehearsal.counts,
                since_ms=rehearsal.since_ms,
                until_ms=rehearsal.until_ms,
                instants=rehearsal.instants,
                counted_since=rehearsal.counted_since,
                not_recorded=rehearsal.not_recorded,
            )
        )
