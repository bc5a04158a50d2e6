"""The shipped JSON Schemas: complete in both languages, up to date, and right."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator

from scoring.codes import Code, Topic
from simulator.authoring.schemas import KINDS, LANGUAGES, path_of
from simulator.scenario.givenfacts import LONG
from simulator.scenario.jsonschema import MAKERS, ROOTS, Words, json_schema
from simulator.scenario.jsonschema.builder import Builder
from simulator.scenario.jsonschema.hovers import as_yaml, holds
from simulator.scenario.jsonschema.snippets import OF_KEYS
from simulator.scenario.jsonschema.values import SETS
from simulator.scenario.kinds import Kind, kind_of
from simulator.scenario.shapes import Key, ListOf, MapOf, OneOf, Record, Shape
from tests.scenario.editors import complaints, document, errors
from tests.scenario.samples import DATA, changed
from tools.schemas.__main__ import out_of_date
from tools.schemas.words import table, words

ROOT = Path(__file__).parents[2]
FILES = [
    path
    for folder in (ROOT / "scenarios", DATA)
    for path in sorted(folder.rglob("*.yaml"))
    if not {"bad", "faults"} & {*path.parts}
]
RU, EN = words("ru"), words("en")


def records(shape: Shape) -> Iterator[Record]:
    """Yield every record that a shape is made of; some come more than once."""
    if isinstance(shape, Record):
        yield shape
        for key in shape.keys.values():
            yield from records(key.shape)
    elif isinstance(shape, ListOf | MapOf):
        yield from records(shape.item)


def keys() -> dict[str, Key]:
    """Return every key of the model as `record.key`."""
    return {
        f"{record.name}.{name}": key
        for root in (*ROOTS.values(), LONG)
        for record in records(root)
        for name, key in record.keys.items()
    }


KEYS = keys()
OF_LINES = {"line.if", "line.note", "line.oleg"}
"""Keys that no record declares: those of a line."""


def test_the_schemas_are_up_to_date() -> None:
    assert list(out_of_date()) == []


def test_every_kind_of_file_has_a_schema() -> None:
    assert set(ROOTS) == set(KINDS) == set(Kind) - {Kind.UNKNOWN}


def test_every_shape_is_known_to_the_generator() -> None:
    assert set(MAKERS) == set(get_args(Shape))
    with pytest.raises(KeyError):
        holds(EN, None)  # type: ignore[arg-type]


def test_every_key_is_explained_in_both_languages_and_none_that_is_gone() -> None:
    assert set(table("keys")) == set(KEYS) | OF_LINES
    assert set(OF_KEYS) <= set(KEYS)
    for name, said in table("keys").items():
        assert len({said["ru"], said["en"], ""}) == 3, name
        assert set(said["example"]) in ({"all"}, {"ru", "en"}), name


def test_records_have_names_of_their_own() -> None:
    found = {record for root in ROOTS.values() for record in map(id, records(root))}
    named = {record.name for root in ROOTS.values() for record in records(root)}
    assert len(found) == len(named)


def test_every_value_of_a_closed_set_is_explained_in_both_languages() -> None:
    said = {group: set(values) for group, values in table("values").items()}
    for values, group in SETS.items():
        assert set(values) <= said[group], group
    assert said["codes"] == set(Code)
    assert said["topics"] == set(Topic)
    for group in table("values").values():
        assert all(set(one) == {"ru", "en"} for one in group.values())


def test_every_closed_set_of_the_model_is_explained() -> None:
    sets = {key.shape.values for key in KEYS.values() if isinstance(key.shape, OneOf)}
    assert sets <= set(SETS)


def test_every_key_of_a_schema_has_its_text_on_hovering() -> None:
    for kind in KINDS:
        for language in LANGUAGES:
            schema = json.loads(path_of(kind, language).read_text(encoding="utf-8"))
            for name, found in properties(schema):
                assert found["description"], (kind, language, name)


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every key that an editor proposes, with its schema."""
    if isinstance(schema, list):
        yield from (found for one in schema for found in properties(one))
    if not isinstance(schema, dict):
        return
    for name, found in schema.get("properties", {}).items():
        if isinstance(found, dict) and not found.get("doNotSuggest"):
            yield name, found
        yield from properties(found)
    for keyword in ("allOf", "anyOf", "then", "else", "items", "additionalProperties"):
        yield from properties(schema.get(keyword))
    for found in schema.get("definitions", {}).values():
        yield from properties(found)


