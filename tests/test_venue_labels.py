"""The labels say of each venue what its own module says, and the guide has steps for each."""

from __future__ import annotations

import importlib

import pytest

from monitor.resources import resource
from monitor.venue_labels import LABELS, VenueLabel
from monitor.venues import VENUES

EACH = pytest.mark.parametrize("label", LABELS.values(), ids=list(LABELS))


def test_every_venue_that_can_be_read_has_a_label_and_no_other() -> None:
    assert set(LABELS) == set(VENUES)


@EACH
def test_the_title_is_the_venues_own(label: VenueLabel) -> None:
    assert label.choice == VENUES[label.id].TITLE


@EACH
def test_what_an_account_needs_is_what_ccxt_asks_for(label: VenueLabel) -> None:
    kind = getattr(importlib.import_module(f"ccxt.{VENUES[label.id].CCXT_ID}"), VENUES[label.id].CCXT_ID)
    asked = {name for name, needed in kind().requiredCredentials.items() if needed}
    if label.needs == "address":
        assert "apiKey" not in asked
    else:
        assert asked == {"apiKey", "secret"} | ({"password"} if label.needs == "key and passphrase" else set())


@EACH
def test_the_guide_has_steps_for_it(label: VenueLabel) -> None:
    text = resource("guide", "accounts.md").read_text(encoding="utf-8")
    assert f"## {label.guide_section}\n" in text
