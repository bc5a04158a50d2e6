"""The report of one talk: a page to read, to send and to print."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from scoring.codes import Code
from scoring.rubric import Rubric
from simulator.engine import Mode, moments
from simulator.reports.dates import day
from simulator.reports.debrief import debrief_of
from simulator.reports.document import Block, Bullets, Heading, Paragraph, Table
from simulator.reports.html.drawing import drawn, texts
from simulator.reports.html.lines import HALF, Chart, Series, chart
from simulator.reports.model import Debrief, TurnNote
from simulator.reports.names import meter_name
from simulator.reports.readings import Run, runs
from simulator.reports.record import record
from simulator.reports.recordtext import record_blocks
from simulator.reports.trust import MEASURED, kappas
from simulator.sessions.attempt import Attempt

_KINDS = ("solid", "dashed", "dotted")


class Temper(Struct, frozen=True):
    """How somebody's temper went, from before the first answer to the end."""

    person: str
    chart: Chart


class Weight(Struct, frozen=True):
    """How much a principle counts."""

    principle: str
    title: str
    weight: str


def attempt_page(attempt: Attempt, on: date, language: str, program: str) -> str:
    """Return the report of a talk as a page of HTML.

    Args:
        attempt: The talk, going on or over.
        on: The day it was last played.
        language: Of the page's own words; what was said stays in the talk's.
        program: The version of this program.
    """
    note = told(attempt, language)
    return drawn(
        "attempt",
        language,
        {
            "note": note,
            "talk": attempt,
            "on": day(on, language),
            "runs": [_runs(turn) for turn in note.turns],
            "acts": [_acts(turn) for turn in note.turns],
            "tempers": list(_tempers(attempt, language)),
            "blocks": [_as_data(one) for one in _record(attempt, on, language)],
            "own_words": attempt.mode is not Mode.CHOOSE,
            "trust": MEASURED,
            "kappa": kappas(language),
            "weights": _weights(attempt.rubric, language),
            "program": program,
        },
    )


def told(attempt: Attempt, language: str) -> Debrief:
    """Return the debrief of a talk."""
    return debrief_of(
        attempt.scenario,
        moments(attempt.scenario, attempt.states),
        attempt.scorecard(),
        attempt.rubric,
        attempt.rulebook,
        language,
    )


def _acts(turn: TurnNote) -> list[object]:
    """Return what a reply did, in the order in which its marks are numbered."""
    return [one for one in turn.codes if one.code is not Code.NONE]


def _runs(turn: TurnNote) -> tuple[Run, ...]:
    uses = [one.use for one in turn.codes if one.code is not Code.NONE]
    return runs(turn.text, uses)


def _record(attempt: Attempt, on: date, language: str) -> tuple[Block, ...]:
    """Return the record of the meeting; nothing where there was none."""
    note = record(attempt.scenario, attempt.events, attempt.rulebook, on)
    return record_blocks(note, texts(language), language) if note else ()


def _as_data(block: Block) -> Mapping[str, object]:
    """Return a block as a template can tell its kind."""
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": text, "level": level}
        case Paragraph(text, name):
            return {"kind": "paragraph", "text": text, "name": name}
        case Bullets(items):
            return {"kind": "bullets", "lines": items}
        case Table(head, rows):
            return {"kind": "table", "head": head, "rows": rows}


def _tempers(attempt: Attempt, language: str) -> Iterator[Temper]:
    """Yield a chart for everybody whose temper is kept."""
    if not attempt.turns:
        return
    for person, one in attempt.scenario.cast.items():
        names = [
            name for name in attempt.state.meters if name.partition(".")[0] == person
        ]
        series = list(_series(names, attempt, language))
        if series:
            yield Temper(one.name, chart(series, 10, 5, HALF))


def _series(names: Sequence[str], attempt: Attempt, language: str) -> Iterator[Series]:
    for place, name in enumerate(names):
        meter = name.partition(".")[2]
        called = meter_name(meter, attempt.scenario.meters.get(meter, ""))
        title = called.render(texts(language))
        values = [float(state.meters[name]) for state in attempt.states]
        yield title, _KINDS[place % len(_KINDS)], values


def _weights(rubric: Rubric, language: str) -> list[Weight]:
    return [
        Weight(name, text.title.get(language, name), str(text.weight))
        for name, text in rubric.principles.items()
    ]
