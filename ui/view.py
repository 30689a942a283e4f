"""What a pane needs besides the Update: the instant, the user's choices, and how much the figures can be believed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from monitor.language import tr
from monitor.messages import AccountStatus, AlertState, PositionRisk, Update
from monitor.settings import AlertSettings, Thresholds
from ui import format as fmt

ASKING = frozenset({"active", "returned"})  # phases
# the words of the engine's sentences that stand after an amount, in English and in the user's language
_AFTER = "|".join(map(re.escape, ("contracts", "of room", tr("contracts"), tr("of room"))))
_AMOUNT = re.compile(
    rf"\d[\d,.]*(?= (?:[A-Z][A-Z0-9]+\b|{_AFTER}))|(?<=[Mm]argin )\d[\d,]+(?! %)|(?<=[Ee]quity )\d[\d,.]*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One look at the newest Update.

    `silent_s` is how long the engine has said nothing [s]; None while it is heard. Every figure is stale then.
    """

    update: Update | None = None  # None: the engine has said nothing yet
    now_ms: int = 0
    hide_amounts: bool = False
    alerts: AlertSettings = field(default_factory=AlertSettings)
    silent_s: float | None = None
    focus: str = ""  # key of the selected position
    _found: list[PositionRisk | None] = field(default_factory=list, init=False, repr=False, compare=False)

    def focused(self) -> PositionRisk | None:
        """Return the selected position; it is looked for once."""
        if not self._found:
            rows = self.update.positions if self.update is not None else ()
            self._found.append(next((row for row in rows if row.key == self.focus), None) if self.focus else None)
        return self._found[0]

    @property
    def is_first_time(self) -> bool:
        """Whether there is no account at all yet."""
        return self.update is not None and not self.update.accounts

    @property
    def is_confirmed_empty(self) -> bool:
        """Whether every account has been read lately, and none holds a position."""
        update = self.update
        if update is None or update.positions or not update.accounts or self.silent_s is not None:
            return False
        return all(account.feed in ("live", "late") for account in update.accounts)

    def amount(self, text: str) -> str:
        """Return an amount of money, or dots where the user hides amounts."""
        return fmt.HIDDEN if self.hide_amounts and text != fmt.UNKNOWN else text

    def sentence(self, text: str) -> str:
        """Return a sentence of the engine, its amounts as dots where the user hides amounts; prices stay."""
        return _AMOUNT.sub(fmt.HIDDEN, text) if self.hide_amounts else text

    def lines_of(self, risk: PositionRisk) -> Thresholds:
        """Return the distances at which a position's levels begin now: all its measures together."""
        if risk.alarm_at is None:
            return self.alerts.liquidation_distance
        warning, danger, critical = risk.alarm_at
        return Thresholds(warning=warning, danger=danger, critical=critical)

    def account(self, account_id: str) -> AccountStatus | None:
        """Return an account by its label."""
        if self.update is None:
            return None
        return next((account for account in self.update.accounts if account.account_id == account_id), None)

    def is_stale(self, account: AccountStatus | None) -> bool:
        """Whether an account's figures are only the last ones known."""
        return self.silent_s is not None or account is None or account.feed in ("stale", "connecting")

    def age_ms(self, account: AccountStatus | None) -> int | None:
        """How old an account's figures are [ms]; None: never read."""
        if account is None or account.read_ms is None:
            return None
        return max(0, self.now_ms - account.read_ms)


def is_settled(update: Update | None) -> bool:
    """Whether all that can be read has been read once: what is not there then is not there."""
    return update is not None and all(account.feed != "connecting" for account in update.accounts)


def is_hushed(alert: AlertState) -> bool:
    """Whether an alarm is not told: it lies on the shelf, or another alarm explains it. CRITICAL is never shelved."""
    return bool(alert.inhibited_by) or (alert.shelved_until_ms is not None and alert.level < 3)


def waiting_of(update: Update | None) -> list[AlertState]:
    """Return the alarms that ask for an acknowledgement now, worst first."""
    alerts = () if update is None else update.alerts
    return [alert for alert in alerts if alert.phase in ASKING and not is_hushed(alert)]


def is_waiting(alert: AlertState) -> bool:
    """Whether an alarm asks for an acknowledgement now."""
    return alert.phase in ASKING and not is_hushed(alert)


def place(account: AccountStatus | None, account_id: str) -> str:
    """Return where a position lies: "Binance · Main"."""
    return account_id if account is None else f"{short_venue(account)} · {account_id}"


def short_venue(account: AccountStatus) -> str:
    """Return the venue's name without the product: "Binance"."""
    return account.venue_title.split(" ", 1)[0]


def mode_words(account: AccountStatus) -> str:
    """Return how an account margins: "Cross · Hedge"."""
    if not account.margin_modes and account.account_mode != "portfolio":
        return tr("No positions")
    if account.account_mode == "portfolio":
        first = tr("Portfolio")
    elif account.account_mode == "multi_currency":
        first = tr("Multi-assets")
    else:
        first = " + ".join(mode.capitalize() for mode in account.margin_modes)
    position_mode = {"hedge": tr("Hedge"), "one_way": tr("One-way")}.get(account.position_mode or "", "")
    return f"{first} · {position_mode}" if position_mode else first
