"""What a debrief says, before anything is drawn: nouns only.

Words of authors (scenario, rubric, rulebook) are `str`, in one language. Words
of the program are `Phrase`s, rendered by whoever draws. Points and levels are
fractions until they are shown (`simulator.reports.numbers`).
"""

from fractions import Fraction

from msgspec import Struct

from scoring.formulas import Exact
from scoring.keyclient import Status
from scoring.principles import Principle
from scoring.talk import Outcome
from simulator.reports.phrases import Phrase
from simulator.reports.turnmodel import (
    CodeNote,
    FactNote,
    LevelNote,
    MoodNote,
    Stronger,
    TurnNote,
)

__all__ = [
    "CodeNote",
    "CriterionNote",
    "Debrief",
    "FactNote",
    "KeyClientNote",
    "LevelNote",
    "MoodNote",
    "OpportunityNote",
    "OutcomeNote",
    "PartNote",
    "PrincipleNote",
    "RedFlagNote",
    "Stronger",
    "TurnNote",
]


class OpportunityNote(Struct, frozen=True):
    """A moment at which a principle could be shown."""

    scene: str
    turn: int
    """The turn that showed it best; for a missed chance, the first one there."""
    level: int
    """0..4; a missed chance counts 1."""
    missed: bool
    """True when nothing was said on the principle there."""
    sentence: str
    """The rubric's sentence; empty for a missed chance."""
    text: str
    """The trainee's words at that turn."""


class PrincipleNote(Struct, frozen=True):
    """One of the eight principles: a bar of the chart."""

    principle: Principle
    title: str
    weight: Fraction
    level: Fraction | None
    """0..4; None when not reached, which is not zero."""
    opportunities: tuple[OpportunityNote, ...]
    caps: tuple[Phrase, ...]
    """What held the level down, one sentence each."""

    @property
    def reached(self) -> bool:
        """Tell whether the talk put the principle to the test."""
        return self.level is not None


class RedFlagNote(Struct, frozen=True):
    """Words that cap the score of the whole talk."""

    turn: int
    code: CodeNote
    text: str
    """The trainee's words."""


class PartNote(Struct, frozen=True):
    """One of the three parts of the key-client score."""

    part: str
    """`facts`, `criteria` or `decision`."""
    title: Phrase
    points: Fraction | None
    """None when the part does not apply in this scenario."""
    of: int
    """The most that the part can bring: 40, 30, 30."""
    reason: Phrase


class CriterionNote(Struct, frozen=True):
    """A criterion of the rulebook."""

    criterion: str
    """Its id."""
    name: str


class KeyClientNote(Struct, frozen=True):
    """Were the facts got, the rules applied, the decision theirs?"""

    score: Fraction
    """0..100."""
    parts: tuple[PartNote, ...]
    obtained: tuple[FactNote, ...]
    """Needed facts that were known at the end."""
    missing: tuple[FactNote, ...]
    """Needed facts that were not."""
    criteria: tuple[CriterionNote, ...]
    """Criteria of the rulebook that the trainee named, in its order."""
    low: Exact
    high: Exact
    """The interval of points that the facts known at the end allow, 0..100."""
    status: Phrase
    """The status that they allow: key, candidate, not key, not enough data."""
    status_id: Status
    settling: tuple[CriterionNote, ...]
    """Criteria any one of which, once known, could settle the status."""


class OutcomeNote(Struct, frozen=True):
    """What became of the client, the manager, the money."""

    ending: str
    """Its id."""
    outcome: Outcome
    name: Phrase
    """The kind of outcome in a word or two."""
    title: str
    text: str
    good: bool


class Debrief(Struct, frozen=True):
    """A whole talk with its reasons, in the order in which it is told."""

    title: str
    """The scenario's."""
    turns: tuple[TurnNote, ...]
    outcome: OutcomeNote | None
    """None while the talk goes on."""
    business: Fraction | None
    """"Business above ego", 0..100; None when no principle was reached."""
    key_client: KeyClientNote | None
    """None while no turn was played."""
    principles: tuple[PrincipleNote, ...]
    """All eight, P1 first: the bar chart."""
    red_flags: tuple[RedFlagNote, ...]
    capped: Phrase | None
    """Says that red flags hold the business score at 40 at most, if they do."""
    circling: tuple[int, ...]
    """Turns that repeated a request without a new reason: each costs P7 a level."""
    fruitless: tuple[int, ...]
    """Turns that brought nothing new, those of `circling` included."""
    advice: Phrase
    """One thing to do differently next time."""
    lesson: str
    """What the author wants the talk to teach; may be empty."""
    rewinds: int
    """How often the trainee went back; never scored."""
    validity: Phrase
    """Says that the scores are not validated."""
    versions: Phrase
    """The rubric and the rulebook, with versions, that the scores stand on."""

    @property
    def not_reached(self) -> tuple[PrincipleNote, ...]:
        """The principles that nothing put to the test."""
        return tuple(one for one in self.principles if not one.reached)
