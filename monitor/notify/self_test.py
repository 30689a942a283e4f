"""The self-test: a synthetic position at CRITICAL goes the way of a real one, marked TEST, and every link answers.

Read (a snapshot file), risk, the alarm machine; then, in the engine, the outbox in the database and each channel. A
link that does not answer is named. Times in ms UTC, spans in seconds.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import msgspec

from monitor.clock import Clock
from monitor.errors import MarginwatchError
from monitor.history.recorder import Recorder
from monitor.journal import Delivery
from monitor.language import tr
from monitor.messages import AlertEvent, CheckLine, SelfTestResult
from monitor.notify.channels import Recall, RemoteChannel
from monitor.notify.routing import DESKTOP, in_turn
from monitor.notify.telling import Teller
from monitor.settings import Settings
from monitor.snapshot import snapshot_file
from monitor.tick.state import EngineState
from monitor.tick.tick import tick

KIND = "selftest"
DEADLINE_S = 45.0  # for all channels together: a failure is known within a minute
EVERY_MS = 24 * 3_600_000
AGAIN_MS = 600_000  # after a failure
FIRST_AFTER_MS = 60_000  # after the start, where none was ever made
_ACCOUNT = "TEST"
_FILE = {
    "version": 1,
    "taken_ms": 0,
    "accounts": [
        {
            "id": _ACCOUNT,
            "venue": "binanceusdm",
            "account_mode": "single_currency",
            "position_mode": "one_way",
            "taker_fee_rate": "0.0005",
            "collateral": [{"currency": "USDT", "wallet_balance": "1020"}],
            "positions": [
                {
                    "symbol": "BTC/USDT:USDT",
                    "side": "long",
                    "contracts": "1",
                    "contract_size": "1",
                    "inverse": False,
                    "settle": "USDT",
                    "entry_price": "50000",
                    "mark_price": "49650",
                    "margin_mode": "cross",
                    "isolated_margin": None,
                    "leverage": "50",
                    "tick_size": "0.1",
                    "lot_size": "0.001",
                    "bracket_unit": "notional",
                    "bracket_scheme": "marginal",
                    "brackets": [{"floor": "0", "rate": "0.004", "deduction": "0"}],
                }
            ],
        }
    ],
}  # 1 % from liquidation


def synthetic_alarm(now_ms: int, event_id: int) -> tuple[AlertEvent | None, tuple[CheckLine, ...]]:
    """Send the synthetic position through reading, risk and the machine.

    Returns:
        the alarm as an event marked TEST, None where a link failed, and a line for each link.
    """
    raw = json.dumps({**_FILE, "taken_ms": now_ms}).encode()
    try:
        accounts = snapshot_file.parse(raw).accounts
    except MarginwatchError as error:
        return None, (CheckLine(ok=False, what=tr("Read"), detail=str(error)),)
    fresh = tuple(replace(account, read_ms=now_ms) for account in accounts)
    outcome = tick(EngineState(started_ms=now_ms), fresh, Settings(), now_ms)
    lines = [CheckLine(ok=True, what=tr("Read"), detail=tr("A synthetic position was read."))]
    distance = outcome.update.positions[0].liquidation_distance if outcome.update.positions else None
    if distance is None or not 0 < distance < 0.02:
        return None, (*lines, CheckLine(ok=False, what=tr("Risk"), detail=tr("Its distance was not found.")))
    lines.append(
        CheckLine(
            ok=True,
            what=tr("Risk"),
            detail=tr("It is {distance:.1%} from liquidation, as it should be.", distance=distance),
        )
    )
    alarm = next((event for event in outcome.events if event.level == 3 and event.notify), None)
    if alarm is None:
        return None, (*lines, CheckLine(ok=False, what=tr("Alarm"), detail=tr("No CRITICAL alarm came of it.")))
    lines.append(CheckLine(ok=True, what=tr("Alarm"), detail=tr("It is CRITICAL at once.")))
    marked = msgspec.structs.replace(
        alarm,
        id=event_id,
        key=f"{KIND}|{now_ms}",
        family="SYSTEM",
        kind=KIND,
        reason="self-test",
        title=f"TEST: {alarm.title}",
        text=tr("Marginwatch tests its alarm chain. Nothing is wrong, nothing is to do."),
        account_id="",
        position_key="",
        episode_ms=now_ms,
    )
    return marked, tuple(lines)


class SelfTest:
    """One run: which channels it waits for, and what they answered.

    Args:
        expected: names of the channels that the alarm has to get through.
    """

    def __init__(self, event: AlertEvent, expected: Iterable[str], lines: tuple[CheckLine, ...]) -> None:
        self.event = event
        self._lines = lines
        self._expected = tuple(expected)
        self._told: dict[str, Delivery] = {}
        self._stored: bool | None = None
        self._news = asyncio.Event()

    def recorded(self, on_disk: bool) -> None:
        """The tick that tells it is stored, or could not be."""
        self._stored = on_disk
        self._news.set()

    def take(self, deliveries: Iterable[Delivery]) -> None:
        """See how deliveries stand; those of this run count."""
        self._told.update({one.channel: one for one in deliveries if one.event_id == self.event.id})
        self._news.set()

    async def result(self, now_ms: Callable[[], int], deadline_s: float) -> SelfTestResult:
        """Wait for every channel, so many seconds at most, and say how each link did."""
        try:
            async with asyncio.timeout(deadline_s):
                while self._stored is None or self._open():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            pass
        lines = [*self._lines, self._outbox_line(), *map(self._channel_line, self._expected)]
        return verdict(lines, now_ms())

    def _open(self) -> bool:
        return any(name not in self._told or self._told[name].state == "queued" for name in self._expected)

    def _outbox_line(self) -> CheckLine:
        words = {
            True: tr("It was stored before it was told."),
            False: tr("The database did not take it."),
            None: tr("The engine did not come round to it."),
        }
        return CheckLine(ok=self._stored is True, what=tr("Outbox"), detail=words[self._stored])

    def _channel_line(self, name: str) -> CheckLine:
        told = self._told.get(name)
        if told is None:
            return CheckLine(
                ok=False, what=name, detail=tr("No answer within {deadline_s:.0f} s.", deadline_s=DEADLINE_S)
            )
        is_absent = told.state == "failed" and name == "desktop"
        return CheckLine(
            ok=True if told.state == "delivered" else None if is_absent else False, what=name, detail=told.detail
        )


async def alone(settings: Settings, folder: Path, clock: Clock, recall: Recall) -> SelfTestResult:
    """Run the whole chain without an engine, on a database of its own in a folder.

    Args:
        recall: reads the secrets of a channel.
    """
    now_ms = clock.now_ms()
    event, lines = synthetic_alarm(now_ms, 1)
    if event is None:
        return verdict(lines, now_ms)
    recorder = Recorder(folder / "selftest.sqlite3")
    runs: list[SelfTest] = []

    async def note(deliveries: tuple[Delivery, ...]) -> None:
        await recorder.note(deliveries, clock.now_ms())
        for run in runs:
            run.take(deliveries)

    teller = Teller(clock, note, lambda _key: None)
    await recorder.open(now_ms)
    channels = [channel for channel in settings.channels if channel.enabled]
    routes = in_turn((one.name, one.after_s, one.least_level) for one in channels)
    await teller.use({one.name: RemoteChannel(one, recall) for one in channels}, routes)
    run = SelfTest(event, (DESKTOP, *teller.remote), lines)
    runs.append(run)
    telling = teller.decide((event,), {}, now_ms, local={DESKTOP: 1}, next_event_id=2)
    on_disk = await recorder.record(
        now_ms, inputs=None, events=telling.events, alarms={}, chases={}, deliveries=telling.deliveries
    )
    run.recorded(on_disk)
    teller.send(telling, {})
    result = await run.result(clock.now_ms, DEADLINE_S)
    await teller.close()
    await recorder.close()
    return result


def verdict(lines: Iterable[CheckLine], now_ms: int) -> SelfTestResult:
    """Return the result of a run: it is well when no link failed."""
    found = tuple(lines)
    return SelfTestResult(at_ms=now_ms, ok=all(line.ok is not False for line in found), lines=found)


def due_ms(passed_ms: int | None, newest: SelfTestResult | None, started_ms: int) -> int:
    """Return when the next run is due: a day after one that passed, ten minutes after one that did not."""
    if newest is not None:
        return newest.at_ms + (EVERY_MS if newest.ok else AGAIN_MS)
    return max(started_ms + FIRST_AFTER_MS, 0 if passed_ms is None else passed_ms + EVERY_MS)
