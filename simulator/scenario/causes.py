"""Which findings only follow from another one: of those the cause alone is told."""

from typing import Final

from simulator.scenario.codes import broken, conditions, forms, names, sense, shape
from simulator.scenario.findings import Report
from simulator.scenario.nodes import Mapping

_READ: Final = "SCN1"
"""From this code on a finding is about what was read; those below, about the YAML."""
_SHIFTED: Final = frozenset(
    {broken.INDENTED.code, broken.MISPLACED_DASH.code, broken.BROKEN.code}
)
_SOUGHT: Final = {
    "endings": {names.UNKNOWN_ENDING.code, names.UNKNOWN_TARGET.code},
    "scenes": {
        names.UNKNOWN_SCENE.code,
        names.UNKNOWN_TARGET.code,
        names.UNKNOWN_REPLY.code,
        forms.NOT_A_FORM.code,
    },
    "cast": {
        names.UNKNOWN_PERSON.code,
        names.UNKNOWN_METER.code,
        conditions.UNKNOWN_NAME.code,
    },
    "client": {names.UNKNOWN_FACT.code},
}
"""Part of a scenario → what is told of names that would stand there."""
_CUTTING: Final = frozenset(
    {broken.UNCLOSED_BRACKET.code, broken.UNCLOSED_QUOTE.code, broken.BROKEN.code}
)
"""What is told where a file ends too early, or words swallow what follows."""
_UNFINISHED: Final = frozenset({sense.NO_REPLIES.code, shape.MISSING_KEY.code})


def leave_the_cause(report: Report) -> None:
    """Forget what follows from a file of which not all could be read.

    After a second document nothing is read, so that names and keys seem to be
    missing; where odd spaces stood, lines may still be in the wrong column.
    """
    found = report.codes()
    if broken.SEVERAL_DOCUMENTS.code in found:
        report.forget(lambda one: one.code >= _READ)
    elif broken.ODD_SPACES.code in found and found & _SHIFTED:
        report.forget(lambda one: one.code != broken.ODD_SPACES.code)


def leave_missing_parts(root: Mapping, report: Report) -> None:
    """Forget names that stand for nothing because a whole part is missing.

    Where a quote or a bracket is not closed, the file is cut off or swallowed from
    there on, and that parts are missing follows from it.
    """
    absent = [part for part in _SOUGHT if part not in root.values]
    if not absent:
        return
    sought = frozenset[str]().union(*(_SOUGHT[part] for part in absent))
    cut = not _CUTTING.isdisjoint(report.codes())
    follows = sought | (_UNFINISHED if cut else frozenset())
    report.forget(lambda one: one.code in follows)
