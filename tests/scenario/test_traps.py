"""YAML's traps, told in the author's words, each at its place."""

import pytest

from simulator.scenario.parsing import parse
from tests.scenario.samples import WHOLE, changed, findings_of, places, said

SAY = "      - oleg: Мой клиент, я его веду.\n"
TEXT = "        text: Какая у нас доля?\n"


@pytest.mark.parametrize(
    ("old", "new", "found", "phrase"),
    [
        pytest.param(
            TEXT, "        text: Да: нет\n", ("SCN009", 38, 17), "Да", id="colon"
        ),
        pytest.param(
            SAY,
            "      - oleg: «Скажи»: нет.\n",
            ("SCN009", 33, 22),
            "in the line, after “Скажи” Put",
            id="colon-after-quoted-words",
        ),
        pytest.param(
            SAY,
            "      - oleg: Скажу прямо: нет.\n",
            ("SCN009", 33, 26),
            "put all the words after the key in quotes",
            id="colon-in-a-line",
        ),
        pytest.param(
            "{oleg: Подождём.}",
            "{oleg: Так: подождём.}",
            ("SCN009", 70, 25),
            "a colon in the line",
            id="colon-in-braces",
        ),
        pytest.param(
            "      - oleg: Не понял.\n".removeprefix("    "),
            "  - Да: не понял.\n",
            ("SCN205", 79, 5),
            "in the cast",
            id="colon-makes-a-speaker",
        ),
        pytest.param(
            "like: [Сколько он у нас берёт?, Много ли он берёт?]",
            "like:\n          - Скажи: сколько?",
            ("SCN009", 40, 18),
            "a colon in the line",
            id="colon-in-an-item",
        ),
        pytest.param(
            TEXT,
            "        text: Какая у нас\n          доля: скажи?\n",
            ("SCN009", 39, 15),
            "a colon in the line",
            id="colon-in-a-second-line",
        ),
        pytest.param(
            "\n    tests: [P1, P3]\n",
            "\n\ttests: [P1, P3]\n",
            ("SCN008", 31, 1),
            "Indent with spaces",
            id="tab",
        ),
        pytest.param(
            SAY, "      -\toleg: Мой.\n", ("SCN008", 33, 8), "tab", id="tab-after-dash"
        ),
        pytest.param(
            "minutes: 10\n",
            "minutes: 10\nid: other\n",
            ("SCN015", 7, 1),
            "at line 2, column 1",
            id="key-twice",
        ),
        pytest.param(
            TEXT,
            '        text: "Какая у нас доля?\n',
            ("SCN010", 38, 15),
            "that opens here is not closed",
            id="quote-unclosed-before-another",
        ),
        pytest.param(
            "text: По кругу.}\n",
            "text: 'По кругу.}\n",
            ("SCN010", 83, 61),
            "that opens here is not closed",
            id="quote-unclosed-to-the-end",
        ),
        pytest.param(
            TEXT,
            '        text: "Доля" у нас какая?\n',
            ("SCN011", 38, 22),
            "у нас какая?",
            id="words-after-the-quote",
        ),
        pytest.param(
            TEXT,
            "        text: 'I don't know'\n",
            ("SCN011", 38, 22),
            "t know",
            id="apostrophe-in-quotes",
        ),
        pytest.param(
            TEXT,
            '        text: "C:\\docs"\n',
            ("SCN027", 38, 18),
            "means nothing inside double quotes",
            id="backslash",
        ),
        pytest.param(
            "minutes: 10",
            "minutes:10",
            ("SCN014", 6, 8),
            "`minutes: 10`",
            id="no-space-after-the-colon",
        ),
        pytest.param(
            SAY,
            "      -oleg\n",
            ("SCN014", 33, 7),
            "`- oleg`",
            id="no-space-after-dash",
        ),
        pytest.param(
            "      - id: wait\n",
            "      id: wait\n",
            ("SCN024", 65, 7),
            "without its dash",
            id="dash-missing",
        ),
        pytest.param(
            "        learn: [share]\n",
            "          learn: [share]\n",
            ("SCN023", 41, 11),
            "column 9",
            id="indented-deeper",
        ),
        pytest.param(
            "        learn: [share]\n",
            "       learn: [share]\n",
            ("SCN023", 41, 8),
            "column 9",
            id="indented-less",
        ),
        pytest.param(
            TEXT,
            "        text: Какая у нас доля?\n        И почему?\n",
            ("SCN026", 39, 9),
            "has no `key:`",
            id="line-without-a-key",
        ),
        pytest.param(
            "like: [Сколько он у нас берёт?, Много ли он берёт?]",
            "like: [Сколько он у нас берёт?, Много ли он берёт?",
            ("SCN013", 39, 15),
            "Close it with `]`",
            id="bracket-unclosed",
        ),
        pytest.param(
            TEXT,
            "        text: [сердито] Какая доля?\n",
            ("SCN012", 38, 15),
            "starts with “[”",
            id="bracketed-remark",
        ),
    ],
)
def test_a_trap_is_told_at_its_place(
    old: str, new: str, found: tuple[str, int, int], phrase: str
) -> None:
    findings = findings_of(changed(old, new))
    assert places(findings) == [found]
    assert phrase.lower() in said(findings[0]).lower()


