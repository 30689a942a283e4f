"""What can go wrong with the demo exchange for those who start it, and what it refuses."""

from __future__ import annotations


class DemoError(Exception):
    """The demo exchange could not be started or reached; the text is one sentence."""


class ApiError(Exception):
    """A refusal in the venue's own form: HTTP status, its code, and its words."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
