"""An old version in the ids of a new one, so that what is left are true differences."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from simulator.graph.matching import Names
from simulator.scenario.conditions import (
    All,
    AnyOf,
    Ask,
    Compare,
    Condition,
    Not,
    Number,
    NumberName,
    TestName,
)
from simulator.scenario.model import (
    ClientFact,
    Continues,
    Effects,
    Ending,
    Form,
    FormMove,
    Line,
    Meeting,
    Patience,
    Reaction,
    Reply,
    Scenario,
    Scene,
)

_ABOUT_SCENES: Final = frozenset({NumberName.VISITS, NumberName.RIGHT})


def in_new_names(scenario: Scenario, names: Names) -> Scenario:
    """Return an old version as if its ids had always been those of the new one.

    A reply that stands in another scene now stands there, behind the others.
    """
    return _Rewriter(names).scenario(scenario) if names != Names() else scenario


class _Rewriter(Struct, frozen=True):
    """Puts new ids wherever an id stands."""

    names: Names

    def scenario(self, old: Scenario) -> Scenario:
        """Rewrite a whole scenario."""
        scenes = self._scenes(old)
        return replace(
            old,
            scenes=scenes,
            endings={
                self.names.scene(name): self._ending(one)
                for name, one in old.endings.items()
            },
            client=replace(
                old.client,
                facts={
                    self._fact(name): self._fact_itself(one)
                    for name, one in old.client.facts.items()
                },
            ),
            start=self.names.scene(old.start),
            reactions=tuple(self._reaction(one) for one in old.reactions),
            otherwise=self._lines(old.otherwise),
            patience=self._patience(old.patience),
            continues=self._continues(old.continues),
            meeting=self._meeting(old.meeting),
        )

    def _scenes(self, old: Scenario) -> dict[str, Scene]:
        replies: dict[str, list[Reply]] = {}
        strangers: list[tuple[str, Reply]] = []
        for scene in old.scenes.values():
            own = replies.setdefault(self.names.scene(scene.id), [])
            for reply in scene.replies:
                at, name = self.names.reply(scene.id, reply.id)
                written = self._reply(reply, scene.id, name)
                if at == self.names.scene(scene.id):
                    own.append(written)
                else:
                    strangers.append((at, written))
        for at, reply in strangers:
            replies.setdefault(at, []).append(reply)
        return {
            self.names.scene(name): self._scene(
                scene, tuple(replies[self.names.scene(name)])
            )
            for name, scene in old.scenes.items()
        }

    def _scene(self, scene: Scene, replies: tuple[Reply, ...]) -> Scene:
        return replace(
            scene,
            id=self.names.scene(scene.id),
            say=self._lines(scene.say),
            replies=replies,
            reactions=tuple(self._reaction(one) for one in scene.reactions),
            otherwise=self._lines(scene.otherwise),
            form=self._form(scene.form),
        )

    def _reply(self, reply: Reply, scene: str, name: str) -> Reply:
        opposite = reply.opposite
        return replace(
            reply,
            id=name,
            effects=self._effects(reply.effects),
            when=self.condition(reply.when),
            opposite=self.names.reply(scene, opposite)[1] if opposite else None,
        )

    def _reaction(self, one: Reaction) -> Reaction:
        when = self.condition(one.when)
        return replace(one, effects=self._effects(one.effects), when=when)

    def _form(self, form: Form | None) -> Form | None:
        if form is None:
            return None
        return replace(form, then=tuple(self._move(move) for move in form.then))

    def _move(self, move: FormMove) -> FormMove:
        when = self.condition(move.when)
        return replace(move, effects=self._effects(move.effects), when=when)

    def _effects(self, effects: Effects) -> Effects:
        return replace(
            effects,
            say=self._lines(effects.say),
            learn=tuple(self._fact(name) for name in effects.learn),
            tell=tuple(self._fact(name) for name in effects.tell),
            to=None if effects.to is None else self.names.scene(effects.to),
        )

    def _ending(self, ending: Ending) -> Ending:
        name = self.names.scene(ending.id)
        return replace(ending, id=name, say=self._lines(ending.say))

    def _patience(self, patience: Patience | None) -> Patience | None:
        if patience is None:
            return None
        return replace(
            patience,
            reminders=self._lines(patience.reminders),
            say=self._lines(patience.say),
            to=self.names.scene(patience.to),
        )

    def _continues(self, one: Continues | None) -> Continues | None:
        if one is None:
            return None
        return replace(one, otherwise=tuple(self._fact(name) for name in one.otherwise))

    def _meeting(self, one: Meeting | None) -> Meeting | None:
        if one is None:
            return None
        return replace(one, floor=tuple(self.names.scene(name) for name in one.floor))

    def _fact(self, name: str) -> str:
        return self.names.facts.get(name, name)

    def _fact_itself(self, fact: ClientFact) -> ClientFact:
        return replace(fact, id=self._fact(fact.id))

    def _lines(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(replace(one, when=self.condition(one.when)) for one in lines)

    def condition(self, condition: Condition | None) -> Condition | None:
        """Rewrite a condition."""
        return None if condition is None else self._inner(condition)

    def _inner(self, condition: Condition) -> Condition:
        if isinstance(condition, bool):
            return condition
        rewrite: Callable[[_Rewriter, Any], Condition] = _BY_TYPE[type(condition)]
        return rewrite(self, condition)

    def _not(self, condition: Not) -> Not:
        return Not(self._inner(condition.inner))

    def _several(self, condition: All | AnyOf) -> All | AnyOf:
        parts = tuple(self._inner(part) for part in condition.parts)
        return replace(condition, parts=parts)

    def _compare(self, condition: Compare) -> Compare:
        left, right = self._number(condition.left), self._number(condition.right)
        return replace(condition, left=left, right=right)

    def _number(self, number: Number | int) -> Number | int:
        if isinstance(number, int) or number.name not in _ABOUT_SCENES:
            return number
        return replace(number, about=self.names.scene(number.about))

    def _ask(self, condition: Ask) -> Ask:
        scene, _, rest = condition.about.partition(".")
        match condition.name:
            case TestName.KNOWS:
                about = self._fact(condition.about)
            case TestName.FILLED:
                about = self.names.scene(condition.about)
            case TestName.CHOSE:
                about = ".".join(self.names.reply(scene, rest))
            case TestName.PUT:
                about = f"{self.names.scene(scene)}.{rest}"
            case _:
                about = condition.about
        return replace(condition, about=about)


_BY_TYPE: Final[Mapping[type, Callable[[_Rewriter, Any], Condition]]] = {
    Compare: _Rewriter._compare,
    Ask: _Rewriter._ask,
    Not: _Rewriter._not,
    All: _Rewriter._several,
    AnyOf: _Rewriter._several,
}
