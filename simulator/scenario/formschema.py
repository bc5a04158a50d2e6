"""The keys of a form; see `simulator.scenario.schema`."""

from typing import Final

from scoring.forms.model import Role
from simulator.scenario.shapes import (
    Id,
    If,
    Lines,
    ListOf,
    MapOf,
    Moods,
    Names,
    OneOf,
    Ref,
    Text,
    Whole,
    may,
    record,
)

MOST_DAYS: Final = 365
CHECK_DAYS: Final = (30, 60, 90)
"""When the client is looked at again after a handover."""
CHECK_NAMES: Final = tuple(f"day-{day}" for day in CHECK_DAYS)
"""What those days are called in a form."""

_WORDS: Final = MapOf(Text(), least=1)
_IDS: Final = ListOf(Id(), single=True)
_PEOPLE: Final = MapOf(Text(), least=1, you=True)
_WHO: Final = ListOf(Id(you=True), single=True)

OFFERS: Final = record(
    "offers",
    dates=may(_WORDS, "Agenda: when the meeting could be."),
    people=may(_PEOPLE, "Agenda: who could come; you for the trainee."),
    points=may(_WORDS, "Agenda: what could be talked about."),
    inputs=may(_WORDS, "Agenda: what has to be on the table."),
    options=may(_WORDS, "Decision: outcome → how it is called here."),
    against=may(MapOf(Text()), "Decision: outcome → why not, for the record."),
    reasons=may(_WORDS, "Decision: reasons that could be given."),
    objections=may(_WORDS, "Decision: objections that could go into the record."),
    steps=may(_WORDS, "Handover: what could be done."),
    owners=may(_PEOPLE, "Handover: who could do it; by default the cast."),
    terms=may(_WORDS, "Handover: terms that the manager could be given."),
    returns=may(_WORDS, "Handover: on what the client could come back."),
    checks=may(_WORDS, "Handover: what could be measured later."),
)

STEP: Final = record(
    "step",
    owner=may(_WHO, "Who may own it; anybody when left out."),
    by=may(Whole(0, MOST_DAYS), "Days from the decision at most."),
)

CHECKS: Final = record(
    "checks",
    **{
        name: may(_IDS, f"What may be measured after {day} days.")
        for day, name in zip(CHECK_DAYS, CHECK_NAMES, strict=True)
    },
)

EXPECT: Final = record(
    "expect",
    dates=may(_IDS, "Agenda: the dates that are right."),
    people=may(
        MapOf(OneOf(tuple(Role)), you=True), "Agenda: who does what; others stay away."
    ),
    points=may(ListOf(Id()), "Agenda: the points that belong there, in order."),
    inputs=may(MapOf(_WHO), "Agenda: input → who may bring it."),
    options=may(_IDS, "Decision: outcomes that suit; by default what the rules allow."),
    reasons=may(_IDS, "Decision: the reasons that are sound."),
    objections=may(_IDS, "Decision: the objections that were raised."),
    steps=may(MapOf(STEP), "Handover: the steps that belong there."),
    terms=may(_IDS, "Handover: the terms that belong there."),
    returns=may(_IDS, "Handover: the conditions of return that are right."),
    checks=may(CHECKS, "Handover: what is measured when."),
)

THEN: Final = record(
    "then",
    if_=may(If(), "Only when this holds."),
    say=may(Lines(), "Answered at once."),
    learn=may(ListOf(Ref(Names.FACT)), "Facts that the other side gives away."),
    mood=may(Moods(), "How it moves the meters."),
    set=may(ListOf(Id()), "Flags that become true."),
    to=may(Ref(Names.TARGET), "A scene, an ending, or stay."),
)
