"""Simulated heads of sales: what they play, and what is found by it."""

import shutil
from fractions import Fraction
from gettext import NullTranslations
from pathlib import Path

import pytest

from simulator.authoring import check
from simulator.authoring.rehearsal import (
    Head,
    Rehearsal,
    findings,
    passing,
    rehearse,
    to_json,
)
from simulator.packs import Library
from simulator.scenario.parsing import parse
from tests.authoring.rehearsed import (
    ENDINGS,
    HEAD,
    rehearsed,
    small,
    task,
    the_little_talk,
    walker,
)
from tests.reports.little import FOLDER

MEETING = Path("tests/data/meeting")


def said(found: Rehearsal) -> list[str]:
    texts = NullTranslations()
    return [one.text(texts) for one in findings(found, "talk.yaml", None)]


def codes(found: Rehearsal) -> list[str]:
    return [one.code for one in findings(found, "talk.yaml", None)]


def test_the_little_talk_comes_to_what_was_worked_out_by_hand() -> None:
    heads = {one.head: one for one in the_little_talk().heads}
    best, timid = heads[Head.BEST], heads[Head.TIMID]
    # P3 = 2, P4 = 3, P7 = 3: (15·2 + 15·3 + 10·3) ÷ (4 × 40)
    assert best.business is not None
    assert (best.business.mean, best.business.sd) == (65.625, 0.0)
    assert (dict(best.endings), dict(timid.endings)) == (
        {"meeting": 30},
        {"circle": 56},
    )
    assert timid.turns == 3.0
    assert heads[Head.SHORTEST].talks == heads[Head.LONGEST].talks == 1


def test_a_stupid_head_that_passes_is_told_of_with_its_talk() -> None:
    found = the_little_talk()
    assert (
        "talk.yaml: warning SCN881: the head `longest` scores 65.6 on average, and 60 "
        "is a pass. Look at the talk that it passes with; let the replies that it "
        "takes bring less, or the others more."
    ) in said(found)
    (shown,) = found.examples
    assert (shown.name, shown.seed) == ("SCN881 longest 1", 1)
    assert [line.text for line in shown.spoken] == [
        "Утро.",
        "Слушаю.",
        "Сколько групп он берёт?",
        "Пять.",
        "Не отдам.",
        "Решим по правилам в четверг.",
    ]


def test_the_best_head_must_lie_apart_from_the_bad_ones() -> None:
    assert (
        "talk.yaml: warning SCN884: the best head scores only 0.0 points above the "
        "head `longest`. Test more principles, or let good and bad replies lie further "
        "apart: 30 points or more."
    ) in said(the_little_talk())


def test_a_play_through_of_an_example_passes_the_check(tmp_path: Path) -> None:
    pack = Path(shutil.copytree(FOLDER, tmp_path / "little"))
    (example,) = the_little_talk().examples
    file = pack / "found.playthroughs.yaml"
    file.write_text(example.playthrough, "utf-8")
    assert check([file], Library(())).findings == ()


ENDLESS = """\
  opening:
    tests: [P3]
    say: [oleg: Слушаю.]
    replies:
      - {id: ask, text: Сколько групп он берёт?, if: not flag(begged),
         does: [ask_fact(assortment)], to: meeting}
      - {id: beg, text: Можно?, does: [ask_permission], set: [begged], to: stay}
"""


def test_a_circle_that_could_be_left_is_counted_and_not_held_against_anybody() -> None:
    scene = ENDLESS.replace("if: not flag(begged),", "").replace("set: [begged], ", "")
    found = rehearsed(scene, plays=20, limit=5)
    timid = next(one for one in found.endless if one.head is Head.TIMID)
    assert (timid.talks, timid.stuck) == (1, None)
    assert not [line for line in said(found) if "SCN882" in line]
    assert not [one for one in found.examples if one.name.startswith("SCN882")]


def test_an_endless_circle_is_told_of_with_its_head_and_its_talk() -> None:
    found = rehearsed(ENDLESS, plays=20, limit=5)
    went_on = {(one.head, one.scene) for one in found.endless}
    assert {(Head.TIMID, "opening"), (Head.SHORTEST, "opening")} <= went_on
    timid = next(one for one in found.endless if one.head is Head.TIMID)
    assert (timid.talks, timid.seeds) == (1, (1,))
    assert (
        "talk.yaml: warning SCN882: the head `timid` went on for 5 turns here without "
        "an ending. Add `patience:`, or lead out of this circle."
    ) in said(found)
    shown = next(one for one in found.examples if one.name == "SCN882 timid 1")
    assert shown.playthrough.count('{"id": "beg", "at": "opening"}') == 5
    assert 'ends: "none"' in shown.playthrough


NOBODY = """\
  opening:
    tests: [P3, P7]
    say: [oleg: Слушаю.]
    replies:
      - {id: ask, text: Сколько групп он берёт?, does: [ask_fact(assortment)], to: kept}
      - {id: give-in, text: Ладно., does: [concede], to: kept}
"""


def test_a_talk_that_nobody_can_pass_is_told_of() -> None:
    found = rehearsed(NOBODY, plays=20)
    # P3 = 2, P7 missed = 1: (15·2 + 10·1) ÷ (4 × 25)
    reach = found.extremes.business
    assert (reach.worst, reach.best, reach.exact) == (Fraction(25), Fraction(40), True)
    assert (
        "talk.yaml: warning SCN885: the best talk found scores 40.0, and 60 is a pass. "
        "Give each principle that is tested a reply that serves it."
    ) in said(found)
    assert found.examples[-1].name == "SCN885"


