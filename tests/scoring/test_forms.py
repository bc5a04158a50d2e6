"""How forms are judged: item by item, with a reason for each."""

from fractions import Fraction
from typing import Any

import pytest

from scoring.forms.agenda import in_order
from scoring.forms.judge import Circumstances, judge, share_of
from scoring.forms.model import (
    AgendaWanted,
    DecisionWanted,
    FilledForm,
    FormKind,
    HandoverWanted,
    Role,
    StepWanted,
    Wanted,
    WorksheetWanted,
)
from scoring.forms.verdicts import Verdict
from scoring.keyclient import Evidence
from tests.scoring.small import RULEBOOK

NOW = Circumstances(
    RULEBOOK,
    {"size": Evidence(level=(2, 3))},
    frozenset(),
    frozenset({"meeting", "collect-data"}),
)
AGENDA = AgendaWanted(
    dates=frozenset({"thursday"}),
    people={"mary": Role.DECIDES, "oleg": Role.CONTRIBUTES, "all": Role.AWAY},
    order=("facts", "oleg", "decision"),
    inputs={"margin": frozenset({"anna", "oleg"})},
)
HANDOVER = HandoverWanted(
    steps={
        "visit": StepWanted(frozenset({"anna"}), 14),
        "crm": StepWanted(frozenset()),
    },
    terms=frozenset({"bonus"}),
    returns=frozenset({"width"}),
    checks={"day-30": frozenset({"share"})},
)


def verdicts(wanted: Wanted, values: dict[str, Any]) -> tuple[Verdict, ...]:
    kinds = {
        WorksheetWanted: FormKind.KEY_CLIENT,
        AgendaWanted: FormKind.MEETING_AGENDA,
        DecisionWanted: FormKind.DECISION,
        HandoverWanted: FormKind.HANDOVER_PLAN,
    }
    form = FilledForm("here", kinds[type(wanted)], wanted, values, (), 1)
    return judge(form, NOW)


def said(
    wanted: Wanted, values: dict[str, Any], item: str
) -> tuple[Fraction | int, str]:
    found = next(v for v in verdicts(wanted, values) if item in (v.item, v.part))
    return found.share, str(found.why)


@pytest.mark.parametrize(
    ("level", "share", "why"),
    [
        pytest.param([2, 3], 1, "right", id="what-the-facts-allow"),
        pytest.param(2, Fraction(1, 2), "too-exact", id="one-level-of-two"),
        pytest.param([1, 4], Fraction(1, 2), "too-wide", id="wider"),
        pytest.param(None, 0, "overlooked", id="no-data-though-known"),
        pytest.param(0, 0, "off", id="ruled-out"),
        pytest.param([3, 4], 0, "off", id="overlapping-only"),
        pytest.param("3", 0, "overlooked", id="words-are-no-level"),
        pytest.param([3, 2], 0, "overlooked", id="backwards-is-no-level"),
        pytest.param(True, 0, "overlooked", id="truth-is-no-level"),
    ],
)
def test_a_known_criterion_is_held_against_its_facts(
    level: object, share: Fraction, why: str
) -> None:
    values = {"levels": {"size": level}}
    assert said(WorksheetWanted(), values, "size") == (share, why)


@pytest.mark.parametrize(
    ("level", "share", "why"),
    [
        pytest.param(None, 1, "right", id="no-data"),
        pytest.param([0, 4], 1, "right", id="everything-is-no-data"),
        pytest.param(2, 0, "guessed", id="a-guess"),
    ],
)
def test_where_nothing_is_known_no_data_is_right(
    level: object, share: Fraction, why: str
) -> None:
    values = {"levels": {"noise": level}}
    assert said(WorksheetWanted(), values, "noise") == (share, why)


@pytest.mark.parametrize(
    ("values", "share", "why"),
    [
        pytest.param({"status": "not-enough-data"}, 1, "right", id="by-the-facts"),
        pytest.param(
            {"status": "key", "levels": {"size": 4, "noise": 4}},
            Fraction(1, 2),
            "follows",
            id="follows-from-wrong-levels",
        ),
        pytest.param({"status": "key"}, 0, "other", id="out-of-the-air"),
        pytest.param({}, 0, "empty", id="none"),
    ],
)
def test_the_status_is_that_of_the_facts(
    values: dict[str, Any], share: Fraction, why: str
) -> None:
    assert said(WorksheetWanted(), values, "status") == (share, why)


def test_levels_count_by_weight_and_twice_the_status() -> None:
    values = {"levels": {"size": [2, 3], "noise": 1}, "status": "not-enough-data"}
    share = share_of(verdicts(WorksheetWanted(), values))
    assert share == (2 * Fraction(60, 100) + 1) / 3


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        pytest.param([0, 1, 2], {0, 1, 2}, id="in-order"),
        pytest.param([2, 0, 1], {0, 1}, id="one-too-early"),
        pytest.param([1, 2, 0], {1, 2}, id="one-too-late"),
        pytest.param([2, 1, 0], {2}, id="the-wrong-way-round"),
        pytest.param([], set(), id="none"),
    ],
)
def test_as_few_points_as_possible_are_misplaced(
    places: list[int], kept: set[int]
) -> None:
    assert in_order(places) == kept


