"""The record of a meeting: who, what, why, what next; and what it is saved as."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from gettext import NullTranslations
from io import BytesIO

import docx
import pytest
from msgspec.structs import replace

from scoring.forms.model import FormKind
from scoring.keyclient import Status
from simulator.engine import Choose, Event, Fill, begin, step
from simulator.engine.events import Filled
from simulator.forms import as_expected, handed_in
from simulator.packs import Loaded
from simulator.reports.document import Bullets, Heading, Paragraph, Table
from simulator.reports.markdown import to_markdown
from simulator.reports.record import Record, record
from simulator.reports.recordtext import record_blocks
from simulator.reports.word import to_docx
from simulator.scenario.plays import Play, parse_playthroughs
from tests.content.talks import loaded

ON = date(2026, 4, 9)


@cache
def plays(name: str) -> Mapping[str, Play]:
    """Return the play-throughs beside a shipped scenario by their names."""
    file = loaded("en", name).path.with_name(f"{name}.playthroughs.yaml")
    parsed = parse_playthroughs(file.read_bytes()).playthroughs
    assert parsed is not None
    return {one.name: one for one in parsed.plays}


def played(name: str, play: str, language: str = "en") -> tuple[Loaded, list[Event]]:
    """Play one of the play-throughs beside a shipped scenario."""
    kit = loaded(language, name)
    one = plays(name)[play]
    state, told = begin(kit.scenario, one.seed, carried=one.carried)
    events = list(told)
    for planned in one.answers:
        answer: Fill | Choose = Choose(planned.reply or "")
        if planned.fill is not None:
            option = planned.fill.get("option")
            wanted = option if isinstance(option, str) else None
            right = as_expected(state, kit.rulebook, wanted)
            values = {**(right if planned.as_expected else {}), **planned.fill}
            answer = handed_in(state, kit.rulebook, values)
        state, told = step(state, answer)
        events += told
    return kit, events


@pytest.fixture(scope="module")
def note() -> Record:
    kit, events = played("client-x-meeting", "prepared on Tuesday, led together")
    found = record(kit.scenario, events, kit.rulebook, ON)
    assert found is not None
    return found


def test_it_says_who_was_there_and_who_decided(note: Record) -> None:
    assert note.present[0] == ("", "Head of sales")
    assert ("Nina Sergeevna", "commercial director") in note.present
    assert "room" not in {name.lower() for name, _ in note.present}
    assert note.decided_by == "Nina Sergeevna"


def test_it_says_where_every_fact_comes_from(note: Record) -> None:
    sources = {name: source for name, _, source in note.facts}
    assert set(sources.values()) >= {"Pavel", "Oleg", "earlier"}
    assert any("marketing" in source for source in sources.values())


def test_it_gives_each_option_not_taken_with_its_reason(note: Record) -> None:
    assert len(note.rejected) == 4
    assert all(why for _, why in note.rejected)
    assert note.decision not in {option for option, _ in note.rejected}


def test_steps_stand_by_day_with_their_owners(note: Record) -> None:
    days = [step.on for step in note.steps if step.on]
    assert days == sorted(days)
    assert all(step.owner for step in note.steps)
    assert note.owner in {step.owner for step in note.steps}
    assert note.terms
    assert note.returns


def test_what_the_trainee_does_himself_is_written_down_to_his_role() -> None:
    kit, events = played("client-x-meeting", "prepared on Tuesday, led together")
    mine = {"bonus-rule": {"owner": "you", "day": 30}}
    changed = [
        replace(event, values={**event.values, "steps": mine})
        if isinstance(event, Filled) and event.form is FormKind.HANDOVER_PLAN
        else event
        for event in events
    ]
    found = record(kit.scenario, changed, kit.rulebook, ON)
    assert found is not None
    assert [step.owner for step in found.steps] == ["Head of sales"]


def test_the_checks_are_due_after_30_60_and_90_days_or_on_the_monday_then(
    note: Record,
) -> None:
    assert [(check.days, check.on.isoformat()) for check in note.checks] == [
        (30, "2026-05-11"),
        (60, "2026-06-08"),
        (90, "2026-07-08"),
    ]
    assert all(check.what for check in note.checks)


def test_the_worksheet_of_the_meeting_is_in_it(note: Record) -> None:
    levels = {one.criterion: one.levels for one in note.levels}
    assert len(levels) == 8
    assert levels["Profitability"] == (1, 1)
    assert levels["Room for growth"] == (2, 3)
    assert sum(one.points.low for one in note.levels) == note.low


def test_the_status_is_the_one_that_the_meeting_wrote_down() -> None:
    kit, events = played("client-x-meeting", "prepared on Tuesday, led together")
    changed = [
        replace(event, values={"levels": {"wallet": 4}, "status": "key"})
        if isinstance(event, Filled) and event.form is FormKind.KEY_CLIENT
        else event
        for event in events
    ]
    found = record(kit.scenario, changed, kit.rulebook, ON)
    assert found is not None
    assert (found.status, found.low, found.high) == (Status.KEY, 20, 100)


def test_where_nothing_was_decided_there_is_no_record() -> None:
    kit = loaded("en", "client-x-meeting")
    _, events = begin(kit.scenario, 1)
    assert record(kit.scenario, events, kit.rulebook, ON) is None


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", ["client-x-meeting", "afraid-to-move-him"])
def test_every_decision_leads_to_a_record_that_opens_in_word(
    name: str, language: str
) -> None:
    kit = loaded(language, name)
    decided = 0
    for play in plays(name).values():
        if play.language is None:
            _, events = played(name, play.name, language)
            found = record(kit.scenario, events, kit.rulebook, ON)
            if found is not None:
                decided += 1
                blocks = record_blocks(found, NullTranslations(), language)
                docx.Document(BytesIO(to_docx(blocks, "Record")))
                assert found.decision
                assert found.decision in to_markdown(blocks)
    assert decided >= 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("1. First", "1\\. First", id="no-numbered-list"),
        pytest.param("- so", "\\- so", id="no-list"),
        pytest.param("# so", "\\# so", id="no-heading"),
        pytest.param("09.04.2026", "09.04.2026", id="a-date-as-it-is"),
        pytest.param("-5 %", "-5 %", id="a-number-as-it-is"),
        pytest.param("[x](http://y)", "\\[x\\](http://y)", id="no-link"),
        pytest.param("<b>*so*</b>", "\\<b\\>\\*so\\*\\</b\\>", id="no-markup"),
        pytest.param("a | b", "a \\| b", id="no-new-cell"),
        pytest.param("a\n\n# b", "a # b", id="one-line"),
    ],
)
def test_words_are_words_in_markdown(text: str, shown: str) -> None:
    assert to_markdown([Paragraph(text)]) == f"{shown}\n"
    assert to_markdown([Bullets((text,))]) == f"- {shown}\n"
    assert to_markdown([Heading(text)]) == f"## {shown}\n"
    assert f"| {shown} |" in to_markdown([Table(("head",), ((text,),))])
