"""The only rounding: figures as text. Rounded against the user's optimism: room down, use and needs up, profit down.

Fractions become percent here and nowhere else. None is "—" (its reason belongs into the tooltip), never 0.
Minus is U+2212; the space before % and units is narrow and does not break.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime, tzinfo

from monitor.language import tr
from monitor.messages import EQUITY_GONE

UNKNOWN = "—"
HIDDEN = "•••••"
NARROW = "\u202f"
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_EPSILON = 1e-9  # relative: a figure on the line stays on it, whatever the last bit of its double says
_MOST_EPSILON = 1e-3  # of the last digit shown: a billion stays a billion
_DOLLARS = frozenset({"USDT", "USDC", "USD", "FDUSD", "BUSD", "DAI", "USDE", "TUSD"})


def price(value: float | None, tick_size: float | None) -> str:
    """A price with its tick's decimals; "0.0₄1092" for 0.00001092."""
    if value is None:
        return UNKNOWN
    return _leading_zeros(_grouped(value, tick_decimals(value, tick_size)))


def liquidation_price(value: float | None, tick_size: float | None, side: str) -> str:
    """A liquidation price, rounded towards the mark: up for a long, down for a short."""
    if value is None:
        return UNKNOWN
    decimals = tick_decimals(value, tick_size)
    rounded = _up(value, decimals) if side == "long" else _down(value, decimals)
    return _leading_zeros(_grouped(rounded, decimals))


def tick_decimals(value: float, tick_size: float | None) -> int:
    """Return how many decimals a price shows; without a tick, five significant digits."""
    if tick_size and tick_size > 0:
        decimals = max(0, -math.floor(math.log10(tick_size) + _EPSILON))
        while decimals < 12 and abs(round(tick_size, decimals) - tick_size) > tick_size * 1e-6:
            decimals += 1  # a tick of 0.25 has two
        return decimals
    return max(0, 4 - math.floor(math.log10(abs(value)))) if value else 2


def money(value: float | None, settle: str = "USDT", *, signed: bool = False) -> str:
    """Money at hand or won, rounded down: whole from 1,000 on, cents below; coins with more decimals."""
    if value is None:
        return UNKNOWN
    decimals = _money_decimals(value, settle)
    return _grouped(_down(value, decimals), decimals, signed=signed)


def money_in(value: float | None, settle: str, *, signed: bool = False) -> str:
    """Money as `money`, with its currency where that is not a dollar: "+0.0259 BTC"."""
    text = money(value, settle, signed=signed)
    return text if value is None or settle in _DOLLARS else f"{text}{NARROW}{settle}"


def money_needed(value: float | None, settle: str = "USDT", *, signed: bool = False) -> str:
    """Money to pay in or to lose, rounded up."""
    if value is None:
        return UNKNOWN
    decimals = _money_decimals(value, settle)
    return _grouped(_up(value, decimals), decimals, signed=signed)


def money_short(value: float | None) -> str:
    """A signed change of money in few characters, rounded down: "−12.4k", "+1.20M", "−85"."""
    if value is None:
        return UNKNOWN
    for unit, letter, decimals in ((1e9, "B", 2), (1e6, "M", 2), (1e3, "k", 1)):
        if abs(value) >= unit * (1 if unit > 1e3 else 10):
            decimals = 0 if abs(value) >= 100 * unit else decimals
            return f"{_grouped(_down(value / unit, decimals), decimals, signed=True)}{letter}"
    return _grouped(_down(value, 0), 0, signed=True)


def size(value: float | None) -> str:
    """A size in base units: "4,200", "1.84B", "0.118"."""
    if value is None:
        return UNKNOWN
    for unit, letter in ((1e9, "B"), (1e6, "M")):
        if abs(value) >= unit:
            return f"{_grouped(value / unit, 2)}{letter}"
    if abs(value) >= 1000:
        return _grouped(value, 0)
    decimals = 3 if abs(value) >= 1 else 6
    text = _grouped(value, decimals)
    return text.rstrip("0").rstrip(".") if "." in text else text


def size_needed(value: float | None, lot_size: float | None) -> str:
    """A size to cut, rounded up to the lot."""
    if value is None:
        return UNKNOWN
    if not lot_size or lot_size <= 0:
        return size(value)
    decimals = tick_decimals(lot_size, lot_size)
    return _grouped(math.ceil(value / lot_size - _EPSILON) * lot_size, decimals)


