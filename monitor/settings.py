"""Every setting, declared once: its type, default, bounds. No secret is ever in here; settings_file.py stores it."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from monitor.errors import SettingsError
from monitor.language import mark, tr
from monitor.model import KeyFacts

Fraction = Annotated[float, Meta(gt=0, lt=1)]
Positive = Annotated[float, Meta(gt=0)]


def _said(title: str, description: str = "") -> Meta:
    """What the settings window calls a setting, and how it explains it."""
    return Meta(title=title, description=description)


class AccountConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An account to watch; its secret lies in the OS keyring under its id."""

    id: Annotated[str, Meta(min_length=1, max_length=40)]  # the user's label, unique
    venue: str  # ccxt id
    testnet: bool = False
    host: str = ""  # regional host, "" for the venue's default
    proxy: str = ""  # http(s):// or socks5:// URL, "" for none
    enabled: bool = True
    base_url: str = ""  # loopback only: the embedded exchange
    ws_base_url: str = ""
    created_ms: int = 0
    key: KeyFacts | None = None  # what the venue last said of the key
    trade_agreed_ms: int = 0  # when the user agreed, in typed words, to a key that can trade; 0: never


class Thresholds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The three trip values of one measure and the deadband by which a level is left again."""

    warning: Fraction
    danger: Fraction
    critical: Fraction


class Multiples(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Liquidation distance over the standard deviation of the price in 15 minutes."""

    warning: Positive = 6.0
    danger: Positive = 3.5
    critical: Positive = 2.0


