"""Whether a form holds together: its parts, what is expected, where it leads."""

from collections.abc import Collection, Iterator
from typing import Final

from msgspec import Struct

from scoring.forms.model import FormKind
from simulator.scenario.codes import forms as codes
from simulator.scenario.decisions import DECISIONS, decision_meant
from simulator.scenario.findings import Place, Report, Rule
from simulator.scenario.formschema import CHECK_NAMES
from simulator.scenario.known import Known, child, items, mapping
from simulator.scenario.nodes import Mapping, Node, Scalar, Sequence
from simulator.scenario.spelling import nearest

FORM_KEYS: Final = ("offers", "expect", "because", "then", "to")
"""Keys of a scene that belong to its form."""
TALK_KEYS: Final = ("replies", "reactions", "otherwise")
"""Keys of a scene that have no sense beside a form."""
OFFERED_PARTS: Final = {
    FormKind.KEY_CLIENT: (),
    FormKind.MEETING_AGENDA: ("dates", "people", "points", "inputs"),
    FormKind.DECISION: ("options", "reasons", "objections", "against"),
    FormKind.HANDOVER_PLAN: ("steps", "terms", "owners", "returns", "checks"),
}
EXPECTED_PARTS: Final = {
    FormKind.KEY_CLIENT: (),
    FormKind.MEETING_AGENDA: ("dates", "people", "points", "inputs"),
    FormKind.DECISION: ("options", "reasons", "objections"),
    FormKind.HANDOVER_PLAN: ("steps", "terms", "returns", "checks"),
}
NEEDED_PARTS: Final = frozenset(
    {"dates", "people", "points", "reasons", "steps", "terms"}
)
"""Parts that are both offered and expected wherever the form has them."""
OFFERED_ONLY: Final = frozenset({"options"})
"""Parts that must be offered, and may be left out of what is expected."""
EXPECTED_IF_OFFERED: Final = frozenset({"inputs", "objections", "returns", "checks"})
"""Parts that may be left out, and are expected once they are offered."""
_EXPLAINED: Final = {
    "dates": "date",
    "points": "order",
    "options": "option",
    "returns": "return",
}
"""Lists on offer → the part that is filled from them, where the names differ."""


def check_form(scene: Mapping, known: Known, report: Report) -> None:
    """Report what is wrong with the form of a scene, or with its traces."""
    form = scene.values.get("form")
    if form is None:
        for key in FORM_KEYS:
            if key in scene.keys:
                report.add(codes.NO_FORM, scene.keys[key], key=key)
        return
    for key in TALK_KEYS:
        if key in scene.keys:
            report.add(codes.FORM_AND_REPLIES, scene.keys[key], key=key)
    _check_way(scene, report)
    if isinstance(form, Scalar) and form.value in OFFERED_PARTS:
        _Parts(FormKind(form.value), scene, form, known, report).check()


def _check_way(scene: Mapping, report: Report) -> None:
    """Report a form after which nothing may follow."""
    moves = items(scene, "then")
    open_end = not moves or child(moves[-1], "if") is not None
    lost = any(child(move, "to") is None for move in moves)
    if "to" not in scene.values and (open_end or lost):
        report.add(codes.LEADS_NOWHERE, scene.keys["form"])


_DECIDED: Final = ("options", "against")
"""Parts whose ids are what can be decided."""


