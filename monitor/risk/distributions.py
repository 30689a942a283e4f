"""The normal and Student's distribution: scipy's compiled functions, without what comes with `scipy.special`.

That brings 300 modules with it (the array API, numpy.testing, unittest): 23 MB and 0.2 s of the engine's start. While
the compiled module is loaded a stand-in package takes its place, whose path is the real folder; no file of scipy is
changed. Where its layout differs from what is expected here, the ordinary import is used.
"""

from __future__ import annotations

import importlib
import sys
import types
from pathlib import Path
from typing import TYPE_CHECKING

__all__ = ["log_ndtr", "ndtr", "ndtri", "stdtrit"]

PACKAGE = "scipy.special"


def _functions() -> types.ModuleType:
    if PACKAGE in sys.modules:
        return sys.modules[PACKAGE]
    import scipy

    stand_in = types.ModuleType(PACKAGE)
    stand_in.__path__ = [str(Path(folder) / "special") for folder in scipy.__path__]
    sys.modules[PACKAGE] = stand_in
    try:
        found = importlib.import_module(f"{PACKAGE}._ufuncs")
    except ImportError:
        found = None
    finally:
        del sys.modules[PACKAGE]
    if found is None or not all(hasattr(found, name) for name in __all__):
        return importlib.import_module(PACKAGE)
    return found


if TYPE_CHECKING:
    from scipy.special import log_ndtr, ndtr, ndtri, stdtrit
else:
    _found = _functions()
    log_ndtr, ndtr, ndtri, stdtrit = (getattr(_found, name) for name in __all__)
