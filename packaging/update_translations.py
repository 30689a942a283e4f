"""Bring the catalogues of Qt Linguist up to date with the texts of the code: `make translations`.

A text is the literal in `tr("…")`, `mark("…")` or `tr_count("…", "…", n)`. Each stands once, under the first module
that says it; the window's own in `window_XX.ts`, all that the engine says (too) in `engine_XX.ts`. Translations are
kept, new texts are marked unfinished, what nothing says any more is dropped. Standard library only.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
PARTS = {"engine": "monitor", "window": "ui"}  # a text of both belongs to the first
TEXTS_OF = {"tr": 1, "mark": 1, "tr_count": 2}  # how many literals come first
DEFINES_THEM = "monitor.language"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the code, and where it stands."""

    source: str
    module: str  # dotted
    line: int


@dataclass(frozen=True, slots=True)
class Translation:
    """What a catalogue says for a text; "" where nobody has translated it yet."""

    text: str
    finished: bool


NONE = Translation("", finished=False)
Catalogue = dict[str, Translation]  # by English text


def texts_in(code: str, module: str) -> Iterator[Text]:
    """Return the texts of one source file, as often as they stand there.

    Raises:
        ValueError: a text is no literal, or the values passed are not the names in it; the message says where.
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TEXTS_OF:
            yield from _texts_of(node, node.func.id, module)


def _texts_of(call: ast.Call, function: str, module: str) -> Iterator[Text]:
    where = f"{module}:{call.lineno}: {function}()"
    count = TEXTS_OF[function]
    if len(call.args) != count + (function == "tr_count"):
        raise ValueError(f"{where} takes its text and its values by name")
    passed = {word.arg for word in call.keywords} | ({"count"} if function == "tr_count" else set())
    for text in call.args[:count]:
        if not isinstance(text, ast.Constant) or not isinstance(text.value, str) or not text.value:
            raise ValueError(f"{where} needs a literal, so that it can be found: {ast.unparse(text)}")
        named = {name for name, _spec in fields(text.value)}
        if named != passed and not (function == "tr_count" and named == passed - {"count"}):
            raise ValueError(f"{where} passes {sorted(map(str, passed))}, its text names {sorted(named)}")
        yield Text(text.value, module, text.lineno)


def fields(text: str) -> list[tuple[str, str]]:
    """Return the {names} of a text with their formats, sorted.

    Raises:
        ValueError: its braces do not match.
    """
    return sorted({(name, spec or "") for _text, name, spec, _kind in Formatter().parse(text) if name is not None})


def texts_of(root: Path) -> dict[str, dict[str, str]]:
    """Return by part the texts of the code and the module each belongs to."""
    found: dict[str, dict[str, str]] = {}
    for part, package in PARTS.items():
        found[part] = {}
        for path in sorted((root / package).rglob("*.py")):
            module = ".".join(path.relative_to(root).with_suffix("").parts)
            code = "" if module == DEFINES_THEM else path.read_text(encoding="utf-8")
            for text in texts_in(code, module):
                if not any(text.source in others for others in found.values()):
                    found[part][text.source] = module
    return found


def read(path: Path) -> Catalogue:
    """Return the translations of a file, the unfinished too; none where there is no file."""
    if not path.is_file():
        return {}
    known: Catalogue = {}
    for message in ElementTree.parse(path).iter("message"):
        source, said = message.findtext("source"), message.find("translation")
        if source and said is not None:
            known[source] = Translation(said.text or "", finished=bool(said.text) and not said.get("type"))
    return known


def written(language: str, texts: Mapping[str, str], known: Mapping[str, Translation]) -> str:
    """Return the file of Qt Linguist for texts by their module: contexts and texts sorted."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for module in sorted(set(texts.values())):
        lines += ["<context>", f"    <name>{module}</name>"]
        for source in sorted(source for source, owner in texts.items() if owner == module):
            said = known.get(source, NONE)
            state = "" if said.finished else ' type="unfinished"'
            lines += ["    <message>", f"        <source>{_xml(source)}</source>"]
            lines += [f"        <translation{state}>{_xml(said.text)}</translation>", "    </message>"]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _xml(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def update(root: Path, folder: Path, languages: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """Return each catalogue's path and what it should hold now."""
    texts = texts_of(root)
    for language in languages:
        files = {part: folder / f"{part}_{language}.ts" for part in PARTS}
        known: Catalogue = {}
        for path in files.values():  # a text may have moved from one file to the other
            known |= {source: said for source, said in read(path).items() if said.finished or source not in known}
        yield from ((path, written(language, texts[part], known)) for part, path in files.items())


def languages_in(folder: Path) -> list[str]:
    """Return the languages that have catalogues."""
    return sorted({path.stem.rpartition("_")[2] for path in folder.glob("*.ts")})


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the catalogues and say what is left to translate; 1 where a text cannot be used."""
    parser = argparse.ArgumentParser(description="Bring the catalogues of Qt Linguist up to date with the code.")
    parser.add_argument("--language", metavar="XX", help="begin a new one, as fr")
    asked: str | None = parser.parse_args(arguments).language
    if asked and not re.fullmatch(r"[a-z]{2,3}", asked):
        print(f"translations: {asked!r} is no language; two or three small letters are, as fr", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    try:
        for path, text in update(ROOT, FOLDER, sorted({*languages_in(FOLDER), *([asked] if asked else [])})):
            path.write_text(text, encoding="utf-8")
            known = Counter(said.finished for said in read(path).values())
            print(f"{path.relative_to(ROOT)}: {known.total()} texts, {known[False]} unfinished")
    except ElementTree.ParseError as error:
        print(f"translations: a catalogue is no XML ({error}); mend it or take it out first", file=sys.stderr)
        return 1
    except ValueError as error:
        print(f"translations: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
