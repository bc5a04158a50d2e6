"""What the rules find that the parser of one file cannot."""

import shutil
from gettext import NullTranslations
from pathlib import Path

import pytest

from simulator.authoring import Checked, check
from simulator.packs import Library
from tests.reports.little import FOLDER

RU, EN, PLAYS = "talk.yaml", "talk.en.yaml", "talk.playthroughs.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "little"))


def spoil(pack: Path, name: str, old: str, new: str) -> None:
    """Change a file at the first place where some words stand."""
    file = pack / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def checked(*paths: Path) -> Checked:
    return check(paths, Library(()))


def said(pack: Path, *paths: Path) -> list[str]:
    """Return the findings as lines, with paths relative to the pack."""
    texts = NullTranslations()
    found = checked(*(paths or (pack,))).findings
    return [one.text(texts).replace(f"{pack}/", "") for one in found]


def test_a_sound_pack_has_no_findings(pack: Path) -> None:
    result = checked(pack)
    assert (result.findings, result.files, result.clean) == ((), 6, True)


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        pytest.param(
            RU,
            "  circle: {outcome",
            "  lost: {outcome: client-lost, good: false, title: Т, text: Т.}\n"
            "  circle: {outcome",
            [
                "talk.en.yaml:74:3: error SCN831: `endings.lost` is in talk.yaml, but "
                "not here. Add it here, or delete it there: translations have the "
                "same ids.",
                "talk.yaml:76:3: warning SCN802: nothing leads to the ending `lost`. "
                "Lead a reply there with `to: lost`, or delete the ending.",
            ],
            id="an-ending-that-nothing-leads-to",
        ),
        pytest.param(
            RU,
            "is: 5, of: 40",
            "is: 6, of: 40",
            [
                "talk.en.yaml:18:32: error SCN832: `client.facts.groups.is` is not "
                "the same as in talk.yaml. Make both the same; only the words may "
                "differ.",
                "talk.yaml:18:32: error SCN832: `client.facts.groups.is` is not the "
                "same as in talk.en.yaml. Make both the same; only the words may "
                "differ.",
            ],
            id="another-figure-in-a-translation",
        ),
        pytest.param(
            RU,
            "say: [{oleg: Пять.}]",
            "say: [{if: turns > 1, oleg: Пять.}]",
            [
                "talk.en.yaml:39:15: error SCN832: `scenes.opening.ask.say` is not "
                "the same as in talk.yaml. Make both the same; only the words may "
                "differ.",
                "talk.yaml:39:15: error SCN832: `scenes.opening.ask.say` is not the "
                "same as in talk.en.yaml. Make both the same; only the words may "
                "differ.",
            ],
            id="a-line-said-at-other-times-in-a-translation",
        ),
        pytest.param(
            RU,
            "      - note: Утро.\n      - oleg: Слушаю.\n",
            "      - note: Утро.\n      - note: Слушаю.\n",
            [
                "talk.en.yaml:34:9: error SCN832: `scenes.opening.say` is not the same "
                "as in talk.yaml. Make both the same; only the words may differ.",
                "talk.yaml:34:9: error SCN832: `scenes.opening.say` is not the same as "
                "in talk.en.yaml. Make both the same; only the words may differ.",
            ],
            id="another-speaker-of-one-line-in-a-translation",
        ),
        pytest.param(
            RU,
            "  turns: 2\n",
            "  turns: 3\n",
            [
                "talk.en.yaml:22:10: error SCN832: `patience.turns` is not the same as "
                "in talk.yaml. Make both the same; only the words may differ.",
                "talk.playthroughs.yaml:8:5: error SCN844: the play ends with `none`, "
                "not with `circle`. Write `ends: none`, or change the answers.",
                "talk.yaml:22:10: error SCN832: `patience.turns` is not the same as in "
                "talk.en.yaml. Make both the same; only the words may differ.",
            ],
            id="another-patience-in-a-translation",
        ),
        pytest.param(
            RU,
            "rulebook: little",
            "rulebook: litle",
            [
                "talk.en.yaml:11:11: error SCN832: `rulebook` is not the same as in "
                "talk.yaml. Make both the same; only the words may differ.",
                "talk.yaml:11:11: error SCN812: there is no rulebook `litle`, neither "
                "in the pack nor shipped. Put it into the pack's rulebooks/, or leave "
                "`rulebook:` out.",
                "talk.yaml:11:11: error SCN832: `rulebook` is not the same as in "
                "talk.en.yaml. Make both the same; only the words may differ.",
            ],
            id="a-rulebook-that-is-not-there",
        ),
        pytest.param(
            PLAYS,
            "{id: ask}",
            "{id: aks}",
            [
                "talk.playthroughs.yaml:4:15: error SCN841: the reply `aks` is not on "
                "offer now, in the scene `opening`. Did you mean `ask`? On offer are: "
                "ask, beg, threaten.",
            ],
            id="a-play-with-an-answer-not-on-offer",
        ),
        pytest.param(
            PLAYS,
            "ends: meeting",
            "ends: kept",
            [
                "talk.playthroughs.yaml:3:5: error SCN844: the play ends with "
                "`meeting`, not with `kept`. Write `ends: meeting`, or change the "
                "answers.",
            ],
            id="a-play-with-another-end",
        ),
        pytest.param(
            PLAYS,
            "business: [60, 80]",
            "business: [80, 90]",
            [
                "talk.playthroughs.yaml:3:5: error SCN845: the score `business` comes "
                "to 65.63, not to 80..90. Change the band, or the answers.",
            ],
            id="a-play-out-of-its-band",
        ),
        pytest.param(
            PLAYS,
            "{id: meet, at: wall}]\n    ends: meeting",
            "{id: push, at: wall}]\n    ends: none",
            [
                "talk.playthroughs.yaml:3:5: error SCN845: the score `business` comes "
                "to 32.21, not to 60..80. Change the band, or the answers.",
                "talk.playthroughs.yaml:3:5: error SCN845: the score `key_client` "
                "comes to 20, not to 90..100. Change the band, or the answers.",
                "talk.playthroughs.yaml:3:5: error SCN846: the fact `share` is not "
                "known at the end. Known are: size, groups.",
            ],
            id="a-play-that-goes-on-and-does-not-know",
        ),
        pytest.param(
            PLAYS,
            "scenario: talk",
            "scenario: tlak",
            [
                "talk.playthroughs.yaml: error SCN847: there is no scenario `tlak` in "
                "this folder, or it has mistakes. Put the play-throughs beside their "
                "scenario, and check that first.",
            ],
            id="plays-of-no-scenario",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_remedy(
    pack: Path, name: str, old: str, new: str, expected: list[str]
) -> None:
    spoil(pack, name, old, new)
    assert said(pack) == expected


def spoil_both(pack: Path, old: str, new: str) -> None:
    spoil(pack, RU, old, new)
    spoil(pack, EN, old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "status: not-enough-data",
            "status: key",
            "20:11: error SCN821: on all facts the rulebook gives `not-enough-data` "
            "(45–100 points), not `key`. Write `status: not-enough-data`, or change "
            "the facts.",
            id="another-status",
        ),
        pytest.param(
            "apply_rule(wallet)",
            "apply_rule(walet)",
            "61:15: error SCN813: the rulebook has no criterion `walet`. Did you mean "
            "`wallet`? It has: wallet, growth.",
            id="a-criterion-of-a-reply",
        ),
        pytest.param(
            "criterion: wallet",
            "criterion: width",
            "17:98: error SCN813: the rulebook has no criterion `width`. It has: "
            "wallet, growth.",
            id="a-criterion-of-a-fact",
        ),
        pytest.param(
            "level: [3, 4]}",
            "level: [3, 4], stop: overdue}",
            "17:127: error SCN814: the rulebook has no stop-criterion `overdue`. It "
            "has: -.",
            id="a-stop-of-a-fact",
        ),
    ],
)
def test_names_and_status_are_held_against_the_rulebook(
    pack: Path, old: str, new: str, expected: str
) -> None:
    spoil_both(pack, old, new)
    (pack / PLAYS).unlink()
    found = said(pack, pack / RU)
    assert len(found) == 1
    assert found[0].startswith(f"{RU}:{expected}")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        pytest.param("to: wall\n", "to: stay\n", "opening.ask.to", id="target"),
        pytest.param(
            "learn: [groups]", "learn: [share]", "opening.ask.learn", id="facts"
        ),
        pytest.param(
            "resistance: +3, ", "resistance: +2, ", "opening.threaten.mood", id="mood"
        ),
        pytest.param(
            "does: [concede]", "does: [stall]", "wall.give-in.does", id="codes"
        ),
        pytest.param("tests: [P4, P7]", "tests: [P4]", "wall.tests", id="tests"),
    ],
)
def test_translations_must_have_the_same_structure(
    pack: Path, old: str, new: str, place: str
) -> None:
    (pack / PLAYS).unlink()
    spoil(pack, EN, old, new)
    found = [line for line in said(pack, pack / RU) if "SCN832" in line]
    assert len(found) == 1
    assert f"`scenes.{place}` is not the same as in {EN}." in found[0]


