"""The rows of a company's base, worked out and put into words: here or in a worker.

What comes back is words only: an evaluation is far larger than what is told of it.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from scoring.evaluate import Evaluator
from simulator import i18n
from simulator.reports.basetext import BaseTeller, Cells
from simulator.tables import Row
from simulator.tables.columns import BadRowError, RowReader
from simulator.tables.spool import unpacked


class Form(StrEnum):
    """What becomes of a row."""

    TEXT = "text"
    JSON = "json"
    TABLE = "table"


class Told(Struct, frozen=True):
    """One row as it is to be told."""

    row: int
    line: str = ""
    cells: Cells | None = None
    """In place of a line, for a table."""
    problem: tuple[str, Mapping[str, str]] | None = None
    """What is wrong with the row: a template and what fills it."""
    column: str = ""
    """In which column; empty where that is not known."""


class Task(Struct, frozen=True):
    """How rows are to be worked out and told; can be sent to another process."""

    reader: RowReader
    form: Form
    language: str


class Worker:
    """Works rows out."""

    def __init__(self, task: Task) -> None:
        rulebook = task.reader.rulebook
        self._reader, self._form = task.reader, task.form
        self._evaluator = Evaluator(rulebook)
        texts = i18n.load(task.language)
        self._teller = BaseTeller(rulebook, texts, task.language)

    def chunk(self, chunk: bytes) -> Iterator[Told]:
        """Yield what is told of each row of a chunk from a spool."""
        return (self._told(row) for row in unpacked(chunk))

    def _told(self, row: Row) -> Told:
        try:
            client = self._reader.client(row)
        except BadRowError as error:
            problem = error.template, error.values
            return Told(row.number, problem=problem, column=error.column)
        found = self._evaluator.evaluate(client.facts)
        match self._form:
            case Form.TABLE:
                cells = self._teller.cells(client.name, found)
                return Told(row.number, cells=cells)
            case Form.JSON:
                line = self._teller.json_line(row.number, client.name, found)
                return Told(row.number, line)
            case Form.TEXT:
                return Told(
                    row.number, self._teller.line(row.number, client.name, found)
                )


_HERE: list[Worker] = []
"""In a worker process: the one that works there."""


def begin(task: Task) -> None:
    """Make a process ready for chunks."""
    _HERE.append(Worker(task))


def work(chunk: bytes) -> list[Told]:
    """Work a chunk out in a process that has begun."""
    return list(_HERE[0].chunk(chunk))
