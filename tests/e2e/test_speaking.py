"""The real program, its real reader: own words in a pseudo-terminal."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from simulator.tui.widgets.composer import PAUSE
from tests.e2e.terminal import Terminal

ASKS = "Открой 1С: сколько он купил у нас за год?"
UNSENT = "А как часто он вообще"
LAST_OF_UNSENT = "он вообще"
HEARD = "услышано:"


def begin(terminal: Terminal) -> None:
    terminal.wait_for("Обоз", "начать", "Экзамен")
    terminal.press("\r")
    terminal.wait_for("Клиент X", "Сопротивление")


def test_own_words_are_heard_and_what_is_unsent_survives_a_kill(
    tmp_path: Path,
) -> None:
    with Terminal("play", "client-x", "--mode", "speak", data=tmp_path) as first:
        begin(first)
        first.press(ASKS, "\r")
        first.wait_for(HEARD, "ход 2")
        first.press(UNSENT)
        first.wait_for(LAST_OF_UNSENT)
        first.watch(2 * PAUSE)
        first.kill()
    with Terminal(data=tmp_path) as second:
        second.wait_for("Продолжить", "Клиент X")
        second.press("\r")
        second.wait_for("ход 2", LAST_OF_UNSENT)


def test_an_exam_tells_nothing_of_what_was_heard(tmp_path: Path) -> None:
    with Terminal("play", "client-x", "--mode", "exam", data=tmp_path) as terminal:
        begin(terminal)
        terminal.press(ASKS, "\r")
        screen = terminal.wait_for("ход 2")
        assert HEARD not in screen
