"""How the demo exchange misbehaves: which faults are in force, and what each does to an answer."""

from __future__ import annotations

import asyncio

from aiohttp import web

from monitor.demo.fault_kinds import Fault

GARBAGE: dict[str, tuple[str, str]] = {  # body, content type
    "html": (
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>",
        "text/html",
    ),
    "empty": ("", "application/json"),
    "object": ("{}", "application/json"),
    "array": ("[]", "application/json"),
    "null": ("null", "application/json"),
    "envelope": ('{"code":200,"msg":"success"}', "application/json"),
}
REPLACING = (*GARBAGE, "silence", "redirect", "status", "close")
SHAPING = ("drip", "truncated_json", "truncated_body")
VANISHING = ("vanish", "vanish_all")
DRIP_S = 0.4


class Faults:
    """The faults that are in force."""

    def __init__(self) -> None:
        self._active: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Put a fault in force."""
        self._active.append(fault)

    def clear(self) -> None:
        """End all faults."""
        self._active.clear()

    def take(self, kinds: tuple[str, ...], venue: str, path: str, account: str | None) -> Fault | None:
        """Return the first fault of these kinds that hits the request, and count the hit."""
        for fault in self._active:
            if fault.kind in kinds and _hits(fault, venue, path, account):
                if fault.count is not None:
                    fault.count -= 1
                    if fault.count <= 0:
                        self._active.remove(fault)
                return fault
        return None

    def in_force(self, kind: str, venue: str, path: str, account: str | None) -> bool:
        """Tell whether a fault of this kind hits, without counting."""
        return any(fault.kind == kind and _hits(fault, venue, path, account) for fault in self._active)


def _hits(fault: Fault, venue: str, path: str, account: str | None) -> bool:
    return path.startswith(fault.path) and fault.venue in (None, venue) and fault.account in (None, account)


async def replace_answer(fault: Fault, request: web.Request, limited: str) -> web.Response:
    """Answer (or do not) as the fault says, instead of the exchange.

    Args:
        limited: how the venue words "too many requests".
    """
    if fault.kind in GARBAGE:
        text, content_type = GARBAGE[fault.kind]
        return web.Response(text=text, content_type=content_type)
    if fault.kind == "redirect":
        return web.Response(status=307, headers={"Location": fault.url})
    if fault.kind == "status":
        return _status(fault, limited)
    if fault.kind == "silence":
        await asyncio.Event().wait()  # until the client goes: the server cancels what nobody waits for
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _status(fault: Fault, limited: str) -> web.Response:
    headers = {} if fault.retry_after_s is None else {"Retry-After": str(fault.retry_after_s)}
    if fault.body is not None:
        content_type = "application/json" if fault.body[:1] in ("{", "[") else "text/html"
        return web.Response(status=fault.status, text=fault.body, content_type=content_type, headers=headers)
    if fault.status in (418, 429):
        return web.Response(status=fault.status, text=limited, content_type="application/json", headers=headers)
    text = f"<html><body><h1>{fault.status}</h1></body></html>"
    return web.Response(status=fault.status, text=text, content_type="text/html", headers=headers)


def is_hidden(fault: Fault, symbol: str, place: int) -> bool:
    """Tell whether a fault hides a position from an answer.

    Args:
        symbol: the market's name.
        place: of the row in the answer.
    """
    if fault.kind == "vanish_all":
        return True
    return symbol in fault.symbols if fault.symbols else place == 0


async def shape_answer(fault: Fault, request: web.Request, body: bytes) -> web.StreamResponse:
    """Send a right answer in a wrong way."""
    if fault.kind == "truncated_json":
        return web.Response(body=body[: len(body) // 2], content_type="application/json")
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
    await response.prepare(request)
    if fault.kind == "drip":
        for position in range(len(body)):
            if request.transport is None or request.transport.is_closing():
                return response
            await response.write(body[position : position + 1])
            await asyncio.sleep(DRIP_S)
        return response
    await response.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    return response
