"""Lines that stand in the wrong column, and list items without their hyphen."""

import pytest

from tests.scenario.samples import Found, changed, findings_of, places, said

SAY = """\
      - oleg: Мой клиент, я его веду.
      - if: visits > 1
        oleg: Опять ты.
"""
DOES = "        does: [ask_fact(share, purchases), acknowledge]\n"


@pytest.mark.parametrize(
    ("old", "new", "found", "phrase"),
    [
        pytest.param(
            DOES, DOES.removeprefix("  "), ("SCN023", 40, 7), "column 9", id="key-left"
        ),
        pytest.param(
            DOES,
            DOES.removeprefix("   "),
            ("SCN023", 40, 6),
            "column 9",
            id="key-farther-left-than-a-scene-has-keys",
        ),
        pytest.param(
            "        to: wall\n",
            "     to: wall\n",
            ("SCN023", 43, 6),
            "column 9",
            id="key-that-scenes-have-too",
        ),
        pytest.param(
            "    replies:\n      - id: how-much\n",
            "      replies:\n      - id: how-much\n",
            ("SCN023", 36, 7),
            "column 5",
            id="key-of-a-scene-where-dashes-stand",
        ),
        pytest.param(
            "endings:\n", "  endings:\n", ("SCN023", 80, 3), "column 1", id="margin"
        ),
        pytest.param(
            "\notherwise:\n",
            "\n  otherwise:\n",
            ("SCN023", 78, 3),
            "column 1",
            id="margin-though-scenes-have-it-too",
        ),
        pytest.param(
            "  wall:\n", "   wall:\n", ("SCN023", 54, 4), "column 3", id="scene-right"
        ),
        pytest.param(
            SAY,
            f"{SAY}        - irina: Опять.\n",
            ("SCN023", 36, 9),
            "column 7",
            id="item-right-of-its-list",
        ),
        pytest.param(
            SAY,
            f"{SAY}          - irina: Опять.\n",
            ("SCN023", 36, 11),
            "column 7",
            id="item-far-right-of-its-list",
        ),
        pytest.param(
            SAY,
            f"{SAY}    - irina: Опять.\n",
            ("SCN023", 36, 5),
            "column 7",
            id="item-left-of-its-list",
        ),
        pytest.param(
            "      - id: give-up\n",
            "        - id: give-up\n",
            ("SCN023", 45, 9),
            "column 7",
            id="dash-alone-has-slipped",
        ),
        pytest.param(
            "      - id: give-up\n",
            "        id: give-up\n",
            ("SCN024", 45, 9),
            "the dash in column 7 as in the items above",
            id="item-among-the-keys-of-the-one-above",
        ),
        pytest.param(
            "      - oleg: Мой клиент, я его веду.\n",
            "      - oleg: Мой клиент.\n        oleg: Я его веду.\n",
            ("SCN024", 34, 9),
            "the dash in column 7",
            id="line-among-the-keys-of-the-one-above",
        ),
        pytest.param(
            "      - id: give-up\n",
            "      – id: give-up\n",
            ("SCN033", 45, 7),
            "begins with “–”, not with a hyphen; lines with one: 1",
            id="dash-of-a-word-processor",
        ),
        pytest.param(
            "      - id: how-much\n",
            "      – id: how-much\n",
            ("SCN033", 37, 7),
            "Write `- ` there",
            id="dash-of-a-word-processor-in-the-first-item",
        ),
        pytest.param(
            SAY,
            "      —oleg: Мой клиент.\n      —irina: Наш.\n",
            ("SCN033", 33, 7),
            "begins with “—”, not with a hyphen; lines with one: 2",
            id="dashes-of-a-word-processor-in-all-items",
        ),
        pytest.param(
            "like: [Сколько он у нас берёт?, Много ли он берёт?]",
            "like:\n          - Сколько он берёт?\n          • Много?",
            ("SCN033", 41, 11),
            "begins with “•”",
            id="bullet-before-words",
        ),
        pytest.param(
            "{resistance: +3, irina: {trust: -2}}",
            "{resistance: +3, irina:{trust: -2}}",
            ("SCN014", 77, 33),
            "Put a space there: `irina: {trust: -2}`",
            id="no-space-before-a-brace",
        ),
        pytest.param(
            "mood: {resistance: -1}",
            "mood: {resistance:-1}",
            ("SCN128", 42, 16),
            "Write `resistance: -1`",
            id="no-space-before-a-number",
        ),
        pytest.param(
            "mood: {oleg: {trust: +1}}",
            "mood: {oleg: {trust:+1}}",
            ("SCN128", 51, 23),
            "Write `trust: +1`",
            id="no-space-in-inner-braces",
        ),
        pytest.param(
            "        to: wall\n",
            "        to wall\n",
            ("SCN026", 43, 9),
            "Write `to: wall`",
            id="key-without-its-colon",
        ),
    ],
)
def test_a_slip_is_told_once_with_its_cure(
    old: str, new: str, found: Found, phrase: str
) -> None:
    findings = findings_of(changed(old, new))
    assert places(findings) == [found]
    assert phrase in said(findings[0])


LIKE = "like: [Сколько он у нас берёт?, Много ли он берёт?]"


@pytest.mark.parametrize(
    ("old", "new", "found", "column"),
    [
        pytest.param(
            LIKE,
            "like:\n          - Сколько?\n            - Много?",
            ("SCN037", 41, 13),
            11,
            id="wordings",
        ),
        pytest.param(
            "oleg: [Снова о том же., Ты это говорил.]",
            "oleg:\n      - Снова о том.\n\n       - Ты это говорил.\n      - Опять.",
            ("SCN037", 27, 8),
            7,
            id="variants-of-a-line",
        ),
    ],
)
def test_an_item_that_became_words_of_the_one_above_is_told(
    old: str, new: str, found: Found, column: int
) -> None:
    findings = findings_of(changed(old, new))
    assert places(findings) == [found]
    assert f"in column {column}, as the others" in said(findings[0])


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("Сколько - и чего?", id="within-a-line"),
        pytest.param('"Сколько?\n            - Много."', id="in-quotes"),
        pytest.param("|\n            Сколько?\n            - Много.", id="as-written"),
        pytest.param(">-\n            - Сколько?\n            - Много.", id="folded"),
        pytest.param("Сколько?\n            — Много.", id="after-a-long-dash"),
    ],
)
def test_words_that_begin_with_a_dash_are_left_in_peace(item: str) -> None:
    assert findings_of(changed(LIKE, f"like:\n          - {item}")) == ()


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            "  wall:\n    say", "  opening:\n    say", ("SCN015", 54, 3), id="scene"
        ),
        pytest.param("  irina: {n", "  oleg: {n", ("SCN015", 14, 3), id="person"),
        pytest.param("  lost: {", "  met: {", ("SCN015", 82, 3), id="ending"),
    ],
)
def test_an_id_that_is_taken_gets_another_one(old: str, new: str, found: Found) -> None:
    findings = findings_of(changed(old, new))
    (twice,) = [one for one in findings if one.code == "SCN015"]
    assert places((twice,)) == [found]
    assert f"such as `{twice.params['key']}-2`" in said(twice).format(**twice.params)


def test_a_key_that_is_there_already_is_to_go() -> None:
    (twice,) = findings_of(changed("minutes: 10\n", "minutes: 10\nid: other\n"))
    assert said(twice).endswith("Keep one of the two.")


def test_an_id_right_after_an_id_is_no_item_without_its_dash() -> None:
    data = changed("      - id: wait\n", "      - id: wait\n        id: wait-on\n")
    assert places(findings_of(data)) == [("SCN015", 66, 9)]
