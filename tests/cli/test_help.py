"""Help pages: every command has an example and its exit codes, in both languages."""

import re
import subprocess
import sys

import pytest

from simulator import __version__
from simulator.cli.program import COMMANDS
from tests.cli.shell import Shell

PAGES = ["", *COMMANDS]


@pytest.mark.parametrize("command", PAGES)
def test_every_help_page_has_an_example_and_its_exit_codes(
    shell: Shell, command: str
) -> None:
    result = shell.type(*command.split(), "--help")
    assert result.exit_code == 0
    assert re.search(rf"Examples:\n  whose-client.*{command}", result.stdout)
    assert re.search(r"Exit codes:\n  0 +all went well\n", result.stdout)
    assert re.search(r"\n  2 +the command line was wrong", result.stdout)
    assert re.search(r"\n  130 +interrupted\n", result.stdout)


@pytest.mark.parametrize("command", PAGES)
def test_help_pages_fit_a_terminal_of_eighty_columns(
    shell: Shell, command: str
) -> None:
    lines = shell.type(*command.split(), "--help").stdout.splitlines()
    assert max(len(line) for line in lines) <= 80


@pytest.mark.parametrize("command", PAGES)
def test_help_pages_are_russian_where_that_is_asked_for(
    shell: Shell, command: str
) -> None:
    text = shell.type(*command.split(), "--help", "--lang", "ru").stdout
    assert text.startswith("Использование: whose-client")
    assert "Параметры:" in text
    assert "Примеры:" in text
    assert "Коды завершения:" in text


def test_the_program_tells_its_version(shell: Shell) -> None:
    assert shell.type("--version").stdout == f"whose-client {__version__}\n"


def test_help_loads_neither_screens_nor_store_nor_parser() -> None:
    program = (
        "import sys\n"
        "from simulator.cli.door import run\n"
        "assert run(['--help']) == 0\n"
        "heavy = {'textual', 'rich', 'sqlite3', 'yaml', 'platformdirs', 'scoring'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stderr == "[]\n"


def heavy_after_help_of(*commands: str) -> list[str]:
    """Return what a process loads, and ought not, to explain these commands."""
    program = (
        "import sys\n"
        "from simulator.cli.door import run\n"
        f"for command in {commands!r}:\n"
        "    assert run([command, '--help']) == 0\n"
        "heavy = {'textual', 'rich', 'sqlite3', 'yaml'}\n"
        "print(*sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return told.stderr.split()


def test_help_of_a_command_loads_nothing_heavy_either() -> None:
    if heavy_after_help_of(*COMMANDS):  # which of them is it?
        heavy = {command: heavy_after_help_of(command) for command in COMMANDS}
        assert not any(heavy.values()), heavy
