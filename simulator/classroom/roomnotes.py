"""What a debrief tells a whole class: nouns only. See `debriefing`.

Nobody is named here: people are ids.
"""

from fractions import Fraction

from msgspec import Struct

from scoring.principles import Principle
from scoring.talk import Outcome
from simulator.classroom.splits import Split
from simulator.engine import Spoken
from simulator.reports.model import CodeNote, LevelNote, Stronger


class Histogram(Struct, frozen=True):
    """How one of the two scores is spread over the talks that came to an end."""

    counts: tuple[int, ...]
    """Ten: from 0 and below 10, from 10 and below 20, … from 90 to 100."""
    people: int
    mean: Fraction | None
    """0..100; None when nobody has this score."""
    median: Fraction | None


class EndingShare(Struct, frozen=True):
    """How many talks came to one ending."""

    ending: str
    """Its id."""
    title: str
    outcome: Outcome
    good: bool
    people: tuple[str, ...]
    share: Fraction
    """0..1, of all talks that came to an end."""


class SceneSplit(Struct, frozen=True):
    """How the class split at one scene."""

    scene: str
    line: Spoken | None
    """What most had heard last when they answered; None where nobody had spoken."""
    split: Split

    @property
    def against(self) -> int:
        """How many gave the second most common answer; 0 when all agree."""
        counts = sorted((len(one.people) for one in self.split.replies), reverse=True)
        return counts[1] if len(counts) > 1 else 0


class PrincipleOfRoom(Struct, frozen=True):
    """How a class served one principle."""

    principle: Principle
    title: str
    mean: Fraction | None
    """0..4, over those who reached it; None when nobody did."""
    people: int
    """How many reached it."""
    chances: int
    """How many times it was put to the test, over all talks."""


class Telling(Struct, frozen=True):
    """An answer that is worth talking about."""

    scene: str
    line: Spoken | None
    """What it answers."""
    text: str
    """Word for word, safe to show."""
    speaker: str
    """Whose words; of a reply that was chosen, one of those who chose it."""
    people: tuple[str, ...]
    """All who answered so."""
    level: Fraction
    """0..4, the mean over what the scene tests; silence counts 1."""
    codes: tuple[CodeNote, ...]
    levels: tuple[LevelNote, ...]
    """With the sentences of the rubric that they stand on."""
    because: str
    """The author's reason; empty for own words."""
    stronger: Stronger | None


class RoomDebrief(Struct, frozen=True):
    """What a class came to."""

    people: int
    answered: int
    """How many gave an answer at all."""
    finished: int
    endings: tuple[EndingShare, ...]
    """In the order of the scenario, those that nobody came to left out."""
    business: Histogram
    key_client: Histogram
    scenes: tuple[SceneSplit, ...]
    """Those where somebody answered, in the order of the scenario."""
    divided: tuple[SceneSplit, ...]
    """Where the class did not agree, most divided first."""
    principles: tuple[PrincipleOfRoom, ...]
    """All eight, P1 first."""
    missed: PrincipleOfRoom | None
    """The one that the class served worst of those put to the test; None when none
    was, or all were served in full."""
    best: tuple[Telling, ...]
    """The best answers of different scenes, the best first."""
    instructive: tuple[Telling, ...]
    """Answers that many gave and that served badly, the costliest first."""
