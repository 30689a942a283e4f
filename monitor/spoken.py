"""What is stored or compared as an id, in words for the screen. In English the words are the ids."""

from __future__ import annotations

import re

from monitor.language import mark, tr, translated

WORDS = (
    mark("long"),
    mark("short"),
    mark("cross"),
    mark("isolated"),
    mark("exact"),
    mark("estimate"),
    mark("agrees"),
    mark("disagrees"),
    mark("skewed snapshot"),
    mark("venue silent"),
    mark("not computed"),
    mark("read-only"),
    mark("unverified"),
    mark("address only"),
    mark("can trade"),
    mark("can withdraw"),
    mark("unknown"),
    mark("promised"),
    mark("practice"),
    mark("may claim"),
    mark("not found"),
    mark("notional"),
    mark("contracts"),
    mark("base"),
    mark("against"),
    mark("offset"),
    mark("venue"),
)

REASONS = (
    mark("raised"),
    mark("raised again"),
    mark("raised without confirmation"),
    mark("escalated"),
    mark("worsened"),
    mark("improved"),
    mark("repeated"),
    mark("restored"),
    mark("transient"),
    mark("cleared"),
    mark("closed"),
    mark("not yet acknowledged"),
    mark("acknowledged"),
    mark("acknowledgement expired"),
    mark("snoozed"),
    mark("snooze refused"),
    mark("snooze over"),
    mark("shelved"),
    mark("no longer shelved"),
    mark("stands by itself now"),
    mark("mute over"),
    mark("grouped"),
    mark("flood"),
    mark("flood over"),
    mark("gap"),
    mark("slept"),
    mark("stopped"),
    mark("self-test"),
)


def said(word: str) -> str:
    """Return the word for an id: of a side, a margin mode, a basis, an agreement, a key's rights."""
    return translated(word)


def reason_said(reason: str) -> str:
    """Return why an event was told (`AlertEvent.reason`) in words."""
    return ", ".join(_reason(part) for part in reason.split(", "))


def _reason(part: str) -> str:
    if part.startswith("explained by "):
        return tr("explained by {cause}", cause=part.removeprefix("explained by "))
    if waited := re.fullmatch(r"not acknowledged for (\d+) s", part):
        return tr("not acknowledged for {count} s", count=waited[1])
    return translated(part)
