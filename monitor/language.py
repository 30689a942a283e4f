"""What is said to the user, in the user's language: English stands in the code, others in `resources/translations/`.

Whoever opens the window calls `use` before the window's modules are loaded, so that labels made at import are in that
language as well; the processes it starts take it over from the environment. All else, the terminal too, is English.
A catalogue is a file of Qt Linguist (`.ts`); a text it lacks is said in English.
"""

from __future__ import annotations

import contextlib
import io
import os

from monitor.resources import resource

ENGLISH = "en"
HANDED_ON = "MARGINWATCH_LANGUAGE"  # from the window to the processes that it starts
PARTS = ("window", "engine")  # resources/translations/PART_LANGUAGE.ts; each process says texts of both
_catalogue: dict[str, str] = {}


def use(language: str) -> bool:
    """Say everything in a language from now on; return False where it has no catalogue: then it is English.

    A damaged file adds nothing: a warning in English is better than none.
    """
    _catalogue.clear()
    if language != ENGLISH:
        for part in PARTS:
            path = resource("translations", f"{part}_{language}.ts")
            with contextlib.suppress(OSError, SyntaxError, KeyError, UnicodeDecodeError):  # ParseError: a SyntaxError
                _catalogue.update(read_catalogue(path.read_text(encoding="utf-8")))
    return bool(_catalogue)


def read_catalogue(xml: str) -> dict[str, str]:
    """Return the finished translations of a Qt Linguist file by their English text.

    Raises:
        xml.etree.ElementTree.ParseError: it is no XML. KeyError: a message without its parts.
    """
    from xml.etree import ElementTree  # not needed in English

    said: dict[str, str] = {}
    for _end, message in ElementTree.iterparse(io.StringIO(xml)):
        if message.tag != "message":
            continue
        parts = {part.tag: part for part in message}  # a file of Linguist has both
        source, translation = parts["source"].text, parts["translation"]
        if source and translation.text and not translation.get("type"):
            said[source] = translation.text
        message.clear()  # the whole tree would stay in memory for good
    return said


def tr(text: str, /, **values: object) -> str:
    """Return a text in the user's language; `{name}` in it stands for a value (with none given, braces are braces).

    The text is a literal, so that it can be found: `tr("Add {money} to reach {aim}.", money=..., aim=...)`.
    """
    said = _catalogue.get(text, text)
    if not values:
        return said
    try:
        return said.format(**values)
    except (KeyError, IndexError, ValueError):  # a translation that names other values: an alarm is told all the same
        return text.format(**values)


def mark(text: str, /) -> str:
    """Return a text as it stands, for `translated` later: a label that is also a name to be stored or compared."""
    return text


def translated(text: str, /) -> str:
    """Return a marked text in the user's language; any other as it is."""
    return _catalogue.get(text, text)


def tr_count(one: str, many: str, count: int, /, **values: object) -> str:
    """Return `one` for a count of 1, else `many`, as `tr` would; `{count}` is the count."""
    return tr(one if count == 1 else many, count=count, **values)


if _language := os.environ.get(HANDED_ON):
    use(_language)
