"""From codes to levels: a table that a trainer can edit.

Each row maps a combination of codes to a level of one principle, with the anchor
sentence that it stands on. Of the rows that match, the most specific gives the
level; rows marked as violations then cap it. (docs/scoring.md, "The rubric".)
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from scoring.codes import Code, CodeUse
from scoring.errors import LevelError, RubricError
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL, Principle

_PRINCIPLES: Final = tuple(Principle)


@dataclass(frozen=True, slots=True)
class CodePattern:
    """A code that a reply must have, about at least so many things."""

    code: Code
    about: int = 0
    """The least number of distinct topics or criteria."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    id: str
    when: tuple[CodePattern, ...]
    """All must hold."""
    principle: Principle
    level: int
    """0..4; for a violation, the highest level that is left."""
    anchor: Mapping[str, str]
    """Language → the sentence that the level stands on."""
    violation: bool = False


@dataclass(frozen=True, slots=True)
class PrincipleText:
    """A principle as this rubric words and weighs it."""

    title: Mapping[str, str]
    weight: Fraction
    anchors: tuple[Mapping[str, str], ...]
    """Five sentences, level 0 first."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """The table.

    Raises:
        RubricError: On construction, with all that is wrong at once.
    """

    id: str
    version: str
    title: Mapping[str, str]
    principles: Mapping[Principle, PrincipleText]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        problems = [*_principle_problems(self.principles), *_row_problems(self.rows)]
        if problems:
            raise RubricError(f"rubric {self.id!r}: {'; '.join(problems)}")


@dataclass(frozen=True, slots=True)
class Rating:
    """The level that one reply shows on one principle."""

    principle: Principle
    level: int
    row: Row | None
    """The row that gave the level; None when the author did."""
    codes: tuple[CodeUse, ...]
    """The codes that the row asked for; all of the reply's when the author did."""
    violation: bool
    """True when a row marked as a violation matched, unless the author's own level
    stands above it."""
    breaches: tuple[Code, ...] = ()
    """The codes of the violations that matched, in the rubric's order."""


def rate(
    rubric: Rubric, codes: Sequence[CodeUse], explicit: Mapping[Principle, int]
) -> tuple[Rating, ...]:
    """Rate one reply.

    A principle that no row touches is absent: not reached is never zero.

    Args:
        rubric: The table.
        codes: What the reply does; their order does not matter.
        explicit: The author's own levels, 0..4; they win over the table, and over
            a violation that they stand above.

    Returns:
        One rating for each principle in play, in the order P1..P8.

    Raises:
        LevelError: An explicit level lies outside 0..4.
    """
    for principle, level in explicit.items():
        if not LOWEST_LEVEL <= level <= HIGHEST_LEVEL:
            raise LevelError(f"{principle}: level {level} is not within 0..4")
    topics: dict[Code, set[str]] = {}
    for use in codes:
        topics.setdefault(use.code, set()).update(use.about)
    matching: dict[Principle, list[Row]] = {}
    for row in rubric.rows:
        if row.when[0].code in topics and _matches(row, topics):
            matching.setdefault(row.principle, []).append(row)
    ratings = [
        _rating(principle, matching.get(principle, ()), codes, explicit.get(principle))
        for principle in _PRINCIPLES
        if principle in matching or principle in explicit
    ]
    return tuple([rating for rating in ratings if rating is not None])


def _rating(
    principle: Principle,
    rows: Sequence[Row],
    codes: Sequence[CodeUse],
    explicit: int | None,
) -> Rating | None:
    caps = [row for row in rows if row.violation]
    if explicit is not None:
        caps = [row for row in caps if explicit <= row.level]
    breaches = tuple(dict.fromkeys(p.code for row in caps for p in row.when))
    if explicit is not None:
        return Rating(principle, explicit, None, tuple(codes), bool(caps), breaches)
    row = _deciding(rows, caps)
    if row is None:
        return None
    asked = {pattern.code for pattern in row.when}
    used = tuple(use for use in codes if use.code in asked)
    return Rating(principle, row.level, row, used, bool(caps), breaches)


def _deciding(rows: Sequence[Row], caps: Sequence[Row]) -> Row | None:
    """Return the row whose level holds: the most specific, or a lower cap."""
    fair = [row for row in rows if not row.violation]
    earned = max(fair, key=_specificity) if len(fair) > 1 else next(iter(fair), None)
    lowest = min(caps, key=lambda row: row.level, default=None)
    if lowest is None or (earned is not None and earned.level < lowest.level):
        return earned
    return lowest


def _specificity(row: Row) -> tuple[int, int]:
    """More codes first, then more topics; ties keep the rubric's order."""
    codes = {pattern.code for pattern in row.when}
    return len(codes), sum(pattern.about for pattern in row.when)


def _matches(row: Row, topics: Mapping[Code, Collection[str]]) -> bool:
    """Tell whether a row asks for no more than was done.

    Args:
        row: One of the rubric's.
        topics: What was done → the topics and criteria that it was about.
    """
    for pattern in row.when:
        found = topics.get(pattern.code)
        if found is None or len(found) < pattern.about:
            return False
    return True


def _principle_problems(texts: Mapping[Principle, PrincipleText]) -> list[str]:
    problems = [f"{p} is missing" for p in Principle if p not in texts]
    total = sum((text.weight for text in texts.values()), Fraction())
    if total != 100:
        problems.append(f"the weights sum to {float(total):g}, not to 100")
    problems += [
        f"the weight of {p} is below 0" for p, t in texts.items() if t.weight < 0
    ]
    anchors = HIGHEST_LEVEL + 1
    problems += [
        f"{p} has {len(t.anchors)} anchors, not five"
        for p, t in texts.items()
        if len(t.anchors) != anchors
    ]
    return problems


def _row_problems(rows: Sequence[Row]) -> list[str]:
    problems: list[str] = []
    seen: set[str] = set()
    for row in rows:
        if row.id in seen:
            problems.append(f"row {row.id!r} stands twice")
        if not row.when:
            problems.append(f"row {row.id!r} asks for no code")
        if not LOWEST_LEVEL <= row.level <= HIGHEST_LEVEL:
            problems.append(f"row {row.id!r}: level {row.level} is not within 0..4")
        seen.add(row.id)
    return problems
