"""A talk that shows what is wrong: its words, and a play-through to play it again."""

import json
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Final

from msgspec import Struct

from scoring.forms import read
from scoring.forms.model import Part, Values
from simulator.engine import Answer, Choose, Event, Spoken, begin, step, talk_so_far
from simulator.reach.heads import Head
from simulator.reach.trail import Paper, Step
from simulator.reach.walk import Walker
from simulator.scenario.findings import Finding
from simulator.scenario.plays import NO_END

NO_DATA: Final = "no-data"


class Example(Struct, frozen=True):
    """A talk, as it can be read and played again."""

    code: str
    """Of the finding that it shows."""
    head: Head | None
    """Who played it; None: found by following every talk."""
    name: str
    """What the play-through is called."""
    seed: int
    spoken: tuple[Spoken, ...]
    """Every line of it."""
    playthrough: str
    """A file of play-throughs that `check` accepts: YAML."""
    scene: str
    """Where it stood at the end."""


def examples_of(
    examples: Iterable[Example], findings: Iterable[Finding]
) -> tuple[Example, ...]:
    """Return the talks that show one of these findings."""
    told = {(one.code, one.params.get("head")) for one in findings}
    return tuple(one for one in examples if (one.code, one.head) in told)


def example(
    code: str, head: Head | None, seed: int, trail: Sequence[Step], walker: Walker
) -> Example:
    """Play the turns of a talk again, for reading."""
    name = code if head is None else f"{code} {head} {seed}"
    state, events = begin(walker.scenario, seed)
    told: list[Event] = list(events)
    for made in trail:
        state, events = step(state, _answer(made, walker))
        told += events
    scored = walker.scorer.score(trail, state, walker.outcome(state))
    lines = [
        f"scenario: {_flow(walker.scenario.id)}",
        "plays:",
        f"  - name: {_flow(name)}",
        f"    seed: {seed}",
        "    answers:",
        *(f"      - {_flow(_planned(made))}" for made in trail),
        f"    ends: {_flow(state.ending or NO_END)}",
    ]
    bands = {"business": _band(scored.business), "key_client": _band(scored.key_client)}
    known = {score: band for score, band in bands.items() if band}
    if known:
        lines.append(f"    scores: {_flow(known)}")
    spoken = talk_so_far(walker.scenario, told)
    return Example(
        code=code,
        head=head,
        name=name,
        seed=seed,
        spoken=spoken,
        playthrough="\n".join(lines) + "\n",
        scene=state.scene,
    )


def _answer(made: Step, walker: Walker) -> Answer:
    if isinstance(made, Paper):
        return walker.fill_of(made)
    return Choose(made.reply.id)


def _planned(made: Step) -> dict[str, object]:
    """Return a turn as play-throughs write it."""
    if isinstance(made, Paper):
        values = made.judged.form.values
        return {"fill": {k: _part(k, values) for k in values}, "at": made.scene.id}
    return {"id": made.reply.id, "at": made.scene.id}


def _part(name: str, values: Values) -> object:
    match name:
        case Part.LEVELS:
            cells = read.pairs(values, Part.LEVELS)
            return {k: NO_DATA if v is None else v for k, v in cells.items()}
        case Part.STEPS:
            steps = read.pairs(values, Part.STEPS)
            return {k: _step(v) for k, v in steps.items()}
        case _:
            return values[name]


def _step(value: object) -> dict[str, object]:
    owner, day = read.step(value)
    planned: dict[str, object] = {"owner": owner} if owner else {}
    return planned if day is None else {**planned, "day": day}


def _band(points: Fraction | None) -> list[int]:
    return [] if points is None else [floor(points), ceil(points)]


def _flow(value: object) -> str:
    """Write a value on one line: what JSON writes, YAML reads."""
    return json.dumps(value, ensure_ascii=False)
