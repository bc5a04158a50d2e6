"""What of a scenario is the same in all its languages.

Words are not, and neither is how many wordings a line has; who says it is, and when.
Names in a list without an order of its own may stand in any.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from scoring.codes import CodeUse
from simulator.scenario.inorder import in_order
from simulator.scenario.model import (
    ClientFact,
    Effects,
    Line,
    Patience,
    Reply,
    Scenario,
    Scene,
)

_SCALES: Final = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"thousand|[₽$€£]k\b|тыс",
        r"million|[₽$€£]ml?n?\b|\bml?n\b|млн|миллион",
        r"billion|[₽$€£]bn\b|\bbn\b|млрд|миллиард",
        r"%|per ?cent|процент|\bпроц\b",
    )
)

Part = tuple[tuple[str, ...], object, object]
"""A path, and what stands there in both files."""


def of_replies(ours: Reply, theirs: Reply) -> Iterator[Part]:
    """Yield what must be the same of a reply, by its keys."""
    mine, other = _reply(ours), _reply(theirs)
    yield from (((key,), mine[key], other[key]) for key in mine)


def _reply(one: Reply) -> dict[str, object]:
    given = one.effects
    return {
        "does": _codes(one.does),
        "to": given.to,
        "learn": frozenset(given.learn),
        "tell": frozenset(given.tell),
        "mood": frozenset(given.shifts),
        "set": frozenset(given.flags),
        "if": in_order(one.when),
        "once": one.once,
        "levels": dict(one.levels),
        "to_whom": one.to_whom,
        "opposite": one.opposite,
        "because": one.because is None,
        "say": spoken(given.say),
    }


def of_scenarios(ours: Scenario, theirs: Scenario) -> Iterator[Part]:
    """Yield what else must be the same."""
    yield ("start",), ours.start, theirs.start
    yield ("difficulty",), ours.difficulty, theirs.difficulty
    yield ("minutes",), ours.minutes, theirs.minutes
    yield ("reactions",), _reactions(ours), _reactions(theirs)
    yield ("otherwise",), spoken(ours.otherwise), spoken(theirs.otherwise)
    yield from _patience(ours.patience, theirs.patience)
    yield ("rubric",), ours.rubric, theirs.rubric
    yield ("rulebook",), ours.rulebook, theirs.rulebook
    yield ("continues",), ours.continues, theirs.continues
    yield ("meeting",), ours.meeting, theirs.meeting
    yield ("client", "status"), ours.client.status, theirs.client.status
    for name in _both(ours.scenes, theirs.scenes):
        yield from _scene(name, ours.scenes[name], theirs.scenes[name])
    for name in _both(ours.endings, theirs.endings):
        mine, other = ours.endings[name], theirs.endings[name]
        yield ("endings", name, "outcome"), mine.outcome, other.outcome
        yield ("endings", name, "good"), mine.good, other.good
        yield ("endings", name, "say"), spoken(mine.say), spoken(other.say)
    for name in _both(ours.cast, theirs.cast):
        moods = (dict(ours.cast[name].mood), dict(theirs.cast[name].mood))
        yield ("cast", name, "mood"), *moods
    for name in _both(ours.client.facts, theirs.client.facts):
        yield from _fact(name, ours.client.facts[name], theirs.client.facts[name])


def _scene(name: str, here: Scene, there: Scene) -> Iterator[Part]:
    path = ("scenes", name)
    yield (*path, "tests"), frozenset(here.tests), frozenset(there.tests)
    yield (*path, "say"), spoken(here.say), spoken(there.say)
    yield (*path, "reactions"), _reactions(here), _reactions(there)
    yield (*path, "otherwise"), spoken(here.otherwise), spoken(there.otherwise)
    yield (*path, "form"), _form(here), _form(there)
    yield (*path, "then"), _then(here), _then(there)
    yield (*path, "because"), _reasons(here), _reasons(there)


def _fact(name: str, here: ClientFact, there: ClientFact) -> Iterator[Part]:
    path = ("client", "facts", name)
    yield (*path, "is"), _measured(here), _measured(there)
    if isinstance(here.value, tuple):
        yield (*path, "unit"), _scale(here.unit), _scale(there.unit)
    yield (*path, "of"), here.of, there.of
    yield (*path, "known"), here.known, there.known
    yield (*path, "needed"), here.needed, there.needed
    yield (*path, "criterion"), here.criterion, there.criterion
    yield (*path, "level"), here.level, there.level
    yield (*path, "stop"), here.stop, there.stop


def _measured(fact: ClientFact) -> object:
    """Return what a fact is, but for words, which are in their own language."""
    return str if isinstance(fact.value, str) else fact.value


def _scale(unit: str | None) -> object:
    """Return what a unit makes of its figure: thousands, millions, per cent.

    What it is called otherwise is a matter of language.
    """
    return [one.search(unit or "") is not None for one in _SCALES]


def _codes(does: Iterable[CodeUse]) -> object:
    return frozenset((use.code, frozenset(use.about)) for use in does)


def spoken(lines: Iterable[Line]) -> object:
    """Return who speaks and when; what is said is in its own language."""
    return [(line.who, in_order(line.when)) for line in lines]


def _both(ours: Mapping[str, object], theirs: Mapping[str, object]) -> Iterator[str]:
    return (name for name in ours if name in theirs)


def _effects(given: Effects) -> object:
    names = (given.learn, given.tell, given.shifts, given.flags)
    return spoken(given.say), given.to, [frozenset(one) for one in names]


def _reactions(of: Scenario | Scene) -> object:
    return [(one.on, in_order(one.when), _effects(one.effects)) for one in of.reactions]


def _patience(ours: Patience | None, theirs: Patience | None) -> Iterator[Part]:
    if ours is None or theirs is None:
        yield ("patience",), ours, theirs
        return
    yield ("patience", "turns"), ours.turns, theirs.turns
    yield ("patience", "reminders"), spoken(ours.reminders), spoken(theirs.reminders)
    yield ("patience", "say"), spoken(ours.say), spoken(theirs.say)
    yield ("patience", "to"), ours.to, theirs.to


def _form(of: Scene) -> object:
    if of.form is None:
        return None
    offers = {name: sorted(offered) for name, offered in of.form.offers.items()}
    return of.form.kind, of.form.wanted, offers


def _then(of: Scene) -> object:
    return of.form and [
        (in_order(move.when), _effects(move.effects)) for move in of.form.then
    ]


def _reasons(of: Scene) -> object:
    return of.form and of.form.because.keys()
