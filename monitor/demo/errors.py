"""What can go wrong with the demo exchange, for those who start it."""

from __future__ import annotations


class DemoError(Exception):
    """The demo exchange could not be started or reached; the text is one sentence."""
