"""The tiny language of `if:`, parsed and type-checked, never evaluated as code.

    resistance <= 3 and knows(share) and not flag(promised)
    visits(wall) > 2 or said(threaten)

Names of numbers: a meter (`resistance`, `oleg.resistance`), `visits` (of this
scene, this time included), `visits(scene)`, `turns` (answers given so far),
`fruitless` (turns in a row that brought nothing new), `right(scene)` (how right
the form of that scene was filled in, 0..100; 0 while it is empty).
Yes-or-no: `knows(fact)`, `flag(name)`, `said(code)`, `chose(reply)`,
`filled(scene)`, `put(scene.item)` (it stands on the form handed in there),
`decided(option)` (in the form of a decision filled in last).
Comparisons, `and`, `or`, `not`, parentheses, whole numbers, `true`, `false`.
"""

from msgspec import Struct

from scoring.terms import Term


class NumberName(Term):
    """What a number in a condition is a count of."""

    METER = "meter"
    VISITS = "visits"
    TURNS = "turns"
    FRUITLESS = "fruitless"
    RIGHT = "right"


class TestName(Term):
    """A yes-or-no question about the talk so far."""

    KNOWS = "knows"
    FLAG = "flag"
    SAID = "said"
    CHOSE = "chose"
    FILLED = "filled"
    PUT = "put"
    DECIDED = "decided"


class Comparison(Term):
    """How two numbers are held against each other."""

    LESS = "<"
    AT_MOST = "<="
    EQUAL = "=="
    UNEQUAL = "!="
    AT_LEAST = ">="
    MORE = ">"


class Number(Struct, frozen=True):
    """A number taken from the talk so far."""

    name: NumberName
    about: str
    """A meter as `person.meter`, or a scene; empty for `turns`, `fruitless`."""


class Compare(Struct, frozen=True):
    """Two numbers held against each other."""

    left: "Number | int"
    how: Comparison
    right: "Number | int"


class Ask(Struct, frozen=True):
    """A yes-or-no question."""

    name: TestName
    about: str


class Not(Struct, frozen=True):
    """The contrary."""

    inner: "Condition"


class All(Struct, frozen=True):
    """True when every part is (`and`)."""

    parts: tuple["Condition", ...]


class AnyOf(Struct, frozen=True):
    """True when some part is (`or`)."""

    parts: tuple["Condition", ...]


Condition = Compare | Ask | Not | All | AnyOf | bool
