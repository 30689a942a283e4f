"""The arrows of the tree point down only, and a few things stand in one place only.

Read from the source with ast, imports for typing and imports inside functions included; nothing is executed. Parts that
do not exist yet are no failure, a part without a place in LAYERS is.
"""

from __future__ import annotations

import ast
import enum
import importlib
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Lowest first. A part may import its own layer and those before it.
LAYERS: tuple[frozenset[str], ...] = tuple(
    frozenset(layer.split())
    for layer in (
        "errors model resources language spoken numbers clock host_names paths redact venue_labels autostart",
        "book credentials key_words edits snapshot",
        "margin",
        "risk",
        "alerts",
        "settings settings_file messages journal",
        "differences channel_list history venues notify account_list feeds reports whatif tick",
        "engine replay",
        "child commands pipe only_engine",
        "cli __main__",
    )
)
WINDOW_MAY_IMPORT = {
    "monitor",  # its version
    "monitor.messages",
    "monitor.model",
    "monitor.settings",
    "monitor.settings_file",
    "monitor.errors",
    "monitor.resources",
    "monitor.language",
    "monitor.numbers",
    "monitor.spoken",  # words only
    "monitor.paths",
    "monitor.autostart",
    "monitor.redact",  # its log is redacted like the engine's
    "monitor.differences",
    "monitor.child",
    "monitor.credentials",
    "monitor.demo.control",
    "monitor.demo.process",
    "monitor.venue_labels",  # names only
    "monitor.key_words",  # words only
}
ONLY_HERE = {"ccxt": "monitor.venues", "sqlite3": "monitor.history", "keyring": "monitor.credentials"}
READS_THE_CLOCK = (
    "monitor.clock",
    "monitor.demo",  # its server time and market time are its own
    "monitor.only_engine",  # waits for another process; its waits must stand still while the machine sleeps
)
CLOCKS = {f"time.{name}" for name in ("time", "time_ns", "monotonic", "monotonic_ns", "sleep")} | {
    f"{prefix}{name}" for prefix in ("", "datetime.") for name in ("datetime.now", "datetime.utcnow", "date.today")
}
STARTS_THE_WINDOW = frozenset({"monitor.cli", "monitor.__main__"})


def module_name(path: Path) -> str:
    """Return the dotted name of a source file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


SOURCES = {module_name(path): path for package in ("monitor", "ui") for path in sorted((ROOT / package).rglob("*.py"))}
MONITOR = sorted(name for name in SOURCES if name.startswith("monitor."))
WINDOW = sorted(name for name in SOURCES if name == "ui" or name.startswith("ui."))


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(SOURCES[name].read_text(encoding="utf-8"))


@cache
def imports(name: str) -> frozenset[str]:
    """Return every module that a source file names in an import, wherever it stands."""
    return frozenset(target for node in ast.walk(tree(name)) for target in targets(node, name))


def targets(node: ast.AST, importer: str) -> Iterator[str]:
    """Return the modules that one statement imports: of `from a import b`, a.b where that is a module, else a."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        module = node.module or ""
        if node.level:
            is_package = SOURCES[importer].name == "__init__.py"
            base = importer.split(".")[: None if is_package and node.level == 1 else is_package - node.level]
            module = ".".join([*base, module] if module else base)
        for alias in node.names:
            inner = f"{module}.{alias.name}"
            yield inner if inner in SOURCES else module
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")) and node.args:
        first = node.args[0].values[0] if isinstance(node.args[0], ast.JoinedStr) else node.args[0]
        if isinstance(first, ast.Constant):
            yield str(first.value)


