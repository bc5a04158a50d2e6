"""Workbooks that have been through a spreadsheet program, or through worse."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from simulator import i18n
from simulator.authoring import sheets
from simulator.authoring.sheets import NotOursError, TooBigWorkbookError
from simulator.tables.errors import NotATableError
from tests.authoring.sheetbook import LANGUAGES, STORY, back, opened, said, through_xlsx

SHIPPED = sorted(
    path
    for path in Path("scenarios/base").glob("*.yaml")
    if not re.search(r"^pack|^drills|playthroughs", path.name)
)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_scenario_comes_back_byte_for_byte(path: Path) -> None:
    data = path.read_bytes()
    file = sheets.open_scenario(data, path.name)
    written = sheets.export(file, i18n.load("ru").gettext)
    book = sheets.read_workbook(written, "book.xlsx", LANGUAGES)
    imported = sheets.import_scenario(book, file)
    assert said(imported) == []
    assert imported.text is not None
    assert file.data(imported.text) == data


def test_the_workbook_shows_what_the_file_holds() -> None:
    data = sheets.export(opened(), i18n.load("en").gettext)
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == [
        *("Overview", "People", "Facts", "Scenes", "Lines", "Replies", "Reactions"),
        *("Forms", "Endings", "whose-client"),
    ]
    assert book["whose-client"].sheet_state == "veryHidden"
    replies = book["Replies"]
    assert replies.freeze_panes == "C2"
    assert [cell.value for cell in replies[2]][:9] == [
        *("scenes.opening.replies.ask", "opening", "ask"),
        *(
            "What does it buy, and how often?",
            "ask_fact(assortment, share), verify_data",
        ),
        *("numbers", "share", None, "resistance: -1"),
    ]
    assert replies["M2"].value == "What do they take?\nWhat for?"
    assert replies["M2"].comment.text == "the shortest"
    assert replies["C4"].comment.text == "kept for the brave"
    assert book["People"]["B2"].comment.text == "the manager"
    assert book["Lines"]["D3"].comment.text == "he means it"


def test_the_same_scenario_gives_the_same_workbook() -> None:
    first, second = (sheets.export(opened(), LANGUAGES[0]) for _ in range(2))
    assert first == second


def test_a_formula_in_the_yaml_is_words_in_the_sheet_and_back() -> None:
    text = STORY.replace('line: "Forty people, no more."', 'line: "=1+1"')
    data = sheets.export(opened(text), LANGUAGES[0])
    cell = load_workbook(io.BytesIO(data))["Facts"]["D4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
    assert back(data, text).text == text


def test_russian_headings_are_read_as_well() -> None:
    def change(book: Any) -> None:
        book["Реплики"]["D2"] = "What?"

    after = through_xlsx(change, language="ru")
    assert after.text == STORY.replace("What does it buy, and how often?", "What?")


def spoiled(book: Any) -> None:
    """Do to cells what spreadsheet programs do to them."""
    replies, facts = book["Replies"], book["Facts"]
    replies["D2"] = "=UPPER(D3)"
    replies["N2"] = datetime.date(2026, 2, 1)
    replies["D4"].value, replies["D4"].data_type = "#REF!", "e"
    replies.merge_cells("D3:E3")
    facts["F4"].value, facts["F4"].number_format = 0.5, "0%"


def test_every_cell_that_cannot_be_read_is_named_at_once() -> None:
    imported = through_xlsx(spoiled)
    assert said(imported) == [
        "sheet “Facts”, cell F4: the spreadsheet has made 0.5 of a percentage here."
        " Format the cell as text and type it again",
        "sheet “Replies”, cell D2: a formula stands here. Write its result as words",
        "sheet “Replies”, cell N2: the spreadsheet has made a date of what was typed"
        " here. Format the cell as text and type it again",
        "sheet “Replies”, cell D3:E3: the cells are merged. Unmerge them, and write"
        " into each its own",
        "sheet “Replies”, cell D4: the spreadsheet shows the mistake `#REF!` here."
        " Write words",
    ]
    assert imported.text is None


def tidied(book: Any) -> None:
    """Change what changes nothing: order, names, additions, kinds of numbers."""
    people, facts = book["People"], book["Facts"]
    people.move_range("B1:B3", cols=6)
    people["K1"] = "Remarks"
    people["K2"] = "Nice man"
    people.title = "Cast"
    people.insert_rows(1)
    people["A1"] = "Our people"
    facts["E4"] = 40
    facts["G2"] = "%  "
    book.create_sheet("My notes")["A1"] = "Buy milk"
    del book["Reactions"]
    for _ in range(3):
        book["Endings"].append([None, " ", None])


def test_what_was_added_or_tidied_is_passed_over_with_a_note() -> None:
    imported = through_xlsx(tidied)
    assert imported.text == STORY
    assert said(imported) == [
        "sheet “Cast”: taken for “People”, because it has its headings",
        "sheet “Cast”: the column “Remarks” is none of ours and was passed over",
        "sheet “My notes”: passed over: its headings are none of ours",
        "The sheet “Reactions” is gone; what stood there stays as it is.",
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            lambda book: book["Replies"].delete_cols(1),
            "sheet “Replies”: the grey column “Path (not to be changed)” is gone, by"
            " which rows are known. Export anew, and copy your words over",
            id="no-path",
        ),
        pytest.param(
            lambda book: book["People"].cell(1, 9, "Role"),
            "sheet “People”, cell I1: two columns are headed “Role”. Delete one of"
            " them",
            id="two-columns-of-a-heading",
        ),
        pytest.param(
            lambda book: book.copy_worksheet(book["People"]),
            "sheet “People Copy”: it has the headings of “People”, as another"
            " sheet has",
            id="a-sheet-twice",
        ),
    ],
)
def test_a_sheet_that_cannot_be_told_apart_stops_everything(
    change: Callable[[Any], None], expected: str
) -> None:
    imported = through_xlsx(change)
    assert expected in said(imported)
    assert imported.text is None


def test_a_column_that_is_gone_leaves_its_values_alone() -> None:
    imported = through_xlsx(lambda book: book["Replies"].delete_cols(9))
    assert imported.text == STORY
    assert said(imported) == [
        "sheet “Replies”: the column “Mood” is gone; what stood there stays as it is"
    ]


def test_rows_deleted_in_a_spreadsheet_are_deleted_in_the_file() -> None:
    imported = through_xlsx(lambda book: book["Replies"].delete_rows(3, 2))
    assert imported.deleted == 2
    assert imported.text is not None
    assert "- id: take" not in imported.text
    assert "# kept for the brave" not in imported.text


def as_other_programs_write(data: bytes) -> bytes:
    """Write a workbook as LibreOffice and others do.

    Words stand in the cells, a million rows are declared, the last of them has a
    style, and the parts of the file come in another order.
    """
    source = zipfile.ZipFile(io.BytesIO(data))
    shared = source.read("xl/sharedStrings.xml").decode()
    words = re.findall(r"<si>(.*?)</si>", shared, re.DOTALL)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in reversed(source.namelist()):
            part = source.read(name).decode() if name.endswith("xml") else ""
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(
                    r' t="s"><v>(\d+)</v>',
                    lambda m: f' t="inlineStr"><is>{words[int(m[1])]}</is>',
                    part,
                )
                last = '<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>'
                if name.endswith(("sheet2.xml", "sheet6.xml")):
                    part = part.replace("</sheetData>", last)
                part = re.sub(
                    r'<dimension ref="[^"]*"', '<dimension ref="A1:AMJ1048576"', part
                )
            archive.writestr(name, part or source.read(name))
    return target.getvalue()


def test_a_workbook_of_another_program_is_read_as_well() -> None:
    data = as_other_programs_write(sheets.export(opened(), LANGUAGES[0]))
    imported = back(data)
    assert (said(imported), imported.text) == ([], STORY)


def other_book(*, named: bool) -> bytes:
    book, data = Workbook(), io.BytesIO()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["Client", "Turnover"])
    if named:
        book.create_sheet("whose-client").append(["something else"])
    book.save(data)
    return data.getvalue()


def cut(data: bytes) -> bytes:
    """Return a workbook whose hidden text is not whole any more."""
    book, saved = load_workbook(io.BytesIO(data)), io.BytesIO()
    book["whose-client"]["B1"] = book["whose-client"]["B1"].value[:-40]
    book.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("data", "error", "sentence"),
    [
        pytest.param(
            other_book(named=False),
            NotOursError,
            "b.xlsx was not made by “whose-client sheet export”, or has lost its hidden"
            " sheet. Export the scenario anew and copy your words over.",
            id="of-somebody-else",
        ),
        pytest.param(
            other_book(named=True), NotOursError, None, id="a-sheet-of-the-same-name"
        ),
        pytest.param(
            cut(sheets.export(opened(), LANGUAGES[0])),
            NotOursError,
            None,
            id="the-hidden-text-is-cut",
        ),
        pytest.param(
            b"PK\x03\x04 no zip",
            NotATableError,
            "b.xlsx is no table that can be read: save it as XLSX without a password,"
            " or as CSV.",
            id="no-zip",
        ),
        pytest.param(
            sheets.export(opened(), LANGUAGES[0])[:-200], NotATableError, None, id="cut"
        ),
        pytest.param(b"", NotATableError, None, id="empty"),
    ],
)
def test_a_file_that_is_no_workbook_of_ours_is_refused(
    data: bytes, error: type[Exception], sentence: str | None
) -> None:
    with pytest.raises(error) as refused:
        sheets.read_workbook(data, "b.xlsx", LANGUAGES)
    assert sentence is None or str(refused.value) == sentence


def test_a_workbook_that_unpacks_to_far_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("simulator.authoring.sheets.reading.MOST", 2 << 20)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (3 << 20))
    with pytest.raises(TooBigWorkbookError) as refused:
        sheets.read_workbook(data.getvalue(), "b.xlsx", LANGUAGES)
    assert str(refused.value) == (
        "b.xlsx unpacks to more than 2 MB; that is no scenario's workbook."
    )


TWO_LINES = STORY.replace(
    "      - oleg: 'Five per cent.'\n",
    "      - oleg: |\n          Five per cent.\n          No more.\n",
)
LONG = STORY.replace("text: Round and round.", f"text: {'round and ' * 4_000}.")
ESCAPED = STORY.replace("text: Round and round.", "text: SKU a_x005F_b.")


@pytest.mark.parametrize(
    ("text", "sheet", "cell", "words", "why"),
    [
        pytest.param(
            TWO_LINES,
            "Lines",
            "D6",
            "Five per cent.\nNo more.",
            "An item here has a line break, which a cell would take for the next item.",
            id="a-line-break-in-an-item",
        ),
        pytest.param(
            LONG,
            "Endings",
            "F3",
            f"{'round and ' * 100}".rstrip() + "…",
            "Longer than a cell can hold: this is its beginning.",
            id="a-text-too-long",
        ),
        pytest.param(
            ESCAPED,
            "Endings",
            "F3",
            "SKU a_b.",
            "Spreadsheets take signs as `x005F` out of it.",
            id="an-escape",
        ),
    ],
)
def test_what_a_cell_cannot_hold_is_shown_in_grey_and_says_why(
    text: str, sheet: str, cell: str, words: str, why: str
) -> None:
    shown: list[Any] = []
    imported = through_xlsx(lambda book: shown.append(book[sheet][cell]), text)
    assert shown[0].value == words
    told = shown[0].comment.text.split("\n")
    assert told[0] == f"{why} It is changed in the YAML file."
    assert shown[0].fill.fgColor.rgb == "FFE7E6E6"
    assert (imported.text, imported.problems) == (text, ())


def test_what_is_typed_over_it_is_told_with_what_stood_there() -> None:
    imported = through_xlsx(lambda book: put(book["Lines"], "D6", "Six."), TWO_LINES)
    assert said(imported) == [
        "sheet “Lines”, cell D6: this cell is grey: it is not read back. Write `Five"
        " per cent. No more.` there again, and make the change in the YAML file"
    ]


def test_a_tab_that_a_spreadsheet_has_dropped_is_no_change() -> None:
    text = STORY.replace("text: Round and round.", 'text: "Round\\tand round."')
    imported = through_xlsx(
        lambda book: put(book["Endings"], "F3", "Roundand round."), text
    )
    assert imported.text == text


def put(sheet: Any, cell: str, words: str) -> None:
    sheet[cell] = words


def test_deleted_rows_where_none_can_go_are_told_and_stay() -> None:
    imported = through_xlsx(lambda book: book["Overview"].delete_rows(4, 2))
    assert said(imported) == [
        "sheet “Overview”: rows are gone here (2), `title` the first of them; what"
        " stood there stays as it is"
    ]
    assert (imported.text, imported.deleted) == (STORY, 0)
