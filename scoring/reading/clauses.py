"""A reply as clauses: who is in them, in which mood, affirmed or denied.

The rules are lexical and work on Russian and English alike. They decide which
words a code's span covers, what a quotation is, and when two wordings say the
opposite of each other.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from scoring.reading.text import REMEMBERED, words


class Person(StrEnum):
    """Whom a clause is about, by its pronouns and endings."""

    I = "I"  # noqa: E741 - the grammarian's own name
    YOU = "you"
    WE = "we"
    OTHERS = "others"
    NOBODY = "nobody"


class Mood(StrEnum):
    """What a clause does as a sentence."""

    STATEMENT = "statement"
    QUESTION = "question"
    ORDER = "order"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a reply that says one thing."""

    start: int
    end: int
    """One past its last character, closing punctuation included."""
    negated: bool
    """True for an odd number of negations: «не могу не признать» affirms."""
    person: Person
    mood: Mood
    quoted: bool
    """True inside quotation marks that hold several words, or when the manager's
    line is said back word for word."""
    closes: bool
    """True when a sentence ends with it."""


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_BREAK: Final = re.compile(r"[.!?…]+[»”\"')]*\s*|[,;:()\n]+\s*|\s+[–—-]\s+")
_SENTENCE_END: Final = re.compile(r"[.!?…]+[»”\"')]*$")
_CLOSING: Final = re.compile(r"[.!?…»”\"')]+")
"""What belongs to the clause it ends; a comma belongs to none."""
_QUOTE: Final = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|„[^“”]*[“”]")
_QUOTED_WORDS: Final = 3
"""Fewer words in quotation marks are a name, such as «Вектор»."""
_ECHO: Final = 4
"""So many words in a row from the manager's line are a quotation of it."""
_MOSTLY: Final = 0.6
"""The part of a clause that must be such words, for the clause to be a quotation."""
_COPY: Final = 9
"""So many words in a row from what stood on the screen before are copied; fewer may
be a fact of the case, told again in a speaker's own sentence."""
_SEVERAL: Final = 64
"""So many stories, and lines of managers, whose runs are kept together."""

_NEGATIONS: Final = _set(
    """
    не ни нет нельзя без никогда никак никто никого никому никакой никакая никакое
    никакие никаких никакого никаким нисколько ничуть отнюдь вовсе
    not no never without nobody none nor neither cannot nothing hardly
    """
)
_NO_NEGATION: Final = re.compile(
    r"\bне (?:только|просто|столько)\b|\bnot (?:only|just)\b"
)
_SHORT_NOT: Final = re.compile(r"n['’]t\b|\b(?:dont|wont|isnt|cant|doesnt|didnt)\b")
_PRONOUNS: Final = {
    Person.I: """
        я меня мне мной мною мой моя мое мои моего моей моих моему i me my mine
    """,
    Person.YOU: """
        ты тебя тебе тобой твой твоя твое твои твоего твоей твоих
        вы вас вам вами ваш ваша ваше ваши вашего вашей you your yours
    """,
    Person.WE: """
        мы нас нам нами наш наша наше наши нашего нашей наших we us our ours
    """,
    Person.OTHERS: """
        он она они его ее их ему ей им ними ним he she they him her them his their
    """,
}
_WHO: Final = {
    word: person for person, listed in _PRONOUNS.items() for word in listed.split()
}
_CONDITIONS: Final = _set("если коли когда if unless when provided")
_ASKING: Final = _set(
    """
    что кто как какой какая какие какое сколько когда где куда откуда почему зачем
    чей чья чье чьи каков what who how which when where why whose
    """
)
_ORDER_ENDING: Final = re.compile(r"^\w{2,}(?:йте|ьте|ите|ай|яй|уй|юй|ей|вай)$")
_ORDERS: Final = _set(
    """
    давай давайте пусть пускай отдай возьми скажи пришли принеси запиши проверь покажи
    let please bring send show check take give put write tell sign
    """
)


