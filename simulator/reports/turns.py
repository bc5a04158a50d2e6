"""Tell a talk turn by turn: what was said, what it did, what it moved."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from scoring.codes import CodeUse
from scoring.keyclient import Rulebook
from scoring.principles import Principle
from scoring.rubric import Rating, Rubric
from simulator.engine import YOU, Learned, Moment, Mood, Source
from simulator.reports.model import (
    CodeNote,
    FactNote,
    LevelNote,
    MoodNote,
    Stronger,
    TurnNote,
)
from simulator.reports.names import code_name, meter_name, tone_of, worse
from simulator.reports.stronger import better_reply
from simulator.scenario.model import ClientFact, Scenario


class Teller(Struct, frozen=True):
    """What telling a turn needs to know besides the turn."""

    scenario: Scenario
    rubric: Rubric
    rulebook: Rulebook
    language: str

    def turn(
        self, moment: Moment, ratings: tuple[Rating, ...], *, circling: bool
    ) -> TurnNote:
        """Tell one turn.

        Args:
            moment: The turn, as the engine remembers it.
            ratings: What the scorer gave it, one per principle touched.
            circling: Whether it repeated a request without a reason.
        """
        tests = self.scenario.scenes[moment.scene].tests
        authored = moment.reply if moment.by is Source.AUTHOR else None
        return TurnNote(
            turn=moment.turn,
            rewind_to=moment.turn - 1,
            scene=moment.scene,
            heard=moment.prompt,
            reply=moment.reply.id if moment.reply else None,
            text=moment.text,
            codes=tuple(self.code(use) for use in moment.codes),
            levels=self.levels(ratings, tests),
            taken_as="" if authored or not moment.reply else moment.reply.text,
            because=(authored and authored.because) or "",
            moods=self._moods(moment.moods),
            learned=tuple(self._learned(one) for one in moment.learned),
            fruitless=moment.fruitless,
            circling=circling,
            answered=moment.answered,
            stronger=self._stronger(moment, ratings, tests),
        )

    def code(self, use: CodeUse) -> CodeNote:
        """Name what a reply did."""
        name = code_name(use.code, use.about, self.criterion)
        return CodeNote(use.code, str(use), name, tone_of(use.code), use.span)

    def levels(
        self, ratings: Iterable[Rating], tests: tuple[Principle, ...]
    ) -> tuple[LevelNote, ...]:
        """Give levels with the sentences that they stand on, P1 first."""
        notes = (
            LevelNote(
                principle=one.principle,
                title=self.principle(one.principle),
                level=one.level,
                sentence=self.sentence(one),
                row=one.row.id if one.row else None,
                codes=tuple(str(use) for use in one.codes),
                violation=one.violation,
                tested=one.principle in tests,
            )
            for one in ratings
        )
        return tuple(sorted(notes, key=lambda note: note.principle))

    def shown_by_form(self, levels: Mapping[Principle, int]) -> tuple[LevelNote, ...]:
        """Give the levels that a form showed on what it tests."""
        return tuple(
            LevelNote(
                principle=principle,
                title=self.principle(principle),
                level=level,
                sentence="",
                row=None,
                codes=(),
                violation=False,
                tested=True,
            )
            for principle, level in levels.items()
        )

    def principle(self, principle: Principle) -> str:
        """Return a principle's title in the reader's language."""
        return self.rubric.principles[principle].title.get(self.language, principle)

    def sentence(self, rating: Rating) -> str:
        """Return the sentence that a level stands on, or nothing."""
        if rating.row is not None:
            return rating.row.anchor.get(self.language, "")
        anchors = self.rubric.principles[rating.principle].anchors
        return anchors[rating.level].get(self.language, "")

    def fact(self, fact: ClientFact, *, brought: bool = False) -> FactNote:
        """Describe a fact."""
        return FactNote(fact.id, fact.name, fact.line, fact.needed, brought)

    def _learned(self, event: Learned) -> FactNote:
        fact = self.scenario.client.facts[event.fact]
        return self.fact(fact, brought=event.source == YOU)

    def _moods(self, moods: Iterable[Mood]) -> tuple[MoodNote, ...]:
        """Join the changes of one meter within a turn; drop what came to nothing."""
        joined: dict[tuple[str, str], tuple[int, int]] = {}
        for one in moods:
            first, _ = joined.get((one.person, one.meter), (one.before, 0))
            joined[one.person, one.meter] = first, one.after
        return tuple(
            self._mood(person, meter, before, after)
            for (person, meter), (before, after) in joined.items()
            if before != after
        )

    def _mood(self, person: str, meter: str, before: int, after: int) -> MoodNote:
        name = self.scenario.cast[person].name
        harder = worse(meter, before, after)
        called = meter_name(meter, self.scenario.meters.get(meter, ""))
        return MoodNote(person, name, meter, called, before, after, harder)

    def _stronger(
        self,
        moment: Moment,
        ratings: tuple[Rating, ...],
        tests: tuple[Principle, ...],
    ) -> Stronger | None:
        others = (one for one in moment.offered if one != moment.reply)
        found = better_reply(ratings, others, tests, self.rubric)
        if found is None:
            return None
        reply = found.reply
        return Stronger(
            reply.id,
            reply.text,
            reply.because or "",
            self.levels(found.ratings, tests),
        )

    def criterion(self, criterion: str) -> str:
        """Return a criterion's name in the reader's language, or its id."""
        found = self.rulebook.criterion(criterion)
        return found.name.get(self.language, criterion) if found else criterion
