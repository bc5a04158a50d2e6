"""How play-throughs go, found out once for the translations of a scenario."""

from msgspec import Struct

from scoring.keyclient import Rulebook
from scoring.rubric import Rubric
from scoring.scorecard import Points, points
from simulator.authoring.exploring.course import Outline
from simulator.authoring.playing import Played, play
from simulator.engine import talk_of
from simulator.scenario.findings import Report
from simulator.scenario.model import Scenario
from simulator.scenario.plays import Play


class Performance(Struct):
    """A play-through that was played."""

    played: Played
    report: Report
    """What does not fit the talk."""
    _scored: list[tuple[Rubric, Rulebook, Points]] = []

    def points(self, rubric: Rubric, rulebook: Rulebook) -> Points:
        """Return both scores of the talk, worked out once."""
        for by, rules, found in self._scored:
            if rubric is by and rulebook is rules:
                return found
        last = self.played.talk.states[-1]
        talk = talk_of(last.story, self.played.events)
        self._scored.append((rubric, rulebook, points(talk, rubric, rulebook)))
        return self._scored[-1][2]


class Stage(Struct, frozen=True):
    """Plays what it is asked for, and remembers how it went.

    A play-through goes the same way in every language, as long as the translations
    differ in words alone.
    """

    _shown: dict[int, list[tuple[Play, Outline, Rulebook | None, Performance]]] = {}
    """By the identity of a play-through."""

    def of(
        self,
        one: Play,
        file: str,
        story: Scenario,
        plan: Outline,
        rulebook: Rulebook | None,
    ) -> Performance:
        """Play a play-through.

        Args:
            one: What is answered.
            file: What findings call the file that it stands in.
            story: The scenario that is played.
            plan: Its outline: the same object where it is equal.
            rulebook: What forms are judged by; None: they are all wrong.
        """
        known = self._shown.setdefault(id(one), [])
        for _, by, rules, shown in known:
            if by is plan and rules is rulebook:
                return shown
        report = Report(file)
        played = play(
            story,
            one.seed,
            one.answers,
            report,
            rulebook=rulebook,
            carried=one.carried,
        )
        known.append((one, plan, rulebook, Performance(played, report)))
        return known[-1][3]
