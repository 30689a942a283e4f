"""The diagnostics bundle: masked, shown whole, and only what is ticked is saved."""

from __future__ import annotations

import zipfile
from pathlib import Path

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from monitor.messages import SettingsChanged
from monitor.redact import protect
from monitor.settings import AccountConfig, AlertSettings, ChannelConfig
from tests.ui import sample
from ui.diagnostics import Part, parts_of
from ui.diagnostics_dialog import DiagnosticsDialog
from ui.theme import Theme

SECRET = "diagnosticsSecret0815"
SETTINGS = SettingsChanged(
    accounts=(AccountConfig(id="Main", venue="okx", proxy="http://me:pw@proxy.example:1080"),),
    alerts=AlertSettings(),
    channels=(
        ChannelConfig(name="mail", kind="email", to="me@example.org", sender="you@example.org"),
        ChannelConfig(name="chat", kind="telegram", to="4711081599"),
    ),
)


def bundle(folder: Path) -> str:
    protect(SECRET)
    (folder / "window.log").write_text(f"GET https://venue.example/?apiKey={SECRET}\nsent to me@example.org\n")
    event = replace(sample.events()[2], text="12,400 contracts closed, 5,000 USDT lost")
    parts = parts_of(SETTINGS, sample.update(), (event,), (("State", folder),))
    return "\n".join(f"{part.name}\n{part.text}" for part in parts)


def test_no_secret_address_or_amount_is_in_it(tmp_path: Path) -> None:
    text = bundle(tmp_path)
    for private in (
        SECRET,
        "me@example.org",
        "you@example.org",
        "me:pw",
        "4711081599",
        "5,000 USDT",
        str(Path.home()) + "/",
    ):
        assert private not in text


def test_what_helps_is_in_it(tmp_path: Path) -> None:
    text = bundle(tmp_path)
    for useful in ("PySide6-Essentials", "Python 3", '"calm_s"', "window.log", "LIQUIDATED", "key can trade"):
        assert useful in text


def test_only_what_is_ticked_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = DiagnosticsDialog(Theme(), (Part(name="a.txt", text="A"), Part(name="b.txt", text="B")))
    qtbot.addWidget(dialog)
    dialog.leave_out("b.txt")
    dialog.write(tmp_path / "d.zip")
    with zipfile.ZipFile(tmp_path / "d.zip") as saved:
        assert (saved.namelist(), saved.read("a.txt")) == (["a.txt"], b"A")


def test_a_folder_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = DiagnosticsDialog(Theme(), (Part(name="a.txt", text="A"),))
    qtbot.addWidget(dialog)
    dialog.write(tmp_path / "nowhere" / "d.zip")
    assert "could not be written" in dialog.told.text()
