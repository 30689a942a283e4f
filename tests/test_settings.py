"""Settings are whole or not at all; a damaged file is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.errors import SettingsError
from monitor.settings import AccountConfig, AlertSettings, Settings, Thresholds
from monitor.settings_file import load, save, venues


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    settings = Settings(accounts=(AccountConfig(id="Main", venue="binanceusdm", testnet=True),))
    save(tmp_path / "settings.json", settings)
    assert load(tmp_path / "settings.json") == (settings, "")


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == (Settings(), "")


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"version": 1, "colour": "red"}', '{"version": 7}', '{"alerts": {"rescue_distance": 7}}', "\x00\xff"],
)
def test_a_damaged_file_is_set_aside_and_said_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="latin-1")
    settings, note = load(path)
    assert settings == Settings()
    assert "settings.json.damaged-1" in note
    assert (tmp_path / "settings.json.damaged-1").read_text(encoding="latin-1") == text


def test_a_second_damaged_file_does_not_overwrite_the_first(tmp_path: Path) -> None:
    for text in ("one", "two"):
        (tmp_path / "settings.json").write_text(text)
        load(tmp_path / "settings.json")
    assert [(tmp_path / f"settings.json.damaged-{number}").read_text() for number in (1, 2)] == ["one", "two"]


def test_critical_cannot_be_switched_off() -> None:
    with pytest.raises(SettingsError, match="critical >= 1 %"):
        save(
            Path("/nonexistent/settings.json"),
            Settings(
                alerts=AlertSettings(liquidation_distance=Thresholds(warning=0.1, danger=0.05, critical=0.000001))
            ),
        )


def test_a_label_used_twice_is_refused() -> None:
    twice = Settings(accounts=(AccountConfig(id="A", venue="x"), AccountConfig(id="A", venue="y")))
    with pytest.raises(SettingsError, match="used twice"):
        save(Path("/nonexistent/settings.json"), twice)


@pytest.mark.parametrize("label", ["a" * 41, " Main", "a|b", "two\nlines", "   "])
def test_a_label_that_could_not_be_read_back_is_refused_before_it_is_written(tmp_path: Path, label: str) -> None:
    with pytest.raises(SettingsError, match="account label"):
        save(tmp_path / "settings.json", Settings(accounts=(AccountConfig(id=label, venue="binanceusdm"),)))
    assert not (tmp_path / "settings.json").exists()


def test_the_venues_of_a_file_are_known_before_all_of_it_is_and_a_damaged_one_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert venues(path) == ()
    save(
        path,
        Settings(accounts=(AccountConfig(id="a", venue="okx"), AccountConfig(id="b", venue="gate", enabled=False))),
    )
    assert venues(path) == ("okx",)
    path.write_text("{")
    assert venues(path) == ()
    assert path.exists()
