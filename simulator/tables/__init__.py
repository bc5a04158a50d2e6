"""A company's base as CSV or XLSX: read row by row, written row by row.

Only this package knows the two formats. Nothing that is written can become a
formula, and nothing of a file is held but the row at hand.
"""

from simulator.tables.broken import BROKEN_ZIP
from simulator.tables.errors import TableError
from simulator.tables.reading import Cell, Row, Table, open_table
from simulator.tables.writing import (
    TableWriter,
    create_table,
    create_workbook,
    is_table,
)

__all__ = [
    "BROKEN_ZIP",
    "Cell",
    "Row",
    "Table",
    "TableError",
    "TableWriter",
    "create_table",
    "create_workbook",
    "is_table",
    "open_table",
]
