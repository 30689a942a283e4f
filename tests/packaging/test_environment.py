"""When an environment is finished, what makes it stale, and what a killed build leaves."""

from __future__ import annotations

from pathlib import Path

import environment
import pytest
import system_packages


@pytest.fixture
def venv(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A finished environment, as far as the stamp can tell."""
    monkeypatch.setattr(environment, "ROOT", checkout)
    venv = checkout / ".venv"
    python = environment.venv_python(venv)
    python.parent.mkdir(parents=True)
    python.write_text("")
    python.chmod(0o755)
    (venv / "stamp").write_text(environment.stamp(venv))
    return venv


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_stamped_environment_is_ready(venv: Path) -> None:
    assert environment.is_ready(venv, None)


def test_an_unfinished_environment_is_not_ready(venv: Path) -> None:
    (venv / "stamp").unlink()
    assert not environment.is_ready(venv, None)


def test_an_environment_whose_python_is_gone_is_not_ready(venv: Path) -> None:
    environment.venv_python(venv).unlink()
    assert not environment.is_ready(venv, None)


def test_a_renewed_lock_makes_it_stale(venv: Path) -> None:
    edit(venv.parent / "requirements.lock", "ccxt==", "ccxt==1")
    assert not environment.is_ready(venv, None)


def test_a_new_dependency_makes_it_stale(venv: Path) -> None:
    edit(venv.parent / "pyproject.toml", "dependencies = [", 'dependencies = [\n    "attrs",')
    assert not environment.is_ready(venv, None)


def test_a_setting_of_the_linter_does_not(venv: Path) -> None:
    edit(venv.parent / "pyproject.toml", "line-length = 120", "line-length = 100")
    assert environment.is_ready(venv, None)


def test_a_checkout_that_was_moved_is_set_up_again(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scripts in an environment hold its path."""
    moved = venv.parent / "elsewhere"
    moved.mkdir()
    assert not environment.is_ready(venv.rename(moved / ".venv"), None)


def test_a_killed_build_gives_back_what_was_there(venv: Path) -> None:
    venv.rename(venv.with_name(".venv.old"))
    venv.mkdir()
    environment.recover(venv)
    assert environment.is_ready(venv, None)
    assert not venv.with_name(".venv.old").exists()


def test_a_build_killed_after_its_end_keeps_the_new_one(venv: Path) -> None:
    venv.with_name(".venv.old").mkdir()
    environment.recover(venv)
    assert environment.is_ready(venv, None)
    assert not venv.with_name(".venv.old").exists()


def test_a_library_that_cannot_be_loaded_names_its_package() -> None:
    known = (("libc.so.6", "libc6"), ("libGL.so.999", "libgl1"))
    assert ("libGL.so.999", "libgl1") in system_packages.missing_libraries(known)


@pytest.mark.parametrize(
    ("listed", "package", "name"),
    [
        ("libglib2.0-0t64", "libglib2.0-0", "libglib2.0-0t64"),
        ("libglib2.0-0", "libglib2.0-0", "libglib2.0-0"),
        ("dbus-daemon", "dbus-daemon", "dbus-daemon"),
        ("dbus", "dbus-daemon", "dbus"),
        ("nothing", "libgl1", "libgl1"),
    ],
)
def test_a_package_is_called_as_this_system_calls_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listed: str, package: str, name: str
) -> None:
    apt_cache = tmp_path / "apt-cache"
    apt_cache.write_text(f'#!/bin/sh\n[ "$3" = {listed} ]\n')
    apt_cache.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system_packages.package_names([package, package]) == [name]
