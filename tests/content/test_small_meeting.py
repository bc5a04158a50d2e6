"""A meeting with all four forms, played by the engine's door and by a person's."""

from contextlib import closing
from datetime import UTC, date, datetime
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

import docx
import pytest

from scoring.forms.model import FormKind
from scoring.principles import Principle
from scoring.scorecard import score
from simulator.engine import (
    BadFormError,
    Choose,
    Fill,
    FormExpectedError,
    State,
    begin,
    from_json,
    replay,
    step,
    talk_of,
    to_json,
    view,
)
from simulator.engine.situation import holds
from simulator.forms import as_expected, handed_in, sheet
from simulator.i18n import load
from simulator.packs import Library
from simulator.reports.markdown import to_markdown
from simulator.reports.record import record
from simulator.reports.recordtext import record_blocks
from simulator.reports.word import to_docx
from simulator.scenario.conditions import Ask
from simulator.scenario.conditions import TestName as Question
from simulator.sessions.desk import desk
from simulator.sessions.errors import UnfinishedFormError
from simulator.sessions.usecases import Sessions
from simulator.store import Store, open_store

FILE = Path(__file__).parents[1] / "data/meeting/small-meeting.yaml"
LOADED = Library.shipped().load(str(FILE), "en")
STORY, RULES = LOADED.scenario, LOADED.rulebook


def started(carried: tuple[str, ...] | None = None) -> State:
    return begin(STORY, 1, carried=carried)[0]


def filled(state: State, **values: object) -> State:
    """Hand the form in as expected, but for what is named."""
    right = {**as_expected(state, RULES), **values}
    return step(state, handed_in(state, RULES, right))[0]


def test_a_form_stands_where_replies_would() -> None:
    shown = view(started())
    assert shown.form is FormKind.MEETING_AGENDA
    assert shown.offers == ()


def test_words_and_replies_are_refused_there() -> None:
    with pytest.raises(FormExpectedError):
        step(started(), Choose("listen"))


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"option": "transfer"}, id="a-part-of-another-form"),
        pytest.param({"date": "never"}, id="a-date-that-is-not-on-offer"),
        pytest.param({"people": {"nobody": "decides"}}, id="a-stranger"),
    ],
)
def test_a_form_takes_only_what_it_offers(values: dict[str, object]) -> None:
    with pytest.raises(BadFormError):
        step(started(), Fill(values))


def test_conditions_may_ask_what_stands_on_a_form() -> None:
    state = step(
        started(),
        Fill(
            {
                "date": "thursday",
                "people": {"mary": "decides", "oleg": "away"},
                "inputs": {"costs": ""},
            }
        ),
    )[0]
    stands = {
        item: holds(Ask(Question.PUT, f"agenda.{item}"), state)
        for item in ("thursday", "today", "mary", "oleg", "costs")
    }
    assert stands == {
        "thursday": True,
        "today": False,
        "mary": True,
        "oleg": False,
        "costs": False,
    }
    assert not holds(Ask(Question.PUT, "sheet.wallet"), state)


def test_people_react_to_how_right_a_form_is() -> None:
    good, bad = filled(started()), step(started(), Fill({"date": "today"}, 5))[0]
    assert good.meters["mary.trust"] == 6
    assert bad.meters["mary.trust"] == 5


def test_what_an_agenda_brings_is_known_when_the_meeting_decides() -> None:
    state, told = begin(STORY, 1)
    answer = handed_in(state, RULES, as_expected(state, RULES))
    after, events = step(state, answer)
    assert "rest" in after.known
    card = score(talk_of(STORY, (*told, *events)), LOADED.rubric, RULES)
    assert card.key_client is not None
    lines = {one.criterion.id: one for one in card.key_client.assessment.lines}
    assert lines["reference"].known


def test_cutting_the_first_speaker_short_makes_the_meeting_less_fair() -> None:
    floor = filled(started())
    assert step(floor, Choose("cut-in"))[0].meters["room.fairness"] == 6
    listened = step(floor, Choose("listen"))[0]
    assert listened.meters["room.fairness"] == 8
    assert "interrupted" not in listened.flags


