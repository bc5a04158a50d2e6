"""Whether a form can be handed in as it is, and what the talk remembers of it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from scoring.forms.model import FormKind, Part, Role
from simulator.engine.answers import Fill
from simulator.engine.errors import BadFormError
from simulator.engine.handed import Handed
from simulator.engine.state import State
from simulator.scenario.model import Form

PARTS: Final[Mapping[FormKind, tuple[Part, ...]]] = {
    FormKind.KEY_CLIENT: (Part.LEVELS, Part.STATUS),
    FormKind.MEETING_AGENDA: (Part.DATE, Part.PEOPLE, Part.ORDER, Part.INPUTS),
    FormKind.DECISION: (Part.OPTION, Part.REASONS, Part.OBJECTIONS, Part.WORDS),
    FormKind.HANDOVER_PLAN: (
        Part.STEPS,
        Part.TERMS,
        Part.RETURN,
        Part.CHECKS,
        Part.WORDS,
    ),
}
"""Form → its parts, in their order."""
LISTS: Final[Mapping[Part, str]] = {
    Part.DATE: "dates",
    Part.PEOPLE: "people",
    Part.ORDER: "points",
    Part.INPUTS: "inputs",
    Part.OPTION: "options",
    Part.REASONS: "reasons",
    Part.OBJECTIONS: "objections",
    Part.STEPS: "steps",
    Part.TERMS: "terms",
    Part.RETURN: "returns",
}
"""Part → the list on offer that its ids come from."""


def checked(state: State, answer: Fill) -> tuple[Form, dict[str, object]]:
    """Return the form of the scene and the values that belong to it.

    Raises:
        BadFormError: The scene has no form; a part does not belong to it; an id is
            not on offer; a decision names no option.
    """
    form = state.story.scenes[state.scene].form
    if form is None:
        raise BadFormError(state.scene, "")
    parts = PARTS[form.kind]
    for name, value in answer.values.items():
        if name not in parts:
            raise BadFormError(state.scene, str(name))
        offered = form.offers.get(LISTS.get(Part(name), ""), {})
        for item in _ids(value) if offered else ():
            if item not in offered:
                raise BadFormError(state.scene, name, item)
    if form.kind is FormKind.DECISION and not answer.values.get(Part.OPTION):
        raise BadFormError(state.scene, Part.OPTION)
    return form, {str(name): value for name, value in answer.values.items()}


def handed(values: Mapping[str, object], right: int) -> Handed:
    """Return what the talk remembers of a form."""
    parts = (values.get(part) for part in LISTS)
    items = frozenset(item for value in parts for item in _standing(value))
    return Handed(right, str(values.get(Part.OPTION, "")), items)


def _standing(value: object) -> Iterator[str]:
    """Yield the ids that a part puts on the form: nobody who is to stay away."""
    for item in _ids(value):
        at = value[item] if isinstance(value, Mapping) else item
        if at not in (None, "", Role.AWAY):
            yield item


def _ids(value: object) -> Iterator[str]:
    """Yield the ids that a value holds: one, a list of them, or those with values."""
    found: Collection[object] = value if isinstance(value, list | tuple | dict) else ()
    if isinstance(value, str) and value:
        found = (value,)
    for item in found:
        if isinstance(item, str):
            yield item
