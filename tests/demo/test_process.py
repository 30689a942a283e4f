"""The demo exchange in a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.demo import control
from monitor.demo.errors import DemoError
from monitor.demo.process import DemoProcess, start_demo
from monitor.demo.specs import AccountSpec
from tests.demo.build import isolated_long


@pytest.fixture(scope="module")
def demo() -> Iterator[DemoProcess]:
    book = (AccountSpec(label="A", wallet=1000.0, positions=(isolated_long(),)),)
    running = start_demo("calm", speed=10, book=book)
    yield running
    running.stop()


def get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=3) as response:
        body: bytes = response.read()
    return body


def test_it_listens_once_it_is_started(demo: DemoProcess) -> None:
    assert b"serverTime" in get(demo.info.base_url() + "/fapi/v1/time")
    assert demo.info.base_url().startswith("http://127.0.0.1:")
    assert demo.info.pid != os.getpid()


def test_commands_are_answered(demo: DemoProcess) -> None:
    truth = demo.ask(control.GetTruth())
    assert isinstance(truth, control.Truth)
    before = truth.positions[0].liquidation_price
    assert demo.ask(control.AddMargin(account="A", symbol="BTCUSDT", side="long", amount=100)) == control.Ok()
    after = demo.ask(control.GetTruth())
    assert isinstance(after, control.Truth)
    assert before is not None
    assert after.positions[0].liquidation_price == pytest.approx(before - 100 / 0.996, abs=1e-6)


def test_a_refusal_says_why(demo: DemoProcess) -> None:
    reply = demo.ask(control.Reduce(account="A", symbol="ETHUSDT", side="long", fraction=0.5))
    assert reply == control.Refused(reason="A has no long position in ETHUSDT.")


def test_the_speed_can_be_changed_within_bounds(demo: DemoProcess) -> None:
    assert demo.ask(control.SetSpeed(speed=600)) == control.Ok()
    assert demo.ask(control.SetSpeed(speed=601)) == control.Refused(reason="The speed must be 1 to 600, not 601.")
    truth = demo.ask(control.GetTruth())
    assert isinstance(truth, control.Truth)
    assert truth.speed == 600


def test_a_paused_market_stands_still(demo: DemoProcess) -> None:
    demo.ask(control.Pause(paused=True))
    first, second = demo.ask(control.GetTruth()), time.sleep(0.4) or demo.ask(control.GetTruth())
    demo.ask(control.Pause(paused=False))
    assert isinstance(first, control.Truth)
    assert isinstance(second, control.Truth)
    assert first.market_ms == second.market_ms


def test_a_port_in_use_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(DemoError, match=f"Port {port} on 127.0.0.1 is already in use"):
            start_demo(port=port)


def test_an_unknown_scenario_starts_no_process() -> None:
    with pytest.raises(ValueError, match="There is no scenario"):
        start_demo("2008")


def test_ctrl_c_does_not_end_it(demo: DemoProcess) -> None:
    os.kill(demo.info.pid, signal.SIGINT)
    assert isinstance(demo.ask(control.GetTruth()), control.Truth)


def test_a_stopped_exchange_says_so() -> None:
    demo = start_demo("calm")
    demo.stop()
    assert not demo.is_alive
    with pytest.raises(DemoError, match="not running any more"):
        demo.ask(control.GetTruth())


def test_it_outlives_a_killed_parent_while_it_is_used_and_then_ends(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent("""
        import time
        from monitor.demo.process import start_demo
        if __name__ == "__main__":
            print(start_demo("calm", orphan_s=2.0).info.base_url(), flush=True)
            time.sleep(60)
        """)
    )
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": root}
    ) as parent:
        assert parent.stdout is not None
        url = parent.stdout.readline().strip() + "/fapi/v1/time"
        parent.kill()
    for _ in range(10):
        time.sleep(0.3)
        assert b"serverTime" in get(url)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        time.sleep(2.5)  # longer than it waits for a request
        try:
            get(url)
        except (urllib.error.URLError, ConnectionError):
            return
    pytest.fail("It is still serving.")
