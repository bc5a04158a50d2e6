"""A schema as it is being put together: definitions, and what makes each fragment."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from simulator.scenario.jsonschema.patterns import NOT_BLANK
from simulator.scenario.jsonschema.words import Words
from simulator.scenario.shapes import Shape

Fragment = dict[str, Any]
"""A part of a JSON Schema, as JSON has it."""

Maker = Callable[["Builder", Any], Fragment]
"""Makes the fragment of a shape of one type."""

_ANYTHING_ELSE: Final = ("string", "number", "boolean")


class Builder:
    """Makes the fragments of one schema."""

    __slots__ = ("_makers", "definitions", "words")

    def __init__(self, words: Words, makers: Mapping[type, Maker]) -> None:
        self.words = words
        self._makers = makers
        self.definitions: dict[str, Fragment] = {}
        """What stands in the schema once and is referred to by name."""

    def of(self, shape: Shape) -> Fragment:
        """Return the fragment of a shape."""
        return self._makers[type(shape)](self, shape)

    def define(self, name: str, make: Callable[[], Fragment]) -> Fragment:
        """Return a reference to a definition, making it when it is first named."""
        key = name.replace(" ", "-")
        if key not in self.definitions:
            self.definitions[key] = {}  # so that one which holds itself ends
            self.definitions[key] = make()
        return {"$ref": f"#/definitions/{key}"}

    def fault(self, name: str, **params: object) -> str:
        """Return what an editor says of a value that does not fit."""
        return self.words.phrase("faults", name, **params)

    def string(self, pattern: str, fault: str) -> Fragment:
        """Return a string that a pattern describes."""
        return {"type": "string", "pattern": pattern, "patternErrorMessage": fault}

    def scalar(self, pattern: str, fault: str, *others: str) -> Fragment:
        """Return words that YAML may take for something else, such as `5` or `true`.

        What else is taken is said by what is not, so that an editor does not
        propose `true` and `false` wherever words stand.

        Args:
            pattern: Describes the words.
            fault: What is said when they do not fit.
            others: The types of JSON that are words here as well.
        """
        kept = [one for one in _ANYTHING_ELSE if one not in others]
        refused = {"not": {"type": [*kept, "array", "object", "null"]}}
        return {"anyOf": [self.string(pattern, fault), refused]}

    def plain_words(self) -> Fragment:
        """Return words that a person reads."""
        fault = self.fault("empty")
        from_json = ("number", "boolean")
        return self.scalar(NOT_BLANK, fault, *from_json)

    def enum(self, values: Mapping[str, str] | tuple[str, ...], group: str) -> Fragment:
        """Return a closed set, each value with what it means."""
        meanings = self.words.values[group]
        return {
            "type": "string",
            "enum": list(values),
            "enumDescriptions": [meanings[one] for one in values],
        }
