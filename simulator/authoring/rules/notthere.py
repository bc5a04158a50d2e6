"""SCN800: `pack.yaml` lists a file that is not there."""

from collections.abc import Callable, Iterator

from simulator.authoring.spots import spot
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.files import open_file
from simulator.scenario.findings import Finding, Report
from simulator.scenario.packs import Pack

NOT_THERE = error(
    "SCN800",
    N_("there is no file `{value}` in the folder of the pack"),
    N_("Correct the path, or take it out of `{key}`."),
)


def check(
    file: str, data: bytes, pack: Pack, there: Callable[[str], bool]
) -> tuple[Finding, ...]:
    """Look for each file that a pack lists.

    Args:
        file: The path of its `pack.yaml`, as findings call it.
        data: What stands in it.
        pack: What it says.
        there: Tells whether a path inside the pack is that of a file.
    """
    report = Report(file)
    for key, number, path in _listed(pack):
        if not there(path):
            place = spot(open_file(data, file).mapping(), key, number)
            report.add(NOT_THERE, place, value=path, key=key)
    return report.sorted()


def _listed(pack: Pack) -> Iterator[tuple[str, int, str]]:
    for key in ("scenarios", "rulebooks", "rubrics"):
        for number, path in enumerate(getattr(pack, key) or ()):
            yield key, number, path
