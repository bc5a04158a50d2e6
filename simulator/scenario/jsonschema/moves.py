"""Fragments of what moves are made of: lines, codes, moods, levels."""

from collections.abc import Mapping
from typing import Final

from scoring.codes import TAKES_CRITERIA, TAKES_TOPICS, Code, Topic
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL, Principle
from simulator.scenario.jsonschema import patterns
from simulator.scenario.jsonschema.builder import Builder, Fragment, Maker
from simulator.scenario.jsonschema.hovers import hovering
from simulator.scenario.jsonschema.snippets import snippets
from simulator.scenario.model import HIGHEST_METER, NOTE
from simulator.scenario.scalars import RESERVED
from simulator.scenario.shapes import (
    CodePatterns,
    CodeUses,
    If,
    Levels,
    Lines,
    Moods,
    OneCode,
    Text,
    Whole,
)

_LEVEL: Final = Whole(LOWEST_LEVEL, HIGHEST_LEVEL)
_SHIFT: Final = Whole(-HIGHEST_METER, HIGHEST_METER)
_TOPICS: Final = Whole(1, len(Topic))
_IF: Final = "if"


def _lines(build: Builder, shape: Lines) -> Fragment:
    return build.define(
        "lines",
        lambda: {
            "type": "array",
            "items": build.define("line", lambda: _line(build)),
            **snippets(build.words, "line"),
        },
    )


def _line(build: Builder) -> Fragment:
    """Return one speaker with words or variants, and perhaps a condition."""
    words = build.of(Text())
    variants = {"type": "array", "items": words, "minItems": 1}
    said: Fragment = {"anyOf": [*words["anyOf"], variants]}
    return {
        "type": "object",
        "properties": {
            _IF: build.of(If()) | hovering(build.words, "line.if", If()),
            NOTE: said | hovering(build.words, "line.note", Text()),
        },
        "additionalProperties": said | hovering(build.words, "line.oleg", Text()),
        "propertyNames": names(build, "speaker", RESERVED - {_IF, NOTE}),
        "if": {"required": [_IF]},
        "then": {"minProperties": 2, "maxProperties": 2},
        "else": {"minProperties": 1, "maxProperties": 1},
        "errorMessage": build.fault("line"),
    }


def names(build: Builder, what: str, taken: frozenset[str]) -> Fragment:
    """Return what keys must be that are ids.

    Args:
        build: Gives the words.
        what: How an editor calls such a key: `id`, `speaker`, `meter`.
        taken: Ids that have a meaning of their own there.
    """
    fault = build.fault(what)
    title = build.words.phrase("names", what)
    found = build.string(patterns.name(taken), fault)
    return {"title": title, "description": fault, **found}


def _one_code(build: Builder, shape: OneCode) -> Fragment:
    return build.define("code", lambda: build.enum(tuple(Code), "codes"))


def _code_uses(build: Builder, shape: CodeUses) -> Fragment:
    return build.define("codes", lambda: _codes(build))


def _codes(build: Builder) -> Fragment:
    """Return a list of codes with topics.

    In brackets YAML cuts `ask_fact(share, history)` at its comma, so where an item
    opens a parenthesis and does not close it, pieces of codes are items as well.
    """
    code = build.enum(tuple(Code), "codes")
    whole = {"type": "string", "pattern": patterns.CODE_WITH_TOPICS}
    piece = {"type": "string", "pattern": patterns.PIECE}
    about = _about_topics(build)
    every = f"^(?:{'|'.join(Code)})$|{patterns.CODE_WITH_TOPICS}"
    none, fault = str(Code.NONE), build.fault("code")
    criteria, of_topics = patterns.BEGINS_CRITERIA, patterns.PIECE_OF_TOPICS
    return {
        "type": "array",
        "minItems": 1,
        "items": {"anyOf": [code, about, whole, piece]},
        "if": {"contains": {"type": "string", "pattern": patterns.BEGINS}},
        "then": {
            "contains": {"type": "string", "pattern": patterns.ENDS},
            "if": {"contains": {"type": "string", "pattern": criteria}},
            "else": {"items": build.string(f"{every}|{of_topics}", fault)},
        },
        "else": {"items": build.string(every, fault)},
        "allOf": [{"if": {"contains": {"const": none}}, "then": {"maxItems": 1}}],
    }


def _about_topics(build: Builder) -> Fragment:
    """Return the codes that take topics with each of them, for an editor to propose."""
    meanings = build.words.values["topics"]
    uses = [(code, topic) for code in Code if code in TAKES_TOPICS for topic in Topic]
    return {
        "type": "string",
        "enum": [f"{code}({topic})" for code, topic in uses],
        "enumDescriptions": [meanings[topic] for _, topic in uses],
    }


def _patterns(build: Builder, shape: CodePatterns) -> Fragment:
    """Return codes, those with topics perhaps with a number of them."""
    meanings = build.words.values["codes"]
    counted = {
        str(code): build.of(_TOPICS) | {"description": meanings[code]}
        for code in Code
        if code in TAKES_TOPICS | TAKES_CRITERIA
    }
    several = {
        "type": "object",
        "properties": counted,
        "minProperties": 1,
        "additionalProperties": False,
    }
    code = build.of(OneCode())
    return {"type": "array", "minItems": 1, "items": {"anyOf": [code, several]}}


def _moods(build: Builder, shape: Moods) -> Fragment:
    return build.define("moods", lambda: _mood(build))


def _mood(build: Builder) -> Fragment:
    shift = build.of(_SHIFT)
    keys = names(build, "id", RESERVED)
    own = {"type": "object", "propertyNames": keys, "additionalProperties": shift}
    return {
        "type": "object",
        "propertyNames": keys,
        "additionalProperties": {
            "anyOf": [*shift["anyOf"], own],
            "description": build.words.phrase("formats", "moods", most=HIGHEST_METER),
        },
    }


def _levels(build: Builder, shape: Levels) -> Fragment:
    meanings = build.words.values["principles"]
    return {
        "type": "object",
        "properties": {
            str(one): build.of(_LEVEL) | {"description": meanings[one]}
            for one in Principle
        },
        "additionalProperties": False,
    }


MOVE_MAKERS: Final[Mapping[type, Maker]] = {
    Lines: _lines,
    OneCode: _one_code,
    CodeUses: _code_uses,
    CodePatterns: _patterns,
    Moods: _moods,
    Levels: _levels,
}
