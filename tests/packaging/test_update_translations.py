"""The catalogues hold every text of the code, translated, with the same values in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import update_translations as translations
from update_translations import PARTS, ROOT, Translation, fields, read, texts_in, update, written

FOLDER = ROOT / "resources" / "translations"
LANGUAGES = translations.languages_in(FOLDER)
CATALOGUES = [FOLDER / f"{part}_{language}.ts" for language in LANGUAGES for part in PARTS]


def code(root: Path, **modules: str) -> None:
    """A tree with a window that says something; each module's name is its part and its file: ui_tray."""
    for name, text in modules.items():
        package, _line, file = name.partition("_")
        (root / package).mkdir(exist_ok=True)
        (root / package / f"{file}.py").write_text(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogues_hold_the_texts_of_the_code_and_no_others(language: str) -> None:
    """Under which module a text stands may be of yesterday: it is said all the same."""
    held = Counter(source for path in CATALOGUES if path.stem.endswith(f"_{language}") for source in read(path))
    said = Counter(source for texts in translations.texts_of(ROOT).values() for source in texts)
    assert (said - held, held - said) == ({}, {}), "run `make translations`, then translate what is unfinished"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_nothing_is_left_to_translate(path: Path) -> None:
    assert not [source for source, said in read(path).items() if not said.finished]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_a_translation_names_the_values_of_its_text(path: Path) -> None:
    assert not [source for source, said in read(path).items() if said.text and fields(said.text) != fields(source)]


def test_a_text_that_two_modules_say_stands_once(tmp_path: Path) -> None:
    code(tmp_path, ui_a="tr('Quit')", ui_b="tr('Quit')\ntr('Show')", monitor_a="tr('Show')")
    assert translations.texts_of(tmp_path) == {"engine": {"Show": "monitor.a"}, "window": {"Quit": "ui.a"}}


def test_a_translation_is_kept_and_what_nothing_says_is_dropped(tmp_path: Path) -> None:
    code(tmp_path, ui_a="tr('Quit')", monitor_a="")
    known = {"Quit": Translation("Beenden", finished=True), "Gone": Translation("Weg", finished=True)}
    (tmp_path / "window_de.ts").write_text(written("de", {"Quit": "ui.a", "Gone": "ui.a"}, known))
    for path, text in update(tmp_path, tmp_path, ["de"]):
        path.write_text(text)
    assert read(tmp_path / "window_de.ts") == {"Quit": known["Quit"]}


def test_a_text_that_moves_to_the_other_file_keeps_its_translation(tmp_path: Path) -> None:
    code(tmp_path, ui_a="tr('Quit')", monitor_a="tr('Quit')")
    known = {"Quit": Translation("Beenden", finished=True)}
    (tmp_path / "window_de.ts").write_text(written("de", {"Quit": "ui.a"}, known))
    files = {path.name: text for path, text in update(tmp_path, tmp_path, ["de"])}
    assert "Beenden" in files["engine_de.ts"]
    assert "Beenden" not in files["window_de.ts"]


def test_a_new_text_is_unfinished(tmp_path: Path) -> None:
    code(tmp_path, ui_a="tr_count('{count} row', '{count} rows', n)", monitor_a="")
    text = dict(update(tmp_path, tmp_path, ["de"]))[tmp_path / "window_de.ts"]
    assert text.count('type="unfinished"') == 2


@pytest.mark.parametrize(
    "said",
    [
        "tr(text)",
        "tr('one' if n == 1 else 'many')",
        "tr(f'{n} rows')",
        "tr('{n} rows')",
        "tr('{n} rows', count=1)",
        "tr('rows', n=1)",
        "tr('{n} rows', n)",
        "tr_count('one row', 'many rows')",
        "tr('{n} rows', **values)",
    ],
)
def test_what_cannot_be_translated_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=r"^ui\.a:1: tr"):
        list(texts_in(said, "ui.a"))


def test_signs_of_xml_survive(tmp_path: Path) -> None:
    path = tmp_path / "window_de.ts"
    source = 'a < b & "c"\u202f’d’\n– e'
    path.write_text(written("de", {source: "ui.a"}, {source: Translation(source, finished=True)}), encoding="utf-8")
    assert read(path) == {source: Translation(source, finished=True)}
