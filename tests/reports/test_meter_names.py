"""What a scenario's author calls a meter is what everybody reads of it."""

import io

import pytest
from msgspec.structs import replace

from scoring.scorecard import score
from simulator import i18n
from simulator.engine import Choose, begin, step, talk_of, view
from simulator.plain.console import Console
from simulator.plain.scene import SceneWriter
from simulator.reports.debrief import debrief
from simulator.reports.names import meter_in_short, meter_name
from simulator.scenario.model import Scenario
from simulator.scenario.parsing import parse
from simulator.tui.widgets.mood import in_lines
from tests.reports.little import FOLDER, loaded

TEXTS = i18n.load("en")


def story(meters: str = "meters: {nerves: Nerves}") -> Scenario:
    """Return the little story with a meter of its own."""
    text = (FOLDER / "talk.en.yaml").read_text("utf-8")
    text = text.replace("trust: 4}}", f"trust: 4, nerves: 5}}}}\n{meters}")
    text = text.replace("mood: {resistance: -2}", "mood: {nerves: -2}")
    found = parse(text.encode(), "talk.en.yaml")
    assert found.scenario is not None, found.findings
    return found.scenario


@pytest.mark.parametrize(
    ("meter", "own", "called", "short"),
    [
        ("nerves", "Nerves", "Nerves", "nerves"),
        ("nerves", "", "nerves", "nerves"),
        ("trust", "", "Trust", "trust"),
        ("trust", "Faith in you", "Faith in you", "faith in you"),
    ],
)
def test_the_authors_name_goes_before_the_programs_and_that_before_the_id(
    meter: str, own: str, called: str, short: str
) -> None:
    assert meter_name(meter, own).render(TEXTS) == called
    assert meter_in_short(meter, own).render(TEXTS) == short


def test_the_talk_shows_it_by_that_name() -> None:
    state, _ = begin(story(), 1)
    now = view(step(state, Choose("ask"))[0])
    assert "Nerves      ●●●○○○○○○○  3  ▼2" in in_lines(now.people, TEXTS).plain
    out = io.StringIO()
    SceneWriter(Console(io.StringIO(), out), TEXTS).moods(now, whole=False)
    assert "Oleg: nerves 3 of 10 (down by 2)." in out.getvalue()


def test_the_debrief_tells_what_moved_by_that_name() -> None:
    scenario, rules = story(), loaded()
    state, events = begin(scenario, 1)
    events += step(state, Choose("ask"))[1]
    card = score(talk_of(scenario, events), rules.rubric, rules.rulebook)
    told = debrief(scenario, events, card, rules.rubric, rules.rulebook, "en")
    (mood,) = told.turns[0].moods
    assert (mood.name.render(TEXTS), mood.before, mood.after) == ("Nerves", 5, 3)


def test_a_meter_without_a_name_is_shown_by_its_id() -> None:
    state, _ = begin(replace(story(), meters={}), 1)
    assert "nerves      ●●●●●" in in_lines(view(state).people, TEXTS).plain
