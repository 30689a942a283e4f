"""How the venues that the demo exchange does not speak as talk through their streams: their documented messages."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from monitor.credentials import Secrets
from tests.venues import bitget_face, gate_face, kucoin_face, test_deribit, test_krakenfutures
from tests.venues.served import Answer, Served

SECRET = "c2VjcmV0LW9mLWEtdGVzdA=="
KEYS = Secrets(api_key="key-of-a-test", secret=SECRET, passphrase="passphrase-of-a-test")
AT_MS = 1_700_000_000_123


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamFace:
    """A venue's streams, as documented."""

    venue: str
    answers: Callable[[], dict[str, Answer]]  # by REST
    speak: Callable[[str, Any], list[Any]]  # what is answered to a frame
    marks_at: str  # path
    account_at: str
    mark: Any  # a message with one mark, and what is read in it
    marked: dict[str, tuple[float, int]]
    events: tuple[Any, ...]  # what asks for a poll, each by itself
    quiet: tuple[Any, ...]  # what does not
    refusal: Any  # of a sign-in
    positions: str  # what is asked by REST to read positions
    account_sockets: int = 1


def _hmac(text: str, kind: Any) -> bytes:
    return hmac.new(SECRET.encode(), text.encode(), kind).digest()


# ------------------------------------------------------------------ Gate


def gate_speak(path: str, frame: Any) -> list[Any]:
    channel, event, at_s = frame["channel"], frame["event"], frame["time"]
    if channel != "futures.tickers":
        told = f"channel={channel}&event={event}&time={at_s}"
        right = frame["auth"]["SIGN"] == _hmac(told, hashlib.sha512).hex() and frame["payload"][0] == "1666"
        if not right:
            return [gate_said(channel, event, error={"code": 2, "message": "invalid argument"})]
    return [gate_said(channel, event, result={"status": "success"})]


