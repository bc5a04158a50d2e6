"""`whose-client sheet`: out as a workbook, and back."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.authoring.sheetbook import STORY
from tests.cli.shell import Shell


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.yaml"
    path.write_bytes(STORY.encode())
    return path


def exported(shell: Shell, story: Path, *options: str) -> Path:
    file = story.with_suffix(".xlsx")
    result = shell.type("sheet", "export", *options, str(story), str(file))
    assert (result.exit_code, result.stderr) == (0, f"Saved: {file}\n")
    return file


def edit(file: Path, sheet: str, cell: str, words: Any) -> None:
    book = load_workbook(file)
    book[sheet][cell] = words
    book.save(file)


def test_an_edited_cell_is_changed_in_the_file(shell: Shell, story: Path) -> None:
    file = exported(shell, story)
    edit(file, "Replies", "D2", "What?")
    result = shell.type("sheet", "import", str(file), str(story))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        f"cells changed: 1, rows added: 0, deleted: 0.\nSaved: {story}\n"
    )
    after = STORY.replace("What does it buy, and how often?", "What?")
    assert story.read_bytes() == after.encode()


def test_the_file_may_be_written_elsewhere(shell: Shell, story: Path) -> None:
    file, new = exported(shell, story), story.with_name("new.yaml")
    edit(file, "Replies", "D2", "What?")
    words = ("sheet", "import", str(file), str(story), "--output", str(new))
    assert shell.type(*words).exit_code == 0
    assert story.read_text("utf-8") == STORY
    assert "text: What?" in new.read_text("utf-8")
    again = shell.type(*words)
    assert again.exit_code == 2
    assert again.stderr == f"{new} is there already. --force replaces it.\n"
    assert shell.type(*words, "--force").exit_code == 0


def test_what_is_as_it_was_is_not_written(shell: Shell, story: Path) -> None:
    file = exported(shell, story)
    result = shell.type("sheet", "import", str(file), str(story))
    assert (result.exit_code, result.stderr) == (
        0,
        "cells changed: 0, rows added: 0, deleted: 0.\nNothing was written.\n",
    )


def test_check_only_writes_nothing(shell: Shell, story: Path) -> None:
    file = exported(shell, story)
    edit(file, "Replies", "D2", "What?")
    result = shell.type("sheet", "import", str(file), str(story), "--check-only")
    assert result.exit_code == 0
    assert story.read_bytes() == STORY.encode()


def test_a_bad_cell_is_told_on_stdout_and_nothing_is_written(
    shell: Shell, story: Path
) -> None:
    file = exported(shell, story)
    edit(file, "Replies", "F2", "nowhere")
    result = shell.type("sheet", "import", str(file), str(story))
    assert result.exit_code == 1
    assert result.stdout == (
        "error: sheet “Replies”, cell F2: there is no scene or ending `nowhere`. Write"
        " the id of a scene or an ending, or `stay`.\n"
    )
    assert result.stderr == "Nothing was written.\n"
    assert story.read_bytes() == STORY.encode()


def test_json_names_every_problem_by_sheet_and_cell(shell: Shell, story: Path) -> None:
    file = exported(shell, story)
    edit(file, "Replies", "L2", "maybe")
    result = shell.type("sheet", "import", str(file), str(story), "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "sound": False,
        "written": None,
        "changed": 0,
        "added": 0,
        "deleted": 0,
        "untranslated": None,
        "moved": 0,
        "problems": [
            {
                "sheet": "Replies",
                "cell": "L2",
                "severity": "error",
                "message": "sheet “Replies”, cell L2: `maybe` is neither yes nor no."
                " Write `yes` or `no`",
            }
        ],
    }


def test_russian_speakers_get_russian_sheets_and_messages(
    shell: Shell, story: Path
) -> None:
    shell.language = "ru"
    file = story.with_suffix(".xlsx")
    shell.type("sheet", "export", str(story), str(file))
    edit(file, "Реплики", "L2", "=A1")
    result = shell.type("sheet", "import", str(file), str(story))
    assert result.stdout == (
        "ошибка: лист «Реплики», ячейка L2: здесь стоит формула. Впишите её результат"
        " словами\n"
    )


def test_a_translation_goes_into_its_sibling(shell: Shell, story: Path) -> None:
    file = exported(shell, story, "--translation", "ru")
    edit(file, "Translation", "C2", "Крыша амбара")
    result = shell.type("sheet", "import", str(file), str(story))
    sibling = story.with_name("story.ru.yaml")
    assert result.stderr == (
        "cells changed: 1, rows added: 0, deleted: 0.\n"
        f"still as in the original: 36.\nSaved: {sibling}\n"
    )
    assert story.read_bytes() == STORY.encode()
    assert "title: 'Крыша амбара'  # a working title\nlanguage: ru\n" in (
        sibling.read_text("utf-8")
    )


def test_the_translation_named_itself_is_told_once(shell: Shell, story: Path) -> None:
    file = exported(shell, story, "--translation", "ru")
    shell.type("sheet", "import", str(file), str(story))
    sibling = story.with_name("story.ru.yaml")
    result = shell.type("sheet", "import", str(file), str(sibling))
    assert result.exit_code == 2
    assert result.stderr == (
        f"{sibling} is the translation. Name the scenario that was translated; the "
        "translation beside it is found by itself.\n"
    )


def test_a_byte_order_mark_stays(shell: Shell, story: Path) -> None:
    story.write_bytes(b"\xef\xbb\xbf" + STORY.encode())
    file = exported(shell, story)
    edit(file, "Replies", "D2", "What?")
    shell.type("sheet", "import", str(file), str(story))
    assert story.read_bytes().startswith(b"\xef\xbb\xbf# A story")


def test_a_workbook_that_is_there_is_not_overwritten(shell: Shell, story: Path) -> None:
    file = exported(shell, story)
    result = shell.type("sheet", "export", str(story), str(file))
    assert result.exit_code == 2
    assert result.stderr == f"{file} is there already. --force replaces it.\n"


@pytest.mark.parametrize("name", ["pack.yaml", "drills.yaml"])
def test_only_a_scenario_goes_into_a_workbook(
    shell: Shell, tmp_path: Path, name: str
) -> None:
    other = Path(__file__).parents[2] / "scenarios" / "base" / name
    result = shell.type("sheet", "export", str(other), str(tmp_path / "x.xlsx"))
    assert (result.exit_code, result.stderr) == (
        2,
        f"{other} is no scenario; only a scenario goes into a workbook.\n",
    )


@pytest.mark.parametrize("name", ["story.yaml", "story.txt", "story"])
def test_a_workbook_is_only_written_as_one(
    shell: Shell, story: Path, name: str
) -> None:
    file = story.with_name(name)
    result = shell.type("sheet", "export", str(story), str(file), "--force")
    assert result.exit_code == 2
    assert result.stderr == (
        f"{file}: a workbook is an XLSX file. Let its name end in .xlsx.\n"
    )
    assert story.read_bytes() == STORY.encode()


def test_a_workbook_is_not_written_over_by_what_it_holds(
    shell: Shell, story: Path
) -> None:
    file = exported(shell, story)
    before = file.read_bytes()
    words = (str(file), str(story), "--output", str(file), "--force")
    result = shell.type("sheet", "import", *words)
    assert result.exit_code == 2
    assert result.stderr == f"{file} is what is read here. Write to another file.\n"
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        pytest.param(
            lambda file, story: file.unlink(),
            "{file} cannot be read: there is no such file.\n",
            id="no-workbook",
        ),
        pytest.param(
            lambda file, story: story.unlink(),
            "{story} cannot be read: there is no such file.\n",
            id="no-scenario",
        ),
        pytest.param(
            lambda file, story: file.write_bytes(b"id;name"),
            "{file} is no table that can be read: save it as XLSX without a password,"
            " or as CSV.\n",
            id="no-xlsx",
        ),
        pytest.param(
            lambda file, story: story.write_text(STORY + "oops", "utf-8"),
            "{story} has mistakes. “whose-client check {story}” tells them all; correct"
            " them first.\n",
            id="a-scenario-with-mistakes",
        ),
        pytest.param(
            lambda file, story: story.write_text(
                STORY.replace("id: story", "id: tale"), "utf-8"
            ),
            "The workbook was made from “story”, and {story} is “tale”.\n",
            id="another-scenario",
        ),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(
    shell: Shell, story: Path, spoil: Any, sentence: str
) -> None:
    file = exported(shell, story)
    spoil(file, story)
    result = shell.type("sheet", "import", str(file), str(story))
    assert result.exit_code == 2
    assert result.stderr == sentence.format(file=file, story=story)


@pytest.mark.parametrize("command", ["export", "import"])
def test_help_of_the_commands_has_examples_and_exit_codes(
    shell: Shell, command: str
) -> None:
    text = shell.type("sheet", command, "--help").stdout
    assert f"Examples:\n  whose-client sheet {command} " in text
    assert "Exit codes:\n  0 " in text
