"""The shapes that values of a file can have: data only, read by `check`.

A schema (`schema`) is made of them; so are the JSON Schemas for editors (`jsonschema`).
"""

from collections.abc import Mapping
from enum import Enum, auto

from msgspec import Struct


class Names(Enum):
    """What a name refers to."""

    TARGET = auto()
    """A scene, an ending, or `stay`."""
    SCENE = auto()
    ENDING = auto()
    FACT = auto()
    PERSON = auto()
    REPLY = auto()
    """A reply of the same scene."""


class Text(Struct, frozen=True):
    """Words that a person reads."""

    spoken: bool = False
    """True for what is said aloud: it is watched more closely for lost words."""


class Id(Struct, frozen=True):
    """A name: lower-case Latin letters and digits with hyphens between."""

    any_word: bool = False
    """True where words with a meaning of their own are names as well."""
    you: bool = False
    """True where the trainee himself may stand, as `you`."""


class Version(Struct, frozen=True):
    """The version of the format."""

    known: int


class Whole(Struct, frozen=True):
    """A whole number."""

    low: int
    high: int


class Amount(Struct, frozen=True):
    """A number, with decimals or without, as a `Fraction`."""


class YesNo(Struct, frozen=True):
    """`true` or `false`."""


class OneOf(Struct, frozen=True):
    """One of some fixed words."""

    values: tuple[str, ...]


class Ref(Struct, frozen=True):
    """The name of something that stands elsewhere in the file."""

    names: Names


class ListOf(Struct, frozen=True):
    """A list, as a tuple."""

    item: "Shape"
    least: int = 0
    single: bool = False
    """True where one item may stand without being in a list."""
    most: int | None = None
    """None for any number."""
    different: bool = False
    """True where no two items may be the same."""
    inside: bool = False
    """True where an item's `id` says what the names inside it belong to."""


class MapOf(Struct, frozen=True):
    """Ids with their values."""

    item: "Shape"
    least: int = 0
    you: bool = False
    """True where one of the ids may be `you`, the trainee himself."""


class Lines(Struct, frozen=True):
    """Lines said in order, each by a person or as a stage direction."""


class If(Struct, frozen=True):
    """A condition."""


class CodeUses(Struct, frozen=True):
    """Behaviour codes with their topics."""


class OneCode(Struct, frozen=True):
    """A behaviour code without topics."""


class CodePatterns(Struct, frozen=True):
    """Codes, some with a number of topics: `[acknowledge, {ask_fact: 2}]`."""


class Moods(Struct, frozen=True):
    """Changes of meters: `{resistance: -1}` or `{oleg: {resistance: -1}}`."""


class Levels(Struct, frozen=True):
    """Principles with their levels: `{P6: 0}`."""


class FactValue(Struct, frozen=True):
    """A number, `[low, high]`, words, `true` or `false`; `no-data` is None."""


class LevelRange(Struct, frozen=True):
    """A level 0..4, or `[low, high]`."""


class GivenFact(Struct, frozen=True):
    """What is known of a client's fact: numbers, no data, or these with a source."""


class Cell(Struct, frozen=True):
    """A level 0..4, `[low, high]`, or `no-data`."""


class AmountRange(Struct, frozen=True):
    """`[low, high]`, as two fractions."""

    low: int
    high: int


class Path(Struct, frozen=True):
    """A path inside a pack, with `/` between its parts."""


class Worded(Struct, frozen=True):
    """Words in several languages: `{ru: …, en: …}`, as language → words."""

    languages: tuple[str, ...]
    one_will_do: bool = False
    """True where words alone will do, or not all of the languages."""


class Key(Struct, frozen=True):
    """One key of a mapping."""

    shape: "Shape"
    doc: str
    """What it is for, in one line; what editors show stands in tools/schemas."""
    required: bool = False


class Record(Struct, frozen=True):
    """A mapping with known keys."""

    name: str
    keys: Mapping[str, Key]
    required: tuple[str, ...]
    known: str
    """The keys as a message lists them."""


Shape = (
    Text
    | Id
    | Version
    | Whole
    | Amount
    | YesNo
    | OneOf
    | Ref
    | ListOf
    | MapOf
    | Lines
    | If
    | CodeUses
    | OneCode
    | CodePatterns
    | Moods
    | Levels
    | FactValue
    | LevelRange
    | Cell
    | GivenFact
    | AmountRange
    | Path
    | Worded
    | Record
)


def record(name: str, /, **keys: Key) -> Record:
    """Declare a mapping; a trailing underscore keeps a key from Python's words."""
    named = {key.rstrip("_"): declared for key, declared in keys.items()}
    return Record(
        name,
        named,
        tuple(key for key, declared in named.items() if declared.required),
        ", ".join(named),
    )


def must(shape: Shape, doc: str) -> Key:
    """Declare a key that is required."""
    return Key(shape, doc, required=True)


def may(shape: Shape, doc: str) -> Key:
    """Declare a key that can be left out."""
    return Key(shape, doc)
