"""What is read beside the accounts: the chart, volatilities, order books, funds, prices of what is not held."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine

from monitor.engine.accounts import Accounts
from monitor.engine.present import Present
from monitor.feeds.candle_feed import CandleFeed
from monitor.feeds.depth_feed import DepthFeed
from monitor.feeds.fund_feed import FundFeed
from monitor.feeds.price_feed import PriceFeed
from monitor.feeds.volatility_feed import VolatilityFeed
from monitor.risk.market import Market
from monitor.tick.price_watch import wanted
from monitor.tick.total import rate_wanted

log = logging.getLogger(__name__)

BEGIN_AGAIN_S = 5.0


class Feeds:
    """The feeds of one engine."""

    def __init__(self, present: Present, accounts: Accounts) -> None:
        self._present = present
        self._accounts = accounts
        demo, clock, reader_of = present.options.demo, present.clock, accounts.reader_of
        self.chart = CandleFeed(reader_of, present.publish, synthetic=bool(demo is not None and demo.synthetic))
        self.prices = PriceFeed(self._wanted_prices, reader_of, clock)
        self._volatility = VolatilityFeed(accounts.newest, reader_of, clock, market_time=present.is_demo)
        self._depths = DepthFeed(accounts.newest, reader_of, lambda: present.state.focus, clock)
        self._funds = FundFeed(accounts.newest, reader_of, clock, present.recorder.ask)

    def loops(self) -> tuple[Coroutine[None, None, None], ...]:
        """Return what has to run as long as the engine."""
        feeds = (self.chart, self._volatility, self._depths, self._funds, self.prices)
        return tuple(_for_ever(feed.run) for feed in feeds)

    @property
    def market(self) -> Market:
        """What is known beside the accounts, now."""
        now_ms = self._present.now_ms
        return Market(
            volatilities=self._volatility.volatilities(now_ms),
            depths=self._depths.depths(now_ms),
            no_depth=self._depths.reasons(now_ms),
            funds=self._funds.funds(now_ms),
            no_fund=self._funds.reasons,
        )

    def _wanted_prices(self) -> tuple[tuple[str, str], ...]:
        settings, accounts = self._present.settings, self._accounts.newest()
        asked = {*wanted(settings.alerts.price_alerts, accounts), *rate_wanted(settings.display.currency, accounts)}
        return tuple(sorted(asked))


async def _for_ever(run: Callable[[], Coroutine[None, None, None]]) -> None:
    """Run a feed, and begin it again where it fails: the guard does not end with what is read beside it."""
    while True:
        try:
            await run()
        except Exception:  # the bulkhead: what is not known is shown as unknown
            log.exception("a feed of the engine failed")
        await asyncio.sleep(BEGIN_AGAIN_S)
