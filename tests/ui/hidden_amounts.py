"""A program that holds the words by which amounts are hidden against the translations: what English hides is hidden.

Usage: MARGINWATCH_LANGUAGE=de .venv/bin/python tests/ui/hidden_amounts.py. Prints each sentence of the engine that
shows a figure, with amounts hidden, whose English hides it; exit 1 where there is one.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from string import Formatter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from monitor.language import read_catalogue
from monitor.resources import resource
from ui import format as fmt
from ui.risk_words import private
from ui.view import View

NAMES = {"settle": "USDT", "currency": "USDT", "name": "SOL"}
MONEY = {"money", "amount", "amounts"}  # with their currency
HIDDEN = View(hide_amounts=True)


class Figure(int):
    """A number that looks the same in every format."""

    def __format__(self, _spec: str) -> str:
        return f"{int(self):,}"


def filled(text: str) -> str:
    """Return a text with a number of its own for each of its values."""
    names = sorted({name for _text, name, _spec, _kind in Formatter().parse(text) if name})
    values: dict[str, object] = {}
    for number, name in enumerate(names, start=2_001):
        values[name] = NAMES.get(name) or (f"{number:,} USDT" if name in MONEY else Figure(number))
    return text.format(**values)


def main() -> int:
    """Compare every translation with its English."""
    found = []
    for path in resource("translations").glob("engine_*.ts"):
        for english, said in read_catalogue(path.read_text(encoding="utf-8")).items():
            for hide in (HIDDEN.sentence, lambda text: private(text, HIDDEN)):
                quiet, loud = hide(filled(english)), hide(filled(said))
                seen = set(re.findall(r"\d,\d{3}", loud)) - set(re.findall(r"\d,\d{3}", quiet))
                if fmt.HIDDEN in quiet and seen:
                    found.append(f"{said}: {', '.join(sorted(seen))}\n")
    sys.stdout.write("".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
