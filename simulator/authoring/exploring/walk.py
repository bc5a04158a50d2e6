"""Go through all states that a talk can come to, by answering in every way."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final

from simulator.authoring.exploring.alike import Alike
from simulator.authoring.exploring.answers import Answers
from simulator.authoring.exploring.choices import is_few, selections
from simulator.authoring.exploring.fair import Fair, Owed, Queue
from simulator.authoring.exploring.questions import (
    Tracked,
    facts_asked,
    merger,
)
from simulator.authoring.exploring.talk import Talk
from simulator.authoring.exploring.watch import Watch
from simulator.engine import Answer, Choose, State, begin, offered, step
from simulator.scenario.guards import Guard
from simulator.scenario.model import Scenario

END: Final = -1
"""Where an answer leads that ends the talk."""
SEED: Final = 1
"""The order of replies makes no difference to what can happen."""


class Walk:
    """The states found so far, each numbered; the beginning is 0.

    States with one future are one: of each kind the first that was found is kept.
    """

    complete = False
    """True when every answer was given in every state."""
    given = 0
    """How many answers were given, those that stand for others included."""
    by_choice = 0
    """So many states, the first ones, come about without own words."""
    _hopeless = False
    """True when it cannot become complete any more."""
    _all_tried = True
    """False when there was more to choose than was tried."""

    def __init__(
        self,
        story: Scenario,
        told: Tracked,
        watched: Iterable[Guard],
        limit: int,
        enough: Callable[["Walk"], bool] | None = None,
        *,
        proves: bool = False,
        queue: Queue | None = None,
        talks: Iterable[Talk] = (),
    ) -> None:
        """Prepare a walk.

        Args:
            story: A bare scenario.
            told: What is told apart.
            watched: Conditions whose outcomes are kept.
            limit: How many answers are given at most: as many to replies and forms,
                half as many in own words.
            enough: Ends the walk early when it says so.
            proves: True when it is made to prove something, for which it must become
                complete: it ends, too, as soon as what is left to answer is more than
                the limit allows.
            queue: Says in which state is answered next; None: scenes take turns.
            talks: Talks of the same scenario, lines or not: what happens in them has
                been seen before the walk begins.
        """
        watched = tuple(watched)
        self.story = story
        self.states: list[State] = []
        self.starts: dict[int, tuple[str, ...] | None] = {}
        """States in which a talk begins, each with the facts that are brought; None
        where there was no talk before."""
        self.chosen: list[list[tuple[Answer, int]]] = []
        """Where replies and forms lead from each state."""
        self.spoken: list[list[tuple[Answer, int]]] = []
        """Where own words lead that fit no reply."""
        self.expanded: set[int] = set()
        """States from which all replies and forms were tried."""
        self.scenes: set[str] = set()
        self.offered: set[tuple[str, str]] = set()
        """Scene and reply of all that was on offer."""
        self.endings: set[str] = set()
        self.watch = Watch(watched)
        self._enough, self._proves = enough or _never, proves
        self._facts_asked = facts_asked(told, watched, story)
        self._answers = Answers(story, told, watched)
        self._alike = Alike(story, told, watched)
        self._key = merger(told, _once(story))
        self._numbers: dict[Hashable, int] = {}
        self._to_choose = Owed(Fair() if queue is None else queue)
        self._to_speak = Fair()
        for talk in talks:
            self._attend(talk)
        self._walk(limit)

    def _attend(self, talk: Talk) -> None:
        """See what happens in a talk, without going further from there."""
        before = talk.states[0]
        self.watch.enter(before)
        self._look(before)
        for answer, state in zip(talk.answers, talk.states[1:], strict=True):
            self.watch.go(before, answer, state)
            self._look(state)
            before = state

    def _look(self, state: State) -> None:
        if state.ending is not None:
            self.endings.add(state.ending)
            return
        self.scenes.add(state.scene)
        self.offered.update((state.scene, reply.id) for reply in offered(state))
        self.watch.stand(state)

    def _walk(self, limit: int) -> None:
        """Answer by choice first, so that those states have the lower numbers."""
        self._begin(None)
        used = self._choose(limit)
        self.by_choice = len(self.states)
        for carried in self._brought():
            self._begin(carried)
        self._go_on(limit // 2, choosing=used < limit)
        waiting = self._to_choose or self._to_speak
        self.complete = self._all_tried and not waiting

    def _go_on(self, limit: int, choosing: bool) -> None:
        """Use own words, too, and choose in the states that they lead to."""
        used = 0
        while used < limit and not self._hopeless and not self._enough(self):
            if choosing and self._to_choose:
                used += self._choose(limit - used)
            elif self._to_speak:
                number = self._to_speak.pop()
                words = self._answers.spoken(self.states[number])
                used += self._expand(number, words, self.spoken)
            else:
                return

    def unheard(self) -> set[int]:
        """Return the states in which own words were not tried yet."""
        return self._to_speak.waiting()

    def _choose(self, limit: int) -> int:
        """Choose all that can be chosen; return how many answers it took."""
        used = 0
        while self._to_choose and used < limit and not self._enough(self):
            if self._proves and self._to_choose.answers > limit - used:
                self._hopeless = True
                break
            number, answers = self._to_choose.pop()
            used += self._expand(number, answers, self.chosen)
            if self._answers.are_all(self.states[number]):
                self.expanded.add(number)
            else:
                self._all_tried = False
        return used

    def _brought(self) -> list[tuple[str, ...]]:
        """Return what a talk before this one may have brought, as far as is asked."""
        if self.story.continues is None:
            return []
        known = {one.id for one in self.story.client.facts.values() if one.known}
        asked = self._facts_asked - known
        if not is_few(asked):
            self._all_tried = False
        return [tuple(sorted(facts)) for facts in selections(asked)]

    def _begin(self, carried: tuple[str, ...] | None) -> None:
        state, _ = begin(self.story, SEED, carried=carried)
        self.watch.enter(state)
        self.starts.setdefault(self._number(state), carried)

    def _expand(
        self,
        number: int,
        answers: Sequence[Answer],
        edges: list[list[tuple[Answer, int]]],
    ) -> int:
        """Give all answers of one sort in a state; return how many there are."""
        state, leads, watch = self.states[number], edges[number], self.watch
        self.given += len(answers)
        known: dict[Hashable, int] = {}
        for answer in answers:
            sort: Hashable = None
            if isinstance(answer, Choose):
                self.offered.add((state.scene, answer.reply))
                sort = self._alike.of(state.scene, answer)
            to = known.get(sort)
            if to is None or sort is None:
                following, _ = step(state, answer)
                if watch.left:
                    watch.go(state, answer, following)
                to = known[sort] = self._number(following)
            leads.append((answer, to))
        return len(answers)

    def _number(self, state: State) -> int:
        """Return the number of the states that stand like this one."""
        if state.ending is not None:
            self.endings.add(state.ending)
            return END
        key = self._key(state)
        number = self._numbers.setdefault(key, len(self.states))
        if number == len(self.states):
            self._add(state, number)
        return number

    def _add(self, state: State, number: int) -> None:
        self.states.append(state)
        self.scenes.add(state.scene)
        self.chosen.append([])
        self.spoken.append([])
        self.watch.stand(state)
        self._to_choose.push(state.scene, number, self._answers.chosen(state))
        if self._answers.spoken(state):
            self._to_speak.push(state.scene, number)


def _never(walk: Walk) -> bool:
    return False


def _once(story: Scenario) -> list[str]:
    """Return the replies that can be given once, as `scene.reply`."""
    return [
        f"{scene.id}.{reply.id}"
        for scene in story.scenes.values()
        for reply in scene.replies
        if reply.once
    ]


def seer_of_all(story: Scenario) -> Callable[[Walk], bool]:
    """Return what tells that a walk has seen all there is to see."""
    replies = {
        (scene.id, one.id) for scene in story.scenes.values() for one in scene.replies
    }
    endings = set(story.endings)
    if story.patience is not None:
        endings.discard(story.patience.to)

    def all_seen(walk: Walk) -> bool:
        return (
            not walk.watch.left
            and walk.scenes.issuperset(story.scenes)
            and walk.endings >= endings
            and walk.offered >= replies
        )

    return all_seen
