"""What is sent to a real record store is there, once, as it was said."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from simulator.engine import Corrected, Say, Source, Understood
from tests.cli.shell import Shell
from tests.lrs import store as real
from tests.reports.xapi.talks import told, with_a_form

ADDED = ("authority", "stored", "version")
"""What a store adds of its own."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[real.Store]:
    real.needed()
    with real.running(tmp_path_factory.mktemp("lrs")) as one:
        yield one


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setattr("simulator.clock.new_seed", lambda: 1)
    shell = Shell(tmp_path / "data")
    shell.type("play", "talk", lines="1\n2\n1\n3\nq\n")
    return shell


def send(shell: Shell, store: real.Store, *more: str) -> Result:
    words = ("--to", store.url, "--key", real.KEY, *more)
    return shell.type(
        "export", "xapi", *words, env={"WHOSE_CLIENT_LRS_SECRET": real.SECRET}
    )


def said(shell: Shell) -> list[Any]:
    lines = shell.type("export", "xapi").stdout.splitlines()
    return [json.loads(line) for line in lines]


def by_id(statements: list[Any]) -> dict[str, Any]:
    found = {one["id"]: bare(one) for one in statements}
    assert len(found) == len(statements)
    return found


def bare(statement: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in statement.items() if name not in ADDED}


@pytest.mark.usefixtures("few_packs")
def test_statements_are_read_back_as_they_were_sent_and_once(
    played: Shell, store: real.Store
) -> None:
    result = send(played, store)
    assert result.exit_code == 0, result.stderr
    wanted = by_id(said(played))
    assert by_id(store.all()) == wanted
    first = next(iter(wanted))
    assert by_id(store.one(first)) == {first: wanted[first]}
    assert send(played, store, "--again").exit_code == 0
    assert by_id(store.all()) == wanted
    renamed = send(played, store, "--again", "--name", "Olga")
    assert f"{len(wanted)} were there already in other words" in renamed.stderr
    assert by_id(store.all()) == wanted


@pytest.mark.usefixtures("few_packs")
def test_a_wrong_secret_or_address_is_told(played: Shell, store: real.Store) -> None:
    wrong = played.type(
        "export", "xapi", "--to", store.url, "--key", "key", "--secret", "x"
    )
    assert (wrong.exit_code, "does not accept the key" in wrong.stderr) == (2, True)
    elsewhere = played.type(
        *("export", "xapi", "--to", f"{store.url}/elsewhere"),
        *("--key", real.KEY, "--secret", real.SECRET),
    )
    assert elsewhere.exit_code == 2
    assert "There is no record store" in elsewhere.stderr


def test_every_kind_of_statement_is_one_by_the_model_of_the_standard(
    store: real.Store,
) -> None:
    words = Say("How many?", Understood((), "beg", Source.READER))
    talks = (
        told("ask", "give-in", 1, "meet"),
        told("beg", "beg"),
        told(words, Corrected(1, "beg", "ask"), "meet", mode="speak"),
        with_a_form(),
    )
    bodies = [one.body for talk in talks for one in talk]
    assert set(store.complaints(bodies)) == {""}
    broken = {**bodies[0], "verb": {"id": "no iri"}}
    assert "not a valid" in store.complaints([broken])[0]
