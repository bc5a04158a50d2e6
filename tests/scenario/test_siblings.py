"""Rulebooks, rubrics, packs, play-throughs and answers."""

from fractions import Fraction
from pathlib import Path

import pytest

from simulator.scenario.kinds import Kind, kind_of, parse_any
from simulator.scenario.packs import parse_pack
from simulator.scenario.plays import (
    NO_END,
    Band,
    PlannedAnswer,
    Play,
    parse_answers,
    parse_playthroughs,
)
from simulator.scenario.rubrics import parse_rubric
from simulator.scenario.rulebooks import parse_rulebook
from tests.scenario.samples import WHOLE, Found, places

BASE = Path(__file__).parents[2] / "scenarios" / "base"
RULEBOOK = (BASE / "rulebooks" / "key-clients.yaml").read_text(encoding="utf-8")
RUBRIC = (BASE / "rubrics" / "business-above-ego.yaml").read_text(encoding="utf-8")
PACK = """\
id: base
title: {ru: Основной, en: Basic}
language: [ru, en]
version: 1.0
author: мы
licence: Apache-2.0
scenarios: [client-x.yaml, more/other.yaml]
"""
PLAYS = """\
scenario: client-x
plays:
  - name: by the rules
    seed: 7
    answers: [{id: how-much, at: opening}, {say: "no: never"}]
    ends: met
    scores: {business: [80, 100], key_client: [70.5, 100]}
    knows: [share]
  - name: half-way
    answers:
      - id: wait
    ends: none
"""


def replaced(text: str, old: str, new: str) -> bytes:
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1).encode()


def test_play_throughs_are_read() -> None:
    parsed = parse_playthroughs(PLAYS.encode())
    assert parsed.findings == ()
    assert parsed.playthroughs is not None
    assert parsed.playthroughs.scenario == "client-x"
    assert parsed.playthroughs.plays == (
        Play(
            name="by the rules",
            language=None,
            seed=7,
            answers=(
                PlannedAnswer("how-much", None, "opening", 5, 15),
                PlannedAnswer(None, "no: never", None, 5, 44),
            ),
            ends="met",
            business=Band(Fraction(80), Fraction(100)),
            key_client=Band(Fraction("70.5"), Fraction(100)),
            knows=("share",),
            line=3,
            column=5,
        ),
        Play(
            name="half-way",
            language=None,
            seed=1,
            answers=(PlannedAnswer("wait", None, None, 11, 9),),
            ends=NO_END,
            business=None,
            key_client=None,
            knows=(),
            line=9,
            column=5,
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param("id: wait", "at: wall", ("SCN701", 11, 9), id="no-answer"),
        pytest.param("id: wait", "{id: a, say: b}", ("SCN702", 11, 9), id="two"),
        pytest.param("half-way", "by the rules", ("SCN703", 9, 11), id="same-name"),
        pytest.param("[80, 100]", "[80, 101]", ("SCN110", 7, 24), id="band-too-high"),
        pytest.param("[80, 100]", "[90, 80]", ("SCN116", 7, 24), id="band-reversed"),
        pytest.param("seed: 7", "seed: x", ("SCN108", 4, 11), id="seed"),
        pytest.param("plays:", "play:", ("SCN101", 2, 1), id="unknown-key"),
    ],
)
def test_mistakes_in_play_throughs_are_told(old: str, new: str, found: Found) -> None:
    parsed = parse_playthroughs(replaced(PLAYS, old, new))
    assert found in places(parsed.findings)
    assert parsed.playthroughs is None


