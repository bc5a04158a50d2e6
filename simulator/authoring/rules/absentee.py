"""SCN855: somebody in the cast who takes no part."""

from collections.abc import Iterator

from scoring.forms.model import FormKind
from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.model import Form, Scenario

NOBODY_HEARS = warning(
    "SCN855",
    N_(
        "`{value}` stands in the cast, but says nothing, is not spoken to and "
        "decides nothing"
    ),
    N_("Give this person a line, or take the person out of the cast."),
)


def check(story: Story, report: Report) -> None:
    """Look for people without a line, an addressee, a part, or a meter that counts."""
    absent = dict.fromkeys(story.scenario.cast)
    for person in _taking_part(story):
        absent.pop(person, None)
        if not absent:
            return
    for person in absent:
        report.add(NOBODY_HEARS, key_of(story.document, "cast", person), value=person)


def _taking_part(story: Story) -> Iterator[str]:
    scenario = story.scenario
    yield from (one.who for one in story.words() if one.who is not None)
    yield from (reply.to_whom for _, reply in story.replies() if reply.to_whom)
    for effects in story.effects():
        yield from (shift.person for shift in effects.shifts)
    yield from (one.about.partition(".")[0] for one in story.questions())
    if scenario.meeting is not None:
        meeting = scenario.meeting
        yield from filter(None, (meeting.decides, meeting.first))
        if meeting.fairness is not None:
            yield meeting.fairness.person
    for scene in scenario.scenes.values():
        if scene.form is not None:
            yield from _on_the_form(scene.form, scenario)


def _on_the_form(form: Form, scenario: Scenario) -> Iterator[str]:
    for part in ("people", "owners"):
        yield from form.offers.get(part, ())
    if form.kind is FormKind.HANDOVER_PLAN and "owners" not in form.offers:
        yield from scenario.cast
