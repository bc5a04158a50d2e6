"""`whose-client schema`: what helps an editor, in the language that is asked for."""

import json
from pathlib import Path

import pytest

from simulator.authoring.schemas import KINDS, LANGUAGES, path_of
from tests.cli.shell import Shell


def test_without_a_kind_the_kinds_are_listed_with_their_schemas(shell: Shell) -> None:
    lines = shell.type("schema").stdout.splitlines()
    assert lines[0].split() == ["kind", "what", "for", "path"]
    assert [line.split()[0] for line in lines[1:]] == [str(kind) for kind in KINDS]
    assert all(Path(line.split()[-1]).is_file() for line in lines[1:])


def test_the_list_is_json_with_a_path_for_each_language(shell: Shell) -> None:
    rows = shell.json("schema")
    assert [row["kind"] for row in rows] == [str(kind) for kind in KINDS]
    assert all(set(row) == {"kind", "paths"} for row in rows)
    assert all(set(row["paths"]) == set(LANGUAGES) for row in rows)


@pytest.mark.parametrize(
    ("language", "title"), [("ru", "Сценарий"), ("en", "Scenario")]
)
def test_a_schema_speaks_the_language_that_is_asked_for(
    shell: Shell, language: str, title: str
) -> None:
    written = shell.type("schema", "scenario", "--lang", language).stdout
    schema = json.loads(written)
    assert schema["title"] == title
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    path = shell.type("schema", "scenario", "--path", "--lang", language).stdout
    assert json.loads(Path(path.strip()).read_text(encoding="utf-8")) == schema


def test_a_kind_that_there_is_not_is_told_with_those_there_are(shell: Shell) -> None:
    told = shell.type("schema", "scenery")
    assert told.exit_code == 2
    assert "'scenario', 'rulebook'" in told.stderr


def test_a_schema_that_is_lost_is_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("simulator.authoring.schemas.FOLDER", tmp_path)
    told = shell.type("schema", "pack")
    assert told.exit_code == 2
    assert "pack.schema.en.json cannot be read" in told.stderr
    assert told.stdout == ""


def test_every_schema_is_there_in_both_languages() -> None:
    assert all(path_of(kind, one).is_file() for kind in KINDS for one in LANGUAGES)
