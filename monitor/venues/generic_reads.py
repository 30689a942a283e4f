"""What may be asked of the venues that have no reader of their own: every endpoint behind the few reads that are used.

Found once in ccxt 4.5.90 by following its methods fetch_markets, fetch_time, fetch_positions, fetch_balance,
fetch_ticker, fetch_ohlcv, fetch_funding_rates, and fetch_open_orders where generic_stops.py asks, through all their
branches, then looked through by hand. A newer ccxt that asks for more is refused. POST stands only where the venue
reads by POST.
"""

from __future__ import annotations

from monitor.venues.guard import Endpoint


def _of(text: str) -> frozenset[Endpoint]:
    found = []
    for line in text.strip().splitlines():
        api, method, path = line.split()
        found.append((api, method, path))
    return frozenset(found)


READS: dict[str, frozenset[Endpoint]] = {
    "apex": _of(
        """
private GET v3/account
private GET v3/account-balance
public GET v3/klines
public GET v3/symbols
public GET v3/ticker
public GET v3/time
        """
    ),
    "backpack": _of(
        """
private GET api/v1/capital
private GET api/v1/position
public GET api/v1/klines
public GET api/v1/markets
public GET api/v1/securities
public GET api/v1/ticker
public GET api/v1/time
        """
    ),
    "bingx": _of(
        """
contract.v1.private GET allPosition
contract.v1.private GET balance
cswap.v1.private GET trade/openOrders
cswap.v1.private GET user/balance
cswap.v1.private GET user/positions
cswap.v1.public GET market/contracts
cswap.v1.public GET market/klines
cswap.v1.public GET market/premiumIndex
cswap.v1.public GET market/ticker
fund.v1.private GET account/balance
spot.v1.private GET account/balance
spot.v1.public GET common/symbols
spot.v1.public GET market/kline
spot.v1.public GET ticker/24hr
swap.v1.public GET market/markPriceKlines
swap.v2.private GET trade/openOrders
swap.v2.private GET user/positions
swap.v2.public GET quote/contracts
swap.v2.public GET quote/premiumIndex
swap.v2.public GET quote/ticker
swap.v2.public GET server/time
swap.v3.private GET user/balance
swap.v3.public GET quote/klines
        """
    ),
    "blofin": _of(
        """
private GET account/balance
private GET account/positions
private GET asset/balances
public GET market/candles
public GET market/instruments
public GET market/tickers
        """
    ),
    "btse": _of(
        """
private GET futures/api/v2.3/user/wallet
private GET futures/api/v3/trade/positions
private GET public-api/wallet/v1/user/assets
public GET public-api/market/v1/klines
public GET public-api/market/v1/markets
public GET public-api/market/v1/ticker/24hr
public GET spot/api/v3.3/time
        """
    ),
    "bydfi": _of(
        """
private GET v1/account/assets
private GET v1/fapi/account/balance
private GET v1/fapi/trade/positions
public GET v1/fapi/market/exchange_info
public GET v1/fapi/market/klines
public GET v1/fapi/market/ticker/24hr
        """
    ),
    "deepcoin": _of(
        """
private GET deepcoin/account/balances
private GET deepcoin/account/positions
public GET deepcoin/market/candles
public GET deepcoin/market/index-candles
public GET deepcoin/market/instruments
public GET deepcoin/market/mark-price-candles
public GET deepcoin/trade/fund-rate/current-funding-rate
        """
    ),
    "delta": _of(
        """
private GET positions/margined
private GET wallet/balances
public GET history/candles
public GET products
public GET settings
public GET tickers
public GET tickers/{symbol}
        """
    ),
    "digifinex": _of(
        """
private.spot GET margin/assets
private.spot GET margin/positions
private.spot GET spot/assets
private.swap GET account/balance
private.swap GET account/positions
public.spot GET kline
public.spot GET margin/symbols
public.spot GET markets
public.spot GET ticker
public.spot GET time
public.spot GET trades/symbols
public.swap GET public/candles
public.swap GET public/instruments
public.swap GET public/ticker
        """
    ),
    "dydx": _of(
        """
indexer GET addresses/{address}/subaccountNumber/{subaccountNumber}
indexer GET candles/perpetualMarkets/{market}
indexer GET perpetualMarkets
indexer GET perpetualPositions
indexer GET time
        """
    ),
    "hashkey": _of(
        """
private GET api/v1/account
private GET api/v1/futures/balance
private GET api/v1/futures/positions
public GET api/v1/exchangeInfo
public GET api/v1/futures/fundingRate
public GET api/v1/time
public GET quote/v1/klines
public GET quote/v1/ticker/24hr
        """
    ),
    "htx": _of(
        """
contract.private GET v5/account/balance
contract.private GET v5/trade/position/opens
contract.private POST api/v1/contract_account_info
contract.private POST api/v1/contract_position_info
contract.private POST swap-api/v1/swap_account_info
contract.private POST swap-api/v1/swap_position_info
contract.public GET api/v1/contract_contract_info
contract.public GET api/v1/timestamp
contract.public GET index/market/history/index
contract.public GET index/market/history/linear_swap_mark_price_kline
contract.public GET index/market/history/linear_swap_premium_index_kline
contract.public GET index/market/history/mark_price_kline
contract.public GET index/market/history/swap_mark_price_kline
contract.public GET index/market/history/swap_premium_index_kline
contract.public GET linear-swap-api/v1/swap_contract_info
contract.public GET linear-swap-ex/market/detail/merged
contract.public GET linear-swap-ex/market/history/kline
contract.public GET market/detail/merged
contract.public GET market/history/kline
contract.public GET swap-api/v1/swap_batch_funding_rate
contract.public GET swap-api/v1/swap_contract_info
contract.public GET swap-ex/market/detail/merged
contract.public GET swap-ex/market/history/kline
spot.private GET v1/account/accounts/{account-id}/balance
spot.private GET v1/cross-margin/accounts/balance
spot.private GET v1/margin/accounts/balance
spot.public GET market/detail/merged
spot.public GET market/history/candles
spot.public GET market/history/kline
spot.public GET v1/common/symbols
spot.public GET v1/common/timestamp
        """
    ),
    "mexc": _of(
        """
contract.private GET account/assets
contract.private GET position/open_positions
contract.public GET detail
contract.public GET kline/fair_price/{symbol}
contract.public GET kline/index_price/{symbol}
contract.public GET kline/{symbol}
contract.public GET ping
contract.public GET ticker
spot.private GET account
spot.private GET margin/isolated/account
spot.public GET exchangeInfo
spot.public GET klines
spot.public GET ticker/24hr
spot.public GET time
        """
    ),
    "phemex": _of(
        """
private GET accounts/accountPositions
private GET g-accounts/accountPositions
private GET g-accounts/positions
private GET g-orders/activeList
private GET orders/activeList
private GET spot/wallets
public GET md/v2/kline
public GET md/v2/kline/last
public GET md/v2/kline/list
v1 GET exchange/public/products
v1 GET md/spot/ticker/24hr
v1 GET md/ticker/24hr
v2 GET md/v2/ticker/24hr
v2 GET public/products
        """
    ),
    "poloniex": _of(
        """
private GET accounts/balances
public GET markets
public GET markets/ticker24h
public GET markets/{symbol}/candles
public GET markets/{symbol}/ticker24h
public GET timestamp
swapPrivate GET v3/account/balance
swapPrivate GET v3/trade/position/opens
swapPublic GET v3/market/allInstruments
swapPublic GET v3/market/candles
swapPublic GET v3/market/tickers
        """
    ),
    "toobit": _of(
        """
common GET api/v1/exchangeInfo
common GET api/v1/futures/fundingRate
common GET api/v1/time
common GET quote/v1/index/klines
common GET quote/v1/klines
common GET quote/v1/markPrice/klines
private GET api/v1/account
private GET api/v1/futures/balance
private GET api/v1/futures/positions
        """
    ),
    "xt": _of(
        """
private.inverse GET future/user/v1/balance/list
private.inverse GET future/user/v1/position/break-list
private.inverse GET future/user/v1/position/list
private.linear GET future/user/v1/balance/list
private.linear GET future/user/v1/position/break-list
private.linear GET future/user/v1/position/list
private.spot GET balances
public.inverse GET future/market/v1/public/q/agg-ticker
public.inverse GET future/market/v1/public/q/kline
public.inverse GET future/market/v1/public/symbol/list
public.linear GET future/market/v1/public/q/agg-ticker
public.linear GET future/market/v1/public/q/kline
public.linear GET future/market/v1/public/symbol/list
public.spot GET kline
public.spot GET symbol
public.spot GET ticker/24h
public.spot GET time
        """
    ),
    "zebpay": _of(
        """
private.spot GET v2/account/balance
private.swap GET v1/trade/positions
private.swap GET v1/wallet/balance
public.spot GET v2/ex/exchangeInfo
public.spot GET v2/market/klines
public.spot GET v2/market/ticker
public.spot GET v2/system/time
public.swap GET v1/market/markets
public.swap GET v1/market/ticker24Hr
public.swap GET v1/system/time
public.swap POST v1/market/klines
        """
    ),
}

LISTS = frozenset({"backpack", "toobit"})
"""Venues whose answer with positions is a list; all others wrap it in an object."""
