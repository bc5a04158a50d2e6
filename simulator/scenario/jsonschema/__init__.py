"""JSON Schema (draft-07) of the files that trainers write, made from the model.

    schema = json_schema(Kind.SCENARIO, words)

What the parser accepts, the schema accepts, and the other way round, but for names
that stand for nothing, sums and orders, and what YAML itself hides (docs/schema.md).
"""

from collections.abc import Mapping
from typing import Final

from simulator.scenario.clients import CLIENT
from simulator.scenario.drills import DRILLS
from simulator.scenario.jsonschema.builder import Builder, Fragment
from simulator.scenario.jsonschema.containers import CONTAINER_MAKERS
from simulator.scenario.jsonschema.facts import FACT_MAKERS
from simulator.scenario.jsonschema.moves import MOVE_MAKERS
from simulator.scenario.jsonschema.snippets import snippets
from simulator.scenario.jsonschema.titles import titled
from simulator.scenario.jsonschema.values import VALUE_MAKERS
from simulator.scenario.jsonschema.words import Hover, Words
from simulator.scenario.kinds import Kind
from simulator.scenario.packs import PACK
from simulator.scenario.plays import ANSWER, PLAYTHROUGHS
from simulator.scenario.rubrics import RUBRIC
from simulator.scenario.rulebooks import RULEBOOK
from simulator.scenario.schema import SCENARIO
from simulator.scenario.shapes import ListOf, Shape

__all__ = ["MAKERS", "ROOTS", "Fragment", "Hover", "Words", "json_schema"]

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
MAKERS: Final = {**VALUE_MAKERS, **MOVE_MAKERS, **FACT_MAKERS, **CONTAINER_MAKERS}
"""Every shape with what makes its fragment."""
ROOTS: Final[Mapping[Kind, Shape]] = {
    Kind.SCENARIO: SCENARIO,
    Kind.RULEBOOK: RULEBOOK,
    Kind.RUBRIC: RUBRIC,
    Kind.PLAYTHROUGHS: PLAYTHROUGHS,
    Kind.DRILLS: DRILLS,
    Kind.PACK: PACK,
    Kind.CLIENT: CLIENT,
    Kind.ANSWERS: ListOf(ANSWER),
}
"""Kind of file → what the whole of one is."""


def json_schema(kind: Kind, words: Words) -> Fragment:
    """Return the schema of one kind of file, as JSON has it.

    Args:
        kind: One of `ROOTS`.
        words: What it says to people, in one language.
    """
    build = Builder(words, MAKERS)
    root = build.of(ROOTS[kind])
    offered = snippets(words, "answer") if kind is Kind.ANSWERS else {}
    head = {"$schema": DRAFT, "title": words.phrase("titles", kind)}
    whole = _written_out(root, build)
    definitions = dict(sorted(build.definitions.items()))
    found: Fragment = titled(whole | {"definitions": definitions}, words)
    return head | offered | found


def _written_out(root: Fragment, build: Builder) -> Fragment:
    """Put the definition that a whole file refers to in the place of its name.

    Beside `$ref` a reader of draft-07 passes everything over.
    """
    name = root.get("$ref", "").rpartition("/")[2]
    return build.definitions.pop(name) if name else root
