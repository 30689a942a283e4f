"""Texts are said in the user's language; what has no translation is said in English."""

from __future__ import annotations

import importlib
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor import language
from monitor.errors import NetworkError
from monitor.language import HANDED_ON, mark, read_catalogue, tr, tr_count, translated

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="de"><context><name>ui.tray</name>
<message><source>Show {what}</source><translation>{what} zeigen</translation></message>
<message><source>Quit</source><translation type="unfinished">Beenden?</translation></message>
<message><source>Help</source><translation></translation></message>
</context></TS>"""


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the catalogues, still empty; English again afterwards."""
    monkeypatch.setattr(language, "resource", lambda _folder, name: tmp_path / name)
    yield tmp_path
    language.use("en")


def test_a_catalogue_holds_what_is_finished():
    assert read_catalogue(CATALOGUE) == {"Show {what}": "{what} zeigen"}


def test_values_stand_where_the_text_names_them():
    assert tr("Show {what}", what="{BTC}") == "Show {BTC}"


def test_braces_without_values_are_braces():
    assert tr("{}") == "{}"


def test_one_is_said_in_the_singular():
    assert [tr_count("{count} alarm", "{count} alarms", n) for n in (0, 1, 2)] == ["0 alarms", "1 alarm", "2 alarms"]


def test_texts_of_both_parts_are_said(catalogues: Path):
    (catalogues / "window_de.ts").write_text(CATALOGUE)
    (catalogues / "engine_de.ts").write_text(CATALOGUE.replace("Show {what}", "Hide").replace("{what} zeigen", "Weg"))
    assert language.use("de")
    assert [tr("Show {what}", what="BTC"), tr("Hide"), tr("Quit")] == ["BTC zeigen", "Weg", "Quit"]


def test_a_marked_text_is_a_name_until_it_is_shown(catalogues: Path):
    (catalogues / "window_de.ts").write_text(CATALOGUE.replace("Show {what}", "Hide").replace("{what} zeigen", "Weg"))
    language.use("de")
    assert (mark("Hide"), translated("Hide"), translated("my own view")) == ("Hide", "Weg", "my own view")


@pytest.mark.parametrize("content", [b"", b"<TS", b"\xff", b"<TS><message/></TS>"])
def test_a_damaged_catalogue_is_english(catalogues: Path, content: bytes):
    (catalogues / "window_de.ts").write_bytes(content)
    assert not language.use("de")
    assert tr("Quit") == "Quit"


def test_a_translation_with_other_values_is_said_in_english(catalogues: Path):
    (catalogues / "window_de.ts").write_text(CATALOGUE.replace("{what} zeigen", "{was} zeigen"))
    language.use("de")
    assert tr("Show {what}", what="BTC") == "Show BTC"


def test_a_process_takes_over_the_language_before_it_loads_anything():
    code = "import sys, monitor.errors, monitor.language as it; print(len(it._catalogue) > 0, 'xml' in sys.modules)"
    said = {
        wanted: subprocess.check_output([sys.executable, "-c", code], env={**os.environ, HANDED_ON: wanted}, text=True)
        for wanted in ("en", "de")
    }
    assert said == {"en": "False False\n", "de": "True True\n"}


def test_nothing_is_said_before_the_window_chooses_a_language():
    code = "import sys, monitor.cli; print(*(name for name in sys.modules if name.startswith('monitor')))"
    names = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    at_import = re.compile(r"^(?!def )\S.*\btr(_count)?\(|^    \w+ = tr(_count)?\(", re.MULTILINE)
    early = [name for name in names if at_import.search(inspect.getsource(importlib.import_module(name)))]
    assert early == []


def test_the_advice_of_an_error_is_in_the_language_of_its_time():
    language.use("de")
    try:
        assert NetworkError("x").advice.startswith("Prüfen Sie das Netz")
    finally:
        language.use("en")
    assert NetworkError("x").advice == "Check the network; the program keeps trying."
    assert NetworkError("x", advice="Wait.").advice == "Wait."