def test_answers_are_read() -> None:
    parsed = parse_answers(b"- id: how-much\n- {say: no, at: wall}\n")
    assert parsed.answers == (
        PlannedAnswer("how-much", None, None, 1, 3),
        PlannedAnswer(None, "no", "wall", 2, 3),
    )
    assert parse_answers(b"[]").answers == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a: 1\n", ("SCN131", 1, 1), id="a-mapping"),
        pytest.param("- {}\n", ("SCN701", 1, 3), id="nothing"),
        pytest.param("- how-much\n", ("SCN105", 1, 3), id="a-word"),
        pytest.param("- id: How Much\n", ("SCN113", 1, 7), id="bad-id"),
        pytest.param("- say: ''\n", ("SCN106", 1, 8), id="empty"),
        pytest.param("", ("SCN005", None, None), id="no-file"),
    ],
)
def test_mistakes_in_answers_are_told(text: str, found: Found) -> None:
    parsed = parse_answers(text.encode())
    assert places(parsed.findings) == [found]
    assert parsed.answers is None


def test_a_pack_is_read() -> None:
    pack = parse_pack(PACK.encode()).pack
    assert pack is not None
    assert pack.title == {"ru": "Основной", "en": "Basic"}
    assert pack.languages == ("ru", "en")
    assert pack.version == "1.0"
    assert pack.scenarios == ("client-x.yaml", "more/other.yaml")
    assert pack.rubrics is None


@pytest.mark.parametrize(
    "path",
    [
        "../other.yaml",
        "more/../../other.yaml",
        "/etc/passwd",
        "~/x.yaml",
        "C:/x.yaml",
        '"..\\\\x.yaml"',
        "more//x.yaml",
        "..",
    ],
)
def test_a_path_that_leaves_the_pack_is_refused(path: str) -> None:
    parsed = parse_pack(replaced(PACK, "client-x.yaml", path))
    assert places(parsed.findings) == [("SCN601", 7, 13)]
    assert parsed.pack is None


def test_the_shipped_rulebook_and_rubric_are_read() -> None:
    rulebook = parse_rulebook(RULEBOOK.encode())
    rubric = parse_rubric(RUBRIC.encode())
    assert rulebook.findings == ()
    assert rubric.findings == ()
    assert rulebook.rulebook is not None
    assert rubric.rubric is not None
    assert [one.id for one in rulebook.rulebook.criteria][:2] == ["wallet", "growth"]
    assert len(rubric.rubric.principles) == 8


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param("weight: 20", "weight: 21", "SCN501", id="weights"),
        pytest.param("weight: 20", "weight: -20", "SCN502", id="negative"),
        pytest.param(
            "- id: growth\n", "- id: wallet\n", "SCN503", id="criterion-twice"
        ),
        pytest.param("    bounds: [50, 75, 90, 95]\n", "", "SCN504", id="no-scale"),
        pytest.param("[50, 75, 90, 95]", "[50, 75, 90]", "SCN505", id="three-bounds"),
        pytest.param("[50, 75, 90, 95]", "[50, 90, 75, 95]", "SCN506", id="not-rising"),
        pytest.param(
            "[60, 40, 25, 10]", "[10, 25, 40, 60]", "SCN507", id="not-falling"
        ),
        pytest.param("not-key: 55}", "not-key: 75}", "SCN509", id="thresholds"),
        pytest.param("stated-weight: 60", "stated-weight: 0", "SCN510", id="stated"),
        pytest.param("effect: freeze", "effect: frieze", "SCN112", id="effect"),
        pytest.param("weight: 20", "weigth: 20", "SCN101", id="unknown-key"),
        pytest.param("[transfer,", "[trasfer,", "SCN112", id="outcome"),
        pytest.param("ru: Размер кошелька, ", "", "SCN102", id="no-russian"),
    ],
)
def test_mistakes_in_a_rulebook_are_told(old: str, new: str, code: str) -> None:
    parsed = parse_rulebook(replaced(RULEBOOK, old, new))
    assert code in {f.code for f in parsed.findings}
    assert parsed.rulebook is None


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param("weight: 12", "weight: 13", "SCN501", id="weights"),
        pytest.param("id: p1-attack", "id: p1-appeal", "SCN503", id="row-twice"),
        pytest.param("{ask_fact: 2}", "{acknowledge: 2}", "SCN511", id="no-topics"),
        pytest.param("when: [attack]", "when: []", "SCN115", id="no-codes"),
        pytest.param("when: [attack]", "when: [{}]", "SCN115", id="no-code-in-braces"),
        pytest.param("when: [attack]", "when: [atack]", "SCN122", id="unknown-code"),
        pytest.param("  P8:\n", "  P9:\n", "SCN101", id="unknown-principle"),
        pytest.param("  P8:\n", "  P9:\n", "SCN102", id="missing-principle"),
        pytest.param(
            "principle: P1, level: 4", "principle: P1, level: 5", "SCN110", id="level"
        ),
    ],
)
def test_mistakes_in_a_rubric_are_told(old: str, new: str, code: str) -> None:
    parsed = parse_rubric(replaced(RUBRIC, old, new))
    assert code in {f.code for f in parsed.findings}
    assert parsed.rubric is None


