"""What can be named in a state: everything that the conditions of a scenario know."""

from collections.abc import Iterable, Mapping
from typing import Final

from scoring.codes import Code
from simulator.preview.conditions import meter_names
from simulator.scenario.known import INTERRUPTED
from simulator.scenario.model import Effects, Scenario

FACT: Final = "fact"
FLAG: Final = "flag"
SAID: Final = "said"
CHOSE: Final = "chose"
FRUITLESS: Final = "fruitless"
VISITS: Final = "visits"
FILLED: Final = "filled"
RIGHT: Final = "right"
PUT: Final = "put"
DECIDED: Final = "decided"


def meters(story: Scenario) -> dict[str, str]:
    """Return how a meter can be called → `person.meter`."""
    name = meter_names(story)
    full = [f"{p.id}.{meter}" for p in story.cast.values() for meter in p.mood]
    return {name(one): one for one in full} | {one: one for one in full}


def words(story: Scenario) -> Mapping[str, tuple[str, ...]]:
    """Return what may be said of a state: word → the names that it takes."""
    forms = tuple(scene.id for scene in story.scenes.values() if scene.form)
    return {
        FACT: tuple(story.client.facts),
        FLAG: flags(story),
        SAID: tuple(str(code) for code in Code if code is not Code.NONE),
        CHOSE: tuple(
            f"{s.id}.{r.id}" for s in story.scenes.values() for r in s.replies
        ),
        FILLED: forms,
        PUT: tuple(
            f"{scene}.{item}" for scene in forms for item in _items(story, scene)
        ),
        DECIDED: options(story),
    }


def numbers(story: Scenario) -> tuple[str, ...]:
    """Return what is set to a number: meters, visits, how right a form is."""
    forms = (scene.id for scene in story.scenes.values() if scene.form)
    return (
        *meters(story),
        FRUITLESS,
        VISITS,
        *(f"{VISITS}.{scene}" for scene in story.scenes),
        *(f"{RIGHT}.{scene}" for scene in forms),
    )


def flags(story: Scenario) -> tuple[str, ...]:
    """Return the flags that something in the scenario sets, by name."""
    found = {flag for effects in _effects(story) for flag in effects.flags}
    if story.meeting is not None and story.meeting.floor:
        found.add(INTERRUPTED)
    return tuple(sorted(found))


def options(story: Scenario) -> tuple[str, ...]:
    """Return what can be decided on some form."""
    return tuple(name for scene in story.scenes for name in _options(story, scene))


def home_of_option(story: Scenario, option: str) -> str:
    """Return the scene whose form offers an option; empty when none does."""
    found = (scene for scene in story.scenes if option in _options(story, scene))
    return next(found, "")


def _options(story: Scenario, scene: str) -> Iterable[str]:
    form = story.scenes[scene].form
    return form.offers.get("options", {}) if form else ()


def _items(story: Scenario, scene: str) -> Iterable[str]:
    form = story.scenes[scene].form
    offers = form.offers.values() if form else ()
    return dict.fromkeys(item for part in offers for item in part)


def _effects(story: Scenario) -> Iterable[Effects]:
    for scene in story.scenes.values():
        yield from (reply.effects for reply in scene.replies)
        yield from (reaction.effects for reaction in scene.reactions)
        yield from (way.effects for way in (scene.form.then if scene.form else ()))
    yield from (reaction.effects for reaction in story.reactions)
