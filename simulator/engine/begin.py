"""Begin a talk: at its beginning, or put down in the midst of it."""

from collections.abc import Container, Iterable, Iterator

from simulator.engine.answers import Mode
from simulator.engine.counts import Counts
from simulator.engine.draft import Draft
from simulator.engine.errors import NoSuchPlaceError
from simulator.engine.events import EARLIER, Event, Started
from simulator.engine.placed import Placed
from simulator.engine.state import State
from simulator.scenario.model import HIGHEST_METER, LOWEST_METER, Scenario


def begin(
    scenario: Scenario,
    seed: int,
    mode: str = Mode.CHOOSE,
    carried: tuple[str, ...] | None = None,
) -> tuple[State, tuple[Event, ...]]:
    """Begin a talk.

    Args:
        scenario: A checked scenario.
        seed: Fixes the order of replies; any whole number.
        mode: How the trainee answers, one of `Mode`; kept in the events.
        carried: Facts brought from the talk that this one continues; None when it
            was not played: then those that the author names are known.

    Returns:
        The state before the first answer, and the events so far: `Started`,
        then what is said in the first scene.
    """
    draft = Draft(_blank(scenario, seed, Mode(mode), carried))
    draft.events.append(
        Started(scenario.id, scenario.digest, scenario.language, mode, seed, carried)
    )
    draft.enter(scenario.start)
    return draft.frozen(), tuple(draft.events)


def begin_at(
    scenario: Scenario, seed: int, placed: Placed, mode: str = Mode.CHOOSE
) -> tuple[State, tuple[Event, ...]]:
    """Put a talk down in a scene, in a state that need not be reachable.

    What `placed` does not name is as at the beginning. The scene is entered, so that
    its lines are said. The place is kept in `Started`: replay, scores and debrief
    work on such a talk as on any other; its turns count from here.

    Args:
        scenario: A checked scenario.
        seed: Fixes the order of replies; any whole number.
        placed: Where, and how things stand there.
        mode: How the trainee answers.

    Raises:
        NoSuchPlaceError: It names something that the scenario does not have, or a
            number that cannot be.
    """
    wrong = next(_misplaced(scenario, placed), None)
    if wrong is not None:
        raise NoSuchPlaceError(*wrong)
    blank = _blank(scenario, seed, Mode(mode), None)
    arriving = placed.visits.get(placed.scene, 1) - 1
    visits = {k: n for k, n in placed.visits.items() if n and k != placed.scene}
    draft = Draft(blank)
    draft.meters = {**blank.meters, **placed.meters}
    draft.known = {**blank.known, **dict.fromkeys(placed.known, "")}
    draft.flags = frozenset(placed.flags)
    draft.visits = Counts({**visits, **({placed.scene: arriving} if arriving else {})})
    draft.used = Counts(dict.fromkeys(placed.chose, 1))
    draft.codes = frozenset(placed.said)
    draft.fruitless = placed.fruitless
    draft.forms = dict(placed.forms)
    draft.events.append(
        Started(
            scenario.id,
            scenario.digest,
            scenario.language,
            mode,
            seed,
            placed=placed,
        )
    )
    draft.enter(placed.scene)
    return draft.frozen(), tuple(draft.events)


def _misplaced(scenario: Scenario, placed: Placed) -> Iterator[tuple[str, str]]:
    """Yield what cannot be: what kind of thing, and its name."""
    scenes = scenario.scenes
    meters = {f"{p.id}.{m}" for p in scenario.cast.values() for m in p.mood}
    replies = {f"{s.id}.{r.id}" for s in scenes.values() for r in s.replies}
    forms = {scene.id for scene in scenes.values() if scene.form}
    named: tuple[tuple[str, Iterable[str], Container[str]], ...] = (
        ("scene", (placed.scene, *placed.visits), scenes),
        ("meter", placed.meters, meters),
        ("fact", placed.known, scenario.client.facts),
        ("reply", placed.chose, replies),
        ("form", placed.forms, forms),
    )
    for kind, names, among in named:
        yield from ((kind, name) for name in names if name not in among)
    for meter, value in placed.meters.items():
        if not LOWEST_METER <= value <= HIGHEST_METER:
            yield "value", f"{meter}={value}"
    if placed.visits.get(placed.scene, 1) < 1:
        yield "value", f"visits.{placed.scene}=0"
    counts = (*placed.visits.values(), placed.fruitless)
    yield from (("value", str(count)) for count in counts if count < 0)


def _known_at_first(
    scenario: Scenario, carried: tuple[str, ...] | None
) -> dict[str, str]:
    """Return what is known before the first line: fact → who brought it."""
    facts = scenario.client.facts
    known = {fact.id: "" for fact in facts.values() if fact.known}
    if carried is not None:
        brought = {name: EARLIER for name in carried if name in facts}
        return {**brought, **known}
    default = scenario.continues.otherwise if scenario.continues else ()
    return {**dict.fromkeys(default, ""), **known}


def _blank(
    scenario: Scenario, seed: int, mode: Mode, carried: tuple[str, ...] | None
) -> State:
    """Return the state in which nothing has been said yet."""
    return State(
        story=scenario,
        seed=seed,
        turn=0,
        scene=scenario.start,
        meters={
            f"{person.id}.{meter}": value
            for person in scenario.cast.values()
            for meter, value in person.mood.items()
        },
        known=_known_at_first(scenario, carried),
        flags=frozenset(),
        visits=Counts(),
        used=Counts(),
        codes=frozenset(),
        fruitless=0,
        ending=None,
        latest=(),
        mode=mode,
        forms={},
        answered=Counts(),
    )
