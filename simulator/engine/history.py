"""What a talk looked like from the outside, turn by turn, and for the scorer."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from scoring.codes import CodeUse
from scoring.forms.model import FilledForm
from scoring.keyclient import Evidence
from scoring.talk import Fact, Talk, Turn
from simulator.engine.answers import Mode, Source
from simulator.engine.events import (
    YOU,
    Event,
    Filled,
    Finished,
    Learned,
    Mood,
    Moved,
    Read,
    Rewound,
    Said,
    Started,
)
from simulator.engine.moves import offered
from simulator.engine.replay import effective, replay
from simulator.engine.show import lines, shuffled
from simulator.engine.state import State
from simulator.engine.view import Spoken
from simulator.scenario.model import ClientFact, Reply, Scenario


class Moment(Struct, frozen=True):
    """One turn that counts, with all that belongs to it."""

    turn: int
    """Counted from 1."""
    scene: str
    offered: tuple[Reply, ...]
    """What could have been chosen, in the order in which it was shown."""
    reply: Reply | None
    """The authored reply that was given; None when own words fitted none."""
    text: str
    """The trainee's words."""
    codes: tuple[CodeUse, ...]
    fruitless: bool
    by: Source
    """Who says what the words do."""
    prompt: tuple[Spoken, ...]
    """What had been said to the trainee since his previous answer."""
    answered: tuple[Spoken, ...]
    """What was said to him next."""
    learned: tuple[Learned, ...]
    moods: tuple[Mood, ...]
    moved: Moved
    finished: Finished | None
    filled: Filled | None = None
    """The form that was handed in, in place of words: then there is no text."""


def history(scenario: Scenario, events: Sequence[Event]) -> tuple[Moment, ...]:
    """Return the turns that count, oldest first.

    Raises:
        BadEventsError: The events are not a talk of this scenario.
    """
    return moments(scenario, replay(scenario, events).states)


def moments(scenario: Scenario, states: Sequence[State]) -> tuple[Moment, ...]:
    """Return the turns that count, from states that are at hand already.

    Args:
        scenario: The one that is played.
        states: Those of the turns that count, the beginning first.
    """
    found: list[Moment] = []
    heard = _lines(states[0].latest, scenario)
    for before, after in pairwise(states):
        offers = shuffled(offered(before), before)
        moment = _moment(after.latest, offers, heard, scenario)
        found.append(moment)
        heard = moment.answered
    return tuple(found)


def talk_so_far(scenario: Scenario, events: Iterable[Event]) -> tuple[Spoken, ...]:
    """Return every line of the talk that counts, the trainee's own included."""
    kept = effective(events)
    mode = next((Mode(e.mode) for e in kept if isinstance(e, Started)), Mode.CHOOSE)
    return lines(kept, scenario, mode)


def talk_of(scenario: Scenario, events: Sequence[Event]) -> Talk:
    """Reduce an attempt to what the scorer needs; see `scoring.talk`."""
    kept = effective(events)
    started = next((e for e in kept if isinstance(e, Started)), None)
    carried = started.carried if started else None
    given = _given(scenario, started)
    learned: dict[int, list[str]] = {}
    for event in kept:
        if isinstance(event, Learned):
            learned.setdefault(event.turn, []).append(event.fact)
    return Talk(
        turns=tuple(
            _turn(event, scenario, tuple(learned.get(event.turn, ())))
            for event in kept
            if isinstance(event, Read)
        ),
        facts=tuple(
            fact_of(fact, fact.id in given) for fact in scenario.client.facts.values()
        ),
        outcome=next((e.outcome for e in kept if isinstance(e, Finished)), None),
        rewinds=sum(isinstance(event, Rewound) for event in events),
        carried=carried or (),
        forms=_forms(kept, scenario, given.union(carried or ())),
        brought=tuple(
            fact
            for event in kept
            if isinstance(event, Filled)
            for fact in learned.get(event.turn, ())
        ),
    )


def _lines(events: Iterable[Event], scenario: Scenario) -> tuple[Spoken, ...]:
    theirs = (e for e in events if isinstance(e, Said) and e.who != YOU)
    return lines(theirs, scenario, Mode.CHOOSE)


def _moment(
    events: Sequence[Event],
    offers: tuple[Reply, ...],
    prompt: tuple[Spoken, ...],
    scenario: Scenario,
) -> Moment:
    filled = next((e for e in events if isinstance(e, Filled)), None)
    said = next((e for e in events if isinstance(e, Said) and e.who == YOU), None)
    read = next((e for e in events if isinstance(e, Read)), None)
    moved = next(e for e in events if isinstance(e, Moved))
    return Moment(
        turn=moved.turn,
        scene=moved.source,
        offered=offers,
        reply=next((r for r in offers if read and r.id == read.reply), None),
        text=said.text if said else "",
        codes=read.codes if read else (),
        fruitless=read is not None and read.fruitless,
        by=read.by if read else Source.AUTHOR,
        prompt=prompt,
        answered=_lines(events, scenario),
        learned=tuple(e for e in events if isinstance(e, Learned)),
        moods=tuple(e for e in events if isinstance(e, Mood)),
        moved=moved,
        finished=next((e for e in events if isinstance(e, Finished)), None),
        filled=filled,
    )


def _given(scenario: Scenario, started: Started | None) -> frozenset[str]:
    """Return the facts that the trainee starts with and did not get himself."""
    given = {fact.id for fact in scenario.client.facts.values() if fact.known}
    if started is not None and started.placed is not None:
        given.update(started.placed.known)
    carried = started.carried if started else None
    if carried is None and scenario.continues is not None:
        given.update(scenario.continues.otherwise)
    return frozenset(given)


def _forms(
    events: Iterable[Event], scenario: Scenario, at_first: frozenset[str]
) -> tuple[FilledForm, ...]:
    """Return the forms that were handed in; of one scene the last one counts."""
    found: dict[str, FilledForm] = {}
    known = set(at_first)
    for event in events:
        if isinstance(event, Learned):
            known.add(event.fact)
        form = scenario.scenes[event.scene].form if isinstance(event, Filled) else None
        if isinstance(event, Filled) and form is not None:
            facts = tuple(sorted(known))
            found[event.scene] = FilledForm(
                event.scene,
                form.kind,
                form.wanted,
                event.values,
                facts,
                event.turn,
                scenario.scenes[event.scene].tests,
            )
    return tuple(found.values())


def _turn(read: Read, scenario: Scenario, learned: tuple[str, ...]) -> Turn:
    scene = scenario.scenes[read.scene]
    reply = next((reply for reply in scene.replies if reply.id == read.reply), None)
    return Turn(
        number=read.turn,
        scene=read.scene,
        tests=scene.tests,
        codes=read.codes,
        levels=reply.levels if reply and read.by is Source.AUTHOR else {},
        learned=learned,
        fruitless=read.fruitless,
    )


def fact_of(fact: ClientFact, given: bool = False) -> Fact:
    """Return a fact as the scorer sees it.

    A fact that is a plain no confirms no stop-criterion.
    """
    value = fact.value if isinstance(fact.value, tuple) else None
    evidence = None
    if fact.criterion is not None:
        evidence = Evidence(value=value, level=fact.level)
    return Fact(
        id=fact.id,
        needed=fact.needed,
        given=given,
        criterion=fact.criterion,
        evidence=evidence,
        stop=None if fact.value is False else fact.stop,
    )
