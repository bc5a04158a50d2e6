"""What the scorer needs to know of a talk: turns, facts, the way it ended.

The engine's events say more than this; `simulator.engine.talk_of` reduces them.
Undone turns (a rewind) are not here: they are kept in the events.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.codes import CodeUse
from scoring.forms.model import FilledForm
from scoring.keyclient import Evidence
from scoring.principles import Principle
from scoring.terms import Term


class Outcome(Term):
    """What became of the client in the story: a closed set, for comparing talks."""

    MEETING = "meeting"
    TRANSFER = "transfer"
    LEAD_TOGETHER = "lead-together"
    KEEP_WITH_PLAN = "keep-with-plan"
    NOT_KEY = "not-key"
    COLLECT_DATA = "collect-data"
    FREEZE = "freeze"
    KEPT_WITHOUT_PLAN = "kept-without-plan"
    FORCED = "forced"
    CIRCLE = "circle"
    MANAGER_LOST = "manager-lost"
    CLIENT_LOST = "client-lost"


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer of the trainee, as the scorer sees it."""

    number: int
    """Counted from 1, as the trainee sees it."""
    scene: str
    tests: tuple[Principle, ...]
    """The principles this moment is an opportunity for."""
    codes: tuple[CodeUse, ...]
    levels: Mapping[Principle, int]
    """The author's own levels, 0..4; they win over the rubric's rows."""
    learned: tuple[str, ...]
    """Ids of the facts that became known by this turn, asked for or brought."""
    fruitless: bool
    """True when it brought nothing new (docs/scoring.md, "Circling")."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the client's that a trainee may know or not."""

    id: str
    needed: bool
    """True when the decision needs it; a fact known from the start never is."""
    given: bool
    """True when the trainee starts with it."""
    criterion: str | None
    """The criterion of the rulebook it is evidence for, if any."""
    evidence: Evidence | None
    """What it says about that criterion; None without a criterion."""
    stop: str | None = None
    """The stop-criterion it confirms once known, if any."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A whole talk, finished or not."""

    turns: tuple[Turn, ...]
    facts: tuple[Fact, ...]
    outcome: Outcome | None
    """None while the talk goes on."""
    rewinds: int = 0
    """How often the trainee went back; told in the debrief, never scored."""
    carried: tuple[str, ...] = ()
    """Facts that he brought from the talk before: got, though not in this one."""
    forms: tuple[FilledForm, ...] = ()
    """Forms handed in, one a scene, oldest first."""
    brought: tuple[str, ...] = ()
    """Facts that came with a form, as when an agenda asked somebody for a figure."""
