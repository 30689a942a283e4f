"""PySide6's import hook, quieted: it reads the source of every module imported after it, for a feature we do not use.

Measured with PySide6 6.11.3: 0.1 s and 13 MB for pyqtgraph alone. The hook is private: when it has moved, the window
only starts a little slower.
"""

from __future__ import annotations

import contextlib
import importlib


def quiet() -> None:
    """Tell the hook that no module uses `from __feature__ import …`."""
    # WORKAROUND https://github.com/napari/napari/issues/8584
    with contextlib.suppress(ImportError, AttributeError):
        importlib.import_module("PySide6.QtCore")
        feature = importlib.import_module("shibokensupport.feature")
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[attr-defined]
