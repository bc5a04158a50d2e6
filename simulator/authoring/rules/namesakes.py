"""SCN853: two things that people cannot tell apart by their names."""

from collections.abc import Mapping

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.texts import bare
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

SAME_NAME = warning(
    "SCN853",
    N_("`{value}` and `{other}` are both called “{words}”"),
    N_("Call one of them otherwise: on the screen and in reports they look the same."),
)


def check(story: Story, report: Report) -> None:
    """Compare the names of people, of facts, of endings, and of what a form offers."""
    scenario = story.scenario
    people = {one.id: one.name for one in scenario.cast.values()}
    facts = {one.id: one.name for one in scenario.client.facts.values()}
    endings = {one.id: one.title for one in scenario.endings.values()}
    _check(people, ("cast",), "name", story, report)
    _check(facts, ("client", "facts"), "name", story, report)
    _check(endings, ("endings",), "title", story, report)
    for scene in scenario.scenes.values():
        for part, offered in scene.form.offers.items() if scene.form else ():
            if part != "against":
                path = ("scenes", scene.id, "offers", part)
                _check(offered, path, "", story, report)


def _check(
    names: Mapping[str, str],
    path: tuple[str, ...],
    key: str,
    story: Story,
    report: Report,
) -> None:
    first: dict[str, str] = {}
    for name, words in names.items():
        other = first.setdefault(bare(words), name)
        if other != name:
            place = spot(story.document, *path, name, *([key] if key else []))
            report.add(SAME_NAME, place, value=name, other=other, words=words)
