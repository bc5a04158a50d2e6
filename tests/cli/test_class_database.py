"""A class in a database: where it is asked for, and what is said when it cannot be."""

import asyncio
from pathlib import Path
from urllib.parse import quote

import pytest

from simulator.store import logs_in
from tests.classroom.house import choose, hall, opened
from tests.classroom.site import WORD
from tests.cli.shell import Shell
from tests.postgres import PASSWORD, as_locked

VARIABLE = "WHOSE_CLIENT_DATABASE"


async def played(database: str) -> None:
    """Hold a class in which one person made one move."""
    async with hall(logs_in(Path(), database)) as house:
        room = (await opened(house)).room
        seat = await house.join(room, "Иван", WORD)
        await house.move(room, seat.person, 1, choose("ask"))


def test_the_report_of_a_class_comes_out_of_the_database(
    shell: Shell, database: str
) -> None:
    asyncio.run(played(database))
    by_option = shell.type("class", "report", "--database", database)
    by_variable = shell.type("class", "report", env={VARIABLE: database})
    assert by_option.exit_code == 0
    assert "Иван" in by_option.stdout
    assert by_variable.stdout == by_option.stdout
    assert shell.type("class", "report").exit_code == 2  # the folder has none


def test_one_persons_data_is_taken_out_of_the_database(
    shell: Shell, database: str, tmp_path: Path
) -> None:
    asyncio.run(played(database))
    env, whose = {VARIABLE: database}, ("--person", "Иван")
    kept = tmp_path / "ivan.json"
    told = shell.type("class", "export", *whose, "--output", str(kept), env=env)
    assert told.exit_code == 0
    assert "Иван" in kept.read_text("utf-8")
    assert shell.type("class", "erase", *whose, "--yes", env=env).exit_code == 0
    assert "Иван" not in shell.type("class", "report", env=env).stdout


@pytest.mark.parametrize(
    ("url", "code", "said"),
    [
        pytest.param("nowhere", 2, "That is no address of a database.", id="no-url"),
        pytest.param(
            f"postgresql://anna:{quote(PASSWORD)}@127.0.0.1:1/classes",
            3,
            "The database postgresql://127.0.0.1:1/classes does not answer",
            id="away",
        ),
    ],
)
@pytest.mark.parametrize(
    "words", [("open", "client-x"), ("serve",), ("report",)], ids=lambda words: words[0]
)
def test_a_database_that_cannot_be_used_is_told_in_a_sentence(
    shell: Shell, words: tuple[str, ...], url: str, code: int, said: str
) -> None:
    port = () if "report" in words else ("--port", "0")
    told = shell.type("class", *words, *port, env={VARIABLE: url})
    assert told.exit_code == code
    assert said in told.stderr
    assert quote(PASSWORD) not in told.output
    assert PASSWORD not in told.output


def test_a_wrong_password_is_told_in_a_sentence(shell: Shell, database: str) -> None:
    url = as_locked(database, f"{PASSWORD}!")
    told = shell.type("class", "serve", "--port", "0", "--database", url)
    assert told.exit_code == 2
    assert told.stderr.startswith("The database postgresql://")
    assert PASSWORD not in told.output
    assert quote(PASSWORD) not in told.output


def test_help_names_the_variable_and_not_what_it_holds(shell: Shell) -> None:
    url = f"postgresql://anna:{quote(PASSWORD)}@host/classes"
    told = shell.type("class", "serve", "--help", env={VARIABLE: url})
    assert VARIABLE in told.stdout
    assert quote(PASSWORD) not in told.stdout
