"""XLSX files as other programs write them: the same cells as openpyxl reads."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from simulator.tables import Cell, TableError, open_table
from simulator.tables.reading import is_formula

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED = (
    f'<sst xmlns="{MAIN}"><si><t>words</t></si><si><t>more</t></si>'
    "<si><r><t>ООО «С</t></r><r><t>евер»</t></r><rPh><t>aloud</t></rPh></si></sst>"
)
MENTIONED = {
    "[Content_Types].xml": '<Override PartName="/xl/sharedStrings.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>',
    "xl/_rels/workbook.xml.rels": '<Relationship Id="words" Target="sharedStrings.xml"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'sharedStrings"/>',
}
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12
).filter(lambda text: not text.startswith("="))
CELLS = st.one_of(
    st.none(),
    WORDS,
    st.integers(-(10**14), 10**14),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 - a cell has none
    st.times().map(lambda at: at.replace(microsecond=0)),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sheets")


def read(path: Path) -> list[tuple[int, tuple[Cell, ...]]]:
    with open_table(path) as table:
        return [(row.number, row.cells) for row in table.rows()]


def by_openpyxl(path: Path) -> list[tuple[int, tuple[Cell, ...]]]:
    book = openpyxl.load_workbook(path, data_only=True)
    rows = book.worksheets[0].iter_rows(min_row=2, values_only=True)
    found = [(n, tuple(map(plainly, row))) for n, row in enumerate(rows, 2)]
    return [(n, row) for n, row in found if any(c not in (None, "") for c in row)]


def plainly(value: object) -> Cell:
    if isinstance(value, bool):
        return int(value)
    return value if isinstance(value, str | int | float | None) else str(value)


def without_tail(rows: list[tuple[int, tuple[Cell, ...]]]) -> list[object]:
    """Cells after the last that holds something may be there or not."""
    found: list[object] = []
    for number, cells in rows:
        row = list(cells)
        while row and row[-1] is None:
            row.pop()
        found.append((number, row))
    return found


@given(st.lists(st.lists(CELLS, max_size=6), max_size=8))
def test_every_cell_is_what_openpyxl_makes_of_it(
    folder: Path, rows: list[list[object]]
) -> None:
    path, book = folder / "any.xlsx", openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["client"])
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            # Every other column is empty, and so is every other row.
            sheet.cell(2 * number + 3, 2 * place + 1).value = value  # type: ignore[assignment]
    book.save(path)
    assert without_tail(read(path)) == without_tail(by_openpyxl(path))


def rewritten(path: Path, sheet: str) -> Path:
    """Put other XML in the place of the first sheet of a workbook."""
    plain = path.with_name("plain.xlsx")
    openpyxl.Workbook().save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        parts = {name: old.read(name) for name in old.namelist()}
        parts["xl/worksheets/sheet1.xml"] = sheet.encode()
        parts["xl/sharedStrings.xml"] = SHARED.encode()
        for name, more in MENTIONED.items():
            head, end = parts[name].split(b"</")
            parts[name] = head + more.encode() + b"</" + end
        for name, content in parts.items():
            new.writestr(name, content)
    return path


def sheet_of(rows: str, before: str = "") -> str:
    head = '<row r="1"><c r="A1" t="inlineStr"><is><t>client</t></is></c></row>'
    return (
        f'<worksheet xmlns="{MAIN}">{before}<sheetData>{head}{rows}</sheetData>'
        "</worksheet>"
    )


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        pytest.param('<c t="s"><v>1</v></c>', "more", id="shared-words"),
        pytest.param('<c t="str"><f>A1</f><v>ok</v></c>', "ok", id="formula-of-words"),
        pytest.param("<c><f>1+1</f><v>2</v></c>", 2, id="formula-with-a-value"),
        pytest.param("<c><v>1.5E3</v></c>", 1500.0, id="a-power"),
        pytest.param("<c><v>-7</v></c>", -7, id="below-nought"),
        pytest.param('<c t="b"><v>1</v></c>', 1, id="truth"),
        pytest.param('<c t="e"><v>#DIV/0!</v></c>', "#DIV/0!", id="an-error"),
        pytest.param(
            '<c t="inlineStr"><is><r><t>ООО «С</t></r><r><t>евер»</t></r>'
            "<rPh><t>read aloud</t></rPh></is></c>",
            "ООО «Север»",
            id="runs-of-words",
        ),
        pytest.param(
            '<c t="str"><v>' + "а" * 20_000 + "</v></c>", "а" * 20_000, id="long"
        ),
        pytest.param('<c t="str"><v>a &lt; b &amp; c</v></c>', "a < b & c", id="signs"),
        pytest.param('<c t="s"><v>2</v></c>', "ООО «Север»", id="shared-runs"),
    ],
)
def test_a_cell_is_read_however_it_is_written(
    tmp_path: Path, cell: str, value: Cell
) -> None:
    path = rewritten(tmp_path / "b.xlsx", sheet_of(f'<row r="2">{cell}</row>'))
    assert read(path) == [(2, (value,))]


@pytest.mark.parametrize("value", ["", "<v></v>", "<v/>"])
def test_a_formula_without_its_value_is_known_as_one(
    tmp_path: Path, value: str
) -> None:
    row = f'<row r="2"><c r="A2"><f>B1*2</f>{value}</c></row>'
    [(_, (cell,))] = read(rewritten(tmp_path / "b.xlsx", sheet_of(row)))
    assert is_formula(cell)


def test_rows_that_were_deleted_leave_the_numbers_of_the_others(tmp_path: Path) -> None:
    rows = '<row r="4"><c r="C4"><v>5</v></c><c r="B4"><v>4</v></c></row><row/>'
    rows += "<row><c><v>6</v></c></row>"
    path = rewritten(tmp_path / "b.xlsx", sheet_of(rows))
    assert read(path) == [(4, (None, 4, 5)), (6, (6,))]


def test_a_sheet_that_is_larger_than_it_says_is_read_to_its_end(tmp_path: Path) -> None:
    rows = '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>'
    sheet = sheet_of(rows, '<dimension ref="A1"/>')
    assert read(rewritten(tmp_path / "b.xlsx", sheet)) == [(2, (1, 2))]


def test_another_prefix_for_the_same_names_makes_no_difference(tmp_path: Path) -> None:
    sheet = sheet_of('<row r="2"><c r="A2"><v>1</v></c></row>')
    for name in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
        for sign in ("<", "</"):
            for after in (" ", ">"):
                sheet = sheet.replace(f"{sign}{name}{after}", f"{sign}x:{name}{after}")
    sheet = sheet.replace("xmlns=", "xmlns:x=")
    assert read(rewritten(tmp_path / "b.xlsx", sheet)) == [(2, (1,))]


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(sheet_of('<row r="2"><c><v>two</v></c></row>'), id="no-number"),
        pytest.param(
            sheet_of('<row r="2"><c t="s"><v>99</v></c></row>'), id="no-words"
        ),
        pytest.param(sheet_of('<row r="1"/>'), id="rows-run-backwards"),
        pytest.param(sheet_of('<row r="9999999999"/>'), id="no-such-row"),
        pytest.param(sheet_of('<row r="2"><c r="12"/></row>'), id="no-such-column"),
        pytest.param(sheet_of("<row>"), id="no-xml"),
        pytest.param(sheet_of("")[:-20], id="cut-off"),
        pytest.param(
            '<!DOCTYPE a [<!ENTITY b "c">]>' + sheet_of(""), id="has-a-doctype"
        ),
    ],
)
def test_a_sheet_that_is_broken_inside_is_no_table(tmp_path: Path, sheet: str) -> None:
    path = rewritten(tmp_path / "b.xlsx", sheet)
    with pytest.raises(TableError):
        read(path)


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("General", False),
        ("0.00E+00", False),
        ('# ##0 "RUB a day"', False),
        ("[Red]-0.00", False),
        (r"0\d", False),
        ("[$-419]d mmm yyyy", True),
        ("dd.mm.yyyy;@", True),
        ("[h]:mm", True),
        ("mm-dd-yy", True),
    ],
)
def test_a_number_is_a_date_where_its_format_shows_one(
    tmp_path: Path, code: str, is_date: bool
) -> None:
    path, book = tmp_path / "b.xlsx", openpyxl.Workbook()
    book.worksheets[0].append(["client"])
    book.worksheets[0].append([45_000])
    book.worksheets[0]["A2"].number_format = code
    book.save(path)
    assert read(path) == [(2, ("2023-03-15 00:00:00" if is_date else 45_000,))]


@pytest.mark.parametrize("from_1904", [False, True])
def test_a_date_is_rounded_and_counted_as_openpyxl_does(
    tmp_path: Path, from_1904: bool
) -> None:
    numbers = [0, 0.5, 0.999999999999, 1, 1.25, 45.5, 59.9, 60.5, 36_526.083333478]
    path, book = tmp_path / "b.xlsx", openpyxl.Workbook()
    if from_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet.append(["client"])
    for row, number in enumerate(numbers, 2):
        sheet.append([number])
        sheet.cell(row, 1).number_format = "dd.mm.yyyy hh:mm:ss"
    book.save(path)
    assert without_tail(read(path)) == without_tail(by_openpyxl(path))


def test_a_workbook_may_count_its_days_from_1904(tmp_path: Path) -> None:
    path, book = tmp_path / "b.xlsx", openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0].append(["client"])
    book.worksheets[0].append([date(2026, 11, 26)])
    book.save(path)
    assert read(path) == [(2, ("2026-11-26 00:00:00",))]
