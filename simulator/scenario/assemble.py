"""Values that have passed every check → the scenario model."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from scoring.forms.model import FormKind
from scoring.principles import Principle
from scoring.talk import Outcome
from simulator.scenario.checker import Values
from simulator.scenario.formparts import wanted
from simulator.scenario.meetings import interruption
from simulator.scenario.model import (
    Client,
    ClientFact,
    Continues,
    Difficulty,
    Effects,
    Ending,
    Form,
    FormMove,
    Meeting,
    Patience,
    Person,
    Reaction,
    Reply,
    Scenario,
    Scene,
)

_OPTIONAL = ("rubric", "rulebook")


def scenario(
    values: Values, digest: str, scenes: Mapping[str, Scene] | None = None
) -> Scenario:
    """Build the model of a scenario without errors.

    Args:
        values: As `schema.SCENARIO` has them.
        digest: SHA-256 of the bytes they were read from.
        scenes: Those that are built already; None builds them.
    """
    if scenes is None:
        scenes = {id_: scene(id_, one) for id_, one in values["scenes"].items()}
    return Scenario(
        id=values["id"],
        title=values["title"],
        language=values["language"],
        difficulty=Difficulty(values["difficulty"]),
        minutes=values["minutes"],
        role=values["role"],
        brief=values["brief"],
        debrief=values["debrief"],
        cast={id_: _person(id_, person) for id_, person in values["cast"].items()},
        client=_client(values["client"]),
        start=values["start"],
        scenes=scenes,
        endings={id_: _ending(id_, end) for id_, end in values["endings"].items()},
        reactions=_reactions(values.get("reactions", ())),
        otherwise=values.get("otherwise", ()),
        patience=_patience(values.get("patience")),
        continues=_continues(values.get("continues")),
        meeting=_meeting(values.get("meeting")),
        meters=values.get("meters", {}),
        digest=digest,
        **{key: values[key] for key in _OPTIONAL if key in values},
    )


def _person(id_: str, values: Values) -> Person:
    return Person(id_, values["name"], values["role"], values.get("mood", {}))


def _client(values: Values) -> Client:
    facts = values.get("facts", {})
    return Client(
        values["name"],
        {id_: _fact(id_, fact) for id_, fact in facts.items()},
        values.get("status"),
    )


def _fact(id_: str, values: Values) -> ClientFact:
    return ClientFact(
        id=id_,
        name=values["name"],
        line=values["line"],
        value=values.get("is"),
        unit=values.get("unit"),
        of=values.get("of"),
        known=values.get("known", False),
        needed=values.get("needed", False),
        source=values.get("source"),
        criterion=values.get("criterion"),
        level=values.get("level"),
        stop=values.get("stop"),
    )


def _patience(values: Values | None) -> Patience | None:
    if values is None:
        return None
    return Patience(
        turns=values["turns"],
        reminders=values.get("reminders", ()),
        say=values.get("say", ()),
        to=values["to"],
    )


def _continues(values: Values | None) -> Continues | None:
    if values is None:
        return None
    return Continues(
        values["scenario"], values.get("after", ()), values.get("otherwise", ())
    )


def _meeting(values: Values | None) -> Meeting | None:
    if values is None:
        return None
    return Meeting(
        decides=values["decides"],
        first=values.get("first"),
        floor=values.get("floor", ()),
        fairness=interruption(values.get("fairness")),
    )


def scene(id_: str, values: Values) -> Scene:
    """Build a scene from values as `schema.SCENE` has them."""
    return Scene(
        id_,
        tuple([Principle(name) for name in values.get("tests", ())]),
        values.get("say", ()),
        tuple([reply(one) for one in values.get("replies", ())]),
        _reactions(values.get("reactions", ())),
        values.get("otherwise", ()),
        _form(values) if "form" in values else None,
    )


def _form(values: Values) -> Form:
    kind = FormKind(values["form"])
    offers: Values = values.get("offers", {})
    to = values.get("to")
    then = [_form_move(one, to) for one in values.get("then", ())]
    if to is not None:
        then.append(FormMove(Effects(to=to)))
    return Form(
        kind=kind,
        wanted=wanted(kind, offers, values.get("expect", {})),
        offers=offers,
        because=values.get("because", {}),
        then=tuple(then),
    )


def _form_move(values: Values, to: str | None) -> FormMove:
    effects = _effects(values)
    return FormMove(replace(effects, to=effects.to or to), values.get("if"))


def _effects(values: Values) -> Effects:
    get = values.get
    return Effects(
        get("say", ()),
        get("learn", ()),
        get("tell", ()),
        get("mood", ()),
        get("set", ()),
        get("to"),
    )


def reply(values: Values) -> Reply:
    """Build a reply from values as `schema.REPLY` has them."""
    get = values.get
    return Reply(
        values["id"],
        values["text"],
        values["does"],
        _effects(values),
        get("like", ()),
        get("if"),
        get("once", False),
        get("levels", {}),
        get("because"),
        get("opposite"),
        get("to_whom"),
    )


def _reactions(values: Iterable[Values]) -> tuple[Reaction, ...]:
    return tuple(
        [Reaction(one["when"], _effects(one), one.get("if")) for one in values]
    )


def _ending(id_: str, values: Values) -> Ending:
    return Ending(
        id_,
        Outcome(values["outcome"]),
        values["good"],
        values["title"],
        values["text"],
        values.get("say", ()),
    )
