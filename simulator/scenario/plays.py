"""Answers written down beforehand: play-throughs, and the file that `run` takes."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from simulator.scenario.checker import Values
from simulator.scenario.codes import siblings as codes
from simulator.scenario.files import open_file
from simulator.scenario.filled import AS_EXPECTED, FILL, form_values
from simulator.scenario.findings import Finding, Report
from simulator.scenario.known import child, items
from simulator.scenario.nodes import Mapping as MappingNode
from simulator.scenario.nodes import Node, Scalar
from simulator.scenario.schema import LANGUAGES
from simulator.scenario.shapes import (
    AmountRange,
    Id,
    ListOf,
    OneOf,
    Text,
    Whole,
    may,
    must,
    record,
)

NO_END: Final = "none"
"""What `ends` says of a play after which the talk goes on."""
_BIGGEST_SEED: Final = 999_999_999
_SCORE: Final = AmountRange(0, 100)

ANSWER: Final = record(
    "answer",
    id=may(Id(), "The reply to choose."),
    say=may(Text(), "Own words to say."),
    fill=may(FILL, "A form to hand in."),
    at=may(Id(), "The scene in which the answer must be given."),
)
_SCORES: Final = record(
    "scores",
    business=may(_SCORE, "Where the score of “business above ego” must lie."),
    key_client=may(_SCORE, "Where the score of the key-client rules must lie."),
)
PLAY: Final = record(
    "play",
    name=must(Text(), "What the play shows."),
    language=may(OneOf(LANGUAGES), "Played only in this language: own words."),
    seed=may(Whole(0, _BIGGEST_SEED), "Fixes the order of replies; by default 1."),
    carried=may(ListOf(Id()), "Facts brought from the talk that this one continues."),
    answers=must(ListOf(ANSWER, least=1), "What the trainee answers, in order."),
    ends=may(Id(any_word=True), "The ending; none when the talk goes on."),
    scores=may(_SCORES, "Bands that the scores must lie in."),
    knows=may(ListOf(Id()), "Facts that are known at the end."),
)
PLAYTHROUGHS: Final = record(
    "play-throughs",
    scenario=must(Id(), "The scenario that is played."),
    plays=must(ListOf(PLAY, least=1), "The plays."),
)


class PlannedAnswer(Struct, frozen=True):
    """One answer as it was written down: one of `reply`, `say`, `fill` is there."""

    reply: str | None
    say: str | None
    at: str | None
    """The scene in which it must be given; None anywhere."""
    line: int
    """Where it stands in its file, counted from 1."""
    column: int
    """In characters, counted from 1."""
    fill: Mapping[str, object] | None = None
    """The values of a form; see `scoring.forms.Part`."""
    as_expected: bool = False
    """True when the rest of the form is filled in rightly."""


class Band(Struct, frozen=True):
    """Where a score must lie, ends included, 0..100."""

    low: Fraction
    high: Fraction


class Play(Struct, frozen=True):
    """Answers in, an ending and scores out: an author's test."""

    name: str
    language: str | None
    """The language that it is played in; None for any."""
    seed: int
    answers: tuple[PlannedAnswer, ...]
    ends: str | None
    """The ending, or `NO_END`; None when the author does not say."""
    business: Band | None
    key_client: Band | None
    knows: tuple[str, ...]
    line: int
    """Where it stands in its file, counted from 1."""
    column: int
    """In characters, counted from 1."""
    carried: tuple[str, ...] | None = None
    """Facts brought from the talk that this one continues; None: not played."""


class Playthroughs(Struct, frozen=True):
    """All plays of one scenario."""

    scenario: str
    plays: tuple[Play, ...]


class ParsedPlaythroughs(Struct, frozen=True):
    """What a file of play-throughs turned out to be."""

    playthroughs: Playthroughs | None
    """None when any finding is an error."""
    findings: tuple[Finding, ...]


class ParsedAnswers(Struct, frozen=True):
    """What a file of answers turned out to be."""

    answers: tuple[PlannedAnswer, ...] | None
    """None when any finding is an error."""
    findings: tuple[Finding, ...]


def parse_playthroughs(
    data: bytes, name: str = "playthroughs.yaml"
) -> ParsedPlaythroughs:
    """Read and check play-throughs; never raises, whatever the bytes."""
    file = open_file(data, name)
    root = file.mapping()
    if root is None:
        return ParsedPlaythroughs(None, file.findings())
    values = file.values(root, PLAYTHROUGHS)
    nodes = items(root, "plays")
    _check_plays(nodes, file.report)
    findings = file.findings()
    if values is None or not file.report.clean():
        return ParsedPlaythroughs(None, findings)
    plays = tuple(
        [_play(one, node) for one, node in zip(values["plays"], nodes, strict=True)]
    )
    return ParsedPlaythroughs(Playthroughs(values["scenario"], plays), findings)


def parse_answers(data: bytes, name: str = "answers.yaml") -> ParsedAnswers:
    """Read and check the answers that `run` takes; never raises on any bytes."""
    file = open_file(data, name)
    root = file.sequence()
    if root is None:
        return ParsedAnswers(None, file.findings())
    values = file.items(root, ListOf(ANSWER))
    _check_answers(root.items, file.report)
    findings = file.findings()
    if not file.report.clean():
        return ParsedAnswers(None, findings)
    return ParsedAnswers(_answers(values, root.items), findings)


def _check_plays(plays: Iterable[Node], report: Report) -> None:
    first: dict[str, int] = {}
    for play in plays:
        _check_answers(items(play, "answers"), report)
        name = child(play, "name")
        if not isinstance(name, Scalar):
            continue
        line = first.setdefault(name.value, name.line)
        if line != name.line:
            report.add(codes.DUPLICATE_PLAY, name, value=name.value, line=line)


def _check_answers(answers: Iterable[Node], report: Report) -> None:
    for answer in answers:
        if not isinstance(answer, MappingNode):
            continue
        given = [key for key in ("id", "say", "fill") if key in answer.values]
        if not given:
            report.add(codes.NO_ANSWER, answer)
        elif len(given) > 1:
            report.add(codes.TWO_ANSWERS, answer)


def _play(values: Values, node: Node) -> Play:
    scores: Values = values.get("scores", {})
    return Play(
        name=values["name"],
        language=values.get("language"),
        seed=values.get("seed", 1),
        answers=_answers(values["answers"], items(node, "answers")),
        ends=values.get("ends"),
        business=_band(scores.get("business")),
        key_client=_band(scores.get("key_client")),
        knows=values.get("knows", ()),
        line=node.line,
        column=node.column,
        carried=values.get("carried"),
    )


def _band(bounds: tuple[Fraction, Fraction] | None) -> Band | None:
    return None if bounds is None else Band(*bounds)


def _answers(
    values: Iterable[Values | None], nodes: Sequence[Node]
) -> tuple[PlannedAnswer, ...]:
    return tuple(
        [
            _answer(one, node)
            for one, node in zip(values, nodes, strict=True)
            if one is not None
        ]
    )


def _answer(values: Values, node: Node) -> PlannedAnswer:
    fill: Values | None = values.get("fill")
    return PlannedAnswer(
        values.get("id"),
        values.get("say"),
        values.get("at"),
        node.line,
        node.column,
        None if fill is None else form_values(fill),
        as_expected=bool(fill and fill.get(AS_EXPECTED)),
    )
