"""The rubric, the rulebook and the talk before that a scenario names."""

from pathlib import Path
from typing import Final

from msgspec import Struct

from scoring.keyclient import Rulebook
from scoring.rubric import Rubric
from simulator.authoring.earlier import Question, digest
from simulator.authoring.merit import Merits, Rated
from simulator.packs import Library, NoSuchScenarioError, PackError, Part, read_file
from simulator.scenario.model import Scenario
from simulator.scenario.rubrics import parse_rubric
from simulator.scenario.rulebooks import parse_rulebook

BEFORE: Final = "continues"
LISTED: Final = "listed"
_THERE: Final = "there"
_ABSENT: Final = ""
"""What is found where there is nothing of a name."""
_BROKEN: Final = "?"
"""What is found where something cannot be read or has mistakes."""


class Parts(Struct, frozen=True):
    """Finds what scenarios name: beside them first, then in any pack.

    Each file is read once.
    """

    library: Library
    _rubrics: dict[Path, Rubric | None] = {}
    _rated: dict[int, Rated] = {}
    """By the identity of a rubric."""
    _rulebooks: dict[Path, Rulebook | None] = {}
    _texts: dict[Path, bytes] = {}
    answers: dict[Question, str] = {}
    """What was looked for so far, and what was found: a place, and a digest."""

    def there(self, kind: Part, name: str, scenario: Path) -> bool:
        """Tell whether there is a file of that name, sound or not."""
        return self._place(kind, name, scenario) is not None

    def rubric(self, name: str, scenario: Path) -> Rubric | None:
        """Return a rubric; None when it is missing or has mistakes."""
        place = self._place(Part.RUBRIC, name, scenario)
        if place is not None and place not in self._rubrics:
            parsed = parse_rubric(self._text(place), str(place))
            self._rubrics[place] = parsed.rubric
        return self._rubrics[place] if place is not None else None

    def merits(self, rubric: Rubric) -> Merits:
        """Return what rates replies by a rubric; all share what they know of it."""
        return Merits(rubric, self._rated.setdefault(id(rubric), {}))

    def rulebook(self, name: str, scenario: Path) -> Rulebook | None:
        """Return a rulebook; None when it is missing or has mistakes."""
        place = self._place(Part.RULEBOOK, name, scenario)
        if place is not None and place not in self._rulebooks:
            parsed = parse_rulebook(self._text(place), str(place))
            self._rulebooks[place] = parsed.rulebook
        return self._rulebooks[place] if place is not None else None

    def before(self, name: str, language: str) -> tuple[Scenario | None, bool]:
        """Return a scenario of any pack, and whether there is one of that name.

        None stands for one that is missing, and for one with mistakes.
        """
        question = (BEFORE, name, language)
        try:
            found = self.library.load(name, language).scenario
        except NoSuchScenarioError:
            self.answers[question] = _ABSENT
            return None, False
        except PackError:
            self.answers[question] = _BROKEN
            return None, True
        self.answers[question] = found.digest
        return found, True

    def listed(self, path: str, pack: Path) -> bool:
        """Tell whether a path that a `pack.yaml` lists is that of a file."""
        there = (pack.parent / path).is_file()
        self.answers[LISTED, path, str(pack)] = _THERE if there else _ABSENT
        return there

    def still(self, question: Question, answer: str) -> bool:
        """Tell whether what was looked for is found again, and as it was."""
        kind, name, where = question
        if kind == BEFORE:
            self.before(name, where)
        elif kind == LISTED:
            self.listed(name, Path(where))
        else:
            self._place(Part(kind), name, Path(where))
        return self.answers[question] == answer

    def _place(self, kind: Part, name: str, scenario: Path) -> Path | None:
        question = (str(kind), name, str(scenario))
        try:
            place = next(self.library.parts(kind, name, scenario), None)
        except PackError:
            self.answers[question] = _BROKEN
            return None
        self.answers[question] = self._standing(place) if place else _ABSENT
        return place

    def _standing(self, place: Path) -> str:
        try:
            return f"{place} {digest(self._text(place))}"
        except PackError:
            return f"{place} {_BROKEN}"

    def _text(self, place: Path) -> bytes:
        if place not in self._texts:
            self._texts[place] = read_file(place)
        return self._texts[place]
