"""`whose-client diff`: two versions in the author's words."""

from pathlib import Path

import pytest

from tests.cli.oldversions import FEW, old_version
from tests.cli.shell import Shell


def told(shell: Shell, *edits: tuple[str, str]) -> list[str]:
    """Return what is told of two versions, the scores left out."""
    old = old_version(shell, *edits)
    result = shell.type("diff", old, str(shell.talk), *FEW)
    assert result.exit_code == 1, result.output
    lines = result.stdout.splitlines()
    return lines[: next(n for n, line in enumerate(lines) if line.startswith("Of "))]


def test_two_versions_that_are_the_same_differ_in_nothing(shell: Shell) -> None:
    talk = str(shell.talk)
    result = shell.type("diff", talk, talk, *FEW)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "Nothing differs."
    assert "No attempt at this scenario is kept here." in result.stdout


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param(
            (("apply_rule(wallet), ", ""),),
            [
                "Replies",
                "  ~ wall.meet",
                "      does: propose_meeting → apply_rule(wallet), propose_meeting",
                "      level of P4: — → 3",
            ],
            id="a-level",
        ),
        pytest.param(
            (("to: meeting", "to: kept"), ("tell: [share]", "learn: [share]")),
            [
                "Replies",
                "  ~ wall.meet",
                "      to: kept → meeting",
                "      learn: share → —",
                "      tell: — → share",
            ],
            id="a-target-and-effects",
        ),
        pytest.param(
            (("id: give-in", "id: yield"),),
            ["Replies", "  ~ wall.give-in: renamed, it was wall.yield"],
            id="a-renamed-reply",
        ),
        pytest.param(
            (("mood: {resistance: -2}", "mood: {resistance: -1}"),),
            [
                "Replies",
                "  ~ opening.ask",
                "      mood: oleg.resistance -1 → oleg.resistance -2",
            ],
            id="a-mood",
        ),
        pytest.param(
            (("Пять групп из сорока.", "Пять групп."),),
            [
                "Facts",
                "  ~ groups",
                "      line: Пять групп. → Пять групп из сорока.",
            ],
            id="the-words-of-a-fact",
        ),
        pytest.param(
            (("  kept: {", "  stays: {"), ("to: kept", "to: stays")),
            ["Endings", "  ~ kept: renamed, it was stays"],
            id="a-renamed-ending",
        ),
        pytest.param(
            (("turns: 2", "turns: 3"), ("minutes: 3", "minutes: 5")),
            [
                "The scenario",
                "  minutes: 5 → 3",
                "Patience",
                "  turns: 3 → 2",
            ],
            id="what-has-no-id",
        ),
        pytest.param(
            (
                (
                    "      - oleg: Слушаю.\n",
                    "      - oleg: Ну?\n      - oleg: Слушаю.\n",
                ),
            ),
            [
                "Scenes",
                "  ~ opening",
                "      say:",
                "        − oleg: Ну?",
                "      say, who speaks and when: note, oleg, oleg → note, oleg",
            ],
            id="lines",
        ),
    ],
)
def test_what_changed_is_told_in_the_authors_terms(
    shell: Shell, edits: tuple[tuple[str, str], ...], expected: list[str]
) -> None:
    assert told(shell, *edits) == expected


GIVE_IN = """\
      - id: give-in
        text: Ладно.
        does: [concede]
        to: kept
"""


def test_a_reply_in_another_scene_has_moved(shell: Shell) -> None:
    edits = (GIVE_IN, ""), ("      - id: beg\n", f"{GIVE_IN}      - id: beg\n")
    assert told(shell, *edits) == [
        "Replies",
        "  ~ wall.give-in: moved, it was opening.give-in",
    ]


def test_a_reply_that_came_and_one_that_went_are_told(shell: Shell) -> None:
    other = GIVE_IN.replace("give-in", "wait").replace("concede", "stall")
    other = other.replace("Ладно", "Подождём год").replace("kept", "circle")
    assert told(shell, (GIVE_IN, other)) == [
        "Replies",
        "  + wall.give-in: added",
        "  − wall.wait: removed",
    ]


def test_another_order_of_the_same_replies_is_told(shell: Shell) -> None:
    text = shell.talk.read_text("utf-8")
    begin, end = text.index("      - id: beg"), text.index("      - id: threaten")
    beg = text[begin:end]
    old = shell.talk.with_name("old.yaml")
    moved = text.replace(beg, "").replace(
        "      - id: ask\n", f"{beg}      - id: ask\n"
    )
    old.write_text(moved, "utf-8")
    result = shell.type("diff", str(old), str(shell.talk), *FEW)
    assert result.stdout.splitlines()[:3] == [
        "Scenes",
        "  ~ opening",
        "      order of the replies: beg, ask, threaten → ask, beg, threaten",
    ]


def test_an_ending_out_of_reach_is_told(shell: Shell) -> None:
    old = old_version(shell)
    text = shell.talk.read_text("utf-8")
    shell.talk.write_text(text.replace("to: meeting", "to: kept"), "utf-8")
    result = shell.type("diff", old, str(shell.talk), *FEW)
    told = "The ending meeting is out of reach: no `to:` leads there now."
    assert told in result.stdout


def test_between_two_languages_only_the_structure_counts(shell: Shell) -> None:
    english = shell.talk.with_name("talk.en.yaml")
    result = shell.type("diff", str(shell.talk), str(english), *FEW)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Two languages, ru and en: of ")
    assert lines[1] == "Nothing differs."


def test_a_missing_version_is_told(shell: Shell) -> None:
    result = shell.type("diff", "nothing.yaml", str(shell.talk))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no such file" in result.stderr


def test_a_damaged_store_is_told_and_the_rest_goes_on(
    shell: Shell, tmp_path: Path
) -> None:
    (shell.data / "attempts.sqlite").write_bytes(b"x" * 4096)
    talk = str(shell.talk)
    result = shell.type("diff", talk, talk, *FEW)
    assert result.exit_code == 0
    assert "is damaged or is not a store" in result.stderr
    assert "attempt" not in result.stdout
