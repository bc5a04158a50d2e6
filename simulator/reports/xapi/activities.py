"""What statements are about: a scenario, its scenes, questions, meters, principles."""

from collections.abc import Mapping
from typing import Final

from scoring.principles import Principle
from scoring.rubric import Rubric
from scoring.rulebook import Rulebook
from simulator.reports.xapi import vocabulary as words
from simulator.reports.xapi.model import Json
from simulator.reports.xapi.naming import iri
from simulator.scenario.model import Scenario

_TAGS: Final[Mapping[str, str]] = {"en": "en-US", "ru": "ru"}
"""Our languages as the profile writes them."""


def tag(language: str) -> str:
    """Return the language tag of a language of ours."""
    return _TAGS.get(language, language)


def profile() -> Json:
    """Return the profile that statements are written by."""
    return {"id": words.PROFILE, "definition": {"type": words.PROFILE_TYPE}}


def simulation(scenario: Scenario) -> Json:
    """Return the scenario itself."""
    name = {tag(scenario.language): scenario.title}
    return _activity(_place(scenario), words.SIMULATION, name)


def node(scenario: Scenario, place: str) -> Json:
    """Return a scene or an ending; an ending is called by its title."""
    ending = scenario.endings.get(place)
    steps = ("endings" if ending else "scenes", place)
    name = {tag(scenario.language): ending.title if ending else place}
    return _activity(_place(scenario, *steps), words.NODE, name)


def choice(scenario: Scenario, scene: str) -> Json:
    """Return the question of a scene, with the replies that its author wrote."""
    language = tag(scenario.language)
    there = scenario.scenes.get(scene)
    choices = [
        {"id": reply.id, "description": {language: reply.text}}
        for reply in (there.replies if there else ())
    ]
    return _question(scenario, scene, "reply", "choice", {"choices": choices})


def own_words(scenario: Scenario, scene: str) -> Json:
    """Return the question of a scene that is answered in own words."""
    return _question(scenario, scene, "words", "long-fill-in", {})


def form(scenario: Scenario, scene: str) -> Json:
    """Return the form of a scene."""
    return _question(scenario, scene, "form", "other", {})


def counter(scenario: Scenario, person: str, meter: str) -> Json:
    """Return a meter of a person."""
    somebody = scenario.cast.get(person)
    called = scenario.meters.get(meter, meter)
    name = {
        tag(scenario.language): f"{somebody.name if somebody else person}: {called}"
    }
    place = _place(scenario, "people", person, "meters", meter)
    return _activity(place, words.COUNTER, name)


def principle(rubric: Rubric, which: Principle) -> Json:
    """Return a principle of a rubric."""
    title = rubric.principles[which].title
    place = iri("rubrics", rubric.id, "principles", which)
    return _activity(place, words.OBJECTIVE, _tagged(title))


def key_client_rules(rulebook: Rulebook) -> Json:
    """Return the rules by which clients are key."""
    place = iri("rulebooks", rulebook.id)
    return _activity(place, words.OBJECTIVE, _tagged(rulebook.title))


def _place(scenario: Scenario, *steps: str) -> str:
    return iri("scenarios", scenario.id, *steps)


def _tagged(title: Mapping[str, str]) -> dict[str, str]:
    return {tag(language): text for language, text in title.items()}


def _question(
    scenario: Scenario, scene: str, last: str, kind: str, more: Json
) -> dict[str, object]:
    place = _place(scenario, "scenes", scene, last)
    name = {tag(scenario.language): scene}
    definition = {"type": words.INTERACTION, "name": name, "interactionType": kind}
    return _object(place, definition | dict(more))


def _activity(place: str, kind: str, name: Mapping[str, str]) -> dict[str, object]:
    return _object(place, {"type": kind, "name": dict(name)})


def _object(place: str, definition: Json) -> dict[str, object]:
    return {"objectType": "Activity", "id": place, "definition": definition}
