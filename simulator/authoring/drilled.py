"""Drills as the rules of `check` look at them: each a scene of one talk."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from simulator.authoring.texts import Words, texts
from simulator.scenario.drills import Drills, ParsedDrills
from simulator.scenario.known import id_of, items
from simulator.scenario.model import Scenario
from simulator.scenario.nodes import Mapping, Scalar
from simulator.scenario.parsing import Parsed

DRILLS: Final = "drills"
"""The key under which the drills of a file stand."""
SCENES: Final = "scenes"
"""The key under which the scenes of a scenario stand."""


class Drilled(Struct, frozen=True):
    """A file of drills, for rules that know scenarios."""

    talk: Parsed
    """The drills as a scenario with its file: what is said of it fits theirs."""
    words: tuple[Words, ...]
    """All that people read in it."""


def as_talk(parsed: ParsedDrills) -> Drilled:
    """Return drills as a scenario with its file."""
    scenario = _without_course(parsed.drills.scenario()) if parsed.drills else None
    document = _by_name(parsed.document) if parsed.document else None
    words = _words(parsed.drills) if parsed.drills else ()
    return Drilled(Parsed(scenario, parsed.findings, document), tuple(words))


def _words(drills: Drills) -> Iterator[Words]:
    """Yield the texts of drills, those of the voices where they stand."""
    for one in drills.drills.values():
        path = (DRILLS, one.id)
        yield Words(one.objection, (*path, "objection"))
        yield Words(one.who.name, (*path, "who", "name"))
        yield Words(one.who.role, (*path, "who", "role"))
        yield Words(one.context, (*path, "context"))
        for n, voice in enumerate(one.voices):
            yield Words(voice, (*path, "voices", n))
        yield Words(one.beneath, (*path, "beneath"))
    for words in texts(_without_course(drills.scenario())):
        if words.text and "say" not in words.path:
            yield words


def _without_course(scenario: Scenario) -> Scenario:
    """Leave out what only a talk has: where it starts, and who is there throughout."""
    return replace(scenario, start="", cast={})


def _by_name(root: Mapping) -> Mapping:
    """Return a file's outermost node with its list of drills as scenes by their ids.

    Every place stays what it is.
    """
    at = root.values.get(DRILLS, root)
    scenes = Mapping(at.line, at.column, flow=False)
    for node in items(root, DRILLS):
        name = id_of(node)
        scenes.keys[name] = Scalar(name, node.line, node.column, "")
        scenes.values[name] = node
    found = Mapping(root.line, root.column, root.flow)
    found.keys = dict(root.keys)
    found.values = {**root.values, DRILLS: scenes, SCENES: scenes}
    return found
