"""A terminal that is closed takes the program with it, and no answer."""

import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from simulator.store import open_store
from tests.e2e.terminal import Terminal

UNDER_NOHUP = (
    "import signal, sys\n"
    "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    "from simulator.cli import main\n"
    "sys.exit(main())\n"
)
"""The signal that a closed terminal sends is ignored, as under `nohup`."""


def test_a_closed_terminal_ends_the_game_and_every_answer_is_kept(
    tmp_path: Path,
) -> None:
    with Terminal("play", "client-x", data=tmp_path, code=UNDER_NOHUP) as terminal:
        terminal.wait_for("Обоз")
        terminal.press("\r")
        terminal.wait_for("Сопротивление", " ❯ 1")
        terminal.press("1")
        terminal.wait_for("ход 2", " ❯ 1")
        assert terminal.hang_up() == 129
    (kept,) = open_store(tmp_path).attempts()
    assert kept.standing.turns == 1


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
@pytest.mark.parametrize("command", ["play", "preview"])
def test_a_signal_leaves_the_terminal_as_it_was(
    tmp_path: Path, command: str, number: int, code: int
) -> None:
    with Terminal(command, "client-x", data=tmp_path) as terminal:
        terminal.wait_for("Обоз")
        assert not terminal.echoes()
        assert terminal.end(number) == code
        assert terminal.echoes()
