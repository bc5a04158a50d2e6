"""Fragments of lists and mappings, each key with its hover text."""

from collections.abc import Mapping
from typing import Final

from simulator.scenario.jsonschema.builder import Builder, Fragment, Maker
from simulator.scenario.jsonschema.hovers import explained, hovering
from simulator.scenario.jsonschema.moves import names
from simulator.scenario.jsonschema.rules import of_key, of_record
from simulator.scenario.jsonschema.snippets import OF_KEYS, snippets
from simulator.scenario.scalars import RESERVED, TRAINEE
from simulator.scenario.shapes import Key, ListOf, MapOf, Record, Text, Worded


def _list(build: Builder, shape: ListOf) -> Fragment:
    item = build.of(shape.item)
    found: Fragment = {"type": "array", "items": item}
    if shape.least:
        found["minItems"] = shape.least
    if shape.most is not None:
        found["maxItems"] = shape.most
    if shape.different:
        found["uniqueItems"] = True
    if not shape.single:
        return found
    return {"anyOf": [*item.get("anyOf", [item]), found]}


def _map(build: Builder, shape: MapOf) -> Fragment:
    taken = RESERVED - {TRAINEE} if shape.you else RESERVED
    found: Fragment = {
        "type": "object",
        "propertyNames": names(build, "id", taken),
        "additionalProperties": build.of(shape.item),
    }
    return found | ({"minProperties": shape.least} if shape.least else {})


def _record(build: Builder, shape: Record) -> Fragment:
    return build.define(shape.name, lambda: _mapping(build, shape))


def _mapping(build: Builder, shape: Record) -> Fragment:
    found: Fragment = {
        "type": "object",
        "properties": {
            name: property_of(build, f"{shape.name}.{name}", key)
            for name, key in shape.keys.items()
        },
        "additionalProperties": False,
    }
    if shape.required:
        found["required"] = list(shape.required)
    return found | of_record(build, shape.name)


def property_of(build: Builder, name: str, key: Key) -> Fragment:
    """Return what a key holds, with its hover text and its snippets.

    Args:
        build: Makes the fragment.
        name: `record.key`.
        key: As the model declares it.
    """
    hover = hovering(build.words, name, key.shape, required=key.required)
    found = explained(of_key(build, name, build.of(key.shape)), hover)
    return found | snippets(build.words, *OF_KEYS.get(name, ()))


def _worded(build: Builder, shape: Worded) -> Fragment:
    languages = build.words.values["languages"]
    words = build.of(Text())
    found: Fragment = {
        "type": "object",
        "properties": {
            one: words | {"description": languages[one]} for one in shape.languages
        },
        "additionalProperties": False,
    }
    if shape.one_will_do:
        return {"anyOf": [*words["anyOf"], found]}
    return found | {"required": list(shape.languages)}


CONTAINER_MAKERS: Final[Mapping[type, Maker]] = {
    ListOf: _list,
    MapOf: _map,
    Record: _record,
    Worded: _worded,
}
