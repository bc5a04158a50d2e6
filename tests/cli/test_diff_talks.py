"""`whose-client diff`: what the same talks come to in both versions, and JSON."""

import json

from simulator.cli import opening
from simulator.cli.settings import Settings
from simulator.engine import Choose
from tests.cli.oldversions import FEW, old_version
from tests.cli.shell import Shell


def test_scores_are_over_talks_that_fit_both(shell: Shell) -> None:
    old = old_version(shell, ("apply_rule(wallet), ", ""))
    lines = shell.type("diff", old, str(shell.talk), *FEW).stdout.splitlines()
    scores = [line for line in lines if line.startswith(("Of ", "Business"))]
    assert scores[0] == (
        "Of 6 talks (play-throughs, and 6 random ones in each version) 6 fit both "
        "versions."
    )
    assert scores[1] == "Business above ego, over these: 14.4–46.9 → 14.4–65.6 points."


def keep(shell: Shell, *replies: str) -> None:
    """Play some replies of the talk, and keep the attempt."""
    kept = opening.sessions(Settings(shell.data, plain=False, colour=True))
    attempt = kept.start(str(shell.talk), "ru", seed=1)
    for reply in replies:
        attempt.answer(Choose(reply))
    assert kept.store is not None
    kept.store.close()


def test_stored_attempts_are_held_again_on_both_versions(shell: Shell) -> None:
    keep(shell, "ask", "meet")
    keep(shell, "beg", "ask", "give-in")
    keep(shell, "threaten", "push")
    before = (shell.data / "attempts.sqlite").read_bytes()
    old = old_version(shell)
    text = shell.talk.read_text("utf-8")
    text = text.replace("apply_rule(wallet), ", "").replace("id: give-in", "id: leave")
    text = text.replace("text: Ладно.", "text: Я пошёл.").replace(
        "does: [concede]\n        to: kept", "does: [attack]\n        to: circle"
    )
    shell.talk.write_text(text, "utf-8")
    result = shell.type("diff", old, str(shell.talk), *FEW)
    assert result.stdout.splitlines()[-1] == (
        "1 of 3 stored attempts would score differently, 0 would end otherwise; "
        "1 no longer fit."
    )
    assert (shell.data / "attempts.sqlite").read_bytes() == before


def test_json_holds_the_same(shell: Shell) -> None:
    keep(shell, "ask", "meet")
    old = old_version(shell, ("to: meeting", "to: kept"))
    result = shell.type("diff", old, str(shell.talk), "--format", "json", *FEW)
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["differences"] == [
        {
            "part": "reply",
            "id": "wall.meet",
            "how": "changed",
            "was": None,
            "details": [
                {"aspect": "to", "old": "kept", "new": "meeting", "words": False}
            ],
        }
    ]
    assert list(found) == [
        "format",
        "same",
        "languages",
        "only_words",
        "differences",
        "endings_cut_off",
        "endings_not_come_to",
        "random_talks",
        "plays",
        "attempts",
    ]
    assert found["attempts"]["end_otherwise"] == 1
    assert found["attempts"]["talks"] == 1
    assert found["plays"]["old"]["business"] == found["plays"]["new"]["business"]
