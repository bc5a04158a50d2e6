"""Which wordings of a reply are heard as another reply of its scene."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from scoring.reading.matching import Candidate, Wording, fit
from scoring.reading.reader import Reader
from scoring.reading.reading import Reading
from scoring.reading.text import cleaned
from simulator.engine import Placed, Said, begin_at
from simulator.scenario.model import NOTE, Reply, Scenario, Scene
from simulator.scenario.possible import never_together

LEAST: Final = 3
"""Fewer wordings say nothing: with one left out there must be others to go by."""


def first_heard(scene: Scene, scenario: Scenario) -> str:
    """Return what is said in a scene to whoever comes to it first.

    Lines whose condition does not hold then are not said, and must not colour what
    the wordings mean.
    """
    _, events = begin_at(scenario, 1, Placed(scene.id))
    lines = (one for one in events if isinstance(one, Said))
    return " ".join(one.text for one in lines if one.who != NOTE)


def confusions(
    scene: Scene, reader: Reader, line: str
) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Tell which wordings of a scene are heard as another reply.

    Args:
        scene: Its replies are held against each other.
        reader: Reads own words.
        line: What they answer.

    Returns:
        Reply → the reply that it is taken for → the wordings, in their order.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for reply, text, heard in hearings(scene, reader, line):
        if heard is not None and heard != reply:
            found.setdefault(reply, {}).setdefault(heard, []).append(text)
    return found


def hearings(
    scene: Scene, reader: Reader, line: str
) -> Iterator[tuple[str, str, str | None]]:
    """Yield each wording with its reply and the reply that it is heard as, or None.

    Only wordings of replies that have enough of them are heard.
    """
    readings = _readings(scene, reader, line)
    for reply in scene.replies:
        for text in reply.like if len(reply.like) >= LEAST else ():
            others = [
                _candidate(one, readings, text)
                for one in scene.replies
                if not never_together(one.when, reply.when)
            ]
            yield reply.id, text, fit(readings[text], cleaned(text).text, others).best


def _readings(scene: Scene, reader: Reader, line: str) -> Mapping[str, Reading]:
    """Read every wording of a scene once, as an answer to what is said there."""
    texts = [text for reply in scene.replies for text in (reply.text, *reply.like)]
    return {text: reader.read(text, line) for text in texts}


def _candidate(
    reply: Reply, readings: Mapping[str, Reading], left_out: str
) -> Candidate:
    texts = [text for text in (reply.text, *reply.like) if text != left_out]
    wordings = [
        Wording(cleaned(text).text, readings[text].impression, readings[text].clauses)
        for text in texts or [left_out]
    ]
    return Candidate(reply.id, tuple(wordings), reply.opposite)
