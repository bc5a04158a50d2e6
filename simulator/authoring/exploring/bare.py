"""A scenario without its words: what decides how a talk can go, and no more.

Translations that differ in words alone come to equal bare scenarios.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from simulator.scenario.model import (
    Client,
    ClientFact,
    Effects,
    Ending,
    Form,
    FormMove,
    Patience,
    Person,
    Reaction,
    Reply,
    Scenario,
    Scene,
)


def bare(story: Scenario) -> Scenario:
    """Return a scenario without words, and without the conditions of its lines."""
    facts = story.client.facts.values()
    return replace(
        story,
        title="",
        language="",
        minutes=0,
        role="",
        brief="",
        debrief="",
        cast={one.id: Person(one.id, "", "", one.mood) for one in story.cast.values()},
        client=Client("", {one.id: _fact(one) for one in facts}),
        scenes={name: _scene(scene) for name, scene in story.scenes.items()},
        endings={name: _ending(ending) for name, ending in story.endings.items()},
        reactions=_reactions(story.reactions),
        otherwise=(),
        patience=_patience(story.patience) if story.patience else None,
        rubric="",
        rulebook="",
        digest="",
    )


def patient(story: Scenario) -> Scenario:
    """Return a scenario in which nobody loses patience.

    Patience only ever ends a talk sooner. Without it nothing is lost that a talk
    can come to, and far fewer talks need to be told apart.
    """
    return replace(story, patience=None)


def _patience(patience: Patience) -> Patience:
    return Patience(patience.turns, (), (), patience.to)


def _fact(fact: ClientFact) -> ClientFact:
    return ClientFact(fact.id, "", "", None, known=fact.known)


def _ending(ending: Ending) -> Ending:
    return Ending(ending.id, ending.outcome, ending.good, "", "")


def _scene(scene: Scene) -> Scene:
    return Scene(
        scene.id,
        (),
        (),
        tuple([_reply(reply) for reply in scene.replies]),
        _reactions(scene.reactions),
        form=_form(scene.form) if scene.form else None,
    )


def _reply(reply: Reply) -> Reply:
    return Reply(
        reply.id,
        "",
        reply.does,
        _effects(reply.effects),
        when=reply.when,
        once=reply.once,
    )


def _reactions(reactions: Iterable[Reaction]) -> tuple[Reaction, ...]:
    return tuple(
        [Reaction(one.on, _effects(one.effects), one.when) for one in reactions]
    )


def _form(form: Form) -> Form:
    return Form(
        form.kind,
        form.wanted,
        {key: dict.fromkeys(offers, "") for key, offers in form.offers.items()},
        {},
        tuple([FormMove(_effects(move.effects), move.when) for move in form.then]),
    )


def _effects(effects: Effects) -> Effects:
    return replace(effects, say=()) if effects.say else effects
