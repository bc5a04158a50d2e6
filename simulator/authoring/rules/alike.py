"""SCN871: two replies are too alike to be told apart in own words.

Each wording under `like:` is taken out in its turn and heard by the reader, as if a
trainee had typed it. Where it comes to another reply of the scene, the two are
confused; what the trainee said would do what he did not mean. Replies whose conditions
exclude each other are never on offer together, and are not held against each other.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from scoring.reading.matching import Candidate, Wording, fit
from scoring.reading.reader import Reader
from scoring.reading.reading import Reading
from scoring.reading.text import cleaned
from simulator.authoring.spots import reply_spot
from simulator.authoring.story import Story
from simulator.engine import Placed, Said, begin_at
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.contraries import never_together
from simulator.scenario.findings import Report
from simulator.scenario.model import NOTE, Reply, Scenario, Scene
from simulator.sessions.hearing import shipped_reader

TOO_ALIKE = warning(
    "SCN871",
    N_(
        "in own words `{value}` is taken for `{other}`: {n} of its {wordings} "
        "wordings are heard as that"
    ),
    N_("Make what the two do plainer, or make them one; first heard so: “{known}”."),
)
TOO_MANY: Final = Fraction(1, 2)
"""So large a part of a reply's wordings, heard as another one, makes the two one."""
LEAST: Final = 3
"""Fewer wordings say nothing: with one left out there must be others to go by."""


def check(story: Story, report: Report) -> None:
    """Hear every wording of every reply, scene by scene."""
    for scene in story.scenario.scenes.values():
        if len(scene.replies) > 1:
            _check_scene(scene, story, report)


def _check_scene(scene: Scene, story: Story, report: Report) -> None:
    for reply, heard in confusions(
        scene, _reader(), first_heard(scene, story.scenario)
    ).items():
        wordings = next(len(one.like) for one in scene.replies if one.id == reply)
        for other, said in heard.items():
            if Fraction(len(said), wordings) >= TOO_MANY:
                report.add(
                    TOO_ALIKE,
                    reply_spot(story.document, scene.id, reply),
                    value=reply,
                    other=other,
                    n=len(said),
                    wordings=wordings,
                    known=said[0],
                )


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


@cache
def _reader() -> Reader:
    return shipped_reader()[0]
