"""How often an account is read: fast where a figure is in alarm or near one."""

from __future__ import annotations

from monitor.alerts.lifecycle import Alarm
from monitor.feeds.cadence import accounts_at_risk, pause_s
from monitor.model import Account
from monitor.risk.report import assess
from monitor.settings import PollSettings, Settings
from monitor.tick.state import AlarmRecord
from tests.build import account, isolated

POLL = PollSettings()


def at_risk(*accounts: Account, alarms: tuple[AlarmRecord, ...] = ()) -> set[str]:
    return set(accounts_at_risk(assess(accounts, rescue_distance=0.1), alarms, Settings()))


def long_with(margin: float, name: str, **changes: object) -> Account:
    return account(isolated(margin, **changes), wallet=0.0, id=name)


def test_an_account_far_from_every_alarm_is_calm_and_one_near_its_warning_is_not() -> None:
    far, near, alarmed = long_with(25_000, "far"), long_with(10_000, "near"), long_with(3_000, "alarmed")
    assert at_risk(far, near, alarmed) == {"near", "alarmed"}


def test_what_is_unknown_or_left_out_is_at_risk() -> None:
    assert at_risk(long_with(25_000, "left out", unconfirmed=True)) == {"left out"}
    assert at_risk(long_with(25_000, "no tiers", brackets=())) == {"no tiers"}


def test_an_alarm_that_stands_keeps_its_account_watched() -> None:
    record = AlarmRecord(
        key="k",
        alarm=Alarm(phase="acknowledged"),
        family="RISK",
        kind="margin_ratio",
        title="",
        text="",
        account_id="far",
        position_key="",
    )
    assert at_risk(long_with(25_000, "far"), alarms=(record,)) == {"far"}


def test_the_pause_follows_the_risk_and_then_who_is_looking() -> None:
    assert pause_s(POLL, at_risk=True, visible=False, streamed=True) == 1
    assert pause_s(POLL, at_risk=False, visible=True, streamed=False) == 2
    assert pause_s(POLL, at_risk=False, visible=True, streamed=True) == 5
    assert pause_s(POLL, at_risk=False, visible=False, streamed=False) == 5
