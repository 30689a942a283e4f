"""What crosses the process border: to the window (Update, AlertEvent, …) and back (Acknowledge, Snooze, …).

Msgspec Structs, tagged by type name, as msgpack over one duplex pipe. Nothing here holds a secret but SaveAccount,
TestAccount, SaveChannel, TestChannel and ChangeWatchdog, which travel from the dialog to the engine once.
"""

from __future__ import annotations

import msgspec

from monitor.edits import AnyEdit, ChangePosition, MoveMoney, MovePrice, OpenPosition
from monitor.journal import Delivery, Kpi
from monitor.model import KeyFacts
from monitor.risk.beyond_rows import AccountBeyond, ExitCost, PositionBeyond, StopRow, TouchSpan
from monitor.risk.plan_rows import Plan
from monitor.risk.rows import EQUITY_GONE, LadderStep, PoolRisk, PositionRisk, PriceLadder
from monitor.risk.stress_rows import AcrossRow, CrashRow, HeatMap, ShockLine, StressReport
from monitor.settings import (
    AccountConfig,
    AlertSettings,
    ChannelConfig,
    CompareSettings,
    DisplaySettings,
    PollSettings,
    WatchdogSettings,
)

__all__ = [
    "EQUITY_GONE",
    "AccountBeyond",
    "AcrossRow",
    "AnyEdit",
    "ChangePosition",
    "CrashRow",
    "Delivery",
    "ExitCost",
    "HeatMap",
    "Kpi",
    "LadderStep",
    "MoveMoney",
    "MovePrice",
    "OpenPosition",
    "Plan",
    "PoolRisk",
    "PositionBeyond",
    "PositionRisk",
    "PriceLadder",
    "ShockLine",
    "StopRow",
    "StressReport",
    "TouchSpan",
]


