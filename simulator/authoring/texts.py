"""The words of a scenario that people read, each with where it stands in the file."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct

from simulator.scenario.model import (
    NOTE,
    Effects,
    Form,
    Line,
    Reaction,
    Reply,
    Scenario,
    Scene,
)
from simulator.scenario.possible import never_together

_WORD: Final = re.compile(r"\w+")

Path = tuple[str | int, ...]


class Words(Struct, frozen=True):
    """A text, and the keys and numbers that lead to it in the file."""

    text: str
    path: Path
    who: str | None = None
    """Who says it; None where nobody does: a title, a stage direction, a reason."""


@lru_cache(16_384)
def bare(text: str) -> str:
    """Return what remains of a text when only its words count.

    Capitals, punctuation, spaces and the dots of ё make no difference.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return " ".join(_WORD.findall(folded))


def apart(one: Reply, other: Reply) -> bool:
    """Tell whether two replies are plainly never on offer together."""
    return never_together(one.when, other.when)


def texts(scenario: Scenario) -> Iterator[Words]:
    """Yield every text of a scenario, in the order of its keys."""
    for key in ("title", "role", "brief", "debrief"):
        yield Words(getattr(scenario, key), (key,))
    for person in scenario.cast.values():
        yield Words(person.name, ("cast", person.id, "name"))
        yield Words(person.role, ("cast", person.id, "role"))
    for meter, name in scenario.meters.items():
        yield Words(name, ("meters", meter))
    yield from _client(scenario)
    if scenario.patience is not None:
        yield from _lines(scenario.patience.reminders, ("patience", "reminders"))
        yield from _lines(scenario.patience.say, ("patience", "say"))
    for scene in scenario.scenes.values():
        yield from _scene(scene, ("scenes", scene.id))
    yield from _reactions(scenario.reactions, ("reactions",))
    yield from _lines(scenario.otherwise, ("otherwise",))
    for ending in scenario.endings.values():
        path = ("endings", ending.id)
        yield Words(ending.title, (*path, "title"))
        yield Words(ending.text, (*path, "text"))
        yield from _lines(ending.say, (*path, "say"))


def _client(scenario: Scenario) -> Iterator[Words]:
    yield Words(scenario.client.name, ("client", "name"))
    for fact in scenario.client.facts.values():
        path = ("client", "facts", fact.id)
        yield Words(fact.name, (*path, "name"))
        yield Words(fact.line, (*path, "line"))
        if isinstance(fact.value, str):
            yield Words(fact.value, (*path, "is"))
        if fact.source is not None:
            yield Words(fact.source, (*path, "source"))


def _scene(scene: Scene, path: Path) -> Iterator[Words]:
    yield from _lines(scene.say, (*path, "say"))
    for n, reply in enumerate(scene.replies):
        yield from _reply(reply, (*path, "replies", n))
    yield from _reactions(scene.reactions, (*path, "reactions"))
    yield from _lines(scene.otherwise, (*path, "otherwise"))
    if scene.form is not None:
        yield from _form(scene.form, path)


def _reply(reply: Reply, path: Path) -> Iterator[Words]:
    yield Words(reply.text, (*path, "text"))
    for k, like in enumerate(reply.like):
        yield Words(like, (*path, "like", k))
    if reply.because is not None:
        yield Words(reply.because, (*path, "because"))
    yield from _said(reply.effects, path)


def _form(form: Form, path: Path) -> Iterator[Words]:
    for part, offered in form.offers.items():
        for name, words in offered.items():
            yield Words(words, (*path, "offers", part, name))
    for name, words in form.because.items():
        yield Words(words, (*path, "because", name))
    for n, move in enumerate(form.then):
        yield from _said(move.effects, (*path, "then", n))


def _reactions(reactions: Iterable[Reaction], path: Path) -> Iterator[Words]:
    for n, reaction in enumerate(reactions):
        yield from _said(reaction.effects, (*path, n))


def _said(effects: Effects, path: Path) -> Iterator[Words]:
    return _lines(effects.say, (*path, "say"))


def _lines(lines: Iterable[Line], path: Path) -> Iterator[Words]:
    for n, line in enumerate(lines):
        who = None if line.who == NOTE else line.who
        at = (*path, n, line.who)
        if len(line.texts) == 1:
            yield Words(line.texts[0], at, who)
            continue
        for k, text in enumerate(line.texts):
            yield Words(text, (*at, k), who)
