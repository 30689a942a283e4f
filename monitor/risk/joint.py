"""All marks of a pool moving together: the most likely way in which it dies, and how far that is.

In log prices with covariance C, health with slopes g falls most likely along beta = C g / sqrt(g' C g). The distance z
along it, in units of one standard deviation over a year, is the root of the pool's true health at marks
exp(beta * z): tiers, inverse contracts and coins as collateral included. The plain form 2 Phi(-h / (sigma sqrt T))
is not used: it overstates threefold.

Source: first-order reliability method, Hasofer and Lind, 1974; values in the project's risk maths, section 9.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from monitor.book import Book, FloatArray
from monitor.margin.pools import health_at
from monitor.margin.values import Pools
from monitor.risk.moved import health_after

BUMP = 1e-5  # fraction of the mark for the slopes; inside one tier health is affine
REACH = (1.01, 1.25, 2.5, 20.0)  # tried distances, in units of the first guess
NEARER = 0.98  # of where a pool is gone: with a good guess most roots lie just before it
STEPS = 40


def slopes(book: Book, pools: Pools) -> FloatArray:
    """Return (n,) how much the pool's health changes per relative rise of each mark [pool money].

    Two legs of one symbol share theirs in equal parts.
    """
    up, down = (health_at(book, pools, book.mark * (1.0 + bump)) for bump in (BUMP, -BUMP))
    share = np.where(pools.layout.partner >= 0, 0.5, 1.0)
    slope: FloatArray = (up - down) / (2.0 * BUMP) * share
    return slope


def betas_alike(pools: Pools, slope: FloatArray, volatility: FloatArray, correlation: float) -> FloatArray:
    """Return (n,) C g / sqrt(g' C g) where any two different prices have one correlation.

    A hedged leg counts with its partner: both have the slope of the pair between them.
    """
    of, groups = pools.of, pools.layout.groups
    pair = np.where(pools.layout.partner >= 0, 2.0, 1.0)
    exposure = slope * volatility
    total = groups.sum(exposure)
    own = exposure * pair  # of the whole symbol
    variance = (1.0 - correlation) * groups.sum(exposure * own) + correlation * total**2
    with np.errstate(divide="ignore", invalid="ignore"):
        beta: FloatArray = (
            volatility * ((1.0 - correlation) * own + correlation * total[of]) / np.sqrt(np.maximum(variance, 0.0))[of]
        )
    return beta


def distances(book: Book, pools: Pools, beta: FloatArray, slope: FloatArray) -> FloatArray:
    """Return (c, m) how far along `beta` each pool's health is gone: z < 0, -inf where it never is, 0 where it is gone.

    Args:
        beta: (c, n) log move of each mark for one unit of z, c times. slope: (n,) of health, from `slopes`.

    NaN where a volatility, and with it `beta`, is unknown.
    """
    layout = pools.layout
    start = pools.health
    guess = np.array([_guess(pools, one, slope) for one in beta])

    def health(z: FloatArray) -> FloatArray:
        with np.errstate(over="ignore", invalid="ignore"):
            moves = np.minimum(np.maximum(beta * z[:, layout.of], -20.0), 20.0)
            return health_after(book, pools, np.exp(moves))

    near, far = np.zeros(guess.shape), np.full(guess.shape, -np.inf)
    at_near = at_far = np.broadcast_to(start, guess.shape)
    sought = np.isfinite(guess) & (start > 0.0)
    for reach in REACH:
        tried = guess * reach
        here = health(tried)
        first = np.isinf(far) & (here < 0.0) & sought
        far, at_far = np.where(first, tried, far), np.where(first, here, at_far)
        alive = np.isinf(far)
        if not alive[sought].any():
            break
        near, at_near = np.where(alive, tried, near), np.where(alive, here, at_near)
    root = _root(health, (near, at_near), (far, at_far), 1e-10 * np.abs(start))
    unknown = np.isnan(start) | np.isnan(guess)
    return np.where(layout.groups.empty, -np.inf, np.where(start < 0.0, 0.0, np.where(unknown, np.nan, root)))


def _guess(pools: Pools, beta: FloatArray, slope: FloatArray) -> FloatArray:
    """(m,) the root where all marks of a pool follow one exponential with its slope and its curvature; z < 0.

    Where that one never reaches zero it is the root of the straight line.
    """
    layout = pools.layout
    steep = layout.groups.sum(slope * beta)
    with np.errstate(divide="ignore", invalid="ignore"):
        straight = -pools.health / steep
        bend = layout.groups.sum(slope * beta**2) / steep
        bent = np.log1p(straight * bend) / bend
    return np.where(np.isfinite(bent) & (bent < 0.0), bent, straight)


def _root(
    health: Callable[[FloatArray], FloatArray],
    near: tuple[FloatArray, FloatArray],
    far: tuple[FloatArray, FloatArray],
    close: FloatArray,
) -> FloatArray:
    """The root between `near` (alive) and `far` (gone), each with its health; -inf where `far` is.

    Secants of the last two places, and the middle of what is left where one leads out of it.

    Args:
        close: (m,) health that counts as none. All else (c, m).
    """
    known = np.isfinite(far[0])
    low, high = near[0], np.where(known, far[0], near[0] - 1.0)
    last, at_last = high, far[1]
    tried = np.minimum(high * NEARER, low)
    for _ in range(STEPS):
        here = health(tried)
        if (np.abs(here) <= close)[known].all():
            break
        gone = here < 0.0
        low, high = np.where(gone, low, tried), np.where(gone, tried, high)
        with np.errstate(divide="ignore", invalid="ignore"):
            secant = tried - here * (tried - last) / (here - at_last)
        last, at_last = tried, here
        inside = (secant < low) & (secant > high)
        tried = np.where(np.abs(here) <= close, tried, np.where(inside, secant, 0.5 * (low + high)))
    return np.where(known, tried, -np.inf)
