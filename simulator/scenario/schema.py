"""The keys of a scenario: what each holds, whether it is required, what it is for.

docs/scenario-format.md says the same to people.
"""

from typing import Final

from scoring.forms.model import FormKind
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL, Principle
from scoring.talk import Outcome
from simulator.scenario.formschema import CHECKS, EXPECT, OFFERS, STEP, THEN
from simulator.scenario.model import FORMAT, HIGHEST_METER, LOWEST_METER, Difficulty
from simulator.scenario.shapes import (
    Amount,
    CodeUses,
    FactValue,
    Id,
    If,
    LevelRange,
    Levels,
    Lines,
    ListOf,
    MapOf,
    Moods,
    Names,
    OneCode,
    OneOf,
    Record,
    Ref,
    Text,
    Version,
    Whole,
    YesNo,
    may,
    must,
    record,
)

LANGUAGES: Final = ("ru", "en")
STATUSES: Final = ("key", "candidate", "not-key", "not-enough-data")
LEVEL: Final = Whole(LOWEST_LEVEL, HIGHEST_LEVEL)
PRINCIPLE: Final = OneOf(tuple(Principle))
MOST_MINUTES: Final = 480
MOST_TURNS: Final = 100

PERSON: Final = record(
    "person",
    name=must(Text(), "What the person is called on the screen."),
    role=must(Text(), "Who the person is."),
    mood=may(MapOf(Whole(LOWEST_METER, HIGHEST_METER)), "Meters at the start, 0..10."),
)

FACT: Final = record(
    "fact",
    name=must(Text(), "What the client card calls the fact."),
    line=must(Text(), "The fact as one sentence."),
    is_=may(FactValue(), "A number, [low, high], words, true or false."),
    of=may(Amount(), "The whole that the value is a part of."),
    unit=may(Text(), "The unit of the value."),
    known=may(YesNo(), "The trainee starts with it."),
    source=may(Text(), "Where a fact known at the start comes from."),
    needed=may(YesNo(), "The decision needs it."),
    criterion=may(Id(), "The criterion of the rulebook that it is evidence for."),
    level=may(LevelRange(), "The levels of that criterion that it allows."),
    stop=may(Id(), "The stop-criterion of the rulebook that it confirms."),
)

CLIENT: Final = record(
    "client",
    name=must(Text(), "What the client is called."),
    facts=may(MapOf(FACT), "What is true of the client, hidden until learned."),
    status=may(OneOf(STATUSES), "What the rulebook gives when every fact is known."),
)

PATIENCE: Final = record(
    "patience",
    turns=must(Whole(1, MOST_TURNS), "Fruitless turns in a row that end the talk."),
    reminders=may(Lines(), "Said at each fruitless turn before the last."),
    say=may(Lines(), "Said at the last one; names the pattern."),
    to=must(Ref(Names.ENDING), "The ending that follows."),
)

REPLY: Final = record(
    "reply",
    id=must(Id(), "The name of the reply, unique in its scene."),
    text=must(Text(spoken=True), "What the trainee says."),
    does=must(CodeUses(), "What the reply does: behaviour codes."),
    to=may(Ref(Names.TARGET), "A scene, an ending, or stay."),
    say=may(Lines(), "Answered at once."),
    learn=may(ListOf(Ref(Names.FACT)), "Facts that the other side gives away."),
    tell=may(ListOf(Ref(Names.FACT)), "Facts that the trainee brings."),
    mood=may(Moods(), "How the reply moves the meters."),
    set=may(ListOf(Id()), "Flags that become true."),
    if_=may(If(), "On offer only when this holds."),
    once=may(YesNo(), "On offer only until chosen."),
    levels=may(Levels(), "The author's own levels; they win over the rubric."),
    because=may(Text(), "Why, for the debrief."),
    like=may(ListOf(Text(spoken=True)), "Other ways to say it."),
    opposite=may(Ref(Names.REPLY), "The reply that a negation of this one means."),
    to_whom=may(Ref(Names.PERSON), "The person addressed."),
)

