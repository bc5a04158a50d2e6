"""Fill a form in as its author and the rulebook would: for plays and tests."""

from scoring.forms.model import (
    AgendaWanted,
    DecisionWanted,
    HandoverWanted,
    Part,
    StepWanted,
    Wanted,
    WorksheetWanted,
)
from scoring.forms.worksheet import ANYTHING
from scoring.keyclient import Rulebook, assess, levels_of
from simulator.engine import State
from simulator.forms.judging import in_hand


def as_expected(
    state: State, rulebook: Rulebook, option: str | None = None
) -> dict[str, object]:
    """Return the values of the form of a scene, every item right; empty without one.

    Args:
        state: Where the talk stands: what is known decides the levels.
        rulebook: The rules.
        option: What is to be decided; None: the first that the rules allow.
    """
    form = state.story.scenes[state.scene].form
    wanted: Wanted | None = form.wanted if form else None
    match wanted:
        case WorksheetWanted():
            return _worksheet(state, rulebook)
        case AgendaWanted():
            return _agenda(wanted)
        case DecisionWanted():
            allowed = in_hand(state, rulebook).allowed
            offered = form.offers["options"] if form else {}
            fitting = [one for one in offered if one in allowed]
            suited = [one for one in fitting if one in wanted.options] or fitting
            return {
                Part.OPTION: option or next(iter(suited), next(iter(offered))),
                Part.REASONS: sorted(wanted.reasons),
                Part.OBJECTIONS: sorted(wanted.objections),
            }
        case HandoverWanted():
            return _handover(wanted, next(iter(state.story.cast)))
        case None:
            return {}


def _worksheet(state: State, rulebook: Rulebook) -> dict[str, object]:
    now = in_hand(state, rulebook)
    levels: dict[str, object] = {}
    for criterion in rulebook.criteria:
        known = levels_of(criterion, now.evidence.get(criterion.id))
        exact = known[0] if known[0] == known[1] else list(known)
        levels[criterion.id] = None if known == ANYTHING else exact
    status = assess(rulebook, now.evidence, now.stops).status
    return {Part.LEVELS: levels, Part.STATUS: str(status)}


def _agenda(wanted: AgendaWanted) -> dict[str, object]:
    return {
        Part.DATE: min(wanted.dates),
        Part.PEOPLE: {who: str(role) for who, role in wanted.people.items()},
        Part.ORDER: list(wanted.order),
        Part.INPUTS: {name: min(people) for name, people in wanted.inputs.items()},
    }


def _handover(wanted: HandoverWanted, anybody: str) -> dict[str, object]:
    return {
        Part.STEPS: {n: _step(step, anybody) for n, step in wanted.steps.items()},
        Part.TERMS: sorted(wanted.terms),
        Part.RETURN: min(wanted.returns, default=""),
        Part.CHECKS: {day: min(what) for day, what in wanted.checks.items()},
    }


def _step(wanted: StepWanted, anybody: str) -> dict[str, object]:
    owner = min(wanted.owners, default=anybody)
    return {"owner": owner, "day": 1 if wanted.by is None else wanted.by}
