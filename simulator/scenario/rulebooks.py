"""The key-client rules of a company, as it writes them."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from msgspec import Struct

from scoring.formulas import simplest
from scoring.keyclient import WHOLE, Criterion, Rulebook, Status, StopEffect
from scoring.principles import HIGHEST_LEVEL
from scoring.talk import Outcome
from simulator.scenario.checker import Values
from simulator.scenario.codes import siblings as codes
from simulator.scenario.codes.quantities import ALL_OFF
from simulator.scenario.files import open_file
from simulator.scenario.findings import Finding, Report, Rule
from simulator.scenario.known import child, items
from simulator.scenario.model import FORMAT
from simulator.scenario.nodes import Mapping, Node, Scalar
from simulator.scenario.quantities import FLAG, QUANTITY, WORDS, Parts, quantities
from simulator.scenario.shapes import (
    Amount,
    Id,
    ListOf,
    OneOf,
    Text,
    Version,
    YesNo,
    may,
    must,
    record,
)

_KEY_FROM: Final = Fraction(70)
_NOT_KEY_BELOW: Final = Fraction(55)
_STATED_WEIGHT: Final = Fraction(60)
_OUTCOMES: Final = ListOf(OneOf(tuple(Outcome)))

CRITERION: Final = record(
    "criterion",
    id=must(Id(), "The name of the criterion."),
    name=must(WORDS, "What it is called."),
    weight=must(Amount(), "How much it counts; together they make 100."),
    bounds=may(ListOf(Amount()), "Four numbers that part the levels 0..4."),
    reversed=may(YesNo(), "Less is better: the bounds fall."),
    unit=may(WORDS, "The unit of the bounds."),
    anchors=may(ListOf(WORDS), "Five sentences, level 0 first, in place of bounds."),
    evidence=may(WORDS, "What document or record counts as proof."),
    from_=may(Id(), "The quantity that is held against the bounds."),
    off=may(YesNo(), "Switched off: the weights of the others are rescaled."),
)
STOP: Final = record(
    "stop-criterion",
    id=must(Id(), "The name of the stop-criterion."),
    name=must(WORDS, "What it is called."),
    effect=must(OneOf(tuple(StopEffect)), "What it does, whatever the points."),
    when=may(Text(), "A comparison of formulas; without it somebody says so."),
)
_THRESHOLDS: Final = record(
    "thresholds",
    **{
        "key": may(Amount(), "A client with at least so many points is key."),
        "not-key": may(Amount(), "A client with fewer points is not."),
    },
)
_DECISIONS: Final = record(
    "decisions",
    **{str(status): may(_OUTCOMES, "What it allows to decide.") for status in Status},
)
_STATUSES: Final = record(
    "statuses",
    **{str(status): may(WORDS, "What the company calls it.") for status in Status},
)
RULEBOOK: Final = record(
    "rulebook",
    **{
        "format": must(Version(FORMAT), "The version of the format."),
        "id": must(Id(), "The name of the rulebook."),
        "version": must(Text(), "The version of the rules."),
        "title": must(WORDS, "What the rulebook is called."),
        "criteria": must(ListOf(CRITERION, least=1), "What is looked at."),
        "stops": may(ListOf(STOP), "What is looked at before any points."),
        "quantities": may(ListOf(QUANTITY), "What is measured or worked out."),
        "flags": may(ListOf(FLAG), "What is worth knowing beside the status."),
        "thresholds": may(_THRESHOLDS, "From how many points on a client is key."),
        "statuses": may(_STATUSES, "What the statuses are called here."),
        "stated-weight": may(Amount(), "Named criteria of this weight count as all."),
        "decisions": may(_DECISIONS, "Status → the outcomes consistent with it."),
    },
)


class ParsedRulebook(Struct, frozen=True):
    """What a rulebook file turned out to be."""

    rulebook: Rulebook | None
    """None when any finding is an error."""
    findings: tuple[Finding, ...]


def parse_rulebook(data: bytes, name: str = "rulebook.yaml") -> ParsedRulebook:
    """Read and check a rulebook; never raises, whatever the bytes."""
    file = open_file(data, name)
    root = file.mapping()
    values = file.values(root, RULEBOOK) if root is not None else None
    if root is None or values is None:
        return ParsedRulebook(None, file.findings())
    if file.report.clean():
        _check(values, root, file.report)
    for part in ("criteria", "stops", "quantities", "flags"):
        check_ids(items(root, part), file.report)
    parts = quantities(values, root, file) if file.report.clean() else None
    findings = file.findings()
    rulebook = _rulebook(values, parts) if parts and file.report.clean() else None
    return ParsedRulebook(rulebook, findings)


def check_ids(
    nodes: Iterable[Node], report: Report, rule: Rule = codes.DUPLICATE_ID
) -> None:
    """Report ids that stand twice in a list, by a rule with a value and a line."""
    first: dict[str, Scalar] = {}
    for node in nodes:
        name = child(node, "id")
        if isinstance(name, Scalar):
            other = first.setdefault(name.value, name)
            if other is not name:
                line = other.line
                report.add(rule, name, value=name.value, line=line)


def check_weights(
    weights: list[Fraction], nodes: Iterable[Node], at: Scalar, report: Report
) -> None:
    """Report weights that are below 0 or do not sum to 100."""
    for weight, node in zip(weights, nodes, strict=True):
        if weight < 0:
            place = child(node, "weight")
            report.add(codes.NEGATIVE_WEIGHT, place, value=f"{float(weight):g}")
    total = sum(weights, Fraction())
    if total != WHOLE:
        report.add(codes.WEIGHTS, at, value=f"{float(total):g}")


def check_anchors(values: Values, node: Node, report: Report) -> None:
    """Report anchors that are not one for each level."""
    count = len(values["anchors"])
    if count != HIGHEST_LEVEL + 1:
        report.add(codes.NOT_FIVE_ANCHORS, child(node, "anchors"), value=count)


def _check(values: Values, root: Mapping, report: Report) -> None:
    """Check what takes more than one value to tell."""
    nodes = items(root, "criteria")
    for criterion, node in zip(values["criteria"], nodes, strict=True):
        _check_scale(criterion, node, report)
    weights = [criterion["weight"] for criterion in values["criteria"]]
    left = [one["weight"] for one in values["criteria"] if not one.get("off", False)]
    if not any(left):
        report.add(ALL_OFF, root.keys["criteria"])
    check_weights(weights, nodes, root.keys["criteria"], report)
    thresholds: Values = values.get("thresholds", {})
    key = thresholds.get("key", _KEY_FROM)
    not_key = thresholds.get("not-key", _NOT_KEY_BELOW)
    if not 0 <= not_key <= key <= WHOLE:
        report.add(codes.THRESHOLDS, root.values["thresholds"])
    if values.get("stated-weight", 1) <= 0:
        report.add(codes.STATED_WEIGHT, root.values["stated-weight"])


def _check_scale(values: Values, node: Node, report: Report) -> None:
    """Check the bounds and anchors of a criterion."""
    bounds: tuple[Fraction, ...] | None = values.get("bounds")
    if bounds is None and "anchors" not in values:
        report.add(codes.NO_SCALE, node, value=values["id"])
    if "anchors" in values:
        check_anchors(values, node, report)
    if bounds is None:
        return
    falls = values.get("reversed", False)
    if len(bounds) != HIGHEST_LEVEL:
        report.add(codes.NOT_FOUR_BOUNDS, child(node, "bounds"), value=len(bounds))
    elif list(bounds) != sorted(set(bounds), reverse=falls):
        rule = codes.BOUNDS_MUST_FALL if falls else codes.BOUNDS_MUST_RISE
        report.add(rule, child(node, "bounds"))


def _rulebook(values: Values, parts: Parts) -> Rulebook:
    thresholds: Values = values.get("thresholds", {})
    decisions: Values = values.get("decisions", {})
    criteria = [_criterion(one) for one in values["criteria"]]
    off = {one["id"] for one in values["criteria"] if one.get("off", False)}
    return Rulebook(
        id=values["id"],
        version=values["version"],
        title=values["title"],
        criteria=_rescaled([one for one in criteria if one.id not in off]),
        stops=parts.stops,
        key_from=thresholds.get("key", _KEY_FROM),
        not_key_below=thresholds.get("not-key", _NOT_KEY_BELOW),
        stated_weight=values.get("stated-weight", _STATED_WEIGHT),
        decisions={
            Status(status): frozenset(outcomes)
            for status, outcomes in decisions.items()
        },
        quantities=parts.quantities,
        flags=parts.flags,
        statuses={
            Status(status): words
            for status, words in values.get("statuses", {}).items()
        },
        off=tuple([one for one in criteria if one.id in off]),
    )


def _rescaled(criteria: list[Criterion]) -> tuple[Criterion, ...]:
    """Let the weights of the criteria that are left make 100 again."""
    total = sum((one.weight for one in criteria), Fraction())
    return tuple([replace(one, weight=one.weight * WHOLE / total) for one in criteria])


def _criterion(values: Values) -> Criterion:
    return Criterion(
        id=values["id"],
        name=values["name"],
        weight=values["weight"],
        bounds=tuple([simplest(one) for one in values.get("bounds", ())]),
        reversed=values.get("reversed", False),
        unit=values.get("unit", {}),
        anchors=values.get("anchors", ()),
        evidence=values.get("evidence", {}),
        quantity=values.get("from"),
    )
