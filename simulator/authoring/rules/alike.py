"""SCN871: two replies are too alike to be told apart in own words.

Each wording under `like:` is taken out in its turn and heard by the reader, as if a
trainee had typed it. Where it comes to another reply of the scene, the two are
confused; what the trainee said would do what he did not mean. Replies whose conditions
exclude each other are never on offer together, and are not held against each other.
"""

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Final

from simulator.authoring.spots import reply_spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.model import Scene

if TYPE_CHECKING:
    from scoring.reading.reader import Reader

TOO_ALIKE = warning(
    "SCN871",
    N_(
        "in own words `{value}` is taken for `{other}`: {n} of its {wordings} "
        "wordings are heard as that"
    ),
    N_(
        "Put what only this reply is about into every wording under its `like:`, or "
        "make the two one; heard so: “{known}”."
    ),
)
TOO_MANY: Final = Fraction(1, 2)
"""So large a part of a reply's wordings, heard as another one, makes the two one."""


def check(story: Story, report: Report) -> None:
    """Hear every wording of every reply, scene by scene."""
    for scene in story.scenario.scenes.values():
        if len(scene.replies) > 1:
            _check_scene(scene, story, report)


def _check_scene(scene: Scene, story: Story, report: Report) -> None:
    from simulator.authoring.confusions import confusions, first_heard

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
                    known=" / ".join(said),
                )


@cache
def _reader() -> "Reader":
    from simulator.sessions.hearing import shipped_reader

    return shipped_reader()[0]