def alternatives(schema: Any) -> Iterator[list[dict[str, Any]]]:
    """Yield every choice that a schema leaves."""
    inner = schema.values() if isinstance(schema, dict) else schema
    if isinstance(schema, dict) and "anyOf" in schema:
        yield schema["anyOf"]
    for one in inner if isinstance(schema, dict | list) else ():
        yield from alternatives(one)


@pytest.mark.parametrize("kind", KINDS)
def test_alternatives_are_told_apart_or_editors_show_nothing(kind: Kind) -> None:
    for choice in alternatives(json_schema(kind, EN)):
        titles = [one["title"] for one in choice]
        assert len(set(titles)) == len(titles)


FIRST_OF_EIGHT = "rubric.principles"
"""Its example is cut short, since all eight would fill the screen."""


@pytest.mark.parametrize("said", [RU, EN], ids=["ru", "en"])
def test_every_example_on_hovering_is_right(said: Words) -> None:
    wrong = {
        name: fault
        for name in KEYS
        if name != FIRST_OF_EIGHT and (fault := wrong_in(name, said))
    }
    assert wrong == {}


def wrong_in(name: str, said: Words) -> list[str]:
    """Return what its own schema says to the example of a key."""
    build = Builder(said, MAKERS)
    schema = {"allOf": [build.of(KEYS[name].shape)], "definitions": build.definitions}
    key = name.partition(".")[2]
    value = document(as_yaml(key, said.keys[name].example).encode())[key]
    return [one.message for one in Draft7Validator(schema).iter_errors(value)]


def without_words(schema: Any) -> Any:
    """Return a schema without what it says to people."""
    spoken = {"title", "description", "markdownDescription", "enumDescriptions"}
    spoken |= {"patternErrorMessage", "errorMessage", "defaultSnippets"}
    if isinstance(schema, dict):
        return {
            key: without_words(own) if key == "properties" or key not in spoken else ""
            for key, own in schema.items()
        }
    return list(map(without_words, schema)) if isinstance(schema, list) else schema


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_ask_for_the_same(kind: Kind) -> None:
    russian, english = (json_schema(kind, said) for said in (RU, EN))
    assert russian != english
    assert without_words(russian) == without_words(english)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_good_file_has_nothing_to_complain_of(path: Path) -> None:
    data = path.read_bytes()
    assert list(complaints(kind_of(data), data)) == []


@pytest.mark.parametrize("value", ["no", "on", "1:30", "12", "1.10", "true", "'5'"])
def test_words_may_look_like_anything(value: str) -> None:
    data = changed("title: Чей клиент\n", f"title: {value}\n")
    assert errors(Kind.SCENARIO, data) == []
    assert list(complaints(Kind.SCENARIO, data)) == []


@pytest.mark.parametrize(
    ("old", "new", "refused"),
    [
        pytest.param("title: Чей клиент\n", "title: null\n", False, id="null-as-words"),
        pytest.param("title: Чей клиент\n", "title: ~\n", False, id="tilde-as-words"),
        pytest.param("minutes: 10", "minutes: 10.0", True, id="point-nought"),
        pytest.param("minutes: 10", "minutes: 0x0A", True, id="hexadecimal"),
        pytest.param("minutes: 10", "minutes: 1e1", True, id="exponent"),
        pytest.param("known: true", "known: True", True, id="capital"),
        pytest.param("is: 12000000", "is: 12 000 000", True, id="spaces"),
        pytest.param("difficulty: easy", 'difficulty: "easy "', False, id="blank"),
    ],
)
def test_where_yaml_hides_what_was_written_the_two_differ(
    old: str, new: str, refused: bool
) -> None:
    data = changed(old, new)
    assert bool(errors(Kind.SCENARIO, data)) is refused
    assert bool(list(complaints(Kind.SCENARIO, data))) is not refused


def test_the_reader_of_the_tests_reads_as_yaml_1_2_does() -> None:
    text = "a: [1, -2, +3, 0x1F, 0o17, 1.5, .5, 1e3, true, False, ~, no, 1:30, '5', x]"
    wanted = [1, -2, 3, 31, 15, 1.5, 0.5, 1000.0, True, False, None, "no", "1:30"]
    assert document(text.encode()) == {"a": [*wanted, "5", "x"]}
