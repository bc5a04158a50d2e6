"""Drills: an objection, three tempers to say it in, and what can be answered.

A drill is a scene with replies, and is read, checked and answered as one.
"""

import hashlib
from collections.abc import Mapping as Lookup
from typing import Final

from msgspec import Struct

from scoring.principles import Principle
from scoring.talk import Outcome
from simulator.scenario import assemble
from simulator.scenario.checker import Values
from simulator.scenario.codes.sense import DUPLICATE_REPLY
from simulator.scenario.files import open_file
from simulator.scenario.findings import Finding
from simulator.scenario.known import gather_replies, id_of, items
from simulator.scenario.model import (
    FORMAT,
    SHIPPED_RUBRIC,
    Client,
    Difficulty,
    Ending,
    Line,
    Person,
    Reply,
    Scenario,
    Scene,
)
from simulator.scenario.nodes import Mapping
from simulator.scenario.rulebooks import check_ids
from simulator.scenario.schema import LANGUAGES, PRINCIPLE, REPLY
from simulator.scenario.shapes import (
    Id,
    ListOf,
    OneOf,
    Text,
    Version,
    may,
    must,
    record,
)

VOICES: Final = 3
"""In so many tempers each objection is said."""
MOST_TESTED: Final = 3
FEWEST_REPLIES: Final = 3
MOST_REPLIES: Final = 5
ANSWERED: Final = "_answered"
"""The ending to which every reply leads where drills are played as a talk; not an id
that a drill could have."""
_REPLY_KEYS: Final = ("id", "text", "does", "because", "like", "opposite", "levels")
"""Those of a scenario's reply that need no talk around it."""

SPEAKER: Final = record(
    "speaker",
    name=must(Text(), "What the person is called."),
    role=must(Text(), "Who the person is."),
)
DRILL: Final = record(
    "drill",
    id=must(Id(), "The name of the drill."),
    objection=must(Text(), "What the objection is called, in a few words."),
    who=must(SPEAKER, "Who says it."),
    context=must(Text(), "What the head of sales knows when it is said."),
    voices=must(
        ListOf(Text(spoken=True), least=VOICES, most=VOICES, different=True),
        "The objection in three tempers.",
    ),
    beneath=must(Text(), "What lies beneath it, for the debrief."),
    tests=must(
        ListOf(PRINCIPLE, least=1, most=MOST_TESTED, different=True),
        "The principles at stake.",
    ),
    replies=must(
        ListOf(
            record("drill reply", **{key: REPLY.keys[key] for key in _REPLY_KEYS}),
            least=FEWEST_REPLIES,
            most=MOST_REPLIES,
        ),
        "What the trainee may answer.",
    ),
)
DRILLS: Final = record(
    "drills",
    format=must(Version(FORMAT), "The version of the format."),
    id=must(Id(), "The name of these drills, the same in every language."),
    title=must(Text(), "What they are called."),
    language=must(OneOf(LANGUAGES), "The language they are written in."),
    rubric=may(Id(), "The rubric; by default the shipped one."),
    drills=must(ListOf(DRILL, least=1, inside=True), "The drills."),
)


class Drill(Struct, frozen=True):
    """One objection and what can be answered to it."""

    id: str
    objection: str
    """What it is called, in a few words."""
    who: Person
    """Who says it; called by the id of the drill."""
    context: str
    """What is known when it is said."""
    voices: tuple[str, ...]
    """The objection in `VOICES` tempers."""
    beneath: str
    """What lies beneath it."""
    tests: tuple[Principle, ...]
    replies: tuple[Reply, ...]

    def scene(self) -> Scene:
        """Return the moment it is: its n-th visit is said in the n-th voice."""
        return Scene(self.id, self.tests, (Line(self.id, self.voices),), self.replies)


class Drills(Struct, frozen=True):
    """All drills of a file."""

    id: str
    title: str
    language: str
    drills: Lookup[str, Drill]
    """Id → drill, in the author's order."""
    rubric: str = SHIPPED_RUBRIC
    digest: str = ""
    """SHA-256 of the bytes they were read from, in hex."""

    def scenario(self) -> Scenario:
        """Return the drills as the scenes of one talk, for all that works on talks.

        Each reply ends it. A talk that begins in the scene of a drill, visited for
        the n-th time, is this drill in its n-th voice.
        """
        drills = self.drills.values()
        return Scenario(
            id=self.id,
            title=self.title,
            language=self.language,
            difficulty=Difficulty.MEDIUM,
            minutes=1,
            role="",
            brief="",
            debrief="",
            cast={one.id: one.who for one in drills},
            client=Client("", {}),
            start=next(iter(self.drills)),
            scenes={one.id: one.scene() for one in drills},
            endings={ANSWERED: Ending(ANSWERED, Outcome.MEETING, True, "", "")},
            rubric=self.rubric,
            digest=self.digest,
        )


class ParsedDrills(Struct, frozen=True):
    """What a file of drills turned out to be."""

    drills: Drills | None
    """None when any finding is an error."""
    findings: tuple[Finding, ...]
    document: Mapping | None
    """The file as nodes with places, for further checks; None if it has none."""


def parse_drills(data: bytes, name: str = "drills.yaml") -> ParsedDrills:
    """Read and check drills; never raises, whatever the bytes."""
    file = open_file(data, name)
    root = file.mapping()
    if root is None:
        return ParsedDrills(None, file.findings(), None)
    nodes = items(root, "drills")
    for node in nodes:
        gather_replies(id_of(node), node, file.known)
    values = file.values(root, DRILLS)
    check_ids(nodes, file.report)
    for node in nodes:
        check_ids(items(node, "replies"), file.report, DUPLICATE_REPLY)
    drills = None
    if values is not None and file.report.clean():
        drills = _drills(values, hashlib.sha256(data).hexdigest())
    return ParsedDrills(drills, file.findings(), root)


def _drills(values: Values, digest: str) -> Drills:
    return Drills(
        id=values["id"],
        title=values["title"],
        language=values["language"],
        drills={one["id"]: _drill(one) for one in values["drills"]},
        rubric=values.get("rubric", SHIPPED_RUBRIC),
        digest=digest,
    )


def _drill(values: Values) -> Drill:
    who: Values = values["who"]
    return Drill(
        id=values["id"],
        objection=values["objection"],
        who=Person(values["id"], who["name"], who["role"], {}),
        context=values["context"],
        voices=values["voices"],
        beneath=values["beneath"],
        tests=tuple([Principle(one) for one in values["tests"]]),
        replies=tuple([_reply(one) for one in values["replies"]]),
    )


def _reply(values: Values) -> Reply:
    return assemble.reply({**values, "to": ANSWERED})
