"""`whose-client rehearse` and `items`: figures on stdout, talk on stderr."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from simulator.cli.headnames import HEADS
from simulator.cli.rehearsaltext import share
from simulator.engine import Choose
from simulator.packs import Library
from simulator.reach.heads import Head
from simulator.sessions.usecases import Sessions
from simulator.store import open_store
from tests.cli.shell import Shell
from tests.reports.little import FOLDER


def test_a_rehearsal_writes_its_figures_findings_and_the_talks_that_show_them(
    shell: Shell,
) -> None:
    result = shell.type("rehearse", str(shell.talk), "--plays", "60", "--lang", "en")
    assert result.exit_code == Exit.FAILED
    assert result.stderr == "60 talks, seed 1.\n"
    text = result.stdout
    assert "the best (best)  3      2.0    65.6  0.0" in text
    assert "Business above ego: from 14.4 to 65.6, exactly.\n" in text
    assert "Scenes: 2 of 2.\nEndings: 3 of 3.\nReplies: 6 of 6.\n" in text
    assert "warning SCN881: the head `longest` scores 65.6 on average" in text
    assert "  You: Решим по правилам в четверг." in text
    assert '      - {"id": "meet", "at": "wall"}\n    ends: "meeting"\n' in text


def test_a_rehearsal_as_json_holds_its_findings(shell: Shell) -> None:
    words = ("rehearse", str(shell.talk), "--plays", "60", "--format", "json")
    told = json.loads(shell.type(*words).stdout)
    assert (told["format"], told["scenario"], told["seed"]) == (1, "talk", 1)
    assert sorted({one["code"] for one in told["findings"]}) == ["SCN881", "SCN884"]
    assert told["coverage"]["replies"]["wall.meet"]["offered"] is True


def test_the_talks_that_show_what_is_wrong_are_saved(
    shell: Shell, tmp_path: Path
) -> None:
    folder = tmp_path / "failing"
    words = ("rehearse", str(shell.talk), "--plays", "60", "--save", str(folder))
    result = shell.type(*words)
    (saved,) = folder.iterdir()
    assert saved.name == "talk.scn881-longest-1.playthroughs.yaml"
    assert f"Saved: {saved}" in result.stderr


@pytest.mark.parametrize(
    ("chosen", "codes", "examples"),
    [
        (("--select", "SCN884"), ["SCN884"], []),
        (("--ignore", "scn884"), ["SCN881"], ["SCN881 longest 1"]),
        (("--select", "SCN88", "--ignore", "SCN881,SCN884"), [], []),
        (("--select", "SCN86"), [], []),
    ],
)
def test_codes_are_chosen_as_in_check_and_their_talks_with_them(
    shell: Shell, chosen: tuple[str, ...], codes: list[str], examples: list[str]
) -> None:
    words = ("rehearse", str(shell.talk), "--plays", "60", "--format", "json")
    result = shell.type(*words, *chosen)
    told = json.loads(result.stdout)
    assert sorted({one["code"] for one in told["findings"]}) == codes
    assert [one["name"] for one in told["examples"]] == examples
    assert result.exit_code == (Exit.FAILED if codes else Exit.FINE)


def test_a_finding_left_out_by_a_comment_takes_its_talk_along(
    shell: Shell, tmp_path: Path
) -> None:
    with shell.talk.open("a", encoding="utf-8") as file:
        file.write("# whose-client: ignore-file SCN881 made for tests\n")
    folder = tmp_path / "failing"
    words = ("rehearse", str(shell.talk), "--plays", "60", "--save", str(folder))
    result = shell.type(*words)
    assert "SCN884" in result.stdout
    assert "SCN881" not in result.stdout
    assert not folder.exists()


def test_a_code_that_there_is_not_is_wrong_usage_before_anything_is_played(
    shell: Shell,
) -> None:
    result = shell.type("rehearse", str(shell.talk), "--ignore", "SCN999")
    assert (result.exit_code, result.stdout) == (Exit.UNUSABLE, "")
    assert "no code begins with SCN999" in result.stderr


def test_the_same_words_give_the_same_bytes(shell: Shell) -> None:
    words = ("rehearse", str(shell.talk), "--plays", "60", "--format", "json")
    assert shell.type(*words).stdout == shell.type(*words).stdout


def test_a_scenario_that_is_not_there_is_no_finding(shell: Shell) -> None:
    result = shell.type("rehearse", "nothing-here")
    assert (result.exit_code, result.stdout) == (Exit.UNUSABLE, "")


@pytest.fixture
def played(shell: Shell) -> Shell:
    """A shell whose owner has played the little story twice to its end."""
    with closing(open_store(shell.data)) as store:
        kept = Sessions(
            Library((FOLDER,)),
            store,
            now=lambda: datetime(2026, 1, 1, tzinfo=UTC),
            new_seed=lambda: 1,
            new_id=iter(("a1", "a2")).__next__,
        )
        for replies in (("ask", "meet"), ("threaten", "give-in")):
            attempt = kept.start("talk", "ru")
            for reply in replies:
                attempt.answer(Choose(reply))
    return shell


def test_items_hide_what_too_few_attempts_show(played: Shell) -> None:
    result = played.type("items", str(played.talk))
    assert result.exit_code == Exit.FINE
    assert result.stderr == (
        "2 finished attempts.\n"
        "Where fewer than 10 attempts came to, figures are hidden.\n"
    )
    assert "opening  P3         2      not enough data" in result.stdout


def test_items_tell_how_hard_each_opportunity_is(played: Shell) -> None:
    told = played.json("items", str(played.talk), "--least", "2")
    assert (told["attempts"], told["skipped"], told["least"]) == (2, 0, 2)
    # P3 of the opening: 2 by the question, 1 by the threat, which serves nothing.
    assert told["items"][0] == {
        "scene": "opening",
        "principle": "P3",
        "talks": 2,
        "enough": True,
        "frequency": 1.0,
        "difficulty": 0.375,
        "discrimination": 1.0,
    }
    assert [one["frequency"] for one in told["replies"]] == [0.5, 0, 0.5, 0.5, 0.5, 0]


def test_items_of_what_nobody_played_are_empty(shell: Shell) -> None:
    told = shell.json("items", str(shell.talk))
    assert (told["attempts"], told["items"][0]["enough"]) == (0, False)


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (0, 2000, "0 %"),
        (1, 2000, "<1 %"),
        (20, 2000, "1 %"),
        (2000, 2000, "100 %"),
        (1999, 2000, ">99 %"),
        (1, 2, "50 %"),
    ],
)
def test_what_happened_is_never_told_as_nought(
    part: int, whole: int, told: str
) -> None:
    assert share(part, whole) == told


def test_a_russian_report_names_the_heads_in_russian(russian: Shell) -> None:
    text = russian.type("rehearse", str(russian.talk), "--plays", "60").stdout
    assert "тиран (tyrant) " in text
    assert "\nльстец " in text
    assert set(HEADS) == set(Head)
