"""Which language the program with a window speaks: decided before anything else of the window is loaded.

Labels are made when their modules are imported, so this is called first. The engine takes the language over from the
environment.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from monitor import language

SYSTEM = "system"


def begin(folders: Sequence[Path]) -> None:
    """Speak the language that a settings file in these folders names, the first one first; else the system's."""
    wanted = next((named for folder in folders if (named := _named_in(folder / "settings.json")) != SYSTEM), "")
    code = wanted or QLocale.system().uiLanguages()[0].replace("_", "-").split("-")[0]
    os.environ[language.HANDED_ON] = code if language.use(code) else language.ENGLISH


def translate_qt(app: QCoreApplication) -> None:
    """Give Qt's own buttons and menus the language as well, where Qt ships it."""
    code = os.environ.get(language.HANDED_ON, language.ENGLISH)
    if code == language.ENGLISH:
        return
    translator = QTranslator(app)
    if translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def _named_in(path: Path) -> str:
    """Return the language that a settings file names; a damaged file is told of later, by the engine."""
    try:
        return str(json.loads(path.read_bytes())["display"]["language"])
    except (OSError, ValueError, KeyError, TypeError):
        return SYSTEM
