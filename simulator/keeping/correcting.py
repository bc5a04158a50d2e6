"""Readings of own words, gone through by a trainer: the uncertain ones, put right.

Also how far the reader agrees with him. Pure: the reader is given as a function.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from scoring.codes import TAKES_TOPICS, Code, CodeUse, Topic
from scoring.reading.reading import Reading
from simulator.engine import YOU, Event, Read, Said, Source
from simulator.scenario.model import NOTE
from simulator.store import Correction

ENOUGH: Final = 20
"""Replies from which on kappa says something."""
_USE: Final = re.compile(r"([a-z_]+|\d{1,2})(?:\(([a-z_, ]*)\))?")
_ACTS: Final = tuple(code for code in Code if code is not Code.NONE)

Hear = Callable[[str, str], Reading]
"""Reads a reply after a line."""


class Doubtful(Struct, frozen=True):
    """A reading of own words, to be judged."""

    attempt: str
    place: int
    """Of the reading among the events, from 0."""
    language: str
    line: str
    """What the others had just said."""
    reply: str
    codes: tuple[CodeUse, ...]
    """What was heard."""
    certainty: float
    """0.0..1.0: the chance of the least likely act that was heard; 0 where the reader
    of today does not hear it at all."""


def readings(
    attempt: str, language: str, events: Sequence[Event], hear: Hear | None
) -> Iterator[Doubtful]:
    """Yield the readings of own words in an attempt, oldest first.

    Args:
        attempt: Its id.
        language: That of its scenario.
        events: All of them.
        hear: The reader; None, where nobody asks how certain a reading is.
    """
    lines: list[str] = []
    reply = ""
    for place, event in enumerate(events):
        if isinstance(event, Said) and event.who == YOU:
            reply = event.text
        elif isinstance(event, Said) and event.who != NOTE:
            lines.append(event.text)
        elif isinstance(event, Read):
            if event.by is not Source.AUTHOR and reply:
                line = " ".join(lines)
                sure = certainty(event.codes, hear(reply, line)) if hear else 0.0
                yield Doubtful(attempt, place, language, line, reply, event.codes, sure)
            lines = []


def certainty(codes: Sequence[CodeUse], reading: Reading) -> float:
    """Tell how certain it is that a reply does what was heard in it."""
    chances = {one.use.code: one.chance for one in reading.heard}
    named = [use.code for use in codes] or [Code.NONE]
    return min(chances.get(code, 0.0) for code in named)


def corrected(
    events: Sequence[Event], corrections: Sequence[Correction]
) -> list[Event]:
    """Return the events as they would be had the reader heard what the trainer says.

    Where the talk went stays. Of several corrections of one reading the last counts.
    """
    found = list(events)
    for one in corrections:
        event = found[one.place] if 0 <= one.place < len(found) else None
        codes = codes_of(one.body)
        if isinstance(event, Read) and codes is not None:
            found[one.place] = replace(event, codes=codes)
    return found


def body_of(codes: Sequence[CodeUse]) -> dict[str, object]:
    """Return codes as a correction keeps them."""
    return {
        "codes": [
            {"code": str(u.code), "about": list(u.about), "span": u.span} for u in codes
        ]
    }


def codes_of(body: Mapping[str, Any]) -> tuple[CodeUse, ...] | None:
    """Return the codes of a correction; None where it is damaged."""
    try:
        return tuple(
            CodeUse(
                Code(one["code"]),
                tuple(str(topic) for topic in one["about"]),
                None
                if one["span"] is None
                else (int(one["span"][0]), int(one["span"][1])),
            )
            for one in body["codes"]
        )
    except (LookupError, ValueError, TypeError):
        return None


def typed(
    text: str, heard: Sequence[CodeUse], reply: str
) -> tuple[CodeUse, ...] | None:
    """Return the codes that a trainer typed; None where something is none.

    Args:
        text: Names or numbers of acts, parted by blanks or semicolons, with topics
            where an act needs some: `3 cite_fact(share)`; nothing at all: no act.
        heard: What the reader heard: its words and topics are kept.
        reply: The reply; an act that nobody heard is earned by all of it.
    """
    spare = re.sub(r"[\s;]+", "", _USE.sub("", text))
    found = [_use(match, heard, reply) for match in _USE.finditer(text)]
    if spare or None in found:
        return None
    return tuple({use.code: use for use in found if use is not None}.values())


def acts() -> tuple[Code, ...]:
    """Return the acts in the order of the numbers they may be typed by, from 1."""
    return _ACTS


def _use(match: re.Match[str], heard: Sequence[CodeUse], reply: str) -> CodeUse | None:
    word, told = match.groups()
    by_name = {str(code): code for code in _ACTS}
    by_name |= {str(number): code for number, code in enumerate(_ACTS, 1)}
    code = by_name.get(word)
    if code is None:
        return None
    about = tuple(one.strip() for one in (told or "").split(",") if one.strip())
    before = next((use for use in heard if use.code is code), None)
    if before is not None and not about:
        return before
    if code in TAKES_TOPICS and (not about or not set(about) <= {*map(str, Topic)}):
        return None
    return CodeUse(code, about, before.span if before else (0, len(reply)))


class Agreement(Struct, frozen=True):
    """How far the reader agrees with the corrections."""

    judged: int
    right: int
    kappa: Fraction | None
    """Cohen's, over every act of every reply; None with fewer than `ENOUGH` replies,
    or where chance alone would agree on everything."""


def agreement(pairs: Sequence[tuple[frozenset[Code], frozenset[Code]]]) -> Agreement:
    """Compare what was heard with what the trainer says, reply by reply."""
    right = sum(heard == told for heard, told in pairs)
    kappa = _kappa(pairs) if len(pairs) >= ENOUGH else None
    return Agreement(len(pairs), right, kappa)


def _kappa(
    pairs: Sequence[tuple[frozenset[Code], frozenset[Code]]],
) -> Fraction | None:
    marks = [(c in heard, c in told) for heard, told in pairs for c in _ACTS]
    total = len(marks)
    agreed = Fraction(sum(one == other for one, other in marks), total)
    first = Fraction(sum(one for one, _ in marks), total)
    second = Fraction(sum(other for _, other in marks), total)
    chance = first * second + (1 - first) * (1 - second)
    return None if chance == 1 else (agreed - chance) / (1 - chance)


def labelled(
    one: Doubtful, codes: Sequence[CodeUse], levels: Mapping[str, int]
) -> dict[str, object]:
    """Return a judged reply as a line of the bank; see docs/bank.md.

    Args:
        one: The reading.
        codes: What the trainer says the reply does.
        levels: What the rubric makes of that.
    """
    marks: list[dict[str, object]] = []
    for use in codes:
        start, end = use.span or (0, len(one.reply))
        mark: dict[str, object] = {"code": str(use.code), "span": one.reply[start:end]}
        if use.code in TAKES_TOPICS:
            mark["topics"] = list(use.about)
        marks.append(mark)
    mean = Fraction(sum(levels.values()), len(levels)) if levels else Fraction(2)
    return {
        "id": f"review-{one.attempt}-{one.place}",
        "lang": one.language,
        "manager_says": one.line,
        "reply": one.reply,
        "codes": marks or [{"code": str(Code.NONE), "span": ""}],
        "levels": dict(levels) if marks else {},
        "overall": int(mean + Fraction(1, 2)),
    }