@pytest.mark.parametrize(
    ("value", "code"),
    [
        pytest.param("@отдел", "SCN012", id="at"),
        pytest.param("`отдел`", "SCN012", id="backtick"),
        pytest.param("%50 скидки", "SCN012", id="percent"),
        pytest.param("*важно*", "SCN012", id="star"),
        pytest.param("*важно", "SCN012", id="star-alone"),
        pytest.param("*abc слово", "SCN012", id="alias-and-words"),
        pytest.param("&важно", "SCN012", id="ampersand"),
        pytest.param("!Важно это", "SCN012", id="exclamation"),
        pytest.param(">текст", "SCN012", id="greater"),
        pytest.param("|текст", "SCN012", id="bar"),
        pytest.param("- привет", "SCN012", id="dash"),
        pytest.param("{ага} Доля?", "SCN012", id="brace"),
        pytest.param("] доля", "SCN012", id="closing"),
        pytest.param(", доля", "SCN012", id="comma"),
        pytest.param("? доля", "SCN012", id="question"),
        pytest.param("*abc", "SCN017", id="alias"),
        pytest.param("&abc доля", "SCN016", id="anchor"),
        pytest.param("! доля", "SCN018", id="bare-tag"),
        pytest.param("!!str доля", "SCN018", id="tag"),
        pytest.param("#доля", "SCN107", id="comment"),
        pytest.param("", "SCN106", id="empty"),
        pytest.param("''", "SCN106", id="empty-quotes"),
    ],
)
def test_a_value_with_a_special_beginning(value: str, code: str) -> None:
    data = changed(TEXT, f"        text: {value}\n")
    place = ("SCN106", 38, 14) if value == "" else (code, 38, 15)
    place = ("SCN107", 38, 14) if code == "SCN107" else place
    assert places(findings_of(data)) == [place]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("no", id="no"),
        pytest.param("on", id="on"),
        pytest.param("1:30", id="time"),
        pytest.param("~", id="tilde"),
        pytest.param("null", id="null"),
        pytest.param("2024-01-01", id="date"),
        pytest.param("[red]".join(("a ", " b")), id="markup"),
        pytest.param('"[@click=quit]выход[/] :smile:"', id="quoted-markup"),
        pytest.param("0x1F", id="hex"),
        pytest.param("=", id="equals"),
    ],
)
def test_words_stay_words(value: str) -> None:
    scenario = parse(changed(TEXT, f"        text: {value}\n")).scenario
    assert scenario is not None
    assert scenario.scenes["opening"].replies[0].text == value.strip('"')