@pytest.mark.parametrize(
    ("does", "extra", "expected"),
    [
        pytest.param("ask_fact(assortment)", "", ["SCN883"], id="the-same-for-nothing"),
        pytest.param("none", "", ["SCN883"], id="nothing-at-all"),
        pytest.param("ask_fact(share)", "", [], id="another-question"),
        pytest.param("threaten", "", [], id="a-temptation"),
        pytest.param("ask_fact(assortment)", ", learn: [groups]", [], id="as-good"),
        pytest.param("none", ", set: [quiet]", [], id="it-does-something-else"),
    ],
)
def test_a_reply_never_worth_taking(does: str, extra: str, expected: list[str]) -> None:
    story = f"""\
  opening:
    tests: [P3]
    say: [oleg: Слушаю.]
    replies:
      - {{id: ask, text: Сколько?,
         does: [ask_fact(assortment)], learn: [groups], to: meeting}}
      - {{id: poor, text: Ну и?, does: [{does}]{extra}, to: meeting}}
"""
    found = codes(rehearsed(story, plays=40))
    assert [code for code in found if code == "SCN883"] == expected


def test_what_talks_came_to_is_counted() -> None:
    covered = the_little_talk().covered
    assert set(covered.scenes) == {"opening", "wall"}
    assert all(covered.replies.values())
    assert covered.offered == frozenset(covered.replies)
    assert all(covered.rows.values())
    assert all(covered.endings.values())


APART = """\
  opening:
    tests: [P3]
    say: [oleg: Слушаю.]
    replies:
      - {id: ask, text: Сколько групп?,
         does: [ask_fact(assortment)], learn: [groups], to: meeting}
      - {id: whose, text: Чей он?,
         does: [ask_fact(contacts)], learn: [who], to: meeting}
"""


def test_needed_facts_of_two_branches_are_told_as_never_got_together() -> None:
    facts = "needed: true}\n    who: {name: Кто, is: 1, line: Люда., needed: true}"
    parsed = parse(
        (HEAD.replace("needed: true}", facts) + "scenes:\n" + APART + ENDINGS).encode(),
        "small.yaml",
    )
    assert parsed.scenario is not None, parsed.findings
    covered = rehearse(task(parsed.scenario)).covered
    assert covered.apart == (("groups", "who"),)
    assert all(covered.facts.values())
    assert covered.endings["kept"] == 0


GUARDED = """\
  opening:
    tests: [P3]
    say: [oleg: Слушаю.]
    replies:
      - {id: ask, text: Сколько?,
         does: [ask_fact(assortment)], learn: [groups], to: other}
      - {id: wait, text: Ну., does: [none], to: other}
  other:
    tests: [P7]
    say: [{oleg: Не отдам.}, {if: knows(groups), oleg: Пять.}]
    replies:
      - {id: meet, text: Соберёмся., does: [propose_meeting], to: meeting}
      - {id: cite, text: Пять из сорока.,
         does: [ask_fact(share)], if: knows(groups), to: meeting}
      - {id: never, text: Никогда., does: [none], if: turns > 9, to: kept}
"""


def test_conditions_are_seen_to_hold_and_to_fail() -> None:
    found = rehearsed(GUARDED)
    assert dict(found.covered.outcomes) == {
        "scenes.other.replies.cite": (True, True),
        "scenes.other.replies.never": (False, True),
        "scenes.other.say.2": (True, True),
    }
    assert "other.never" not in found.covered.offered


def test_the_json_is_plain_and_says_the_same() -> None:
    told = to_json(the_little_talk())
    heads = told["heads"]
    assert isinstance(heads, dict)
    assert list(heads) == [str(head) for head in Head]
    assert heads["best"]["business"]["mean"] == 65.625
    assert told["extremes"] == {
        "business": {
            "worst": 14.4231,
            "best": 65.625,
            "exact": True,
            "bounds": [14.4231, 65.625],
        },
        "key_client": {
            "worst": 0.0,
            "best": 100.0,
            "exact": True,
            "bounds": [0.0, 100.0],
        },
        "whole": True,
        "turns_looked_at": 63,
    }


PASSED = """\
  opening:
    say: [oleg: Слушаю.]
    replies:
      - {id: yield, text: Будь по-твоему., does: [concede], to: kept}
      - {id: force, text: Я так решил., does: [pull_rank], to: wall}
  wall:
    say: [oleg: Тогда я уволюсь.]
    replies: [{id: meet, text: В четверг., does: [propose_meeting], to: meeting}]
"""


def test_every_head_has_its_share_in_how_often_a_scene_is_passed() -> None:
    alone = {
        Head.TIMID: {"opening", "kept"},
        Head.TYRANT: {"opening", "wall", "meeting"},
    }
    told = passing(task(small(PASSED), plays=200))
    assert told.of("opening") == 1
    assert told.of("wall") == told.of("meeting") == 1 - told.of("kept")
    for head, came in alone.items():
        walked = walker(small(PASSED)).play(head, 1, 30)
        places = {walked.last.state.ending, *walked.last.state.visits}
        assert places == came
    assert 0 < told.of("wall") < 1
    assert told.of("nowhere") == 0
