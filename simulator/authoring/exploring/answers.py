"""What can be answered: replies on offer, forms that stand for all, own words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Final

from scoring.codes import Code, CodeUse
from scoring.forms.model import FormKind, Part, Role
from simulator.authoring.exploring.choices import is_few, selections
from simulator.authoring.exploring.questions import Tracked
from simulator.engine import Answer, Choose, Fill, Say, State, Understood, offered
from simulator.engine.fill import LISTS, PARTS
from simulator.scenario.conditions import NumberName, TestName
from simulator.scenario.guards import Guard, Moment
from simulator.scenario.model import Form, Scenario, Scene

ALL_RIGHT: Final = 100


def name_of(answer: Answer, scene: str) -> str:
    """Return an answer in a word: a reply's id, `fill(scene)`, `say(code)`."""
    match answer:
        case Choose():
            return answer.reply
        case Fill():
            return f"fill({scene})"
        case Say():
            return f"say({answer.text})"


@dataclass(frozen=True)
class Answers:
    """All answers to a story that may make a difference to what is tracked."""

    story: Scenario
    told: Tracked
    watched: tuple[Guard, ...] = ()
    """Conditions that must be asked, on whose account words are tried."""
    _fills: dict[str, tuple[Answer, ...]] = field(
        default_factory=dict[str, tuple[Answer, ...]]
    )
    _words: dict[str, tuple[Answer, ...]] = field(
        default_factory=dict[str, tuple[Answer, ...]]
    )
    _choices: dict[str, Choose] = field(default_factory=dict[str, Choose])

    def chosen(self, state: State) -> tuple[Answer, ...]:
        """Return the replies on offer, or ways to fill in the form of the scene."""
        form = self.story.scenes[state.scene].form
        if form is None:
            return tuple([self._choice(reply.id) for reply in offered(state)])
        if state.scene not in self._fills:
            fills = tuple(_fills(form, state.scene, self.told))
            self._fills[state.scene] = fills
        return self._fills[state.scene]

    def are_all(self, state: State) -> bool:
        """Tell whether these are all that there is to choose: a form may have more."""
        form = self.story.scenes[state.scene].form
        return form is None or is_few(_asked_about(state.scene, self.told))

    def _choice(self, reply: str) -> Choose:
        """Return the answer that takes a reply, made once."""
        found = self._choices.get(reply)
        if found is None:
            found = self._choices[reply] = Choose(reply)
        return found

    def spoken(self, state: State) -> tuple[Answer, ...]:
        """Return own words that fit no reply: one for each code that stirs things."""
        scene = self.story.scenes[state.scene]
        if scene.id not in self._words:
            words = () if scene.form else tuple(self._sayings(scene))
            self._words[scene.id] = words
        return self._words[scene.id]

    def _sayings(self, scene: Scene) -> Iterator[Answer]:
        reactions = (*scene.reactions, *self.story.reactions)
        stirring: set[str] = {
            one.on for one in reactions if self.told.matters(one.effects)
        }
        stirring |= self._telling
        meeting = self.story.meeting
        if meeting is not None and scene.id in meeting.floor:
            stirring.add(Code.STALL)
        for code in Code:
            if code in stirring:
                yield Say(code, Understood((CodeUse(code),), None))

    @cached_property
    def _telling(self) -> frozenset[str]:
        """Return the codes that conditions ask about or answer with.

        Where turns are counted, words that do nothing make a difference, too; where
        fruitless ones are, any code does that is new.
        """
        names = {one.name for one in self.told.questions}
        if NumberName.FRUITLESS in names:
            return frozenset(Code)
        told = {q.about for q in self.told.questions if q.name is TestName.SAID}
        heard = {g.about for g in self.watched if g.moment is Moment.REACTING}
        idle = {Code.NONE} if NumberName.TURNS in names else set[Code]()
        return frozenset(told | heard | idle)


def _fills(form: Form, scene: str, told: Tracked) -> Iterator[Fill]:
    """Yield forms of all kinds that the conditions can tell apart.

    How right a form is comes in with it, so every degree that is asked about is
    tried with every decision and with what is put on it.
    """
    for right, standing, option in product(
        _degrees(scene, told), selections(_asked_about(scene, told)), _options(form)
    ):
        values: dict[str, object] = {}
        for part in PARTS[form.kind]:
            offers = form.offers.get(LISTS.get(part, ""), {})
            put = [one for one in offers if one in standing]
            if put:
                values[part] = _written(part, put)
        if option:
            values[Part.OPTION] = option
        yield Fill(values, right)


def _degrees(scene: str, told: Tracked) -> list[int]:
    """Return how right a form may be: all, nothing, and about what is asked for."""
    asked = {
        limit + by
        for question, limits in told.limits.items()
        if question.name is NumberName.RIGHT and question.about == scene
        for limit in limits
        for by in (-1, 0, 1)
    }
    within = {limit for limit in asked if 0 < limit < ALL_RIGHT}
    return [ALL_RIGHT, 0, *sorted(within)] if asked else [ALL_RIGHT]


def _options(form: Form) -> tuple[str, ...]:
    return tuple(form.offers["options"]) if form.kind is FormKind.DECISION else ("",)


def _asked_about(scene: str, told: Tracked) -> frozenset[str]:
    """Return what conditions ask of a form: whether it stands there."""
    pairs = [
        question.about.partition(".")
        for question in told.questions
        if question.name is TestName.PUT
    ]
    return frozenset(item for home, _, item in pairs if home == scene)


def _written(part: Part, put: list[str]) -> object:
    """Write what stands in a part as a form has it."""
    match part:
        case Part.DATE | Part.RETURN | Part.OPTION:
            return put[0]
        case Part.PEOPLE:
            return dict.fromkeys(put, str(Role.CONTRIBUTES))
        case Part.INPUTS:
            return dict.fromkeys(put, "you")
        case Part.STEPS:
            return {name: {"owner": "you", "day": 1} for name in put}
        case _:
            return put
