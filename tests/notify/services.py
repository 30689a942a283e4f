"""The services on this computer: they keep what they were sent, and fail as told.

One HTTP server answers like ntfy, Telegram, Pushover and a webhook's receiver; a small SMTP server takes letters.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

from aiohttp import web

TOKEN = "canary-token-5d1e"


class Services:
    """What was sent, and how to answer next."""

    def __init__(self) -> None:
        self.port = 0
        self.taken: list[tuple[str, dict[str, Any], dict[str, str]]] = []  # (service, fields, headers) of each yes
        self.asked = 0
        self.fault = ""  # "" well; a status; "silence"; "error body": 200 with a no in it
        self.acknowledged: dict[str, int] = {}  # receipt: seconds UTC
        self.cancelled: list[str] = []
        self.news = asyncio.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def titles(self) -> list[str]:
        """The titles of what was taken, level words and all."""
        return [str(fields.get("title") or fields.get("text")) for _, fields, _ in self.taken]

    async def until(self, count: int, seconds: float = 20.0) -> None:
        """Wait until so many messages were taken."""
        async with asyncio.timeout(seconds):
            while len(self.taken) < count:
                self.news.clear()
                await self.news.wait()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked += 1
        self.news.set()
        if self.fault == "silence":
            await asyncio.sleep(60)
            return web.Response(status=499)
        if self.fault.isdigit():
            headers = {"Retry-After": "1"} if self.fault == "429" else {}
            return web.json_response({"error": "told to fail"}, status=int(self.fault), headers=headers)
        if self.fault == "redirect":
            raise web.HTTPTemporaryRedirect("http://127.0.0.1:9/")
        try:
            return await self._well(request)
        except ConnectionError:  # the client has gone
            return web.Response(status=499)

    async def _well(self, request: web.Request) -> web.Response:
        path = request.path
        if path.startswith("/1/receipts/"):
            receipt = path.split("/")[3].removesuffix(".json")
            if request.method == "POST":
                self.cancelled.append(receipt)
                return web.json_response({"status": 1})
            at = self.acknowledged.get(receipt, 0)
            return web.json_response({"status": 1, "acknowledged": int(at > 0), "acknowledged_at": at})
        if path == "/1/messages.json":
            fields: dict[str, Any] = dict(await request.post())
            number = f"receipt{len(self.taken)}"
            yes: dict[str, Any] = {"status": 1, "request": "r"} | (
                {"receipt": number} if fields["priority"] == "2" else {}
            )
            return self._answer("pushover", fields, request, yes, {"status": 0, "errors": ["user key is invalid"]})
        body = json.loads(await request.text())
        if path.endswith("/sendMessage"):
            body["bot"] = path.split("/")[1]
            no = {"ok": False, "error_code": 400, "description": "chat not found"}
            return self._answer("telegram", body, request, {"ok": True, "result": {"message_id": 1}}, no)
        if path == "/":
            return self._answer("ntfy", body, request, {"id": "x", "event": "message"}, {"code": 40001, "error": "no"})
        return self._answer("webhook", body, request, {}, {})

    def _answer(
        self, service: str, fields: dict[str, Any], request: web.Request, yes: dict[str, Any], no: dict[str, Any]
    ) -> web.Response:
        if self.fault == "error body":
            return web.json_response(no)
        self.taken.append((service, fields, dict(request.headers)))
        self.news.set()
        return web.json_response(yes)


@contextlib.asynccontextmanager
async def serving() -> AsyncIterator[Services]:
    """Run the HTTP services on a free port."""
    services = Services()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", services.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    services.port = runner.addresses[0][1]
    try:
        yield services
    finally:
        await runner.cleanup()


class MailServer:
    """Enough of RFC 5321 for smtplib: EHLO, AUTH PLAIN, MAIL, RCPT, DATA, QUIT."""

    def __init__(self) -> None:
        self.port = 0
        self.letters: list[str] = []
        self.refuses = ""  # the verb that is answered with 550
        self.login = ""

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        say = lambda line: writer.write(line.encode() + b"\r\n")  # noqa: E731
        say("220 here")
        while line := (await reader.readline()).decode().strip():
            verb = line.split(maxsplit=1)[0].upper()
            if verb == self.refuses:
                say("550 no")
            elif verb == "EHLO":
                say("250-here")
                say("250 AUTH PLAIN")
            elif verb == "AUTH":
                self.login = line
                say("235 welcome")
            elif verb == "DATA":
                say("354 go on")
                text = await reader.readuntil(b"\r\n.\r\n")
                self.letters.append(text.decode())
                say("250 taken")
            elif verb == "QUIT":
                say("221 bye")
                break
            else:
                say("250 ok")
        writer.close()


@contextlib.asynccontextmanager
async def mailing() -> AsyncIterator[MailServer]:
    """Run the mail server on a free port."""
    mail = MailServer()
    server = await asyncio.start_server(mail.talk, "127.0.0.1", 0)
    mail.port = server.sockets[0].getsockname()[1]
    async with server:
        yield mail
