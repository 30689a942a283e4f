"""The Binance USDⓈ-M face: its rules, its REST dialect, its streams."""
