"""Two talks at the same scenario: what differs, and how far that may be chance.

    found = differences(before, after, rubric, rulebook)

Scores are means over scenes, and few of them: one answer more or less moves them a
lot. How much is found out by leaving scenes out one at a time (the delete-one
jackknife): a difference that hangs on one scene swings when that scene is gone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import isqrt
from typing import Final

from scoring.keyclient import Rulebook
from scoring.principles import HIGHEST_LEVEL, Principle
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard, score
from scoring.talk import Talk
from scoring.terms import Term

FEWEST: Final = 4
"""Scenes that each talk must have for anything to be told of chance."""
READER_ERROR: Final = 1
"""Levels by which the reader of own words is taken to be off in a scene, as a root of
the mean square (docs/scoring.md, D-3)."""
_T: Final = (
    *(Fraction(n, 1000) for n in (12706, 4303, 3182, 2776, 2571, 2447, 2365, 2306)),
    *(Fraction(n, 1000) for n in (2262, 2228, 2201, 2179, 2160, 2145, 2131, 2120)),
    *(Fraction(n, 1000) for n in (2110, 2101, 2093, 2086)),
)
"""Student's t, two-sided, 95 %, for 1..20 degrees of freedom; the last one for more,
which makes the interval a little too wide."""
_FINE: Final = 10**6
"""Roots are worked out to so many parts of a point: the same on every machine."""


class Verdict(Term):
    """What may be said of a difference."""

    HIGHER = "higher"
    """More than noise."""
    LOWER = "lower"
    WITHIN_NOISE = "within-noise"
    """Nought lies in the interval: no progress is claimed, and none denied."""
    TOO_FEW = "too-few"
    """Too few scenes to tell."""


@dataclass(frozen=True, slots=True)
class Sat:
    """A talk that is held against another."""

    talk: Talk
    read: bool
    """True when its words were read by the program: then its levels are less sure."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A score or a level, before and after."""

    before: Fraction
    after: Fraction
    margin: Fraction | None
    """How far the interval goes to either side; None with too few scenes."""

    @property
    def value(self) -> Fraction:
        """By how much the later one is higher."""
        return self.after - self.before

    @property
    def verdict(self) -> Verdict:
        """What may be said of it."""
        if self.margin is None:
            return Verdict.TOO_FEW
        if abs(self.value) <= self.margin:
            return Verdict.WITHIN_NOISE
        return Verdict.HIGHER if self.value > 0 else Verdict.LOWER


@dataclass(frozen=True, slots=True)
class Differences:
    """All that two talks can be held against each other by."""

    business: Difference | None
    """0..100 each; None where one of the talks has no such score."""
    key_client: Difference | None
    principles: Mapping[Principle, Difference]
    """0..4 each; only those that both talks reached."""


_Measures = Mapping[str, Fraction | None]
_BUSINESS: Final = "business"
_KEY_CLIENT: Final = "key-client"


def differences(
    before: Sat, after: Sat, rubric: Rubric, rulebook: Rulebook
) -> Differences:
    """Hold two talks at the same scenario against each other.

    Both are scored by the same rules. The margin is that of a 95 % interval: from the
    differences that are left when scenes are taken out of both talks one at a time,
    or from the reader's known error, whichever is larger.

    Args:
        before: The earlier talk.
        after: The later one.
        rubric: Codes → levels.
        rulebook: The key-client rules.

    Source:
        docs/scoring.md, rules D-1 to D-4; B. Efron, "The Jackknife, the Bootstrap and
        Other Resampling Plans", 1982.
    """
    held = _Held((before, after), rubric, rulebook)
    principles = {principle: held.found(principle) for principle in Principle}
    return Differences(
        held.found(_BUSINESS),
        held.found(_KEY_CLIENT),
        {name: one for name, one in principles.items() if one is not None},
    )


