"""SCN860: a rubric or a rulebook is called otherwise than its file."""

from pathlib import Path

from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Finding, Report

MISFILED = error(
    "SCN860",
    N_(
        "the id is `{value}`, but the file is called `{right}`, and that is how "
        "scenarios name it"
    ),
    N_("Write `id: {right}`, or rename the file `{value}.yaml`."),
)


def check(file: str, name: str) -> tuple[Finding, ...]:
    """Hold the id of a rubric or a rulebook against the name of its file.

    Args:
        file: Its path, as findings call it.
        name: Its id.
    """
    report = Report(file)
    stem = Path(file).stem
    if stem != name:
        report.add(MISFILED, None, value=name, right=stem)
    return report.sorted()
