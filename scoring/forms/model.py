"""The four forms: what can stand in them, and what an author wants to see there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scoring.principles import Principle
from scoring.terms import Term

Values = Mapping[str, object]
"""What stands in a form, as JSON has it: part → value. A part without a value is
empty. The value of each part is described at `Part`; what does not fit it counts
as empty, so that nothing that was ever stored can break a score."""


class FormKind(Term):
    """Which form it is."""

    KEY_CLIENT = "key-client"
    MEETING_AGENDA = "meeting-agenda"
    DECISION = "decision"
    HANDOVER_PLAN = "handover-plan"


class Part(Term):
    """A part of a form; its name is the key of its value."""

    LEVELS = "levels"
    """Criterion → a level 0..4, `[low, high]`, or null for no data."""
    STATUS = "status"
    """One of the statuses of the rulebook."""
    DATE = "date"
    """The id of a date on offer."""
    PEOPLE = "people"
    """Person → a role."""
    ORDER = "order"
    """The ids of the points, in order; those left out do not stand on it."""
    INPUTS = "inputs"
    """Input → the person who brings it."""
    OPTION = "option"
    """The id of an outcome."""
    REASONS = "reasons"
    """Ids of reasons, in any order."""
    OBJECTIONS = "objections"
    """Ids of objections that go into the record."""
    WORDS = "words"
    """Own words; kept and shown, never judged."""
    STEPS = "steps"
    """Step → `{"owner": person, "day": whole number of days from the decision}`."""
    TERMS = "terms"
    """Ids of terms for the manager."""
    RETURN = "return"
    """The id of the condition on which the client comes back."""
    CHECKS = "checks"
    """Day of the check (`30`, `60`, `90`) → what is measured then."""


class Role(Term):
    """What a person does at a meeting."""

    DECIDES = "decides"
    CONTRIBUTES = "contributes"
    AWAY = "away"
    """Is not asked to come."""


@dataclass(frozen=True, slots=True)
class WorksheetWanted:
    """Nothing of the author's: the facts learned and the rulebook say it all."""


@dataclass(frozen=True, slots=True)
class AgendaWanted:
    """What a prepared meeting looks like."""

    dates: frozenset[str]
    """Any of them is right."""
    people: Mapping[str, Role]
    """Everybody who stands on the form."""
    order: tuple[str, ...]
    """The points that belong on it, in their order."""
    inputs: Mapping[str, frozenset[str]]
    """Input → the people any of whom may bring it."""


@dataclass(frozen=True, slots=True)
class DecisionWanted:
    """What a decision stands on; whether it is allowed, the rulebook says."""

    options: frozenset[str]
    """Outcomes that suit this story; empty: all that the rulebook allows."""
    reasons: frozenset[str]
    """Reasons that are sound."""
    objections: frozenset[str] = frozenset()
    """Objections that were raised, and so belong in the record."""
    records: bool = False
    """True when the form asks for objections at all."""


@dataclass(frozen=True, slots=True)
class StepWanted:
    """A step of the handover."""

    owners: frozenset[str]
    """Any of them is right; empty: whoever it is."""
    by: int | None = None
    """Days from the decision at most; None: whenever."""


@dataclass(frozen=True, slots=True)
class HandoverWanted:
    """What a plan needs so that the client does not suffer."""

    steps: Mapping[str, StepWanted]
    terms: frozenset[str]
    returns: frozenset[str]
    """Any of them is right; empty when the form does not ask."""
    checks: Mapping[str, frozenset[str]] = field(
        default_factory=dict[str, frozenset[str]]
    )
    """Day of the check → what may be measured then."""


Wanted = WorksheetWanted | AgendaWanted | DecisionWanted | HandoverWanted


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form as it was handed in."""

    scene: str
    kind: FormKind
    wanted: Wanted
    values: Values
    known: tuple[str, ...]
    """The facts that were known when it was handed in."""
    turn: int
    tests: tuple[Principle, ...] = ()
    """The principles that it is an opportunity for."""