class Message(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Anything that crosses the border."""


# ---------------------------------------------------------------- engine -> window


class AccountStatus(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One account: its totals and how well we see it."""

    account_id: str
    venue: str
    venue_title: str  # "Binance USDⓈ-M"
    account_mode: str | None
    position_mode: str | None
    margin_modes: tuple[str, ...]  # of its open positions: "cross", "isolated"
    settle: str
    equity: float | None  # cross and isolated pools together
    unrealized_pnl: float | None
    available: float | None  # free to withdraw or use, as the venue says
    margin_ratio: float | None  # of its worst pool
    margin_ratio_pool: str  # pool id of that
    venue_ratio: float | None
    venue_ratio_name: str
    positions: int
    level: int  # highest alarm level of anything in it
    feed: str  # "live" | "late" | "stale" | "connecting" | "suspect"
    read_ms: int | None  # last valid answer
    trouble: str | None
    advice: str
    latency_ms: int | None
    clock_offset_ms: int | None
    key: KeyFacts
    is_demo: bool
    beyond: AccountBeyond | None = None  # negative balance, exposed money; None: not reckoned


class AlertState(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Where one alarm stands. Only alarms that are not normal are sent."""

    key: str
    family: str  # "RISK" | "DATA" | "SYSTEM"
    kind: str  # "liquidation_distance", "margin_ratio", "stale", "suspect", "liquidated", …
    phase: str  # "pending" | "active" | "acknowledged" | "snoozed" | "returned"
    level: int
    peak: int
    since_ms: int  # start of the episode
    told_ms: int | None  # last notification
    quiet_until_ms: int | None  # acknowledged or snoozed until
    snoozes_left: int
    title: str  # one line
    text: str  # figures and what to do
    account_id: str
    position_key: str  # "" where it is not about one position
    data_is_good: bool  # False: the level is the last one known; the data has stopped
    shelved_until_ms: int | None = None  # WARNING and DANGER are not told until then
    inhibited_by: str = ""  # key of the alarm that explains this one and is told in its place
    measure: float | None = None  # the newest one; lower is worse


class AlertEvent(Message, frozen=True, kw_only=True):
    """What was told, and why: one line of the journal; the popup shows those with `notify`."""

    id: int
    at_ms: int
    key: str
    family: str
    kind: str
    level: int
    reason: str  # "raise", "escalate", "repeat", "acknowledged", "clear", "restored", …
    notify: bool
    title: str
    text: str
    account_id: str
    position_key: str
    episode_ms: int = 0  # start of the alarm's episode: names it, for it never comes twice
    measure: float | None = None  # what was judged, lower is worse; None: unknown, or nothing was measured
    step: int = 0  # which notification of its episode, from 1: what is delivered twice has the same one
    urged: int = 0  # repeats since anybody answered: what escalates


class DemoStatus(msgspec.Struct, frozen=True, kw_only=True):
    """The embedded exchange behind the demo."""

    scenario: str
    title: str
    synthetic: bool


class CheckLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a test: of an account, or of the alarm chain."""

    ok: bool | None  # None: could not be found out
    what: str
    detail: str


class SelfTestResult(msgspec.Struct, frozen=True, kw_only=True):
    """How the alarm chain did when it was last tested."""

    at_ms: int
    ok: bool
    lines: tuple[CheckLine, ...]  # one per link: read, risk, alarm, outbox, each channel


class TotalEquity(msgspec.Struct, frozen=True, kw_only=True):
    """All accounts together; `amount` is None while anything of it is `missing`."""

    amount: float | None  # [currency]
    currency: str
    missing: tuple[str, ...] = ()  # what is not known, each in a few words
    reason: str = ""  # why it is not in the currency that is wished, one sentence


class Update(Message, frozen=True, kw_only=True):
    """The newest result of the engine. Sent every tick, changed or not."""

    seq: int
    now_ms: int
    engine_pid: int
    started_ms: int
    accounts: tuple[AccountStatus, ...]
    positions: tuple[PositionRisk, ...]  # nearest to liquidation first
    pools: tuple[PoolRisk, ...]
    alerts: tuple[AlertState, ...]  # worst first
    ladder: PriceLadder | None  # of the focused position
    muted_until_ms: int | None  # all sounds silenced by the user
    restarted_ms: int | None  # the engine was started again after a crash, at
    notes: tuple[str, ...] = ()  # sentences for the status line: "The database was damaged and set aside as …"
    self_test: SelfTestResult | None = None  # None: not made since the start, and none is known
    self_test_runs: bool = False
    total: TotalEquity | None = None  # None: nobody has reckoned it


class Places(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Where the rows of a Difference belong; all others are as they were."""

    at: tuple[int, ...] = ()  # the place of each, where nothing has come, gone or moved
    order: tuple[int, ...] | None = (
        None  # of all: the place in the Update before, or -1: the first of these rows, -2: …
    )


class Difference(Message, frozen=True, kw_only=True):
    """An Update as the difference to one that was sent before; monitor.differences makes it and takes it apart."""

    of_seq: int  # of the Update that it is the difference to
    update: Update  # of positions, pools and alerts only those that are new or have changed
    positions: Places
    pools: Places
    alerts: Places


class Candles(Message, frozen=True, kw_only=True):
    """Price bars of the focused symbol, oldest first; the last one is still open."""

    symbol: str
    account_id: str
    timeframe: str  # "15m", …
    synthetic: bool
    open_ms: tuple[int, ...]
    open: tuple[float, ...]
    high: tuple[float, ...]
    low: tuple[float, ...]
    close: tuple[float, ...]


class PreviewLine(msgspec.Struct, frozen=True, kw_only=True):
    """What alarm rules would say about one thing as it is now."""

    key: str
    kind: str
    level: int  # 0: they would say nothing
    title: str
    text: str
    account_id: str
    position_key: str
    begins_at: tuple[float, float, float] | None  # of a position: distances at which the three levels begin


class PreviewCount(msgspec.Struct, frozen=True, kw_only=True):
    """How often one alarm would have rung at each level."""

    key: str
    kind: str
    name: str  # of what it is about
    warning: int
    danger: int
    critical: int


class AlertPreview(Message, frozen=True, kw_only=True):
    """Answer to PreviewAlerts."""

    request_id: int
    error: str  # why these settings are not allowed, one sentence; "": they are
    now: tuple[PreviewLine, ...] = ()  # worst first; every position has a line
    counts: tuple[PreviewCount, ...] = ()  # what rings most first
    since_ms: int | None = None  # of the recorded history; None: nothing is recorded yet
    until_ms: int | None = None
    instants: int = 0  # half minutes that were looked at
    counted_since: dict[str, int] = {}  # of each kind of figure that would be told: ms of the first one in the record
    not_recorded: tuple[str, ...] = ()  # kinds that would be told and are not in the record: nothing is known of them


class AccountResult(Message, frozen=True, kw_only=True):
    """Answer to SaveAccount, RemoveAccount and TestAccount."""

    request_id: int
    account_id: str
    ok: bool
    message: str
    checks: tuple[CheckLine, ...] = ()
    needs_consent: bool = False  # nothing was stored: the key can trade, and that was not agreed to in words


class SettingsChanged(Message, frozen=True, kw_only=True):
    """The settings as they are now; sent at the start and after each change."""

    accounts: tuple[AccountConfig, ...]
    alerts: AlertSettings
    note: str = ""  # why the file was set aside, if it was
    channels: tuple[ChannelConfig, ...] = ()  # in the order of their turn
    watchdog: WatchdogSettings = WatchdogSettings()
    poll: PollSettings = PollSettings()
    compare: CompareSettings = CompareSettings()
    display: DisplaySettings = DisplaySettings()


class ChannelResult(Message, frozen=True, kw_only=True):
    """Answer to SaveChannel, TestChannel, RemoveChannel, ArrangeChannels and ChangeWatchdog."""

    request_id: int
    name: str
    ok: bool
    message: str


class JournalLine(msgspec.Struct, frozen=True, kw_only=True):
    """One event with all that belongs to it."""

    event: AlertEvent
    inputs_hash: str  # of what was read at that tick (first 16 hex digits of its SHA-256), "" where unknown
    deliveries: tuple[Delivery, ...] = ()


class JournalPage(Message, frozen=True, kw_only=True):
    """Answer to AskJournal."""

    request_id: int
    lines: tuple[JournalLine, ...]  # newest first
    next_id: int | None  # ask for what is before this id; None: there is nothing older
    error: str = ""  # one sentence; "": all is well


class JournalFigures(Message, frozen=True, kw_only=True):
    """Answer to AskFigures; `kpi` is None where the journal cannot be read."""

    request_id: int
    kpi: Kpi | None
    error: str = ""


class Stress(Message, frozen=True, kw_only=True):
    """Answer to AskStress; `report` is None where nothing has been read yet."""

    request_id: int
    report: StressReport | None


class PlannedTrade(Message, frozen=True, kw_only=True):
    """Answer to PlanTrade; `plan` is None where `error` says what is missing."""

    request_id: int
    plan: Plan | None
    error: str = ""
    note: str = ""  # where the tiers come from, if they are not the venue's newest


class WhatIfRow(msgspec.Struct, frozen=True, kw_only=True):
    """One position as it is and as it would be; None: it is not there."""

    now: PositionRisk | None
    then: PositionRisk | None


class WhatIfPool(msgspec.Struct, frozen=True, kw_only=True):
    """One margin pool as it is and as it would be; None: it is not there."""

    now: PoolRisk | None
    then: PoolRisk | None


class WhatIfResult(Message, frozen=True, kw_only=True):
    """Answer to WhatIf: nothing in it is, or was, so."""

    request_id: int
    at_ms: int  # of the figures of now that it starts from
    positions: tuple[WhatIfRow, ...] = ()  # of the accounts that are touched
    pools: tuple[WhatIfPool, ...] = ()
    notes: tuple[str, ...] = ()  # what could not be done, or would be refused: one sentence each


class Explanation(Message, frozen=True, kw_only=True):
    """Answer to AskExplanation."""

    request_id: int
    position_key: str
    at_ms: int
    text: str  # lines of plain text


class PastPoint(msgspec.Struct, frozen=True, array_like=True):
    """One position at one instant; None: unknown, an infinite distance: nothing could liquidate it."""

    at_ms: int
    mark: float
    liquidation: float | None
    distance: float | None
    ratio: float | None  # of its pool


class Timeline(Message, frozen=True, kw_only=True):
    """Answer to AskTimeline."""

    request_id: int
    position_key: str
    since_ms: int
    until_ms: int
    every_ms: int  # between points; where more has passed nothing was recorded
    points: tuple[PastPoint, ...]  # oldest first
    events: tuple[AlertEvent, ...]  # of the position and its pool, oldest first


class SeriesPoint(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One account at one time; None is unknown, an infinite distance is none that could liquidate."""

    at_ms: int
    equity: float | None  # [settle]
    ratio: float | None  # the highest of its pools
    distance: float | None  # of its nearest position


class AccountSeries(msgspec.Struct, frozen=True, kw_only=True):
    """One account over time; where a point is missing the account was not seen."""

    account_id: str
    settle: str
    step_ms: int  # between two points
    points: tuple[SeriesPoint, ...]  # oldest first


class EndedPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A position that was watched and has ended, with the last figures that were seen of it."""

    at_ms: int  # when the end was noticed
    account_id: str
    symbol: str
    side: str
    margin_mode: str
    settle: str
    how: str  # "closed" | "liquidated" | "deleveraged" | "unclear"
    text: str
    first_seen_ms: int | None
    size_base: float | None
    entry_price: float
    last_mark: float
    tick_size: float | None
    last_pnl: float | None  # unrealised, at the last mark [settle]


class HistoryAnswer(Message, frozen=True, kw_only=True):
    """Answer to AskHistory."""

    request_id: int
    since_ms: int
    until_ms: int
    error: str = ""  # why there is nothing, one sentence
    accounts: tuple[AccountSeries, ...] = ()
    ended: tuple[EndedPosition, ...] = ()  # newest first, of the same span


class Waiting(Message, frozen=True, kw_only=True):
    """Why the engine does not guard yet, one sentence."""

    text: str


class Stopped(Message, frozen=True, kw_only=True):
    """The engine ends, and why."""

    reason: str


ToWindow = (
    Update
    | Difference
    | AlertEvent
    | Candles
    | AlertPreview
    | AccountResult
    | SettingsChanged
    | Stress
    | PlannedTrade
    | WhatIfResult
    | Explanation
    | Timeline
    | HistoryAnswer
    | ChannelResult
    | JournalPage
    | JournalFigures
    | Waiting
    | Stopped
)


# ---------------------------------------------------------------- at the start


class DemoAccount(msgspec.Struct, frozen=True, kw_only=True):
    """An account of the embedded exchange; its key is made anew at each start and opens nothing else."""

    label: str
    venue: str
    api_key: str
    secret: str
    passphrase: str | None
    base_url: str
    ws_base_url: str


class EngineOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How an engine is started; handed over in memory, never as arguments or environment."""

    data_dir: str
    config_dir: str
    demo_accounts: tuple[DemoAccount, ...] = ()
    demo: DemoStatus | None = None
    fresh: bool = False  # forget what this data folder holds: a new demo
    takes_over: bool = False  # end an engine that its window left behind, and go on from its state
    kind: str = "window"  # "window" or "terminal": who asked
    follows_up: bool = True  # positions that the last engine knew: shown at once, and what became of them is told
    window_command: tuple[str, ...] = ()  # how to start the window again when it dies without a word; (): not at all
    channel_secrets: dict[str, dict[str, str]] = {}  # by channel's name, instead of the keyring: beside the demo


# ---------------------------------------------------------------- window -> engine


class Heartbeat(Message, frozen=True, kw_only=True):
    """The window lives; once a second."""

    visible: bool
    whole: bool = False  # changes came that fit nothing: the next Update has to be a whole one


class Acknowledge(Message, frozen=True, kw_only=True):
    """The user has seen this alarm and takes it on."""

    key: str


class Snooze(Message, frozen=True, kw_only=True):
    """Quiet this alarm for a while; the engine bounds the time."""

    key: str
    seconds: int


class Shown(Message, frozen=True, kw_only=True):
    """The window shows these events: the receipt of their delivery."""

    event_ids: tuple[int, ...]
    at_ms: int  # UTC


class MuteAll(Message, frozen=True, kw_only=True):
    """Silence sounds for at most ten minutes; 0 ends it. A new CRITICAL is never muted."""

    seconds: int


class Shelve(Message, frozen=True, kw_only=True):
    """Do not tell WARNING and DANGER of an alarm, or of all about a position, for at most 24 hours; 0 ends it."""

    key: str  # of an alarm, or of a position
    seconds: int


class Focus(Message, frozen=True, kw_only=True):
    """The position whose ladder and chart the window shows."""

    position_key: str
    timeframe: str


class Resync(Message, frozen=True, kw_only=True):
    """Read everything again now, brackets and instruments too."""


class AskStress(Message, frozen=True, kw_only=True):
    """Lay shocks and historic crashes over the newest accounts; takes a tenth of a second, beside the loop."""

    request_id: int


class PlanTrade(Message, frozen=True, kw_only=True):
    """Work out a trade before it is made, in one of the accounts. One of size, margin and risk says how large it is."""

    request_id: int
    account_id: str
    symbol: str
    side: str  # "long" | "short"
    price: float | None  # None: the mark of the position that is held
    leverage: float
    margin_mode: str  # "isolated" | "cross"
    size: float | None = None  # base
    margin: float | None = None
    risk: float | None = None  # share of the account, lost at the stop
    stop_price: float | None = None
    maintenance_rate: float | None = None  # where no tiers are known


class WhatIf(Message, frozen=True, kw_only=True):
    """Say what would be if all this were so, beside what is; nothing changes."""

    request_id: int
    edits: tuple[AnyEdit, ...]
    account_id: str = ""  # shown also where nothing touches it


class AskExplanation(Message, frozen=True, kw_only=True):
    """Say how a position's figures come about, with every number."""

    request_id: int
    position_key: str


class AskTimeline(Message, frozen=True, kw_only=True):
    """Say how a position has fared over the last hours."""

    request_id: int
    position_key: str
    hours: int


class AskHistory(Message, frozen=True, kw_only=True):
    """Tell how the accounts went and which positions ended, over so long a time up to now."""

    request_id: int
    span_ms: int


class TestAlarm(Message, frozen=True, kw_only=True):
    """Send one alarm of this level, marked TEST, through every channel."""

    level: int


class RunSelfTest(Message, frozen=True, kw_only=True):
    """Send a synthetic CRITICAL position, marked TEST, through the whole alarm chain now."""


class SaveAccount(Message, frozen=True, kw_only=True):
    """Add, edit or rotate the key of an account; None keeps what is stored."""

    request_id: int
    config: AccountConfig
    api_key: str | None
    secret: str | None
    passphrase: str | None
    consent: str = ""  # the account's name, typed: the key may trade and is used all the same


class TestAccount(Message, frozen=True, kw_only=True):
    """Read the account once with these keys (None: the stored ones) and say what could be read."""

    request_id: int
    config: AccountConfig
    api_key: str | None
    secret: str | None
    passphrase: str | None


class RemoveAccount(Message, frozen=True, kw_only=True):
    """Forget an account: its settings and its secret."""

    request_id: int
    account_id: str


class ChangeSettings(Message, frozen=True, kw_only=True):
    """Use these settings from now on; alert rules, accounts, channels and watchdogs have messages of their own."""

    poll: PollSettings
    compare: CompareSettings
    display: DisplaySettings


class ChangeAlerts(Message, frozen=True, kw_only=True):
    """Use these alert settings from now on."""

    alerts: AlertSettings


class SaveChannel(Message, frozen=True, kw_only=True):
    """Add or edit a notification channel; `secrets` None keeps what is stored."""

    request_id: int
    config: ChannelConfig
    secrets: dict[str, str] | None


class TestChannel(Message, frozen=True, kw_only=True):
    """Send one message marked TEST through a channel with these secrets (None: the stored ones)."""

    request_id: int
    config: ChannelConfig
    secrets: dict[str, str] | None


class RemoveChannel(Message, frozen=True, kw_only=True):
    """Forget a channel: its settings and its secrets."""

    request_id: int
    name: str


class ArrangeChannels(Message, frozen=True, kw_only=True):
    """The turn in which the channels are told, first to last, and which are on."""

    request_id: int
    names: tuple[str, ...]  # of all channels
    enabled: tuple[str, ...]


class ChangeWatchdog(Message, frozen=True, kw_only=True):
    """Who notices when the program itself has stopped."""

    request_id: int
    daily_self_test: bool
    url: str | None  # to ping; "" forgets it, None keeps what is stored


class AskJournal(Message, frozen=True, kw_only=True):
    """Read lines of the journal, newest first: those of a page that fit, or what was found in a bounded search."""

    request_id: int
    since_ms: int = 0
    before_id: int | None = None  # only older ones; None: from the newest on
    least_level: int = 0
    account_id: str = ""  # "" for all
    kinds: tuple[str, ...] = ()  # () for all
    limit: int = 200


class AskFigures(Message, frozen=True, kw_only=True):
    """Measure the alarms of the journal since a time."""

    request_id: int
    since_ms: int


class PreviewAlerts(Message, frozen=True, kw_only=True):
    """Say what these alert settings would say now and would have said; nothing changes."""

    request_id: int
    alerts: AlertSettings


class Quit(Message, frozen=True, kw_only=True):
    """Stop guarding."""

    reason: str
    by_user: bool = False  # with positions open, the remote channels are told so


ToEngine = (
    Heartbeat
    | Acknowledge
    | Snooze
    | Shown
    | MuteAll
    | Shelve
    | Focus
    | Resync
    | AskStress
    | PlanTrade
    | WhatIf
    | AskExplanation
    | AskTimeline
    | AskHistory
    | TestAlarm
    | RunSelfTest
    | SaveAccount
    | TestAccount
    | RemoveAccount
    | SaveChannel
    | TestChannel
    | RemoveChannel
    | ArrangeChannels
    | ChangeWatchdog
    | AskJournal
    | AskFigures
    | ChangeAlerts
    | ChangeSettings
    | PreviewAlerts
    | Quit
)

encode = msgspec.msgpack.Encoder().encode
decode_to_window = msgspec.msgpack.Decoder(ToWindow).decode
decode_to_engine = msgspec.msgpack.Decoder(ToEngine).decode
