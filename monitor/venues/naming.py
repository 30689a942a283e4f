"""Unified names of contracts. Pure."""

from __future__ import annotations

from datetime import UTC, datetime


def unified_symbol(base: str, quote: str, settle: str, expiry_ms: int | None = None) -> str:
    """Return BASE/QUOTE:SETTLE, with -YYMMDD for a contract that ends at `expiry_ms`."""
    expiry = f"-{datetime.fromtimestamp(expiry_ms / 1000, UTC):%y%m%d}" if expiry_ms else ""
    return f"{base}/{quote}:{settle}{expiry}"
