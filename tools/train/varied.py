"""Labelled replies said otherwise, for tuning only: what they do stays the same.

A reply may follow another one, lose the line it answers, or be typed as on a phone.
So the network learns that an act lies in its own words, not in what stands around
them. Drawn afresh in every pass, from the seed alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random  # noqa: TID251 - training draws, seeded
from typing import Final

from scoring.codes import Code
from tools.bank import Labelled, Mark

JOINED: Final = 0.35
"""How often a reply goes on with another one in its language."""
UNLED: Final = 0.15
"""How often the manager's line is left out."""
CASUAL: Final = 0.12
"""How often a reply is typed in small letters and without stops."""
LONGEST: Final = 420
"""Characters of a reply that another one may still follow."""


def varied(replies: Sequence[Labelled], draw: Random) -> Iterator[Labelled]:
    """Return every reply once, some of them said otherwise."""
    by_language: dict[str, list[Labelled]] = {}
    for reply in replies:
        by_language.setdefault(reply.lang, []).append(reply)
    for reply in replies:
        said = reply
        if draw.random() < JOINED and len(reply.reply) < LONGEST:
            said = joined(said, draw.choice(by_language[reply.lang]), draw)
        if draw.random() < UNLED:
            said = replace(said, manager_says="")
        if draw.random() < CASUAL:
            said = replace(said, reply=_casual(said.reply))
        yield said


def joined(one: Labelled, other: Labelled, draw: Random) -> Labelled:
    """Let one man say both, in either order; harm in one half harms the whole."""
    first, second = (one, other) if draw.random() < 0.5 else (other, one)
    glue = first.reply + ("" if first.reply[-1:] in ".!?…" else ".") + " "
    marks = (*first.marks, *(_later(mark, len(glue)) for mark in second.marks))
    acts = tuple(mark for mark in marks if mark.code is not Code.NONE)
    levels = {
        p: min(half.levels.get(p, 4) for half in (one, other))
        for p in {**one.levels, **other.levels}
    }
    harmful = any(half.overall == 0 and half.codes for half in (one, other))
    return replace(
        one,
        id=f"{one.id}+{other.id}",
        reply=glue + second.reply,
        marks=acts or (Mark(Code.NONE, (), 0, 0),),
        levels=levels,
        overall=0 if harmful else max(one.overall, other.overall),
    )


def _later(mark: Mark, by: int) -> Mark:
    return replace(mark, start=mark.start + by, end=mark.end + by)


def _casual(text: str) -> str:
    """Type it on a phone; every character keeps its place."""
    typed = "".join(" " if letter in ".,;:—–«»" else letter for letter in text)
    lower = typed.lower()
    return lower if len(lower) == len(text) else text
