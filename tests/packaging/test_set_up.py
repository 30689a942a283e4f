"""The set-up as a user meets it: the real script in a checkout of its own, with an index that fails."""

from __future__ import annotations

import ast
import os
import signal
import socket
import stat
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

NOBODY = 65534
LINE = "sudo apt-get install -y --no-install-recommends"


def set_up(
    checkout: Path, *words: str, python: str = sys.executable, user: int | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the set-up without any package index but the one named, and without the machine's pip settings."""
    return subprocess.run(
        [python, "-B", "packaging/setup_environment.py", *words],
        cwd=checkout,
        env=pip_alone() | environment,
        user=user,
        capture_output=True,
        text=True,
        check=False,
    )


def set_up_as_ordinary_user(checkout: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run it without root, by a Python that such a user may run (root's own may lie in a closed home)."""
    if os.name == "nt" or os.geteuid() != 0:
        return set_up(checkout, *words, **environment)
    ask = ["/usr/bin/python3", "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
    if not Path(ask[0]).exists() or subprocess.run(ask, user=NOBODY, check=False).returncode != 0:
        pytest.skip("the system's own Python is older than 3.11, or missing")
    return set_up(checkout, *words, python=ask[0], user=NOBODY, **environment)


def pip_alone() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    return kept | {"PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "1", "PIP_NO_INDEX": "0"}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def fake_programs(folder: Path, **scripts: str) -> str:
    """Write programs and return a PATH with nothing else on it."""
    folder.mkdir()
    for name, script in scripts.items():
        program = folder / name.replace("_", "-")
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    return str(folder)


def make_ready(checkout: Path) -> Path:
    """Lay a finished environment there, as far as the stamp can tell."""
    venv = checkout / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin/python").write_text("")
    (venv / "bin/python").chmod(0o755)
    write = "import sys; sys.path.insert(0, 'packaging'); import environment as e; v = e.ROOT / '.venv'; "
    write += "(v / 'stamp').write_text(e.stamp(v))"
    subprocess.run([sys.executable, "-B", "-c", write], cwd=checkout, check=True)
    return venv


def test_an_ordinary_user_is_told_the_one_line_to_type_and_nothing_is_made(checkout: Path) -> None:
    edit(checkout / "packaging/system_packages.py", "libGL.so.1", "libGL.so.999")
    path = fake_programs(checkout / "bin", apt_get="exit 1", apt_cache="exit 1")
    done = set_up_as_ordinary_user(checkout, PATH=path)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(f"{LINE} libgl1")
    assert not (checkout / ".venv").exists()


def test_without_the_test_programs_an_ordinary_user_goes_on(checkout: Path) -> None:
    make_ready(checkout)
    path = fake_programs(checkout / "bin", apt_get="exit 1", apt_cache="exit 1", Xvfb="")
    done = set_up_as_ordinary_user(checkout, "--test", PATH=path)
    assert done.returncode == 0
    assert f"will be skipped; to have them: {LINE} xauth xdotool" in done.stdout


def test_on_other_systems_a_missing_library_is_a_hint(checkout: Path) -> None:
    make_ready(checkout)
    edit(checkout / "packaging/system_packages.py", "libGL.so.1", "libGL.so.999")
    done = set_up(checkout, PATH=fake_programs(checkout / "bin"))
    assert done.returncode == 0
    assert "Qt will miss these libraries" in done.stdout


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root installs")
def test_root_installs_exactly_what_is_missing(checkout: Path) -> None:
    make_ready(checkout)
    edit(checkout / "packaging/system_packages.py", "libGL.so.1", "libGL.so.999")
    log = checkout / "asked"
    path = fake_programs(checkout / "bin", apt_get=f'echo "$@" >> {log}', apt_cache="exit 1")
    done = set_up(checkout, PATH=path)
    update, install = log.read_text().splitlines()
    assert update.startswith("update")
    assert install.startswith("install -y --no-install-recommends")
    assert install.endswith(" libgl1")
    assert "These libraries still cannot be loaded: libGL.so.999" in done.stderr  # the fake installed nothing


def test_a_second_run_says_so_and_does_nothing(checkout: Path) -> None:
    venv = make_ready(checkout)
    before = {path: path.stat().st_mtime_ns for path in venv.rglob("*")}
    assert set_up(checkout).stdout == "Everything is in place.\n"
    assert set_up(checkout, "--quiet").stdout == ""
    assert {path: path.stat().st_mtime_ns for path in venv.rglob("*")} == before


def test_packages_that_cannot_be_had_leave_no_environment(checkout: Path) -> None:
    (checkout / "requirements.lock").write_text(f"nowhere-to-be-found==1 --hash=sha256:{'0' * 64}\n")
    done = set_up(checkout, PIP_NO_INDEX="1")
    assert done.returncode == 1
    assert "The locked packages could not be installed" in done.stderr
    assert "nowhere-to-be-found" in done.stderr
    assert not list(checkout.glob(".venv*"))


def test_without_a_network_one_sentence_says_so_and_the_old_environment_stays(checkout: Path) -> None:
    stamp = (make_ready(checkout) / "stamp").read_text()
    edit(checkout / "requirements.lock", "aiohttp==", "aiohttp==1")
    done = set_up(checkout, PIP_INDEX_URL=f"http://127.0.0.1:{_closed_port()}/simple")
    assert done.returncode == 1
    assert done.stderr.startswith("setup: The package index cannot be reached")
    assert (checkout / ".venv/stamp").read_text() == stamp
    assert not (checkout / ".venv.old").exists()


def _closed_port() -> int:
    with socket.socket() as once:
        once.bind(("127.0.0.1", 0))
        return int(once.getsockname()[1])


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_build_leaves_nothing(checkout: Path, sent: signal.Signals) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent_index:
        url = f"http://127.0.0.1:{silent_index.getsockname()[1]}/simple"
        words = [sys.executable, "-B", "packaging/setup_environment.py"]
        environment = pip_alone() | {"PIP_INDEX_URL": url}
        # a shell starts what runs in its background with SIGINT ignored, and that is inherited
        heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
        with subprocess.Popen(words, cwd=checkout, env=environment, preexec_fn=heed) as running:
            asked, _ = silent_index.accept()
            with asked:  # by pip: the build is half-way
                running.send_signal(sent)
                assert running.wait() == 130
    assert not list(checkout.glob(".venv*"))


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("""echo '[[3, 9], "/x", true]'""", "is Python 3.9; Marginwatch needs 3.11 or newer."),
        ("exit 1", "cannot be run; name a Python 3.11 or newer."),
    ],
)
def test_a_python_that_will_not_do_is_refused_in_one_sentence(checkout: Path, script: str, sentence: str) -> None:
    fake_programs(checkout / "bin", old=script)
    done = set_up(checkout, "--python", str(checkout / "bin/old"))
    assert done.returncode == 1
    assert done.stderr.endswith(sentence + "\n")
    assert not (checkout / ".venv").exists()


def test_an_old_python_can_still_read_the_scripts(checkout: Path) -> None:
    for script in (checkout / "packaging").glob("*.py"):
        ast.parse(script.read_text(), feature_version=(3, 9))


def test_the_scripts_that_are_called_can_be_called(checkout: Path) -> None:
    assert (checkout / "packaging/fresh_check.sh").stat().st_mode & stat.S_IXUSR
