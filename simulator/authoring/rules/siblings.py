"""SCN831, SCN832: translations of a scenario have the same structure.

Whoever plays in another language must meet the same moments, the same replies
and the same consequences, or scores could not be compared. Only words differ.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from simulator.authoring.spots import reply_spot, spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report
from simulator.scenario.model import ClientFact, Line, Reply, Scenario, Scene
from simulator.scenario.nodes import Node

MISSING_HERE = error(
    "SCN831",
    N_("`{value}` is in {other}, but not here"),
    N_("Add it here, or delete it there: translations have the same ids."),
)
DIFFERS = error(
    "SCN832",
    N_("`{value}` is not the same as in {other}"),
    N_("Make both the same; only the words may differ."),
)


def check(story: Story, report: Report) -> None:
    """Hold a scenario against each of its translations."""
    for sibling in story.siblings:
        _check_names(story, sibling, report)
        _check_replies(story, sibling, report)
        for path, here, there in _parts(story.scenario, sibling.scenario):
            if here != there:
                differs(spot(story.document, *path), path, sibling, report)


def _check_names(story: Story, sibling: Story, report: Report) -> None:
    ours, theirs = story.scenario, sibling.scenario
    kinds: tuple[tuple[str, Mapping[str, object], Mapping[str, object]], ...] = (
        ("scenes", ours.scenes, theirs.scenes),
        ("endings", ours.endings, theirs.endings),
        ("cast", ours.cast, theirs.cast),
        ("client.facts", ours.client.facts, theirs.client.facts),
    )
    for key, here, there in kinds:
        place = spot(story.document, *key.split("."))
        for name in there:
            if name not in here:
                _missing(place, (*key.split("."), name), sibling, report)


def _check_replies(story: Story, sibling: Story, report: Report) -> None:
    for scene, theirs in sibling.replies():
        found = story.scenario.scenes.get(scene.id)
        if found is None:
            continue
        place = reply_spot(story.document, scene.id, theirs.id)
        path = ("scenes", scene.id, theirs.id)
        ours = next((one for one in found.replies if one.id == theirs.id), None)
        if ours is None:
            _missing(place, path, sibling, report)
            continue
        for key in _unlike(ours, theirs):
            differs(spot(place, key), (*path, key), sibling, report)


def _missing(
    place: Node | None, path: tuple[str, ...], sibling: Story, report: Report
) -> None:
    other = Path(sibling.file).name
    report.add(MISSING_HERE, place, value=sibling.named(path), other=other)


def differs(
    place: Node | None, path: tuple[str, ...], sibling: Story, report: Report
) -> None:
    """Report what is not the same in a sibling."""
    other = Path(sibling.file).name
    report.add(DIFFERS, place, value=sibling.named(path), other=other)


def _unlike(ours: Reply, theirs: Reply) -> Iterator[str]:
    """Yield the keys of a reply that should be the same and are not."""
    here, there = ours.effects, theirs.effects
    pairs = {
        "does": (ours.does, theirs.does),
        "to": (here.to, there.to),
        "learn": (here.learn, there.learn),
        "tell": (here.tell, there.tell),
        "mood": (here.shifts, there.shifts),
        "set": (here.flags, there.flags),
        "if": (ours.when, theirs.when),
        "once": (ours.once, theirs.once),
        "levels": (dict(ours.levels), dict(theirs.levels)),
        "to_whom": (ours.to_whom, theirs.to_whom),
        "opposite": (ours.opposite, theirs.opposite),
        "say": (_spoken(here.say), _spoken(there.say)),
    }
    yield from (key for key, (one, other) in pairs.items() if one != other)


Part = tuple[tuple[str, ...], object, object]
"""A path, and what stands there in both files."""


def _parts(ours: Scenario, theirs: Scenario) -> Iterator[Part]:
    """Yield what else must be the same."""
    yield ("start",), ours.start, theirs.start
    yield ("difficulty",), ours.difficulty, theirs.difficulty
    yield ("minutes",), ours.minutes, theirs.minutes
    yield ("reactions",), _reactions(ours), _reactions(theirs)
    yield ("patience",), _patience(ours), _patience(theirs)
    yield ("rubric",), ours.rubric, theirs.rubric
    yield ("rulebook",), ours.rulebook, theirs.rulebook
    yield ("continues",), ours.continues, theirs.continues
    yield ("meeting",), ours.meeting, theirs.meeting
    yield ("client", "status"), ours.client.status, theirs.client.status
    for name in _both(ours.scenes, theirs.scenes):
        here, there = ours.scenes[name], theirs.scenes[name]
        yield ("scenes", name, "tests"), here.tests, there.tests
        yield ("scenes", name, "say"), _spoken(here.say), _spoken(there.say)
        yield ("scenes", name, "reactions"), _reactions(here), _reactions(there)
        yield ("scenes", name, "form"), _form(here), _form(there)
    for name in _both(ours.endings, theirs.endings):
        mine, other = ours.endings[name], theirs.endings[name]
        yield ("endings", name, "outcome"), mine.outcome, other.outcome
        yield ("endings", name, "good"), mine.good, other.good
        yield ("endings", name, "say"), _spoken(mine.say), _spoken(other.say)
    for name in _both(ours.cast, theirs.cast):
        moods = (dict(ours.cast[name].mood), dict(theirs.cast[name].mood))
        yield ("cast", name, "mood"), *moods
    for name in _both(ours.client.facts, theirs.client.facts):
        yield from _fact(name, ours.client.facts[name], theirs.client.facts[name])


def _fact(name: str, here: ClientFact, there: ClientFact) -> Iterator[Part]:
    path = ("client", "facts", name)
    yield (*path, "is"), _measured(here), _measured(there)
    yield (*path, "of"), here.of, there.of
    yield (*path, "known"), here.known, there.known
    yield (*path, "needed"), here.needed, there.needed
    yield (*path, "criterion"), here.criterion, there.criterion
    yield (*path, "level"), here.level, there.level
    yield (*path, "stop"), here.stop, there.stop


def _measured(fact: ClientFact) -> object:
    """Return what a fact is, but for words, which are in their own language."""
    return str if isinstance(fact.value, str) else fact.value


def _spoken(lines: Iterable[Line]) -> object:
    """Return who speaks and when; what is said is in its own language."""
    return [(line.who, line.when) for line in lines]


def _both(ours: Mapping[str, object], theirs: Mapping[str, object]) -> Iterator[str]:
    return (name for name in ours if name in theirs)


def _reactions(of: Scenario | Scene) -> list[object]:
    return [(one.on, one.when, replace(one.effects, say=())) for one in of.reactions]


def _patience(of: Scenario) -> object:
    return of.patience and (of.patience.turns, of.patience.to)


def _form(of: Scene) -> object:
    if of.form is None:
        return None
    return (
        of.form.kind,
        of.form.wanted,
        {name: sorted(offered) for name, offered in of.form.offers.items()},
        [(move.when, replace(move.effects, say=())) for move in of.form.then],
    )
