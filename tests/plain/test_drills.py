"""The drills of today in lines of text."""

import io
from gettext import NullTranslations
from pathlib import Path

from simulator.plain.game import play
from simulator.plain.table import Doors
from simulator.study import Wish
from tests.plain.sitting import holds
from tests.study.reviews import practice

GOOD = {"his-work-the-firms-loss", "lead-together"}


def typed(folder: Path, *lines: str, wish: Wish | None = None) -> str:
    """Type lines at the drills, then let the input end."""
    source = io.StringIO("".join(f"{one}\n" for one in lines))
    target = io.StringIO()
    held = practice(folder)
    doors = Doors(
        open_sessions=lambda: held.sessions,
        open_unkept=lambda: held.sessions,
        load_texts=lambda _: NullTranslations(),
        remember=lambda _: None,
    )
    assert play(doors, "en", source, target, drill=wish or Wish()) == 0
    return target.getvalue()


def test_a_drill_is_posed_answered_graded_and_summed_up(tmp_path: Path) -> None:
    text = typed(tmp_path, "1", "3", "", wish=Wish(minutes=1))
    assert holds(
        text,
        ["Today", "", "Drill 1 of 1: I found him myself", "", "Oleg, sales manager."],
        ["Oleg: I found him myself. At a fair, among the concrete mixers. And now"],
        ["> 1"],
        ["  What it did: "],
        ["What lies beneath: He fears that the credit will go together with the"],
        ["Level "],
        ["Enter: next. Another grade: 1 again, 2 with effort, 3 well, 4 with ease."],
        ["> 3"],
        ["That is all for today", "", "1 drill done: well 1."],
        ["The next is due on 4 Mar 2026."],
    )


def test_the_last_drill_is_taken_back_in_either_layout(tmp_path: Path) -> None:
    for key in ("u", "г"):
        text = typed(tmp_path / key, "1", "", key, "q")
        assert text.count("Drill 1 of 3: I found him myself") == 2
        assert (
            practice(tmp_path / key).times("drill/two-objections/found-him-myself") == 0
        )


def test_one_may_speak_in_own_words(tmp_path: Path) -> None:
    text = typed(
        tmp_path, "s", "I am in charge here, and I share out the clients.", "", "/q"
    )
    assert "Say it in your own words; /? tells what else works." in text
    assert "What it did: pulling rank" in text
    assert practice(tmp_path).log()[0].mode == "speak"


def test_what_else_can_be_typed_is_told(tmp_path: Path) -> None:
    text = typed(tmp_path, "?", "9", "q")
    assert "u: take the last drill back." in text
    assert "There is no such number. Choose from 1 to 3." in text


def test_when_the_input_ends_the_drill_is_kept(tmp_path: Path) -> None:
    assert typed(tmp_path, "1").endswith("Everything you answered is kept.\n")
    assert len(practice(tmp_path).log()) == 1