def test_only_what_was_named_is_told_of(pack: Path) -> None:
    spoil(pack, EN, "tests: [P4, P7]", "tests: [P4, P9]")
    assert said(pack, pack / RU) == []


def test_play_throughs_are_played_when_only_they_are_named(pack: Path) -> None:
    spoil(pack, PLAYS, "ends: circle", "ends: none")
    assert said(pack, pack / PLAYS) == [
        "talk.playthroughs.yaml:8:5: error SCN844: the play ends with `circle`, not "
        "with `none`. Write `ends: circle`, or change the answers."
    ]


def test_a_rubric_with_mistakes_is_told_once_in_its_own_file(pack: Path) -> None:
    spoil(pack, "rubrics/little.yaml", "level: 2", "level: 7")
    found = said(pack)
    assert len(found) == 1
    assert found[0].startswith("rubrics/little.yaml:")


def test_plays_in_own_words_can_be_left_out(pack: Path) -> None:
    spoken = (
        "\n  - {name: wrong, language: en, answers: [{say: How much?}], ends: circle}\n"
    )
    file = pack / PLAYS
    file.write_text(file.read_text("utf-8").rstrip() + spoken, "utf-8")
    assert "SCN844" in {one.code for one in checked(pack).findings}
    assert not check((pack,), Library(()), spoken=False).findings
