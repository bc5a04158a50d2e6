"""What can be played, and what was played."""

import json

import pytest

from tests.cli.shell import Shell

ENTRY_KEYS = [
    "id",
    "title",
    "language",
    "languages",
    "difficulty",
    "minutes",
    "pack",
    "path",
    "principles",
    "meeting",
    "played",
]
LITTLE = ["P3", "P4", "P7"]
ATTEMPT_KEYS = [
    "id",
    "scenario",
    "mode",
    "turns",
    "finished",
    "scores",
    "started_at",
    "outcome",
    "branched_from",
    "branched_after",
]


def test_the_list_of_scenarios_is_json_with_a_place_for_each(shell: Shell) -> None:
    little = next(one for one in shell.json("list") if one["pack"] == "little")
    assert list(little) == ENTRY_KEYS
    assert little == {
        "id": "talk",
        "title": "The talk",
        "language": "en",
        "languages": ["en", "ru"],
        "difficulty": "easy",
        "minutes": 3,
        "pack": "little",
        "path": str(shell.data / "packs" / "little" / "talk.en.yaml"),
        "principles": LITTLE,
        "meeting": False,
        "played": None,
    }


def test_the_list_of_scenarios_is_a_table_for_each_difficulty(shell: Shell) -> None:
    lines = shell.type("list").stdout.splitlines()
    heads = ["id", "title", "minutes", "principles", "played", "best"]
    easy = lines.index("Easy")
    assert lines[easy + 1].split() == heads
    assert ["talk", "The", "talk", "3"] in [line.split()[:4] for line in lines]
    assert lines.index("Easy") < lines.index("Medium") < lines.index("Hard")


def test_by_principle_a_scenario_stands_under_each_that_is_at_stake(
    shell: Shell,
) -> None:
    groups = shell.type("list", "--by", "principle").stdout.split("\n\n")
    told = {group[:2] for group in groups if "\ntalk " in group}
    assert told == set(LITTLE)


def test_by_length_the_short_ones_come_first(shell: Shell) -> None:
    groups = shell.type("list", "--by", "length").stdout.split("\n\n")
    assert groups[0].startswith("Up to 10 minutes\n")
    assert "\ntalk " in groups[0]


def test_what_was_played_stands_beside_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.clock.new_seed", lambda: 1)
    shell.type("play", "talk", lines="1\n2\n1\n3\nq\n")
    shell.type("play", "talk", lines="1\n1\nq\nq\n")
    little = next(one for one in shell.json("list") if one["pack"] == "little")
    been = little["played"]
    assert (been["attempts"], been["finished"]) == (2, 1)
    assert been["best"] == {"business": 65.63, "key_client": 100.0}
    (row,) = [
        line
        for line in shell.type("list").stdout.splitlines()
        if line.startswith("talk ")
    ]
    assert row.endswith("2       66 / 100")


def test_a_scenario_with_mistakes_is_listed_by_its_head(shell: Shell) -> None:
    file = shell.data / "packs" / "little" / "talk.en.yaml"
    file.write_text(file.read_text("utf-8").replace("start: ", "start: no-"), "utf-8")
    little = next(one for one in shell.json("list") if one["pack"] == "little")
    assert (little["title"], little["principles"]) == ("The talk", None)


def test_before_the_first_talk_there_are_no_attempts(shell: Shell) -> None:
    assert shell.json("attempts") == []
    result = shell.type("attempts")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing has been played yet." in result.stderr


def test_a_talk_that_was_left_is_an_unfinished_attempt(shell: Shell) -> None:
    shell.type("play", "talk", lines="1\n1\nq\nq\n")
    (attempt,) = shell.json("attempts")
    assert list(attempt) == ATTEMPT_KEYS
    assert attempt["scenario"] == "talk"
    assert attempt["mode"] == "choose"
    assert (attempt["turns"], attempt["finished"]) == (1, False)
    assert attempt["scores"] == {"business": None, "key_client": None}
    assert attempt["outcome"] is None


def test_a_finished_attempt_has_its_scores_and_outcome(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.clock.new_seed", lambda: 1)
    played = shell.type("play", "talk", lines="1\n2\n1\n3\nq\n")
    assert played.exit_code == 0
    (attempt,) = shell.json("attempts")
    assert (attempt["turns"], attempt["finished"]) == (2, True)
    assert attempt["scores"] == {"business": 65.63, "key_client": 100.0}
    assert attempt["outcome"] == "meeting"
    assert "yes       66        100" in shell.type("attempts").stdout


def test_json_on_stdout_is_not_mixed_with_talk(shell: Shell) -> None:
    result = shell.type("attempts", "--format", "json")
    assert json.loads(result.stdout) == []
    assert result.stderr == ""