def size_short(value: float | None, lot_size: float | None) -> str:
    """A size to cut in few digits, rounded up: "6.90M" from a million on, "1,313" from a thousand on."""
    if value is None:
        return UNKNOWN
    for unit, letter in ((1e9, "B"), (1e6, "M")):
        if value >= unit:
            return f"{_grouped(_up(value / unit, 2), 2)}{letter}"
    if value >= 1000 and (lot_size or 0) <= 1:
        return _grouped(_up(value, 0), 0)
    return size_needed(value, lot_size)


def room(fraction: float | None) -> str:
    """A distance as percent, rounded down: one decimal below 20 %, none above."""
    if fraction is None:
        return UNKNOWN
    decimals = 0 if fraction >= 0.2 - _EPSILON else 1
    return f"{_grouped(_down(fraction * 100, decimals), decimals)}{NARROW}%"


def used(fraction: float | None) -> str:
    """A margin ratio as whole percent, rounded up: 100 % is liquidation; no figure where no equity is left."""
    if fraction is not None and fraction >= EQUITY_GONE:
        return f">{NARROW}100{NARROW}%"
    return UNKNOWN if fraction is None else f"{_grouped(_up(fraction * 100, 0), 0)}{NARROW}%"


def share(fraction: float | None) -> str:
    """A share that protects (cover of a stop) as whole percent, rounded down."""
    return UNKNOWN if fraction is None else f"{_grouped(_down(fraction * 100, 0), 0)}{NARROW}%"


def change(fraction: float | None, decimals: int = 1) -> str:
    """A signed change as percent, rounded down (a loss grows, a gain shrinks)."""
    if fraction is None:
        return UNKNOWN
    return f"{_grouped(_down(fraction * 100, decimals), decimals, signed=True)}{NARROW}%"


def move(fraction: float) -> str:
    """A supposed change of price with one decimal, never further than it is: "+3.1 %", "−10.0 %"."""
    size = _grouped(_down(abs(fraction) * 100, 1), 1)
    return f"{'+' if fraction > 0 else '−'}{size}{NARROW}%"


def difference(fraction: float) -> str:
    """A small difference as percent with three significant digits: "0.23 %"."""
    return f"{fraction * 100:.3g}{NARROW}%"


def chance(low: float | None, high: float | None) -> str:
    """A chance, always a range and never one figure: "0.3 to 1.2 %"; its ends rounded outwards."""
    if low is None or high is None:
        return UNKNOWN
    decimals = 2 if high < 0.01 else 1 if high < 0.1 else 0
    ends = [_grouped(_down(low * 100, decimals), decimals), _grouped(min(100.0, _up(high * 100, decimals)), decimals)]
    first = ends[0].rstrip("0").rstrip(".") if "." in ends[0] else ends[0]
    return f"{first or '0'}–{ends[1]}{NARROW}%"


def slipped(fraction: float | None) -> str:
    """A slippage or a share that is lost as percent, rounded up: "0.08 %", "12.4 %"."""
    if fraction is None:
        return UNKNOWN
    decimals = 2 if abs(fraction) < 0.1 else 1
    return f"{_grouped(_up(fraction * 100, decimals), decimals)}{NARROW}%"


def days(value: float | None) -> str:
    """Days until something bad, rounded down: "now", "7 h", "3.4 days", "120 days"; None is "never"."""
    if value is None:
        return tr("never")
    if value <= 0:
        return tr("now")
    if value < 2:
        return f"{_grouped(_down(value * 24, 0), 0)}{NARROW}h"
    decimals = 1 if value < 10 else 0
    return tr("{days}\u202fdays", days=_grouped(_down(value, decimals), decimals))


def raw(value: float) -> str:
    """A venue's own figure as it came, six digits."""
    return f"{value:.6g}"


def leverage(value: float | None) -> str:
    """A leverage: "20×", "2.5×"; "" when unknown, for it stands in a tag. Rounded up."""
    if value is None:
        return ""
    return f"{_grouped(_up(value, 0 if value >= 100 else 1), 1).removesuffix('.0')}×"


