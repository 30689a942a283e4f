"""What the user changes: settings, alert rules, shelves, accounts, channels. Saved first, used from then on."""

from __future__ import annotations

from pathlib import Path

import msgspec

from monitor import account_list, channel_list, settings_file
from monitor.credentials import Secrets
from monitor.engine.accounts import Accounts
from monitor.engine.present import Present
from monitor.engine.reach import Reach
from monitor.errors import ConsentError, MarginwatchError, VenueError
from monitor.language import tr
from monitor.messages import (
    AccountResult,
    ChangeSettings,
    ChannelResult,
    CheckLine,
    RemoveAccount,
    SaveAccount,
    Shelve,
    TestAccount,
)
from monitor.settings import SHELF_LIMIT_MS, AlertSettings, Settings, Shelf
from monitor.tick.price_watch import Prices, moved_on
from monitor.tick.tick import Tick
from monitor.tick.user_acts import note_shelf


class Changes:
    """Carries out changes of what the settings file and the keyring hold."""

    def __init__(self, present: Present, accounts: Accounts, reach: Reach) -> None:
        self._present = present
        self._accounts = accounts
        self._reach = reach
        self._stamp = _stamp(present.settings_path)

    def change_settings(self, command: ChangeSettings) -> None:
        """Use other general settings from now on."""
        self._use(
            msgspec.structs.replace(
                self._present.settings, poll=command.poll, compare=command.compare, display=command.display
            )
        )
        self._present.wake.set()

    def change_alerts(self, alerts: AlertSettings) -> None:
        """Use these alert settings from now on, if they are allowed and can be saved."""
        self._use_alerts(alerts)
        self._present.wake.set()

    def shelve(self, command: Shelve) -> None:
        """Put an alarm or a position on the shelf for a while, or take it down."""
        present = self._present
        now_ms, alerts = present.now_ms, present.settings.alerts
        until_ms = now_ms + min(command.seconds * 1000, SHELF_LIMIT_MS)
        shelves = [shelf for shelf in alerts.shelved if shelf.key != command.key and shelf.until_ms > now_ms]
        if command.seconds > 0:
            shelves.append(Shelf(key=command.key, since_ms=now_ms, until_ms=until_ms))
        self.change_alerts(msgspec.structs.replace(alerts, shelved=tuple(shelves)))
        present.state, events = note_shelf(present.state, command, until_ms, now_ms)
        present.pending.extend(events)

    def move_price_alerts(self, outcome: Tick, prices: Prices, now_ms: int) -> None:
        """Arm the price alerts that wait for a price, and put away those that have spoken."""
        alerts = self._present.settings.alerts
        moved = moved_on(alerts.price_alerts, outcome.state.alarms, outcome.accounts, prices, now_ms)
        if moved != alerts.price_alerts:
            changed = msgspec.structs.replace(alerts, price_alerts=moved)
            self._use_alerts(changed)  # a disk that is full does not make it speak again:
            self._present.settings = msgspec.structs.replace(self._present.settings, alerts=changed)

    async def follow_the_file(self) -> None:
        """Take over the channels where `marginwatch channels` has changed the file; nothing else is taken from it."""
        present = self._present
        if _stamp(present.settings_path) == self._stamp:
            return
        self._stamp = _stamp(present.settings_path)
        try:
            found = settings_file.peek(present.settings_path)
        except MarginwatchError as error:
            present.note(str(error))
            return
        if (found.channels, found.watchdog) != (present.settings.channels, present.settings.watchdog):
            present.settings = msgspec.structs.replace(
                present.settings, channels=found.channels, watchdog=found.watchdog
            )
            await self._reach.use_channels()
            present.publish_settings()

    def note_keys(self) -> None:
        """Keep what the venues said of the keys, where it is new: the accounts' list shows it, also after a restart."""
        present = self._present
        known = {account.id: account.key for account in present.settings.accounts}
        found = {account.id: account.key for account in self._accounts.newest()}
        found = {id: key for id, key in found.items() if id in known and key.checked_ms and key != known[id]}
        if not found:
            return
        present.settings = account_list.with_keys(present.settings, found)
        try:
            account_list.store_keys(present.settings_path, present.settings, found)
        except MarginwatchError as error:
            present.note(str(error))
        present.publish_settings()

    async def change_account(self, command: SaveAccount | RemoveAccount | TestAccount) -> None:
        """Add, edit, remove or test an account, and answer."""
        account_id = command.account_id if isinstance(command, RemoveAccount) else command.config.id
        try:
            message, checks = await self._carry_out(command)
        except MarginwatchError as error:
            advice = error.advice if isinstance(error, VenueError) else ""
            result = AccountResult(
                request_id=command.request_id,
                account_id=account_id,
                ok=False,
                message=f"{error} {advice}".strip(),
                needs_consent=isinstance(error, ConsentError),
            )
        else:
            result = AccountResult(
                request_id=command.request_id,
                account_id=account_id,
                ok=all(check.ok is not False for check in checks),
                message=message,
                checks=checks,
            )
        self._present.publish(result)
        self._present.publish_settings()
        self._present.wake.set()

    async def change_channel(self, command: channel_list.Command) -> None:
        """Change or test a notification channel; the demo, whose settings are nobody's, has none."""
        present = self._present
        if present.is_demo:
            text = tr("This is the demo: it tells nobody outside this computer. Start Marginwatch without it.")
            present.publish(ChannelResult(request_id=command.request_id, name="", ok=False, message=text))
            return
        before = present.settings
        after, result = await channel_list.carry_out(command, present.settings_path, before, present.now_ms)
        if after is not before:
            is_newer = present.settings is not before  # something was saved while the keyring or a server answered
            present.settings = msgspec.structs.replace(
                present.settings, channels=after.channels, watchdog=after.watchdog
            )
            if is_newer:
                self._use_alerts(present.settings.alerts)
            await self._reach.use_channels()
        present.publish_settings()
        present.publish(result)

    # ------------------------------------------------------------------ inside

    def _use_alerts(self, alerts: AlertSettings) -> None:
        self._use(msgspec.structs.replace(self._present.settings, alerts=alerts))

    def _use(self, changed: Settings) -> None:
        """Use these settings from now on, if they are allowed and can be saved; the window is told what holds."""
        try:
            settings_file.save(self._present.settings_path, changed)
        except MarginwatchError as error:
            self._present.note(str(error))
        else:
            self._present.settings = changed
        self._present.publish_settings()

    async def _carry_out(self, command: SaveAccount | RemoveAccount | TestAccount) -> tuple[str, tuple[CheckLine, ...]]:
        present, accounts = self._present, self._accounts
        path, settings, clock = present.settings_path, present.settings, present.clock
        if isinstance(command, RemoveAccount):
            present.settings = await account_list.remove(path, settings, command.account_id)
            await accounts.end(command.account_id)
            return tr("{account} is removed, with its key.", account=command.account_id), ()
        secrets = None
        if command.api_key is not None and command.secret is not None:
            secrets = Secrets(api_key=command.api_key, secret=command.secret, passphrase=command.passphrase)
        if isinstance(command, TestAccount):
            return tr("The account was read."), await account_list.test(command.config, secrets, clock)
        present.settings, checks = await account_list.save(
            path, settings, command.config, secrets, clock, consent=command.consent
        )
        await accounts.end(command.config.id)
        if command.config.enabled:
            stored = next(one for one in present.settings.accounts if one.id == command.config.id.strip())
            accounts.start(stored, secrets)
        return tr("{account} is saved.", account=command.config.id), checks


def _stamp(path: Path) -> int:
    """When a file was last written; 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
