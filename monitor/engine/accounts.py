"""The accounts that are guarded: each is read by a task of its own; here they begin and end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from monitor.credentials import Secrets
from monitor.engine.present import Present, end_all
from monitor.feeds.cadence import pause_s
from monitor.feeds.watch_account import AccountWatch
from monitor.model import Account
from monitor.settings import AccountConfig
from monitor.venues.fetch import AccountReader


class Accounts:
    """All accounts that are read.

    Args:
        visible: whether somebody looks at the window.
    """

    def __init__(self, present: Present, visible: Callable[[], bool]) -> None:
        self._present = present
        self._visible = visible
        self.watches: dict[str, AccountWatch] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self.at_risk: frozenset[str] = frozenset()  # read more often

    def start_all(self) -> None:
        """Begin with those of the settings, or of the embedded exchange."""
        for config, secrets in self._configured():
            self.start(config, secrets)

    @property
    def configured(self) -> frozenset[tuple[str, str]]:
        """(name, venue) of the accounts that are to be read."""
        return frozenset((config.id, config.venue) for config, _ in self._configured())

    def start(self, config: AccountConfig, secrets: Secrets | None) -> None:
        """Read an account from now on."""
        watch = AccountWatch(
            config,
            secrets,
            self._present.clock,
            cadence_s=lambda: self._cadence_s(config.id),
            known=lambda: frozenset(self._present.state.known.get(config.id, {})),
            changed=self._present.wake.set,
        )
        self.watches[config.id] = watch
        self._tasks[config.id] = asyncio.create_task(watch.run(), name=f"account {config.id}")

    async def end(self, account_id: str) -> None:
        """Read an account no longer."""
        self.watches.pop(account_id, None)
        task = self._tasks.pop(account_id, None)
        if task is not None:
            await end_all([task])

    async def close(self) -> None:
        """Read nothing any more."""
        await end_all(self._tasks.values())

    def newest(self) -> tuple[Account, ...]:
        """Return the newest valid answer of every account."""
        return tuple(watch.account for watch in self.watches.values())

    def reader_of(self, account_id: str) -> AccountReader | None:
        """Return what reads an account, None where it is not open."""
        watch = self.watches.get(account_id)
        return None if watch is None else watch.reader

    def poke_all(self) -> None:
        """Ask for a read of every account now."""
        for watch in self.watches.values():
            watch.poke()

    def read_all_anew(self) -> None:
        """Forget what was kept of the venues' answers, and read all of it."""
        for watch in self.watches.values():
            if watch.reader is not None:
                watch.reader.resync()
        self.poke_all()

    def _configured(self) -> list[tuple[AccountConfig, Secrets | None]]:
        if not self._present.is_demo:
            return [(config, None) for config in self._present.settings.accounts if config.enabled]
        return [
            (
                AccountConfig(
                    id=account.label, venue=account.venue, base_url=account.base_url, ws_base_url=account.ws_base_url
                ),
                Secrets(api_key=account.api_key, secret=account.secret, passphrase=account.passphrase),
            )
            for account in self._present.options.demo_accounts
        ]

    def _cadence_s(self, account_id: str) -> float:
        reader = self.reader_of(account_id)
        return pause_s(
            self._present.settings.poll,
            at_risk=account_id in self.at_risk,
            visible=self._visible(),
            streamed=reader is not None and reader.streamed,
        )
