"""What is read and how often: each account, and beside it prices, candles, volatilities, order books and funds."""
