"""Everything that can be different about a part of a scenario, one name for each.

A part (a scene, a reply, a fact …) is taken apart into aspects: name → value as the
YAML would have it. Two versions of a part differ where their aspects do.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from scoring.principles import Principle
from simulator.graph.alike import Aspect, Aspects
from simulator.records import parts_of
from simulator.scenario.conditiontext import condition_text
from simulator.scenario.model import (
    ClientFact,
    Effects,
    Ending,
    Form,
    FormMove,
    Line,
    Patience,
    Person,
    Reaction,
    Reply,
    Scenario,
    Scene,
    Shift,
)

LISTED: Final = ", "


def of_reply(reply: Reply) -> Aspects:
    """Take a reply apart; its id is left out."""
    own = {
        "text": Aspect(reply.text, words=True),
        "like": _lines_of_words(reply.like),
        "because": Aspect(reply.because or "", words=True),
        "does": Aspect(LISTED.join(str(use) for use in reply.does)),
        "if": Aspect(condition_text(reply.when)),
        "once": _yes(reply.once),
        "levels": _pairs(reply.levels),
        "opposite": Aspect(reply.opposite or ""),
        "to_whom": Aspect(reply.to_whom or ""),
    }
    return own | _effects(reply.effects)


def of_reaction(reaction: Reaction) -> Aspects:
    """Take a reaction apart; the code it answers is left out."""
    return {"if": Aspect(condition_text(reaction.when))} | _effects(reaction.effects)


def of_move(move: FormMove) -> Aspects:
    """Take apart what follows a form."""
    return {"if": Aspect(condition_text(move.when))} | _effects(move.effects)


def of_scene(scene: Scene) -> Aspects:
    """Take a scene apart; its replies and other moves are left out."""
    own = {"tests": Aspect(LISTED.join(scene.tests))}
    return (
        own
        | _said("say", scene.say)
        | _said("otherwise", scene.otherwise)
        | (_form(scene.form) if scene.form else {})
    )


def of_ending(ending: Ending) -> Aspects:
    """Take an ending apart."""
    own = {
        "outcome": Aspect(str(ending.outcome)),
        "good": Aspect("true" if ending.good else "false"),
        "title": Aspect(ending.title, words=True),
        "text": Aspect(ending.text, words=True),
    }
    return own | _said("say", ending.say)


def of_fact(fact: ClientFact) -> Aspects:
    """Take a fact apart."""
    worded = isinstance(fact.value, str)
    return {
        "name": Aspect(fact.name, words=True),
        "line": Aspect(fact.line, words=True),
        "is": Aspect(_value(fact.value), words=worded),
        "unit": Aspect(fact.unit or "", words=True),
        "of": Aspect("" if fact.of is None else _amount(fact.of)),
        "known": _yes(fact.known),
        "needed": _yes(fact.needed),
        "source": Aspect(fact.source or "", words=True),
        "criterion": Aspect(fact.criterion or ""),
        "level": Aspect("" if fact.level is None else _range(map(str, fact.level))),
        "stop": Aspect(fact.stop or ""),
    }


def of_person(person: Person) -> Aspects:
    """Take a person apart."""
    return {
        "name": Aspect(person.name, words=True),
        "role": Aspect(person.role, words=True),
        "mood": _pairs(person.mood),
    }


def of_patience(patience: Patience | None) -> Aspects:
    """Take the patience of the other side apart."""
    if patience is None:
        return {}
    own = {"turns": Aspect(str(patience.turns)), "to": Aspect(patience.to)}
    return own | _said("reminders", patience.reminders) | _said("say", patience.say)


def of_scenario(scenario: Scenario) -> Aspects:
    """Take apart what a scenario says of itself, its parts left out."""
    before, meeting = scenario.continues, scenario.meeting
    own = {
        "title": Aspect(scenario.title, words=True),
        "brief": Aspect(scenario.brief, words=True),
        "debrief": Aspect(scenario.debrief, words=True),
        "role": Aspect(scenario.role, words=True),
        "client.name": Aspect(scenario.client.name, words=True),
        "client.status": Aspect(scenario.client.status or ""),
        "start": Aspect(scenario.start),
        "meters": Aspect(
            LISTED.join(f"{meter}: {name}" for meter, name in scenario.meters.items()),
            words=True,
        ),
        "continues": Aspect(_parts(before) if before else ""),
        "meeting": Aspect(_parts(meeting) if meeting else ""),
    }
    plain = ("id", "difficulty", "minutes", "rubric", "rulebook")
    told = {name: Aspect(str(getattr(scenario, name))) for name in plain}
    return own | told | _said("otherwise", scenario.otherwise)


def _effects(effects: Effects) -> dict[str, Aspect]:
    """Take apart what a move does."""
    own = {
        "to": Aspect(effects.to or ""),
        "learn": Aspect(LISTED.join(effects.learn)),
        "tell": Aspect(LISTED.join(effects.tell)),
        "mood": Aspect(mood_text(effects.shifts)),
        "set": Aspect(LISTED.join(effects.flags)),
    }
    return own | _said("say", effects.say)


def mood_text(shifts: Iterable[Shift]) -> str:
    """Return changes of temper as `oleg.resistance +2, oleg.trust -1`."""
    return LISTED.join(f"{one.person}.{one.meter} {one.by:+d}" for one in shifts)


def _said(key: str, lines: Iterable[Line]) -> dict[str, Aspect]:
    """Take lines apart: what is said, and who says it when."""
    spoken = tuple(lines)
    words = "\n".join(f"{line.who}: {' / '.join(line.texts)}" for line in spoken)
    shape = LISTED.join(_speaker(line) for line in spoken)
    return {key: Aspect(words, words=True), f"{key}.speakers": Aspect(shape)}


def _speaker(line: Line) -> str:
    return f"{line.who} (if {condition_text(line.when)})" if line.when else line.who


def _form(form: Form) -> dict[str, Aspect]:
    words = {
        f"offers.{part}.{name}": Aspect(text, words=True)
        for part, offered in form.offers.items()
        for name, text in offered.items()
    }
    ids = {
        f"offers.{part}": Aspect(LISTED.join(offered))
        for part, offered in form.offers.items()
    }
    reasons = {
        f"because.{name}": Aspect(text, words=True)
        for name, text in form.because.items()
    }
    own = {"form": Aspect(str(form.kind)), "expect": Aspect(_parts(form.wanted))}
    return own | ids | words | reasons


def _parts(value: object) -> str:
    """Return a small value of ours in words: `dates thursday; points a, b`."""
    named = (parts_of(value) or {}).items()
    return "; ".join(f"{name} {_plain(v)}" for name, v in named if v or v == 0)


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        return LISTED.join(f"{key}: {_plain(one)}" for key, one in value.items())
    if isinstance(value, frozenset):
        return LISTED.join(sorted(str(one) for one in value))
    if isinstance(value, tuple):
        return LISTED.join(str(one) for one in value)
    return str(value) if parts_of(value) is None else f"({_parts(value)})"


def _pairs(values: Mapping[Principle, int] | Mapping[str, int]) -> Aspect:
    return Aspect(LISTED.join(f"{key} {value}" for key, value in values.items()))


def _lines_of_words(words: Iterable[str]) -> Aspect:
    return Aspect("\n".join(words), words=True)


def _yes(value: bool) -> Aspect:
    return Aspect("true" if value else "")


def _value(value: tuple[Fraction, Fraction] | str | bool | None) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _range(map(_amount, value))


def _range(ends: Iterable[str]) -> str:
    low, high = ends
    return low if low == high else f"[{low}, {high}]"


def _amount(value: Fraction) -> str:
    return f"{float(value):.15g}"
