"""What can be played: the scenarios of all packs, each with what it needs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from scoring.keyclient import Rulebook
from scoring.rubric import Rubric
from simulator.packs.drills import LoadedDrills, load_drills
from simulator.packs.errors import (
    BrokenFileError,
    NoSuchPartError,
    NoSuchScenarioError,
    PackError,
)
from simulator.packs.files import inside, present, read_file
from simulator.packs.folders import SUFFIXES, Entry, Folder, Part, entries, found, part
from simulator.scenario.findings import Finding
from simulator.scenario.model import Difficulty, Scenario
from simulator.scenario.rubrics import ParsedRubric, parse_rubric
from simulator.scenario.rulebooks import ParsedRulebook, parse_rulebook

if TYPE_CHECKING:
    from simulator.scenario.parsing import Parsed

_HARDER: Final = tuple(Difficulty)
_TALKS: Final = 4
"""So many scenarios are kept as they were last read."""
_PARTS: Final = 16
"""Rubrics that are kept, and rulebooks: most scenarios share theirs. A file is read
each time, and what stands in it made sense of once."""
_CONTINUES: Final = b"\ncontinues:"
"""What stands in every file of a scenario that goes on from another."""


class Loaded(Struct, frozen=True):
    """A scenario ready to be played and scored."""

    scenario: Scenario
    text: bytes
    """The file exactly as it was read."""
    source: str
    """Its id, or its path when it was named by path."""
    path: Path
    rubric: Rubric
    rulebook: Rulebook
    findings: tuple[Finding, ...] = ()
    """What is doubtful about the scenario; no error is among them."""


class Library:
    """All packs: the shipped ones, a person's own, and folders named beside them."""

    def __init__(self, roots: Sequence[Path]) -> None:
        """Look for packs in these folders; a folder may be a pack itself."""
        self._roots = tuple(roots)
        self._folders: tuple[Folder, ...] | None = None
        self._entries: dict[str, list[Entry]] | None = None

    @classmethod
    def shipped(cls, extra: Iterable[Path] = ()) -> "Library":
        """Return the shipped packs, and those in further folders."""
        return cls((shipped_folder(), *extra))

    def packs(self) -> tuple[Folder, ...]:
        """Return the packs found; one whose `pack.yaml` is broken is left out."""
        if self._folders is None:
            self._folders = tuple(found(self._roots))
        return self._folders

    def scenarios(self, language: str) -> tuple[Entry, ...]:
        """Return what can be played, in the language asked for where there is one.

        Only the heads of the files are read: that a scenario has mistakes further
        down is told when it is loaded. Of two packs with a scenario of the same id
        the one found first has it. The easy ones come first.
        """
        found = [_in_language(versions, language) for versions in self._all().values()]
        return tuple(sorted(found, key=lambda one: _HARDER.index(one.difficulty)))

    def load(self, name: str, language: str) -> Loaded:
        """Read a scenario with its rubric and rulebook.

        Args:
            name: A scenario's id, or the path of a file.
            language: The language wanted; another is taken if there is none, which
                `Loaded.scenario.language` tells.

        Raises:
            PackError: It is missing, cannot be read, or has mistakes.
        """
        if _is_path(name):
            return self.load_file(Path(name), str(Path(name).absolute()))
        versions = self._all().get(name)
        if versions is None:
            self._explain(name)
            raise NoSuchScenarioError(name, self._all())
        return self.load_file(_in_language(versions, language).path, name)

    def sequels(self, scenario: str, ending: str, language: str) -> Iterator[Entry]:
        """Yield what goes on from an ending of a scenario.

        One that cannot be read goes on from nothing.

        Args:
            scenario: The id of the one that was played.
            ending: The id of the ending that it came to.
            language: The language wanted.
        """
        for entry in self.scenarios(language):
            with suppress(PackError):
                text = read_file(entry.path)
                later = (
                    _parsed(text, str(entry.path)).scenario
                    if _CONTINUES in text
                    else None
                )
                before = later.continues if later else None
                if before is not None and before.leads_from(scenario, ending):
                    yield entry

    def drills(self, language: str) -> tuple[LoadedDrills, ...]:
        """Read the drills of all packs, in the language asked for where there are any.

        Raises:
            PackError: As `drills_of`, for the first pack of which it holds.
        """
        every = [self.drills_of(folder, language) for folder in self.packs()]
        return tuple(one for one in every if one is not None)

    def drills_of(self, folder: Folder, language: str) -> LoadedDrills | None:
        """Read the drills of one of the packs; None when it has none.

        Raises:
            PackError: They cannot be read, have mistakes, or name a rubric that is
                nowhere.
        """
        return load_drills(folder, language, self._rubric)

    def find(self, name: str, language: str) -> Path:
        """Return the file of a scenario, which may have mistakes.

        Args:
            name: A scenario's id, or the path of a file, which need not be there.
            language: The language wanted.

        Raises:
            PackError: There is none of that name.
        """
        if _is_path(name):
            return Path(name)
        versions = self._all().get(name)
        if versions is not None:
            return _in_language(versions, language).path
        try:
            self._explain(name)
        except BrokenFileError as error:
            return error.path
        raise NoSuchScenarioError(name, self._all())

    def load_file(self, path: Path, source: str) -> Loaded:
        """Read the scenario of a file; see `load`."""
        text = read_file(path)
        return self.loaded(text, path, source)

    def place(self, source: str) -> Path:
        """Return where a scenario lies or lay, which tells whose rubric it takes."""
        if _is_path(source):
            return Path(source)
        versions = self._all().get(source)
        return versions[0].path if versions else shipped_folder() / source

    def loaded(
        self,
        text: bytes,
        path: Path,
        source: str,
        parsing: "Callable[[bytes, str], Parsed] | None" = None,
    ) -> Loaded:
        """Make a scenario ready whose text is at hand, as an old attempt's is.

        Args:
            text: The file.
            path: Where it lies or lay.
            source: How an attempt names it.
            parsing: What reads it; None: `simulator.scenario.parsing.parse`.

        Raises:
            PackError: It has mistakes, or names a rubric or rulebook that is
                neither beside `path` nor in any pack.
        """
        parsed = (parsing or _parsed)(text, str(path))
        if parsed.scenario is None:
            raise BrokenFileError(path, parsed.findings)
        scenario = parsed.scenario
        return Loaded(
            scenario,
            text,
            source,
            path,
            self._rubric(scenario.rubric, path),
            self._rulebook(scenario.rulebook, path),
            parsed.findings,
        )

    def rubric(self, name: str) -> Rubric:
        """Return a rubric: of the packs by its name, or of a file by its path.

        Raises:
            NoSuchPartError: There is none of that name.
            PackError: It cannot be read or has mistakes.
        """
        if not _is_path(name):
            return self._rubric(name, self._roots[0] / "-" / "-.yaml")
        path = Path(name)
        parsed = parse_rubric(read_file(path), name)
        if parsed.rubric is None:
            raise BrokenFileError(path, parsed.findings)
        return parsed.rubric

    def rulebook(self, name: str) -> Rulebook:
        """Return a rulebook: of the packs by its name, or of a file by its path.

        Raises:
            NoSuchPartError: There is none of that name.
            PackError: It cannot be read or has mistakes.
        """
        if not _is_path(name):
            return self._rulebook(name, self._roots[0] / "-" / "-.yaml")
        path = Path(name)
        parsed = parse_rulebook(read_file(path), name)
        if parsed.rulebook is None:
            raise BrokenFileError(path, parsed.findings)
        return parsed.rulebook

    def parts(self, kind: Part, name: str, scenario: Path) -> Iterator[Path]:
        """Find a rubric or a rulebook by its name.

        Beside the scenario first, then in the scenario's own pack, then in the
        others, the shipped ones before a person's own.

        Raises:
            UnreadableFileError: It lies outside its pack.
        """
        beside = f"{kind}/{name}.yaml"
        if present(scenario.parent / beside):
            yield inside(scenario.parent, beside)
        where = scenario.absolute()
        own = (one for one in self.packs() if where.is_relative_to(one.path.absolute()))
        for folder in (*own, *self.packs()):
            place = part(folder, kind, name)
            if place is not None:
                yield place

    def _all(self) -> dict[str, list[Entry]]:
        if self._entries is None:
            self._entries = {}
            for folder in self.packs():
                for name, versions in entries(folder).items():
                    self._entries.setdefault(name, versions)
        return self._entries

    def _explain(self, name: str) -> None:
        """Raise what is wrong with a scenario that is there but broken at its head."""
        for folder in self.packs():
            path = folder.path / f"{name}.yaml"
            if present(path):
                self.load_file(inside(folder.path, path.name), name)

    def _rubric(self, name: str, path: Path) -> Rubric:
        place, data = self._part(Part.RUBRIC, name, path)
        parsed = _parsed_rubric(data, str(place))
        if parsed.rubric is None:
            raise BrokenFileError(place, parsed.findings)
        return parsed.rubric

    def _rulebook(self, name: str, path: Path) -> Rulebook:
        place, data = self._part(Part.RULEBOOK, name, path)
        parsed = _parsed_rulebook(data, str(place))
        if parsed.rulebook is None:
            raise BrokenFileError(place, parsed.findings)
        return parsed.rulebook

    def _part(self, kind: Part, name: str, path: Path) -> tuple[Path, bytes]:
        """Return where the part of a scenario lies, and what stands in it."""
        for place in self.parts(kind, name, path):
            return place, read_file(place)
        raise NoSuchPartError(path, name)


@lru_cache(maxsize=_TALKS)
def _parsed(data: bytes, file: str) -> "Parsed":
    """Read a scenario, and keep it without its nodes: a brief is followed by a talk."""
    from simulator.scenario.parsing import parse  # lists of scenarios need none of it

    return replace(parse(data, file), document=None)


@lru_cache(maxsize=_PARTS)
def _parsed_rubric(data: bytes, file: str) -> ParsedRubric:
    return parse_rubric(data, file)


@lru_cache(maxsize=_PARTS)
def _parsed_rulebook(data: bytes, file: str) -> ParsedRulebook:
    return parse_rulebook(data, file)


def shipped_folder() -> Path:
    """Return where the shipped packs lie: beside this package, in source and wheel."""
    return Path(__file__).resolve().parents[2] / "scenarios"


def _is_path(name: str) -> bool:
    return Path(name).suffix in SUFFIXES or len(Path(name).parts) > 1


def _in_language(versions: Sequence[Entry], language: str) -> Entry:
    return next((one for one in versions if one.language == language), versions[0])
