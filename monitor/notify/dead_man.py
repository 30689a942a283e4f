"""The remote dead-man: an outside service is pinged while all is well, and calls the user when the pings stop.

The ping is earned, never sent by a bare timer: what is judged, read, delivered and tested has to be in order, for a
ping from a program that guards nothing would prove nothing. Times in ms UTC.

Source: healthchecks.io, "Pinging API" (GET, a period and a grace time), 2026-01.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from monitor.language import tr
from monitor.notify.channels import Recall
from monitor.notify.web import WebError, ask

log = logging.getLogger(__name__)

NAME = "dead man"  # of the address in the keyring
EVERY_S = 60.0
ATTEMPTS = 3
EVALUATED_MS = 10_000
CRITICAL_STUCK_MS = 60_000
SELF_TEST_MS = 25 * 3_600_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a ping has to be earned with."""

    evaluated_ms: int  # end of the last tick
    blind_accounts: tuple[str, ...] = ()  # too old, and nobody has been told
    oldest_critical_ms: int | None = None  # the CRITICAL delivery that has waited longest
    peer_answers: bool = True  # the window, or systemd
    self_test_ms: int | None = None  # the last one that went well
    self_test_needed: bool = False


def withheld(facts: Facts, now_ms: int) -> str:
    """Return why no ping is earned, one sentence, or ""."""
    if now_ms - facts.evaluated_ms >= EVALUATED_MS:
        return tr("The accounts have not been judged for 10 s.")
    if facts.blind_accounts:
        return tr("{account} is not read, and nobody could be told.", account=facts.blind_accounts[0])
    if facts.oldest_critical_ms is not None and now_ms - facts.oldest_critical_ms > CRITICAL_STUCK_MS:
        return tr("A CRITICAL alarm has not got through for a minute.")
    if not facts.peer_answers:
        return tr("The window does not answer.")
    if facts.self_test_needed and (facts.self_test_ms is None or now_ms - facts.self_test_ms > SELF_TEST_MS):
        return tr("The alarm chain has not passed its test for a day.")
    return ""


class DeadMan:
    """Pings once a minute what has earned it.

    Args:
        facts: as they are now. recall: reads the address from where it is kept.
    """

    def __init__(self, facts: Callable[[], Facts], recall: Recall, now_ms: Callable[[], int]) -> None:
        self._facts, self._recall, self._now_ms = facts, recall, now_ms
        self.detail = ""  # how the last minute went

    async def run(self) -> None:
        """Ping for ever; ends only by cancellation."""
        while True:
            self.detail = await self.once()
            log.info("dead man: %s", self.detail)
            await asyncio.sleep(EVERY_S)

    async def once(self) -> str:
        """Ping if it is earned; return one sentence."""
        if reason := withheld(self._facts(), self._now_ms()):
            return tr("Withheld.") + " " + reason
        try:
            secrets = await self._recall(NAME)
        except Exception as error:  # the keyring fails in many ways; without the address there is no ping
            return tr("No ping: the address could not be read ({kind}).", kind=type(error).__name__)
        if secrets is None or not secrets.get("url"):
            return tr("No ping: the keyring holds no address.")
        for attempt in range(ATTEMPTS):
            try:
                answer = await ask("GET", secrets.get("url"))
            except WebError as error:
                said = str(error)
            else:
                if answer.status == 200:
                    return tr("Pinged.")
                said = tr("It answered with status {status}.", status=answer.status)
            if attempt < ATTEMPTS - 1:
                await asyncio.sleep(2.0**attempt)
        return tr("The ping did not get through.") + " " + said