class DataAges(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From which age on data with an open position is DANGER and CRITICAL; WARNING is three polls, 15 s at least."""

    danger_s: Annotated[float, Meta(gt=0, le=300)] = 60.0
    critical_s: Annotated[float, Meta(gt=0, le=300)] = 120.0


class Override(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Other limits for an account, a symbol or a position: what is left empty fits all, the narrowest one counts.

    For a whole pool only those without symbol and side count; funding is a position's.
    """

    account_id: str = ""
    symbol: str = ""  # unified
    side: Literal["", "long", "short"] = ""
    liquidation_distance: Thresholds | None = None  # None: as for all others
    margin_ratio: Thresholds | None = None
    funding_8h: Fraction | None = None  # paid in 8 hours, share of the notional


class PriceAlert(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Tell when a symbol's price is above, below or on the other side of a value."""

    id: Annotated[str, Meta(min_length=1, max_length=40)]  # unique
    symbol: Annotated[str, Meta(min_length=1, max_length=60)]  # unified
    account_id: Annotated[str, Meta(min_length=1, max_length=40)]  # whose venue's price
    when: Literal["above", "below", "crosses"]
    price: Positive
    again: bool = False  # speak each time the price comes back; else once
    note: Annotated[str, Meta(max_length=200)] = ""
    armed_side: Literal["", "above", "below"] = ""  # where the price stood when it was armed; kept by the engine
    fired_ms: int | None = None  # has spoken, and will not again; kept by the engine


class Shelf(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """WARNING and DANGER of one alarm, or of all about one position, are not told for a while. CRITICAL is."""

    key: str  # of an alarm or of a position
    since_ms: int
    until_ms: int


class BeyondAlerts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Figures beyond the liquidation price that are told, as WARNING, and from where on; None: not told.

    What is true of most leveraged trades is off at first: an alarm that always stands says nothing.
    """

    max_loss: Fraction | None = None  # what a pool can lose, of the equity of its account
    gap_debt: Fraction | None = None  # jump through liquidation beyond which the user may owe
    exposed_money: Positive | None = None  # not needed as margin [USD]
    funding_drift: Annotated[float, Meta(gt=0, le=365)] | None = 2.0  # days until funding reaches the WARNING distance
    touch_chance: Fraction | None = None  # of liquidation within 24 hours
    exit_cost: Fraction | None = 0.20  # of closing at once, of the margin: at 100x the fee alone takes 5 %
    exit_unfilled: Fraction | None = None  # of the size, in a tenth of today's order book
    leverage: Positive | None = None  # effective
    stop_loss: Fraction | None = None  # at the stops, of the margin
    margin_share: Fraction | None = None  # behind one trade, of the account


class AlertSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When to warn. CRITICAL can be moved but never switched off (floors: distance >= 1 %, ratio <= 95 %)."""

    liquidation_distance: Thresholds = Thresholds(warning=0.15, danger=0.08, critical=0.04)
    margin_ratio: Thresholds = Thresholds(warning=0.50, danger=0.70, critical=0.85)
    rescue_distance: Fraction = 0.10  # "add … or cut … to reach" this distance
    sounds: bool = True
    desktop_notifications: bool = True
    combine: bool = True  # a distance speaks only as loud as volatility or the way already gone confirm
    volatility_distance: Multiples = Multiples()
    way_gone: Thresholds = Thresholds(warning=0.50, danger=0.70, critical=0.85)  # from entry to liquidation
    data_ages: DataAges = DataAges()
    funding_8h: Fraction = 0.001  # paid in 8 hours, share of the notional
    funding_jump_day: Fraction = 0.002  # paid in a day, where that is also so many times what was usual:
    funding_jump_times: Annotated[float, Meta(ge=1.5, le=100)] = 3.0
    beyond: BeyondAlerts = BeyondAlerts()
    quiet_kinds: tuple[str, ...] = ()  # of OPTIONAL_KINDS: not wanted
    overrides: tuple[Override, ...] = ()
    price_alerts: tuple[PriceAlert, ...] = ()
    shelved: tuple[Shelf, ...] = ()


LADDERS = {  # warning, danger, critical distance by how long a trade is meant to last
    mark("Swing"): Thresholds(warning=0.15, danger=0.08, critical=0.04),
    mark("Day"): Thresholds(warning=0.08, danger=0.04, critical=0.02),
    mark("Scalp"): Thresholds(warning=0.04, danger=0.02, critical=0.01),
}
SUGGESTED_BEYOND = BeyondAlerts(  # what a figure begins with when it is switched on
    max_loss=0.5,
    gap_debt=0.05,
    exposed_money=1_000.0,
    touch_chance=0.25,
    exit_unfilled=0.25,
    leverage=5.0,
    stop_loss=0.20,
    margin_share=0.20,
)
BEYOND_KINDS = BeyondAlerts.__struct_fields__
OPTIONAL_KINDS = ("no_stop", "stop_beyond", "funding", "funding_jump", "adl")
SHELF_LIMIT_MS = 24 * 3_600_000
MOST_PRICE_ALERTS = 200


class PollSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often an account is read; more rarely where that would use up what its venue allows."""

    at_risk_s: Annotated[
        float,
        Meta(
            ge=0.2,
            le=60,
            title=tr("At risk"),
            description=tr("While a figure of the account is, or nearly is, in alarm"),
        ),
    ] = 1.0
    visible_s: Annotated[
        float,
        Meta(
            ge=0.5,
            le=60,
            title=tr("Looked at"),
            description=tr("While the window is seen and no stream brings the marks"),
        ),
    ] = 2.0
    calm_s: Annotated[float, Meta(ge=1, le=60, title=tr("Calm"), description=tr("All other times"))] = 5.0
    near: Annotated[
        float,
        Meta(
            ge=1,
            le=10,
            title=tr("Near an alarm"),
            description=tr("So many times the WARNING distance counts as near it"),
        ),
    ] = 1.5


class CompareSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lines that figures are compared with; none of them raises an alarm."""

    stop_loss_share: Annotated[Fraction, _said(tr("Loss at the stops"), tr("Of the margin of a position"))] = 0.20
    margin_share_low: Annotated[Fraction, _said(tr("Margin behind one trade, from"), tr("Of the account"))] = 0.10
    margin_share_high: Annotated[Fraction, _said(tr("Margin behind one trade, to"), tr("Of the account"))] = 0.20
    leverage_low: Annotated[Positive, _said(tr("Effective leverage, from"))] = 3.0
    leverage_high: Annotated[Positive, _said(tr("Effective leverage, to"))] = 5.0
    rescue_ratio: Annotated[Fraction, _said(tr("Margin ratio to reach"), tr("What “add … or cut …” aims at"))] = 0.50
    kept_distance: Annotated[Fraction, _said(tr("Distance to keep"), tr("That must stay when money is taken away"))] = (
        0.15
    )


ChannelKind = Literal["webhook", "ntfy", "telegram", "email", "pushover", "apprise"]


class ChannelConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way to reach the user away from the screen; its tokens and addresses lie in the OS keyring under its name."""

    name: Annotated[str, Meta(min_length=1, max_length=40)]  # the user's label, unique
    kind: ChannelKind
    enabled: bool = True
    after_s: Annotated[float, Meta(ge=0, le=3_600)] | None = None  # wait of an unacknowledged CRITICAL; None: its turn
    least_level: Annotated[int, Meta(ge=2, le=3)] = 2  # 2 DANGER, 3 CRITICAL
    server: str = ""  # ntfy, telegram, pushover: "" for the public one; e-mail: host of the mail server
    port: Annotated[int, Meta(ge=0, le=65_535)] = 0  # of the mail server, 0 for the usual one
    security: Literal["starttls", "tls", "none"] = "starttls"  # of the mail server
    user: str = ""  # of the mail server, "" where it asks for none
    sender: str = ""  # e-mail address
    to: str = ""  # e-mail address; Telegram: the chat's number
    proxy: str = ""  # http:// URL; "" takes what the system says


TURNS_S = (0.0, 60.0, 180.0)  # how long CRITICAL waits for the first, the second and every further channel
DANGER_LATER_S = 60.0


def waits_s(channels: tuple[ChannelConfig, ...]) -> dict[str, float]:
    """Return how long an unacknowledged CRITICAL alarm waits before it goes to each channel that is on."""
    enabled = [channel for channel in channels if channel.enabled]
    return {
        channel.name: TURNS_S[min(place, len(TURNS_S) - 1)] if channel.after_s is None else channel.after_s
        for place, channel in enumerate(enabled)
    }


class WatchdogSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who notices when the program itself has stopped."""

    dead_man: bool = False  # ping an outside service while all is well; its address lies in the keyring
    daily_self_test: bool = True  # only where there is a remote channel


Currency = Literal["USD", "EUR", "GBP", "CHF", "JPY", "BTC", "ETH"]
Language = Literal["system", "en", "de"]  # besides English those of resources/translations


class DisplaySettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the engine reckons for the window alone, and in which language both speak."""

    currency: Annotated[
        Currency,
        _said(
            tr("Currency of the total equity"), tr("Where its price is known; else US dollars, and the tip says why")
        ),
    ] = "USD"
    language: Annotated[
        Language,
        _said(tr("Language"), tr("From the next start on. The guide, the terminal and files stay English")),
    ] = "system"


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of it."""

    version: Annotated[int, Meta(ge=1, le=1)] = 1
    accounts: tuple[AccountConfig, ...] = ()
    alerts: AlertSettings = AlertSettings()
    poll: PollSettings = PollSettings()
    compare: CompareSettings = CompareSettings()
    display: DisplaySettings = DisplaySettings()
    channels: tuple[ChannelConfig, ...] = ()  # in the order of their turn
    watchdog: WatchdogSettings = WatchdogSettings()


def check(settings: Settings) -> None:
    """Raise SettingsError where values contradict each other or cross a floor."""
    _check_alerts(settings.alerts)
    compare = settings.compare
    if compare.margin_share_low > compare.margin_share_high or compare.leverage_low > compare.leverage_high:
        raise SettingsError(tr("compare: the low end of a line must not lie above its high end"))
    for account in settings.accounts:
        if account.id != account.id.strip() or not account.id or len(account.id) > 40:
            raise SettingsError(
                tr("account label {label!r}: 1 to 40 characters, no space at either end", label=account.id[:50])
            )
        if "|" in account.id or not account.id.isprintable():
            raise SettingsError(tr("account label {label!r}: no line breaks and no |", label=account.id))
    _check_channels(settings.channels)
    labels = [account.id for account in settings.accounts]
    if twice := {label for label in labels if labels.count(label) > 1}:
        raise SettingsError(tr("account label {label!r} is used twice", label=min(twice)))


def _check_channels(channels: tuple[ChannelConfig, ...]) -> None:
    names = [channel.name for channel in channels]
    for channel in channels:
        name = channel.name
        if name != name.strip() or "|" in name or not name.isprintable() or name in ("desktop", "window"):
            raise SettingsError(
                tr("channel name {name!r}: no line breaks, no |, no space at either end, not a local one", name=name)
            )
        if names.count(name) > 1:
            raise SettingsError(tr("channel name {name!r} is used twice", name=name))


def _check_alerts(alerts: AlertSettings) -> None:
    _check_limits("", alerts.liquidation_distance, alerts.margin_ratio)
    for override in alerts.overrides:
        what = " ".join(word for word in (override.account_id, override.symbol, override.side) if word)
        if not what:
            raise SettingsError(
                tr("an override needs an account, a symbol or a side; for all use the limits themselves")
            )
        _check_limits(f"{what}: ", override.liquidation_distance, override.margin_ratio)
    multiples, way, ages = alerts.volatility_distance, alerts.way_gone, alerts.data_ages
    if not multiples.warning > multiples.danger > multiples.critical >= 1.0:
        raise SettingsError(tr("volatility_distance: warning > danger > critical >= 1 is needed"))
    if not way.warning < way.danger < way.critical <= 0.95:
        raise SettingsError(tr("way_gone: warning < danger < critical <= 95 % is needed"))
    if ages.danger_s > ages.critical_s:
        raise SettingsError(tr("data_ages: danger_s <= critical_s is needed"))
    if unknown := set(alerts.quiet_kinds) - set(OPTIONAL_KINDS):
        raise SettingsError(tr("quiet_kinds: {unknown!r} cannot be switched off", unknown=min(unknown)))
    names = [alert.id for alert in alerts.price_alerts]
    if twice := {name for name in names if names.count(name) > 1 or "|" in name}:
        raise SettingsError(tr("price alert {name!r}: each needs a name of its own, without |", name=min(twice)))
    if len(names) > MOST_PRICE_ALERTS:
        raise SettingsError(
            tr(
                "there are {count} price alerts; {most} are the most",
                count=len(names),
                most=MOST_PRICE_ALERTS,
            )
        )
    for shelf in alerts.shelved:
        if not 0 <= shelf.until_ms - shelf.since_ms <= SHELF_LIMIT_MS:
            raise SettingsError(tr("shelved {key!r}: 24 hours are the most", key=shelf.key))


def _check_limits(what: str, distance: Thresholds | None, ratio: Thresholds | None) -> None:
    """The floors that nobody can cross: CRITICAL is never off."""
    if distance is not None and not distance.warning > distance.danger > distance.critical >= 0.01:
        raise SettingsError(
            tr(
                "{what}liquidation_distance: warning > danger > critical >= 1 % is needed, got {warning:g}, "
                "{danger:g}, {critical:g}",
                what=what,
                warning=distance.warning,
                danger=distance.danger,
                critical=distance.critical,
            )
        )
    if ratio is not None and not ratio.warning < ratio.danger < ratio.critical <= 0.95:
        raise SettingsError(
            tr(
                "{what}margin_ratio: warning < danger < critical <= 95 % is needed, got {warning:g}, "
                "{danger:g}, {critical:g}",
                what=what,
                warning=ratio.warning,
                danger=ratio.danger,
                critical=ratio.critical,
            )
        )
