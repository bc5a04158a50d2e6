"""What a scene is, reply by reply or as a form: the parts that depend on each other."""

from collections.abc import Sequence
from typing import Any, Final

from scoring.forms.model import FormKind
from simulator.scenario.decisions import DECISIONS
from simulator.scenario.formschema import EXPECT, OFFERS
from simulator.scenario.formsense import (
    EXPECTED_IF_OFFERED,
    EXPECTED_PARTS,
    FORM_KEYS,
    NEEDED_PARTS,
    OFFERED_ONLY,
    OFFERED_PARTS,
    TALK_KEYS,
)
from simulator.scenario.jsonschema.builder import Builder, Fragment
from simulator.scenario.jsonschema.hovers import explained, hovering
from simulator.scenario.shapes import Key, ListOf, OneOf, Record, Shape

_DECIDED: Final = ("options", "against")
"""Parts on offer whose keys are outcomes that somebody decides."""
_QUIET: Final[Fragment] = {"doNotSuggest": True}
"""Keeps an editor from proposing a key twice; other readers pass it over."""


def scene_rules(build: Builder) -> Fragment:
    """Return what a scene's keys ask of each other."""
    talk_or_form = {
        "if": {"required": ["form"]},
        "then": {"properties": dict.fromkeys(TALK_KEYS, False)},
        "else": {
            "required": ["replies"],
            "properties": dict.fromkeys(FORM_KEYS, False),
        },
    }
    kinds = [_of_kind(build, kind) for kind in FormKind]
    return {"allOf": [talk_or_form, _way_on(), *kinds]}


def _way_on() -> Fragment:
    """A form leads on: by its `to`, or by moves of which one has no `if`."""
    leads = {"required": ["to"]}
    always = {"not": {"required": ["if"]}}
    moves = {"minItems": 1, "items": leads, "contains": always}
    return {
        "if": {"required": ["form"], "not": leads},
        "then": {"required": ["then"], "properties": {"then": moves | _QUIET}},
    }


def _of_kind(build: Builder, kind: FormKind) -> Fragment:
    offered, expected = OFFERED_PARTS[kind], EXPECTED_PARTS[kind]
    offers = _parts(build, OFFERS, offered, NEEDED_PARTS | OFFERED_ONLY)
    expect = _parts(build, EXPECT, expected, NEEDED_PARTS)
    needed = [
        name
        for name, parts in (("offers", offers), ("expect", expect))
        if "required" in parts
    ]
    pairs = ("offers", "expect"), ("expect", "offers")
    too = [
        _too(part, here, there)
        for part in expected
        if part in EXPECTED_IF_OFFERED
        for here, there in pairs
    ]
    asked: Fragment = {
        "properties": {"offers": offers | _QUIET, "expect": expect | _QUIET},
    }
    return {
        "if": {"required": ["form"], "properties": {"form": {"const": str(kind)}}},
        "then": asked | _filled(required=needed, allOf=too),
    }


def _filled(**lists: list[Any]) -> Fragment:
    """Return the keywords whose lists hold something; an empty one is no schema."""
    return {keyword: items for keyword, items in lists.items() if items}


def _parts(
    build: Builder, record: Record, names: Sequence[str], needed: frozenset[str]
) -> Fragment:
    """Return the parts of `offers:` or `expect:` that one form has."""
    found: Fragment = {
        "type": "object",
        "properties": {
            name: _part(build, f"{record.name}.{name}", record.keys[name])
            for name in names
        },
        "additionalProperties": False,
    }
    return found | _filled(required=[name for name in names if name in needed])


def _part(build: Builder, name: str, key: Key) -> Fragment:
    found = build.of(_shape(name, key))
    if name.startswith("offers.") and name.partition(".")[2] in _DECIDED:
        found = _outcomes(build, found)
    return explained(found, hovering(build.words, name, key.shape))


def _shape(name: str, key: Key) -> Shape:
    """Return what a part holds; the outcomes expected are those that one decides."""
    if name == "expect.options":
        return ListOf(OneOf(DECISIONS), single=True)
    return key.shape


def _outcomes(build: Builder, found: Fragment) -> Fragment:
    """Name the outcomes that somebody decides, in place of any ids."""
    meanings = build.words.values["outcomes"]
    words = found["additionalProperties"]
    kept: Fragment = {
        key: found[key] for key in ("type", "minProperties") if key in found
    }
    return {
        **kept,
        "properties": {
            str(one): words | {"description": meanings[one]} for one in DECISIONS
        },
        "additionalProperties": False,
    }


def _too(part: str, here: str, there: str) -> Fragment:
    """Ask for a part in one place once it stands in the other."""
    stands = {"required": [part], "type": "object"}
    return {
        "if": {"required": [here], "properties": {here: stands}},
        "then": {"properties": {there: {"required": [part], **_QUIET}}},
    }
