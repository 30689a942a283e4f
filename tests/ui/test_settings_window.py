"""The settings window: made from the declaration, searched, sent when changed, and every palette can be read."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox
from pytestqt.qtbot import QtBot

from monitor.messages import ChangeSettings, SettingsChanged
from monitor.settings import AlertSettings, CompareSettings, PollSettings
from ui.setting_rows import rows_of
from ui.settings_window import SECTIONS, SettingsWindow
from ui.theme import CONTRAST, DARK, LIGHT, PROFIT_COLORS, Theme, Tokens, with_profit_colors
from ui.window_state import Appearance

PALETTES = [
    with_profit_colors(tokens, choice) for tokens in (DARK, LIGHT, CONTRAST) for choice in ("standard", *PROFIT_COLORS)
]


@pytest.fixture
def form(qtbot: QtBot) -> SettingsWindow:
    made = SettingsWindow(Theme(), Appearance())
    qtbot.addWidget(made)
    made.set_settings(SettingsChanged(accounts=(), alerts=AlertSettings()))
    return made


@pytest.mark.parametrize(("section", "_title", "declared"), SECTIONS)
def test_every_field_of_a_section_has_a_row(section: str, _title: str, declared: type) -> None:
    assert [row.name for row in rows_of(section, declared)] == list(declared.__struct_fields__)  # type: ignore[attr-defined]


def test_bounds_are_those_of_the_declaration(form: SettingsWindow) -> None:
    spin = form.field("poll", "at_risk_s")
    assert isinstance(spin, QDoubleSpinBox)
    assert (spin.minimum(), spin.maximum(), spin.suffix()) == (0.2, 60.0, " s")


def test_opening_and_filling_sends_nothing(form: SettingsWindow) -> None:
    sent: list[object] = []
    form.sent.connect(sent.append)
    fine = replace(CompareSettings(), stop_loss_share=0.12345)
    form.set_settings(SettingsChanged(accounts=(), alerts=AlertSettings(), compare=fine))
    form._send()
    assert sent == []


def test_a_change_is_sent_with_all_else_as_it_is(form: SettingsWindow) -> None:
    sent: list[ChangeSettings] = []
    form.sent.connect(sent.append)
    fine = replace(CompareSettings(), stop_loss_share=0.12345)
    form.set_settings(SettingsChanged(accounts=(), alerts=AlertSettings(), compare=fine))
    spin, share = form.field("poll", "calm_s"), form.field("compare", "rescue_ratio")
    assert isinstance(spin, QDoubleSpinBox)
    assert isinstance(share, QDoubleSpinBox)
    spin.setValue(9)
    share.setValue(40)
    form._send()
    assert sent[0].poll == replace(PollSettings(), calm_s=9.0)
    assert sent[0].compare == replace(fine, rescue_ratio=0.4)


def test_what_the_engine_refused_comes_back_as_it_was(form: SettingsWindow) -> None:
    spin = form.field("compare", "leverage_low")
    assert isinstance(spin, QDoubleSpinBox)
    spin.setValue(50)
    form._soon.stop()
    form._send()
    form.set_settings(SettingsChanged(accounts=(), alerts=AlertSettings()))
    assert spin.value() == CompareSettings().leverage_low


def test_the_way_back_is_there_only_where_something_is_changed(form: SettingsWindow) -> None:
    row, _box, field, back = next(one for one in form._rows if one[0].name == "still")
    assert isinstance(field, QCheckBox)
    assert back.isHidden()
    field.setChecked(not row.default)
    assert not back.isHidden()
    back.click()
    assert field.isChecked() == row.default


def test_the_search_leaves_what_it_finds(form: SettingsWindow) -> None:
    form.finder.setText("leverage")
    assert {row.name for row, box, *_ in form._rows if not box.isHidden()} == {"leverage_low", "leverage_high"}
    form.finder.setText("nonsense")
    assert not form._nothing.isHidden()


def test_the_look_is_changed_at_once(form: SettingsWindow) -> None:
    looks: list[Appearance] = []
    form.appearance_changed.connect(looks.append)
    combo = form.field("appearance", "theme")
    assert isinstance(combo, QComboBox)
    combo.setCurrentText("Contrast")
    form._send()
    assert looks == [Appearance(theme="contrast")]


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", PALETTES)
@pytest.mark.parametrize(
    "token",
    ["text", "text2", "text3", "accent", "ok", "watch", "danger", "critical", "profit", "loss", "stale", "demo"],
)
def test_every_palette_can_be_read(tokens: Tokens, token: str) -> None:
    for ground in ("window", "panel"):
        assert contrast(getattr(tokens, token), getattr(tokens, ground)) >= 4.5, (token, ground)


@pytest.mark.parametrize("level", ["ok", "watch", "danger", "critical"])
@pytest.mark.parametrize("tokens", [DARK, LIGHT, CONTRAST])
def test_words_on_a_filled_alarm_can_be_read(tokens: Tokens, level: str) -> None:
    assert contrast(tokens.on_level, getattr(tokens, level)) >= 4.5


def test_in_the_colour_blind_palettes_no_state_looks_like_another_without_red_or_green_vision() -> None:
    for ground in (DARK, LIGHT, CONTRAST):
        tokens = with_profit_colors(ground, "colour-blind")
        for seen in SEEN:
            states = {
                name: _seen(getattr(tokens, name), seen) for name in ("watch", "danger", "critical", "ok", "stale")
            }
            money = {name: _seen(getattr(tokens, name), seen) for name in ("profit", "loss")}
            near = [
                (one, other, round(float(np.linalg.norm(states[one] - color))))
                for one in states
                for other, color in {**states, "loss": money["loss"]}.items()
                if one < other and np.linalg.norm(states[one] - color) < 12
            ]
            assert near == []
            assert np.linalg.norm(money["profit"] - money["loss"]) > 50


SEEN = (  # by linear red, green and blue. Source: Machado, Oliveira, Fernandes 2009, severity 1.0: deutan, protan
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
)
XYZ = ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0177, 0.1095, 0.8730))  # over the white of D65


def _seen(color: str, matrix: tuple[tuple[float, ...], ...]) -> np.ndarray:
    """Return a colour as such eyes see it, in CIE Lab."""
    coded = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    x, y, z = np.cbrt(np.clip(np.array(XYZ) @ np.clip(np.array(matrix) @ linear, 0, 1), 1e-4, None))
    return np.array((116 * y - 16, 500 * (x - y), 200 * (y - z)))
