"""One file on its way from bytes to values: what all kinds of files share."""

from msgspec import Struct, field

from simulator.scenario.causes import leave_the_cause
from simulator.scenario.checker import Checker, Values
from simulator.scenario.codes import broken
from simulator.scenario.codes import shape as codes
from simulator.scenario.containers import record
from simulator.scenario.findings import MOST_FINDINGS, Finding, Report
from simulator.scenario.known import Known
from simulator.scenario.nodes import PLAIN, Mapping, Scalar, Sequence
from simulator.scenario.reader import Document, read
from simulator.scenario.readers import READERS
from simulator.scenario.shapes import ListOf, Record

_WHOLE_FILE = Scalar("", 1, 1, PLAIN)
"""Stands for the key of what has none: the file itself."""
_FIRST_CHECKED = "SCN1"
"""Findings below are about the YAML and stand, even where a line was mended."""


class File(Struct, frozen=True):
    """A file that has been read as YAML, and what was found in it so far."""

    document: Document
    report: Report
    known: Known = field(default_factory=Known)

    def mapping(self) -> Mapping | None:
        """Return the mapping that the file is; None, with a finding, if it isn't."""
        root = self.document.root
        if root is None or isinstance(root, Mapping):
            return root
        self.report.add(codes.NOT_A_MAPPING, root)
        return None

    def sequence(self) -> Sequence | None:
        """Return the list that the file is; None, with a finding, if it isn't."""
        root = self.document.root
        if root is None or isinstance(root, Sequence):
            return root
        self.report.add(codes.NOT_A_LIST_FILE, root)
        return None

    def values(self, root: Mapping, schema: Record) -> Values | None:
        """Read the whole file by a schema; None when it is not a mapping."""
        checker = Checker(self.report, self.document, self.known, READERS)
        return record(checker, root, schema, _WHOLE_FILE)

    def items(self, root: Sequence, schema: ListOf) -> tuple[Values | None, ...]:
        """Read the whole file as a list."""
        checker = Checker(self.report, self.document, self.known, READERS)
        found: tuple[Values | None, ...] = READERS[ListOf](
            checker, root, schema, _WHOLE_FILE
        )
        return found

    def findings(self) -> tuple[Finding, ...]:
        """Return what was found, without what only follows from mending a line."""
        self.report.drop(self.document.damaged, _FIRST_CHECKED)
        leave_the_cause(self.report)
        if self.report.cut_short:
            self.report.close(broken.MANY_FINDINGS, most=MOST_FINDINGS)
        return self.report.sorted()


def open_file(data: bytes, name: str) -> File:
    """Read a file as YAML; never raises, whatever the bytes."""
    report = Report(name)
    return File(read(data, report), report)
