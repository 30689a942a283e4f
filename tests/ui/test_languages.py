"""No text of the window was forgotten, in German nothing is clipped, hidden amounts are hidden in every language."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from monitor import language
from ui import language_choice

FOLDER = Path(__file__).resolve().parent


def run(program: str, language: str = "en") -> str:
    """Run a program of this folder, whose language is chosen before the window is loaded; return what it found."""
    done = subprocess.run(
        [sys.executable, str(FOLDER / program)],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_FONT_DPI": "96",
            "TZ": "UTC",
            "MARGINWATCH_LANGUAGE": language,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout or done.stderr


def test_every_text_of_every_window_can_be_translated() -> None:
    assert run("pseudo_language.py") == ""


def test_in_german_nothing_is_clipped() -> None:
    assert run("pictures_of_all.py", "de") == ""


def test_what_is_hidden_in_english_is_hidden_in_german() -> None:
    assert run("hidden_amounts.py", "de") == ""


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The languages of the system, German first; what a test chooses is forgotten after it."""
    languages = ["de-DE", "de", "en-US"]
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _locale: languages)
    monkeypatch.setenv(language.HANDED_ON, language.ENGLISH)
    monkeypatch.setattr(language, "_catalogue", {})
    return languages


def chosen(folder: Path, text: str) -> str:
    """Return the language that is chosen with a settings file of this content."""
    (folder / "settings.json").write_text(text)
    language_choice.begin([folder])
    return os.environ[language.HANDED_ON]


@pytest.mark.parametrize("content", ["{}", '{"display": {"language": "system"}}', "{damaged", "[1]"])
def test_without_a_choice_the_system_decides(tmp_path: Path, system: list[str], content: str) -> None:
    assert chosen(tmp_path, content) == "de"
    system[0] = "fr-FR"
    assert chosen(tmp_path, content) == "en"


def test_a_choice_in_the_settings_counts_more_than_the_system(tmp_path: Path, system: list[str]) -> None:
    assert chosen(tmp_path, '{"display": {"language": "en"}}') == "en"
    system[0] = "fr-FR"
    assert chosen(tmp_path, '{"display": {"language": "de"}}') == "de"
    assert language.tr("Settings") == "Einstellungen"


def test_the_demo_speaks_as_the_users_own_settings_say(tmp_path: Path, system: list[str]) -> None:
    (tmp_path / "settings.json").write_text('{"display": {"language": "en"}}')
    language_choice.begin([tmp_path / "demo", tmp_path])
    assert os.environ[language.HANDED_ON] == "en"


@pytest.mark.usefixtures("system")
def test_qt_says_its_own_buttons_in_german(tmp_path: Path, qapp: QCoreApplication) -> None:
    chosen(tmp_path, '{"display": {"language": "de"}}')
    language_choice.translate_qt(qapp)
    added = qapp.findChildren(QTranslator)
    said = QCoreApplication.translate("QPlatformTheme", "Cancel")
    for translator in added:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    assert said == "Abbrechen"
