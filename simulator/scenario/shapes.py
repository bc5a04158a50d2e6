"""The shapes that values of a file can have: data only, read by `check`.

A schema (`schema`) is made of them; so are the JSON Schemas for editors (`jsonschema`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto


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


@dataclass(frozen=True, slots=True)
class Text:
    """Words that a person reads."""

    spoken: bool = False
    """True for what is said aloud: it is watched more closely for lost words."""


@dataclass(frozen=True, slots=True)
class Id:
    """A name: lower-case Latin letters and digits with hyphens between."""

    any_word: bool = False
    """True where words with a meaning of their own are names as well."""
    you: bool = False
    """True where the trainee himself may stand, as `you`."""


@dataclass(frozen=True, slots=True)
class Version:
    """The version of the format."""

    known: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, with decimals or without, as a `Fraction`."""


@dataclass(frozen=True, slots=True)
class YesNo:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some fixed words."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """The name of something that stands elsewhere in the file."""

    names: Names


@dataclass(frozen=True, slots=True)
class ListOf:
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


@dataclass(frozen=True, slots=True)
class MapOf:
    """Ids with their values."""

    item: "Shape"
    least: int = 0
    you: bool = False
    """True where one of the ids may be `you`, the trainee himself."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines said in order, each by a person or as a stage direction."""


@dataclass(frozen=True, slots=True)
class If:
    """A condition."""


@dataclass(frozen=True, slots=True)
class CodeUses:
    """Behaviour codes with their topics."""


@dataclass(frozen=True, slots=True)
class OneCode:
    """A behaviour code without topics."""


@dataclass(frozen=True, slots=True)
class CodePatterns:
    """Codes, some with a number of topics: `[acknowledge, {ask_fact: 2}]`."""


@dataclass(frozen=True, slots=True)
class Moods:
    """Changes of meters: `{resistance: -1}` or `{oleg: {resistance: -1}}`."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Principles with their levels: `{P6: 0}`."""


@dataclass(frozen=True, slots=True)
class FactValue:
    """A number, `[low, high]`, words, `true` or `false`; `no-data` is None."""


@dataclass(frozen=True, slots=True)
class LevelRange:
    """A level 0..4, or `[low, high]`."""


@dataclass(frozen=True, slots=True)
class GivenFact:
    """What is known of a client's fact: numbers, no data, or these with a source."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A level 0..4, `[low, high]`, or `no-data`."""


@dataclass(frozen=True, slots=True)
class AmountRange:
    """`[low, high]`, as two fractions."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Path:
    """A path inside a pack, with `/` between its parts."""


@dataclass(frozen=True, slots=True)
class Worded:
    """Words in several languages: `{ru: …, en: …}`, as language → words."""

    languages: tuple[str, ...]
    one_will_do: bool = False
    """True where words alone will do, or not all of the languages."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping."""

    shape: "Shape"
    doc: str
    """What it is for, in one line; what editors show stands in tools/schemas."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
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
