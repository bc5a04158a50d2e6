"""How the answers at one moment of a talk split: nouns only. See `gathered`."""

from fractions import Fraction
from typing import NamedTuple

from msgspec import Struct

from scoring.codes import Code
from scoring.principles import Principle
from simulator.engine import Event, State


class Given(NamedTuple):
    """One answer of one person."""

    person: str
    events: tuple[Event, ...]
    """What came of it, his words and what they were taken for among them; of an
    answer that was corrected, the correction counts."""
    before: State
    """Where he stood when he gave it."""


class ReplyShare(Struct, frozen=True):
    """How many gave one reply, or meant it."""

    reply: str | None
    """Its id; None: words that come to none of the replies."""
    text: str
    """The author's words; empty without a reply."""
    people: tuple[str, ...]
    share: Fraction
    """0..1, of all who answered."""


class CodeShare(Struct, frozen=True):
    """How many did one thing with their words."""

    code: Code
    people: tuple[str, ...]
    share: Fraction
    """0..1, of all who answered; those of a moment add up to more than 1."""


class LevelShare(Struct, frozen=True):
    """How one principle was served."""

    principle: Principle
    counts: tuple[int, ...]
    """How many showed each level, 0 to 4."""
    silent: int
    """How many said nothing on it."""
    tested: bool
    """True when the moment is an opportunity for it: then silence is a missed
    chance."""
    mean: Fraction
    """0..4. Silence counts 1 where the principle is tested, else not at all."""


class Group(Struct, frozen=True):
    """Answers in own words that were taken for the same."""

    reply: str | None
    """The reply that they come to; None: none, and the codes hold them together."""
    codes: tuple[Code, ...]
    """What at least half of them do."""
    people: tuple[str, ...]
    share: Fraction
    """0..1, of all who answered."""
    quotation: str
    """One of them, word for word, safe to show: the most typical, then the
    shortest."""
    speaker: str
    """Whose words they are."""


class Split(Struct, frozen=True):
    """How the answers at one moment split."""

    answers: int
    replies: tuple[ReplyShare, ...]
    """In the order of the scenario, words without a reply last. Where people choose,
    with all that was on offer; where they speak, with what somebody meant."""
    codes: tuple[CodeShare, ...]
    """The commonest first."""
    principles: tuple[LevelShare, ...]
    """Those tested here or touched by anybody, P1 first."""
    groups: tuple[Group, ...]
    """The largest first; empty where nobody spoke in his own words."""

    @property
    def runner_up(self) -> Fraction:
        """The second largest share of a reply: 0 when all agree, 1/2 at most."""
        shares = sorted((one.share for one in self.replies), reverse=True)
        return shares[1] if len(shares) > 1 else Fraction(0)
