"""The lock, the commands, and the wheel that `pipx` and `uvx` install."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
REQUIREMENTS = [block for block in re.split(r"\n(?=\S)", LOCK.replace("\\\n", " ")) if not block.startswith("#")]
TARGETS = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)


def test_every_locked_package_has_one_version_and_its_hashes() -> None:
    assert len(REQUIREMENTS) > 50
    for requirement in REQUIREMENTS:
        assert re.match(r"[a-z0-9.-]+==\S+ (; .+? )?\s*--hash=sha256:[0-9a-f]{64}", requirement), requirement[:80]


def test_the_lock_names_no_host() -> None:
    assert "://" not in LOCK
    assert "--index" not in LOCK


def test_the_lock_holds_a_qt_that_does_not_kill_python() -> None:
    versions = re.findall(r"^(?:pyside6-essentials|shiboken6)==(\S+)", LOCK, flags=re.MULTILINE)
    assert len(versions) == 2
    assert all(re.match(r"6\.1[01]\.", version) for version in versions)


def test_ccxt_is_locked_as_the_project_pins_it() -> None:
    pinned = re.search(r'"ccxt==([^"]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert pinned is not None
    assert f"\nccxt=={pinned[1]} " in LOCK


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
class TestMake:
    @pytest.mark.parametrize("target", TARGETS)
    def test_every_command_can_be_planned(self, target: str) -> None:
        assert make("-n", target)

    def test_make_alone_lists_the_commands(self) -> None:
        assert re.findall(r"^make (\S+)", make(), flags=re.MULTILINE) == TARGETS

    def test_options_of_the_demo_reach_it(self) -> None:
        planned = make("-n", "demo", "SCENARIO=luna", "SPEED=60", "EXIT_AFTER=5", "ARGS=--port 8000")
        assert planned.endswith("marginwatch demo --scenario luna --speed 60 --exit-after 5 --port 8000\n")


def make(*words: str) -> str:
    done = subprocess.run(["make", "-C", str(ROOT), *words], capture_output=True, text=True, check=True)
    return done.stdout


def test_ci_calls_the_test_command_of_the_readme() -> None:
    assert "exec make test" in (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "make test " in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_desktop_entry_starts_the_program() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(ROOT / "packaging/marginwatch.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["Exec"] == "marginwatch"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_program_its_resources_and_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"monitor", "ui"}
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    shipped = {f"monitor/_{path.relative_to(ROOT)}" for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {name for name in shipped if "__pycache__" not in name} <= set(names)


def test_an_installed_program_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    python = venv / "bin/python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps", "--no-index", str(wheel)],
        check=True,
    )
    ask = "from monitor.resources import resource; print(resource('fonts', 'LICENSE-Inter.txt').is_file())"
    done = subprocess.run([python, "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
    assert (venv / "bin/marginwatch").exists()