def clauses(
    reply: str, manager_says: str = "", before: Collection[str] = ()
) -> tuple[Clause, ...]:
    """Split a cleaned reply into clauses; a text without words has none.

    Args:
        reply: The reply.
        manager_says: The line it answers, so that an echo of it is recognised.
        before: What else was read or heard until then, so that what is copied from
            it is recognised: earlier lines, the story's own text.
    """
    quotes = list(_quotations(reply))
    copied = bytearray(len(reply))
    for sources, length in (((manager_says,), _ECHO), (tuple(before), _COPY)):
        for start, end in _echoes(reply, sources, length):
            copied[start:end] = b"\1" * (end - start)
    return tuple(
        _clause(
            reply,
            start,
            end,
            _in_quotes(start, end, quotes) or _is_copy(copied[start:end]),
        )
        for start, end in _stretches(reply)
    )


def _in_quotes(start: int, end: int, quotes: list[tuple[int, int]]) -> bool:
    middle = (start + end) // 2
    return any(first <= middle < last for first, last in quotes)


def _is_copy(copied: bytearray) -> bool:
    """Tell whether most of a clause was copied: a turn of speech taken up is none."""
    return sum(copied) >= _MOSTLY * len(copied)


def _stretches(reply: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BREAK.finditer(reply):
        if words(reply[start : found.start()]):
            closing = _CLOSING.match(found[0])
            yield start, found.start() + (closing.end() if closing else 0)
            start = found.end()
    if words(reply[start:]):
        yield start, len(reply.rstrip())


def _clause(reply: str, start: int, end: int, quoted: bool) -> Clause:
    text = reply[start:end]
    said = words(text)
    return Clause(
        start=start,
        end=end,
        negated=negations(text) % 2 == 1,
        person=next((_WHO[word] for word in said if word in _WHO), Person.NOBODY),
        mood=_mood(text, said),
        quoted=quoted,
        closes=bool(_SENTENCE_END.search(text)),
    )


def negations(text: str) -> int:
    """Count what denies in a clause; «не только» and "not only" deny nothing."""
    folded = _NO_NEGATION.sub(" ", text.casefold())
    return sum(word in _NEGATIONS for word in words(folded)) + len(
        _SHORT_NOT.findall(folded)
    )


def _mood(text: str, said: list[str]) -> Mood:
    if "?" in text:
        return Mood.QUESTION
    if said[0] in _CONDITIONS:
        return Mood.CONDITION
    if said[0] in _ASKING:
        return Mood.QUESTION
    if said[0] in _ORDERS or _ORDER_ENDING.match(said[0]):
        return Mood.ORDER
    return Mood.STATEMENT


def _quotations(reply: str) -> Iterator[tuple[int, int]]:
    for found in _QUOTE.finditer(reply):
        if len(words(found[0])) >= _QUOTED_WORDS:
            yield found.span()


def _echoes(
    reply: str, sources: tuple[str, ...], length: int
) -> Iterator[tuple[int, int]]:
    """Find runs of so many words that stand in a source in the same order."""
    known = _runs_of_all(sources, length)
    said = _placed(reply) if known else []
    for place in range(len(said) - length + 1):
        run = said[place : place + length]
        if tuple([word for word, _, _ in run]) in known:
            yield run[0][1], run[-1][2]


@lru_cache(_SEVERAL)
def _runs_of_all(sources: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    """Return the runs of some texts: all that a story has printed, for one."""
    none = frozenset[tuple[str, ...]]()
    return none.union(*(_runs(source, length) for source in sources))


@lru_cache(REMEMBERED)
def _runs(source: str, length: int) -> frozenset[tuple[str, ...]]:
    """Return the runs of so many words in a text; every reply is held against them."""
    heard = words(source)
    starts = range(len(heard) - length + 1)
    return frozenset([tuple(heard[place : place + length]) for place in starts])


@lru_cache(1)
def _placed(reply: str) -> list[tuple[str, int, int]]:
    """Return the words of a reply, each with its start and its end."""
    found = re.finditer(r"[^\W\d_]+", reply)
    return [(words(one[0])[0], one.start(), one.end()) for one in found]