def test_all_findings_of_a_file_are_told_at_once() -> None:
    text = WHOLE.replace(TEXT, "        text: Да: нет\n")
    text = text.replace("minutes: 10", "minutes: десять")
    text = text.replace("        to: lost\n", "        to: losst\n")
    text = text.replace("text: Подождём.", 'text: "Подождём.')
    text = text.replace("      - oleg: Пугать меня не надо.", "      - note: @зло")
    text = text.replace("  - oleg: Не понял.", "  - olge: Не понял.")
    assert places(findings_of(text.encode())) == [
        ("SCN108", 6, 10),
        ("SCN009", 38, 17),
        ("SCN201", 52, 13),
        ("SCN010", 66, 15),
        ("SCN012", 76, 15),
        ("SCN205", 79, 5),
    ]


def test_columns_stay_those_of_the_file_where_lines_are_moved() -> None:
    text = WHOLE.replace("    tests: [P1, P3]\n", "\ttests: [P1, P33]\n")
    assert places(findings_of(text.encode())) == [("SCN008", 31, 1), ("SCN112", 31, 14)]


def test_every_tab_that_indents_is_told() -> None:
    text = WHOLE.replace("\n        to", "\n\t\tto")
    assert {f.code for f in findings_of(text.encode())} == {"SCN008"}
    assert [f.line for f in findings_of(text.encode())] == [43, 52, 53, 64, 71]


def test_a_list_item_among_keys_is_told() -> None:
    data = changed("title: Чей клиент\n", "title: Чей клиент\n- id: x\n")
    assert places(findings_of(data)) == [("SCN025", 4, 1)]


def test_what_no_trap_explains_is_told_where_it_breaks() -> None:
    data = changed("start: opening\n", "start: opening\n...\nmore: [\n")
    assert ("SCN028", 30, 1) in places(findings_of(data))


def test_words_that_a_comment_cuts_off_are_told() -> None:
    data = changed(TEXT, "        text: Какая доля в группе #5 сейчас?\n")
    (finding,) = findings_of(data)
    assert (finding.code, finding.line, finding.column) == ("SCN029", 38, 35)
    assert finding.severity == "warning"
    assert finding.params["words"] == "#5 сейчас?"
    assert parse(data).scenario is not None


def test_a_comment_after_a_plain_value_is_no_finding() -> None:
    text = WHOLE.replace("minutes: 10", "minutes: 10 # всего")
    text = text.replace("отдела продаж\n", "отдела продаж # whom the trainee plays\n")
    assert findings_of(text.encode()) == ()


def test_a_comma_that_splits_words_is_told() -> None:
    data = changed("{oleg: Подождём.}", "{oleg: Ну, подождём}")
    assert places(findings_of(data)) == [("SCN120", 70, 26)]
    data = changed("[Снова о том же., Ты это говорил.]", "[Снова, о том же.]")
    assert places(findings_of(data)) == [("SCN405", 24, 21)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            SAY,
            SAY.replace("- oleg", "-oleg"),
            [("SCN014", 33, 7)],
            id="no-space-after-the-only-dash",
        ),
        pytest.param(
            SAY,
            SAY.replace("      -", "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0-"),
            [("SCN032", 33, 1)],
            id="no-break-spaces-before-a-dash",
        ),
        pytest.param(
            TEXT,
            TEXT.replace("        t", "      \u00a0\u2003t"),
            [("SCN032", 38, 7)],
            id="odd-spaces-before-a-key",
        ),
        pytest.param(
            SAY,
            SAY.replace("- oleg", "-\u00a0oleg"),
            [("SCN032", 33, 8)],
            id="no-break-space-after-a-dash",
        ),
        pytest.param(
            "endings:\n", "---\nendings:\n", [("SCN020", 80, 1)], id="second-document"
        ),
    ],
)
def test_only_the_cause_is_told(
    old: str, new: str, found: list[tuple[str, int, int]]
) -> None:
    assert places(findings_of(changed(old, new))) == found


def test_a_no_break_space_among_words_is_no_indentation() -> None:
    words = SAY.replace("Мой клиент", "\u00a0Мой\u00a0клиент:\u00a0мой")
    assert findings_of(changed(SAY, words)) == ()


def test_a_file_saved_by_half_lacks_its_end_and_no_names() -> None:
    half = WHOLE[: WHOLE.index("endings:\n")]
    assert places(findings_of(half.encode())) == [("SCN102", 1, 1)]
