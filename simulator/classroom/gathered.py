"""How a class answered at one moment of a talk: who said what, and how it splits.

    answers = [Given(person, events of his one answer, state before it), …]
    split(scenario, rubric, answers).replies[0].share

Pure, and the same in whatever order the answers come. Nothing here knows a name:
people are ids, and whoever shows a split decides whether to name them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final, cast

from msgspec import Struct

from scoring.codes import Code
from scoring.gather import MISSED_CHANCE
from scoring.principles import HIGHEST_LEVEL, Principle
from scoring.rubric import Rating, Rubric, rate
from simulator.classroom.splits import (
    CodeShare,
    Given,
    Group,
    LevelShare,
    ReplyShare,
    Split,
)
from simulator.engine import YOU, Mode, Read, Said, Source, State, offered
from simulator.plaintext import plain
from simulator.scenario.model import Reply, Scenario

__all__ = [
    "CodeShare",
    "Given",
    "Group",
    "LevelShare",
    "ReplyShare",
    "Split",
    "by_scene",
    "split",
]

TELLING: Final = 3
"""Words that a quotation has at least, where anybody said as many."""


class _Heard(Struct, frozen=True):
    """An answer with what it was taken for."""

    person: str
    text: str
    reply: Reply | None
    codes: tuple[Code, ...]
    ratings: tuple[Rating, ...]
    tests: tuple[Principle, ...]
    spoken: bool


def split(
    scenario: Scenario,
    rubric: Rubric,
    answers: Iterable[Given],
    known: MutableMapping[str, object] | None = None,
) -> Split:
    """Tell how answers split.

    Args:
        scenario: The one that is played.
        rubric: Gives levels to what words do.
        answers: One a person, all to one moment. An answer without words, as a form
            is, is left out.
        known: Person → what his answer was taken for before, for nobody else to read;
            whoever keeps it forgets those who have answered again.
    """
    given = sorted(answers, key=lambda one: one.person)
    before = {} if known is None else known
    for one in given:
        if one.person not in before:
            before[one.person] = _heard(scenario, rubric, one)
    told = [(one, cast("_Heard | None", before[one.person])) for one in given]
    heard = [one for _, one in told if one is not None]
    moments = [one.before for one, found in told if found is not None]
    return Split(
        answers=len(heard),
        replies=_replies(heard, moments),
        codes=_codes(heard),
        principles=_principles(heard),
        groups=_groups([one for one in heard if one.spoken], len(heard)),
    )


def by_scene(
    scenario: Scenario, talks: Mapping[str, Sequence[State]]
) -> Mapping[str, tuple[Given, ...]]:
    """Gather what people answered when they first came to each scene.

    Args:
        scenario: The one that they play, each at his own pace.
        talks: Person → the states of his turns that count, the beginning first.

    Returns:
        Scene → the first answer that each person gave in it; in the order of the
        scenario, scenes in which nobody answered left out.
    """
    found: dict[str, dict[str, Given]] = {name: {} for name in scenario.scenes}
    for person, states in talks.items():
        for before, after in pairwise(states):
            one = Given(person, after.latest, before)
            found[before.scene].setdefault(person, one)
    return {scene: tuple(given.values()) for scene, given in found.items() if given}


def _heard(scenario: Scenario, rubric: Rubric, one: Given) -> _Heard | None:
    said = [e for e in one.events if isinstance(e, Said) and e.who == YOU]
    read = [e for e in one.events if isinstance(e, Read)]
    if not said or not read:
        return None
    scene = scenario.scenes[read[-1].scene]
    reply = next((r for r in scene.replies if r.id == read[-1].reply), None)
    authored = read[-1].by is Source.AUTHOR
    explicit = reply.levels if reply is not None and authored else {}
    codes = dict.fromkeys(use.code for use in read[-1].codes)
    return _Heard(
        person=one.person,
        text=plain(said[-1].text),
        reply=reply,
        codes=tuple(sorted(codes, key=list(Code).index)),
        ratings=rate(rubric, read[-1].codes, explicit),
        tests=scene.tests,
        spoken=one.before.mode is not Mode.CHOOSE,
    )


def _replies(
    heard: Sequence[_Heard], moments: Sequence[State]
) -> tuple[ReplyShare, ...]:
    shown: dict[str | None, str] = {}
    for before in moments:
        if before.mode is Mode.CHOOSE:
            shown.update({reply.id: reply.text for reply in offered(before)})
    shown.update({one.reply.id: one.reply.text for one in heard if one.reply})
    if any(one.reply is None for one in heard):
        shown[None] = ""
    order = _order(moments)
    return tuple(
        ReplyShare(reply, shown[reply], people, _share(people, len(heard)))
        for reply in sorted(shown, key=lambda name: order.get(name, len(order)))
        for people in [_people(one for one in heard if _reply(one) == reply)]
    )


def _order(moments: Sequence[State]) -> dict[str | None, int]:
    """Return the place of each reply in its scene."""
    scenes = {(before.scene): before.story.scenes[before.scene] for before in moments}
    replies = [
        reply.id for _, scene in sorted(scenes.items()) for reply in scene.replies
    ]
    return {name: place for place, name in enumerate(replies)}


def _codes(heard: Sequence[_Heard]) -> tuple[CodeShare, ...]:
    shares = [
        CodeShare(code, people, _share(people, len(heard)))
        for code in Code
        for people in [_people(one for one in heard if code in one.codes)]
        if people
    ]
    return tuple(sorted(shares, key=lambda one: -one.share))


def _principles(heard: Sequence[_Heard]) -> tuple[LevelShare, ...]:
    tested = {principle for one in heard for principle in one.tests}
    touched = {rating.principle for one in heard for rating in one.ratings}
    return tuple(
        _levels(principle, heard, tested=principle in tested)
        for principle in Principle
        if principle in tested | touched
    )


def _levels(
    principle: Principle, heard: Sequence[_Heard], *, tested: bool
) -> LevelShare:
    shown = [
        rating.level
        for one in heard
        for rating in one.ratings
        if rating.principle is principle
    ]
    silent = len(heard) - len(shown)
    counted = [*shown, *([MISSED_CHANCE] * silent if tested else ())]
    counts = Counter(shown)
    return LevelShare(
        principle,
        tuple(counts[level] for level in range(HIGHEST_LEVEL + 1)),
        silent,
        tested,
        Fraction(sum(counted), len(counted)),
    )


def _groups(spoken: Sequence[_Heard], of: int) -> tuple[Group, ...]:
    """Put together what comes to one reply; without a reply, what does the same."""
    alike: dict[tuple[str | None, tuple[Code, ...]], list[_Heard]] = {}
    for one in spoken:
        key = (one.reply.id, ()) if one.reply is not None else (None, one.codes)
        alike.setdefault(key, []).append(one)
    groups = [_group(reply, several, of) for (reply, _), several in alike.items()]
    return tuple(sorted(groups, key=lambda one: (-len(one.people), one.people)))


def _group(reply: str | None, several: Sequence[_Heard], of: int) -> Group:
    counts = Counter(code for one in several for code in one.codes)
    common = tuple(code for code in Code if 2 * counts[code] >= len(several))
    quoted = min(several, key=lambda one: _oddity(one, common))
    people = _people(several)
    share = _share(people, of)
    return Group(reply, common, people, share, quoted.text, quoted.person)


def _oddity(one: _Heard, common: Sequence[Code]) -> tuple[bool, int, int, str, str]:
    """Tell how little an answer stands for its group; the least is quoted."""
    words = len(one.text.split())
    differs = len(set(one.codes).symmetric_difference(common))
    return words < TELLING, differs, len(one.text), one.text, one.person


def _reply(one: _Heard) -> str | None:
    return one.reply.id if one.reply is not None else None


def _people(heard: Iterable[_Heard]) -> tuple[str, ...]:
    return tuple(one.person for one in heard)


def _share(people: Sequence[str], of: int) -> Fraction:
    return Fraction(len(people), of) if of else Fraction(0)
