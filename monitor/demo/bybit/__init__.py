"""The Bybit face: a unified account's rules, its v5 REST dialect, its streams. Linear USDT contracts only."""
