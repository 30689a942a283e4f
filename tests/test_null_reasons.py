"""What `assess --json` prints of worked cases: no figure is missing, each null has a reason beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from monitor.model import Account, Snapshot
from monitor.reports.assess_json import snapshot_json
from monitor.risk.beyond import measure_beyond
from monitor.risk.market import Market
from monitor.risk.report import assess
from tests.benchmarks.bench_beyond import furnished, market_of
from tests.margin import test_cases

NOW = 1_764_000_000_000
WHY = ("reason", "unknown", "beyond_reason", "stress_reason")


def printed(accounts: tuple[Account, ...], market: Market, at_ms: int) -> Any:
    report = assess(accounts, rescue_distance=0.1, at_ms=at_ms)
    beyond = measure_beyond(report.figures, market, at_ms)
    return json.loads(snapshot_json(Snapshot(taken_ms=at_ms, accounts=accounts), report, beyond))


def silent(body: Any, path: str = "$", told: bool = False) -> Iterator[str]:
    """The paths of nulls that nothing beside or above them explains."""
    if isinstance(body, list):
        for number, one in enumerate(body):
            yield from silent(one, f"{path}[{number}]", told)
    elif isinstance(body, dict):
        told = told or any(body.get(key) for key in WHY)
        for key, value in body.items():
            if value is None and not (told or body.get("reasons", {}).get(key)):
                yield f"{path}.{key}"
            of_account = path.count("[") == 1 and path.endswith("]")  # what it says is not said of its positions
            yield from silent(value, f"{path}.{key}", told and not of_account)


def shape(body: Any) -> Any:
    """The names of the figures, whatever they are; reasons aside."""
    return {key: shape(value) for key, value in body.items() if key != "reasons"} if isinstance(body, dict) else None


@pytest.fixture(scope="module")
def cases() -> list[tuple[tuple[Account, ...], int]]:
    """The accounts that all worked cases are made of."""
    found: list[tuple[tuple[Account, ...], int]] = []
    real = test_cases.assess

    def noting(accounts: tuple[Account, ...], *, rescue_distance: float, at_ms: int | None = None) -> Any:
        found.append((accounts, at_ms or NOW))
        return real(accounts, rescue_distance=rescue_distance, at_ms=at_ms)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(test_cases, "assess", noting)
        for case in test_cases.RUN:
            test_cases.figures_of(case)
    return found


@pytest.mark.parametrize("known", [False, True])
def test_every_null_has_a_reason_beside_it(cases: list[tuple[tuple[Account, ...], int]], known: bool) -> None:
    names = set()
    for accounts, at_ms in cases[known::8]:
        held = furnished(accounts) if known else accounts
        body = printed(held, market_of(held) if known else Market(), at_ms)
        assert not list(silent(body))
        names |= {json.dumps(shape(row)) for one in body["accounts"] for row in one["positions"]}
    assert len(cases) > 150
    assert len(names) == 1  # no figure is ever missing
