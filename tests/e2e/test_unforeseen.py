"""Even what nobody foresaw ends with a sentence, and answers are kept."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from simulator import places
from simulator.store import open_store
from tests.e2e.terminal import Terminal

BROKEN = (
    "import simulator.engine.show as show, simulator.sessions.attempt as attempt\n"
    "from simulator.cli import main\n"
    "import sys\n"
    "seen = []\n"
    "def view(state):\n"
    "    seen.append(state)\n"
    "    if state.turn == 2:\n"
    "        raise ZeroDivisionError('secret words of the trainee')\n"
    "    return show.view(state)\n"
    "attempt.view = view\n"
    "sys.exit(main())\n"
)


def test_a_fault_of_the_program_shows_no_traceback_and_loses_nothing(
    tmp_path: Path,
) -> None:
    arguments = ("play", "client-x")
    with Terminal(*arguments, data=tmp_path, code=BROKEN) as terminal:
        terminal.wait_for("Обоз")
        terminal.press("\r")
        terminal.wait_for("Сопротивление", " ❯ 1")
        terminal.press("1")
        terminal.wait_for("ход 2", " ❯ 1")
        terminal.press("1")
        assert terminal.exit_code() == 2
        assert "Traceback" not in terminal.text
        assert "secret words" not in terminal.text
        assert "сохранено" in terminal.text
    assert "ZeroDivisionError" in places.log_file(tmp_path).read_text("utf-8")
    (kept,) = open_store(tmp_path).attempts()
    assert kept.standing.turns == 2
