"""Draw up the `View` of a state: what a front end may show at this moment."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from scoring.codes import CodeUse
from scoring.forms import read
from scoring.forms.model import FormKind, Part
from simulator.engine.answers import Mode
from simulator.engine.events import (
    EARLIER,
    YOU,
    Event,
    Filled,
    Learned,
    Mood,
    Read,
    Said,
)
from simulator.engine.fill import LISTS
from simulator.engine.moves import offered
from simulator.engine.state import State
from simulator.engine.view import (
    CardEntry,
    EndingView,
    Meter,
    Offer,
    PersonView,
    Spoken,
    View,
)
from simulator.scenario.model import ClientFact, Person, Reply, Scenario


def view(state: State) -> View:
    """Return what may be shown now.

    The replies come shuffled, in an order fixed by the seed, the scene and the
    number of the visit: it is the same after a restart.
    """
    story = state.story
    everybody = [_person(person, state) for person in story.cast.values()]
    return View(
        title=story.title,
        turn=state.turn,
        spoken=lines(state.latest, story, state.mode),
        offers=_offers(state),
        people=tuple(one for one in everybody if one.meters or one.decides),
        client=story.client.name,
        card=_card(state),
        unknown=sum(
            fact.needed and fact.id not in state.known
            for fact in story.client.facts.values()
        ),
        ending=_ending(state),
        form=_form(state),
    )


def lines(events: Iterable[Event], story: Scenario, mode: Mode) -> tuple[Spoken, ...]:
    """Return what was said in some events, as it is shown.

    Args:
        events: Oldest first.
        story: Names the speakers; `you` and directions have no name.
        mode: Where the trainee speaks, what was heard is shown with his words.
    """
    told = [event for event in events if isinstance(event, Said | Read | Filled)]
    found: list[Spoken] = []
    for place, event in enumerate(told):
        if isinstance(event, Said):
            following = told[place + 1] if place + 1 < len(told) else None
            person = story.cast.get(event.who)
            heard = _heard(following) if mode is Mode.SPEAK else None
            name = person.name if person else ""
            found.append(Spoken(event.who, name, event.text, heard))
        elif isinstance(event, Filled):
            found.append(Spoken(YOU, "", _gist(event, story), form=event.form))
    return tuple(found)


def _gist(filled: Filled, story: Scenario) -> str:
    """Return what matters most on a form that was handed in."""
    if filled.form is FormKind.KEY_CLIENT:
        return read.one(filled.values, Part.STATUS)
    form = story.scenes[filled.scene].form
    if form is None or filled.form not in _GISTS:
        return ""
    part = _GISTS[filled.form]
    return form.offers.get(LISTS[part], {}).get(read.one(filled.values, part), "")


_GISTS: Final = {
    FormKind.MEETING_AGENDA: Part.DATE,
    FormKind.DECISION: Part.OPTION,
}
"""Form → its part that matters most, where that is something on offer."""


def _heard(read: Event | None) -> tuple[CodeUse, ...] | None:
    return read.codes if isinstance(read, Read) else None


def shuffled(replies: tuple[Reply, ...], state: State) -> tuple[Reply, ...]:
    """Put replies in the order of this visit, which their own order never shows."""
    salt = f"{state.seed}/{state.scene}/{state.visits[state.scene]}/"

    def draw(reply: Reply) -> bytes:
        return blake2b((salt + reply.id).encode(), digest_size=8).digest()

    return tuple(sorted(replies, key=draw))


def _offers(state: State) -> tuple[Offer, ...]:
    if state.mode is not Mode.CHOOSE:
        return ()
    replies = shuffled(offered(state), state)
    cast = state.story.cast
    return tuple(
        Offer(n, r.id, r.text, cast[r.to_whom].name if r.to_whom else "")
        for n, r in enumerate(replies, start=1)
    )


def _form(state: State) -> FormKind | None:
    form = state.story.scenes[state.scene].form
    return form.kind if form is not None and state.ending is None else None


def _person(person: Person, state: State) -> PersonView:
    changes: dict[str, int] = {}
    for event in state.latest:
        if isinstance(event, Mood) and event.person == person.id:
            moved = event.after - event.before
            changes[event.meter] = changes.get(event.meter, 0) + moved
    meters = tuple(
        Meter(
            meter,
            state.meters[f"{person.id}.{meter}"],
            changes.get(meter, 0),
            state.story.meters.get(meter, ""),
        )
        for meter in person.mood
    )
    meeting = state.story.meeting
    decides = meeting is not None and meeting.decides == person.id
    return PersonView(person.id, person.name, person.role, meters, decides)


def _card(state: State) -> tuple[CardEntry, ...]:
    new = {event.fact for event in state.latest if isinstance(event, Learned)}
    facts = state.story.client.facts
    return tuple(
        _entry(facts[fact], source, state.story, fact in new)
        for fact, source in state.known.items()
    )


def _entry(fact: ClientFact, source: str, story: Scenario, new: bool) -> CardEntry:
    if source == "":
        source = fact.source or ""
    elif source not in (YOU, EARLIER):
        source = story.cast[source].name
    interval = isinstance(fact.value, tuple) and fact.value[0] != fact.value[1]
    return CardEntry(fact.id, fact.name, fact.line, source, not interval, new)


def _ending(state: State) -> EndingView | None:
    if state.ending is None:
        return None
    ending = state.story.endings[state.ending]
    return EndingView(ending.id, ending.title, ending.text, ending.outcome, ending.good)
