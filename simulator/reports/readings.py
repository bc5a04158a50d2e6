"""A reading for a person: the words marked, what they do, and by which row."""

from collections.abc import Iterable, Iterator, Sequence
from gettext import NullTranslations
from itertools import pairwise

from msgspec import Struct

from scoring.codes import Code, CodeUse
from scoring.reading.reading import Reading
from scoring.rubric import Rating, Rubric
from simulator.reports.names import code_name

OPEN, CLOSE = "⟦", "⟧"
"""What stands round marked words where there is no colour."""


class Run(Struct, frozen=True):
    """A stretch of a reply, and the acts that it belongs to."""

    text: str
    marks: tuple[int, ...]
    """Numbers of the acts, counted from 1; empty for words that earned nothing."""


def runs(text: str, codes: Sequence[CodeUse]) -> tuple[Run, ...]:
    """Cut a reply where marks begin and end; together the runs are the reply.

    Args:
        text: The reply as typed.
        codes: Its acts; those without a span mark nothing.
    """
    spans = [
        (number, use.span)
        for number, use in enumerate(codes, 1)
        if use.span is not None and use.span[0] < use.span[1]
    ]
    cuts = sorted({0, len(text), *(place for _, span in spans for place in span)})
    return tuple(
        Run(
            text[start:end],
            tuple(n for n, span in spans if span[0] <= start and end <= span[1]),
        )
        for start, end in pairwise(cuts)
        if start < end
    )


def marked(text: str, codes: Sequence[CodeUse]) -> str:
    """Return a reply with its marked words in brackets and numbered."""
    told: list[str] = []
    now: tuple[int, ...] = ()
    for run in (*runs(text, codes), Run("", ())):
        if run.marks != now:
            told.append(_closing(now) + (OPEN if run.marks else ""))
        told.append(run.text)
        now = run.marks
    return "".join(told)


def _closing(marks: tuple[int, ...]) -> str:
    return f"{CLOSE}{','.join(map(str, marks))}" if marks else ""


def lines(
    reading: Reading,
    ratings: Iterable[Rating],
    rubric: Rubric,
    texts: NullTranslations,
    language: str,
) -> Iterator[str]:
    """Tell a reading in lines: the marked reply, its acts, its levels.

    Args:
        reading: The reading.
        ratings: What the rubric makes of its codes.
        rubric: Words the principles.
        texts: The messages of the reader's language.
        language: That language.
    """
    _ = texts.gettext
    acts = [one.use for one in reading.heard if one.use.code is not Code.NONE]
    yield marked(reading.text, acts)
    for number, one in enumerate(reading.heard, 1):
        name = code_name(one.use.code, one.use.about).render(texts)
        told = _("{n} {act} (chance {p:.0%})")
        yield told.format(n=number, act=name, p=one.chance)
    for rating in ratings:
        title = rubric.principles[rating.principle].title
        anchor = rating.row.anchor if rating.row else {}
        yield _("{id} {title}: {level} of 4. {anchor}").format(
            id=rating.principle,
            title=title.get(language, ""),
            level=rating.level,
            anchor=anchor.get(language, ""),
        )
