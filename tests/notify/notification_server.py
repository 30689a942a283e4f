"""A small notification server on the session bus, for tests: prints each Notify as a JSON line and obeys stdin.

Commands, one a line: `act <id> <action>` (the user clicks), `deaf` (never answers again), `refuse` (answers errors).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.bus_messages import DBusNameFlags
from jeepney.io.asyncio import DBusConnection, DBusRouter, Proxy, open_dbus_connection

NAME = "org.freedesktop.Notifications"
SERVER = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)


def say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


class Server:
    def __init__(self, connection: DBusConnection) -> None:
        self.connection = connection
        self.mode = "well"
        self.shown = 0

    async def answer(self, message: Any) -> None:
        if message.header.message_type is not MessageType.method_call or self.mode == "deaf":
            return
        if self.mode == "refuse":
            await self.connection.send(new_error(message, f"{NAME}.Error.ExcessNotifications"))
            return
        if message.header.fields[HeaderFields.member] == "Notify":
            app, replaces, icon, summary, body, actions, hints, expire = message.body
            self.shown = replaces or self.shown + 1
            urgency = hints["urgency"][1]
            keys = ("id", "app", "replaces", "icon", "summary", "body", "actions", "urgency", "expire")
            values = (self.shown, app, replaces, icon, summary, body, actions, urgency, expire)
            say(dict(zip(keys, values, strict=True)))
            await self.connection.send(new_method_return(message, "u", (self.shown,)))

    async def obey(self, line: str) -> None:
        word, *rest = line.split()
        if word == "act":
            await self.connection.send(new_signal(SERVER, "ActionInvoked", "us", (int(rest[0]), rest[1])))
        else:
            self.mode = word
            say({"mode": word})


async def main() -> None:
    connection = await open_dbus_connection("SESSION")
    async with DBusRouter(connection) as router:
        await Proxy(message_bus, router).RequestName(NAME, DBusNameFlags.do_not_queue)
    server = Server(connection)
    stdin = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(stdin), sys.stdin)
    say({"mode": "ready"})

    async def commands() -> None:
        while line := await stdin.readline():
            await server.obey(line.decode())

    obeying = asyncio.create_task(commands())
    while not obeying.done():
        receiving = asyncio.create_task(connection.receive())
        await asyncio.wait((obeying, receiving), return_when=asyncio.FIRST_COMPLETED)
        if receiving.done():
            await server.answer(receiving.result())
        else:
            receiving.cancel()


if __name__ == "__main__":
    with contextlib.suppress(EOFError, ConnectionError):  # the bus was ended by the test
        asyncio.run(main())
