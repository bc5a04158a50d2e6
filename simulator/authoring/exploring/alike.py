"""Which replies of a scene do the same, as far as anything is asked about.

Where two of them are on offer it is enough to give one: the states that they lead to
cannot be told apart, now or later.
"""

from collections.abc import Hashable, Iterable

from simulator.authoring.exploring.questions import Question, Tracked, asked
from simulator.engine import Choose
from simulator.scenario.conditions import NumberName, TestName
from simulator.scenario.guards import Guard, Moment
from simulator.scenario.model import Reply, Scenario


class Alike:
    """Sorts the replies of a bare scenario in which nobody loses patience."""

    __slots__ = ("_about", "_answering", "_fruitless", "_sorts", "_story")

    def __init__(
        self, story: Scenario, told: Tracked, watched: Iterable[Guard]
    ) -> None:
        """Make ready; nothing is sorted yet.

        Args:
            story: Its lines are left out.
            told: What is told apart.
            watched: Conditions that are asked on the way.
        """
        watched = tuple(watched)
        questions: set[Question] = set(told.questions)
        for guard in watched:
            questions.update(asked(guard.condition, guard.scene, story))
        self._story = story
        self._answering = {
            (one.scene, one.about) for one in watched if one.moment is Moment.ANSWERING
        }
        self._fruitless = any(one.name is NumberName.FRUITLESS for one in questions)
        self._about = {
            name: frozenset(one.about for one in questions if one.name is name)
            for name in (NumberName.METER, *TestName)
        }
        self._sorts: dict[tuple[str, str], Hashable] = {}

    def of(self, scene: str, answer: Choose) -> Hashable:
        """Return what is equal for replies of a scene that do the same."""
        key = (scene, answer.reply)
        found = self._sorts.get(key)
        if found is None:
            replies = self._story.scenes[scene].replies
            reply = next(one for one in replies if one.id == answer.reply)
            alone = self._stands_alone(scene, reply)
            found = self._sorts[key] = key if alone else self._sort(reply)
        return found

    def _stands_alone(self, scene: str, reply: Reply) -> bool:
        """Tell whether a reply may do what no other does.

        It does where it can be given once, is asked about itself, leaves it to
        reactions, or may interrupt; and all do where it matters what was new.
        """
        meeting = self._story.meeting
        return (
            self._fruitless
            or reply.once
            or reply.effects.to is None
            or (scene, reply.id) in self._answering
            or f"{scene}.{reply.id}" in self._about[TestName.CHOSE]
            or (meeting is not None and scene in meeting.floor)
        )

    def _sort(self, reply: Reply) -> Hashable:
        effects, about = reply.effects, self._about
        meters = about[NumberName.METER]
        shifts = [(f"{one.person}.{one.meter}", one.by) for one in effects.shifts]
        return (
            effects.to,
            tuple([one for one in shifts if one[0] in meters]),
            about[TestName.KNOWS].intersection((*effects.learn, *effects.tell)),
            about[TestName.FLAG].intersection(effects.flags),
            about[TestName.SAID].intersection([use.code for use in reply.does]),
        )