class _Held:
    """Two talks held against each other, as wholes and without each scene."""

    def __init__(
        self, sats: tuple[Sat, Sat], rubric: Rubric, rulebook: Rulebook
    ) -> None:
        def scored(talk: Talk) -> Scorecard:
            return score(talk, rubric, rulebook)

        self.sats, self.rubric = sats, rubric
        self.cards = [scored(one.talk) for one in sats]
        self.whole = [_measures(card) for card in self.cards]
        pairs = zip(self.cards, sats, strict=True)
        self.bearing = [_bearing(card, one.talk) for card, one in pairs]
        self.left = {
            scene: [_measures(scored(_without(one.talk, scene))) for one in sats]
            for scene in self._scenes(_KEY_CLIENT)
        }

    def found(self, name: str) -> Difference | None:
        """Return what differs in one measure; None where one of the talks has none."""
        before, after = (one[name] for one in self.whole)
        if before is None or after is None:
            return None
        return Difference(before, after, self._margin(name))

    def _margin(self, name: str) -> Fraction | None:
        if min(len(one[name]) for one in self.bearing) < FEWEST:
            return None
        scenes = self._scenes(name)
        spread = _jackknife([[one[name] for one in self.left[s]] for s in scenes])
        if spread is None:
            return None
        freedom = min(len(scenes) - 1, len(_T))
        return _T[freedom - 1] * _root(max(spread, self._reading(name)))

    def _scenes(self, name: str) -> list[str]:
        """Return the scenes that a measure stands on in either talk."""
        return sorted({scene for one in self.bearing for scene in one[name]})

    def _reading(self, name: str) -> Fraction:
        """Return the variance that the reader's error gives the difference."""
        pairs = zip(self.cards, self.sats, strict=True)
        read = (_reading(card, name, self.rubric) for card, one in pairs if one.read)
        return sum(read, Fraction())


def _measures(card: Scorecard) -> _Measures:
    key = card.key_client
    return {
        _BUSINESS: card.business,
        _KEY_CLIENT: None if key is None else Fraction(key.points),
        **{one.principle: one.level for one in card.principles},
    }


def _bearing(card: Scorecard, talk: Talk) -> Mapping[str, frozenset[str]]:
    """Return the scenes that each measure stands on."""
    tested: dict[str, frozenset[str]] = {
        one.principle: frozenset(o.scene for o in one.opportunities)
        for one in card.principles
    }
    answered = {turn.scene for turn in talk.turns}
    return {
        _BUSINESS: frozenset(scene for one in tested.values() for scene in one),
        _KEY_CLIENT: frozenset(answered | {form.scene for form in talk.forms}),
        **tested,
    }


def _without(talk: Talk, scene: str) -> Talk:
    """Return a talk as if nothing had been answered in a scene."""
    return replace(
        talk,
        turns=tuple(turn for turn in talk.turns if turn.scene != scene),
        forms=tuple(form for form in talk.forms if form.scene != scene),
    )


def _jackknife(
    left: Sequence[Sequence[Fraction | None]],
) -> Fraction | None:
    """Return the variance of a difference: (n − 1) ÷ n × Σ (dᵢ − mean d)².

    Args:
        left: What both talks come to without each scene.

    Returns:
        None where a score hangs on one scene so much that without it there is none.
    """
    apart = [now - was for was, now in left if was is not None and now is not None]
    n = len(apart)
    if n < len(left) or n < 2:
        return None
    mean = sum(apart, Fraction()) / n
    return Fraction(n - 1, n) * sum(((d - mean) ** 2 for d in apart), Fraction())


def _reading(card: Scorecard, name: str, rubric: Rubric) -> Fraction:
    """Return the variance that the reader's error gives a measure of one talk.

    None for the key-client score: there is no figure for it.
    """
    counts = {
        one.principle: sum(not o.form for o in one.opportunities)
        for one in card.principles
        if one.opportunities
    }
    if name in counts:
        principle = Principle(name)
        return _of_level(card, principle, counts[principle])
    if name != _BUSINESS:
        return Fraction()
    weights = {p: rubric.principles[p].weight for p in counts}
    total = sum(weights.values(), Fraction())
    if not total:
        return Fraction()
    return sum(
        (
            (weights[p] * 100 / (HIGHEST_LEVEL * total)) ** 2 * _of_level(card, p, n)
            for p, n in counts.items()
        ),
        Fraction(),
    )


def _of_level(card: Scorecard, principle: Principle, read: int) -> Fraction:
    """Return the variance of a level: a mean, of which so many parts were read."""
    return Fraction(READER_ERROR**2 * read, len(card.of(principle).opportunities) ** 2)


def _root(value: Fraction) -> Fraction:
    return Fraction(isqrt(int(value * _FINE**2)), _FINE)
