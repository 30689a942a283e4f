"""What is said to the user, in the user's language: English stands in the code, others in `resources/translations/`.

Whoever starts a process calls `use` before any other module of the program is loaded, so that labels made at import
are in that language as well. A catalogue is a file of Qt Linguist (`.ts`); a text it lacks is said in English.
"""

from __future__ import annotations

from xml.etree import ElementTree

from monitor.resources import resource

PARTS = ("window", "engine")  # resources/translations/PART_LANGUAGE.ts; each process says texts of both
_catalogue: dict[str, str] = {}


def use(language: str) -> None:
    """Say everything in a language from now on: "en", or one that has catalogues. A file that is missing adds nothing.

    Raises:
        xml.etree.ElementTree.ParseError: a catalogue is damaged.
    """
    _catalogue.clear()
    for part in PARTS:
        path = resource("translations", f"{part}_{language}.ts")
        if path.is_file():
            _catalogue.update(read_catalogue(path.read_text(encoding="utf-8")))


def read_catalogue(xml: str) -> dict[str, str]:
    """Return the finished translations of a Qt Linguist file by their English text."""
    said: dict[str, str] = {}
    for message in ElementTree.fromstring(xml).iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.text and not translation.get("type"):
            said[source] = translation.text
    return said


def tr(text: str, /, **values: object) -> str:
    """Return a text in the user's language; `{name}` in it stands for a value (with none given, braces are braces).

    The text is a literal, so that it can be found: `tr("Add {money} to reach {aim}.", money=..., aim=...)`.
    """
    said = _catalogue.get(text, text)
    return said.format(**values) if values else said


def tr_count(one: str, many: str, count: int, /, **values: object) -> str:
    """Return `one` for a count of 1, else `many`, as `tr` would; `{count}` is the count."""
    return tr(one if count == 1 else many, count=count, **values)
