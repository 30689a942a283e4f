"""Binance USDⓈ-M futures and Portfolio Margin: which wallet backs which pool, and how the venue calls its ratio.

No fee enters maintenance margin, ratio or liquidation price. Prices are not rounded to the tick. Both legs of a
hedged symbol in cross share one liquidation price; isolated legs have a wallet each. Multi-assets mode counts
positive balances at the bid factor, negative ones and every requirement at the ask factor, in USD.

Source: Binance FAQ b3c689c1f50a44cabb3a84e663b81d93 "How to calculate liquidation price of USDⓈ-M futures"; c983a926…
"Margin ratio in the multi-assets mode"; 4868b2f1… "Portfolio Margin", 2025-02-06; read 2026-10. Reproduced to 8
decimals.
"""

from __future__ import annotations

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, mode_unknown

RATIO_NAME = "Margin ratio"
SINGLE = Rules(
    source=Source(document="Binance FAQ b3c689c1f50a44cabb3a84e663b81d93", date="2026-10"),
    basis="exact",
    reason=tr("Binance publishes the formula and it is reproduced from the account's own inputs."),
    tolerance=1e-8,
    formula=tr("wallet + unrealised PnL = value x rate - maintenance amount, of all positions in the pool"),
)
MULTI_ASSETS = Rules(
    source=Source(document="Binance announcement c983a9268cfa4e70a4916c276bb3b7bc", date="2026-10"),
    basis="exact",
    reason=tr("Binance publishes the multi-assets ratio; balances count at bid, debts and requirements at ask."),
    shared=True,
    tolerance=4e-6,
    formula=tr("sum of min(balance x bid, balance x ask) = sum of maintenance margin x ask"),
)
PORTFOLIO = Rules(
    source=Source(document="Binance FAQ 4868b2f1aa6c4d08af973328462bb0bd", date="2025-02-06"),
    basis="estimate",
    reason=tr("uniMMR follows the published rule; Binance publishes no price, so it is solved for uniMMR = 105 %."),
    ratio_name="uniMMR",
    higher_is_safer=True,
    threshold=1.05,
    shared=True,
    tolerance=1e-3,
    formula=tr("sum of balances after collateral rate = 1.05 x unified maintenance margin"),
)


def rules(setting: Setting) -> Rules:
    """Return the rules of a pool; the isolated positions of a multi-assets account follow the plain ones."""
    if setting.account_mode is None:
        return mode_unknown(SINGLE.source)
    if setting.account_mode == "portfolio":
        return PORTFOLIO
    return MULTI_ASSETS if setting.account_mode == "multi_currency" and not setting.isolated else SINGLE
