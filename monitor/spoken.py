"""What is stored or compared as an id, in words for the screen. In English the words are the ids."""

from __future__ import annotations

from monitor.language import mark, translated

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
    mark("12 March 2020 · COVID crash"),  # scenarios of the embedded exchange, which knows nothing of the rest
    mark("19 May 2021 · China ban crash"),
    mark("11 May 2022 · LUNA collapse"),
    mark("8 November 2022 · FTX run"),
    mark("Calm market · synthetic"),
)


def said(word: str) -> str:
    """Return the word for an id: of a margin mode, a basis, an agreement, a key's rights; any other as it is."""
    return translated(word)