class _Parts(Struct, frozen=True):
    """The parts of one form on their way through the checks."""

    kind: FormKind
    scene: Mapping
    at: Scalar
    known: Known
    report: Report

    def check(self) -> None:
        """Report parts that are strange or missing, then ids that are not on offer."""
        self._check_keys(
            "offers", OFFERED_PARTS[self.kind], NEEDED_PARTS | OFFERED_ONLY
        )
        self._check_keys("expect", EXPECTED_PARTS[self.kind], NEEDED_PARTS)
        for part in mapping(self.scene, "expect"):
            if part in EXPECTED_PARTS[self.kind]:
                self._check_expected(part)
        self._check_decisions()
        self._check_reasons()

    def _check_keys(
        self, key: str, parts: Collection[str], needed: Collection[str]
    ) -> None:
        found = child(self.scene, key)
        keys = found.keys if isinstance(found, Mapping) else {}
        for name, place in keys.items():
            if name not in parts:
                self._report(codes.NOT_A_PART, place, name, parts)
        for part in parts:
            wanted = part in needed or (key == "expect" and self._must_expect(part))
            if wanted and part not in keys:
                params = {"form": self.kind, "value": part, "key": key}
                self.report.add(codes.MISSING_PART, self.at, **params)

    def _must_expect(self, part: str) -> bool:
        """Tell whether a part that may be left out is on offer, and so expected."""
        offered = part in mapping(self.scene, "offers")
        return offered and part in EXPECTED_IF_OFFERED

    def _offered(self, part: str) -> Collection[str]:
        offers = child(self.scene, "offers")
        if part == "owners" and "owners" not in mapping(self.scene, "offers"):
            return self.known.people
        offered = mapping(offers, part)
        if part in _DECIDED:
            return set(map(decision_meant, offered))
        return offered

    def _check_expected(self, part: str) -> None:
        """Report ids under `expect:` that are not on offer."""
        expected = child(self.scene, "expect")
        value = child(expected, part)
        if part == "checks":
            for days in mapping(expected, part).values():
                self._check_ids(days, part)
        elif isinstance(value, Mapping):
            self._check_among(value.keys.values(), part)
            for one in value.values.values():
                self._check_second(part, one)
        else:
            self._check_ids(value, part)

    def _check_second(self, part: str, node: Node) -> None:
        """Report people who bring an input or own a step, and cannot be chosen."""
        if part == "inputs":
            self._check_ids(node, "people")
        elif part == "steps":
            self._check_ids(child(node, "owner"), "owners")

    def _check_ids(self, node: Node | None, part: str) -> None:
        self._check_among(_scalars(node), part)

    def _check_among(self, found: Collection[Scalar], part: str) -> None:
        offered = self._offered(part)
        if found and not offered and part not in mapping(self.scene, "offers"):
            params = {"form": self.kind, "value": part, "key": "offers"}
            self.report.add(codes.MISSING_PART, self.at, **params)
            return
        for one in found:
            if one.value not in offered:
                near = nearest(one.value, offered)
                params = {"value": one.value, "part": part, "nearest": near}
                self.report.add(codes.NOT_ON_OFFER, one, **params)

    def _check_decisions(self) -> None:
        offers = child(self.scene, "offers")
        for part in _DECIDED:
            found = child(offers, part)
            for name, place in found.keys.items() if isinstance(found, Mapping) else ():
                if name not in DECISIONS:
                    self._report(codes.NOT_A_DECISION, place, name, DECISIONS)

    def _check_reasons(self) -> None:
        """Report explanations of what the form does not have."""
        because = child(self.scene, "because")
        if self.kind is FormKind.KEY_CLIENT or not isinstance(because, Mapping):
            return
        offers = mapping(self.scene, "offers")
        names = {_EXPLAINED.get(part, part) for part in offers}
        for part in offers.values():
            names.update(part.values if isinstance(part, Mapping) else ())
        if "checks" in offers:
            names.update(CHECK_NAMES)
        for name, place in because.keys.items():
            if name not in names:
                near = nearest(name, names)
                params = {"value": name, "nearest": near}
                self.report.add(codes.NOTHING_TO_EXPLAIN, place, **params)

    def _report(
        self, rule: Rule, at: Place, value: str, known: Collection[str]
    ) -> None:
        self.report.add(
            rule,
            at,
            form=self.kind,
            value=value,
            nearest=nearest(value, known),
            known=", ".join(known),
        )


def _scalars(node: Node | None) -> list[Scalar]:
    return list(_each(node))


def _each(node: Node | None) -> Iterator[Scalar]:
    for one in node.items if isinstance(node, Sequence) else [node]:
        if isinstance(one, Scalar) and one.value:
            yield one
