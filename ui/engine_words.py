"""What the engine names by a fixed word, in the user's language: why something was told, feeds, rights of keys, kinds.

A word that is not known here is shown as it came.
"""

from __future__ import annotations

import re

from monitor.language import tr

_REASONS = {
    "raised": tr("raised"),
    "raised again": tr("raised again"),
    "raised without confirmation": tr("raised without confirmation"),
    "restored": tr("restored"),
    "escalated": tr("escalated"),
    "worsened": tr("worsened"),
    "improved": tr("improved"),
    "repeated": tr("repeated"),
    "acknowledged": tr("acknowledged"),
    "acknowledgement expired": tr("acknowledgement expired"),
    "snoozed": tr("snoozed"),
    "snooze refused": tr("snooze refused"),
    "snooze over": tr("snooze over"),
    "cleared": tr("cleared"),
    "closed": tr("closed"),
    "liquidated": tr("liquidated"),
    "transient": tr("transient"),
    "shelved": tr("shelved"),
    "grouped": tr("grouped"),
    "flood": tr("flood"),
    "flood over": tr("flood over"),
    "gap": tr("gap"),
    "gone": tr("gone"),
    "stopped": tr("stopped"),
    "self-test": tr("self-test"),
    "not yet acknowledged": tr("not yet acknowledged"),
}
_UNANSWERED = re.compile(r"not acknowledged for (\d+) s")
_EXPLAINED = "explained by "
_FEEDS = {
    "live": tr("live"),
    "late": tr("late"),
    "stale": tr("stale"),
    "connecting": tr("connecting"),
    "suspect": tr("suspect"),
}
_RIGHTS = {
    "read-only": tr("read-only"),
    "can trade": tr("can trade"),
    "can withdraw": tr("can withdraw"),
    "unverified": tr("unverified"),
    "address only": tr("address only"),
}
_KINDS = {
    "liquidation_distance": tr("liquidation distance"),
    "margin_ratio": tr("margin ratio"),
    "common_shock": tr("common shock"),
    "liquidated": tr("liquidated"),
    "deleveraged": tr("auto-deleveraged"),
    "cut": tr("closed by force in part"),
    "gone": tr("gone"),
    "no_stop": tr("no stop"),
    "stop_beyond": tr("stop beyond"),
    "funding": tr("funding"),
    "funding_jump": tr("funding jump"),
    "max_loss": tr("most that can be lost"),
    "gap_debt": tr("debt after a jump"),
    "exposed_money": tr("money that is not needed"),
    "funding_drift": tr("days until funding reaches Warning"),
    "touch_chance": tr("chance of liquidation in 24 h"),
    "exit_cost": tr("cost of closing at once"),
    "exit_unfilled": tr("left over in a thin book"),
    "leverage": tr("effective leverage"),
    "stop_loss": tr("loss at the stops"),
    "margin_share": tr("margin behind one trade"),
    "adl": tr("adl"),
    "rules_changed": tr("rules changed"),
    "stale": tr("stale"),
    "stale_mark": tr("stale mark"),
    "stream_suspect": tr("stream suspect"),
    "suspect": tr("suspect"),
    "unknown": tr("unknown"),
    "divergence": tr("divergence"),
    "price_blind": tr("price blind"),
    "network": tr("network"),
    "clock": tr("clock"),
    "price": tr("price"),
    "key_can_trade": tr("key can trade"),
    "key_expiring": tr("key expiring"),
    "channel_down": tr("channel down"),
    "disk": tr("disk"),
    "window": tr("window"),
    "engine_silent": tr("engine silent"),
    "selftest": tr("selftest"),
    "selftest_failed": tr("selftest failed"),
    "slept": tr("slept"),
    "gap": tr("gap"),
    "flood": tr("flood"),
    "shelf": tr("shelf"),
    "stopped": tr("stopped"),
    "test": tr("test"),
}
_OWN_CHANNELS = {"window": tr("window"), "desktop": tr("desktop")}
_BASES = {"exact": tr("exact"), "estimate": tr("estimate"), "venue": tr("venue")}
_VERDICTS = {"above": tr("above"), "below": tr("below"), "within": tr("within")}
_STATUSES = {
    "promised": tr("promised"),
    "practice": tr("practice"),
    "may claim": tr("may claim"),
    "not found": tr("not found"),
}


def reason_words(reason: str) -> str:
    """Return why an event was told: "cleared, not yet acknowledged"."""
    return ", ".join(map(_one_reason, reason.split(", ")))


def reason_title(reason: str) -> str:
    """Return why an event was told, with a capital letter."""
    words = reason_words(reason)
    return words[:1].upper() + words[1:]


def _one_reason(reason: str) -> str:
    if unanswered := _UNANSWERED.fullmatch(reason):
        return tr("not acknowledged for {seconds} s", seconds=unanswered[1])
    if reason.startswith(_EXPLAINED):
        return tr("explained by {cause}", cause=reason.removeprefix(_EXPLAINED))
    return _REASONS.get(reason, reason)


def feed_word(feed: str) -> str:
    """Return how an account is read."""
    return _FEEDS.get(feed, feed)


def rights_word(rights: str) -> str:
    """Return what a key may do."""
    return _RIGHTS.get(rights, rights)


def kind_words(kind: str) -> str:
    """Return what an alarm is about."""
    return _KINDS.get(kind, kind.replace("_", " "))


def channel_name(channel: str) -> str:
    """Return what a channel is called: the user's word, or ours for what needs no set-up."""
    return _OWN_CHANNELS.get(channel, channel)


def basis_word(basis: str) -> str:
    """Return how sure a liquidation price is."""
    return _BASES.get(basis, basis)


def verdict_word(verdict: str) -> str:
    """Return how a figure stands to its two lines."""
    return _VERDICTS.get(verdict, verdict)


def status_word(status: str) -> str:
    """Return how firmly a venue says who bears a loss."""
    return _STATUSES.get(status, status)
