"""A small process that speaks the engine's protocol, for tests of the link: no risk, no network.

Commands come as ordinary messages: Resync publishes a burst, MuteAll(seconds=1) falls silent, MuteAll(seconds=2) ends.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from monitor.messages import (
    AlertEvent,
    Heartbeat,
    Message,
    MuteAll,
    Quit,
    Resync,
    Stopped,
    Update,
    decode_to_engine,
    encode,
)


@dataclass
class Handle:
    """What EngineLink asks of an engine."""

    process: BaseProcess
    connection: Connection

    @property
    def pid(self) -> int | None:
        return self.process.pid

    def is_alive(self) -> bool:
        return self.process.is_alive()

    def stop(self, timeout: float = 3.0, *, by_user: bool = False) -> None:
        with contextlib.suppress(OSError, ValueError):
            self.connection.send_bytes(encode(Quit(reason="test")))
        self.process.join(timeout)
        if self.process.is_alive():
            self.process.kill()
            self.process.join(2.0)
        self.connection.close()


def start() -> Handle:
    """Start the process and return at once."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=True)
    process = context.Process(target=talk, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return Handle(process, ours)


def update(seq: int, heartbeats: int = 0) -> Update:
    return Update(
        seq=seq, now_ms=1_000 * seq, engine_pid=os.getpid(), started_ms=0, accounts=(), positions=(), pools=(),
        alerts=(), ladder=None, muted_until_ms=None, restarted_ms=None, notes=(f"heard {heartbeats}",),
    )  # fmt: skip


def event(number: int) -> AlertEvent:
    return AlertEvent(
        id=number, at_ms=0, key=f"k{number}", family="RISK", kind="liquidation_distance", level=3, reason="raised",
        notify=True, title=f"alarm {number}", text="", account_id="", position_key="",
    )  # fmt: skip


def talk(connection: Connection) -> None:
    """Publish every 0.2 s and obey."""
    seq, heartbeats, silent = 0, 0, False

    def say(message: Message) -> None:
        connection.send_bytes(encode(message))

    while True:
        seq += 1
        if not silent:
            say(update(seq, heartbeats))
        if not connection.poll(0.2):
            continue
        try:
            command = decode_to_engine(connection.recv_bytes())
        except EOFError:
            return
        if isinstance(command, Heartbeat):
            heartbeats += command.visible
        elif isinstance(command, Resync):
            connection.send_bytes(b"\xc1 not msgpack")
            for number in range(50):
                say(event(number))
                say(update(seq + number))
        elif isinstance(command, MuteAll):
            silent = command.seconds == 1
            if command.seconds == 2:
                say(Stopped(reason="another window took over"))
                return
        elif isinstance(command, Quit):
            return
