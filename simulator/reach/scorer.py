"""Score very many talks of one scenario, each by `scoring`'s own rules.

What `scoring.scorecard.score` works out again for every talk is worked out once
here for all talks that agree in what it depends on: a principle on the turns that
bear on it, the key-client score on the facts, the rules named, the forms and the
outcome. The tests hold both to the same points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from msgspec import Struct

from scoring.gather import PrincipleResult, gather, weighted
from scoring.keyclient import Rulebook
from scoring.keyscore import key_client_points
from scoring.principles import Principle
from scoring.rubric import Rubric
from scoring.scorecard import held_down, shown_by_forms
from scoring.talk import Fact, Outcome, Talk, Turn
from simulator.engine import State, begin, talk_of
from simulator.reach.trail import Paper, Spoken, Step
from simulator.scenario.model import Scenario

_PRINCIPLES = tuple(Principle)
Item = tuple[str, Principle]
"""A scene and a principle that it tests: one item of the analysis."""


class Scored(Struct, frozen=True):
    """What a talk came to."""

    business: Fraction | None
    """0..100; None when no principle was reached."""
    key_client: Fraction | None
    """0..100; None while no answer was given."""
    items: tuple[tuple[Item, int], ...]
    """Each opportunity with the level shown there, 0..4."""


class Scorer:
    """Scores talks of one scenario; remembers what they have in common."""

    def __init__(self, scenario: Scenario, rubric: Rubric, rulebook: Rulebook) -> None:
        """Make ready; nothing is scored yet."""
        self.rulebook = rulebook
        self._weights = {p: text.weight for p, text in rubric.principles.items()}
        self._facts = _facts(scenario)
        self._results: tuple[dict[tuple[object, ...], PrincipleResult], ...] = tuple(
            {} for _ in _PRINCIPLES
        )
        self._numbers: dict[tuple[Fraction | None, bool], int] = {}
        self._sorts: dict[int, int] = {}
        """By identity: results of equal level that count alike have one number."""
        self._business: dict[tuple[object, ...], Fraction | None] = {}
        self._points: dict[tuple[object, ...], Fraction | None] = {}

    def score(
        self, trail: Sequence[Step], state: State, outcome: Outcome | None
    ) -> Scored:
        """Score a talk, finished or not.

        Args:
            trail: Its turns, oldest first.
            state: Where it stands after them.
            outcome: How it ended; None while it goes on.
        """
        results = self.results(trail)
        return Scored(
            self.business(trail, results),
            self.key_client(trail, state, outcome),
            tuple(
                ((one.scene, result.principle), one.level)
                for result in results
                for one in result.opportunities
            ),
        )

    def business(
        self, trail: Sequence[Step], results: Sequence[PrincipleResult]
    ) -> Fraction | None:
        """Return the first score, 0..100, from what the principles came to."""
        key = tuple([self._sorts[id(one)] for one in results])
        if key not in self._business:
            self._business[key] = weighted(results, self._weights)
        flagged = any(one.red_flag for one in trail)
        return held_down(self._business[key], red_flag=flagged)

    def results(self, trail: Sequence[Step]) -> list[PrincipleResult]:
        """Return what each principle came to; turn numbers in it mean nothing."""
        said = [one for one in trail if isinstance(one, Spoken)]
        papers = list(_papers(trail).values()) if len(said) < len(trail) else []
        return [self._result(n, said, papers) for n in range(len(_PRINCIPLES))]

    def _result(
        self, number: int, said: Sequence[Spoken], papers: Sequence[Paper]
    ) -> PrincipleResult:
        kept, bit = self._results[number], 1 << number
        key = tuple([one.signs[number] for one in said if one.signs[number]])
        if papers:
            key += tuple([one.number for one in papers if one.bears_on & bit])
        found = kept.get(key)
        if found is None:
            principle = _PRINCIPLES[number]
            judged = [one.judged for one in papers]
            forms = shown_by_forms(judged, principle)
            turns = [one.rated for one in said if one.signs[number]]
            found = kept[key] = gather(principle, turns, forms)
            sort = (found.level, found.tested)
            self._sorts[id(found)] = self._numbers.setdefault(sort, len(self._numbers))
        return found

    def key_client(
        self, trail: Sequence[Step], state: State, outcome: Outcome | None
    ) -> Fraction | None:
        """Return the second score, 0..100; None while no answer was given."""
        if not trail:
            return None
        bearing = [one for one in trail if one.on_rules]
        key = (outcome, frozenset(state.known), *(one.number for one in bearing))
        if key not in self._points:
            self._points[key] = self._key_client(bearing, state, outcome)
        return self._points[key]

    def _key_client(
        self, bearing: Sequence[Step], state: State, outcome: Outcome | None
    ) -> Fraction | None:
        places = {id(one): place for place, one in enumerate(bearing, 1)}
        learned = Turn(len(bearing) + 1, "", (), (), {}, tuple(state.known), False)
        turns = [
            replace(one.rated.turn, number=place)
            for place, one in enumerate(bearing, 1)
            if isinstance(one, Spoken)
        ]
        judged = tuple(
            replace(one.judged, form=replace(one.judged.form, turn=places[id(one)]))
            for one in _papers(bearing).values()
        )
        forms = tuple(one.form for one in judged)
        talk = Talk((*turns, learned), self._facts, outcome, forms=forms)
        return key_client_points(talk, self.rulebook, judged)


def _papers(trail: Sequence[Step]) -> Mapping[str, Paper]:
    """Return the forms handed in; of one scene the last one counts."""
    return {one.scene.id: one for one in trail if isinstance(one, Paper)}


def _facts(scenario: Scenario) -> tuple[Fact, ...]:
    _, events = begin(scenario, 1)
    return talk_of(scenario, events).facts
