"""The record of a meeting (протокол): what was decided, why, and what happens next."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from scoring.forms import read
from scoring.forms.model import FormKind, Part
from scoring.forms.worksheet import running
from scoring.formulas import Exact
from scoring.keyclient import Assessment, Interval, Rulebook, Status, assess
from scoring.keyscore import known_evidence
from scoring.talk import Talk
from simulator.engine import Event, Learned, talk_of
from simulator.engine.events import EARLIER
from simulator.scenario.formschema import CHECK_DAYS
from simulator.scenario.model import Form, Scenario
from simulator.scenario.scalars import TRAINEE

_TO_MONDAY: Final = {5: 2, 6: 1}
"""Days from a Saturday and a Sunday to the Monday after."""


class StepNote(Struct, frozen=True):
    """Something that has to be done."""

    text: str
    owner: str
    """Who does it; empty when nobody was named."""
    on: date | None
    """By when; None when no day was named."""


class CheckNote(Struct, frozen=True):
    """A day on which the client is looked at again."""

    on: date
    days: int
    what: str
    """What is measured; empty when nothing was named."""


class LevelNote(Struct, frozen=True):
    """A line of the worksheet that the meeting filled in."""

    criterion: str
    levels: tuple[int, int] | None
    """The level, or the range of levels; None for no data."""
    points: Interval
    weight: Exact


class Record(Struct, frozen=True):
    """The record. Texts are the author's and the trainee's, in their language."""

    client: str
    on: date
    decided_by: str
    """Empty when the trainee decided himself."""
    role: str
    """The role of the one who decided."""
    present: tuple[tuple[str, str], ...]
    """Name and role of everybody in the room; the trainee has no name."""
    low: Exact
    high: Exact
    status: Status
    """As the meeting's own worksheet has them; without one, as the facts do."""
    status_word: str
    """What the company calls it; empty where it has no word of its own."""
    levels: tuple[LevelNote, ...]
    """The worksheet, line by line; empty when none was filled in."""
    facts: tuple[tuple[str, str, str], ...]
    """Name and line of every fact on the table, and its source or who told it;
    `EARLIER` for what the talk before brought."""
    decision: str
    reasons: tuple[str, ...]
    rejected: tuple[tuple[str, str], ...]
    """The other options, each with why not; empty when nobody said."""
    objections: tuple[str, ...]
    words: tuple[str, ...]
    """What the trainee added in his own words."""
    owner: str
    """Who answers for what was decided; empty when no step has an owner."""
    steps: tuple[StepNote, ...]
    """By day; those without one come last."""
    terms: tuple[str, ...]
    returns: str
    """On what the client comes back; empty when nothing was agreed."""
    checks: tuple[CheckNote, ...]


def record(
    scenario: Scenario,
    events: Sequence[Event],
    rulebook: Rulebook,
    today: date,
) -> Record | None:
    """Return the record of a meeting; None where nothing was decided in a form.

    Args:
        scenario: The one that was played.
        events: All of the attempt's, oldest first.
        rulebook: Gives the status on the facts known.
        today: The day of the decision, from which the days of the plan count.

    Raises:
        BadEventsError: The events are not a talk of this scenario.
    """
    talk = talk_of(scenario, events)
    papers = {one.kind: one for one in talk.forms}
    decision = papers.get(FormKind.DECISION)
    if decision is None:
        return None
    plan = papers.get(FormKind.HANDOVER_PLAN)
    chosen = _Paper(scenario.scenes[decision.scene].form, decision.values)
    planned = _Paper(
        scenario.scenes[plan.scene].form if plan else None, plan.values if plan else {}
    )
    option = read.one(chosen.values, Part.OPTION)
    known = set(decision.known)
    evidence, stops = known_evidence(talk.facts, known, rulebook)
    now = assess(rulebook, evidence, stops)
    sheet = papers.get(FormKind.KEY_CLIENT)
    status = now.status
    if sheet is not None:
        now = running(rulebook, sheet.values, stops)
        written = read.one(sheet.values, Part.STATUS)
        status = Status(written) if written in set(Status) else now.status
    steps = planned.steps(today, scenario)
    meeting = scenario.meeting
    decider = scenario.cast.get(meeting.decides) if meeting else None
    return Record(
        client=scenario.client.name,
        on=today,
        decided_by=decider.name if decider else "",
        role=decider.role if decider else scenario.role,
        present=_present(scenario),
        low=now.points.low,
        high=now.points.high,
        status=status,
        status_word=rulebook.status_word(status, scenario.language),
        levels=_levels(now, scenario.language) if sheet is not None else (),
        facts=_facts(scenario, talk, events, known),
        decision=chosen.text("options", option),
        reasons=chosen.texts("reasons", Part.REASONS),
        rejected=chosen.rejected(option),
        objections=chosen.texts("objections", Part.OBJECTIONS),
        words=tuple(paper.words for paper in (chosen, planned) if paper.words),
        owner=_owner(steps),
        steps=steps,
        terms=planned.texts("terms", Part.TERMS),
        returns=planned.text("returns", read.one(planned.values, Part.RETURN)),
        checks=planned.checks(today) if plan else (),
    )


