"""The rubric and the rulebook that a scenario names."""

from dataclasses import dataclass, field
from pathlib import Path

from scoring.keyclient import Rulebook
from scoring.rubric import Rubric
from simulator.packs import Library, PackError, Part, read_file
from simulator.scenario import parse_rubric, parse_rulebook


@dataclass(frozen=True, slots=True)
class Parts:
    """Finds rubrics and rulebooks: beside a scenario first, then in any pack."""

    library: Library
    _rubrics: dict[Path, Rubric | None] = field(
        default_factory=dict[Path, Rubric | None]
    )
    _rulebooks: dict[Path, Rulebook | None] = field(
        default_factory=dict[Path, Rulebook | None]
    )

    def there(self, kind: Part, name: str, scenario: Path) -> bool:
        """Tell whether there is a file of that name, sound or not."""
        return self._place(kind, name, scenario) is not None

    def rubric(self, name: str, scenario: Path) -> Rubric | None:
        """Return a rubric; None when it is missing or has mistakes."""
        place = self._place(Part.RUBRIC, name, scenario)
        if place is not None and place not in self._rubrics:
            parsed = parse_rubric(read_file(place), str(place))
            self._rubrics[place] = parsed.rubric
        return self._rubrics[place] if place is not None else None

    def rulebook(self, name: str, scenario: Path) -> Rulebook | None:
        """Return a rulebook; None when it is missing or has mistakes."""
        place = self._place(Part.RULEBOOK, name, scenario)
        if place is not None and place not in self._rulebooks:
            parsed = parse_rulebook(read_file(place), str(place))
            self._rulebooks[place] = parsed.rulebook
        return self._rulebooks[place] if place is not None else None

    def _place(self, kind: Part, name: str, scenario: Path) -> Path | None:
        try:
            return next(self.library.parts(kind, name, scenario), None)
        except PackError:
            return None
