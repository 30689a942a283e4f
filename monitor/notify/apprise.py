"""Everything else, through the Apprise library where the user has installed it beside Marginwatch.

It runs in a child process: it is large, and logs tokens at DEBUG. The address reaches the child over its stdin.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import json
import os
import sys
from pathlib import Path

from monitor.credentials import ChannelSecrets
from monitor.language import tr
from monitor.notify.channel import DEADLINE_S, DeliveryResult, Outgoing, WithoutReceipts
from monitor.settings import ChannelConfig

TITLE = "Apprise"
SECRETS = (("url", tr("Apprise address (service://…)"), True),)
FIELDS: tuple[tuple[str, str], ...] = ()
MISSING = tr("The Apprise library is not installed: pip install apprise, in Marginwatch's own environment.")
_HOME = Path(__file__).resolve().parents[2]  # where the child finds `monitor`
_KINDS = ("info", "info", "warning", "failure")


class Apprise(WithoutReceipts):
    """One address of the Apprise library."""

    def __init__(self, config: ChannelConfig, secrets: ChannelSecrets) -> None:
        self._secrets = secrets

    async def send(self, message: Outgoing) -> DeliveryResult:
        """Let a child send a message; it says only whether it went."""
        if importlib.util.find_spec("apprise") is None:
            return DeliveryResult(ok=False, detail=MISSING)
        request = {
            "url": self._secrets.get("url"),
            "title": message.headline,
            "body": message.text or message.title,
            "kind": _KINDS[message.level],
        }
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-E", "-m", "monitor.notify.apprise"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            cwd=_HOME,
            env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        )
        try:
            async with asyncio.timeout(DEADLINE_S):
                out, _ = await child.communicate(json.dumps(request).encode())
        except TimeoutError:
            return DeliveryResult(
                ok=False, detail=tr("Apprise did not finish within {deadline_s:.0f} s.", deadline_s=DEADLINE_S)
            )
        finally:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()
        if out.strip() == b"sent":
            return DeliveryResult(ok=True, detail=tr("Taken by Apprise."))
        return DeliveryResult(ok=False, detail=tr("Apprise could not send it; check its address."))


def child_main() -> None:
    """Send the one message on stdin and say whether it went."""
    import logging

    logging.disable(logging.CRITICAL)
    apprise = importlib.import_module("apprise")
    request = json.loads(sys.stdin.buffer.read())
    sender = apprise.Apprise()
    added = sender.add(request["url"])
    sent = added and sender.notify(
        title=request["title"], body=request["body"], notify_type=request["kind"], body_format="text"
    )
    sys.stdout.write("sent" if sent else "not sent")


if __name__ == "__main__":
    child_main()
