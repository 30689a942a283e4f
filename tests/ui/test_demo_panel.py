"""The demo's panel against a real demo exchange."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from monitor.demo.control import AnyCommand, AnyReply, GetTruth, Truth
from monitor.demo.process import DemoProcess, start_demo
from ui.demo_panel import FAULTS, SPEEDS, DemoPanel, nearest_step
from ui.theme import Theme


@pytest.fixture(scope="module")
def exchange() -> Iterator[DemoProcess]:
    demo = start_demo("calm", seed=1)
    yield demo
    demo.stop()


@pytest.fixture
def panel(qtbot: QtBot, exchange: DemoProcess) -> Iterator[DemoPanel]:
    panel = DemoPanel(Theme(), "Calm", exchange.ask)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.position.count() > 0, timeout=10_000)
    yield panel
    panel.close_worker()


def truth(exchange: DemoProcess) -> Truth:
    reply = exchange.ask(GetTruth())
    assert isinstance(reply, Truth)
    return reply


def get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=5) as response:
        return bytes(response.read())


def press(qtbot: QtBot, panel: DemoPanel, button: QPushButton) -> tuple[str, bool]:
    with qtbot.waitSignal(panel.answered, timeout=10_000) as told:
        button.click()
    return told.args[0]  # type: ignore[no-any-return]


def test_a_low_screen_shows_a_part_and_scrolls(panel: DemoPanel) -> None:
    assert panel.minimumSizeHint().height() < 400
    whole = panel.height()
    panel.resize(panel.width(), 500)
    assert whole > panel.height() == 500


def test_a_deposit_reaches_the_exchange(qtbot: QtBot, panel: DemoPanel, exchange: DemoProcess) -> None:
    account = panel.account.currentText()
    before = truth(exchange).wallets[account]
    assert press(qtbot, panel, panel.deposit)[1]
    assert truth(exchange).wallets[account] == pytest.approx(before + 10_000, abs=1_000)


def test_a_reduction_halves_the_position(qtbot: QtBot, panel: DemoPanel, exchange: DemoProcess) -> None:
    row = panel._positions[panel.position.currentText()]
    assert press(qtbot, panel, panel.reductions[1])[1]
    after = next(
        found
        for found in truth(exchange).positions
        if (found.account, found.symbol, found.side) == (row.account, row.symbol, row.side)
    )
    assert after.size == pytest.approx(row.size / 2, rel=0.05)


def test_pause_stops_the_market_and_goes_on(qtbot: QtBot, panel: DemoPanel, exchange: DemoProcess) -> None:
    press(qtbot, panel, panel.pause)
    assert truth(exchange).paused
    qtbot.waitUntil(lambda: panel.pause.text() == "Go on", timeout=10_000)
    press(qtbot, panel, panel.pause)
    assert not truth(exchange).paused


def test_every_fault_is_taken_and_can_be_cleared(qtbot: QtBot, panel: DemoPanel) -> None:
    for button in panel.faults:
        assert press(qtbot, panel, button)[1], button.text()
    assert press(qtbot, panel, panel.clear)[1]
    assert len(panel.faults) == len(FAULTS)


def test_one_venue_can_misbehave_alone(qtbot: QtBot, panel: DemoPanel, exchange: DemoProcess) -> None:
    assert [panel.venue.itemText(place) for place in range(panel.venue.count())] == [
        "At all venues",
        "Binance USDⓈ-M",
        "Bybit",
        "OKX",
        "Hyperliquid",
    ]
    panel.venue.setCurrentText("Bybit")
    said, worked = press(qtbot, panel, panel.faults[1])
    assert worked
    assert said.startswith("Bybit: Answer garbage")
    urls = {venue: exchange.info.base_url(venue) for venue in ("bybit", "okx")}
    assert b"<!DOCTYPE" in get(urls["bybit"] + "/v5/market/time")
    assert b"<!DOCTYPE" not in get(urls["okx"] + "/api/v5/public/time")
    press(qtbot, panel, panel.clear)
    assert b"<!DOCTYPE" not in get(urls["bybit"] + "/v5/market/time")


def test_an_exchange_that_is_gone_is_told_in_a_sentence(qtbot: QtBot) -> None:
    def gone(_command: AnyCommand) -> AnyReply:
        raise OSError("The demo exchange is not running any more.")

    panel = DemoPanel(Theme(), "Calm", gone)
    qtbot.addWidget(panel)
    said, worked = press(qtbot, panel, panel.clear)
    panel.close_worker()
    assert (said, worked) == ("The demo exchange is not running any more.", False)


@pytest.mark.parametrize("speed", SPEEDS)
def test_each_speed_has_its_step(speed: int) -> None:
    assert SPEEDS[nearest_step(speed)] == speed


def test_it_says_demo_to_everyone(panel: DemoPanel) -> None:
    assert panel.windowTitle().startswith("DEMO")
    assert panel.banner.accessibleName().startswith("Demo")
