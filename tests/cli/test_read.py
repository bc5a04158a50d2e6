"""Replies on stdin, what each does on stdout: for programs, and for a person."""

import json
from typing import Any

import pytest

from simulator.sessions import hearing
from tests.cli.shell import Shell
from tests.reading.scripted import scripted_reader


@pytest.fixture(autouse=True)
def scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read by the script: what the shipped weights say is tested elsewhere."""
    monkeypatch.setattr(hearing, "shipped_reader", lambda: (scripted_reader(), True))


def line(reply: object, name: object = "r1", says: object = "Не отдам.") -> str:
    return json.dumps({"id": name, "manager_says": says, "reply": reply})


def read(shell: Shell, *lines: str) -> list[Any]:
    told = shell.type("read", "--format", "json", lines="\n".join(lines))
    assert told.exit_code == 0, told.output
    return [json.loads(one) for one in told.stdout.splitlines()]


def test_a_reading_has_codes_with_words_levels_and_an_overall(shell: Shell) -> None:
    (told,) = read(shell, line("Сколько он берёт?"))
    assert told == {
        "id": "r1",
        "codes": [
            {
                "code": "ask_fact",
                "topics": ["assortment"],
                "span": [0, 17],
                "p": 0.9,
            }
        ],
        "levels": {"P3": 2},
        "overall": 2,
    }


def test_what_does_nothing_says_so_and_earns_no_level(shell: Shell) -> None:
    (told,) = read(shell, line("Хорошая погода"))
    assert [one["code"] for one in told["codes"]] == ["none"]
    assert told["codes"][0]["span"] == [0, 0]
    assert told["levels"] == {}


def test_the_order_of_the_lines_is_kept(shell: Shell) -> None:
    told = read(shell, *(line("Отдай", n) for n in range(50)))
    assert [one["id"] for one in told] == list(range(50))


@pytest.mark.parametrize(
    "earlier",
    [
        pytest.param(["Сколько он берёт " * 3], id="texts"),
        pytest.param([{"who": "oleg", "text": "Сколько он берёт " * 3}], id="objects"),
    ],
)
def test_what_was_said_before_earns_nothing_when_copied(
    shell: Shell, earlier: object
) -> None:
    asked = {"reply": "Сколько он берёт " * 3, "said_so_far": earlier}
    (told,) = read(shell, json.dumps(asked))
    assert [one["code"] for one in told["codes"]] == ["none"]


def test_only_the_reply_must_be_there(shell: Shell) -> None:
    (told,) = read(shell, '{"reply": "Отдай", "said_so_far": ["…"], "more": 1}')
    assert told["id"] == ""
    assert [one["code"] for one in told["codes"]] == ["ask_permission"]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("nonsense", "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ('{"id": "x"}', "no text under"),
        ('{"reply": 5}', "no text under"),
        ('{"reply": null}', "no text under"),
        ("[" * 100_000, "not JSON"),
        (line("слово " * 1001), "more than 1,000 words"),
    ],
)
def test_a_bad_line_is_told_by_its_number_and_skipped(
    shell: Shell, bad: str, why: str
) -> None:
    lines = "\n".join([line("Отдай", 1), bad, line("Отдай", 3)])
    told = shell.type("read", "--format", "json", lines=lines)
    assert told.exit_code == 1
    assert [json.loads(one)["id"] for one in told.stdout.splitlines()] == [1, 3]
    assert "Line 2:" in told.stderr
    assert why in told.stderr


def test_empty_lines_and_a_byte_order_mark_are_nothing(shell: Shell) -> None:
    (told,) = read(shell, "", "\ufeff" + line("Отдай"), "   ")
    assert told["id"] == "r1"


@pytest.mark.parametrize("reply", ["", " ", "ъ", "👍", "\u200b", "\x00", "\u202e"])
def test_hardly_anything_is_a_reply_that_does_nothing(shell: Shell, reply: str) -> None:
    (told,) = read(shell, line(reply))
    assert [one["code"] for one in told["codes"]] == ["none"]


def test_nothing_in_gives_nothing_out(shell: Shell) -> None:
    told = shell.type("read", "--format", "json", lines="")
    assert (told.exit_code, told.stdout) == (0, "")


def test_a_person_sees_the_words_marked(shell: Shell) -> None:
    told = shell.type("read", lines=line("Ладно. Сколько он берёт?", "двенадцать"))
    assert told.exit_code == 0
    assert told.stdout.splitlines()[:4] == [
        "двенадцать: overall 2 of 4",
        "  ⟦Ладно.⟧2 ⟦Сколько он берёт?⟧1",
        "  1 a question of fact: assortment (chance 90%)",
        "  2 giving in (chance 90%)",
    ]
    assert "P6 A stand without veto or threat: 0 of 4. The stand is given up." in (
        told.stdout
    )


def test_a_person_sees_it_in_his_language(russian: Shell) -> None:
    told = russian.type("read", lines=line("Уволю"))
    assert "1 угроза (вероятность 90%)" in told.stdout


def test_what_a_reply_holds_does_not_control_the_terminal(shell: Shell) -> None:
    told = shell.type("read", lines=line("\x1b[31mСколько\x07"))
    assert "\x1b" not in told.stdout
    assert "\x07" not in told.stdout


def test_without_the_encoder_one_is_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "shipped_reader", lambda: (scripted_reader(), False))
    told = shell.type("read", "--format", "json", lines=line("Отдай"))
    assert told.exit_code == 0
    assert "markedly worse" in told.stderr
    assert json.loads(told.stdout)["id"] == "r1"
