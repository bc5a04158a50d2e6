"""Which of several authored replies a trainee's own words come to, or none.

Each authored reply is known by its wordings. Words come to it when they mean the
like (the encoder's vectors), sound the like (n-grams) and do the like (the chances
of every act). Words that deny what a wording affirms come to its opposite.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from operator import mul
from typing import Final

from scoring.reading.clauses import Clause
from scoring.reading.impression import CODES, Impression
from scoring.reading.ngrams import likeness, profile
from scoring.reading.reading import Reading
from scoring.reading.text import words

MEANING: Final = 6.7
SOUND: Final = 7.6
DEEDS: Final = 1.3
NONE: Final = 5.0
"""The weights of the three, and the bar that the best must pass; fitted on the
matching sets (docs/agreement.md)."""
SURE: Final = 0.5
"""From this chance on, and with `MARGIN`, words are taken without asking."""
MARGIN: Final = 0.25
UNLIKELY: Final = 0.3
"""Below it, words come to nothing."""
_BEST: Final = 2
"""A reply is as near as the mean of its so many nearest wordings."""
_DENIED: Final = 0.05
"""What is left of a likeness when one side denies what the other affirms."""

_STEM: Final = 4
"""Letters by which words are compared as the same predicate."""
_NOISE: Final = 0.1
"""Chances up to this one say nothing of what a reply does."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say an authored reply, read beforehand."""

    text: str
    """Cleaned."""
    impression: Impression
    clauses: tuple[Clause, ...]
    deeds: Mapping[int, float] = field(init=False)
    """What `deeds_of` tells of it: asked of every wording, whatever is said."""

    def __post_init__(self) -> None:
        """Work out what it does, once."""
        object.__setattr__(self, "deeds", deeds_of(self.impression))


@dataclass(frozen=True, slots=True)
class Candidate:
    """An authored reply that words may come to."""

    id: str
    wordings: tuple[Wording, ...]
    """At least one; five or more read best."""
    opposite: str | None = None
    """The reply that a denial of this one comes to."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well words fit each of several authored replies."""

    chances: Mapping[str, float]
    """Reply → chance, the likeliest first; with the chance of none they sum to 1."""

    @property
    def best(self) -> str | None:
        """The reply that the words come to, when one is likely enough."""
        first = next(iter(self.chances.items()), None)
        return first[0] if first is not None and first[1] >= UNLIKELY else None

    @property
    def doubt(self) -> tuple[str, ...]:
        """The two or three replies to ask about; empty when it is clear enough."""
        ranked = list(self.chances.items())
        if self.best is None:
            return ()
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        if ranked[0][1] >= SURE and ranked[0][1] - second >= MARGIN:
            return ()
        return tuple(name for name, chance in ranked[:2] if chance >= UNLIKELY / 2)


def fit(reading: Reading, text: str, candidates: Sequence[Candidate]) -> Fit:
    """Tell which authored reply words come to.

    Args:
        reading: The words, read.
        text: The words, cleaned.
        candidates: The replies on offer; their order does not matter.
    """
    raw = {one.id: _score(reading, text, one) for one in candidates}
    for one in candidates:
        if one.opposite in raw:
            _turn_over(raw, one, reading, text)
    weights = {name: exp(min(score - NONE, 50.0)) for name, score in raw.items()}
    total = 1.0 + sum(weights.values())
    ranked = sorted(weights.items(), key=lambda pair: (-round(pair[1], 9), pair[0]))
    return Fit({name: round(weight / total, 4) for name, weight in ranked})


def features(
    reading: Reading, text: str, candidate: Candidate
) -> tuple[float, float, float]:
    """Return how alike words and a reply are in meaning, in sound and in deeds."""
    mine, does = profile(text), deeds_of(reading.impression)
    meaning = [_dot(reading.impression, w.impression) for w in candidate.wordings]
    sound = [likeness(mine, profile(w.text)) for w in candidate.wordings]
    deeds = [_same_deeds(does, w.deeds) for w in candidate.wordings]
    return _top(meaning), _top(sound), _top(deeds)


def _score(reading: Reading, text: str, candidate: Candidate) -> float:
    meaning, sound, deeds = features(reading, text, candidate)
    return MEANING * meaning + SOUND * sound + DEEDS * deeds


def _turn_over(
    raw: dict[str, float], candidate: Candidate, reading: Reading, text: str
) -> None:
    """Give a denied reply's likeness to its opposite."""
    if candidate.opposite is None or not denies(text, reading.clauses, candidate):
        return
    score = raw[candidate.id]
    raw[candidate.opposite] = max(raw[candidate.opposite], score)
    raw[candidate.id] = score * _DENIED


def denies(text: str, parts: Sequence[Clause], candidate: Candidate) -> bool:
    """Tell whether words deny what every wording that shares them affirms.

    Predicates are compared by the first four letters of long words; a word that
    stands on both sides of a denial says nothing.
    """
    mine = _signs(text, parts)
    theirs: dict[str, set[bool]] = {}
    for wording in candidate.wordings:
        for stem, signs in _signs(wording.text, wording.clauses).items():
            theirs.setdefault(stem, set()).update(signs)
    shared = [stem for stem in mine.keys() & theirs.keys() if len(mine[stem]) == 1]
    against = [stem for stem in shared if theirs[stem].isdisjoint(mine[stem])]
    return len(against) > len(shared) - len(against)


def _signs(text: str, parts: Sequence[Clause]) -> dict[str, set[bool]]:
    """Return the stems of a text, each with the signs of the clauses it stands in."""
    found: dict[str, set[bool]] = {}
    for part in parts:
        for word in words(text[part.start : part.end]):
            if len(word) > _STEM:
                found.setdefault(word[:_STEM], set()).add(part.negated)
    return found


def _dot(one: Impression, two: Impression) -> float:
    total: float = sum(map(mul, one.vector, two.vector))
    return total


def deeds_of(impression: Impression) -> dict[int, float]:
    """Return the acts that are heard at all, by their place among all, with how much.

    In the order of the places.
    """
    chances = impression.chances[: len(CODES)]
    return {n: one - _NOISE for n, one in enumerate(chances) if one > _NOISE}


def _same_deeds(one: Mapping[int, float], two: Mapping[int, float]) -> float:
    """Return 1 when the chances of all acts are the same, 0 when nothing is shared."""
    both = sum([min(much, two[place]) for place, much in one.items() if place in two])
    places = sorted(one.keys() | two.keys())
    either = sum([max(one.get(n, 0.0), two.get(n, 0.0)) for n in places])
    return both / either if either else 0.0


def _top(values: Sequence[float]) -> float:
    best = sorted(values, reverse=True)[:_BEST]
    return sum(best) / len(best) if best else 0.0
