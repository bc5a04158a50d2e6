"""The real program in a real terminal: played, killed, resumed."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.e2e.terminal import Terminal

FIRST_LINE = "открыток с зайцами"
OFFERS = " ❯ 1"


def offers_of(screen: str) -> str:
    """Return the part of a talk's screen that offers replies."""
    return screen[screen.index(OFFERS) :]


def test_a_talk_survives_being_killed_and_goes_on_at_the_same_line(
    tmp_path: Path,
) -> None:
    with Terminal("play", "client-x", data=tmp_path) as first:
        first.wait_for("Обоз", "Выбирать из готовых реплик")
        first.press("\r")
        first.wait_for(FIRST_LINE, OFFERS)
        first.press("1")
        first.wait_for("ход 2", OFFERS)
        first.press("1")  # no two answers end this talk, in whatever order they stand
        left = first.wait_for("ход 3", OFFERS)
        first.kill()
    with Terminal(data=tmp_path) as second:
        second.wait_for("Продолжить", "Клиент X", "2 хода")
        second.press("\r")
        again = second.wait_for("ход 3", OFFERS)
    assert offers_of(again) == offers_of(left)


def test_the_whole_way_from_home_to_a_talk_needs_only_enter(tmp_path: Path) -> None:
    with Terminal(data=tmp_path) as terminal:
        terminal.wait_for("Чей клиент?", "Играть")
        terminal.press("\r")
        terminal.wait_for("Большое имя", "12 минут")
        terminal.press("\r")
        terminal.wait_for("Выбирать из готовых реплик", "Экзамен")
        terminal.press("\r")
        terminal.wait_for("банковский пропуск", OFFERS)


@pytest.mark.parametrize("key", ["q", "й"], ids=["latin", "cyrillic"])
def test_leaving_works_in_both_keyboard_layouts(tmp_path: Path, key: str) -> None:
    with Terminal(data=tmp_path) as terminal:
        terminal.wait_for("Чей клиент?")
        terminal.press(key)
        assert terminal.exit_code() == 0


@pytest.mark.parametrize(
    ("columns", "lines"), [(60, 20), (80, 24), (120, 40)], ids=lambda size: str(size)
)
def test_a_talk_fits_the_terminal(tmp_path: Path, columns: int, lines: int) -> None:
    with Terminal(
        "play", "client-x", data=tmp_path, columns=columns, lines=lines
    ) as terminal:
        terminal.wait_for("Обоз")
        terminal.press("\r")
        screen = terminal.wait_for(" ❯ 1", "Сопротивление")
        assert all(f" {number} " in screen for number in (1, 2, 3))


def test_a_terminal_too_small_is_told_what_it_needs(tmp_path: Path) -> None:
    with Terminal(data=tmp_path, columns=40, lines=12) as terminal:
        terminal.wait_for("60", "20")


def test_the_plain_game_starts_by_itself_on_a_simple_terminal(tmp_path: Path) -> None:
    with Terminal("--plain", data=tmp_path) as terminal:
        terminal.wait_for("Чей клиент?", "1.")