class _Paper(Struct, frozen=True):
    """A form that was handed in, with the words of what it offers."""

    form: Form | None
    values: Mapping[str, object]

    @property
    def words(self) -> str:
        return read.one(self.values, Part.WORDS)

    def offered(self, offers: str) -> Mapping[str, str]:
        return self.form.offers.get(offers, {}) if self.form else {}

    def text(self, offers: str, item: str) -> str:
        return self.offered(offers).get(item, "")

    def texts(self, offers: str, part: Part) -> tuple[str, ...]:
        chosen = read.several(self.values, part)
        return tuple(t for name, t in self.offered(offers).items() if name in chosen)

    def rejected(self, option: str) -> tuple[tuple[str, str], ...]:
        against = self.offered("against")
        return tuple(
            (text, against.get(name, ""))
            for name, text in self.offered("options").items()
            if name != option
        )

    def steps(self, today: date, scenario: Scenario) -> tuple[StepNote, ...]:
        """Return what has to be done, by day."""
        owners = self.offered("owners") or {
            p.id: p.name for p in scenario.cast.values()
        }
        given = read.pairs(self.values, Part.STEPS)
        notes: list[StepNote] = []
        for name, text in self.offered("steps").items():
            if given.get(name) is not None:
                owner, day = read.step(given[name])
                on = None if day is None else _working(today + timedelta(days=day))
                who = scenario.role if owner == TRAINEE else owners.get(owner, "")
                notes.append(StepNote(text, who, on))
        return tuple(sorted(notes, key=lambda note: note.on or date.max))

    def checks(self, today: date) -> tuple[CheckNote, ...]:
        """Return the days on which the client is looked at again."""
        given = read.named(self.values, Part.CHECKS)
        return tuple(
            CheckNote(
                _working(today + timedelta(days=days)),
                days,
                self.text("checks", given.get(f"day-{days}", "")),
            )
            for days in CHECK_DAYS
        )


def _levels(sheet: Assessment, language: str) -> tuple[LevelNote, ...]:
    return tuple(
        LevelNote(
            line.criterion.name.get(language, line.criterion.id),
            line.levels if line.known else None,
            line.points,
            line.criterion.weight,
        )
        for line in sheet.lines
        if line.criterion.weight
    )


def _working(day: date) -> date:
    """Return the day itself, or the Monday after a weekend."""
    return day + timedelta(days=_TO_MONDAY.get(day.weekday(), 0))


def _owner(steps: Sequence[StepNote]) -> str:
    """Return who owns most of the steps; of equals the one who begins."""
    owners = Counter(step.owner for step in steps if step.owner)
    return owners.most_common(1)[0][0] if owners else ""


def _present(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    fairness = scenario.meeting.fairness if scenario.meeting else None
    room = fairness.person if fairness else TRAINEE
    cast = [(p.name, p.role) for p in scenario.cast.values() if p.id != room]
    return (("", scenario.role), *cast)


def _facts(
    scenario: Scenario, talk: Talk, events: Sequence[Event], known: set[str]
) -> tuple[tuple[str, str, str], ...]:
    given = {fact.id for fact in talk.facts if fact.given}
    told = dict.fromkeys(talk.carried, EARLIER)
    told |= {e.fact: e.source for e in events if isinstance(e, Learned)}
    names = {p.id: p.name for p in scenario.cast.values()}
    names |= {TRAINEE: scenario.role, EARLIER: EARLIER}
    return tuple(
        (fact.name, fact.line, fact.source or names.get(told.get(fact.id, ""), ""))
        for fact in scenario.client.facts.values()
        if fact.id in known | given
    )
