"""Starting what the window shows, right after its first paint: the engine's process and, in the demo, the exchange.

The engine loads while the exchange starts, in a thread; `EngineStarter.next_engine` is what EngineLink calls, then and
after a crash. Nothing here waits in the window's thread.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from monitor.language import tr
from monitor.messages import EngineOptions
from monitor.settings_file import venues

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from monitor.child import EngineHandle
    from monitor.demo.process import DemoProcess

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoOptions:
    """What the embedded exchange plays."""

    scenario: str = "covid"
    speed: float | None = None  # market seconds per second; None: the scenario's own
    seed: int = 1
    port: int = 0  # on 127.0.0.1; 0: any free one
    positions: int = 0  # above 0: one account with as many positions instead of the three


class EngineStarter(QObject):
    """Starts the first engine as early as it can be, and any later one at once.

    Signals:
        ready: all is there; EngineLink may start. failed: why not, one sentence.
    """

    ready = Signal()
    failed = Signal(str)

    def __init__(
        self,
        *,
        data_dir: Path,
        config_dir: Path,
        demo: DemoOptions | None,
        window_command: tuple[str, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        """Prepare the start.

        Args:
            window_command: how the engine starts the window again when it dies; (): not at all.
        """
        super().__init__(parent)
        self.demo_process: DemoProcess | None = None
        self._data_dir = data_dir
        self._demo = demo
        self._options = EngineOptions(
            data_dir=str(data_dir),
            config_dir=str(config_dir),
            takes_over=True,
            kind="window",
            window_command=window_command,
        )
        self._prepared: EngineHandle | None = None
        self._begun = self._closed = False
        self._exchange: BaseProcess | None = None  # while it starts
        self._thread = threading.Thread(target=self._work, name="starts engine", daemon=True)

    def start(self) -> None:
        """Begin; `ready` or `failed` follows. Only the first call counts.

        The engine's process is started here, not in the thread: what the window loads next would slow that down.
        """
        if self._begun:
            return
        self._begun = True
        try:
            from monitor.child import prepare_engine

            self._prepared = prepare_engine(self._venues())
        except OSError as error:
            self.failed.emit(tr("The engine could not be started ({error}).", error=error.strerror))
        else:
            self._thread.start()

    def _venues(self) -> tuple[str, ...]:
        """The venues of the user's accounts; () in the demo, whose accounts are not there yet."""
        if self._demo is not None:
            return ()
        return venues(Path(self._options.config_dir) / "settings.json")

    def next_engine(self) -> EngineHandle:
        """Return the engine that was prepared, or start another; it returns at once."""
        from monitor.child import start_engine

        prepared, self._prepared = self._prepared, None
        handle = prepared if prepared is not None else start_engine(self._options)
        if prepared is not None:
            prepared.begin(self._options)
        self._options = msgspec.structs.replace(self._options, fresh=False)  # a later one goes on from its state
        return handle

    def never_mind(self) -> None:
        """Start nothing any more, and wait for nothing that is starting; `close` follows."""
        self._begun = self._closed = True
        if self._exchange is not None:
            self._exchange.terminate()

    def close(self) -> None:
        """End the demo exchange, and an engine that was prepared but never used."""
        self.never_mind()
        if self._thread.is_alive():
            self._thread.join(5.0)
        if self._prepared is not None:
            self._prepared.process.terminate()  # it guards nothing yet, so there is nothing to end well
            self._prepared.process.join(2.0)
        if self.demo_process is not None:
            self.demo_process.stop()

    def _work(self) -> None:
        """Start the exchange while the engine loads. Runs in a thread."""
        try:
            if self._demo is not None:
                self._start_demo(self._demo)
        except Exception as error:
            if self._closed:
                return
            log.exception("start")
            self.failed.emit(str(error) or type(error).__name__)
        else:
            self.ready.emit()

    def _start_demo(self, demo: DemoOptions) -> None:
        from monitor.child import demo_options
        from monitor.demo.process import start_demo

        self.demo_process = start_demo(
            scenario=demo.scenario,
            speed=demo.speed,
            seed=demo.seed,
            port=demo.port,
            positions=demo.positions,
            begun=self._take_exchange,
        )
        self._exchange = None
        self._options = demo_options(self.demo_process.info, self._data_dir, kind="window")

    def _take_exchange(self, process: BaseProcess) -> None:
        self._exchange = process
        if self._closed:
            process.terminate()