@pytest.mark.parametrize(
    ("values", "item", "share", "why"),
    [
        pytest.param({"date": "thursday"}, "date", 1, "right", id="date"),
        pytest.param({"date": "today"}, "date", 0, "other", id="too-early"),
        pytest.param({"people": {"mary": "decides"}}, "mary", 1, "right", id="decides"),
        pytest.param({"people": {"all": "contributes"}}, "all", 0, "other", id="crowd"),
        pytest.param({}, "oleg", 0, "empty", id="nobody-was-asked"),
        pytest.param({"order": ["facts", "vote"]}, "vote", 0, "unwanted", id="a-vote"),
        pytest.param({"order": ["oleg"]}, "facts", 0, "missing", id="no-facts"),
        pytest.param({"inputs": {"margin": "anna"}}, "margin", 1, "right", id="any"),
        pytest.param({"inputs": {"margin": "mary"}}, "margin", 0, "other", id="who"),
        pytest.param({"order": "facts", "people": 3}, "facts", 0, "missing", id="junk"),
    ],
)
def test_an_agenda_is_judged_item_by_item(
    values: dict[str, Any], item: str, share: int, why: str
) -> None:
    assert said(AGENDA, values, item) == (share, why)


@pytest.mark.parametrize(
    ("option", "share", "why"),
    [
        pytest.param("collect-data", 1, "right", id="suits"),
        pytest.param("meeting", 0, "other", id="allowed-but-not-here"),
        pytest.param("transfer", 0, "not-allowed", id="against-the-rules"),
        pytest.param("", 0, "empty", id="none"),
    ],
)
def test_a_decision_is_held_against_the_rules(
    option: str, share: int, why: str
) -> None:
    wanted = DecisionWanted(frozenset({"collect-data", "transfer"}), frozenset({"gap"}))
    assert said(wanted, {"option": option}, "option") == (share, why)


def test_reasons_must_be_sound_and_need_not_be_all() -> None:
    wanted = DecisionWanted(frozenset(), frozenset({"gap", "share"}))
    values = {"option": "meeting", "reasons": ["gap", "he-found-him"]}
    assert said(wanted, values, "gap") == (1, "right")
    assert said(wanted, values, "he-found-him") == (0, "unwanted")
    assert "share" not in {v.item for v in verdicts(wanted, values)}


def test_where_no_reason_is_sound_those_that_are_stand_beside() -> None:
    wanted = DecisionWanted(frozenset(), frozenset({"gap", "share"}))
    values = {"option": "meeting", "reasons": ["he-found-him"]}
    (missing, unsound) = [v for v in verdicts(wanted, values) if v.part == "reasons"]
    assert (missing.why, missing.wanted) == ("missing", ("gap", "share"))
    assert unsound.share == missing.share == 0


def test_an_objection_that_was_raised_belongs_in_the_record() -> None:
    wanted = DecisionWanted(
        frozenset(), frozenset({"gap"}), frozenset({"lost-before"}), records=True
    )
    assert said(wanted, {}, "lost-before") == (0, "missing")
    assert said(wanted, {"objections": ["lost-before"]}, "lost-before") == (1, "right")


@pytest.mark.parametrize(
    ("step", "share", "why"),
    [
        pytest.param({"owner": "anna", "day": 14}, 1, "right", id="in-time"),
        pytest.param({"owner": "anna", "day": 15}, Fraction(1, 2), "late", id="late"),
        pytest.param({"owner": "oleg", "day": 3}, Fraction(1, 2), "other", id="who"),
        pytest.param({"owner": "", "day": 3}, Fraction(1, 2), "empty", id="nobody"),
        pytest.param({"owner": "anna"}, Fraction(1, 2), "empty", id="some-day"),
        pytest.param(None, 0, "missing", id="left-out"),
        pytest.param("junk", 0, "empty", id="junk"),
    ],
)
def test_a_step_needs_an_owner_and_a_day(
    step: object, share: Fraction, why: str
) -> None:
    assert said(HANDOVER, {"steps": {"visit": step}}, "visit") == (share, why)


def test_a_step_that_does_harm_is_told() -> None:
    values = {"steps": {"mail-on-friday": {"owner": "oleg", "day": 1}}}
    assert said(HANDOVER, values, "mail-on-friday") == (0, "unwanted")


def test_terms_return_and_checks_are_judged() -> None:
    values = {"terms": ["bonus"], "return": "width", "checks": {"day-30": "calls"}}
    assert said(HANDOVER, values, "bonus") == (1, "right")
    assert said(HANDOVER, values, "return") == (1, "right")
    assert said(HANDOVER, values, "day-30") == (0, "other")
