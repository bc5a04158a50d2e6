"""What the parser asks beyond the shapes, as far as a JSON Schema can ask it.

What it cannot is told by `check` alone; docs/schema.md lists it by code.
"""

from collections.abc import Callable, Mapping
from typing import Final

from scoring.keyclient import WHOLE
from scoring.principles import HIGHEST_LEVEL
from simulator.scenario.jsonschema import patterns
from simulator.scenario.jsonschema.builder import Builder, Fragment
from simulator.scenario.jsonschema.forms import scene_rules
from simulator.scenario.jsonschema.moves import names
from simulator.scenario.jsonschema.values import number
from simulator.scenario.scalars import RESERVED
from simulator.scenario.sense import MOST_SCENES
from simulator.scenario.tokens import CONDITION_WORDS


def of_key(build: Builder, name: str, found: Fragment) -> Fragment:
    """Return the fragment of `record.key` with what else is asked of its value."""
    rule = _OF_KEYS.get(name)
    return found if rule is None else rule(build, found)


def of_record(build: Builder, name: str) -> Fragment:
    """Return what the keys of a record ask of each other, as keywords to add."""
    if name == "scene":
        return scene_rules(build)
    return _OF_RECORDS.get(name, {})


def _sized(count: int) -> Callable[[Builder, Fragment], Fragment]:
    size = {"minItems": count, "maxItems": count}
    return lambda build, found: found | size


def _not_negative(build: Builder, found: Fragment) -> Fragment:
    return number(build, patterns.NOT_NEGATIVE, minimum=0)


def _above_zero(build: Builder, found: Fragment) -> Fragment:
    return number(build, patterns.ABOVE_ZERO, exclusiveMinimum=0)


def _points(build: Builder, found: Fragment) -> Fragment:
    most = int(WHOLE)
    return number(build, patterns.amount(most), minimum=0, maximum=most)


def _meters(build: Builder, found: Fragment) -> Fragment:
    """Keep meters from being called what a condition takes for something else."""
    taken = RESERVED | CONDITION_WORDS
    return found | {"propertyNames": names(build, "meter", taken)}


def _scenes(build: Builder, found: Fragment) -> Fragment:
    return found | {"maxProperties": MOST_SCENES}


def _not_empty(build: Builder, found: Fragment) -> Fragment:
    return found | {"minItems": 1}


def _by_form(build: Builder, found: Fragment) -> Fragment:
    """Leave the parts to the kind of the form; see `scene_rules`."""
    return {"type": "object"}


_OF_KEYS: Final[Mapping[str, Callable[[Builder, Fragment], Fragment]]] = {
    "criterion.bounds": _sized(HIGHEST_LEVEL),
    "criterion.anchors": _sized(HIGHEST_LEVEL + 1),
    "principle.anchors": _sized(HIGHEST_LEVEL + 1),
    "criterion.weight": _not_negative,
    "principle.weight": _not_negative,
    "rulebook.stated-weight": _above_zero,
    "thresholds.key": _points,
    "thresholds.not-key": _points,
    "person.mood": _meters,
    "scenario.meters": _meters,
    "scenario.scenes": _scenes,
    "scene.replies": _not_empty,
    "scene.offers": _by_form,
    "scene.expect": _by_form,
}

_NEVER_TRUE: Final[Fragment] = {"not": {"enum": [True, "true"]}, "doNotSuggest": True}
_OF_RECORDS: Final[Mapping[str, Fragment]] = {
    "fact": {"dependencies": {"level": ["criterion"]}},
    "criterion": {
        "if": {"not": {"required": ["anchors"]}},
        "then": {"required": ["bounds"]},
    },
    "quantity": {
        "if": {"required": ["formula"]},
        "then": {"properties": {"default": False, "list": _NEVER_TRUE}},
    },
    "answer": {
        "if": {"required": ["id"]},
        "then": {"properties": {"say": False, "fill": False}},
        "else": {
            "if": {"required": ["fill"]},
            "then": {"properties": {"say": False}},
            "else": {"required": ["say"]},
        },
    },
}
