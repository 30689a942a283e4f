"""The settings portal of a desktop on the session bus, for tests: answers Read and obeys stdin.

A line of stdin is `NAMESPACE NAME SIGNATURE VALUE`, for example `org.freedesktop.appearance color-scheme u 2`; the
setting then has that value, and those who listen are told. `ready` is printed once it serves, `set` after each line.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.bus_messages import DBusNameFlags
from jeepney.io.asyncio import DBusConnection, DBusRouter, Proxy, open_dbus_connection

NAME, FACE = "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Settings"
PORTAL = DBusAddress("/org/freedesktop/portal/desktop", bus_name=NAME, interface=FACE)
Values = dict[tuple[str, str], tuple[str, Any]]


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


async def answer(connection: DBusConnection, values: Values, message: Any) -> None:
    if message.header.message_type is not MessageType.method_call:
        return
    member = message.header.fields[HeaderFields.member]
    if member in ("Read", "ReadOne") and tuple(message.body) in values:
        value = values[tuple(message.body)]
        body = ("v", value) if member == "Read" else value
        await connection.send(new_method_return(message, "v", (body,)))
    elif member == "ReadAll":
        spaces: dict[str, dict[str, tuple[str, Any]]] = {}
        for (space, name), value in values.items():
            if not message.body[0] or space in message.body[0]:
                spaces.setdefault(space, {})[name] = value
        await connection.send(new_method_return(message, "a{sa{sv}}", (spaces,)))
    else:
        await connection.send(new_error(message, f"{NAME}.Error.NotFound"))


async def obey(connection: DBusConnection, values: Values, line: str) -> None:
    space, name, signature, text = line.split()
    value: Any = int(text) if signature == "u" else text == "true" if signature == "b" else text
    values[space, name] = (signature, value)
    await connection.send(new_signal(PORTAL, "SettingChanged", "ssv", (space, name, (signature, value))))
    say("set")


async def main() -> None:
    connection = await open_dbus_connection("SESSION")
    async with DBusRouter(connection) as router:
        await Proxy(message_bus, router).RequestName(NAME, DBusNameFlags.do_not_queue)
    values: Values = {}
    stdin = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(stdin), sys.stdin)
    say("ready")

    async def commands() -> None:
        while line := await stdin.readline():
            await obey(connection, values, line.decode())

    obeying = asyncio.create_task(commands())
    while not obeying.done():
        receiving = asyncio.create_task(connection.receive())
        await asyncio.wait((obeying, receiving), return_when=asyncio.FIRST_COMPLETED)
        if receiving.done():
            await answer(connection, values, receiving.result())
        else:
            receiving.cancel()


if __name__ == "__main__":
    asyncio.run(main())
