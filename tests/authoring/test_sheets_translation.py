"""A translation as a sheet of two columns, and back into its own file."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import load_workbook

from simulator import i18n
from simulator.authoring import sheets
from simulator.authoring.sheets import Imported, SameLanguageError, ScenarioFile
from tests.authoring.sheetbook import LANGUAGES, STORY, opened, said

RUSSIAN = (
    STORY.replace("language: en", "language: ru  # by Vera")
    .replace("text: We meet on Thursday.", "text: Встретимся в четверг.")
    .replace("- oleg: [You said that., Again?]", "- oleg: [Было уже.]")
)


def translated(
    change: Callable[[Any], None],
    sibling: str | None = RUSSIAN,
    now: str | None = RUSSIAN,
    original: str = STORY,
) -> Imported:
    """Export, let somebody translate, and bring it back."""
    there = opened(sibling) if sibling else None
    data = sheets.export_translation(opened(), there, "ru", LANGUAGES[0])
    book, saved = load_workbook(io.BytesIO(data)), io.BytesIO()
    change(book["Translation"])
    book.save(saved)
    read = sheets.read_workbook(saved.getvalue(), "book.xlsx", LANGUAGES)
    return sheets.import_translation(
        read, opened(original), opened(now) if now else None
    )


def row_of(sheet: Any, path: str) -> int:
    rows = (row[0] for row in sheet.iter_rows())
    return next(int(cell.row) for cell in rows if cell.value == path)


def write(sheet: Any, path: str, words: str) -> None:
    sheet.cell(row_of(sheet, path), 3).value = words


MEET = "scenes.numbers.replies.meet.text"


def test_the_sheet_has_the_words_of_both_side_by_side() -> None:
    data = sheets.export_translation(
        opened(), opened(RUSSIAN), "ru", i18n.load("en").gettext
    )
    sheet = load_workbook(io.BytesIO(data))["Translation"]
    heads = [cell.value for cell in sheet[1]]
    assert heads == ["Path (not to be changed)", "Original", "Translation words"]
    number = row_of(sheet, MEET)
    assert [cell.value for cell in sheet[number]] == [
        *(MEET, "We meet on Thursday.", "Встретимся в четверг.")
    ]
    paths = [row[0].value for row in sheet.iter_rows(2)]
    assert paths[:5] == ["title", "role", "brief", "debrief", "cast.oleg.name"]
    assert "scenes.opening.replies.ask.like" in paths
    assert not {"start", "client.facts.size.is", "id"} & set(paths)


def test_the_names_of_meters_are_translated_too() -> None:
    def named(text: str, name: str) -> str:
        return text.replace("client:\n", f"meters: {{trust: {name}}}\nclient:\n", 1)

    data = sheets.export_translation(
        opened(named(STORY, "Faith")),
        opened(named(RUSSIAN, "Вера")),
        "ru",
        i18n.load("en").gettext,
    )
    sheet = load_workbook(io.BytesIO(data))["Translation"]
    row = row_of(sheet, "meters.trust")
    assert [cell.value for cell in sheet[row]][1:] == ["Faith", "Вера"]


def test_a_translation_that_was_only_looked_at_stays_byte_for_byte() -> None:
    assert translated(lambda sheet: None).text == RUSSIAN


def test_words_go_into_the_sibling_and_nothing_else_changes() -> None:
    imported = translated(lambda sheet: write(sheet, MEET, "Итак: в пятницу."))
    assert imported.text == RUSSIAN.replace(
        "text: Встретимся в четверг.", 'text: "Итак: в пятницу."'
    )


def test_a_list_may_have_more_words_than_in_the_original() -> None:
    imported = translated(
        lambda sheet: write(sheet, "patience.reminders.1", "Было.\nОпять?\nИ опять?")
    )
    assert imported.text is not None
    assert "    - oleg: [Было., Опять?, И опять?]\n" in imported.text


def test_without_a_sibling_the_original_is_translated() -> None:
    imported = translated(
        lambda sheet: write(sheet, MEET, "В четверг."), sibling=None, now=None
    )
    assert imported.text == STORY.replace("language: en", "language: ru").replace(
        "text: We meet on Thursday.", "text: В четверг."
    )


def test_a_sibling_that_is_gone_comes_back_with_the_changes() -> None:
    imported = translated(lambda sheet: write(sheet, MEET, "В пятницу."), now=None)
    assert imported.text == RUSSIAN.replace("Встретимся в четверг.", "В пятницу.")


def test_what_both_have_changed_since_is_told_with_both_values() -> None:
    imported = translated(
        lambda sheet: write(sheet, MEET, "В пятницу."),
        now=RUSSIAN.replace("Встретимся в четверг.", "Давай в четверг."),
    )
    (told,) = said(imported)
    assert told.endswith(
        "changed here to “В пятницу.”, and in the file since the export to “Давай в"
        " четверг.”. Decide on one and write it in both"
    )
    assert imported.text is None


def test_a_changed_original_is_noted() -> None:
    imported = translated(
        lambda sheet: write(sheet, MEET, "В пятницу."),
        original=STORY.replace("We meet on Thursday.", "We meet on Friday."),
    )
    assert imported.text is not None
    assert [told.split(": ")[1] for told in said(imported)] == [
        "the original of this has been changed since the export"
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            lambda sheet: write(sheet, MEET, " "),
            "it must not be empty. To delete it, delete the whole row",
            id="words-taken-away",
        ),
        pytest.param(
            lambda sheet: sheet.append([None, None, "More"]),
            "this sheet takes no new rows; they are written in the YAML file",
            id="a-row-more",
        ),
        pytest.param(
            lambda sheet: sheet.cell(2, 2, "Another title"),
            "this cell is grey: it is not read back. Write `The barn's roof` there"
            " again, and make the change in the YAML file",
            id="the-original-changed",
        ),
    ],
)
def test_bad_cells_of_a_translation_are_named(
    change: Callable[[Any], None], expected: str
) -> None:
    imported = translated(change)
    assert [told.split(": ", 1)[1] for told in said(imported)] == [expected]
    assert imported.text is None


def test_a_scenario_is_not_translated_into_its_own_language() -> None:
    file: ScenarioFile = opened()
    with pytest.raises(SameLanguageError):
        sheets.export_translation(file, None, "en", LANGUAGES[0])
