"""Names for alternatives, so that an editor tells them apart.

The YAML language server takes alternatives without names for one and the same, and
shows on hovering none of what the key is for.
"""

from typing import Any, Final

from simulator.scenario.jsonschema.builder import Fragment
from simulator.scenario.jsonschema.words import Words

_EITHER: Final = "anyOf"


def titled(schema: Any, words: Words) -> Any:
    """Return a schema in which every alternative has a title of its own."""
    if isinstance(schema, list):
        return [titled(one, words) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: titled(own, words) for key, own in schema.items()}
    alternatives = found.get(_EITHER)
    if isinstance(alternatives, list):
        found[_EITHER] = _told_apart(alternatives, words)
    return found


def _told_apart(alternatives: list[Fragment], words: Words) -> list[Fragment]:
    told: dict[str, Fragment] = {}
    for one in alternatives:
        name = words.phrase("types", _kind(one))
        while name in told:
            name += " …"
        told[name] = _named(one, name)
    return list(told.values())


def _named(one: Fragment, name: str) -> Fragment:
    """Name an alternative, and what it excludes, which must not pass for another."""
    inner = {"not": {"title": "", **one["not"]}} if "not" in one else {}
    return {"title": name, **one, **inner}


def _kind(one: Fragment) -> str:
    kind = one.get("type")
    if isinstance(kind, str):
        return kind
    return "object" if "$ref" in one else "bare"
