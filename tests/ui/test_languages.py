"""No text of the window was forgotten, in German nothing is clipped, hidden amounts are hidden in every language."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest

from monitor.language import read_catalogue
from monitor.resources import resource
from ui import format as fmt
from ui.risk_words import private
from ui.view import View

FOLDER = Path(__file__).resolve().parent
NAMES = {"settle": "USDT", "currency": "USDT", "name": "SOL"}
MONEY = {"money", "amount", "amounts"}  # with their currency
HIDDEN = View(hide_amounts=True)
ENGINE = sorted(
    (path.stem, english, said)
    for path in resource("translations").glob("engine_*.ts")
    for english, said in read_catalogue(path.read_text(encoding="utf-8")).items()
    if "{" in said
)


def run(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program of this folder: the language is chosen before the window is loaded."""
    return subprocess.run(
        [sys.executable, str(FOLDER / program)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_FONT_DPI": "96", "TZ": "UTC", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def filled(text: str) -> str:
    """Return a text with a number of its own for each of its values."""
    names = sorted({name for _text, name, _spec, _kind in Formatter().parse(text) if name})
    values: dict[str, object] = {}
    for number, name in enumerate(names, start=2_001):
        values[name] = NAMES.get(name) or (f"{number:,} USDT" if name in MONEY else Figure(number))
    return text.format(**values)


class Figure(int):
    """A number that looks the same in every format."""

    def __format__(self, _spec: str) -> str:
        return f"{int(self):,}"


def left_to_see(hide: Callable[[str], str], text: str) -> set[str]:
    """Return the numbers that are still seen."""
    return set(re.findall(r"\d,\d{3}", hide(filled(text))))


def test_every_text_of_every_window_can_be_translated() -> None:
    done = run("pseudo_language.py")
    assert done.returncode == 0, done.stdout or done.stderr


def test_in_german_nothing_is_clipped() -> None:
    done = run("pictures_of_all.py", MARGINWATCH_LANGUAGE="de")
    assert done.returncode == 0, done.stdout or done.stderr


@pytest.mark.parametrize("hide", [HIDDEN.sentence, lambda text: private(text, HIDDEN)], ids=["amounts", "sizes"])
def test_what_is_hidden_in_english_is_hidden_in_every_language(hide: Callable[[str], str]) -> None:
    seen = {
        said: left_to_see(hide, said) - left_to_see(hide, english)
        for _language, english, said in ENGINE
        if fmt.HIDDEN in hide(filled(english))
    }
    assert len(seen) > 3
    assert {said: numbers for said, numbers in seen.items() if numbers} == {}
