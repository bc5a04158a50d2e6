"""Values of a form that have passed every check → what its author wants to see."""

from collections.abc import Callable, Mapping
from typing import Final

from scoring.forms.model import (
    AgendaWanted,
    DecisionWanted,
    FormKind,
    HandoverWanted,
    Role,
    StepWanted,
    Wanted,
    WorksheetWanted,
)
from simulator.scenario.checker import Values


def wanted(kind: FormKind, offers: Values, expect: Values) -> Wanted:
    """Return what belongs in a form.

    Args:
        kind: Which form it is.
        offers: What can be put into it, as `schema.OFFERS` has it.
        expect: What belongs there, as `schema.EXPECT` has it.
    """
    return _WANTED[kind](offers, expect)


def _worksheet(offers: Values, expect: Values) -> Wanted:
    return WorksheetWanted()


def _agenda(offers: Values, expect: Values) -> Wanted:
    roles = {who: Role(role) for who, role in expect["people"].items()}
    return AgendaWanted(
        dates=frozenset(expect["dates"]),
        people={who: roles.get(who, Role.AWAY) for who in offers["people"]},
        order=expect["points"],
        inputs=_sets(expect.get("inputs", {})),
    )


def _decision(offers: Values, expect: Values) -> Wanted:
    return DecisionWanted(
        options=frozenset(expect.get("options") or offers["options"]),
        reasons=frozenset(expect["reasons"]),
        objections=frozenset(expect.get("objections", ())),
        records="objections" in offers,
    )


def _handover(offers: Values, expect: Values) -> Wanted:
    return HandoverWanted(
        steps={name: _step(values) for name, values in expect["steps"].items()},
        terms=frozenset(expect["terms"]),
        returns=frozenset(expect.get("returns", ())),
        checks=_sets(expect.get("checks", {})),
    )


def _step(values: Values) -> StepWanted:
    return StepWanted(frozenset(values.get("owner", ())), values.get("by"))


def _sets(values: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(ids) for name, ids in values.items()}


_WANTED: Final[Mapping[FormKind, Callable[[Values, Values], Wanted]]] = {
    FormKind.KEY_CLIENT: _worksheet,
    FormKind.MEETING_AGENDA: _agenda,
    FormKind.DECISION: _decision,
    FormKind.HANDOVER_PLAN: _handover,
}
