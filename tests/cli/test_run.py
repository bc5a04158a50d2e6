"""A talk from a file of answers, without a screen."""

import pytest

from tests.cli.shell import Shell

BEST = "- {id: ask}\n- {id: meet, at: wall}\n"


def test_a_whole_talk_is_json_with_every_reason(shell: Shell) -> None:
    told = shell.json("run", "talk", "--answers", shell.answers(BEST))
    assert list(told) == [
        "format",
        "scenario",
        "language",
        "seed",
        "finished",
        "outcome",
        "ending",
        "scores",
        "principles",
        "red_flags",
        "circling",
        "key_client",
        "advice",
        "turns",
        "forms",
    ]
    assert (told["format"], told["scenario"], told["language"]) == (1, "talk", "en")
    assert (told["seed"], told["finished"]) == (1, True)
    assert (told["outcome"], told["ending"]) == ("meeting", "meeting")
    assert told["scores"] == {"business": 65.63, "key_client": 100.0}
    assert told["red_flags"] == []


def test_each_principle_has_its_evidence(shell: Shell) -> None:
    told = shell.json("run", "talk", "--answers", shell.answers(BEST))
    assert list(told["principles"]) == ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"]
    assert told["principles"]["P1"] == {
        "level": None,
        "verdict": "not-reached",
        "title": "Person and issue",
        "evidence": [],
    }
    assert told["principles"]["P3"] == {
        "level": 2.0,
        "verdict": "reached",
        "title": "Facts",
        "evidence": [
            {
                "turn": 1,
                "scene": "opening",
                "level": 2,
                "codes": ["ask_fact(assortment)"],
                "row": "p3-ask",
                "anchor": "A question of fact.",
                "reply": "ask",
            }
        ],
    }


def test_each_turn_tells_what_was_said_and_what_it_moved(shell: Shell) -> None:
    told = shell.json("run", "talk", "--answers", shell.answers(BEST))
    assert told["turns"][0] == {
        "turn": 1,
        "scene": "opening",
        "reply": "ask",
        "text": "How many groups does he buy?",
        "codes": ["ask_fact(assortment)"],
        "levels": {"P3": 2},
        "fruitless": False,
        "form": None,
        "learned": ["groups"],
        "mood": [{"person": "oleg", "meter": "resistance", "before": 6, "after": 4}],
    }


def test_the_key_client_score_has_three_parts(shell: Shell) -> None:
    told = shell.json("run", "talk", "--answers", shell.answers("- {id: ask}\n"))
    assert told["key_client"] == {
        "parts": {
            "facts": {
                "points": 20.0,
                "of": 40,
                "reason": "1 fact that the decision needs is missing: Share.",
            },
            "criteria": {
                "points": 0.0,
                "of": 30,
                "reason": "No criterion of the rulebook was named.",
            },
            "decision": {
                "points": 0.0,
                "of": 30,
                "reason": "Nothing is decided yet.",
            },
        },
        "obtained": ["groups"],
        "missing": ["share"],
        "criteria": [],
        "points": [45.0, 100.0],
        "status": "not-enough-data",
    }


def test_red_flags_name_turn_code_and_words(shell: Shell) -> None:
    told = shell.json("run", "talk", "--answers", shell.answers("- {id: threaten}\n"))
    assert told["red_flags"] == [
        {"turn": 1, "code": "threaten", "text": "Give him up or you are fired."}
    ]


def test_fewer_answers_than_the_talk_takes_leave_it_unfinished(shell: Shell) -> None:
    told = shell.json("run", "talk", "--answers", shell.answers("- {id: ask}\n"))
    assert (told["finished"], told["outcome"], told["ending"]) == (False, None, None)


