"""What a play consists of, one value a turn: the same turn is the same object.

That is what lets many thousand plays share what they have in common.
"""

from collections.abc import Hashable, Iterable
from typing import Final, NamedTuple

from msgspec import Struct

from scoring.codes import RED_FLAGS, REQUESTS, Code
from scoring.gather import RatedTurn
from scoring.keyscore import JudgedForm
from scoring.principles import Principle
from scoring.rubric import Rubric, rate
from scoring.talk import Turn
from simulator.scenario.model import Effects, Reply, Scene

FORM: Final = "(form)"
"""Stands where a reply would, when a form was handed in."""
OWN_WORDS: Final = "(played)"
"""Stands where a reply would, in a turn that was played before a search begins."""


class Move(NamedTuple):
    """One turn as the map of a talk has it."""

    scene: str
    reply: str
    target: str


class Spoken(Struct, frozen=True, eq=False):
    """A reply that was given, as the scorer sees it."""

    number: int
    """Tells it from all others."""
    scene: Scene
    reply: Reply
    fruitless: bool
    rated: RatedTurn
    signs: tuple[int, ...]
    """For each of P1..P8, what this turn means for its level: turns of one sign mean
    the same; 0 means nothing."""
    on_rules: bool
    """True when it applies the rules or bends them."""
    red_flag: bool


class Paper(Struct, frozen=True, eq=False):
    """A form that was handed in, as the scorer sees it."""

    number: int
    """Tells it from all others."""
    scene: Scene
    judged: JudgedForm
    bears_on: int
    """The principles that it is an opportunity for, as `bits`."""
    on_rules: bool = True
    red_flag: bool = False


Step = Spoken | Paper
"""One turn."""


_BITS: Final = {principle: 1 << n for n, principle in enumerate(Principle)}


def bits(principles: Iterable[Principle]) -> int:
    """Return a set of principles as a number: quicker to ask than a set."""
    return sum({_BITS[one] for one in principles})


Signs = dict[Hashable, int]
"""What a turn may mean for a principle → its number, from 1."""


def spoken(
    number: int,
    scene: Scene,
    reply: Reply,
    fruitless: bool,
    rubric: Rubric,
    signs: Signs | None = None,
) -> Spoken:
    """Return a reply as the scorer sees it, rated once for all plays."""
    turn = Turn(
        number=1,
        scene=scene.id,
        tests=scene.tests,
        codes=reply.does,
        levels=reply.levels,
        learned=(),
        fruitless=fruitless,
    )
    return _seen(number, scene, reply, turn, rubric, {} if signs is None else signs)


def retold(
    number: int, scene: Scene, turn: Turn, rubric: Rubric, signs: Signs
) -> Spoken:
    """Return a turn that was played as the scorer sees it, own words included.

    They are held as a reply that does what was heard in them.
    """
    reply = Reply(OWN_WORDS, "", turn.codes, Effects(), levels=turn.levels)
    return _seen(number, scene, reply, turn, rubric, signs)


def _seen(
    number: int, scene: Scene, reply: Reply, turn: Turn, rubric: Rubric, known: Signs
) -> Spoken:
    rated = RatedTurn(turn, rate(rubric, turn.codes, turn.levels))
    codes = {use.code for use in turn.codes}
    return Spoken(
        number=number,
        scene=scene,
        reply=reply,
        fruitless=turn.fruitless,
        rated=rated,
        signs=tuple([_sign(rated, principle, known) for principle in Principle]),
        on_rules=not codes.isdisjoint({Code.APPLY_RULE, Code.BEND_RULE}),
        red_flag=not RED_FLAGS.isdisjoint(codes),
    )


def _sign(rated: RatedTurn, principle: Principle, signs: Signs) -> int:
    """Return what a turn means for a principle: all that `gather` looks at."""
    turn, rating = rated.turn, rated.on(principle)
    tested = principle in turn.tests
    circles = (
        principle is Principle.P7
        and turn.fruitless
        and any(use.code in REQUESTS for use in turn.codes)
    )
    if rating is None and not tested and not circles:
        return 0
    shown = rating and (rating.level, rating.violation, rating.breaches)
    meaning = (turn.scene if tested else None, shown, circles)
    return signs.setdefault(meaning, len(signs) + 1)
