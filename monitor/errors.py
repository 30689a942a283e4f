"""What can go wrong, grouped by what the user can do about it.

MarginwatchError                a sentence for the user, safe to show, store and log: no key, no signed URL
├── VenueError                  one account could not be read; its last figures stay, marked
│   ├── NetworkError            wait, or mend the connection
│   │   └── RedirectError       something sends us elsewhere: a login page, or worse; it is not followed
│   ├── VenueDownError          wait: the venue answers, but not with our data
│   │   └── GarbledAnswerError  with nothing that can be read, and calls it a success
│   ├── RateLimitError          wait until `retry_at_ms`
│   ├── ClockError              set this computer's clock
│   ├── KeyRejectedError        renew the key, its rights or its IP list
│   └── VenueDataError          the answer was not understood: subject, field, value
├── ReadOnlyViolationError      something tried to send a request that is not on the read list
├── ConsentError                the key can trade, and the user has not agreed to that in words
├── CredentialsError            the OS keyring is missing, locked or refuses
├── SettingsError               the settings file is damaged
├── HistoryError                the database is damaged or cannot be written
├── SnapshotError               a snapshot file cannot be read: path in the file, what is wrong, what was expected
├── CalculationError            a trade that cannot be worked out: what is missing or contradicts itself
└── AlreadyRunningError         another engine guards this database
"""

from __future__ import annotations

from monitor.language import mark, tr, translated


class MarginwatchError(Exception):
    """One sentence that a user can act on."""


class VenueError(MarginwatchError):
    """An account could not be read.

    Attributes:
        advice: what the user can do, one sentence, or "".
        usual_advice: the same for all of a kind, before it is translated: this module is read before the language is.
    """

    usual_advice = ""

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice or translated(self.usual_advice)


class NetworkError(VenueError):
    """Nothing came back: refused, timed out, no DNS, TLS trouble, a login page in the way."""

    usual_advice = mark("Check the network; the program keeps trying.")


class RedirectError(NetworkError):
    """The answer sends us to another address; nothing was sent there."""


class VenueDownError(VenueError):
    """The venue answered that it cannot serve now."""

    usual_advice = mark("The venue is in trouble; the program keeps trying.")


class GarbledAnswerError(VenueDownError):
    """The venue calls it a success and sends nothing that can be read: empty, null, cut short."""


class RateLimitError(VenueError):
    """The venue asks for a pause.

    Attributes:
        retry_at_ms: UTC, or None where the venue did not say.
    """

    def __init__(self, message: str, *, retry_at_ms: int | None = None) -> None:
        super().__init__(message, advice=tr("The program waits as the venue asks."))
        self.retry_at_ms = retry_at_ms


class ClockError(VenueError):
    """The venue refuses our timestamps: this computer's clock differs too much."""

    usual_advice = mark("Set this computer's clock (switch on automatic time).")


class KeyRejectedError(VenueError):
    """The venue does not accept the key, its rights, or the address it is used from."""

    usual_advice = mark("Check the key, its read permission and its IP list at the venue.")


class VenueDataError(VenueError):
    """An answer was not understood: the message names subject, field and value."""

    usual_advice = mark("Nothing is shown as safe; please report it with a diagnostics bundle.")


class ReadOnlyViolationError(MarginwatchError):
    """A request that is not on the venue's read list was stopped before a byte left."""


class ConsentError(MarginwatchError):
    """The key can trade: it is taken only after the user has typed that he agrees."""


class CredentialsError(MarginwatchError):
    """The OS keyring is missing, locked, silent, or not one that keeps secrets."""


class SettingsError(MarginwatchError):
    """The settings file could not be understood; it was set aside."""


class HistoryError(MarginwatchError):
    """The database could not be opened or written."""


class SnapshotError(MarginwatchError):
    """A snapshot file could not be read: the path in the file, what is wrong, what was expected."""


class CalculationError(MarginwatchError):
    """A trade that is asked about cannot be worked out: what to give instead."""


class AlreadyRunningError(MarginwatchError):
    """Another engine already guards this database."""
