"""Load one ccxt.pro venue class without the hundred others: 0.31 s and 58 MB instead of 0.6 s and 114 MB.

`ccxt`, `ccxt.async_support` and `ccxt.pro` import every venue eagerly. Three stand-in packages take their place,
whose paths are the real folders and whose attributes are imported when they are asked for. No file of ccxt is
changed; where its layout differs from what is expected here, the ordinary import is used.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import logging
import os
import sys
import types
from typing import Any

log = logging.getLogger(__name__)

LEAKING_VARIABLES = (
    "SSLKEYLOGFILE",  # would write the TLS keys of every connection to a file
    "PYTHONHTTPSVERIFY",
    "PYTHONASYNCIODEBUG",  # prints arguments of slow calls
    "AIOHTTP_NO_EXTENSIONS",
)
COLLECT_AFTER = (20_000, 10, 10)  # an answer of 500 positions is some 3,000 objects that die at once, without a circle
_PACKAGES = ("ccxt", "ccxt.async_support", "ccxt.pro")


def scrub_environment() -> None:
    """Remove the variables by which others could read our traffic; called before anything of TLS is made."""
    for name in LEAKING_VARIABLES:
        os.environ.pop(name, None)


def load(venue_id: str) -> type[Any]:
    """Return the ccxt.pro class of a venue, or the one without streams where it has no other.

    Raises:
        ImportError: this ccxt has no such venue.
    """
    scrub_environment()
    collecting = gc.isenabled()
    gc.disable()  # a quarter of the import is collecting what is being built
    try:
        return _load(venue_id)
    finally:
        gc.freeze()  # classes live for ever: keep them out of every later collection
        gc.set_threshold(*COLLECT_AFTER)
        if collecting:
            gc.enable()


def _load(venue_id: str) -> type[Any]:
    _quieten()
    ours = "ccxt" not in sys.modules
    if ours:
        try:
            _install()
        except (ImportError, AttributeError, IndexError, TypeError):
            _remove()
            ours = False
    if ours:
        try:
            return _venue_class(venue_id)
        except (ImportError, AttributeError):
            log.info("%s is not where it was expected in ccxt; loading all of ccxt", venue_id)
            _remove()
    try:
        return _venue_class(venue_id)
    except ImportError:
        raise ImportError(f"ccxt has no venue {venue_id}") from None


def _venue_class(venue_id: str) -> type[Any]:
    package = "ccxt.pro" if importlib.util.find_spec(f"ccxt.pro.{venue_id}") else "ccxt.async_support"  # no streams
    found = getattr(importlib.import_module(f"{package}.{venue_id}"), venue_id)
    if not isinstance(found, type):
        raise ImportError(f"{package}.{venue_id} holds no class")
    return found


def _quieten() -> None:
    """ccxt logs headers, and with them keys, at DEBUG: pinned above that whatever the root logger says."""
    for name in ("ccxt", "ccxt.base.exchange", "ccxt.async_support.base.exchange"):
        logging.getLogger(name).setLevel(logging.WARNING)


class _StandIn(types.ModuleType):
    """A package whose attributes are imported on demand, and are venue classes where ccxt wants classes."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = self._find(name)
        setattr(self, name, value)
        return value

    def _find(self, name: str) -> Any:
        if name == "Exchange":
            home = "ccxt.base.exchange" if self.__name__ == "ccxt" else "ccxt.async_support.base.exchange"
            return importlib.import_module(home).Exchange
        errors = importlib.import_module("ccxt.base.errors")
        if hasattr(errors, name):
            return getattr(errors, name)
        try:
            module = importlib.import_module(f"{self.__name__}.{name}")
        except ModuleNotFoundError as error:
            raise AttributeError(name) from error
        return getattr(module, name)

    def __setattr__(self, name: str, value: Any) -> None:
        # importing a submodule sets it on its package; ccxt's own packages hold the class under that name
        if isinstance(value, types.ModuleType) and isinstance(getattr(value, name, None), type):
            value = getattr(value, name)
        super().__setattr__(name, value)


def _install() -> None:
    spec = importlib.util.find_spec("ccxt")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("ccxt is not installed")
    root = next(iter(spec.submodule_search_locations))
    for package in _PACKAGES:
        folder = os.path.join(root, *package.split(".")[1:])
        if not os.path.isdir(folder):
            raise ImportError(f"{folder} is missing")
        module = _StandIn(package)
        module.__path__ = [folder]
        module.__package__ = package
        module.__spec__ = importlib.util.spec_from_loader(package, loader=None, is_package=True)
        if module.__spec__ is not None:
            module.__spec__.submodule_search_locations = [folder]
        sys.modules[package] = module
    for package in _PACKAGES[1:]:
        setattr(sys.modules["ccxt"], package.split(".")[1], sys.modules[package])


def _remove() -> None:
    for name in [name for name in sys.modules if name == "ccxt" or name.startswith("ccxt.")]:
        del sys.modules[name]
