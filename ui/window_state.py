"""What the window remembers of itself between two starts: places, theme, focus. JSON in the user's state folder.

Nothing in here matters for guarding: a damaged file is set aside and the defaults are used.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta

from monitor.language import tr
from ui.table_look import TableColumns, TableLook

FILE_NAME = "window.json"

ThemeChoice = Literal["system", "dark", "light", "contrast"]
ProfitColors = Literal["standard", "classic", "inverted", "colour-blind"]
Scale = Literal["100 %", "125 %", "150 %", "175 %", "200 %"]
Closing = Literal["ask", "keep guarding", "stop guarding"]
Opacity = Literal["100 %", "90 %", "80 %", "70 %", "60 %", "50 %", "40 %"]
OPACITIES: tuple[Opacity, ...] = get_args(Opacity)
StripForm = Literal["three positions", "one line"]
STRIP_FORMS: tuple[StripForm, ...] = get_args(StripForm)
Corner = Literal["bottom right", "top right", "bottom left", "top left"]
CORNERS: tuple[Corner, ...] = get_args(Corner)
Share = Annotated[float, Meta(gt=0, lt=1)]
MOST_PLACES = 8  # arrangements of screens whose places are kept


class Appearance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the window looks and what closing it does."""

    theme: Annotated[
        ThemeChoice, Meta(title=tr("Theme"), description=tr("Contrast: black and white, the strongest lines"))
    ] = "system"
    profit_colors: Annotated[
        ProfitColors,
        Meta(
            title=tr("Profit and loss"),
            description=tr(
                "Classic: green and red; inverted: red and green; colour-blind: blue and brown, another red"
            ),
        ),
    ] = "standard"
    scale: Annotated[Scale, Meta(title=tr("Size of everything"), description=tr("From the next start on"))] = "100 %"
    still: Annotated[
        bool,
        Meta(
            title=tr("Reduced motion"),
            description=tr("Nothing fades or moves by itself; nor if your desktop asks for it"),
        ),
    ] = False
    closing: Annotated[
        Closing,
        Meta(
            title=tr("Closing the window"),
            description=tr("While positions are open; without any, the program ends"),
        ),
    ] = "ask"
    popup_corner: Annotated[
        Corner,
        Meta(
            title=tr("Alarm cards"),
            description=tr("Their corner of the screen; they leave status strip and nearest liquidation in sight"),
        ),
    ] = CORNERS[0]
    strip_form: Annotated[StripForm, Meta(title=tr("Mini strip"), description=tr("How much it shows"))] = STRIP_FORMS[0]
    strip_opacity: Annotated[
        Opacity,
        Meta(
            title=tr("Mini strip: opacity"),
            description=tr("Or turn the wheel over it. While something is critical it is opaque"),
        ),
    ] = "100 %"
    strip_through: Annotated[
        bool,
        Meta(
            title=tr("Mini strip: let the mouse through"),
            description=tr("Clicks reach the window below it. Shift+F9 changes it too"),
        ),
    ] = False


class StripLook(msgspec.Struct, frozen=True, kw_only=True):
    """How the mini strip shows itself."""

    form: StripForm = STRIP_FORMS[0]
    opacity: Opacity = "100 %"
    through: bool = False  # the mouse reaches what lies below it

    @property
    def share(self) -> float:
        """The opacity as a fraction."""
        return int(self.opacity.split()[0]) / 100


class Division(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the user has put the borders between the panes; None where the window divides itself."""

    detail: Share | None = None  # of the width, for the detail
    feed: Share | None = None  # of the height beside it, for the alerts


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where windows stand while the screens are arranged in one way."""

    screens: str  # see `ui.places.arrangement`
    geometry: str = ""  # of the main window: QWidget.saveGeometry() in base64; "": not known
    mini: tuple[int, int] | None = None  # top left corner of the mini strip [px]
    windows: dict[str, str] = {}  # the same of every other window, by its name


class WindowState(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that is remembered."""

    places: tuple[Place, ...] = ()  # by arrangement of the screens, the last one used at the end
    division: Division = Division()
    locked: bool = False  # borders, columns and the mini strip stay where they are
    on_top: bool = False  # above the windows of other programs
    theme: ThemeChoice = "system"
    profit_colors: ProfitColors = "standard"
    scale: Scale = "100 %"
    still: bool = False  # reduced motion
    focus: str = ""  # key of the position last looked at
    timeframe: str = "15m"
    tab: str = "Chart"  # of the detail; never the what-if
    mini_strip: bool = False  # shown
    popup_corner: Corner = CORNERS[0]
    strip_form: StripForm = STRIP_FORMS[0]
    strip_opacity: Opacity = "100 %"
    strip_through: bool = False
    amounts_hidden: bool = False
    table: TableLook = TableLook()  # of the positions
    looks: tuple[TableLook, ...] = ()  # kept by name
    columns: dict[str, TableColumns] = {}  # of the tables in other windows
    closing: Closing = "ask"  # what closing the window means while positions are open
    autostart_offered: bool = False  # to start at login: said once

    @property
    def appearance(self) -> Appearance:
        """What the form of settings shows of it."""
        return Appearance(
            theme=self.theme,
            profit_colors=self.profit_colors,
            scale=self.scale,
            still=self.still,
            closing=self.closing,
            popup_corner=self.popup_corner,
            strip_form=self.strip_form,
            strip_opacity=self.strip_opacity,
            strip_through=self.strip_through,
        )

    @property
    def strip_look(self) -> StripLook:
        """How the mini strip shows itself."""
        return StripLook(form=self.strip_form, opacity=self.strip_opacity, through=self.strip_through)


def load(folder: Path) -> tuple[WindowState, str]:
    """Return the state and a note for the user, "" when all is well."""
    path = folder / FILE_NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=WindowState), ""
    except FileNotFoundError:
        return WindowState(), ""
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        kept = _set_aside(path)
        if kept:
            return WindowState(), tr("The window's memory of its place was damaged; it was kept as {kept}.", kept=kept)
        return WindowState(), tr("The window's memory of its place was damaged.")


def save(folder: Path, state: WindowState) -> None:
    """Write the state whole or not at all; a full disk is no reason to stop."""
    path = folder / FILE_NAME
    new = path.with_name(path.name + ".new")
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        new.write_bytes(msgspec.json.format(msgspec.json.encode(state), indent=2))
        os.replace(new, path)


def _set_aside(path: Path) -> str:
    """Rename the damaged file to the first free `<name>.damaged-N` and return that name, "" when it cannot be."""
    for number in range(1, 100):
        kept = path.with_name(f"{path.name}.damaged-{number}")
        if not kept.exists():
            with contextlib.suppress(OSError):
                path.rename(kept)
                return kept.name
            return ""
    return ""