REACTION: Final = record(
    "reaction",
    when=must(OneCode(), "The behaviour code that this answers."),
    if_=may(If(), "Only when this holds."),
    say=may(Lines(), "Answered at once."),
    learn=may(ListOf(Ref(Names.FACT)), "Facts that the other side gives away."),
    tell=may(ListOf(Ref(Names.FACT)), "Facts that the trainee brings."),
    mood=may(Moods(), "How it moves the meters."),
    set=may(ListOf(Id()), "Flags that become true."),
    to=may(Ref(Names.TARGET), "A scene, an ending, or stay."),
)

SCENE: Final = record(
    "scene",
    tests=may(ListOf(PRINCIPLE), "The principles this moment is an opportunity for."),
    say=may(Lines(), "Said before the trainee answers."),
    replies=may(ListOf(REPLY), "What the trainee may answer."),
    reactions=may(ListOf(REACTION), "Moves by code, before the scenario's own."),
    otherwise=may(Lines(), "Said when own words fit nothing."),
    form=may(OneOf(tuple(FormKind)), "A form to fill in, in place of replies."),
    offers=may(OFFERS, "What can be put into the form."),
    expect=may(EXPECT, "What belongs there."),
    because=may(MapOf(Text(), you=True), "Part or id → why, for the debrief."),
    then=may(ListOf(THEN), "What follows; the first that holds."),
    to=may(Ref(Names.TARGET), "Where the form leads when nothing under `then` does."),
)

ENDING: Final = record(
    "ending",
    outcome=must(OneOf(tuple(Outcome)), "What became of the client: a closed set."),
    good=must(YesNo(), "Whether it is a good end."),
    title=must(Text(), "The end in a few words."),
    text=must(Text(), "What became of the client, the manager, the money."),
    say=may(Lines(), "Said last."),
)

CONTINUES: Final = record(
    "continues",
    scenario=must(Id(), "The scenario whose facts are carried over."),
    after=may(ListOf(Id(), single=True), "The endings of it that lead here."),
    otherwise=may(ListOf(Ref(Names.FACT)), "What is known when it was not played."),
)

MEETING: Final = record(
    "meeting",
    decides=must(Id(any_word=True), "Who decides: a person of the cast, or you."),
    first=may(Ref(Names.PERSON), "Who speaks first and uninterrupted."),
    floor=may(ListOf(Ref(Names.SCENE)), "The scenes in which he does."),
    fairness=may(Text(), "The meter that falls when he is interrupted."),
)

SCENARIO: Final = record(
    "scenario",
    format=must(Version(FORMAT), "The version of the format."),
    id=must(Id(), "The name of the scenario."),
    title=must(Text(), "What the scenario is called."),
    language=must(OneOf(LANGUAGES), "The language it is written in."),
    difficulty=must(OneOf(tuple(Difficulty)), "How hard the talk is."),
    minutes=must(Whole(1, MOST_MINUTES), "How long a talk takes."),
    role=must(Text(), "Whom the trainee plays."),
    brief=must(Text(), "What is known before the talk."),
    debrief=must(Text(), "What the talk teaches."),
    rubric=may(Id(), "The rubric; by default the shipped one."),
    rulebook=may(Id(), "The rulebook; by default the shipped one."),
    cast=must(MapOf(PERSON, least=1), "The people of the talk."),
    meters=may(MapOf(Text()), "Meter → what the screens call it."),
    client=must(CLIENT, "Whom the talk is about."),
    continues=may(CONTINUES, "The talk that this one goes on from."),
    meeting=may(MEETING, "Who decides and who speaks first, with several people."),
    patience=may(PATIENCE, "How circles end."),
    start=must(Ref(Names.SCENE), "The first scene."),
    scenes=must(MapOf(SCENE, least=1), "The moments of the talk."),
    reactions=may(ListOf(REACTION), "Moves by code, in every scene."),
    otherwise=may(Lines(), "Said when own words fit nothing."),
    endings=must(MapOf(ENDING, least=1), "How the talk can end."),
)

RECORDS: Final[tuple[Record, ...]] = (
    SCENARIO,
    PERSON,
    CLIENT,
    FACT,
    PATIENCE,
    SCENE,
    REPLY,
    REACTION,
    ENDING,
    OFFERS,
    EXPECT,
    STEP,
    CHECKS,
    THEN,
    CONTINUES,
    MEETING,
)
"""Every kind of mapping in a scenario."""
