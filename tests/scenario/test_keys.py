"""Keys and values that are not as the format has them."""

import pytest

from simulator.scenario.parsing import parse
from tests.scenario.samples import Found, changed, findings_of, places, said


@pytest.mark.parametrize(
    ("old", "new", "found", "phrase"),
    [
        pytest.param(
            "        because:",
            "        becuase:",
            ("SCN101", 44, 9),
            "Did you mean `because`? The keys are: id, text, does",
            id="unknown-key",
        ),
        pytest.param(
            "mood: {resistance: -1}",
            "mood: -1",
            ("SCN105", 42, 15),
            "lines under it, indented: `resistance: -1`",
            id="mood-without-a-meter",
        ),
        pytest.param(
            "text: Какая у нас доля?",
            "text:",
            ("SCN106", 38, 14),
            "Write something there: this key is required",
            id="required-and-empty",
        ),
        pytest.param(
            "because: Вопрос о факте.",
            "because:",
            ("SCN106", 44, 17),
            "or leave `because` out",
            id="not-required-and-empty",
        ),
        pytest.param(
            "        because:",
            "        bеcause:",
            ("SCN101", 44, 9),
            "another alphabet that only look right: е. Type `because` in Latin",
            id="key-with-a-russian-letter",
        ),
        pytest.param(
            "tests: [P1, P3]",
            "tests: [P1, Р3]",
            ("SCN112", 31, 17),
            "look right: Р. Type `P3` in Latin letters",
            id="value-with-a-russian-letter",
        ),
        pytest.param(
            "tests: [P1, P3]",
            "tests: [P1, p3]",
            ("SCN112", 31, 17),
            "Did you mean `P3`?",
            id="value-in-small-letters",
        ),
        pytest.param(
            "id: wait\n",
            "id: 1С\n",
            ("SCN113", 65, 13),
            "Write `c-1`: lower-case Latin letters",
            id="id-that-begins-with-a-figure",
        ),
        pytest.param(
            "start: opening\n",
            "start: opening\nweather: fine\n",
            ("SCN101", 29, 1),
            "The keys are: format, id",
            id="unknown-key-far-from-any",
        ),
        pytest.param(
            "role: менеджер, mood",
            "role:менеджер, mood",
            ("SCN128", 13, 22),
            "`role: менеджер`",
            id="no-space-in-braces",
        ),
        pytest.param(
            "title: Встреча, text",
            "title: Встреча, конец, text",
            ("SCN120", 81, 55),
            "before “конец”",
            id="comma-in-braces",
        ),
        pytest.param(
            "start: opening\n", "", ("SCN102", 1, 1), "`start`", id="missing-key"
        ),
        pytest.param(
            "        text: Подождём.\n",
            "",
            ("SCN102", 65, 9),
            "`text` is missing",
            id="missing-key-of-a-reply",
        ),
        pytest.param(
            "title: Чей клиент\n",
            "title: [Чей, клиент]\n",
            ("SCN103", 3, 8),
            "must be words",
            id="list-for-words",
        ),
        pytest.param(
            "tests: [P1, P3]",
            "tests: P1",
            ("SCN104", 31, 12),
            "must be a list",
            id="word-for-a-list",
        ),
        pytest.param(
            "  name: Клиент X\n  facts:\n",
            "  name: Клиент X\n  status: key\n  more: 1\n  facts:\n",
            ("SCN101", 18, 3),
            "name, facts, status",
            id="unknown-key-of-the-client",
        ),
        pytest.param(
            "mood: {resistance: 6, trust: 4}",
            "mood: 6",
            ("SCN105", 13, 44),
            "must hold further keys",
            id="number-for-keys",
        ),
        pytest.param(
            "title: Чей клиент\n", "title:\n", ("SCN106", 3, 7), "is empty", id="empty"
        ),
        pytest.param(
            "minutes: 10", "minutes: 10.5", ("SCN108", 6, 10), "10.5", id="not-whole"
        ),
        pytest.param(
            "turns: 4", "turns: 1_0", ("SCN108", 22, 10), "`10`", id="underscore"
        ),
        pytest.param(
            "minutes: 10",
            "minutes: 9999",
            ("SCN110", 6, 10),
            "within 1..480",
            id="out-of-range",
        ),
        pytest.param(
            "is: 12000000",
            "is: 12 000 000",
            ("SCN109", 19, 33),
            "`12000000`",
            id="spaces-in-a-number",
        ),
        pytest.param(
            "is: 12000000", "is: 0,5", ("SCN109", 19, 33), "`0.5`", id="decimal-comma"
        ),
        pytest.param(
            "is: [0, 5]",
            "is: [0, 5, 6]",
            ("SCN117", 18, 29),
            "[low, high]",
            id="three-numbers",
        ),
        pytest.param(
            "is: [0, 5]",
            "is: [5, 0.5]",
            ("SCN116", 18, 29),
            "`[0.5, 5]`",
            id="reversed",
        ),
        pytest.param("level: 2,", "level: 5,", ("SCN110", 20, 72), "0..4", id="level"),
        pytest.param(
            "good: true,", "good: yes,", ("SCN111", 81, 33), "`true`", id="yes"
        ),
        pytest.param("known: true", "known: да", ("SCN111", 19, 79), "`true`", id="da"),
        pytest.param(
            "once: true", "once: off", ("SCN111", 49, 15), "`false`", id="off"
        ),
        pytest.param(
            "difficulty: easy",
            "difficulty: esy",
            ("SCN112", 5, 13),
            "Did you mean `easy`? The values are: easy, medium, hard",
            id="difficulty",
        ),
        pytest.param(
            "outcome: meeting",
            "outcome: meting",
            ("SCN112", 81, 18),
            "Did you mean `meeting`?",
            id="outcome",
        ),
        pytest.param(
            "language: ru", "language: de", ("SCN112", 4, 11), "ru, en", id="language"
        ),
        pytest.param(
            "tests: [P1, P3]",
            "tests: [P1, P9]",
            ("SCN112", 31, 17),
            "P1, P2",
            id="principle",
        ),
        pytest.param(
            "id: whose-client",
            "id: Whose Client",
            ("SCN113", 2, 5),
            "`whose-client`",
            id="bad-id",
        ),
        pytest.param(
            "  met: {",
            "  Встреча: {",
            ("SCN113", 81, 3),
            "`vstrecha`",
            id="cyrillic-id",
        ),
        pytest.param(
            "id: wait\n", "id: 123\n", ("SCN113", 65, 13), "who-decides", id="digits"
        ),
        pytest.param(
            "  wall:\n", "  stay:\n", ("SCN114", 54, 3), "`stay-1`", id="reserved-id"
        ),
        pytest.param(
            "does: [concede]",
            "does: []",
            ("SCN115", 48, 15),
            "empty list",
            id="no-codes",
        ),
        pytest.param(
            "- oleg: Не понял.",
            "- Не понял.",
            ("SCN118", 79, 5),
            "oleg: words",
            id="who",
        ),
        pytest.param(
            "- oleg: Не понял.",
            "- {oleg: Не понял., irina: И я.}",
            ("SCN119", 79, 5),
            "oleg, irina",
            id="two-speakers",
        ),
        pytest.param(
            "does: [concede]",
            "does: [con cede]",
            ("SCN121", 48, 16),
            "con cede",
            id="not-a-code",
        ),
        pytest.param(
            "does: [concede]",
            "does: [conceed]",
            ("SCN122", 48, 16),
            "`concede`",
            id="unknown-code",
        ),
        pytest.param(
            "ask_fact(share, purchases)",
            "ask_fact(share, purchase)",
            ("SCN123", 40, 16),
            "Did you mean `purchases`?",
            id="unknown-topic",
        ),
        pytest.param(
            "does: [concede]",
            "does: [concede(share)]",
            ("SCN124", 48, 16),
            "nothing in parentheses",
            id="topics-not-taken",
        ),
        pytest.param(
            "when: threaten",
            "when: treaten",
            ("SCN122", 73, 11),
            "`threaten`",
            id="unknown-code-of-a-reaction",
        ),
        pytest.param(
            "levels: {P6: 0}",
            "levels: {P0: 0}",
            ("SCN125", 50, 18),
            "P1, P2, P3, P4, P5, P6, P7, P8",
            id="P0",
        ),
        pytest.param(
            "levels: {P6: 0}", "levels: {P6: 7}", ("SCN110", 50, 22), "0..4", id="P6-7"
        ),
        pytest.param(
            "resistance: 6,",
            "resistance: 11,",
            ("SCN110", 13, 57),
            "within 0..10",
            id="meter-too-high",
        ),
        pytest.param(
            "resistance: -1}",
            "resistance: -11}",
            ("SCN110", 42, 28),
            "-10..10",
            id="shift-too-low",
        ),
        pytest.param(
            "format: 1\n", "format: 2\n", ("SCN127", 1, 9), "version 1", id="version"
        ),
        pytest.param(
            "does: [concede]",
            "does: [concede, none]",
            ("SCN408", 48, 15),
            "does nothing",
            id="none-among-others",
        ),
    ],
)
def test_a_wrong_key_or_value_is_told_at_its_place(
    old: str, new: str, found: Found, phrase: str
) -> None:
    findings = findings_of(changed(old, new))
    assert found in places(findings)
    assert phrase in said(next(f for f in findings if f.code == found[0]))


def test_a_form_stands_in_place_of_replies_and_leads_on() -> None:
    data = changed("  wall:\n", "  wall:\n    form: key-client\n")
    found = {code for code, _, _ in places(findings_of(data))}
    assert found == {"SCN452", "SCN456"}


@pytest.mark.parametrize("sign", ["+2", "-2", "0", "2"])
def test_whole_numbers_may_have_a_sign(sign: str) -> None:
    assert findings_of(changed("resistance: -1}", f"resistance: {sign}}}")) == ()


def test_a_broken_file_gives_no_scenario_and_a_warned_one_does() -> None:
    assert parse(changed("minutes: 10", "minutes: x")).scenario is None
    warned = parse(changed("text: no\n", "text: no # 1\n"))
    assert [f.severity for f in warned.findings] == ["warning"]
    assert warned.scenario is not None
