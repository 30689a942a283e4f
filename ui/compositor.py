"""Whether windows may have see-through corners. Without a compositor they would be black; square ones are used then."""

from __future__ import annotations

import ctypes
import ctypes.util
import logging

from PySide6.QtGui import QGuiApplication

log = logging.getLogger(__name__)


def has_compositor() -> bool:
    """Return whether transparent windows are shown as such; in doubt False."""
    platform = QGuiApplication.platformName()
    if platform != "xcb":
        return platform in ("wayland", "windows", "cocoa", "offscreen")
    try:
        return _x11_has_compositor()
    except (OSError, AttributeError) as error:
        log.info("the compositor could not be asked for: %s", error)
        return False


def _x11_has_compositor() -> bool:
    """Whether somebody owns the selection that a compositing manager must own (EWMH, _NET_WM_CM_Sn)."""
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XDefaultScreen.argtypes = [ctypes.c_void_p]
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(None)
    if not display:
        return False
    try:
        name = f"_NET_WM_CM_S{x11.XDefaultScreen(display)}".encode()
        return bool(x11.XGetSelectionOwner(display, x11.XInternAtom(display, name, 0)))
    finally:
        x11.XCloseDisplay(display)