def test_own_words_are_matched_with_the_authors(shell: Shell) -> None:
    answers = shell.answers('- {say: "how many groups does he buy"}\n')
    told = shell.json("run", "talk", "--answers", answers)
    assert told["turns"][0]["reply"] == "ask"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        pytest.param(
            "- {id: aks}\n",
            "answers.yaml:1:3: error SCN841: the reply `aks` is not on offer now, in "
            "the scene `opening`. Did you mean `ask`? On offer are: ask, beg, "
            "threaten.",
            id="not-on-offer",
        ),
        pytest.param(
            "- {id: ask}\n- {id: beg}\n",
            "answers.yaml:2:3: error SCN841: the reply `beg` is not on offer now, in "
            "the scene `wall`. On offer are: meet, give-in, push.",
            id="of-another-scene",
        ),
        pytest.param(
            "- {id: ask}\n- {id: meet}\n- {id: ask}\n",
            "answers.yaml:3:3: error SCN842: the talk is over: it ended with `meeting`"
            " at the answer before. Delete this answer and those below it.",
            id="too-many",
        ),
        pytest.param(
            "- {id: ask, at: wall}\n",
            "answers.yaml:1:3: error SCN843: the talk is in the scene `opening`, not "
            "in `wall`.",
            id="in-another-scene",
        ),
    ],
)
def test_an_answer_that_does_not_fit_is_a_finding_at_its_place(
    shell: Shell, answers: str, said: str
) -> None:
    result = shell.type("run", "talk", "--answers", shell.answers(answers))
    assert result.exit_code == 1
    assert said in result.stderr


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        pytest.param("- {ids: ask}\n", "SCN", id="unknown-key"),
        pytest.param("- {}\n", "SCN701", id="empty-answer"),
        pytest.param("answers: 3\n", "SCN", id="no-list"),
        pytest.param("\t- ask", "SCN", id="tab"),
    ],
)
def test_a_broken_file_of_answers_cannot_be_run(
    shell: Shell, answers: str, code: str
) -> None:
    result = shell.type("run", "talk", "--answers", shell.answers(answers))
    assert result.exit_code == 2
    assert f"error {code}" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["tlak"], "Did you mean “talk”?", id="scenario-misspelt"),
        pytest.param(["no/such.yaml"], "cannot be read", id="scenario-missing"),
        pytest.param(["."], "There is no scenario", id="folder"),
    ],
)
def test_a_scenario_that_is_not_there_cannot_be_run(
    shell: Shell, words: list[str], said: str
) -> None:
    result = shell.type("run", *words, "--answers", shell.answers(BEST))
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_broken_scenario_is_told_with_its_findings(shell: Shell) -> None:
    text = shell.talk.read_text("utf-8").replace("to: wall\n", "to: wal\n", 1)
    shell.talk.write_text(text, "utf-8")
    answers = shell.answers(BEST)
    result = shell.type("run", str(shell.talk), "--answers", answers)
    assert result.exit_code == 2
    assert "talk.yaml:42:13: error SCN201: " in result.stderr


def test_answers_can_come_from_stdin(shell: Shell) -> None:
    result = shell.type("run", "talk", "--answers", "-", lines=BEST)
    assert result.exit_code == 0
    assert "Business above ego: 66 of 100" in result.stdout


def test_missing_answers_are_a_sentence(shell: Shell) -> None:
    result = shell.type("run", "talk", "--answers", "nosuch.yaml")
    assert result.exit_code == 2
    assert "nosuch.yaml cannot be read" in result.stderr


def test_the_same_answers_give_the_same_bytes(shell: Shell) -> None:
    words = ("run", "talk", "--answers", shell.answers(BEST), "--format", "json")
    assert shell.type(*words).stdout == shell.type(*words).stdout


def test_words_are_those_of_the_language_asked_for(russian: Shell) -> None:
    result = russian.type("run", "talk", "--answers", russian.answers(BEST))
    assert "Разбор: Разговор" in result.stdout
    assert "P3 Факты: 2 из 4. Вопрос о факте." in result.stdout


def test_nothing_is_kept(shell: Shell) -> None:
    shell.type("run", "talk", "--answers", shell.answers(BEST))
    assert shell.json("attempts") == []