def gate_said(channel: str, event: str, **more: Any) -> dict[str, Any]:
    return {"time": AT_MS // 1000, "time_ms": AT_MS, "channel": channel, "event": event, "error": None, **more}


def _gate() -> StreamFace:
    position = {
        "contract": "LTC_USDT",
        "size": 2,
        "entry_price": 74.35,
        "leverage": 5,
        "mode": "single",
        "user": "1666",
    }
    balance = {"balance": 25.035, "change": 25, "text": "-", "time_ms": AT_MS, "type": "dnw", "user": "1666"}
    order = {"id": 4872460, "contract": "LTC_USDT", "size": 1, "status": "finished", "finish_as": "filled"}
    stop = {"id": 9256, "status": "open", "trigger": {"price": "70", "rule": 2}, "initial": {"contract": "LTC_USDT"}}
    ticker = {"contract": "LTC_USDT", "last": "74.4", "mark_price": "74.51", "index_price": "74.5"}
    return StreamFace(
        venue="gate",
        answers=gate_face.answers,
        speak=gate_speak,
        marks_at="/v4/ws/usdt",
        account_at="/v4/ws/usdt",
        mark=gate_said("futures.tickers", "update", result=[ticker]),
        marked={"LTC/USDT:USDT": (74.51, AT_MS)},
        events=(
            gate_said("futures.positions", "update", result=[position]),
            gate_said("futures.balances", "update", result=[balance]),
            gate_said("futures.orders", "update", result=[order]),
            gate_said("futures.autoorders", "update", result=[stop]),
        ),
        quiet=(gate_said("futures.positions", "update", result=[]),),
        refusal=gate_said("futures.positions", "subscribe", error={"code": 2, "message": "invalid argument"}),
        positions="/api/v4/futures/usdt/positions",
        account_sockets=2,
    )


# ------------------------------------------------------------------ KuCoin

TOKENS = {"private": "token-1", "public": "token-of-all"}


def kucoin_answers(server: Callable[[], Served] | None = None) -> dict[str, Answer]:
    """The usual answers, and where the streams are: at `server`, by the address that it was asked at."""

    def bullet(kind: str) -> Answer:
        def told(_: Any) -> Any:
            assert server is not None
            place = {"endpoint": server().base_url.replace("http", "ws") + "/", "pingInterval": 18000}
            return {"code": "200000", "data": {"token": TOKENS[kind], "instanceServers": [place]}}

        return told

    tokens = {f"/api/v1/bullet-{kind}": bullet(kind) for kind in TOKENS}
    return {**kucoin_face.answers(), **tokens}


def kucoin_speak(path: str, frame: Any) -> list[Any]:
    if frame["type"] == "ping":
        return [{"id": frame["id"], "type": "pong"}]
    return [{"id": frame["id"], "type": "ack"}]


def kucoin_said(topic: str, subject: str, data: dict[str, Any]) -> dict[str, Any]:
    return {"type": "message", "topic": topic, "subject": subject, "channelType": "private", "data": data}


def kucoin_wallet(balance: str, profit: str) -> dict[str, Any]:
    data = {"currency": "USDT", "walletBalance": balance, "crossUnPnl": profit, "holdBalance": "0", "timestamp": AT_MS}
    return kucoin_said("/contractAccount/wallet", "walletBalance.change", data)


def _kucoin() -> StreamFace:
    positions = "/contract/positionAll"
    moved = {"symbol": "XBTUSDTM", "markPrice": 40_020.0, "unrealisedPnl": 0.01, "changeReason": "markPriceChange"}
    return StreamFace(
        venue="kucoinfutures",
        answers=kucoin_answers,
        speak=kucoin_speak,
        marks_at="/",
        account_at="/",
        mark={
            "type": "message",
            "topic": "/contract/instrument:XBTUSDTM",
            "subject": "mark.index.price",
            "data": {"markPrice": 40_020.5, "indexPrice": 40_019.0, "granularity": 1000, "timestamp": AT_MS},
        },
        marked={"BTC/USDT:USDT": (40_020.5, AT_MS)},
        events=(
            kucoin_said(positions, "position.change", {**moved, "currentQty": 2, "changeReason": "positionChange"}),
            kucoin_said(positions, "position.change", {**moved, "currentQty": 0, "changeReason": "liquidation"}),
            kucoin_said(positions, "position.settlement", {"symbol": "XBTUSDTM", "qty": 1, "fundingFee": -0.1}),
            kucoin_wallet("49.4", "0.1"),
            kucoin_said("/contractMarket/tradeOrders", "orderChange", {"symbol": "XBTUSDTM", "type": "match"}),
            kucoin_said("/contractMarket/advancedOrders", "stopOrder", {"symbol": "XBTUSDTM", "type": "open"}),
        ),
        quiet=(
            kucoin_said(positions, "position.change", {**moved, "currentQty": 1}),
            kucoin_said(positions, "position.change", {"markPrice": 40_020.0, "unrealisedPnl": 0.01}),
            kucoin_said("/contractAccount/wallet", "availableBalance.change", {"currency": "USDT"}),
        ),
        refusal={"id": "account-1", "type": "error", "code": 403, "data": "permission denied"},
        positions="/api/v1/positions",
    )


# ------------------------------------------------------------------ Bitget


def bitget_speak(path: str, frame: Any) -> list[Any]:
    if frame["op"] == "login":
        (key,) = frame["args"]
        right = base64.b64encode(_hmac(f"{key['timestamp']}GET/user/verify", hashlib.sha256)).decode()
        known = (key["apiKey"], key["passphrase"], key["sign"]) == (KEYS.api_key, KEYS.passphrase, right)
        return [{"event": "login", "code": 0} if known else {"event": "error", "code": 30005, "msg": "login failed"}]
    return [{"event": frame["op"], "arg": one} for one in frame["args"]]


def bitget_said(argument: dict[str, str], *rows: Any) -> dict[str, Any]:
    return {"action": "snapshot", "arg": argument, "data": list(rows), "ts": AT_MS}


def _bitget(*, unified: bool) -> StreamFace:
    def own(name: str, topic: str, place: str) -> dict[str, str]:
        return (
            {"instType": "UTA", "topic": topic}
            if unified
            else {"instType": "USDT-FUTURES", "channel": name, place: "default"}
        )

    ticker = {"instId": "BTCUSDT", "lastPr": "43800", "markPrice": "43810.5", "ts": str(AT_MS)}
    listed = {"instType": "USDT-FUTURES", "channel": "ticker", "instId": "BTCUSDT"}
    return StreamFace(
        venue="bitget",
        answers=bitget_face.unified_answers if unified else bitget_face.answers,
        speak=bitget_speak,
        marks_at="/v2/ws/public",
        account_at="/v3/ws/private" if unified else "/v2/ws/private",
        mark=bitget_said(listed, ticker),
        marked={"BTC/USDT:USDT": (43_810.5, AT_MS)},
        events=(
            bitget_said(own("positions", "position", "instId"), {"instId": "BTCUSDT", "total": "0.002"}),
            bitget_said(own("account", "account", "coin"), {"marginCoin": "USDT", "available": "26.1"}),
            bitget_said(own("orders", "order", "instId"), {"instId": "BTCUSDT", "status": "filled"}),
            bitget_said(own("orders-algo", "strategy-order", "instId"), {"instId": "BTCUSDT", "status": "live"}),
        ),
        quiet=({"event": "error", "code": 30001, "msg": "channel doesn't exist"},),
        refusal={"event": "error", "code": 30015, "msg": "Invalid sign"},
        positions="/api/v3/position/current-position" if unified else "/api/v2/mix/position/all-position",
    )


# ------------------------------------------------------------------ Deribit


def deribit_speak(path: str, frame: Any) -> list[Any]:
    asks, envelope = frame["params"], {"jsonrpc": "2.0", "id": frame["id"], "usIn": 1, "usOut": 2, "usDiff": 1}
    if frame["method"] == "public/auth":
        told = f"{asks['timestamp']}\n{asks['nonce']}\n"
        if asks["signature"] != _hmac(told, hashlib.sha256).hex():
            return [{**envelope, "error": {"code": 13004, "message": "invalid_credentials"}}]
        return [{**envelope, "result": {"access_token": "t", "scope": asks["scope"], "token_type": "bearer"}}]
    return [{**envelope, "result": asks["channels"]}]


def deribit_said(channel: str, data: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "method": "subscription", "params": {"channel": channel, "data": data}}


def deribit_portfolio(balance: float, equity: float) -> dict[str, Any]:
    data = {
        "currency": "BTC",
        "balance": balance,
        "equity": equity,
        "margin_balance": equity,
        "maintenance_margin": 0.1,
    }
    return deribit_said("user.portfolio.btc", data)


def _deribit() -> StreamFace:
    changes = {"instrument_name": "BTC-PERPETUAL", "trades": [], "positions": [{"size": 60.0}], "orders": []}
    ticker = {"instrument_name": "BTC-PERPETUAL", "mark_price": 7477.15, "timestamp": AT_MS, "last_price": 7478}
    return StreamFace(
        venue="deribit",
        answers=test_deribit.answers,
        speak=deribit_speak,
        marks_at="/ws/api/v2",
        account_at="/ws/api/v2",
        mark=deribit_said("ticker.BTC-PERPETUAL.agg2", ticker),
        marked={"BTC/USD:BTC": (7477.15, AT_MS)},
        events=(deribit_said("user.changes.any.any.100ms", changes),),
        quiet=(deribit_portfolio(1.5, 1.6), deribit_portfolio(1.5, 1.7)),
        refusal={"jsonrpc": "2.0", "id": 1, "error": {"code": 13004, "message": "invalid_credentials"}},
        positions="/api/v2/private/get_positions",
    )


# ------------------------------------------------------------------ Kraken Futures

CHALLENGE = "226aee50-88fc-4618-a42a-34f7709570b2"


def kraken_speak(path: str, frame: Any) -> list[Any]:
    if frame["event"] == "challenge":
        return [{"event": "challenge", "message": CHALLENGE}]
    if frame["feed"] != "ticker":
        digest = hashlib.sha256(frame["original_challenge"].encode()).digest()
        right = hmac.new(base64.b64decode(SECRET), digest, hashlib.sha512).digest()
        if frame["original_challenge"] != CHALLENGE or base64.b64decode(frame["signed_challenge"]) != right:
            return [{"event": "alert", "message": "Failed to subscribe to authenticated feed"}]
    return [{"event": "subscribed", "feed": frame["feed"]}]


def kraken_positions(size: float, mark: float) -> dict[str, Any]:
    row = {"instrument": "PF_LTCUSD", "balance": size, "entry_price": 68.54, "mark_price": mark, "pnl": mark - 68.54}
    return {"feed": "open_positions", "account": "a", "positions": [row], "seq": 0, "timestamp": AT_MS}


def kraken_balances(quantity: float, equity: float) -> dict[str, Any]:
    flexible = {"currencies": {"USD": {"quantity": quantity, "value": quantity}}, "margin_equity": equity}
    single = {"F-XBT:USD": {"name": "F-XBT:USD", "balance": 0.12, "portfolio_value": equity}}
    return {"feed": "balances", "account": "a", "holding": {"USD": 7.0}, "futures": single, "flex_futures": flexible}


def _kraken() -> StreamFace:
    fill = {"instrument": "PF_LTCUSD", "fill_id": "1", "price": 68.6, "qty": 0.1, "buy": False, "fill_type": "taker"}
    return StreamFace(
        venue="krakenfutures",
        answers=test_krakenfutures.answers,
        speak=kraken_speak,
        marks_at="/ws/v1",
        account_at="/ws/v1",
        mark={"feed": "ticker", "product_id": "PF_LTCUSD", "time": AT_MS, "markPrice": 68.7, "bid": 68.6, "ask": 68.8},
        marked={"LTC/USD:USD": (68.7, AT_MS)},
        events=(
            {"feed": "fills", "username": "x", "fills": [fill]},
            {"feed": "open_orders", "order": {"instrument": "PF_LTCUSD"}, "is_cancel": False, "reason": "new_placed"},
        ),
        quiet=(
            {"feed": "fills_snapshot", "account": "a", "fills": [fill]},
            {"feed": "open_orders_snapshot", "account": "a", "orders": []},
            kraken_positions(0.1, 68.6),
            kraken_positions(0.1, 68.9),
            {**kraken_balances(5.0, 8.9), "feed": "balances_snapshot"},
            kraken_balances(5.0, 9.1),
        ),
        refusal={"event": "alert", "message": "Failed to subscribe to authenticated feed"},
        positions="/derivatives/api/v3/openpositions",
    )


STREAM_FACES = {
    "gate": _gate(),
    "kucoinfutures": _kucoin(),
    "bitget": _bitget(unified=False),
    "bitget unified": _bitget(unified=True),
    "deribit": _deribit(),
    "krakenfutures": _kraken(),
}