def test_a_band_that_is_turned_round_is_told_once() -> None:
    found = parse_playthroughs(replaced(PLAYS, "[80, 100]", "[100, 80]"))
    assert [one.code for one in found.findings] == ["SCN116"]


def test_a_principle_needs_an_anchor_for_each_level() -> None:
    start = RUBRIC.index("      - {ru:")
    without = RUBRIC[:start] + RUBRIC[RUBRIC.index("\n", start) + 1 :]
    assert "SCN508" in {f.code for f in parse_rubric(without.encode()).findings}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(WHOLE, Kind.SCENARIO, id="scenario"),
        pytest.param("drills:\n", Kind.DRILLS, id="drills"),
        pytest.param(
            WHOLE.replace("text: Какая", "text: Да: @"), Kind.SCENARIO, id="broken"
        ),
        pytest.param(PLAYS, Kind.PLAYTHROUGHS, id="plays"),
        pytest.param(RULEBOOK, Kind.RULEBOOK, id="rulebook"),
        pytest.param(RUBRIC, Kind.RUBRIC, id="rubric"),
        pytest.param(PACK, Kind.PACK, id="pack"),
        pytest.param("client: X\nstops: {}\nfacts: {}\n", Kind.CLIENT, id="client"),
        pytest.param("# answers\n- id: a\n", Kind.ANSWERS, id="answers"),
        pytest.param("[{id: a}]", Kind.ANSWERS, id="answers-in-brackets"),
        pytest.param("words", Kind.UNKNOWN, id="words"),
        pytest.param("", Kind.UNKNOWN, id="empty"),
    ],
)
def test_the_kind_of_a_file_is_told(text: str, kind: Kind) -> None:
    assert kind_of(text.encode()) is kind


def test_a_file_of_no_kind_is_a_finding() -> None:
    assert places(parse_any(b"a: 1\n", "f").findings) == [("SCN130", None, None)]
    assert places(parse_any(b"", "f").findings) == [("SCN005", None, None)]
    assert parse_any(PACK.encode(), "f").findings == ()


ROW = "  - {id: p1-attack, "
SECOND = (
    "  - {id: second, when: [WHEN], principle: P1, level: LEVEL, "
    "anchor: {ru: Второе., en: Second.}REST}\n"
)


@pytest.mark.parametrize(
    ("when", "level", "rest", "told"),
    [
        pytest.param("acknowledge", 1, "", "second", id="the-first-counts"),
        pytest.param("ask_fact, acknowledge", 1, "", "second", id="other-order"),
        pytest.param(
            "attack", 3, ", violation: true", "second", id="the-lower-violation-counts"
        ),
        pytest.param("attack", 3, "", "", id="a-row-beside-a-violation"),
        pytest.param("acknowledge, stall", 1, "", "", id="one-asks-for-more"),
        pytest.param("{ask_fact: 2}, acknowledge", 1, "", "", id="more-topics"),
    ],
)
def test_a_row_that_never_counts_is_told(
    when: str, level: int, rest: str, told: str
) -> None:
    row = SECOND.replace("WHEN", when).replace("LEVEL", str(level))
    text = replaced(RUBRIC, ROW, row.replace("REST", rest) + ROW)
    parsed = parse_rubric(text)
    assert parsed.rubric is not None
    assert [one.params["value"] for one in parsed.findings] == ([told] if told else [])
