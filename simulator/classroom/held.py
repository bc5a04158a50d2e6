"""How a class is held: what is settled when it is opened, and never changes."""

from collections.abc import Mapping
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path

from msgspec import Struct

from scoring.terms import Term
from simulator.classroom.errors import BadLogError
from simulator.engine import Mode
from simulator.packs import Library, Loaded, Part, read_file
from simulator.scenario.parsing import parse
from simulator.scenario.rubrics import parse_rubric
from simulator.scenario.rulebooks import parse_rulebook
from simulator.store import RoomHeader, RoomLog


class Pace(Term):
    """Who says when the talk goes on."""

    OWN = "own"
    """Each person for himself."""
    TOGETHER = "together"
    """The trainer, for all."""


class Names(Term):
    """What people are called where others see it."""

    REAL = "real"
    """By the names that they typed."""
    ALIAS = "alias"
    """By an alias; the name only brings them back."""


class Held(Struct, frozen=True):
    """How a class is held."""

    scenario: str
    """The digest of the scenario's text; and so on: any server that has the log has
    all that is played."""
    rubric: str
    rulebook: str
    source: str
    """Where the scenario came from: an id, or the path of a file."""
    mode: Mode
    pace: Pace
    trainer: str
    """The digest of the trainer's token."""
    key: str
    """What signs the tickets of this class, on whichever server."""
    seed: int = 0
    """Fixes the order of the replies in the talk of a whole room."""
    names: Names = Names.REAL


class Files(Struct, frozen=True):
    """The files that a class is held with, as they are."""

    scenario: bytes
    rubric: bytes
    rulebook: bytes


def digest(text: bytes | str) -> str:
    """Return the digest by which files and secrets are kept."""
    return sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def is_secret(told: str, kept: str) -> bool:
    """Tell whether a secret is the one whose digest is kept; takes as long either way.

    Args:
        told: The secret, as somebody sends it.
        kept: The digest.
    """
    return compare_digest(digest(told), kept)


def files_of(library: Library, loaded: Loaded) -> Files:
    """Return the files of a scenario that was loaded.

    Raises:
        PackError: One of them is gone.
    """

    def part(kind: Part, name: str) -> bytes:
        return read_file(next(library.parts(kind, name, loaded.path)))

    return Files(
        loaded.text,
        part(Part.RUBRIC, loaded.scenario.rubric),
        part(Part.RULEBOOK, loaded.scenario.rulebook),
    )


def loaded_of(held: Held, log: RoomLog) -> Loaded:
    """Make what a class plays ready, from the store alone.

    Raises:
        StoreError: A file is missing or damaged.
        BadLogError: A file is no longer understood.
    """
    text = log.text(held.scenario)
    scenario = parse(text, held.source).scenario
    rubric = parse_rubric(log.text(held.rubric)).rubric
    rulebook = parse_rulebook(log.text(held.rulebook)).rulebook
    if scenario is None or rubric is None or rulebook is None:
        raise BadLogError("the scenario of the class has mistakes for this version")
    return Loaded(scenario, text, held.source, Path(held.source), rubric, rulebook)


def rules_of(log: RoomLog, held: Held) -> bytes:
    """Return the rulebook of a class as it was written.

    Raises:
        StoreError: It is missing or damaged.
    """
    return log.text(held.rulebook)


def body_of(held: Held) -> dict[str, object]:
    """Return how a class is held as plain JSON."""
    return {
        "scenario": held.scenario,
        "rubric": held.rubric,
        "rulebook": held.rulebook,
        "source": held.source,
        "mode": str(held.mode),
        "pace": str(held.pace),
        "trainer": held.trainer,
        "key": held.key,
        "seed": held.seed,
        "names": str(held.names),
    }


def held_of(header: RoomHeader) -> Held:
    """Return how a class is held, as `body_of` wrote it.

    Raises:
        BadLogError: It was written by another version.
    """
    body: Mapping[str, object] = header.body
    try:
        return Held(
            scenario=str(body["scenario"]),
            rubric=str(body["rubric"]),
            rulebook=str(body["rulebook"]),
            source=str(body["source"]),
            mode=Mode(str(body["mode"])),
            pace=Pace(str(body["pace"])),
            trainer=str(body["trainer"]),
            key=str(body["key"]),
            seed=int(str(body.get("seed", 0))),
            names=Names(str(body.get("names", Names.REAL))),
        )
    except (KeyError, ValueError) as error:
        raise BadLogError(f"the head of a class is broken: {error}") from error
