"""The table from codes to levels, as a trainer writes it."""

from typing import Final

from msgspec import Struct

from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL, Principle
from scoring.rubric import PrincipleText, Row, Rubric
from simulator.scenario.checker import Values
from simulator.scenario.codes.siblings import NEVER_COUNTS
from simulator.scenario.files import open_file
from simulator.scenario.findings import Finding, Report
from simulator.scenario.known import child, items, mapping
from simulator.scenario.model import FORMAT
from simulator.scenario.nodes import Mapping, Node
from simulator.scenario.quantities import WORDS
from simulator.scenario.rulebooks import (
    check_anchors,
    check_ids,
    check_weights,
)
from simulator.scenario.shapes import (
    Amount,
    CodePatterns,
    Id,
    ListOf,
    OneOf,
    Text,
    Version,
    Whole,
    YesNo,
    may,
    must,
    record,
)

PRINCIPLE: Final = record(
    "principle",
    title=must(WORDS, "What the principle is called."),
    weight=must(Amount(), "How much it counts; together they make 100."),
    anchors=must(ListOf(WORDS), "Five sentences, level 0 first."),
)
ROW: Final = record(
    "row",
    id=must(Id(), "The name of the row."),
    when=must(CodePatterns(), "The codes that must all hold."),
    principle=must(OneOf(tuple(Principle)), "The principle whose level it gives."),
    level=must(Whole(LOWEST_LEVEL, HIGHEST_LEVEL), "The level."),
    anchor=must(WORDS, "The sentence that the level stands on."),
    violation=may(YesNo(), "The level is the highest that is left."),
)
RUBRIC: Final = record(
    "rubric",
    format=must(Version(FORMAT), "The version of the format."),
    id=must(Id(), "The name of the rubric."),
    version=must(Text(), "The version of the table."),
    title=must(WORDS, "What the rubric is called."),
    principles=must(
        record(
            "principles",
            **{str(one): must(PRINCIPLE, "A principle.") for one in Principle},
        ),
        "The eight principles.",
    ),
    rows=must(ListOf(ROW, least=1), "The table."),
)


class ParsedRubric(Struct, frozen=True):
    """What a rubric file turned out to be."""

    rubric: Rubric | None
    """None when any finding is an error."""
    findings: tuple[Finding, ...]


def parse_rubric(data: bytes, name: str = "rubric.yaml") -> ParsedRubric:
    """Read and check a rubric; never raises, whatever the bytes."""
    file = open_file(data, name)
    root = file.mapping()
    values = file.values(root, RUBRIC) if root is not None else None
    if root is None or values is None:
        return ParsedRubric(None, file.findings())
    if file.report.clean():
        _check(values["principles"], root, file.report)
        _check_rows(values["rows"], root, file.report)
    check_ids(items(root, "rows"), file.report)
    findings = file.findings()
    rubric = _rubric(values) if file.report.clean() else None
    return ParsedRubric(rubric, findings)


def _check(values: Values, root: Mapping, report: Report) -> None:
    nodes = mapping(root, "principles")
    for name, principle in values.items():
        check_anchors(principle, nodes[name], report)
    weights = [principle["weight"] for principle in values.values()]
    ordered = [nodes[name] for name in values]
    check_weights(weights, ordered, root.keys["principles"], report)


def _check_rows(rows: list[Values], root: Mapping, report: Report) -> None:
    """Report rows in whose place another one counts, whatever is said.

    Of rows that ask for the same the first counts; of violations, the lowest.
    """
    alike: dict[object, list[tuple[Node, Values]]] = {}
    for node, row in zip(items(root, "rows"), rows, strict=True):
        sort = row["principle"], row.get("violation", False), frozenset(row["when"])
        alike.setdefault(sort, []).append((node, row))
    for same in alike.values():
        violation = same[0][1].get("violation", False)
        _, counts = min(same, key=lambda one: one[1]["level"] if violation else 0)
        for node, row in same:
            if row is not counts:
                place, other = child(node, "id"), counts["id"]
                report.add(NEVER_COUNTS, place, value=row["id"], other=other)


def _rubric(values: Values) -> Rubric:
    principles: dict[str, Values] = values["principles"]
    return Rubric(
        id=values["id"],
        version=values["version"],
        title=values["title"],
        principles={
            principle: _principle(principles[principle]) for principle in Principle
        },
        rows=tuple([_row(one) for one in values["rows"]]),
    )


def _principle(values: Values) -> PrincipleText:
    return PrincipleText(values["title"], values["weight"], values["anchors"])


def _row(values: Values) -> Row:
    return Row(
        id=values["id"],
        when=values["when"],
        principle=Principle(values["principle"]),
        level=values["level"],
        anchor=values["anchor"],
        violation=values.get("violation", False),
    )
