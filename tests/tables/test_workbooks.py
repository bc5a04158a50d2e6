"""A workbook of several sheets, in which nothing becomes a formula."""

from pathlib import Path

import openpyxl
import pytest

from simulator.tables import create_workbook
from simulator.tables.errors import UnwritableTableError


def test_a_workbook_has_a_sheet_for_each_table_and_no_formulas(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "all.xlsx"
    with create_workbook(path) as begin:
        first = begin("talks")
        first.write(["=1+1", 2.5, None])
        second = begin("turns")
        second.write(["@SUM(A1)", "-3", "\t="])
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["talks", "turns"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert [cell.value for cell in cells][:2] == ["=1+1", 2.5]


def test_a_workbook_that_failed_leaves_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "all.xlsx"
    path.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), create_workbook(path):
        raise ZeroDivisionError
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_workbook_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with (
        pytest.raises(UnwritableTableError),
        create_workbook(tmp_path / "file" / "all.xlsx") as begin,
    ):
        begin("talks")
