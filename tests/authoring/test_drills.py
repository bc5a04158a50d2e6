"""What `check` finds in drills: the rules of scenes, each drill being one."""

import shutil
from gettext import NullTranslations
from pathlib import Path

import pytest

from simulator.authoring import check
from simulator.packs import Library
from tests.authoring.test_rules import spoil

DRILLS = Path(__file__).parents[1] / "data" / "drills"
RU, EN = "drills.yaml", "drills.en.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DRILLS, tmp_path / "pack"))


def said(*paths: Path, spoken: bool = False) -> list[str]:
    """Return the findings as lines, without their folders."""
    found = check(paths, Library.shipped(), spoken=spoken).findings
    lines = [one.text(NullTranslations()) for one in found]
    return [line.rpartition("/pack/")[2] for line in lines]


def test_sound_drills_have_no_findings(pack: Path) -> None:
    assert said(pack, spoken=True) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        pytest.param(
            EN,
            "          - Agreed, you brought him.\n",
            "",
            [
                "drills.en.yaml:42:9: warning SCN872: the reply `it-is-yours` has 4 of "
                "5 other wordings under `like:`. Add some: how else would people say "
                "it?"
            ],
            id="too-few-wordings",
        ),
        pytest.param(
            RU,
            "language: ru",
            "language: ru\nrubric: of-nobody",
            [
                "drills.en.yaml:1:1: error SCN832: `rubric` is not the same as in "
                "drills.yaml. Make both the same; only the words may differ.",
                "drills.yaml:5:9: error SCN811: there is no rubric `of-nobody`, "
                "neither in the pack nor shipped. Put it into the pack's rubrics/, or "
                "leave `rubric:` out.",
                "drills.yaml:5:9: error SCN832: `rubric` is not the same as in "
                "drills.en.yaml. Make both the same; only the words may differ.",
            ],
            id="no-such-rubric",
        ),
        pytest.param(
            EN,
            "does: [deceive]",
            "does: [threaten]",
            [
                "drills.en.yaml:77:15: error SCN832: `drills.you-will-lose-him."
                "tell-them-you-are-ill.does` is not the same as in drills.yaml. Make "
                "both the same; only the words may differ.",
                "drills.yaml:77:15: error SCN832: `drills.you-will-lose-him."
                "tell-them-you-are-ill.does` is not the same as in drills.en.yaml. "
                "Make both the same; only the words may differ.",
            ],
            id="another-act-in-a-translation",
        ),
        pytest.param(
            EN,
            "id: lead-together",
            "id: together",
            [
                "drills.en.yaml:65:7: error SCN831: `drills.you-will-lose-him."
                "lead-together` is in drills.yaml, but not here. Add it here, or "
                "delete it there: translations have the same ids.",
                "drills.yaml:65:7: error SCN831: `drills.you-will-lose-him.together` "
                "is in drills.en.yaml, but not here. Add it here, or delete it there: "
                "translations have the same ids.",
            ],
            id="a-reply-called-otherwise",
        ),
        pytest.param(
            EN,
            "id: you-will-lose-him",
            "id: lose-him",
            [
                "drills.en.yaml:6:3: error SCN831: `drills.you-will-lose-him` is in "
                "drills.yaml, but not here. Add it here, or delete it there: "
                "translations have the same ids.",
                "drills.yaml:6:3: error SCN831: `drills.lose-him` is in "
                "drills.en.yaml, but not here. Add it here, or delete it there: "
                "translations have the same ids.",
            ],
            id="a-drill-called-otherwise",
        ),
    ],
)
def test_a_mistake_is_told_at_its_place(
    pack: Path, name: str, old: str, new: str, expected: list[str]
) -> None:
    spoil(pack, name, old, new)
    assert said(pack) == expected


def test_a_principle_that_no_reply_serves_is_told(pack: Path) -> None:
    for name in (RU, EN):
        spoil(pack, name, "tests: [P1, P2]", "tests: [P1, P7]")
    assert said(pack / RU) == [
        "drills.yaml:18:17: warning SCN817: the scene `found-him-myself` tests P7, but "
        "no reply of it comes to level 2 there; the best comes to -. Add a reply that "
        "serves P7, or take it out of `tests`."
    ]


def test_a_code_that_the_packs_rubric_does_not_know_is_told(pack: Path) -> None:
    shipped = Library.shipped().packs()[0].path / "rubrics/business-above-ego.yaml"
    rows = shipped.read_text("utf-8").replace("[deceive]", "[none]")
    (pack / "rubrics").mkdir()
    (pack / "rubrics" / "business-above-ego.yaml").write_text(rows, "utf-8")
    assert said(pack / RU) == [
        "drills.yaml:77:15: warning SCN822: no row of the rubric `business-above-ego` "
        "knows the code `deceive`, so it earns nothing. Add a row with `deceive` to "
        "the rubric, or choose another code."
    ]


def test_contraries_that_do_not_name_each_other_are_told(pack: Path) -> None:
    for name in (RU, EN):
        spoil(pack, name, "[protect_client, set_step]", "[propose_transfer, set_step]")
        spoil(pack, name, "[deceive]", "[concede]")
    assert said(pack / RU) == [
        "drills.yaml:65:9: warning SCN873: `lead-together` and `tell-them-you-are-ill` "
        "say the contrary of each other. Write `opposite: tell-them-you-are-ill` here, "
        "so that “I will not …” is heard as what it means."
    ]


@pytest.mark.parametrize("what", ["drills", "replies"])
def test_translations_keep_the_order(pack: Path, what: str) -> None:
    text = (pack / EN).read_text("utf-8")
    first = "  - id: found" if what == "drills" else "      - id: because"
    second = "  - id: you-will" if what == "drills" else "      - id: his-work"
    end = len(text) if what == "drills" else text.index("      - id: it-is-yours")
    a, b = text.index(first), text.index(second)
    (pack / EN).write_text(text[:a] + text[b:end] + text[a:b] + text[end:], "utf-8")
    named = "drills" if what == "drills" else "drills.found-him-myself.replies"
    assert [line.partition("error ")[2] for line in said(pack)] == [
        f"SCN832: `{named}` is not the same as in {other}. Make both the same; only "
        "the words may differ."
        for other in (RU, EN)
    ]


def test_a_comment_leaves_a_finding_out(pack: Path) -> None:
    spoil(pack, EN, "          - Agreed, you brought him.\n", "")
    spoil(
        pack,
        EN,
        "- id: it-is-yours\n",
        "- id: it-is-yours # whose-client: ignore SCN872 nobody says more\n",
    )
    assert said(pack) == []
