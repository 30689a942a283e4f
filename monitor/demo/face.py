"""How a venue speaks: what a face must offer. The door (door.py) and the sockets (sockets.py) do what all venues share.

A face is asked without awaiting, so all figures of one answer come from one instant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from monitor.demo.account import Account
from monitor.demo.fault_kinds import Fault
from monitor.demo.limits import RateLimiter
from monitor.demo.news import News


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as it came."""

    method: str
    path: str
    query: Mapping[str, str]
    raw_query: str  # as it was sent and signed
    headers: Mapping[str, str]  # names in any case
    text: str  # its body


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is answered: `body` becomes JSON."""

    body: object
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True, eq=False)
class Listener:
    """One open WebSocket, as a face sees it."""

    asked: Asked
    label: str | None = None  # the account that has shown who it is; None: public
    key: str = ""  # what the venue knows the connection by: its listen key, its number
    topics: set[str] = field(default_factory=set)
    started: set[str] = field(default_factory=set)  # topics whose first message was sent, where that one is special
    ended: bool = False  # set by the face: the socket is closed after what it has to say


class Face(Protocol):
    """One venue's dialect over a world."""

    venue: str
    limiter: RateLimiter
    limited: str  # body that says "too many requests", for the fault of that name

    # ------------------------------------------------------------ requests

    def name_of(self, asked: Asked) -> str:
        """Return what the request is called in faults and in the log: its path, or more where one path does all."""
        ...

    def owner_of(self, asked: Asked) -> Account | None:
        """Return the account that a request names by its key or address, whether or not it is signed well."""
        ...

    def is_read(self, asked: Asked) -> bool:
        """Tell whether a request is on the list of reads. Whatever is not is refused and logged as a write."""
        ...

    def answer(self, asked: Asked, owner: Account | None) -> Answer:
        """Limit, authenticate, answer; a refusal is an answer too."""
        ...

    def tells_positions(self, asked: Asked) -> bool:
        """Tell whether the answer lists positions that a fault may hide."""
        ...

    def without_positions(self, body: object, fault: Fault) -> object:
        """Return an answer's body without the positions that the fault hides (faults.is_hidden says which)."""
        ...

    # ------------------------------------------------------------ WebSockets

    def listen(self, asked: Asked) -> Listener | None:
        """Return who will be listening; None: there is no such stream (404)."""
        ...

    def is_read_frame(self, text: str) -> bool:
        """Tell whether a text frame only subscribes, logs in or pings."""
        ...

    def heard(self, listener: Listener, text: str) -> list[object]:
        """Take a text frame; return what is answered at once: JSON bodies, or plain text where it is a str."""
        ...

    def told(self, listener: Listener, account: Account, news: News) -> list[object]:
        """Return what this listener is told of news of an account of this venue; [] where it is not its own."""
        ...

    def each_second(self, listener: Listener) -> list[object]:
        """Return what this listener is told once a second: marks, above all."""
        ...

    def expire_keys(self) -> None:
        """Let all keys to private streams expire now, where the venue has such keys."""
        ...