def test_what_the_talk_before_brought_is_known_and_counts() -> None:
    assert "growth" in started(("growth",)).known
    assert list(started().known) == ["wallet"]


def played() -> tuple[State, tuple[object, ...]]:
    state, events = begin(STORY, 1)
    for answer in (None, Choose("listen"), None, None):
        given = answer or handed_in(state, RULES, as_expected(state, RULES))
        state, told = step(state, given)
        events += told
    return state, events


def test_the_best_path_scores_a_hundred_by_the_rules() -> None:
    state, events = played()
    assert state.ending == "collected"
    card = score(talk_of(STORY, events), LOADED.rubric, RULES)  # type: ignore[arg-type]
    assert card.key_client is not None
    assert card.key_client.points == 100


@pytest.mark.parametrize(
    ("values", "level"),
    [
        pytest.param({}, 4, id="all-right"),
        pytest.param({"date": "today", "order": ["vote"]}, 2, id="half-right"),
        pytest.param(
            {"date": "today", "people": {}, "order": [], "inputs": {}}, 0, id="wrong"
        ),
    ],
)
def test_a_form_shows_the_principles_that_it_tests(
    values: dict[str, object], level: int
) -> None:
    state, told = begin(STORY, 1)
    right = {**as_expected(state, RULES), **values}
    _, events = step(state, handed_in(state, RULES, right))
    card = score(talk_of(STORY, (*told, *events)), LOADED.rubric, RULES)
    result = card.of(Principle.P7)
    assert result.level == level
    assert [(one.scene, one.form) for one in result.opportunities] == [("agenda", True)]


def test_a_talk_with_forms_is_its_events() -> None:
    state, events = played()
    stored = [from_json(to_json(event)) for event in events]  # type: ignore[arg-type]
    again = replay(STORY, stored)
    assert again.same
    assert again.state == state


def test_the_rows_of_a_form_are_shuffled_the_same_way_again() -> None:
    one, other = sheet(started(), RULES, "en"), sheet(started(), RULES, "en")
    assert one == other
    assert one is not None
    assert len(one.rows()) == 2 + 3 + 4 + 1


def test_the_record_says_what_was_decided_and_what_was_not() -> None:
    _, events = played()
    note = record(STORY, events, RULES, date(2026, 3, 2))  # type: ignore[arg-type]
    assert note is not None
    text = to_markdown(record_blocks(note, NullTranslations(), "en"))
    assert "Record of the meeting: The mill" in text
    assert "Collect what is missing" in text
    assert "Hand the mill over — Nobody knows yet whether it is key." in text
    assert "The last handover was a failure" in text


def test_the_record_opens_in_word() -> None:
    _, events = played()
    note = record(STORY, events, RULES, date(2026, 3, 2))  # type: ignore[arg-type]
    assert note is not None
    data = to_docx(record_blocks(note, load("ru"), "ru"), "Протокол")
    words = [one.text for one in docx.Document(BytesIO(data)).paragraphs]
    assert words[0] == "Протокол совещания: The mill"


def sessions(store: Store) -> Sessions:
    return Sessions(
        Library.shipped(),
        store,
        now=lambda: datetime(2026, 3, 2, tzinfo=UTC),
        new_seed=lambda: 1,
        new_id=lambda: "m1",
    )


def test_a_half_filled_form_outlives_the_program(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        paper = desk(sessions(store).start(str(FILE), "en"), "en")
        assert paper is not None
        paper.keep({"date": "thursday", "order": ["facts"]})
    with closing(open_store(tmp_path)) as store:
        again = desk(sessions(store).resume("m1"), "en")
        assert again is not None
        assert again.kept == {"date": "thursday", "order": ["facts"]}
        with pytest.raises(UnfinishedFormError):
            again.hand_in({"order": ["facts"]})
        assert again.hand_in(again.kept).form is None
