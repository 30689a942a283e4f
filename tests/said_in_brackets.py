"""A run of the whole engine in which every text that can be translated stands in brackets; prints what does not.

Usage: python -m tests.said_in_brackets FOLDER. `tests/test_said.py` runs it in a process of its own, since labels are
made at import. What is data stays as it is: ids, names, symbols, figures, and documents that are cited.
"""

from __future__ import annotations

# ruff: noqa: E402  # the brackets stand before what is said at import is loaded
import asyncio
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from monitor import language
from monitor.resources import resource

for _part in language.PARTS:
    _file = resource("translations", f"{_part}_de.ts")
    language._catalogue.update({text: f"«{text}»" for text in language.read_catalogue(_file.read_text("utf-8"))})

import msgspec

from monitor.demo import control
from monitor.demo.fault_kinds import FaultKind
from monitor.messages import (
    Acknowledge,
    AskExplanation,
    AskStress,
    ChangePosition,
    Focus,
    MoveMoney,
    PlanTrade,
    PreviewAlerts,
    RemoveAccount,
    RunSelfTest,
    Shelve,
    TestAlarm,
    ToWindow,
    Update,
    WhatIf,
)
from monitor.settings import AlertSettings
from tests.engine_bench import Bench, running
from tests.test_engine import CROSS, HEDGE, ISOLATED

# what is compared, stored, or the venue's own word; documents that are cited
IDS = frozenset(
    [
        "account_id",
        "account_mode",
        "agreement",
        "basis",
        "currency",
        "cut_first",
        "date",
        "family",
        "fee_source",
        "feed",
        "first_down",
        "first_up",
        "id",
        "inhibited_by",
        "key",
        "kind",
        "not_recorded",  # kinds
        "language",
        "leverage_verdict",
        "margin_mode",
        "margin_modes",
        "margin_ratio_pool",
        "phase",
        "pool_id",
        "position_key",
        "position_mode",
        "rights",
        "settle",
        "share_verdict",
        "side",
        "source",
        "status",
        "symbol",
        "target",
        "timeframe",
        "type",
        "venue",
        "venue_ratio_name",
        "venue_title",
    ]
)
NAMES = re.compile(r"\b(long|short|Cross|Hedge|Isolated|cross|isolated|desktop)\b|\S*[/:|]\S*|\b[A-Z][A-Z0-9]*\b")
WORD = re.compile(r"[^\W\d_]{3,}")


def bare(text: str) -> str:
    """Return what of a text is no data and stands in no bracket, "" where all is well."""
    depth, outside = 0, []
    for sign in text:
        depth += (sign == "«") - (sign == "»")
        if depth == 0 and sign != "»":
            outside.append(sign)
    rest = NAMES.sub(" ", "".join(outside))
    return rest.strip() if len(WORD.findall(rest)) > 0 else ""


def texts(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Return the texts of a message with the fields they stand in; those of ids are left out."""
    if isinstance(value, dict):
        event_reason = {"reason"} if "episode_ms" in value else set()
        for field, inner in value.items():
            if field not in IDS | event_reason:
                yield from texts(inner, f"{name}.{field}")
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner, name)
    elif isinstance(value, str):
        yield name, value


async def run(bench: Bench) -> None:
    """Let the engine say as much as it can in a few seconds."""
    await bench.until(bench.all_read, seconds=60)
    key = bench.update.positions[0].key
    bench.engine.handle(Focus(position_key=key, timeframe="15m"))
    bench.engine.handle(TestAlarm(level=3))
    bench.engine.handle(RunSelfTest())
    bench.engine.handle(AskStress(request_id=1))
    for number, row in enumerate(bench.update.positions):
        bench.engine.handle(AskExplanation(request_id=number, position_key=row.key))
    bench.engine.handle(
        PlanTrade(request_id=1, account_id="Cross", symbol="XRP/USDT:USDT", side="long", price=None, leverage=5.0,
                  margin_mode="cross", size=10.0)
    )  # fmt: skip
    bench.engine.handle(PreviewAlerts(request_id=1, alerts=AlertSettings()))
    ruin = (
        MoveMoney(account_id="Cross", currency="USDT", amount=-900_000.0),
        ChangePosition(account_id="Gone", symbol="ETH/USDT:USDT", side="short", margin_mode="cross", size=0.0),
    )
    bench.engine.handle(WhatIf(request_id=1, edits=ruin))
    bench.engine.handle(RemoveAccount(request_id=1, account_id="Nobody"))
    await seen(bench, 4)
    for kind in ("truncated_json", "redirect", "status"):
        await bench.server.obey(control.InjectFault(kind=kind_of(kind), count=9, url="http://127.0.0.1:9/"))
        await seen(bench, 4)
    await bench.server.obey(control.ClearFaults())
    await bench.server.obey(control.ClosePosition(account="Cross", symbol="SOLUSDT", side="long"))
    await bench.until(lambda: any(event.kind == "closed" for event in bench.events), seconds=60)
    for alert in bench.update.alerts[:2]:
        bench.engine.handle(Acknowledge(key=alert.key))
        bench.engine.handle(Shelve(key=alert.key, seconds=600))
    await seen(bench, 3)


def kind_of(name: str) -> FaultKind:
    return name  # type: ignore[return-value]


async def seen(bench: Bench, ticks: int) -> None:
    """Wait for so many Updates more."""
    last = bench.update.seq
    await bench.until(lambda: bench.update.seq >= last + ticks, seconds=60)


async def said(folder: Path) -> list[ToWindow]:
    """Return all that the engine said."""
    async with running(folder, book=(CROSS, HEDGE, ISOLATED)) as bench:
        await run(bench)
    return bench.said


def main() -> int:
    """Print each field with a text that cannot be translated, and an example; then how much was heard."""
    heard = asyncio.run(said(Path(sys.argv[1])))
    found: dict[tuple[str, str], str] = {}
    for message in heard:
        for field, text in texts(msgspec.to_builtins(message), type(message).__name__):
            if rest := bare(text):
                found.setdefault((field, rest), text)
    for (field, rest), text in found.items():
        sys.stdout.write(f"{field}: {rest!r} in {text!r}\n")
    bracketed = sum("«" in text for message in heard for _, text in texts(msgspec.to_builtins(message)))
    kinds = {type(message).__name__ for message in heard if not isinstance(message, Update)}
    sys.stderr.write(f"{len(heard)} messages, {bracketed} texts in brackets, {sorted(kinds)}\n")
    return 1 if found or not bracketed else 0


if __name__ == "__main__":
    sys.exit(main())