def age(milliseconds: float | None) -> str:
    """How old something is: "0.4 s", "14 s", "2 min 05 s", "3 h 12 min"; rounded up below a minute and a half."""
    if milliseconds is None:
        return UNKNOWN
    seconds = max(0.0, milliseconds / 1000)
    if seconds < 9.95:
        return f"{_up(seconds, 1):.1f}{NARROW}s"
    if seconds < 90:
        return f"{_up(seconds, 0):.0f}{NARROW}s"
    return duration(milliseconds)


def duration(milliseconds: float | None) -> str:
    """A span that is not urgent to the second: "42 s", "11 min 05 s", "2 h 11 min", "3 d 4 h"; rounded down."""
    if milliseconds is None:
        return UNKNOWN
    seconds = max(0, int(milliseconds // 1000))
    if seconds < 60:
        return f"{seconds}{NARROW}s"
    if seconds < 3600:
        return f"{seconds // 60}{NARROW}min {seconds % 60:02d}{NARROW}s"
    if seconds < 86_400:
        return f"{seconds // 3600}{NARROW}h {seconds % 3600 // 60:02d}{NARROW}min"
    return f"{seconds // 86_400}{NARROW}d {seconds % 86_400 // 3600}{NARROW}h"


def countdown(milliseconds: float | None) -> str:
    """Time left as a clock: "2:11:05", "11:05", "0:42"; "now" when it is over."""
    if milliseconds is None:
        return UNKNOWN
    seconds = math.ceil(milliseconds / 1000)
    if seconds <= 0:
        return tr("now")
    hours, minutes, rest = seconds // 3600, seconds % 3600 // 60, seconds % 60
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def clock(at_ms: int, zone: tzinfo | None = None) -> str:
    """The time of day in the user's zone: "12:52:07"."""
    return _local(at_ms, zone).strftime("%H:%M:%S")


def hour_and_minute(at_ms: int, zone: tzinfo | None = None) -> str:
    """The time of day without seconds: "12:52"."""
    return _local(at_ms, zone).strftime("%H:%M")


def day(at_ms: int, zone: tzinfo | None = None) -> str:
    """The day in the user's zone: "22 Nov"."""
    local = _local(at_ms, zone)
    return f"{local.day} {month_name(local.month)}"


def month_name(month: int) -> str:
    """The short name of a month, 1 to 12: "Nov"."""
    return tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()[month - 1]


def zone_name(at_ms: int, zone: tzinfo | None = None) -> str:
    """The user's zone at that instant: "UTC", "UTC+5:30"."""
    offset = _local(at_ms, zone).utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset is not None else 0
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02d}" if rest else "")


def utc(at_ms: int) -> str:
    """An instant in full, UTC: "2026-11-22 12:52:07 UTC"."""
    return f"{datetime.fromtimestamp(at_ms / 1000, UTC):%Y-%m-%d %H:%M:%S} UTC"


def base_and_quote(symbol: str) -> str:
    """What a symbol is called on screen: "SOL/USDT" for SOL/USDT:USDT."""
    return symbol.split(":", 1)[0]


def base(symbol: str) -> str:
    """The coin of a symbol."""
    return symbol.split("/", 1)[0]


def _local(at_ms: int, zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(zone)


def _money_decimals(value: float, settle: str) -> int:
    if settle not in _DOLLARS:
        return 2 if abs(value) >= 1000 else 4 if abs(value) >= 0.01 else 6
    return 0 if abs(value) >= 1000 else 2


def _down(value: float, decimals: int) -> float:
    scaled = value * 10.0**decimals
    return math.floor(scaled + min(_MOST_EPSILON, max(_EPSILON, abs(scaled) * _EPSILON))) / 10.0**decimals


def _up(value: float, decimals: int) -> float:
    return -_down(-value, decimals)


def _grouped(value: float, decimals: int, *, signed: bool = False) -> str:
    text = f"{value:+,.{decimals}f}" if signed else f"{value:,.{decimals}f}"
    if not any(digit in "123456789" for digit in text):
        text = text.lstrip("+-")  # no "−0"
    return text.replace("-", "−")


def _leading_zeros(text: str) -> str:
    """Shorten four or more zeros after the point to a subscript count."""
    sign = "−" if text.startswith("−") else ""
    digits = text.removeprefix("−")
    if not digits.startswith("0.0000"):
        return text
    rest = digits[2:].lstrip("0")
    zeros = len(digits) - 2 - len(rest)
    return f"{sign}0.0{str(zeros).translate(_SUBSCRIPTS)}{rest}" if rest else text
