"""Which contracts are held, and which account can read each of them."""

from __future__ import annotations

from collections.abc import Iterable

from monitor.model import Account
from monitor.risk.volatility import Listing


def held_contracts(accounts: Iterable[Account], preferred: str = "") -> dict[Listing, str]:
    """Return every contract held with the id of an account that can read it: the preferred one where it can."""
    found: dict[Listing, str] = {}
    for account in accounts:
        if account.trouble is None:
            for position in account.positions:
                listing = (account.venue, position.symbol)
                if listing not in found or account.id == preferred:
                    found[listing] = account.id
    return found
