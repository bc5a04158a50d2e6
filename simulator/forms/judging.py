"""A form in the trainee's hands → the answer that he hands in."""

from fractions import Fraction
from typing import Final

from scoring.forms import read
from scoring.forms.judge import Circumstances, judge, share_of
from scoring.forms.model import FilledForm, FormKind, Part, Values
from scoring.forms.worksheet import running
from scoring.keyclient import Assessment, Rulebook
from scoring.keyscore import circumstances
from simulator.engine import Fill, State, fact_of
from simulator.forms.sheet import Sheet

NEEDED: Final = {
    FormKind.KEY_CLIENT: Part.STATUS,
    FormKind.MEETING_AGENDA: Part.DATE,
    FormKind.DECISION: Part.OPTION,
    FormKind.HANDOVER_PLAN: Part.STEPS,
}
"""The part without which a form is not handed in."""


def in_hand(state: State, rulebook: Rulebook) -> Circumstances:
    """Return what a form of this moment is judged by."""
    facts = [fact_of(fact) for fact in state.story.client.facts.values()]
    return circumstances(facts, state.known.keys(), rulebook)


def handed_in(state: State, rulebook: Rulebook, values: Values) -> Fill:
    """Return the answer that hands a form in; how right it is goes with it."""
    form = state.story.scenes[state.scene].form
    if form is None:
        return Fill(values)
    known = tuple(sorted(state.known))
    turn = state.turn + 1
    filled = FilledForm(state.scene, form.kind, form.wanted, values, known, turn)
    share = share_of(judge(filled, in_hand(state, rulebook)))
    return Fill(values, int(share * 100 + Fraction(1, 2)))


def running_total(state: State, rulebook: Rulebook, values: Values) -> Assessment:
    """Apply the rulebook to the levels that stand in a worksheet so far."""
    return running(rulebook, values, in_hand(state, rulebook).stops)


def missing(sheet: Sheet, values: Values) -> Part | None:
    """Return the part without which the form cannot be handed in; None if all is in."""
    part = NEEDED[sheet.kind]
    there = read.pairs(values, part) if part is Part.STEPS else read.one(values, part)
    return None if there else part
