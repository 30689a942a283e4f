"""Hyperliquid's face of the demo exchange: one endpoint, an address instead of a key, half the initial margin."""