def inside(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def part(name: str) -> str:
    """Return the part of monitor/ that a module belongs to: the file or folder directly in it."""
    return name.split(".")[1] if "." in name else ""


def layer(name: str) -> int:
    return next((index for index, parts in enumerate(LAYERS) if part(name) in parts), -1)


@pytest.mark.parametrize("name", MONITOR)
def test_a_part_imports_only_what_lies_below_it(name: str) -> None:
    if inside(name, "monitor.demo"):
        return  # a world of its own, below
    assert layer(name) >= 0, f"{name} has no place in LAYERS"
    upward = [
        target
        for target in imports(name)
        if inside(target, "monitor") and not inside(target, "monitor.demo") and layer(target) > layer(name)
    ]
    assert not upward, f"{name} imports what lies above it: {upward}"


def test_only_what_starts_programs_knows_the_demo_exchange() -> None:
    knowing = {name for name in MONITOR if any(inside(target, "monitor.demo") for target in imports(name))}
    assert {part(name) for name in knowing} <= {"demo", "child", "commands", "cli"}


def test_the_demo_exchange_knows_nothing_of_the_rest() -> None:
    for name in (name for name in MONITOR if inside(name, "monitor.demo")):
        foreign = [target for target in imports(name) if inside(target, "monitor") and part(target) != "demo"]
        assert set(foreign) <= {"monitor.resources"}, f"{name} imports {foreign}"


def test_no_module_imports_itself_through_others() -> None:
    finished: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, "a circle: " + " > ".join([*above[above.index(name) :], name])
        if name in finished:
            return
        for target in sorted(imports(name) & SOURCES.keys() - {name}):
            visit(target, (*above, name))
        finished.add(name)

    for name in SOURCES:
        visit(name, ())


@pytest.mark.parametrize(("library", "home"), ONLY_HERE.items())
def test_a_dangerous_library_is_imported_in_one_place_only(library: str, home: str) -> None:
    importers = {name for name in SOURCES if any(inside(target, library) for target in imports(name))}
    assert not [name for name in importers if not inside(name, home)]


def test_the_engine_needs_no_window() -> None:
    for name in MONITOR:
        seen = [
            target for target in imports(name) if inside(target, "ui") or target.startswith(("PySide6", "pyqtgraph"))
        ]
        assert not seen or (name in STARTS_THE_WINDOW and all(inside(target, "ui") for target in seen)), (name, seen)


@pytest.mark.parametrize("name", sorted(STARTS_THE_WINDOW))
def test_the_window_is_loaded_only_when_it_is_opened(name: str) -> None:
    at_once = [target for node in tree(name).body for target in targets(node, name)]
    assert not [target for target in at_once if inside(target, "ui")]


@pytest.mark.parametrize("name", WINDOW)
def test_the_window_imports_of_the_engine_only_what_it_shows(name: str) -> None:
    used = {target for target in imports(name) if inside(target, "monitor")}
    assert used <= WINDOW_MAY_IMPORT, used - WINDOW_MAY_IMPORT


@pytest.mark.parametrize("name", SOURCES)
def test_imports_name_what_they_bring(name: str) -> None:
    stars = [node.lineno for node in ast.walk(tree(name)) if isinstance(node, ast.ImportFrom) and _is_star(node)]
    assert not stars, f"star import in line {stars}"


def _is_star(node: ast.ImportFrom) -> bool:
    return any(alias.name == "*" for alias in node.names)


@pytest.mark.parametrize("name", MONITOR)
def test_time_comes_from_the_one_clock(name: str) -> None:
    if any(inside(name, allowed) for allowed in READS_THE_CLOCK):
        return
    read = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCKS
    ]
    renamed = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ImportFrom) and any(f"{node.module}.{alias.name}" in CLOCKS for alias in node.names)
    ]
    assert not read + renamed


@pytest.mark.parametrize("name", WINDOW)
def test_qt_enums_are_written_in_full(name: str) -> None:
    """The short form (`Qt.DisplayRole`) costs twenty times as much in hot code."""
    classes = {
        alias.asname or alias.name: (node.module, alias.name)
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6.")
        for alias in node.names
    }
    short = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in classes
        if _is_short_form(*classes[node.value.id], node.attr)
    ]
    assert not short


def _is_short_form(module: str | None, name: str, attribute: str) -> bool:
    owner = getattr(importlib.import_module(module or ""), name, None)
    if isinstance(owner, enum.EnumMeta):
        return False  # the enum itself: nothing is left out
    return isinstance(getattr(owner, attribute, None), enum.Enum)


def test_the_tree_in_the_readme_names_every_file() -> None:
    """By name or pattern; the files of a venue, which are alike everywhere, by NAME.py and its like."""
    named = set(re.findall(r"[\w*]+\.py", (ROOT / "README.md").read_text(encoding="utf-8")))
    patterns = [name.replace("NAME", "*") for name in named - {"NAME.py"}]
    missing = [
        name
        for name, path in SOURCES.items()
        if path.name != "__init__.py" and not _is_of_a_venue(path)
        if not any(fnmatch(path.name, pattern) for pattern in patterns)
    ]
    assert not missing


def _is_of_a_venue(path: Path) -> bool:
    of_venues = {one.stem.removesuffix("_answers") for one in (ROOT / "monitor" / "venues").glob("*_answers.py")}
    rules = {one.stem for one in (ROOT / "monitor" / "margin").glob("*.py") if "def rules(" in one.read_text()}
    if path.parent.parent.name == "demo":
        return True
    return path.stem in (of_venues if path.parent.name == "venues" else rules if path.parent.name == "margin" else ())


def test_the_rules_see_what_they_forbid() -> None:
    """A rule that reads nothing would pass for ever."""
    assert "monitor.errors" in imports("monitor.history.history")
    assert any(inside(target, "ccxt") for name in MONITOR for target in imports(name))
    assert _is_short_form("PySide6.QtCore", "Qt", "DisplayRole")
    assert not _is_short_form("PySide6.QtCore", "Qt", "ItemDataRole")
